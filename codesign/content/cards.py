"""From a card in a plan file to the card that youth see: its words from the rule bank, or from the plan itself."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from codesign.content.bank import BankRule, all_rules, bank_rule, is_in_the_bank
from codesign.core.card import Card, KindName, Option, Room, first_edition
from codesign.core.errors import CodesignError
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import EARLIER_QUESTION, QUESTION, pair_options
from codesign.core.text import RULE_LIMIT, clean, letters_of


class PlanCard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A card as a plan file writes it: a rule of the bank, a pair of them, words of its own, or words of its own against one
    rule of the bank, in its words or others, or against each other."""

    rule: str = ""
    pair: list[str] = []
    id: str = ""
    kind: KindName = "scale"
    words: str = ""
    options: list[str] = []
    option_good: list[str] = []
    """Of two wordings of its own: what each is good for."""
    about: list[list[str]] = []
    today: str = ""
    why: str = ""
    good: str = ""
    against: str = ""
    risk: str = ""
    pointers: list[str] = []
    room: Room = ""
    fixed: str = ""
    content_note: str = ""
    staff_note: str = ""
    before_vote: str = ""


_MORE = ("why", "good", "against", "risk")
_TEXTS = ("words", "options", "option_good", "today", *_MORE, "fixed", "content_note", "staff_note", "before_vote")


def bank_cards() -> tuple[Card, ...]:
    """Every card that the rule bank offers, in its order: each rule, and after it its pair, where it has one."""
    found = []
    for rule in all_rules().values():
        if rule.kind != "pair" and not rule.retired:
            found.append(_bank_card(PlanCard(rule=rule.id)))
            if rule.pair:
                found.append(_pair_card(PlanCard(pair=[rule.id, rule.pair])))
    return tuple(found)


def card_of(plan: PlanCard) -> Card:
    """A card with its words, from the bank, the plan itself or, to compare them, both; raises CodesignError with a mend."""
    is_both = bool(plan.words) and len(plan.pair) == 1
    ways = [bool(plan.rule), bool(plan.pair), bool(plan.words) and not is_both]
    if sum(ways) != 1:
        raise CodesignError("needs exactly one of “rule”, “pair” and “words”, or “words” and one rule in “pair”")
    for name in _TEXTS:
        texts = getattr(plan, name)
        for text in texts if isinstance(texts, list) else [texts]:
            if problem := too_long(name, text, RULE_LIMIT):
                raise CodesignError(problem)
    if plan.pair and (plan.room or plan.fixed):
        raise CodesignError("compares two wordings: take out “room” and “fixed”, which are said of one rule")
    if plan.kind == "pair" and plan.pair:
        return _own_pair(plan)
    if is_both:
        return _todays_pair(plan)
    if plan.words:
        return _own_card(plan)
    if any(getattr(plan, name) for name in ("id", "options", "option_good", "about", "pointers", *_MORE)):
        raise CodesignError("takes its words from the rule bank: leave only “today” and the notes beside its rule")
    return _pair_card(plan) if plan.pair else _bank_card(plan)


def too_long(name: str, text: str, limit: int) -> str:
    """What is wrong with a text of more letters than are kept, with its mend; empty where it is kept whole."""
    letters = letters_of(text)
    return f"has a text of {letters} letters in “{name}”: at most {limit} are kept, so shorten it" if letters > limit else ""


def _notes(plan: PlanCard, *rules: BankRule) -> dict[str, Any]:
    """What may stand beside a card: the plan's own words first, then the bank's."""
    return {
        "today": clean(plan.today, RULE_LIMIT),
        "content_note": clean(plan.content_note or next((r.content_note for r in rules if r.content_note), ""), RULE_LIMIT),
        "staff_note": clean(plan.staff_note, RULE_LIMIT) or " ".join(r.check for r in rules if r.check),
        "before_vote": clean(plan.before_vote, RULE_LIMIT) or " ".join(r.before_vote for r in rules if r.before_vote),
    }


def _bank_card(plan: PlanCard) -> Card:
    rule = bank_rule(plan.rule)
    if rule.kind == "pair":
        raise CodesignError(f"names “{rule.id}”, which is only shown against another wording: write a pair")
    return Card(
        id=rule.id,
        kind=rule.kind,
        rule=clean(rule.rule, RULE_LIMIT),
        options=_options(rule),
        why=rule.why,
        good=rule.good,
        against=rule.against,
        risk=rule.risk,
        pointers=tuple(rule.pointers),
        room=plan.room or ("" if rule.room == "compare" else rule.room),
        fixed=clean(plan.fixed, RULE_LIMIT) or ("" if plan.room else rule.fixed),
        picks=rule.picks,
        **_notes(plan, rule),
    )


