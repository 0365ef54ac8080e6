"""Writes every kind of HTML document to a folder, for `open_pages.py` to open: `python tests/browser/write_pages.py FOLDER`."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
sys.path.insert(0, str(Path(__file__).parent.parent / "delivery"))

from first_pages import write_pages
from hostile import HOSTILE
from samples import LATE, NIGHT, WORDINGS, big_group, build_pool, quote, session, small_group, tally, theme

from codesign.content.learn import learn
from codesign.core.card import Option
from codesign.core.group_notes import GroupNotes
from codesign.core.kinds import kind_of
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import pair_options
from codesign.core.near_here import FIELDS, MOST, Entry, NearHere
from codesign.core.plan import Plan
from codesign.core.policy_team.adopted import our_rules
from codesign.core.policy_team.decisions import Decision
from codesign.core.pool import Member
from codesign.core.session import OWN_IDEA, Session
from codesign.core.tech_plan import Limit, TechPlan
from codesign.core.text import NAME_LIMIT, RULE_LIMIT, clean
from codesign.documents.board.files import board_files
from codesign.documents.checklist.sheet import SheetPart, fitted
from codesign.documents.checklist.sheet import to_html as checklist_html
from codesign.documents.learn.files import learn_files
from codesign.documents.paper.files import paper_files
from codesign.documents.paper_size import A4, LETTER
from codesign.documents.rules.files import rules_files
from codesign.documents.summary.build import build
from codesign.documents.tech_plan.files import plan_files
from codesign.documents.wall.files import in_every_language
from codesign.documents.wall.poster import poster
from codesign.documents.wall.what_we_agreed import what_they_say
from codesign.documents.wall.youth_check import check
from codesign.documents.web.summary import to_html
from codesign.phrases.learn import card_page, resources_page, staff_page
from codesign.words import speaking

FAR_APART = ("שלום, אפשר לדבר?", "مرحبا، الهاتف 10 مساء", "W" * 600, "a_b-c/d." * 70)


def hostile() -> Session:
    """A card of each kind for every hostile text, in all its places, with numbers and so with charts."""
    cards, tallies, comments = [], [], []
    for n, words in enumerate((*HOSTILE, *FAR_APART)):
        text = clean(words, RULE_LIMIT)
        scale = replace(NIGHT, id=f"S-{n}", rule=text, today=text, staff_note=text)
        choice = replace(LATE, id=f"C-{n}", rule=text, options=choice_options([f"{text} {i}" for i in range(6)]))
        pair = replace(WORDINGS, id=f"P-{n}", options=pair_options(Option("ZT-1", text), Option("PH-1", f"{text} 2")))
        cards += [scale, choice, pair]
        tallies += [tally(scale, 9, 2, 3), tally(choice, 5, 4, 1, 2, 0, 2), tally(pair, 3, 4, 4, 3)]
        comments += [quote(scale, "doesnt", text, text), theme(scale, "works", text), quote(choice, "idea", text)]
        comments.append(replace(quote(scale, "idea", text), card=OWN_IDEA))
    return session(*tallies, cards=tuple(cards), comments=tuple(comments), title=clean(" ".join(HOSTILE[::-1]), NAME_LIMIT))


def pooled() -> bytes:
    """Three sessions together."""
    days = ("2026-10-30", "2026-11-14", "2026-11-20")
    groups = zip(days, (small_group(), big_group(), small_group()), strict=True)
    members = [Member(day, replace(of, setup=replace(of.setup, day=day))) for day, of in groups]
    return to_html(build_pool(members, ())[0])


def on_the_wall(of: Session) -> dict[str, Callable[[], bytes]]:
    """The poster of a session, half of it answered, its rules and its youth check, in every language."""
    decided = tuple(
        Decision(card=card.id, answer=("yes", "not-now")[n % 2], because=card.rule, who="Maria", by_when="2026-12-03")
        for n, card in enumerate(of.cards[::2])
    )
    answered = replace(of, told=tuple(of.tallies), decisions=decided)
    names = [f"{name}.{ending}" for name in ("poster", "youth-check") for ending in ("html", "es.html")]
    rules = our_rules([answered], {of.cards[0].id})
    names += [name for name in rules_files(rules) if "wall" in name and name.endswith(".html")]
    files = {
        **rules_files(rules),
        **in_every_language("poster", lambda: poster(answered)),
        **in_every_language("youth-check", lambda: check(build(of))),
    }
    return {name.removesuffix(".html"): partial(files.__getitem__, name) for name in names}


def handbook(of: Session) -> bytes:
    """The adopted rules of a session, all of it answered with yes."""
    decided = tuple(Decision(card=card.id, answer="yes", reads=card.rule, because=card.rule) for card in of.cards)
    answered = replace(of, told=tuple(of.tallies), decisions=decided)
    return rules_files(our_rules([answered], {of.cards[0].id}))["our-rules.es.html"]


def on_paper(of: Session) -> dict[str, Callable[[], bytes]]:
    """Ballots and shapes of a session's cards, and what a small group said of them, in every language."""
    cards = tuple(card for card in of.cards if not kind_of(card).problems(card)) or of.cards
    plan = Plan(name="p", title=of.setup.title, purpose="", minutes=60, cards=cards)
    lines = {card.id: card.rule for card in of.cards}
    together = replace(of, tallies={}, group_notes=GroupNotes(together=True, heard=lines, agreed=dict.fromkeys(lines, "ok")))
    files = {
        **paper_files(plan, lambda: ["A line: call 1"], "2026-11"),
        **in_every_language("what-we-agreed", lambda: what_they_say(together)),
    }
    names = [name for name in files if name.endswith(".html")]
    return {
        f"{'wall-' * name.startswith('what')}{name.removesuffix('.html')}": partial(files.__getitem__, name) for name in names
    }


