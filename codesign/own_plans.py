"""Plans that the program writes for a facilitator, as files of their own: to look at, and to change with any text editor."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec.structs import replace

from codesign.content import plan_text
from codesign.content.today import beside_today
from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.policy.pairs import TodaysPair
from codesign.store.disk import Disk

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_LONGEST = 36
"""Letters of a name that is made of words, so that a number fits after it."""
MOST_CARDS = 8
"""That a session has room for."""


def put_plan(plan: Plan, about: str, taken: Collection[str], folder: Path) -> tuple[Path, list[str]]:
    """Write a plan under its name into a folder, with `about` above it; `taken` are the names of the plans there are. The file,
    and what could not be put into it, a sentence each.

    Raises:
        CodesignError: the name can't be that of a plan, there is one of that name, no card can stand in a file, or the disk
            refuses it.
    """
    if not _NAME.fullmatch(plan.name):
        raise CodesignError("Name the plan with up to 40 letters, digits and dashes, such as spring-2027. Nothing was written.")
    path = folder / f"{plan.name}.toml"
    if plan.name in taken or path.exists():
        raise CodesignError(f"There is a plan “{plan.name}” already. Choose another name; nothing was written.")
    text, left_out = plan_text(plan, about)
    if len(left_out) == len(plan.cards):
        raise CodesignError("No card of that session can stand in a plan file. Nothing was written.")
    disk = Disk()
    disk.make_folder(folder)
    disk.put_new(path, text.encode())
    return path, [f"Left out, because no plan file can hold it: “{card.rule}”" for card in left_out]


def free_name(words: str, taken: Collection[str]) -> str:
    """A name for the file of a plan, made of these words, that no plan has yet."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall("[a-z0-9]+", letters))[:_LONGEST].strip("-") or "plan"
    names = (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
    known = {name.casefold() for name in taken}  # to many disks a small letter is as a large one
    return next(name for name in names if name not in known)


def plan_of_pairs(name: str, of: str, pairs: Sequence[TodaysPair]) -> tuple[Plan, list[str]]:
    """A plan that puts sentences of a policy to the vote, each against a gentler rule; and which sentences found no room, a
    sentence each. `of` names the policy.

    Raises:
        CodesignError: there is no pair.
    """
    if not pairs:
        raise CodesignError("No sentence of this policy has a gentler rule in the bank, so there is no plan to write.")
    taken: dict[str, TodaysPair] = {}
    left_out = []
    for pair in pairs:
        if pair.rule.id in taken:
            left_out.append(f"Left out, because another sentence stands against the same rule: “{pair.today}”")
        elif len(taken) == MOST_CARDS:
            left_out.append(f"Left out, because a session has room for {MOST_CARDS} cards: “{pair.today}”")
        else:
            taken[pair.rule.id] = pair
    cards = tuple(beside_today(number, pair) for number, pair in enumerate(taken.values(), 1))
    purpose = "To look at the rules of today together, and at gentler ones beside them."
    return Plan(name=name, title=of, purpose=purpose, minutes=75, cards=cards), left_out


def put_plan_of_pairs(
    name: str, of: str, pairs: Sequence[TodaysPair], taken: Collection[str], folder: Path
) -> tuple[Path, list[str]]:
    """See `Engine.plan_of_pairs`; `taken` are the names of the plans there are."""
    plan, left_out = plan_of_pairs(name or free_name(of, taken), of, pairs)
    about = f"Rules of today out of “{of}”, each beside a gentler one. Look at each card before any young person does."
    path, no_card = put_plan(plan, about, taken, folder)
    return path, [*left_out, *no_card]


def keep_proposed(plan: Plan, about: str, taken: Collection[str], folder: Path) -> Path:
    """Write a proposed plan, all of whose cards a file can hold, under a name made of its title; its file."""
    return put_plan(replace(plan, name=free_name(plan.title, taken)), about, taken, folder)[0]
