"""What left of a session is known on one laptop at a time: where its memory is, it is pooled, and its words leave."""

import contextlib
import errno
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from codesign.cli import main
from codesign.core.at_stake import is_foreign
from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card
from codesign.core.errors import CodesignError, NotSaved
from codesign.core.new_words import with_new_words
from codesign.core.plan import Plan
from codesign.core.session import Review, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.store.disk import Disk
from codesign.store.issued import Issued, _key, issued, name_of
from codesign.store.places import Places
from codesign.store.record_bytes import pack, unpack
from codesign.store.seal import lock_away
from codesign.store.telling import Telling

RULE = Card(id="SM-1", kind="scale", rule="Rule one")
TWO_WORKS_TWO_COULD_ONE_DOESNT = ("works", "works", "could", "could", "doesnt")
WROTE = (0, 1, 4)
"""Those of the first house whose words may be quoted."""


@pytest.fixture
def office(tmp_path: Path) -> Engine:
    return Engine(Places.under(tmp_path / "office"), lambda: date(2026, 11, 24))


def house(engine: Engine, said: tuple[str, ...], wrote: tuple[int, ...] = (), *, more: int = 0) -> Path:
    """The record of a house whose result the room saw, and of which no summary was written. `more`: so many times as many came
    as well, and said the same."""
    plan = Plan(name="x", title="House", purpose="", minutes=60, cards=(RULE,), thresholds=Thresholds())
    setup = Setup(title=f"House of {said[0]}", day="2026-11-24", audience="the team", answer_by="2026-12-24")
    quotes = {n: (Remark("SM-1", said[n], f"words {n}", True),) for n in wrote}
    stack = [Ballot({"SM-1": code}, quotes.get(n, ())) for n, code in enumerate(said * (1 + more))]
    with engine.start(plan, setup, Thresholds(), ballots=stack) as opened:
        opened.close_round()
        for comment in opened.read().comments:
            opened.review(comment.id, Review("quote"))
        opened.tell()
        return opened.path


def invoke(engine: Engine, *args: object) -> Result:
    return CliRunner().invoke(main, ["--data", str(engine.places.data), *map(str, args)])


def summary(engine: Engine, folder: Path, *of: object) -> dict[str, Any]:
    """The one card of a summary that is written."""
    done = invoke(engine, "summary", *of, "--out", folder, "--format", "json")
    assert done.exit_code == 0, done.output
    card: dict[str, Any] = json.loads((folder / "summary.json").read_bytes())["cards"][0]
    return card


def words(card: dict[str, Any]) -> list[str]:
    return sorted(quote["text"] for quote in card["comments"])


def known_at(engine: Engine) -> list[str]:
    known: list[str] = json.loads(engine.places.pools.read_bytes())["known"]
    return known


THREE_QUOTES = ["words 0", "words 1", "words 4"]


def test_words_that_left_after_the_memory_was_handed_over_told_of_a_whole_house(
    engine: Engine, office: Engine, tmp_path: Path
) -> None:
    """Two houses of 5 were pooled at the office: 2, 7 and 1. With the words of three people of the first, nobody in the second
    can have said anything but "could"."""
    first, second = house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE), house(engine, ("could",) * 5)
    refused = invoke(engine, "pools", "export", tmp_path / "memory")
    assert (refused.exit_code, (tmp_path / "memory").exists()) == (1, False)
    assert (str(first) in refused.stderr, str(second) in refused.stderr) == (True, False), "of the second nobody wrote"
    assert invoke(engine, "pools", "export", tmp_path / "memory", "--yes").exit_code == 0
    assert invoke(office, "pools", "import", tmp_path / "memory").exit_code == 0
    copies = [shutil.copy(path, tmp_path) for path in (first, second)]
    assert summary(office, tmp_path / "pool", *copies)["counts"] == {"works": 2, "could": 7, "doesnt": 1}
    done = invoke(engine, "summary", first, "--out", tmp_path / "own", "--format", "json")
    assert "Words that no summary has told yet stay back" in done.stderr
    assert words(summary(engine, tmp_path / "own", first)) == []
    with engine.open(first) as opened:
        assert opened.read().has_left == ()


