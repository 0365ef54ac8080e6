"""What is typed in place of keys: a line as a command, in English or in Spanish."""

import unicodedata

from codesign.core.text import clean
from codesign.words import N_

HIDE = ("h", "hide")
DROPPED = N_("That line had a key in it that types nothing, so it was dropped. Please type it again.")
_SPANISH = {
    "si": "yes",
    "atras": "back",
    "siguiente": "next",
    "nada": "none",
    "ayuda": "help",
    "apoyo": "support",
    "quien": "who",
    "alto": "stop",
    "ocultar": "hide",
    "escribir": "write",
    "resultado": "result",
    "otra vez": "again",
    "comentarios": "comments",
    "inicio": "home",
    "respuesta": "answer",
    "tarjetas": "cards",
    "imprimir": "print",
    "cambiar": "change",
    "linea": "line",
    "palabras": "words",
    "lista": "list",
    "saltar": "skip",
    "listo": "done",
    "aprende": "learn",
}
"""What can be typed for a command in Spanish, with or without its accents, whichever language is spoken."""


def word(line: str) -> str:
    """A line as a command: without blanks around, in small letters."""
    said = clean(line, 60).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFD", said) if not unicodedata.combining(c))
    return _SPANISH.get(plain, said)


def asked(question: str, default: str) -> str:
    """A question as it stands before the cursor, with what Enter alone would take."""
    return f"{question} [{default}]:" if default else question if question.endswith("?") else f"{question}:"
