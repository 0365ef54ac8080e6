"""A next round: on cards that were not told yet and on ideas that were read; of each card only the last vote is shown."""

import pytest
from msgspec.structs import replace
from sample_cards import CHOICE, SCALE, tally

from codesign.core.ballot import OWN_IDEA, Ballot, Remark
from codesign.core.errors import CodesignError
from codesign.core.next_round import next_cards
from codesign.core.session import Comment, Review, Round, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.core.turn import Turn


def idea(number: int, text: str, *, ok: bool = True, **kwargs: str) -> Comment:
    return Comment(id=number, round=1, card=OWN_IDEA, prompt="idea", text=text, quote_ok=ok, **kwargs)  # type: ignore[arg-type]


VOTED = Session(
    setup=Setup(title="t", day="2026-11-24"),
    thresholds=Thresholds(),
    cards=(SCALE, CHOICE),
    rounds=(Round(1, (SCALE.id, CHOICE.id), "closed"),),
    tallies={SCALE.id: tally(SCALE, 2, 2, 2), CHOICE.id: tally(CHOICE, 3, 2, 1)},
)


def test_cards_come_in_the_order_of_the_session_whatever_was_asked_for() -> None:
    assert next_cards(VOTED, [CHOICE.id, SCALE.id]) == (SCALE, CHOICE)
    assert next_cards(VOTED, [CHOICE.id, CHOICE.id]) == (CHOICE,)


def test_a_told_card_is_not_voted_on_again() -> None:
    told = replace(VOTED, told=(SCALE.id,))
    with pytest.raises(CodesignError, match="was shown already"):
        next_cards(told, [SCALE.id, CHOICE.id])
    assert next_cards(told, [CHOICE.id]) == (CHOICE,)
    assert not told.is_told
    assert replace(VOTED, told=(SCALE.id, CHOICE.id)).is_told


@pytest.mark.parametrize("asked", [[], ["NONE"], [SCALE.id, "IDEA-1"]])
def test_a_card_that_is_not_there_is_refused_with_those_that_are(asked: list[str]) -> None:
    with pytest.raises(CodesignError, match=f"{SCALE.id}, {CHOICE.id}"):
        next_cards(VOTED, asked)


def test_no_round_beside_an_open_one() -> None:
    opened = replace(VOTED, rounds=(*VOTED.rounds, Round(2, (SCALE.id,), "open")))
    with pytest.raises(CodesignError, match="open already"):
        next_cards(opened, [CHOICE.id])


def test_ideas_that_may_be_quoted_can_be_voted_on_and_no_others() -> None:
    ideas = (
        idea(5, "wifi till midnight", review="quote"),
        idea(3, "my own words", ok=False, review="theme", theme="plugs"),
        idea(9, "unread yet"),
        idea(4, "kept back", review="withheld", reason="other"),
        idea(7, "a plug near each bed", review="quote"),
    )
    session = replace(VOTED, comments=ideas)
    assert [(c.id, c.kind, c.rule) for c in session.idea_cards] == [
        ("IDEA-1", "scale", "a plug near each bed"),
        ("IDEA-2", "scale", "wifi till midnight"),
    ]
    assert next_cards(session, ["IDEA-2", SCALE.id]) == (SCALE, session.idea_cards[1])
    taken = replace(session, cards=(*session.cards, session.idea_cards[1]))
    assert [(c.id, c.rule) for c in taken.idea_cards] == [("IDEA-3", "a plug near each bed")], "no id names two rules"


@pytest.mark.parametrize("verdict", [Review("quote"), Review("theme", theme="plugs"), Review("withheld", reason="other")])
def test_an_idea_in_the_words_of_a_card_could_be_decided_in_no_way_and_ended_the_session(verdict: Review) -> None:
    twin = idea(1, SCALE.rule)
    read = replace(VOTED, comments=(twin,)).review(1, verdict)
    assert read.unread == ()
    with pytest.raises(CodesignError, match="has voted on this idea"):
        read.review(1, Review("withheld", reason="safety"))


