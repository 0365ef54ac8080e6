"""Which gentler rule may stand beside a sentence of a policy. One about another thing is worse than none."""

import re

from codesign.core.text import RULE_LIMIT

_PHONE = (
    r"(?:phone|cell|mobile|device|electronic|charger|laptop|tablet|i-?pad|console|chromebook|computer|wi-?fi|internet|screen)"
)
_GONE = (
    r"\blos[es]s?\b|loss of|forfeit|confiscat|taken away|take away|taken for|banned for|hold (?:it|them) (?:for|until)"
    r"|reported to the (?:\w+ )?(?:director|manager)|points\b|write-?up|written up|level drop"
    r"|violation|(?:first|second|third|any) offen[cs]e|strikes?\b|sanction|penalt|grounded|on restriction|suspen|barred|(?:is"
    r"|are|be|it[’']s) (?:held|kept|ours|gone|docked) (?:for|until)|goes in the safe|without (?:it|their|your) \w*|cost you"
    r"|\bours for|(?:kept|held) (?:in the office )?for|(?:days?|week|night) without|rest of (?:your|their) (?:stay|placement)"
    r"|consequence"
)
_PARTNERS: tuple[tuple[str, str], ...] = (
    (
        "",
        r"surveillance|cctv|footage|cameras? (?:in|on|are|run|records?|films?|watch|operates?|with)|(?:we|program"
        r"|shelter) (?:use|has|have)"
        r" cameras|on video|video recordings?|security system|listening devices",
    ),  # none on the program's own
    (
        "CN-2",
        rf"^(?=.*{_PHONE}).*(?:(?:\bno|\bnot|n[’']t|skip\w*|fail\w*) (?:\w+ ){{0,3}}chores|chores\b.{{0,15}}(?:\bnot\b"
        rf"|n[’']t|undone))",
    ),
    (
        "PA-1",
        r"(?<!fi )(?<!wifi )(?<!network )pass ?(?:word|code)s?\b.*(?:provided|given|shared|handed|told|file)|(?:give"
        r"|provide|tell|share|hand)s? .*(?<!fi )(?<!wifi )pass ?(?:word|code)s?",
    ),
    ("", r"(?:wi-?fi|wireless|network) (?:name|code|password)|\btvs?\b|television|volume|drones?|printer"),
    ("", r"(?:staff|workers?|managers?|we)\b[^.]* (?:friend|follow|add)s? (?:residents|youth|you\b|clients|guests|young)"),
    (
        "PV-3",
        r"newsletter|publicity|grant report|fund-?rais|likeness|\brelease\b|letting us use|(?:our|my) (?:image|photograph"
        r"|picture)|(?:photo|photograph|picture)s? of me|use .{0,20}(?:photograph|image)s? of|photo .{0,6}file"
        r"|being photographed",
    ),
    (
        "CN-4",
        r"discharg|expel|expulsion|evict|terminat\w+ (?:of|from)|be terminated|dismiss|grounds for (?:discharg|expul|evict"
        r"|terminat|exit|loss)|ends? your stay|removal|moved to another|(?:lose|forfeit)s? (?:your|their) (?:bed|place|room)"
        r"|loss of your (?:bed|place|room)"
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
    (
        "LO-1",
        r"\baddress\b(?!es)|(?:shelter|house|program|refuge|project)[’']?s? location|where (?:the house|we) (?:is|are)"
        r"|location of this|name of the house|picture of the house",
    ),
    (
        "PR-4",
        r"(?:present|sits?) (?:during|in)|\b(?:calls?|visits)\b.*(?:listen|supervis(?!or)|monitor|record|in front|on speaker"
        r"|beside|present|staff member|dialed)"
        r"|listens?(?:ed|ing)? (?:in|to (?:your|the|all|any|their)? ?calls?)|overh(?:ear|eard)\b|sits? in on|video calls?",
    ),
    (
        "MS-2",
        r"monitor(?! must)|browse|browsing|search history|traffic\b|(?:check|view|see|review|watch|track"
        r"|record)\w*\b.*online activity|(?:internet|wi-?fi|network)[^.]{0,20} (?:checked|watched|viewed|seen|tracked"
        r"|recorded|reviewed)|logg?(?:ed|s)\b(?! (?:out|off|in|on)\b)|(?:see|know) .{0,20}sites|sites (?:that )?you visit"
        r"|keylog|report of|(?:monitoring|tracking|control|spy) ?software|software that|call log|probation|each user",
    ),
    (
        "MS-1",
        r"(?<!job )(?<!work )(?<!housing )(?<!home )search(?!ed? for)|(?:messages|texts|e-?mails) .{0,20}\bread\b|inspect"
        r"|scann?|screened|checks?\b(?!-in)|look (?:at|through|over|for)|(?:read|see|open|opened"
        r"|review|view)s?\b.{0,12}(?:your|their|messages|texts|mail|phones?|in front)|(?:go"
        r"|goes) through (?!(?:your )?(?:social|key|case|staff)|the (?:office|manager))|scroll|unlock|gallery",
    ),
    ("AI-1", r"\bai\b|chat ?gpt|chat ?bots?|artificial"),
    ("SM-4", r"live-?\s?stream|stream(?:ing)? (?:from|live|yourself)|twitch|tik ?tok live|going live|youtube channel"),
    ("PV-1", r"photo|picture|selfie|film(?:ing|ed)|screen ?shot|camera|\brecord(?:s|ed|ing)?\b(?! (?:the|of|number))"),
    ("IP-2", r"former residents|contact with"),
    (
        "",
        r"(?:delet|wip|sav)(?:e|es|ed|ing)\b.*\b(?:computer|drive|storage)|computers?\b.*\b(?:delet|wip|sav)(?:e|es|ed|ing)\b",
    ),
    ("SM-3", r"group chat|bully|message one another|fights?\b|texting between"),
    ("ST-1", r"dating|tinder|grindr|stranger|met online|chat ?rooms?|only know online|from the internet|hook-?up"),
    (
        "WF-2",
        r"(?:block|filter)(?:s|ed|ing)?\b.*(?:sites?\b|porn|pages\b|explicit|adult)|sites?\b.{0,30}\b(?:block|filter)ed",
    ),  # what is blocked may be gambling
    ("MO-1", r"cash ?app|venmo|zelle|paypal|money apps?|crypto|gambl|betting"),
    ("SM-2", r"\btag|post(?:s|ing)? (?:about|anything|any)|one post|name .* online"),
    (
        "SM-1",
        r"social (?:media|network)|instagram|insta\b|snap|tik ?tok|face ?book|twitter|discord|accounts?\b|profiles?"
        r"|friend(?:ing|ed)",
    ),
    ("WF-2", r"filter|(?:\bweb ?)?sites?\b|block(?:s|ed) (?!your)|vpn|porn|explicit(?! (?:lyric|music|song))"),
    (
        "IP-5",
        r"supervis(?!ors?)|staff (?:can|may) see|facing|(?:used?|take place|takes place|done"
        r"|online) (?:only )?in the (?:day ?room|common (?:area|room))|presence of|next to you|beside you|sitting beside",
    ),
    (
        "IP-2",
        r"(?:calls?|contact)s?\b.*\bapproved|only (?:talk|speak|call|phone|text)|incoming (?:phone )?calls|approv\w* (?:all "
        r"|the |your |any )?(?:contacts?|callers?|numbers?)|(?:approved|contact|call)s? list|on (?:your|the) list|cleared"
        r"|contact with|emailing|boyfriend|girlfriend"
        r"|former residents|family only|(?:only|who|approv|may not).*\b(?:may|can) (?:not |only )?(?:be )?(?:phone|telephone"
        r"|call|speak|dial)|\bcan only (?:phone|call)|(?:telephoned|dialled|phoned)|(?:phone|call) .*approval|decides who"
        r"|\bring (?:you|out)|calls (?:home|to)|new contacts",
    ),
    (
        "IP-7",
        r"(?:hours?|minutes?|hrs?|mins?|calls?|gb) (?:a|per|each)\b|(?:hours?|minutes?) of (?:use|screen|computer|gam|phone"
        r"|call|on-?line)|limited to (?:\w+ ){0,2}(?:\d+|one|two|ten|fifteen|twenty|thirty|sixty|an)\b|screen time"
        r"|time limit|(?<!within )(?:two|one|2|1) (?:hours?|hr)",
    ),
    (
        "IP-1",
        r"\blevels?\b|earn|stars\b|points|first (?:\w+ )?(?:hours|days|weeks?)|first-week|orientation|homework|approv"
        r"|(?<!give )\bpermission|good standing|behavio|under (?:\d|thirteen"
        r"|sixteen)|\bminors?\b|guardian[’']?s? (?:signature|must|signs?|consent)|goals|privilege|reward"
        r"|no (?:personal )?(?:phone|device)\b",
    ),
    (
        "IP-8",
        r"discretion|any reason|revoke|withdraw|as long as|sees? fit|\bdeny\b|final say|up to the"
        r"|sole judg|whenever (?:staff|they)|at any time|until staff|decides?\b|attitude|thinks",
    ),
    (
        "",
        r"\b(?:dinner|meals?|table|groups?|meetings?|class|chapel|hallway|sessions?|one-to-ones?)\b",
    ),  # none on where people come together
    (
        "PH-1",
        rf"{_PHONE}.*(?:overnight|night|bed\b|bedtime|sleep|lights?[- ]out|curfew|\b(?:9|10|11|12|2[123])(?::\d\d)?\b ?(?:pm"
        rf"|p\.m\.|,|\.|and|or|$)|at ten|pm\b)|(?:night|bed\b|bedtime|sleep|lights?[- ]out).*{_PHONE}",
    ),
    (
        "PH-4",
        rf"{_PHONE}.*(?:intake|arriv|surrender|turned in|stored|\block|to the office|office (?:until|when|for)|(?:the"
        rf"|a) safe\b|safe keep|collect|hand(?:ed)? (?:in|to)|basket"
        rf"|(?:in|to) the unit|downstairs)|(?:surrender|hand in|turn in|collect|inventor|lock).*{_PHONE}|(?:arriv|intake"
        rf"|check-?in|move in).*{_PHONE}|sim cards? .*removed|contraband",
    ),
    ("IP-6", r"may use .*\bfrom \d"),
    ("GA-2", r"(?:\bgam(?:e|es|ing)\b|x-?box|play ?station).*(?:chat|voice|mic|headset|strangers|play(?:ing)? with)|headset"),
    (
        "IP-6",
        r"(?:wi-?fi|internet|network|router|gam\w+|consoles?)\b.*\boff\b|between (?:\d|the hours|noon|midnight|nine|ten"
        r"|eleven)|until|after \d|from \d|hours|weekends|a\.m\.|p\.m\.|midnight",
    ),
)


def partner_of(sentence: str) -> str:
    """The id of a rule of the bank, of whichever edition; empty where none fits."""
    return next((rule for rule, words in _PARTNERS if re.search(words, sentence[:RULE_LIMIT], re.IGNORECASE)), "")
