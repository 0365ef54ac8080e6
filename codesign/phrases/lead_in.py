"""The program's lead-ins before words that people wrote ("Why: ..."). Where the words begin with one of their own, ours is left
out, so that nothing is said twice; the words themselves stay whole."""

import re

from codesign.core.dates import bare
from codesign.core.policy_team.decisions import Answer, parse_answer
from codesign.phrases.line import MixedWords, led_by, parts_of
from codesign.words import LANGUAGES, _, speaking

_OWN_WAYS: dict[str, tuple[str, ...]] = {
    "why": (
        "because",
        "cause",
        "reason",
        "the reason",
        "our reason",
        "due to",
        "porque",
        "motivo",
        "razon",
        "la razon",
        "debido a",
    ),
    "who": ("who", "by", "done by", "quien", "por"),
    "when": ("when", "by", "until", "before", "from", "cuando", "para", "hasta", "antes de", "antes del", "a partir de"),
    "again": (
        "again",
        "review",
        "reviewed",
        "review date",
        "we look again",
        "we review",
        "revision",
        "otra vez",
        "lo revisamos",
    ),
    "now": ("from now", "starting now", "as of now", "de ahora en adelante", "a partir de ahora", "desde hoy"),
    "agree": ("agreed", "we agree", "de acuerdo"),
    "first": ("first", "we need", "we first need", "needs", "need", "primero", "necesitamos", "hace falta"),
    "told": ("how", "you will hear", "we will tell you", "we tell you", "youth will be told", "como", "se lo diremos"),
    "reads": ("the rule", "the rule reads", "the rule will read", "it reads", "la regla"),
    "changes": ("with changes", "yes with changes", "con cambios"),
    "decided": ("we decided", "decided", "decision", "our decision", "decidimos", "decidido", "from now on", "desde ahora"),
}
"""How people begin such a line in their own words, beside what stands before it in one of our languages."""
_SIGNS = re.compile(r"\s*[,;:.!–—-]+\s*|\s+")


def led(lead: str, own: str, words: str) -> MixedWords:
    """The line that `lead` (a message with one place) makes with `words`; the words alone where they begin with that lead-in in
    any language, or in one of the people's `own` ways (a key of `_OWN_WAYS`)."""
    if begins(lead, own, words):
        return capital(words)
    return led_by(lead, words)


def begins(lead: str, own: str, words: str) -> bool:
    """Whether words begin with a lead-in."""
    text = f"{bare(words)} "
    return any(text.startswith(f"{start} ") for start in (*_said_for(lead), *_OWN_WAYS[own]) if start)


def _said_for(lead: str) -> list[str]:
    found = []
    for spoken in LANGUAGES:
        with speaking(spoken):
            found.append(bare(_(lead).partition("{")[0]))
    return found


def capital(words: str) -> MixedWords:
    """The words with their first letter as a sentence has it."""
    (first, spoken), *rest = parts_of(words)
    return MixedWords((first[:1].upper() + first[1:], spoken), *rest)


def ended(words: str) -> MixedWords:
    """The words with a full stop, where they end with none."""
    stop = "" if words.endswith((".", "!", "?")) else "."
    return MixedWords(*parts_of(words), (stop, ""))


def without_the_answer(words: str, answer: Answer) -> str:
    """A reason without the answer that it begins with, as in "Not now, because ...": that stands above it already."""
    rest = words
    for gap in _SIGNS.finditer(words):
        after = words[gap.end() :]
        apart = gap.group().strip() or begins("Why: {words}", "why", after)
        if apart and parse_answer(words[: gap.start()]) == answer:
            rest = after
    return "" if parse_answer(words) == answer else rest
