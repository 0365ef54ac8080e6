"""The next session opens with what was kept, late and dropped; what was kept staff say with one key."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace
from test_rules_command import at_answers, told

from codesign.core.session import Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.around import Around
from codesign.course.last_time import last_time
from codesign.course.plans import PlansDesk
from codesign.course.session import InSession
from codesign.engine import Engine
from codesign.store.shelf import peek

LATER = "2027-02-01"


def words(page: object) -> list[str]:
    assert isinstance(page, pages.ToRead)
    return [line for block in page.blocks() for line in (block.title, *block.lines) if line]


def promised(engine: Engine, folder: Path, *by_when: str) -> Path:
    """A record whose first rules were answered with yes, due on these days."""
    path = told(engine, folder, *["yes"] * len(by_when))
    with engine.open(path) as opened:
        taken = opened.look_at_decisions(folder / path.stem / "back.csv")
        due = zip(taken.decisions, by_when, strict=True)
        opened.keep_decisions(replace(taken, decisions=tuple(replace(d, by_when=day) for d, day in due)))
    return path


def test_last_time_tells_kept_late_and_dropped(engine: Engine, tmp_path: Path) -> None:
    path = promised(engine, tmp_path, "2026-12-24", "2027-05-01", "2026-12-01", "")
    with engine.open(path) as opened:
        taken = opened.look_at_decisions(tmp_path / path.stem / "back.csv")
        first, second, third, fourth = taken.decisions
        opened.keep_decisions(replace(taken, decisions=(first, second, fourth)))
        opened.mark_kept(first.card)
        session = opened.read()
    assert session.promises.dropped == (third.card,)
    said = words(last_time(session, LATER))
    assert "Kept: 1 · Dropped: 1 · Not due yet: 1 · No day named: 1" in said
    assert "The program knows the days. What was done, only people know: staff say it." in said
    for sentence in ("Kept. Staff say that it is done.", "Dropped. The team said yes once, and took it back.", "Not due yet."):
        assert said.count(sentence) == 1
    assert "Late. It was due: December 1, 2026. Nobody has said that it is done." not in said
    assert not any("Kept" in line for line in words(last_time(session))), "without a day nothing is measured"
    assert engine.verify(path) == []


def test_one_key_marks_a_promise_as_kept_and_takes_it_back(engine: Engine, tmp_path: Path) -> None:
    path = promised(engine, tmp_path, "2026-05-10", "2026-05-11")
    with engine.open(path) as opened:
        first = opened.read().decisions[0].card
        _menu, due, marked, again, menu = at_answers(opened, "kept", first, first, "on")
        assert isinstance(due, pages.Menu)
        assert [choice.id for choice in due.choices] == ["on", *(d.card for d in opened.read().decisions)]
        assert "Late. It was due:" in due.choices[1].about
        assert isinstance(marked, pages.Menu)
        assert (marked.choices[1].about, marked.here) == ("Kept. Staff say that it is done.", 1)
        assert isinstance(again, pages.Menu)
        assert again.choices == due.choices
        assert isinstance(menu, pages.Menu)
        opened.mark_kept(first)
    assert peek(path).promises.kept == (first,)


def of_the_next(engine: Engine) -> tuple[InSession, Session]:
    plan = engine.plan("fifteen-minutes")
    opened = engine.start(plan, Setup(title="Elm house", day=engine.today().isoformat()), Thresholds())
    return InSession(engine, opened, Around(engine), PlansDesk(engine)), opened.read()


def test_the_next_session_asks_staff_first_what_was_kept_and_its_own_record_stays(engine: Engine, tmp_path: Path) -> None:
    path = promised(engine, tmp_path, "2026-05-10", "2027-05-11")
    session, before = of_the_next(engine)
    part = session._last_time()
    assert isinstance(next(part), pages.Sure)
    due = part.send(True)
    assert isinstance(due, pages.Menu)
    assert due.title == "What was promised"
    part.send(due.choices[1].id)
    page = part.send("on")
    assert "Kept: 1 · Not due yet: 3" in words(page), "two rules have no answer, which is not due either"
    assert peek(path).promises.kept == (due.choices[1].id,)
    assert session.opened.read() == before
    session.leave()


def test_where_nothing_is_due_or_the_record_is_gone_the_room_reads_it_at_once(engine: Engine, tmp_path: Path) -> None:
    path = promised(engine, tmp_path, "2027-05-10")
    session, _before = of_the_next(engine)
    part = session._last_time()
    next(part)
    assert isinstance(part.send(True), pages.ToRead)
    session.leave()
    late = Engine(engine.places, lambda: date(2027, 6, 1))
    session, _before = of_the_next(late)
    part = session._last_time()
    next(part)
    with late.open(path):  # it is open elsewhere
        assert isinstance(part.send(True), pages.Problem)
        assert isinstance(part.send(None), pages.ToRead)
    session.leave()
