"""The poster as a Word document and as a page for a browser. Reads in black and white: words and lines carry it, no colour."""

from docx.document import Document as WordDocument
from docx.shared import Length

from codesign.core.session import Session
from codesign.summary.html import render
from codesign.summary.poster import NOT_YET, WE_DID, YOU_SAID, Poster, PosterRow, poster
from codesign.summary.word_file import packed
from codesign.summary.word_looks import DEMONSTRATION, TABLE_TEXT, WALL_WIDTH, add_row, add_table, for_the_wall
from codesign.words import OWN, _, language, speaking

_IN_WORD = {OWN: "en-US", "es": "es-US"}
LANGUAGES = tuple(_IN_WORD)
_NOTHING = "—"
_HALF = Length(WALL_WIDTH // 2)


def posters(session: Session) -> dict[str, bytes]:
    """File name -> the poster of a session, in every language and format. Equal sessions give equal bytes."""
    files = {}
    for spoken in LANGUAGES:
        with speaking(spoken):
            page = poster(session)
            files[file_name("poster", "docx")] = to_docx(page)
            files[file_name("poster", "html")] = to_html(page)
    return files


def file_name(name: str, ending: str) -> str:
    """The name of a document in the language in use, which stands in it where it is not our own."""
    return f"{name}.{ending}" if language() == OWN else f"{name}.{language()}.{ending}"


def to_docx(page: Poster) -> bytes:
    """One page, US Letter."""
    document = for_the_wall(_IN_WORD[language()], page.size)
    if page.made_up:
        document.add_paragraph(page.made_up, DEMONSTRATION)
    document.add_paragraph(page.title, "Title")
    document.add_paragraph(page.about)
    _part(document, _(WE_DID), page.did)
    document.add_paragraph()
    _part(document, _(NOT_YET), page.not_yet)
    if page.more:
        document.add_paragraph(page.more).runs[0].bold = True
    return packed(document, page.title, page.month, _IN_WORD[language()])


def _part(document: WordDocument, heading: str, rows: tuple[PosterRow, ...]) -> None:
    table = add_table(document, heading, (_HALF, _HALF), (_(YOU_SAID), heading))
    for row in rows:
        said, did = add_row(table, [row.rule, row.answer])
        said.paragraphs[0].runs[0].bold = did.paragraphs[0].runs[0].bold = True
        said.add_paragraph(row.said, TABLE_TEXT)
        for words in row.words:
            did.add_paragraph(words, TABLE_TEXT)
    if not rows:
        add_row(table, [_NOTHING, _NOTHING])


def to_html(page: Poster) -> bytes:
    """The same as one file."""
    parts = [(_(WE_DID), page.did), (_(NOT_YET), page.not_yet)]
    return render("poster", title=page.title, made_up=page.made_up, page=page, said=_(YOU_SAID), parts=parts, nothing=_NOTHING)
