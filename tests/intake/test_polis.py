"""A Polis export becomes a record with exactly its counts, whatever shape the export is in, and without a participant in it."""

import csv
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.session import Session, Setup
from codesign.core.tally import Tally, fold
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.intake.polis import Conversation, Sign, read_export
from codesign.store.places import Places
from codesign.store.told import Told

LONDON = Path(__file__).parent.parent / "data" / "london-youth-policing"
FIXED = ["participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"]

Counts = dict[str, tuple[int, int]]


def recount(path: Path, *, sign: int = 1) -> Counts:
    """Agree and disagree of every column of a votes file, counted from the cells alone."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = [name for name in rows[0] if name not in FIXED]
    agree, disagree = (str(sign), str(-sign))
    return {c: (sum(r[c] == agree for r in rows), sum(r[c] == disagree for r in rows)) for c in columns}


def folded(conversation: Conversation) -> dict[str, Tally]:
    tallies, remarks = fold(conversation.cards, conversation.ballots, lambda _: None)
    assert remarks == ()
    return {tally.card: tally for tally in tallies}


def as_counts(tallies: dict[str, Tally]) -> Counts:
    assert all(set(t.counts) == {"works", "doesnt"} and t.unclear == 0 for t in tallies.values())
    return {card.removeprefix("S"): (t.counts["works"], t.counts["doesnt"]) for card, t in tallies.items()}


def through_a_record(conversation: Conversation, tmp_path: Path, lines: Thresholds = Thresholds()) -> Session:  # noqa: B008
    places = Places.under(tmp_path)
    engine = Engine(places, today=lambda: date(2026, 11, 24))
    plan = Plan(name="polis", title=conversation.title, purpose="", minutes=60, cards=conversation.cards, thresholds=lines)
    setup = Setup(title=conversation.title, day="2026-11-24")
    open_session = engine.start(plan, setup, lines, tmp_path / "record.json", conversation.ballots)
    try:
        assert open_session.read().in_box == len(conversation.ballots)
        open_session.close_round()
        return open_session.read()
    finally:
        open_session.leave()


def write(path: Path, rows: list[list[object]], encoding: str = "utf-8") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


COMMENTS: list[list[object]] = [
    ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"],
    [1658934589213, "Wed Jul 27", 1, 11, 0, 0, 1, "Phones at night"],
    [1658934589214, "Wed Jul 27", 2, 12, 0, 0, 0, "Wi-Fi for all"],
    [1658934589215, "Wed Jul 27", 3, 13, 0, 0, -1, "Spam"],
]
VOTES: list[list[object]] = [
    [*FIXED, 1, 2],
    [11, "XID-CANARY-1", 0, 1, 2, 1, 1, 1, -1],
    [12, "XID-CANARY-2", 0, 1, 2, 2, 0, 1, 1],
    [13, "XID-CANARY-3", 1, 1, 1, 0, 1, -1, ""],
    [14, "", 1, 0, 2, 1, 0, 0, 1],
]


def changed(rows: list[list[object]], at: tuple[int, int], value: object) -> list[list[object]]:
    copy = [list(row) for row in rows]
    copy[at[0]][at[1]] = value
    return copy


Export = Callable[..., Path]


@pytest.fixture
def export(tmp_path: Path) -> Export:
    def make(
        comments: list[list[object]] = COMMENTS,
        votes: list[list[object]] = VOTES,
        *,
        log: list[list[object]] | None = None,
        name: str = "participants-votes.csv",
        encoding: str = "utf-8",
    ) -> Path:
        folder = tmp_path / "export"
        folder.mkdir()
        write(folder / "comments.csv", comments, encoding)
        write(folder / name, votes, encoding)
        write(folder / "summary.csv", [["topic", "What about phones?"], ["url", "https://pol.is/x"], ["voters", 4]], encoding)
        if log is not None:
            write(folder / "votes.csv", [["timestamp", "datetime", "comment-id", "voter-id", "vote"], *log])
        return folder

    return make


def refusal(folder: Path) -> str:
    with pytest.raises(CodesignError) as caught:
        read_export(folder)
    return str(caught.value)


# The real conversation


def test_london_folds_to_the_counts_of_the_file() -> None:
    conversation = read_export(LONDON)
    assert conversation.title == "What is the best way to engage more young people in local scrutiny of policing?"
    assert not conversation.flipped
    assert len(conversation.cards) == 36
    assert len(conversation.ballots) == 26
    assert as_counts(folded(conversation)) == recount(LONDON / "participants-votes.csv")


def test_london_passes_are_skips_and_blanks_are_not_reached() -> None:
    tallies = folded(read_export(LONDON))
    with (LONDON / "participants-votes.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    for card, tally in tallies.items():
        cells = [row[card.removeprefix("S")] for row in rows]
        assert (tally.skipped, tally.not_reached) == (cells.count("0"), cells.count(""))
        assert tally.ballots == 26


def test_london_statements_are_scale_cards_in_their_words_without_the_rejected_ones() -> None:
    cards = {card.id: card for card in read_export(LONDON).cards}
    with (LONDON / "comments.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    kept = {f"S{r['comment-id']}": r["comment-body"].strip() for r in rows if r["moderated"] != "-1"}
    assert {i: card.rule for i, card in cards.items()} == kept
    assert not {"S0", "S2", "S3"} & set(cards)
    assert {(c.kind, c.pointers, c.options) for c in cards.values()} == {("agreement", (), ())}
    assert list(cards) == sorted(cards, key=lambda i: int(i[1:]))


def ladder(works: int, doesnt: int) -> str:
    """The label that product.md gives counts without any "could work", written here a second time."""
    n = works + doesnt
    if n < 5:
        return "in-the-box"
    if n >= 10 and max(works, doesnt) >= n - 2:
        return "all-or-all-but-two"
    w, d = Fraction(works, n), Fraction(doesnt, n)
    strong = n >= 10
    steps = [
        (w >= Fraction(75, 100) and d <= Fraction(10, 100), "strong-support" if strong else "more-for"),
        (d >= Fraction(75, 100), "strong-concern" if strong else "more-against"),
        (w >= Fraction(30, 100) and d >= Fraction(30, 100), "split"),
        (w >= Fraction(50, 100), "more-for"),
        (d >= Fraction(50, 100), "more-against"),
    ]
    return next((label for holds, label in steps if holds), "mixed")


def test_london_through_a_record_shows_the_labels_and_counts_of_the_file(tmp_path: Path) -> None:
    session = through_a_record(read_export(LONDON), tmp_path)
    counts = recount(LONDON / "participants-votes.csv")
    assert as_counts(session.tallies) == counts
    assert session.people == 26
    labels = set()
    for card in session.cards:
        works, doesnt = counts[card.id.removeprefix("S")]
        shown = session.shown(card.id)
        assert shown.label == ladder(works, doesnt), card.id
        labels.add(shown.label)
        assert shown.answered == (works + doesnt if works + doesnt >= 10 else None)
        if shown.counts is not None:
            assert shown.counts == {"works": works, "doesnt": doesnt}
        else:
            assert works + doesnt < 10 or shown.label == "all-or-all-but-two"
    assert len(labels) >= 4  # the conversation is rich enough for the comparison to mean something


def flipped_copy(folder: Path) -> Path:
    """The London export as the server build of autumn 2024 would have written it."""
    folder.mkdir()
    for name in ("comments.csv", "participants-votes.csv", "summary.csv", "votes.csv"):
        (folder / name).write_bytes((LONDON / name).read_bytes())
    other = {"1": "-1", "-1": "1"}
    with (LONDON / "participants-votes.csv").open(newline="") as file:
        header, *rows = csv.reader(file)
    write(folder / "participants-votes.csv", [header, *([*r[:7], *(other.get(c, c) for c in r[7:])] for r in rows)])
    with (LONDON / "votes.csv").open(newline="") as file:
        header, *rows = csv.reader(file)
    write(folder / "votes.csv", [header, *([*r[:4], other.get(r[4], r[4])] for r in rows)])
    return folder


def test_a_flipped_copy_gives_the_same_conversation(tmp_path: Path) -> None:
    flipped = read_export(flipped_copy(tmp_path / "flipped"))
    right = read_export(LONDON)
    assert flipped.flipped
    assert (flipped.title, flipped.cards, flipped.ballots) == (right.title, right.cards, right.ballots)
    session = through_a_record(flipped, tmp_path)
    assert as_counts(session.tallies) == recount(LONDON / "participants-votes.csv")
    assert as_counts(session.tallies) == recount(tmp_path / "flipped" / "participants-votes.csv", sign=-1)


@pytest.mark.parametrize("with_log", [True, False])
def test_the_sign_is_that_of_the_votes_file_whatever_the_log_has(tmp_path: Path, with_log: bool) -> None:
    folder = flipped_copy(tmp_path / "flipped")
    if with_log:
        (folder / "votes.csv").write_bytes((LONDON / "votes.csv").read_bytes())
    else:
        (folder / "votes.csv").unlink()
    assert read_export(folder).ballots == read_export(LONDON).ballots


# Large exports

_RUN = """
import json, resource, sys, time
from datetime import UTC, date, datetime
from pathlib import Path
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.intake.polis import read_export
from codesign.store.places import Places
started = time.perf_counter()
folder, work = Path(sys.argv[1]), Path(sys.argv[2])
conversation = read_export(folder)
read = time.perf_counter()
plan = Plan(name="polis", title=conversation.title, purpose="", minutes=60, cards=conversation.cards)
engine = Engine(Places.under(work), today=lambda: date(2026, 11, 24))
setup = Setup(title=conversation.title, day="2026-11-24")
session = engine.start(plan, setup, Thresholds(), work / "record.json", conversation.ballots)
sealed = time.perf_counter()
session.close_round()
closed = time.perf_counter()
tallies = {t.card: [t.counts["works"], t.counts["doesnt"]] for t in session.read().tallies.values()}
session.leave()
if sys.platform == "linux":  # where the other figure begins with the size of the program that started this one
    status = Path("/proc/self/status").read_text()
    peak = int(status.split("VmHWM:")[1].split()[0]) // 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)
