"""A held key acts once. A terminal tells no key-up, so a repeat is the same key again within a short time of itself.

A page whose key can't be taken back asks for more: that it has been there to be read."""

import time
from collections.abc import Callable

from codesign.core.turn_break import STILL_THERE

REPEAT_WITHIN = 0.3  # seconds; slower than a keyboard's repeat, faster than a person who means it
NO_HAND = 0.09  # no finger presses a key twice so quickly, and a keyboard repeats more quickly still
TO_BE_READ = 0.8  # longer than the pause before a keyboard begins to repeat: for pages whose key can't be taken back


def since_boot() -> float:
    """Seconds on a clock that also runs while the laptop is asleep, where the system has one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class IdleTime:
    """How long nobody has pressed a key."""

    def __init__(self, clock: Callable[[], float], after: float) -> None:
        self._clock = clock
        self._after = after
        self._last = clock()

    @property
    def over(self) -> bool:
        """It is `after` seconds and more since the last key."""
        return self._clock() - self._last >= self._after

    @property
    def soon(self) -> bool:
        """It is nearly so long."""
        return self._clock() - self._last >= self._after - STILL_THERE

    def key(self) -> bool:
        """A key came; whether it came too late."""
        late, self._last = self.over, self._clock()
        return late


class Held:
    """Remembers the last key that asked to act, over all pages: every repeat restarts the wait."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._key = ""
        self._at = self._shown = self._pressed = float("-inf")

    def now(self) -> float:
        """Seconds on its clock."""
        return self._clock()

    def shown(self) -> None:
        """Lines that are to be read have come on the screen: from now on runs the wait of `read`."""
        self._shown = self._clock()

    @property
    def could_be_read(self) -> bool:
        """They have been there for a while: a key that was pressed before does not take them away."""
        return self._clock() - self._shown > TO_BE_READ

    def first(self, key: str) -> bool:
        """Whether this press is a new one, not the same key again within a short time."""
        return self._new(key, self._clock())

    def apart(self, key: str, pressed: float) -> bool:
        """The same where one key after another is meant, and often the same one: only what no hand can do is a repeat, by our
        clock and by that of the moments at which the keys were `pressed`: where the screen is slow, keys come late together.
        """
        now = self._clock()
        new = key != self._key or now - self._at > NO_HAND or pressed - self._pressed > NO_HAND
        self._key, self._at, self._pressed = key, now, pressed
        return new

    def read(self, key: str) -> bool:
        """The same on a page that is to be read: the key that brought it there also waits until it could be read. The wait
        runs from the moment the page was shown, so pressing again and again does not make it longer."""
        other = key != self._key
        return self.first(key) and (other or self.could_be_read)

    def _new(self, key: str, now: float) -> bool:
        new = key != self._key or now - self._at > REPEAT_WITHIN
        self._key, self._at = key, now
        return new
