"""How the tests read a document, for a browser or in Word, whose no-break spaces are plain ones here."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import html
from lxml.html import HtmlElement

_WITH_TEXT = ("title", "a", "h1", "h2", "h3", "p", "li", "dt", "dd")


def opened(data: bytes) -> HtmlElement:
    """The page as a browser would take it apart, with plain spaces."""
    return html.document_fromstring(data.replace("\u00a0".encode(), b" "), parser=html.HTMLParser(encoding="utf-8"))


def read_word(data: bytes) -> WordDocument:
    """The Word document, with plain spaces."""
    document = Document(io.BytesIO(data))
    for text in document.element.body.iter(qn("w:t")):
        text.text = text.text.replace("\u00a0", " ")
    return document


def text_of(page: HtmlElement) -> list[str]:
    """The texts of the page in order, each led by its element;
    a row of a table in one, and a row of a chart with its width and pattern."""
    return list(_texts(page))


def _texts(page: HtmlElement) -> Iterator[str]:
    for element in page.iter(html.etree.Element):
        if element.tag in _WITH_TEXT and not (element.tag == "a" and element.getparent().tag == "li"):
            yield f"[{element.tag}] {element.text_content()}"
        elif element.tag == "tr":
            yield "[tr] " + " | ".join(cell.text_content() for cell in element)
        elif (element.get("class") or "").startswith("bar"):
            words, count = element.find("bdi").text, element.find("span").text
            drawn = element.xpath(".//rect[@class='part']")
            yield f"[bar] {words} | " + (f"{drawn[0].get('width')} {element.get('class')} | " if drawn else "") + count


def shape_of(page: HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """The page without its words: every element with the names of its attributes."""
    return [(element.tag, tuple(element.keys())) for element in page.iter()]
