"""Small disks of their own for tests: mounted by root on Linux, and always unmounted."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoMount(Exception):
    """Why no disk can be mounted here."""


def make_ext4(image: Path, size: int) -> None:
    """A file that can be mounted as a disk.

    Raises:
        NoMount: it can't be made here.
    """
    with image.open("wb") as file:
        file.truncate(size)
    _run("mkfs.ext4", "-q", "-F", str(image))


def mount(point: Path, *arguments: str) -> None:
    """Mount on a folder, which is made where it is missing.

    Raises:
        NoMount: not root, not Linux, or the system refused.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        raise NoMount("only root on Linux can mount a disk")
    point.mkdir(exist_ok=True)
    _run("mount", *arguments, str(point))


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise NoMount(f"there is no {command[0]} command") from None
    if done.returncode:
        raise NoMount(f"{command[0]} refused: {done.stderr.strip()}")


def unmount(point: Path) -> None:
    """A loop device below goes with its mount. A disk still in use goes out of sight now, and away with its last user."""
    if subprocess.run(["umount", str(point)], capture_output=True, check=False).returncode:
        subprocess.run(["umount", "--lazy", str(point)], capture_output=True, check=False)


@contextmanager
def mounted(point: Path, *arguments: str) -> Iterator[Path]:
    mount(point, *arguments)
    try:
        yield point
    finally:
        unmount(point)


@contextmanager
def nothing_left_mounted(below: Path) -> Iterator[None]:
    """For disks that another process mounts, which may be killed."""
    try:
        yield
    finally:
        for line in reversed(Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()):
            point = Path(line.split()[1])
            if point.is_relative_to(below):
                unmount(point)
