"""Which gentler rule may stand beside a sentence of a policy. One about another thing is worse than none."""

import re

from codesign.core.text import RULE_LIMIT

_PHONE = (
    r"(?:phone|cell|mobile|device|electronic|charger|laptop|tablet|i-?pad|console|chromebook|computer|wi-?fi|internet|screen)"
)
_GONE = (
    r"\blos[es]s?\b|loss of|forfeit|confiscat|taken away|take away|taken for|points\b|write-?up|written up|level drop"
    r"|violation|(?:first|second|third|any) offen[cs]e|strikes?\b|sanction|penalt|grounded|on restriction|suspen|barred|(?:is"
    r"|are|be|it[’']s) (?:held|kept|ours|gone|docked) (?:for|until)|goes in the safe|without (?:it|their|your) \w*|cost you"
    r"|\bours for|(?:kept|held) (?:in the office )?for|(?:days?|week|night) without|rest of (?:your|their) (?:stay|placement)"
    r"|consequence"
)
_PARTNERS: tuple[tuple[str, str], ...] = (
    (
        "",
        r"surveillance|cctv|footage|cameras? (?:in|on|are|run)|on video|security system|listening devices",
    ),  # none on the program's own
    ("", r"(?:wi-?fi|wireless|network) (?:name|code|password)|\btv\b|television|volume|drones?|printer"),
    (
        "CN-4",
        r"discharg|expel|expulsion|evict|terminat|removal|moved to another|(?:lose|forfeit)s? (?:your|their) (?:bed|place)"
        r"|zero[- ]tolerance|asked to leave|loss of placement|refused (?:the )?placement|(?<!when )you(?:[’']re| are) out"
        r"|means (?:that )?you leave",
    ),
    (
        "CN-2",
        rf"^(?=.*{_PHONE}).*(?:(?:is|are|being|be) late|late (?:for|and)|lateness|miss(?:es)? curfew|not done|isn[’']?t done"
        rf"|headcount|attendance|texting during chores)",
    ),
    ("CN-1", _GONE),
    ("PA-1", r"pass ?(?:word|code)s?\b|\bpins?\b|log-?ins?\b"),
    ("PR-2", r"\bpolice\b|law enforcement|officers?\b(?! will be given)"),
    ("LO-2", r"track(?!ing number)|\bgps\b|share (?:your|their).*location|location (?:stays|sharing|services)|find my"),
    ("LO-1", r"\baddress\b|where (?:the house|we) (?:is|are)|location of this|name of the house|picture of the house"),
    (
        "PV-3",
        r"newsletter|publicity|grant report|fund-?rais|likeness|\brelease\b|letting us use|(?:our|my) (?:image|photograph"
        r"|picture)",
    ),
    (
        "PR-4",
        r"\b(?:calls?|visits)\b.*(?:listen|supervis|monitor|record|in front|on speaker|beside|present|staff member|dialed)"
        r"|listen|sits? in on",
    ),
    (
        "MS-2",
        r"monitor(?! must)|browse|browsing|search history|traffic\b|online activity|logg?(?:ed|s)\b|keylog|report of|software"
        r"|call log|probation|each user",
    ),
    (
        "MS-1",
        r"search(?!ed? for)|inspect|scann?|screened|checks?\b(?!-in)|look (?:at|through|over|for)|(?:read|see|open|opened"
        r"|review|view)s?\b.{0,12}(?:the|your|their|messages|texts|mail|phones?|in front)|go through|scroll|unlock|delete"
        r"|gallery",
    ),
    ("AI-1", r"\bai\b|chat ?gpt|chat ?bots?|artificial"),
    ("SM-4", r"stream(?!ing (?:service|films|stick))|tik ?tok live|going live|youtube channel"),
    ("PV-1", r"photo|picture|selfie|film(?:ing|ed)|screen ?shot|camera|\brecord"),
    ("SM-3", r"group chat|bully|message one another|fights?\b|texting between"),
    ("ST-1", r"dating|tinder|grindr|stranger|met online|chat ?rooms?|only know online|from the internet|hook-?up"),
    ("MO-1", r"cash ?app|venmo|zelle|paypal|money apps?|crypto|gambl|betting"),
    ("SM-2", r"\btag|post(?:s|ing)? (?:about|anything|any)|one post|name .* online"),
    (
        "SM-1",
        r"social (?:media|network)|instagram|insta\b|snap|tik ?tok|face ?book|twitter|discord|accounts?\b|profiles?"
        r"|friend(?:ing|ed)",
    ),
    ("WF-2", r"filter|\bsites?\b|blocked|hot ?spot|vpn|download|porn|explicit"),
    (
        "IP-5",
        r"supervis|staff (?:can|may) see|facing|day ?room|common (?:area|room)|presence of|next to you|beside you"
        r"|sitting beside",
    ),
    (
        "IP-2",
        r"(?:approved|contact|call)s? list|on (?:your|the) list|cleared|contact with|emailing|boyfriend|girlfriend"
        r"|former residents|family only|(?:only|who|approv|may not).*\b(?:may|can) (?:not |only )?(?:be )?(?:phone|telephone"
        r"|call|speak|dial)|\bcan only (?:phone|call)|(?:telephoned|dialled|phoned)|(?:phone|call) .*approval|decides who"
        r"|\bring (?:you|out)|calls (?:home|to)|new contacts",
    ),
    (
        "IP-7",
        r"(?:hours?|minutes?|hrs?|mins?|calls?|gb) (?:a|per|each|of)\b|limited to|screen time|time limit|(?:two|one|2"
        r"|1) (?:hours?|hr)",
    ),
    (
        "IP-1",
        r"\blevels?\b|earn|stars\b|points|first (?:\w+ )?(?:hours|days|weeks?)|first-week|orientation|under (?:\d|thirteen"
        r"|sixteen)|\bminors?\b|guardian|goals|privilege|reward|no (?:personal )?(?:phone|device)\b",
    ),
    (
        "IP-8",
        r"discretion|any reason|revoke|withdraw|as long as|sees? fit|\bdeny\b|final say|up to the|approv|\bpermission"
        r"|sole judg|whenever (?:staff|they)|at any time|until staff|decides?\b|attitude|thinks",
    ),
    ("", r"\b(?:dinner|meals?|table|groups?|meetings?|class|chapel|hallway)\b"),  # none on where people come together
    (
        "PH-1",
        rf"{_PHONE}.*(?:overnight|night|bed|sleep|lights?[- ]out|curfew|\b(?:9|10|11|12|2[123])(?::\d\d)?\b ?(?:pm|p\.m\.|,|\."
        rf"|and|or|$)|at ten|pm\b)|(?:night|bed|sleep|lights?[- ]out).*{_PHONE}",
    ),
    (
        "PH-4",
        rf"{_PHONE}.*(?:intake|arriv|surrender|turned in|stor(?:ed|age)|lock|office|safe|collect|hand(?:ed)? (?:in|to)|basket"
        rf"|unit|downstairs)|(?:surrender|hand in|turn in|collect|inventor|lock).*{_PHONE}|(?:arriv|intake|check-?in"
        rf"|move in).*{_PHONE}|sim cards? .*removed|contraband",
    ),
    ("IP-6", r"may use .*\bfrom \d"),
    ("GA-2", r"\bgam(?:e|es|ing)\b|x-?box|play ?station"),
    ("IP-6", r"\boff\b|between|until|after \d|from \d|hours|weekends|a\.m\.|p\.m\.|midnight"),
)


def partner_of(sentence: str) -> str:
    """The id of a rule of the bank, of whichever edition; empty where none fits."""
    return next((rule for rule, words in _PARTNERS if re.search(words, sentence[:RULE_LIMIT], re.IGNORECASE)), "")
