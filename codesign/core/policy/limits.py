"""Whether a sentence of a policy takes something away from youth or gives somebody a power over them: who acts in each of its
clauses, and whether the clause orders, allows or denies. What nobody orders, allows or denies is a fact.
"""

import re

from codesign.core.policy.technology import any_of

_OURS = (
    r"(?:staff(?: members?)?|workers?|personnel|case ?managers?|case ?workers?|counsell?ors?|managers?|management|directors?"
    r"|supervisors?|employees?|reporters?|therapists?|carers?|volunteers?|interns?|clinicians?|mentors?|advocates?|nurses?"
    r"|team(?: members?)?|shift leads?|leads?|leaders?|coordinators?|designee|administrators?|house ?parents?|mediators?)"
)
_HOUSE = (
    r"(?:the|our|this) (?:program(?:me)?|shelter|agency|house|cent(?:er|re)|home|facility|organi[sz]ation|project|refuge)|we"
)
_YOUTH = (
    r"(?:you|youths?|residents?|guests?|clients?|participants?|patients?|minors?|members|kids?|teens?|teenagers|girls?|boys?"
    r"|child(?:ren)?|new admissions|newcomers|juveniles|young (?:\w+ )?(?:people|persons?|adults?|parents?|women|men|man|woman)"
    r"|any ?(?:one|body)|every ?(?:one|body)|whoever|those|people|i|he|she|they|roommates|siblings|gamers|mothers|level \w+)"
)
_OTHERS = r"(?:parents?|guardians?|famil(?:y|ies)|police|officers?|visitors?|schools?|donors?|landlords?|probation)"
_WHO = re.compile(
    rf"(?P<staff>\b{_OURS}\b)|(?P<house>\b(?:{_HOUSE})\b)|(?P<youth>\b{_YOUTH}\b)|(?P<others>\b{_OTHERS}\b)", re.IGNORECASE
)
_NOT_THE_ONE_WHO_ACTS = re.compile(r"(?:-|[’']s\b|[’'](?=\s|$)| (?:phone|network|tablet|computer|office|wi-?fi|data)s?\b)")
_BESIDE = re.compile(
    r"\b(?:of|by|to|with|for|from|about|on|at|in|per|near|than|between|against|as|using|texting|following)"
    r"(?: (?:the|a|an|any|all|other|another|each|every|our|your|his|her|their|current|former|and|or|\w+ing))*$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:may|can|could|might|will|shall|must|should|cannot|can[’']t|won[’']t|mustn[’']t|shouldn[’']t|don[’']t|doesn[’']t"
    r"|isn[’']t|aren[’']t|are|is|am|was|were|be|do|does|ha(?:ve|s|d)|need(?:s|n[’']t)?|[’'](?:ll|re|ve|d)|never|gets?|los(?:es|e)"
    r"|goes|stays?|lives?|keeps?)\b|[’'](?:ll|re|ve|d)\b|(?<=it)[’']s\b",
    re.IGNORECASE,
)

