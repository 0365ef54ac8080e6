"""Nothing stands twice on the poster because the team's own words begin as ours do, and nobody is said to agree where nothing
may be told of what youth wanted."""

import itertools
import re

import pytest
from msgspec.structs import replace
from samples import LATE, NIGHT, session, tally

from codesign.core.card import Card, Option
from codesign.core.dates import bare
from codesign.core.policy_team.decisions import Answer, Decision
from codesign.core.session import Session
from codesign.phrases.came_of import came_of_all
from codesign.words import speaking

FOR, AGAINST, BOX = (6, 1, 1), (1, 1, 6), (2, 1, 1)
REASONS = ("because", "Because", "because of", "why:", "Reason:", "porque", "Por qué:", "Motivo:", "The reason is")
WAYS: dict[Answer, tuple[str, ...]] = {
    "yes": ("Yes,", "Yes:", "Sí,", "yes because"),
    "changes": ("Yes, with changes:", "Sí, con cambios:", "With changes."),
    "not-now": ("Not now, because", "Not now:", "not now because", "Not yet.", "Ahora no,", "Ahora no porque", "Not now –"),
    "no": ("No, because", "No.", "No:", "No porque"),
}


def decided(card: Card, counts: tuple[int, ...], **decision: str) -> Session:
    of = session(tally(card, *counts), cards=(card,))
    return replace(of, told=(card.id,), decisions=(Decision(card=card.id, **decision),))  # type: ignore[arg-type]


def lines(of: Session) -> list[str]:
    (came,) = came_of_all(of)
    return [came.answer, *came.words]


def doubled(of: Session) -> list[str]:
    """Phrases of one to four words that stand twice in a row on the poster."""
    words = bare(" ".join(lines(of))).split()
    found = []
    for n in range(1, 5):
        found += [" ".join(words[at : at + n]) for at in range(len(words)) if words[at : at + n] == words[at + n : at + 2 * n]]
    return found


@pytest.mark.parametrize("spoken", ["en", "es"])
@pytest.mark.parametrize("counts", [FOR, AGAINST, BOX])
@pytest.mark.parametrize("answer", ["yes", "changes", "not-now", "no"])
def test_because_because_and_not_now_not_now(answer: Answer, counts: tuple[int, ...], spoken: str) -> None:
    with speaking(spoken):
        for own in (*REASONS, *WAYS[answer]):
            of = decided(NIGHT, counts, answer=answer, because=f"{own} the budget is set in May.")
            told = " ".join(lines(of))
            assert doubled(of) == [], told
            assert "the budget is set in May." in told.replace("The budget", "the budget"), "a reason is never cut"
            assert not re.search(r"(porque|because|Why|Por qué):? (because|why|reason|porque|motivo|the reason)", told, re.I), (
                told
            )
            assert told.casefold().count("not now") <= 1, told


@pytest.mark.parametrize("spoken", ["en", "es"])
@pytest.mark.parametrize("begin", ["From now on", "from now on:", "Desde ahora:", "Starting now,", "De ahora en adelante"])
@pytest.mark.parametrize("changed", [False, True])
def test_from_now_on_from_now_on(begin: str, spoken: str, changed: bool) -> None:
    card = replace(LATE, options=(Option("a", f"{begin} 11 pm."), *LATE.options[1:]))
    with speaking(spoken):
        of = decided(card, (6, 1, 0, 0), answer="changes" if changed else "yes")
        told = lines(of)[0]
        assert doubled(of) == []
        assert told.count("11 pm.") == 1
        assert changed or bare(told) == bare(f"{begin} 11 pm"), told
        written = decided(LATE, (2, 2, 2, 1), answer="yes", because=f"{begin} 11 pm.")
        assert doubled(written) == []
    with speaking("en"):
        for own in ("The team decided: 11 pm.", "We decided 11 pm.", "El equipo decidió: 11 pm."):
            assert lines(decided(LATE, (2, 2, 2, 1), answer="yes", because=own)) == [own]


@pytest.mark.parametrize("spoken", ["en", "es"])
def test_by_by_and_who_who(spoken: str) -> None:
    with speaking(spoken):
        for who, when, again in itertools.product(
            ("By Dana", "Who does it: Dana", "Quién lo hace: Dana", "Dana"),
            ("by the end of spring", "By when: spring", "para la primavera", "2027-03-01"),
            ("We look at it again: in fall", "Lo vemos otra vez: en otoño", "again in fall", "2027-09"),
        ):
            of = decided(NIGHT, FOR, answer="yes", who=who, by_when=when, review=again)
            assert doubled(of) == []
            told = " ".join(lines(of))
            for lead in ("who does it", "quien lo hace", "by when", "para cuando", "we look at it again", "lo vemos otra vez"):
                assert bare(told).count(lead) <= 1, told
            assert not re.search(r"(By when|Para cuándo|Who does it|Quién lo hace): (by|para) ", told, re.I), told


def test_words_that_only_look_like_an_answer_are_kept_whole() -> None:
    for answer, because in (
        ("no", "No one asked for it."),
        ("no", "Nothing here."),
        ("yes", "Yesterday we met."),
        ("no", "Yes, we know."),
    ):
        assert lines(decided(NIGHT, BOX, answer=answer, because=because))[1] == f"Why: {because}"


def test_an_answer_written_twice_is_no_reason() -> None:
    assert lines(decided(NIGHT, FOR, answer="no", because="No.")) == ["No.", "No reason was given."]


@pytest.mark.parametrize("card", [NIGHT, LATE])
def test_the_poster_never_says_agreed_of_what_lies_in_the_box(card: Card) -> None:
    options = len(card.options) or 3
    for counts in itertools.product(range(5), repeat=options):
        if not sum(counts) < 5:
            continue
        for answer in ("yes", "changes", "no", "not-now"):
            for because in ("", "10 pm on weekdays"):
                (came,) = came_of_all(decided(card, counts, answer=answer, because=because))
                assert came.place != "done", (counts, answer)
                assert "gree" not in came.answer
                assert "From now on" not in came.answer
