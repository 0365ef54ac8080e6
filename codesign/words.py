"""The message catalogue: every word of the program on a screen or a page passes here. English stands in the code. And the
region by which dates are written.

Content that came with the program (rules, options, picks, help lines) is looked up in the same way where it is shown; a text
without an entry, such as a facilitator's own rule, is returned as it is. What is recorded and written out stays English.
"""

import contextlib
import gettext
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

OWN = "en"
"""The language of the code, of records and of everything that is written out."""


class SpokenLanguage(NamedTuple):
    """A language that the program speaks; its catalogue lies in `locale/`."""

    name: str
    """In English."""
    in_word: str
    """As Word marks it, for a spelling check and a screen reader."""
    called: tuple[str, ...]
    """What people type for it, in small letters."""


LANGUAGES = {
    OWN: SpokenLanguage("English", "en-US", ("english", "inglés", "ingles")),
    "es": SpokenLanguage("Spanish", "es-US", ("spanish", "español", "espanol")),
}
"""All that the program speaks, our own first; `codesign.core.plan.Language` has the same."""
CALLED = {name: code for code, spoken in LANGUAGES.items() for name in spoken.called}
"""What people type for a language -> the language."""

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak a language from `locale/`, which is read when it is first spoken; English where there is no catalogue for it."""
    global _catalogue
    if language == OWN:
        _catalogue = gettext.NullTranslations()
        return
    folder = Path(__file__).parent / "locale"
    _catalogue = gettext.translation("codesign", folder, languages=[language], fallback=True)


def language() -> str:
    """The language in use."""
    return _catalogue.info().get("language", OWN)


def next_language() -> str:
    """The language after the one in use."""
    codes = [*LANGUAGES]
    return codes[(codes.index(language()) + 1) % len(codes)]


def is_spoken(message: str) -> bool:
    """Whether the language in use has words of its own for a message; our own language has them for everything."""
    return language() == OWN or not message or _(message) != message


@contextlib.contextmanager
def speaking(language_: str) -> Iterator[None]:
    """A language for a while, and then the one from before: for documents in several languages."""
    before = language()
    use(language_)
    try:
        yield
    finally:
        use(before)


_region = ""


def use_region(region_: str) -> None:
    """Write dates as they are written in a region, until another is named."""
    global _region
    _region = region_


def region() -> str:
    """The region in use."""
    return _region


@contextlib.contextmanager
def in_region(region_: str) -> Iterator[None]:
    """A region for a while, and then the one from before: for what is said about one session."""
    before = region()
    use_region(region_)
    try:
        yield
    finally:
        use_region(before)


def N_(message: str) -> str:
    """Marks a message that is looked up later, where it is shown, so that the catalogue's test finds it."""
    return message


def _(message: str, **values: object) -> str:
    """The message in the language in use, with its {placeholders} filled in."""
    text = _catalogue.gettext(message) if message else ""
    return text.format(**values) if values else text


def many(one: str, more: str, n: int, **values: object) -> str:
    """The form of the message that fits the number `n`, which fills {n}."""
    return _catalogue.ngettext(one, more, n).format(n=n, **values)
