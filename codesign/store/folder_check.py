"""Whether a folder can be written to and has room, tried without leaving anything there."""

import os
import shutil
import tempfile
from pathlib import Path

from codesign.core.doctor import Folder


def check_folder(what: str, folder: Path) -> Folder:
    """The folder, or the nearest above it that is there: it is made when something is saved."""
    there = next((above for above in (folder, *folder.parents) if os.path.lexists(above)), folder)
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"0")
            file.flush()
            os.fsync(file.fileno())
        free = shutil.disk_usage(there).free
    except OSError as error:
        return Folder(what=what, path=f"{folder}", refusal=error.strerror or "the disk refused")
    return Folder(what=what, path=f"{folder}", free=free)
