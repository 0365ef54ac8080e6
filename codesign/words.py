"""The message catalogue: every word of the program on a screen or a page passes here. English stands in the code.

Content (rules, options) keeps its own words; a text without a catalogue entry is returned as it is.
"""

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak a language from `locale/`; English where there is no catalogue for it."""
    global _catalogue
    folder = Path(__file__).parent / "locale"
    _catalogue = gettext.translation("codesign", folder, languages=[language], fallback=True)


def _(message: str, **values: object) -> str:
    """The message in the language in use, with its {placeholders} filled in."""
    text = _catalogue.gettext(message) if message else ""
    return text.format(**values) if values else text


def many(one: str, more: str, n: int, **values: object) -> str:
    """The form of the message that fits the number `n`, which fills {n}."""
    return _catalogue.ngettext(one, more, n).format(n=n, **values)