_ASIDE = re.compile(
    r"(?:^|(?<=[\s,(]))(?:if|when(?:ever)?|where|while|because|since|so that|so (?=every|no|people|others|you|we|it|nothing)"
    r"|as (?:there|this|that|the|too|it|these|two|one|doing|you|they|voices|roommates|people|we)|after|before|until|till"
    r"|unless|once (?=you|the|a|an|it|they|your|\w+ (?:is|are|has|have))|whatever(?! (?:the|your) reason)|should (?=a |an |you |the |any |your )|though|although|given that|whether|provided (?=that|it|they|you)|even if|except"
    r"|as (?:soon|long) as)\b"
    r"(?:[^,;:()]|,(?= (?:or|and)\b)|,(?= an? [^,;]*(?:,|\bor\b)[^,;]*,))*(?:[,;)]|$)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^(?:if|when|while|once|after|until|before) (?:\S+ ){2}[^,;]*?"
    rf"(?=(?:an? |the |your |all |any )?(?:{_YOUTH}|{_OURS}|it|we)(?: |(?=[’']))(?:may|must|will|can(?:not)?|shall|loses?|[’']ll"
    r"|should|are not|do not)\b)|\b(?:when|if|as|once) (?:asked|caught|told|found|needed|requested|seen)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r",? ?\b(?:who|whose|whom|which|that|found|caught|under \d+|age[sd]?)\b[^,;:]*?,?"
    r"(?=\b(?: ?may| ?will| ?must| ?shall| ?can| ?cannot| ?should| ?loses?| ?forfeits?| ?pays?| ?goes without| ?don[’']t)\b)"
    r"|,? ?\b(?:who|that|which) (?!is|are|was|were|you|we|they|it)[^,;:]*?(?= (?:are|is|gets?) )",
    re.IGNORECASE,
)
_TRAILING = re.compile(r",? \b(?:who|whose|whom|which|that)\b (?!you\b|we ask|the)[^,;:]*(?:,|$)", re.IGNORECASE)
_FRONT = re.compile(
    r"^(?:and|but|also|or|so|then|please|note|remember(?: that)?|be aware that|i understand that)\b[ ,:]*|^(?:during|in|on|at|for|from|under(?! no)|upon|with|by|to|following|owing to"
    r"|due to|between|through|within|as|out of|per|over|outside|beyond|apart from|besides|dear)\b[^,;:]*, (?!in\b|and\b|or\b|without\b|on\b)",
    re.IGNORECASE,
)
_SPLITS = re.compile(
    r"\s*;\s+|(?<=\w)[:.]\s+(?=[A-Za-z])|\s+[\u2013\u2014-]\s+|,?\s+(?:and|but|yet|so)\s+(?="
    rf"(?:the |our |your |all |any |each |no |only |nothing |it |that )?(?:{_YOUTH}|{_OURS}|{_OTHERS}|it|this|that|nothing|phones?"
    rf"|device|must|may|shall|will|can)\b)|,\s+(?=(?:you|we|they|it|staff|your)\b)|(?<!nothing)(?<!all),?\s+but\s+",
    re.IGNORECASE,
)

_AN_ACT = re.compile(
    r"(?!following|during|being)(?:not )?(?:\w+ly )?\w+ing\b|failure|possession|use of|refusal|(?:any|the) use", re.IGNORECASE
)
"""It tells of what somebody may do, not of who does it."""
_SAYS_NO = re.compile(
    r"^(?:(?!with)\w+[\w’'-]* ){0,7}?(?:no|nobody|neither|never|not|cannot|\w+n[’']t|prohibited|forbidden)\b(?! only)", re.IGNORECASE
)
_ONLY = re.compile(r"only\b", re.IGNORECASE)
_OF_STAFF = re.compile(
    rf"\b(?:belonging to|used by) (?:all |our )?{_OURS}\b|\b{_OURS}[’'](?:s)? (?:own |personal |private |work )|^(?:case notes|files|records|footage)\b"
    r"|\bnever (?:share|post|send|use|publish|name) (?:a|any|the|our) (?:young|resident|youth|client|guest)",
    re.IGNORECASE,
)
_THEIRS = any_of(r"their own|their personal|a personal|private phones?|shift notes|confiscated items?|every search|each search")
_AWAY = any_of(r"off|out|down|away|gone|none|basket|bin|office|safe|level \d|only|first|blocked|closed|nothing")

