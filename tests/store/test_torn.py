"""A commit that was cut at any byte: the record is the last one acknowledged or the one in flight, and no temp file stays."""

import pytest
from record_kit import cast, create, opened, temps

from codesign.store.packed import pack, unpack
from codesign.store.places import Places

STRIDE = 37
"""In the default run every so many bytes are tried; in the soak every one."""


class Commit:
    """A record before and after one commit."""

    def __init__(self, places: Places, *, closing: bool) -> None:
        self.places = places
        self.path = places.records / "notes.json"
        record = create(self.path, places)
        cast(record, 0, 1, 2)
        self.before = self.path.read_bytes()
        self.keys = {key: key.read_bytes() for key in places.state.glob("*.key")}
        if closing:
            record.fold()
        else:
            cast(record, 4)
        record.close()
        self.after = self.path.read_bytes()

    def crash(self, temp: bytes, there: bytes) -> bytes:
        """What opening makes of a record with these bytes and a temp file with those."""
        self.path.write_bytes(there)
        self.path.with_name(f".{self.path.name}.99999.0badcafe.tmp").write_bytes(temp)
        for key, private in self.keys.items():
            key.write_bytes(private)
        with opened(self.path, self.places):
            assert temps(self.places.data) == []
        assert all(key.exists() for key in self.keys) == ('"open"' in self.path.read_text())
        return self.path.read_bytes()


def every_torn_temp(commit: Commit, stride: int) -> None:
    for size in [*range(0, len(commit.after), stride), len(commit.after)]:
        torn = commit.after[:size]
        for temp in (torn, torn.ljust(len(commit.after), b"\0")):
            assert commit.crash(temp, commit.before) == commit.before
    assert commit.crash(b"", commit.after) == commit.after


@pytest.mark.parametrize("closing", [False, True], ids=["cast", "fold"])
def test_a_torn_or_zero_filled_temp_file_is_no_record(places: Places, closing: bool) -> None:
    every_torn_temp(Commit(places, closing=closing), STRIDE)


@pytest.mark.soak
@pytest.mark.parametrize("closing", [False, True], ids=["cast", "fold"])
def test_a_temp_file_torn_at_every_byte_is_no_record(places: Places, closing: bool) -> None:
    every_torn_temp(Commit(places, closing=closing), 1)


@pytest.mark.parametrize("closing", [False, True], ids=["cast", "fold"])
def test_the_bytes_of_a_record_follow_from_what_it_says(places: Places, closing: bool) -> None:
    """No state has two spellings, so nothing of its history is left in one."""
    commit = Commit(places, closing=closing)
    for data in (commit.before, commit.after):
        assert pack(unpack(data, commit.path)) == data
