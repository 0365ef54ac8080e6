"""A held key acts once. A terminal tells no key-up, so a repeat is the same key again within a short time of itself."""

from collections.abc import Callable

REPEAT_WITHIN = 0.3  # seconds; slower than a keyboard's repeat, faster than a person who means it
TO_BE_READ = 0.8  # longer than the pause before a keyboard begins to repeat: for pages whose key can't be taken back


class Held:
    """Remembers the last key that asked to act, over all pages: every repeat restarts the wait."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._key = ""
        self._at = float("-inf")

    def first(self, key: str, within: float = REPEAT_WITHIN) -> bool:
        """Whether this press is a new one, not the same key again within so many seconds."""
        now = self._clock()
        new = key != self._key or now - self._at > within
        self._key, self._at = key, now
        return new
