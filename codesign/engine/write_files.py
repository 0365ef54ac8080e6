"""Papers, plans and pages are written into a folder that somebody names."""

from collections.abc import Mapping
from pathlib import Path

from codesign.store.disk import Disk


def put_beside(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write all of these files, or none; others that lie there under their names are left alone."""
    from codesign.documents.write import write_beside

    return write_beside(files, folder, put=lambda written: Disk().replace_all(written, lambda: None))
