"""Pools as values: which cards are the same, the strictest lines, what is told where no numbers are."""

from msgspec.structs import replace
from sample_cards import PAIR, SCALE, choice, pick_two, tally

from codesign.core.card import Card
from codesign.core.disclosure import IN_THE_BOX, SESSIONS_DIFFER, NoAnswer
from codesign.core.plan import Thresholds
from codesign.core.pool import Member, PooledCard, issued, pool, strictest
from codesign.core.session import Session, Setup
from codesign.core.tally import Tally

NAMES = "ABCDEFGH"
TEN = Thresholds()


def session(*asked: tuple[Card, Tally], lines: Thresholds = TEN) -> Session:
    cards, tallies = [card for card, _ in asked], {card.id: tally for card, tally in asked}
    return Session(setup=Setup(title="Rules", day="2026-11-14"), thresholds=lines, cards=tuple(cards), tallies=tallies)


def members(*sessions: Session) -> list[Member]:
    return [Member(name, one) for name, one in zip(NAMES, sessions, strict=False)]


def scale(*counts: int, lines: Thresholds = TEN, **without: int) -> Session:
    return session((SCALE, tally(SCALE, *counts, **without)), lines=lines)


def only(*sessions: Session) -> PooledCard:
    (card,) = pool(members(*sessions), ())
    return card


def test_small_sessions_whose_answers_are_spread_are_added_up() -> None:
    card = only(scale(3, 3, 2), scale(4, 2, 1))
    assert (card.shown.answered, card.shown.counts) == (15, {"works": 7, "could": 5, "doesnt": 3})
    assert card.shown.together is not None
    assert card.shown.together.counted == 2
    assert card.issued == {"A", "B"}


def test_a_session_in_which_nearly_all_said_the_same_is_told_apart() -> None:
    card = only(scale(3, 3, 2), scale(4, 2, 1), scale(7, 1, 0), scale(5, 0, 1))
    assert card.shown.counts == {"works": 7, "could": 5, "doesnt": 3}
    assert card.shown.together is not None
    assert card.shown.together.nearly_all == {"works": 2}
    assert card.issued == {"A", "B"}


def test_the_only_session_in_which_nearly_all_said_the_same_has_its_phrase_and_no_more() -> None:
    for nearly in (scale(7, 1, 0), scale(0, 1, 7)):
        card = only(scale(3, 3, 2), scale(4, 2, 1), nearly)
        assert card.shown.counts is None
        assert card.shown.together is not None
        assert card.shown.together.nearly_all == {}


def test_one_small_session_beside_a_big_one_gives_no_numbers() -> None:
    card = only(scale(3, 3, 2), scale(6, 4, 4))
    assert card.shown.counts is card.shown.answered is None
    assert card.issued == frozenset()


def test_big_sessions_that_show_their_counts_are_added_up_with_those_who_did_not_answer() -> None:
    card = only(scale(6, 4, 4, skipped=3), scale(5, 4, 4, unclear=4))
    assert (card.shown.answered, card.shown.no_answer) == (27, NoAnswer(3, 4, 0))
    assert card.issued == frozenset()


def test_a_session_whose_card_stays_in_the_box_is_in_no_number() -> None:
    card = only(scale(3, 3, 2), scale(4, 2, 1), scale(2, 1, 1))
    assert card.shown.answered == 15
    assert [sign.label for sign in card.sessions].count(IN_THE_BOX) == 1


def test_the_label_without_numbers_stands_in_more_than_half_of_the_sessions() -> None:
    most = only(scale(5, 1, 0), scale(6, 0, 1), scale(3, 1, 3)).shown
    assert (most.label, most.together and most.together.agree) == ("more-for", 2)
    assert only(scale(5, 1, 0), scale(2, 2, 3)).shown.label == SESSIONS_DIFFER


def test_the_strictest_lines_hold_for_all() -> None:
    lines = strictest(members(scale(1, 1, 1, lines=Thresholds(5, 8)), scale(1, 1, 1, lines=Thresholds(10, 5))))
    assert lines == Thresholds(10, 8)


def test_seven_answers_that_one_record_may_count_alone_are_not_counted_by_stricter_lines() -> None:
    other = session((choice(3), tally(choice(3), 3, 3, 2)))
    first, _second = pool(members(scale(2, 3, 2, lines=Thresholds(5)), other), ())
    assert first.shown.counts is None


def test_a_pair_is_added_up_by_rule_id_whatever_stood_first() -> None:
    first, second, *rest = PAIR.options
    turned = replace(PAIR, options=(second, first, *rest))
    card = only(session((PAIR, tally(PAIR, 4, 2, 1, 1))), session((turned, tally(turned, 2, 1, 3, 1))))
    assert card.shown.counts == {"P": 5, "Q": 4, "both": 4, "neither": 2}


def test_the_same_id_in_other_words_stays_apart() -> None:
    other = replace(SCALE, rule="Phones stay with you at night, but in a box.")
    cards = pool(members(scale(3, 3, 2), scale(4, 2, 1), session((other, tally(other, 3, 3, 2)))), ())
    assert sorted(card.card.id for card in cards) == ["S", "S (2)"]
    assert sorted(len(card.sessions) for card in cards) == [1, 2]


def test_what_only_one_place_says_of_a_card_is_left_out() -> None:
    here = replace(SCALE, today="Phones are handed in.", why="Ask")
    there = replace(SCALE, today="No rule.", why="Ask")
    (card,) = pool(members(session((here, tally(here, 3, 3, 2))), session((there, tally(there, 3, 3, 2)))), ())
    assert (card.card.today, card.card.why) == ("", "Ask")


def test_signs_tell_no_number_and_no_order() -> None:
    sessions = (scale(11, 1, 0), scale(3, 3, 2), scale(1, 2, 5))
    assert only(*sessions).sessions == only(*sessions[::-1]).sessions
    assert all(sign.counts is sign.answered is None for sign in only(*sessions).sessions)


def test_pick_two_is_added_up_by_what_was_picked() -> None:
    card = pick_two(4)
    spread = Tally(card.id, {"A": 4, "B": 4, "C": 4, "D": 4}, each=2)
    (pooled,) = pool(members(session((card, spread)), session((card, spread))), ())
    assert pooled.shown.answered == 16


def test_later_pools_hold_a_block_wholly_and_show_nothing_of_one_more_small_session() -> None:
    of = [scale(3, 3, 2), scale(4, 2, 1), scale(3, 2, 2), scale(3, 2, 3)]
    block = issued(pool(members(*of[:2]), ()), ())
    assert block == {"A", "B"}
    assert pool(members(*of[:3]), (block,))[0].shown.counts is None
    four = pool(members(*of), (block,))
    assert four[0].shown.answered == 30
    assert issued(four, (block,)) == {"C", "D"}


def test_what_is_said_of_an_option_made_another_card_of_the_same_words() -> None:
    """As what is said of a rule: only what is voted on has to be the same, and what only one place says is left out."""
    said = replace(PAIR, options=tuple(replace(option, against="It costs.") for option in PAIR.options))
    card = only(session((PAIR, tally(PAIR, 3, 3, 1, 1))), session((said, tally(said, 4, 3, 1, 0))))
    assert card.shown.answered == 16
    assert {option.against for option in card.card.options} == {""}
    assert [option.good for option in card.card.options] == [option.good for option in PAIR.options]
