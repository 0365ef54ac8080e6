"""What the room said when it talked, and words that it agreed on without a vote, in the summary: as they were read back, and of
no card that stays in the box."""

from pathlib import Path

import pytest

from codesign.core.group_notes import GroupNotes
from codesign.core.plan import Plan
from codesign.core.session import Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.demo import made_up_ballots
from codesign.engine import Engine

HEARD = "Most want a plug near the bed."


@pytest.mark.parametrize(("people", "told"), [(7, True), (4, False)])
@pytest.mark.parametrize("notes", [{"heard": HEARD}, {"new_words": HEARD}], ids=str)
def test_what_the_room_said_or_agreed_on_stood_nowhere(
    engine: Engine, plan: Plan, filled_in: Setup, tmp_path: Path, people: int, told: bool, notes: dict[str, str]
) -> None:
    ballots = made_up_ballots(plan.cards, people)
    with engine.start(plan, filled_in, Thresholds(), ballots=ballots) as opened:
        opened.close_round()
        opened.keep_group_notes(GroupNotes(**{name: {plan.cards[0].id: words} for name, words in notes.items()}))
        for comment in opened.read().comments:
            opened.review(comment.id, Review("withheld", reason="other"))
        opened.write_summary(tmp_path / "out", ["md"])
    assert (HEARD in (tmp_path / "out" / "summary.md").read_text("utf-8")) == told
