"""What a reader of results must know about the records that they come from, where these are not as they should be."""

from msgspec import Struct

from codesign.core.at_stake import has_words_to_lose
from codesign.core.session import Session
from codesign.words import _, many


class Soundness(Struct, frozen=True):
    """What is known of the records behind a result, one of a session or several of a pool."""

    records: int = 0
    mended: bool = False
    """At least one was damaged, or changed outside the program."""
    changed: bool = False
    """In at least one the rules of a vote are others than it was opened with."""
    left_out: int = 0
    """Sealed ballots and comments that did not open."""
    has_more: bool = False
    """In at least one there were more ballots than people expected."""

    def plus(self, session: Session) -> "Soundness":
        return Soundness(
            self.records + 1,
            self.mended or session.mended,
            self.changed or bool(session.changed),
            self.left_out + session.left_out,
            self.has_more or session.has_more_than_expected,
        )

    @property
    def caveats(self) -> list[str]:
        """A sentence each; empty where the records are sound."""
        found = []
        if self.mended:
            found.append(
                _(
                    "The record of this session was damaged or changed outside the program. What could be read was taken over; "
                    "something may be missing or wrong."
                )
                if self.records == 1
                else _(
                    "The record of one session or more was damaged or changed outside the program. What could be read was "
                    "taken over; something may be missing or wrong."
                )
            )
        if self.changed:
            found.append(
                _(
                    "What was fixed was changed in the record after the vote was opened. It may be the rules, their order, the "
                    "thresholds, the key, or who answers and by when. Ballots may have been cast under others. What is shown "
                    "keeps to the strictest thresholds."
                )
            )
        if self.left_out:
            found.append(
                many(
                    "{n} sealed ballot or comment could not be opened and is not counted.",
                    "{n} sealed ballots or comments could not be opened and are not counted.",
                    self.left_out,
                )
            )
        return found

    @property
    def of_the_count(self) -> list[str]:
        """Where a box held more ballots than people were expected; empty elsewhere."""
        if not self.has_more:
            return []
        return [
            _("More ballots were counted than people were expected. More may have come, or somebody may have added ballots.")
            if self.records == 1
            else _(
                "In one session or more, more ballots were counted than people were expected. More may have come, or somebody "
                "may have added ballots."
            )
        ]


def caveats(session: Session) -> list[str]:
    """What must be known about one record, as all who read its result are told; empty for a sound one."""
    return Soundness().plus(session).caveats


def words_that_stay(session: Session) -> str:
    """To whoever writes a summary, where words do not leave because a pool may hold the session; empty elsewhere."""
    if not (session.is_pooled and has_words_to_lose(session, elsewhere=session.is_elsewhere)):
        return ""
    return _("Words that no summary has told yet stay back: a pool holds this session, or another laptop may tell of it.")
