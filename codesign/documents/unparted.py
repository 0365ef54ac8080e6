"""What is not parted at the end of a line: a date, and a sign from the words that it belongs to."""

import re

from codesign.core.dates import MONTHS

_NO_BREAK = "\u00a0"
_MONTH = "|".join(name for names in MONTHS for name in names.split())
_TOGETHER = re.compile(
    rf"\b(?:\d{{1,2}} (?:de )?)?(?:{_MONTH}) (?:\d{{1,2}}, |de |del )?\d{{4}}\b"  # 24 December 2026, December 24, 2026
    r"|[▲▼◊○●☐→–×] (?=\S)",  # a sign that begins something
    re.IGNORECASE,
)


def unparted(words: str) -> str:
    """The words with no-break spaces where a line must not end; nothing else of them is changed."""
    return _TOGETHER.sub(lambda found: found[0].replace(" ", _NO_BREAK), words)
