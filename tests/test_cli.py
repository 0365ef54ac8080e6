"""The commands as a script uses them: what they print, what they refuse, and that nothing is lost on the way."""

import errno
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tinydb import TinyDB

from codesign.cli import main

Run = Callable[..., Result]
BALLOTS = "GA-1,PA-1.3,PH-1.2+ZT-1.2,PA-1.3:comment,PA-1.3:quote\n" + "".join(
    f"{choice},{scale},{pair},{comment},{quote}\n"
    for choice, scale, pair, comment, quote in [
        ("A", "1", "PH-1.2", "mine stays mine", "yes"),
        ("b", "1", "ZT-1.2", "", ""),
        ("A", "2", "both", "if staff do it too", "no"),
        ("A", "3", "neither", "", ""),
        ("A", "1", "4", "", ""),
        ("", "5", "5", "", ""),
    ]
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CODESIGN_DATA", raising=False)

    def call(*args: str, text: str | None = None) -> Result:
        result = CliRunner().invoke(main, ["--data", str(tmp_path / "data"), *args], input=text)
        assert "Traceback" not in result.output
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def voted(run: Run, tmp_path: Path) -> Run:
    """A record with six paper ballots in its box."""
    (tmp_path / "ballots.csv").write_text(BALLOTS, encoding="utf-8")
    assert run("new", "starter", "--record", "a.json", "--title", "Test", "--answer-by", "2026-12-24").exit_code == 0
    result = run("paper", "a.json", "ballots.csv")
    assert (result.exit_code, result.stdout) == (0, "0 in the box before, 6 ballots now.\n")
    return run


def test_the_whole_session_without_a_screen(voted: Run, tmp_path: Path) -> None:
    assert voted("close", "a.json").exit_code == 0
    read = voted("review", "a.json", text="keep\ntheme wants staff to keep it too\n")
    assert read.exit_code == 0
    assert "mine stays mine" in read.stdout
    written = voted("summary", "a.json", "--out", "out")
    assert [Path(line).name for line in written.stdout.splitlines()] == [
        *(f"summary.{f}" for f in ("docx", "html", "md", "json", "csv")),
        *(f"youth-check.{f}" for f in ("docx", "html", "es.docx", "es.html")),
    ]
    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    card = next(c for c in summary["cards"] if c["id"] == "PA-1.3")
    assert card["label"] == "more-for"
    assert card["counts"] is None
    assert summary["people"] == "5-9"
    leaves = card["comments"] + card["themes"]
    assert {
        "prompt": "works",
        "pick": None,
        "text": "mine stays mine",
        "earlier": False,
    } in leaves or "wants staff to keep it too" in leaves
    assert "if staff do it too" not in json.dumps(summary)


def test_nothing_of_a_comment_goes_out_before_it_is_read(voted: Run) -> None:
    assert "still open" in voted("summary", "a.json", "--out", "out").stderr
    voted("close", "a.json")
    refused = voted("summary", "a.json", "--out", "out")
    assert refused.exit_code == 1
    assert "Comments have not been read yet" in refused.stderr
    assert not Path("out").exists()


def test_a_closed_round_never_opens_again(voted: Run) -> None:
    voted("close", "a.json")
    for command in (["close", "a.json"], ["paper", "a.json", "ballots.csv"], ["drop", "a.json", "--yes"]):
        result = voted(*command)
        assert result.exit_code == 1
        assert "never opens again" in result.stderr


def test_a_reading_that_stops_half_way_keeps_what_was_decided(voted: Run) -> None:
    voted("close", "a.json")
    first = voted("review", "a.json", text="withhold names-someone\n")
    assert first.exit_code == 1
    assert "1 comment is still to be read" in first.stderr
    assert voted("review", "a.json", text="perhaps\n").exit_code == 1
    assert voted("review", "a.json", text="withhold because\n").exit_code == 1
    assert voted("review", "a.json", text="theme more help\n").exit_code == 0
    assert voted("review", "a.json", text="").exit_code == 0


def test_keep_all_needs_a_reader(voted: Run) -> None:
    voted("close", "a.json")
    assert voted("review", "a.json", "--keep-all").exit_code == 1
    assert voted("review", "a.json", "--keep-all", "--withhold-all").exit_code == 2
    assert voted("review", "a.json", "--keep-all", "--i-have-read-them").exit_code == 0


def test_withhold_all_lets_no_word_out(voted: Run) -> None:
    voted("close", "a.json")
    assert voted("review", "a.json", "--withhold-all").exit_code == 0
    voted("summary", "a.json", "--out", "out", "--format", "json")
    assert json.loads(Path("out/summary.json").read_text("utf-8"))["ledger"]["others"] is True
    assert [p.name for p in Path("out").iterdir()] == ["summary.json"]


def test_too_few_answers_keep_the_round_open(run: Run, tmp_path: Path) -> None:
    run("new", "starter", "--record", "a.json")
    (tmp_path / "two.csv").write_text("PA-1.3\n1\n1\n", encoding="utf-8")
    run("paper", "a.json", "two.csv")
    result = run("close", "a.json")
    assert result.exit_code == 1
    assert "stays open" in result.stderr
    again = run("paper", "a.json", "two.csv")
    assert again.stdout == "2 in the box before, 4 ballots now.\n"
    assert "two.csv still holds every ballot" in again.stderr
    assert run("close", "a.json").exit_code == 0


def test_drop_needs_a_yes(voted: Run) -> None:
    assert voted("drop", "a.json").exit_code == 1
    assert voted("paper", "a.json", "ballots.csv").exit_code == 0
    assert voted("drop", "a.json", "--yes").exit_code == 0
    assert "nothing to sum up" in voted("summary", "a.json", "--out", "out").stderr


def test_records_and_plans_are_listed(run: Run, tmp_path: Path) -> None:
    assert run("records").stdout == ""
    (tmp_path / "data" / "records").mkdir(parents=True)
    run("new", "starter", "--record", str(tmp_path / "data/records/x.json"), "--title", "My title")
    (tmp_path / "data/records/broken.json").write_text("{", encoding="utf-8")
    listed = run("records")
    assert f"Set up. Nobody has voted yet.\tMy title\t{tmp_path / 'data/records/x.json'}\n" in listed.stdout
    assert "is not a record, or it is damaged" in listed.stderr
    assert "starter\t10 cards\tabout 85 minutes for 8 people\t" in run("plans").stdout
    assert "ZT-1.2  From 11 pm" in run("plans", "show", "starter").stdout


def test_a_record_is_private_and_a_plain_tinydb_file(voted: Run) -> None:
    if os.name == "posix":
        assert Path("a.json").stat().st_mode & 0o077 == 0
    database = TinyDB("a.json")
    assert len(database.table("box")) == 6
    database.close()


def test_an_import_says_what_it_decided_and_takes_title_sign_and_what_to_leave_out(run: Run) -> None:
    london = str(Path(__file__).parent / "data" / "london-youth-policing")
    result = run("import-polis", london, "--record", "p.json", "--title", "Ours", "--without", "5, 6", "--sign", "agree-is-1")
    assert (result.exit_code, result.stdout) == (0, "26 ballots on 34 statements.\n")
    assert "2 statements were left out as asked." in result.stderr
    assert "as --sign says" in result.stderr
    assert run("import-polis", london, "--record", "q.json", "--without", "5,x").exit_code == 2
    assert run("import-polis", london, "--record", "q.json", "--without", "2000").exit_code == 1


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["new", "nope", "--record", "b.json"], "There is no plan"),
        (["new", "missing.toml", "--record", "b.json"], "There is no file"),
        (["new", "starter", "--record", "a.json"], "There is already a file"),
        (["close", "none.json"], "There is no record"),
        (["close", "."], "is a folder"),
        (["close", "text.txt"], "is not a record, or it is damaged"),
        (["paper", "a.json", "none.csv"], "There is no file"),
        (["paper", "a.json", "."], "is a folder"),
        (["paper", "a.json", "text.txt"], "text.txt"),
        (["summary", "a.json", "--out", "text.txt"], "still open"),
        (["import-polis", ".", "--record", "p.json"], "participants-votes.csv"),
        (["import-polis", "none", "--record", "p.json"], "is not a folder"),
        (["plans", "check", "text.txt"], "text.txt"),
    ],
)
def test_wrong_input_gets_a_sentence_and_loses_nothing(voted: Run, args: list[str], says: str) -> None:
    Path("text.txt").write_text("not what you think\n", encoding="utf-8")
    before = Path("a.json").read_bytes()
    result = voted(*args)
    assert result.exit_code == 1
    assert says in result.stderr
    assert Path("a.json").read_bytes() == before
    assert not Path("b.json").exists()
    assert not Path("p.json").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"\0\1\2\3", "GA-1\nä\n".encode("utf-16"), "GA-1\nä\n".encode("latin-1"), b"x" * 51_000_000, b"GA-1\n\x1b[2J\n"],
    ids=["empty", "binary", "utf-16", "latin-1", "50 MB", "escape"],
)
@pytest.mark.parametrize(
    "command", [["paper", "a.json", "odd"], ["plans", "check", "odd"], ["new", "./odd", "--record", "n.json"]]
)
def test_odd_files_get_a_sentence(voted: Run, command: list[str], content: bytes) -> None:
    Path("odd").write_bytes(content)
    before = Path("a.json").read_bytes()
    result = voted(*command)
    assert result.exit_code == 1
    assert "odd" in result.stderr
    assert "\x1b" not in result.output
    assert Path("a.json").read_bytes() == before


