"""The private key of one round, in a file of its own: made before the round opens, gone before results are shown."""

import os
from pathlib import Path

from codesign.core.errors import CodesignError, NoKey
from codesign.store.disk import Disk
from codesign.store.seal import new_keys, public_of

_NO_KEY = (
    "The key of this round is not on this laptop, so nobody can open its ballots here. Close the round on the laptop where the "
    "votes were cast, or drop the round and vote again."
)


class RoundKey:
    """The key file of one round; whether or not there is one."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk

    @property
    def is_there(self) -> bool:
        return os.path.exists(self._path)

    def make(self) -> str:
        """A new key, on disk when this returns; its public half as text for the record."""
        private, public = new_keys()
        self._disk.make_folder(self._path.parent)
        self._disk.replace(self._path, private)
        return public

    def private(self, public: str) -> bytes:
        """The private half of a round's key.

        Raises:
            NoKey: it is not here, or is not this round's.
        """
        private = self._disk.read(self._path) if self.is_there else b""
        if public_of(private) != public:
            raise NoKey(_NO_KEY)
        return private

    def fits(self, public: str) -> bool:
        """Whether it is here and is this round's."""
        try:
            self.private(public)
        except CodesignError:
            return False
        return True

    def must_fit(self, public: str) -> None:
        """Before a ballot is taken that nobody could ever open.

        Raises:
            NoKey: the key is not here, or is not this round's.
        """
        if not self.fits(public):
            raise NoKey(
                f"Not saved: the key of this round is not in {self._path.parent}, and without it nobody could ever open the "
                "ballot. If a stick or folder is gone, bring it back, then try again. If the round was opened on another "
                "laptop, go on there."
            )

    def public(self) -> str:
        """The public half of the key that is here; empty where none is."""
        return public_of(self._disk.read(self._path)) if self.is_there else ""

    def remove(self) -> None:
        self._disk.unlink(self._path)