def _options(rule: BankRule) -> tuple[Option, ...]:
    """Its options, with what is said of each where they differ."""
    good, against = (dict(enumerate(said)) for said in (rule.option_good, rule.option_against))
    options = enumerate(choice_options(rule.options))
    return tuple(replace(option, good=good.get(n, ""), against=against.get(n, "")) for n, option in options)


def _pair_card(plan: PlanCard) -> Card:
    if len(plan.pair) != 2:
        raise CodesignError("needs two rule ids in its pair")
    rules = [bank_rule(rule_id) for rule_id in plan.pair]
    first, second = (Option(r.id, clean(r.pair_rule or r.rule, RULE_LIMIT), r.good, r.against) for r in rules)
    return Card(
        id="+".join(plan.pair),
        kind="pair",
        rule=EARLIER_QUESTION if any(not r.against for r in rules) else QUESTION,
        options=pair_options(first, second),
        pointers=tuple(sorted({p for r in rules for p in r.pointers})),
        **_notes(plan, *rules),
    )


def _todays_pair(plan: PlanCard) -> Card:
    """A rule of the program as its policy has it, against one of the bank. What they are good for is said of both or none."""
    rule = bank_rule(plan.pair[0])
    other = plan.options[0] if plan.options else rule.pair_rule or rule.rule
    if not plan.id:
        raise CodesignError("compares words of its own but has no id: give it one, such as TODAY-1")
    if len(plan.options) > 1 or plan.about or plan.why or plan.against or plan.risk or plan.pointers:
        raise CodesignError(
            "compares two wordings: leave only “words”, “good”, “today”, one text in “options” and the notes beside its pair"
        )
    return Card(
        id=f"{plan.id}+{rule.id}",
        kind="pair",
        rule=QUESTION,
        options=pair_options(
            Option(plan.id, clean(plan.words, RULE_LIMIT), clean(plan.good, RULE_LIMIT)),
            Option(rule.id, clean(other, RULE_LIMIT), rule.good if plan.good else ""),
        ),
        pointers=tuple(rule.pointers),
        **_notes(plan, rule),
    )


def _own_pair(plan: PlanCard) -> Card:
    """Two wordings of the plan's own."""
    if not len(plan.pair) == len(plan.options) == 2:
        raise CodesignError("compares two wordings of its own: give two ids in “pair” and their words in “options”")
    if known := next((rule_id for rule_id in plan.pair if is_in_the_bank(rule_id)), ""):
        raise CodesignError(f"gives the rule “{known}” words of its own: take another id, or leave “kind” and “options” out")
    if any(getattr(plan, name) for name in ("id", "words", "about", *_MORE)):
        raise CodesignError("compares two wordings: leave only “option_good”, “pointers”, “today” and the notes beside them")
    said = zip(plan.pair, plan.options, [*plan.option_good, "", ""], strict=False)
    first, second = (Option(rule_id, clean(words, RULE_LIMIT), clean(good, RULE_LIMIT)) for rule_id, words, good in said)
    return Card(
        id="+".join(plan.pair),
        kind="pair",
        rule=QUESTION,
        options=pair_options(first, second),
        pointers=tuple(plan.pointers),
        **_notes(plan),
    )


def _own_card(plan: PlanCard) -> Card:
    if not plan.id:
        raise CodesignError("has words of its own but no id: give it one, such as OWN-1")
    if plan.kind == "pair" or plan.option_good:
        raise CodesignError("compares two wordings: name two rules in “pair”")
    return Card(
        id=plan.id,
        kind=plan.kind,
        rule=clean(plan.words, RULE_LIMIT),
        options=choice_options([clean(o, RULE_LIMIT) for o in plan.options]),
        why=clean(plan.why, RULE_LIMIT),
        good=clean(plan.good, RULE_LIMIT),
        against=clean(plan.against, RULE_LIMIT),
        risk=clean(plan.risk, RULE_LIMIT),
        pointers=tuple(plan.pointers),
        room=plan.room,
        fixed=clean(plan.fixed, RULE_LIMIT),
        about=_about(plan),
        **_notes(plan),
    )


def _about(plan: PlanCard) -> tuple[tuple[str, ...], ...]:
    if plan.about and (plan.kind != "pick-two" or len(plan.about) != len(plan.options)):
        raise CodesignError(
            "says what its options are about: only a pick-two can, with a list of rules for each of its options"
        )
    return tuple(tuple(ids) for ids in plan.about)


def newest_of(rule_id: str) -> Card | None:
    """The rule of the bank by this id, or the edition of it that is in use; None where there is none."""
    offered = [rule for rule in all_rules().values() if not rule.retired and rule.kind == "scale"]
    found = [rule.id for rule in offered if first_edition(rule.id) == rule_id]
    return _bank_card(PlanCard(rule=found[-1])) if found else None
