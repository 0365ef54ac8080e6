"""The Spanish catalogue: what must be in it, and the tool that puts new messages in and compiles it.

`python tests/catalogue.py` keeps every translation, adds what is new with an empty one, drops what is gone, and compiles
where nothing is missing. Until then what the program reads (the .mo) stays as it was: an empty form would be shown in English.
"""

import ast
import gettext
import io
import string
import sys
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import codesign
from codesign.content import bank_cards, read_plan, root
from codesign.content.bank import all_rules, beside
from codesign.content.cards import PlanCard, card_of
from codesign.content.helplines import help_lines
from codesign.content.learn import learn
from codesign.content.picks import _known
from codesign.core.card import Card, Option
from codesign.core.kinds import KINDS, kind_of
from codesign.core.kinds.base import NOT_REACHED
from codesign.core.kinds.choice import SOMETHING_ELSE
from codesign.core.kinds.pair import EARLIER_QUESTION, QUESTION, pair_options
from codesign.core.policy_team.decisions import ANSWERS

PACKAGE = Path(codesign.__file__).parent
PO = PACKAGE / "locale" / "es" / "LC_MESSAGES" / "codesign.po"
MO = PO.with_suffix(".mo")
PLANS = ("starter", "fifteen-minutes", "private-life", "safety-and-support", "what-to-ask")
SECOND = [rule for rule in all_rules().values() if rule.retired and rule.against]
"""What the second edition of the rule bank offered: it could propose a plan of any of its rules."""
EARLIER = (
    *({"rule": i} for i in ("PA-1", "WF-2", "MS-1", "HE-1", "YS-1", *(rule.id for rule in SECOND if rule.kind != "pair"))),
    *({"pair": pair} for pair in (["PH-1", "ZT-1"], *([rule.id, rule.pair] for rule in SECOND if rule.pair))),
)
"""Cards of plans that came with the program before, or that it proposed: a session begun with them goes on in Spanish."""
KEYWORDS = {"_": (0,), "N_": (0,), "many": (0, 1), "Key": (2,), "_letter": (1,), "_enter": (0,), "_list": (0,), "_line": (0,)}
"""Calls -> the places of their messages; the last three are the key table's own."""
SPOKEN = (
    *(
        "phrases/",
        "course/shared_words.py",
        "course/support.py",
        "course/at_a_card.py",
        "course/board.py",
        "course/around_turn.py",
        "course/say.py",
        "course/look.py",
        "course/last_time.py",
        "course/our_rules.py",
        "course/welcome_and_practice.py",
        "course/talk_cards.py",
        "course/after_the_result.py",
        "course/together_words.py",
        "course/fields.py",
        "course/tech_plan_limit.py",
        "course/tech_plan_pages.py",
        "course/tech_plan.py",
        "course/learn.py",
        "course/page_help.py",
        "crash.py",
        "documents/paper_size.py",
        "documents/web/page.py",
        "tui/app.py",
        "tui/keys.py",
    ),
    *("tui/screens/page.py", "tui/screens/overlays.py", "tui/screens/youth/", "tui/screens/room/"),
    "tui/screens/to_read.py",
    *(
        "documents/wall/youth_check.py",
        "documents/wall/page.py",
        "documents/wall/poster.py",
        "documents/wall/what_we_agreed.py",
        "documents/paper/ballot.py",
        "documents/tech_plan/papers.py",
        "documents/pocket/card.py",
        "documents/board/",
    ),
    "documents/rules/wall.py",
    "tui/widgets/",
    *("plain/asking.py", "plain/around_cards.py", "plain/card.py", "plain/commands.py", "plain/follow_up.py", "plain/room.py"),
    *("plain/console.py", "plain/show.py"),
)
"""What youth and the room read. All other files speak to the facilitator, in English."""

PLURAL_FORMS = "nplurals=2; plural=(n != 1);"
"""The two forms of our Spanish, whatever the Babel at hand knows of Spanish: newer ones have a third, for millions."""

