"""Quick picks: as many beside each answer of each list, of which one asks for more and one for less, and each fits its row."""

import pytest
from babel.messages.catalog import Catalog
from catalogue import read

from codesign.content import bank_cards, quick_picks
from codesign.content.picks import USUAL, beside, picks_words
from codesign.core.card import Card
from codesign.core.turn import Turn
from codesign.tui.widgets.picks import PICK_KEYS

LISTS = (USUAL, "help")
ROOM = 31
"""Letters beside the answers, at 80 columns."""
MORE_AND_LESS = {
    ("rule", "works"): ("works-strict-enough", "works-not-too-strict"),
    ("rule", "could"): ("could-stricter", "could-less-strict"),
    ("rule", "doesnt"): ("doesnt-not-strict", "doesnt-too-strict"),
    ("help", "works"): ("works-staff-enough", "works-staff-not-too-much"),
    ("help", "could"): ("could-staff-more", "could-staff-less"),
    ("help", "doesnt"): ("doesnt-staff-too-little", "doesnt-staff-too-much"),
}


def ids(of: str, prompt: str) -> list[str]:
    turn = Turn.begin((Card(id="R-1", kind="scale", rule="A rule.", picks="" if of == USUAL else of),)).answer(prompt)
    return [pick.id for pick in beside(turn, quick_picks())]


@pytest.mark.parametrize("prompt", ["works", "could", "doesnt"])
@pytest.mark.parametrize("of", LISTS)
def test_the_picks_beside_an_answer_told_it_by_their_number_or_leaned(of: str, prompt: str) -> None:
    found = ids(of, prompt)
    assert len(found) == len(PICK_KEYS)
    assert len(set(found)) == len(found)
    assert found[-1] == f"{prompt}-other"
    more, less = MORE_AND_LESS[of, prompt]
    assert found.index(less) == found.index(more) + 1, "asked for in the same breath"


def test_no_pick_before_an_answer() -> None:
    assert beside(Turn.begin((Card(id="R-1", kind="scale", rule="A rule."),)), quick_picks()) == ()


def test_hours_were_offered_beside_passwords() -> None:
    """A card says which list fits it, and every one that names a list names one that there is."""
    named = {card.id: card.picks for card in bank_cards() if card.picks}
    assert set(named.values()) == {"help"}
    assert {"PA-1.3", "HE-2.3", "MS-1.3"} <= set(named)
    assert "PH-1.2" not in named


def test_a_pick_was_longer_than_its_row() -> None:
    spanish: Catalog = read()
    for pick in (pick for picks in quick_picks().values() for pick in picks):
        message = spanish.get(pick.en)
        assert message
        assert max(len(pick.en), len(str(message.string))) <= ROOM, pick.en


def test_words_of_picks_that_are_not_offered_any_more_stay_for_older_records() -> None:
    assert picks_words(("could-different-hours", "doesnt-not-needed", "gone")) == "Different hours; Not needed; gone"
    assert "could-different-hours" not in {pick.id for picks in quick_picks().values() for pick in picks}
