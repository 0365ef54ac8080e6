"""Which gentler rule may stand beside a sentence of a policy. One about another thing is worse than none."""

import re

_PARTNERS: tuple[tuple[str, str], ...] = (
    ("", r"surveillance|cctv"),  # the bank has no rule on the program's own cameras
    ("CN-4", r"discharg|expel|evict|terminat|moved to another|lose (?:your|their) (?:bed|place)|zero tolerance|asked to leave"),
    (
        "CN-2",
        r"(?:chores?|late|kitchen|curfew|attendance|school)\b.*(?:phone|wi-?fi|device)"
        r"|(?:phone|wi-?fi|device).*\b(?:chores?|late\b|kitchen)",
    ),
    ("PA-1", r"pass ?(?:word|code)s?\b|\bpins?\b"),
    ("PR-2", r"\bpolice\b|law enforcement|officers?\b"),
    ("LO-2", r"track|\bgps\b|share (?:your|their).*location|location (?:stays|sharing|services)|find my"),
    ("LO-1", r"\baddress\b|where (?:the house|we) (?:is|are)"),
    ("MS-2", r"monitor|history|traffic|online activity|log(?:ged|s)\b|keylog|report of"),
    (
        "MS-1",
        r"search|inspect|checks?\b(?!-in)|look (?:at|through)|(?:read|see|open) (?:the|your|their)|go through",
    ),
    ("AI-1", r"\bai\b|chat ?gpt|chat ?bots?|artificial"),
    ("PV-1", r"photo|picture|selfie|film|screen ?shot|camera"),
    ("SM-4", r"stream(?!ing service)|tik ?tok live|going live|youtube channel"),
    ("ST-1", r"dating|tinder|grindr|stranger|met online|chat ?rooms?|only know online"),
    ("MO-1", r"cash ?app|venmo|zelle|paypal|money apps?|crypto"),
    ("SM-2", r"\btag|post(?:s|ing)? (?:about|anything|any)|name .* online"),
    ("SM-1", r"social|instagram|insta\b|snap|tik ?tok|face ?book|twitter|discord|accounts?"),
    ("WF-2", r"filter|\bsites?\b|blocked|hot ?spot|vpn"),
    ("IP-5", r"supervis|staff (?:can|may) see|facing|in the day ?room|common (?:area|room)|presence of"),
    ("IP-7", r"(?:hours?|minutes?|hrs?|mins?) (?:a|per|each)|limited to|screen time|time limit|two hours|one hour"),
    ("PH-1", r"surrender(?!.*pass)"),
    ("IP-6", r"may use .*\bfrom \d"),
    (
        "CN-1",
        r"confiscat|los[es]s? |taken away|privilege|violation|offen[sc]e|consequence|level \d|restriction|attitude|held for",
    ),
    (
        "PH-1",
        r"(?:phone|cell|mobile|device|electronic|charger).*"
        r"(?:night|bed|lights? out|1[0-2]|9|pm|p\.m\.|turn|hand|collect|office|unit)",
    ),
    ("IP-6", r"\boff\b|between|until|after \d|from \d|hours|weekends|a\.m\.|p\.m\.|midnight"),
    ("GA-2", r"\bgam(?:e|es|ing)\b|console|x-?box|play ?station"),
)


def partner_of(sentence: str) -> str:
    """The id of a rule of the bank, of whichever edition; empty where none fits."""
    return next((rule for rule, words in _PARTNERS if re.search(words, sentence, re.IGNORECASE)), "")
