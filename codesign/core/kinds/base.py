"""What every kind of card can say about itself."""

from typing import Literal, Protocol

from msgspec import Struct

from codesign.core.card import Card, Option

SKIPPED = "skipped"
UNCLEAR = "unclear"
NOT_REACHED = "not_reached"
NO_ANSWER = (SKIPPED, UNCLEAR, NOT_REACHED)
"""What a ballot can hold in place of an answer, on every kind of card. Kept apart in every count."""

Prompt = Literal["works", "could", "doesnt", "idea"]
"""What a comment answers: why it works, what would make it work, what the problem is, or (all other kinds) what to change."""
PROMPT_ORDER: tuple[Prompt, ...] = ("works", "could", "doesnt", "idea")


class Choosable(Struct, frozen=True):
    """An option with the key that picks it."""

    key: str
    code: str
    words: str


class Called(Struct, frozen=True):
    """What the counts of a card may be called."""

    label: str
    """A label code of `codesign.core.disclosure`."""
    answer: str | None = None
    """The option that the label names, or several, in the form of an answer."""


class Kind(Protocol):
    """A kind of card."""

    @property
    def name(self) -> str:
        """As plans and records write it."""
        ...

    @property
    def layout(self) -> Literal["list", "side-by-side"]:
        """How a screen sets the options out: one under another, or the first two beside each other to compare."""
        ...

    @property
    def has_picks(self) -> bool:
        """Whether quick picks may follow an answer; the screen keeps their place free."""
        ...

    @property
    def asked(self) -> str:
        """The question under the rule; empty where the rule is one itself."""
        ...

    @property
    def hint(self) -> str:
        """What a person reads under the answers before one is chosen."""
        ...

    @property
    def skip(self) -> str:
        """What 4 says: no answer, and no reason asked."""
        ...

    @property
    def each(self) -> int:
        """How many options one answer names."""
        ...

    def answers(self, card: Card) -> tuple[str, ...]:
        """The codes that a ballot may hold: an option's code, or, where an answer names several, theirs together."""
        ...

    def named(self, code: str) -> tuple[str, ...]:
        """The codes of the options that an answer names, whole or not yet."""
        ...

    def press(self, card: Card, now: str, option: str) -> str:
        """The answer after an option's key, where `now` is the answer before it. May be no whole answer yet."""
        ...

    def nudge(self, code: str) -> str:
        """What a person reads who wants to go on without a whole answer."""
        ...

    def paper_name(self, option: Choosable) -> str:
        """The option as a paper ballot names it."""
        ...

    def paper_answers(self, card: Card) -> dict[str, str]:
        """What the cell of a paper ballot's file may hold -> the code; of several spellings the one to tell comes first."""
        ...

    def export_name(self, option: Choosable) -> str:
        """The option as an export names it."""
        ...

    def options(self, card: Card) -> tuple[Choosable, ...]:
        """What can be picked, in the order of this session."""
        ...

    def prompt(self, code: str) -> Prompt:
        """What a comment beside this answer is a comment on."""
        ...

    def read(self, counts: dict[str, int], *, strong: bool) -> Called:
        """The label of counts from five answers up; `strong` where the strong words may be used (ten answers up)."""
        ...

    def problems(self, card: Card) -> list[str]:
        """What is wrong with such a card, each with its mend; empty when it can be voted on."""
        ...


def lettered(options: tuple[Option, ...]) -> tuple[Choosable, ...]:
    """Options with the letters A, B, C ... as keys, by place. Digits stay free: 4 is Skip and 5 is unclear everywhere."""
    return tuple(Choosable(key=chr(ord("A") + n), code=o.code, words=o.words) for n, o in enumerate(options))


def most_picked(counts: dict[str, int]) -> Called:
    """The option that leads by two or more, or none: one changed mind never changes who leads into another."""
    (first, most), (_, next_most) = sorted(counts.items(), key=lambda item: -item[1])[:2]
    return Called("most-picked", first) if most >= next_most + 2 else Called("no-clear-pick")


class OneOf:
    """What kinds have in common where an answer is one option."""

    each = 1
    skip = "Skip"

    def named(self, code: str) -> tuple[str, ...]:
        return (code,)

    def press(self, card: Card, now: str, option: str) -> str:
        return option

    def nudge(self, code: str) -> str:
        return "Pick one, or 4 to skip."

    def paper_name(self, option: Choosable) -> str:
        return option.key


class Lettered(OneOf):
    """What kinds have in common whose options have letters: one is picked, and a comment says what would be better."""

    has_picks = False

    def options(self, card: Card) -> tuple[Choosable, ...]:
        return lettered(card.options)

    def answers(self, card: Card) -> tuple[str, ...]:
        return tuple(option.code for option in card.options)

    def paper_answers(self, card: Card) -> dict[str, str]:
        return {self.paper_name(option): option.code for option in self.options(card)}

    def export_name(self, option: Choosable) -> str:
        return option.key

    def prompt(self, code: str) -> Prompt:
        return "idea"

    def read(self, counts: dict[str, int], *, strong: bool) -> Called:
        return most_picked(counts)
