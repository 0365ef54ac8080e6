"""Where each text of a card stands, and where it does not: one that is new is in no place until somebody puts it there."""

from datetime import date

from msgspec.structs import replace
from samples import session, tally

from codesign.content import plan_text
from codesign.content.plan_text import as_plan_card
from codesign.core.card import Card
from codesign.core.plan import Plan
from codesign.course.at_a_card import more_about
from codesign.course.before_they_come import before_they_come
from codesign.course.card_editor import lines_of
from codesign.documents.data.summary import to_json
from codesign.documents.markdown.summary import to_markdown
from codesign.documents.paper.ballot import ballot
from codesign.documents.summary.build import build
from codesign.engine import Engine
from codesign.phrases.on_a_card import beside_the_rule, note_of

NO_TEXT = {"id", "kind", "room", "picks", "options", "pointers", "about"}
_TEAM = ("summary", "data")
_WRITTEN = ("desk", "plan")
WHERE = {
    "rule": {"paper", "sheet", *_WRITTEN, *_TEAM},
    "was": {"card", *_TEAM},
    "today": {"card", "paper", "sheet", *_WRITTEN, *_TEAM},
    "why": {"card", *_WRITTEN},
    "good": {"card", *_WRITTEN, *_TEAM},
    "against": {"card", *_WRITTEN},
    "risk": {"card", *_WRITTEN, *_TEAM},
    "fixed": {"card", "paper", "sheet", *_WRITTEN, *_TEAM},
    "content_note": {"card", "paper", *_WRITTEN},
    "staff_note": {"sheet", "plan", *_TEAM},
    "before_vote": {"sheet", "plan"},
}
"""Text -> who reads it: youth beside the rule and under More, or on paper; the facilitator, on the sheet before they come; the
policy team, and other programs; whoever writes it at the plan desk, or goes on with the plan's file."""


def test_a_text_of_a_card_is_where_it_belongs_and_nowhere_else(engine: Engine) -> None:
    texts = {name: f"Zz {name.replace('_', ' ')}" for name in Card.__struct_fields__ if name not in NO_TEXT}
    card = Card(id="OWN-1", kind="scale", room="how-only", pointers=("P1",), **texts)
    plan = Plan(name="house", title="House rules", purpose="", minutes=60, cards=(card,))
    own = replace(card, was="")  # which no plan holds
    summary = build(session(tally(card, 8, 2, 1), cards=(card,)))
    places = {
        "card": repr([note_of(card.content_note), beside_the_rule(card), more_about(card)]),
        "paper": repr(ballot(plan, (), "2026-11")),
        "sheet": repr(before_they_come(plan, engine.help_lines(), date(2026, 11, 24), "", people=8, locked=True)),
        "summary": to_markdown(summary).decode(),
        "data": to_json(summary).decode(),
        "plan": plan_text(replace(plan, cards=(own,)), "")[0],
        "desk": repr([line.choice for line in lines_of(as_plan_card(own))]),
    }
    found = {name: {place for place, said in places.items() if words in said} for name, words in texts.items()}
    assert found == WHERE
