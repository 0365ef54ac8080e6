"""What may be shown of a card, in sentences: the same in the room and in every export."""

from datetime import date

from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, MANY_DID_NOT_ANSWER, NoAnswer, Shown
from codesign.core.kinds import kind_of
from codesign.core.plan import Card, Lines
from codesign.words import _

LABELS = {
    "in-the-box": "This one stays in the box.",
    "more-for": "More for than against",
    "more-against": "More against than for",
    "split": "Split",
    "could-work": "Could work with changes",
    "mixed": "Mixed",
    "strong-support": "Strong support",
    "strong-concern": "Strong concern",
    "most-picked": "Most picked: {words}",
    "no-clear-pick": "No clear pick",
    ALL_OR_ALL_BUT_TWO: "All or all but two of {n}: {words}",
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
    ALL_OR_ALL_BUT_TWO: "●",
}
"""A shape for each label: word and shape carry the meaning, colour only helps."""

FLAGS = {MANY_DID_NOT_ANSWER: "Many did not answer: the wording or the topic may not be safe or clear."}
PROMPTS = {
    "works": "Why it works",
    "could": "What would make it work",
    "doesnt": "What the problem is",
    "idea": "What they would change",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
STANDARD_SENTENCE = "This is what a group of young people here said. It is not a sample."


def label(card: Card, shown: Shown) -> str:
    """The label of a card as a phrase, with the option it names."""
    words = next((_(o.words) for o in kind_of(card).options(card) if o.code == shown.answer), "")
    words = words[:1].lower() + words[1:] if card.kind == "scale" else words
    return _(LABELS[shown.label], words=words, n=shown.answered)


def sentence(card: Card, shown: Shown) -> str:
    """All that is shown of a card, in one line: the label, then the counts where they may be shown."""
    parts = [label(card, shown)]
    if shown.counts is not None:
        counts = [f"{_(o.words)} {shown.counts[o.code]}" for o in kind_of(card).options(card)]
        parts.append(_("{counts} (of {n})", counts=" · ".join(counts), n=shown.answered))
    if shown.no_answer is not None and shown.no_answer != NoAnswer(0, 0, 0):
        parts.append(
            _(
                "{skipped} skipped, {unclear} did not get it, {not_reached} not reached",
                skipped=shown.no_answer.skipped,
                unclear=shown.no_answer.unclear,
                not_reached=shown.no_answer.not_reached,
            )
        )
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def what_is_shown(lines: Lines) -> list[str]:
    """The disclosure rules in plain words: for "Who will see this?" and for the summary alike."""
    numbers = (
        _("From 10 answers on, numbers are shown, but never when nearly all said the same.")
        if lines.numbers_from == 10
        else _("From 5 answers on, numbers are shown, but never when nearly all said the same.")
    )
    return [
        _("A card that fewer than 5 people answered stays in the box: nothing is shown of it."),
        *([_("From 5 to 9 answers only a phrase is shown, such as “Split”, and no number.")] * (lines.numbers_from > 5)),
        numbers,
        _(
            "A comment is quoted only if its writer said OK, a person read it, and {n} or more people answered the card. "
            "Else only its theme goes out.",
            n=lines.quote_from,
        ),
        _(
            "From what is shown and your own answer, no other person's answer can be worked out. Two friends who compare "
            "theirs can sometimes work out the rest when nearly all agree. Who recognises the writer of a quote knows how that "
            "person answered, and may work out more."
        ),
    ]


def day(iso: str) -> str:
    """A date as people write it: 2026-12-24 -> 24 December 2026."""
    if not iso:
        return ""
    value = date.fromisoformat(iso)
    return f"{value.day} {_(MONTHS[value.month - 1])} {value.year}"
