"""What is handed out: the carried folder for Windows, its Linux twin, and the stick."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from carried_python import c_library, carry
from first_pages import STARTS, TOP, write_pages
from licences import gather
from wheels import PYTHONS, NotBuilt, environment, lock_entries, name_of, needed, unpack

WheelsFor = Callable[[str, str], list[Path]]
"""System and Python -> all wheels of the lock for them."""
_PUT = """Which Python belongs into this folder

1. On python.org, under Downloads, Windows, take the newest Python {version}: "Windows embeddable package (64-bit)", a zip file.
2. Compare its SHA-256 hash with the one on the page of that release (certutil -hashfile FILE SHA256).
3. Unzip it into this folder, so that python.exe lies beside this text. Change nothing in it.

It has to be Python {version}: the program in lib was made ready for that one. If its newest zip file is more than half a year
old, its holes are no longer mended for Windows: ask for a folder that was made for a newer Python.
"""


def compile_for(python: str, folder: Path) -> None:
    """Compile all modules below a folder with an interpreter, so that they hold wherever and whenever they are unpacked.

    Raises:
        NotBuilt: one of the modules is broken.
    """
    how = ["-q", "-s", str(folder), "--invalidation-mode", "unchecked-hash", str(folder)]
    env = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run([python, "-m", "compileall", *how], capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        raise NotBuilt(f"Not all modules could be compiled:\n{done.stdout}{done.stderr}")


def interpreter(version: str) -> str:
    """An interpreter of exactly that version on this machine, to compile with."""
    if version == "{}.{}".format(*sys.version_info):
        return sys.executable
    found = shutil.which(f"python{version}") or ""
    said = subprocess.run([found, "-V"], capture_output=True, text=True, check=False).stdout if found else ""
    if f" {version}." not in said:
        raise NotBuilt(f"Modules for Python {version} are compiled by that Python, and this machine has none. Install it.")
    return found


def newest() -> str:
    """The newest Python that can compile here: of those that are only kept safe, python.org makes no files for Windows."""
    for version in reversed(PYTHONS):
        with contextlib.suppress(NotBuilt):
            interpreter(version)
            return version
    raise NotBuilt(f"The program runs with Python {PYTHONS[0]} to {PYTHONS[-1]}, and this machine has none of them.")


def lay(folder: Path, program: Path, wheels: Iterable[Path], system: str, python: str) -> list[Path]:
    """lib/ with the program and what it needs, start.py, and the pages; the wheels that are in it."""
    used = [program, *needed(wheels, program, environment(system, python))]
    for wheel in used:
        unpack(wheel, folder / "lib")
    shutil.copyfile(STARTS / "carried.py", folder / "start.py")
    shutil.copyfile(TOP / "LICENSE", folder / "LICENSE.txt")
    return used


def windows_folder(folder: Path, program: Path, wheels_for: WheelsFor, python: str, embeddable: Path | None) -> None:
    """The folder for Windows on x64, with a Python in it if one is given, else with a place for it."""
    used = lay(folder, program, wheels_for("windows-x64", python), "windows-x64", python)
    compile_for(interpreter(python), folder / "lib")
    (folder / "Start.bat").write_text((STARTS / "carried.bat").read_text("utf-8"), encoding="ascii", newline="\r\n")
    (folder / "python").mkdir()
    if embeddable:
        with zipfile.ZipFile(embeddable) as archive:
            archive.extractall(folder / "python")
    else:
        put = folder / "python" / "PUT-PYTHON-HERE.txt"
        put.write_text(_PUT.format(version=python), encoding="ascii", newline="\r\n")
    gather(used, folder / "licences", [f"{_which_python(embeddable)}: PSF License Agreement, in python/LICENSE.txt"])
    write_pages(folder, "carried-windows.md")


def _which_python(embeddable: Path | None) -> str:
    """The Python of a Windows folder, as its list names it."""
    if not embeddable:
        return "Python: the one that you put into python/"
    return f"Python: {embeddable.name} of python.org, unchanged, SHA-256 {hashlib.sha256(embeddable.read_bytes()).hexdigest()}"


def linux_folder(folder: Path, program: Path, wheels_for: WheelsFor, system: str, carried: str) -> None:
    """The folder for Linux with an interpreter of this machine in it.

    Raises:
        NotBuilt: this is no Linux, or the interpreter does not run here.
    """
    if sys.platform != "linux":
        raise NotBuilt("The Linux folder is built on Linux. `--only stick --only windows` builds the others here.")
    python, carried_along = carry(carried, folder / "python", folder / "licences")
    used = lay(folder, program, wheels_for(system, python), system, python)
    for modules in (folder / "lib", folder / "python" / "lib" / f"python{python}"):
        compile_for(carried, modules)
    shutil.copyfile(STARTS / "carried.sh", folder / "start")
    (folder / "start").chmod(0o755)
    gather(used, folder / "licences", [*carried_along, *c_library(folder)])
    write_pages(folder, "carried-linux.md")


def stick(folder: Path, program: Path, wheels: Iterable[Path], lock: str, hashed: str, where: list[tuple[str, str]]) -> None:
    """Wheels for all systems and Pythons (`where`), start files that install from them, and what pip checks them by."""
    everything = sorted(wheels)
    names = {name_of(wheel) for each in where for wheel in needed(everything, program, environment(*each))}
    handed_out = [program, *(wheel for wheel in everything if name_of(wheel) in names)]
    (folder / "wheels").mkdir(parents=True)
    for wheel in handed_out:
        shutil.copyfile(wheel, folder / "wheels" / wheel.name)
    version = program.name.split("-")[1]
    own = f"youth-codesign=={version} \\\n    --hash=sha256:{hashed}\n"
    entries = [entry for name, entry in lock_entries(lock).items() if name in names]
    (folder / "wheels" / "requirements.txt").write_text("".join([own, *entries]), encoding="utf-8", newline="\n")
    for source, name, ends in (
        ("stick.bat", "Start-Windows.bat", "\r\n"),
        ("stick.sh", "Start-Mac.command", "\n"),
        ("stick.sh", "start-linux", "\n"),
    ):
        words = (STARTS / source).read_text("utf-8").replace("@WHICH@", f"{version}-{hashed[:8]}")
        (folder / name).write_text(words, encoding="ascii", newline=ends)
        (folder / name).chmod(0o755)
    shutil.copyfile(TOP / "LICENSE", folder / "LICENSE.txt")
    gather(handed_out, folder / "licences")
    write_pages(folder, "stick.md")