Id = str | tuple[str, str]
HEADER = """# Spanish of the youth-facing and room-facing words, of the starter plans, quick picks, help lines and Learn.
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
        words = [kind.asked, kind.hint, kind.skip, kind.nudge(NOT_REACHED), kind.nudge("A")]
        words += [option.words for option in kind.options(Card(id="X", kind=kind.name, rule=""))]
        yield from ((text, f"codesign/core/kinds ({kind.name})") for text in words)
    for text in (QUESTION, EARLIER_QUESTION, SOMETHING_ELSE, *(option.words for option in pair_options(none, none)[2:])):
        yield text, "codesign/core/kinds"
    yield from ((text, "codesign/core/policy_team/decisions.py") for text in ANSWERS.values())


def of_the_notes() -> Iterator[tuple[str, str]]:
    """The content notes of the whole rule bank: a plan may ask any rule, and no calm line is half in another language."""
    rules = tomllib.loads((root() / "rules.toml").read_text("utf-8"))["rule"]
    yield from ((rule["content_note"], f"sessions/rules.toml ({rule['id']})") for rule in rules if "content_note" in rule)


def of_the_content() -> Iterator[tuple[str, str]]:
    """Cards of the rule bank and of the plans that come, or came, with the program; quick picks, help lines, Learn."""
    plans = (read_plan(root() / "plans" / f"{name}.toml").cards for name in PLANS)
    earlier = (card_of(msgspec.convert(card, PlanCard)) for card in EARLIER)
    for card in (*(card for cards in plans for card in cards), *bank_cards(), *earlier):
        words = [card.rule, card.today, card.why, card.good, card.against, card.risk, card.fixed, card.content_note]
        words += [o.words for o in kind_of(card).options(card)] + [text for o in card.options for text in (o.good, o.against)]
        yield from ((text, f"sessions/rules.toml ({card.id})") for text in words)
    for card in bank_cards():
        if card.kind == "scale":
            yield from ((text, f"sessions/rules.toml ({card.id})") for text in beside(card.id))
    yield from ((pick.en, "sessions/quick-picks.toml") for pick in _known())
    for line in help_lines(root() / "nowhere").all:
        yield from (
            (text, "sessions/helplines.toml")
            for text in (line.name, line.reach, line.what, line.then, line.sends, line.hours, line.languages)
        )
    yield from ((text, "sessions/learn.toml") for text in of_learn())


def of_learn() -> Iterator[str]:
    """What is said on the Learn cards, to staff, and of the resources. Sources keep the names that they have."""
    staff, resources = learn().staff, learn().resources
    for card in learn().cards:
        yield from (card.title, *(fact.says for part in (card.good, card.watch, card.helps) for fact in part), *card.talk)
    yield from (*staff.say, *staff.not_say)
    yield from (fact.says for part in (staff.know, staff.report, staff.police, staff.mistake) for fact in part)
    for resource in resources:
        yield from (resource.good_for, *(fact.says for fact in resource.changed))


def wanted() -> dict[Id, list[str]]:
    """Every message -> the files that need it."""
    found: dict[Id, list[str]] = {}
    for message, place in (*of_the_code(), *of_the_kinds(), *of_the_notes(), *of_the_content()):
        if message:
            places = found.setdefault(message, [])
            if place not in places:
                places.append(place)
    return found


class Nameless(Catalog):
    """A catalogue that does not name the Babel that writes it, so that another one changes no line."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        *kept, (name, value) = [line for line in super().mime_headers if line[0] != "Generated-By"]
        return [*kept, (name, value.rstrip("\n") + "\n")]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        Catalog.mime_headers.fset(self, headers)


def blank() -> Catalog:
    """A Spanish catalogue without a message."""
    new = Nameless(locale="es", project="youth-codesign", header_comment=HEADER, fuzzy=False, charset="utf-8")
    new.msgid_bugs_address, new.last_translator, new.language_team = "", "none yet: a draft", "none yet"
    new.creation_date = new.revision_date = datetime.now(UTC)
    new.mime_headers = [("Plural-Forms", PLURAL_FORMS)]
    return new


def read(po: Path = PO) -> Catalog:
    """The catalogue as it was translated; ValueError where it has other plural forms than ours, whose order nobody knows."""
    with po.open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    if catalog.plural_forms != PLURAL_FORMS:
        raise ValueError(f"The head of {po.name} says {catalog.plural_forms} and must say {PLURAL_FORMS}")
    return catalog


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


def translated(message_id: Id, before: Message | None) -> str | tuple[str, ...]:
    """What the old catalogue has for a message, in as many forms as it needs now; those that it has not are empty."""
    old = () if before is None else (before.string,) if isinstance(before.string, str) else tuple(before.string)
    one, more = (*old, "", "")[:2]
    return one if isinstance(message_id, str) else (one, more)


def renewed(old: Catalog, needed: dict[Id, list[str]]) -> Catalog:
    """The catalogue of what is needed now, with every translation and every doubt (fuzzy) of the old one."""
    new = blank()
    new.creation_date = new.revision_date = old.revision_date
    for message_id, places in needed.items():
        before = old.get(message_id[0] if isinstance(message_id, tuple) else message_id)
        flags = ["fuzzy"] if before is not None and before.fuzzy else []
        new.add(message_id, translated(message_id, before), [(place, None) for place in places], flags)
    return new


def as_po(catalog: Catalog) -> bytes:
    """The text to translate."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=120, include_lineno=False)
    return buffer.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """What the program reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def compiled(catalog: Catalog) -> gettext.GNUTranslations:
    """The catalogue as the program would read it."""
    return gettext.GNUTranslations(io.BytesIO(as_mo(catalog)))


def update(po: Path = PO, mo: Path = MO) -> list[str]:
    """Bring the text up to date, and what is compiled where nothing is missing; what is still to be translated."""
    needed = wanted()
    new = renewed(read(po) if po.exists() else blank(), needed)
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_bytes(as_po(new))
    found = problems(new, needed)
    if not found:
        mo.write_bytes(as_mo(new))
    return found


if __name__ == "__main__":
    left = update()
    print(*left or ["Nothing is missing."], sep="\n")
    sys.exit(f"{MO.name} is as it was: translate these in {PO.name}, and run this again." if left else 0)