def test_words_that_a_summary_told_before_the_memory_was_handed_over_are_told_again(
    engine: Engine, office: Engine, tmp_path: Path
) -> None:
    """And the office knows of them, so that its sum is not shown."""
    first, second = house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE), house(engine, ("could",) * 5)
    assert words(summary(engine, tmp_path / "before", first)) == THREE_QUOTES
    assert invoke(engine, "pools", "export", tmp_path / "memory").exit_code == 0, "nothing waits, so nothing is asked"
    assert words(summary(engine, tmp_path / "after", first)) == THREE_QUOTES
    invoke(office, "pools", "import", tmp_path / "memory")
    assert summary(office, tmp_path / "pool", first, second)["counts"] is None


def test_a_record_that_could_not_be_read_was_told_to_be_nowhere(engine: Engine, tmp_path: Path) -> None:
    house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE).write_bytes(b"{}")
    done = invoke(engine, "pools", "export", tmp_path / "memory")
    assert done.stderr.startswith("1 session is handed over without a record of it that can be read here,")


def test_where_the_memory_is_words_leave_and_they_come_back_with_it(engine: Engine, office: Engine, tmp_path: Path) -> None:
    path = house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    invoke(engine, "pools", "export", tmp_path / "there", "--yes")
    assert words(summary(office, tmp_path / "1", copy)) == [], "before its memory came"
    invoke(office, "pools", "import", tmp_path / "there")
    assert words(summary(office, tmp_path / "2", copy)) == THREE_QUOTES
    invoke(office, "pools", "export", tmp_path / "back")
    invoke(engine, "pools", "import", tmp_path / "back")
    assert words(summary(engine, tmp_path / "3", path)) == THREE_QUOTES


def test_a_lost_memory_let_words_out_beside_a_pool(engine: Engine, tmp_path: Path) -> None:
    """Unless somebody says that no pool holds the session."""
    path = house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE)
    engine.places.pools.unlink()
    assert words(summary(engine, tmp_path / "1", path)) == []
    assert words(summary(engine, tmp_path / "2", path, "--first-pool")) == THREE_QUOTES
    assert words(summary(engine, tmp_path / "3", path)) == THREE_QUOTES


def test_of_a_session_that_shows_its_counts_two_laptops_told_other_words(
    engine: Engine, office: Engine, tmp_path: Path
) -> None:
    """Together they were those of everybody, each beside an answer; a pool could tell nothing of it, so nothing was asked."""
    path = house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE, more=1)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    assert words(summary(office, tmp_path / "1", copy)) == [], "it was told elsewhere"
    assert str(path) in invoke(engine, "pools", "export", tmp_path / "memory").stderr
    assert invoke(engine, "pools", "export", tmp_path / "memory", "--yes").exit_code == 0
    assert words(summary(engine, tmp_path / "own", path)) == []


def test_a_memory_that_was_handed_over_while_a_session_was_open_let_its_words_out(engine: Engine, tmp_path: Path) -> None:
    path = house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE)
    with engine.open(path) as opened:
        invoke(engine, "pools", "export", tmp_path / "memory", "--yes")
        with pytest.raises(CodesignError, match=r"or the memory of pools was handed over. .* Open it again"):
            opened.write_summary(tmp_path / "own", ["json"])


# Files that come back


def test_a_laptop_took_its_own_file_back_and_two_pools_were_subtracted(engine: Engine, office: Engine, tmp_path: Path) -> None:
    """The office pooled three houses. The laptop, which had handed them over, pooled two of them: the one minus the other are
    the numbers of the third, in which all said the same."""
    houses = [house(engine, ("works", *("could",) * 2, *("doesnt",) * 2)), house(engine, ("works", *("could",) * 4, "doesnt"))]
    houses.append(house(engine, ("works",) * 6))
    invoke(engine, "pools", "export", tmp_path / "there")
    invoke(office, "pools", "import", tmp_path / "there")
    assert summary(office, tmp_path / "three", *houses)["counts"] == {"works": 8, "could": 6, "doesnt": 3}
    renamed = shutil.copy(tmp_path / "there", tmp_path / "another")
    refused = invoke(engine, "pools", "import", renamed)
    assert (refused.exit_code, "This laptop wrote that file itself" in refused.stderr) == (1, True)
    two = ("summary", *houses[:2], "--out", tmp_path / "two")
    assert "does not know whether 2 of these records were pooled before" in invoke(engine, *two).stderr
    invoke(office, "pools", "export", tmp_path / "back")
    assert invoke(engine, "pools", "import", tmp_path / "back").exit_code == 0
    assert "was pooled before with 1 more" in invoke(engine, *two).stderr
    assert not (tmp_path / "two").exists()


