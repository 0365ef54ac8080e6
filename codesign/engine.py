"""What a front end can do, whichever it is: start a session, take ballots, fold, read comments, write the summary.

Screens, commands and the demo go through here, so that a promise kept here is kept in all of them. Holds no words for a
screen and no state but the open record.
"""

import os
import secrets
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError
from codesign.core.kinds.pair import placed
from codesign.core.plan import Plan, Thresholds
from codesign.core.session import Review, Session, Setup
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.shelf import peek, record_paths

if TYPE_CHECKING:  # what only an open session or a plan needs is loaded then, so that the first page comes sooner
    from codesign.content import HelpLines
    from codesign.core.dates import Order
    from codesign.core.decisions import Taken
    from codesign.store.box import Sealed as Sealed
    from codesign.store.erase import Belongings
    from codesign.store.record import Record


def _shuffled(ballots: Sequence[Ballot]) -> list[Ballot]:
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
        from codesign.store import four_words

        words = four_words.draw()
        self.code.set(code, words)
        return words

    @property
    def session(self) -> Session:
        """The session as the record holds it now."""
        return self._record.session()

    def seal(self, ballots: Sequence[Ballot]) -> "Sealed":
        """Seal ballots in an order drawn at random: a stack of paper keeps no order."""
        return self._record.seal(_shuffled(ballots))

    def cast(self, sealed: "Sealed") -> None:
        """Put sealed ballots in the box; they are on disk when this returns. Trying again counts nothing twice."""
        self._record.cast(sealed)

    @property
    def has_key(self) -> bool:
        """Whether the ballots of the open round can be opened on this laptop."""
        return self._record.has_key

    def close_round(self, *, without_broken: bool = False) -> None:
        """Fold the open round. It never opens again. Rows of the box that don't open stop it, unless they are left out."""
        self._record.fold(without_broken=without_broken)

    def open_round(self, card_ids: Sequence[str]) -> None:
        """Open a next round for everybody, on cards whose result was not shown yet and on ideas that were read. Its counts
        take the place of the earlier ones."""
        self._record.open_round(card_ids)

    def tell(self) -> Session:
        """The session, to show its results: from now on its cards are not voted on again."""
        self._record.tell()
        return self.session

    def show_ideas(self) -> Session:
        """The session, for the room to choose among its cards and ideas, whose words have left from now on."""
        self._record.show_ideas()
        return self.session

    def drop_round(self) -> None:
        """Throw the open round away, uncounted."""
        self._record.drop_round()

    def review(self, comment_id: int, verdict: Review) -> None:
        self._record.review(comment_id, verdict)

    def write_summary(self, folder: Path, formats: Sequence[str] = ()) -> list[Path]:
        """Write the summary in these formats, all where none is named; the files, in the order of the formats.

        That its cards were told is on the disk before the first file can be seen, and not before all of them are safe: what
        stops in between leaves neither a summary of cards that could be voted on again nor, but for a crash in that very
        moment, cards that nobody was told of.
        """
        from codesign.documents.summary.build import build
        from codesign.documents.write import CHECK, write

        summary = build(self.session)
        tell = partial(self._record.tell, words=set(formats) != {CHECK})
        return write(summary, folder, formats, put=lambda files: Disk().replace_all(files, tell))

    def look_at_decisions(self, file: Path, order: "Order" = "") -> "Taken":
        """What a filled-in summary of the policy team adds to what was kept before. Nothing is kept yet. `order` says what
        stands first in its dates, where a person was asked.

        Raises:
            CodesignError: nobody was told of a result yet, the file can't be read, or nothing in it can be used.
        """
        from codesign.core.decisions import take
        from codesign.core.wanted import says_not_which
        from codesign.documents.read_back import read_back

        session = self.session
        if not session.told_cards:
            raise CodesignError(
                "No summary of this session was written yet, so nobody can have answered it. Nothing was changed."
            )
        return take(
            session.told_cards,
            session.setup.day,
            session.mark,
            read_back(file),
            session.decisions,
            not_which=frozenset(c.id for c in session.told_cards if says_not_which(c, session.shown(c.id))),
            order=order,
        )

    def keep_decisions(self, taken: "Taken") -> None:
        """Keep what was looked at. Where it `needs_a_yes`, a person said so."""
        self._record.decide(taken.decisions)

    def write_posters(self, folder: Path) -> list[Path]:
        """Write "You said / We did / Not yet, and why" in every language and format; another poster there is left alone."""
        from codesign.documents.wall.files import in_every_language
        from codesign.documents.wall.poster import poster
        from codesign.documents.write import write_beside

        session = self.session
        files = in_every_language("poster", lambda: poster(session))
        try:
            return write_beside(files, folder, put=lambda posters: Disk().replace_all(posters, lambda: None))
        except CodesignError as error:
            kept = "The answers are kept with the record." if session.decisions else ""
            raise CodesignError(f"{kept} The posters were not all written. {error}".strip()) from error

    def __enter__(self) -> "OpenSession":
        return self

    def __exit__(self, *_error: object) -> None:
        self.leave()

    def leave(self) -> None:
        """Let go of the record. What was saved stays; an open round stays open."""
        self._record.close()


