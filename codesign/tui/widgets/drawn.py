"""A widget that draws its rows."""

from abc import abstractmethod

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget


class Drawn(Widget):
    """Rows that are as they are to stand. Textual would join them, part and wrap them again, and note of every piece where it
    stands, for a selection that nobody can make here; and it would draw all of them where one has changed."""

    @abstractmethod
    def row(self, y: int) -> Content:
        """The row at this place, from 0."""

    def render_line(self, y: int) -> Strip:
        row, style = self.row(y), self.visual_style
        parts = row.render(style, end="", parse_style=self._get_style)
        return Strip([Segment(words, (style + look).rich_style) for words, look in parts], row.cell_length)
