"""Whether a sentence of a policy takes something away from youth or gives somebody a power over them: who acts in each of its
clauses, and whether the clause orders, allows or denies. What nobody orders, allows or denies is a fact.
"""

import re

from codesign.core.policy.clauses import GOES_ON, OURS, THE_SAME, VERB, YOUTH, clauses_of, what_they_do, who_acts
from codesign.core.policy.harmless import (
    ACT,
    ADVICE,
    KEEPS_TO_ITSELF,
    LAW,
    NO_HARM,
    OF_STAFF,
    OFFERS,
    ON_PAPER,
    ONLY_THEY_SEE,
    TELLS,
    THEIRS,
    TO_STAFF,
    WITH_A_YES,
)
from codesign.core.policy.phrases import any_of
from codesign.core.policy.taking import AND_TAKES, DOES_TAKE, TAKEN

_SAYS_NO = re.compile(
    r"^(?:(?!with)\w+[\w’'-]* ){0,7}?(?:no|nobody|neither|never|not|cannot|\w+n[’']t|prohibited|forbidden)\b(?! only)",
    re.IGNORECASE,
)
_AWAY = any_of(
    r"off|out|down|away|gone|none|basket|bin|office|safe|level \d|only|first(?=$|[,.])|blocked|closed|nothing"
    r"|at all times|per (?:person|resident|room|bed|youth)"
)

