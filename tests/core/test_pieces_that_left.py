"""What ever left of a card is within the rule, whatever a reader decides between summaries and whatever a record says."""

from collections import Counter
from random import Random

import pytest
from msgspec.structs import replace
from sample_cards import SCALE, tally

from codesign.core.ballot import OWN_IDEA
from codesign.core.errors import CodesignError
from codesign.core.pieces import Piece, Room, fits, within
from codesign.core.session import Comment, Review, Round, Session, Setup
from codesign.core.thresholds import Thresholds

SETUP = Setup(title="Tech rules", day="2026-11-24")


def session(first: int, last: int, chance: Random) -> Session:
    """Everybody wrote in two votes: with OK to quote, without, or only picks."""
    comments = []
    for vote, people in ((1, first), (2, last)):
        for _person in range(people):
            prompt = chance.choice(("works", "could", "doesnt"))
            n = len(comments)
            kind = chance.choice(("words", "mine", "picks"))
            comments.append(
                Comment(
                    id=n,
                    round=vote,
                    card="S",
                    prompt=prompt,
                    text="" if kind == "picks" else f"words {n}",
                    quote_ok=kind == "words",
                    picks=(f"pick-{n}",) * (kind == "picks"),
                )
            )
    rounds = (Round(1, ("S",), "closed"), Round(2, ("S",), "closed"))
    return Session(
        setup=SETUP,
        thresholds=Thresholds(),
        cards=(SCALE,),
        rounds=rounds,
        tallies={"S": tally(SCALE, last, 0, 0)},
        wrote_among={(1, "S"): first, (2, "S"): last, (1, OWN_IDEA): first, (2, OWN_IDEA): last},
        comments=tuple(comments),
    )


def read(now: Session, chance: Random) -> Session:
    """A reader who lets as much through as they can, in any way, and changes their mind."""
    for comment in chance.sample(now.comments, len(now.comments)):
        tries = [Review("quote"), Review("theme", chance.choice("abcdef")), Review("picks"), Review("withheld", reason="other")]
        for verdict in chance.sample(tries, 3):
            try:
                now = now.review(comment.id, verdict)
                break
            except CodesignError:
                continue
    return now


def written(now: Session) -> Session:
    return replace(now, told=("S",), left=now.leaving())


def is_within(pieces: list[Piece]) -> bool:
    if not pieces:
        return True
    among = min(p.among for p in pieces)
    each = Counter(p.prompt for p in pieces)
    return len({p.key for p in pieces}) <= among - 2 and (among >= 10 or max(each.values()) <= 3)


@pytest.mark.parametrize("seed", range(60))
def test_three_summaries_with_other_words_told_more_people_than_one(seed: int) -> None:
    chance = Random(seed)
    now, seen = session(chance.randint(5, 12), chance.randint(5, 12), chance), dict[object, Piece]()
    for _summary in range(3):
        now = read(now, chance)
        seen |= {piece.key: piece for piece in now.told_of("S")}
        now = written(now)
        assert set(seen) == {piece.key for piece in now.has_left}
        assert is_within(list(seen.values()))
        assert set(now.told_of("S", again=True)) == set(now.told_of("S"))


@pytest.mark.parametrize("seed", range(40))
def test_a_record_that_breaks_the_rule_is_told_within_it(seed: int) -> None:
    """Decided by an older program, mended, or before a smaller second vote."""
    chance = Random(seed)
    now = session(chance.randint(5, 12), chance.randint(5, 12), chance)
    through = [
        replace(c, review="quote" if c.quote_ok else "theme" if c.text else "picks", theme=f"theme {c.id}" * (not c.quote_ok))
        for c in now.comments
    ]
    broken = replace(now, comments=tuple(through))
    assert not is_within(list(broken.pieces("S")))
    for told in (broken, replace(broken, told=("S",)), written(broken)):
        pieces = told.told_of("S")
        assert pieces
        assert is_within(list(pieces))
    old = replace(broken, told=("S",))
    quoted = next(c for c in through if c.quote_ok)
    assert old.review(quoted.id, Review("withheld", reason="other")).has_left == old.has_left  # it left all the same


def test_the_same_words_and_the_picks_of_all_are_one_piece() -> None:
    comments = session(5, 5, Random(1)).comments
    five = replace(session(5, 5, Random(1)), comments=tuple(replace(c, prompt="could", quote_ok=False) for c in comments))
    for comment in five.comments:
        five = five.review(comment.id, Review("theme", "hours") if comment.text else Review("picks"))
    assert [p.how for p in five.told_of("S")] == ["theme", "picks"]
    assert five.room(five.comments[0]) == Room(2, 3)


def test_ten_people_and_nine_quotes_left_the_tenth_known() -> None:
    def piece(n: int) -> Piece:
        return Piece(card="S", prompt="doesnt", how="quote", words=str(n), among=10)

    assert len(within([piece(n) for n in range(9)], ())) == 8
    assert not fits([piece(n) for n in range(8)], piece(8))


@pytest.mark.parametrize(("card_id", "quotes"), [("IDEA-1", 2), ("IDEA-BANK", 3)])
def test_the_words_of_an_idea_are_a_piece_of_its_card(card_id: str, quotes: int) -> None:
    """A rule of staff that is only named so takes no place."""
    card = replace(SCALE, id=card_id, rule="A plug near each bed")
    now = session(5, 5, Random(1))
    now = replace(now, cards=(card,), tallies={card_id: tally(card, 5, 0, 0)}, wrote_among={})
    comments = [Comment(id=n, round=1, card=card_id, prompt="doesnt", text=f"{n}", quote_ok=True) for n in range(5)]
    now = replace(now, comments=tuple(replace(c, review="quote") for c in comments))
    assert len(now.told_of(card_id)) == quotes
