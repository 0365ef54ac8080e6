"""A document for a browser: one file that loads nothing, runs nothing, and says so to the browser.

Every such document is a template that extends `base.html.jinja`. Words of people leave by the template's autoescape, in an
element that keeps their direction to itself (`<bdi>` or `dir="auto"`).
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from codesign.documents.paper_size import PAGE, Paper
from codesign.documents.unparted import unparted
from codesign.phrases.line import MixedWords
from codesign.words import N_, _, language

TEMPLATES = Path(__file__).parent / "templates"
_SKIP = N_("Skip to the content")


def render(name: str, *, title: str, paper: Paper, made_up: str = "", size: float = 0, **values: object) -> bytes:
    """`templates/<name>.html.jinja` as UTF-8, with these values in the language in use. Equal values give equal bytes.

    Its style is `page.css` and, where there is one, `<name>.css`. The title, and the line that says it is made up, stand on
    every printed page, whose paper is `paper`; type is `size` points large where that is given. The policy of the page lets a
    browser use that style, by its hash, and nothing else.
    """
    style = _style(name) + _on_every_page(title, made_up, paper) + (_in_print(size) if size else "")
    values |= {"title": title, "made_up": made_up, "language": language(), "skip": _(_SKIP)}
    page = _environment().get_template(f"{name}.html.jinja")
    return page.render(values, style=Markup(style), style_hash=_hash(style)).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_in_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = _
    return environment


def _in_html(value: object) -> object:
    """A text with no line ended where it must not be; what of it is in another language is marked as that. Markup is taken as
    it is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    if not isinstance(value, MixedWords):
        return unparted(value)
    marked = Markup('<span lang="{}">{}</span>')
    return Markup("").join(
        marked.format(spoken, unparted(words)) if spoken else unparted(words) for words, spoken in value.parts
    )


@cache
def _style(name: str) -> str:
    files = (TEMPLATES / "page.css", TEMPLATES / f"{name}.css")
    return "\n".join(file.read_text("utf-8") for file in files if file.exists())


def _on_every_page(title: str, made_up: str, paper: Paper) -> str:
    """Its size, and head and foot of a printed page, as in the Word document."""
    return (
        f"\n@page {{\n  size: {paper.name};\n"
        f"  @top-left {{ content: {_in_css(made_up)} }}\n  @bottom-left {{ content: {_in_css(title)} }}\n"
        f"  @bottom-right {{ content: {_in_css(_(PAGE) + ' ')} counter(page) }}\n}}\n"
        f"@page wide {{\n  size: {paper.name} landscape;\n}}\n"
    )


def _in_print(size: float) -> str:
    """Type of this size, in points, in all that stands in an element of the class `sized`, and a title above it."""
    return (
        f"@media print {{\n  h1 {{\n    font-size: {size * 1.9:.4g}pt;\n  }}\n"
        f"  .sized,\n  .sized table {{\n    font-size: {size:.4g}pt;\n  }}\n}}\n"
    )


def _in_css(text: str) -> str:
    """A text as a string of CSS: each sign that is no plain letter, digit or blank as its number, so that none ends it."""
    return '"' + "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in text) + '"'


def _hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
