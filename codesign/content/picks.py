"""Quick picks beside the three answers of a scale: as many beside each, so that their place tells nothing of the answer."""

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from msgspec import Struct

from codesign.content.root import root
from codesign.content.toml import read_toml
from codesign.core.turn import Turn

USUAL = "rule"
"""The list beside a card that names none: what may be said of a rule that youth keep to."""


class Pick(Struct, frozen=True):
    """A short answer to what makes a rule work, what would, or what the problem is."""

    id: str
    answer: str
    """The prompt it belongs to: works, could or doesnt."""
    en: str
    lists: tuple[str, ...] = ()
    """The lists in which it is offered; none where only older records have it."""


@cache
def _known() -> tuple[Pick, ...]:
    values, _ = read_toml(root() / "quick-picks.toml", "list of quick picks")
    return tuple(msgspec.convert(values["pick"], list[Pick]))


@cache
def quick_picks() -> dict[str, tuple[Pick, ...]]:
    """Prompt -> the picks that are offered there, of all lists, in the order shown."""
    return {prompt: tuple(p for p in _known() if p.answer == prompt and p.lists) for prompt in ("works", "could", "doesnt")}


def beside(turn: Turn, picks: Mapping[str, Sequence[Pick]]) -> tuple[Pick, ...]:
    """Those that fit the card and the answer of a turn; none before an answer."""
    of = turn.card.picks or USUAL
    return tuple(pick for pick in picks.get(turn.prompt or "", ()) if of in pick.lists)


def picks_words(pick_ids: Sequence[str]) -> str:
    """The words of some picks in one line; an id where the list no longer has it."""
    words = {pick.id: pick.en for pick in _known()}
    return "; ".join(words.get(pick_id, pick_id) for pick_id in pick_ids)
