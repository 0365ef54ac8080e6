"""Hide: a dull page of notes, at once, over everything. What it covers is gone before anybody can come back."""

from textual.content import Content

from codesign.course.shared_words import COVER_NOTES
from codesign.tui.screens.laid_out import LaidOutOnce

COVER_BAR = "notes.txt    line 12    saved                    F9 menu"


class Cover(LaidOutOnce):
    """Nothing of the program's look is on it; the way back (the same key, see the app) looks like part of the page.

    Drawn by the screen itself, without a widget. It lies under every page; before the first one it is blank.
    """

    AUTO_FOCUS = ""
    _blank = True

    def on_mount(self) -> None:
        self._update_timer.resume()  # what paints lets a beat go by the first time it is asked: not when somebody hides

    def on_screen_suspend(self) -> None:
        self._blank = False

    def render(self) -> Content:
        if self._blank:
            return Content("")
        rows = COVER_NOTES.split("\n")[: max(0, self.size.height - 1)]
        rows += [""] * (self.size.height - 1 - len(rows))
        return Content("\n".join([*rows, COVER_BAR]))
