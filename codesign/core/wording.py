"""Whether a wording takes something away from youth, and what it then leaves unsaid: why, when it ends, who looks again.

A limit in a plan for one person can't be finished without the three (pointer P6, after the Medicaid rule 42 CFR 441.301(c)(4)
on such limits); a limit for everybody is asked the same. Words in a list find sentences to talk about and miss others, so a
finding says "may be". English only. Never run on what youth wrote.
"""

import re
from typing import Literal

Unsaid = Literal["why", "end", "review"]


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


_THINGS = (
    r"(?:(?:your|their|the|all|any|personal) )*(?:phones?|devices?|tablets?|laptops?|social media|wi-?fi|internet|apps?|games?)"
)
_TAKES_AWAY = _any(
    rf"no (?:cell |mobile |smart)?{_THINGS}",
    r"banned|forbidden|prohibited|not allowed|off limits|(?:may|must|can) ?not|can[’']t|confiscated?",
    rf"(?:take|takes|taken|collect|collects|lose|loses|search|hand in|hands in|give up|lock up) (?:and search )?{_THINGS}",
    rf"{_THINGS} (?:is|are|gets?|will be|must be|stays?) (?:\w+ )?"
    r"(?:taken|collected|handed in|locked|turned off|switched off|off|put)",
    r"take and search|must leave|you are out|zero tolerance|contraband|discharged|asked to leave|surrender",
    r"(?:is|are|can be) (?:an? )?(?:earned|privileges?)|(?:is|are) (?:\w+ )?(?:supervised|monitored|limited|restricted)",
    r"(?:approved|allowed) list|loss of|must give (?:staff |us )?\w+ passwords?|must give staff",
    rf"{_THINGS} (?:live|lives|stay|stays|are kept|is kept) in the (?:office|staff)|confiscat\w+",
    r"search (?:any|your|all|the) \w+",
)
_PROTECTS = _any(
    r"(?:staff|the program|it|we|nobody|no one) (?:(?:will|do|does|may|can|must) ?(?:never|not)|never|cannot|loses?)",
    r"(?:won[’']t|will not|never|not) (?:lose|be (?:taken|punished))|(?:is|are) not taken|no one has to|nobody has to",
)
_SAYS: dict[Unsaid, re.Pattern[str]] = {
    "why": _any(
        r"because|so that|so (?:everyone|everybody|people|you|that)|in order to|(?:to|for) (?:keep|protect|help|safety)|danger"
    ),
    "end": _any(
        r"until(?! further notice)|asks? for (?:it|yours|them|theirs) at any time|ends?|till|back (?:at|by|when|in|on)|between",
        r"for (?:\d+|an?|one|two|three) (?:minutes?|hours?|days?|nights?|weeks?)",
        r"from [^.]* to [^.]*",
    ),
    "review": _any(
        r"reviews?|reviewed|looks? (?:at it )?again|second look|appeals?|talk(?:s)? (?:first|about it|it through)|asks? for",
        r"look at this rule",
    ),
}


def unsaid(wording: str) -> tuple[Unsaid, ...]:
    """What a wording that may be a limit does not say; empty where it says all three, or is no limit.

    Its lists are not those of `codesign.core.policy.find`, on purpose. That reads whole policies that adults wrote and flags
    about half of the bank's own gentle rules, so it may not judge a rule that youth or the team wrote. This flags none of the
    gentle ones, and stands in the summary beside the rule of today and the words of the program.
    """
    sentences = re.split(r"(?<=[.!?])\s+", wording)
    limits = any(_TAKES_AWAY.search(s) and not _PROTECTS.search(s) and not s.endswith("?") for s in sentences)
    return tuple(part for part, said in _SAYS.items() if not said.search(wording)) if limits else ()