def test_a_file_that_was_taken_in_and_handed_on_was_taken_in_again(engine: Engine, office: Engine, tmp_path: Path) -> None:
    """By the laptop that handed it on, or by the one that took that in: what it tells of is somewhere else since."""
    third = Engine(Places.under(tmp_path / "third"), engine.today)
    house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT)
    invoke(engine, "pools", "export", tmp_path / "1")
    invoke(office, "pools", "import", tmp_path / "1")
    invoke(office, "pools", "export", tmp_path / "2")
    assert invoke(third, "pools", "import", tmp_path / "2").stdout.startswith("Added: 0 pools and 1 sessions")
    for laptop in (office, third):
        kept = laptop.places.pools.read_bytes()
        assert "That file was taken in before" in invoke(laptop, "pools", "import", tmp_path / "1").stderr
        assert laptop.places.pools.read_bytes() == kept


def test_what_a_laptop_remembers_itself_was_taken_for_what_it_handed_over(
    engine: Engine, office: Engine, tmp_path: Path
) -> None:
    house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT)
    refused = invoke(office, "pools", "import", engine.places.pools)
    assert (refused.exit_code, "pools export wrote" in refused.stderr) == (1, True)


def test_a_memory_whose_file_could_not_be_written_is_not_handed_over(engine: Engine, tmp_path: Path) -> None:
    """And it is handed over before the file is there: who is stopped in between has given it to nobody."""
    house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT)
    known = known_at(engine)
    (tmp_path / "memory").write_text("another's")
    assert invoke(engine, "pools", "export", tmp_path / "memory").exit_code == 1
    assert (tmp_path / "memory").read_text() == "another's"
    assert known_at(engine) == known != []
    with issued(engine.places, Disk()) as memory:
        memory.hand_over(lambda _data, forget: forget())
        assert known_at(engine) == []


@pytest.mark.parametrize(("failing", "told"), [("write_new", ""), ("_fill", "handed over"), ("_rename", "handed over")])
def test_a_file_that_may_have_reached_the_stick_was_taken_back(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, told: str
) -> None:
    """Whoever has it, or the beginning of it, could pool the sessions beside the laptop that knew them still."""
    house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT)
    known, real = known_at(engine), getattr(Disk, failing)

    def pulled_out(self: Disk, path: Path, *rest: Any) -> None:
        if path.parent == tmp_path / "stick":
            raise OSError(errno.EIO, "I/O error")
        real(self, path, *rest)

    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(Disk, failing, pulled_out)
    refused = invoke(engine, "pools", "export", tmp_path / "stick" / "memory", "--yes")
    assert (refused.exit_code, told in refused.stderr, "counts as" in refused.stderr) == (1, True, bool(told))
    assert known_at(engine) == ([] if told else known)


# A vote that was closed and not told


def untold(engine: Engine, *counts: int) -> Path:
    """The record of a closed vote of which nobody was told yet."""
    plan = Plan(name="x", title="House", purpose="", minutes=60, cards=(RULE,), thresholds=Thresholds())
    setup = Setup(title="House", day="2026-11-24", audience="the team", answer_by="2026-12-24")
    with engine.start(plan, setup, Thresholds(), ballots=votes(*counts)) as opened:
        opened.close_round()
        return opened.path


def votes(*counts: int) -> list[Ballot]:
    answers = zip(("works", "could", "doesnt"), counts, strict=True)
    return [Ballot({"SM-1": answer}) for answer, count in answers for _ in range(count)]


@pytest.mark.parametrize("counts", [(1, 4, 1), (6, 4, 2)], ids=["of few", "of many"])
def test_two_laptops_took_a_closed_vote_for_their_own(
    engine: Engine, office: Engine, tmp_path: Path, counts: tuple[int, ...]
) -> None:
    """The record was copied before its result was shown. From what both told, a later vote, words or another pool were
    subtracted."""
    path = untold(engine, *counts)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    for refused in (invoke(office, "summary", copy, "--out", tmp_path / "1"), invoke(office, "round", copy, "--cards", "SM-1")):
        assert (refused.exit_code, "closed on another laptop" in refused.stderr) == (1, True), refused.output
    with office.open(copy) as opened:
        assert is_foreign(opened.read())
        for leaving in (opened.tell, opened.show_ideas, lambda: opened.tell(themes=True)):
            with contextlib.suppress(CodesignError):
                leaving()
        assert not opened.read().told
    with engine.open(path) as opened:
        assert not is_foreign(opened.read())
        opened.tell()
    assert invoke(engine, "summary", path, "--out", tmp_path / "2").exit_code == 0


