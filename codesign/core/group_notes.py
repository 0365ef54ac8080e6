"""What a group wrote in the open, with everybody there, and how far its hour is."""

from typing import Literal

from msgspec import Struct

from codesign.core.hour import Begun

LINES = 8
"""What a group agrees on at the start: so many lines are read by everybody."""


Together = Literal["ok", "not-agreed", "skipped"]
"""What a small group said of a line that it wrote together: each said OK, not all did, or it left the rule out."""


class GroupNotes(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Nothing in it is a person's own."""

    at: Begun = "welcome"
    """The step that was begun last. The time is kept nowhere: it begins again with the program."""
    agreements: tuple[str, ...] = ()
    """What the group agreed on for this session, in its words, or as they stood there at first."""
    heard: dict[str, str] = {}
    """Card id -> one line for what the room said when it talked of it."""
    new_words: dict[str, str] = {}
    """Card id -> the words that the group agreed on for it after the talk; the next vote on the card is a vote on them."""
    together: bool = False
    """The group is under 5 and talks without a vote: no round is ever open, and its lines are all that there is."""
    agreed: dict[str, Together] = {}
    """Card id -> what a group that talks together said of its line."""
