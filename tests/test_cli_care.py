"""verify, mend, delete and the warning about synced folders, as a facilitator or a script uses them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_cli import Run, run, voted  # noqa: F401 - fixtures

from codesign.cli import care, main


@pytest.fixture(autouse=True)
def no_onedrive(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        monkeypatch.delenv(name, raising=False)


def spoil(record: Path) -> bytes:
    data = record.read_bytes().replace(b'"title":"Test"', b'"title":"Tesd"')
    record.write_bytes(data)
    return data


def test_verify_says_that_all_is_well_or_lists_what_is_not(voted: Run, tmp_path: Path) -> None:  # noqa: F811
    good = voted("verify", "a.json")
    assert (good.exit_code, good.stdout) == (0, "a.json: whole, in no order that tells anything, no leftovers.\n")
    record = tmp_path / "a.json"
    (tmp_path / ".a.json.1.ab.tmp").touch()
    spoil(record)
    before = record.read_bytes()
    bad = voted("verify", "a.json")
    assert bad.exit_code == 1
    assert len(bad.stderr.splitlines()) == 2
    assert "changed outside this program" in bad.stderr
    assert ".a.json.1.ab.tmp" in bad.stderr
    assert record.read_bytes() == before


def test_a_damaged_record_is_mended_on_a_yes_and_its_summary_says_so(voted: Run, tmp_path: Path) -> None:  # noqa: F811
    record = tmp_path / "a.json"
    data = spoil(record)
    assert voted("close", "a.json").exit_code == 1
    asked = voted("mend", "a.json")
    assert asked.exit_code == 1
    assert "the set-up, 10 cards, 6 sealed ballots in the open round" in asked.stderr
    assert "--yes" in asked.stderr
    assert record.read_bytes() == data
    done = voted("mend", "a.json", "--yes")
    assert done.exit_code == 0
    aside = tmp_path / "a.json.damaged-1"
    assert str(aside) in done.stdout
    assert aside.read_bytes() == data
    assert voted("close", "a.json").exit_code == 0
    assert voted("review", "a.json", "--withhold-all").exit_code == 0
    assert voted("summary", "a.json", "--out", "out").exit_code == 0
    for name in ("summary.md", "summary.json"):
        assert "was damaged or changed outside the program" in (tmp_path / "out" / name).read_text("utf-8")
    assert "a.json.damaged-1" in voted("verify", "a.json").stderr


def test_a_broken_ballot_stops_the_close_until_it_is_left_out(voted: Run, tmp_path: Path) -> None:  # noqa: F811
    from codesign.store.record_bytes import pack, unpack

    record = tmp_path / "a.json"
    tables = unpack(record.read_bytes(), record)
    next(iter(tables["box"].values()))["sealed"] = "AAAA"
    record.write_bytes(pack(tables))
    refused = voted("close", "a.json")
    assert refused.exit_code == 1
    assert "1 of the sealed ballots and comments" in refused.stderr
    assert "--without-broken" in refused.stderr
    assert voted("close", "a.json", "--without-broken").exit_code == 0
    assert voted("review", "a.json", "--withhold-all").exit_code == 0
    assert voted("summary", "a.json", "--out", "out", "--format", "json").exit_code == 0
    assert json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))["caveats"] == [
        "1 sealed ballot or comment could not be opened and is not counted."
    ]


def test_delete_asks_for_a_typed_word(voted: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    silent = voted("delete", "a.json", text="delete\n")
    assert silent.exit_code == 1
    assert "--yes" in silent.stderr
    monkeypatch.setattr(care, "_asks", lambda: True)
    for typed in ("yes\n", "\n", ""):
        assert voted("delete", "a.json", text=typed).exit_code == 1
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before
    done = voted("delete", "a.json", text="delete\n")
    assert done.exit_code == 0
    assert "Copies may remain" in done.stdout
    assert str(tmp_path / "a.json") in done.stderr
    assert "….key" in done.stderr
    assert not any(file.stem in done.stderr for file in before if file.parent.name == "state"), "a number that stays shown"
    assert not (tmp_path / "a.json").exists()
    assert not list((tmp_path / "data" / "state").iterdir())


def test_delete_yes_is_for_scripts(voted: Run, tmp_path: Path) -> None:  # noqa: F811
    assert voted("delete", "a.json", "--yes").exit_code == 0
    assert not list(tmp_path.glob("*a.json*"))
    assert voted("delete", "a.json", "--yes").exit_code == 1


def test_a_letter_to_grandma_is_not_deleted(run: Run, tmp_path: Path) -> None:  # noqa: F811
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"PK\x03\x04 dear grandma")
    assert run("delete", "letter.docx", "--yes").exit_code == 1
    assert letter.exists()
    assert not (tmp_path / "letter.docx.lock").exists()


def test_a_record_in_a_synced_folder_is_warned_of_once_with_the_reason(run: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "Dropbox").mkdir()
    made = run("new", "starter", "--record", "Dropbox/a.json")
    assert made.exit_code == 0
    assert "Dropbox copies to other machines. It keeps every version" in made.stderr
    assert "Dropbox copies" not in run("verify", "Dropbox/a.json").stderr
    assert "copies to other machines" not in run("new", "starter", "--record", "b.json").stderr


def test_a_data_folder_in_a_synced_place_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(main, ["--data", str(tmp_path / "OneDrive" / "data"), "new", "starter", "--record", "a.json"])
    assert made.exit_code == 0
    assert "OneDrive copies" in made.stderr
