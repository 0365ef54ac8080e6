"""Writing: which files, in which order, and what is left when it goes wrong."""

from pathlib import Path

import pytest
from samples import put, small_group

from codesign.core.errors import CodesignError
from codesign.documents import write as module
from codesign.documents.summary.build import build
from codesign.documents.write import FORMATS, write

SUMMARY = build(small_group())

CHECKS = ["youth-check.docx", "youth-check.html", "youth-check.es.docx", "youth-check.es.html"]


def test_all_formats_when_none_is_named(tmp_path: Path) -> None:
    files = write(SUMMARY, tmp_path / "new" / "folder", (), put)
    assert [f.name for f in files] == ["summary.docx", "summary.html", "summary.md", "summary.json", "summary.csv", *CHECKS]
    assert sorted(f.name for f in files) == sorted(p.name for p in (tmp_path / "new" / "folder").iterdir())


def test_formats_keep_the_order_in_which_they_are_named_once_each(tmp_path: Path) -> None:
    files = write(SUMMARY, tmp_path, ["csv", "md", "csv"], put)
    assert [f.name for f in files] == ["summary.csv", "summary.md"]


def test_a_summary_that_may_hold_an_answer_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "summary.docx").write_text("the policy team's answer")
    with pytest.raises(CodesignError, match="may hold somebody's answers"):
        write(SUMMARY, tmp_path, (), put)
    assert (tmp_path / "summary.docx").read_text() == "the policy team's answer"
    assert [path.name for path in tmp_path.iterdir()] == ["summary.docx"], "nothing of a refused set is written"


def test_the_same_summary_can_be_written_again(tmp_path: Path) -> None:
    for _ in range(2):
        write(SUMMARY, tmp_path, ["md"], put)
    assert (tmp_path / "summary.md").read_bytes() == FORMATS["md"](SUMMARY)


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(CodesignError, match=r"There is no format “pdf”\. There are: docx, html, md, json, csv, check\."):
        write(SUMMARY, tmp_path / "new", ["json", "pdf"], put)
    assert not (tmp_path / "new").exists()


def test_a_defect_in_one_format_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(summary: object) -> bytes:
        raise ValueError("a defect")

    monkeypatch.setitem(module.FORMATS, "csv", broken)
    with pytest.raises(ValueError, match="a defect"):
        write(SUMMARY, tmp_path / "new", (), put)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path, below: str) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(CodesignError, match="Name a folder; nothing"):
        write(SUMMARY, tmp_path / "taken" / below, (), put)
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_folder_that_cant_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(CodesignError, match=r"can't be made \(Permission denied\)"):
        write(SUMMARY, tmp_path / "new", (), put)


def test_a_file_that_cant_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "summary.docx").mkdir()
    with pytest.raises(CodesignError, match="is there already"):
        write(SUMMARY, tmp_path, (), put)
