"""A page for a wall as a Word document and for a browser. Reads in black and white: words and lines carry it, no colour."""

from collections.abc import Callable

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from codesign.documents.wall.page import Part, WallPage, fits_a_sheet, height
from codesign.documents.web.page import render
from codesign.documents.word.file import packed
from codesign.documents.word.languages import IN_WORD, add_mixed
from codesign.documents.word.looks import (
    SMALL,
    add_paragraph,
    add_row,
    add_table,
    columns,
    dress,
    for_the_wall,
    next_line,
    text_width,
    write,
)
from codesign.documents.word.page import add_number, headed, made_up_on_each
from codesign.words import LANGUAGES, OWN, language, speaking

_NOTHING = "—"


def in_every_language(name: str, build: Callable[[], WallPage]) -> dict[str, bytes]:
    """File name -> the page, in every language and format; `build` says it in the language in use. Equal pages give equal
    bytes."""
    files = {}
    for spoken in LANGUAGES:
        with speaking(spoken):
            page = build()
            files[file_name(name, "docx")] = to_docx(page)
            files[file_name(name, "html")] = to_html(page)
    return files


def file_name(name: str, ending: str) -> str:
    """The name of a document in the language in use, which stands in it where it is not our own."""
    return f"{name}.{ending}" if language() == OWN else f"{name}.{language()}.{ending}"


def to_docx(page: WallPage) -> bytes:
    """As a Word document."""
    document = for_the_wall(IN_WORD[language()], page.size, page.paper)
    headed(document, page.title, page.made_up)
    add_paragraph(document, page.about)
    for number, part in enumerate(page.parts):
        if number:
            add_paragraph(document)
        _table(document, page, part)
    for words in page.below:
        add_mixed(add_paragraph(document), words, bold=True)
    if page.size and height(page, page.size) > page.height:
        _on_each_sheet(document, page)
    return packed(document, page.title, page.month, IN_WORD[language()])


def _on_each_sheet(document: WordDocument, page: WallPage) -> None:
    """Which session it is of and which sheet, of how many, because sheets on a wall part; and that it is made up."""
    made_up_on_each(document, page.made_up, SMALL)
    foot = dress(document.sections[0].footer.paragraphs[0], SMALL)
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(foot, f"{page.about}   ")
    add_number(foot)
    write(foot, " / ")
    add_number(foot, "NUMPAGES")


def _table(document: WordDocument, page: WallPage, part: Part) -> None:
    table = add_table(document, part.right, columns(text_width(document), *page.shares), (part.left, part.right))
    for row in part.rows:
        left, right = add_row(table, ["", ""], parts=not fits_a_sheet(page, row))
        for cell, head, below in ((left, row.rule, (row.said,)), (right, row.answer, row.words)):
            for words, bold in ((head, True), *((words, False) for words in below)):
                if words:
                    add_mixed(next_line(cell), words, bold=bold)
    if not part.rows:
        add_row(table, [_NOTHING, _NOTHING])


def to_html(page: WallPage) -> bytes:
    """The same as one file."""
    return render(
        "wall",
        title=page.title,
        paper=page.paper,
        size=page.size,
        made_up=page.made_up,
        page=page,
        nothing=_NOTHING,
    )
