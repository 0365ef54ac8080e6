"""The licences of all that is handed out with the program, gathered from what each wheel says of itself."""

import re
import shutil
import zipfile
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from first_pages import TOP
from wheels import NotBuilt, metadata, name_of

_TEXT = re.compile(r"[^/]+\.dist-info/(?:.*/)?((?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*)", re.IGNORECASE)


def stated(wheel: Path) -> str:
    """The licence in the wheel's own words, short.

    Raises:
        NotBuilt: it names none.
    """
    said = metadata(wheel)
    classified = [line.split(" :: ")[-1] for line in said.get_all("Classifier", []) if line.startswith("License ::")]
    first_line = (said["License"] or "").strip().split("\n")[0]
    named = said["License-Expression"] or first_line or ", ".join(classified)
    if not named:
        raise NotBuilt(f"{wheel.name} names no licence. Look at it before it is handed out.")
    return str(named)


def texts(wheel: Path) -> dict[str, bytes]:
    """File name -> text of each licence that lies in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        found = ((_TEXT.fullmatch(name), name) for name in archive.namelist())
        return {match[1]: archive.read(name) for match, name in found if match}


_IN = {"pynacl": ("libsodium", "ISC"), "cffi": ("libffi", "MIT"), "lxml": ("libiconv", "LGPL-2.1")}
"""A package -> the library that is built into its wheel, which does not say its version, and its licence."""
_LIBRARIES = {b"LIBXML_DOTTED": "libxml2", b"LIBXSLT_DOTTED": "libxslt", b"LIBEXSLT_DOTTED": "libexslt", b"ZLIB": "zlib"}
_HEADER = re.compile(rb'#define (LIB(?:XML|XSLT|EXSLT)_DOTTED|ZLIB)_VERSION "([\d.]+)"')
_COMMON = Path("/usr/share/common-licenses")
"""Where Debian and Ubuntu keep the texts that a package only names; LGPL asks that its text goes along."""


def inside(wheel: Path) -> list[str]:
    """The C libraries that are built into a wheel, each with its version where the wheel says it, and its licence."""
    named = _IN.get(name_of(wheel))
    rows = [f"  in it: {named[0]}, as {name_of(wheel)} {metadata(wheel)['Version']} brings it: {named[1]}"] if named else []
    with zipfile.ZipFile(wheel) as archive:
        headers = (name for name in sorted(archive.namelist()) if name.endswith(("version.h", "sltconfig.h", "/zlib.h")))
        for match in filter(None, (_HEADER.search(archive.read(name)) for name in headers)):
            licence = "Zlib" if match[1] == b"ZLIB" else "MIT"
            rows.append(f"  in it: {_LIBRARIES[match[1]]} {match[2].decode()}: {licence}")
    return rows


def gather(wheels: Iterable[Path], into: Path, others: Iterable[str] = ()) -> None:
    """Write a list of all, the lock, and the texts in a folder for each package; `others`: lines for what came in no wheel."""
    rows = ["What comes with the program, and under which licence. The program's own licence is MIT.", ""]
    for name, same in groupby(sorted(wheels, key=lambda wheel: (name_of(wheel), wheel.name)), key=name_of):
        builds = list(same)  # of one version, each with what was built into it for its system
        wheel = builds[-1]
        found = texts(wheel)
        if (lesser := _IN.get(name, ("", ""))[1]).startswith("LGPL") and (_COMMON / lesser).is_file():
            found[f"{lesser}.txt"] = (_COMMON / lesser).read_bytes()
        rows.append(f"{name} {metadata(wheel)['Version']}: {stated(wheel)}" + ("" if found else " (its wheel holds no text)"))
        rows.extend(sorted({row for build in builds for row in inside(build)}))
        for file, text in found.items():
            (into / name).mkdir(parents=True, exist_ok=True)
            (into / name / file).write_bytes(text)
    into.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(TOP / "requirements.lock", into / "requirements.lock")
    (into / "LIST.txt").write_text("\n".join([*rows, *others, ""]), encoding="utf-8", newline="\n")
