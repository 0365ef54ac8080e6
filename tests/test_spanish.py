"""The Spanish catalogue: nothing that youth or the room read is missing, and what is compiled is what was written."""

import gettext
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import catalogue
import pytest
from catalogue import (
    MO,
    PACKAGE,
    PLURAL_FORMS,
    PO,
    SPOKEN,
    Id,
    as_po,
    blank,
    compiled,
    messages,
    problems,
    read,
    wanted,
)

from codesign import words
from codesign.content import read_plan, root
from codesign.core.kinds import KINDS

HOW = "`python tests/catalogue.py` puts new messages into the catalogue; translate them there, and run it again"
SOURCES = (catalogue.of_the_code, catalogue.of_the_kinds, catalogue.of_the_notes, catalogue.of_the_content)
FACILITATOR = (
    *("cli/", "engine/", "intake/"),
    *(
        f"course/{part}.py"
        for part in (
            "answers",
            "common_pages",
            "before_they_come",
            "board_papers",
            "box",
            "brought",
            "code",
            "deleting",
            "home",
            "home_rows",
            "hour",
            "if_something",
            "open_round",
            "own_policy",
            "typed_ballots",
            "plans",
            "policy_file",
            "policy_words",
            "plan_desk",
            "plan_head",
            "bank",
            "card_editor",
            "plan_draft_words",
            "own_rule",
            "two_or_more",
            "promises",
            "papers_to_print",
            "reading",
            "rules_now",
            "session",
            "set_up_form",
            "setting_up",
            "summary",
            "talk_and_result",
            "todays_pair",
            "together",
            "typed_answers",
            "near_here",
            "new_words",
            "what_to_ask",
            "where_it_stopped",
            "which_cards",
            "written",
        )
    ),
    *(f"plain/{part}.py" for part in ("review", "home", "marks", "typed_card", "set_up")),
    *("documents/summary/", "documents/word/summary.py"),
    *(f"tui/screens/facilitator/{page}.py" for page in ("menus", "one_line", "confirm", "review", "set_up", "typed_card")),
)
"""Files that speak to the facilitator only, in English."""


def ours(part: str) -> Callable[[Path], bool]:
    return lambda path: path.relative_to(PACKAGE).as_posix().startswith(part)


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_that_youth_or_the_room_read_is_missing(source: Callable[[], Iterable[tuple[Id, str]]]) -> None:
    needed: dict[Id, list[str]] = {message: [place] for message, place in source() if message}
    assert len(needed) >= 10
    assert problems(read(), needed) == [], HOW


def test_nothing_is_left_over() -> None:
    assert {message.id for message in read() if message.id} == set(wanted()), HOW


def test_what_is_compiled_is_what_was_written() -> None:
    with MO.open("rb") as file:
        there = gettext.GNUTranslations(file)
    meant = compiled(read())
    assert {**there._catalog, "": ""} == {**meant._catalog, "": ""}, HOW  # type: ignore[attr-defined]
    assert there.info()["language"] == "es"
    assert there.info()["plural-forms"] == PLURAL_FORMS


def test_every_number_is_told_in_spanish() -> None:
    """In what the program reads, each form of each plural is the translated one; a million has no form of its own."""
    with MO.open("rb") as file:
        there = gettext.GNUTranslations(file)
    plurals = {message.id: message.string for message in read() if isinstance(message.id, tuple)}
    assert plurals
    for (one, more), forms in plurals.items():
        for n in (0, 1, 2, 5, 21, 10**6):
            assert there.ngettext(one, more, n) == forms[n != 1] != "", HOW


@pytest.fixture(params=[(1, "0"), (3, "(n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2)")], ids=["one form", "three forms"])
def other_babel(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Babel that knows of another number of forms in Spanish."""
    monkeypatch.setattr("babel.messages.catalog.get_plural", lambda _locale: request.param)


@pytest.mark.usefixtures("other_babel")
def test_a_babel_with_other_plural_forms_left_english_in_the_spanish(tmp_path: Path) -> None:
    po, mo = tmp_path / PO.name, tmp_path / MO.name
    po.write_bytes(PO.read_bytes())
    assert catalogue.update(po, mo) == []
    assert po.read_bytes() == PO.read_bytes(), HOW
    with MO.open("rb") as there, mo.open("rb") as again:
        assert gettext.GNUTranslations(again)._catalog == gettext.GNUTranslations(there)._catalog  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('msgstr[1] "{n} tarjetas"', 'msgstr[1] ""'),
        ('msgstr[0] "{n} tarjeta"', 'msgstr[0] ""'),
        ('msgstr[0] "{n} tarjeta"\nmsgstr[1] "{n} tarjetas"\n', 'msgstr[0] "{n} tarjeta"\n'),
        ('msgid_plural "{n} cards"\nmsgstr[0] "{n} tarjeta"\nmsgstr[1] "{n} tarjetas"\n', 'msgstr "{n} tarjeta"\n'),
        ('msgid "{n} card"\n', '#, fuzzy\nmsgid "{n} card"\n'),
        ('msgstr[1] "{n} tarjetas"', 'msgstr[1] "{m} tarjetas"'),
    ],
    ids=["second form empty", "first form empty", "form not there", "no plural yet", "in doubt", "other place"],
)
@pytest.mark.usefixtures("other_babel")
def test_a_translation_that_is_not_whole_is_told_and_not_compiled(tmp_path: Path, before: str, after: str) -> None:
    """What is there stays to be completed; the program goes on with what was whole."""
    po, mo = tmp_path / PO.name, tmp_path / MO.name
    catalog = blank()
    catalog.add(("{n} card", "{n} cards"), ("{n} tarjeta", "{n} tarjetas"))
    text = as_po(catalog).decode()
    assert text.count(before) == 1
    po.write_text(text.replace(before, after), "utf-8")
    mo.write_bytes(b"as it was")
    needed: dict[Id, list[str]] = {("{n} card", "{n} cards"): ["codesign/course/shared_words.py"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "wanted", lambda: needed)
        found = catalogue.update(po, mo)
    assert len(found) == 1
    assert mo.read_bytes() == b"as it was"
    assert "tarjeta" in po.read_text("utf-8")
    assert problems(catalogue.read(po), needed) == found


def test_a_catalogue_with_other_plural_forms_is_refused_and_stays(tmp_path: Path) -> None:
    po = tmp_path / PO.name
    po.write_bytes(PO.read_bytes().replace(b"nplurals=2; plural=(n != 1)", b"nplurals=3; plural=(n == 1 ? 0 : n ? 2 : 1)"))
    there = po.read_bytes()
    with pytest.raises(ValueError, match="nplurals=3"):
        catalogue.update(po, tmp_path / MO.name)
    assert [path.name for path in tmp_path.iterdir()] == [po.name]
    assert po.read_bytes() == there


def test_the_catalogue_does_not_name_the_babel_that_wrote_it() -> None:
    assert b"Generated-By" not in PO.read_bytes() + MO.read_bytes()


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


def test_who_may_be_quoted_was_summoned() -> None:
    """*Citar* is to summon as well: it stands nowhere."""
    said = [form for m in read() for form in ((m.string,) if isinstance(m.string, str) else m.string)]
    assert [words for words in said if re.search(r"\b[Cc]it(ar|en|amos)\b", words)] == []


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
    catalog = blank()
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
