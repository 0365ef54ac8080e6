"""The way back: a filled-in summary is kept with the record, told on home, and opens the next session of its plan."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from codesign.cli import main
from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.plan import Plan
from codesign.core.policy_team.decisions import COLUMNS_BEFORE
from codesign.core.session import Review, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.course.where_it_stopped import overdue_alerts
from codesign.engine import Engine
from codesign.phrases.came_of import came_of_all
from codesign.store.rows import decision_of
from codesign.store.shelf import peek

Fill = Callable[..., Path]
OVERDUE = Setup(title="House rules", day="2026-10-05", answer_by="2026-10-20")


def six(plan: Plan) -> list[Ballot]:
    """Six people who all answer alike."""
    return [Ballot({card.id: kind_of(card).answers(card)[0] for card in plan.cards}, ())] * 6


@pytest.fixture
def told(engine: Engine, tmp_path: Path) -> Path:
    """The record of a closed session of six, with its summary written; its answer was due on 1 November."""
    plan = engine.plan("fifteen-minutes")
    setup = Setup(title="House rules", day="2026-10-01", answer_by="2026-11-01")
    with engine.start(plan, setup, Thresholds(), ballots=six(plan)) as opened:
        opened.close_round()
        for comment in opened.read().comments:
            opened.review(comment.id, Review("theme"))
        opened.write_summary(tmp_path / "out", ["csv"])
        return opened.path


def filled(folder: Path, *answers: str) -> Path:
    """The summary's CSV with these answers, from the first rule on."""
    rows = list(csv.reader(io.StringIO((folder / "summary.csv").read_text("utf-8-sig"), newline="")))
    for row, answer in zip(rows[1:], answers, strict=False):
        row[rows[0].index("answer")] = answer
    path = folder / "back.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def run(engine: Engine, *args: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["--data", str(engine.places.data), *map(str, args)], input=typed)


def test_the_command_keeps_the_answers_and_writes_the_posters(engine: Engine, told: Path, tmp_path: Path) -> None:
    done = run(engine, "decisions", told, filled(tmp_path / "out", "Yes", "maybe"), "--yes")
    assert done.exit_code == 0, done.output
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        *("poster.docx", "poster.html", "poster.es.docx", "poster.es.html")
    ]
    assert "there are answers to 1 of" in done.stderr
    assert "“maybe” is none of" in done.stderr
    assert "no answer yet" in done.stderr
    session = peek(told)
    assert [d.answer for d in session.decisions] == ["yes"]
    assert engine.verify(told) == []


def test_what_would_take_the_place_of_an_answer_is_listed_first_and_needs_a_yes(
    engine: Engine, told: Path, tmp_path: Path
) -> None:
    run(engine, "decisions", told, filled(tmp_path / "out", "Yes", "No"))
    second = filled(tmp_path / "out", "Not now")
    refused = run(engine, "decisions", told, second)
    assert refused.exit_code == 1
    assert "“Not now” now, “Yes” before" in refused.stderr
    assert [d.answer for d in peek(told).decisions] == ["yes", "no"]
    assert run(engine, "decisions", told, second, "--yes", "--out", tmp_path / "wall").exit_code == 0
    assert [d.answer for d in peek(told).decisions] == ["not-now", "no"], "an empty cell changes nothing"
    assert (tmp_path / "wall" / "poster.docx").is_file()


def test_an_answer_is_chosen_before_none_and_the_latest_of_two(engine: Engine, told: Path, tmp_path: Path) -> None:
    run(engine, "decisions", told, filled(tmp_path / "out", "Yes"))
    with engine.start(
        engine.plan("fifteen-minutes"), OVERDUE, Thresholds(), ballots=six(engine.plan("fifteen-minutes"))
    ) as opened:
        opened.close_round()
        opened.tell()
    assert engine.last_time(session_of(engine)) == (told, peek(told))


def test_an_answer_that_cannot_be_read_does_not_undo_the_one_before(engine: Engine, told: Path, tmp_path: Path) -> None:
    run(engine, "decisions", told, filled(tmp_path / "out", "Yes", "No"))
    done = run(engine, "decisions", told, filled(tmp_path / "out", "see minutes", "Not now"), "--yes")
    assert "the earlier answer “Yes” stands" in done.stderr
    assert [d.answer for d in peek(told).decisions] == ["yes", "not-now"]


def test_a_file_without_a_usable_answer_changes_nothing(engine: Engine, told: Path, tmp_path: Path) -> None:
    before = told.read_bytes()
    done = run(engine, "decisions", told, filled(tmp_path / "out", "perhaps"))
    assert done.exit_code == 1
    assert "Nothing was changed." in done.stderr
    assert told.read_bytes() == before
    assert not (tmp_path / "out" / "poster.docx").exists()


def test_a_session_that_nobody_was_told_of_takes_no_answer(
    engine: Engine, plan: Plan, filled_in: Setup, tmp_path: Path
) -> None:
    with engine.start(plan, filled_in, Thresholds()) as opened, pytest.raises(CodesignError, match="No summary"):
        opened.look_at_decisions(tmp_path / "none.csv")


