"""The facilitator's code: six digits that keep the room's results and the way out of the youth screens to the facilitator.
Four words, shown once when it is set, open the same.

A speed bump for curious hands, not a lock against someone who takes the laptop. Only an Argon2id hash is kept. The count of
wrong tries is on disk and no time is: a restart begins the wait anew.
"""

import contextlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

from codesign.core.errors import CodesignError, NotSaved, WrongCode
from codesign.store.disk import Disk
from codesign.store.four_words import as_drawn, draw

_FREE_TRIES = 5
_FIRST_WAIT, _LONGEST_WAIT = 15.0, 300.0  # seconds, doubling between (VxSuite's figures); nobody can lock a session out
_PASSES, _MEMORY = 3, 19 * 1024 * 1024  # bytes; OWASP's figures, which any laptop has free
_LARGE = "$m=65536,"
"""In hashes of earlier versions, which took 64 MiB: one is made anew at the next right code, when its secret is known."""
_HASH = re.compile(r"\$argon2id\$[!-~]{1,116}")  # longer ones, or other letters, the library refuses to look at


class Code:
    """The code of one record, or of a laptop."""

    def __init__(self, path: Path, clock: Callable[[], float], disk: Disk | None = None) -> None:
        self._path = path
        self._clock = clock
        self._disk = disk or Disk()
        self._wait_from = clock()
        self._hash, self._words, self._wrong = self._load()

    def _load(self) -> tuple[str, str, int]:
        """The hash of the code, that of the words (empty in a file from before there were any), and the wrong tries."""
        if not os.path.exists(self._path):
            return "", "", 0
        with contextlib.suppress(ValueError, TypeError, KeyError, OverflowError, RecursionError):
            row = json.loads(self._disk.read(self._path, "code"))
            if _HASH.fullmatch(row["hash"]):
                words = str(row.get("words", ""))
                return row["hash"], words if _HASH.fullmatch(words) else "", int(row["wrong"])
        return "", "", 0  # a torn file can't be told from none: the facilitator sets a new code

    @property
    def is_set(self) -> bool:
        return bool(self._hash)

    @property
    def has_words(self) -> bool:
        """Whether four words open it too."""
        return bool(self._words)

    @property
    def wait(self) -> float:
        """Seconds until the next try is looked at."""
        if self._wrong < _FREE_TRIES:
            return 0.0
        wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** min(self._wrong - _FREE_TRIES, 10))
        return max(0.0, self._wait_from + wait - self._clock())

    def set(self, code: str, words: str = "") -> None:
        """Set the code of a record that has none, and the four words that open it too. It is set once it is on disk.

        Raises:
            CodesignError: it is not six digits; NotSaved: it is not set.
        """
        if not re.fullmatch(r"[0-9]{6}", code):
            raise CodesignError("The code is six digits.")
        made, made_words = (_hashed(secret) if secret else "" for secret in (code, words))
        self._save(made, made_words, 0)
        self._hash, self._words, self._wrong = made, made_words, 0

    def set_with_words(self, code: str) -> str:
        """The same with four words that are drawn now; they are known to nobody afterwards."""
        words = draw()
        self.set(code, words)
        return words

    def forget(self) -> None:
        """Remove the code and its words. Whoever opens the record next sets a new one."""
        self._disk.unlink(self._path)
        self._hash, self._words, self._wrong = "", "", 0

    def check(self, code: str) -> None:
        """Return if the code is right, or the four words in its place.

        Raises:
            WrongCode: it is not, or it is too early after wrong ones; a try made too early is not looked at.
        """
        if self.wait:
            raise WrongCode(f"Too many wrong tries. Wait {round(self.wait) or 1} seconds, then try again.")
        right, before = self._fits(code), self._wrong
        self._wrong = 0 if right else before + 1
        self._wait_from = self._clock()
        hashes = self._hash, self._words
        made = self._made_anew(code) if right else hashes
        if (self._wrong != before or made != hashes) and self._load()[0] == self._hash:  # another that was set meanwhile stays
            with contextlib.suppress(NotSaved):  # a full disk says nothing of the code; the count goes on in memory
                self._save(*made, self._wrong)
                self._hash, self._words = made
        if not right:
            raise WrongCode("That is not the code.")

    def _words_in(self, code: str) -> str:
        """The four words, where they were typed in place of the code."""
        return as_drawn(code) if self._words else ""

    def _made_anew(self, right: str) -> tuple[str, str]:
        """Both hashes, that of what was right made as hashes are made now."""
        if words := self._words_in(right):
            return self._hash, _hashed(words) if _LARGE in self._words else self._words
        return _hashed(right) if _LARGE in self._hash else self._hash, self._words

    def _fits(self, code: str) -> bool:
        from nacl.exceptions import InvalidkeyError
        from nacl.pwhash import argon2id

        words = self._words_in(code)
        made, typed = (self._words, words) if words else (self._hash, code)
        try:
            return argon2id.verify(made.encode(), typed.encode(errors="replace"))
        except InvalidkeyError:
            return False

    def _save(self, made: str, words: str, wrong: int) -> None:
        self._disk.make_folder(self._path.parent)
        self._disk.replace(self._path, json.dumps({"hash": made, "words": words, "wrong": wrong}).encode())


def _hashed(secret: str) -> str:
    from nacl.pwhash import argon2id

    return argon2id.str(secret.encode(), opslimit=_PASSES, memlimit=_MEMORY).decode()
