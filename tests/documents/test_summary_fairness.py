"""The safety and fairness check: what it names, how, and what it never does."""

from msgspec.structs import replace

from codesign.core.card import POINTERS
from codesign.core.session import Session
from codesign.documents.summary.build import build
from codesign.documents.summary.fairness import NOTHING_FOUND, fairness
from tests.documents.samples import CHECKS, GAMES, NIGHT, WORDINGS, quote, session, tally, theme

SERVES_ALL = replace(GAMES, pointers=tuple(POINTERS))


def check(of: Session) -> tuple[str, ...]:
    return fairness(build(of))


def test_a_zero_tolerance_wording_that_was_picked_is_told_straight_with_the_reasons() -> None:
    reasons = (quote(WORDINGS, "idea", "Then nobody is tempted."), theme(WORDINGS, "idea", "sleep"))
    first, *_gaps = check(session(tally(WORDINGS, 5, 1, 1, 0), cards=(WORDINGS,), comments=reasons))
    assert first == (
        "Rule 1: most picked the zero-tolerance wording, “All phones are locked away at night.” What people "
        "wrote on this question: “Then nobody is tempted.” · sleep "
        "Ask what it should keep safe, and whether a gentler rule does the same."
    )


def test_it_is_told_too_where_nearly_all_picked_it_or_nobody_said_why() -> None:
    first, *_gaps = check(session(tally(WORDINGS, 12, 0, 1, 0), cards=(WORDINGS,)))
    assert "zero-tolerance" in first
    assert "none that can be shown" in first


def test_its_partner_or_no_clear_pick_is_no_finding() -> None:
    for counts in ((1, 5, 1, 0), (3, 3, 1, 0), (2, 1, 0, 0)):
        assert not any("zero-tolerance" in text for text in check(session(tally(WORDINGS, *counts), cards=(WORDINGS,))))


def test_a_limit_of_today_and_a_proposed_one_are_named_with_what_they_leave_unsaid() -> None:
    proposed = replace(NIGHT, rule="Phones are not allowed in bedrooms because rooms are shared.")
    found = check(session(tally(proposed, 4, 2, 1), cards=(proposed,)))
    assert found[:2] == (
        "Rule 1 today, “Phones are handed in at 10 pm.”, may be a limit that does not say: why · when it ends · who looks at "
        "it again.",
        "Rule 1 as proposed may be a limit that does not say: when it ends · who looks at it again.",
    )


def test_one_rule_of_today_that_several_cards_ask_about_was_told_again_and_again() -> None:
    cards = (NIGHT, GAMES, replace(CHECKS, today=NIGHT.today))
    found = check(session(*(tally(card, 4, 2, 1) for card in cards), cards=cards))
    assert [text for text in found if "today" in text] == [
        "Rules 1, 3 today, “Phones are handed in at 10 pm.”, may be a limit that does not say: why · when it ends · who looks "
        "at it again."
    ]


def test_the_check_is_not_run_on_what_people_wrote_themselves() -> None:
    own = replace(NIGHT, id="IDEA-1", rule="No phones at dinner.", today="", pointers=())
    assert not any("limit" in text for text in check(session(tally(own, 4, 2, 1), cards=(own,))))


def test_pointers_that_no_rule_serves_are_named_on_page_one() -> None:
    assert check(session(tally(GAMES, 4, 2, 1), cards=(GAMES,))) == (
        NOTHING_FOUND,
        "No rule of this session serves: P1 Youth involvement · P2 Harm reduction · P3 No zero tolerance · P4 "
        "Trauma-informed · P5 Research and training · P6 Individual plans.",
    )


def test_where_nothing_is_found_one_sentence_says_so() -> None:
    assert check(session(tally(SERVES_ALL, 4, 2, 1), cards=(SERVES_ALL,))) == (NOTHING_FOUND,)
