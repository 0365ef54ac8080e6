"""The one door for text from people, and a look for personal details in it.

Every typed, pasted or imported text passes `clean` before anything else sees it. Nothing here judges what a text says.
"""

import re
import unicodedata
from collections.abc import Iterator

COMMENT_LIMIT = 500
"""Characters of a comment."""
COMMENT_BYTES = 1500
"""UTF-8 bytes of a comment: a sealed comment has one size, whatever it holds."""
NAME_LIMIT = 120
"""Characters of a title, a name or a phone line."""
RULE_LIMIT = 600
"""Characters of a rule, an option or an explanation."""

_MARKS_IN_A_ROW = 4
_MARKS_TO_SORT = 30
_MAYBE_MARKS = re.compile("[\u0300-\u1fff\u20d0-\U0010ffff]")
"""Where marks stand that are put over or under a letter; plain words, their quotes and dashes are elsewhere."""
_JOINERS = "\u200c\u200d"  # needed by emoji families, Persian and the scripts of India
_STRAY_JOINERS = re.compile(rf"(?<![^\s{_JOINERS}])[{_JOINERS}]+|[{_JOINERS}]+(?=[\s{_JOINERS}]|$)")
_EDGES = "".join(chr(n) for n in range(0x3001) if chr(n).isspace()) + _JOINERS


def clean(text: str, limit: int, *, lines: int = 1, limit_bytes: int | None = None) -> str:
    """Make a text from people safe to keep and show: no control or hidden character, NFC, at most `limit` characters.

    A one-line text has its line breaks turned into blanks. Idempotent.
    """
    text = re.sub("\r\n|[\r\u2028\u2029\u0085]", "\n", text).replace("\t", " ")
    if lines == 1:
        text = text.replace("\n", " ")
    text = visible(text)
    if _MAYBE_MARKS.search(text):
        text = "".join(_few_marks(text, _MARKS_TO_SORT))  # to put thousands of marks in order takes minutes
        text = "".join(_few_marks(unicodedata.normalize("NFC", text), _MARKS_IN_A_ROW))
    text = unicodedata.normalize("NFC", _STRAY_JOINERS.sub("", text))  # letters that a joiner parted may meet now
    text = "\n".join(text.strip(_EDGES).split("\n")[:lines])[:limit]
    if limit_bytes is not None:
        text = text.encode()[:limit_bytes].decode(errors="ignore")
    return text.strip(_EDGES)


def letters_of(text: str) -> int:
    """How many letters a text has, were all of it kept."""
    return len(clean(text, 2 * len(text)))


def letters_left(text: str, room: int) -> int:
    """How many more letters a comment takes that may have `room` bytes; fewer where they are of two bytes or more."""
    return max(0, min(COMMENT_LIMIT - len(text), room - len(text.encode())))


def visible(text: str) -> str:
    """The text without control characters: for words that did not come through `clean`, such as a file's name or a record
    that somebody edited. What reaches a terminal passes here."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c == "\n" or c in _JOINERS or unicodedata.category(c)[0] != "C")


def escaped(name: str) -> str:
    """A file's name as it can stand in a sentence: what would break the line, steer the terminal or be no letter at all is
    written out (\\n, \\x1b), so that two names never look the same and none begins a line of its own."""
    return "".join(c.encode("unicode_escape").decode() if _is_hidden(c) else c for c in name)


def _is_hidden(c: str) -> bool:
    kind = unicodedata.category(c)
    return c not in _JOINERS and (kind[0] == "C" or kind in ("Zl", "Zp"))


def _few_marks(text: str, most: int) -> Iterator[str]:
    marks = 0
    for c in text:
        if c not in _JOINERS:  # which are looked at later and may go, so that the marks beside them meet
            marks = marks + 1 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me") else 0
        if c in _JOINERS or marks <= most:
            yield c


_NO_STREET = r"an?|the|in|on|of|per|my|our|this|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?"
"""Words that are in no street's name: "5 minutes a drive", "1 hour in the street"."""
_DATE_OR_TIME = re.compile(
    r"\b(?:(?:19|20)\d\d[-./] ?[01]?\d[-./] ?[0-3]?\d|[0-3]?\d[-./] ?[0-3]?\d[-./] ?(?:19|20)\d\d"
    r"|(?:19|20)\d\d ?- ?(?:19|20)\d\d|[0-2]?\d\.[0-5]\d ?- ?[0-2]?\d\.[0-5]\d)\b"
)
"""2026-11-24, 24.11.2026, 2026-2027, 9.30 - 10.30: digits that are no phone number."""
_PERSONAL = {
    "email": re.compile(r"[^\s@]+@[^\s@]+\.\w{2,}"),
    "link": re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:(?:com|org|net|gg|io)\b(?:/\S*)?|me/\S+)", re.IGNORECASE),
    "handle": re.compile(r"(?<!\w)@\w[\w.]{1,}|\bmy (?:snap|insta|ig|tiktok|discord|user(?:name)?) is \S+", re.IGNORECASE),
    "phone": re.compile(r"(?<!\w)\+?\(?\d[\d\s().-]{5,}\d(?!\w)"),
    "address": re.compile(
        rf"\b\d{{1,5}} (?:(?!(?:{_NO_STREET})\b)[a-z][\w.]* ){{1,3}}(?:st|street|ave|avenue|rd|road|blvd|lane|ln|drive|dr)\b\.?"
        r"|\b(?:calle|avenida) \w+ \d+|\b(?:room|unit|apt) \d+\w?\b",
        re.IGNORECASE,
    ),
}


def personal_details(text: str) -> list[tuple[int, int, str]]:
    """Places that look like a contact or an address: (start, end, kind), in order, without overlaps.

    A few clear patterns only; they miss names and nicknames, so a person reads every comment all the same.
    """
    found: list[tuple[int, int, str]] = []
    for kind, pattern in _PERSONAL.items():
        for match in pattern.finditer(text):
            if kind == "phone" and sum(c.isdigit() for c in _DATE_OR_TIME.sub("", match.group())) < 7:
                continue
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((match.start(), match.end(), kind))
    return sorted(found)


def quotable(text: str) -> bool:
    """Whether words can be said OK to quote at all: never while they seem to hold a contact or an address."""
    return bool(text) and not personal_details(text)


def without_personal_details(text: str) -> str:
    """The text with each such place replaced by [place] or [contact]."""
    for start, end, kind in reversed(personal_details(text)):
        text = text[:start] + ("[place]" if kind == "address" else "[contact]") + text[end:]
    return text
