"""Pools as values: which cards are the same, the strictest lines, what is told where no numbers are."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from msgspec.structs import replace
from sample_cards import PAIR, SCALE, choice, pick_two, tally

from codesign.core import pool_card
from codesign.core.card import Card
from codesign.core.disclosure import IN_THE_BOX, SESSIONS_DIFFER, AtLeast, NoAnswer, Shown, Together
from codesign.core.kinds.base import Prompt
from codesign.core.pool import Member, Pool, least_of
from codesign.core.pool_card import Blocks, PooledCard
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds, strictest

NAMES = "ABCDEFGH"
TEN = Thresholds()


def session(*asked: tuple[Card, Tally], lines: Thresholds = TEN) -> Session:
    cards, tallies = [card for card, _ in asked], {card.id: tally for card, tally in asked}
    return Session(setup=Setup(title="Rules", day="2026-11-14"), thresholds=lines, cards=tuple(cards), tallies=tallies)


def members(*sessions: Session) -> list[Member]:
    return [Member(name, one) for name, one in zip(NAMES, sessions, strict=False)]


def scale(*counts: int, lines: Thresholds = TEN, **without: int) -> Session:
    return session((SCALE, tally(SCALE, *counts, **without)), lines=lines)


def pool(of: Sequence[Member], blocks: Blocks = ()) -> tuple[PooledCard, ...]:
    found = filled(of)
    return found.cards((*blocks, *found.new_blocks(blocks)))


def filled(of: Sequence[Member]) -> Pool:
    found = Pool()
    for member in of:
        found.add(member)
    return found


def only(*sessions: Session) -> PooledCard:
    (card,) = pool(members(*sessions))
    return card


def test_small_sessions_whose_answers_are_spread_are_added_up() -> None:
    card = only(scale(3, 3, 2), scale(4, 2, 1))
    assert (card.shown.answered, card.shown.counts) == (15, {"works": 7, "could": 5, "doesnt": 3})
    assert card.shown.together == Together(sessions=2, counted=2)
    assert card.shown.label == "could-work"


def test_a_session_in_which_nearly_all_said_the_same_was_in_no_number() -> None:
    card = only(scale(3, 3, 2), scale(4, 2, 1), scale(7, 1, 0), scale(5, 0, 1))
    assert card.shown.counts == {"works": 19, "could": 6, "doesnt": 4}
    assert card.shown.together == Together(sessions=4, counted=4)


def test_a_block_whose_sum_gives_somebody_away_is_told_in_words_and_by_a_bound() -> None:
    """All said the same: with the sum each would know it of each."""
    card = only(scale(6, 0, 0), scale(5, 0, 0))
    assert card.shown.counts is card.shown.answered is None
    assert card.shown.together == Together(sessions=2, agree=2, at_least=(AtLeast("works", 2, 9, 11),))
    beside = only(scale(6, 0, 0), scale(5, 0, 0), scale(6, 4, 4), scale(5, 4, 4))
    assert beside.shown.counts == {"works": 11, "could": 8, "doesnt": 8}
    assert beside.shown.together is not None
    assert [(sign.label, n) for sign, n in beside.shown.together.aside] == [("more-for", 2)]
    assert beside.shown.no_answer is None


def test_one_small_session_beside_a_big_one_gives_no_numbers() -> None:
    card = only(scale(3, 3, 2), scale(6, 4, 4))
    assert card.shown.counts == {"works": 6, "could": 4, "doesnt": 4}
    assert card.shown.together is not None
    assert (card.shown.together.counted, len(card.shown.together.aside)) == (1, 1)


def test_big_sessions_that_show_their_counts_are_added_up_with_those_who_did_not_answer() -> None:
    card = only(scale(6, 4, 4, skipped=3), scale(5, 4, 4, unclear=4))
    assert (card.shown.answered, card.shown.no_answer) == (27, NoAnswer(3, 4, 0))


def test_a_session_whose_card_stays_in_the_box_is_in_no_number() -> None:
    card = only(scale(3, 3, 2), scale(4, 2, 1), scale(2, 1, 1))
    assert card.shown.answered == 15
    assert card.sessions[Shown(IN_THE_BOX)] == 1


def test_the_label_without_numbers_stands_in_more_than_half_of_the_sessions() -> None:
    most = only(scale(5, 1, 0), scale(6, 0, 1), scale(3, 1, 3)).shown
    assert (most.label, most.together and most.together.agree) == ("more-for", 2)
    assert only(scale(5, 1, 0), scale(2, 2, 3)).shown.label == SESSIONS_DIFFER


def test_the_strictest_lines_hold_for_all() -> None:
    lines = strictest([Thresholds(5, 8), Thresholds(10, 5)])
    assert lines == Thresholds(10, 8)


def test_seven_answers_that_one_record_may_count_alone_are_not_counted_by_stricter_lines() -> None:
    other = session((choice(3), tally(choice(3), 3, 3, 2)))
    first, _second = pool(members(scale(2, 3, 2, lines=Thresholds(5)), other))
    assert first.shown.counts is None


def test_a_pair_is_added_up_by_rule_id_whatever_stood_first() -> None:
    first, second, *rest = PAIR.options
    turned = replace(PAIR, options=(second, first, *rest))
    card = only(session((PAIR, tally(PAIR, 4, 2, 1, 1))), session((turned, tally(turned, 2, 1, 3, 1))))
    assert card.shown.counts == {"P": 5, "Q": 4, "both": 4, "neither": 2}


def test_the_same_id_in_other_words_stays_apart() -> None:
    other = replace(SCALE, rule="Phones stay with you at night, but in a box.")
    cards = pool(members(scale(3, 3, 2), scale(4, 2, 1), session((other, tally(other, 3, 3, 2)))))
    assert sorted(card.card.id for card in cards) == ["S", "S (2)"]
    assert sorted(sum(card.sessions.values()) for card in cards) == [1, 2]


def test_what_only_one_place_says_of_a_card_is_left_out() -> None:
    here = replace(SCALE, today="Phones are handed in.", why="Ask")
    there = replace(SCALE, today="No rule.", why="Ask")
    (card,) = pool(members(session((here, tally(here, 3, 3, 2))), session((there, tally(there, 3, 3, 2)))))
    assert (card.card.today, card.card.why) == ("", "Ask")


def test_signs_tell_no_number_and_no_order() -> None:
    sessions = (scale(11, 1, 0), scale(3, 3, 2), scale(1, 2, 5))
    assert only(*sessions).sessions == only(*sessions[::-1]).sessions
    assert all(sign.counts is sign.answered is None for sign in only(*sessions).sessions)


def test_pick_two_is_added_up_by_what_was_picked() -> None:
    card = pick_two(4)
    spread = Tally(card.id, {"A": 4, "B": 4, "C": 4, "D": 4}, each=2)
    (pooled,) = pool(members(session((card, spread)), session((card, spread))))
    assert pooled.shown.answered == 16


def test_later_pools_hold_a_block_wholly_and_show_nothing_of_one_more_small_session() -> None:
    of = members(scale(3, 3, 2), scale(4, 2, 1), scale(3, 2, 2), scale(3, 2, 3))
    (block,) = filled(of[:2]).new_blocks(())
    assert block == {"A", "B"}
    assert filled(of[:3]).new_blocks((block,)) == ()
    assert pool(of[:3], (block,))[0].shown.answered == 15
    assert filled(of).new_blocks((block,)) == ({"C", "D"},)
    assert pool(of, (block,))[0].shown.answered == 30


def test_many_small_sessions_make_even_blocks_of_a_dozen_at_most() -> None:
    of = [Member(f"{n:02}", scale(3, 3, 2)) for n in range(26)]
    assert [len(block) for block in filled(of).new_blocks(())] == [8, 9, 9]


def on(number: int, prompt: Prompt, **said: Any) -> Comment:
    base = Comment(id=number, round=1, card=SCALE.id, prompt=prompt, text=f"{number}", quote_ok=True, review="quote")
    return replace(base, **said)


def told(*comments: Comment) -> Session:
    of = replace(scale(4, 4, 4), comments=comments, rounds=(Round(1, (SCALE.id,), "closed"),))
    return replace(of, left=of.leaving(), told=(SCALE.id,))


THEME = on(4, "doesnt", review="theme", theme="rest")


def test_the_words_that_left_say_how_many_gave_an_answer_at_least() -> None:
    assert least_of(told(on(1, "works"), on(2, "works"), on(3, "could"), THEME), SCALE) == (2, 1, 1)
    two_of_one_theme = told(THEME, replace(THEME, id=5), on(6, "doesnt"))
    assert least_of(two_of_one_theme, SCALE) == (0, 0, 2), "a theme is one piece, whoever wrote it"
    assert least_of(told(on(1, "works", review="withheld")), SCALE) == ()
    assert least_of(told(), choice(3)) == ()


@pytest.mark.parametrize(
    "later", [{"review": "withheld", "theme": ""}, {"theme": "other words"}, {"review": "quote", "theme": ""}]
)
def test_what_a_reader_decided_after_words_had_left_changed_what_they_had_told(later: dict[str, Any]) -> None:
    """One comment, told in two ways at two times, is still one person; two told at once are two."""
    before = told(on(1, "could"), on(2, "could"), on(3, "could", review="theme", theme="a"))
    assert least_of(before, SCALE) == (0, 3, 0)
    decided = tuple(replace(c, **later) if c.id == 3 else c for c in before.comments)
    after = replace(before, comments=decided)
    assert least_of(replace(after, left=after.leaving()), SCALE) == (0, 3, 0)
    merged = replace(before, comments=tuple(replace(c, review="theme", theme="a") for c in before.comments))
    assert least_of(replace(merged, left=merged.leaving()), SCALE) == (0, 3, 0)


def test_a_session_of_whose_words_nobody_kept_whose_they_were_is_in_no_number() -> None:
    of = told(THEME)
    earlier = replace(of, left=tuple(replace(piece, behind=()) for piece in of.has_left))
    assert least_of(earlier, SCALE) is None
    small = [scale(3, 3, 2), scale(4, 2, 1)]
    words = replace(scale(3, 3, 2), comments=earlier.comments, left=earlier.left, told=(SCALE.id,), rounds=earlier.rounds)
    card = only(*small, words)
    assert (card.shown.answered, card.shown.together and card.shown.together.counted) == (15, 2)


def test_the_numbers_of_a_mended_session_were_shown_and_then_pooled_as_if_they_never_were() -> None:
    mended = replace(scale(2, 2, 2), mended=True)
    for unsound in (mended, replace(scale(2, 2, 2), changed=6), replace(scale(0, 0, 6), mended=True)):
        card = only(scale(3, 3, 2), scale(4, 2, 1), unsound)
        assert card.shown.counts == {"works": 7, "could": 5, "doesnt": 3}
        assert only(scale(2, 2, 1), unsound).shown.counts is None


def test_words_that_say_more_than_the_counts_ended_the_program() -> None:
    quotes = tuple(on(n, "works") for n in (1, 2, 3))
    of = replace(scale(0, 5, 1), comments=quotes, rounds=(Round(1, (SCALE.id,), "closed"),))
    of = replace(of, left=told(*quotes).left, told=(SCALE.id,))
    assert only(of, scale(3, 3, 2), scale(4, 2, 1)).shown.answered == 15


def test_thresholds_that_differ_told_the_order_of_the_files() -> None:
    alone = [scale(6, 0, 0), scale(6, 0, 0, lines=Thresholds(quote_from=8)), scale(5, 4, 4), scale(6, 4, 4)]
    assert len({repr(only(*order).shown) for order in permutations(alone)}) == 1


def test_words_of_a_vote_that_was_taken_again_say_nothing_of_the_one_that_is_shown() -> None:
    comment = on(1, "works")
    again = tuple(Round(n, (SCALE.id,), "closed") for n in (1, 2))
    of = replace(scale(4, 4, 4), comments=(comment,), rounds=again)
    assert least_of(replace(of, left=of.leaving()), SCALE) == (0, 0, 0)


def test_what_is_said_of_an_option_made_another_card_of_the_same_words() -> None:
    """As what is said of a rule: only what is voted on has to be the same, and what only one place says is left out."""
    said = replace(PAIR, options=tuple(replace(option, against="It costs.") for option in PAIR.options))
    card = only(session((PAIR, tally(PAIR, 3, 3, 1, 1))), session((said, tally(said, 4, 3, 1, 0))))
    assert card.shown.answered == 16
    assert {option.against for option in card.card.options} == {""}
    assert [option.good for option in card.card.options] == [option.good for option in PAIR.options]


def test_what_one_record_alone_says_of_a_card_was_taken_for_all() -> None:
    known = {"id", "kind", "rule", "options", "pointers", "about", "room"}  # what makes it that card, and what is put together
    fields = set(Card.__struct_fields__) - known
    one, other = (
        replace(SCALE, room=room, **dict.fromkeys(fields, words)) for room, words in (("open", "x"), ("how-only", "y"))
    )
    common = pool_card._common(one, other)
    assert {name: getattr(common, name) for name in (*fields, "room")} == dict.fromkeys((*fields, "room"), "")
