"""Content controls of a Word document: a list to choose from, a day, a line of words; each a piece of a paragraph, in XML.

Word, and LibreOffice from 7.4 on, save them as they are; other programs leave their words, without the control around them.
Untouched they hold a line to write on, which is a tab: printed it takes a hand's words, and read back it is no word.
"""

from collections.abc import Sequence
from html import escape

from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from codesign.documents.word.looks import GREY, WORD

PLACEHOLDER = "PlaceholderText"
"""The id of the style of what stands in a control that nobody has touched."""
PLACEHOLDER_STYLE = f"""
<w:style {WORD} w:type="character" w:styleId="{PLACEHOLDER}">
  <w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:color w:val="{GREY}"/></w:rPr>
</w:style>"""
_LINE = "<w:tab/>"


def put(paragraph: Paragraph, control: str) -> None:
    """Add a control to the end of a paragraph."""
    paragraph._p.append(parse_xml(control))


def chosen(tag: str, name: str, number: int, choices: Sequence[str], untouched: str) -> str:
    """A list of which one is chosen. `name` is what a screen reader says, `number` tells the controls of a document apart."""
    items = "".join(f'<w:listItem w:displayText="{escape(words)}" w:value="{escape(words)}"/>' for words in choices)
    return _control(tag, name, number, f"<w:dropDownList>{items}</w:dropDownList>", _placeholder(_text(untouched)))


def day(tag: str, name: str, number: int, form: str) -> str:
    """A day that is picked from a calendar or typed; `form` is how Word writes it, such as "d MMMM yyyy"."""
    kind = (
        f'<w:date><w:dateFormat w:val="{escape(form)}"/><w:lid w:val="en-US"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(tag, name, number, kind, _placeholder(_LINE))


def words(tag: str, name: str, number: int, *, text: str = "", lines: int = 1) -> str:
    """Words of one's own, with so many lines to write on; or with a text in it to start from."""
    kind = "<w:richText/>"
    if text:
        return _control(tag, name, number, kind, f"<w:r>{_text(text)}</w:r>", touched=True)
    return _control(tag, name, number, kind, _placeholder("<w:br/>".join([_LINE] * lines)))


def _control(tag: str, name: str, number: int, kind: str, inside: str, *, touched: bool = False) -> str:
    named = f'<w:alias w:val="{escape(name)}"/><w:tag w:val="{escape(tag)}"/><w:id w:val="{number}"/>'
    untouched = "" if touched else "<w:showingPlcHdr/>"
    return f"<w:sdt {WORD}><w:sdtPr>{named}{untouched}{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _placeholder(inside: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{PLACEHOLDER}"/></w:rPr>{inside}</w:r>'


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
