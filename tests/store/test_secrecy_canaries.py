"""Words that are easy to find are voted and typed, and then looked for in every byte that is written, logged or printed."""

import base64
import gc
import json
import logging
import re
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from record_kit import CARDS, LINES, SETUP, RecordingDisk, keys, temps, tree

from codesign.cli import main
from codesign.core.ballot import Ballot, Remark, as_row
from codesign.core.card import Card
from codesign.core.errors import CodesignError, NotSaved
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.session import Review
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.store.code import Code
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.record import Record

CODE = "135790"
PLAN = (*CARDS, *(Card(id=f"S{n}", kind="scale", rule=f"Rule {n}") for n in range(12)))
WORDS, PICK, SUPPORT = "zebrafish in the attic ñ😀", "pick-canary", "Quetzalcoatl by the door"
VOTERS = [
    Ballot(
        {c.id: [*(o.code for o in kind_of(c).options(c)), *NO_ANSWER][(n + k) % 6] for k, c in enumerate(PLAN)},
        (Remark("S", "could", f"{WORDS} {n}", True, (PICK,)),),
    )
    for n in range(6)
]
ROWS = [part for v in VOTERS for part in as_row(v, PLAN, b"", 4096)[17:].split(b"\0") if len(part) > 3]
"""The votes and the words of each, without what frames them."""
CODES = ("works", "could", "doesnt", *NO_ANSWER)
SPOKEN = {"words": b"zebrafish", "pick": PICK.encode(), "person": SUPPORT.encode()}


