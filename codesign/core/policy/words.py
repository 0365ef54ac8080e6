"""What a limit says of itself or leaves unsaid: why, until when, who looks again; and what makes it hard: somebody's power over
youth, or no room for what happened.
"""

import re

from codesign.core.policy.phrases import any_of

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_NUMBER = r"(?:\d+|\w+ \(\d+\)|an?|one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|fifteen|thirty|seventy-two)"
_DAYS = r"(?:nights?|days?|weeks?|months?|weekends?)"
_STAY = r"(?:stay|placement|time here|program|residency)"
_HARM = (
    r"(?:danger|hurt|unsafe|threat\w*|risks?|harm\w*|worried|pressing|forced|pressured|coerced|waiting|asleep|sleep(?:ing)?"
    r"|stalk\w*|emergency|traffick\w+|groom\w*|draining|investigat\w+|blackmail\w*|predators?|unwell|sick|surgery|recover\w*"
    r"|court case|trial|witness\w*|scams?|leak(?:s|ed|ing)?|fraud|bull(?:y|ied|ying)|storm|flu|the police|being harass\w*"
    r"|harassed|suspicion|history of|abus\w+|pester\w*|concerns? (?:about|for|over) (?:\w+ )?safety)"
)

SAYS_WHY = any_of(
    r"because|(?:if|when|while|where) (?:your ex|a stranger|some(?:one|body)|a person|a man|an adult"
    r"|a partner)[^.,;]{0,20} (?:is|keeps|has been) (?!caught|found|late)|(?:(?<=^)|(?<=, ))as (?!soon|long|well|needed|if|of"
    r"|part|such|much|many|an? |asked|directed|required|they see|it sees|staff|you (?:wish|like))(?:[\w’']+ ){1,4}(?:is|are"
    r"|was|were|has|have|keeps?|uses?|costs?|slows?|wakes?|causes?|makes?|spoils?|lets?|needs?)|why:|(?:aim|point|purpose"
    r"|idea) is|(?:is|are) meant to"
    r"|in (?:light|view) of|thanks to|for fear of|at your (?:own )?request|seeing (?:that|as)|on (?:the advice of|\w+ grounds"
    r"|doctor[’']s orders|medical advice)|for (?!any|whatever|no)(?:\w+ ){1,2}reasons?|following (?:a|an|the|two|last|this"
    r"|several|threats?)|(?:has|have) been used (?:to|by)|were used (?:to|by)|(?:scam|thief|leak|virus) (?:has|had|hit)"
    r"|is draining|so that(?! (?:we|staff) can (?:see|look|watch|check|read))|in order (?:to|that)|due to|owing to"
    r"|as a result of|in response to|given that|while (?:the|a|our) [^.,;]* (?:is|are) being|the reason|reason:|out of respect"
    r"|on account of|in case|seeing as|, otherwise|or else",
    r"since (?!\d|last|then|the \d|admission|intake|"
    + _MONTH
    + r"\b)\w+|as (?:the|it|its|there|this|these|that|others|people|two|some|several|many|one|we|you (?:won|will"
    r"|might|could|can)|voices|doing|\w+s(?<!as)(?<!is)) (?!sees? fit|of )\w+",
    r"so (?:that )?(?!staff|we|you|they|it)(?:(?:the|our|his|her|their|a) )?\w+ (?:can|may|do|does|is|are|gets?|stays?)"
    r"|so (?:(?:the|our|his|her|their|a) \w+ (?:can|may|does|is|are|gets?)|you(?! leave)|everyone|everybody|people|others"
    r"|nobody|no one|nothing|we (?:don|all)|it (?:does|stays|is))|[^.,;]{12,}, so (?:\w+ ){1,6}(?:is|are|was|must|stays?|has"
    r"|have)",
    r"(?:^|(?<!is )(?<!are )(?<!not )(?<!have )(?<!has )(?<!allowed )(?<!permitted )(?<!needs )(?<!required )(?<!asked )(?<!ab"
    r"le )(?<!free )(?<!right )(?<!want )(?<!expected )(?<!agree )(?<!agrees ))to (?:keep|protect|prevent|stop|help|make sure"
    r"|avoid|save|reduce|respect|lower|cut|ensure|support|promote|maintain|preserve|improve|guard|spare|shield|make room"
    r"|give (?:every|others|people|you|the \w+ time)"
    r"|let (?:every|others|people|you)\w*)|for (?:[\w’']+ ){0,2}(?:safety|privacy|sleep|health|confidentiality|fairness)"
    r"|for the (?:safety|sake|good|privacy) of",
    rf"(?:if|when|where|while|should|upon|with|because of|on) [^.,;]{{0,60}}{_HARM}|(?:at|of|a|the) risk|dangers?"
    rf"|{_HARM} (?:to|of)",
    r"(?:after|following) (?:[^.,;]{0,60} (?:was|were|got|had been|happened|came|sent)\b|(?:a|an|the|two|several"
    r"|some) (?!first|day|week|month|hour|return|night)\w+|threats?|thefts?)|you told us|hearings?|court date|thefts?|stolen"
    r"|noise complaints?|it helps|(?:has|have) been \w+ing (?:you|us|residents|several|people)|this (?:keeps|helps|protects"
    r"|is (?:to|so|because))",
)
"""A harm or a need is named, as a reason, an aim or a condition."""
SAYS_END = any_of(
    r"(?:until|till|’til|'til)(?! (?:further|staff|they (?:say|earn|think)|we\b|your attitude|(?:the |a )?(?:shift|staff"
    r"|manager|team|director|supervisor|worker)\b[^.,;]* (?:says?|decides?|thinks?|lets?|allows?)|you (?:move|leave|exit|earn)"
    r"|exit|discharge|told"
    rf"|otherwise|permission|(?:the )?end of (?:your|their|the) {_STAY}))",
    rf"(?:through|before|by|to|on|at|-|–|\() ?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH}\.? \d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th))\b|(?:through|before|by) (?:\w+day\b|" + _MONTH + r"|the end of (?!your|their)\w+)",
    rf"(?<!within )(?<!again in )(?<!every )(?!an? |one day a)(?:{_NUMBER}[- ](?:more )?{_DAYS}|(?:12|24|36|48|72"
    rf"|96)[- ]hours?)(?! (?:a|per|each|every|of leaving|trial)\b)",
    rf"for (?:the |up to |about |at most |no more than |no longer than )?(?:(?:next|first|rest of the"
    rf"|whole) )?{_NUMBER}? ?(?:\w+ )?(?:hours?|minutes?|{_DAYS}|evening|term)(?! (?:a|per|each|every|daily)\b)|(?:first|next"
    rf"|following) (?:{_NUMBER} )?(?:hours?|{_DAYS})|(?:(?:longer than|exceed) {_NUMBER} (?:hours?|{_DAYS})|(?:this"
    rf"|next) (?:week|weekend|month)|(?:rest|remainder) of (?:the|this)|(?:end|close) of (?:the )?(?:day|week|month|term"
    rf"|exam))\b[^.]*",
    r"(?:from|between) \d[^;]{0,30}? (?:to|and|until|till|-|–) (?:\d|midnight|noon)|from (?:midnight|noon|ten|nine|eleven"
    r"|1\d) to \w+|\d+(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)? ?(?:-|–|to|until) ?\d+|between \w+ and \w+ (?:on|each|every)"
    r"|monday (?:to|through) \w+",
    r"(?:returned|given back|handed back|back|picked up|pick it up|comes? out again|lifted|expires?|ends?|ending"
    r"|lapses) (?:again )?(?:at|after|by|in|on|when|once|the (?:next|following))(?! your attitude| your behaviou?r)",
    rf"during(?! (?:your|their|his|her|the) {_STAY})|(?:in|outside|at) (?:all )?(?:groups?|(?:\w+ )?meetings?|class|dinner"
    rf"|meals?|mealtimes|breakfast|lunch|the (?:dinner )?table|church|chapel|study hall|study hour)|overnight(?! (?:staff"
    rf"|worker|supervisor|team|shift|lead))|(?:meeting|dinner|group) =|(?:and|at|during) dinner do not"
    rf"|while (?:\w+ ){{1,4}}(?:talking|speaking|eating|driving)|when (?:an adult|someone|staff) is talking"
    rf"|for the (?!(?:length|duration|rest) of (?:your|their) {_STAY})(?:duration|length) of (?!(?:your|their|the) {_STAY})",
    r"(?:ask|have|get|back|return\w*|lifted|stop|end)[^.;]* (?:(?:at )?any ?time|whenever you)|on day \w+|turns|at a time"
    r"|tonight|today|fortnight|over the weekend|as long as [^.,;]* (?:lasts?|goes on|runs)|while [^.,;]* (?:is|are) (?:down"
    r"|out|being \w+|broken|closed|away)|between midnight and|from (?:nine|ten|eleven|midnight) (?:at night )?to|with a return"
    r"|ending (?:on )?(?:the )?\d|runs? out (?:on|at|in|after)|on exam (?:mornings?|days?)|up to and including|that evening"
    r"|how long: |paid off|it[’']s over|(?:is|are) on from|during exams?",
)
"""A date, a count of days, hours with an end, an occasion that ends by itself, or a step that the young person can take."""
_THEY = (
    r"(?:councils?|clubs?|members|meetings?|teams?|board|panel|committee|group|workers?|managers?|directors?|leads?"
    r"|residents?|youths?"
    r"|everyone|everybody|nurse|supervisors?|advocates?|mentors?|clinicians?|tutors?|attorney|lawyer|judge|house|forum"
    r"|students?|mediator|of you|you and [\w.]+|and you|with you|us)"
)
SAYS_REVIEW = any_of(
    rf"{_THEY}\b[^.;]{{0,60}}(?<!\bmay)(?<!\bcan)(?<!\bcould) (?:(?<!subject to )reviews?(?! (?:of|all))|looks? (?:at|over"
    rf"|again)|decides?(?! (?:who|which|what(?! comes| happens)))|checks?(?! (?:of|your|phones?))|reconsiders?|goes? (?:over"
    rf"|back)|returns? to|takes? (?:it|this|the rule|the \w+|up|another|a second)|sees? (?:on \w+ )?(?:whether|if|how)|votes?"
    rf"|reopens?|revisits?|meets? (?:to|with|at)|discuss(?:es)?|asks? (?:whether|afterwards)|weighs?|talks? (?:it|about|over"
    rf"|this)|sits? down|hears|can raise|settles?|ends? or renews?)",
    r"reviewed(?! by (?:management|staff))(?<!be reviewed)|(?:will|is to|are to|shall) be reviewed|up for review"
    r"|review (?:this|it|that|them|on|date|the (?:rule|limit|decision|hours|line))|with a review|next review"
    r"|looked at (?:again|with|by (?:the |your |an )?(?:council|board|advocate|residents|house|panel|meeting|youth))",
    r"(?:looks?|look) (?:at (?:it|this|that|the \w+|how)|again|over)(?<!can look at it)|(?:second|another|fresh) look|appeals?"
    r"|(?:take|takes|bring|brings) (?:(?:it|this|that|them) )?(?:up|over)|(?:talk|talks|go|goes) (?:(?:it|this|that"
    r"|them) )?(?:over|about)(?: (?:it|this|that|again))?|(?:go|goes|talk|talks) through (?:it|this|that)|looks at them"
    r"|(?:goes?|comes?) back to (?:it|this|the (?:\w+ )?(?:council|meeting|board|residents))|goes back to",
    r"(?:looks?|talks?|checks?|asks?)\b[^.;]{0,30} (?:whether|how it|if it|when it|at this)\b|revisit\w*|reconsider\w*"
    r"|re-?think\w*|re-?assess\w*|re-?evaluat\w*|decides? (?:then|again|together|afresh|whether|if)"
    r"|whether (?:it|this|the \w+|that[’']s) (?:still )?(?:makes? sense|works?|worked|helped|is|should|stays?|needed)"
    r"|votes? on it",
    r"(?:check|checks|checked) (?:in )?(?:on|about|how|again) (?:it|this|the)|again (?:on|at|with|every|each)"
    r"|ask(?:s)? us to look|meets? (?:with|to)\b[^.;]* (?:decide|review|look|talk)|to be reviewed|review:|renewed only by"
    r"|ask(?:s)? you\b[^.;]* (?:if|whether)|go(?:es)? (?:to|before) the (?:\w+ )?(?:council|panel|board|meeting|group)"
    r"|checked by (?:another|a second)|on the agenda|last word|takes? stock|sit down with you|(?:council|meeting|house"
    r"|residents|group|panel) can (?:change|lift|end|renew)",
)
"""A person, a group or a meeting takes it up again."""
_SEEN = (
    r"(?:searched|checked|inspected|monitored|watched|viewed|recorded|looked (?:at(?! (?:again|with|by (?:the |your "
    r"|an )?(?:council|board|advocate|residents|house|panel|meeting|youth)))|over|through)|tracked|logged|listened to"
    r"|listened in|opened|supervised|scanned|audited|filmed|intercepted|swept|screened|read(?: by)?|gone through|examined"
    r"|scanned|copied|traced|observed|overseen|verified|accessed|downloaded|forwarded|visible)"
)
_OURS = (
    r"(?:staff(?: members?)?|workers?|personnel|counsell?ors?|managers?|management|directors?|designee|supervisors?|employees?"
    r"|team|leads?|leaders?|program(?:me)?|agency|shelter|parents?|guardians?|therapist|police|probation|we|who)"
)
POWER = any_of(
    rf"(?:is|are|be|being|gets?|get) (?:\w+ly |not )?{_SEEN}(?! (?:out|off))|subject to (?:\w+ ){{0,3}}(?:search|inspection"
    rf"|review|monitoring|check)\w*|(?:un)?supervised|supervision|(?:can|may|will) be reviewed by|monitor(?:s|ed"
    rf"|ing)?(?! must)|track(?:ing|s|ed)?|surveillance|cctv|gps (?:app|track|unit|ankle|device)|listening(?: devices)?",
    rf"{_OURS}\b[^.;]{{0,70}}? (?:search(?:es)?|inspects?|reads?|checks?(?! (?:on|in|with|whether|how))|looks? (?:at(?! it"
    rf"| this| that| whether| how)|over|through)|goes? through|go through|reviews? (?:a|all|any|your|their|every|messages?)"
    rf"|views?|listens?|watch(?:es)?|sees?|see (?:the|your|where|what)|opens?|requires?|demands?|holds? (?:a phone"
    rf"|any)[^.]*as long|friends?|sits? (?:in|next|with|beside)|stays? on the line|approves?|examin\w+|scans?|audits?|traces?"
    rf"|cop(?:y|ies)|observes?|oversees?|verif(?:y|ies)|determines?|asks? (?:to see|for your pass)|keeps? an eye|downloads?"
    rf"|intercepts?|access(?:es)?|decides? (?:who|what|which|when|if)|thinks?|deems?|feels?|judges?|considers?|believes? (?:it"
    rf"|best))(?! that| us| out)",
    r"reserves? the right|(?:random|spot|regular|daily|weekly|surprise|rm|room) (?:\w+ ){0,2}(?:checks?|searches|inspections?)"
    r"|searches|discretion|see(?:s)? fit|deem(?:s|ed) (?:in|un)?(?:appropriate|necessary)|(?:in|at) (?:its|his|her|their) sole"
    r"|as needed|without (?:notice|warning|cause|reason)|(?:for|at) any reason|attitude|until staff|staff (?:decide|say)"
    r"|at will|as (?:they|staff|it|he|she) (?:likes?|wish(?:es)?|chooses?|pleases?)|(?:if|when) (?:they|staff) (?:wish|choose"
    r"|like|want|feel)|in (?:the|their|our|his|her) [\w’' ]{0,20}(?:opinion|judg?ment|view)\b|whenever (?:staff|they|it|we|he"
    r"|she)|up to (?:the |your )?(?:shift|staff|worker|manager|director|supervisor|team)|can be seen|cleared",
    r"pass ?(?:codes?|words?)[^.]{0,50}(?:written|given|shared|provided|\bform\b|with staff|to staff|\bfile\b|known|here:)"
    r"|(?:pins?|usernames?)[^.]*on file|(?:holds?|keeps?|has|have|list of) (?:\w+ ){0,5}pass ?(?:codes?|words?)|(?:for"
    r"|in) (?:your|the|their) file|(?:has|have) the pins?|inspection of|names of people|look for phones|look (?:people|you"
    r"|them|her|him) up|(?:lets?|letting) (?:us|staff) (?:see|look|read|use)|recordings? [^.;]*may be used|(?:final|last) say"
    r"|(?:give|provide|share|tell|hand over|disclose)[^.]{0,40}pass ?(?:codes?|words?)|pass ?words?[^.]*without telling"
    r"|log-?ins? (?:to|with) staff|on your friends list|friend you",
    r"(?:can|may|able to|so (?:that )?(?:staff|we) can) (?:see|look at)|facing (?:the|a|staff)|full report|call log"
    r"|online activity|share (?:their|your|his|her)[^.]*location|location (?:sharing )?(?:stays|must|is to|on)|cameras? (?:in"
    r"|record|run)|record(?:s|ed)? (?:sound|audio|video)|(?:on|under) (?:video|camera)|around the clock|in (?:front"
    r"|the presence) of|staff (?:present|beside)|with a staff member|(?:with|has) the (?:approval|permission) of"
    r"|unless (?:\w+ )?(?:staff|manager)[^.]* approve",
    r"(?:use|using|used|appear|shown|published|share|shared|sharing|likeness|disclosed?)[^.;]{0,60}(?:newsletters?|web ?site"
    r"|publicity|media|grant reports?|with (?:probation|police|parents|schools?)|(?:my|our|their|your|his|her) (?:image"
    r"|photograph|picture|likeness)s?)|(?:image|photograph|picture|likeness)s?[^.;]{0,40}(?:may|can|will) be used"
    r"|parental[- ]control\w*",
)
"""Somebody may watch, read, search, hold a password or a picture, or decides as they see fit."""
ASKED_FOR = re.compile(
    r"(?:can|may) (?:always )?(?:ask|request|appeal|have|get|change|raise|challenge)[^.;]* any ?time"
    r"|(?:at )?any ?time[^.;]* (?:can|may) ask",
    re.IGNORECASE,
)
"""Youth may ask at any time: that is not absolute."""
_OUT = (
    r"(?:discharged?|terminat\w+|expel\w*|expulsion|evict\w*|exit(?:ed)?|removal|dismiss\w*|asked to leave|put out"
    r"|moved to another|loss of (?:placement|(?:your|their|the) (?:bed|place)))"
)
ABSOLUTE = any_of(
    r"absolutely (?:no|not)|instant(?:ly)? (?:dis|ex|lo|remov)\w+|without fail|no (?:appeals?|ifs|discussion|warnings?)|(?:not"
    r"|non-?)\s?negotiable|for life|lifetime ban|zero[- ]tolerance|no (?:exceptions?|excuses|second chances?|matter (?:what"
    r"|why|who|how))|every (?:single )?time|on sight|on the spot|(?:for |with )?any reason|whatever (?:the|your) reasons?"
    r"|without (?:exception|warning)|full stop|(?<!when )(?<!while )(?<!if )you(?:[’']re| are) out",
    r"(?:at )?any ?time(?:,| and| for| without| or|\.|$)(?<!ask for yours at any time)|at all times|under (?:any"
    r"|no) circumstances?|permanent(?:ly)?|for good|forever|, ever|in perpetuity|with or without (?:notice|cause|reason)",
    rf"(?:immediate(?:ly)?|automatic(?:ally)?|summar\w+)[^.;]{{0,40}}{_OUT}|{_OUT}[^.;]{{0,40}}(?:immediate|automatic|same day"
    rf"|that (?:day|night)|at once|within \d+ hours)",
    rf"(?:will|shall|must|is|are|to|results?|leads?|grounds|cause|reason|means)\b(?: be| in| to| for| immediate"
    rf"| your)*(?: \w+)? {_OUT}|(?:los(?:e|es)|forfeits?) (?:your|their|his|her|the) (?:bed|place|placement)"
    rf"|means (?:that )?you (?:leave|can[’']t stay)|refus(?:ed|al of) (?:the )?(?:placement|services)",
)
"""No room for what happened: no exceptions, any time or any reason, or the place in the house is lost by itself."""
