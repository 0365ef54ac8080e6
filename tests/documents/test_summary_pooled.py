"""The summary of several sessions: the same whatever their order, equal where the displays are equal, no origin in it."""

import json
from itertools import permutations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples import CHECKS, LATE, NIGHT, WORDINGS, big_group, build_pool, quote, session, small_group, tally, withheld

from codesign.core.card import Card
from codesign.core.disclosure import Shown, disclose
from codesign.core.pool import Member
from codesign.core.session import Session
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.documents.summary.asks import asks
from codesign.documents.summary.build import Summary, build
from codesign.documents.summary.facts import in_the_numbers
from codesign.documents.summary.pooled import why_not_pooled
from codesign.documents.write import FORMATS

EVERY_FORMAT = pytest.mark.parametrize("name", list(FORMATS))


def on(of: Session, day: str, **changed: object) -> Session:
    return replace(of, setup=replace(of.setup, day=day, **changed))


def members(*sessions: Session) -> list[Member]:
    return [Member(chr(65 + place), of) for place, of in enumerate(sessions)]


THREE = members(on(small_group(), "2026-10-30"), on(big_group(), "2026-11-14"), on(small_group(), "2026-11-20"))


def export(name: str, of: list[Member]) -> bytes:
    return FORMATS[name](build_pool(of, ())[0])


@EVERY_FORMAT
def test_the_order_of_records_changes_no_byte(name: str) -> None:
    assert len({export(name, list(order)) for order in permutations(THREE)}) == 1


def test_the_head_says_how_many_sessions_when_and_that_votes_are_not_people() -> None:
    text = export("md", THREE).decode()
    assert "3 sessions, October to November 2026" in text
    assert "these are votes in sessions, not people" in text
    assert "2026-10-30" not in text


def test_json_has_months_and_records() -> None:
    values = json.loads(export("json", THREE))
    assert (values["months"], values["records"], values["people"]) == (["2026-10", "2026-11"], 3, "24-32")


def test_people_are_a_range_where_small_sessions_are_in_it_so_that_no_two_pools_tell_the_size_of_one() -> None:
    assert build_pool(THREE[:2], ())[0].people == "19-23"
    assert build_pool(THREE, ())[0].people == "24-32"


def test_one_line_says_what_is_in_the_numbers_and_what_is_not() -> None:
    nearly = session(tally(NIGHT, 8, 0, 0), tally(CHECKS, 3, 3, 2), cards=(NIGHT, CHECKS))
    line = in_the_numbers(build_pool(members(nearly, nearly), ())[0])
    assert line.startswith("all sessions on 1 rules, some on 0, none on 1. ")
    assert "on 1 rule how many gave an answer at least" in line
    assert "at least" not in in_the_numbers(build_pool(THREE, ())[0]), "on 0 rules"


def test_what_differs_between_sessions_is_not_told_of_each() -> None:
    other = Member("Z", on(big_group(), "2026-11-14", title="Harbor House", audience="Harbor's board"))
    summary, _block = build_pool([THREE[0], other], ())
    assert (summary.title, summary.audience) == ("Several sessions together", "")
    assert "Harbor" not in FORMATS["md"](summary).decode()


def test_quotes_are_sorted_by_their_words_and_hold_the_strictest_line() -> None:
    strict = session(
        tally(NIGHT, 3, 3, 2), cards=(NIGHT,), comments=(quote(NIGHT, "works", "b here"),), lines=Thresholds(10, 8)
    )
    lax = session(tally(NIGHT, 4, 2, 1), cards=(NIGHT,), comments=(quote(NIGHT, "works", "seven of us"),))
    more = session(tally(NIGHT, 4, 3, 1), cards=(NIGHT,), comments=(quote(NIGHT, "works", "a there"),))
    told = [replace(each, told=(NIGHT.id,)) for each in (strict, lax, more)]
    (card,) = build_pool(members(*told), ())[0].cards
    assert [q.text for q in card.quotes] == ["a there", "b here"]


def test_a_pool_let_words_out_that_no_summary_of_their_own_had_told() -> None:
    """Of one session several pools could have told one set of words each, and no record would have known."""
    alone = session(tally(NIGHT, 4, 3, 1), cards=(NIGHT,), comments=(quote(NIGHT, "works", "a there"),))
    shown_in_the_room = replace(alone, told=(NIGHT.id,), left=())
    summarised = replace(shown_in_the_room, left=alone.leaving())
    assert [len(build_pool(members(s, s), ())[0].cards[0].quotes) for s in (shown_in_the_room, summarised)] == [0, 1]


def test_withheld_comments_and_caveats_are_added_up() -> None:
    one = session(tally(NIGHT, 4, 4, 2), cards=(NIGHT,), comments=(withheld(NIGHT, "safety"), withheld(NIGHT, "other")))
    one = replace(one, left_out=1, mended=True, wrote_among={(1, NIGHT.id): 10})
    summary, _block = build_pool(members(one, replace(one, mended=False, left_out=2)), ())
    assert summary.ledger.reasons == {"other": 4}
    assert summary.caveats[0].startswith("The record of one session or more was damaged")
    assert summary.caveats[1].startswith("3 sealed")


def test_a_pool_counted_the_kept_back_comments_of_a_small_session() -> None:
    """Less those of the big one, which its own summary told."""
    big = session(tally(NIGHT, 5, 4, 3), cards=(NIGHT,), comments=(withheld(NIGHT, "other"),))
    small = session(tally(NIGHT, 2, 2, 2), cards=(NIGHT,), comments=(withheld(NIGHT, "names-someone"),) * 2)
    pooled = build_pool(members(big, small), ())[0].ledger
    assert (pooled.reasons, pooled.not_told, pooled.some) == ({"other": 1}, 0, True)


