"""Whatever was done to a filled-in form: it never ends the program, and no rule gets the words of another."""

import copy
import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import nsdecls, qn
from filling import fill, flattened, form_of, opened, row_of, saved
from msgspec.structs import replace
from samples import CARDS, small_group

from codesign.core.errors import CodesignError
from codesign.core.policy_team.decisions import COLUMNS, DATES
from codesign.core.policy_team.taken import take
from codesign.documents.read_back import read_back
from codesign.documents.summary.build import build

SUMMARY = build(replace(small_group(), mark="ABCD-EFGH"))
BY = 'w:id="9" w:author="x" w:date="2026-11-20T00:00:00Z"'
WORDED = [key for key in COLUMNS if key not in ("answer", *DATES)]
ANSWERED = ("Yes", "No", "Not now", "Yes, with changes", "Yes", "No")


def filled() -> WordDocument:
    """Every word of a rule's row names the rule."""
    document = opened(SUMMARY)
    for card, answer in zip(CARDS, ANSWERED, strict=True):
        fill(row_of(document, card.id), answer=answer, **{key: f"{key} of <{card.id}>" for key in WORDED})
    return document


def rows(document: WordDocument) -> list[Any]:
    return [row._tr for row in form_of(document).rows[1:]]


def cells(document: WordDocument) -> list[Any]:
    return [cell for row in rows(document) for cell in row.iter(qn("w:tc"))]


def shuffle(document: WordDocument, draw: Random) -> None:
    made = rows(document)
    draw.shuffle(made)
    for row in made:
        row.getparent().append(row)


def without_a_column(document: WordDocument, draw: Random) -> None:
    at = draw.randrange(5)
    for row in form_of(document).rows:
        row._tr.remove(row._tr.tc_lst[at])


def without_a_cell(document: WordDocument, draw: Random) -> None:
    cell = draw.choice(cells(document))
    cell.getparent().remove(cell)


def merged_sideways(document: WordDocument, draw: Random) -> None:
    row = draw.choice(form_of(document).rows[1:])
    first = draw.randrange(1, 4)
    row.cells[first].merge(row.cells[draw.randrange(first + 1, 5)])


def rules_merged_downwards(document: WordDocument, draw: Random) -> None:
    at = draw.randrange(1, 5)
    first, second = form_of(document).cell(at, 0), form_of(document).cell(at + 1, 0)
    if first.text[:1].isdigit() and second.text[:1].isdigit():  # any other cell over two rules is meant to answer both
        first.merge(second)


def copied_row(document: WordDocument, draw: Random) -> None:
    row = draw.choice(rows(document))
    draw.choice(rows(document)).addprevious(copy.deepcopy(row))


def without_ids(document: WordDocument, draw: Random) -> None:
    for row in draw.sample(rows(document), 3):
        for text in row.tc_lst[0].iter(qn("w:t")):
            text.text = (text.text or "").partition("[")[0]


def without_a_head(document: WordDocument, _draw: Random) -> None:
    form_of(document)._tbl.remove(form_of(document).rows[0]._tr)


def nested(document: WordDocument, draw: Random) -> None:
    cell = draw.choice(form_of(document).rows[1:]).cells[draw.randrange(1, 5)]
    inside = [p for p in cell._tc.p_lst]
    table = cell.add_table(1, 1)
    for paragraph in inside:
        table.cell(0, 0)._tc.append(paragraph)
    cell.add_paragraph()


def a_table_in_a_table(document: WordDocument, draw: Random) -> None:
    """A copy of the whole form inside one of its cells."""
    twin = copy.deepcopy(form_of(document)._tbl)
    cell = draw.choice(form_of(document).rows[1:]).cells[draw.randrange(1, 5)]
    cell._tc.append(twin)
    cell.add_paragraph()


def tracked(document: WordDocument, draw: Random) -> None:
    for run in draw.sample(list(form_of(document)._tbl.iter(qn("w:r"))), 12):
        change = parse_xml(f"<w:{draw.choice(('ins', 'del', 'moveFrom', 'moveTo'))} {nsdecls('w')} {BY}/>")
        run.addprevious(change)
        change.append(run)
    draw.choice(rows(document)).get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} {BY}/>"))


def wrapped(document: WordDocument, draw: Random) -> None:
    """Rows, cells and the table in controls of another program."""
    table = form_of(document)._tbl
    for element in (*draw.sample(rows(document), 2), *draw.sample(cells(document), 3), table):
        theirs = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="goog_rdk_1"/></w:sdtPr><w:sdtContent/></w:sdt>')
        element.addprevious(theirs)
        theirs[1].append(element)


def split_in_two(document: WordDocument, draw: Random) -> None:
    table = form_of(document)._tbl
    second = copy.deepcopy(table)
    table.addnext(second)
    at = draw.randrange(2, 6)
    for row in list(table.tr_lst)[at:]:
        table.remove(row)
    for row in list(second.tr_lst)[draw.choice((0, 1)) : at]:
        second.remove(row)


def in_pieces(document: WordDocument, draw: Random) -> None:
    """Elements gone from anywhere but the rules: a row that has the words of another rule is that rule's."""
    rules = {element for row in rows(document) for element in row.tc_lst[0].iter()}
    everywhere = [e for e in form_of(document)._tbl.iter() if isinstance(e.tag, str) and e not in rules]
    for element in draw.sample(everywhere, 25):
        if (around := element.getparent()) is not None:
            around.remove(element)


def google(document: WordDocument, _draw: Random) -> None:
    flattened(document)


KINDS: tuple[Callable[[WordDocument, Random], None], ...] = (
    *(shuffle, without_a_column, without_a_cell, merged_sideways, rules_merged_downwards, copied_row, without_ids),
    *(without_a_head, nested, a_table_in_a_table, tracked, wrapped, split_in_two, in_pieces, google),
)


def read(document: WordDocument, folder: Path) -> bool:
    """Whether it could be read: then what is read of each rule names that rule."""
    try:
        taken = take(CARDS, "2026-11-14", "ABCD-EFGH", read_back(saved(document, folder)))
    except CodesignError:
        return False
    of = dict(zip((card.id for card in CARDS), ANSWERED, strict=True))
    for decision in taken.decisions:
        words = [str(getattr(decision, key)) for key in COLUMNS if key != "answer"]
        strange = [name for name in of if name != decision.card and any(f"<{name}>" in text for text in words)]
        assert strange == [], decision
        assert decision.answer == {"Yes": "yes", "No": "no", "Not now": "not-now"}.get(of[decision.card], "changes")
    return True


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_form_that_was_torn_gives_no_rule_the_words_of_another(
    kind: Callable[[WordDocument, Random], None], tmp_path: Path
) -> None:
    document = filled()
    kind(document, Random(f"{kind.__name__}"))
    assert read(document, tmp_path) == (kind is not without_a_column)


NOTHING_TO_TEAR = (StopIteration, IndexError, ValueError, AttributeError, TypeError, InvalidXmlError)
"""What python-docx and Random raise at a form of which too little is left to be torn once more."""


@pytest.mark.parametrize("torn", [8, pytest.param(600, marks=pytest.mark.soak)])
def test_a_form_that_was_torn_in_many_ways(torn: int, tmp_path: Path) -> None:
    whole = io.BytesIO()
    filled().save(whole)
    could_be_read = 0
    for seed in range(torn):
        draw, document = Random(seed), Document(io.BytesIO(whole.getvalue()))
        for kind in draw.sample(KINDS, 3):
            try:
                kind(document, draw)
            except NOTHING_TO_TEAR:
                continue
        could_be_read += read(document, tmp_path)
    assert could_be_read
