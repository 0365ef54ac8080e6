"""A real pseudo-terminal with the program in it: keys go in, and the screen is read as a person would see it."""

import contextlib
import os
import re
import time
from collections.abc import Callable
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
        self._text = ""
        self._child = pexpect.spawn(command, args, dimensions=(rows, columns), env=env, cwd=env["HOME"], timeout=5)
        self._child.delaybeforesend = None

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._child.close(force=True)

    def _read(self, seconds: float) -> bool:
        """Take what comes within the time; whether anything did."""
        try:
            data = self._child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            time.sleep(min(seconds, 0.02))
            return False
        self.raw += data
        self._show(data)
        return True

    def _show(self, data: bytes) -> None:
        self._stream.feed(without_colours(data))
        self._text = ""

    def text(self) -> str:
        if not self._text:
            columns = range(self._screen.columns)
            rows = (self._screen.buffer[number] for number in range(self._screen.lines))
            self._text = "\n".join("".join([row[column].data for column in columns]).rstrip() for row in rows)
        return self._text

    def until(self, done: Callable[[], bool], seconds: float = 20) -> None:
        """Read on until it is so."""
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, f"waited in vain, saw:\n{self.text()}"
            if self._child.ptyproc.fileobj.closed:
                time.sleep(0.02)
            else:
                self._read(0.02)

    def wait(self, pattern: str, seconds: float = 20) -> None:
        """Until the screen shows the pattern, and the program has nothing more to do."""
        end = time.monotonic() + seconds
        while not re.search(pattern, self.text()):
            assert time.monotonic() < end, f"waited for {pattern!r}, saw:\n{self.text()}"
            assert self._child.isalive() or self._child.buffer, f"ended before {pattern!r}:\n{self.text()}"
            self._read(0.1)
        self.rest()

    def rest(self) -> None:
        """Until nothing comes and every thread of the program is asleep, at three looks one after the other: on a busy machine
        silence alone says nothing, because a thread that waits for a processor is silent too."""
        calm, end = 0, time.monotonic() + 20
        while calm < 3 and time.monotonic() < end:
            calm = 0 if self._read(0.01) or not asleep(self.pid) else calm + 1

    def send(self, keys: str) -> None:
        """Press, and wait for nothing."""
        self._child.send(keys)

    def press(self, keys: str, pattern: str = "") -> None:
        """Send keys; with a pattern, wait for it, else until they were taken in."""
        self._child.send(keys)
        if pattern:
            self.wait(pattern)
        else:
            self.rest()

    def press_until(self, keys: str, pattern: str) -> None:
        """Press again and again, as a person would whose key was not taken: on the cover one that comes too early does
        nothing."""
        end = time.monotonic() + 30
        while not re.search(pattern, self.text()):
            assert time.monotonic() < end, f"waited for {pattern!r}, saw:\n{self.text()}"
            self.press(keys)
        self.wait(pattern)

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
        self._show(got.replace(mark, b""))

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


def without_colours(data: bytes) -> bytes:
    """What is written, without the colours between the words: nobody looks at them here, and to read them takes most time."""
    return re.sub(rb"\x1b\[[\d;]*m", b"", data)


def asleep(pid: int) -> bool:
    """Whether every thread of a process waits for something; true of one that has ended, and where nobody can tell."""
    try:
        threads = [(task / "stat").read_text() for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return True
    return all(stat.rpartition(") ")[2][0] not in "RD" for stat in threads)


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