def test_that_sessions_differ_was_said_twice_on_page_one() -> None:
    pair = members(session(tally(NIGHT, 5, 0, 0), cards=(NIGHT,)), session(tally(NIGHT, 0, 0, 5), cards=(NIGHT,)))
    (ask,) = asks(build_pool(pair, ())[0])
    assert (ask.verb, ask.sign, ask.result) == ("", "○", "Sessions differ")


@pytest.mark.parametrize(("card_id", "is_said"), [("PH-1", True), ("IDEA-BANK", True), ("IDEA-1", False)])
def test_other_words_under_one_id_are_said(card_id: str, is_said: bool) -> None:
    """But of what youth wrote, which has other words in every session."""
    one, other = (replace(NIGHT, id=card_id, rule=rule) for rule in (NIGHT.rule, "Phones go in a box at night."))
    pair = members(*(session(tally(card, 3, 3, 2), cards=(card,)) for card in (one, other)))
    assert build_pool(pair, ())[0].caveats == (f"{card_id} was asked in 2 wordings, which are counted apart.",) * is_said


def test_a_big_pool_has_a_range_and_a_small_one_has_none() -> None:
    spread = session(tally(NIGHT, 4, 2, 2), cards=(NIGHT,))
    (four,), (three,) = (build_pool(members(*[spread] * n), ())[0].cards for n in (4, 3))
    assert four.range.startswith("Works for me: between ")
    assert three.range == ""
    assert four.one_change.endswith("would still lead.")


def test_what_stands_beside_the_counts_is_told_in_words() -> None:
    big, nearly = session(tally(NIGHT, 5, 4, 3), cards=(NIGHT,)), session(tally(NIGHT, 8, 0, 0), cards=(NIGHT,))
    (card,) = build_pool(members(big, big, nearly, nearly), ())[0].cards
    assert card.sentence == (
        "Sessions differ. In 2 sessions: Works for me 10 · Could work if... 8 · Doesn't work for me 6 (of 24). Not in these "
        "numbers, 2 sessions: More for than against (2). In 2 sessions, at least 14 of 16 said: Works for me."
    )


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (replace(small_group(), told=()), "Its own result was not shown yet"),
        (session(cards=(NIGHT,)), "No round was closed"),
        (
            session(tally(NIGHT, 3, 3, 2), cards=(NIGHT,), comments=(replace(quote(NIGHT, "works", "x"), review="unread"),)),
            "Comments have not been read",
        ),
    ],
)
def test_why_a_session_is_in_no_pool(changed: Session, why: str) -> None:
    assert why_not_pooled(changed).startswith(why)
    assert why_not_pooled(replace(small_group(), told=tuple(small_group().tallies))) == ""


# Equal displays give equal documents

COUNTS = st.tuples(st.integers(0, 12), st.integers(0, 5), st.integers(0, 5), st.sampled_from([0, 0, 1, 4]))


def vote(card: Card, counts: tuple[int, int, int, int]) -> Session:
    comments = (quote(NIGHT, "works", "Mine"), quote(CHECKS, "doesnt", "No"))
    others = [tally(CHECKS, 3, 3, 2), tally(LATE, 2, 2, 2, 1), tally(WORDINGS, 2, 2, 2, 1)]
    return session(tally(card, *counts[:3], skipped=counts[3]), *others, comments=comments)


def shown_alone(of: Session) -> object:
    return [of.shown(card.id) for card in of.cards if card.id in of.tallies], of.people


@settings(max_examples=25, suppress_health_check=[HealthCheck.filter_too_much])
@given(COUNTS, st.integers(0, 2), st.integers(0, 2))
def test_equal_displays_give_equal_documents(counts: tuple[int, int, int, int], out: int, to: int) -> None:
    moved = list(counts)
    moved[out], moved[to] = moved[out] - 1, moved[to] + 1
    one, other = vote(NIGHT, counts), vote(NIGHT, (moved[0], moved[1], moved[2], moved[3]))
    assume(min(moved) >= 0 and out != to and shown_alone(one) == shown_alone(other))
    assert_equal_documents(build(one), build(other))
    pooled = [build_pool(members(of, small_group(), big_group()), ())[0] for of in (one, other)]
    if [entry.shown for entry in pooled[0].cards] == [entry.shown for entry in pooled[1].cards]:
        assert_equal_documents(*pooled)


def assert_equal_documents(one: Summary, other: Summary) -> None:
    """A document is made from its summary and nothing else: of equal ones none has to be written."""
    for name, render in FORMATS.items() if one != other else ():
        assert render(one) == render(other), name


@EVERY_FORMAT
def test_documents_that_know_more_than_is_shown_would_differ(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above would hold for documents that say nothing."""
    one, other = vote(NIGHT, (4, 2, 1, 0)), vote(NIGHT, (5, 1, 1, 0))
    assert FORMATS[name](build(one)) == FORMATS[name](build(other))

    def exact(card: Card, tally: Tally, lines: Thresholds) -> Shown:
        return replace(disclose(card, tally, lines), answered=tally.answered, counts=tally.counts)

    monkeypatch.setattr("codesign.core.session.disclose", exact)
    assert FORMATS[name](build(one)) != FORMATS[name](build(other))
