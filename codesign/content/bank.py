"""The rule bank: what it says of each rule, by its id."""

import difflib
from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from codesign.content.root import root
from codesign.content.toml import quoted, read_toml
from codesign.core.card import KindName
from codesign.core.errors import CodesignError
from codesign.core.text import RULE_LIMIT, clean


class BankRule(Struct, frozen=True, kw_only=True):
    """A row of the rule bank. Words that changed are a rule of their own, SM-1.2 after SM-1, so that a vote on one is never
    counted with a vote on the other."""

    id: str
    retired: bool = False
    """It has newer words: plans and records that name it find it as it was, and it is not offered any more."""
    kind: KindName
    rule: str
    pair: str = ""
    pair_rule: str = ""
    beside: list[str] = []
    """Against a sentence of a program's own policy, in two lengths."""
    domain: str = ""
    options: list[str] = []
    option_good: list[str] = []
    """Of each option in turn, as far as the list goes; so is the next."""
    option_against: list[str] = []
    why: str = ""
    good: str = ""
    against: str = ""
    risk: str = ""
    pointers: list[str] = []
    content_note: str = ""
    room: Literal["", "open", "how-only", "needs-money", "compare"] = ""
    fixed: str = ""
    picks: str = ""
    check: str = ""
    before_vote: str = ""


@cache
def all_rules() -> dict[str, BankRule]:
    values, _ = read_toml(root() / "rules.toml", "rule bank")
    return {rule.id: rule for rule in msgspec.convert(values["rule"], list[BankRule])}


def domain_of(rule_id: str) -> str:
    """What a rule of the bank is about, as the bank names it, such as "phones-night"."""
    return all_rules()[rule_id].domain


def wordings() -> dict[str, str]:
    """Every rule of the bank that can stand in a pair, by its id, in its words there; the stricter ones too."""
    offered = (rule for rule in all_rules().values() if rule.kind in ("scale", "pair") and not rule.retired)
    return {rule.id: clean(rule.pair_rule or rule.rule, RULE_LIMIT) for rule in offered}


def beside(rule_id: str) -> tuple[str, ...]:
    """How a rule of the bank reads against a sentence of a program's own policy: shortest first, or one alone."""
    rule = bank_rule(rule_id)
    return tuple(rule.beside or [rule.pair_rule or rule.rule])


def on_broken_rules() -> frozenset[str]:
    """The ids of the rules on what happens when a rule is broken."""
    return frozenset(rule.id for rule in all_rules().values() if rule.domain == "consequences")


def bank_rule(rule_id: str) -> BankRule:
    """Raises CodesignError where there is no such rule, with the nearest."""
    if rule := all_rules().get(rule_id):
        return rule
    near = difflib.get_close_matches(rule_id, all_rules(), 1)
    hint = f"did you mean “{near[0]}”?" if near else "sessions/rules.toml has the list"
    raise CodesignError(f"names the rule {quoted(rule_id)}, which is not in the rule bank: {hint}")


def is_in_the_bank(rule_id: str) -> bool:
    """Whether the rule bank has such a rule."""
    return rule_id in all_rules()
