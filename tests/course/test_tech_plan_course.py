"""My tech plan page by page, as values: no way past a limit's guards, a no that leads to a second look, and nothing kept."""

import logging
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from course_kit import CODE, Played, at_home

from codesign import crash
from codesign.cli import main
from codesign.core.tech_plan import HELPS, USES
from codesign.course import pages
from codesign.course.pages import Menu, Question
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.phrases.tech_plan import HELP_WORDS, LACKS, SECOND_LOOK
from codesign.store import disk
from codesign.words import speaking

CANARY = "axolotlsong"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="a file without a name")


def begun(engine: Engine) -> Played:
    """At the first page, behind a code that was set just now."""
    return at_home(engine).say("tech-plan", CODE, CODE, None)


def now(play: Played, language: str = "en") -> Menu | Question | pages.Sure:
    """The page in a language, as a view makes it."""
    with speaking(language):
        return play.at(pages.Spoken).make()


def question(play: Played) -> str:
    page = now(play)
    assert isinstance(page, Question), page
    return page.question


def menu(play: Played) -> Menu:
    page = now(play)
    assert isinstance(page, Menu), page
    return page


def agreeing(engine: Engine, *words: str) -> Played:
    """At “What we agree”."""
    play = begun(engine).say(words[0] if words else "Sky", "family", "work", "next", *(words[1:4] or ("", "", "")))
    assert menu(play).choices[0].words == HELP_WORDS["none"]
    return play


WHOLE_LIMIT = ("No phone after 11 pm", "part", "calls at 3 am", "phone on silent", "", "", "", "Dana")


def with_days(play: Played) -> Played:
    """Every day is taken as it is proposed."""
    while isinstance(page := now(play), Question) and page.place == "plan-day":
        play.say(page.value)
    return play


def to_the_folder(engine: Engine, canary: str = CANARY, opinion: str = "2") -> Played:
    play = agreeing(engine, canary, canary, canary, canary).say("times", canary, "limit", "next", canary, "1", canary, canary)
    with_days(play).say(canary, "next")
    with_days(play).say("worker", canary, "also", canary, "next", opinion, canary)
    assert now(play).place == "folder"
    return play


def test_the_code_of_the_laptop_stands_before_it_and_is_asked_for_the_next_time(engine: Engine) -> None:
    play = at_home(engine).say("tech-plan")
    assert "Nobody has set a code" in play.at(pages.Question).lines[0]
    play.say(CODE, CODE)
    assert len(play.at(pages.FourWords).words.split()) == 4
    assert "Hide makes all of it go" in now(play.say(None)).lines[0]
    play.say(None)  # nothing was said: home at once
    assert play.say("tech-plan").at(pages.Question).secret
    assert play.say("000001").at(pages.Question).problem
    assert now(play.say(CODE)).place == "plan-line"


def test_who_hid_the_four_words_was_sent_to_a_command_though_they_open_it_already(engine: Engine) -> None:
    play = at_home(engine).say("tech-plan", CODE, CODE).hide()
    assert "The four words from the set-up open it too." in play.at(pages.Question).lines[0]


def test_the_code_of_the_laptop_can_be_forgotten(engine: Engine) -> None:
    begun(engine)
    assert engine.house_code().is_set
    data = ["--data", str(engine.places.data), "forget-code"]
    assert CliRunner().invoke(main, data).exit_code == 1
    assert engine.house_code().is_set
    assert CliRunner().invoke(main, [*data, "--yes"]).exit_code == 0
    assert not engine.house_code().is_set


def test_a_covered_plan_opened_to_whoever_set_a_new_code_after_the_old_one_was_forgotten(engine: Engine) -> None:
    play = begun(engine).say("Sky")
    CliRunner().invoke(main, ["--data", str(engine.places.data), "forget-code", "--yes"])
    assert play.walk_off().at(Question).question == "Facilitator's code", "no new one is asked for"
    engine.house_code().set_with_words("246802")
    play.say("246802")
    assert play.at(Question).problem
    engine.house_code().check("246802")  # a wrong try at the old one put nothing in the place of the new one
    play.say(CODE)
    assert menu(play).choices[0].id == USES[0]


def test_six_pages_lead_to_two_papers_and_back_home(engine: Engine, tmp_path: Path) -> None:
    play = agreeing(engine).say("none", "next")
    with_days(play)
    assert [row.id for row in menu(play).choices] == ["worker", "lawyer", "family", "also"]
    play.say("worker", "Dana 555-0142", "next")
    assert [row.words for row in menu(play).choices] == ["I agree.", "I agree with a part.", "I don't agree."]
    play.say("0", "", str(tmp_path / "out"))
    assert "Nothing of the plan is left here." in play.at(pages.ToRead).blocks()[-1].lines
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        *("plan-file.docx", "plan-file.html", "plan-pocket.docx", "plan-pocket.html"),
    ]
    assert play.say("on").at(Menu).place == "home"
    assert engine.records() == []