def test_the_mark_of_a_session_is_in_its_summary_and_tells_sessions_apart(engine: Engine, told: Path, tmp_path: Path) -> None:
    mark = peek(told).mark
    assert mark in (tmp_path / "out" / "summary.csv").read_text("utf-8-sig")
    back = filled(tmp_path / "out", "Yes")
    other = back.read_text("utf-8").replace(mark, "AAAA-AAAA")
    back.write_text(other, encoding="utf-8")
    assert "another session" in run(engine, "decisions", told, back).stderr


def session_of(engine: Engine, **setup: object) -> Session:
    plan = engine.plan("fifteen-minutes")
    values = {"title": "House rules", "day": engine.today().isoformat()} | setup
    with engine.start(plan, Setup(**values), Thresholds()) as opened:  # type: ignore[arg-type]
        return opened.read()


def test_the_next_session_of_a_plan_finds_the_last_one_that_was_answered_or_is_overdue(engine: Engine, told: Path) -> None:
    assert engine.last_time(session_of(engine)) == (told, peek(told))
    assert engine.last_time(replace(session_of(engine, made_up=True))) is None
    assert engine.last_time(session_of(engine, day="2026-09-01")) is None
    assert engine.last_time(session_of(engine, title="West house")) is None, "another house's results are not theirs"
    in_time = Engine(engine.places, lambda: date(2026, 11, 1))
    assert in_time.last_time(session_of(engine)) is None


def test_home_tells_of_a_day_that_passed_without_an_answer(engine: Engine, told: Path, tmp_path: Path) -> None:
    late = date(2026, 11, 2)
    assert overdue_alerts([peek(told)], late, "Press A.") == ["No answer yet: “House rules”, due November 1, 2026. Press A."]
    assert overdue_alerts([peek(told)], date(2026, 11, 1), "Press A.") == []
    run(engine, "decisions", told, filled(tmp_path / "out", "no"))
    assert overdue_alerts([peek(told)], late, "Press A."), "some rules have no answer still"
    run(engine, "decisions", told, filled(tmp_path / "out", *["no"] * 9))
    assert overdue_alerts([peek(told)], late, "Press A.") == []


def test_a_day_that_there_is_not_stops_neither_poster_nor_next_session(engine: Engine, told: Path, tmp_path: Path) -> None:
    file = filled(tmp_path / "out", "Yes")
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))
    rows[1][rows[0].index("by_when")] = "2026-02-30"
    with file.open("w", encoding="utf-8", newline="") as into:
        csv.writer(into).writerows(rows)
    done = run(engine, "decisions", told, file, "--yes")
    assert done.exit_code == 0, done.output
    assert "“2026-02-30” is no date that can be read" in done.stderr
    assert "By when: 2026-02-30" in (tmp_path / "out" / "poster.html").read_text("utf-8")
    assert ("By when: 2026-02-30",) in [came.words for came in came_of_all(peek(told))]


def test_where_no_poster_can_be_written_the_answers_are_kept_and_that_is_said(
    engine: Engine, told: Path, tmp_path: Path
) -> None:
    done = run(engine, "decisions", told, filled(tmp_path / "out", "Yes"), "--out", told)
    assert done.exit_code == 1
    assert "The answers are kept with the record. The posters were not all written." in done.stderr
    assert [d.answer for d in peek(told).decisions] == ["yes"]


def test_an_answer_that_an_earlier_version_kept_opens_without_what_has_been_asked_for_since(plan: Plan) -> None:
    card = plan.cards[0]
    row = {"card": card.id, "answer": "yes", **dict.fromkeys(COLUMNS_BEFORE[1:], "then said")}
    decision = decision_of(row, {card.id: card})
    assert (decision.because, decision.review, decision.reads, decision.needs) == ("then said", "then said", "", "")


def test_without_a_file_the_answers_are_typed_in(engine: Engine, told: Path, tmp_path: Path) -> None:
    done = run(engine, "decisions", told, "--out", tmp_path / "wall", typed="y\nb\n\nWe agree.\nstop\n")
    assert done.exit_code == 0, done.output
    assert "Rule 1 of" in done.stdout
    assert "there are answers to 1 of" in done.stderr
    assert [d.because for d in peek(told).decisions] == ["We agree."]
    assert (tmp_path / "wall" / "poster.docx").is_file()
    ended = run(engine, "decisions", told, "--out", tmp_path / "wall", typed="n\n\n\nThe law.\n")
    assert ended.exit_code == 0, "the input ended in the middle of a rule"
    assert [d.answer for d in peek(told).decisions] == ["yes", "no"]


def test_where_nothing_was_typed_nothing_is_written(engine: Engine, told: Path, tmp_path: Path) -> None:
    before = told.read_bytes()
    done = run(engine, "decisions", told, "--out", tmp_path / "wall", typed="stop\n")
    assert done.exit_code == 1
    assert "Nothing was typed" in done.stderr
    assert told.read_bytes() == before
    assert not (tmp_path / "wall").exists()