def seen(data: bytes, depth: int = 2) -> Iterator[bytes]:
    """The bytes as they are, and what stands inside their base64 and their hex, and inside that."""
    yield data
    if not depth:
        return
    for run in set(re.findall(rb"[A-Za-z0-9+/]{12,}", data)):
        for start in range(4):
            part = run[start:]
            part = part[:-1] if len(part) % 4 == 1 else part
            yield from seen(base64.b64decode(part + b"=" * (-len(part) % 4)), depth - 1)
    for run in set(re.findall(rb"[0-9a-fA-F]{12,}", data)):
        for start in range(2):
            part = run[start:]
            yield from seen(bytes.fromhex(part[: len(part) // 2 * 2].decode()), depth - 1)


def found_in(secrets: dict[str, bytes], files: Iterable[bytes]) -> set[str]:
    """Which of the secrets can be read in any of the files. One of digits only counts where it stands alone: ids are digits
    too."""
    forms = {
        name: re.compile(rb"(?<!\w)%b(?!\w)" % secret if secret.isdigit() else re.escape(secret))
        for name, secret in secrets.items()
    }
    views = [view for data in dict.fromkeys(files) for view in seen(data)]
    return {name for name, form in forms.items() if any(form.search(view) for view in views)}


def vote_secrets() -> dict[str, bytes]:
    """Plain rows, words as UTF-8 and as JSON would write them, picks, and the answers that no card's own words name."""
    found = {f"row {n}": row for n, row in enumerate(ROWS)} | {code: code.encode() for code in CODES}
    found |= {"words": WORDS.encode(), "words in JSON": json.dumps(WORDS)[1:-1].encode(), "a part of them": b"zebrafish"}
    return found | {"pick": PICK.encode(), "consent": b"quote_ok"}


def test_the_search_finds_what_is_hidden() -> None:
    secret = {"it": b"zebrafish"}
    for hidden in (b"a zebrafish", b"\0zebrafish\0\0"):
        for before in (b"", b"x", b"xy"):
            packed = base64.b64encode(before + hidden)
            for data in (hidden, packed, hidden.hex().encode(), base64.b64encode(packed), b'{"a":"' + packed + b'"}'):
                assert found_in(secret, [data]) == {"it"}, data
    assert found_in(secret, [b"zebra fish", base64.b64encode(b"zebr")]) == set()


def played(places: Places, disk: RecordingDisk) -> Iterator[tuple[str, Record, bytes]]:
    """A session with canaries in all that is secret, in two steps: open with six ballots in the box, folded and decided."""
    setup = replace(SETUP, support_person=SUPPORT)
    record = Record.create(places.records / "notes.json", setup, LINES, PLAN, places, disk=disk)
    (key,) = keys(places)
    private = key.read_bytes()
    code = Code(places.code(record.session_id), lambda: 0.0, disk)
    code.set(CODE)
    with pytest.raises(CodesignError):
        code.check("000000")
    for voter in VOTERS:
        record.cast(record.seal([voter]))
    yield "open", record, private
    record.fold()
    code.check(CODE)
    for comment in record.read().comments:
        record.review(comment.id, Review("theme", "later hours"))
    record.close()
    yield "folded", record, private


def held_by(value: object) -> Iterator[object]:
    """The value and all that it holds in memory, but for code."""
    left, known = [value], {id(value)}
    while left:
        value = left.pop()
        yield value
        new = [v for v in gc.get_referents(value) if id(v) not in known and not isinstance(v, ModuleType | FunctionType | type)]
        known.update(map(id, new))
        left += new


def test_no_ballot_no_code_and_no_key_can_be_read_while_the_round_is_open(places: Places) -> None:
    disk = RecordingDisk()
    course = played(places, disk)
    _, record, private = next(course)
    assert len(disk.writes) > len(VOTERS)
    is_key = [".key" in p.name and p.parent == places.state for p, _ in disk.writes]
    written = [data for (_, data), key in zip(disk.writes, is_key, strict=True) if not key]
    assert [data for (_, data), key in zip(disk.writes, is_key, strict=True) if key] == [private]
    files = [data for name, data in tree(places.data).items() if not name.endswith(".key")]
    hidden = vote_secrets() | {"code": CODE.encode(), "key": private, "half of the key": private[:16]}
    assert found_in(hidden, [*written, *files, *(str(p).encode() for p, _ in disk.writes)]) == set()
    record.close()
    course.close()


def test_an_open_record_holds_neither_its_key_nor_what_was_cast(places: Places) -> None:
    record = Record.create(places.records / "notes.json", SETUP, LINES, PLAN, places)
    (key,) = keys(places)
    record.cast(record.seal(VOTERS))
    held = [v.encode() if isinstance(v, str) else v for v in held_by(record) if isinstance(v, str | bytes)]
    assert any(b'"sealed"' in v for v in held)
    assert found_in(vote_secrets() | {"key": key.read_bytes()}, held) == set()
    record.close()


def test_after_the_fold_no_row_no_key_and_no_id_of_the_box_is_left(places: Places) -> None:
    disk = RecordingDisk()
    course = played(places, disk)
    _, record, private = next(course)
    before, n = json.loads(record.path.read_bytes()), len(disk.writes)
    next(course)
    sealed = [row["sealed"] for row in before["box"].values()]
    gone = {f"row {n}": row for n, row in enumerate(ROWS)} | {"key": private, "code": CODE.encode()}
    gone |= {f"sealed {n}": base64.b64decode(text) for n, text in enumerate(sealed)}
    gone |= {f"sealed text {n}": text[:40].encode() for n, text in enumerate(sealed)}
    gone |= {f"id {i}": f'"{i}"'.encode() for i in before["box"]}
    gone |= {"public key": before["rounds"]["1"]["public_key"].encode()}
    after = [data for _, data in disk.writes[n:]]
    # the fold, that it was closed here, the decisions, the code's count of wrong tries
    assert len(after) == 1 + 1 + len(VOTERS) + 1
    assert found_in(gone, [*after, *tree(places.data).values()]) == set()
    assert found_in(SPOKEN, after) == set(SPOKEN)
    assert keys(places) == []
    assert temps(places.data) == []


class RefusingDisk(Disk):
    """Takes the first write of the record and no other."""

    def write_new(self, path: Path, data: bytes) -> None:
        if path.name.startswith(".notes") and b'"sealed"' in data:
            raise OSError(28, "No space left on device")
        super().write_new(path, data)


def test_nothing_of_a_ballot_is_logged_or_printed_not_even_when_saving_fails(
    places: Places, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("a library").debug("is heard")
    for _ in played(places, RecordingDisk()):
        pass
    record = Record.create(places.records / "notes-2.json", SETUP, LINES, PLAN, places, disk=RefusingDisk())
    session = OpenSession(record, places, lambda: 0.0)
    sealed = session.seal(VOTERS)
    with pytest.raises(NotSaved) as not_saved:
        session.cast(sealed)
    with pytest.raises(ValueError, match="too long") as too_long:
        session.seal([Ballot({"S": "works"}, (Remark("S", "works", WORDS * 200),))])
    session.leave()
    said = [f"{r.getMessage()} {r.exc_info} {r.stack_info}" for r in caplog.records]
    said += [*capfd.readouterr(), repr(sealed), repr(session), repr(record)]
    said += ["".join(traceback.format_exception(failed.value)) for failed in (not_saved, too_long)]
    assert any("is heard" in words for words in said)
    assert any("NotSaved" in words for words in said)
    assert found_in(SPOKEN | {"code": CODE.encode()}, [words.encode() for words in said]) == set()


def test_commands_print_no_answer_no_comment_and_no_support_person(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    """`review` shows comments because a person asks to read them; nothing else does."""
    caplog.set_level(logging.DEBUG)
    plan, folder = engine.plan("starter"), engine.places.data
    record, table = folder / "records" / "a.json", folder / "stack.csv"
    table.parent.mkdir(exist_ok=True, parents=True)
    table.write_text("PA-1.3,GA-1,PA-1.3:comment,PA-1.3:quote\n" + f"1,A,{WORDS},yes\n2,B,{WORDS} 2,no\n" * 3, encoding="utf-8")
    slipped = folder / "slipped.csv"
    slipped.write_text(f"PA-1.3,GA-1,PA-1.3:comment\n{WORDS},A,\n1,A,{WORDS * 40}\n4,4,{WORDS}\n1\n", encoding="utf-8")
    engine.start(plan, replace(SETUP, support_person=SUPPORT), LINES, record).leave()
    said = []
    for args, right in (
        (["paper", record, slipped], False),
        (["paper", record, table], True),
        (["summary", record, "--out", folder / "early"], False),
        (["close", record], True),
        (["records"], True),
        (["review", record, "--withhold-all"], True),
        (["summary", record, "--out", folder / "out"], True),
        (["paper", record, table], False),
    ):
        result = CliRunner().invoke(main, ["--data", str(folder), *map(str, args)])
        assert (result.exit_code == 0) == right, result.output
        said.append(result.output)
    assert "6 ballots now" in "".join(said)
    said += [r.getMessage() for r in caplog.records]
    pages = [p.read_bytes() for p in (folder / "out").iterdir()]
    with ZipFile(folder / "out" / "summary.docx") as word:
        pages += [word.read(name) for name in word.namelist()]
    assert found_in(SPOKEN, [*(words.encode() for words in said), *pages]) == set()
