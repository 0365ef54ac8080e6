"""The message catalogue: English where there is no other, placeholders filled, odd texts left alone."""

from typing import get_args

import pytest

from codesign import words
from codesign.core.plan import Language
from codesign.words import _, many


@pytest.fixture(autouse=True)
def english_again():  # type: ignore[no-untyped-def]
    """The language is one for the whole program: put it back."""
    before = words._catalogue
    yield
    words._catalogue = before


def test_a_text_without_an_entry_is_returned_as_it_is() -> None:
    assert _("No such message, surely") == "No such message, surely"


def test_an_empty_text_is_empty_and_no_header_of_the_catalogue() -> None:
    assert _("") == ""


@pytest.mark.parametrize("language", ["en", "es", "xx", "", "../../etc", "es_MX"])
def test_a_language_without_a_catalogue_is_english(language: str) -> None:
    words.use(language)
    assert _("No such message, surely") == "No such message, surely"
    assert _("") == ""


@pytest.mark.parametrize(("asked", "spoken"), [("es", "es"), ("es_MX", "es"), ("en", "en"), ("xx", "en")])
def test_the_language_in_use_is_told(asked: str, spoken: str) -> None:
    words.use(asked)
    assert words.language() == spoken
    assert (_("Support") == "Apoyo") == (spoken == "es")


def test_a_text_of_a_facilitators_own_stays_as_it_was_written_in_spanish_too() -> None:
    words.use("es")
    assert _("Our van leaves at 9 {sharp}.") == "Our van leaves at 9 {sharp}."
    assert many("{n} van", "{n} vans", 2) == "2 vans"


def test_placeholders_are_filled() -> None:
    assert _("{n} of {total}", n=3, total=7) == "3 of 7"


@pytest.mark.parametrize("text", ["{n}", "50 % of {x}", "{", "}", "{0}", "{}"])
def test_braces_are_left_alone_where_nothing_is_filled_in(text: str) -> None:
    assert _(text) == text


@pytest.mark.parametrize("value", ["{n}", "{0.__class__}", "%s", "}{"])
def test_braces_in_a_value_are_left_alone(value: str) -> None:
    assert _("Most picked: {words}", words=value) == f"Most picked: {value}"


@pytest.mark.parametrize(("n", "said"), [(0, "0 comments"), (1, "1 comment"), (2, "2 comments"), (21, "21 comments")])
def test_one_and_more(n: int, said: str) -> None:
    assert many("1 comment", "{n} comments", n) == said


def test_more_takes_values_beside_the_number() -> None:
    assert many("1 of {name}", "{n} of {name}", 2, name="us") == "2 of us"


def test_a_plan_may_begin_in_every_language_that_is_spoken() -> None:
    assert list(get_args(Language)) == [*words.LANGUAGES]
    assert all(words.CALLED[spoken.name.casefold()] == code for code, spoken in words.LANGUAGES.items())
