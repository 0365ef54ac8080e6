"""A real pseudo-terminal with the program in it: keys go in, and the screen is read as a person would see it."""

import contextlib
import os
import re
import time
from pathlib import Path
from types import TracebackType

import pexpect
import pyte


class Terminal:
    """One run of the program."""

    def __init__(self, command: str, args: list[str], *, size: tuple[int, int] = (80, 24), env: dict[str, str]) -> None:
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self._child = pexpect.spawn(command, args, dimensions=(rows, columns), env=env, cwd=env["HOME"], timeout=5)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._child.close(force=True)

    def _read(self, seconds: float) -> None:
        try:
            data = self._child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            return
        self.raw += data
        self._stream.feed(data)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait(self, pattern: str, seconds: float = 20) -> None:
        """Until the screen shows the pattern, and then until it is quiet."""
        end = time.monotonic() + seconds
        while not re.search(pattern, self.text()):
            assert time.monotonic() < end, f"waited for {pattern!r}, saw:\n{self.text()}"
            assert self._child.isalive() or self._child.buffer, f"ended before {pattern!r}:\n{self.text()}"
            self._read(0.1)
        quiet = 0
        while quiet < 2:
            before = len(self.raw)
            self._read(0.04)
            quiet = quiet + 1 if len(self.raw) == before else 0

    def press(self, keys: str, pattern: str = "") -> None:
        """Send keys; with a pattern, wait for it."""
        self._child.send(keys)
        if pattern:
            self.wait(pattern)
        else:
            self._read(0.08)

    def press_when_read(self, keys: str, pattern: str) -> None:
        """Go on from a page that takes no key before it could be read, however late a busy machine paints it."""
        end = time.monotonic() + 30
        while True:
            self.pause(0.9)
            self._child.send(keys)
            shown = time.monotonic() + 3
            while time.monotonic() < shown:
                if re.search(pattern, self.text()):
                    return self.wait(pattern)
                self._read(0.1)
            assert time.monotonic() < end, f"waited for {pattern!r}, saw:\n{self.text()}"

    @property
    def pid(self) -> int:
        return int(self._child.pid)

    def drain(self) -> None:
        """Read all that a suspended program has written: up to a mark that is put behind it into the same terminal."""
        mark = f"\x1b]9;{time.monotonic_ns()}\x07".encode()
        with open(
            f"/proc/{self._child.pid}/fd/0", "wb", buffering=0, opener=lambda p, _f: os.open(p, os.O_WRONLY | os.O_NOCTTY)
        ) as same:
            same.write(mark)
        got, end = b"", time.monotonic() + 20
        while mark not in got:
            assert time.monotonic() < end, got
            with contextlib.suppress(pexpect.TIMEOUT):
                got += self._child.read_nonblocking(65536, timeout=0.1)
        self.raw += got.replace(mark, b"")
        self._stream.feed(got.replace(mark, b""))

    def pause(self, seconds: float = 0.4) -> None:
        """Longer than a held key would take to repeat: what comes next is a new press."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.1)

    def kill(self) -> None:
        """A dead battery."""
        self._child.kill(9)
        self._child.wait()

    def ended(self) -> int:
        """Wait for the program to leave; its exit code."""
        self._child.expect(pexpect.EOF, timeout=20)
        self.raw += self._child.before or b""
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)


def plain_files(folder: Path) -> bytes:
    """Every byte below a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def copies_in_memory(pid: int, words: str) -> int:
    """How often the words stand in what a process can write, in whichever width; Linux, for root alone. Painted rows, which end
    a colour's sequence before the words, are not counted: freed ones stay in the writing thread for a few more paints."""
    found = 0
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for row in maps:
            span, rights, *_rest = row.split()
            first, last = (int(at, 16) for at in span.split("-"))
            if rights.startswith("rw"):
                with contextlib.suppress(OSError, ValueError):  # a mapping of the kernel's own
                    memory.seek(first)
                    block = memory.read(last - first)
                    for code in ("utf-8", "utf-16-le", "utf-32-le"):
                        painted = block.count(f"m{words}".encode(code))
                        found += block.count(words.encode(code)) - painted
    return found
