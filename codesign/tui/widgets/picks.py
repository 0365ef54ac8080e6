"""Quick picks beside an answer: any number of them, each with a small letter."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from codesign.content.picks import Pick
from codesign.core.kinds.base import Prompt
from codesign.course.shared_words import PICKS_ASKED
from codesign.tui.literal import literal
from codesign.words import _, language

PICK_KEYS = "abcdefgh"


class Picks(Static):
    """Shows the picks of an answer; empty, but with its place kept, beside the others."""

    _shown: object = None

    def show(self, prompt: Prompt | None, picks: Sequence[Pick], taken: Sequence[str]) -> None:
        """Draw anew only where something changed."""
        shown = (prompt, [pick.id for pick in picks], taken, language())
        if shown == self._shown:
            return
        self._shown = shown
        if not picks:
            self.update("", layout=False)
            return
        rows = [Content.styled(_(PICKS_ASKED[prompt or ""]), "$muted")]
        for key, pick in zip(PICK_KEYS, picks, strict=False):
            mark = ("■ ", "$accent") if pick.id in taken else ("□ ", "$muted")
            rows.append(Content.assemble(mark, (f"{key}  ", "bold"), literal(_(pick.en), "bold" if pick.id in taken else "")))
        self.update(Content("\n").join(rows), layout=False)
