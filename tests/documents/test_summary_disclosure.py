"""What leaves: the same for two outcomes with the same display, nothing of a card in the box, nothing of a clock."""

import io
import time
import zipfile

import pytest
from msgspec.structs import replace
from samples import CAMERAS, CHECKS, GAMES, NIGHT, big_group, quote, session, small_group, tally

from codesign.core.session import Session
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.documents.summary.build import build
from codesign.documents.write import FORMATS

EVERY_FORMAT = pytest.mark.parametrize("name", list(FORMATS))


def export(name: str, of: Session) -> bytes:
    return FORMATS[name](build(of))


def words(name: str, data: bytes) -> str:
    """All that can be read of a file; of a .docx, every part of it."""
    if name != "docx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(part).decode() for part in archive.namelist())


def with_tallies(of: Session, *tallies: Tally) -> Session:
    return replace(of, tallies={**of.tallies, **{t.card: t for t in tallies}})


@EVERY_FORMAT
@pytest.mark.parametrize(
    ("of", "other"),
    [
        (small_group(), (tally(NIGHT, 5, 1, 1), tally(CHECKS, 2, 4, 1), tally(GAMES, 0, 2, 3, unclear=4))),
        (small_group(), (tally(CAMERAS, 4, 0, 0, unclear=3),)),
        (big_group(), (tally(CAMERAS, 0, 2, 12),)),
        (big_group(), (tally(CAMERAS, 0, 0, 14),)),
    ],
)
def test_the_same_display_gives_the_same_bytes(name: str, of: Session, other: tuple[Tally, ...]) -> None:
    assert export(name, of) == export(name, with_tallies(of, *other))


@EVERY_FORMAT
def test_the_order_of_comments_does_not_leave(name: str) -> None:
    of = small_group()
    assert export(name, of) == export(name, replace(of, comments=of.comments[::-1]))


@EVERY_FORMAT
def test_two_exports_at_different_times_are_identical(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = export(name, small_group())
    later = time.time() + 2
    monkeypatch.setattr(time, "time", lambda: later)
    assert export(name, small_group()) == first
    monkeypatch.setattr(time, "time", lambda: later + 40_000_000)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(later + 40_000_000))
    assert export(name, small_group()) == first


@EVERY_FORMAT
def test_what_was_not_let_through_is_in_no_file(name: str) -> None:
    text = words(name, export(name, small_group()))
    assert "never leaves" not in text
    assert "2026-11-14" not in text


@pytest.mark.parametrize("name", ["docx", "html", "md"])
def test_a_card_in_the_box_says_only_that(name: str) -> None:
    text = words(name, export(name, session(tally(CAMERAS, 1, 1, 1, skipped=3, unclear=1), cards=(CAMERAS,))))
    assert "Too few people answered each rule" in text
    assert "Law on cameras" not in text
    assert "Who disagrees and why" not in text
    assert "Many did not answer" not in text


@EVERY_FORMAT
def test_a_quote_needs_enough_answers_in_the_vote_that_counts(name: str) -> None:
    """It was allowed after a first vote of eight; the second vote, which replaces it, had six."""
    lines = Thresholds(quote_from=8)
    comment = quote(NIGHT, "works", "only from eight on")
    enough = session(tally(NIGHT, 6, 1, 1), cards=(NIGHT,), comments=(comment,), lines=lines)
    assert "only from eight on" in words(name, export(name, enough))
    assert "only from eight on" not in words(name, export(name, with_tallies(enough, tally(NIGHT, 5, 1, 0))))


def test_a_later_vote_of_a_small_group_leaves_three_quotes_on_each_prompt_in_turn() -> None:
    """All were allowed after a first vote of ten; the second vote had nine."""
    quotes = [quote(NIGHT, prompt, f"{prompt} {n}") for n in range(4) for prompt in ("works", "doesnt")]
    ten = session(tally(NIGHT, 6, 2, 2), cards=(NIGHT,), comments=tuple(quotes[::-1]))
    assert len(build(ten).cards[0].quotes) == 8
    nine = build(with_tallies(ten, tally(NIGHT, 5, 2, 2)))
    assert [q.text for q in nine.cards[0].quotes] == [f"{prompt} {n}" for prompt in ("works", "doesnt") for n in range(3)]
    five = build(with_tallies(ten, tally(NIGHT, 2, 1, 2)))
    assert [q.text for q in five.cards[0].quotes] == ["works 0", "works 1", "doesnt 0"]
    assert not five.ledger.some, "with one more, four of the five wrote"
    assert (nine.ledger.not_told, nine.ledger.some) == (0, True)  # how many is said of ten or more alone


def test_a_quote_that_its_writer_did_not_allow_never_leaves() -> None:
    """Whatever the record says was decided."""
    comment = replace(quote(NIGHT, "works", "not for you"), quote_ok=False)
    assert build(session(tally(NIGHT, 6, 1, 1), cards=(NIGHT,), comments=(comment,))).cards[0].quotes == ()


@EVERY_FORMAT
def test_made_up_is_said(name: str) -> None:
    real, made_up = (words(name, export(name, small_group(made_up=m))) for m in (False, True))
    line = '"made_up": true' if name == "json" else "MADE UP: this is a demonstration, not a real group"
    assert line in made_up
    assert line not in real


@EVERY_FORMAT
def test_no_word_claims_more_than_a_group_can_tell(name: str) -> None:
    for of in (small_group(), big_group()):
        text = words(name, export(name, of)).lower()
        assert "significant" not in text
        assert "all agreed" not in text


@pytest.mark.parametrize("name", ["docx", "html", "md"])
def test_four_people_get_one_page_without_a_table_and_without_rows_to_fill_in(name: str) -> None:
    cards = tuple(replace(CAMERAS, id=f"R-{n}", rule=f"Rule {n} of ten.") for n in range(10))
    comments = tuple(quote(card, "doesnt", "never leaves") for card in cards)
    data = export(name, session(*(tally(card, 2, 1, 1) for card in cards), cards=cards, comments=comments))
    text = words(name, data)
    assert all(card.rule in text for card in cards)
    assert "there is nothing to decide on yet" in text
    assert not any(mark in text for mark in ("<w:tbl>", "<table", "| --- |", "Your answer to each rule", "Rules by pointer"))
    assert "never leaves" not in text
