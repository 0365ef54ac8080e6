"""The Python that a carried folder brings along: an interpreter of this system, copied, or the embeddable one for Windows."""

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from wheels import NotBuilt

_ASK = """
import json, sys, sysconfig
paths = {key: sysconfig.get_path(key) for key in ("stdlib", "platstdlib")}
binary = sys.executable if sys.prefix == sys.base_prefix else sys._base_executable
print(json.dumps({**paths, "binary": binary, "version": "%d.%d" % sys.version_info[:2],
    "full": "%d.%d.%d" % sys.version_info[:3]}))
"""
_LEFT_OUT = {"__pycache__", "ensurepip", "idlelib", "lib2to3", "pydoc_data", "test", "tests", "tkinter", "turtledemo", "venv"}
_LEFT_OUT |= {"dist-packages", "site-packages", "distutils", "sitecustomize.py", "turtle.py"}
_UNUSED = r"_(ssl|hashlib|sqlite3|tkinter|curses|curses_panel|dbm|gdbm|crypt|test\w*|xxtestfuzz)|readline|nis|ossaudiodev|xx\w*"
"""Extensions that the program never loads and that ask for libraries of the system, or are for tests."""
_EVERYWHERE = r"(ld-linux[\w-]*|linux-vdso|lib(c|m|dl|pthread|rt|util|crypt))\.so.*"


def wanted(name: str) -> bool:
    """Whether a file or folder of a standard library is carried."""
    return name not in _LEFT_OUT and not name.startswith("config-") and not re.fullmatch(rf"({_UNUSED})\..*so", name)


def carry(interpreter: str, into: Path, licences: Path) -> tuple[str, list[str]]:
    """Copy an interpreter of this system with its standard library and the libraries that it needs beside the C library.

    Returns:
        Its version, as "3.13", and what it and each library that came from this system are, a line each; the texts of the
        latter lie in `licences` then, where the system has them.
    """
    asked = subprocess.run([interpreter, "-I", "-c", _ASK], capture_output=True, text=True, check=False)
    if asked.returncode:
        raise NotBuilt(f"{interpreter} is no Python that runs here:\n{asked.stderr}")
    said = json.loads(asked.stdout)
    lib = into / "lib" / f"python{said['version']}"
    (into / "bin").mkdir(parents=True)
    shutil.copy2(Path(said["binary"]).resolve(), into / "bin" / "python3")
    for source in {said["stdlib"], said["platstdlib"]}:
        shutil.copytree(source, lib, dirs_exist_ok=True, ignore=lambda _at, names: [name for name in names if not wanted(name)])
    if not (licence := lib / "LICENSE.txt").exists():
        licence.write_text("Python is under the PSF License Agreement: docs.python.org/3/license.html\n", encoding="utf-8")
    copied = copy_libraries([into / "bin" / "python3", *lib.rglob("*.so")], into / "lib")
    python = f"Python {said['full']}: PSF License Agreement, in python/lib/python{said['version']}/LICENSE.txt"
    libraries = [path for path in copied if not path.name.startswith("libpython")]
    return said["version"], [python, *(_of_this_system(path, licences) for path in libraries)]


def _of_this_system(library: Path, licences: Path) -> str:
    """What a library is by the package that it came with here (Debian's), whose licences go along."""
    name = f"{library.name}, copied from the system that built this"
    if not shutil.which("dpkg-query"):
        return f"{name}: version and licence are not known"
    owner = _said("dpkg-query", "-S", f"*/{library.name}").split(":")[0]
    version = _said("dpkg-query", "-W", "-f", "${Version}", owner) if owner else ""
    text = Path("/usr/share/doc") / owner / "copyright"
    if not version or not text.is_file():
        return f"{name}: version and licence are not known"
    (licences / owner).mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, licences / owner / "copyright")
    return f"{name}: {owner} {version}, licences in {owner}/copyright"


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def copy_libraries(built: list[Path], into: Path) -> list[Path]:
    """Put what these ask for of the system beside them, but for the C library; the files that were copied, as they lie here."""
    said = subprocess.run(["ldd", *built], capture_output=True, text=True, check=False).stdout
    copied: list[Path] = []
    for name, place in sorted(set(re.findall(r"^\s*(\S+) => (/\S+)", said, re.MULTILINE))):
        if not re.fullmatch(_EVERYWHERE, name) and not (into / name).exists():
            shutil.copy2(Path(place).resolve(), into / name)
            copied.append(Path(place).resolve())
    return copied


def c_library(folder: Path) -> list[str]:
    """The C library that all that is built below a folder asks for, as a line for the list; none where no file says it."""
    built = [folder / "python" / "bin" / "python3", *(path for path in folder.rglob("*.so*") if path.is_file())]
    asked = {int(said) for path in built for said in re.findall(rb"\0GLIBC_2\.(\d+)", path.read_bytes())}
    return [f"From the system it asks for the C library glibc, 2.{max(asked)} or newer"] if asked else []


def version_of_embeddable(archive: Path, sha256: str) -> str:
    """The version of an embeddable Python for Windows, as "3.13", once its hash is the one that was given."""
    there = hashlib.sha256(archive.read_bytes()).hexdigest()
    if there != sha256.strip().lower():
        raise NotBuilt(f"{archive.name} has the hash {there}, not {sha256}: it is not the file that was meant.")
    with zipfile.ZipFile(archive) as opened:
        found = [re.fullmatch(r"python(\d)(\d+)\._pth", name) for name in opened.namelist()]
        versions = [f"{match[1]}.{match[2]}" for match in found if match]
    if len(versions) != 1:
        raise NotBuilt(f"{archive.name} is no embeddable Python: python.org calls it “Windows embeddable package (64-bit)”.")
    return versions[0]
