"""Which column of an answer table a head means, however a person or a spreadsheet wrote it."""

from codesign.core.dates import bare

_HEADS = {
    "rule": "rule|the rule they voted on|regla|norma",
    "card": "card|id|card id|rule id",
    "session": "session|sesion",
    "answer": "answer|your answer|your choice|our answer|decision|respuesta",
    "reads": "reads|rule reads|the rule will read|rule will read|will read|new rule|new wording|la regla dira|regla nueva",
    "because": "because|reason|reasons|why|the reason|because of|explanation|porque|por que|motivo|razon",
    "who": "who|who and when|who does it|by whom|responsible|person responsible|owner|lead|quien|quien y cuando|responsable",
    "by_when": "by when|when|by|deadline|due|due date|due by|date|until|cuando|para cuando|fecha|fecha limite|plazo",
    "needs": "needs|we need|what we need|what we need first|we need first|needed first|que necesitamos|necesitamos primero",
    "how_told": "how told|told|how and when|how youth|how youth are told|how told and when|how will youth|como se dira",
    "review": "review|look again|look again on|look at it again|review date|review on|reviewed|next review|revision|"
    "fecha de revision",
    "in_spanish": "in spanish|spanish|spanish wording|en espanol|espanol",
}
_MEANS = {bare(words): name for name, heads in _HEADS.items() for words in heads.split("|")}


def column_of(head: str) -> str:
    """The key of the column, as `decisions.COLUMNS` and the CSV name it; for another head its own words.

    Blanks, underscores, case and accents make no difference, nor what stands after a colon or in brackets.
    """
    words = bare(head.replace("_", " ").partition(":")[0].partition("(")[0])
    if words in _MEANS:
        return _MEANS[words]
    start = " ".join(words.split()[:2])
    return _MEANS[start] if start in ("how and", "how youth") and start in _MEANS else _told(words)


def _told(words: str) -> str:
    """Heads that say how youth are told come in many forms."""
    return "how_told" if words.startswith("how ") and ("told" in words or "tell" in words) else words.replace(" ", "_")
