"""Our tech rules, after the answers came: as they read now, for the whole room."""

from functools import partial

from codesign.content import on_broken_rules
from codesign.core.policy_team.adopted import our_rules
from codesign.core.session import Session
from codesign.course.pages import Block, ToRead
from codesign.phrases.our_rules import TITLE, rules_page


def rules_to_read(session: Session) -> ToRead:
    """Each rule with why, who, and when it is looked at again; nothing of how anybody voted."""
    return ToRead(place="our-rules", title=TITLE, blocks=partial(_rules, session))


def _rules(session: Session) -> list[Block]:
    page = rules_page(our_rules([session], on_broken_rules()))
    blocks = [Block(page.about, page.first)]
    for part in page.parts:
        if part.title:
            blocks.append(Block(part.title, look="strong"))
        blocks += [Block(rule.rule, rule.lines) for rule in part.rules]
    return [*blocks, *(Block(lines=(line,), look="quiet") for line in page.below)]
