"""A file that the program reads at home and that can't be read is told of in a sentence; nothing ends by it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from course_kit import CODE, at_home

from codesign.core.near_here import Entry, NearHere
from codesign.course.pages import Act, Problem
from codesign.engine import Engine
from codesign.engine.board import keep_near_here
from codesign.store.places import Places


def _a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)


def _bytes(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x00\xff\xfe" * 40)


def _a_pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


SPOILT = [_a_folder, _bytes, *([_a_pipe] if hasattr(os, "mkfifo") else [])]
FILES: dict[str, Callable[[Places], Path]] = {
    "near here": lambda places: places.near_here,
    "house code": lambda places: places.house_code,
    "help lines": lambda places: places.data / "helplines.toml",
    "pools": lambda places: places.pools,
    "a plan": lambda places: places.plans / "ours.toml",
    "a record": lambda places: places.records / "notes-abcdefgh.json",
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_file_that_cannot_be_read_ended_the_program(engine: Engine, name: str, spoil: Callable[[Path], None]) -> None:
    spoil(FILES[name](engine.places))
    for row in ("start", "records", "plans", "tech-plan", "board", "learn"):
        play = at_home(engine).say(row)
        assert play.page
        play.leave()


def test_a_list_that_can_no_longer_be_read_ended_the_program_at_the_next_mark(engine: Engine) -> None:
    engine.house_code().set(CODE)
    for row, answer in (("tried", engine.help_lines().all[0].name), (Act("out", "0"), True)):
        keep_near_here(engine.places, NearHere(entries=(Entry(kind="person", name="Dana", checked_on="2026-11-24"),)))
        play = at_home(engine).say("board", "staff", CODE, row)
        _a_folder(engine.places.near_here)
        assert play.say(answer).at(Problem).sentence
        play.leave()
        engine.places.near_here.rmdir()
