"""A session as a value: where it stands, what a reader may decide, and why not."""

from typing import Any

import pytest
from msgspec.structs import replace
from sample_cards import CHOICE, SCALE, tally

from codesign.core.disclosure import IN_THE_BOX
from codesign.core.errors import CodesignError
from codesign.core.session import WITHHELD_REASONS, Comment, Review, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.core.text import COMMENT_LIMIT
from codesign.core.thresholds import Thresholds

TEN = Thresholds()
SETUP = Setup(title="Tech rules", day="2026-11-24")
OPEN = Round(1, ("S", "C3"), "open")
CLOSED, DROPPED = replace(OPEN, state="closed"), replace(OPEN, state="dropped")


def comment(number: int = 1, **changes: Any) -> Comment:
    like = Comment(id=number, round=1, card="S", prompt="could", text=f"words {number}", quote_ok=True)
    return replace(like, **changes)


def session(
    answered: int = 6, comments: tuple[Comment, ...] = (), lines: Thresholds = TEN, rounds: tuple[Round, ...] = (CLOSED,)
) -> Session:
    tallies = {"S": tally(SCALE, answered, 0, 0), "C3": tally(CHOICE, 2, 2, 2)}
    return Session(setup=SETUP, thresholds=lines, cards=(SCALE, CHOICE), rounds=rounds, tallies=tallies, comments=comments)


@pytest.mark.parametrize(
    ("rounds", "tallies", "reviews", "phase"),
    [
        ((OPEN,), False, (), "voting"),
        ((CLOSED, replace(OPEN, number=2)), True, ("unread",), "voting"),
        ((CLOSED,), True, (), "telling"),
        ((CLOSED,), True, ("quote", "withheld", "theme"), "telling"),
        ((CLOSED,), True, ("unread",), "reading"),
        ((CLOSED,), True, ("quote", "unread"), "reading"),
        ((DROPPED,), False, (), "empty"),
        ((), False, (), "empty"),
        ((DROPPED, replace(OPEN, number=2)), False, (), "voting"),
        ((CLOSED, replace(DROPPED, number=2)), True, (), "telling"),
    ],
)
def test_where_the_session_stands(rounds: tuple[Round, ...], tallies: bool, reviews: tuple[str, ...], phase: str) -> None:
    comments = tuple(comment(n, review=review) for n, review in enumerate(reviews))
    now = session(comments=comments, rounds=rounds)
    assert (now if tallies else replace(now, tallies={})).phase == phase


def test_the_cards_of_the_open_round_keep_their_order() -> None:
    both = session(rounds=(replace(OPEN, cards=("C3", "S")),))
    assert [c.id for c in both.round_cards] == ["S", "C3"]
    assert [c.id for c in session(rounds=(replace(OPEN, cards=("C3",)),)).round_cards] == ["C3"]
    assert session().round_cards == ()


def test_a_card_nobody_voted_on_stays_in_the_box() -> None:
    assert replace(session(), tallies={}).shown("S").label == IN_THE_BOX


@pytest.mark.parametrize(
    ("answered", "changes", "lines", "why"),
    [
        (6, {}, Thresholds(), ""),
        (5, {}, Thresholds(), ""),
        (4, {}, Thresholds(), "too-few"),
        (6, {"quote_ok": False}, Thresholds(), "no-ok"),
        (6, {"text": "", "picks": ("a",)}, Thresholds(), "no-words"),
        (6, {}, Thresholds(10, 7), "too-few"),
        (7, {}, Thresholds(10, 7), ""),
        (6, {"card": "C3", "prompt": "idea"}, Thresholds(), ""),
        (4, {"quote_ok": False}, Thresholds(), "no-ok"),
    ],
)
def test_why_a_comment_is_not_quoted(answered: int, changes: dict[str, Any], lines: Thresholds, why: str) -> None:
    one = comment(1, **changes)
    assert session(answered, (one,), lines).why_no_quote(one) == why


