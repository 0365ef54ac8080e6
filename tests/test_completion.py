"""What a shell's Tab offers: commands, plans and records by their short names; and README says how to turn it on."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from test_cli import Run, run  # noqa: F401 - a fixture

from codesign.cli import main

TODAY = date.today().isoformat()
README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def offered(data: Path, *args: str) -> list[str]:
    """For the last of these words, which is being typed."""
    before, word = ["--data", str(data), *args[:-1]], args[-1]
    return [one.value for one in BashComplete(main, {}, "youth-codesign", "_X").get_completions(before, word)]


@pytest.fixture
def data(run: Run, tmp_path: Path) -> Path:  # noqa: F811
    run("new", "starter", "--record", str(tmp_path / "data/records/notes-abc.json"), "--title", "One")
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["ver"], ["verify"]),
        (["run", "start"], ["starter"]),
        (["plans", "show", "start"], ["starter"]),
        (["close", ""], [TODAY, "last"]),
        (["summary", "last", TODAY[:5]], [TODAY]),
        (["run", "--record", "la"], ["last"]),
        (["paper-form", "la"], ["last"]),
        (["close", "a.js"], ["a.js"]),
    ],
)
def test_names_are_offered_and_else_a_file(data: Path, words: list[str], names: list[str]) -> None:
    assert offered(data, *words) == names


def test_tab_told_of_a_mistyped_command_in_the_middle_of_a_line(data: Path) -> None:
    assert "run" in offered(data, "foo", "")


def test_tab_is_silent_where_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    assert offered(tmp_path / "data", "close", "x") == ["x"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_line_that_readme_gives_turns_it_on(shell: str) -> None:
    line = f"_YOUTH_CODESIGN_COMPLETE={shell}_source"
    assert line in README
    env = {**os.environ, "_YOUTH_CODESIGN_COMPLETE": f"{shell}_source"}
    start = "import sys; sys.argv[0] = 'youth-codesign'; from codesign.cli import main; main()"
    made = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, env=env)
    assert "youth-codesign" in made.stdout
