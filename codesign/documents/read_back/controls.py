"""The content controls of a Word document, and which of them nobody has touched."""

import re
from typing import Any

from msgspec import Struct

from codesign.core.policy_team.decisions import COLUMNS
from codesign.documents.read_back.elements import first_of, is_off, value_of
from codesign.documents.summary.answer_form import CHOOSE

_LINES = re.compile(r"_{2,}|\.{4,}|…{2,}")
"""To write on: programs that know no leader of a tab make them of signs."""
_LEFT = re.compile(
    rf"{re.escape(CHOOSE)}|Click or tap (?:here )?to enter (?:text|a date)\.|Click here to enter (?:text|a date)\."
    r"|Choose an item\.|Haga clic o pulse aquí para escribir (?:texto|una fecha)\.|Elija un elemento\."
)
"""What stands in a control that nobody has touched, and stays where a program takes the control away around it."""
_SHOWN = re.compile(
    r"(?:click|haga clic|haz clic|cliquez|klicken|clique|fare clic)[^.]{0,60}\."
    r"|(?:choose an|elija un|choisissez un|wählen sie ein|escolh[ae]r? um|scegliere un) \w+(?: aus)?\.",
    re.IGNORECASE,
)
"""What Word shows in its controls, in other languages too."""


class Control(Struct, frozen=True):
    """A control, with what the controls around it say where it says nothing itself."""

    tag: str = ""
    """The key of `codesign.core.policy_team.decisions.COLUMNS` that it was made for; empty for none."""
    day: str = ""
    """YYYY-MM-DD, where a day was picked in it."""
    untouched: bool = False
    """Nobody has put anything in it, says the file: what it shows is a prompt, whichever program wrote that."""


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


def is_prompt(words: str) -> bool:
    """Whether the words in a control that the file marks as untouched are its prompt and no more."""
    left = without_prompts(words).strip()
    return not left or bool(_SHOWN.fullmatch(left))


def without_prompts(words: str) -> str:
    """Words without what a control showed before anybody touched it."""
    return _LINES.sub(" ", _LEFT.sub(" ", words))