_NEGATED = any_of(
    r"(?:may|must|shall|can|should|will|do|does|are|is|am|be) ?(?:not|never)|cannot|(?:ca|mus|wo|should|do|does|is|are)n[’']?t"
    r"|can[’']t|mustn[’']t|never|not a|and not|dont|not (?:allowed|permitted|okay|ok|acceptable|for|in|at|upstairs|to|welcome"
    r"|authori[sz]ed|unless|after|before|during|one|even|on)|no|none|neither|nor|nobody|nothing|nowhere|refrain from"
    r"|agrees? not|unavailable|[-\u2011]free",
)
_DENIES = any_of(
    r"(?:not|never|\w+n[’']t|no) (?:\w+ )?(?:be )?(?:allow|permit|accept(?! (?:friend|follow|gift|money|request))"
    r"|tolerate|let|return|give|unlock|provide|lend|do|put|pass|have|look at phones|issue|release"
    r"|forward|take messages)|(?:device|phone|screen|tech)[- ]free|zero[- ]tolerance(?! (?:applies to|for"
    r"|toward\w*) (?:any )?" + OURS + ")",
)
_ALLOWS = any_of(
    r"should be (?:helped|supported|encouraged|consulted|involved|informed)|takes? part|joins? in|may|can|could|might|get to"
    r"|gets to|able to|(?:are|is|[’']re|[’']s) (?:always |also )?(?:free|welcome|entitled|encouraged"
    r"|invited|allowed|permitted|granted|lent|loaned|provided|offered|given|issued)|ha(?:ve|s)(?! (?:your|their|his"
    r"|her) [^.;]{0,25}(?:kept|held|taken|\w+ed\b))|votes?|holds? on ?to|carr(?:y|ies)|sets? (?:the|their|its)|writes?"
    r"|teach(?:es)?|runs?|leads?|plans?|design(?:s)?|help(?:s)? (?!keep)|(?:is|are) (?:told|shown|helped|asked(?! (?:not )?to"
    r"| that))|chooses?|keeps?|decides?|owns?|gets?|receives?|(?:will|shall|must|should) be (?:allocated|allowed|given|able"
    r"|offered|(?:told|asked)(?! to)"
    r"|provided|free|permitted)(?! to not)|will (?:always |also )?(?:get|have(?! (?:your|their)[^.;]{0,25}(?:\w+ed|taken"
    r"|held|kept)\b)|keep|be (?:able|given|(?:told|asked)(?! to)"
    r"|offered|shown|helped|allowed|paid)|receive|find)|[’']?ll (?:show|help|teach|explain|tell|give)",
)
_ASKS = any_of(
    r"(?:(?:looks? (?:at|over)|reviews?|reopens?|decides?|votes?|talks? (?:it |this )?(?:over|about)|goes? over|go over"
    r"|checks? (?:in|on|how)) (?:it|this|that|the|on|whether|how|together|again|then|next|over))",
    r"(?:may|can|could|should|will)(?: always| also)? (?:ask|request|appeal|refuse|challenge|disagree|complain|say|choose"
    r"|change)|(?:decide|choose)s? (?:for|what|which|who|how|whether|when)|entitled|right to",
)
_ORDERS = any_of(
    r"needs? (?:an?|the|your) (?:[\w’']+ )?(?:say-so|approval|consent|agreement|deposit|form|signature|signed|permission"
    r"|parent\w*)|must|shall|will|should|have to(?! the)|has to"
    r"|needs? to|(?:are|is|be) (?:to|expected to|required to|supposed to|asked to|told to|requested to)|agrees?|ought to"
    r"|required|requires?|[’']ll|mandatory|expects? you|we ask that",
)
_ASKS_OF_YOUTH = re.compile(
    rf"\W*(?:\w+ )?(?:ask|expect|require|prefer|rather)s? (?:that )?(?:all |every "
    rf"|each )?{YOUTH}\b(?! (?:\w+ ){{0,4}}(?:what|how|which|whether|about|if)\b)(?! to (?:tell|ask)| each| every| at| after)",
    re.IGNORECASE,
)
_IS_TOLD = re.compile(
    r"\W*(?:\w+ )?(?:may|will|can|must|is|are) be (?:given|told|sent|shown|informed|notified|contacted|called)\b|\W*(?:is"
    r"|are) (?:given|told|sent|shown|informed|notified)\b",
    re.IGNORECASE,
)
_GIVES = any_of(
    r"(?:comes? back|back to their owners|returned|given (?:back|to you|out)|handed back|provided|offered|explained|lent"
    r"|replaced|repaired|fixed|kept (?:private|confidential)|asked first|trained|available|welcome|open|(?<!-)free(?! time)"
    r"|reported|told|shown|helped|deleted|erased|wiped|borrowed|paid)",
)
_TO_THEM = re.compile(
    rf"\b(?:provided|given|offered|shown|told|reported|available) to (?:the |your |a |an |any |all )?(?:key "
    rf"|on-call )?{OURS}\b",
    re.I,
)
"""Handed to staff, not handed out."""
_COMMANDS = re.compile(
    r"^(?:please )?(?:turn|hand|leave|put|keep|give|delete|switch|plug|sign|write|lock|log|use|get|return|set|stay|wait|finish"
    r"|charge|drop|pass|surrender|limit|stop|take|place|store|submit|remove|mute|silence|unplug|shut|power|clear|show|open"
    r"|ask before|avoid|stick|charge|park|tell staff before|do your|earn|deposit|register|disclose|provide|only|don[’']t"
    r"|do not|never|wear|respect|refrain|hold|lower|disconnect|end|hang up|make sure|ensure|inform|notify|label|request"
    r"|obtain|unlock|observe|follow)\b",
    re.IGNORECASE,
)

