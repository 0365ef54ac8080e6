"""A page with a line of a person's own words: what fits it, and what had better not stand in it."""

from typing import ClassVar

from textual import on

from codesign.core.text import personal_details, without_personal_details
from codesign.course.comment_and_idea import OwnWords
from codesign.tui.screens.page import T, TurnPage
from codesign.tui.widgets.line import Fits, Line, too_long


class WritingPage(TurnPage[T]):
    """Cards and ideas have their line in common; each keeps its words in its own place of the turn."""

    own: ClassVar[OwnWords]

    @property
    def small(self) -> bool:
        """What follows an answer has a page of its own, because it does not fit beside it."""
        return self.has_class("-narrow") or self.has_class("-tiny")

    @property
    def words(self) -> str:
        """What stands in the line, as it is kept."""
        return self.own.text(self.now)

    @property
    def fits(self) -> int:
        """Bytes that the line may have."""
        return self.own.fits(self.now)

    def put(self, text: str) -> None:
        """Keep what stands in the line, cut where the turn has no more room."""
        keep = self.own.draft if isinstance(self.focused, Line) else self.own.write
        self.hold(keep(self.now, text))

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        """A letter that does not fit is refused; of something longer that was pasted the end is left out."""
        if not too_long(event.value, self.fits):
            self.put(event.value)
            return
        pasted = len(event.value) > len(self.words) + 1
        if pasted:
            self.put(event.value)
        self.query_one(Line).value = self.words
        if pasted:
            self._cut()

    @on(Line.Cut)
    def _cut(self) -> None:
        self.call_after_refresh(lambda: self.query_one(Fits).cut(self.words))

    def say_what_fits(self) -> None:
        """Once the line is nearly full; to be called whenever it or its place changes."""
        writing = isinstance(self.focused, Line)
        self.query_one(Fits).show(self.words, self.fits, writing=writing)

    def action_take_out(self) -> None:
        if personal_details(self.words):
            self.query_one(Line).value = without_personal_details(self.words)
