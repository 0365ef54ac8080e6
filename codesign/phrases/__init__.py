"""What may be shown of a card, in sentences: the same in the room and in every export."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from codesign.core.ballot import OWN_IDEA
from codesign.core.card import Card
from codesign.core.dates import parse_date
from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, MANY_DID_NOT_ANSWER, SESSIONS_DIFFER, NoAnswer, Shown
from codesign.core.kinds import for_or_against, kind_of
from codesign.core.kinds.agreement import Agreement
from codesign.core.kinds.pair import Pair
from codesign.core.new_words import written_to
from codesign.core.region import is_american
from codesign.core.session import Comment, Session
from codesign.core.thresholds import SHOWN_FROM, Thresholds
from codesign.phrases.on_a_card import how_many_cards
from codesign.words import N_, OWN, _, language, many, region

THEME = N_("Theme")
LABELS = {
    "in-the-box": N_("This one stays in the box."),
    "more-for": N_("More for than against"),
    "more-against": N_("More against than for"),
    "split": N_("Split"),
    "could-work": N_("Could work with changes"),
    "mixed": N_("Mixed"),
    "strong-support": N_("Strong support"),
    "strong-concern": N_("Strong concern"),
    "most-picked": N_("Most picked: {words}"),
    "no-clear-pick": N_("No clear pick"),
    "top-three": N_("Picked most, in no order: {words}"),
    ALL_OR_ALL_BUT_TWO: N_("At least {least} of {n}: {words}"),
    SESSIONS_DIFFER: N_("Sessions differ"),
}
SIGNS = {
    "in-the-box": "·",
    "more-for": "▲",
    "strong-support": "▲",
    "more-against": "▼",
    "strong-concern": "▼",
    "split": "▲▼",
    "could-work": "◊",
    "mixed": "○",
    "most-picked": "●",
    "no-clear-pick": "○",
    "top-three": "●",
    ALL_OR_ALL_BUT_TWO: "●",
    SESSIONS_DIFFER: "○",
}
"""A shape for each label: word and shape carry the meaning, colour only helps."""

FLAGS = {MANY_DID_NOT_ANSWER: N_("Many did not answer: the wording or the topic may not be safe or clear.")}
PROMPTS = {
    "works": "Why it works",
    "could": "What would make it work",
    "doesnt": "What the problem is",
    "idea": "What people wrote on this question",
}
MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)
_SAID = 90
MADE_UP = N_("MADE UP: this is a demonstration, not a real group")
STANDARD_SENTENCE = N_("This is what a group of young people here said. It is not a sample.")

MADE_UP_PAGE = N_("Made up. Not a real group. Only its summary stays.")
"""Over every page of a demo."""


def label(card: Card, shown: Shown) -> str:
    """The label of a card as a phrase, with the option it names."""
    named = kind_of(card).named(shown.answer or "")
    words = " · ".join(_(o.words) for o in kind_of(card).options(card) if o.code in named)
    words = words[:1].lower() + words[1:] if for_or_against(card) else words
    told = _(LABELS[shown.label], words=words, n=shown.answered, least=(shown.answered or 0) - 2)
    together = shown.together
    if together is None or together.agree is None or shown.label == SESSIONS_DIFFER:
        return told
    return _("{label}, in {k} of {n} sessions", label=told, k=together.agree, n=together.sessions)


def sentence(card: Card, shown: Shown) -> str:
    """All that is shown of a card, in one line: the label, then the numbers that may be shown."""
    parts = [as_the_room_sees_it(card, shown)]
    if shown.no_answer is not None and shown.no_answer != NoAnswer(0, 0, 0):
        not_reached = _("{not_reached} not reached", not_reached=shown.no_answer.not_reached)
        parts.append(f"{without_answer(card, shown.no_answer)}, {not_reached}")
    return _sentences(parts)


def without_answer(card: Card, none: NoAnswer) -> str:
    """How many who came to a card gave no answer, in the words of its kind."""
    words = N_("{skipped} skipped, {unclear} did not get it")
    passed = N_("{skipped} passed, {unclear} did not get it")
    return _(passed if card.kind == Agreement.name else words, skipped=none.skipped, unclear=none.unclear)


def as_the_room_sees_it(card: Card, shown: Shown) -> str:
    """The label, then the counts where they may be shown; how many gave no answer goes to the policy team alone."""
    parts = [label(card, shown)]
    if shown.counts is not None:
        counts = [f"{_(o.words)} {shown.counts[o.code]}" for o in kind_of(card).options(card)]
        parts.append(_("{counts} (of {n})", counts=" · ".join(counts), n=shown.answered))
    return _sentences(parts)


def _sentences(parts: Sequence[str]) -> str:
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def what_is_shown_of_a_card(thresholds: Thresholds) -> list[str]:
    """From how many answers to a card what may be shown of it."""
    numbers_from = thresholds.numbers_from
    phrases = _("From 5 to {most} answers only a phrase is shown, such as “Split”, and no number.", most=numbers_from - 1)
    return [
        _("A card that fewer than 5 people answered stays in the box: nothing of it is shown, no words and no theme."),
        *([phrases] * (numbers_from > SHOWN_FROM)),
        _("From {n} answers on, numbers are shown, but never when nearly all said the same.", n=numbers_from),
    ]


def what_is_shown(thresholds: Thresholds) -> list[str]:
    """The disclosure rules in plain words: for "Who will see this?" and for the summary alike."""
    return [
        *what_is_shown_of_a_card(thresholds),
        _(
            "A comment is quoted only if its writer said OK and a person has read it. And {n} or more people must have "
            "answered the card. Not all comments go on. If not quoted, what it was about may be told, to this group too. "
            "So may quick picks.",
            n=thresholds.quote_from,
        ),
        _("The results of several sessions may be added up later. The same rules hold then."),
        _(
            "From what is shown and your own answer, no other person's answer can be worked out. Two friends who compare "
            "theirs can sometimes work out the rest when nearly all agree. Who recognizes the writer of a quote knows how that "
            "person answered, and may work out more."
        ),
        _("Someone who can change the files of the session could add votes, and then work out yours."),
    ]


def on_what(session: Session, comment: Comment) -> tuple[str, str]:
    """What a comment is on, and what it answers, as its reader sees them."""
    if comment.card == OWN_IDEA:
        return _("An idea of their own, on no card"), _("A rule they propose")
    answers = _(PROMPTS[comment.prompt])
    if session.is_earlier(comment):
        answers = _("{what} (said before the talk and the second vote)", what=answers)
    return written_to(session, comment), answers


def why_so_many(shown: Shown) -> str:
    """Why a result names as many options as it does, where that is not what was asked for; empty elsewhere."""
    if shown.label != "top-three":
        return ""
    return _("Each person picked two. Three are always named here, ties too, so that it tells no count.")


def what_can_be_read(session: Session) -> str:
    """What is left of a damaged record, in a sentence; how much was written is behind the code."""
    cards = how_many_cards(len(session.cards))
    if session.in_box is not None:
        box = many("{n} sealed ballot", "{n} sealed ballots", session.in_box)
        return _("Of it can be read: the set-up, {cards}, {box} in the open round.", cards=cards, box=box)
    counts = many("the counts of {n} card", "the counts of {n} cards", len(session.tallies))
    if session.decisions:
        answers = many("{n} answer of the policy team", "{n} answers of the policy team", len(session.decisions))
        counts = f"{counts}, {answers}"
    return _("Of it can be read: the set-up, {cards}, {counts}, what was written.", cards=cards, counts=counts)


def synced_words(folder: Path, service: str) -> str:
    """Why a record should not lie in a folder that a service copies."""
    return _(
        "{folder} lies in a folder that {service} copies to other machines. It keeps every version of every file, so what you "
        "delete here stays there, and others may open it. Keep the data in a folder of this laptop only: start the program "
        "with --data and that folder.",
        folder=folder,
        service=service,
    )


def day(iso: str) -> str:
    """A date as people write it in the language and the region in use: 2026-12-24 -> 24 December 2026, or December 24, 2026;
    and 2026-12 -> December 2026."""
    if not iso:
        return ""
    if len(iso) == len("2026-12"):
        return _("{month} {year}", month=_(MONTHS[int(iso[5:]) - 1]), year=iso[:4])
    value = date.fromisoformat(iso)
    if is_american(region()) and language() == OWN:
        return f"{MONTHS[value.month - 1]} {value.day}, {value.year}"
    return _("{day} {month} {year}", day=value.day, month=_(MONTHS[value.month - 1]), year=value.year)


def day_or_words(told: str) -> str:
    """A date as people write it, or the words that stand where one was asked for."""
    return day(parse_date(told)) or told


def said(card: Card, shown: Shown) -> str:
    """What youth said of a card, for themselves: as the room saw it, but no numbers where these would make it long."""
    whole = as_the_room_sees_it(card, shown)
    return whole if len(whole) <= _SAID else f"{label(card, shown).removesuffix('.')}."


def which(title: str, month: str) -> str:
    """A session as the room knows it: its title and its month (YYYY-MM)."""
    return f"{title}, {day(month)}"


def asked(card: Card) -> str:
    """The rule, or the question with what was compared."""
    if card.kind != Pair.name:
        return _(card.rule)
    return " ".join([_(card.rule), *(f"{o.key}: {_(o.words)}" for o in kind_of(card).options(card)[:2])])


def was_changed(card: Card) -> str:
    """Said to young people of a rule that they changed after the talk; empty for any other."""
    return _("You changed this rule after the talk. First it was: “{words}”", words=_(card.was)) if card.was else ""


def draft() -> str:
    """Said beside words in a language whose translation nobody has reviewed; empty in our own."""
    return _("Draft: a native speaker has not reviewed these words yet.") if language() != OWN else ""