def test_marks_are_set_and_taken_out_and_nothing_extra_stands_alone(engine: Engine) -> None:
    play = begun(engine).say("Sky")
    assert [row.marked for row in menu(play.say("work", "work", "calm")).choices] == [use == "calm" for use in USES]
    play.say("next", "", "", "")
    assert menu(play.say("next")).alerts, "something is agreed on, if only that nothing extra is needed"
    play.say("times", "till 11", "near", "Dana", "none")
    assert [row.id for row in menu(play).choices if row.marked] == ["none"]
    play.say("times", None)
    assert not [row.id for row in menu(play).choices if row.marked], (
        "gone back from: not marked, and nothing stands in its place"
    )


def test_a_limit_is_not_left_forwards_before_it_is_whole(engine: Engine) -> None:
    play = agreeing(engine).say("limit", "next")
    fields = ("what", "how-much", "why-now", "tried", "starts", "ends", "review")
    play.say(None)
    assert [row.about for row in menu(play).choices] == ["Needed."] * 7 + [""]
    assert menu(play.say("next")).alerts == (LACKS["what"], LACKS["how-much"])
    for n, field in enumerate(row.id for row in menu(play).choices[:-1]):
        assert menu(play.say("next")).alerts[0] == LACKS[fields[n]]  # type: ignore[index]
        play.say(field)
        play.say("1") if field == "how_much" else play.say("something") if n < 4 else with_days(play)
    assert question(play.say("next")) == "We look at all of it again on"


@pytest.mark.parametrize(
    ("field", "day", "lacks"),
    [("ends", "2026-12-31", "ends-late"), ("review", "2026-12-20", "review-late"), ("starts", "2026-12-20", "starts-late")],
)
def test_a_limit_that_lasts_too_long_is_told_so(engine: Engine, field: str, day: str, lacks: str) -> None:
    play = agreeing(engine).say("limit", "next", *WHOLE_LIMIT[:1], "1", *WHOLE_LIMIT[2:4])
    with_days(play).say("Dana", field, day, "next")
    assert LACKS[lacks] in menu(play).alerts  # type: ignore[index]
    assert menu(play).choices[menu(play).here].id == field


def test_who_wrote_no_day_was_sent_to_leave_it_empty_which_is_refused(engine: Engine) -> None:
    play = agreeing(engine).say("limit", "next", "All", "0", "why", "tried")
    for said in ("soon", "2020-01-01", ""):
        problem = now(play.say(said)).problem  # type: ignore[union-attr]
        assert problem.startswith(("Write a day", "January 1, 2020 is over"))
        assert not {"empty", "nothing"} & set(problem.strip(".").split())


def test_a_full_stop_is_looked_at_within_a_week(engine: Engine) -> None:
    play = agreeing(engine).say(
        "limit", "next", "All", "0", "why", "tried", "2026-11-24", "2026-12-20", "2026-12-02", "", "next"
    )
    assert menu(play).alerts == (LACKS["full-review-late"],)
    assert question(play.say("review", "2026-12-01", "next")) == "We look at all of it again on"
    assert now(play.say("2027-02-01")).problem, "and the plan itself within a month"  # type: ignore[union-attr]


def test_a_no_is_told_what_follows_and_both_papers_say_so(engine: Engine, tmp_path: Path) -> None:
    play = agreeing(engine).say("none", "next")
    with_days(play).say("next", "2")
    assert "72 hours" in now(play).lines[0]
    play.say("It is unfair", str(tmp_path / "out"))
    for name in ("plan-file.html", "plan-pocket.html"):
        assert f"{SECOND_LOOK}, by " in (tmp_path / "out" / name).read_text("utf-8")


def test_who_agrees_with_a_part_is_asked_which(engine: Engine) -> None:
    play = with_days(agreeing(engine).say("none", "next")).say("next", "1")
    assert "which part" in now(play).lines[0]
    assert now(play.say(None, "0")).lines == ("Leave it empty if you like.",)


def test_the_papers_are_in_the_language_of_the_last_page(engine: Engine, tmp_path: Path) -> None:
    play = to_the_folder(engine)
    assert now(play, "es").question == "Carpeta"  # type: ignore[union-attr]
    play.say(str(tmp_path / "out"))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        f"plan-{which}.es.{ending}" for which in ("file", "pocket") for ending in ("docx", "html")
    }


def test_every_page_can_be_gone_back_from_and_keeps_what_was_said(engine: Engine) -> None:
    play = to_the_folder(engine)
    seen = []
    while len(seen) < 20 and not isinstance(now(play), pages.Sure):
        seen.append(now(play).title.split(", ")[1][0])
        play.say("back" if isinstance(now(play), Menu) else None)
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == set("123456")
    assert now(play.say(False)).value == CANARY  # type: ignore[union-attr]
    assert play.say(None, True).at(Menu).place == "home"


# Never kept


def test_hide_makes_all_of_it_go(engine: Engine) -> None:
    play = to_the_folder(engine).hide()
    assert play.at(Menu).place == "home"
    assert now(play.say("tech-plan", CODE)).value == ""  # type: ignore[union-attr]


