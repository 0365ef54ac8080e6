"""The Spanish catalogue: what must be in it, and the tool that puts new messages in and compiles it.

`python tests/catalogue.py` keeps every translation, adds what is new with an empty one, drops what is gone, and compiles.
"""

import ast
import gettext
import io
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import codesign
from codesign.content import quick_picks, read_plan, root
from codesign.content.support import help_lines
from codesign.core.decisions import ANSWERS
from codesign.core.kinds import KINDS, kind_of
from codesign.core.kinds.base import NOT_REACHED
from codesign.core.kinds.choice import SOMETHING_ELSE
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.plan import Card, Option

PACKAGE = Path(codesign.__file__).parent
PO = PACKAGE / "locale" / "es" / "LC_MESSAGES" / "codesign.po"
MO = PO.with_suffix(".mo")
PLANS = ("starter", "fifteen-minutes")
KEYWORDS = {"_": (0,), "N_": (0,), "many": (0, 1), "Key": (2,), "_letter": (1,), "_enter": (0,)}
"""Calls -> the places of their messages; the last three are the key table's own."""
SPOKEN = (
    *("phrases.py", "front.py", "crash.py", "summary/html.py", "tui/app.py", "tui/course.py", "tui/keys.py", "tui/turns.py"),
    *("tui/screens/page.py", "tui/screens/over.py", "tui/screens/youth/", "tui/screens/facilitator/result.py"),
    *("tui/screens/facilitator/talk.py", "tui/screens/last_time.py"),
    *("summary/check.py", "summary/poster.py"),
    "tui/widgets/",
)
"""What youth and the room read. All other files speak to the facilitator, in English."""

Id = str | tuple[str, str]
HEADER = """# Spanish of the youth-facing and room-facing words, of the starter plans, the quick picks and the help lines.
# DRAFT: no native speaker has reviewed it. Form of address: tú; neutral Latin American; no gendered word for the reader.
# Kept by tests/catalogue.py."""


def of_the_code() -> Iterator[tuple[Id, str]]:
    """Every message of the files that youth and the room read, with its file."""
    for part in SPOKEN:
        path = PACKAGE / part
        for file in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            for message in messages(file.read_text("utf-8")):
                yield message, f"codesign/{file.relative_to(PACKAGE).as_posix()}"


def messages(source: str) -> Iterator[Id]:
    """Every message of a Python text, in the order of its lines. (Babel's own look misses calls inside f-strings.)"""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        args = [call.args[n] for n in KEYWORDS.get(call.func.id, ()) if n < len(call.args)]
        words = [arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if words and len(words) == len(args):
            yield words[0] if len(words) == 1 else (words[0], words[1])


def of_the_kinds() -> Iterator[tuple[str, str]]:
    """The words of the kinds of card and of decisions. The core knows no catalogue, so they are read from its values."""
    none = Option("X", "")
    for kind in KINDS.values():
        words = [kind.asked, kind.hint, kind.nudge(NOT_REACHED), kind.nudge("A")]
        words += [option.words for option in kind.options(Card(id="X", kind=kind.name, rule=""))]
        yield from ((text, f"codesign/core/kinds ({kind.name})") for text in words)
    for text in (QUESTION, SOMETHING_ELSE, *(option.words for option in pair_options(none, none)[2:])):
        yield text, "codesign/core/kinds"
    yield from ((text, "codesign/core/decisions.py") for text in ANSWERS.values())


def of_the_content() -> Iterator[tuple[str, str]]:
    """Cards of the plans that came with the program, quick picks, help lines."""
    for name in PLANS:
        for card in read_plan(root() / "plans" / f"{name}.toml").cards:
            words = [card.rule, card.today, card.why, card.good, card.risk, card.content_note]
            words += [o.words for o in kind_of(card).options(card)] + [o.good for o in card.options]
            yield from ((text, f"sessions/rules.toml ({card.id})") for text in words)
    for picks in quick_picks().values():
        yield from ((pick.en, "sessions/quick-picks.toml") for pick in picks)
    for line in help_lines(root() / "nowhere").lines:
        yield from ((text, "sessions/helplines.toml") for text in (line.name, line.reach, line.what))


def wanted() -> dict[Id, list[str]]:
    """Every message -> the files that need it."""
    found: dict[Id, list[str]] = {}
    for message, place in (*of_the_code(), *of_the_kinds(), *of_the_content()):
        if message:
            places = found.setdefault(message, [])
            if place not in places:
                places.append(place)
    return found


def read() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="es")


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def problems(catalog: Catalog, needed: dict[Id, list[str]]) -> list[str]:
    """What is missing, fuzzy, or fills in other places than the English does."""
    found = []
    for message_id in needed:
        message = catalog.get(message_id[0] if isinstance(message_id, tuple) else message_id)
        told = message_id if isinstance(message_id, str) else message_id[1]
        strings = () if message is None else (message.string,) if isinstance(message.string, str) else message.string
        if not strings or not all(strings) or (isinstance(message_id, tuple) and len(strings) != catalog.num_plurals):
            found.append(f"missing: {told}")
        elif message.fuzzy:
            found.append(f"fuzzy: {told}")
        elif {"{", "}"} & set(told) and any(placeholders(s) != placeholders(told) for s in strings):
            found.append(f"other placeholders: {told}")
    return found


def compiled(catalog: Catalog) -> gettext.GNUTranslations:
    """The catalogue as the program would read it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)


def update() -> list[str]:
    """Bring both files up to date; what is still to be translated."""
    old = read() if PO.exists() else Catalog(locale="es", revision_date=datetime.now(UTC))
    needed = wanted()
    new = Catalog(locale="es", project="youth-codesign", version="", header_comment=HEADER, fuzzy=False, charset="utf-8")
    new.msgid_bugs_address, new.last_translator, new.language_team = "", "none yet: a draft", "none yet"
    new.creation_date = new.revision_date = old.revision_date
    for message_id, places in needed.items():
        before = old.get(message_id[0] if isinstance(message_id, tuple) else message_id)
        new.add(message_id, before.string if before else None, [(place, None) for place in places])
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, new, width=120, include_lineno=False)
    with MO.open("wb") as file:
        write_mo(file, new)
    return problems(new, needed)


if __name__ == "__main__":
    print(*update() or ["Nothing is missing."], sep="\n")
