"""What is said of where a session stands is true: who has voted, what was shown, what was answered."""

import pytest
from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.group_notes import GroupNotes
from codesign.core.hour import Begun
from codesign.core.policy_team.decisions import Decision
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.course.shared_words import how_the_vote_ended
from codesign.course.where_it_stopped import is_under_way, where_it_stopped

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
    (replace(DONE, comments=(UNREAD,)), "Closed. Next: the talk."),
    (replace(DONE, rounds=(Round(1, BOTH, "dropped"),), tallies={}), "The round was dropped."),
    (DONE, "Closed. Next: the talk."),
    (replace(DONE, group_notes=GroupNotes(at="result")), "Closed. Next: the comments, the result, the summary."),
    (closed({"R-1": 8, "R-2": 8}, {"R-2": 8}), "Closed. Next: the comments, the result, the summary."),
    (replace(DONE, told=BOTH, group_notes=GroupNotes(at="result")), "Result shown. Next: the comments, the summary."),
    (replace(DONE, told=BOTH, group_notes=GroupNotes(at="over")), "Result shown. The policy team's answer can be read in."),
    (replace(DONE, told=BOTH), "Result shown. The policy team's answer can be read in."),
    (replace(DONE, told=BOTH, decisions=decided("R-2")), "Answered: 1 of 2."),
    (replace(DONE, told=BOTH, decisions=decided(*BOTH)), "Answered: 2 of 2."),
]


@pytest.mark.parametrize(("session", "said"), KINDS, ids=[str(n) for n in range(len(KINDS))])
def test_past_sessions_said_the_summary_can_be_written_of_what_was_answered(session: Session, said: str) -> None:
    assert where_it_stopped(session) == said


@pytest.mark.parametrize(
    ("session", "at", "so"),
    [
        *((IN_THE_VOTE, at, True) for at in ("welcome", "vote", "again")),
        *((DONE, at, True) for at in ("vote", "talk", "result")),
        *((replace(DONE, told=BOTH), at, at in ("result", "next")) for at in ("welcome", "again", "result", "next", "over")),
        *((replace(IN_THE_VOTE, rounds=(Round(1, BOTH, "dropped"),)), at, False) for at in ("welcome", "vote")),
    ],
)
def test_a_session_whose_result_was_on_the_screen_was_gone_from_home_after_a_power_cut(
    session: Session, at: Begun, so: bool
) -> None:
    assert is_under_way(replace(session, group_notes=GroupNotes(at=at))) == so
    together = replace(session, rounds=(), tallies={}, group_notes=GroupNotes(at=at, together=True))
    assert is_under_way(together) == (at != "over"), "until the page of the group is written"
    wrote = replace(session, comments=(UNREAD,), group_notes=GroupNotes(at=at))
    assert is_under_way(wrote) == so, "whether anybody wrote stays behind the code"
