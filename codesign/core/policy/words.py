"""What a limit says of itself, or leaves unsaid: why, until when, who looks again; and what makes it hard: somebody's power over
youth, or no room for what happened.
"""

from codesign.core.policy.technology import any_of

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_NUMBER = r"(?:\d+|\w+ \(\d+\)|an?|one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|fifteen|thirty|seventy-two)"
_DAYS = r"(?:nights?|days?|weeks?|months?|weekends?)"
_STAY = r"(?:stay|placement|time here|program|residency)"
_HARM = (
    r"(?:danger|hurt|unsafe|threat\w*|risks?|harm\w*|worried|pressing|waiting|asleep|sleep(?:ing)?|stalk\w*|emergency|traffick\w+"
    r"|groom\w*|draining|being harass\w*|harassed|suspicion|safety|history of|abus\w+|pester\w*)"
)

SAYS_WHY = any_of(
    r"because|so that(?! (?:we|staff) can (?:see|look|watch|check|read))|in order to|due to|owing to|as a result of|in response to"
    r"|given that|the reason|reason:|out of respect|on account of|in case|seeing as|, otherwise|or else",
    r"since (?!\d|last|then|the \d|admission|intake|" + _MONTH + r"\b)\w+|as (?:the|it|its|there|this|these|that|others|people|two"
    r"|some|several|many|one|we|you (?:won|will|might|could|can)|voices|doing|\w+s(?<!as)(?<!is)) (?!sees? fit|of )\w+",
    r"so (?:you(?! leave)|everyone|everybody|people|others|nobody|no one|nothing|we (?:don|all)|it (?:does|stays|is))"
    r"|[^.,;]{12,}, so (?:\w+ ){1,6}(?:is|are|was|must|stays?|has|have)",
    r"to (?:keep|protect|prevent|stop|help|make sure|give|avoid|let|save|reduce|respect|lower|cut|allow|ensure|guard|limit harm)"
    r"|for (?:\w+ ){0,2}(?:safety|privacy|sleep|health|confidentiality|fairness)|for the (?:safety|sake|good|privacy) of",
    rf"(?:if|when|where|while|should|upon|with|because of|on) [^.,;]{{0,60}}{_HARM}|(?:at|of|a|the) risk|dangers?|{_HARM} (?:to|of)",
    r"(?:after|following) (?:[^.,;]{0,60} (?:was|were|got|had been|happened|came|sent)\b|(?:a|an|the|two|several|some) (?!first|day"
    r"|week|month|hour|return|night)\w+|threats?|thefts?)|you told us|hearings?|court date|thefts?|stolen|noise complaints?"
    r"|it helps|(?:has|have) been \w+ing (?:you|us|residents|several|people)|this (?:keeps|helps|protects|is (?:to|so|because))",
)
"""A harm or a need is named, as a reason, an aim or a condition."""
SAYS_END = any_of(
    r"(?:until|till|’til|'til)(?! (?:further|staff|they (?:say|earn|think)|we\b|your attitude|(?:the |a )?(?:shift|staff|manager|team"
    r"|director|supervisor|worker)\b[^.,;]* (?:says?|decides?|thinks?|lets?|allows?)|you (?:move|leave|exit|earn)|exit|discharge|told"
    rf"|otherwise|permission|(?:the )?end of (?:your|their|the) {_STAY}))",
    rf"(?:through|before|by|to|on|at|-|–|\() ?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH}\.? \d{{1,2}}"
    r"|\d{1,2}(?:st|nd|rd|th))\b|(?:through|before|by) (?:" + _MONTH + r"|the end of (?!your|their)\w+)",
    rf"(?<!within )(?<!again in )(?<!every )(?:{_NUMBER}[- ](?:more )?{_DAYS}|(?:12|24|36|48|72|96)[- ]hours?)(?! (?:a|per|each|every|of leaving|trial)\b)",
    rf"for (?:the |up to |about |at most |no more than |no longer than )?(?:(?:next|first|rest of the|whole) )?{_NUMBER}? ?(?:\w+ )?"
    rf"(?:hours?|minutes?|{_DAYS}|evening|term)(?! (?:a|per|each|every|daily)\b)|(?:first|next|following) (?:{_NUMBER} )?"
    rf"(?:hours?|{_DAYS})|(?:(?:longer than|exceed) {_NUMBER} (?:hours?|{_DAYS})|(?:this|next) (?:week|weekend|month)|rest of (?:the|this)|(?:end|close) of (?:the )?(?:day|week|month|term|exam))\b[^.]*",
    r"(?:from|between) \d[^.;]* (?:to|and|until|till|-|–) (?:\d|midnight|noon)|from (?:midnight|noon|ten|nine|eleven|1\d) to \w+"
    r"|\d+(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)? ?(?:-|–|to|until) ?\d+|between \w+ and \w+ (?:on|each|every)|monday (?:to|through) \w+",
    r"(?:returned|given back|handed back|back|picked up|pick it up|comes? out again|lifted|expires?|ends?|ending|lapses) (?:again )?"
    r"(?:at|after|by|in|on|when|once|the (?:next|following))(?! your attitude| your behaviou?r)",
    rf"during(?! (?:your|their|his|her|the) {_STAY})|(?:in|outside|at) (?:all )?(?:groups?|(?:\w+ )?meetings?|class|dinner|meals?"
    r"|mealtimes|breakfast|lunch|the (?:dinner )?table|church|chapel|study hall|study hour)|overnight|(?:meeting|dinner|group) ="
    r"|(?:and|at|during) dinner do not|while (?:\w+ ){1,4}(?:talking|speaking|eating|driving)|when (?:an adult|someone|staff) is talking"
    rf"|for the (?!(?:length|duration|rest) of (?:your|their) {_STAY})(?:duration|length) of (?!(?:your|their|the) {_STAY})",
    r"(?:ask|have|get|back|return\w*|lifted|stop|end)[^.;]* (?:(?:at )?any ?time|whenever you)|on day \w+|turns|at a time|tonight"
    r"|that evening|how long: |paid off|it[’']s over|(?:is|are) on from|during exams?",
)
"""A date, a count of days, hours with an end, an occasion that ends by itself, or a step that the young person can take."""
_THEY = (
    r"(?:councils?|meetings?|teams?|board|panel|committee|group|workers?|managers?|directors?|leads?|residents?|youths?|everyone"
    r"|nurse|supervisors?|advocates?|mentors?|clinicians?|tutors?|attorney|lawyer|judge|house|forum|students?|mediator|of you|you and [\w.]+|and you|with you|us)"
)
SAYS_REVIEW = any_of(
    rf"{_THEY}\b[^.;]{{0,60}}(?<!\bmay)(?<!\bcan)(?<!\bcould) (?:reviews?(?! (?:of|all))|looks? (?:at|over|again)|decides?(?! (?:who|which|what))|checks?(?! (?:of|your|"
    r"phones?))|reconsiders?|goes? (?:over|back)|returns? to|takes? (?:it|this|the rule|the \w+|up|another|a second)|sees? (?:on \w+ )?"
    r"(?:whether|if|how)|votes?|reopens?|revisits?|meets? (?:to|with|at)|discuss(?:es)?|asks? (?:whether|afterwards)|weighs?|talks? (?:it"
    r"|about|over|this)|sits? down|hears|can raise|settles?|ends? or renews?)",
    r"reviewed(?! by (?:management|staff))(?<!be reviewed)|(?:will|is to|are to|shall) be reviewed|up for review|review (?:this|it|that"
    r"|them|on|date|the (?:rule|limit|decision|hours|line))|with a review|next review|looked at (?:again|by the (?:council|board))",
    r"(?:looks?|look) (?:at (?:it|this|that|the \w+|how)|again|over)(?<!can look at it)|(?:second|another|fresh) look|appeals?"
    r"|(?:take|takes|talk|talks|go|goes|bring|brings) (?:(?:it|this|that|them) )?(?:up|over|about)(?: (?:it|this|that|again))?"
    r"|(?:go|goes|talk|talks) through (?:it|this|that)|looks at them|(?:goes?|comes?) back to (?:it|this|the (?:\w+ )?(?:council|meeting|board|residents))|goes back to",
    r"revisit\w*|reconsider\w*|re-?think\w*|re-?assess\w*|re-?evaluat\w*|decides? (?:then|again|together|afresh|whether|if)"
    r"|whether (?:it|this|the \w+|that[’']s) (?:still )?(?:makes? sense|works?|worked|helped|is|should|stays?|needed)|votes? on it",
    r"(?:check|checks|checked) (?:in )?(?:on|about|how|again) (?:it|this|the)|again (?:on|at|with|every|each)|ask(?:s)? us to look",
)
"""A person, a group or a meeting takes it up again."""
_SEEN = (
    r"(?:searched|checked|inspected|monitored|watched|viewed|recorded|looked (?:at|over|through)|tracked|logged|listened to|listened"
    r" in|opened|supervised|scanned|audited|filmed|intercepted|swept|read(?: by)?|gone through)"
)
_OURS = (
    r"(?:staff(?: members?)?|workers?|personnel|counsell?ors?|managers?|management|directors?|designee|supervisors?|employees?|team"
    r"|leads?|leaders?|program(?:me)?|agency|shelter|house|parents?|guardians?|therapist|police|probation|we|who)"
)
POWER = any_of(
    rf"(?:is|are|be|being|gets?|get) (?:\w+ly |not )?{_SEEN}(?! (?:out|off))|subject to (?:\w+ ){{0,3}}(?:search|inspection|review|monitoring"
    r"|check)\w*|(?:un)?supervised|supervision|(?:can|may|will) be reviewed by|monitor(?:s|ed|ing)?(?! must)|track(?:ing|s|ed)?|surveillance|cctv|gps|listening(?: devices)?",
    rf"{_OURS}\b[^.;]{{0,70}}? (?:search(?:es)?|inspects?|reads?|checks?|looks? (?:at(?! it| this| that| whether| how)|over|through)|goes? through|go through|reviews? (?:a"
    r"|all|any|your|their|every|messages?)|views?|listens?|watch(?:es)?|sees?|see (?:the|your|where|what)|opens?|requires?|demands?|holds? (?:a"
    r" phone|any)[^.]*as long|friends?|sits? (?:in|next|with|beside)|stays? on|approves?|intercepts?|access(?:es)?|decides? (?:who|what|which"
    r"|when|if)|thinks?|deems?|feels?|judges?|considers?|believes? (?:it|best))(?! that| us| out)",
    r"reserves? the right|(?:random|spot|regular|daily|weekly|surprise|rm|room) (?:\w+ ){0,2}(?:checks?|searches|inspections?)|searches"
    r"|discretion|see(?:s)? fit|deem(?:s|ed) (?:in|un)?(?:appropriate|necessary)|(?:in|at) (?:its|his|her|their) sole|as needed|without (?:notice"
    r"|warning|cause|reason)|(?:for|at) any reason|attitude|until staff|staff (?:decide|say)|whenever (?:staff|they)|cleared",
    r"pass ?(?:codes?|words?)[^.]{0,50}(?:written|given|shared|provided|\bform\b|with staff|to staff|\bfile\b|known|here:)|(?:pins?|usernames?"
    r")[^.]*on file|in (?:your|the) file|(?:give|provide|share|tell|hand over|disclose)[^.]{0,40}pass ?(?:codes?|words?)|pass ?words?[^.]*without"
    r" telling|log-?ins? (?:to|with) staff|on your friends list|friend you",
    r"(?:can|may|able to|so (?:that )?(?:staff|we) can) (?:see|look at)|facing (?:the|a|staff)|full report|call log|online activity|share"
    r" (?:their|your|his|her)[^.]*location|location (?:sharing )?(?:stays|must|is to|on)|cameras? (?:in|record|run)|record(?:s|ed)? (?:sound|audio"
    r"|video)|(?:on|under) (?:video|camera)|around the clock|in (?:front|the presence) of|staff (?:present|beside)|with a staff member|(?:with|has)"
    r" the (?:approval|permission) of|unless (?:\w+ )?(?:staff|manager)[^.]* approve",
    r"(?:use|using|used|appear|shown|published|share|shared|sharing|likeness|disclosed?)[^.;]{0,60}(?:newsletters?|web ?site|publicity|media|grant"
    r" reports?|with (?:probation|police|parents|schools?)|(?:my|our|their|your|his|her) (?:image|photograph|picture|likeness)s?)"
    r"|(?:image|photograph|picture|likeness)s?[^.;]{0,40}(?:may|can|will) be used|parental[- ]control\w*",
)
"""Somebody may watch, read, search, hold a password or a picture, or decides as they see fit."""
_OUT = (
    r"(?:discharged?|terminat\w+|expel\w*|expulsion|evict\w*|exit(?:ed)?|removal|dismiss\w*|asked to leave|put out|moved to another"
    r"|loss of (?:placement|(?:your|their|the) (?:bed|place)))"
)
ABSOLUTE = any_of(
    r"zero[- ]tolerance|no (?:exceptions?|excuses|second chances?|matter (?:what|why|who|how))|every (?:single )?time|on sight|on the"
    r" spot|(?:for |with )?any reason|whatever (?:the|your) reasons?|without (?:exception|warning)|full stop|(?<!when )(?<!while )(?<!if )you(?:[’']re| are) out",
    r"(?:at )?any ?time(?:,| and| for| without| or|\.|$)(?<!ask for yours at any time)|at all times|under (?:any|no) circumstances?"
    r"|permanent(?:ly)?|for good|forever|, ever|in perpetuity|with or without (?:notice|cause|reason)",
    rf"(?:immediate(?:ly)?|automatic(?:ally)?|summar\w+)[^.;]{{0,40}}{_OUT}|{_OUT}[^.;]{{0,40}}(?:immediate|automatic|same day|that (?:day"
    r"|night)|at once|within \d+ hours)",
    rf"(?:will|shall|must|is|are|to|results?|leads?|grounds|cause|reason|means)\b(?: be| in| to| for| immediate| your)*(?: \w+)? {_OUT}"
    r"|(?:los(?:e|es)|forfeits?) (?:your|their|his|her|the) (?:bed|place|placement)|means (?:that )?you (?:leave|can[’']t stay)"
    r"|refus(?:ed|al of) (?:the )?(?:placement|services)",
)
"""No room for what happened: no exceptions, any time or any reason, or the place in the house is lost by itself."""
