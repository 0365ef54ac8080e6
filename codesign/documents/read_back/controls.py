"""The content controls of a Word document, and which of them nobody has touched."""

from typing import Any

from msgspec import Struct

from codesign.core.decisions import COLUMNS
from codesign.documents.read_back.elements import first_of, is_off, value_of


class Control(Struct, frozen=True):
    """A control, with what the controls around it say where it says nothing itself."""

    tag: str = ""
    """The key of `codesign.core.decisions.COLUMNS` that it was made for; empty for none."""
    day: str = ""
    """YYYY-MM-DD, where a day was picked in it."""
    untouched: bool = False
    """Nobody has put anything in it: what it shows is a prompt, whichever program wrote that."""


NO_CONTROL = Control()


def control_of(element: Any, around: Control) -> Control:
    """The control of an `sdt` element inside others."""
    about = first_of(element, "sdtPr")
    if about is None:
        return around
    tag, date, prompt = (first_of(about, name) for name in ("tag", "date", "showingPlcHdr"))
    made_for = "" if tag is None else value_of(tag)
    return Control(
        made_for if made_for in COLUMNS else around.tag,
        around.day if date is None else value_of(date, "fullDate")[:10],
        around.untouched or (prompt is not None and not is_off(prompt)),
    )
