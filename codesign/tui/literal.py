"""Words that are not ours, as Content: never parsed as markup, whatever brackets they hold."""

from textual.content import Content


def literal(text: str, style: str = "") -> Content:
    """A text from a plan, a record or a person, shown as it is."""
    return Content.styled(text, style) if style else Content(text)
