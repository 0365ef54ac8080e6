"""Hide: a dull page of notes, at once, over everything. What it covers is gone before anybody can come back."""

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

_NOTES = """Notes

Printer paper is low, order two boxes
Hall light flickers, ask Pete
Van: oil change on the 12th

Shopping
- rice, beans, onions
- dish soap
- AA batteries

Plumber comes Thursday morning"""


class Cover(Screen[None]):
    """Nothing of the program's look is on it; the way back (the same key, see the app) looks like part of the page."""

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        yield Static(Content(_NOTES), id="notes", markup=False)
        yield Static(
            Content(f"notes.txt    line 12    saved{' ' * 20}F9 menu"),
            id="notes-bar",
            markup=False,
        )
