"""verify looks and changes nothing; delete takes everything that belongs to a record, keys first."""

import json
import os
import shutil
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from record_kit import RecordingDisk, cast, create, keys, opened, round_key, tree

from codesign.core.errors import Busy, CodesignError
from codesign.store.code import Code
from codesign.store.disk import Disk
from codesign.store.erase import erase
from codesign.store.places import Places
from codesign.store.record_bytes import Tables, pack, unpack
from codesign.store.verify import findings


@pytest.fixture
def path(places: Places) -> Path:
    """A record with its round open, six ballots, and a code."""
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(6))
    places.state.mkdir(exist_ok=True)
    Code(places.code(record.session_id), lambda: 0.0).set("135790")
    record.close()
    return path


def change(path: Path, how: Callable[[Tables], object]) -> None:
    """A change with a true checksum: what a program with a mistake in it would write."""
    tables = unpack(path.read_bytes(), path)
    how(tables)
    path.write_bytes(pack(tables))


def one(path: Path, places: Places, about: str) -> None:
    before = tree(places.data)
    found = findings(path, places, Disk())
    assert len(found) == 1, found
    assert about in found[0]
    assert tree(places.data) == before


def test_a_good_record_has_no_findings_open_or_closed(path: Path, places: Places) -> None:
    before = tree(places.data)
    assert findings(path, places, Disk()) == []
    with opened(path, places) as record:
        assert findings(path, places, Disk()) == []
        record.fold()
    assert findings(path, places, Disk()) == []
    after = {*tree(places.data)} - {"pools.json"}  # which remembers that it was closed here
    assert set(before) == after | {str(k.relative_to(places.data)) for k in [round_key(path, places)]}


def test_damage_is_found(path: Path, places: Places) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    one(path, places, "damaged")


def test_an_edit_by_hand_is_found(path: Path, places: Places) -> None:
    path.write_bytes(path.read_bytes().replace(b'"expected":8', b'"expected":9'))
    one(path, places, "changed outside")


def test_rows_out_of_order_are_found(path: Path, places: Places) -> None:
    from codesign.store.record_bytes import _head

    data = path.read_bytes()
    tables = unpack(data, path)
    tables["box"] = dict(reversed(tables["box"].items()))
    rest = json.dumps(tables, separators=(",", ":"), sort_keys=False).encode()[1:]
    path.write_bytes(_head(rest) + rest)
    one(path, places, "order of their ids")


def test_counted_ids_are_found(path: Path, places: Places) -> None:
    change(path, lambda t: t.update(box={str(n): row for n, row in enumerate(t["box"].values(), 1)}))
    one(path, places, "counted")


@pytest.mark.parametrize("sealed", ["AAAA", "A" * 5888, "A" * 5896])
def test_a_ballot_of_another_length_is_found(path: Path, places: Places, sealed: str) -> None:
    change(path, lambda t: next(iter(t["box"].values())).update(sealed=sealed))
    one(path, places, "has a length that no ballot")


@pytest.mark.parametrize("kind", ["v", "c"])
def test_sealed_rows_of_schema_1_of_another_length_are_found(path: Path, places: Places, kind: str) -> None:
    change(path, lambda t: [r.update(kind=kind, sealed="AAAA" * (n + 1)) for n, r in enumerate(t["box"].values())])
    one(path, places, "differ in length")


def test_ballots_without_an_open_round_are_found(path: Path, places: Places) -> None:
    box = unpack(path.read_bytes(), path)["box"]
    with opened(path, places) as record:
        record.fold()
    change(path, lambda t: t.update(box=box))
    one(path, places, "although no round is open")


@pytest.mark.parametrize(("table", "field"), [("box", "seat"), ("comments", "time"), ("meta", "user"), ("rounds", "started")])
def test_a_field_that_no_record_holds_is_found(path: Path, places: Places, table: str, field: str) -> None:
    if table == "comments":
        with opened(path, places) as record:
            record.fold()
    change(path, lambda t: next(iter(t[table].values())).update({field: "10:42"}))
    one(path, places, f"{table} holds what no record of this program holds: {field}")


def test_a_table_that_no_record_holds_is_found(path: Path, places: Places) -> None:
    change(path, lambda t: t.update(voters={"1": {"name": "x"}}))
    one(path, places, "voters holds what no record of this program holds: name")


