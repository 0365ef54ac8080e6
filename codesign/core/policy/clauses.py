"""The main clauses of a sentence of a policy, and who acts in each: staff, youth, others, or nobody."""

import re

OURS = (
    r"(?:staff(?: members?)?|workers?|personnel|case ?managers?|case ?workers?|counsell?ors?|managers?|management|directors?"
    r"|supervisors?|employees?|trainees?|reporters?|therapists?|carers?|volunteers?|interns?|clinicians?|mentors?|advocates?"
    r"|nurses?|team(?: members?)?|shift leads?|leads?|leaders?|coordinators?|designee|administrators?|house ?parents?"
    r"|mediators?|providers?|(?:care ?givers?|foster (?:parents?|carers?))|practitioners?|professionals?|contractors?"
    r"|technicians?|tutors?|facilitators?|key-?workers?"
    r"|security|guards?|receptionists?|wardens?|caretakers?|hosts?|assistants?|monitors(?= (?:may|will|must|can)))"
)
_HOUSE = (
    r"programs|(?:the|our|this|each|every) (?:provider|licensee|operator|program(?:me)?|shelter|agency|house|cent(?:er|re)"
    r"|home|facility|organi[sz]ation|project|refuge|service|charity|hostel|scheme|unit|residence|trust|association|mission)|we"
)
YOUTH = (
    r"(?:you|youths?|residents?|guests?|clients?|participants?|patients?|minors?|members|kids?|teens?|teenagers|girls?|boys?"
    r"|child(?:ren)?|new admissions|newcomers|violators|offenders|students?|detainees|boarders|(?:service )?users?|tenants?"
    r"|occupants?"
    r"|individuals?|persons?|applicants?|attendees?|juveniles|young (?:\w+ )?(?:people|persons?|adults?|parents?|women|men|man"
    r"|woman)|any ?(?:one|body)|every ?(?:one|body)|whoever|those|people|i|he|she|they|roommates|siblings|gamers|mothers"
    r"|level \w+)"
)
_OTHERS = r"(?:parents?|guardians?|famil(?:y|ies)|police|officers?|visitors?|schools?|donors?|landlords?|probation)"
_FINITE = r"may|must|will|shall|can(?:not)?|should|are|is"
_WHO = re.compile(
    rf"(?P<staff>\b{OURS}\b)|(?P<house>\b(?:{_HOUSE})\b)|(?P<youth>\b{YOUTH}\b)|(?P<others>\b{_OTHERS}\b)", re.IGNORECASE
)
_NOT_THE_ONE_WHO_ACTS = re.compile(
    r"(?:-|[’']s\b|[’'](?=\s|$)| (?:phone|network|tablet|computer|office|wi-?fi|data|panel|council|board|manager|director"
    r"|staff|worker|lead)s?\b"
    rf"| {OURS}\b| (?!(?:also|always|only|never|then|still|else|both|all|themselves)\b|\w+ly\b)[\w-]+ (?:{_FINITE})\b)"
)
"""What follows one who only owns something, or is part of another word."""
_BESIDE = re.compile(
    r"\b(?:of|by|to|with|for|from|about|on|at|in(?:to|side)?|within|through|around|under|outside|across|per|near|than"
    r"|between|against|as|using|texting|follow(?:ing)?|obey|ask|tell"
    r"|inform|notify|see|contact|give|show|call|message|(?:photograph|film|record)(?:ing)?|help|let|allow|permit"
    r"|require)(?: (?:the|a|an|any|all|other|another|each|every|our|your|his|her|their|current|former|and|or|\w+ing))*$",
    re.IGNORECASE,
)
"""What stands before one who is spoken of and does not act."""
VERB = re.compile(
    r"\b(?:may|can|could|might|will|shall|must|should|cannot|can[’']t|won[’']t|mustn[’']t|shouldn[’']t|don[’']t|doesn[’']t"
    r"|isn[’']t|aren[’']t|are|is|am|was|were|be|do|does|ha(?:ve|s|d)|need(?:s|n[’']t)?|[’'](?:ll|re|ve|d)|never|gets?|los(?:es"
    r"|e)|goes|stays?|lives?|keeps?)\b|[’'](?:ll|re|ve|d)\b|(?<=it)[’']s\b",
    re.IGNORECASE,
)