def test_an_idea_may_be_quoted_from_five_ballots_on_and_without_the_limit_of_three() -> None:
    ideas = tuple(idea(n, f"idea {n}") for n in range(1, 7))
    session = replace(VOTED, comments=ideas)
    for comment in ideas[:4]:
        assert session.why_no_quote(comment) == ""
        session = session.review(comment.id, Review("quote"))
    assert session.why_no_quote(ideas[4]) == "enough"  # of six people: who knew five writers would know the last
    few = replace(session, tallies={SCALE.id: tally(SCALE, 2, 1, 1)})
    assert few.why_no_quote(ideas[0]) == "too-few"
    assert session.why_no_quote(idea(8, "x", ok=False)) == "no-ok"


def test_an_idea_is_cast_as_a_comment_on_no_card() -> None:
    turn = Turn.begin([SCALE]).answer("works").write_idea(" wifi\ttill midnight ").allow_idea_quote(True)
    assert turn.ballot() == Ballot({SCALE.id: "works"}, (Remark(OWN_IDEA, "idea", "wifi till midnight", True),))
    assert turn.write_idea("").ballot().remarks == ()
    assert not turn.write_idea("").write_idea("again").idea.quote_ok
    assert not Turn.begin([SCALE]).allow_idea_quote(True).idea.quote_ok


def test_an_idea_from_a_small_second_round_is_not_quoted_by_the_size_of_the_first() -> None:
    late = replace(idea(5, "wifi till midnight", review="quote"), round=2)
    session = replace(VOTED, comments=(late,), wrote_among={(1, OWN_IDEA): 6, (2, OWN_IDEA): 3})
    assert session.why_no_quote(late) == "too-few"
    assert not session.may_be_told(late)
    assert session.idea_cards == ()


def test_a_comment_of_three_is_not_quoted_because_eight_voted_later() -> None:
    comment = Comment(id=1, round=1, card=SCALE.id, prompt="works", text="x", quote_ok=True)
    session = replace(VOTED, comments=(comment,), tallies={SCALE.id: tally(SCALE, 0, 0, 8)}, wrote_among={(1, SCALE.id): 3})
    assert session.why_no_quote(comment) == "too-few"
    assert replace(session, wrote_among={(1, SCALE.id): 5}).why_no_quote(comment) == ""


def test_an_idea_without_an_ok_becomes_a_card_only_in_the_readers_words() -> None:
    forged = idea(5, "my own words", ok=False, review="quote")
    assert replace(VOTED, comments=(forged,)).idea_cards == ()


def test_an_idea_that_was_voted_on_stays_as_it_was_decided() -> None:
    session = replace(VOTED, comments=(idea(5, "wifi till midnight", review="quote"),))
    voted = replace(session, cards=(*session.cards, *session.idea_cards))
    with pytest.raises(CodesignError, match="voted on this idea"):
        voted.review(5, Review("withheld", reason="names-someone"))


def test_a_second_vote_told_how_somebody_late_had_answered() -> None:
    """Eight voted "works", all but one; a ninth came for a second vote on a card that the room had moved on from."""
    for works, could, doesnt in ((6, 1, 1), (1, 1, 6), (8, 0, 0)):
        settled = replace(VOTED, tallies={SCALE.id: tally(SCALE, works, could, doesnt), CHOICE.id: tally(CHOICE, 3, 2, 1)})
        assert settled.open_to_a_vote == (CHOICE,)
        with pytest.raises(CodesignError, match=f"moves on from “{SCALE.id}”"):
            next_cards(settled, [SCALE.id, CHOICE.id])


@pytest.mark.parametrize("counts", [(3, 1, 3), (3, 4, 1), (2, 2, 3), (2, 1, 1), (0, 0, 0)])
def test_what_the_room_talks_about_or_cannot_see_is_voted_on_again(counts: tuple[int, int, int]) -> None:
    session = replace(VOTED, cards=(SCALE,), tallies={SCALE.id: tally(SCALE, *counts)})
    assert session.open_to_a_vote == next_cards(session, [SCALE.id]) == (SCALE,)
    assert replace(session, told=(SCALE.id,)).open_to_a_vote == ()
