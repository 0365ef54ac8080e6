"""- stands for standard input where text is read; it is read like a file, and named in errors."""

import csv
import io
from pathlib import Path

import pytest
from test_cli import BALLOTS, Run, run, voted  # noqa: F401 - fixtures

TOP = Path(__file__).parent.parent


def test_a_stack_and_the_answers_come_through_a_pipe(run: Run, tmp_path: Path) -> None:  # noqa: F811
    run("new", "starter", "--record", "a.json", "--title", "Test")
    assert run("paper", "a.json", "-", text=BALLOTS).stdout == "0 in the box before, 6 ballots now.\n"
    run("close", "a.json")
    run("review", "a.json", "--withhold-all")
    run("summary", "a.json", "--out", "out", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "summary.csv").read_text("utf-8-sig"))))
    filled = io.StringIO()
    table = csv.DictWriter(filled, rows[0])
    table.writeheader()
    table.writerows([rows[0] | {"answer": "not now", "because": "Too few beds."}, *rows[1:]])
    kept = run("decisions", "a.json", "-", "--yes", text=filled.getvalue())
    assert kept.exit_code == 0, kept.output
    assert (tmp_path / "poster.docx").exists()


def test_a_policy_and_a_plan_come_through_a_pipe(run: Run) -> None:  # noqa: F811
    told = run("policy", "-", text="Phones are handed in at 9 pm.\n")
    assert "“Phones are handed in at 9 pm.”" in told.stdout
    plan = (TOP / "sessions" / "plans" / "starter.toml").read_text("utf-8")
    assert run("plans", "check", "-", text=plan).stdout == "standard input: 10 cards, ready to use.\n"


@pytest.mark.parametrize("text", ["", "x,y\n1,2\n"])
def test_what_is_wrong_with_it_is_said_of_standard_input(voted: Run, text: str) -> None:  # noqa: F811
    refused = voted("paper", "a.json", "-", text=text)
    assert refused.exit_code == 1
    assert "standard input" in refused.stderr
