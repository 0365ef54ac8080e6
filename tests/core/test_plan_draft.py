"""A plan in the making: cards are taken out, put in and moved, and what is left says what it lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_cards import CARDS, PAIR, SCALE

from codesign.core.card import POINTERS, Card, Option
from codesign.core.errors import CodesignError
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.plan import Plan
from codesign.core.plan_draft import Draft

DRAFT = Draft(Plan(name="t", title="Test", purpose="", minutes=75, cards=CARDS))
NEW = Card(id="N", kind="scale", rule="A new rule", pointers=("P2", "P7"))


def ids(draft: Draft) -> list[str]:
    return [card.id for card in draft.cards]


def test_a_card_is_taken_out_put_in_and_moved_and_the_rest_keeps_its_order() -> None:
    assert ids(DRAFT) == ["S", "C3", "C6", "P+Q"]
    assert ids(DRAFT.take_out("C3")) == ["S", "C6", "P+Q"]
    assert ids(DRAFT.put_in(NEW)) == ["S", "C3", "C6", "P+Q", "N"]
    assert ids(DRAFT.put_in(NEW, 0)) == ["N", "S", "C3", "C6", "P+Q"]
    assert ids(DRAFT.move("C6", -1)) == ["S", "C6", "C3", "P+Q"]
    assert DRAFT.put_in(NEW).take_out("N") == DRAFT


@given(st.integers(0, 3), st.integers(-9, 9))
def test_a_card_that_is_moved_stays_in_the_plan_and_no_other_changes_its_order(place: int, by: int) -> None:
    card_id = ids(DRAFT)[place]
    moved = ids(DRAFT.move(card_id, by))
    assert moved.index(card_id) == max(0, min(3, place + by))
    assert [i for i in moved if i != card_id] == [i for i in ids(DRAFT) if i != card_id]


def test_the_last_card_stays() -> None:
    draft = DRAFT.take_out("C3").take_out("C6").take_out("P+Q")
    with pytest.raises(CodesignError, match="needs a card"):
        draft.take_out("S")


@pytest.mark.parametrize("card", [SCALE, PAIR, Card(id="P", kind="scale", rule="One half of the pair, alone")])
def test_no_rule_is_asked_twice_not_even_within_a_pair(card: Card) -> None:
    assert not DRAFT.has_room_for(card)
    with pytest.raises(CodesignError, match="already"):
        DRAFT.put_in(card)


def test_a_draft_says_how_long_it_takes_and_which_pointers_it_leaves_out() -> None:
    assert DRAFT.minutes(0) == DRAFT.plan.hour
    assert DRAFT.minutes(8).all < DRAFT.put_in(NEW).minutes(8).all
    assert DRAFT.untouched == tuple(POINTERS)
    assert DRAFT.put_in(NEW).untouched == ("P1", "P3", "P4", "P5", "P6")


def test_newer_words_of_a_rule_were_put_in_beside_the_older_ones() -> None:
    halves = pair_options(Option("PH-1.2", "One half"), Option("ZT-1", "The other half"))
    pair = Card(id="PH-1.2+ZT-1", kind="pair", rule=QUESTION, options=halves)
    draft = DRAFT.put_in(Card(id="SM-1", kind="scale", rule="Older words")).put_in(pair)
    for card_id in ("SM-1.2", "SM-1.3", "PH-1", "ZT-1.2"):
        assert not draft.has_room_for(Card(id=card_id, kind="scale", rule="Newer words, or older ones"))
    for card_id in ("SM-12", "SM-2.2", "SM-1.x"):
        assert draft.has_room_for(Card(id=card_id, kind="scale", rule="Another rule"))


def test_two_ids_with_a_dot_in_them_were_one_rule() -> None:
    draft = DRAFT.put_in(Card(id="my.first", kind="scale", rule="Knock first."))
    assert draft.has_room_for(Card(id="my.second", kind="scale", rule="Wait for an answer."))