def test_a_page_that_nobody_touches_is_covered_and_the_code_brings_it_back(engine: Engine) -> None:
    play = to_the_folder(engine).walk_off()
    assert play.at(pages.Question).secret
    assert now(play.say(CODE)).place == "folder"
    assert play.walk_off().say(None).at(Menu).place == "home"
    assert now(play.say("tech-plan", CODE)).value == ""  # type: ignore[union-attr]


def holding(folder: Path) -> set[str]:
    """The files in which the words can be read, in the folder and all below it; names count too."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = {path for path in files if CANARY.encode() in path.read_bytes() or CANARY in path.name}
    return {str(path.relative_to(folder)) for path in found}


_opened: list[str] = []


def _listen(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        _opened.append(str(args[0]))
    elif event == "os.link":
        _opened.append(str(args[1]))


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every file that is opened to be written to from now on, with all folders that a program writes to below one."""
    for name in ("HOME", "TMPDIR", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
        (tmp_path / name.lower()).mkdir()
    if not getattr(sys, "_listens", False):
        sys.addaudithook(_listen)
        sys._listens = True  # type: ignore[attr-defined]
    _opened.clear()
    yield _opened
    _opened.clear()


def test_nothing_is_written_but_the_two_papers(
    engine: Engine, tmp_path: Path, written: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    out = tmp_path / "out"
    play = to_the_folder(engine)
    assert holding(tmp_path) == set(), "no draft"
    assert not [name for name in written if "house.code" not in name]
    play.say(str(out), "on")
    papers = {f"plan-{which}.{ending}" for which in ("file", "pocket") for ending in ("docx", "html")}
    assert {Path(name).name for name in written if "house.code" not in name and Path(name).is_file()} == papers
    assert {*map(str, out.iterdir())} <= set(written)
    assert not [name for name in written if ".tmp" in name and "house.code" not in name]
    assert holding(tmp_path) == {f"out/plan-{which}.html" for which in ("file", "pocket")}
    assert CANARY not in caplog.text


@pytest.mark.parametrize("begun", [pytest.param(0, marks=LINUX), 1])
@pytest.mark.parametrize("at", range(4))
def test_a_kill_in_the_middle_leaves_no_hidden_file(
    engine: Engine, tmp_path: Path, at: int, begun: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor the beginning of one, where a file can be written before it has a name; elsewhere that stands under its own name,
    where a person sees it, and another try writes all of it beside that."""
    out = tmp_path / "out"
    if begun:
        monkeypatch.setattr(disk, "_UNNAMED", 0)
    play = to_the_folder(engine)
    if not (child := os.fork()):
        count, write = iter(range(9)), os.write

        def half(fd: int, data: bytes) -> int:
            if next(count) == at:
                write(fd, data[: len(data) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return write(fd, data)

        os.write = half  # type: ignore[assignment]
        play.say(str(out))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert all(path.name.startswith("plan-") for path in out.iterdir())
    assert len(list(out.iterdir())) == at + begun
    assert holding(tmp_path) <= {f"out/{path.name}" for path in out.iterdir()}


@pytest.mark.parametrize("at", range(4))
def test_a_full_disk_leaves_nothing_and_the_plan_waits(
    engine: Engine, tmp_path: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = to_the_folder(engine)
    count, write = iter(range(9)), os.write

    def full(fd: int, data: bytes) -> int:
        if next(count) >= at:
            raise OSError(28, "No space left on device")
        return write(fd, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        play.say(str(tmp_path / "out"))
    assert "disk is full" in now(play).problem  # type: ignore[union-attr]
    assert holding(tmp_path) == set()
    play.say(str(tmp_path / "stick"))
    assert holding(tmp_path) == {f"stick/plan-{which}.html" for which in ("file", "pocket")}


def test_a_defect_tells_no_word_of_it(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_named: object) -> None:
        raise ValueError(CANARY)

    play = to_the_folder(engine)
    monkeypatch.setattr("codesign.engine.tech_plan.plan_files", broken)
    with pytest.raises(ValueError, match=CANARY) as defect:
        play.say(str(tmp_path / "out"))
    assert CANARY not in crash.told(defect.value)
    assert holding(tmp_path) == set()


def test_a_plan_never_comes_near_a_vote(engine: Engine) -> None:
    """No record is opened for it, and none could be: it is handed no session."""
    opened: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OpenSession, "__init__", lambda *args, **_named: opened.append(args))
        to_the_folder(engine)
    assert opened == []


def test_nothing_real_is_typed_where_it_would_stay(engine: Engine) -> None:
    from course_kit import no_demo

    from codesign.course.around import Around
    from codesign.course.home import Home

    play = Played(Home(engine, Around(engine), no_demo, in_lines=True, refused="It would stay.").run()).say("tech-plan")
    assert "It would stay." in play.at(pages.Problem).sentence
    assert play.say(None).at(Menu).place == "home"


def test_all_that_can_be_agreed_on_can_be_chosen(engine: Engine) -> None:
    assert tuple(row.id for row in menu(agreeing(engine)).choices) == HELPS
