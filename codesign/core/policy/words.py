"""The words by which a sentence of a policy is found to be a limit on youth or a power over them, and what it says of it.

Lists find sentences to talk about and miss others. They are tried on sentences that were labelled by hand before any list was
written (tests/data/policy).
"""

import re

from codesign.core.policy.technology import any_of

_OURS = (
    r"(?:(?:direct care |night |shift |key |youth |house |support )?(?:staff|workers?|leads?)|case ?managers?"
    r"|case ?workers?|counsell?ors?|managers?|management"
    r"|directors?|supervisors?|employees?|mandated reporters?|therapists?|carers?)"
)
_AGENCY = rf"(?:{_OURS}|volunteers?|the (?:program|shelter|agency|house|center|centre)|we|our (?:staff|team)|no ?body|no one)"
_BELONGINGS = (
    r"(?:phones?|devices?|laptops?|tablets?|passwords?|passcodes?|screens?|messages?|pictures?|photos?|accounts?|consoles?)"
)

FORBIDS = any_of(
    r"not (?:be )?(?:allowed|permitted|accepted|acceptable|tolerated|ok|okay|welcome|authori[sz]ed)|prohibited"
    r"|forbidden|banned|ban on",
    r"(?:may|must|shall|can|should|will)(?: ?not|n[’']t) be|(?:may|must|shall|should) not|can ?not|can[’']t"
    r"|mustn[’']t|(?:are|is) not (?:to|for)",
    r"do not|don[’']t|never|off[- ]limits|contraband|unauthori[sz]ed|zero[- ]tolerance"
    r"|(?<!have )(?<!has )(?<!is )no \w+[^.]{0,60}|agrees? not to|refrain from",
    r"keep your phone off|stays? out of|stay out|are not for|is not for|avoid",
)
LIMITS = any_of(
    r"pack(?:ed)? away|put (?:away|down)|face down|leave (?:your|the|phones?|it|all)|not (?:in|upstairs|at|on"
    r"|during)|nothing else|(?:homework|chores) first",
    r"ask before|decides (?:who|which|what|when)|listen(?:s|ing)? (?:in|to)|listening|(?:use|used) my|use your"
    r"|may use|withdraw|deemed|be shared with",
    r"(?:is|are) closed|means you leave|there (?:is|are) no|ha(?:ve|s) no (?:device|phone|internet|access"
    r"|personal)|without a (?:mobile|phone|device)|go without",
    r"we[’']ll friend|friend you|installed on|signs? consent|searched|inspected|fitted with|face ?time\?",
    r"(?:turn|hand)(?:s|ed)? (?:\w+ ){0,5}(?:in|over|to)|surrender\w*|give(?:s|n)? up|collect(?:s|ed)?"
    r"|confiscat\w+|remov(?:es?|ed)|taken",
    r"tak(?:e|es|ing) (?:away|it|them|your|the|any|all)|locked|locks?|hold(?:s|ing)?|held|withheld|kept|stored"
    r"|seized|impounded|disposed",
    r"put(?:s)? away|(?:goes|go) (?:in|into|off)|stays? (?:in|at|on|with|downstairs|behind)|(?:are|is|be) (?:left"
    r"|plugged|handed|placed)",
    r"limit(?:s|ed|ing)?|restrict(?:s|ed|ing|ions?)?|only|solely|exclusively|(?:switched|turned|shut|powered) off"
    r"|off (?:for|at|by|until)",
    r"(?:is|are|be|goes|go|remain) off|on silent|out of sight|revoked?|suspend(?:s|ed)?|paus(?:e|es|ed)|block(?:s"
    r"|ed)?|capped|curfew",
    r"no more than|at most|a maximum of|max(?:imum)?|up to (?:\w+ )?(?:minutes|hours|days)|los(?:e|es|ing)|loss of"
    r"|privileges?|earn(?:s|ed)?",
    r"permission|approv(?:al|e|ed)|consequences?|discharged?|terminated|expelled|evicted|exited|moved to another"
    r"|written up|grounded",
    r"(?:first|second|third|any) offen[sc]e|violations?|thrown out|abandoned|must|have to|has to|needs? to|shall"
    r"|required?|requires|agree to",
    r"get (?:your|their) \w+ back|on (?:condition|level)|while on level|delete|we ask that|expected to|supposed to"
    r"|is to be|are to be",
    r"ends? at|stops? at|down (?:at|by)|out (?:by|at)|by \d+(?::\d\d)? ?(?:pm|p\.m\.)|(?:one|two|three|four|five"
    r"|six|ten|twelve|fifteen|twenty|thirty|\d+|\(\d+\)) (?:\w+-minute )?(?:calls?|hours?|hrs?|minutes?|mins?"
    r"|times?)"
    r" (?:a|an|per|each|every|max\w*)|not (?:unless|after|before)|unless it|(?:cost|costs) you the|it[’']s ours"
    r"|is ours|leads? to|suspension|out when|out by|leave any|sorry|per (?:day|week|night|shift|youth)|on speaker"
    r"|lives? in the|stays? on|signed out|sign out|grounds for|forfeit\w*|sanction\w*|penalt\w+|fined?"
    r"|strikes?|demerits?|extra chores?|consent to|condition of|checked|results? in|not be returned|not returned"
    r"|weekends only|after chores|before school",
    r"facing the|screen[- ]free|phone[- ]free|whole house|returned after|until (?:you|they|he|she)|between \d+"
    r"|from \d+|(?:is|are) on from",
)
POWER = any_of(
    r"reserves? the right|(?:random|spot|regular|daily|weekly|surprise) (?:\w+ ){0,2}(?:checks?|searches"
    r"|inspections?)|monitor(?:s|ed|ing)?",
    rf"{_OURS}[^.]{{0,60}} (?:may|can|will|shall|are allowed to|have the right to|could)[^.]{{0,40}}"
    r" (?:search|check|inspect|read|look|go through|review|view|listen|watch|see|ask|require|open|access|hold|keep"
    r"|demand|decide|use)",
    r"(?:search|inspect|read|check|look through|go through|view|listen to|watch|access)(?:s|es|ed)? (?:\w+ ){0,4}"
    + _BELONGINGS,
    r"subject to (?:\w+ ){0,3}(?:search|inspection|review|monitoring)|track(?:ed|ing)|parental[- ]control"
    r"|share (?:their|your|his|her)[^.]*location",
    r"pass ?(?:codes?|words?)[^.]{0,50}(?:written|given|shared|provided|form|with staff|to staff|on file|known)"
    r"|without telling staff",
    r"(?:give|provide|share|tell|hand over|disclose)[^.]{0,30}pass ?(?:codes?|words?)|(?:can|may"
    r"|able to) see (?:the|your) screen|facing the room",
    r"full report|online activity|record(?:s|ed)? (?:sound|audio|video)|cameras? (?:in|are|record)|discretion"
    r"|as (?:they|staff) see fit|attitude",
    r"as long as (?:they|staff)|(?:they|staff) (?:think|feel|decide|judge|believe|consider)|without (?:notice"
    r"|warning|cause|reason)|revoked",
    r"surveillance|cctv|(?:video|audio) recorded|(?:will be|is being|are being|are|is) (?:recorded|watched|filmed"
    r"|logged|audited)|approved (?:contact )?list|call list|supervis(?:ed|e|ion)|(?:in front|presence) of|co-?sign"
    r"|(?:opened|read|listened to) by|staff present",
)
"""Somebody may watch, read, search, hold a password or a picture, or decides as they see fit."""
ABSOLUTE = any_of(
    r"zero[- ]tolerance|no exceptions?|every time|on sight|on the spot|any reason|(?:at )?any ?time(?:,| and| for"
    r"| without| or)|strictly",
    r"(?:immediate(?:ly)?|automatic(?:ally)?|summar\w+)[^.]{0,40}(?:discharge\w*|terminat\w*|expel\w*|expulsion"
    r"|evict\w*|exit\w*|removal)",
    r"(?:discharge\w*|terminat\w*|expel\w*|evict\w*|exit\w*|asked to leave)[^.]{0,40}(?:immediate|automatic"
    r"|same day|that (?:day|night)|at once)",
    r"(?:will|shall|must) (?:be )?(?:\w+ )?(?:discharged|expelled|evicted|terminated|moved to another"
    r"|asked to leave)|lose(?:s)? (?:your|their) (?:bed|place)",
    r"under (?:any|no) circumstances?|without exception|permanent(?:ly)?|for good|forever",
)
"""No room for what happened: no exceptions, any time or any reason, or the place in the house is lost by itself."""

