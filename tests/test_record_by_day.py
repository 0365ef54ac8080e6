"""A record is named by its day: nobody types a file's name that says nothing."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from test_cli import BALLOTS, Run, run  # noqa: F401 - a fixture

TODAY = date.today().isoformat()


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:  # noqa: F811
    path = tmp_path / "data" / "records" / "notes-abc.json"
    assert run("new", "starter", "--record", str(path), "--title", "One").exit_code == 0
    return path


@pytest.mark.parametrize("name", [TODAY, "last"])
def test_a_session_goes_its_whole_way_by_its_day(run: Run, record: Path, tmp_path: Path, name: str) -> None:  # noqa: F811
    (tmp_path / "b.csv").write_text(BALLOTS, encoding="utf-8")
    assert run("records").stdout.startswith(f"{TODAY}\t")
    for args in (
        ["paper", name, "b.csv"],
        ["verify", name],
        ["before-they-come", name, "--out", "o"],
        ["close", name],
        ["review", name, "--withhold-all"],
        ["summary", name, "--out", "out", "--format", "json"],
        ["plans", "new", "next", "--from", name],
        ["delete", name, "--yes"],
    ):
        done = run(*args)
        assert done.exit_code == 0, (args, done.output)
    assert not record.exists()


def test_a_name_that_may_mean_two_is_refused_with_both_and_each_of_them_is_taken(run: Run, record: Path) -> None:  # noqa: F811
    run("new", "starter", "--record", str(record.with_name("notes-xyz.json")), "--title", "Two")
    names = [line.split("\t")[0] for line in run("records").stdout.splitlines()]
    refused = run("drop", "last", "--yes")
    assert refused.exit_code == 1
    assert all(name.startswith(f"{TODAY}-") and name in refused.stderr for name in names)
    assert run("drop", names[0], "--yes").exit_code == 0
    assert run("verify", names[1]).exit_code == 0


def test_a_copy_has_no_name_and_a_day_without_a_session_is_told(run: Run, record: Path) -> None:  # noqa: F811
    shutil.copy(record, record.with_name("notes-abc (copy).json"))
    assert sorted(line.split("\t")[0] for line in run("records").stdout.splitlines()) == ["(a copy)", TODAY]
    none = run("close", "2020-01-01")
    assert none.exit_code == 1
    assert "There is no record “2020-01-01”" in none.stderr


def test_a_file_of_that_name_comes_first(run: Run, record: Path, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "last").write_text("mine", encoding="utf-8")
    assert "last is not a record" in run("close", "last").stderr
