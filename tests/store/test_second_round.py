"""A next round in the record: for everybody, with a key of its own, and its counts take the place of the earlier ones."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from record_kit import SCALE, ballot, cast, create, keys, opened, round_key

from codesign.core.ballot import OWN_IDEA, Ballot, Remark
from codesign.core.errors import CodesignError
from codesign.core.session import Review
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.shelf import peek
from codesign.store.verify import findings


@pytest.fixture
def path(places: Places) -> Path:
    """Six people voted, and one proposed a rule."""
    path = places.records / "notes.json"
    record = create(path, places)
    cast(record, *range(5))
    record.cast(record.seal([Ballot({"S": "works"}, (Remark(OWN_IDEA, "idea", "wifi till midnight", True),))]))
    record.fold()
    record.close()
    return path


def test_the_second_vote_takes_the_place_of_the_first_and_of_no_other(path: Path, places: Places) -> None:
    first = peek(path)
    with opened(path, places) as record:
        record.open_round(["S"])
        for _ in range(4):
            record.cast(record.seal([Ballot({"S": "doesnt"})]))
        record.fold()
        now = record.read()
    assert now.tallies["S"].counts == {"works": 0, "could": 0, "doesnt": 4}
    assert now.tallies["C"] == first.tallies["C"]
    assert [r.state for r in now.rounds] == ["closed", "closed"]
    assert keys(places) == []
    assert findings(path, places, Disk()) == []


def test_an_idea_that_was_read_becomes_a_card(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        (idea,) = record.read().ideas
        with pytest.raises(CodesignError):
            record.open_round(["IDEA-1"])
        record.review(idea.id, Review("quote"))
        record.open_round(["IDEA-1"])
    with opened(path, places) as record:
        assert [c.rule for c in record.read().round_cards] == ["wifi till midnight"]
        for _ in range(3):
            record.cast(record.seal([Ballot({"IDEA-1": "works"})]))
        record.fold()
        assert record.read().tallies["IDEA-1"].answered == 3
    assert findings(path, places, Disk()) == []


def test_what_was_told_is_not_voted_on_again_also_after_reopening(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        record.tell()
        before = path.read_bytes()
        record.tell()
        assert path.read_bytes() == before
    with opened(path, places) as record, pytest.raises(CodesignError, match="was shown already"):
        record.open_round(["S"])
    assert keys(places) == []


def test_a_dropped_second_round_leaves_the_first_vote(path: Path, places: Places) -> None:
    first = peek(path)
    with opened(path, places) as record:
        record.open_round(["S"])
        cast_one = record.seal([Ballot({"S": "doesnt"})])
        record.cast(cast_one)
        record.drop_round()
        assert record.read().tallies == first.tallies
    assert keys(places) == []


def test_each_round_has_a_key_of_its_own_name(path: Path, places: Places) -> None:
    with opened(path, places) as record:
        record.open_round([SCALE.id])
        assert round_key(path, places, 1) != round_key(path, places, 2)
        assert keys(places) == [round_key(path, places, 2)]


def test_ideas_that_the_room_read_on_the_page_to_vote_again_were_not_counted_as_told(places: Places) -> None:
    """Quoted, shown, kept back and the next one quoted: all but two of five, and never a fourth."""
    path = places.records / "ideas.json"
    create(path, places).close()
    shown = set()
    with opened(path, places) as record:
        for n in range(5):
            remark = Remark(OWN_IDEA, "idea", f"idea {n}", True)
            record.cast(record.seal([replace(ballot(n), remarks=(remark,))]))
        record.fold()
        for idea in record.read().ideas:
            try:
                record.review(idea.id, Review("quote"))
            except CodesignError:
                continue
            record.show_ideas()
            shown |= {card.rule for card in record.read().idea_cards}
            record.review(idea.id, Review("withheld", reason="other"))
    assert len(shown) == 3
