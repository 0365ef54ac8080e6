"""What a facilitator picks from: plans, the rule bank, quick picks and help lines, found, read and checked."""

from codesign.content.bank import domain_of, on_broken_rules, wordings
from codesign.content.cards import PlanCard, bank_cards, card_of
from codesign.content.helplines import HelpLines, help_lines
from codesign.content.picks import Pick, quick_picks
from codesign.content.plan_text import as_plan_card, plan_text
from codesign.content.plans import find_plan, plan_files, read_plan
from codesign.content.root import root
from codesign.content.today import asks_of_today, todays_words

__all__ = [
    "HelpLines",
    "Pick",
    "PlanCard",
    "as_plan_card",
    "asks_of_today",
    "bank_cards",
    "card_of",
    "domain_of",
    "find_plan",
    "help_lines",
    "on_broken_rules",
    "plan_files",
    "plan_text",
    "quick_picks",
    "read_plan",
    "root",
    "todays_words",
    "wordings",
]
