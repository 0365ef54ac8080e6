"""The record of one session: open it, cast sealed ballots, fold the round.

Every change is one commit. Opened ballots exist only inside `fold`, in memory.
"""

import contextlib
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.errors import BrokenRows, CodesignError, Damaged, NotSaved
from codesign.core.next_round import next_cards
from codesign.core.session import Comment, Round, Setup
from codesign.core.tally import fold
from codesign.core.thresholds import Thresholds
from codesign.store.box import Opened, Sealed, open_box, sealed_rows
from codesign.store.copies import Fuller, fuller_copy
from codesign.store.deciding import Deciding
from codesign.store.disk import Disk, real
from codesign.store.issued import Issued
from codesign.store.keys import RoundKey
from codesign.store.places import Places
from codesign.store.record_bytes import must_begin_as_one
from codesign.store.replaced import without_replaced
from codesign.store.rows import tally_row
from codesign.store.state import cards_of, has_other_rules, rules_digests
from codesign.store.tables import new_id


class Record(Deciding):
    """An open record: this program holds its lock until `close`."""

    @classmethod
    def create(
        cls,
        path: Path,
        setup: Setup,
        thresholds: Thresholds,
        cards: Sequence[Card],
        places: Places,
        *,
        ballots: Sequence[Ballot] = (),
        source: Sequence[str] = (),
        disk: Disk | None = None,
    ) -> "Record":
        """A new record with round 1 open on all cards, and perhaps ballots in its box: one commit, all or nothing. `source`
        marks the conversation that they come from.

        Raises:
            CodesignError: there is a file already, or the conversation was told from another record; NotSaved: the place can't
            be written to.
        """
        record = cls(real(path), places, disk)
        record._must_be_free()  # before the lock, which would leave a file beside somebody's document
        record._disk.make_folder(record.path.parent)
        record._tables.take()
        try:
            record._must_be_free()
            if source:
                Issued(places.pools, record._disk).must_be_untold(source)
            record._begin(setup, thresholds, cards, ballots, source)
        except BaseException:
            record.close()
            raise
        return record

    def _must_be_free(self) -> None:
        if os.path.exists(self.path):
            raise CodesignError(f"There is already a file {self.path}. Choose another name; nothing was changed.")

    def _begin(
        self, setup: Setup, thresholds: Thresholds, cards: Sequence[Card], ballots: Sequence[Ballot], source: Sequence[str]
    ) -> None:
        session_id = new_id()
        meta = {"session": session_id, "setup": msgspec.to_builtins(setup), "lines": msgspec.to_builtins(thresholds)}
        if source:
            meta["source"] = list(source)
        try:
            with self._commit():
                self._tables.put("meta", {1: meta})
                self._tables.put("cards", {n: msgspec.to_builtins(card) for n, card in enumerate(cards, 1)})
                self.open_round([card.id for card in cards])
                if ballots:
                    self.cast(self.seal(ballots))
        except BaseException:
            with contextlib.suppress(CodesignError):  # the first error is the one to tell
                self._disk.unlink(self.path)  # nothing in it was told as saved; the key goes only once this lasts
                for key in self._places.keys(session_id):
                    self._disk.unlink(key)
            raise

    @classmethod
    def open(cls, path: Path, places: Places, disk: Disk | None = None) -> "Record":
        """Open a record and put right what a crash may have left.

        Raises:
            Busy: another program holds it; Damaged: it can't be read as it was written, and is left as it is; NotSaved: its
            place can't be written to while its round is open.
        """
        record = cls(real(path), places, disk)
        must_begin_as_one(record._disk.read(record.path), record.path)  # before the lock, as in `create`
        record._tables.take()
        try:
            record._disk.clear_leftovers(record.path)
            record._tables.load()
            session = record.read()
            record._remove_spent_keys()
            record._take_up()
            if session.open_round:  # no vote begins in a place that takes no ballot
                with record._commit():
                    pass
            elif without_replaced(record._tables.now):
                with contextlib.suppress(NotSaved), record._commit():  # else with the next one
                    pass
        except BaseException:
            record.close()
            raise
        return record

    # What the record says

    def _key(self, row: Mapping[str, Any]) -> RoundKey:
        """The key of a round, by a name drawn for it: copies of a record never take each other's."""
        return RoundKey(self._places.key(self.session_id, row["key"]), self._disk)

    @property
    def has_key(self) -> bool:
        """Whether the open round's key is on this laptop. Without it no ballot of the round can ever be opened here."""
        row = self._round_row()
        return self._key(row).fits(row["public_key"])

    @property
    def fuller(self) -> Fuller | None:
        """A copy of this record that holds ballots which this one lacks; None where nothing would be lost with the open round's
        key, or that is not here."""
        row = self._round_row()
        if not self._key(row).is_there:
            return None
        return fuller_copy(self.path, self.session_id, row["key"], self._tables.now.get("box", {}).values(), self._places)

    def _round_row(self) -> dict[str, Any]:
        """The open round's row."""
        for row in self._tables.now.get("rounds", {}).values():
            if row["state"] == "open":
                return row
        raise CodesignError(
            "No round is open in this record. A closed round never opens again; a next round can be opened on cards whose "
            "result was not shown yet (youth-codesign round)."
        )

    # A round

    def open_round(self, card_ids: Sequence[str]) -> None:
        """Open a round on these cards, which may be ideas of an earlier one. The key file is on disk before the round says that
        it is open.

        Raises:
            CodesignError: see `next_cards`.
        """
        session = self.read()
        if session.rounds:
            self._must_be_here()
        cards = next_cards(session, card_ids)
        if session.rounds:
            self._must_be_untold(card_ids)
        known = {card.id for card in session.cards}
        new = enumerate((card for card in cards if card.id not in known), len(known) + 1)
        number = len(session.rounds) + 1
        words = {card.id: card.rule for card in cards if card.was}
        row = {**msgspec.to_builtins(Round(number, tuple(card.id for card in cards), "open", words)), "key": new_id()}
        public = self._key(row).make()
        with self._commit():
            self._tables.put("cards", {n: msgspec.to_builtins(card) for n, card in new})
            rules = rules_digests(self._tables.now, row)[0].hex()
            self._tables.put("rounds", {number: {**row, "public_key": public, "rules": rules}})
            self._tables.put("box", {})  # from the start, so that the first ballot brings no more than any other

    def seal(self, ballots: Sequence[Ballot]) -> Sealed:
        """Seal ballots (one turn, or a shuffled stack). What comes back holds no answer that anybody here could read."""
        row = self._round_row()
        cards = [card for card in cards_of(self._tables.now) if card.id in row["cards"]]
        rules = rules_digests(self._tables.now, row, row["public_key"])[0]
        rows = sealed_rows(ballots, cards, rules, row["public_key"])
        return Sealed(dict(zip(self._tables.new_ids(len(rows), "box"), rows, strict=True)))

    def cast(self, sealed: Sealed) -> None:
        """Put sealed ballots in the box, all in one commit. Returns when they are on disk; a retry counts nothing twice.

        Raises:
            NotSaved: they may be there or not; cast the same sealed ballots again. NoKey: nobody could ever open them.
        """
        row = self._round_row()
        self._key(row).must_fit(row["public_key"])
        with self._commit():
            self._tables.put("box", sealed.rows)

    def fold(self, *, without_broken: bool = False) -> None:
        """Close the open round: open the ballots in memory, keep counts and loose comments, destroy box and key.

        Raises:
            NoKey: the ballots can't be opened; BrokenRows: some of them can't, and `without_broken` does not leave them out;
            TooFew: nothing may be kept yet; CodesignError: a copy is fuller. The round stays open.
        """
        if self._was_ended():
            return
        row = self._round_row()
        if fuller := self.fuller:
            raise fuller.must_not_be("closed", "Close")
        session = self.read()
        cards, number = session.round_cards, row["number"]
        opened = self._opened(row, cards)
        broken, changed = opened.broken, opened.changed
        if broken and not without_broken:
            raise BrokenRows(
                f"{broken} of the sealed ballots and comments in the box can't be opened: damaged, or not of this round. The "
                "round stays open and nothing was changed."
            )
        tallies, remarks = fold(cards, opened.ballots, secrets.SystemRandom().shuffle)
        comment_ids = self._tables.new_ids(len(remarks), "comments")
        comments = [Comment.loose(i, number, remark) for i, remark in zip(comment_ids, remarks, strict=True)]
        with self._commit():
            tally_ids = self._tables.new_ids(len(tallies), "tally")
            self._tables.put("tally", {i: tally_row(t, number) for i, t in zip(tally_ids, tallies, strict=True)})
            self._tables.put("comments", {c.id: msgspec.to_builtins(c) for c in comments})
            if broken:
                self._note(left_out=session.left_out + broken)
            if changed:
                self._note(changed=session.changed + changed)
            if again := {*row["cards"]} & {*session.told}:  # another vote of them was told, from a copy of this record
                self._note(told=sorted({*session.told} - again))
            self._end_round(row, "closed")
        self._remove_spent_keys()

    def _opened(self, row: Mapping[str, Any], cards: Sequence[Card]) -> Opened:
        """What is in the box of the open round."""
        now, key = self._tables.now, row["public_key"]
        found = open_box(now.get("box", {}).values(), self._key(row).private(key), cards, rules_digests(now, row, key))
        return replace(found, changed=len(found.ballots)) if has_other_rules(now, row) else found

    def drop_round(self) -> None:
        """Throw the open round away: ballots and key go, nothing is counted.

        Raises:
            CodesignError: a copy is fuller, or what a commit raises. The round stays open.
        """
        if self._was_ended():
            return
        row = self._round_row()
        if fuller := self.fuller:
            raise fuller.must_not_be("dropped", "Drop")
        with self._commit():
            self._end_round(row, "dropped")
        self._key(row).remove()

    def _end_round(self, row: dict[str, Any], state: str) -> None:
        self._tables.drop("box")
        self._tables.put("rounds", {row["number"]: {k: v for k, v in row.items() if k != "public_key"} | {"state": state}})

    def _was_ended(self) -> bool:
        """Whether an earlier try ended the round and only could not remove its key, which is then done now."""
        return self.read().open_round is None and self._remove_spent_keys()

    def _remove_spent_keys(self) -> bool:
        """Remove keys of ended rounds, once what the record says of its rounds is known to last; whether there was one. Where
        one is of the first closed round, it was closed here, and the memory of the data folder keeps that it is told here.

        A key outlives its round by a crash between the commit and the unlink. One that was made just before a crash, for a
        round that never was, opens nothing and stays: it can't be told from a key of a copy of this record.
        """
        self._disk.settle(self.path.parent)
        spent = [row for row in self._tables.now.get("rounds", {}).values() if row["state"] != "open"]
        left = [row for row in spent if self._key(row).is_there]
        first = min((row["number"] for row in spent if row["state"] == "closed"), default=0)
        if any(row["number"] == first for row in left):
            with contextlib.suppress(Damaged):  # nothing is told then
                self._keep_known()
        for row in left:
            self._key(row).remove()
        for torn in self._places.half_written(self.session_id):
            self._disk.unlink(torn)
        return bool(left)
