"""The promise of the ledger, for a person who reads the summary of a group and counts: what is quoted, told as a theme, kept
back and not told never leaves only sessions in which everybody, or everybody but one, wrote.

Such a person knows how many answered, and in each test more than a summary says: which of the things that can be done with
words were done at all. All sessions that give one and the same summary are collected; that everybody wrote follows where in
each of them so many wrote on one card, or an idea.
"""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from msgspec.structs import replace
from samples import NIGHT, quote, session, tally, theme, withheld

from codesign.core.ballot import OWN_IDEA
from codesign.core.card import Card
from codesign.core.session import Comment
from codesign.documents.summary import ledger
from codesign.documents.summary.build import said_of
from codesign.documents.summary.ledger import ledger_of

OTHER, IDEA = replace(NIGHT, id="N-2"), replace(NIGHT, id=OWN_IDEA)
PROMPTS = ("works", "could", "doesnt")
Done = tuple[int, int, int, int, int]
"""On one card, or as ideas: comments that a reader let through as quotes, with a theme each, with a theme of no words, kept
back, and how many of the last have no OK."""
Session = tuple[Done, ...]
Sessions = Callable[[int], Iterator[Session]]
"""How many people -> what may have been done with their words on each card."""


def one_card(people: int) -> Iterator[Session]:
    for quoted, themes in product(range(people + 1), repeat=2):
        for kept in range(people - quoted - themes + 1):
            yield ((quoted, themes, 0, kept, 0),)


def one_card_without_ok(people: int) -> Iterator[Session]:
    for quoted in range(people + 1):
        for kept in range(people - quoted + 1):
            for without_ok in range(kept + 1):
                yield ((quoted, 0, 0, kept, without_ok),)


def two_alike(people: int) -> Iterator[Session]:
    """Which of the two is which makes no difference."""
    return (done for done in two(people) if done[0] <= done[1])


def two(people: int) -> Iterator[Session]:
    done = [(q, kept) for q in (0, people - 2, people) for kept in range(people - q + 1)]
    for first, second, silent in product(done, done, range(people - 1)):
        many = [0, silent] if first > second else [silent, 0]  # where fewer are quoted
        if all(sum(on_it) + more <= people for on_it, more in zip((first, second), many, strict=True)):
            yield tuple((q, 0, more, kept, 0) for (q, kept), more in zip((first, second), many, strict=True))


def comments(card: Card, done: Done) -> Iterator[Comment]:
    quoted, themes, silent, kept, without_ok = done
    for n in range(quoted):
        yield quote(card, PROMPTS[n % 3], f"quote {n}")
    for n in range(themes):
        yield theme(card, PROMPTS[n % 3], f"theme {n}")
    for _n in range(silent):
        yield replace(theme(card, "works", ""), quote_ok=True)
    for n in range(kept):
        yield replace(withheld(card, "other"), quote_ok=n >= without_ok)


def everybody_wrote(people: int, sessions: Sessions, cards: tuple[Card, ...]) -> list[str]:
    """The summaries from which it follows."""
    fewest: dict[str, int] = {}
    voted = tuple(card for card in cards if card.id != OWN_IDEA)
    votes = [replace(tally(NIGHT, *((people + 2 - n) // 3 for n in range(3))), card=card.id) for card in voted]
    for done in sessions(people):
        words = tuple(c for card, on_it in zip(cards, done, strict=True) for c in comments(card, on_it))
        of = session(*votes, cards=voted, comments=words)
        said = [tuple(map(len, said_of(of, card.id))) for card in cards]
        seen = repr((said, ledger_of(of)))
        fewest[seen] = min(max(sum(on_it[:4]) for on_it in done), fewest.get(seen, people))
    return [seen for seen, wrote in fewest.items() if wrote >= people - 1]


PLACES = pytest.mark.parametrize(
    ("sessions", "cards"),
    [(one_card, (NIGHT,)), (one_card_without_ok, (NIGHT,)), (two_alike, (NIGHT, OTHER)), (two, (NIGHT, IDEA))],
    ids=["one card", "without OK", "two cards", "a card and ideas"],
)


@PLACES
@pytest.mark.parametrize("people", [5, 9, 10, 12, *(pytest.param(n, marks=pytest.mark.soak) for n in (6, 7, 8, 11))])
def test_quotes_and_what_was_kept_back_added_up_to_everybody(people: int, sessions: Sessions, cards: tuple[Card, ...]) -> None:
    """5 and 10 are the first of whom more is told, 12 the first of whom it may be told that ten wrote."""
    assert everybody_wrote(people, sessions, cards) == []


@PLACES
def test_a_ledger_that_takes_no_account_of_the_quotes_is_found_out(
    monkeypatch: pytest.MonkeyPatch, sessions: Sessions, cards: tuple[Card, ...]
) -> None:
    monkeypatch.setattr(ledger, "together", lambda _pieces: ())
    assert everybody_wrote(5, sessions, cards)
    assert everybody_wrote(10, sessions, cards)
