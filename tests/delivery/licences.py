"""The licences of all that is handed out with the program, gathered from what each wheel says of itself."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

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


def gather(wheels: Iterable[Path], into: Path, others: Iterable[str] = ()) -> None:
    """Write a list of all, and the texts in a folder for each package; `others` are lines for what came in no wheel."""
    rows = ["What comes with the program, and under which licence. The program's own licence is MIT.", ""]
    for name, wheel in sorted({name_of(wheel): wheel for wheel in wheels}.items()):
        found = texts(wheel)
        rows.append(f"{name} {metadata(wheel)['Version']}: {stated(wheel)}" + ("" if found else " (its wheel holds no text)"))
        for file, text in found.items():
            (into / name).mkdir(parents=True, exist_ok=True)
            (into / name / file).write_bytes(text)
    into.mkdir(parents=True, exist_ok=True)
    (into / "LIST.txt").write_text("\n".join([*rows, *others, ""]), encoding="utf-8", newline="\n")
