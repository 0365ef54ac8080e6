"""The summary as Markdown. The words people wrote come out as they wrote them: never a link, a list, a table or HTML."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from codesign.documents.summary.asks import COLUMNS
from codesign.documents.summary.build import Summary
from codesign.documents.summary.outline import HEADINGS, NOTHING_TO_ASK, outline
from codesign.words import _

_LINE_BREAKS = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MATTERS = re.compile(
    r"[\\`*_{}\[\]<>&|~$@#]"  # wherever they stand
    r"|(?<=\w)[.](?=\w)|:(?=[\w/])"  # www.x.org, http://x and :smile: become links and pictures on many sites
    r"|^[+=\-]|^\d+[.)]"  # a list, an underline
)


def literal(value: object) -> Markup:
    """A value as Markdown that reads back as that value, on one line. Markup is taken as it is.

    A backslash stands before each sign that would mean something where it stands.
    """
    if isinstance(value, Markup):
        return value
    text = _LINE_BREAKS.sub(" ", str(value)).strip()
    return Markup(_MATTERS.sub(lambda match: f"{match.group()[:-1]}\\{match.group()[-1]}", text))


def to_markdown(summary: Summary) -> bytes:
    """The same sections as the Word document, UTF-8."""
    return _template().render(page=outline(summary)).encode()


@cache
def _template() -> Template:
    """Made once: a pool writes many, and making it takes longer than all else."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,  # what `literal` marked passes; a text that slipped by it would at least not be HTML
        finalize=literal,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(_=_, HEADINGS=HEADINGS, ASK_COLUMNS=COLUMNS, NOTHING_TO_ASK=NOTHING_TO_ASK)
    return environment.get_template("summary.md.jinja")
