"""Files as the first version wrote or took them: whatever the program becomes, they are accepted and mean the same."""

import json
from pathlib import Path

from codesign.content import read_plan
from codesign.documents.data.schema import SummaryCard, SummaryFile
from codesign.store.disk import Disk
from codesign.store.issued import issued
from codesign.store.places import Places

KEPT = Path(__file__).parent / "data" / "first-version"


def test_the_memory_of_pools_is_still_read_and_added_to(tmp_path: Path) -> None:
    places = Places.under(tmp_path)
    places.pools.write_bytes((KEPT / "pools.json").read_bytes())
    with issued(places, Disk()) as memory:
        assert [len(block) for block in memory.blocks] == [4]
        memory.keep(blocks=[frozenset({"another", "session"})])
    with issued(places, Disk()) as memory:
        assert sorted(len(block) for block in memory.blocks) == [2, 4]


def test_the_second_schema_dropped_nothing_of_the_first_but_what_the_ledger_tells_now() -> None:
    for name in ("summary.json", "summary-pooled.json"):
        first = json.loads((KEPT / name).read_bytes())
        assert set(first) - set(SummaryFile.__struct_fields__) == {"withheld"}
        assert {key for card in first["cards"] for key in card} <= set(SummaryCard.__struct_fields__)


def test_a_facilitators_own_plan_is_still_taken() -> None:
    plan = read_plan(KEPT / "own-plan.toml")
    assert [card.kind for card in plan.cards] == ["scale", "pair", "scale", "choice", "pick-two"]
    assert [card.id for card in plan.cards[2:]] == ["OWN-1", "OWN-2", "OWN-3"]
    assert (plan.thresholds.numbers_from, plan.thresholds.quote_from) == (10, 6)
    assert (plan.cards[0].today, plan.cards[2].content_note) == ("Phones are handed in at 10 pm.", "being alone")
