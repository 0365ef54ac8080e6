"""Whether a folder is one that a service copies to other machines. Such services keep every version of a file, and nobody here
can delete those."""

import fnmatch
import os
import re
from collections.abc import Mapping
from pathlib import Path

_BY_NAME = {
    "OneDrive": r"onedrive( ?- ?.*|-.*)?",
    "Dropbox": r"dropbox( ?\(.*\)|-.*)?",
    "Google Drive": r"google ?drive( ?\(.*\)|-.*)?|my drive|drivefs",
    "iCloud": r"icloud ?drive( ?\(.*\))?|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"nextcloud[0-9]*|owncloud[0-9]*",
}
_NAMES = {service: re.compile(pattern) for service, pattern in _BY_NAME.items()}
_MARKS = {
    "Dropbox": ".dropbox.cache",
    "Nextcloud": ".sync_*.db",
    "Google Drive": ".tmp.drivedownload",
    "Syncthing": ".stfolder",
}
"""What a service leaves at the top of the folder it keeps."""
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def synced_by(folder: Path, environ: Mapping[str, str]) -> str:
    """The service that copies this folder, by its name, its marks or, on Windows, by where OneDrive says that it is; empty
    where none is known. A service that looks like none of these is not noticed."""
    folder = Path(os.path.realpath(folder))
    for above in (folder, *folder.parents):
        if any(environ.get(name) and above == Path(os.path.realpath(environ[name])) for name in _VARIABLES):
            return "OneDrive"
        for service, name in _NAMES.items():
            if name.fullmatch(above.name.casefold()):
                return service
        if service := _left_mark_in(above):
            return service
    return ""


def _left_mark_in(folder: Path) -> str:
    try:
        names = os.listdir(folder)  # once: somebody's home may hold thousands
    except OSError:
        return ""
    return next((service for service, mark in _MARKS.items() if fnmatch.filter(names, mark)), "")
