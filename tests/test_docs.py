"""README is true: its commands, keys, options, pictures and folders are the program's."""

import re
from pathlib import Path

import click
import pytest

from codesign.cli import main
from codesign.tui.keys import EVERYWHERE, PLACES

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text("utf-8")


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_every_command_is_in_the_readme_and_every_one_there_exists() -> None:
    told = set(re.findall(r"`youth-codesign ([a-z][a-z-]*)", section("Commands")))
    assert told == set(main.list_commands(click.Context(main)))


def test_every_option_named_in_the_readme_exists() -> None:
    for command, rest in re.findall(r"`youth-codesign ([a-z][a-z-]*)([^`]*)`", README):
        found = main.get_command(click.Context(main), command)
        assert found is not None
        if isinstance(found, click.Group) and (below := re.match(r" ([a-z]+)", rest)):
            found = found.commands[below[1]]
        options = {name for p in found.params for name in p.opts} | {"--help"}
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in options, f"{command} {option}"


def test_every_key_of_a_turn_is_in_the_key_table() -> None:
    table = section("Keys")
    told = set(re.findall(r"(?:F\d|Ctrl\+[A-Z]|[A-Z0-9?←↑↓]|Enter|Tab|A-F|a-h)(?=[ |])", table))
    needed = {
        k.shown for k in (*PLACES["card"], *EVERYWHERE, *PLACES["hand-over"]) if k.action not in ("read_on", "leave_line")
    }
    for shown in needed:
        assert all(part in told for part in ([*shown] if shown == "↑↓" else shown.split())), shown
    for key in EVERYWHERE:
        for name in key.keys.split(","):
            assert name.title().replace("Ctrl+", "Ctrl+") in table


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^)]+\.svg)\)", README))))
def test_every_picture_is_there(path: str) -> None:
    assert (TOP / path).is_file()


def test_every_folder_named_is_there() -> None:
    for path in re.findall(r"^\| `((?:codesign|sessions|tests)/[^`]*)`", section("Contribute"), re.MULTILINE):
        assert (TOP / path).exists(), path


def test_every_part_of_the_package_has_its_place_in_the_layout() -> None:
    told = section("Contribute")
    for part in (TOP / "codesign").iterdir():
        if not part.name.startswith("_"):
            assert re.search(rf"^\|.*`(codesign/)?{re.escape(part.name)}/?`.*\|", told, re.MULTILINE), part.name


def test_ci_runs_the_readmes_own_test_command() -> None:
    command = re.search(r"^python3 -m venv \.venv && .*pytest$", README, re.MULTILINE)
    assert command
    assert "grep -m1 -E '^python3 -m venv" in (TOP / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize(
    ("lock", "source", "last"),
    [("requirements.lock", ".", "youth-codesign demo"), ("requirements-dev.lock", "-e .", "python -m pytest")],
)
def test_both_install_lines_take_what_is_locked(lock: str, source: str, last: str) -> None:
    """One line each. Hashes and an editable project can't stand in one call of pip, so there are two."""
    assert (TOP / lock).is_file()
    calls = [f"pip install -r {lock}", f"pip install --no-deps --no-build-isolation {source}", last]
    assert "\n" + " && ".join(["python3 -m venv .venv", *(f".venv/bin/{call}" for call in calls)]) + "\n" in README
    assert "\n" + "; ".join(["py -m venv .venv", *(f".venv\\Scripts\\{call}" for call in calls)]) + "\n" in README


def test_every_script_of_ci_that_is_named_is_there() -> None:
    named = set(re.findall(r"`bash (\.ci/[a-z]+)", README))
    assert named == {f".ci/{path.name}" for path in (TOP / ".ci").iterdir()}


def test_the_top_level_is_the_fixed_one() -> None:
    import subprocess

    tracked = subprocess.run(["git", "ls-files"], cwd=TOP, capture_output=True, text=True).stdout.split()
    if not tracked:
        pytest.skip("not a git checkout")
    top = {name.split("/")[0] for name in tracked}
    assert {name for name in top if not name.startswith(".")} == {
        "codesign",
        "sessions",
        "tests",
        "pyproject.toml",
        "requirements.lock",
        "requirements-dev.lock",
        "README.md",
        "LICENSE",
    }


def test_every_dependency_has_its_reason() -> None:
    project = (TOP / "pyproject.toml").read_text("utf-8")
    listed = project.split("dependencies = [\n")[1].split("\n]")[0]
    for line in listed.splitlines():
        assert re.search(r'",\s+# \w+', line), line


def test_a_file_that_is_named_had_moved() -> None:
    """By its whole path, or by its end beside another of its folder."""
    rooms = (TOP / room for room in ("codesign", "sessions", "tests"))
    files = ["pyproject.toml", *(path.relative_to(TOP).as_posix() for room in rooms for path in room.rglob("*.*"))]
    named = set(re.findall(r"`((?:[a-z_]+/)*[a-z_.]+\.(?:py|tcss|json|toml))`", section("Contribute")))
    assert len(named) > 60
    assert {name for name in named if not any(f"/{file}".endswith(f"/{name}") for file in files)} == set()
