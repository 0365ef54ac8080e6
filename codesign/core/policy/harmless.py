"""What takes nothing away from youth: law and facts that are told, advice and offers, a harm that is said not to be done, a yes
that is asked for, and what is staff's own.
"""

import re

from codesign.core.policy.clauses import OURS, YOUTH
from codesign.core.policy.phrases import any_of

OF_STAFF = re.compile(
    rf"(?:phones?|devices?|mobiles?|computers?) of (?:all |our )?{OURS}\b|^(?:information|data|details) about (?:an? |our "
    rf"|the )?{YOUTH}\b|"
    rf"\b(?:belonging to|used by) (?:all |our )?{OURS}\b|^(?:all )?{OURS} (?:tele|cell |mobile )?(?:phones?|devices?"
    rf"|laptops?|accounts?|records?|e-?mails?)\b|\b{OURS}[’']s (?:laptop|phone|computer|mobile)|\b{OURS}[’']s? (?:own"
    rf"|personal|private|work) |^(?:your "
    rf"|the )?(?:case notes|files|records|footage)\b|\bnever (?:share|post|send|use|publish|name) (?:a|any|the|our) (?:young"
    rf"|resident|youth|client|guest)",
    re.IGNORECASE,
)
THEIRS = any_of(
    rf"their (?:cell |mobile )?(?:phones?|mobiles?|devices?)(?!.*\b{YOUTH}\b)",
    r"their (?:own|personal|screens?|computers?|desks?|workstations?|station|log-?ins?)|(?:confiscated|held|seized"
    r"|stored) (?:items?|phones?|devices?)|(?:check|ensure|see)s? (?:\w+ ){0,3}(?:that|whether|if)|a personal|review(?:s"
    r"|ed)? (?:\w+ )?(?:\w+ )?(?:polic(?:y|ies)|rules?|decisions?|limits?|restrictions?|procedures?"
    r"|handbook|agreement|plans?|log of)|keep (?:the |any |a )?(?:message|evidence|proof|note)s?|private phones?|shift notes"
    r"|every search|each search|(?:keep|store|leave)s? personal (?:phones?|devices?|mobiles?)|approves? (?:any|each|every"
    r"|all) (?:\w+ )?(?:restriction|limit|search|confiscation)\w*|check(?:s|ed)? (?:\w+ly|every \w+)(?:$|  )"
    r"|keeps? their (?:own )?(?:phones?|mobiles?"
    r"|devices?)|record(?:s|ed)? (?:the |any |each |every |all )?(?:use of|reason|decision|sanction|incident"
    r"|outcome|time|date|consent)|keeps?[^.;]{0,40} (?:open|free|charged|available|working|confidential)|(?:client|resident"
    r"|personal|case|youth) (?:data|records?|files?|notes|information)",
)
LAW = any_of(
    r"by law|(?:federal|state|local|california|texas|new york|uk|irish|canadian|\w+ state) (?:law|rules?|regulations?|code)"
    r"|(?<!break )(?<!breaks )(?<!breaking )(?<!against )the law|the legislature|state legislature|statutes?|regulations?"
    r"|licensing rules?|section \d[\w.-]*|title [ivx\d]+"
    r"|coppa|cipa|ferpa|hipaa|gdpr|commissioner|courts?(?= (?:can|may|order is))|warrants?|(?:criminal |to )charges"
    r"|prosecut\w+|\w+ law (?:allows?|requires?|says?|lets?|protects?|gives?|makes?)|bill of rights|subpoena"
    r"|\d+ (?:u\.?s\.?c|c\.?f\.?r)\.?|§+",
    r"(?:a|an) (?:crime|misdemeanou?r|felony|offen[cs]e(?= to| for| under))|(?:is|are|be|[’']s|it) (?:also )?(?:illegal"
    r"|unlawful|against the law)|criminal offen[cs]e"
    r"|be charged (?:as|with|just|like)|charged just|rules for sites|in (?:most|this|some) states?|pursuant to",
)
ACT = re.compile(r"\b(?:the|under) (?:[A-Z][\w’']* ){1,6}(?:Act|Code|Law|Regulations|GDPR)\b|\b[Tt]he .{0,40} Act\b")
"""Law is told."""
TELLS = any_of(
    rf"it is (?:the |our )?{OURS}[’']s? (?:duty|job|responsibility)|(?:duty|job|responsibility) of (?:the )?{OURS}"
    rf"|costs? nothing",
    r"(?:limits?|restrictions?)\b[^.;]* (?:must|should|has to|have to) (?:state|say|give|include|name)",
    rf"{YOUTH} (?:\w+ )?(?:said|told|asked for|wanted|chose|voted|wrote|reported|felt|decided|likes?|loves?|says?|tell us"
    rf"|thinks?|feels?)",
    r"(?:calls?|messages?|conversations?|chats?|texts|e-?mails?|mail) (?:is|are|stays?|remains?) (?:always )?(?:private"
    r"|confidential|yours)",
    r"keep (?:a (?:box|supply|few)|some|spare|extra|emergency)|only (?:you|the (?:youth|resident|young person))|(?:keep|hold"
    r"|have|make) no (?:list|record|copy|copies|file|log)s?",
    r"(?:it )?(?:is|may be|[’']s) (?:a good idea|smart|wise|best to|safer|worth)|you are (?:the one|in charge|never)|(?:some"
    r"|many|most) (?:young )?(?:apps|games|people|phones|companies|residents|youth|teens|guests|limits|rules)(?! (?:are|is|may"
    r"|must|will|can|who)\b)|might (?:not|want|be)|for you$|(?:limits?"
    r"|restrictions?)\b[^.;]* (?:is|are) (?:listed|written|explained|lifted|ended)|this (?:policy|page|handbook|agreement"
    r"|section"
    r"|paper) (?:sets|describes|explains|covers|tells|applies|is about)|think (?:twice|before)|be careful|try (?:to|night|not)"
    r"|it helps to|we want you|for the purposes of|in this (?:policy|handbook|guide|paper)|means any|means phones|applies to"
    r"|defined as|we(?:[’']ll| will| can)? help|we offer|we can (?:show|lend|top|set)|wrote|were written|written by residents"
    r"|formerly|(?:was|were) (?:\w+ )?(?:paid|consulted|involved|removed|replaced|installed|chosen|bought|given)",
    r"(?<!not )(?:ok|okay|fine) to(?! be)|up to (?:you|each|every|the young|youth|residents)|is your (?:own|business)"
    r"|your right to|closed to us|(?:belongs?"
    r"|belong) to (?:you|the youth)|(?:are|is) yours|means private|welcome!?$|have a say|free of charge|at no cost|for free"
    r"|on the fridge",
)
"""A fact, an offer, advice."""
NO_HARM = any_of(
    r"consent\b[^.;]* (?:can|may) be withdrawn|no need (?:to|for)|we (?:can|may|could) agree|takes? (?:\w+ )?\w+ minutes"
    r"|make sure (?:that )?no",
    r"no (?:\w+ )?(?:one|youth|resident|guest|client|person) (?:is|are|will be|can be|shall be) (?:required|made|forced"
    r"|asked|expected|obliged)",
    r"nothing in this|(?:nobody|no one)(?:[’']s| is) going to|"
    r"(?:your|their) (?:data|records?|information|history|photos?) (?:is|are) (?:deleted|erased|wiped|destroyed)",
    r"(?:not|\w*n[’']t|never) need (?:an?|any ?one|any ?body|any|permission|staff)\b",
    r"(?:not|never|\w*n[’']t) (?:be )?(?:expected|required|obliged|forced|made|pressured|pressed) to\b"
    r"|(?:(?:do|does|did)(?: ?not|n[’']t)|never|no one|nobody|not) (?:ever )?(?:have|has|need|needs|required|made"
    r"|asked) to (?:hand|give|share|show|unlock|tell|say|let|answer|explain|use|sign|be|have)|needn[’']t",
    r"(?:no ?body|no one|no (?:\w+ )?(?:youth|resident|client|young person|guest|child|one))\b[^.;]*\b(?:gets to|will|shall"
    r"|may|can|is|has|should)\b[^.;]*\b(?:den(?:y|ied)|penali[sz]ed?|punish(?:ed)?|lose|made|make|forced?"
    r"|take(?! (?:\w+ ){0,2}(?:photo|picture|video|selfie|recording|screen))|read|search(?:ed)?|refused|taken|disciplined"
    r"|listens?|watch(?:es|ed)?|checks?|looks?|track(?:ed)?|follow(?:ed)?|share|asked to leave|removed|excluded|banned"
    r"|evicted|discharged|turned away|ask)",
    r"(?:cannot|not|never|n[’']t|no longer) (?:be |been |used |ever )*(?:\w+ )?(?:limited|restricted|monitored|read|searched"
    r"|listened|taken(?! (?:to|in|into|out|up|on)\b)|recorded|penali[sz]ed|punished|checked|looked at|tracked|denied|withheld"
    r"|refused|held against|sold|counted|charged(?! (?:in|under|on|at|over|with|only|by)\b)|lose|loses|cost|a (?:punishment"
    r"|reason|consequence)|as (?:a )?(?:punishment"
    r"|consequence|discipline)|count against|reported|disciplined|blocked|disclosed|judged)",
    r"(?:never|not) [^.;,]{0,25}(?:fault|in trouble|to blame)|no limits? (?:on|to)|(?:with no"
    r"|without)(?: any)? (?:\w+ )?(?:limits|restrictions)|not (?:be )?deprived|minimum of \d+"
    r"|not (?:an? )?(?:\w+ )?(?:violation|offen[cs]e|reason|misconduct)|(?:wo|do|does"
    r"|did)n[’']t ask (?:you )?(?:for|to)|(?:(?:may|must|will|shall|should|does) not|cannot|never) ask (?:you )?(?:for|to see)"
    r"|(?:cameras?|software|system|apps?|filters?|program|agency|shelter) (?:do|does|will|can) ?(?:not|never) (?:record|track"
    r"|watch|listen|store|keep|log|save|read)|never (?:asks?|records?|stores?|tracks?|saves?|listens?|charges?)|(?:nobody"
    r"|no one) (?:here )?(?:looks?|listens?|watch(?:es)?|checks?|tracks?|asks?|minds?|monitors?|loses?|reads?|sees?|takes?"
    r"|gets? (?:punished|in trouble))|no (?:recording|record|log|list|copy)s? (?:is|are) (?:made|kept)|(?:dismissal"
    r"|discipline) of (?:the )?(?:employee|staff|worker)|(?:do|does|will) not (?:change|affect) (?:your|the)|nothing (?:will "
    r"|bad )?(?:be|happens?|changes?|is|held)|nothing (?:you|they|that)\b[^.;]* (?:is|will be|gets) \w+ed|need (?:permission"
    r"|to ask)|(?:can|may) be (?:questioned|appealed|challenged|contested|undone)"
    rf"|by (?:any )?{OURS}[^.;]* (?:is|are) (?:prohibited|forbidden|banned|not (?:allowed|permitted))|(?:won[’']t"
    rf"|will not) (?:cost|lose|count|hurt|get you)|as (?:a )?(?:punishment|discipline)|(?:never|not) (?:a|as a|used as a?"
    rf"|because of a) ?(?:punishment|consequence)",
    r"no (?:\w+ )*(?:call|contact|limits?|restriction|search)s?[^.;]{0,60}(?:taken away|denied|refused|punish\w+|longer than"
    r"|without)|may not be (?:placed|installed|used) by (?:staff|management)|(?:never|not) be (?:placed|installed) (?:by|in"
    r"|where)",
    r"(?:only )?(?:if|when|after|unless|once) (?:you|the (?:young person|youth|resident)) (?:say|says|agrees?|ask|asks|want"
    r"|has|have) ?(?:yes|so|to it|it|signed|given)?\b(?! no write| earned| finished| done| been| not)|change your mind"
    r"|with your (?:ok|consent|say)|(?:written|signed) (?:consent|release)(?! (?:of|from|by) (?:an? |the |your "
    r"|their )?(?:\w+ )?(?:guardian|parent|director|manager|staff|supervisor|program|provider|landlord))|consent (?:is|for"
    r"|of)[^.;]*(?:obtained|asked|needed"
    r"|given)|consent from the|(?:the|own) youth[’']s consent|(?:his|her|their|your) (?:own )?consent"
    r"|only after the young person",
    r"(?<!we )(?<!staff )(?<!workers )(?<!program )(?<!shelter )(?<!project )(?<!management )(?:may"
    r"|can) (?:always )?(?:appeal|refuse|challenge|disagree|say no)|may have it back at once|back on request"
    r"|of being asked|(?:wiped|deleted|erased)(?: by| between| after| when|$)|we delete|has (?:been|to be) (?:asked|told)",
)
"""It says that a harm is not done, asks for a yes, or tells a way out."""
WITH_A_YES = any_of(
    r"with consent|only[^.;]{0,40} with (?:your|their) (?:agreement|permission|ok|say)",
    r"(?:with|without|only (?:if|after|when)|unless|if|has|after|before|until) [^.;,]{0,40}(?:says? yes|(?:youth|resident"
    r"|young person|you) (?:agrees?|consents?|has agreed|have agreed)|signed a release|(?:has|have) signed|(?:written|signed"
    r"|own|youth[’']s|person[’']s|(?:residents?|clients?|guests?)[’']s?|your) (?:ok|consent|release)(?! (?:of|from"
    r"|by) (?:an? |the |your |their )?(?:\w+ )?(?:guardian|parent|director|manager|staff|supervisor|program|provider"
    r"|landlord))|consent (?:from"
    r"|of) the (?:youth|young|resident))|you can change your mind|may change your mind|consent for filming",
)
"""It is done with a yes of the young person alone."""
OFFERS = re.compile(
    r"\W*if you (?:have (?:no|lost)|do not have|don[’']t have|need|want|would like|forgot|lose|lost)\b", re.IGNORECASE
)
ON_PAPER = re.compile(
    r"(?:(?:an?|the|any|every|each|all|this) )?(?:(?!of|to|with|under|by|against|in)[\w’'-]+ ){0,3}?(?:plans?|planning"
    r"|polic(?:y|ies)|procedures?|decisions?|guidelines"
    r"|guidance|assessments?) (?:[^.;]{0,60} )?(?:must|should|shall|will) (?!not|never)|(?:incident|accident"
    r"|abuse) reports?\b|(?:[\w’']+ ){0,3}(?:policy|policies|rules|contract|agreement|handbook) (?:[^.;]{0,30} )?(?:is"
    r"|are) (?:\w+ )?(?:reviewed|updated|explained|posted)\b"
    r"|[^.;]* (?:must|should|shall|has to|have to) (?:\w+ )?be (?:addressed|reviewed|explained|discussed|documented"
    r"|considered|noted|justified|consulted|proportionate)\b",
    re.IGNORECASE,
)
"""A duty of those who write it."""
ONLY_THEY_SEE = re.compile(
    r"only [^.;]*(?:access to|see|view|open|look at|watch)s? (?:the |your |these |any )?(?:cctv|footage|recordings?|records?"
    r"|files?|case|data|notes|logs?)\b",
    re.IGNORECASE,
)
KEEPS_TO_ITSELF = re.compile(
    r"\b(?:not|never|n[’']t) (?:\w+ )?(?:give|supply|pass|release|forward|disclose|share|hand|send|sell|show|let)\b[^.;]{0,60}"
    r"\b(?:to|with|without) (?:any ?one|any ?body|others?|other|outside|third|callers?|strangers?|people|your (?:family"
    r"|parents?|consent))",
    re.IGNORECASE,
)
"""Staff tell nobody."""
TO_STAFF = re.compile(rf"^\W*(?:tips?|(?:for|note to) staff|{OURS}):", re.IGNORECASE)
ADVICE = re.compile(
    r"^(?:please )?(?:(?:never|don[’']t|do not) (?:feel|panic|worry|be (?:afraid|ashamed|shy)|blame|forget)"
    r"|keep your (?:passwords?|pins?|receipts?|log-?ins?)|ask(?! before)|tell|talk|try|think|remember|pick|text \w+ to"
    r"|text (?:our|us|stop|start|home|safe)|call (?:us|our|\d|the)|report|let us|see|lock your (?:screen|phone)"
    r"|show (?:someone|some ?body|us\b)|change your|turn on two|save the|speak|consider"
    r"|come|look for|find|learn|join|enjoy|sign up|visit (?:us|the|our)|contact (?:us|your|the|a)|choose|check (?:with|that"
    r"|your)|be (?:careful|aware|kind)|need|want|lost|feel free|book|drop in|message us|use a strong|meet (?:your|the|people"
    r"|us)|block (?:and|people|anyone)|watch out)\b",
    re.IGNORECASE,
)
