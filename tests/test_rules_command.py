"""The adopted rules by the command and in the app: of which records, what is refused, and what the room reads."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_decisions_kept import filled, six

from codesign.cli import main
from codesign.core.session import Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.answers import answers
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession

NAMES = [
    *(f"our-rules.{ending}" for ending in ("docx", "html", "md", "es.docx", "es.html", "es.md")),
    *(f"our-rules-wall.{ending}" for ending in ("docx", "html", "es.docx", "es.html")),
]


def told(engine: Engine, folder: Path, *said: str, day: str = "2026-05-02", made_up: bool = False) -> Path:
    """The record of a session of six on this day, with these answers from its first rule on."""
    plan = engine.plan("fifteen-minutes")
    setup = Setup(title="Elm house", day=day, audience="Maria", answer_by="2026-12-24", made_up=made_up)
    with engine.start(plan, setup, Thresholds(), ballots=six(plan)) as opened:
        opened.close_round()
        for comment in opened.read().comments:
            opened.review(comment.id, Review("theme"))
        opened.write_summary(folder / opened.path.stem, ["csv"])
        if said:
            opened.keep_decisions(opened.look_at_decisions(filled(folder / opened.path.stem, *said)))
        return opened.path


def rules(engine: Engine, *args: object) -> Result:
    return CliRunner().invoke(main, ["--data", str(engine.places.data), "rules", *map(str, args)])


def test_the_rules_were_written_nowhere(engine: Engine, tmp_path: Path) -> None:
    path = told(engine, tmp_path, "yes", "yes, with changes", "no")
    done = rules(engine, path, "--out", tmp_path / "rules")
    assert done.exit_code == 0, done.stderr
    assert [Path(line).name for line in done.stdout.splitlines()] == NAMES
    session = engine.open(path)
    with session as opened:
        first, second, *_rest = opened.read().told_cards
    assert f"“{second.rule}”: The team said yes, with changes." in done.stderr
    text = (tmp_path / "rules" / "our-rules.md").read_text("utf-8")
    assert first.rule[:20] in text
    again = rules(engine, path, "--out", tmp_path / "rules")
    assert again.stdout == done.stdout, "the same rules are the same files"
    larger = rules(engine, path, "--out", tmp_path / "rules", "--paper", "a3")
    assert "our-rules-wall-2.docx" in larger.stdout


def test_the_newest_of_several_records_counts(engine: Engine, tmp_path: Path) -> None:
    old = told(engine, tmp_path, "yes", "yes", day="2026-01-05")
    new = told(engine, tmp_path, "no", day="2026-05-02")
    for named in ((old, new), (new, old)):
        done = rules(engine, *named, "--out", tmp_path / "rules")
        assert done.exit_code == 0, done.stderr
        assert "The team said yes to this rule once." in done.stderr
    assert len(list((tmp_path / "rules").iterdir())) == len(NAMES), "the order in which they are named changes nothing"


@pytest.mark.parametrize("why", ["unanswered", "twice", "made up", "missing", "empty"])
def test_what_can_not_be_written_is_refused_and_nothing_is_there(engine: Engine, tmp_path: Path, why: str) -> None:
    path = told(engine, tmp_path, *(["yes"] if why != "unanswered" else []))
    other = told(engine, tmp_path, "yes", made_up=True) if why == "made up" else path
    named = {"unanswered": (path,), "twice": (path, path), "made up": (path, other), "missing": (tmp_path / "no",), "empty": ()}
    refused = rules(engine, *named[why], "--out", tmp_path / "rules")
    assert refused.exit_code == (2 if why == "empty" else 1)
    said = {"unanswered": "has not answered yet", "twice": "are the same session", "made up": "is made up, and others are not"}
    assert said.get(why, "") in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "rules").exists()


def at_answers(opened: OpenSession, *said: object) -> list[pages.Page]:
    """The pages of the answers' part, answered one after another."""
    course, found = answers(opened, "2026-11-24"), []
    found.append(next(course))
    for answer in said:
        found.append(course.send(answer))
    return found


def test_after_the_answer_the_room_reads_the_rules_and_they_are_written(engine: Engine, tmp_path: Path) -> None:
    with engine.open(told(engine, tmp_path, "yes", "no")) as opened:
        menu, page, _menu, folder, written = at_answers(opened, "rules", "on", "write", str(tmp_path / "rules"))
        assert isinstance(menu, pages.Menu)
        assert {"kept", "rules", "write"} <= {choice.id for choice in menu.choices}
        assert isinstance(page, pages.ToRead)
        assert (page.place, page.speaks) == ("our-rules", True)
        words = [line for block in page.blocks() for line in (block.title, *block.lines)]
        assert f"{opened.read().told_cards[0].rule} 9 pm." in words
        assert "Who can change them: Maria" in words
        assert isinstance(folder, pages.Question)
        assert isinstance(written, pages.ToRead)
        assert sorted(file.name for file in (tmp_path / "rules").iterdir()) == sorted(NAMES)


def test_before_the_answer_there_are_no_rules_to_read(engine: Engine, tmp_path: Path) -> None:
    with engine.open(told(engine, tmp_path)) as opened:
        (menu,) = at_answers(opened)
        assert isinstance(menu, pages.Menu)
        assert not {"kept", "rules", "write"} & {choice.id for choice in menu.choices}