def checklists() -> dict[str, Callable[[], bytes]]:
    """A sheet in each of its sizes of type, as full as it is taken to be one."""
    words = "Words of a checklist that are somewhat long and say something, twice or so. " * 2
    found: dict[str, Callable[[], bytes]] = {}
    for most in range(6, 30):
        parts = [SheetPart(f"Part {n}", (words,) * ((most + n) // 6), boxes=True) for n in range(6)]
        sheet = fitted("Before they come", "House tech rules", parts, "2026-11")
        found[f"checklist-{sheet.size:g}"] = partial(checklist_html, sheet, LETTER)
    return found


def tech_plans(of: TechPlan | None, name: str) -> dict[str, Callable[[], bytes]]:
    """The card and the file copy of a plan."""
    files = plan_files(of, [("A line", "call 1")], "2026-11", A4)
    return {f"{file.removesuffix('.html')}-{name}": partial(files.__getitem__, file) for file in files if "html" in file}


def our_board(words: str, *, full: bool = False) -> dict[str, Callable[[], bytes]]:
    """The poster, the card and the charter, in Spanish, with these words wherever staff write some: one entry of each kind, or
    as many as there can be."""
    entries = [
        Entry(kind=kind, checked_on="2026-11-20", **{field: words for field in fields}).cleaned
        for kind, fields in FIELDS.items()
        for _n in range(MOST[kind] if full else 1)
    ]
    with speaking("es"):
        rows, near = [(words, "call 1", words)], NearHere(entries=tuple(entries))
        files = board_files(near, lambda _entry: False, rows, ["call 1"], {}, LETTER, "2026-11", (words,))
    names = {"wall-board-poster": "board-poster", "board-pocket": "pocket", "checklist-charter": "charter"}
    return {name: partial(files.__getitem__, f"{file}.es.html") for name, file in names.items()}


def to_learn() -> dict[str, Callable[[], bytes]]:
    """The sheet for staff and the list of resources, a sheet each, in Spanish, which is longer; and the set of cards."""
    known, today = learn(), "2026-11-27"
    pages = {
        "checklist-learn-staff": lambda: [staff_page(known, today)],
        "checklist-learn-resources": lambda: [resources_page(known, today)],
        "learn-set": lambda: [card_page(known, card, today) for card in known.cards],
    }

    def page(name: str) -> bytes:
        return learn_files(name, pages[name], LETTER, "2026-11")[f"{name}.es.html"]

    return {name: partial(page, name) for name in pages}


def hostile_plan() -> TechPlan:
    """Filled in with words that mean harm, wherever there is a line."""
    words = clean(" ".join((*HOSTILE, *FAR_APART)), 2000)
    lines = dict.fromkeys(("name", "good_at", "wants", "worries", "also", "words"), words)
    limit = Limit(what=words, how_much="all", why_now=words, tried=words, starts=739_944, ends=739_950, review=739_950)
    return TechPlan(made=739_944, helps=frozenset({"limit"}), limit=limit, review=739_950, opinion="dont", **lines)


def summary_of(make: Callable[[], Session]) -> Callable[[], bytes]:
    return lambda: to_html(build(make()))


PAGES: dict[str, Callable[[], bytes]] = {
    "summary-small-made-up": summary_of(lambda: small_group(made_up=True)),
    "summary-big": summary_of(big_group),
    "summary-empty": summary_of(lambda: session(tally(NIGHT, 1, 1, 1))),
    "summary-hostile": summary_of(hostile),
    "summary-pooled": pooled,
    "our-rules": lambda: handbook(small_group(made_up=True)),
    "our-rules-hostile": lambda: handbook(hostile()),
    **on_paper(small_group()),
    **{f"{name}-hostile": page for name, page in on_paper(hostile()).items()},
    **checklists(),
    **to_learn(),
    **our_board("Dana, front office."),
    **{f"{name}-hostile": page for name, page in our_board(clean(" ".join(HOSTILE), 200), full=True).items()},
    **tech_plans(None, "blank"),
    **tech_plans(hostile_plan(), "hostile"),
    **{f"wall-{name}": page for name, page in on_the_wall(small_group(made_up=True)).items()},
    **{f"wall-hostile-{name}": page for name, page in on_the_wall(hostile()).items()},
}
"""Name of a file -> what it holds. A new kind of document stands here with its plainest and its worst case; what begins
with `wall-` is for a wall, with `checklist-` one sheet."""


def write(folder: Path) -> list[Path]:
    """The pages as files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}.html" for name in PAGES]
    for file, page in zip(files, PAGES.values(), strict=True):
        file.write_bytes(page())
    return [*files, *write_pages(folder, "carried-windows.md")]


if __name__ == "__main__":
    print(*write(Path(sys.argv[1])), sep="\n")