OTHERS = re.compile(
    r"^\W*(?:parents?|guardians?|famil(?:y|ies)|police|officers?|visitors?|schools?|donors?|landlords?)\b", re.IGNORECASE
)
"""What they may do is no right of youth."""
DENIES = any_of(r"(?:can|may|must|shall|should|will) ?not(?! be punished| cost| lose)|can[’']t|mustn[’']t|won[’']t be")
"""Something is denied in it, whatever it grants beside."""
NARROWS = any_of(
    r"provided (?:it|they|that|you)|but not|turned in|handed (?:in|to)",
    r"only|solely|unless|until|except|no more than|at most|with (?:staff|permission|approval)|if staff"
    r"|provided that|as long as|approved list|on the list|after \d+|up to"
    r"|(?:one|two|three|four|(?!24)\d+) (?:[\w-]+ )?(?:calls?|hours?|minutes?|times) (?:a|per|each)",
)
"""Makes a limit of what is granted."""
_YOUTH = (
    r"(?:you|youth|residents?|guests?|clients?|young (?:people|persons?|adults?)|any ?(?:one|body)|every ?(?:one"
    r"|body)|participants?|members?|minors?|people"
    r"|(?:all|each|every|any|a|the) (?:\w+ )?(?:youth|residents?|guests?|clients?|young (?:people|person|adult)"
    r"|participants?|members?|minors?)|friends|siblings|gamers)"
)
GRANTS = re.compile(
    rf"^\W*(?:and |but |also |in addition, |(?:if|when|whenever|while|once|after"
    rf"|before) [^.,]{{0,80}}, )?{_YOUTH}\b[^.,]{{0,40}}\b(?:can(?![’']t| ?not)|may(?! lose| be | only| not)|might"
    rf"|get to|gets to|are able to"
    r"|is able to|(?:are|is) (?:always )?(?:free|welcome|entitled|encouraged|invited)|ha(?:ve|s) (?:the|a|your"
    r"|their) right|have access|has access|do(?:es)? not have to|don[’']t have to"
    r"|need not|choose|chooses|keep|keeps|decide|own|owns|will (?:get|have|keep|always|be (?:able|given|told|asked"
    r"|offered|shown|helped)))\b"
    r"|\b(?:ha(?:ve|s) (?:the|a|your|their) right|you do not have to|no one has to|nobody has to|will not cost you"
    r"|won[’']t cost you|is a good idea|if you (?:would like|want|wish)"
    r"|if a stranger|tell (?:somebody|someone|us|staff)|ask (?:us|staff|any|your)|we want you|on the fridge"
    r"|for the purposes of this|in this policy|means any|welcome|it[’']s (?:ok|okay|fine|up to you)|(?:is"
    r"|are) provided|text our|is your own|belongs to you"
    r"|(?:can|may|will) be (?:reported|returned|asked for|borrowed|lent|used by all|lifted)|has signed"
    r"|free of charge|available (?:to|for|in|at|from)|for free)\b",
    re.IGNORECASE,
)
"""A right of youth, an offer, advice, a fact."""
SPARES = any_of(
    r"cameras? (?:may|shall|must|will) (?:never|not) be|never have to|(?:wiped|deleted|erased) (?:between|after"
    r"|when|by)|we delete|as (?:a )?punishment",
    r"by law|legislature|regulations? (?:say|require|forbid)|federal rules?|commissioner|bill of rights"
    r"|need(?:s)? a warrant|rules for sites|e-rate",
    r"(?:may|can) appeal|help(?: \w+)? to block|help you|their own phones?|case notes|files are"
    r"|before a resident[’']s phone is held|same access",
    r"think (?:twice|before)|be careful|try night mode|it helps to",
    r"(?:are|is|be|been|were) (?:not|never) (?:be )?(?:\w+ )?(?:limited|restricted|monitored|blocked|read|searched"
    r"|listened to|taken|recorded|penali[sz]ed|punished|checked|looked at|tracked)",
    r"(?:shall|will|may|must|can|should) (?:not|never) be (?:\w+ )?(?:limited|restricted|monitored|blocked|read"
    r"|searched|taken|recorded|penali[sz]ed|punished|denied|withheld|refused|tracked|shared|used|posted|published)"
    r"[^.]*(?:without|unless|as a punishment|by staff|under any circumstances|for any reason|for chores"
    r"|for being late|even|at any level|whatever)",
    r"no (?:\w+ )*(?:call|phone call|contact|limit|restriction)[^.]{0,60}(?:taken away|denied|refused|punish\w+"
    r"|longer than|without)|never (?:lose|loses|punished|used as|a punishment)",
    r"if you say yes|change your mind|unless you (?:agree|say)|consent (?:for|to|of)[^.]*(?:obtained|asked|needed)"
    r"|(?:erased|deleted|wiped) after|(?:was|were) (?:removed|replaced|installed)"
    r"|blocks? (?:malware|viruses|scams?|ads|spam)|we[’']ll help|we will help|(?:written |signed )(?:consent"
    r"|release)|signed a release|with(?:out)? (?:the )?(?:young person|youth|resident"
    r"|your)[’']?s? (?:own )?(?:written )?consent",
)
"""It protects youth from a limit."""
_STAFF = rf"(?:{_OURS}|volunteers?|our (?:staff|team)|they)"
_HARMS = (
    r"(?:take|takes|read|reads|search|searches|look|looks|ask|asks|make|makes|force|forces|punish|punishes|track"
    r"|tracks|see|sees|share|shares"
    r"|post|posts|keep|keeps|sell|judge|check|checks|monitor|listen)"
)
_TAKES = (
    r"(?:hold|take|collect|confiscate|remove|search|check|inspect|read|look|monitor|review|require|lock|delete"
    r"|keep|record|listen|supervise|conduct|disable|block|limit|restrict|turn off|watch|view|open)"
)
BINDS_STAFF = re.compile(
    rf"^\W*(?:(?:we|the (?:program|shelter|agency|house|center|centre))\b[^.]{{0,15}}(?:never|not|n[’']t|cannot)|no ?body"
    rf"|no one)\b[^.]{{0,25}}\b{_HARMS}\b[^.]*\b(?:you|your|youth|residents?|guests?|anyone|young|punish\w*)\b"
    rf"|^\W*no (?:\w+ )?{_OURS}\b|(?:belonging to|phones? of|used by) (?:all )?(?:staff|employees|volunteers"
    rf"|workers)|(?:staff|employees[’']?|volunteers[’']?) (?:own|personal) "
    rf"|^\W*(?:staff|employees|volunteers|workers) (?:may|can) (?:only )?(?:use|carry|charge) (?:the|their|a) "
    rf"|\bnever (?:share|post|send|use|publish|name) (?:a|any|the|our) (?:young|resident|youth|client|guest)"
    rf"|^\W*(?:all |any |our |new |on-duty )?{_STAFF}\b[^.]{{0,40}}\b(?:never|(?:do|does|may|shall|must|will|can"
    rf"|should)(?: ?not|n[’']t)|cannot|won[’']t|(?:is|are) prohibited from)\b"
    r"(?! (?:\w+ )?(?:allow|permit|accept|tolerate|let|return|give|unlock|provide|be responsible|replace))"
    rf"|^\W*(?:all |any |our |new |on-duty |each )?{_AGENCY}\b(?: who [^,]{{0,60}},?"
    rf"| on [\w ]{{0,20}})? (?:\w+ly )?(?:must|shall|will|should|(?:are|is) (?:to|expected to|trained)|needs? to"
    rf"|ha(?:ve|s) to)"
    rf" (?!(?:\w+ly |be |also )?{_TAKES})"
    rf"|^\W*(?:all |any |our |new )?{_AGENCY}\b[^.]{{0,25}}\b(?:help|helps|explain|explains|offer|offers|stay with"
    rf"|stays with|complete|completes|answer|answers|teach|teaches|remind|reminds"
    r"|are trained|knock|knocks|tell|tells|ask|asks before|show|shows|provide|provides|give|gives|replace|replaces"
    r"|fix|fixes)\b(?! to see)"
    rf"|^\W*{_OURS} who [^.]*\b(?:stay|help|call|report|tell|save|explain)\b"
    rf"|zero tolerance (?:applies to|for|toward\w*) (?:any )?{_OURS}|{_OURS}[^.]*(?:is|are) forbidden"
    rf"|search of[^.]*by an employee[^.]*forbidden"
    r"|(?:are|is|be|will be|must be) (?:returned to|given back|handed back|offered to|explained to"
    r"|kept confidential|provided to|reported to the|deleted by|asked first|trained)",
    re.IGNORECASE,
)
LAW = re.compile(
    r"^\W*(?:by law|under (?:the |section|title|federal|state|coppa|ferpa|hipaa|[A-Z]\w+ (?:law|code))|federal law"
    r"|state law|the law|in general, the police"
    r"|pursuant to|section \d|title [ivx\d]+|the .{0,40} act (?:says|requires|gives))",
    re.IGNORECASE,
)

