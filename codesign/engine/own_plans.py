"""Plans that the program writes for a facilitator, as files of their own: to look at, and to change with any text editor."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from codesign.content import plan_text, read_plan
from codesign.content.today import beside_today, why_no_room
from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.policy.pairs import TodaysPair
from codesign.core.text import NAME_LIMIT, clean
from codesign.engine.write_files import put_beside
from codesign.store.disk import Disk

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_OF_DEVICES = re.compile("con|prn|aux|nul|(?:com|lpt)[0-9]", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ending a file has: a plan under one is written nowhere."""
_LONGEST = 36
"""Letters of a name that is made of words, so that a number fits after it."""
_QUOTED = 60
"""Letters of a sentence that is too long for a card, so that it is known."""
MOST_CARDS = 8
"""That a session has room for."""


def put_plan(plan: Plan, about: str, taken: Collection[str], folder: Path) -> tuple[Path, list[str]]:
    """Write a plan under its name into a folder, with `about` above it; `taken` are the names of the plans there are. The file,
    and what could not be put into it, a sentence each.

    Raises:
        CodesignError: the name can't be that of a plan, there is one of that name, no card can stand in a file, or the disk
            refuses it.
    """
    text, left_out = plan_text(plan, about)
    if len(left_out) == len(plan.cards):
        raise CodesignError("No card of that session can stand in a plan file. Nothing was written.")
    path = _put_new(plan.name, text.encode(), taken, folder)
    return path, [f"Left out, because no plan file can hold it: “{card.rule}”" for card in left_out]


def _put_new(name: str, data: bytes, taken: Collection[str], folder: Path) -> Path:
    path = folder / f"{name}.toml"
    must_be_free(name, {*taken, *([name] if path.exists() else [])})
    Disk().make_folder(folder)
    Disk().put_new(path, data)
    return path


def free_name(words: str, taken: Collection[str]) -> str:
    """A name for the file of a plan, made of these words, that no plan has yet."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall("[a-z0-9]+", letters))[:_LONGEST].strip("-") or "plan"
    if _OF_DEVICES.fullmatch(stem):
        stem = f"plan-{stem}"
    names = (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
    known = {name.casefold() for name in taken}  # to many disks a small letter is as a large one
    return next(name for name in names if name not in known)


def must_be_free(name: str, taken: Collection[str]) -> None:
    """Raises CodesignError where a plan can't have this name, or one has it."""
    if not _NAME.fullmatch(name):
        raise CodesignError("Name the plan with up to 40 letters, digits and dashes, such as spring-2027. Nothing was written.")
    if _OF_DEVICES.fullmatch(name):
        raise CodesignError(f"Windows keeps the name “{name}” for itself. Choose another name; nothing was written.")
    if name in taken:
        raise CodesignError(f"There is a plan “{name}” already. Choose another name; nothing was written.")


def plan_file(plan: Plan) -> bytes:
    """A plan as the file that is kept or handed on.

    Raises:
        CodesignError: it has no card, or one that no file can hold.
    """
    if not plan.cards:
        raise CodesignError("A plan needs a card. Put one in first; nothing was written.")
    text, left_out = plan_text(plan, "Made at the plan desk: Plans, on the first page.")
    if left_out:
        raise CodesignError(f"No plan file can hold the card “{left_out[0].rule}”. Take it out first; nothing was written.")
    return text.encode()


def _must_be(before: Plan, path: Path) -> None:
    """Raises CodesignError where a plan's file says something else than it did."""
    if read_plan(path) != before:
        raise CodesignError("This plan was changed elsewhere. Go back and open it again; nothing was changed.")


