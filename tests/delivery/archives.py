"""Archives that are the same, byte for byte, whoever packs them: sorted, one date, no owner; and their checksums."""

import gzip
import hashlib
import io
import os
import tarfile
import time
import zipfile
from pathlib import Path

_OLDEST = 315532800
"""1980-01-01, before which a zip has no dates."""


def date_of_source() -> int:
    """Seconds since 1970 that all files bear: SOURCE_DATE_EPOCH."""
    return max(_OLDEST, int(os.environ.get("SOURCE_DATE_EPOCH", _OLDEST)))


def files_of(folder: Path) -> list[Path]:
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.relative_to(folder).as_posix())


def may_run(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o100)


def pack_zip(folder: Path, into: Path) -> None:
    """The folder itself is what stands at the top of the archive."""
    date = time.gmtime(date_of_source())[:6]
    with zipfile.ZipFile(into, "w") as archive:
        for path in files_of(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), date)
            entry.create_system = 3  # so that who may run a file is kept where that counts
            entry.external_attr = (0o100755 if may_run(path) else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_STORED if path.suffix in (".whl", ".zip") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes(), compresslevel=6)


def pack_tar(folder: Path, into: Path) -> None:
    with (
        into.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=date_of_source()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in files_of(folder):
            entry = tarfile.TarInfo(path.relative_to(folder.parent).as_posix())
            content = path.read_bytes()
            entry.size, entry.mtime = len(content), date_of_source()
            entry.mode = 0o755 if may_run(path) else 0o644
            archive.addfile(entry, io.BytesIO(content))


def write_checksums(folder: Path) -> Path:
    """SHA256SUMS of all files of a folder, as `sha256sum -c` reads it."""
    into = folder / "SHA256SUMS"
    into.unlink(missing_ok=True)
    hashes = ((hashlib.sha256(path.read_bytes()).hexdigest(), path) for path in files_of(folder))
    lines = [f"{hashed}  {path.relative_to(folder).as_posix()}\n" for hashed, path in hashes]
    into.write_text("".join(lines), encoding="utf-8", newline="\n")
    return into
