"""Pages to learn from, as Word documents and for a browser: each is one sheet, in type as large as that has room for."""

from collections.abc import Callable, Sequence

from docx.document import Document as WordDocument
from docx.shared import Pt

from codesign.documents.paper_size import Paper
from codesign.documents.type_size import LINE, largest, rows
from codesign.documents.wall.files import file_name
from codesign.documents.web.page import render
from codesign.documents.word.file import packed
from codesign.documents.word.languages import IN_WORD
from codesign.documents.word.looks import SMALL, add_paragraph, for_the_wall, styled
from codesign.documents.word.to_write_on import add_line_to_write_on
from codesign.phrases import draft
from codesign.phrases.learn import LEARN, LearnPage
from codesign.words import LANGUAGES, _, language, speaking

_SIZES = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
"""Of the type, in points."""
_BESIDE, _ABOVE = 92.0, 78.0
"""Points that a line is narrower than the sheet, and the words lower; more than margins take, because letters differ from font
to font."""
_FINE = 8.0
"""Of the sources, in points."""


def learn_files(name: str, pages: Callable[[], Sequence[LearnPage]], paper: Paper, month: str) -> dict[str, bytes]:
    """File name -> these pages in one document, in every language and format, all in type of one size. `pages` says them in the
    language in use. Equal pages give equal bytes."""
    files = {}
    for spoken in LANGUAGES:
        with speaking(spoken):
            said = pages()
            size = min(fitting(page, paper) for page in said)
            files[file_name(name, "docx")] = _docx(said, paper, size, month)
            files[file_name(name, "html")] = _html(said, paper, size)
    return files


def fitting(page: LearnPage, paper: Paper) -> float:
    """The largest type in which it is one sheet; the smallest where it is none."""
    return largest(_SIZES, lambda size: _height(page, size, paper), paper.height - _ABOVE)


def _height(page: LearnPage, size: float, paper: Paper) -> float:
    """Points that it takes in type of this size."""
    lines = 2.5 + _rows(page.about, size, paper)
    for part in page.parts:
        lines += 1.5 * _rows([part.title], size * 1.3, paper) + 0.5 + _rows(part.lines, size, paper) + 1.6 * part.write
        lines += 0.15 * len(part.lines)
    small = _rows((page.sources_title, *page.sources, page.check, draft()), _FINE * 1.12, paper) + 1
    return (lines * size + small * _FINE) * LINE


def _rows(texts: Sequence[str], size: float, paper: Paper) -> int:
    return sum(rows(text, size, paper.width - _BESIDE) for text in texts if text)


def _docx(pages: Sequence[LearnPage], paper: Paper, size: float, month: str) -> bytes:
    document = for_the_wall(IN_WORD[language()], size, paper)
    styled(document, SMALL, size=_FINE, after=1, color="595959", lines=1)
    for number, page in enumerate(pages):
        _one(document, page, size, begins=number > 0)
    return packed(document, _titled(pages), month, IN_WORD[language()])


def _one(document: WordDocument, page: LearnPage, size: float, *, begins: bool) -> None:
    """A page; `begins` where another came before it."""
    add_paragraph(document, page.title, "Title").paragraph_format.page_break_before = begins
    for words in page.about:
        add_paragraph(document, words)
    for part in page.parts:
        add_paragraph(document, part.title, "Heading 1").paragraph_format.keep_with_next = True
        for line in part.lines:
            spacing = add_paragraph(document, line).paragraph_format
            spacing.left_indent, spacing.first_line_indent = Pt(size * 1.6), Pt(-size * 0.8)
            spacing.space_after = Pt(size * 0.15)
        for _at in range(part.write):
            add_line_to_write_on(document, Pt(size * 1.8))
    add_paragraph(document, page.sources_title, SMALL).paragraph_format.space_before = Pt(size)
    for words in _small(page):
        add_paragraph(document, words, SMALL)


def _titled(pages: Sequence[LearnPage]) -> str:
    return pages[0].title if len(pages) == 1 else _(LEARN)


def _small(page: LearnPage) -> tuple[str, ...]:
    return (*page.sources, page.check, *filter(None, [draft()]))


def _html(pages: Sequence[LearnPage], paper: Paper, size: float) -> bytes:
    return render("learn", title=_titled(pages), paper=paper, size=size, pages=[(page, _small(page)) for page in pages])