class OwnPlans:
    """The facilitator's own plans, in a folder; `taken` are all the plans there are, by name."""

    def __init__(self, folder: Path, taken: Mapping[str, Path]) -> None:
        self._folder = folder
        self._taken = taken
        self.names = frozenset(name for name, path in taken.items() if path.parent == folder)

    def must_be_free(self, name: str) -> None:
        """Raises CodesignError where a plan can't have this name, or one has it."""
        must_be_free(name, self._taken)

    def save(self, plan: Plan, before: Plan | None) -> tuple[Plan, Path]:
        """Keep a plan under its name, else a free one made of its title. `before` is what its file said when it was opened,
        None for a plan that has none yet. The plan with its name, and its file.

        Raises:
            CodesignError: the name is taken, the file says something else by now, or it could not be written: it is as it was.
        """
        data, plan = plan_file(plan), replace(plan, name=plan.name or free_name(plan.title, self._taken))
        if before is None:
            return plan, _put_new(plan.name, data, self._taken, self._folder)
        path = self._folder / f"{plan.name}.toml"

        Disk().replace(path, data, last_look=lambda: _must_be(before, path))
        return plan, path

    def delete(self, plan: Plan) -> None:
        """Remove the file of a plan for good; `plan` is what it said when it was opened.

        Raises:
            CodesignError: the file says something else by now, or the disk refuses: it is still there.
        """
        path = self._folder / f"{plan.name}.toml"
        _must_be(plan, path)
        Disk().unlink(path)

    def take(self, path: Path) -> Plan:
        """Copy a plan that somebody sent, under a name that is free.

        Raises:
            CodesignError: a line for each thing that is wrong with it; then nothing of it is kept.
        """
        sent = read_plan(path)
        return self.save(replace(sent, name=free_name(sent.name, self._taken)), None)[0]

    def put_pairs(self, name: str, of: str, pairs: Sequence[TodaysPair]) -> tuple[Path, list[str]]:
        """Write a plan that puts sentences of a policy to the vote, each beside a gentler rule; `of` names the policy, and the
        plan where it has no name. The file, and what found no room in it, a sentence each.

        Raises:
            CodesignError: there is no pair, the name can't be that of a plan, or there is one of that name.
        """
        of = clean(of, NAME_LIMIT)
        plan, left_out = plan_of_pairs(name or free_name(of, self._taken), of, pairs)
        about = f"Rules of today out of “{of}”, each beside a gentler one. Look at each card before any young person does."
        path, no_card = put_plan(plan, about, self._taken, self._folder)
        return path, [*left_out, *no_card]

    @staticmethod
    def share(plan: Plan, folder: Path) -> list[Path]:
        """Write a plan as one file, to hand on; another file there is left alone."""
        return put_beside({f"{plan.name or free_name(plan.title, ())}.toml": plan_file(plan)}, folder)


def plan_of_pairs(name: str, of: str, pairs: Sequence[TodaysPair]) -> tuple[Plan, list[str]]:
    """A plan that puts sentences of a policy to the vote, each against a gentler rule; and which sentences found no room, a
    sentence each. `of` names the policy.

    Raises:
        CodesignError: there is no pair, or no sentence that a card has room for.
    """
    if not pairs:
        raise CodesignError("No sentence of this policy has a gentler rule in the bank, so there is no plan to write.")
    taken: dict[str, TodaysPair] = {}
    left_out = []
    for pair in pairs:
        if why := why_no_room(pair.today):
            left_out.append(f"Left out, because {why}: “{pair.today[:_QUOTED]} …”")
        elif pair.rule.id in taken:
            left_out.append(f"Left out, because another sentence stands against the same rule: “{pair.today}”")
        elif len(taken) == MOST_CARDS:
            left_out.append(f"Left out, because a session has room for {MOST_CARDS} cards: “{pair.today}”")
        else:
            taken[pair.rule.id] = pair
    if not taken:
        raise CodesignError("\n".join((*left_out, "Nothing was written.")))
    cards = tuple(beside_today(number, pair) for number, pair in enumerate(taken.values(), 1))
    purpose = "To look at the rules of today together, and at gentler ones beside them."
    return Plan(name=name, title=of, purpose=purpose, minutes=75, cards=cards), left_out
