"""The promise, held against every outcome: from what is shown and one's own answer, no other person's answer can be told.

A person knows the number of voters, what is shown, and the own answer. All outcomes that fit are collected; where there is
only one, and in it all the others said the same, each of them is found out: a leak.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import msgspec
import pytest
from msgspec.structs import replace
from sample_cards import AGREEMENT, PAIR, SCALE, choice, codes, pick_two, splits, tally_of

from codesign.core.card import Card
from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, Shown, disclose
from codesign.core.kinds import agreement
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.tally import Tally
from codesign.core.thresholds import SHOWN_FROM, Thresholds

Outcome = tuple[int, ...]
"""How many said what: the options of the card, then skipped, unclear, not reached."""
Rule = Callable[[Card, Tally, Thresholds], Shown]

SEARCHED = [
    *((SCALE, n) for n in range(5, 13)),
    *((AGREEMENT, n) for n in range(5, 13)),
    *((choice(3), n) for n in range(5, 13)),
    *((PAIR, n) for n in range(5, 13)),
    *((choice(6), n) for n in range(5, 9)),
    *((pick_two(4), n) for n in range(5, 8)),
    (pick_two(5), 5),
]
ALL_LINES = [Thresholds(10), Thresholds(5), Thresholds(10, 7)]
IDS = [f"{card.kind}-{len(codes(card))}-{n}" for card, n in SEARCHED]


@cache
def outcomes(card: Card, n: int) -> list[tuple[Outcome, Tally]]:
    return [(of, tally_of(card, of)) for of in splits(n, len(codes(card)) + len(NO_ANSWER))]


def displays(card: Card, n: int, lines: Thresholds, rule: Rule) -> dict[bytes, list[Outcome]]:
    """What is shown -> the outcomes that are shown so."""
    found: dict[bytes, list[Outcome]] = {}
    for outcome, tally in outcomes(card, n):
        found.setdefault(msgspec.json.encode(rule(card, tally, lines)), []).append(outcome)
    return found


def leaks(groups: dict[bytes, list[Outcome]]) -> list[tuple[bytes, Outcome, int]]:
    """(what is shown, the outcome, the own answer) wherever the others are found out.

    Given the own answer, outcomes and vectors of the others' answers are one to one: a single vector of the others is a
    single outcome of the group in which somebody gave the own answer.
    """
    found = []
    for display, group in groups.items():
        for own in range(len(group[0])):
            fitting = [outcome for outcome in group if outcome[own]]
            if len(fitting) == 1 and unanimous(others_of(fitting[0], own)):
                found.append((display, fitting[0], own))
    return found


def unanimous(vector: Outcome) -> bool:
    return sum(1 for x in vector if x) <= 1


def others_of(outcome: Outcome, own: int) -> Outcome:
    return tuple(x - (place == own) for place, x in enumerate(outcome))


@pytest.mark.parametrize("lines", ALL_LINES, ids=["from-10", "from-5", "quotes-from-7"])
@pytest.mark.parametrize(("card", "n"), SEARCHED, ids=IDS)
def test_nobody_is_found_out_by_what_is_shown(card: Card, n: int, lines: Thresholds) -> None:
    assert leaks(displays(card, n, lines, disclose)) == []


def test_the_scale_s_split_would_give_people_away_who_could_only_agree_or_disagree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "_SPLIT_FROM", 0)
    assert [n for n in range(5, 10) if leaks(displays(AGREEMENT, n, Thresholds(), disclose))]


Beside = tuple[Outcome, Outcome]
"""What the others said, and on how many of those answers a comment or theme leaves the laptop."""


def told_apart_by_comments(groups: dict[bytes, list[Outcome]], options: int, most: int) -> Iterator[Beside]:
    """Single vectors of the others, for a person who also knows that at least so many of the others wrote on each answer."""
    for display, group in groups.items():
        if not msgspec.json.decode(display, type=Shown).speaks:
            continue
        for own in range(len(group[0])):
            fitting = [others_of(outcome, own) for outcome in group if outcome[own]]
            for wrote in product(range(most + 1), repeat=options):
                left = [v for v in fitting if all(x >= w for x, w in zip(v, wrote, strict=False))]
                if len(left) == 1:
                    yield left[0], wrote


@pytest.mark.parametrize("lines", ALL_LINES[:2], ids=["from-10", "from-5"])
@pytest.mark.parametrize("n", range(5, 13))
def test_nobody_is_found_out_by_which_prompts_have_a_comment(n: int, lines: Thresholds) -> None:
    single = told_apart_by_comments(displays(SCALE, n, lines, disclose), 3, 1)
    assert [leak for leak in single if unanimous(leak[0])] == []


@pytest.mark.parametrize("lines", ALL_LINES[:2], ids=["from-10", "from-5"])
@pytest.mark.parametrize("n", range(5, 13))
def test_nobody_is_found_out_by_the_number_of_comments_while_one_of_the_others_is_silent(n: int, lines: Thresholds) -> None:
    found = []
    for group in displays(SCALE, n, lines, disclose).values():
        for own in range(len(group[0])):
            fitting = [others_of(outcome, own) for outcome in group if outcome[own]]
            for vector in (v for v in fitting if unanimous(v) and any(v[:3])):
                place = vector.index(n - 1)
                found += [(vector, w) for w in range(n - 1) if sum(v[place] >= w for v in fitting) == 1]
    assert found == []


@pytest.mark.parametrize("lines", ALL_LINES[:2], ids=["from-10", "from-5"])
def test_known_limit_only_who_recognises_a_commenter_may_work_out_the_rest(lines: Thresholds) -> None:
    """One's own exception and a comment on another answer use up the two of "all or all but two". The others are found out
    then, but only by a person who knows the commenter's answer already and so can take it away; `what_is_shown` says so."""
    found = []
    for n in range(5, 13):
        for vector, wrote in told_apart_by_comments(displays(SCALE, n, lines, disclose), 3, 1):
            without_the_recognised = tuple(x - w for x, w in zip(vector, (*wrote, 0, 0, 0), strict=True))
            if unanimous(without_the_recognised):
                found.append((vector, wrote))
    assert found != []
    assert all(sum(wrote) >= 1 and not unanimous(vector) for vector, wrote in found)


def fold_at_one(card: Card, tally: Tally, lines: Thresholds) -> Shown:
    """The rules with the fold at all or all but one in place of two."""
    shown = disclose(card, tally, lines)
    if shown.label == ALL_OR_ALL_BUT_TWO and max(tally.counts.values()) == tally.answered - 2:
        return replace(shown, label="mixed", answer=None, counts=tally.counts)
    return shown


def exact(card: Card, tally: Tally, lines: Thresholds) -> Shown:
    """Counts from five answers on, without a fold."""
    return Shown("mixed", counts=tally.counts if tally.answered >= SHOWN_FROM else None)


def exact_no_answers(card: Card, tally: Tally, lines: Thresholds) -> Shown:
    """The rules, but with the counts of a card in the box."""
    shown = disclose(card, tally, lines)
    return shown if shown.speaks else replace(shown, counts=tally.counts)


@pytest.mark.parametrize("rule", [fold_at_one, exact, exact_no_answers])
@pytest.mark.parametrize("card", [SCALE, choice(3), PAIR], ids=lambda c: c.kind)
def test_the_search_finds_the_leaks_of_looser_rules(card: Card, rule: Rule) -> None:
    assert any(leaks(displays(card, n, Thresholds(5), rule)) for n in range(5, 9))