@pytest.mark.parametrize(
    "args",
    [
        ["new"],
        ["new", "starter"],
        ["nonsense"],
        ["new", "starter", "--record", "b", "--answer-by", "soon"],
        ["new", "starter", "--record", " "],
    ],
)
def test_wrong_usage_is_exit_code_two(run: Run, args: list[str]) -> None:
    assert run(*args).exit_code == 2


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("sumary", "Did you mean “summary”?"),
        ("Plans", "Did you mean “plans”?"),
        ("plain", "“run --plain”?"),
        ("qqq", "--help for a list"),
    ],
)
def test_a_mistyped_command_gets_the_nearest(run: Run, word: str, hint: str) -> None:
    wrong = run(word)
    assert wrong.exit_code == 2
    assert f"There is no command “{word}”" in wrong.stderr
    assert hint in wrong.stderr


def test_a_read_only_folder_gets_a_sentence(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from codesign.store.disk import Disk

    def refuse(self: Disk, path: Path, data: bytes) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Disk, "write_new", refuse)
    result = run("new", "starter", "--record", "a.json")
    assert result.exit_code == 1
    assert "the disk is read-only" in result.stderr
    assert not (tmp_path / "a.json").exists()


def test_a_second_program_on_the_same_record_is_refused(voted: Run) -> None:
    from filelock import FileLock

    with FileLock("a.json.lock"):
        result = voted("close", "a.json")
    assert result.exit_code == 1
    assert "open in another window" in result.stderr
    assert voted("close", "a.json").exit_code == 0


