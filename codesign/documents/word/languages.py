"""Words of several languages in one paragraph of Word, each marked as what it is, for a screen reader and a spelling check."""

from docx.text.paragraph import Paragraph

from codesign.documents.word.looks import write
from codesign.phrases.line import parts_of
from codesign.words import LANGUAGES

IN_WORD = {code: spoken.in_word for code, spoken in LANGUAGES.items()}
"""A language of ours -> as Word names it."""


def add_mixed(paragraph: Paragraph, words: str, *, bold: bool = False) -> Paragraph:
    """Add words, a run for each of their languages."""
    for part, spoken in parts_of(words):
        write(paragraph, part, bold=bold, language=IN_WORD[spoken] if spoken else "")
    return paragraph