def test_a_missing_key_is_found(path: Path, places: Places) -> None:
    round_key(path, places).unlink()
    one(path, places, "key of this round is not on this laptop")


def test_another_key_is_found(path: Path, places: Places) -> None:
    round_key(path, places).write_bytes(b"k" * 32)
    one(path, places, "key of this round is not on this laptop")


def test_a_key_of_an_ended_round_is_found(path: Path, places: Places) -> None:
    key = round_key(path, places)
    private = key.read_bytes()
    with opened(path, places) as record:
        record.fold()
    key.write_bytes(private)
    one(path, places, str(key))


def test_leftovers_are_found(path: Path, places: Places) -> None:
    key = round_key(path, places)
    for torn in (path.with_name(f".{path.name}.1.ab.tmp"), key.with_name(f".{key.name}.1.ab.tmp")):
        torn.touch()
        one(path, places, str(torn))
        torn.unlink()
    aside = Path(f"{path}.damaged-1")
    aside.touch()
    one(path, places, str(aside))


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_file_that_others_may_open_is_found(path: Path, places: Places) -> None:
    path.chmod(0o644)
    one(path, places, "Others on this laptop may open")


def test_no_file_is_a_sentence(places: Places) -> None:
    with pytest.raises(CodesignError, match="There is no record"):
        findings(places.records / "none.json", places, Disk())


# Deleting


def leftovers(path: Path, places: Places) -> None:
    path.with_name(f".{path.name}.1.ab.tmp").touch()
    Path(f"{path}.damaged-1").write_bytes(path.read_bytes())
    key = round_key(path, places)
    key.with_name(f".{key.name}.1.ab.tmp").touch()


def test_delete_takes_record_key_code_and_leftovers_and_nothing_else(path: Path, places: Places) -> None:
    other = create(places.records / "other.json", places)
    cast(other, 0)
    other.close()
    stays = set(tree(places.data)) - {"records/notes.json"}
    stays = {name for name in stays if "other" in name or str(round_key(other.path, places).name) in name}
    leftovers(path, places)
    erase(path, places, Disk())
    assert set(tree(places.data)) == stays
    assert not Path(f"{path}.lock").exists()
    with opened(other.path, places) as record:
        assert record.read().in_box == 1


def test_the_key_goes_before_the_record(path: Path, places: Places) -> None:
    """What is sealed is lost with its key, even if the power goes before the rest is removed."""
    disk = RecordingDisk()
    key = round_key(path, places)
    erase(path, places, disk)
    gone = [step for step in disk.steps if step.startswith("unlink")]
    assert gone[0] == f"unlink {key.name}"
    assert gone.index(f"unlink {key.name}") < gone.index(f"unlink {path.name}")


def test_a_damaged_record_can_be_deleted_with_its_key(path: Path, places: Places) -> None:
    path.write_bytes(path.read_bytes()[:-30])
    erase(path, places, Disk())
    assert tree(places.data) == {}


@pytest.mark.parametrize("data", [b"", b"my homework", b'{"_default":{"1":{"a":1}}}', b"PK\x03\x04" * 50])
def test_what_is_no_record_is_not_deleted(path: Path, places: Places, data: bytes) -> None:
    path.write_bytes(data)
    before = tree(places.data)
    with pytest.raises(CodesignError, match="nothing was changed"):
        erase(path, places, Disk())
    assert tree(places.data) == before


def test_a_record_that_is_open_is_not_deleted(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        with pytest.raises(Busy):
            erase(path, places, Disk())
        cast(record, 7)


def test_a_delete_that_was_cut_short_is_finished_by_the_next(path: Path, places: Places) -> None:
    leftovers(path, places)

    class Stuck(Disk):
        def unlink(self, path: Path) -> None:
            if path.suffix == ".json":
                raise CodesignError("stuck")
            super().unlink(path)

    with pytest.raises(CodesignError):
        erase(path, places, Stuck())
    assert keys(places) == []
    erase(path, places, Disk())
    assert tree(places.data) == {}


def test_a_link_is_deleted_with_the_record_it_leads_to_left_as_a_broken_link(
    path: Path, places: Places, tmp_path: Path
) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)
    erase(link, places, Disk())
    assert not path.exists()