_SAID = re.compile(rf"(?<!to )\b(?:{_FINITE})\b", re.IGNORECASE)
_HAS_ITS_OWN = re.compile(
    rf"(?!(?:after|before|until|till|except|as)\b|\w+ \w+ing\b)|\w+ (?:the |your )?(?:{YOUTH}|{OURS}|it|this|there|one)\b",
    re.IGNORECASE,
)
"""An aside that has a verb itself."""
_ASIDE = re.compile(
    r"(?:^|(?<=[\s,(]))(?:if|when(?:ever)?|where|while|because|since|so that|so (?=every|no|people|others|you|we|it|nothing)"
    r"|as (?:there|this|that|the|too|it|these|two|one|doing|you|they|voices|roommates|people|we)|after|before|until|till"
    r"|unless|once (?=you|the|a|an|it|they|your|\w+ (?:is|are|has|have))|(?:each|every) time (?=an? |the |your )"
    r"|whatever(?! (?:the|your) reason)|should (?=a |an |you |the |any |your )|though|although|given that|whether"
    r"|provided (?=that|it|they|you)|even if|except|as (?:soon|long) as)\b(?:[^,;:()]|,(?= (?:or|and)\b)|,(?= an? [^,;]*(?:,"
    r"|\bor\b)[^,;]*,))*(?:[,;)]|$)",
    re.IGNORECASE,
)
"""A condition, a reason, an occasion."""
_OPENS = re.compile(
    r"^(?:if|when|while|once|after|until|before) (?:\S+ ){2}[^,;]*?"
    rf"(?=(?:an? |the |your |all |any )?(?:{YOUTH}|{OURS}|it|we)(?: |(?=[’']))(?:may|must|will|can(?:not)?|shall|loses?|[’']ll"
    rf"|should|are not|do not)\b)|\b(?:when|if|as|once) (?:asked|caught|told|found|needed|requested|seen)\b",
    re.IGNORECASE,
)
"""A condition at the beginning that no comma ends."""
_AFTER_AN_ASIDE = re.compile(r"(?:\S+ ){3,}?((?:you|your|we|it|they|the|staff) .*)")
"""What follows a condition that nothing ends, as in “if you owe rent your Wi-Fi is cut off”."""
_RELATIVE = re.compile(
    r"(?<!ask)(?<!expect)(?<!require),? ?\b(?:who|whose|whom|which|that|found|caught|under \d+"
    r"|age[sd]?)\b[^,;:]*?,?(?=\b(?: ?may| ?will| ?must| ?shall| ?can"
    r"| ?cannot| ?should| ?loses?| ?forfeits?| ?pays?| ?goes without| ?don[’']t)\b)|,? ?\b(?:who|that"
    r"|which) (?!do)[^,;:]+?(?= do(?:es)? not )|,? ?\b(?:who|that|which) (?!is|are|was"
    r"|were|you|we|they|it)[^,;:]*?(?= (?:are|is|gets?) )",
    re.IGNORECASE,
)
"""Who is meant, before a verb; else up to the next comma."""
_TRAILING = re.compile(
    r"(?<!ask)(?<!expect)(?<!require)(?<!see)(?<!check)(?<!sure)(?<!know),? \b(?:who|whose|whom|which|that)\b (?!you\b"
    r"|we ask|the)[^,;:]*(?:,|$)",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"^(?:it is|our|the) [\w ]*(?:policy|rule|expectation|expected|understood|practice)[\w ]* that |^(?:and|but|also|or|so"
    r"|then|please|note|remember(?: that)?|be aware that|i understand that)\b[ ,:]*|^(?:during|in|on|at|for|from|under(?! no)"
    r"|upon|with|by|to|following|owing to|due to|between|through|within|as|out of|per|over|outside|beyond|apart from|besides"
    r"|dear)\b[^,;:]*, (?!in\b|and\b|or\b|without\b|on\b)",
    re.IGNORECASE,
)
"""What a clause begins with before the one who acts."""
_SPLITS = re.compile(
    r"\s*;\s+|(?<=\w):\s+(?=[A-Za-z])|(?<=\w{4})[.]\s+(?=[A-Za-z])|\s+[\u2013\u2014-]\s+|,?\s+(?:and|but|yet|so)\s+(?="
    rf"(?:the |our |your |all |any |each |no |only |nothing |it |that )?(?:{YOUTH}|{OURS}|{_OTHERS}|it|this|that|nothing"
    rf"|phones?|device|must|may|shall|will|can)\b(?! (?:to|that)\b))|,\s+(?=(?:you|we|they|it|staff|your)\b)"
    rf"|(?<!nothing)(?<!all),?\s+but\s+",
    re.IGNORECASE,
)

