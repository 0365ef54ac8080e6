"""Files as the first version wrote or took them: whatever the program becomes, they are accepted and mean the same."""

from pathlib import Path

import msgspec

from codesign.content import read_plan
from codesign.documents.data.schema import SummaryFile
from codesign.store.disk import Disk
from codesign.store.issued import issued
from codesign.store.places import Places

KEPT = Path(__file__).parent / "data" / "first-version"


def test_the_memory_of_pools_is_still_read_and_added_to(tmp_path: Path) -> None:
    places = Places.under(tmp_path)
    places.pools.write_bytes((KEPT / "pools.json").read_bytes())
    with issued(places, Disk()) as memory:
        assert [len(block) for block in memory.blocks] == [4]
        memory.keep({}, frozenset({"another", "session"}))
    with issued(places, Disk()) as memory:
        assert sorted(len(block) for block in memory.blocks) == [2, 4]


def test_summaries_are_still_of_the_schema_that_others_build_on() -> None:
    one = msgspec.json.decode((KEPT / "summary.json").read_bytes(), type=SummaryFile, strict=True)
    assert (one.schema, one.records, one.cards[0].counts) == (1, 1, {"works": 4, "could": 3, "doesnt": 3})
    pooled = msgspec.json.decode((KEPT / "summary-pooled.json").read_bytes(), type=SummaryFile, strict=True)
    assert (pooled.schema, pooled.records, pooled.cards[0].counts) == (1, 4, {"works": 16, "could": 12, "doesnt": 12})


def test_a_facilitators_own_plan_is_still_taken() -> None:
    plan = read_plan(KEPT / "own-plan.toml")
    assert [card.kind for card in plan.cards] == ["scale", "pair", "scale", "choice", "pick-two"]
    assert [card.id for card in plan.cards[2:]] == ["OWN-1", "OWN-2", "OWN-3"]
    assert (plan.thresholds.numbers_from, plan.thresholds.quote_from) == (10, 6)
    assert (plan.cards[0].today, plan.cards[2].content_note) == ("Phones are handed in at 10 pm.", "being alone")
