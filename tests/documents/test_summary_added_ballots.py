"""Whoever can write the record's file can add ballots: said to youth and in the summary, and no count is taken for people."""

import pytest
from msgspec.structs import replace
from samples import NIGHT, build_pool, session, tally

from codesign.core.ballot import OWN_IDEA
from codesign.core.pool import Member
from codesign.core.session import Session
from codesign.core.thresholds import Thresholds
from codesign.course.shared_words import how_the_vote_ended, who_will_see
from codesign.documents.summary.build import build
from codesign.documents.summary.outline import outline
from codesign.words import speaking

MORE = "More ballots were counted than people were expected."


def group(ballots: int, expected: int) -> Session:
    found = session(tally(NIGHT, ballots - 3, 2, 1), cards=(NIGHT,))
    return replace(found, setup=replace(found.setup, expected=expected))


@pytest.mark.parametrize(("language", "said"), [("en", "could add votes"), ("es", "podría añadir votos")])
def test_a_box_that_somebody_stuffs_was_told_to_nobody_who_votes(language: str, said: str) -> None:
    with speaking(language):
        assert sum(said in line for line in who_will_see(Thresholds())) == 1


def test_a_count_of_people_that_comes_from_a_file_was_told_as_one() -> None:
    told = outline(build(group(12, 12))).how
    assert sum("could add votes" in line for line in told) == 1
    assert sum("it is no proof" in line for line in told) == 1


@pytest.mark.parametrize(
    ("ballots", "expected", "more"), [(8, 7, True), (12, 7, True), (7, 7, False), (6, 7, False), (9, 0, False)]
)
def test_more_ballots_than_people_were_no_word_in_the_summary(ballots: int, expected: int, more: bool) -> None:
    told = build(group(ballots, expected)).caveats
    assert any(MORE in line for line in told) == more
    assert not any(digit in line for line in told for digit in "0123456789"), "a band stays one"


@pytest.mark.parametrize("card", ["R-9", OWN_IDEA])
def test_how_many_answered_in_a_vote_that_was_taken_again_changed_the_summary(card: str) -> None:
    """Or that somebody wrote an idea in it, because only then so much is kept of it."""
    again = replace(group(7, 7), wrote_among={(1, card): 9})
    assert build(again) == build(group(7, 7))


def test_a_pool_tells_it_of_the_sessions_not_which() -> None:
    members = [Member(str(n), group(n, 12)) for n in (11, 13)]
    assert [line for line in build_pool(members, ())[0].caveats if "ballots were counted" in line] == [
        "In one session or more, more ballots were counted than people were expected. More may have come, or somebody may have "
        "added ballots."
    ]


@pytest.mark.parametrize(
    ("ballots", "ended"), [(6, "The vote is closed"), (7, "Everyone has voted"), (8, "The vote is closed")]
)
def test_of_more_ballots_than_people_it_was_said_that_everyone_has_voted(ballots: int, ended: str) -> None:
    assert how_the_vote_ended(group(ballots, 7)) == ended