_LAW = any_of(
    r"by law|(?:federal|state|local|california|texas|new york|uk|irish|canadian|\w+ state) (?:law|rules?|regulations?|code)"
    r"|the law|the legislature|state legislature|statutes?|regulations?|licensing rules?|section \d[\w.-]*|title [ivx\d]+"
    r"|coppa|cipa|ferpa|hipaa|gdpr|commissioner|courts?(?= (?:can|may|order is))|warrants?|bill of rights|subpoena",
    r"(?:a|an) (?:crime|misdemeanou?r|felony|offen[cs]e(?= to| for| under))|illegal|unlawful|against the law|criminal"
    r"|be charged (?:as|with|just|like)|charged just|rules for sites|in (?:most|this|some) states?|pursuant to",
)
_ACT = re.compile(r"\b(?:the|under) (?:[A-Z][\w’']* ){1,6}(?:Act|Code|Law|Regulations|GDPR)\b|\b[Tt]he .{0,40} Act\b")
_TELLS = any_of(
    r"(?:it )?(?:is|[’']s) a good idea|think (?:twice|before)|be careful|try (?:to|night|not)|it helps to"
    r"|we want you|for the purposes of|in this (?:policy|handbook|guide|paper)|means any|means phones|applies to|defined as"
    r"|we(?:[’']ll| will| can)? help|we offer|we can (?:show|lend|top|set)|wrote|were written|written by residents|formerly"
    r"|(?:was|were) (?:\w+ )?(?:removed|replaced|installed|chosen|bought|given)",
    r"(?<!not )(?:ok|okay|fine) to(?! be)|up to you|is your (?:own|business)|your right to|closed to us|(?:belongs?|belong) to (?:you|the youth)|(?:are|is) yours"
    r"|means private|welcome!?$|have a say|free of charge|at no cost|for free|on the fridge",
)
_NO_HARM = any_of(
    r"(?:(?:do|does|did)(?: ?not|n[’']t)|never|no one|nobody|not) (?:ever )?(?:have|has|need|needs|required|made|asked)"
    r" to (?:hand|give|share|show|unlock|tell|say|let|answer|explain|use|sign|be|have)|needn[’']t",
    r"(?:no ?body|no one|no (?:\w+ )?(?:youth|resident|client|young person|guest|child|one))\b[^.;]*\b(?:gets to|will|shall|may|can|is"
    r"|has|should)\b[^.;]*\b(?:den(?:y|ied)|penali[sz]ed?|punish(?:ed)?|lose|made|make|forced?|take(?! (?:\w+ ){0,2}(?:photo|picture|video|selfie|recording|screen))|read|search(?:ed)?|refused|take"
    r"n|disciplined|turned away|ask)",
    r"(?:not|never|n[’']t|no longer) (?:be |been |used |ever )*(?:\w+ )?(?:limited|restricted|monitored|read|searched|listened"
    r"|taken|recorded|penali[sz]ed|punished|checked|looked at|tracked|denied|withheld|refused|held against|sold|counted|charged"
    r"|lose|loses|cost|a (?:punishment|reason|consequence)|as (?:a )?(?:punishment|consequence|discipline)|count against"
    r"|reported|disciplined|blocked|disclosed|judged)",
    r"nothing (?:will |bad )?(?:be|happens?|changes?|is|held)|(?:won[’']t|will not) (?:cost|lose|count|hurt|get you)"
    r"|as (?:a )?(?:punishment|discipline)|(?:never|not) (?:a|as a|used as a?|because of a) ?(?:punishment|consequence)",
    r"no (?:\w+ )*(?:call|contact|limits?|restriction|search)s?[^.;]{0,60}(?:taken away|denied|refused|punish\w+|longer than|without)"
    r"|may not be (?:placed|installed|used) by (?:staff|management)|(?:never|not) be (?:placed|installed) (?:by|in|where)",
    r"(?:only )?(?:if|when|after|unless|once) (?:you|the (?:young person|youth|resident)) (?:say|says|agrees?|ask|asks|want|has|have)"
    r" ?(?:yes|so|to it|it|signed|given)?\b(?! no write| earned| finished| done| been| not)|change your mind|with your (?:ok|consent"
    r"|say)|(?:written|signed) (?:consent|release)|consent (?:is|for|of)[^.;]*(?:obtained|asked|needed|given)|consent from the"
    r"|(?:the|own) youth[’']s consent|(?:his|her|their|your) (?:own )?consent|only after the young person",
    r"(?:may|can) (?:always )?(?:appeal|refuse|challenge|disagree|say no)|may have it back at once|on request|of being asked"
    r"|(?:wiped|deleted|erased)(?: by| between| after| when|$)|we delete|has (?:been|to be) (?:asked|told)",
)
"""It says that a harm is not done, asks for a yes, or tells a way out."""

