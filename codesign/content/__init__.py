"""What a facilitator picks from: plans, the rule bank, quick picks and help lines, found, read and checked."""

from codesign.content.cards import asks_of_today, bank_cards, on_broken_rules, todays_words
from codesign.content.picks import Pick, quick_picks
from codesign.content.plan_text import plan_text
from codesign.content.plans import find_plan, plan_files, read_plan
from codesign.content.root import root
from codesign.content.support import HelpLines, help_lines

__all__ = [
    "HelpLines",
    "Pick",
    "asks_of_today",
    "bank_cards",
    "find_plan",
    "help_lines",
    "on_broken_rules",
    "plan_files",
    "plan_text",
    "quick_picks",
    "read_plan",
    "root",
    "todays_words",
]
