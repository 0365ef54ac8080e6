"""What an attacker and a nervous facilitator found with the laptop in hand."""

import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from codesign.content.plans import find_plan
from codesign.core.board import tips
from codesign.core.errors import CodesignError
from codesign.core.policy.sentences import sentences_of
from codesign.core.round import Round
from codesign.core.session import Comment, Session, Setup
from codesign.core.tally import Tally
from codesign.course.policy_file import policy_of
from codesign.engine import Engine


def test_a_long_sentence_of_a_policy_was_taken_for_a_file_and_ended_the_program(engine: Engine) -> None:
    long = "Phones are handed to staff at ten in the evening " * 8 + "and staff keep them until the morning."
    _title, found, _aside = policy_of(engine, long)
    assert len(found) == 1


def test_a_policy_of_brackets_froze_the_page() -> None:
    began = time.process_time()
    list(sentences_of(["phone " + "[" * 3900] * 200))
    assert time.process_time() - began < 5, "it takes a tenth of a second, and took minutes"


def test_a_plan_that_was_ready_to_use_could_not_start(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "far.toml"
    path.write_text(f'title = "x"\nquote_from = {10**25}\n[[card]]\nrule = "PH-2"\n', encoding="utf-8")
    with pytest.raises(CodesignError, match="quote_from"):
        find_plan(str(path), engine.places.data)


def test_a_line_stood_on_our_board_under_words_that_its_writer_never_saw() -> None:
    of = find_plan("fifteen-minutes", Path("/nowhere")).cards[1]
    comment = Comment(id=1, round=1, card=of.id, prompt="works", text="Then I sleep", quote_ok=True, review="quote")
    first = Round(1, (of.id,), "closed")
    session = Session(
        setup=Setup(title="Rules", day="2026-11-14", board=True),
        thresholds=find_plan("fifteen-minutes", Path("/nowhere")).thresholds,
        cards=(of,),
        rounds=(first,),
        tallies={of.id: Tally(of.id, {"works": 4, "could": 2, "doesnt": 2})},
        comments=(comment,),
        told=(of.id,),
    )
    session = replace(session, left=session.leaving())
    newest = replace(session, setup=replace(session.setup, day="2026-12-01"), tallies={}, comments=(), told=(), left=())
    assert tips([session, newest]), "else the line below holds for nothing"
    changed = replace(of, rule="Everybody may post what they like.", was=of.rule)
    again = (first, Round(2, (of.id,), "closed", {of.id: changed.rule}))
    assert not tips([replace(session, cards=(changed,), rounds=again), newest])
