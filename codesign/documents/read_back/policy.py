"""The lines of a written policy: the paragraphs and cells of a Word file, or the lines of a text."""

import re
from collections.abc import Iterator
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.core.policy import NOT_READ
from codesign.core.policy.sentences import ITEM, goes_on
from codesign.core.text import clean
from codesign.documents.read_back import word_document
from codesign.documents.read_back.elements import descendants, first_of, value_of
from codesign.documents.read_back.word_words import pieces
from codesign.intake.files import MEGABYTE, OFFICE, OLD_OFFICE, read_bytes, text_of

_WHAT = "policy"
_OTHERS = (OLD_OFFICE, b"%PDF", b"{\\rtf")
"""How files begin that are no text, whatever their names say."""
_MOST_LINES = 20_000
_LETTERS = 4000
"""Of a line; a longer one is taken apart where a sentence ends, because time goes with the square of its length."""
_PART = re.compile(rf".{{1,{_LETTERS}}}(?:(?<=[.!?])\s+|$)|.{{1,{_LETTERS}}}")
_CUT = re.compile(
    r"(?:,|-|\b(?:a|an|and|are|at|by|for|from|in|is|may|must|no|not|of|on|or|the|their|to|will|with|your))$", re.IGNORECASE
)
"""A line that ends so goes on in the next."""
_NARROWEST = 60
"""Letters on a line of a text that was wrapped."""


def policy_lines(path: Path) -> list[str]:
    """The lines of a policy, cleaned. Lines of a text that go on until an empty one are one paragraph.

    Raises:
        CodesignError: the file can't be read, is of another kind, holds no words, or is far too big.
    """
    data = b"" if path.suffix.casefold() in NOT_READ else read_bytes(path, _WHAT, limit=20 * MEGABYTE)
    if path.suffix.casefold() in NOT_READ or data.startswith(_OTHERS):
        raise CodesignError(
            f"{path} can't be read. Save the policy as a Word document (.docx) or as text (.txt), and name that file. "
            "Nothing was changed."
        )
    is_word = data.startswith(OFFICE)
    is_too_much = not is_word and len(data) > MEGABYTE
    lines = [] if is_too_much else list(_of_word(data, path) if is_word else _of_text(text_of(data, path)))
    if is_too_much or len(lines) > _MOST_LINES:
        raise CodesignError(f"{path} holds far more than any policy. Is it the right file? Nothing was changed.")
    if found := [words for line in lines for part in _PART.findall(clean(line, len(line))) if (words := part.strip())]:
        return found
    raise CodesignError(
        f"{path} holds no words that can be read. Is it a scan? That is a picture of words: have them recognized, or type "
        "them, and name that file. Nothing was changed."
    )


def _of_word(data: bytes, path: Path) -> Iterator[str]:
    root, looks = word_document(data, path, notes=True)
    for paragraph in descendants(root, "p"):
        style = first_of(paragraph, "pPr", "pStyle")
        look = "" if style is None else value_of(style).casefold()
        is_item = look.startswith("list") or first_of(paragraph, "pPr", "numPr") is not None
        mark = "# " if look.startswith(("heading", "title")) else "- " if is_item else ""
        for line in "".join(piece.words for piece in pieces(paragraph, looks) if not piece.gone).split("\n"):
            yield f"{mark}{line}"


def _of_text(text: str) -> Iterator[str]:
    """Its paragraphs. A line goes on with the one before where its first word had no room there, or where it begins small."""
    lines = [line.strip() for line in text.splitlines()]
    width = _width(lines)
    now = before = ""
    for line in lines:
        if now and _goes_on(now, line, before, width):
            now = f"{now} {line}"
        else:
            if now:
                yield now
            now = line if any(map(str.isalnum, line)) else ""
        before = line
    if now:
        yield now


def _width(lines: list[str]) -> int:
    """At how many letters a text was wrapped; 0 where each line is a paragraph of its own."""
    full = [len(line) for line in lines if line]
    width = max(full, default=0)
    return width if width >= _NARROWEST and sum(letters > 0.8 * width for letters in full) >= 0.2 * len(full) else 0


def _goes_on(paragraph: str, line: str, before: str, width: int) -> bool:
    if not line or ITEM.match(line) or paragraph.startswith("#") or before.endswith(":"):
        return False
    if len(before) + 1 + len(line.split()[0]) > width > 0 or _CUT.search(before):
        return True
    begins_small = line.lstrip('(\u201c"')[:1].islower() and not ITEM.sub("", paragraph).lstrip("* ")[:1].islower()
    return begins_small and (not before.endswith((".", "!", "?")) or goes_on(before, line))
