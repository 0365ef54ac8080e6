"""The page for the group to correct: what the room was shown, room to write, one page."""

from msgspec.structs import replace
from samples import COMMENTS, big_group, put, small_group

from codesign.documents.summary.build import build
from codesign.documents.wall.check import check
from codesign.documents.wall.files import in_every_language
from codesign.documents.wall.page import height
from codesign.documents.write import CHECK, write


def test_it_says_what_the_room_was_shown_with_boxes_and_nothing_that_anybody_wrote() -> None:
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
    everything = repr(page)
    for comment in COMMENTS:
        assert not comment.text or comment.text not in everything
        assert not comment.theme or f"'{comment.theme}'" not in everything


def test_comments_change_nothing_in_it() -> None:
    of = small_group()
    assert check(build(of)) == check(build(replace(of, comments=())))


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
