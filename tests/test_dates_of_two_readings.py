"""Ten dates that may mean two days were ten sentences alike, and no answer served more than none; what was kept looked as what
was not kept yet."""

import csv
import io
from pathlib import Path

import pytest
from test_decisions_kept import filled, run, told

from codesign.core.card import Card
from codesign.core.dates import readings
from codesign.core.policy_team.decisions import COLUMNS
from codesign.core.policy_team.filled import Filled, FilledRow
from codesign.core.policy_team.taken import take
from codesign.engine import Engine
from codesign.store.shelf import peek

__all__ = ["told"]
DAY = "2026-12-01"
CARDS = tuple(Card(id=f"R-{n}", kind="scale", rule=f"Rule number {n}") for n in range(1, 11))


def rows(*dates: str) -> Filled:
    cells = dict.fromkeys(COLUMNS, "")
    return Filled(
        frozenset(),
        tuple(
            FilledRow(card=card.id, rule=card.rule, cells={**cells, "answer": "Yes", "who": "Dana", "by_when": date})
            for card, date in zip(CARDS, dates, strict=False)
        ),
    )


def test_ten_dates_alike_are_one_sentence_that_names_their_rules() -> None:
    taken = take(CARDS, DAY, "", rows(*["03/12/2027"] * 10))
    (odd,) = taken.odd
    assert odd.startswith("10 rules: by when: “03/12/2027” may be 2027-03-12 or 2027-12-03.")
    assert all(f"{n}. “{card.rule}”" in odd for n, card in enumerate(CARDS, 1))
    assert taken.two_readings is not None
    assert (taken.two_readings.day_first, taken.two_readings.month_first) == ("2027-12-03", "2027-03-12")


@pytest.mark.parametrize(
    ("order", "first", "second"), [("day", "2027-12-03", "2027-05-04"), ("month", "2027-03-12", "2027-04-05")]
)
def test_one_answer_serves_all_dates_of_a_file(order: str, first: str, second: str) -> None:
    dates = ["03/12/2027"] * 6 + ["4-5-2027"] * 2 + ["24/12/2027", "12/24/2027"]
    taken = take(CARDS, DAY, "", rows(*dates), order=order)  # type: ignore[arg-type]
    assert taken.odd == ()
    assert not taken.needs_a_yes
    assert taken.two_readings is None
    assert [d.by_when for d in taken.decisions] == [*[first] * 6, *[second] * 2, "2027-12-24", "2027-12-24"]


def test_a_date_of_one_reading_asks_nothing() -> None:
    for words in ("2027-12-03", "24/12/2027", "3.12.2027", "March 2027", "soon", ""):
        assert take(CARDS, DAY, "", rows(words)).two_readings is None, words
        assert readings(words, DAY, "day") == readings(words, DAY, "month") == readings(words, DAY)


def test_what_is_the_same_of_two_rules_stands_with_each() -> None:
    assert len(take(CARDS, DAY, "", rows("03/12/2027", "03/12/2027")).odd) == 2


def with_dates(folder: Path, words: str) -> Path:
    path = filled(folder, "Yes", "No", "No", "No")
    table = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    for row in table[1:]:
        row[table[0].index("by_when")] = words
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    return path


def test_the_command_says_how_to_answer_for_all(engine: Engine, told: Path, tmp_path: Path) -> None:
    file = with_dates(tmp_path / "out", "03/12/2027")
    refused = run(engine, "decisions", told, file)
    assert refused.exit_code == 1
    assert "--dates day: The day stands first: “03/12/2027” is December 3, 2027." in refused.stderr
    assert run(engine, "decisions", told, file, "--dates", "month").exit_code == 0
    assert {d.by_when for d in peek(told).decisions} == {"2027-03-12"}
