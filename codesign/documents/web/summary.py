"""The summary for a browser and a phone: the words and the order of the Word document, with charts as inline SVG."""

from codesign.core.policy_team.decisions import EMPTY_BOX, LABELS
from codesign.documents.paper_size import paper_for
from codesign.documents.summary.answer_form import HEADS
from codesign.documents.summary.asks import CHOICES
from codesign.documents.summary.asks import COLUMNS as ASK_COLUMNS
from codesign.documents.summary.build import Summary
from codesign.documents.summary.outline import HEADINGS, NOTHING_TO_ASK, outline
from codesign.documents.web.page import render
from codesign.words import _


def to_html(summary: Summary) -> bytes:
    """The policy team's document as one file. Equal summaries give equal bytes."""
    page = outline(summary)
    headings = {name: _(heading) for name, heading in HEADINGS.items()}
    return render(
        "summary",
        title=page.title,
        made_up=page.made_up,
        paper=paper_for(summary.region),
        page=page,
        headings=headings,
        columns=[_(HEADS[0]), *(_(label) for label in LABELS.values())],
        ask_columns=[_(column) for column in ASK_COLUMNS],
        which=f"{_(LABELS['reads'])}:",
        choices=[f"{EMPTY_BOX} {_(words)}" for words in CHOICES],
        nothing_to_ask=_(NOTHING_TO_ASK),
    )
