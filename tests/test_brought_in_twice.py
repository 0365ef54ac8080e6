"""A conversation, or a stack of paper, that came in again with one person more: the difference would be that person's votes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from codesign.cli import main
from codesign.core.errors import CodesignError
from codesign.engine import Engine
from codesign.engine.pool import write_pool


def export(folder: Path, people: int, *, statements: int = 3, made: int = 1_700_000_000) -> Path:
    """An export of a conversation that may have grown by people and by statements."""
    folder.mkdir()
    lines = [f"{made + n},{n},{n},1,Statement {n} on phones" for n in range(statements)]
    (folder / "comments.csv").write_text("\n".join(["timestamp,comment-id,author-id,moderated,comment-body", *lines]) + "\n")
    rows = [",".join([str(p), *(str((1, -1, 0)[(p + n) % 3]) for n in range(statements))]) for p in range(people)]
    head = ",".join(["participant", *map(str, range(statements))])
    (folder / "participants-votes.csv").write_text("\n".join([head, *rows]) + "\n")
    (folder / "summary.csv").write_text("topic,Phones\n")
    return folder


def run(tmp_path: Path, *args: object) -> Result:
    return CliRunner().invoke(main, ["--data", str(tmp_path / "data"), *map(str, args)])


def brought(tmp_path: Path, name: str, people: int, *more: str, told: bool = True, **grown: int) -> Result:
    record, folder = tmp_path / f"{name}.json", export(tmp_path / name, people, **grown)
    done = run(tmp_path, "import-polis", folder, "--record", record, "--sign", "agree-is-1", *more)
    if done.exit_code == 0:
        assert run(tmp_path, "close", record).exit_code == 0
        if told:
            assert run(tmp_path, "summary", record, "--out", tmp_path / f"out-{name}").exit_code == 0
    return done


@pytest.mark.parametrize("grown", [{}, {"statements": 5}])
@pytest.mark.parametrize("more", [(), ("--title", "Another"), ("--without", "0")])
def test_two_imports_of_a_conversation_that_grew_were_subtracted(
    tmp_path: Path, grown: dict[str, int], more: tuple[str, ...]
) -> None:
    assert brought(tmp_path, "one", 12).exit_code == 0
    again = brought(tmp_path, "two", 13, *more, **grown)
    assert again.exit_code == 1
    assert "This conversation came in before" in again.stderr
    assert not list(tmp_path.glob("two.json*")), "no lock of a record that never was either"


def test_what_was_never_told_may_come_in_again_and_one_of_both_is_told(tmp_path: Path) -> None:
    assert brought(tmp_path, "one", 12, told=False).exit_code == 0
    assert brought(tmp_path, "two", 13).exit_code == 0
    refused = run(tmp_path, "summary", tmp_path / "one.json", "--out", tmp_path / "out")
    assert (refused.exit_code, [*(tmp_path / "out").iterdir()]) == (1, [])
    assert "This conversation came in before" in refused.stderr
    assert run(tmp_path, "summary", tmp_path / "two.json", "--out", tmp_path / "out").exit_code == 0


def test_another_conversation_in_the_same_words_comes_in(tmp_path: Path) -> None:
    assert brought(tmp_path, "one", 12).exit_code == 0
    assert brought(tmp_path, "two", 13, made=1_700_009_999).exit_code == 0


def test_two_records_of_a_conversation_were_pooled(engine: Engine, tmp_path: Path) -> None:
    assert brought(tmp_path, "one", 12).exit_code == 0
    (tmp_path / "data" / "pools.json").unlink()
    assert brought(tmp_path, "two", 13).exit_code == 0
    with pytest.raises(CodesignError, match="come from the same conversation"):
        write_pool(engine.places, [tmp_path / "one.json", tmp_path / "two.json"], tmp_path / "out")


def test_a_stack_that_was_typed_again_is_warned_of(tmp_path: Path) -> None:
    stack = tmp_path / "stack.csv"
    stack.write_text("PH-2,SM-2.2\nA,1\nA,2\nB,3\n")
    said = []
    for name in ("one", "two"):
        record = tmp_path / f"{name}.json"
        assert run(tmp_path, "new", "fifteen-minutes", "--record", record).exit_code == 0
        said.append(run(tmp_path, "paper", record, stack))
    assert [done.exit_code for done in said] == [0, 0]
    assert "another session" not in said[0].stderr
    assert "one.json is another session of the same title, day and rules" in said[1].stderr
