"""The driver for Linux and macOS. It reads the terminal through the cutter: Textual hands on what it does not know as single
keys, and 0 to 5 are votes here. It writes by itself, so that a page which was being painted when the program was stopped is
never painted to its end once it goes on."""

import locale
import os
import select
import signal
import time
from collections.abc import Iterable

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.messages import TerminalSupportsSynchronizedOutput

from codesign.tui.keyboard.cut import Cut, Cutter, Pasted
from codesign.tui.keyboard.known import is_sync_reply, key_of

_LOOKS_UP = 0.1  # seconds after which the end of the program is seen, as in Textual's own driver
_SCREEN = 2  # standard error, as in Textual's own driver
_QUIET_KEYBOARD = "\x1b[>0u\x1b[?1004l"
"""No numbered keys, which nothing here needs, and no word on who has the focus: a line that lost it would let words vote."""
_ERASE = "\x1b[m\x1b[999;999H\x1b[1J\x1b[H"
"""Everything up to the last corner, for a terminal without a second screen: what is erased as a whole (2J, or J from the first
corner) goes into the scroll-back in GNU screen and tmux."""


_IN_UTF8, _AS_BEFORE = "\x1b%G", "\x1b%@"
"""For a terminal of another character set, as xterm is in such a locale: there ● and ○ looked alike."""


class _ShutMeanwhile(Exception):
    """The way was shut while something was being written, which ends there: a terminal may be slow to take it."""


class KeysOnly(LinuxDriver):
    """Hands on keys, pastes and one reply of the terminal; the size comes by a signal. Nothing else that a terminal sends."""

    _shut, _writing = True, False

    def start_application_mode(self) -> None:
        self._shut = False
        if _other_letters():
            self.write(_IN_UTF8)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCONT})  # its threads leave that to the main thread
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if self._key_thread is not None:
            self.write(_QUIET_KEYBOARD)

    def stop_application_mode(self) -> None:
        self._shut = False
        self.write(_ERASE)
        super().stop_application_mode()
        if _other_letters():
            self.write(_AS_BEFORE)
        self._shut = True

    def shut(self) -> None:
        """Write nothing more, from this moment, until the terminal is given back. For a signal's handler in the main thread:
        what is just being written ends by an exception, which must go through the handler."""
        self._shut = True
        if self._writing:
            raise _ShutMeanwhile

    def write(self, data: str) -> None:
        """In the main thread, which paints: in another one, or in its queue, something could wait that must not be seen."""
        rest = data.encode(errors="backslashreplace")
        try:
            self._writing = True
            while rest and not self._shut:
                select.select([], [_SCREEN], [])  # another program may have left it in a mode in which a write does not wait
                rest = rest[os.write(_SCREEN, rest) :]
        except (_ShutMeanwhile, OSError):  # of a terminal that is gone: the app looks for that
            pass
        self._writing = False

    def run_input_thread(self) -> None:
        """Read until the program leaves the terminal. Wakes early only while an Esc waits for its rest."""
        cutter = Cutter()
        while not self.exit_event.is_set():
            due = cutter.due
            wait = _LOOKS_UP if due is None else min(_LOOKS_UP, max(0.0, due - time.monotonic()))
            ready = select.select([self.fileno], [], [], wait)[0]
            data = os.read(self.fileno, 4096) if ready else b""
            now = time.monotonic()
            self._hand_on(cutter.feed(data, now) if data else cutter.tick(now))
            if ready and not data:  # the end of a pipe, or a terminal that went away
                time.sleep(_LOOKS_UP)

    def _hand_on(self, cuts: Iterable[Cut]) -> None:
        for cut in cuts:
            if isinstance(cut, Pasted):
                self.process_message(events.Paste(cut.text))
            elif is_sync_reply(cut):
                self.process_message(TerminalSupportsSynchronizedOutput())
            elif key := key_of(cut):
                self.process_message(events.Key(key.name, key.character))


def _other_letters() -> bool:
    """Whether this terminal was told to take something else than UTF-8."""
    return locale.getencoding().lower().replace("-", "") != "utf8"
