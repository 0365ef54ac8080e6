"""A list of which some are marked, in plain lines: part by part where it has parts, so that nobody hears all of it at once."""

from collections.abc import Sequence

from codesign.course.pages import Marks, MarkSome, MenuChoice
from codesign.phrases.on_a_card import how_many_cards
from codesign.plain.commands import word
from codesign.plain.console import Console, sentence
from codesign.words import N_, _, many

_ONLY_THESE = N_("Only the numbers above, please. Nothing was changed.")
_Part = list[MenuChoice]


class MarkingLines:
    """Marks by numbers; several at once."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def shown(self, page: MarkSome) -> Marks:
        parts = _parts(page)
        marked = page.marked
        at = [] if page.here is None else next(part for part in parts if page.choices[page.here] in part)
        while True:
            if not at and len(parts) > 1:
                at = self._part(page, parts, marked)
                if not at:
                    return Marks(marked)
            said = self._in_part(page, at or list(page.choices), marked)
            if said.look or len(parts) == 1:
                return said
            marked, at = said.marked, []

    def _part(self, page: MarkSome, parts: Sequence[_Part], marked: frozenset[str]) -> _Part:
        """The part that was chosen; empty where somebody is done."""
        self._begin(page, page.title, marked)
        rows = [(part[0].part, _how_many(part, marked)) for part in parts]
        said = self._console.choose(rows, "back")
        return [] if said == "back" else parts[int(said) - 1]

    def _begin(self, page: MarkSome, title: str, marked: frozenset[str]) -> None:
        self._console.page(sentence(title), *page.lines, *page.said(marked), *([page.problem] if page.problem else []))

    def _in_part(self, page: MarkSome, part: _Part, marked: frozenset[str]) -> Marks:
        self._begin(page, part[0].part or page.title, marked)
        ids = {f"{n}": row.id for n, row in enumerate(part, 1)}
        rows = (f"{n}. {_marked(row, marked)}{sentence(row.words)} {row.about}".rstrip() for n, row in enumerate(part, 1))
        said = self._console.listed(rows)
        ways = _("Type numbers to mark them or to take the marks back, such as 1 3, or back:")
        if page.looks:
            ways = _("Type numbers to mark them or to take the marks back, such as 1 3; look 1 to look at one; or back:")
        if page.starts:
            ways = _("Type numbers to mark them or to take the marks back, such as 1 3; start; or back:")
        while True:
            said = said or word(self._console.ask(ways))
            if said == "back" or (page.starts and said == "start"):
                return Marks(marked, start=said == "start")
            numbers = said.removeprefix("look ").replace(",", " ").split()
            if not numbers or not set(numbers) <= set(ids):
                self._console.say(_(_ONLY_THESE))
            elif page.looks and said.startswith("look "):
                return Marks(marked, ids[numbers[0]])
            else:
                marked = self._turned(page, part, marked, [ids[number] for number in numbers])
            said = ""

    def _turned(self, page: MarkSome, part: _Part, marked: frozenset[str], turned: Sequence[str]) -> frozenset[str]:
        """The marks after some were turned, one by one, as far as the page lets them."""
        for row in [row for row in part if row.id in turned]:
            problem = page.refused(marked ^ {row.id})
            marked = marked if problem else marked ^ {row.id}
            done = _("Marked: {words}", words=row.words) if row.id in marked else _("Taken back: {words}", words=row.words)
            self._console.say(problem or done)
        self._console.say(*page.said(marked))
        return marked


def _parts(page: MarkSome) -> list[_Part]:
    """The rows, where a new part begins in a new list."""
    parts: list[_Part] = []
    for row in page.choices:
        if row.part or not parts:
            parts.append([])
        parts[-1].append(row)
    return parts


def _how_many(part: _Part, marked: frozenset[str]) -> str:
    count = sum(row.id in marked for row in part)
    return f"{how_many_cards(len(part))}. {many('{n} is marked.', '{n} are marked.', count)}"


def _marked(row: MenuChoice, marked: frozenset[str]) -> str:
    return _("It is marked.") + " " if row.id in marked else ""
