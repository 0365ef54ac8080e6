"""A card that was voted on twice: the last vote's result, and what was said before it, marked as such."""

import json

from msgspec.structs import replace
from samples import CHECKS, NIGHT, quote, session, tally

from codesign.core.session import Round, Session
from codesign.documents.data.sheet import to_csv
from codesign.documents.data.summary import to_json
from codesign.documents.markdown.summary import to_markdown
from codesign.documents.summary.build import build
from codesign.phrases import on_what

MARK = "(said before the talk and the second vote)"


def twice(second: str = "closed") -> Session:
    of = session(
        tally(NIGHT, 2, 4, 1),
        tally(CHECKS, 4, 2, 1),
        cards=(NIGHT, CHECKS),
        comments=(quote(NIGHT, "could", "Lockers first."), quote(CHECKS, "works", "It is my phone.")),
    )
    second_round = Round(2, (NIGHT.id,), second)  # type: ignore[arg-type]
    later = replace(quote(NIGHT, "could", "A key for each."), id=9, round=2)
    return replace(of, rounds=(*of.rounds, second_round), comments=(*of.comments, later))


def test_what_was_said_before_the_second_vote_is_marked_in_every_format() -> None:
    summary = build(twice())
    assert f"“Lockers first.” {MARK}" in to_markdown(summary).decode().replace("\\", "")
    assert f"Lockers first. {MARK}" in to_csv(summary).decode("utf-8-sig")
    comments = [c for card in json.loads(to_json(summary))["cards"] for c in card["comments"]]
    assert {c["text"]: c["earlier"] for c in comments} == {
        "Lockers first.": True,
        "A key for each.": False,
        "It is my phone.": False,
    }


def test_a_second_vote_that_was_dropped_changes_nothing() -> None:
    assert MARK not in to_markdown(build(twice("dropped"))).decode()


def test_the_reader_of_comments_was_not_told_which_were_said_before_the_second_vote() -> None:
    of = twice()
    told = {comment.text: on_what(of, comment)[1] for comment in of.comments}
    assert {text: MARK in words for text, words in told.items()} == {
        "Lockers first.": True,
        "A key for each.": False,
        "It is my phone.": False,
    }