_WITH_A_YES = any_of(
    r"(?:with|without|only (?:if|after|when)|unless|if|has|after|before|until) [^.;,]{0,40}(?:says? yes|signed a release|(?:has|have) signed"
    r"|(?:written|signed|own|youth[’']s|person[’']s|your) (?:ok|consent|release)|consent (?:from|of) the (?:youth|young|resident))"
    r"|you can change your mind|may change your mind|consent for filming",
)
"""It is done with a yes of the young person alone."""
_TO_STAFF = re.compile(rf"^\W*(?:tips?|(?:for|note to) staff|{_OURS}):", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:must|may|shall|will|can|should|is|are|has|have|\w+s)\b", re.IGNORECASE)
"""A clause without one who acts: the one of the clause before does."""
_NEGATED = any_of(
    r"(?:may|must|shall|can|should|will|do|does|are|is|am|be) ?(?:not|never)|cannot|(?:ca|mus|wo|should|do|does|is|are)n[’']?t"
    r"|can[’']t|mustn[’']t|never|and not|dont|not (?:allowed|permitted|okay|ok|acceptable|for|in|at|upstairs|to|welcome|authori[sz]ed|unless"
    r"|after|before|during|one|even|on)|no|none|neither|nor|nothing|nowhere|refrain from|agrees? not|unavailable|[-\u2011]free",
)
_DENIES = any_of(
    r"(?:not|never|\w+n[’']t|no) (?:\w+ )?(?:be )?(?:allow|permit|accept|tolerate|let|return|give|unlock|provide|responsible|replace"
    r"|lend|do|put|pass|have|look at phones|issue|release|forward|take messages|liable)|zero[- ]tolerance(?! (?:applies to|for|toward\w*) (?:any )?" + _OURS + ")",
)
_KEEPS = any_of(r"(?:keep|hold|have|make) no (?:list|record|copy|copies|file|log)s?")
_ALLOWS = any_of(
    r"may|can|could|might|get to|gets to|able to|(?:are|is|[’']re|[’']s) (?:always |also )?(?:free|welcome|entitled|encouraged|invited|allowed"
    r"|permitted|granted|provided|offered|given|issued)|ha(?:ve|s)(?! (?:your|their|his|her) [^.;]{0,20}(?:kept|held|taken|searched|locked))"
    r"|choose|chooses|keeps?|decides?|owns?|gets?|receives?|will (?:always |also )?(?:get|have|keep|be (?:able|given|told|asked|"
    r"offered|shown|helped|allowed|paid)|receive|find)|[’']?ll (?:show|help|teach|explain|tell|give)",
)
_ASKS = any_of(
    r"(?:may|can|could|should|will)(?: always| also)? (?:ask|request|appeal|refuse|challenge|disagree|complain|say|choose|change)"
    r"|(?:decide|choose)s? (?:for|what|which|who|how|whether|when)|entitled|right to",
)
_ORDERS = any_of(
    r"must|shall|will|should|have to(?! the)|has to|needs? to|(?:are|is) (?:to|expected to|required to|supposed to|asked to|told to)"
    r"|agrees?|ought to|required|requires?|[’']ll|mandatory|expects? you|we ask that",
)
_ASKS_OF_YOUTH = re.compile(rf"\W*(?:\w+ )?(?:ask|expect|require)s? (?:that )?(?:all |every |each )?{_YOUTH}\b(?! to (?:tell|ask))", re.IGNORECASE)
_GIVES = any_of(
    r"(?:returned|given (?:back|to you|out)|handed back|provided|offered|explained|lent|replaced|repaired|fixed|kept (?:private"
    r"|confidential)|asked first|trained|available|welcome|open|(?<!-)free|reported|told|shown|helped|deleted|erased|wiped|borrowed|paid)",
)
_ADVICE = re.compile(
    r"^(?:please )?(?:ask(?! before)|tell|talk|try|think|remember|pick|text \w+ to|text (?:our|us|stop|start|home|safe)|call (?:us|our|\d|the)"
    r"|report|let us|see|change your|turn on two|save the|speak|come|look for|find|learn|join|enjoy|sign up|visit|contact|choose|"
    r"check (?:with|that|your)|be (?:careful|aware|kind)|need|want|lost|feel free|book|drop in|message us|use a strong|meet|share)\b",
    re.IGNORECASE,
)
_COMMANDS = re.compile(
    r"^(?:please )?(?:turn|hand|leave|put|keep|give|delete|switch|plug|sign|write|lock|log|use|get|return|set|stay|wait"
    r"|finish|charge|drop|pass|surrender|limit|stop|take|place|store|submit|remove|mute|silence|unplug|shut|power|clear|show|open"
    r"|ask before|avoid|stick|charge|park|tell staff before|do your|earn|deposit|register|disclose|provide|only|don[’']t|do not"
    r"|never)\b",
    re.IGNORECASE,
)

