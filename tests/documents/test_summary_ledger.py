"""What is told of comments that stay behind: no number of a few people, and never that one of them wrote of harm."""

import json
import re
from itertools import combinations_with_replacement

import pytest
from msgspec.structs import replace
from samples import NIGHT, quote, session, tally, theme, withheld
from test_summary_disclosure import export, words

from codesign.core.ballot import OWN_IDEA
from codesign.core.session import WITHHELD_REASONS, Comment, Session
from codesign.documents.summary.build import build
from codesign.documents.summary.ledger import NONE_COUNTED, SOME
from codesign.documents.summary.outline import outline
from codesign.documents.write import FORMATS

SETS = [c for size in (1, 2, 3) for c in combinations_with_replacement(WITHHELD_REASONS, size)]


def group(people: int, *comments: Comment) -> Session:
    """One card, on which the answers are spread as evenly as can be."""
    counts = [(people + 2 - n) // 3 for n in range(3)]
    return session(tally(NIGHT, *counts), cards=(NIGHT,), comments=comments)


def kept(*reasons: str) -> list[Comment]:
    return [withheld(NIGHT, reason) for reason in reasons]


@pytest.mark.parametrize("people", range(3, 10))
def test_one_of_four_wrote_of_harm_and_the_summary_said_so_with_a_number(people: int) -> None:
    """In a group under ten every number of kept-back comments and every reason gives one and the same document; under five
    that is the one without comments."""
    one = build(group(people, *kept("safety")))
    assert all(build(group(people, *kept(*reasons))) == one for reasons in SETS)  # of which each format is a picture
    assert (build(group(people)) == one) == (people < 5)
    assert not {*map(str, WITHHELD_REASONS.values())} & {line.split(":")[0] for line in outline(build(group(people))).words}


@pytest.mark.parametrize("people", range(5, 10))
def test_comments_that_a_small_group_could_not_bear_were_counted(people: int) -> None:
    """They were let through, and could not be told: one too many is said like seven too many; of five not even that, of whom it
    would be told that all but one wrote."""
    too_many = [
        outline(build(group(people, *(quote(NIGHT, "works", f"w{n}") for n in range(count))))).words for count in (4, 5, 11)
    ]
    assert len(set(too_many)) == 1
    assert too_many[0][-1] == (SOME if people > 5 else NONE_COUNTED)
    assert outline(build(group(people, theme(NIGHT, "works", "sleep")))).words[-1] == NONE_COUNTED


@pytest.mark.parametrize("people", [10, 12])
def test_a_safety_reason_stood_alone(people: int) -> None:
    for reasons in SETS:
        told = build(group(people, *kept(*reasons))).ledger
        assert sum(told.reasons.values()) == len(reasons)
        assert "safety" not in told.reasons
    same = [export("json", group(people, *kept(reason))) for reason in ("safety", "other")]
    assert same[0] == same[1]


def test_a_card_in_the_box_told_that_something_was_written_on_it() -> None:
    """Twelve came, and four answered the card."""
    big = group(12)
    few = replace(
        big, cards=(*big.cards, replace(NIGHT, id="X")), tallies={**big.tallies, "X": tally(NIGHT, 2, 1, 1, skipped=8)}
    )
    few = replace(few, tallies={**few.tallies, "X": replace(few.tallies["X"], card="X")})
    on_it = replace(few, comments=(replace(withheld(NIGHT, "names-someone"), card="X"),))
    assert export("md", on_it) == export("md", few)


def test_a_comment_of_a_first_vote_of_few_was_counted_among_the_many_of_the_second() -> None:
    early = replace(group(12, *kept("names-someone")), wrote_among={(1, NIGHT.id): 6, (1, OWN_IDEA): 6})
    assert build(early).ledger.reasons == {}
    assert outline(build(early)).words[-1] == SOME


@pytest.mark.parametrize("people", [3, 4, 5, 9])
def test_no_number_of_a_small_group_leaves(people: int) -> None:
    """But for the rule's own words, its number and its day: a phrase holds none, and the people are told as a band."""
    of = group(people, *kept("safety", "other"), quote(NIGHT, "works", "so I can call"))
    values = json.loads(export("json", of))
    found = {key: value for key, value in walk(values) if isinstance(value, int) and not isinstance(value, bool)}
    quoted = sum(len(card["comments"]) for card in values["cards"])
    counted = {"written_at_least": quoted, "quoted": quoted, "themes": 0, "without_ok_at_least": 0, "not_told": 0}
    assert found == {"schema": 2, "records": 1, "numbers_from": 10, "quote_from": 5, **counted}
    row = export("csv", of).decode("utf-8-sig").splitlines()[1]
    assert not re.search(r'"\d+"', row)


def walk(value: object, name: str = "") -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in walk(inner, key)]
    if isinstance(value, list):
        return [found for inner in value for found in walk(inner, name)]
    return [(name, value)]


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_says_the_same_of_one_and_of_three(name: str) -> None:
    one, three = (words(name, export(name, group(7, *kept(*reasons)))) for reasons in (SETS[3], SETS[-1]))
    assert one == three


@pytest.mark.parametrize(
    ("people", "written", "told"), [(12, 12, 10), (12, 9, 0), (30, 30, 20), (30, 29, 20), (30, 20, 20), (9, 9, 0)]
)
def test_that_all_who_could_write_did_was_told(people: int, written: int, told: int) -> None:
    """What was written is told in tens, and never so many that it would say of each that they wrote."""
    of = group(people, *(theme(NIGHT, "works", "sleep") for _n in range(written)))
    assert build(of).ledger.written == told
    assert build(of).ledger.without_ok == told


@pytest.mark.parametrize("cards", range(1, 6))
@pytest.mark.parametrize("people", range(10, 16))
def test_it_was_told_of_each_that_they_wrote_on_every_card(people: int, cards: int) -> None:
    """All but one wrote wherever they could, or one of them left out one card: the same is told, of what was written, of what
    has no OK and of what was kept back."""
    asked = tuple(replace(NIGHT, id=f"N-{n}") for n in range(cards))

    def told(left_out: int) -> object:
        wrote = [(n, card) for card in asked for n in range(people - 1)][left_out:]
        comments = tuple(replace(withheld(card, "other"), quote_ok=False) for _n, card in wrote)
        counts = [(people + 2 - n) // 3 for n in range(3)]
        votes = (replace(tally(NIGHT, *counts), card=card.id) for card in asked)
        return build(session(*votes, cards=asked, comments=comments)).ledger

    assert told(0) == told(1)