class Engine:
    """The program's places and its day."""

    def __init__(self, places: Places, today: Callable[[], date], clock: Callable[[], float] = time.monotonic) -> None:
        self.places = places
        self.today = today
        self._clock = clock

    def plans(self) -> dict[str, Path]:
        from codesign import content

        return content.plan_files(self.places.data)

    def usable_plans(self) -> tuple[dict[str, Plan], list[str]]:
        """The plans that can be used, by name, and what is wrong with the others."""
        usable, broken = {}, []
        for name in self.plans():
            try:
                usable[name] = self.plan(name)
            except CodesignError as error:
                broken.append(str(error))
        return usable, broken

    def plan(self, name: str) -> Plan:
        from codesign import content

        return content.find_plan(name, self.places.data)

    def help_lines(self) -> "HelpLines":
        """The lines of the support card, and what is wrong with the facilitator's own file, if anything is."""
        from codesign import content

        return content.help_lines(self.places.data)

    def records(self) -> list[tuple[Path, Session | CodesignError]]:
        """The records in the data folder, newest day first; one that can't be read comes with its error."""
        found: list[tuple[Path, Session | CodesignError]] = []
        for path in record_paths(self.places):
            try:
                found.append((path, peek(path)))
            except CodesignError as error:
                found.append((path, error))
        return sorted(found, key=lambda item: item[1].setup.day if isinstance(item[1], Session) else "", reverse=True)

    def last_time(self, session: Session) -> Session | None:
        """The latest earlier session on the same plan whose policy team has answered, or let its day pass; an answer before
        none, and the same title before another."""
        today = self.today().isoformat()
        told = [
            earlier
            for _path, earlier in self.records()
            if isinstance(earlier, Session)
            and earlier.mark != session.mark
            and session.follows(earlier)
            and (earlier.decisions or earlier.is_overdue(today))
        ]
        same = session.setup.title.casefold()
        return max(told, key=lambda s: (bool(s.decisions), s.setup.title.casefold() == same), default=None)

    def start(
        self,
        plan: Plan,
        setup: Setup,
        thresholds: Thresholds,
        path: Path | None = None,
        ballots: Sequence[Ballot] = (),
        source: Sequence[str] = (),
    ) -> OpenSession:
        """A new record with round 1 open on all cards of the plan; the wordings of a pair are placed by lot. `source` marks the
        conversation that the ballots come from: one that was told is refused."""
        from codesign.store.record import Record

        cards = [placed(card, secrets.randbelow) for card in plan.cards]
        path = path or self.places.new_record()
        record = Record.create(path, setup, thresholds, cards, self.places, ballots=_shuffled(ballots), source=source)
        return OpenSession(record, self.places, self._clock)

    def open(self, path: Path) -> OpenSession:
        """An existing record, put right after a crash."""
        from codesign.store.record import Record

        return OpenSession(Record.open(path, self.places), self.places, self._clock)

    def twin(self, opened: OpenSession) -> Path | None:
        """Another record into which the same papers may have been typed; see `shelf.twin_of`."""
        from codesign.store.shelf import twin_of

        return twin_of(opened.path, opened.session, self.places)

    # Care of records

    def synced_by(self, *more: Path) -> str:
        """The service that copies the data folder, the state folder or one of these to other machines; empty for none known."""
        from codesign.store.synced import synced_by

        found = (synced_by(folder, os.environ) for folder in (self.places.data, self.places.state, *more))
        return next((service for service in found if service), "")

    def verify(self, path: Path) -> list[str]:
        """What is wrong with a record, a sentence each; empty where all is well. Changes nothing."""
        from codesign.store.verify import findings

        return findings(path, self.places, Disk())

    def readable(self, path: Path) -> Session:
        """What can be read of a damaged record."""
        from codesign.store.mend import readable
        from codesign.store.state import session_of

        return session_of(readable(path, Disk()), path)

    def mend(self, path: Path) -> Path:
        """Put a damaged record aside and go on with what can be read of it; where the damaged file lies now."""
        from codesign.store.mend import mend

        return mend(path, self.places, Disk())

    def belongings(self, path: Path) -> "Belongings":
        """Every file that deleting a record would remove, and whether its key and code stay for a copy of it."""
        from codesign.store.erase import belongings

        return belongings(path, self.places, Disk())

    def delete(self, path: Path) -> "Belongings":
        """Remove a record with all that belongs to it; which files were removed."""
        from codesign.store.erase import erase

        return erase(path, self.places, Disk())
