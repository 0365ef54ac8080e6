"""The two places of a turn for words of a person's own, beside an answer and a rule of theirs, for both views."""

from collections.abc import Callable

from msgspec import Struct

from codesign.core.turn import Turn


class OwnWords(Struct, frozen=True):
    """One such place."""

    text: Callable[[Turn], str]
    draft: Callable[[Turn, str], Turn]
    """The turn with words that are still being typed."""
    write: Callable[[Turn, str], Turn]
    allow: Callable[[Turn, bool], Turn]
    """The turn with what the person says of quoting them."""
    fits: Callable[[Turn], int]
    """Bytes that the words may have."""


COMMENT = OwnWords(lambda turn: turn.reply.text, Turn.draft, Turn.write, Turn.allow_quote, lambda turn: turn.room_for_comment)
IDEA = OwnWords(
    lambda turn: turn.idea.text, Turn.draft_idea, Turn.write_idea, Turn.allow_idea_quote, lambda turn: turn.room_for_idea
)