_TAKE = (
    r"(?:hold|take|collect|confiscat|remov|search|check|inspect|read|look|monitor|requir|lock|delet|keep|record|listen|supervis"
    r"|conduct|disabl|block|limit|restrict|turn off|switch off|watch|view|open|approv|decid|deny|denie|refus|suspend|revok"
    r"|withdraw|withh[oe]ld|friend|track|sits? (?:in|beside|next|with)|stays? (?:on|with you on)|dial|intercept|disclos|share|go(?:es)? through|see"
    r"|access|review|ask to see|paus|retain|copy|store|use (?:my|your|the (?:image|picture|photo)s?)|demand|seize|cut|install"
    r"|log|clear|screen|vet|scan|set (?:the|your)|determin|ask (?:you|any|a|for)|pull|stop|shut|end|close|reserv)\w*"
)
_DOES_TAKE = re.compile(
    rf"^\W*(?:(?:may|can|could|will|shall|must|should|might|to|has|have|had|is|are|[’']ll|also|then|always|often|only|randomly"
    rf"|regularly|at|his|or|her|sole|its|own|in|discretion|judg?ment|routinely|on \w+|of the \w+|and|the|any|time|allowed|able"
    rf"|not(?= only)|the right|right|reserves?|it|still|from time to time|\w+ly),? )*{_TAKE}\b",
    re.IGNORECASE,
)
_TAKEN = (
    r"(?:held|taken|collected|confiscated|removed|searched|checked|inspected|read|monitored|locked|deleted|kept|recorded|opened"
    r"|listened|supervised|disabled|blocked|limited|restricted|turned (?:off|in|over|down)|switched off|shut (?:off|down)|watched"
    r"|viewed|denied|refused|suspended|revoked|withdrawn|withheld|tracked|intercepted|disclosed|shared with|looked (?:at|over"
    r"|through)|gone through|reviewed|paused|retained|stored|handed (?:in|over|to)|given (?:up|to staff)|surrendered|put (?:away|in (?:the|a) (?:office|safe|box|bin|locker|drawer|basket|tray))"
    r"|packed away|left (?:in|at|with|by)|placed|closed|capped|cut|logged|filmed|audited|filtered|seized|forfeited|unplugged|thrown"
    r"|impounded|discharged|expelled|evicted|terminated|exited|banned|prohibited|forbidden|barred|grounded|suspended|removed"
    r"|earned|charged to|deemed|installed|fitted|submitted|scanned|passed on|left outside|owed|moved|treated as|asked to leave|"
    r"written (?:on|up|down)|on (?:speaker|video|file|camera)|swept|docked|plugged in|screened|disposed|fined|pulled|powered)"
)
_RESTRICTS = any_of(
    rf"(?:is|are|be|gets?|got|been|being|stays?|remain|were|was|[’']s|may be|goes|go) (?:\w+ ){{0,2}}{_TAKEN}",
    r"(?:is|are|be|do|does) (?:\w+ly )?(?:off|out|down|away|silent|private|on silent|not mix)|(?:goes|go|stays?|remain|comes?|lives?"
    r"|sleeps?|belongs?|kept) (?:\w+ ){0,2}(?:off|out|down|away|outside|downstairs|in (?:the|a|our|your) \w+|in storage|gone|at the \w+|behind|with staff|into|silent|private|on silent|not mix)|stays? (?:\w+ )?on|(?:happens?|done) (?:only )?(?:at|in)|(?:device|phone|screen|tech)-free",
    r"only|solely|exclusively|limit(?:s|ed)?|restrict\w*|restriction|off[- ]limits|off the table|contraband|privileges?"
    r"|prohibited|banned|forbidden|unauthori[sz]ed|unapproved|zero[- ]tolerance|earn(?:s|ed)?|los(?:e|es|ing|s)|forfeit\w*"
    r"|curfew|cost(?:s)? you|grounds for|results? in|leads? to|means (?:you|we|losing|no)|ends your|in termination|penalt\w+|sanctions?",
    r"(?:is|are) (?:for|not|facing)|ours|sorry|property of|(?:no|\d+|one|two|three|five|ten"
    r"|fifteen|twenty|thirty|sixty|an) (?:more than|[\w-]+ )?(?:\w+ )?(?:hours?|hrs?|minutes?|mins?|calls?|times?|people|devices?|"
    r"phones?|strikes|offen[sc]es?)\b(?= (?:a|an|per|each|every|max\w*|daily|weekly|at a|at most|then|tops|held|without|and|of|"
    r"total)|[.,]|$)(?! of our)",
    r"at most|max(?:imum)?|up to \w+|(?:school|homework|chores|work) first|(?:first|second|third) (?:offen[sc]e|time|strike)|is final|out when|out by|(?:is|are) on from|by \d+(?::\d\d)?(?: ?[ap]\.?m|\b)|violations?"
    r"|offen[sc]es?|(?:ends?|stops?|goes off|down|out|off|over|stay) (?:at|by|on|of)|consent to|subject to|weekends|after chores|without a"
    r"|any phone|level drop|blocked|(?:gets?|get) (?:turned off|shut|taken)|bin\b|lock ?box|basket|off till|on hold|closed",
)
_WATCHES = any_of(
    r"monitor(?:s|ed|ing)?|surveillance|track(?:ed|ing|s)|(?:random|spot|regular|daily|weekly|surprise|rm|room) (?:\w+ ){0,2}(?:"
    r"checks?|searches|inspections?)|record(?:s)? (?:sound|audio|around|everything)|(?:cameras?|footage|run)\b[^.]*around the clock|listening|parental[- ]control"
    r"|full report|call log|reserves? the right|discretion|cameras? (?:in|on) (?:the |every )?(?:\w+ )?(?:hall|lounge|bed|common"
    r"|living|kitchen|rec)\w*|on video|(?:pass ?(?:words?|codes?)|pins?)\b[^.]*(?:\bfile\b|form\b|here:|with staff)"
    r"|supervis(?:ed|ion)|passes through|consent to|(?:letting|lets?|allow\w*) us (?:use|see|look)|facing the room|see(?:s)? fit"
    r"|share (?:your|their) (?:live )?location|footage (?:may|can|will|is) (?:be )?(?:looked|watched|viewed|reviewed|shared|seen)"
    r"|(?:may|can|will|to) (?:appear|be (?:used|shown|published)|use my)[^.]*(?:newsletters?|web ?site|reports?|media|publicity|facebook)"
    r"|release letting us",
)
_NARROWS = any_of(
    r"provided (?:it|they|that|you)|but (?:not|it|they|only|never)|not (?:for|in|at|upstairs|on|to|during|with|games?)|turned in"
    r"|handed (?:in|to)|only|solely|unless|until|except|no more than|at most|with (?:a )?(?:staff|permission|approval|signed|the"
    r" (?:approval|permission|ok))|if (?:staff|you (?:had|have (?:no|not|earned|finished|been)|earned))|on condition|as long as"
    r"|approved|the list|after (?:\d|\w+ (?:days|weeks|nights)|chores|homework|school|dinner|lunch|you have)|once (?:you|your|chores"
    r"|homework)|up to|max(?:imum)?|when (?:your|you have) \w+|between \d|from \d[\d:]*|on (?:weekends|saturdays?|sundays?|fridays?"
    r"|level)|attitude|by points|agreed in writing|if (?:a|your) (?:guardian|parent)|in front of|has no camera|while staff|under"
    r" supervision|first floor|turn them in",
    r"(?:one|two|three|four|(?!24\b)\d+|an?) (?:[\w-]+ ){0,2}(?:calls?|hours?|minutes?|mins|times|visits?) (?:a|an|per|each|every|daily"
    r"|weekly|\w+ing)|(?:own|have|keep) (?:up to )?(?:one|two) (?:phone|device)|(?:single|one) (?:phone|device)|privileges?",
)