def test_a_vote_is_told_elsewhere_once_somebody_says_that_it_is_told_there_alone(
    engine: Engine, office: Engine, tmp_path: Path
) -> None:
    copies = [Path(shutil.copy(untold(engine, 2, 2, 2), tmp_path / name)) for name in "ab"]
    assert invoke(office, "summary", copies[0], "--out", tmp_path / "1", "--first-pool").exit_code == 0
    with office.open(copies[1]) as opened:
        opened.is_told_here_alone()
        assert opened.tell().told == ("SM-1",)


def test_what_was_not_told_yet_went_with_the_memory_of_pools(engine: Engine, office: Engine, tmp_path: Path) -> None:
    """A laptop that handed its memory over could not show its own room the vote of that day."""
    path = untold(engine, 2, 2, 2)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    assert invoke(engine, "pools", "export", tmp_path / "memory").exit_code == 0
    assert invoke(office, "pools", "import", tmp_path / "memory").exit_code == 0
    assert invoke(office, "summary", copy, "--out", tmp_path / "1").exit_code == 1
    with engine.open(path) as opened:
        opened.tell()


def test_a_power_cut_between_the_close_and_the_memory_of_it(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Plan(name="x", title="House", purpose="", minutes=60, cards=(RULE,), thresholds=Thresholds())
    setup = Setup(title="House", day="2026-11-24", audience="the team", answer_by="2026-12-24")
    with engine.start(plan, setup, Thresholds(), ballots=votes(2, 2, 2)) as opened, monkeypatch.context() as at_once:
        path = opened.path
        at_once.setattr(Issued, "keep", lambda *_args, **_kw: (_ for _ in ()).throw(NotSaved("cut")))
        with pytest.raises(NotSaved):
            opened.close_round()
        assert list(engine.places.state.glob("*.key")), "it says that the vote was closed here"
    assert not engine.places.pools.exists()
    with engine.open(path) as opened:
        assert not is_foreign(opened.read())
        assert list(engine.places.state.glob("*.key")) == []
        opened.tell()


def test_a_lost_memory_let_a_vote_be_told_twice(engine: Engine) -> None:
    path = untold(engine, 2, 2, 2)
    engine.places.pools.unlink()
    with engine.open(path) as opened, pytest.raises(CodesignError, match="lost its memory"):
        opened.tell()


def test_a_vote_that_an_earlier_version_closed_was_told_to_be_of_another_laptop(engine: Engine) -> None:
    """That one remembered a session only once something of it was told."""
    path = untold(engine, 2, 2, 2)
    engine.places.pools.unlink()
    assert "or by an earlier version" in invoke(engine, "summary", path, "--out", path.parent / "out").stderr


def test_records_outside_the_data_folder_were_handed_over_in_silence(engine: Engine, tmp_path: Path) -> None:
    path = house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE)
    path.rename(tmp_path / "elsewhere.json")
    done = invoke(engine, "pools", "export", tmp_path / "memory")
    assert (done.exit_code, "1 session is handed over without a record" in done.stderr) == (0, True)


def vote(engine: Engine, path: Path, card: str, *counts: int) -> None:
    """A next round on one card, cast and closed."""
    with engine.open(path) as opened:
        opened.open_round([card])
        opened.cast(opened.seal([Ballot({card: ballot.answers["SM-1"]}) for ballot in votes(*counts)]))
        opened.close_round()


def refused_elsewhere(engine: Engine, path: Path, out: Path) -> bool:
    done = invoke(engine, "summary", path, "--out", out)
    return done.exit_code == 1 and "closed on another laptop" in done.stderr and not [*out.glob("*")]


def test_an_older_copy_that_was_opened_once_passed_for_told(engine: Engine, office: Engine, tmp_path: Path) -> None:
    """A backup of the first vote was opened after the second was shown: marked as told, it was told on another laptop."""
    path = untold(engine, 4, 2, 4)
    backup = Path(shutil.copy(path, tmp_path / "backup.json"))
    vote(engine, path, "SM-1", 4, 2, 5)
    with engine.open(path) as opened:
        opened.tell()
    assert "another vote" in invoke(engine, "summary", backup, "--out", tmp_path / "1").stderr
    assert refused_elsewhere(office, backup, tmp_path / "2")


