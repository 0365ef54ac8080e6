"""The adopted rules as a page for the wall, in large type: the rule, and beside it why and what belongs to it."""

from codesign.core.policy_team.adopted import OurRules
from codesign.documents.paper_size import Paper
from codesign.documents.wall.page import THE_RULE, Part, WallPage, WallRow, fitted
from codesign.phrases.our_rules import rules_page
from codesign.words import N_, _, in_region

_WHY = N_("More about it")
_WHAT_IS_MISSING = N_("What is missing")


def for_the_wall(rules: OurRules, paper: Paper) -> WallPage:
    """In the language in use. Rules that nobody has written yet stand last, with what is missing."""
    with in_region(rules.region):
        page = rules_page(rules)
    parts = [
        Part(
            part.title or _(THE_RULE),
            _(_WHAT_IS_MISSING if part.unwritten else _WHY),
            tuple(WallRow(rule.rule, "", "", rule.lines) for rule in part.rules),
        )
        for part in page.parts
    ]
    return fitted(
        WallPage(
            made_up=page.made_up,
            title=page.title,
            about=page.about,
            parts=tuple(parts),
            below=(*page.first, *page.below),
            month=rules.sessions[-1][1],
            paper=paper,
        )
    )