_AN_ACT = re.compile(
    r"(?!following|during|being)(?:not )?(?:\w+ly )?\w+ing\b|failure|possession|use of|refusal|(?:any|the) use", re.IGNORECASE
)
"""It tells of what somebody may do, not of who does it."""
_ON_DUTY = re.compile(
    r"\b(?:an? |any |one |two )?members? of (?:the |our )?(?:staff|team)\b|\b(?:whoever|anyone"
    r"|the person) (?:is )?on (?:shift|duty|call)\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"(?:must|may|shall|will|can|should|is|are|has|have|\w+s)\b", re.IGNORECASE)
"""A clause without one who acts: the one of the clause before does."""
THE_SAME = re.compile(r"(?:nor |neither )?(?:may |shall |will |must |can )?(?:they|he|she)\b", re.IGNORECASE)
_OF_THEM = re.compile(
    r"[\s,(]*(?:in|at|on|of|with|under|from|for|to|who|whose|that|which|and|or|aged?|over|living|staying|always|also|then"
    r"|alone|here|without|\d+|\w+ly|members?|too|both|all|themselves)\b",
    re.IGNORECASE,
)
"""More of who is meant, before what they do."""


def clauses_of(sentence: str) -> list[str]:
    """Its main clauses, without what stands aside: a condition, a reason, an occasion, who is meant."""
    bare = _ASIDE.sub(_without, _OPENS.sub(" ", sentence))
    if not bare.strip(" .!") and (after := _AFTER_AN_ASIDE.match(sentence)) and VERB.search(after[1]):
        bare = after[1]
    clauses = []
    for clause in _SPLITS.split(_ON_DUTY.sub("staff", bare)):
        words = clause
        while (shorter := _FRONT.sub("", words.strip(" ,\"“”’'.()-–—"))) != words:
            words = shorter
        words = _TRAILING.sub(" ", _RELATIVE.sub(" ", words)).strip(" ,")
        if words:
            clauses.append(words)
    return clauses


def _without(aside: re.Match[str]) -> str:
    """What is left of an aside: of one that no comma ends, as in “phones used after ten are held”: what is said."""
    if aside[0].endswith(";"):
        return "; "
    begun = re.split("[,;:]", aside.string[: aside.start()])[-1]
    verbs = [*_SAID.finditer(aside[0])]
    is_whole = bool(_HAS_ITS_OWN.match(aside[0]))
    return f" {aside[0][verbs[-1].start() :]}" if begun.strip() and not VERB.search(begun) and len(verbs) > is_whole else " "


def who_acts(clause: str) -> tuple[str, str]:
    """Who acts in it, and what is said of them; nobody where a thing is told of, or somebody is told to do something."""
    verb = VERB.search(clause)
    head = clause[: verb.start()] if verb else " ".join(clause.split()[:4])
    for found in [] if _AN_ACT.match(clause) else _WHO.finditer(head):
        if not (_BESIDE.search(head[: found.start()].rstrip()) or _NOT_THE_ONE_WHO_ACTS.match(clause[found.end() :])):
            return (found.lastgroup or "") if verb or found.lastgroup != "others" else "", clause[found.end() :]
    return "", clause


def what_they_do(said: str) -> str:
    """What is said of those who act, from what they do on. Of two things it is the first: in “residents hand in phones and are
    given a basic one” they hand in phones."""
    said = said.strip()
    verb = VERB.search(said)
    return said[: verb.start()] if verb and verb.start() and not _OF_THEM.match(said) else said