_RESTRICTS = any_of(
    rf"(?:is|are|be|gets?|got|been|being|stays?|remain|were|was|[’']s|may be|goes|go) (?:\w+ ){{0,2}}{TAKEN}",
    r"(?:is|are|be|do|does) (?:\w+ly )?(?:off|out|down|away|silent|private|on silent|not mix|(?<!be )(?:played|used|worn"
    r"|charged|made|watched|taken) (?:only|through|with|in|at|on))|(?:goes|go|stays?|remain|comes?|lives?|sleeps?|belongs?"
    r"|kept) (?:\w+ ){0,2}(?:off|out|down|away|outside|downstairs|in (?:the|a|our|your) \w+|in storage|gone|at the \w+"
    r"|with the \w+|behind|with staff|into|silent|private|on silent|not mix)|stays? (?:\w+ )?on|(?:happens?"
    r"|(?<!can be )(?<!may be )done|use takes place) (?:only )?(?:at|in)|(?:device|phone|screen|tech)[- ]free"
    r"|[’']s in the (?:safe|office|basket|box|bin)",
    r"only|solely|exclusively|limit(?:s|ed)?|restrict\w*|restriction|off[- ]limits|off the table|contraband|(?:is|are) gone"
    r"|privileges?|prohibited|banned|forbidden|unauthori[sz]ed|unapproved|zero[- ]tolerance|earn(?:s|ed)?|los(?:e|es|ing|s)"
    r"|forfeit\w*|curfew|cost(?:s)? you|grounds for|confiscation|suspension|write[- ]?ups?|infraction|(?:cause|reason) for"
    r"|rewards?|treats?|results? in|leads? to|means (?:you|we|losing|no)|ends your|in termination|penalt\w+|sanctions?",
    r"(?:is|are) (?:for|not|facing)|ours|sorry|property of|(?:no|\d+|one|two|three|five|ten|fifteen|twenty|thirty|sixty"
    r"|an) (?:more than|[\w-]+ )?(?:\w+ )?(?:hours?|hrs?|minutes?|mins?|calls?|times?|people|devices?|phones?|strikes"
    r"|offen[sc]es?)\b(?= (?:a|an|per|each|every|max\w*|daily|weekly|at a|at most|then|tops|held|without|and|of|total)|[.,]"
    r"|$)(?! of our)",
    r"at most|max(?:imum)?|up to \w+|(?:school|homework|chores|work) first|(?:first|second|third) (?:offen[sc]e|time|strike)"
    r"|is final|(?:determined|governed|decided|set|fixed|chosen|controlled) by(?! (?:you|the residents|residents|youth|young))"
    r"|depends? on|a condition of|(?:licen[cs]e|tenancy|stay|placement|place) (?:can|may|will) be ended|incentives?"
    r"|prohibits?|forbids?|rests? with|lies with|\bbans?\b|(?:access|time|wi-?fi)[^.;]{0,20} (?:is|are|will be) lost"
    r"|time is (?:over|up)|(?:made|dial\w+) by staff|(?:turns?|shuts?|switch(?:es)?|cuts?|powers?|locks?) (?:itself"
    r"|off|down|out)|logs you out|misuse|breach(?:es)?|non-?compliance|failure to|consequences|disciplinary|(?:verbal"
    r"|written|first|final) warning|compulsory|obligatory|reserved for|(?:ha(?:s|ve)|takes?) priority|comes? first|cut-?off"
    r"|conditional|contingent|discouraged|frowned|unacceptable|affects? your|counts? (?:as|against)|ends? your"
    r"|(?:designated|set|assigned|scheduled|allotted) (?:\w+ )?(?:hours|times)|go(?:es)? (?:dark|quiet)|out when|out by"
    r"|(?:is|are) on from|by \d+(?::\d\d)?(?: ?[ap]\.?m|\b)|violations?|offen[sc]es?|(?:ends?|stops?"
    r"|goes off|down|out|off|over|stay) (?:at|by|on|of)|(?:ends?|(?<!bus )stops?)$|consent to|subject to|weekends|after chores"
    r"|without a|any phone"
    r"|level drop|blocked|(?:gets?|get) (?:turned off|shut|taken)|bin\b|lock ?box|basket|off till|on hold|closed",
)
_WATCHES = any_of(
    r"search(?:es)? (?:\w+ )?includes?|monitor(?:s|ed|ing)?|surveillance|track(?:ed|ing|s)|(?:random|spot|regular|daily"
    r"|weekly|surprise|rm"
    r"|room) (?:\w+ ){0,2}(?:checks?|searches|inspections?)|record(?:s)? (?:sound|audio|around|everything)|(?:cameras?|footage"
    r"|run)\b[^.]*around the clock|listening|parental[- ]control|full report|call log|reserves? the right|discretion"
    r"|cameras? (?:[\w-]+ ){0,3}(?:are|is) (?:on|located|installed|placed|mounted)"
    r"|(?:cameras?|cctv) (?:records?|films?|watch(?:es)?|operates?)|cameras? (?:in|on) (?:the |every )?(?:\w+ )?(?:hall"
    r"|lounge|bed|common|living|kitchen|rec)\w*|on video|can be (?:seen"
    r"|heard|watched|read)|up to (?:the |your )?(?:shift|staff|worker|manager|director|supervisor|team)|(?:ha(?:s|ve)|holds?"
    r"|keeps?) (?:\w+ )*(?:pins?|pass ?(?:words?|codes?)|log-?ins?)|(?:pass ?(?:words?|codes?)|pins?)\b[^.]*(?:\bfile\b|form\b"
    r"|here:|with staff)|supervis(?:ed|ion)|passes through|consent to|(?:letting|lets?|allow\w*) us (?:use|see|look)"
    r"|facing the room|see(?:s)? fit|share (?:your|their) (?:live )?location|footage (?:may|can|will|is) (?:be )?(?:looked"
    r"|watched|viewed|reviewed|shared|seen)|(?:may|can|will|to) (?:appear|be (?:used|shown|published)"
    r"|use my)[^.]*(?:newsletters?|web ?site|reports?|media|publicity|facebook)|(?:lets?|letting|allow\w*|so that) (?:us|staff"
    r"|we)(?: to| can)? (?:see|use|look|read|know|find|track)",
)
_NARROWS = any_of(
    r"at (?:the )?weekends?|have (?:\w+ )?(?:restrictions|limits)|earns?|earned|(?:more than|at least|over) (?:\d+"
    r"|\w+) (?:days|weeks|nights"
    r"|months)|during (?:\w+ )?(?:free|designated|set|certain|approved|scheduled|visiting|phone|quiet|break)"
    r"|if (?:you|they|he|she) (?:are (?:able|capable)|ha(?:ve|s) (?:shown|followed|behaved|kept|completed|done)|behaves?"
    r"|follows?|shows?)|provided (?:it|they|that|you)|but (?:not|it|they|only|never)|not (?:for|in|at|upstairs|on|to|during"
    r"|with|games?)|turned in|handed (?:in|to)|only|solely|unless|until|except|no more than|at most|with (?:a |their |your "
    r"|prior )?(?:(?:\w+ )?(?:counsell?or|worker|manager)[’']s )?(?:staff|permission|approval|signed|the (?:approval"
    r"|permission|ok))|if (?:staff|you (?:had|have (?:no|not|earned|finished|been)|earned))|on condition|as long as|approved"
    r"|the list|after (?:\d|\w+ (?:days|weeks|nights)|chores|homework|school|dinner|lunch|you have)|once (?:you|they|he|she"
    r"|your|chores|homework)|up to|max(?:imum)?|when (?:your|you have) \w+|between \d|from \d[\d:]*|on (?:weekends|saturdays?"
    r"|sundays?|fridays?|level)|attitude|by points|agreed in writing|if (?:a|your) (?:guardian|parent)|in front of"
    r"|has no camera|while staff|under supervision|first floor|turn them in",
    r"(?:one|two|three|four|(?!24\b)\d+|an?),? (?:[\w-]+ ){0,2}(?:calls?|hours?|minutes?|mins|times|visits?) (?:a|an|per|each"
    r"|every|daily|weekly|\w+ing)|(?:own|have|keep) (?:up to )?(?:one|two) (?:phone|device)|(?:single|one) (?:phone|device)"
    r"|privileges?",
)
_BACK_WHEN = re.compile(
    rf"(?:available|open|given|provided|offered|granted) (?:only )?to (?:\w+ )?{YOUTH} (?:who"
    rf"|that) (?:have (?:completed|earned|finished|attended|done|passed|signed|followed)|attend|earn|complete|follow)"
    rf"|(?:returned|given back) (?:only )?(?:when|once|if) (?:the |your )?{OURS}\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"\b(?:must|has to|have to|needs? to|may|can) (?:first )?(?:sign|approve|agree|consent|give)\b|\bdecides?\b",
    re.IGNORECASE,
)
_THEY_TAKE = re.compile(r"\bthey (?:may|can|will) (?:then )?(?:confiscate|seize|withhold|suspend|revoke)\b", re.IGNORECASE)
"""Whoever they are: it is not youth."""
_EXPECTED = re.compile(r"it is (?:expected|required)\b", re.IGNORECASE)
_GIVES_UP = re.compile(
    r"\W*(?:then )?(?:relinquish|surrender|hand|turn|give|leave|submit|deposit|drop|forfeit)s?\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must(?! be (?:allowed|given|able|offered|told|asked))|have to|has to|los(?:e|es)|forfeits?"
    r"|(?:are|is|be) (?:expected|required|requested|asked|told|supposed|made|instructed) to|agrees? to)\b",
    re.IGNORECASE,
)