def test_deleting_a_copy_takes_no_key_and_no_code_from_the_record(path: Path, places: Places) -> None:
    """A backup of an open record was deleted, and the live round could not be opened any more."""
    copy = path.with_name("copy.json")
    shutil.copy(path, copy)
    with opened(path, places) as record:
        assert erase(copy, places, Disk()).kept_for == path
        assert not copy.exists()
        assert record.has_key
        cast(record, 6)
        record.fold()
    erase(path, places, Disk())
    assert [*tree(places.data)] == ["pools.json"], "a hash of its number, which stays"


def test_a_file_that_was_put_aside_is_not_deleted_for_itself(path: Path, places: Places) -> None:
    aside = Path(f"{path}.damaged-1")
    shutil.copy(path, aside)
    before = tree(places.data)
    with pytest.raises(CodesignError, match="put aside"):
        erase(aside, places, Disk())
    assert tree(places.data) == before


def test_a_file_of_somebodys_own_beside_a_record_stays(path: Path, places: Places) -> None:
    own = Path(f"{path}.damaged-notes.txt")
    own.touch()
    Path(f"{path}.damaged-x").mkdir()
    erase(path, places, Disk())
    assert own.exists()


def test_a_record_whose_meta_row_is_damaged_is_deleted_with_its_key(path: Path, places: Places) -> None:
    path.write_bytes(path.read_bytes().replace(b'"title":"Tech', b'"title":#Tech'))
    erase(path, places, Disk())
    assert tree(places.data) == {}


def test_a_copied_row_is_found_and_counts_once(path: Path, places: Places) -> None:
    def copy(tables: Tables) -> None:
        row = next(iter(tables["box"].values()))
        tables["box"] |= {str(7_000_000 + n): dict(row) for n in range(3)}

    change(path, copy)
    one(path, places, "copies of others")
    with opened(path, places) as record:
        record.fold()
        assert record.read().tallies["S"].ballots == 6


def test_a_ballot_in_other_spellings_counted_as_many(path: Path, places: Places) -> None:
    """The last letter before the padding has bits that mean nothing."""
    letters = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"

    def respell(tables: Tables) -> None:
        row = next(row for row in tables["box"].values() if row["sealed"].endswith("="))
        head, end = row["sealed"].rstrip("="), row["sealed"].count("=")
        base = letters.index(head[-1]) & (~15 if end == 2 else ~3)
        others = [f"{head[:-1]}{letters[base + n]}{'=' * end}" for n in range(4)]
        tables["box"] |= {str(7_000_000 + n): {**row, "sealed": o} for n, o in enumerate(others) if o != row["sealed"]}

    change(path, respell)
    assert any("copies of others" in found for found in findings(path, places, Disk()))
    with opened(path, places) as record:
        record.fold(without_broken=True)
        assert record.read().tallies["S"].ballots == 6
        assert record.read().left_out == 3


@pytest.mark.parametrize("part", ["setup", "lines"])
def test_a_name_hidden_in_the_set_up_is_found(path: Path, places: Places, part: str) -> None:
    change(path, lambda t: t["meta"]["1"][part].update(voters=["Ana 10:31"]))
    found = findings(path, places, Disk())
    assert f"The {part} holds what no record of this program holds: voters." in found
    assert len(found) == {"setup": 1, "lines": 2}[part]  # the lines were fixed as well


@pytest.mark.parametrize("how", [lambda t: t.update(box={"x": {}}), lambda t: t.update(box=[]), lambda t: t.update(tally="x")])
def test_a_hostile_file_with_a_true_checksum_is_damaged(path: Path, places: Places, how: Callable[[Tables], object]) -> None:
    from codesign.store.record_bytes import _head

    tables: Any = unpack(path.read_bytes(), path)
    how(tables)
    rest = json.dumps(tables, separators=(",", ":"), sort_keys=True).encode()[1:]
    path.write_bytes(_head(rest) + rest)
    assert "form of a record" in findings(path, places, Disk())[0]


def test_a_sealed_row_that_is_a_number_is_damaged(path: Path, places: Places) -> None:
    change(path, lambda t: next(iter(t["box"].values())).update(sealed=7))
    assert "form of a record" in findings(path, places, Disk())[0]