def test_the_demo_plays_by_itself_without_a_terminal(run: Run) -> None:
    result = run("demo", "--out", "out")
    assert result.exit_code == 0
    assert "Made up" in result.stderr
    assert json.loads(Path("out/summary.json").read_text("utf-8"))["made_up"] is True
    assert "MADE UP" in Path("out/summary.md").read_text("utf-8").upper()
    assert not Path("data").exists() or not list(Path("data").rglob("*.json"))


def test_no_terminal_is_told(run: Run) -> None:
    result = run()
    assert result.exit_code == 1
    assert "need a terminal" in result.stderr


def test_a_shut_way_to_oneself_was_told_as_a_disk_that_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a system has no pair of sockets of its own, Python makes one over 127.0.0.1."""

    def shut() -> None:
        raise OSError(errno.ENETUNREACH, "")

    monkeypatch.setattr("socket.socketpair", shut)
    monkeypatch.setattr("codesign.cli.screens.has_terminal", lambda: True)
    result = run("run", "starter")
    assert result.exit_code == 1
    assert "talking to itself (127.0.0.1)" in result.stderr


def test_two_exports_are_the_same_bytes(voted: Run) -> None:
    voted("close", "a.json")
    voted("review", "a.json", "--keep-all", "--i-have-read-them")
    for folder in ("one", "two"):
        voted("summary", "a.json", "--out", folder)
    for path in Path("one").iterdir():
        assert path.read_bytes() == Path("two", path.name).read_bytes()


def test_every_command_has_help(run: Run) -> None:
    assert run("--version").stdout == "youth-codesign, version 0.1.0\n"
    for name in main.list_commands(None):  # type: ignore[arg-type] # the context is not looked at
        result = run(name, "--help")
        assert result.exit_code == 0
        assert len(result.stdout.splitlines()) > 4
        examples = result.stdout.split("For example:\n")[1].splitlines()
        assert examples
        for line in examples:
            assert len(line) <= 80
            _program, *words = shlex.split(line)
            assert words[0] == name
            takes_this(main, words)


def takes_this(group: click.Group, words: list[str]) -> None:
    """The words are ones that a command knows: of its options, and as many as it needs."""
    command = group.get_command(click.Context(group), words[0])
    assert command
    if isinstance(command, click.Group) and words[1:]:
        takes_this(command, words[1:])
        return
    command.make_context(words[0], words[1:], resilient_parsing=True)
    options = {name for p in command.params for name in p.opts}
    assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("group", [[], ["plans"], ["pools"]])
def test_no_help_is_cut_in_the_list_of_commands(run: Run, group: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    listed = run(*group, "--help").stdout.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)
    assert all(re.match(r"  [a-z-]+ +\S", line) for line in listed), "one line each"


def test_python_m_codesign_does_the_same() -> None:
    result = subprocess.run([sys.executable, "-m", "codesign", "--version"], capture_output=True, text=True, check=True)
    assert result.stdout == "youth-codesign, version 0.1.0\n"


def test_a_reader_that_stops_listening_is_no_error(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m codesign plans show starter | head -1'
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert result.stdout == "House tech rules\n"
    assert "refused" not in result.stderr


def test_a_narrow_pipe_and_odd_bytes_are_no_traceback(voted: Run, tmp_path: Path) -> None:
    (tmp_path / "emoji.csv").write_text("PA-1.3,PA-1.3:comment\n1,my \U0001f4f1 stays\n", encoding="utf-8")
    voted("paper", "a.json", "emoji.csv")
    voted("close", "a.json")
    command = [sys.executable, "-m", "codesign", "--data", str(tmp_path / "data"), "review", "a.json"]
    for encoding in ("cp1252", "ascii", "utf-8:strict"):
        env = {**os.environ, "PYTHONIOENCODING": encoding}
        result = subprocess.run(command, input=b"theme \xff wants\n", capture_output=True, env=env, cwd=tmp_path)
        assert result.returncode in (0, 1)
        assert b"Traceback" not in result.stderr


def test_a_forgotten_code_can_be_set_anew(voted: Run) -> None:
    assert voted("forget-code", "a.json").exit_code == 1
    assert voted("forget-code", "a.json", "--yes").exit_code == 0


def test_a_refused_record_leaves_no_lock_behind(run: Run) -> None:
    Path("report.docx").write_bytes(b"mine")
    assert run("new", "starter", "--record", "report.docx").exit_code == 1
    assert not Path("report.docx.lock").exists()


def test_a_next_round_replaces_the_first_vote_until_the_result_was_shown(voted: Run, tmp_path: Path) -> None:
    assert voted("close", "a.json").exit_code == 0
    moved_on = voted("round", "a.json", "--cards", "SM-2.2,PA-1.3")
    assert (moved_on.exit_code, "moves on from “PA-1.3”" in moved_on.stderr) == (1, True)
    opened = voted("round", "a.json", "--cards", "SM-2.2,PH-2")
    assert (opened.exit_code, opened.stdout) == (0, "Round 2 is open on 2 cards: PH-2, SM-2.2\n")
    (tmp_path / "second.csv").write_text("SM-2.2\n" + "3\n" * 6, encoding="utf-8")
    assert voted("paper", "a.json", "second.csv").exit_code == 0
    assert voted("close", "a.json").exit_code == 0
    assert voted("review", "a.json", "--withhold-all").exit_code == 0
    assert voted("summary", "a.json", "--out", "out", "--format", "json").exit_code == 0
    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert next(c for c in summary["cards"] if c["id"] == "SM-2.2")["label"] == "more-against"
    refused = voted("round", "a.json", "--cards", "SM-2.2")
    assert refused.exit_code == 1
    assert "was shown already" in refused.stderr
    assert voted("round", "a.json", "--cards", "").exit_code == 1


@pytest.mark.parametrize("plan", ["starter", "fifteen-minutes"])
def test_what_to_check_and_to_say_is_one_sheet_of_paper(run: Callable[..., Result], tmp_path: Path, plan: str) -> None:
    out = tmp_path / "out"
    result = run("before-they-come", plan, "--out", out, "--expected", 3)
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in out.iterdir()) == ["before-they-come.docx", "before-they-come.html"]
    page = (out / "before-they-come.html").read_text("utf-8")
    for words in ("3 people: about", "fewer than 5 people nothing", "Who answers youth: ____", "Say this before the vote", "☐"):
        assert words in page
