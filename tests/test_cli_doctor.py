"""The command doctor, as a script uses it."""

from pathlib import Path

import pytest
from test_cli import Run, run  # noqa: F401 - a fixture


def test_the_doctor_leaves_nothing_and_names_no_session(run: Run, tmp_path: Path) -> None:  # noqa: F811
    run("new", "starter", "--record", str(tmp_path / "data/records/x.json"), "--title", "Canary", "--audience", "Kanarienvogel")
    before = sorted(tmp_path.rglob("*"))
    result = run("doctor")
    assert result.exit_code == 1, "a test has no terminal"
    assert "no  The screens won't open" in result.stdout
    assert "ok  All records can be read (1)." in result.stdout
    assert "Votes are open (1)" in result.stdout
    assert sorted(tmp_path.rglob("*")) == before
    assert "canary" not in result.output.lower()
    assert "kanarienvogel" not in result.output.lower()


def test_a_folder_that_is_a_file_is_a_finding_and_no_refusal(run: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    result = run("doctor")
    assert result.exit_code == 1
    assert "no  Nothing can be saved in the folder for records and plans" in result.stdout


def test_other_versions_than_those_tried_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    from codesign.cli import doctor

    monkeypatch.setattr(doctor, "_installed", lambda _name: "0.1")
    assert "no  textual 0.1" in run("doctor").stdout


@pytest.mark.parametrize("own", ["[[line]]\nname = 7\n", None], ids=["broken", "link to nowhere"])
@pytest.mark.parametrize(
    "command",
    [["board"], ["tech-plan", "--blank"], ["paper-form", "starter"], ["before-they-come", "starter"], ["doctor"]],
    ids=lambda command: command[0],
)
def test_papers_with_other_help_lines_than_the_houses_said_nothing(
    run: Run,  # noqa: F811
    tmp_path: Path,
    command: list[str],
    own: str | None,
) -> None:
    path = tmp_path / "data" / "helplines.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(own) if own else path.symlink_to("nowhere")
    result = run(*command, *([] if command == ["doctor"] else ["--out", "papers"]))
    assert f"{path}" in result.output
    assert "Until then the lines that came with the program are shown." in result.output
