"""Ballots on paper, typed in: what a stack becomes is what the table of the same papers becomes."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_cards import CHOICE, PAIR, SCALE

from codesign.core.ballot import OWN_IDEA, Ballot, Remark
from codesign.core.card import Card, Option
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, NOT_REACHED, SKIPPED
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import on_paper, pair_options, placed
from codesign.core.stack import Stack
from codesign.intake.paper import read_stack

PICK_TWO = Card(id="T", kind="pick-two", rule="Which two?", options=choice_options(["a", "b", "c", "d"]))
CARDS = (SCALE, CHOICE, PAIR, PICK_TWO)


def any_code(card: Card) -> st.SearchStrategy[str]:
    return st.sampled_from([*NO_ANSWER, *kind_of(card).answers(card)])


def typed(stack: Stack, codes: list[str]) -> Stack:
    """A paper, key by key."""
    for code in codes:
        for part in (code,) if code in NO_ANSWER else kind_of(stack.card).named(code):
            stack = stack.answer(part)
    return stack


papers = st.lists(st.tuples(*map(any_code, CARDS)).map(list), min_size=1, max_size=4)


@given(papers)
def test_what_is_typed_key_by_key_is_what_is_marked(stack: list[list[str]]) -> None:
    now = Stack.begin(CARDS)
    for codes in stack:
        now = typed(now, codes).lay()
    marked = [dict(zip((c.id for c in CARDS), codes, strict=True)) for codes in stack if set(codes) != {NOT_REACHED}]
    assert [ballot.answers for ballot in now.whole] == marked
    assert now.typed == len(marked)
    assert not now.in_hand


@given(papers)
def test_undo_is_the_way_back_to_the_first_card_and_no_further(stack: list[list[str]]) -> None:
    before = typed(Stack.begin(CARDS), stack[0]).lay()
    now = typed(before, stack[-1])
    for _card in CARDS:
        now = now.undo()
    assert now == before == before.undo()


def test_typed_in_the_app_or_in_a_table_the_same_papers_give_the_same_ballots(tmp_path: Path) -> None:
    codes = ["could", "B", PAIR.options[1].code, "A+C"]
    rows = [
        [card.id for card in CARDS] + [f"{SCALE.id}:comment", f"{SCALE.id}:quote"],
        ["2", "B", codes[2], "AC", "later", "yes"],
    ]
    with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    stack = Stack.begin(CARDS).answer("could").write("later", ok=True)
    assert typed(stack, codes[1:]).lay().whole == tuple(read_stack(tmp_path / "b.csv", CARDS))


def test_a_letter_of_the_printed_pair_is_the_same_in_every_session() -> None:
    """Which wording stands first on the screen is drawn by lot; on paper it follows from the rules."""
    other = placed(PAIR, lambda _two: 1)
    assert other.options != PAIR.options
    assert on_paper(other) == on_paper(PAIR)
    assert on_paper(SCALE) is SCALE
    pairs = [(f"R-{n}", "ZT-1") for n in range(200)]
    first = sum(on_paper(_pair(*codes)).options[0].code == "ZT-1" for codes in pairs)
    assert 60 < first < 140, "neither wording has a place of its own"


def _pair(one: str, other: str) -> Card:
    return Card(id="P", kind="pair", rule="Which?", options=pair_options(Option(one, "a"), Option(other, "b")))


def test_words_stand_beside_an_answer_and_what_holds_a_number_is_never_quoted() -> None:
    stack = Stack.begin((SCALE,)).answer(SKIPPED)
    assert stack.write("words", ok=True) == stack
    stack = stack.undo().answer("works").write("call 555 123 4567", ok=True).write_idea("no curfew", ok=True)
    assert stack.lay().whole == (
        Ballot(
            {SCALE.id: "works"},
            (Remark(SCALE.id, "works", "call 555 123 4567"), Remark(OWN_IDEA, "idea", "no curfew", quote_ok=True)),
        ),
    )


@pytest.mark.parametrize("code", ["A", "not-one", ""])
def test_a_key_of_another_card_changes_nothing(code: str) -> None:
    stack = Stack.begin((SCALE,))
    assert stack.answer(code) == stack
