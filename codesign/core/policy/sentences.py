"""From the lines of a written policy to its sentences, with what stands around them."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

ITEM = re.compile(
    r"^\s*(?:[-+*>#|\u2013\u2014\u2022\u2023\u25aa\u25cb\u25cf\u25e6\u2610\uf0b7\u00b7]|\*\*(?=\d)|o\s|\(?(?:\d{1,2}(?:\.\d+)*"
    r"|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s|\d+(?:\.\d+)+\s|(?:Rule|Section|Article) \d)"
)
"""A line that begins anew: an item of a list, a heading, a row of a table."""
_MARKERS = re.compile(
    r"^[\s>#*+\-\u2013\u2014\u2022\u2023\u25aa\u25cb\u25cf\u25e6\u2610\uf0b7\u00b7_"
    r"|]*(?:o\s+)?(?:\[[ xX]\]\s*)?(?:\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxIVX]{1,5})[.)][*_]*\s+|\d+(?:\.\d+)+[*_]*\s+)?[*_]*"
)
_ENDS = re.compile(r"(?<=[.!?])[\"\u201d\u2019)*_]*\s+(?=[\"\u201c(*_]*[A-Z0-9])")
_NO_ENDS = re.compile(
    r"(?:\b(?:e\.g|i\.e|Mr|Mrs|Ms|Dr|St|No|vs|approx|incl|min|max|hrs?|ext|U\.S(?:\.C)?|C\.F\.R|Rev|Sec|Art|Inc|Jan|Feb|Mar"
    r"|Apr|Aug|Sept?|Oct"
    r"|Nov|Dec)\.|\b\d+\.|(?-i:(?<!\.)\b[A-Z]\.))$",
    re.IGNORECASE,
)
_MAY_END = re.compile(r"\b(?:[ap]\.m|etc)\.$", re.IGNORECASE)
"""Ends a sentence only before a word that begins one: “until 10 p.m. Monday” goes on."""
_BEGINS_ANEW = re.compile(r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]")
_CELLS = re.compile(r"\s*\|\s*")
_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|\[([^\[\]]{0,200})\]\([^)]{0,400}\)")
_FEWEST_WORDS = 3
"""A line of fewer words without an end is a heading."""
_OPEN = re.compile(
    r"\b(?:for|to|not|never|may|must|can|cannot|will|shall|should|in|with|of|by|from|about|when|if|while|during|without|used"
    r"|allowed|permitted|prohibited|includes?|including|means?|on|at|that)[ :]*$",
    re.IGNORECASE,
)
"""How words end that an item of a list completes."""
_ITS_OWN_VERB = re.compile(
    r"\S+ (?:\S+ )*?(?:may|must|will|shall|can|cannot|should|do not|don[’']t|never|are|is)\b", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:may|can|cannot|must|will|shall|should|not|never|no|only|off|are|is|have|has|stays?|goes|go|lives?|keep|hand|turn"
    r"|leave|till|until|at|by|for|in|on|out|down|away|zero)\b|[:|\d]|n[’']t\b",
    re.IGNORECASE,
)
_LETTERS_OF_A_NOUN = 4
_MOST_WORDS_OF_A_HEADING = 8
_GOES_ON = re.compile(
    r"(?:no (?:exceptions?|excuses|warnings?)|zero tolerance|it|this|that|these|they|the reason|we do this)\b", re.I
)
"""A sentence about the one before."""


class WrittenSentence(Struct):
    """A sentence of a policy."""

    words: str
    lead: str = ""
    """Of an item of a list: the words that lead the list in, as “Phones may not be used for”."""
    after: str = ""
    """Sentences beside it that go on about it."""

    @property
    def whole(self) -> str:
        """Its words, with those that lead it in."""
        is_name = not self.words[1:2].islower()
        return f"{self.lead} {self.words if is_name else self.words[:1].lower() + self.words[1:]}" if self.lead else self.words


def sentences_of(lines: Iterable[str]) -> Iterator[str]:
    """The sentences of these lines, each line a paragraph, an item of a list or a row of a table. Headings of a word or two are
    left out, and marks of Markdown are taken off."""
    return (sentence.words for sentence in read(lines))


def read(lines: Iterable[str]) -> Iterator[WrittenSentence]:
    """The sentences of these lines, with what stands around them."""
    lead = ""
    for line in lines:
        is_item = bool(ITEM.match(line))
        found = [] if _is_heading(line) else list(_of_line(line))
        if found and not is_item and found[-1].words.endswith(":") and _OPEN.search(found[-1].words):
            lead = found.pop().words.rstrip(" :")
        elif not is_item:
            lead = ""
        for sentence in found:
            if lead and not _ITS_OWN_VERB.match(sentence.words):
                sentence.lead = lead
            yield sentence


def _is_heading(line: str) -> bool:
    """Whether a line is a heading: it says nothing, and is marked as one or has capitals throughout."""
    words = _MARKERS.sub("", line).strip("*_# ")
    if words.endswith((".", "!", "?")):
        return False
    capitals = all(word[0].isupper() or not word[0].isalpha() for word in words.split() if len(word) >= _LETTERS_OF_A_NOUN)
    return line.startswith("#") or (capitals and len(words.split()) <= _MOST_WORDS_OF_A_HEADING and not _SAYS.search(words))


def _of_line(line: str) -> Iterator[WrittenSentence]:
    for cell in _CELLS.split(_MARKERS.sub("", line).strip(" |")):
        before: WrittenSentence | None = None
        for words in _split(" ".join(_MARKS.sub(lambda match: match[1] or "", cell).split())):
            if before and _GOES_ON.match(words):
                before.after = f"{before.after} {words}".lstrip()
            if words.endswith((".", "!", "?", ":")) or len(words.split()) >= _FEWEST_WORDS:
                before = WrittenSentence(words)
                yield before


def goes_on(before: str, part: str) -> bool:
    """Whether what ends in a point is no sentence without the part after it."""
    return bool(_NO_ENDS.search(before) or (_MAY_END.search(before) and not _BEGINS_ANEW.match(part)))


def _split(words: str) -> list[str]:
    found: list[str] = []
    for part in _ENDS.split(words):
        if found and goes_on(found[-1], part):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found