def takes_away(sentence: str) -> bool:
    """Whether it may be a limit on youth or a power over them."""
    if any(words.search(sentence) for words in (_LAW, _ACT, _WITH_A_YES, _TO_STAFF)):
        return False
    who = ""
    for clause in _clauses(sentence):
        found, said = _who(clause)
        who = found if found or not _GOES_ON.match(clause) else who
        if _limits(clause, who, said, sentence):
            return True
    return False


def _clauses(sentence: str) -> list[str]:
    """Its main clauses, without what stands aside: a condition, a reason, an occasion, who is meant."""
    bare = _ASIDE.sub(lambda aside: "; " if aside[0].endswith(";") else " ", _OPENS.sub(" ", sentence))
    clauses = []
    for clause in _SPLITS.split(bare):
        words = clause
        while (shorter := _FRONT.sub("", words.strip(" ,\"“”’'.()-–—"))) != words:
            words = shorter
        words = _TRAILING.sub(" ", _RELATIVE.sub(" ", words)).strip(" ,")
        if words:
            clauses.append(words)
    return clauses


def _who(clause: str) -> tuple[str, str]:
    """Who acts in it, and what is said of them; nobody where a thing is told of, or somebody is told to do something."""
    verb = _VERB.search(clause)
    head = clause[: verb.start()] if verb else " ".join(clause.split()[:4])
    for found in [] if _AN_ACT.match(clause) else _WHO.finditer(head):
        if not (_BESIDE.search(head[: found.start()].rstrip()) or _NOT_THE_ONE_WHO_ACTS.match(clause[found.end() :])):
            return (found.lastgroup or "") if verb or found.lastgroup != "others" else "", clause[found.end() :]
    return "", clause