def with_ideas(engine: Engine, *ideas: str) -> Path:
    """The record of a closed vote in which so many ideas were written, none of them read."""
    plan = Plan(name="x", title="House", purpose="", minutes=60, cards=(RULE,), thresholds=Thresholds())
    setup = Setup(title="House", day="2026-11-24", audience="the team", answer_by="2026-12-24")
    stack = votes(4, 2, 4)
    stack = [replace(b, remarks=(Remark("", "idea", idea, True),)) for b, idea in zip(stack, ideas, strict=False)] + stack[
        len(ideas) :
    ]
    with engine.start(plan, setup, Thresholds(), ballots=stack) as opened:
        opened.close_round()
        return opened.path


def let_through(engine: Engine, path: Path, *ideas: str) -> dict[str, str]:
    """Words of each idea that can be voted on -> its card."""
    with engine.open(path) as opened:
        for comment in opened.read().comments:
            verdict = Review("quote") if comment.text in ideas else Review("withheld", reason="other")
            opened.review(comment.id, verdict)
        return {card.rule: card.id for card in opened.read().idea_cards}


def test_the_vote_on_an_idea_passed_for_told_with_the_cards(engine: Engine, office: Engine, tmp_path: Path) -> None:
    path = with_ideas(engine, "Wifi till one")
    card = let_through(engine, path, "Wifi till one")["Wifi till one"]
    assert invoke(engine, "summary", path, "--out", tmp_path / "1").exit_code == 0
    vote(engine, path, card, 4, 2, 4)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    assert refused_elsewhere(office, copy, tmp_path / "2")
    assert invoke(office, "round", copy, "--cards", card).exit_code == 1


def test_an_idea_was_voted_on_and_told_again_under_another_number(engine: Engine, tmp_path: Path) -> None:
    path = with_ideas(engine, "Wifi till one", "A plug at each bed")
    unread = path.read_bytes()
    vote(engine, path, let_through(engine, path, "Wifi till one")["Wifi till one"], 4, 2, 4)
    assert invoke(engine, "summary", path, "--out", tmp_path / "1").exit_code == 0
    path.write_bytes(unread)
    cards = let_through(engine, path, "Wifi till one", "A plug at each bed")
    assert "was shown already" in invoke(engine, "round", path, "--cards", cards["Wifi till one"]).stderr


def test_a_mended_copy_passed_for_told(engine: Engine, office: Engine, tmp_path: Path) -> None:
    copy = Path(shutil.copy(untold(engine, 4, 2, 4), tmp_path / "copy.json"))
    copy.write_bytes(copy.read_bytes().replace(b"House", b"Mouse"))
    assert invoke(office, "mend", copy, "--yes").exit_code == 0
    assert refused_elsewhere(office, copy, tmp_path / "1")


def test_a_pool_made_a_laptop_the_home_of_records_that_it_was_given(engine: Engine, office: Engine, tmp_path: Path) -> None:
    copies = []
    for name in "ab":
        with engine.open(untold(engine, 4, 2, 4)) as opened:
            opened.tell()
            copies.append(shutil.copy(opened.path, tmp_path / name))
    assert invoke(office, "summary", *copies, "--out", tmp_path / "pool").exit_code == 0
    assert known_at(office) == []


def test_an_export_in_the_middle_of_the_hour_took_the_session_along(engine: Engine, tmp_path: Path) -> None:
    path = with_ideas(engine, "Wifi till one")
    card = let_through(engine, path, "Wifi till one")["Wifi till one"]
    with engine.open(path) as opened:
        opened.show_ideas()
    assert invoke(engine, "pools", "export", tmp_path / "memory", "--yes").exit_code == 0
    vote(engine, path, card, 4, 2, 4)
    with engine.open(path) as opened:
        opened.tell()