SAYS_WHY = any_of(
    r"because|since (?:a|an|the|two|some|last|one|we|they|people)|so that|so (?:you|everyone|everybody|people|we"
    r"|that|others|nobody|no one|it)|in order to|as there (?:is|are)|owing to",
    r"(?:to|in order to) (?:keep|protect|prevent|stop|help|make sure|give|avoid|let|save|reduce|respect|lower|cut"
    r"|allow)|for (?:\w+ )?(?:safety|privacy|sleep|health|confidentiality|fairness)",
    r"(?:if|when|where|while) [^.,]{0,60}(?:danger|hurt|unsafe|threat\w*|risk|messag\w+|harm\w*|worried|pressing"
    r"|waiting|asleep|sleeping|stalk\w*|emergency)|due to|dangers?|risks?|harm",
    r"hearing|for homework|after (?:a|the|two|several) \w+|following (?:a|the|two)|out of respect|given that"
    r"|the reason|in response to|thefts?|stolen|noise complaints?",
)
SAYS_END = any_of(
    r"(?:through|before|by|until|till|to|-|–) (?:\w+ )?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: (?:jan|feb|mar|apr|may"
    r"|jun|jul|aug|sep|oct|nov|dec)\w*)?",
    r"(?:through|before|by|until|till|\() ?\d* ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d*"
    r"|the rest of (?:this|the) (?:day|week|month|term)",
    r"for (?:the )?(?:two|three|four|five|six|seven|ten|\d+) (?:nights|days|weeks)|(?:end"
    r"|close) of (?:the )?(?:day|week|month|term)|how long: |until the \w+ (?:\w+ )?meets",
    r"until (?!further|staff|they (?:say|earn|think)|we|your attitude)(?:\w+ ){0,4}(?:\d+|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|the|breakfast|morning|you have|noon|curfew|next|then|tomorrow"
    r"|dinner|lunch|it is)|till|(?:expires?|ends?|ending|lifted) (?:on|at|after|when|in)",
    r"(?:for|up to|within|after|exceed|than) (?:up to |the )?(?:\d+|one|two|three|four|five|six|seven|ten|a|an|the"
    r"|thirty|next) (?:more )?(?:minutes?|hours?|days?|nights?|weeks?|day|night|weekend|month)",
    r"(?:from|between) \d[^.]* (?:to|and|until|till|-|–) \d+|\d+ ?(?:am|pm|a\.m\.|p\.m\.)? ?(?:-|–|to|until) ?\d+"
    r"|(?:returned|given back|handed back|back) (?:at|after|by|in|on|when)",
    r"during (?:\w+ ){0,2}(?:hours?|dinner|meals?|group|groups|meetings?|class|study|opening|chores)"
    r"|in (?:all )?(?:groups?|meetings|class)|at (?:dinner|meals?|mealtimes)|overnight",
    r"at any time|on day two|turns|(?:is|are) on from|at a time|whenever you ask|for the (?:day|night|weekend"
    r"|evening|week)|that (?:night|day)|tonight|\d+ ?hours? (?:after|from)",
)
SAYS_REVIEW = any_of(
    r"(?:council|meeting|team|board|panel|committee|group|worker|manager|director|lead|residents|youth|everyone"
    r"|you and \w+|and you|nurse|council)[^.;]{0,60}"
    r" (?:reviews?|looks?|decides?|checks?|reconsiders?|goes? over|go over|takes? (?:it|this|the rule|the \w+) up"
    r"|takes? up|sees? (?:whether|if|how)|see (?:whether|if)"
    r"|votes?|reopens?|revisits?|meets? to|meet to|discuss(?:es)?|asks? whether|weighs?)|looked at again"
    r"|decides? afresh|whether that[’']s still|look at how it went",
    r"review(?:s|ed|ing)?|look(?:s|ed)? (?:at (?:it|this|that|them|the \w+|the \w+ \w+)|over|again)(?: again)?"
    r"|second look|appeal(?:s|ed)?|take(?:s)? (?:this|it|that) up(?: again)?",
    r"decides? (?:then|again|together|whether|if)|decide together|(?:talk|talks|go|goes) (?:about|over"
    r"|through) (?:it|this|that|them)|meets? (?:with|at|each|every)|revisit\w*|reconsider\w*",
    r"re-?think\w*|re-?assess\w*|re-?evaluat\w*|comes? back to (?:it|this)|discuss(?:es|ed)? (?:it|this|again"
    r"|whether)|(?:council|meeting|board|committee) (?:checks|votes|discusses|decides|asks|looks)",
    r"whether (?:it|this|the \w+) (?:still )?(?:makes? sense|works?|worked|helped|is (?:still )?needed|should"
    r"|stays?)|(?:check|checks|checked) in (?:on|about) (?:it|this)|sits? down with (?:you|them)|votes? (?:on it"
    r"|again|whether)|again (?:on|at|with|every|each) ",
)
