"""A record as far as people decide: its reader of comments, the group in the open, the policy team that answers."""

from collections.abc import Sequence

import msgspec

from codesign.core.group_notes import GroupNotes
from codesign.core.policy_team.decisions import Decision
from codesign.core.policy_team.promises import Promises
from codesign.core.session import Review
from codesign.store.telling import Telling


class Deciding(Telling):
    """What was decided is kept, a commit each."""

    # Comments

    def review(self, comment_id: int, verdict: Review) -> None:
        """Keep what a reader decided about a comment."""
        before = self.read()
        after = before.review(comment_id, verdict)
        comment = next(c for c in after.comments if c.id == comment_id)
        with self._commit():
            if after.left != before.left:
                self._note(left=msgspec.to_builtins(after.left))
            self._tables.put("comments", {comment_id: msgspec.to_builtins(comment)})

    # The group, in the open

    def keep_group_notes(self, notes: GroupNotes) -> None:
        """Keep how far the hour is, and what the group wrote in the open. What is kept already is not written again."""
        if notes != self.read().group_notes:
            with self._commit():
                self._note(hour=msgspec.to_builtins(notes))

    # The way back

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Keep what the policy team answered, in place of what was kept before."""
        before = self.read()
        promises = before.promises.after(before.decisions, decisions)
        with self._commit():
            self._tables.drop("decisions")
            self._tables.put("decisions", {n: msgspec.to_builtins(d) for n, d in enumerate(decisions, 1)})
            if promises != before.promises:
                self._note(promises=msgspec.to_builtins(promises))

    def keep_promises(self, promises: Promises) -> None:
        """Keep what staff say of the promises."""
        with self._commit():
            self._note(promises=msgspec.to_builtins(promises))
