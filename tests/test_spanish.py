"""The Spanish catalogue: nothing that youth or the room read is missing, and what is compiled is what was written."""

import gettext
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import catalogue
import pytest
from babel.messages.catalog import Catalog
from catalogue import MO, PACKAGE, SPOKEN, Id, compiled, messages, problems, read, wanted

from codesign import words
from codesign.content import read_plan, root
from codesign.core.kinds import KINDS

HOW = "`python tests/catalogue.py` puts new messages into the catalogue; translate them there, and run it again"
FACILITATOR = (
    *("cli/", "plain/", "form.py", "engine.py", "paper.py", "polis.py"),
    *(f"summary/{name}.py" for name in ("asks", "build", "evidence", "fairness", "how_to_read", "outline", "pooled", "word")),
    *("tui/answer.py", "tui/home.py", "tui/between.py", "tui/gate.py", "tui/outcome.py"),
    *(f"tui/screens/facilitator/{page}.py" for page in ("lines", "menus", "notices", "review", "set_up", "written")),
)
"""Files that speak to the facilitator only, in English."""


def ours(part: str) -> Callable[[Path], bool]:
    return lambda path: path.relative_to(PACKAGE).as_posix().startswith(part)


@pytest.mark.parametrize("source", [catalogue.of_the_code, catalogue.of_the_kinds, catalogue.of_the_content])
def test_nothing_that_youth_or_the_room_read_is_missing(source: Callable[[], Iterable[tuple[Id, str]]]) -> None:
    needed: dict[Id, list[str]] = {message: [place] for message, place in source() if message}
    assert len(needed) > 10
    assert problems(read(), needed) == [], HOW


def test_nothing_is_left_over() -> None:
    assert {message.id for message in read() if message.id} == set(wanted()), HOW


def test_what_is_compiled_is_what_was_written() -> None:
    with MO.open("rb") as file:
        there = gettext.GNUTranslations(file)
    meant = compiled(read())
    assert {**there._catalog, "": ""} == {**meant._catalog, "": ""}, HOW  # type: ignore[attr-defined]
    assert there.info()["language"] == "es"


def test_it_is_marked_as_a_draft() -> None:
    assert "DRAFT" in read().header_comment
    words_of_it = compiled(read()).gettext("Draft: a native speaker has not reviewed these words yet.")
    assert words_of_it.startswith("Borrador")


def test_every_file_that_speaks_is_known_to_speak_to_somebody() -> None:
    """A new file stands in one list or the other; a page that youth or the room see is in the first."""
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        known = [part for part in (*SPOKEN, *FACILITATOR) if ours(part)(path)]
        if any(messages(text)) and path.name != "words.py":
            assert len(known) == 1, f"{path}: is it for youth or the room (SPOKEN), or for the facilitator only?"
        if re.search(r"^    speaks = True$|\(YouthPage\)", text, re.MULTILINE):
            assert known, path
            assert known[0] in SPOKEN, path


def test_every_card_of_the_plans_and_every_kind_is_asked_for() -> None:
    needed = wanted()
    for name in ("starter", "fifteen-minutes"):
        for card in read_plan(root() / "plans" / f"{name}.toml").cards:
            assert card.rule in needed
            assert all(option.words in needed for option in card.options)
    assert all(kind.hint in needed for kind in KINDS.values())


def test_the_look_for_messages_finds_each_kind_of_call() -> None:
    source = (
        'x = f"{_(\'in a string\')}"\n_("with {n}", n=1)\nN_("a constant")\nmany("{n} card", "{n} cards", 2)\n'
        'Key("f4", "F4", "a key", "act")\n_enter("Enter", "go")\n_letter("F", "a letter", "go")\n_(looked_up)\nother("no")\n'
    )
    assert list(messages(source)) == [
        *("in a string", "with {n}", "a constant", ("{n} card", "{n} cards"), "a key", "Enter", "a letter")
    ]


@pytest.mark.parametrize(
    ("message", "spanish", "fuzzy", "found"),
    [
        ("Back", "Atrás", False, []),
        ("Back", "", False, ["missing: Back"]),
        ("Back", "Atrás", True, ["fuzzy: Back"]),
        ("{n} of {all}", "{n} de {all}", False, []),
        ("{n} of {all}", "{n} de {todo}", False, ["other placeholders: {n} of {all}"]),
        ("{n} of {all}", "{n}", False, ["other placeholders: {n} of {all}"]),
        (("{n} card", "{n} cards"), ("{n} tarjeta", "{n} tarjetas"), False, []),
        (("{n} card", "{n} cards"), ("{n} tarjeta",), False, ["missing: {n} cards"]),
        (("{n} card", "{n} cards"), ("{n} tarjeta", "tarjetas"), False, ["other placeholders: {n} cards"]),
        ("Gone", None, False, ["missing: Gone"]),
    ],
)
def test_what_is_missing_is_found(message: Id, spanish: str | tuple[str, ...] | None, fuzzy: bool, found: list[str]) -> None:
    catalog = Catalog(locale="es")
    if spanish is not None:
        catalog.add(message, spanish, flags=["fuzzy"] if fuzzy else [])
    assert problems(catalog, {message: []}) == found


def test_the_catalogue_is_read_only_when_another_language_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(gettext, "translation", lambda *_a, **_k: asked.append(1) or gettext.NullTranslations())
    words.use(words.OWN)
    assert not asked
    words.use("es")
    assert asked
    words.use(words.OWN)
