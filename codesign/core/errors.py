"""The one family of errors that a person reads. Everything else is a defect and crashes loudly, without values."""

import errno

from codesign.core.text import clean

_LONGEST = 100_000  # far more than any refusal: only what would not be safe to show is taken out


class CodesignError(Exception):
    """A refusal in a sentence for a person: what happened, what was kept, what to do.

    It may tell a file's name or words: whatever stands in them, no control character reaches the terminal.
    """

    def __init__(self, told: str) -> None:
        super().__init__(clean(told, _LONGEST, lines=_LONGEST))


class Busy(CodesignError):
    """Another program holds the record."""


class NotSaved(CodesignError):
    """A write did not reach the disk. What was there before is still there, and trying again is safe."""


class Damaged(CodesignError):
    """The record can't be read as it was written. It is never written over."""


class NoKey(CodesignError):
    """The ballots of the open round can't be opened, because their key is gone or is not this record's."""


class BrokenRows(CodesignError):
    """Some sealed rows in the box don't open. The facilitator may close the round without them."""


class TooFew(CodesignError):
    """The round can't be folded yet: no card has enough answers to keep anybody's to themselves."""


class WrongCode(CodesignError):
    """The facilitator's code was not right, or it is too early to try again."""


def why_not_saved(folder: object, error: OSError) -> str:
    """What a person reads when a write into a folder, which is named as it is printed, failed."""
    told = {
        errno.ENOSPC: "the disk is full. Free some room",
        errno.EDQUOT: "the disk is full. Free some room",
        errno.EROFS: "the disk is read-only. Make it writable, or start in another folder",
        errno.EACCES: "you may not write there. Ask for the right to write, or start in another folder",
        errno.EPERM: "you may not write there. Ask for the right to write, or start in another folder",
        errno.ENOENT: "the folder is gone. Leave the program open, put the stick back in or bring the folder back",
    }
    reason = told.get(error.errno or 0, f"{error.strerror or 'the disk refused'}. Check the disk")
    return f"Not saved in {folder}: {reason}, then try again. What was saved before is safe."
