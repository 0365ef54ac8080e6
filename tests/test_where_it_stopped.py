"""What is said of where a session stands is true: who has voted, what was shown, what was answered."""

import pytest
from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.decisions import Decision
from codesign.core.plan import Thresholds
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.course.words import how_the_vote_ended, where_it_stopped

CARDS = tuple(Card(id=f"R-{n}", kind="scale", rule=f"Rule {n}.") for n in (1, 2))


def tally(card: str, ballots: int) -> Tally:
    return Tally(card, {"works": ballots - 1, "could": 0, "doesnt": 0}, 1)


def closed(*votes: dict[str, int], expected: int = 0) -> Session:
    """A session after these votes: how many ballots each of their cards got."""
    return Session(
        setup=Setup(title="T", day="2026-11-24", expected=expected),
        thresholds=Thresholds(),
        cards=CARDS,
        rounds=tuple(Round(n, tuple(vote), "closed") for n, vote in enumerate(votes, 1)),
        tallies={card: tally(card, ballots) for vote in votes for card, ballots in vote.items()},
    )


@pytest.mark.parametrize(
    ("expected", "votes", "everyone"),
    [
        (8, [{"R-1": 8, "R-2": 8}], True),
        (8, [{"R-1": 9, "R-2": 9}], False),  # of more ballots than people nobody knows whose they are
        (8, [{"R-1": 7, "R-2": 7}], False),
        (8, [{"R-1": 1, "R-2": 1}], False),
        (0, [{"R-1": 7, "R-2": 7}], False),  # nobody said how many there are
        (8, [{"R-1": 8, "R-2": 8}, {"R-2": 5}], False),  # three did not vote again
        (8, [{"R-1": 5, "R-2": 5}, {"R-2": 8}], True),
    ],
)
def test_everyone_has_voted_was_said_when_only_some_had(expected: int, votes: list[dict[str, int]], everyone: bool) -> None:
    said = how_the_vote_ended(closed(*votes, expected=expected))
    assert said == ("Everyone has voted" if everyone else "The vote is closed")


def decided(*cards: str) -> tuple[Decision, ...]:
    return tuple(Decision(card=card, answer="yes") for card in cards)


DONE = closed({"R-1": 8, "R-2": 8})
BOTH = ("R-1", "R-2")
UNREAD = Comment(id=1, round=1, card="R-1", prompt="works", text="a", quote_ok=False)
IN_THE_VOTE = replace(DONE, rounds=(Round(1, BOTH, "open"),), tallies={}, in_box=1)
KINDS = [
    (IN_THE_VOTE, "Paused in the vote. 1 ballot is safe."),
    (replace(DONE, comments=(UNREAD,)), "Closed. Next: the comments, the result, the summary."),
    (replace(DONE, rounds=(Round(1, BOTH, "dropped"),), tallies={}), "The round was dropped."),
    (DONE, "Closed. Next: the comments, the result, the summary."),
    (replace(DONE, told=("R-1",)), "Closed. Next: the comments, the result, the summary."),
    (replace(DONE, told=BOTH), "Result shown. The policy team's answer can be read in."),
    (replace(DONE, told=BOTH, decisions=decided("R-2")), "Answered: 1 of 2."),
    (replace(DONE, told=BOTH, decisions=decided(*BOTH)), "Answered: 2 of 2."),
]


@pytest.mark.parametrize(("session", "said"), KINDS, ids=[said for _session, said in KINDS])
def test_past_sessions_said_the_summary_can_be_written_of_what_was_answered(session: Session, said: str) -> None:
    assert where_it_stopped(session) == said
