"""Learn in words: a card, the sheet for staff and the list of resources, in the language in use, for screens and paper alike.

A fact bears the number of its source, which stands below; what bears none is advice.
"""

from collections.abc import Sequence

from msgspec import Struct

from codesign.core.learn import Learn, LearnCard, Resource, Sentence, Sentences, Source
from codesign.phrases import day
from codesign.phrases.on_a_card import GOOD_FOR, TALK_ABOUT_IT
from codesign.words import N_, _

LEARN = N_("Learn")
FOR_STAFF = N_("Learn: for staff")
RESOURCES = N_("The fact sheet's seven resources")
_WATCH, _HELPS = N_("Watch for"), N_("What helps")
_SAY, _NOT_SAY, _KNOW = N_("What to say"), N_("What not to say"), N_("Good to know")
_REPORT, _POLICE = N_("Who must report"), N_("When the police come")
_NOT_GOT = N_("What many did not get in your sessions")
_EXPLAIN = N_("Skipped or not understood by many. Explain it, or train on it:")
_NOTHING_NOT_GOT = N_("Nothing that may be shown was left out by many.")
_WRITE_IT = N_("Write here what your group was unsure of.")
_ABOUT_STAFF = N_("What bears a number is a fact, with its source below. The rest is advice. None of it is legal advice.")
_ABOUT_RESOURCES = N_("They are of 2010 to 2014: old, and not for youth. What each is still good for, and what has changed.")
_MISTAKE = N_("A mistake in the sheet")
_GOOD_NOW = N_("Good for now: {what}")
_ON_THE_SHEET = N_("On the sheet: {address}")
_BETTER = N_("Better: {address}")
_SOURCES = N_("Sources")
_READ, _ON_PAPER, _OF_A_DAY = N_("Read {day}."), N_("Read {day}, on paper."), N_("Read {day}, in a copy of {copied}.")
_STORED = N_("Read in stored copies, not on the live web. Where no day of a copy stands here, the copy bears none.")
_CHECK, _OLD = N_("Check this again from {day} on."), N_("! Old since {day}: check it before you use it.")


class LearnPart(Struct, frozen=True):
    """Some lines under a title, and lines to write on after them."""

    title: str
    lines: tuple[str, ...]
    write: int = 0


class LearnPage(Struct, frozen=True, kw_only=True):
    """A page in words."""

    id: str
    title: str
    about: tuple[str, ...] = ()
    parts: tuple[LearnPart, ...]
    sources_title: str
    sources: tuple[str, ...]
    """Small, at the foot."""
    check: str
    """When it has to be checked again, or that it is old."""


def card_page(learn: Learn, card: LearnCard, today: str) -> LearnPage:
    """One card on a day (YYYY-MM-DD)."""
    sources = learn.named_by((*card.good, *card.watch, *card.helps))
    parts = ((GOOD_FOR, card.good), (_WATCH, card.watch), (_HELPS, card.helps))
    lines = [LearnPart(_(title), _numbered(sentences, sources)) for title, sentences in parts]
    talk = LearnPart(_(TALK_ABOUT_IT), tuple(map(_, card.talk)))
    return _page(learn, card.id, _(card.title), (*lines, talk), sources, today)


def staff_page(learn: Learn, today: str, not_got: Sequence[str] | None = None) -> LearnPage:
    """The sheet for staff; with the rules that many did not get, as far as that may be shown, or with room to write them where
    no session was looked at (None)."""
    staff = learn.staff
    sources = learn.named_by((*staff.know, *staff.report, *staff.police))
    parts = (
        LearnPart(_(_SAY), ("  ".join(map(_, staff.say)),)),
        LearnPart(_(_NOT_SAY), ("  ".join(map(_, staff.not_say)),)),
        LearnPart(_(_KNOW), _numbered(staff.know, sources)),
        LearnPart(_(_REPORT), _numbered(staff.report, sources), write=1),
        LearnPart(_(_POLICE), _numbered(staff.police, sources)),
        _training(not_got),
    )
    return _page(learn, "staff", _(FOR_STAFF), parts, sources, today, _(_ABOUT_STAFF))


def _training(not_got: Sequence[str] | None) -> LearnPart:
    if not_got is None:
        return LearnPart(_(_NOT_GOT), (_(_WRITE_IT),), write=2)
    lines = (_(_EXPLAIN), *(_(rule) for rule in not_got)) if not_got else (_(_NOTHING_NOT_GOT),)
    return LearnPart(_(_NOT_GOT), lines)


def resources_page(learn: Learn, today: str) -> LearnPage:
    """The fact sheet's own resources, with what became of them and the sheet's mistake."""
    mistake = learn.staff.mistake
    sources = learn.named_by((*mistake, *(sentence for resource in learn.resources for sentence in resource.changed)))
    parts = [_resource(number, resource, sources) for number, resource in enumerate(learn.resources, 1)]
    wrong = LearnPart(_(_MISTAKE), _numbered(mistake, sources))
    return _page(learn, "resources", _(RESOURCES), (*parts, wrong), sources, today, _(_ABOUT_RESOURCES))


def _resource(number: int, resource: Resource, sources: Sequence[Source]) -> LearnPart:
    better = (_(_BETTER, address=resource.address),) if resource.address else ()
    lines = (
        _(_GOOD_NOW, what=_(resource.good_for)),
        *_numbered(resource.changed, sources),
        _(_ON_THE_SHEET, address=resource.sheet_address),
        *better,
    )
    return LearnPart(f"{number}  {resource.title} ({resource.year})", lines)


def _page(
    learn: Learn, name: str, title: str, parts: Sequence[LearnPart], sources: Sequence[Source], today: str, *about: str
) -> LearnPage:
    until = learn.check_by(sources)
    return LearnPage(
        id=name,
        title=title,
        about=about,
        parts=tuple(parts),
        sources_title=_(_SOURCES),
        sources=(*(_source(n, source) for n, source in enumerate(sources, 1)), _(_STORED)),
        check=_(_OLD if today > until else _CHECK, day=day(until)),
    )


def _numbered(sentences: Sentences, sources: Sequence[Source]) -> tuple[str, ...]:
    numbers = {source.id: number for number, source in enumerate(sources, 1)}

    def line(sentence: Sentence) -> str:
        return f"{_(sentence.says)} [{numbers[sentence.source]}]" if sentence.source else _(sentence.says)

    return tuple(map(line, sentences))


def _source(number: int, source: Source) -> str:
    read = _ON_PAPER if not source.stored else _OF_A_DAY if source.copied_on else _READ
    when = _(read, day=day(source.read_on), copied=day(source.copied_on))
    title = source.title if source.title.endswith(("?", ".")) else f"{source.title}."
    publisher = f"{source.publisher}, {source.year}" if source.year else source.publisher
    return f"[{number}] {title} {publisher}. {source.address}. {when}"