_OPENING = re.compile(r"(?:if|when(?:ever)?|where|before|after|once|while) ", re.IGNORECASE)


def takes_away(sentence: str) -> bool:
    """Whether it may be a limit on youth or a power over them."""
    if any(words.search(sentence) for words in (LAW, ACT, WITH_A_YES, TO_STAFF)):
        return False
    if _THEY_TAKE.search(sentence):
        return True
    before = ""
    opening = _OPENING.match(sentence)
    meant = who_acts(sentence[opening.end() :])[0] if opening else ""
    for clause in clauses_of(sentence):
        who, said = who_acts(clause)
        if before and (THE_SAME.match(clause) or (not who and GOES_ON.match(clause))):
            who = before
        elif meant == "staff" and THE_SAME.match(clause):
            who = meant
        if _limits(clause, who, said, sentence):
            return True
        before = who
    return False


def _limits(clause: str, who: str, said: str, sentence: str) -> bool:
    if TELLS.search(clause) or NO_HARM.search(clause) or ADVICE.search(clause) or clause.endswith("?"):
        return False
    if who in ("staff", "house"):
        if clause.casefold().startswith("only "):
            return not ONLY_THEY_SEE.match(clause)
        if _ASKS_OF_YOUTH.search(said):
            return True
        if _SAYS_NO.search(clause):
            return bool(_DENIES.search(clause) and not OF_STAFF.search(clause) and not KEEPS_TO_ITSELF.search(clause))
        return bool(
            (_DENIES.search(clause) or DOES_TAKE.search(said) or AND_TAKES.search(said) or _WATCHES.search(said))
            and not THEIRS.search(said)
        )
    if who == "others":
        return bool(
            _WATCHES.search(said)
            or DOES_TAKE.search(said)
            or _SIGNS.search(said)
            or _NEGATED.search(said)
            or _IS_TOLD.match(said)
        )
    if who == "youth":
        return _limits_youth(said, sentence) or bool(re.match("no|neither", clause, re.IGNORECASE))
    if OF_STAFF.search(clause) or ON_PAPER.match(clause):
        return False
    if _COMMANDS.search(clause) and OFFERS.match(sentence):
        return False
    if _COMMANDS.search(clause) or _WATCHES.search(clause) or _NEGATED.search(clause):
        return True
    if _BACK_WHEN.search(sentence):
        return True
    gives, takes = _GIVES.search(_TO_THEM.sub("handed to", clause)), _RESTRICTS.search(clause)
    if gives and not (takes and takes.start() < gives.start()):
        return False
    if takes or _ORDERS.search(clause) or (not VERB.search(clause) and _AWAY.search(clause)):
        return True
    return bool(re.search(r"\b(?:may|can|allowed|permitted)\b", clause) and _NARROWS.search(sentence))


def _limits_youth(said: str, sentence: str) -> bool:
    if (
        _NEGATED.search(said)
        or _GIVES_UP.match(said)
        or re.search(
            rf"\b(?:may|will|shall|can|are|is) be {TAKEN}",
            said,
            re.IGNORECASE,
        )
    ):
        return True
    said = what_they_do(said)
    if _ASKS.search(said):
        return False
    if _ALLOWS.search(said) and not (_MUST.search(said) or _EXPECTED.match(sentence)):
        return bool(_NARROWS.search(sentence))
    return bool(said)
