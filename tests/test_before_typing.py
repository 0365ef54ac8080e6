"""What is said before anything can be typed, and before a session is started, is true and is said in time."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from codesign import words
from codesign.cli import main
from codesign.content import bank_cards, read_plan, root
from codesign.core.card import Card
from codesign.core.thresholds import Thresholds
from codesign.course.around_turn import before_a_turn
from codesign.course.shared_words import only_in_english, warning_of_few, warning_of_language, who_will_see
from codesign.phrases import what_is_shown
from codesign.phrases.on_a_card import LIMIT_OF_PRIVACY, note_of
from codesign.words import is_spoken, speaking

NOTES = sorted({r["content_note"] for r in tomllib.loads((root() / "rules.toml").read_text())["rule"] if "content_note" in r})


def everything_before_a_turn() -> str:
    return " ".join(part for block in before_a_turn("") for part in (block.title, *block.lines))


@pytest.mark.parametrize(
    ("language", "limit"), [("en", "One thing we can't keep private"), ("es", "no podemos guardar en secreto")]
)
def test_the_limit_of_privacy_is_said_before_anything_can_be_typed(language: str, limit: str) -> None:
    with speaking(language):
        assert limit in [block.title for block in before_a_turn("") if block.title][1]
        assert limit in who_will_see(Thresholds())[0]
        assert is_spoken(LIMIT_OF_PRIVACY)


@pytest.mark.parametrize(("language", "until"), [("en", "until staff delete it"), ("es", "hasta que el personal lo borre")])
def test_nobody_said_how_long_words_stay(language: str, until: str) -> None:
    with speaking(language):
        assert until in who_will_see(Thresholds())[-1]


@pytest.mark.parametrize("quote_from", [5, 8])
def test_no_line_promises_that_words_or_a_theme_go_on(quote_from: int) -> None:
    """Under 5 nothing does, and in a small group not every comment may."""
    told = f"{everything_before_a_turn()} {' '.join(what_is_shown(Thresholds(quote_from=quote_from)))}"
    assert "If under 5 people answer a card, none of it goes on." in told
    assert "not all do" in told
    assert "Not all comments go on" in told
    for promise in ("If not, they hear", "Else only its theme", "only what it was about goes"):
        assert promise not in told


def test_a_group_under_five_is_warned_of_once_and_no_other() -> None:
    assert [n for n in range(12) if "fewer than 5" in warning_of_few(n)] == [1, 2, 3, 4]


def test_new_warns_of_a_group_under_five(tmp_path: Path) -> None:
    made = CliRunner().invoke(
        main, ["--data", str(tmp_path), "new", "starter", "--record", str(tmp_path / "r.json"), "--expected", "3"]
    )
    assert made.exit_code == 0
    assert "nothing of any card is shown" in made.output


def test_a_text_of_a_card_without_spanish_was_not_told() -> None:
    unread = {
        "id",
        "kind",
        "was",
        "room",
        "picks",
        "staff_note",
        "before_vote",
        "pointers",
        "about",
        "options",
    }
    for field in set(Card.__struct_fields__) - unread:
        assert only_in_english([replace(bank_cards()[0], **{field: "In no catalogue."})], "es"), field


def test_cards_without_spanish_are_named_before_turns_begin_in_it() -> None:
    own = Card(id="OWN-1", kind="scale", rule="Our van leaves at nine.")
    known = read_plan(root() / "plans" / "starter.toml").cards
    assert only_in_english(known, "es") == []
    assert only_in_english([*known, own], "es") == ["OWN-1"]
    assert warning_of_language([*known, own], "en") == ""
    assert "OWN-1" in warning_of_language([*known, own], "es")
    assert words.language() == words.OWN


@pytest.mark.parametrize("note", [*NOTES, "our van"])
def test_no_content_note_is_half_in_english(note: str) -> None:
    with speaking("es"):
        said = note_of(note)
    assert ("“our van”" in said) == (note == "our van"), "an unknown one stands apart"
    assert note == "our van" or note not in said
