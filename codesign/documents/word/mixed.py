"""Words of several languages in one paragraph of Word, each marked as what it is, for a screen reader and a spelling check."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from codesign.phrases.line import parts_of
from codesign.words import OWN

IN_WORD = {OWN: "en-US", "es": "es-US"}
"""A language of ours -> as Word names it."""


def add_mixed(paragraph: Paragraph, words: str, *, bold: bool = False) -> Paragraph:
    """Add words, a run for each of their languages."""
    for part, spoken in parts_of(words):
        run = paragraph.add_run(part)
        run.bold = bold or None
        if spoken:
            run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{IN_WORD[spoken]}"/>'))
    return paragraph
