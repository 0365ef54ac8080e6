"""Words that are not ours, as Content: never parsed as markup, whatever brackets they hold."""

from textual.content import Content

from codesign.core.text import visible


def literal(text: str, style: str = "") -> Content:
    """A text from a plan, a record or a person, shown as it is, but for what a terminal would obey."""
    return Content.styled(visible(text), style) if style else Content(visible(text))
