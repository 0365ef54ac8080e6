"""Builds all that is handed out, from `requirements.lock` alone: `bash .ci/build --help`.

Wheel and sdist; the stick (wheels for six systems and four Pythons, with start files); the carried folder for Windows; its
Linux twin. Beside them SHA256SUMS. What is built twice from one commit with one Python is the same, byte for byte.
"""

import argparse
import hashlib
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from archives import pack_tar, pack_zip, write_checksums
from carried_python import version_of_embeddable
from first_pages import TOP
from folders import linux_folder, newest, stick, windows_folder
from wheels import PYTHONS, SYSTEMS, NotBuilt, fetch, fetch_all

PARTS = ("stick", "windows", "linux")


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bash .ci/build", description="Build what is handed out, into a folder.")
    parser.add_argument("--out", type=Path, default=TOP / "dist", help="the folder; dist/ by default")
    parser.add_argument("--only", choices=PARTS, action="append", help="beside wheel and sdist, only this (again and again)")
    parser.add_argument("--python", default=sys.executable, help="what the Linux folder carries; this interpreter by default")
    parser.add_argument("--embeddable", type=Path, help="python.org's “Windows embeddable package (64-bit)”")
    parser.add_argument("--sha256", help="its hash, as python.org states it")
    said = parser.parse_args(given)
    if bool(said.embeddable) != bool(said.sha256):
        parser.error("--embeddable and --sha256 go together: no Python is carried that was not checked")
    return said


def build(said: argparse.Namespace) -> None:
    parts = said.only or PARTS
    said.out.mkdir(parents=True, exist_ok=True)
    hatch = [sys.executable, "-m", "hatchling", "build", "-d", str(said.out.resolve())]
    done = subprocess.run(hatch, cwd=TOP, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotBuilt(f"The wheel could not be built:\n{done.stdout}{done.stderr}")
    program = max(said.out.glob("youth_codesign-*.whl"), key=lambda wheel: wheel.stat().st_mtime)
    name = f"youth-codesign-{program.name.split('-')[1]}"
    lock = (TOP / "requirements.lock").read_text("utf-8")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)

        def wheels_for(system: str, python: str) -> list[Path]:
            fetch(lock, work / system / python, system, python)
            return sorted((work / system / python).glob("*.whl"))

        if "windows" in parts:
            python = version_of_embeddable(said.embeddable, said.sha256) if said.embeddable else newest()
            folder = work / f"{name}-windows-x64"
            windows_folder(folder, program, wheels_for, python, said.embeddable)
            pack_zip(folder, said.out / f"{folder.name}.zip")
        if "linux" in parts:
            system = "linux-arm64" if platform.machine() == "aarch64" else "linux-x64"
            folder = work / f"{name}-{system}"
            linux_folder(folder, program, wheels_for, system, said.python)
            pack_tar(folder, said.out / f"{folder.name}.tar.gz")
        if "stick" in parts:
            (work / "all").mkdir()
            fetch_all(lock, work / "all")
            folder = work / f"{name}-stick"
            hashed = hashlib.sha256(program.read_bytes()).hexdigest()
            where = [(system, python) for system in SYSTEMS for python in PYTHONS]
            stick(folder, program, (work / "all").glob("*.whl"), lock, hashed, where)
            pack_zip(folder, said.out / f"{folder.name}.zip")
    write_checksums(said.out)
    for path in sorted(said.out.iterdir()):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}")


if __name__ == "__main__":
    try:
        build(arguments())
    except NotBuilt as why:
        sys.exit(str(why))
