"""Wheels: fetched by the lock for any system, read, narrowed to what the program needs, and unpacked."""

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from email import message_from_string
from email.message import Message
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    "windows-x64": ("win_amd64",),
    "windows-arm64": ("win_arm64",),
    "mac-apple-silicon": ("macosx_11_0_arm64",),
    "mac-intel": ("macosx_10_15_x86_64",),
    "linux-x64": ("manylinux_2_28_x86_64", "manylinux2014_x86_64"),
    "linux-arm64": ("manylinux_2_28_aarch64", "manylinux2014_aarch64"),
}
"""A system -> the tags of wheels that run there, the newest first."""
_KNOWN_AS = {"windows": ("win32", "Windows", "nt"), "mac": ("darwin", "Darwin", "posix"), "linux": ("linux", "Linux", "posix")}


class NotBuilt(Exception):
    """A sentence for whoever builds."""


def environment(system: str, python: str) -> dict[str, str]:
    """What markers are asked about on that system with that Python, whatever this one is."""
    platform, named, os_name = _KNOWN_AS[system.split("-")[0]]
    arm = system.endswith(("arm64", "silicon"))
    machine = {"windows": ("AMD64", "ARM64"), "mac": ("x86_64", "arm64"), "linux": ("x86_64", "aarch64")}
    return {
        "sys_platform": platform,
        "platform_system": named,
        "os_name": os_name,
        "platform_machine": machine[system.split("-")[0]][arm],
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }


def name_of(wheel: Path) -> str:
    return parse_wheel_filename(wheel.name)[0]


def compiled(wheel: Path) -> bool:
    """Whether it is for one kind of system only."""
    return all(tag.platform != "any" for tag in parse_wheel_filename(wheel.name)[3])


def lock_entries(lock: str) -> dict[str, str]:
    """Name -> its whole entry in a lock, hashes included."""
    entries = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9#]|\Z)", lock, re.MULTILINE | re.DOTALL)
    return {canonicalize_name(Requirement(entry.split("\\\n")[0].strip()).name): entry for entry in entries}


def fetch(lock: str, into: Path, system: str, python: str) -> None:
    """Download the wheels of a lock for a system and a Python; pip checks each by its hash.

    Raises:
        NotBuilt: one is not to be had.
    """
    tags = [word for tag in SYSTEMS[system] for word in ("--platform", tag)]
    with tempfile.NamedTemporaryFile("w", suffix=".lock", encoding="utf-8") as asked:
        asked.write(lock)
        asked.flush()
        how = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--python-version", python, *tags]
        pip = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--disable-pip-version-check",
            *how,
            "-r",
            asked.name,
            "-d",
            str(into),
        ]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotBuilt(f"Not all wheels for {system} with Python {python} could be fetched:\n{done.stderr}")


def fetch_all(lock: str, into: Path) -> None:
    """The wheels for every system with every Python; what fits all of them is fetched once."""
    (system, python), *others = ((system, python) for system in SYSTEMS for python in PYTHONS)
    fetch(lock, into, system, python)
    for_one_system = {name_of(wheel) for wheel in into.glob("*.whl") if compiled(wheel)}
    rest = "".join(entry for name, entry in lock_entries(lock).items() if name in for_one_system)
    with ThreadPoolExecutor(4) as at_once:
        list(at_once.map(lambda other: fetch(rest, into, *other), others))


def metadata(wheel: Path) -> Message:
    """What a wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        return message_from_string(archive.read(name).decode())


def needed(wheels: Iterable[Path], program: Path, where: dict[str, str]) -> list[Path]:
    """The wheels that the program's wheel needs there, by name: a lock holds what builds it, too.

    Raises:
        NotBuilt: one that is needed is not among them.
    """
    by_name = {name_of(wheel): wheel for wheel in wheels}
    found: dict[str, Path] = {}
    wanted, seen = [(program, "")], set()
    while wanted:
        wheel, extra = wanted.pop()
        for line in metadata(wheel).get_all("Requires-Dist", []):
            need = Requirement(line)
            name = canonicalize_name(need.name)
            if need.marker and not need.marker.evaluate({**where, "extra": extra}):
                continue
            if name not in by_name:
                raise NotBuilt(f"{wheel.name} needs {need}, and no wheel of it is there.")
            found[name] = by_name[name]
            for each in ("", *need.extras):
                if (name, each) not in seen:
                    seen.add((name, each))
                    wanted.append((by_name[name], each))
    return [found[name] for name in sorted(found)]


def unpack(wheel: Path, into: Path) -> None:
    """Lay a wheel's modules into a folder; scripts, headers and manuals stay away."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            parts = PurePosixPath(name).parts
            if parts[0].endswith(".data"):
                if len(parts) < 3 or parts[1] not in ("purelib", "platlib"):
                    continue
                parts = parts[2:]
            to = into.joinpath(*parts)
            if not to.resolve().is_relative_to(into.resolve()):
                raise NotBuilt(f"{wheel.name} would write outside of its folder: {name}")
            if not name.endswith("/"):
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_bytes(archive.read(name))
