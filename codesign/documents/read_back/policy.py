"""The lines of a written policy: the paragraphs and cells of a Word file, or the lines of a text."""

from collections.abc import Iterator
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.core.policy import NOT_READ
from codesign.core.text import clean
from codesign.documents.read_back import word_document
from codesign.documents.read_back.elements import name_of
from codesign.documents.read_back.word_words import pieces
from codesign.intake.files import MEGABYTE, read_bytes, text_of

_WHAT = "policy"
_MOST_LINES = 20_000
_LETTERS = 4000
"""Of a line that are read."""


def policy_lines(path: Path) -> list[str]:
    """The lines of a policy, cleaned. Lines of a text that go on until an empty one are one paragraph.

    Raises:
        CodesignError: the file can't be read, is of another kind, or is far too big.
    """
    if path.suffix.casefold() in NOT_READ:
        raise CodesignError(
            f"{path} can't be read. Save the policy as a Word document (.docx) or as text (.txt), and name that file. "
            "Nothing was changed."
        )
    data = read_bytes(path, _WHAT, limit=20 * MEGABYTE)
    is_word = data.startswith(b"PK")
    is_too_much = not is_word and len(data) > MEGABYTE
    lines = [] if is_too_much else list(_of_word(data, path) if is_word else _of_text(text_of(data, path)))
    if is_too_much or len(lines) > _MOST_LINES:
        raise CodesignError(f"{path} holds far more than any policy. Is it the right file? Nothing was changed.")
    return [words for line in lines if (words := clean(line, _LETTERS))]


def _of_word(data: bytes, path: Path) -> Iterator[str]:
    root, looks = word_document(data, path)
    for paragraph in root.iter():
        if name_of(paragraph) == "p":
            yield "".join(piece.words for piece in pieces(paragraph, looks) if not piece.gone)


def _of_text(text: str) -> Iterator[str]:
    """A line that begins as a heading, an item or a row begins anew; others go on with the one before."""
    now: list[str] = []
    for line in map(str.strip, text.splitlines()):
        begins = line[:1] in "#-*+>|\u2022" or line[:2].rstrip(".)").isdigit() or (now and now[0].startswith("#"))
        if begins and now:
            yield " ".join(now)
            now = []
        now += [line] if line else []
    if now:
        yield " ".join(now)
