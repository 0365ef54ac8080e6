"""Quick picks beside the three answers of a scale: as many beside each, so that their place tells nothing of the answer."""

from collections.abc import Sequence
from functools import cache

import msgspec
from msgspec import Struct

from codesign.content.root import root
from codesign.content.toml import read_toml


class Pick(Struct, frozen=True):
    """A short answer to what makes a rule work, what would, or what the problem is."""

    id: str
    answer: str
    """The prompt it belongs to: works, could or doesnt."""
    en: str


@cache
def quick_picks() -> dict[str, tuple[Pick, ...]]:
    """Prompt -> its picks, in the order shown; a prompt without picks is absent."""
    values, _ = read_toml(root() / "quick-picks.toml", "list of quick picks")
    picks = msgspec.convert(values["pick"], list[Pick])
    return {prompt: tuple(p for p in picks if p.answer == prompt) for prompt in ("works", "could", "doesnt")}


def picks_words(pick_ids: Sequence[str]) -> str:
    """The words of some picks in one line; an id where the list no longer has it."""
    words = {pick.id: pick.en for picks in quick_picks().values() for pick in picks}
    return "; ".join(words.get(pick_id, pick_id) for pick_id in pick_ids)
