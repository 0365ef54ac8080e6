"""The answer form, filled in as the programs do it that people have."""

import copy
import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table

from codesign.documents.summary.build import Summary
from codesign.documents.word.summary import to_docx


def opened(summary: Summary) -> WordDocument:
    """Its Word file."""
    return Document(io.BytesIO(to_docx(summary)))


def form_of(document: WordDocument) -> Table:
    """The answer table."""
    return next(table for table in document.tables if _text(table.cell(0, 0)._tc) == "Rule")


def saved(document: WordDocument, folder: Path) -> Path:
    document.save(str(folder / "filled.docx"))
    return folder / "filled.docx"


def row_of(document: WordDocument, card: str) -> Any:
    """The row of a card, in XML."""
    return next(row._tr for row in form_of(document).rows if f"[{card}]" in _text(row.cells[0]._tc))


def _text(element: Any) -> str:
    """All of it, whatever controls another program put around its parts."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def control(row: Any, key: str) -> Any:
    """The control of a field in a row."""
    return next(sdt for sdt in row.iter(qn("w:sdt")) if sdt.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == key)


def fill(row: Any, **fields: str) -> None:
    """As Word does it: the words in the control, whose prompt is gone."""
    for key, words in fields.items():
        sdt = control(row, key)
        for prompt in list(sdt.iter(qn("w:showingPlcHdr"))):
            prompt.getparent().remove(prompt)
        content = sdt.find(qn("w:sdtContent"))
        for run in list(content):
            content.remove(run)
        content.append(_run(words))


def flattened(document: WordDocument) -> WordDocument:
    """As Google Docs gives a document back: without controls, each with its words in its place, and some runs in controls of
    Google's own."""
    for sdt in list(document.element.body.iter(qn("w:sdt"))):
        for inside in list(sdt.find(qn("w:sdtContent"))):
            sdt.addprevious(inside)
        sdt.getparent().remove(sdt)
    for number, paragraph in enumerate(list(document.element.body.iter(qn("w:p")))):
        runs = paragraph.findall(qn("w:r"))
        if number % 3 == 0 and runs:
            theirs = parse_xml(
                f'<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="{-number}"/><w:tag w:val="goog_rdk_{number}"/></w:sdtPr>'
                "<w:sdtContent/></w:sdt>"
            )
            runs[-1].addprevious(theirs)
            theirs[-1].append(runs[-1])
    return document


def write_after(row: Any, label: str, words: str) -> None:
    """Words typed behind a label, where there is no control."""
    paragraph = next(p for p in row.iter(qn("w:p")) if "".join(t.text or "" for t in p.iter(qn("w:t"))).startswith(label))
    paragraph.append(_run(words))


def tick(row: Any, words: str, mark: str = "☒") -> None:
    """A printed box in a row, ticked by hand."""
    text = next(t for t in row.iter(qn("w:t")) if (t.text or "").split() == ["☐", *words.split()])
    text.text = f"{mark} {words}"


def _run(words: str) -> Any:
    run = parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve"/></w:r>')
    run[0].text = words
    return run


def copied(row: Any) -> Any:
    """One more row of the same words below it."""
    twin = copy.deepcopy(row)
    row.addnext(twin)
    return twin
