"""What a front end can do, whichever it is: start a session, take ballots, fold, read comments, write the summary.

Screens, commands and the demo go through here, so that a promise kept here is kept in all of them. Holds no words for a
screen and no state but the open record.
"""

import os
import secrets
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.ballot import Ballot
from codesign.core.errors import CodesignError
from codesign.core.kinds.pair import placed
from codesign.core.plan import Plan
from codesign.core.region import Region
from codesign.core.session import Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.engine.open_session import OpenSession, shuffled
from codesign.engine.write_files import put_beside
from codesign.store.disk import Disk
from codesign.store.places import Places
from codesign.store.shelf import all_found, once_each

if TYPE_CHECKING:  # what only an open session or a plan needs is loaded then, so that the first page comes sooner
    from codesign.content import HelpLines
    from codesign.core.policy.find import PolicySentence
    from codesign.core.tech_plan import TechPlan
    from codesign.documents.tech_plan.papers import ToCall
    from codesign.engine.own_plans import OwnPlans as OwnPlans
    from codesign.store.box import Sealed as Sealed
    from codesign.store.code import Code
    from codesign.store.erase import Belongings


class Engine:
    """The program's places and its day."""

    def __init__(self, places: Places, today: Callable[[], date], clock: Callable[[], float] = time.monotonic) -> None:
        self.places = places
        self.today = today
        self.clock = clock

    def plans(self) -> dict[str, Path]:
        from codesign import content

        return content.plan_files(self.places.data)

    @property
    def own_plans(self) -> "OwnPlans":
        """Those that are the facilitator's own."""
        from codesign.engine.own_plans import OwnPlans

        return OwnPlans(self.places.plans, self.plans())

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
        from codesign.engine.board import help_lines

        return help_lines(self.places)

    def records(self) -> list[tuple[Path, Session | CodesignError]]:
        """The sessions, newest day first, each by the record of it that is furthest; one that can't be read with its error."""
        return [(path, session) for path, session, _copies in self.records_and_copies()]

    def records_and_copies(self) -> list[tuple[Path, Session | CodesignError, int]]:
        """The same, with how many copies of each record there are."""
        return once_each(all_found(self.places))

    def every_record(self) -> list[tuple[Path, Session | CodesignError]]:
        """All records in the data folder, copies of others too."""
        return all_found(self.places)

    def last_time(self, session: Session) -> tuple[Path, Session] | None:
        """The latest earlier session of this title that was answered or should be, with its record; answered ones first."""
        today = self.today().isoformat()
        told = [
            (path, earlier)
            for path, earlier in self.records()
            if isinstance(earlier, Session)
            and earlier.mark != session.mark
            and session.follows(earlier)
            and (earlier.decisions or earlier.is_overdue(today))
        ]
        return max(told, key=lambda of: bool(of[1].decisions), default=None)

    def last_set_up(self, plan: Plan) -> Session | None:
        """The latest session that was set up with this plan, or under its title; None where there is none.

        Cards may have been taken out then and put in, and ideas voted on: most are still those of the plan."""
        cards = {card.id for card in plan.cards}
        same = [
            session
            for _path, session in self.records()
            if isinstance(session, Session)
            and (session.is_real_of(plan.title) or (not session.setup.made_up and _mostly(cards, session)))
        ]
        return max(same, key=lambda session: session.setup.day, default=None)

    def with_rules_today(self, plan: Plan, title: str) -> Plan:
        """The plan, on whose cards stands how the rules read today: what was said of them in the latest session of this title,
        and those that were adopted after earlier ones. Another title may be another house's."""
        from codesign.core.next_plan import as_last_time
        from codesign.engine.adopted import with_rules_of

        same = [session for _path, session in self.records() if isinstance(session, Session) and session.is_real_of(title)]
        told = as_last_time(plan, same[0]) if same else plan
        return with_rules_of(told, [session for session in same[::-1] if session.decisions], self.today())

    def next_plan(self, name: str, paths: Sequence[Path]) -> tuple[Path, list[str]]:
        """Write the plan of the next session into the facilitator's own: the cards of the newest of these records, on which
        the rules stand that were adopted in any of them. The file, and what could not be taken over, a sentence each.

        Raises:
            CodesignError: a record can't be read, the name can't be that of a plan, or there is one of that name.
        """
        from codesign.engine.adopted import next_plan

        return next_plan(name, paths, self.plans(), self.places, self.today())

    def policy_sentences(self, path: Path) -> "tuple[list[PolicySentence], list[PolicySentence]]":
        """Every sentence of a policy that is about technology, and the others. Raises CodesignError where the file can't be
        read."""
        from codesign.core.policy.find import found_in
        from codesign.documents.read_back.policy import policy_lines

        return found_in(policy_lines(path))

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

        setup = replace(setup, steps=setup.steps or plan.hour, region=setup.region or plan.region, board=True)
        cards = [placed(card, secrets.randbelow) for card in plan.cards]
        path = path or self.places.new_record()
        record = Record.create(path, setup, thresholds, cards, self.places, ballots=shuffled(ballots), source=source)
        return OpenSession(record, self.places, self.clock)

    def open(self, path: Path) -> OpenSession:
        """An existing record, put right after a crash."""
        from codesign.store.record import Record

        return OpenSession(Record.open(path, self.places), self.places, self.clock)

    def twin(self, opened: OpenSession) -> Path | None:
        """Another record into which the same papers may have been typed; see `shelf.twin_of`."""
        from codesign.store.shelf import twin_of

        return twin_of(opened.path, opened.read(), self.places)

    def write_checklist(
        self,
        name: str,
        title: str,
        about: str,
        parts: "Sequence[tuple[str, tuple[str, ...], bool]]",
        folder: Path,
        region: Region,
    ) -> list[Path]:
        """Write one sheet of paper of these parts (a title, its lines, whether each has a box), to read and to print, in files
        of this name; another file there is left alone."""
        from codesign.documents.checklist.sheet import SheetPart, fitted, to_docx, to_html
        from codesign.documents.paper_size import paper_for

        sheet = fitted(title, about, [SheetPart(*part) for part in parts], f"{self.today():%Y-%m}")
        paper = paper_for(region)
        return put_beside({f"{name}.docx": to_docx(sheet, paper), f"{name}.html": to_html(sheet, paper)}, folder)

    def write_paper_form(self, plan: Plan, folder: Path, to_call: Callable[[], Sequence[str]]) -> list[Path]:
        """Write the ballots of a plan and their sheet of shapes, to print, in every language and format; other files there are
        left alone. `to_call` says whom to call, in the language in use."""
        from codesign.documents.paper.files import paper_files

        return put_beside(paper_files(plan, to_call, f"{self.today():%Y-%m}"), folder)

    def write_tech_plan(
        self, plan: "TechPlan | None", folder: Path, to_call: "Callable[[], ToCall]", *, spoken: Sequence[str], paper: str = ""
    ) -> list[Path]:
        """Write the pocket card and the file copy of a plan, or blank ones, in these languages; other files there are left
        alone. Nothing of it is kept, and nothing lies anywhere but in its two papers. `to_call` says the help lines in the
        language in use; `paper` names that of the printer here.

        Raises:
            CodesignError: the plan is not finished, or the papers can't be written.
        """
        from codesign.engine.tech_plan import write_plan

        return write_plan(plan, folder, to_call, spoken, self.region_here(), self.today(), paper)

    def region_here(self) -> Region:
        """Where this laptop is, as its last session says, or else the plan that comes first."""
        for _path, session in self.records():
            if isinstance(session, Session) and not session.setup.made_up:
                return session.setup.region
        plans, _broken = self.usable_plans()
        return plans["starter"].region if "starter" in plans else ""

    def write_rules(self, paths: Sequence[Path], folder: Path, paper: str = "") -> tuple[list[Path], list[str]]:
        """Write the adopted rules of these records for the handbook and the wall, in every language; what lies there is left
        alone. The files, and what is missing of a rule, a sentence each. `paper` names that of the wall.

        Raises:
            CodesignError: a record can't be read, or nothing was answered yet.
        """
        from codesign.documents.paper_size import PAPERS
        from codesign.documents.rules.files import rules_files
        from codesign.engine.adopted import missing_words, rules_of, sessions_of

        rules = rules_of(sessions_of(paths, self.places))
        return put_beside(rules_files(rules, PAPERS.get(paper)), folder), missing_words(rules)

    def house_code(self) -> "Code":
        """The facilitator's code for what belongs to no session."""
        from codesign.store.code import Code

        return Code(self.places.house_code, self.clock)

    def has_house_code(self) -> bool:
        """Whether somebody set one."""
        return os.path.exists(self.places.house_code)

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


def _mostly(cards: set[str], session: Session) -> bool:
    """More than half of the cards of both are the same, ideas of the group aside."""
    asked = {card.id for card in session.cards if not card.is_idea}
    return 2 * len(cards & asked) > max(len(cards), len(asked))