def _limits(clause: str, who: str, said: str, sentence: str) -> bool:
    if _TELLS.search(clause) or _NO_HARM.search(clause) or _KEEPS.search(clause) or _ADVICE.search(clause) or clause.endswith("?"):
        return False
    if who in ("staff", "house"):
        if _ONLY.match(clause):
            return True
        if _SAYS_NO.search(clause):
            return bool(_DENIES.search(clause))
        return bool((_DENIES.search(clause) or _ASKS_OF_YOUTH.search(said) or _DOES_TAKE.search(said) or _WATCHES.search(said)) and not _THEIRS.search(said))
    if who == "others":
        return bool(_WATCHES.search(said) or _DOES_TAKE.search(said) or _NEGATED.search(said))
    if who == "youth":
        return _limits_youth(said, sentence) or bool(re.match("no|neither", clause, re.IGNORECASE))
    if _OF_STAFF.search(clause):
        return False
    if _COMMANDS.search(clause) or _WATCHES.search(clause) or _NEGATED.search(clause):
        return True
    gives, takes = _GIVES.search(clause), _RESTRICTS.search(clause)
    if gives and not (takes and takes.start() < gives.start()):
        return False
    if takes or _ORDERS.search(clause) or (not _VERB.search(clause) and _AWAY.search(clause)):
        return True
    return bool(re.search(r"\b(?:may|can|allowed|permitted)\b", clause) and _NARROWS.search(sentence))


def _limits_youth(said: str, sentence: str) -> bool:
    if _NEGATED.search(said) or re.search(rf"\b(?:may|will|shall|can|are|is) be {_TAKEN}", said, re.IGNORECASE):
        return True
    if _ASKS.search(said):
        return False
    if _ALLOWS.search(said) and not re.search(r"\b(?:must|have to|has to|los(?:e|es)|forfeits?)\b", said):
        return bool(_NARROWS.search(sentence))
    return bool(said.strip())