def test_the_length_of_what_was_sealed_told_how_many_had_written(engine: Engine, tmp_path: Path) -> None:
    """Of a theme that one person wrote of, and of one that everybody wrote of, the summary says the same."""
    sizes = set()
    plan = Plan(name="x", title="House", purpose="", minutes=60, cards=(RULE,), thresholds=Thresholds())
    setup = Setup(title="House", day="2026-11-24", audience="the team", answer_by="2026-12-24")
    for wrote in (1, 2, 5):
        engine.places.pools.unlink(missing_ok=True)
        said = [Ballot({"SM-1": "works"}, (Remark("SM-1", "works", "fair", True),) * (n < wrote)) for n in range(5)]
        with engine.start(plan, setup, Thresholds(), ballots=said) as opened:
            opened.close_round()
            for comment in opened.read().comments:
                opened.review(comment.id, Review("theme", theme="fair"))
            opened.write_summary(tmp_path / f"{wrote}", ["json"])
        (sealed,) = json.loads(engine.places.pools.read_bytes())["told"].values()
        sizes.add(len(sealed))
    assert len(sizes) == 1


def test_a_second_vote_that_was_open_passed_for_told(engine: Engine, office: Engine, tmp_path: Path) -> None:
    """A copy of the first vote was told while the second was open: the record was marked, and told elsewhere."""
    path = untold(engine, 4, 2, 4)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    with engine.open(path) as opened:
        opened.open_round(["SM-1"])
    assert invoke(engine, "summary", copy, "--out", tmp_path / "1").exit_code == 0
    with engine.open(path) as opened:
        opened.cast(opened.seal(votes(4, 2, 5)))
        opened.close_round()
    assert "another vote" in invoke(engine, "summary", path, "--out", tmp_path / "2").stderr
    assert refused_elsewhere(office, Path(shutil.copy(path, tmp_path / "there.json")), tmp_path / "3")


def test_an_idea_in_new_words_was_another_idea(engine: Engine, tmp_path: Path) -> None:
    path = with_ideas(engine, "Wifi till one")
    card = let_through(engine, path, "Wifi till one")["Wifi till one"]
    vote(engine, path, card, 4, 2, 4)
    copy = Path(shutil.copy(path, tmp_path / "copy.json"))
    with engine.open(path) as opened:
        opened.keep_group_notes(with_new_words(opened.read(), opened.read().card(card), "Wifi till two on Fridays"))
    vote(engine, path, card, 4, 2, 5)
    assert invoke(engine, "summary", path, "--out", tmp_path / "1").exit_code == 0
    assert "another vote" in invoke(engine, "summary", copy, "--out", tmp_path / "2").stderr


def test_a_mended_copy_of_a_vote_that_was_not_told_went_into_a_pool(engine: Engine, office: Engine, tmp_path: Path) -> None:
    copy = Path(shutil.copy(untold(engine, 4, 2, 4), tmp_path / "copy.json"))
    with engine.open(untold(engine, 5, 5, 5)) as opened:
        opened.tell()
        told = shutil.copy(opened.path, tmp_path / "told.json")
    copy.write_bytes(copy.read_bytes().replace(b"House", b"Mouse"))
    assert invoke(office, "mend", copy, "--yes").exit_code == 0
    assert invoke(office, "summary", copy, told, "--out", tmp_path / "pool").exit_code == 1
    with office.open(copy) as opened, pytest.raises(CodesignError, match="nobody can have answered it"):
        opened.must_be_told()


def test_a_next_round_elsewhere_told_what_the_vote_was_like(engine: Engine, office: Engine, tmp_path: Path) -> None:
    for n, counts in enumerate([(9, 0, 0), (4, 2, 4)]):
        copy = shutil.copy(untold(engine, *counts), tmp_path / f"{n}")
        assert "closed on another laptop" in invoke(office, "round", copy, "--cards", "SM-1").stderr


def mended(engine: Engine, path: Path) -> Path:
    """The record after it was damaged, or changed by hand, and mended."""
    path.write_bytes(path.read_bytes().replace(b"House", b"Mouse"))
    assert invoke(engine, "mend", path, "--yes").exit_code == 0
    return path


def test_a_damaged_copy_opened_the_way_for_another_vote(engine: Engine, office: Engine, tmp_path: Path) -> None:
    path = untold(engine, 4, 2, 4)
    torn, whole = (Path(shutil.copy(path, tmp_path / f"{name}.json")) for name in ("torn", "whole"))
    assert refused_elsewhere(office, mended(office, torn), tmp_path / "1")
    assert refused_elsewhere(office, whole, tmp_path / "2")


