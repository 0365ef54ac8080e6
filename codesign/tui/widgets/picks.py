"""Quick picks beside an answer: any number of them, each with a small letter."""

from collections.abc import Sequence

from textual.content import Content

from codesign.content.picks import Pick
from codesign.core.kinds.base import Prompt
from codesign.course.shared_words import PICKS_ASKED
from codesign.tui.literal import literal
from codesign.tui.widgets.drawn import Drawn
from codesign.words import _, language

PICK_KEYS = "abcdefgh"


class Picks(Drawn):
    """Shows the picks of an answer; empty, but with its place kept, beside the others."""

    _shown: object = None
    _rows: Sequence[Content] = ()
    _laid: tuple[int, Sequence[Content]] = 0, ()

    def show(self, prompt: Prompt | None, picks: Sequence[Pick], taken: Sequence[str]) -> None:
        """Draw anew only where something changed."""
        shown = (prompt, [pick.id for pick in picks], taken, language())
        if shown == self._shown:
            return
        self._shown = shown
        rows = [Content.styled(_(PICKS_ASKED[prompt or ""]), "$muted")] if picks else []
        for key, pick in zip(PICK_KEYS, picks, strict=False):
            mark = ("■ ", "$accent") if pick.id in taken else ("□ ", "$muted")
            rows.append(Content.assemble(mark, (f"{key}  ", "bold"), literal(_(pick.en), "bold" if pick.id in taken else "")))
        self._rows, self._laid = rows, (0, ())
        self.refresh()

    def row(self, y: int) -> Content:
        width = self.size.width
        if width != self._laid[0]:
            self._laid = width, [line for row in self._rows for line in row.wrap(width)]
        return self._laid[1][y] if y < len(self._laid[1]) else Content("")