@pytest.mark.parametrize(
    ("answered", "quoted", "why"),
    [(9, 2, ""), (9, 3, "enough"), (9, 4, "enough"), (10, 3, ""), (10, 7, ""), (10, 8, "enough"), (12, 9, "")],
)
def test_a_small_group_has_three_quotes_on_a_card_and_prompt(answered: int, quoted: int, why: str) -> None:
    done = tuple(comment(n, review="quote") for n in range(2, 2 + quoted))
    assert session(answered, (comment(1), *done)).why_no_quote(comment(1)) == why


@pytest.mark.parametrize("change", [{"card": "C3"}, {"review": "theme"}, {"review": "withheld"}, {"review": "unread"}])
def test_only_what_is_told_of_the_same_card_counts(change: dict[str, Any]) -> None:
    others = tuple(replace(comment(n, review="quote"), **change) for n in range(2, 7))
    assert session(6, (comment(1), *others)).why_no_quote(comment(1)) == ""


def test_the_third_quote_can_be_decided_again() -> None:
    three = tuple(comment(n, review="quote") for n in range(3))
    assert session(6, three).review(0, Review("quote")).comments == three


@pytest.mark.parametrize("before", ["unread", "quote", "theme", "withheld"])
@pytest.mark.parametrize(
    ("verdict", "theme", "reason"),
    [
        (Review("quote"), "", ""),
        (Review("quote", "a theme", "safety"), "", ""),
        (Review("theme", " Later hours\n"), "Later hours", ""),
        (Review("theme", "", "safety"), "", ""),
        (Review("withheld", "a theme", "safety"), "", "safety"),
    ],
)
def test_a_decision_can_be_changed_and_leaves_nothing_of_the_one_before(
    before: Any, verdict: Review, theme: str, reason: str
) -> None:
    first = comment(1, review=before, theme="old", reason="other")
    (decided,) = session(6, (first,)).review(1, verdict).comments
    assert (decided.review, decided.theme, decided.reason) == (verdict.how, theme, reason)
    assert (decided.text, decided.quote_ok) == (first.text, first.quote_ok)


@pytest.mark.parametrize("reason", WITHHELD_REASONS)
def test_every_reason_of_the_list_can_be_given(reason: str) -> None:
    assert session(6, (comment(1),)).review(1, Review("withheld", reason=reason)).comments[0].reason == reason


@pytest.mark.parametrize("reason", ["", "because she told me", "Safety", "names-someone "])
def test_a_reason_in_free_words_is_refused(reason: str) -> None:
    with pytest.raises(CodesignError, match="one of these reasons"):
        session(6, (comment(1),)).review(1, Review("withheld", reason=reason))


@pytest.mark.parametrize(
    ("answered", "changes", "sentence"),
    [
        (6, {"quote_ok": False}, "did not say OK"),
        (6, {"text": ""}, "no words"),
        (4, {}, "Too few people"),
    ],
)
def test_a_quote_that_may_not_be_is_refused_with_a_sentence(answered: int, changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CodesignError, match=sentence):
        session(answered, (comment(1, **changes),)).review(1, Review("quote"))


def test_a_fourth_quote_in_a_small_group_is_refused_with_a_sentence() -> None:
    comments = (comment(1), *(comment(n, review="quote") for n in range(2, 5)))
    with pytest.raises(CodesignError, match="As much is told of this card"):
        session(6, comments).review(1, Review("quote"))


def test_a_decision_touches_no_other_comment_and_not_the_session_before() -> None:
    before = session(6, (comment(1), comment(2)))
    after = before.review(2, Review("theme", "x"))
    assert after.comments[0] == before.comments[0]
    assert before.comments[1].review == "unread"
    assert after.unread == (comment(1),)


def test_a_theme_is_cleaned_and_cut() -> None:
    (decided,) = session(6, (comment(1),)).review(1, Review("theme", "a\x1b[31m\u202eb" + "x" * 900)).comments
    assert decided.theme.startswith("a[31mbx")
    assert len(decided.theme) == COMMENT_LIMIT


@pytest.mark.parametrize(("most", "told"), [(4, "under 5"), (6, "5-9"), (12, 12)])
def test_people_come_from_the_last_tallies(most: int, told: int | str) -> None:
    now = replace(session(), tallies={"S": Tally("S", {"works": most})})
    assert now.people == told
