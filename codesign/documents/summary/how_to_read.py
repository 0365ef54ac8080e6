"""How to read the summary: the rules by which something is shown, what the labels and signs mean, what pools can't tell."""

from codesign.core.kinds.agreement import Agreement
from codesign.core.kinds.scale import Scale
from codesign.documents.summary.build import Summary
from codesign.phrases import what_is_shown
from codesign.words import _

_LABELS_OF_RULES = (
    "The labels, the first that fits; “Could work if...” is never counted as a yes. "
    "▲ Strong support: three in four or more said it works and at most one in ten that it doesn't (from 10 answers on). "
    "▼ Strong concern: three in four or more said it doesn't work (from 10 answers on). "
    "▲▼ Split: three in ten or more said it works, and three in ten or more that it doesn't. "
    "◊ Could work with changes: two in three said it works or could work, and a third or more said it could. "
    "▲ More for than against: half or more said it works. ▼ More against than for: half or more said it doesn't. "
    "○ Mixed: anything else."
)
_LABELS_OF_STATEMENTS = (
    "The labels of statements, the first that fits. "
    "▲ Strong support: three in four or more agree and at most one in ten disagree (from 10 answers on). "
    "▼ Strong concern: three in four or more disagree (from 10 answers on). "
    "▲▼ Split: three in ten or more agree, and three in ten or more disagree; of fewer than 7 answers only a tie. "
    "▲ More for than against: half or more agree. ▼ More against than for: half or more disagree."
)
_LABELS_OF_QUESTIONS = (
    "● Most picked: it leads by two answers or more. ○ No clear pick: nothing does. ● At least 10 of 12: all, or all but "
    "one or two, said the same, and nothing finer is told. "
    "● Picked most: of a pick of two always three, ties too, so that it tells no count."
)
_SMALL_GROUP = "In a small group one person can move a label. Say “{most}”; do not say what youth in general want."
_BALLOTS_NOT_PEOPLE = (
    "How many took part is how many ballots the record's file held, so it is no proof: somebody who can change that file can "
    "add some. In doubt, ask the facilitator how many came."
)
_WORDS_EXPLAINED = (
    "Words count as people. Quotes and themes of a rule, together, never come from all who answered it: at most two fewer, and "
    "under 10 answers at most three on each answer. Quick picks without words are one list, which counts as one. What is not "
    "told here was not always unsaid. A comment on a choice, a pair or a pick of two belongs to none of its answers."
)

_POOLS_EXPLAINED = (
    "A card is added up over the sessions that asked it in the same words, with the strictest lines of them all. Sessions that "
    "show no numbers alone are added up in blocks of about a dozen. A block is in the numbers where its sum leaves open what "
    "anybody said, whoever looks; this is checked against every way in which people could have voted. Else its sessions are "
    "told in words: mostly where nearly all said the same. “At least 44 of 54” is said of them where that passes the same "
    "check; it may be more. So the numbers can be less of one mind than the sessions were. "
    "Where they do not hold all sessions, the label is that of more than half of the sessions.",
    "A range “in sessions like these” takes into account that people in one room answer alike, so it is wider than for as "
    "many people asked one by one. It says nothing of young people elsewhere.",
)


def how_to_read(summary: Summary) -> tuple[str, ...]:
    """The last section, a paragraph each."""
    statements = any(entry.card.kind == Agreement.name for entry in summary.cards)
    rules = not statements or any(entry.card.kind == Scale.name for entry in summary.cards)
    return (
        *what_is_shown(summary.thresholds),
        *([_(_LABELS_OF_RULES)] if rules else []),
        *([_(_LABELS_OF_STATEMENTS)] if statements else []),
        _(_LABELS_OF_QUESTIONS),
        _(_BALLOTS_NOT_PEOPLE),
        _(_SMALL_GROUP, most=_("most said it works") if rules else _("most agreed")),
        _(_WORDS_EXPLAINED),
        *(_(text) for text in _POOLS_EXPLAINED * (summary.records > 1)),
    )
