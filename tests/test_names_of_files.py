"""Names of files and folders as people and attackers give them: "~", nothing, a file for a folder, a line break."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from codesign.cli import main
from codesign.content.plans import find_plan
from codesign.core.errors import CodesignError
from codesign.course.shared_words import typed_path
from codesign.intake.files import NamedPath, named_path
from codesign.store.disk import real


def call(*args: str, data: str = "") -> Result:
    result = CliRunner().invoke(main, list(args), env={"CODESIGN_DATA": data or None})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Something in the program broke" not in result.output
    return result


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and another folder to be in."""
    (tmp_path / "home").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_tilde_made_a_folder_of_that_name(home: Path) -> None:
    assert call("--data", "~/d", "new", "starter", "--record=~/d/records/a.json").exit_code == 0
    assert call("new", "~/none.toml", "--record", "b.json", data="~/e").exit_code == 1
    assert call("records", data="~/d").stdout.endswith(f"\t{home}/d/records/a.json\n")
    assert call("demo", "--out=~/out", data="~/d").exit_code == 0
    assert (home / "out" / "summary.docx").exists()
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("args", [["--data", "", "records"], ["verify", ""], ["new", "starter", "--record="]])
def test_an_empty_name_was_taken_for_the_folder_one_is_in(args: list[str]) -> None:
    assert call(*args).exit_code == 2


LOST: dict[str, Callable[[Path], object]] = {
    "a file": lambda path: path.write_text("mine"),
    "a pipe": os.mkfifo,
    "a link to nowhere": lambda path: path.symlink_to("gone"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to a file": lambda path: (path.with_name("f").write_text(""), path.symlink_to("f")),
    "in a file": lambda path: path.parent.rmdir() or path.parent.write_text("mine"),
    "in a link to nowhere": lambda path: path.parent.rmdir() or path.parent.symlink_to("gone"),
}


@pytest.mark.parametrize("kind", LOST)
@pytest.mark.parametrize("folder", ["", "records", "plans", "state"])
def test_a_data_folder_that_is_none_passed_for_an_empty_one(home: Path, folder: str, kind: str) -> None:
    path = home / "data" / folder / "x" if not folder else home / "data" / folder
    path.parent.mkdir(parents=True)
    LOST[kind](path)
    data = str(path if not folder else home / "data")
    for command in ("records", "new starter --record a.json"):
        result = call("--data", data, *command.split())
        assert result.exit_code == 1, command
        assert "nothing was changed" in result.output
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_data_folder_that_may_not_be_read_passed_for_an_empty_one(home: Path) -> None:
    (home / "data" / "records").mkdir(parents=True)
    (home / "data" / "records").chmod(0)
    assert "can't be read" in call("--data", str(home / "data"), "records").output


NASTY = {
    "a\nAll is well.json": r"a\nAll is well.json",
    "a\rb": r"a\rb",
    "a\x1b[2Jb": r"a\x1b[2Jb",
    "a\tb": r"a\tb",
    "a\u2028b": r"a\u2028b",
    "a\u202eb": r"a\u202eb",
    "a\udcffb": r"a\udcffb",
    "a\x85b": r"a\x85b",
    "añ 家 👩\u200d👧": "añ 家 👩\u200d👧",
}


@pytest.mark.parametrize("name", NASTY)
def test_a_line_break_in_a_name_began_a_line_of_its_own(name: str) -> None:
    shown = NASTY[name]
    path = named_path(name)
    assert (f"{path}", str(path), os.fspath(path)) == (shown, name, name)
    for derived in (
        path.absolute(),
        real(path),
        path / "x",
        path.with_name(f"{name}.lock"),
        typed_path(name),
        path.parent / name,
    ):
        assert isinstance(derived, NamedPath)
        assert shown in f"{derived}"
    with pytest.raises(CodesignError) as refused:
        find_plan(f"sub/{name}", Path("data"))
    assert shown in str(refused.value)


@pytest.mark.parametrize("name", [name for name in NASTY if name != "a\udcffb"])
def test_a_line_break_in_a_records_name_began_a_line_of_its_own(name: str) -> None:
    shown = NASTY[name]
    assert shown in call("--data", "d", "verify", name).output
    assert f"{shown}: round 1 is open" in call("--data", "d", "new", "starter", "--record", name).output
    assert Path(name).exists()
    assert Path(f"{name}.lock").exists()
    aside = Path(f"{name}.damaged-1")
    aside.write_bytes(b"")
    assert call("--data", "d", "delete", name, "--yes").exit_code == 0
    assert not aside.exists()
    Path(name).write_text('{"meta":{"1":{"session":7}}', encoding="utf-8")
    for command in ("verify", "mend", "delete"):
        assert shown in call("--data", "d", command, name).output.replace("\n" + shown, shown)


def test_a_line_break_in_a_plans_name_began_a_line_of_its_own() -> None:
    folder = Path("d/plans")
    folder.mkdir(parents=True)
    words = 'title = "T"\npurpose = ""\nminutes = 9\n[[card]]\nrule = "PH-2"\n'
    (folder / "a\nb.toml").write_text(words, encoding="utf-8")
    assert "a\\nb\t1 cards" in call("--data", "d", "plans").stdout
    assert "There are: a\\nb, " in call("--data", "d", "plans", "show", "qqqqqq").stderr


def test_one_link_to_nowhere_hid_every_record() -> None:
    assert call("--data", "d", "new", "starter", "--record", "d/records/a.json").exit_code == 0
    Path("d/records/b.json").symlink_to("nowhere")
    result = call("--data", "d", "records")
    assert result.exit_code == 0
    assert "a.json" in result.stdout
    assert "There is no record" in result.stderr
    assert call("--data", "d", "verify", "last").exit_code == 0


@pytest.mark.parametrize("dragged", ['"{}"', "'{}' ", "{}"])
def test_a_file_that_was_dragged_into_the_terminal_was_not_found(tmp_path: Path, dragged: str) -> None:
    path = tmp_path / "Our policy (2).docx"
    path.write_bytes(b"")
    assert typed_path(dragged.format(path)) == path


@pytest.mark.skipif(os.name == "nt", reason="a backslash parts folders there")
def test_a_backslash_before_each_blank_is_the_terminals_own(tmp_path: Path) -> None:
    path = tmp_path / "Our policy (2).docx"
    path.write_bytes(b"")
    assert typed_path(str(path).replace(" ", r"\ ").replace("(", r"\(").replace(")", r"\)") + " ") == path
    (odd := tmp_path / r"a\ b").write_bytes(b"")
    assert typed_path(str(odd)) == odd, "a file of that very name comes first"
