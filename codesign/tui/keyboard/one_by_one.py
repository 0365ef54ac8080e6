"""One key after the other. Textual passes a key on to the widget that has the focus before the key in front of it has changed
the page, so that of two keys in one write the second acts on a page that is gone."""

import asyncio
import contextlib
from collections import deque
from typing import TYPE_CHECKING, Any

from textual.events import Callback, Key
from textual.message_pump import MessagePump

from codesign.tui.keys import EVERYWHERE

if TYPE_CHECKING:
    from textual.app import App

_ROUNDS = 3  # a key goes up from the widget, its message goes up again, and a page comes up
_TAKES_LONGEST = 0.5  # seconds; a widget that went away in the middle never answers
_PAINTS = 0.05  # seconds in which a key alone is answered, before anybody asks whether it was taken in
_HIDE = next(key for key in EVERYWHERE if key.action == "hide").keys.split(",")


class OneByOne:
    """Holds keys back until the one in front of them was taken in. Hide waits for none, and drops those that wait."""

    def __init__(self, app: "App[Any]") -> None:
        self._app = app
        self._waiting: deque[Key] = deque()
        self._next: Key | None = None
        self._task: asyncio.Task[None] | None = None
        self._came = asyncio.Event()
        self.paints = _PAINTS

    @property
    def waiting(self) -> bool:
        """A key is still to be taken in."""
        return self._task is not None

    def may_pass(self, key: Key) -> bool:
        """Whether the app shall take this key now. Else it comes again when it is its turn."""
        if not self._app.screen_stack:
            return False
        if key is self._next:
            self._next = None
            return True
        if key.key in _HIDE:
            self._waiting.clear()
            return True
        if self._task:
            self._waiting.append(key)
            self._came.set()
            return False
        self._came.clear()
        self._task = asyncio.create_task(self._go_on())
        return True

    async def _go_on(self) -> None:
        try:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._came.wait(), self.paints)
            await self._taken_in()
            while self._waiting and self._app.screen_stack:  # which is empty once the program has ended
                self._next = self._waiting.popleft()
                self._app.post_message(self._next)
                await self._taken_in()
        finally:
            self._task = None

    async def _taken_in(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_TAKES_LONGEST):
                for _ in range(_ROUNDS):
                    await _passed(self._app)
                    if not self._app.screen_stack:
                        return
                    screen = self._app.screen
                    focused = self._app.focused
                    for pump in [*(focused.ancestors_with_self if focused else []), screen]:
                        if pump is not self._app:
                            await _passed(pump)


class _Passed(asyncio.Event):
    """Comes about when it is called."""

    _param_count = 0  # as Textual keeps it of what it has called before; of a new one it works it out, for longer than it takes

    def __call__(self) -> None:
        self.set()


async def _passed(pump: MessagePump) -> None:
    """Until everything that waits there now was handled; a page that is being made handles nothing before it is there."""
    passed = _Passed()
    if pump.post_message(Callback(passed)):
        await passed.wait()
