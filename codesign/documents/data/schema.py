"""summary.json, schema 2: the interface that others build on. `summary.schema.json` beside this file says the same to programs.

The file is UTF-8, indented by two. A field is null where it may not be shown or does not apply; no field is ever missing.
Fields may be added to a schema; a change of meaning takes a new number.

Schema 2 names a pair's wordings by their rules, because which one stands first is drawn by lot in every session, and counts
the words in one `ledger`, which says what was written too and not only what was kept back. A pool has `aside`
in the place of `nearly_all`. The codes of labels are those of schema 1.
"""

from typing import Literal

from msgspec import Struct

from codesign.core.kinds.base import Prompt


class SummaryNoAnswer(Struct, forbid_unknown_fields=True):
    """Ballots without an answer to the card."""

    skipped: int
    unclear: int
    """The person said that they did not get it."""
    not_reached: int


class SummaryComment(Struct, forbid_unknown_fields=True):
    """What somebody wrote, read by a person and with its writer's OK."""

    prompt: Prompt
    """Why it works, what would make it work, what the problem is, or, on cards that are no scale, an idea."""
    pick: str | None
    """Quick picks chosen with it, in words."""
    text: str
    earlier: bool
    """Written in a vote that a later one has taken the place of."""
    other_words: bool
    """And to other words of the rule, which the group changed since."""


class SummaryAside(Struct, forbid_unknown_fields=True):
    """Sessions of a pool that are not in its counts, because the sum could give somebody away."""

    label: str
    """What each of them showed alone, as a code."""
    shown: str
    """The same in words, with the answer that it names."""
    sessions: int


class SummaryAtLeast(Struct, forbid_unknown_fields=True):
    """What may be said of the counts of some sessions of a pool that are not in its counts."""

    option: str
    """The answer that more than half of them gave."""
    sessions: int
    at_least: int
    """How many gave it; it may be more."""
    answered: int


class SummaryTogether(Struct, forbid_unknown_fields=True):
    """What the label and the counts of a pool cover."""

    sessions: int
    """In which enough people answered."""
    agree: int | None
    """Of those, in how many the label stands; null where it is the label of the counts."""
    counted: int
    """How many are in the counts."""
    aside: tuple[SummaryAside, ...]
    """The sessions that are not in the counts."""
    at_least: tuple[SummaryAtLeast, ...]
    """Of some of those."""


class SummaryCard(Struct, forbid_unknown_fields=True):
    """One card as it was voted on."""

    id: str
    kind: str
    """scale, agreement, choice, pair or pick-two."""
    rule: str
    """In the words of the vote that is told."""
    as_voted: str | None
    """How it read when it was voted on first, where the group changed it to `rule` after the talk. No vote on that is
    told. Such a rule has an id of its own."""
    today: str | None
    """The rule at present; null where nobody wrote it down."""
    by_youth: bool
    """Youth wrote the rule."""
    good: str | None
    """What it is good for."""
    risk: str | None
    """The risk it lowers."""
    room: str | None
    """What can be decided: open, how-only, needs-money."""
    fixed: str | None
    """What law, licence or contract fixes of it, where `room` is how-only; null where nobody said."""
    staff_note: str | None
    """Law, licence or cost; not from youth."""
    pointers: tuple[str, ...]
    """P1 to P7."""
    options: dict[str, str] | None
    """Answer -> words: of a choice and a pick of two by letter, of a pair by the id of the rule, both and neither, of an
    agreement works and doesnt; null on a scale, whose answers are works, could, doesnt."""
    answered: int | None
    label: str
    """in-the-box, more-for, more-against, split, could-work, mixed, strong-support, strong-concern, all-or-all-but-two (`shown`
    names the answer), most-picked, no-clear-pick, top-three; of a pool also sessions-differ."""
    shown: str
    """All that is shown of the card, as every format prints it."""
    counts: dict[str, int] | None
    """Answer -> how many gave it."""
    no_answer: SummaryNoAnswer | None
    one_change: str | None
    """What would be if one person changed their mind."""
    range: str | None
    """From 30 answers of a pool on: between what the share among such people may lie."""
    sessions: tuple[str, ...] | None
    """What the sessions of a pool showed alone, in no order."""
    together: SummaryTogether | None
    """Of a pool only."""
    flags: tuple[str, ...]
    """many-did-not-answer."""
    comments: tuple[SummaryComment, ...]
    themes: tuple[str, ...]
    """What comments that are not quoted were about, as their reader wrote it."""


class SummaryIdea(Struct, forbid_unknown_fields=True):
    """A rule that somebody proposed, in their words."""

    text: str


class SummaryLedger(Struct, forbid_unknown_fields=True):
    """What became of the words."""

    written_at_least: int
    """Comments: those quoted here, or, in tens, those on cards that 10 or more people answered, whichever are more."""
    quoted: int
    themes: int
    """How many stand in this file."""
    without_ok_at_least: int
    """Not quoted because their writer did not say OK; counted as the first."""
    not_told: int
    """Let through by their reader and held back by the rules, of 10 people or more."""
    kept_back: dict[str, int]
    """Reason -> comments kept back for it that 10 or more people may have written; one of safety counts as other."""
    others: bool
    """Other comments were kept back or are not told; how many is not said."""


class SummaryFile(Struct, forbid_unknown_fields=True):
    """The whole file."""

    schema: Literal[2]
    made_up: bool
    """From a demonstration, not from a real group."""
    caveats: tuple[str, ...]
    """What a reader must know about the records; empty for sound ones."""
    title: str
    audience: str | None
    """Who answers."""
    answer_by: str | None
    """YYYY-MM-DD."""
    months: tuple[str, ...]
    """YYYY-MM, each once, in their order."""
    letters: tuple[str, ...]
    """By which each session is named when its answers come back."""
    records: int
    """How many sessions are in it."""
    people: int | str
    """The most ballots on any one card: a number from ten on, else a band such as 5-9; of a pool, ballots in sessions."""
    numbers_from: int
    """From how many answers on counts are shown."""
    quote_from: int
    """From how many answers on comments are quoted."""
    cards: tuple[SummaryCard, ...]
    asks: tuple[str, ...]
    """Ids of the cards that are asked to be decided, in the order of page one."""
    ideas: tuple[SummaryIdea, ...]
    idea_themes: tuple[str, ...]
    ledger: SummaryLedger
    pointers: dict[str, tuple[str, ...]]
    """P1 to P7 -> ids of the cards that serve it; an empty one is a gap."""