processor = time.process_time()
times = {"processor": processor, "read": read - started, "start": sealed - read, "close": closed - sealed}
print(json.dumps({"tallies": tallies, **times, "peak_mb": peak}))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is asked of a POSIX system")
@pytest.mark.parametrize(("people", "statements"), [(1900, 120), (126, 316), pytest.param(2031, 607, marks=pytest.mark.soak)])
def test_a_large_export_goes_through(tmp_path: Path, people: int, statements: int) -> None:
    draw = random.Random(people)
    folder = tmp_path / "export"
    folder.mkdir()
    ids = range(1, statements + 1)
    authors = {i: draw.randrange(people) for i in ids}
    rows: list[list[object]] = [[*FIXED, *ids]]
    log: list[list[object]] = [["timestamp", "datetime", "comment-id", "voter-id", "vote"]]
    for who in range(people):
        cells = {i: 1 if authors[i] == who else draw.choice([1, 1, -1, 0, ""]) for i in ids}
        rows.append([who, f"xid-{who}", 0, 0, 0, 0, 0, *cells.values()])
        log.extend([1658934589 + i, "", i, who, vote] for i, vote in cells.items() if vote != "")
    header = ["timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]
    write(folder / "comments.csv", [header, *([0, i, authors[i], 0, 0, 1, f"Statement, {i} " + "word " * 40] for i in ids)])
    write(folder / "participant-votes.csv", rows)
    write(folder / "votes.csv", log)
    write(folder / "summary.csv", [["topic", "Large"]])
    done = subprocess.run([sys.executable, "-c", _RUN, str(folder), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    tallies = {card.removeprefix("S"): tuple(counts) for card, counts in result.pop("tallies").items()}
    print(people, "x", statements, result)
    assert tallies == recount(folder / "participant-votes.csv")
    assert result["peak_mb"] < 300
    assert result["processor"] < 10  # half of it on a machine with nothing else to do


def test_a_conversation_of_many_statements_took_minutes(export: Export, tmp_path: Path) -> None:
    ids = range(1, 1501)
    comments = [COMMENTS[0], *([*COMMENTS[1][:2], i, *COMMENTS[1][3:]] for i in ids)]
    folder = export(comments, [[*FIXED, *ids], *([who, *[""] * 6, *[1] * len(ids)] for who in range(3))])
    started = time.process_time()
    session = replace(through_a_record(read_export(folder), tmp_path), told=tuple(f"S{i}" for i in ids))
    assert len(session.votes) == len(ids)
    assert time.process_time() - started < 10
    started = time.process_time()
    assert len(Told().with_all(session).told_as_here(session)) == len(ids)
    assert time.process_time() - started < 0.5


# Shapes of exports


@pytest.mark.parametrize("name", ["participants-votes.csv", "participant-votes.csv"])
def test_both_names_of_the_votes_file(export: Export, name: str) -> None:
    tallies = folded(read_export(export(name=name)))
    assert as_counts(tallies) == {"1": (2, 1), "2": (2, 1)}
    assert (tallies["S1"].skipped, tallies["S2"].not_reached) == (1, 1)


def test_an_export_without_xid(export: Export) -> None:
    assert as_counts(folded(read_export(export(votes=[[r[0], *r[2:]] for r in VOTES])))) == {"1": (2, 1), "2": (2, 1)}


def test_an_export_without_datetime(export: Export) -> None:
    head = ["timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body", "is-meta", "is-seed"]
    rows = [head, *([r[0], *r[2:], "false", "true"] for r in COMMENTS[1:])]
    assert [c.id for c in read_export(export(rows)).cards] == ["S1", "S2"]


def test_a_statement_over_several_lines_becomes_one(export: Export) -> None:
    cards = read_export(export(changed(COMMENTS, (1, 7), 'Phones,\r\nat "night"\n\u202eplease'))).cards
    assert cards[0].rule == 'Phones, at "night" please'


def test_a_long_statement_is_cut_to_the_length_of_a_rule(export: Export) -> None:
    assert len(read_export(export(changed(COMMENTS, (1, 7), "a" * 5000))).cards[0].rule) == 600


@pytest.mark.parametrize("body", ["", "  \n ", "\u200b"])
def test_an_empty_statement_gets_neutral_words(export: Export, body: str) -> None:
    assert read_export(export(changed(COMMENTS, (2, 7), body))).cards[1].rule == "Statement 2 (no words in the export)"


def test_a_statement_without_a_column_is_a_card_that_nobody_reached(export: Export) -> None:
    tallies = folded(read_export(export([*COMMENTS, [1, "", 9, 12, 0, 0, 1, "Late"]])))
    assert tallies["S9"] == Tally("S9", {"works": 0, "doesnt": 0}, not_reached=4)


def test_a_column_of_a_rejected_statement_is_dropped(export: Export) -> None:
    conversation = read_export(export(votes=[[*r, c] for r, c in zip(VOTES, [3, 1, 1, 1, -1], strict=True)]))
    assert [c.id for c in conversation.cards] == ["S1", "S2"]
    assert all(set(b.answers) == {"S1", "S2"} for b in conversation.ballots)


@pytest.mark.parametrize("value", ["-1", " -1", "-1.0", " -1 "])
def test_moderated_as_spreadsheets_write_it(export: Export, value: str) -> None:
    assert [c.id for c in read_export(export(changed(COMMENTS, (1, 6), value))).cards] == ["S2"]


@pytest.mark.parametrize("value", ["0", "1", "1.0", " 0"])
def test_statements_that_nobody_moderated_are_kept(export: Export, value: str) -> None:
    assert [c.id for c in read_export(export(changed(COMMENTS, (1, 6), value))).cards] == ["S1", "S2"]


def test_a_byte_order_mark(export: Export) -> None:
    assert as_counts(folded(read_export(export(encoding="utf-8-sig")))) == {"1": (2, 1), "2": (2, 1)}


def test_semicolons_of_a_spreadsheet(export: Export) -> None:
    folder = export()
    for name in ("comments.csv", "participants-votes.csv", "summary.csv"):
        (folder / name).write_text((folder / name).read_text().replace(",", ";"))
    conversation = read_export(folder)
    assert conversation.title == "What about phones?"
    assert as_counts(folded(conversation)) == {"1": (2, 1), "2": (2, 1)}


def test_blank_lines_at_the_end(export: Export) -> None:
    folder = export()
    for name in ("comments.csv", "participants-votes.csv"):
        with (folder / name).open("a") as file:
            file.write("\n\n")
    assert len(read_export(folder).ballots) == 4


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        ('topic,"Phones,\nat night?"\nurl,x\n', "Phones, at night?"),
        ("topic,Phones, at night?\nurl,x\n", "Phones, at night?"),
        ("topic,\nurl,x\n", "A Polis conversation"),
        ("topic,Phones\nconversation-description,one\ntwo, three\n", "Phones"),
        (f"topic,{'a' * 400}\n", "a" * 120),
    ],
)
def test_titles(export: Export, summary: str, title: str) -> None:
    folder = export()
    (folder / "summary.csv").write_text(summary)
    assert read_export(folder).title == title


# The day


def test_london_has_the_day_of_its_newest_statement() -> None:
    with (LONDON / "comments.csv").open(newline="") as file:
        newest = max(int(row["timestamp"]) for row in csv.DictReader(file))
    assert read_export(LONDON).day == datetime.fromtimestamp(newest / 1000, UTC).date().isoformat()


@pytest.mark.parametrize(
    ("newest", "day"),
    [
        (1735689599999, "2024-12-31"),  # the last millisecond of a year
        (1735689600, "2025-01-01"),  # in seconds
        ("1735689600000.0", "2025-01-01"),  # as spreadsheets write it
        (100_000_000_000, "5138-11-16"),  # still seconds
        (100_000_000_001, "2022-07-27"),  # milliseconds of 1973, older than the others
        ("yesterday", "2022-07-27"),
        ("", "2022-07-27"),
        (-5, "2022-07-27"),
        (10**14, "5138-11-16"),
        (10**18 - 1, ""),
    ],
)
def test_the_day_is_that_of_the_newest_statement(export: Export, newest: object, day: str) -> None:
    assert read_export(export(changed(COMMENTS, (2, 0), newest))).day == day


@pytest.mark.parametrize("cell", [None, "?", ""])
def test_without_a_timestamp_there_is_no_day(export: Export, cell: str | None) -> None:
    header, *rows = COMMENTS
    without = [header[1:], *(row[1:] for row in rows)]
    assert read_export(export(without if cell is None else [header, *([cell, *row[1:]] for row in rows)])).day == ""


# The sign


def own_votes(first: int, second: int) -> list[list[object]]:
    return changed(changed(VOTES, (1, 7), first), (2, 8), second)


def authored(begun: list[int], *, owner: list[int], seeds: bool = False) -> tuple[list[list[object]], list[list[object]]]:
    """An export in which person 0, the owner, has these votes on statements of their own, and person 1, 2, ... one each."""
    authors = [*(0 for _ in owner), *range(1, len(begun) + 1)]
    header = ["timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "is-meta", "is-seed", "comment-body"]
    comments = [
        header,
        *([0, i, a, 0, 0, 1, "false", str(seeds and i < len(owner)), f"No. {i}"] for i, a in enumerate(authors)),
    ]
    own = [*owner, *begun]
    votes: list[list[object]] = [["participant", "group-id", *range(len(own))]]
    votes.extend([who, "", *(v if who == a else 0 for v, a in zip(own, authors, strict=True))] for who in range(len(begun) + 1))
    return comments, votes


ASKS = "can't be told from this export"


@pytest.mark.parametrize("seeds", [False, True])
@pytest.mark.parametrize("others", [[], [1], [0, 0, 0], [-1, -1]])
def test_an_owner_who_disagrees_with_own_seeds_turns_nothing_round(export: Export, seeds: bool, others: list[int]) -> None:
    conversation = read_export(export(*authored(others, owner=[-1] * 15 + [1] * 10, seeds=seeds)))
    assert not conversation.flipped
    assert conversation.ballots[0].answers["S0"] == "doesnt"
    assert any(ASKS in note and "--sign agree-is-minus-1" in note for note in conversation.notes)


@pytest.mark.parametrize(
    ("begun", "flipped", "asks"),
    [
        ([-1] * 3, True, False),
        ([-1] * 8 + [1] * 2, True, False),
        ([-1] * 7 + [1] * 2, False, True),
        ([-1] * 2, False, True),
        ([-1, -1, 0, 0, 0], False, True),
        ([-1, -1, -1, 1], False, True),
        ([-1, 1] * 5, False, True),
        ([1] * 7 + [-1] * 2, False, True),
        ([1] * 8 + [-1] * 2, False, False),
        ([1] * 3, False, False),
    ],
)
@pytest.mark.parametrize("owner", [[1, 1], [-1, -1], [0, 0]])
def test_only_a_clear_majority_of_several_authors_turns_the_votes(
    export: Export, begun: list[int], flipped: bool, asks: bool, owner: list[int]
) -> None:
    conversation = read_export(export(*authored(begun, owner=owner)))
    assert conversation.flipped == flipped
    assert any(ASKS in note for note in conversation.notes) == asks
    assert any("agree" in note for note in conversation.notes)  # what was done is said whatever it was


def test_a_writer_of_many_statements_is_one_voice(export: Export) -> None:
    comments, votes = authored([-1] * 10 + [1] * 2, owner=[1] * 20)
    for at in range(20, 30):  # the first ten are all by person 1
        comments[1 + at][2] = 1
        votes[2][2 + at] = -1
    assert not read_export(export(comments, votes)).flipped


DECLARED = {
    "agree=+1;disagree=-1;pass=0;format=polis-export/1": False,
    "agree=1;disagree=-1;pass=0": False,
    "disagree=-1;pass=0;agree=+1": False,
    "agree=-1;disagree=+1;pass=0": True,
    " Agree = -1 ; Disagree = 1": True,
    "agree=-1": True,
}


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("line", DECLARED)
@pytest.mark.parametrize("authors", [1, -1])
def test_what_the_export_declares_decides_whatever_its_authors_did(
    export: Export, line: str, quoted: bool, authors: int
) -> None:
    folder = export(*authored([authors] * 9, owner=[authors]))
    declared = f'vote-convention,"{line}"' if quoted else f"vote-convention,{line}"
    (folder / "summary.csv").write_text(f"topic,What?\n{declared}\n")
    conversation = read_export(folder)
    assert conversation.flipped == DECLARED[line]
    assert any("as this export says itself" in note for note in conversation.notes)


@pytest.mark.parametrize(
    "line", ["", "agree=2;disagree=-2", "agree=1;disagree=1", "disagree=-1", "agree=1;agree=-1", "agree=10"]
)
def test_a_declaration_that_says_nothing_is_asked_about(export: Export, line: str) -> None:
    folder = export()
    (folder / "summary.csv").write_text(f"topic,What?\nvote-convention,{line}\n")
    assert "--sign agree-is-1" in refusal(folder)
    assert read_export(folder, sign="agree-is-minus-1").flipped


@pytest.mark.parametrize(("sign", "flipped"), [("agree-is-1", False), ("agree-is-minus-1", True)])
@pytest.mark.parametrize("authors", [1, -1])
def test_the_sign_that_was_asked_for_is_taken(export: Export, sign: Sign, flipped: bool, authors: int) -> None:
    conversation = read_export(export(*authored([authors] * 9, owner=[authors])), sign=sign)
    assert conversation.flipped == flipped
    assert conversation.ballots[1].answers["S1"] == ("works" if (authors == 1) != flipped else "doesnt")
    assert any("as --sign says" in note for note in conversation.notes)


def test_most_authors_against_themselves_is_a_flipped_export(export: Export) -> None:
    conversation = read_export(export(*authored([-1] * 4, owner=[-1])))
    assert conversation.flipped
    assert conversation.ballots[1].answers["S1"] == "works"
    assert any("turned round" in note and "--sign agree-is-1" in note for note in conversation.notes)


def test_two_authors_are_too_few_to_turn_all_votes(export: Export) -> None:
    assert not read_export(export(votes=own_votes(-1, -1))).flipped


def test_one_author_of_two_against_is_no_flip(export: Export) -> None:
    assert not read_export(export(votes=own_votes(1, -1))).flipped


def test_no_author_column_is_no_flip(export: Export) -> None:
    comments, votes = authored([-1] * 5, owner=[-1])
    conversation = read_export(export([[*r[:2], *r[3:]] for r in comments], votes))
    assert not conversation.flipped
    assert any(ASKS in note for note in conversation.notes)


@pytest.mark.parametrize("second", [1658934600, 1658934600000])
def test_authors_who_changed_their_minds_are_no_flip(export: Export, second: int) -> None:
    """The first vote counts: in seconds or in milliseconds, and whatever the order of the rows."""
    unit = 1 if second < 1e11 else 1000
    comments, votes = authored([-1] * 4, owner=[-1])
    log: list[list[object]] = []
    for who in range(5):
        log.append([second, "", who, who, -1])
        log.append([second - 9 * unit, "", who, who, 1])
        log.append([second - 10 * unit, "", who, who, 0])
    conversation = read_export(export(comments, votes, log=log))
    assert not conversation.flipped
    assert conversation.ballots[1].answers["S1"] == "doesnt"


def test_a_passing_author_says_nothing_about_the_sign(export: Export) -> None:
    assert not read_export(export(*authored([0] * 9, owner=[0]))).flipped


def test_passes_of_an_owner_who_never_voted_are_told(export: Export) -> None:
    """Polis writes a null vote as 0 where a statement was put in without a vote."""
    conversation = read_export(export(*authored([1] * 4, owner=[0] * 6)))
    assert any(note.startswith("6 passes are authors' on their own") for note in conversation.notes)
    assert not any("own statements: Polis" in note for note in read_export(LONDON).notes)


# Names of files, and a log alone

NAMES = ("comments.csv", "participants-votes.csv", "summary.csv", "votes.csv")


@pytest.mark.parametrize("before", ["2026-11-24-1830-0example-", "x-", "A b (2)-", "X-"])
@pytest.mark.parametrize("table", ["participants-votes.csv", "participant-votes.csv"])
def test_a_download_s_names_are_taken(tmp_path: Path, before: str, table: str) -> None:
    for name in NAMES:
        new = table if name == "participants-votes.csv" else name
        (tmp_path / f"{before}{new}").write_bytes((LONDON / name).read_bytes())
    (tmp_path / f"._{before}comments.csv").write_bytes(b"\0")
    (tmp_path / f"{before}comment-groups.csv").write_text("comment-id\n")
    assert read_export(tmp_path) == read_export(LONDON)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("before", ["", "old-"])
def test_two_files_that_fit_are_refused_by_name(tmp_path: Path, name: str, before: str) -> None:
    for other in NAMES:
        (tmp_path / f"new-{other}").write_bytes((LONDON / other).read_bytes())
    second = before + name.replace("participants", "participant")
    (tmp_path / second).write_bytes((LONDON / name).read_bytes())
    told = refusal(tmp_path)
    assert f"new-{name}" in told
    assert second in told


def test_a_log_and_statements_alone_are_enough(tmp_path: Path) -> None:
    for name in ("comments.csv", "votes.csv"):
        (tmp_path / name).write_bytes((LONDON / name).read_bytes())
    conversation, whole = read_export(tmp_path), read_export(LONDON)
    assert as_counts(folded(conversation)) == recount(LONDON / "participants-votes.csv")
    assert sorted(map(repr, conversation.ballots)) == sorted(map(repr, whole.ballots))
    assert conversation.title == "A Polis conversation"
    assert any("--title" in note for note in conversation.notes)
    assert read_export(tmp_path, title="  Our\tphones ").title == "Our phones"


@pytest.mark.parametrize("backwards", [False, True])
def test_a_later_vote_in_a_log_replaces_an_earlier_one(export: Export, backwards: bool) -> None:
    log: list[list[object]] = [
        [1, "", 1, 11, 1],
        [2, "", 1, 12, 1],
        [3, "", 1, 11, -1],
        [4, "", 1, 12, "null"],
        [5, "", 2, 12, 0],
    ]
    folder = export(log=log[::-1] if backwards else log)
    (folder / "participants-votes.csv").unlink()
    answers = sorted((b.answers["S1"], b.answers["S2"]) for b in read_export(folder).ballots)
    assert answers == [("doesnt", "not_reached"), ("works", "skipped")]


def test_a_log_alone_finds_the_sign_too(export: Export) -> None:
    comments, _ = authored([1] * 4, owner=[1])
    folder = export(comments, log=[row for who in range(5) for row in ([1, "", who, who, -1], [2, "", who, who, 1])])
    (folder / "participants-votes.csv").unlink()
    assert read_export(folder).flipped
    assert read_export(folder).ballots[1].answers["S1"] == "doesnt"


@pytest.mark.parametrize(
    ("row", "told"), [([1, "", 77, 11, 1], "line 3: the vote is on no statement"), ([1, "", 1, 11, 2], "“vote” holds no vote")]
)
def test_a_bad_row_of_a_log_alone_is_told(export: Export, row: list[object], told: str) -> None:
    folder = export(log=[[1, "", 1, 11, 1], row])
    (folder / "participants-votes.csv").unlink()
    assert told in refusal(folder)


def test_voters_of_the_log_without_a_row_are_told(export: Export) -> None:
    conversation = read_export(export(log=[[1, "", 1, 11, 1], [1, "", 1, 98, 1], [1, "", 2, 98, 1], [1, "", 2, 99, 0]]))
    assert len(conversation.ballots) == 4
    assert any(note.startswith("2 people have votes in votes.csv and no row") for note in conversation.notes)


def test_no_title_without_a_summary_beside_a_table(export: Export) -> None:
    folder = export()
    (folder / "summary.csv").unlink()
    assert "Or use --title" in refusal(folder)
    assert read_export(folder, title="Phones").title == "Phones"


@pytest.mark.parametrize("number", ["(1)", " (2)"])
def test_what_a_browser_saved_a_second_time_was_not_found(export: Export, number: str) -> None:
    folder = export()
    for name in ("comments.csv", "participants-votes.csv"):
        (folder / name).rename(folder / name.replace(".csv", f"{number}.csv"))
    assert len(read_export(folder).ballots) == 4
    write(folder / "comments.csv", COMMENTS[:2])
    assert "fits no statement" in refusal(folder), "the plain name is the one that is meant"


# What is left out


@pytest.mark.parametrize("yes", ["true", "True", "TRUE", "1", "t", "1.0", "VERDADERO", "Wahr", "Sí"])
def test_statements_on_who_people_are_are_left_out_and_told(export: Export, yes: str) -> None:
    comments: list[list[object]] = [
        [*COMMENTS[0], "is-meta"],
        [*COMMENTS[1], yes],
        [*COMMENTS[2], "false"],
        [*COMMENTS[3], yes],
    ]
    conversation = read_export(export(comments))
    assert [c.id for c in conversation.cards] == ["S2"]
    assert all(set(b.answers) == {"S2"} for b in conversation.ballots)
    assert "1 statement on who people are (is-meta) was left out." in conversation.notes
    assert "1 rejected statement was left out." in conversation.notes


@pytest.mark.parametrize("name", ["is_meta", "Is Meta", "IS-META"])
def test_a_column_with_an_underscore_was_passed_over(export: Export, name: str) -> None:
    comments: list[list[object]] = [[*COMMENTS[0], name], [*COMMENTS[1], "true"], *([*row, ""] for row in COMMENTS[2:])]
    assert [c.id for c in read_export(export(comments)).cards] == ["S2"]


def test_a_word_that_is_neither_true_nor_false_was_taken_as_false(export: Export) -> None:
    told = refusal(export([[*COMMENTS[0], "is-meta"], [*COMMENTS[1], "Anna"], *([*row, "false"] for row in COMMENTS[2:])]))
    assert "comments.csv, line 2: the column “is-meta” needs true or false" in told
    assert "Anna" not in told


def test_a_row_of_commas_alone_was_refused(export: Export) -> None:
    conversation = read_export(export([*COMMENTS, [""] * len(COMMENTS[0])], [*VOTES, [""] * len(VOTES[0])]))
    assert len(conversation.ballots) == 4


def test_a_row_without_a_vote_was_a_person_who_took_part(export: Export) -> None:
    conversation = read_export(export(votes=[*VOTES, [15, "", "", 0, 0, 0, 0, "", ""]]))
    assert len(conversation.ballots) == 4
    assert any(note.startswith("1 person has no vote on a statement") for note in conversation.notes)


def test_a_table_that_lost_its_votes_was_taken(export: Export) -> None:
    assert "holds no vote on a statement" in refusal(export(votes=[VOTES[0], *([*row[:7], "", ""] for row in VOTES[1:])]))


def test_statements_without_any_vote_are_told(export: Export) -> None:
    conversation = read_export(export([*COMMENTS, [1, "", 9, 12, 0, 0, 1, "Late"]]))
    assert any(note.startswith("On 1 statement nobody has a vote") for note in conversation.notes)


def test_statements_are_left_out_as_asked(export: Export) -> None:
    conversation = read_export(export(), without=(1,))
    assert [c.id for c in conversation.cards] == ["S2"]
    assert "1 statement was left out as asked." in conversation.notes


@pytest.mark.parametrize(("without", "told"), [((1, 2), "every statement was left out"), ((1, 8), "has no statement 8")])
def test_what_can_t_be_left_out_is_told(export: Export, without: tuple[int, ...], told: str) -> None:
    folder = export()
    with pytest.raises(CodesignError, match=told):
        read_export(folder, without=without)


# Cells as exports and spreadsheets write them


@pytest.mark.parametrize("cell", ["null", "NULL", "None", "NaN", "n/a"])
def test_null_votes_count_as_not_reached_and_are_told(export: Export, cell: str) -> None:
    conversation = read_export(export(votes=changed(changed(VOTES, (1, 7), cell), (2, 7), cell)))
    assert folded(conversation)["S1"].not_reached == 3, "with the one who answered: so few are not counted"
    assert any(note.startswith("2 votes are empty in words") for note in conversation.notes)


def test_a_minus_as_texts_write_it_was_no_vote(export: Export) -> None:
    votes = [[str(cell).replace("-1", "\u22121") for cell in row] for row in VOTES]
    assert as_counts(folded(read_export(export(votes=votes)))) == {"1": (2, 1), "2": (2, 1)}  # type: ignore[arg-type]


def test_votes_as_floats(export: Export) -> None:
    votes = [VOTES[0], *([*r[:7], *(f"{c}.0" if c != "" else c for c in r[7:])] for r in VOTES[1:])]
    assert as_counts(folded(read_export(export(votes=votes)))) == {"1": (2, 1), "2": (2, 1)}


def test_rows_that_end_early_lose_no_vote_and_are_told(export: Export) -> None:
    votes = [VOTES[0], *(r[:8] if r[8] == "" else r for r in VOTES[1:])]
    conversation = read_export(export(votes=votes))
    assert as_counts(folded(conversation)) == {"1": (2, 1), "2": (2, 1)}
    assert any(note.startswith("1 row of votes ends before") for note in conversation.notes)


def test_columns_of_groups_and_empty_ones_are_passed_over(export: Export) -> None:
    groups = ["group-0-agrees", "group-1-disagrees", "importance", "", ""]
    comments = [[*COMMENTS[0], *groups], *([*r, 1, 2, 3, "", ""] for r in COMMENTS[1:3]), [*COMMENTS[3], 1]]
    votes = [[*VOTES[0], "group-0-votes", "", ""], *([*r, 4, "", ""] for r in VOTES[1:])]
    assert as_counts(folded(read_export(export(comments, votes)))) == {"1": (2, 1), "2": (2, 1)}


def test_line_ends_of_windows_and_within_a_statement(export: Export) -> None:
    folder = export(changed(COMMENTS, (1, 7), 'Phones\r\nat night,\u2028or "later"'))
    for name in ("comments.csv", "participants-votes.csv", "summary.csv"):
        text = (folder / name).read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text)
    conversation = read_export(folder)
    assert conversation.cards[0].rule == 'Phones at night, or "later"'
    assert as_counts(folded(conversation)) == {"1": (2, 1), "2": (2, 1)}


def test_only_empty_lines_are_an_empty_file(export: Export) -> None:
    folder = export()
    (folder / "comments.csv").write_text(",,,\n,,\n")
    assert "comments.csv is empty" in refusal(folder)


# Refusals


@pytest.mark.parametrize("name", ["comments.csv", "participants-votes.csv", "summary.csv"])
def test_a_missing_file_is_named(export: Export, name: str) -> None:
    folder = export()
    (folder / name).unlink()
    told = refusal(folder)
    assert told.startswith(f"There is no file {folder / name}")
    assert "into the folder" in told


def test_no_folder_and_a_file_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(b"PK")
    for name in ("nothing", "export.zip"):
        assert "is not a folder. Unpack" in refusal(tmp_path / name)


def test_two_votes_files_are_refused(export: Export) -> None:
    folder = export()
    write(folder / "participant-votes.csv", VOTES)
    assert "Keep the one of the same export" in refusal(folder)


def test_a_file_over_the_limit_is_refused(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codesign.intake.polis.SIZE_LIMIT", 100)
    assert "comments.csv is larger than" in refusal(export())


BAD_COMMENTS = {
    "comment-id": (changed(COMMENTS, (2, 2), "Anna"), "line 3: the column “comment-id” needs a whole number from 0"),
    "negative": (changed(COMMENTS, (2, 2), "-4"), "line 3: the column “comment-id” needs"),
    "author-id": (changed(COMMENTS, (2, 3), "Anna"), "line 3: the column “author-id” needs"),
    "moderated": (changed(COMMENTS, (2, 6), "Anna"), "line 3: the column “moderated” needs a whole number."),
    "no moderated": (changed(COMMENTS, (2, 6), ""), "line 3: the column “moderated” needs"),
    "twice": (changed(COMMENTS, (2, 2), "1"), "line 3: statement 1 stands there twice"),
    "no column": (changed(COMMENTS, (0, 7), "text"), "line 1: there is no column “comment-body”. Is it the comments.csv"),
    "two of them": (changed(changed(COMMENTS, (0, 7), "a"), (0, 6), "b"), "no column “moderated” and no column “comment-body”"),
    "same column": (changed(COMMENTS, (0, 1), "agrees"), "line 1: two columns have the same name"),
    "no rows": (COMMENTS[:1], "holds no statement"),
    "all rejected": ([COMMENTS[0], [*COMMENTS[1][:6], -1, "x"], [*COMMENTS[2][:6], -1, "y"]], "every statement was rejected"),
}


@pytest.mark.parametrize("case", BAD_COMMENTS)
def test_bad_comments_are_told_with_file_and_line(export: Export, case: str) -> None:
    rows, expected = BAD_COMMENTS[case]
    told = refusal(export(rows))
    assert "comments.csv" in told
    assert expected in told
    assert "Anna" not in told


BAD_VOTES = {
    "two": (changed(VOTES, (3, 8), "2"), "line 4: the column “2” holds no vote. A vote is 1, 0, -1 or nothing."),
    "half": (changed(VOTES, (3, 7), "0.5"), "line 4: the column “1” holds no vote"),
    "word": (changed(VOTES, (2, 7), "agree"), "line 3: the column “1” holds no vote"),
    "participant": (changed(VOTES, (2, 0), "Anna"), "line 3: the column “participant” needs a whole number"),
    "blank participant": (changed(VOTES, (2, 0), ""), "line 3: the column “participant” needs"),
    "twice": (changed(VOTES, (2, 0), "11"), "line 3: this participant has a row already"),
    "no participant": (changed(VOTES, (0, 0), "who"), "line 1: there is no column “participant”"),
    "no number": (changed(VOTES, (0, 8), "Statement 2"), "line 1: column 9 is no column of votes"),
    "unknown": (changed(VOTES, (0, 8), "77"), "line 1: column 9 fits no statement of comments.csv"),
    "statement twice": (changed(VOTES, (0, 8), "1.0"), "line 1: column 9 fits no statement"),
    "long row": ([*VOTES[:2], [*VOTES[2], 1], *VOTES[3:]], "line 3: 10 cells where the header has 9"),
    "short row": ([*VOTES[:2], VOTES[2][:5], *VOTES[3:]], "line 3: 5 cells where the header has 9"),
    "no rows": (VOTES[:1], "holds no votes below its header"),
}


@pytest.mark.parametrize("case", BAD_VOTES)
def test_bad_votes_are_told_with_file_and_line(export: Export, case: str) -> None:
    rows, expected = BAD_VOTES[case]
    told = refusal(export(votes=rows))
    assert "participants-votes.csv" in told
    assert expected in told
    assert "Anna" not in told
    assert "CANARY" not in told


def test_a_statement_without_quotes_round_its_comma_is_told_by_line(export: Export) -> None:
    """The line is that of the file, after a statement of several lines."""
    folder = export(changed(COMMENTS, (1, 7), "one\ntwo\nthree"))
    with (folder / "comments.csv").open("a") as file:
        file.write("1,,7,11,0,0,1,Phones, at night\n")
    told = refusal(folder)
    assert "comments.csv, line 7: 9 cells where the header has 8" in told
    assert "quotation marks" in told
    assert "night" not in told


def test_a_quote_that_is_never_closed_loses_nothing_in_silence(export: Export) -> None:
    folder = export()
    text = (folder / "comments.csv").read_text().replace("Wi-Fi for all", '"Wi-Fi for all')
    (folder / "comments.csv").write_text(text)
    told = refusal(folder)
    assert "comments.csv, row 3 (line 3)" in told
    assert "never closed" in told


def test_a_bad_log_is_told_by_line(export: Export) -> None:
    told = refusal(export(log=[[1, "", 1, 11, 1], ["1.65E+12", "", 1, 11, 1]]))
    assert "votes.csv, line 3: the column “timestamp” needs a whole number" in told


def test_a_summary_without_topic_is_told(export: Export) -> None:
    folder = export()
    (folder / "summary.csv").write_text("url,x\n")
    assert "summary.csv: no line begins with “topic”. Write one" in refusal(folder)


def test_a_header_of_a_quote_alone_ended_the_import_with_a_crash(export: Export) -> None:
    folder = export()
    (folder / "comments.csv").write_text("',\n1,2\n")
    assert "comments.csv, line 1: there is no column “comment-id”" in refusal(folder)


def test_an_empty_or_foreign_file_is_told(export: Export) -> None:
    folder = export()
    (folder / "comments.csv").write_bytes(b"")
    assert "comments.csv is empty" in refusal(folder)
    (folder / "comments.csv").write_bytes(b"a,b\nc,\xe9\n")
    assert "comments.csv, line 2: a letter is not in UTF-8" in refusal(folder)


# People


def test_no_participant_author_or_external_id_reaches_a_value_or_the_disk(export: Export, tmp_path: Path) -> None:
    ids = {11: "770000000011", 12: "770000000012", 13: "770000000013", 14: "770000000014"}
    comments = [[*r[:3], ids.get(r[3], r[3]), *r[4:]] for r in COMMENTS]  # type: ignore[call-overload]
    folder = export(comments, [[ids.get(r[0], r[0]), *r[1:]] for r in VOTES])  # type: ignore[call-overload]
    conversation = read_export(folder)
    places = Places.under(tmp_path / "places")
    plan = Plan(name="polis", title=conversation.title, purpose="", minutes=60, cards=conversation.cards)
    engine = Engine(places, today=lambda: date(2026, 11, 24))
    path = tmp_path / "places" / "record.json"
    open_session = engine.start(plan, Setup(title="x", day="2026-11-24"), Thresholds(), path, conversation.ballots)
    seen = [msgspec.json.encode(conversation), path.read_bytes()]
    open_session.close_round()
    open_session.leave()
    seen.extend(p.read_bytes() for p in (tmp_path / "places").rglob("*") if p.is_file())
    for data in seen:
        assert b"7700000000" not in data
        assert b"CANARY" not in data
