"""The driver for Linux and macOS that reads the terminal through the cutter: Textual hands on what it does not know as single
keys, and 0 to 5 are votes here."""

import os
import select
import time
from collections.abc import Iterable

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.messages import TerminalSupportsSynchronizedOutput

from codesign.tui.keyboard.cut import Cut, Cutter, Pasted
from codesign.tui.keyboard.known import is_sync_reply, key_of

_LOOKS_UP = 0.1  # seconds after which the end of the program is seen, as in Textual's own driver
_QUIET_KEYBOARD = "\x1b[>0u\x1b[?1004l"
"""No numbered keys, which nothing here needs, and no word on who has the focus: a line that lost it would let words vote."""


class KeysOnly(LinuxDriver):
    """Hands on keys, pastes and one reply of the terminal; the size comes by a signal. Nothing else that a terminal sends."""

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._key_thread is not None:
            self.write(_QUIET_KEYBOARD)

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
