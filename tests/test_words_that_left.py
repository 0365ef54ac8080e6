"""What left with a summary is kept with the record, and counts for every summary after it."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.session import Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.store.shelf import peek

PHONES = Card(id="PH-1", kind="scale", rule="You keep your own phone.")


def closed(engine: Engine, picks: int = 0, *, ok: bool = False) -> OpenSession:
    """Seven people who all wrote why it does not work, some of them by quick picks only."""
    ballots = []
    for n in range(7):
        wordless = n < picks
        remark = Remark("PH-1", "doesnt", "" if wordless else f"words {n}", ok, (f"pick-{n}",) * wordless)
        ballots.append(Ballot({"PH-1": "doesnt"}, (remark,)))
    plan = replace(engine.plan("fifteen-minutes"), cards=(PHONES,))
    opened = engine.start(plan, Setup(title="t", day="2026-10-01"), Thresholds(), ballots=ballots)
    opened.close_round()
    return opened


def themes(folder: Path) -> list[str]:
    (card,) = json.loads((folder / "summary.json").read_text("utf-8"))["cards"]
    return list(card["themes"])


def theme(opened: OpenSession, words: dict[str, str]) -> None:
    for comment in opened.read().comments:
        verdict = Review("theme", words[comment.text]) if comment.text in words else Review("withheld", reason="other")
        opened.review(comment.id, verdict)


def test_a_second_summary_told_three_more_people(engine: Engine, tmp_path: Path) -> None:
    with closed(engine) as opened:
        theme(opened, {"words 1": "noise", "words 2": "sleep"})
        opened.write_summary(tmp_path / "one")
        theme(opened, {"words 1": "calls home", "words 2": "sleep"})
        with pytest.raises(CodesignError, match="As much is told"):
            theme(opened, {"words 1": "calls home", "words 2": "sleep", "words 3": "theft"})
        theme(opened, {"words 1": "calls home", "words 2": "sleep", "words 4": "noise"})
        opened.write_summary(tmp_path / "two")
        path = opened.path
    assert themes(tmp_path / "one") == ["noise", "sleep"]
    assert themes(tmp_path / "two") == ["calls home", "noise", "sleep"]
    assert [p.words for p in peek(path).has_left] == ["calls home", "noise", "sleep"]
    assert engine.verify(path) == []


def test_the_youth_check_and_the_room_let_no_words_out(engine: Engine, tmp_path: Path) -> None:
    with closed(engine) as opened:
        theme(opened, {"words 1": "noise"})
        opened.tell()
        opened.write_summary(tmp_path / "check", ["check"])
        assert opened.read().has_left == ()
        opened.write_summary(tmp_path / "md", ["md"])
        assert [p.words for p in opened.read().has_left] == ["noise"]


def test_a_quote_that_no_summary_told_stood_on_our_board(engine: Engine, tmp_path: Path) -> None:
    """The themes on the page "Did we get it right?" had left, and the quotes, which do not stand there, with them."""
    with closed(engine, ok=True) as opened:
        theme(opened, {"words 1": "noise"})
        quoted = next(c for c in opened.read().comments if c.text == "words 2")
        opened.review(quoted.id, Review("quote"))
        assert [p.how for p in opened.tell(themes=True).has_left] == ["theme"]
        opened.write_summary(tmp_path, ["md"])
        assert sorted(p.how for p in opened.tell(themes=True).has_left) == ["quote", "theme"]


def test_picks_of_several_are_one_list(engine: Engine, tmp_path: Path) -> None:
    with closed(engine, picks=5) as opened:
        for comment in opened.read().comments:
            opened.review(comment.id, Review("theme", comment.text) if comment.text else Review("picks"))
        opened.write_summary(tmp_path)
        assert len(opened.read().has_left) == 3
    assert len(themes(tmp_path)) == 3


def test_a_record_told_before_words_were_kept_is_taken_to_have_told_them_all() -> None:
    session = peek(Path(__file__).parent / "data" / "record-schema-1" / "told.json")
    assert session.left is None
    assert [p.words for p in session.has_left] == ["later hours"]
    changed = session.review(session.comments[0].id, Review("theme", "quiet hours"))
    assert [p.words for p in changed.leaving()] == ["later hours", "quiet hours"]