def test_a_mended_record_told_by_other_lines_what_was_told_before(engine: Engine, tmp_path: Path) -> None:
    """Numbers from five, then the phrase that stands for them from ten: both together are exact."""
    plan = Plan(name="x", title="House", purpose="", minutes=60, cards=(RULE,), thresholds=Thresholds(numbers_from=5))
    setup = Setup(title="House", day="2026-11-24", audience="the team", answer_by="2026-12-24")
    with engine.start(plan, setup, plan.thresholds, ballots=votes(3, 0, 2)) as opened:
        opened.close_round()
    told = summary(engine, tmp_path / "1", opened.path)
    again = invoke(engine, "summary", mended(engine, opened.path), "--out", tmp_path / "2", "--format", "json")
    assert (again.exit_code, [*(tmp_path / "2").iterdir()]) == (1, [])
    assert "would tell it otherwise" in again.stderr
    with engine.open(opened.path) as now:
        assert told["counts"] or told["label"]
        assert not now.read().shown("SM-1").answered, "the room sees nothing of it either"


def test_a_mended_record_by_the_strictest_lines_is_told_as_before(engine: Engine, tmp_path: Path) -> None:
    path = untold(engine, 5, 5, 5)
    told = summary(engine, tmp_path / "1", path)
    assert summary(engine, tmp_path / "2", mended(engine, path))["counts"] == told["counts"]


@pytest.mark.parametrize("told", [True, False])
def test_a_damaged_digit_made_another_count(engine: Engine, tmp_path: Path, told: bool) -> None:
    """Seven people who all said the same, and "7 of 11" beside cards of seven; or a card came out of the box."""
    path = untold(engine, 4, 2, 1)
    if told:
        summary(engine, tmp_path / "1", path)
    path.write_bytes(path.read_bytes().replace(b'"works":4', b'"works":14'))
    assert invoke(engine, "mend", path, "--yes").exit_code == 0
    again = invoke(engine, "summary", path, "--out", tmp_path / "2", "--format", "json")
    assert (again.exit_code, list(tmp_path.glob("2/*"))) == (1, [])


def test_the_memory_of_what_was_told_kept_no_mark_of_counts(engine: Engine, tmp_path: Path) -> None:
    """A mark of counts is guessed, and a deleted session's number stands in old names of files."""
    kept = []
    for votes_of_six in ((6, 0, 0), (5, 1, 0)):
        path = untold(engine, *votes_of_six)
        summary(engine, tmp_path / f"{votes_of_six}", path)
        with engine.open(path) as opened:
            told = Issued(engine.places.pools, Disk()).told_of(opened._record.session_id)
        kept.append(msgspec.structs.replace(told, votes=dict.fromkeys(told.votes, 0)))
    assert kept[0] == kept[1]


def test_a_mended_copy_of_a_grown_conversation_was_its_home(engine: Engine, tmp_path: Path) -> None:
    paths = []
    for people in ((4, 2, 4), (4, 2, 5)):
        plan = Plan(name="polis", title="House", purpose="", minutes=60, cards=(RULE,))
        setup = Setup(title="House", day="2026-11-24", audience="the team", answer_by="2026-12-24")
        with engine.start(plan, setup, Thresholds(), ballots=votes(*people), source=("m1", "m2")) as opened:
            opened.close_round()
        paths.append(opened.path)
    summary(engine, tmp_path / "1", paths[0])
    assert "came in before" in invoke(engine, "summary", mended(engine, paths[1]), "--out", tmp_path / "2").stderr


@pytest.mark.parametrize("memory", ["whole", "lost", "damaged"])
def test_a_mended_copy_passed_for_told_where_records_are_looked_at(engine: Engine, tmp_path: Path, memory: str) -> None:
    """In lists, on Our board, on Learn's sheet for staff and where rules are adopted."""
    copy = mended(engine, Path(shutil.copy(untold(engine, 4, 2, 4), engine.places.records / "copy.json")))
    if memory != "whole":
        engine.places.pools.write_text("{")
    if memory == "lost":
        engine.places.pools.unlink()
    (found,) = [session for path, session in engine.every_record() if path == copy]
    assert isinstance(found, Session)
    assert not found.is_told
    assert invoke(engine, "learn", copy, "--staff", "--out", tmp_path / "learn").exit_code == 1
    assert invoke(engine, "rules", copy, "--out", tmp_path / "rules").exit_code == 1


