"""A line to read that knows what of it is not in the language in use: what people wrote, as they wrote it."""

from codesign.words import OWN, _, language


class MixedWords(str):
    """A text, to be shown as any other; a document marks its parts by their languages."""

    parts: tuple[tuple[str, str], ...]
    """The words in their order, each with its language; an empty one is that in use."""

    def __new__(cls, *parts: tuple[str, str]) -> "MixedWords":
        line = super().__new__(cls, "".join(words for words, _language in parts))
        line.parts = tuple(part for part in parts if part[0])
        return line


def parts_of(line: str) -> tuple[tuple[str, str], ...]:
    """The parts of any text."""
    return line.parts if isinstance(line, MixedWords) else ((line, ""),)


def led_by(lead: str, words: str) -> MixedWords:
    """The line that `lead`, a message with one place, makes with words."""
    before, _brace, rest = _(lead).partition("{")
    return MixedWords((before, ""), *parts_of(words), (rest.partition("}")[2], ""))


def written(words: str) -> MixedWords:
    """What people wrote who wrote in our own language."""
    return MixedWords((words, "" if language() == OWN else OWN))
