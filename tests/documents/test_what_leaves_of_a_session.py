"""What of the set-up, and of what a group wrote in the open, stands in a summary, and what never does."""

from msgspec.structs import replace
from samples import NIGHT, session, tally

from codesign.core.group_notes import GroupNotes
from codesign.core.session import Session, Setup
from codesign.documents.data.sheet import to_csv
from codesign.documents.data.summary import to_json
from codesign.documents.markdown.summary import to_markdown
from codesign.documents.summary.build import build

DAYS = {"day": "2026-11-14", "answer_by": "2026-12-24"}
NO_WORDS = {*DAYS, "expected", "made_up", "steps", "language", "region", "board"}
LEAVES = {"title", "audience", "contact"}
"""Texts of the set-up that the policy team reads. Who is here for youth, and the line of the house, are for youth alone."""
OF_THE_GROUP = {"heard", "new_words"}


def all_of(of: Session) -> str:
    summary = build(of)
    return b"\n".join([to_markdown(summary), to_json(summary), to_csv(summary)]).decode()


def test_a_text_of_the_set_up_left_although_it_is_for_youth_alone() -> None:
    texts = {name: f"Zz {name.replace('_', ' ')}" for name in Setup.__struct_fields__ if name not in NO_WORDS}
    said = all_of(replace(session(tally(NIGHT, 8, 2, 1), cards=(NIGHT,)), setup=Setup(**DAYS, **texts)))
    assert {name for name, words in texts.items() if words in said} == LEAVES


def test_what_the_group_wrote_for_itself_left() -> None:
    of = GroupNotes(agreements=("Zz agreements",), heard={NIGHT.id: "Zz heard"}, new_words={NIGHT.id: "Zz new words"})
    said = all_of(replace(session(tally(NIGHT, 8, 2, 1), cards=(NIGHT,)), group_notes=of))
    assert {name for name in GroupNotes.__struct_fields__ if f"Zz {name.replace('_', ' ')}" in said} == OF_THE_GROUP
    assert {*GroupNotes.__struct_fields__} == {"at", "agreements", *OF_THE_GROUP, "together", "agreed"}, (
        "say of it whether it leaves"
    )