def test_verify_called_every_record_with_a_told_idea_an_older_copy(engine: Engine) -> None:
    path = with_ideas(engine, "Wifi till one")
    card = let_through(engine, path, "Wifi till one")["Wifi till one"]
    vote(engine, path, card, 4, 2, 4)
    with engine.open(path) as opened:
        opened.tell()
    assert "older copy" not in invoke(engine, "verify", path).output


def test_a_mended_backup_took_what_was_let_through_for_what_had_left(engine: Engine, tmp_path: Path) -> None:
    """Once a pool holds the session no more words of it leave; a backup from before it was told knows of none that did."""
    path = house(engine, TWO_WORKS_TWO_COULD_ONE_DOESNT, WROTE)
    tables = unpack(path.read_bytes(), path)
    tables["meta"]["1"] |= {"told": [], "left": None}
    backup = engine.places.records / "backup.json"
    backup.write_bytes(pack(tables))
    other = house(engine, ("could",) * 5)
    assert invoke(engine, "summary", path, other, "--out", tmp_path / "pool", "--format", "json").exit_code == 0
    assert words(summary(engine, tmp_path / "1", mended(engine, backup))) == []


def test_an_idea_whose_words_were_changed_by_hand_was_voted_on_again(engine: Engine, tmp_path: Path) -> None:
    path = with_ideas(engine, "Wifi till one")
    card = let_through(engine, path, "Wifi till one")["Wifi till one"]
    vote(engine, path, card, 4, 2, 4)
    assert invoke(engine, "summary", path, "--out", tmp_path / "1").exit_code == 0
    path.write_bytes(path.read_bytes().replace(b"Wifi till one", b"Wifi till two"))
    assert invoke(engine, "mend", path, "--yes").exit_code == 0
    assert invoke(engine, "round", path, "--cards", card).exit_code == 1


def test_a_record_told_by_other_lines_was_marked_as_told_and_told_elsewhere(
    engine: Engine, office: Engine, tmp_path: Path
) -> None:
    """A mended copy was told as a phrase; the whole record, opened once, would show its numbers from five."""
    plan = Plan(name="x", title="House", purpose="", minutes=60, cards=(RULE,), thresholds=Thresholds(numbers_from=5))
    setup = Setup(title="House", day="2026-11-24", audience="the team", answer_by="2026-12-24")
    with engine.start(plan, setup, plan.thresholds, ballots=votes(3, 0, 2)) as opened:
        opened.close_round()
    copy = mended(engine, Path(shutil.copy(opened.path, tmp_path / "copy.json")))
    summary(engine, tmp_path / "1", copy)
    with engine.open(opened.path) as whole, pytest.raises(CodesignError, match="would tell it otherwise"):
        whole.tell()
    assert refused_elsewhere(office, Path(shutil.copy(opened.path, tmp_path / "there.json")), tmp_path / "2")


def test_what_was_put_aside_as_damaged_stopped_every_pool_of_its_folder(engine: Engine, tmp_path: Path) -> None:
    mended(engine, house(engine, ("works",) * 5, more=2))
    house(engine, ("could",) * 5, more=2)
    assert invoke(engine, "summary", engine.places.records, "--out", tmp_path / "pool").exit_code == 0


def test_a_full_disk_after_the_memory_knew_made_the_record_an_older_copy(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with engine.open(untold(engine, 5, 5, 5)) as opened:
        with monkeypatch.context() as full:
            full.setattr(Telling, "_note", _refuse)
            with pytest.raises(NotSaved):
                opened.write_summary(tmp_path / "1", ["json"])
        opened.write_summary(tmp_path / "1", ["json"])
        assert opened.read().is_told


def _refuse(_telling: object, **_facts: object) -> None:
    raise NotSaved("The disk is full.")


def test_an_earlier_memory_learns_by_which_lines_something_was_told(engine: Engine, tmp_path: Path) -> None:
    path = untold(engine, 5, 5, 5)
    told = summary(engine, tmp_path / "1", path)
    with issued(engine.places, Disk()) as memory:
        with engine.open(path) as opened:
            number = opened._record.session_id
        old = msgspec.structs.replace(memory.told_of(number), numbers_from={})
        memory._told[name_of(number)] = lock_away(msgspec.msgpack.encode(old), _key(number))
        memory.keep()
    engine.open(path).leave()
    assert summary(engine, tmp_path / "2", mended(engine, path))["counts"] == told["counts"]
