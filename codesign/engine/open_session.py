"""One open session, and what a front end can do with it. Holds no words for a screen and no state but its record."""

import secrets
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError
from codesign.core.group_notes import GroupNotes
from codesign.core.session import Review, Session
from codesign.engine.write_files import put_beside
from codesign.store.disk import Disk
from codesign.store.places import Places

if TYPE_CHECKING:  # what only some of it needs is loaded then
    from codesign.core.dates import Order
    from codesign.core.policy_team.filled import Filled, FilledRow
    from codesign.core.policy_team.taken import Taken
    from codesign.store.box import Sealed as Sealed
    from codesign.store.record import Record


def shuffled(ballots: Sequence[Ballot]) -> list[Ballot]:
    """A stack of ballots in an order drawn at random."""
    stack = list(ballots)
    secrets.SystemRandom().shuffle(stack)
    return stack


class OpenSession:
    """One session with its record open. Youth screens are handed single functions of it, never the whole."""

    def __init__(self, record: "Record", places: Places, clock: Callable[[], float]) -> None:
        from codesign.store.code import Code

        self._record = record
        self.path = record.path
        self.code = Code(places.code(record.session_id), clock)

    def set_code(self, code: str) -> str:
        """Set the code of a record that has none; the four words that open the same, which are known to nobody afterwards."""
        return self.code.set_with_words(code)

    def read(self) -> Session:
        """The session as the record holds it now: the same value until the next commit."""
        return self._record.read()

    def seal(self, ballots: Sequence[Ballot]) -> "Sealed":
        """Seal ballots in an order drawn at random: a stack of paper keeps no order."""
        return self._record.seal(shuffled(ballots))

    def cast(self, sealed: "Sealed") -> None:
        """Put sealed ballots in the box; they are on disk when this returns. Trying again counts nothing twice."""
        self._record.cast(sealed)

    @property
    def has_key(self) -> bool:
        """Whether the ballots of the open round can be opened on this laptop."""
        return self._record.has_key

    @property
    def fuller_copy(self) -> Path | None:
        """A copy of the record that holds ballots of the open round which this one lacks: while it lies there, the round is
        neither closed nor dropped here."""
        fuller = self._record.fuller
        return fuller.path if fuller else None

    def close_round(self, *, without_broken: bool = False) -> None:
        """Fold the open round. It never opens again. Rows of the box that don't open stop it, unless they are left out."""
        self._record.fold(without_broken=without_broken)

    def open_round(self, card_ids: Sequence[str]) -> None:
        """Open a next round for everybody, on cards whose result was not shown yet and on ideas that were read. Its counts
        take the place of the earlier ones."""
        self._record.open_round(card_ids)

    def tell(self, *, themes: bool = False) -> Session:
        """The session, to show its results: from now on its cards are not voted on again. `themes`: with those of its comments,
        which have left then; no quote has."""
        self._record.tell("themes" if themes else "")
        return self.read()

    def show_ideas(self) -> Session:
        """The session, for the room to choose among its cards and ideas, whose words have left from now on."""
        self._record.show_ideas()
        return self.read()

    def drop_round(self) -> None:
        """Throw the open round away, uncounted."""
        self._record.drop_round()

    def talk_together(self) -> None:
        """No vote: the mark first, and then the round, which nobody has voted in, is dropped, and its key with it."""
        self.keep_group_notes(replace(self.read().group_notes, together=True))
        self.drop_round()

    def keep_group_notes(self, notes: GroupNotes) -> None:
        """Keep how far the hour is, and what the group wrote in the open."""
        self._record.keep_group_notes(notes)

    def review(self, comment_id: int, verdict: Review) -> None:
        self._record.review(comment_id, verdict)

    def is_told_here_alone(self) -> None:
        """Keep that somebody says that no other laptop tells the session and no pool elsewhere holds it."""
        self._record.is_told_here_alone()

    def write_summary(self, folder: Path, formats: Sequence[str] = ()) -> list[Path]:
        """Write the summary in these formats, all where none is named; the files, in the order of the formats.

        That its cards were told is on the disk before the first file can be seen, and not before all of them are safe: what
        stops in between leaves neither a summary of cards that could be voted on again nor, but for a crash in that very
        moment, cards that nobody was told of.
        """
        from codesign.documents.summary.build import build
        from codesign.documents.write import CHECK, write

        words = set(formats) != {CHECK}
        summary = build(self.read(), again=not words)
        tell = partial(self._record.tell, "all" if words else "")
        return write(summary, folder, formats, put=lambda files: Disk().replace_all(files, tell))

    def look_at_decisions(self, file: Path, order: "Order" = "") -> "Taken":
        """What a filled-in summary of the policy team adds to what was kept before. Nothing is kept yet. `order` says what
        stands first in its dates, where a person was asked.

        Raises:
            CodesignError: nobody was told of a result yet, the file can't be read, or nothing in it can be used.
        """
        from codesign.documents.read_back import read_back

        self.must_be_told()
        return self._taken(read_back(file), order)

    def look_at_typed(self, rows: "Sequence[FilledRow]") -> "Taken":
        """The same of rows that were typed from a printed form.

        Raises:
            CodesignError: nobody was told of a result yet, or nothing in them can be used.
        """
        from codesign.core.policy_team.filled import Filled

        self.must_be_told()
        return self._taken(Filled(frozenset(filter(None, [self.read().mark])), tuple(rows)))

    def must_be_told(self) -> None:
        """Raises:
        CodesignError: nobody was told of a result yet, so nobody can have answered.
        """
        if not self.read().told_cards:
            raise CodesignError(
                "No summary of this session was written yet, so nobody can have answered it. Nothing was changed."
            )

    def _taken(self, filled: "Filled", order: "Order" = "") -> "Taken":
        from codesign.core.policy_team.taken import take
        from codesign.core.policy_team.wanted import says_not_which

        session = self.read()
        return take(
            session.told_cards,
            session.setup.day,
            session.mark,
            filled,
            session.decisions,
            not_which=frozenset(c.id for c in session.told_cards if says_not_which(c, session.shown(c.id))),
            order=order,
        )

    def keep_decisions(self, taken: "Taken") -> None:
        """Keep what was looked at. Where it `needs_a_yes`, a person said so."""
        self._record.decide(taken.decisions)

    def mark_kept(self, card_id: str) -> None:
        """Keep that staff say that a promise was kept; or take it back, where they said so before."""
        self._record.keep_promises(self.read().promises.marked(card_id))

    def write_posters(self, folder: Path, paper: str = "") -> list[Path]:
        """Write "You said / We did / Not yet, and why" in every language and format; another poster there is left alone.
        `paper` names a sheet (see `paper_size.PAPERS`); empty for that of the region."""
        from codesign.documents.paper_size import PAPERS
        from codesign.documents.wall.files import in_every_language
        from codesign.documents.wall.poster import poster

        session = self.read()
        files = in_every_language("poster", lambda: poster(session, PAPERS.get(paper)))
        try:
            return put_beside(files, folder)
        except CodesignError as error:
            kept = "The answers are kept with the record." if session.decisions else ""
            raise CodesignError(f"{kept} The posters were not all written. {error}".strip()) from error

    def write_rules(self, folder: Path) -> list[Path]:
        """Write the adopted rules for the handbook and the wall, in every language; what lies there is left alone.

        Raises:
            CodesignError: nothing was answered yet, or what the folder says.
        """
        from codesign.documents.rules.files import rules_files
        from codesign.engine.adopted import rules_of

        return put_beside(rules_files(rules_of([self.read()])), folder)

    def write_together(self, folder: Path) -> list[Path]:
        """Write the page of a small group that talked without a vote, in every language and format; another there is left
        alone.

        Raises:
            CodesignError: it has agreed to nothing yet, or what the folder says.
        """
        from codesign.documents.wall.files import in_every_language
        from codesign.documents.wall.what_we_agreed import what_they_say

        session = self.read()
        if not session.agreed_lines:
            raise CodesignError("Nobody has said OK to a line yet, so there is nothing to write. Nothing was changed.")
        files = in_every_language("what-we-agreed", lambda: what_they_say(session))
        return put_beside(files, folder)

    def __enter__(self) -> "OpenSession":
        return self

    def __exit__(self, *_error: object) -> None:
        self.leave()

    def leave(self) -> None:
        """Let go of the record. What was saved stays; an open round stays open."""
        self._record.close()
