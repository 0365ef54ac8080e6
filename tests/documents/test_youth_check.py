"""The page for the group to correct: what the room was shown, room to write, one page."""

import pytest
from msgspec.structs import replace
from samples import CAMERAS, CHECKS, COMMENTS, GAMES, NIGHT, big_group, put, small_group

from codesign.core.group_notes import GroupNotes
from codesign.core.session import Session
from codesign.documents.summary.build import build
from codesign.documents.wall.files import in_every_language
from codesign.documents.wall.page import height
from codesign.documents.wall.youth_check import check
from codesign.documents.write import CHECK, write

CHANGES = "With which changes? Write what is missing:"


def test_it_says_what_the_room_was_shown_with_boxes_and_no_word_that_anybody_wrote() -> None:
    page = check(build(small_group()))
    (part,) = page.parts
    assert [row.said for row in part.rows] == [
        "More for than against.",
        "Could work with changes.",
        "More against than for.",
        "This one stays in the box.",
        "Most picked: 10 pm.",
        "No clear pick.",
    ]
    assert {row.answer for row in part.rows} == {"☐ Yes ☐ Not quite"}
    for comment in COMMENTS:
        assert not comment.text or comment.text not in repr(page)


def test_what_could_work_left_out_the_changes() -> None:
    (part,) = check(build(small_group())).parts
    by_rule = {row.rule: row.words for row in part.rows}
    assert by_rule[CHECKS.rule] == ("What you wrote was about: trust", CHANGES, "_" * 20)
    assert by_rule[GAMES.rule] == ("What you wrote was about: noise at night",)
    assert by_rule[NIGHT.rule] == ()
    heard = replace(small_group(), group_notes=GroupNotes(heard={CHECKS.id: "Ask first.", CAMERAS.id: "In the box."}))
    rows = {row.rule: row.words for row in check(build(heard)).parts[0].rows}
    assert rows[CHECKS.rule][1] == "The room: Ask first."
    assert rows[CAMERAS.rule] == (), "a card in the box has no words"


@pytest.mark.parametrize("of", [small_group(), big_group()])
def test_it_holds_no_more_than_the_summary_and_than_the_room_may_read(of: Session) -> None:
    summary = build(of)
    for row, entry in zip(check(summary).parts[0].rows, summary.cards, strict=True):
        told = [*entry.themes, *([entry.heard] if entry.heard else [])]
        words = " ".join(row.words)
        for said in (CHANGES, "_" * 20, "What you wrote was about:", "The room:", *sorted(told, key=len, reverse=True), "·"):
            words = words.replace(said, "")
        assert not words.strip(), words
        assert not any(quote.text in row.words for quote in entry.quotes)


def test_the_same_display_gives_the_same_check() -> None:
    """Who wrote to which answer changes nothing in it, nor does the order in which it was written."""
    themed = [comment for comment in small_group().comments if comment.review == "theme"]
    pages = {
        repr(check(build(replace(small_group(), comments=tuple(replace(c, prompt=prompt) for c in order)))))
        for prompt in ("could", "doesnt")
        for order in (themed, themed[::-1])
    }
    assert len(pages) == 1


def test_quotes_and_picks_change_nothing_in_it() -> None:
    of = small_group()
    themed = tuple(comment for comment in of.comments if comment.review == "theme")
    assert check(build(of)) == check(build(replace(of, comments=themed)))


def test_alone_it_tells_no_theme_that_did_not_leave_before() -> None:
    of = replace(small_group(), told=tuple(small_group().tallies), left=())
    assert "trust" in repr(check(build(of)))
    assert "trust" not in repr(check(build(of, again=True)))
    assert "trust" in repr(check(build(replace(of, left=of.leaving()), again=True)))


def test_there_is_room_to_write_and_a_big_group_has_two_sheets_at_most() -> None:
    for of in (small_group(made_up=True), big_group()):
        page = check(build(of))
        assert page.room > 0
        assert page.size >= 16
    page = check(build(big_group()))
    assert height(page, page.size) <= 2 * page.height


def test_it_comes_in_two_languages_with_the_summary_or_alone(tmp_path) -> None:  # type: ignore[no-untyped-def]
    summary = build(small_group())
    alone = write(summary, tmp_path / "alone", [CHECK], put=put)
    names = ["youth-check.docx", "youth-check.html", "youth-check.es.docx", "youth-check.es.html"]
    assert [file.name for file in alone] == names
    assert alone[1].read_bytes() == in_every_language("youth-check", lambda: check(summary))["youth-check.html"]
    assert "¿Lo entendimos bien?" in alone[3].read_text("utf-8")
    everything = write(summary, tmp_path / "all", [], put=put)
    assert [file.name for file in everything][-4:] == names
