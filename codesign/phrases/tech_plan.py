"""My tech plan in words: what the two read on its pages and on its papers."""

from codesign.core.tech_plan import Help, Missing, Opinion, Person, Use
from codesign.words import N_

MY_PLAN = N_("My plan")
"""All that the youth copy is called."""
MY_TECH_PLAN = N_("My tech plan")
FAMILY = N_("Family I choose")
USE_WORDS: dict[Use, str] = {
    "family": FAMILY,
    "friends": N_("Friends"),
    "school": N_("School"),
    "work": N_("Work"),
    "health": N_("Health"),
    "money": N_("Money and pay"),
    "court": N_("Court, lawyer, case worker"),
    "calm": N_("Calm down, music, fun"),
}
HELP_WORDS: dict[Help, str] = {
    "none": N_("Nothing extra needed"),
    "near": N_("Someone near when I go online"),
    "times": N_("Certain times"),
    "length": N_("A set length of time"),
    "apps": N_("Some apps checked with me"),
    "break": N_("A phone break that I start and I end"),
    "check-in": N_("A check-in after I was online"),
    "limit": N_("A limit for now"),
}
HOW_WORDS: dict[Help, str] = {
    "near": N_("Who is near, and when?"),
    "times": N_("Which times?"),
    "length": N_("How long, and how often?"),
    "apps": N_("Which apps? We look at them together."),
    "break": N_("When do I want a break? I can end it at any time."),
    "check-in": N_("With whom, and when?"),
}
"""What is asked of each, but of nothing extra, and of a limit, which has a page of its own."""
PERSON_WORDS: dict[Person, str] = {
    "911": N_("911, in danger. Police may come."),
    "lines": N_("Help lines"),
    "worker": N_("My worker here"),
    "lawyer": N_("My lawyer"),
    "family": FAMILY,
}
ALSO = N_("Someone else")
OPINION_WORDS: dict[Opinion, str] = {
    "agree": N_("I agree."),
    "part": N_("I agree with a part."),
    "dont": N_("I don't agree."),
}

FOR_ME = N_("What my phone and the internet do for me")
GOOD_AT = N_("What I am good at online")
WANTS = N_("What I want")
WORRIES = N_("What worries me")
WE_AGREE = N_("What we agree")
CAN_REACH = N_("No matter what, I can reach")
I_SAY = N_("What I say to this plan")
MY_WORDS = N_("My own words")
LOOK_AGAIN = N_("We look at all of it again on")
SECOND_LOOK = N_("Second look by someone else within 72 hours")
TIMES_STOP = N_("Time limits stop for homework, job forms, court and health.")
NO_PRICE = N_("Bed, food and help stay the same, whatever I say here. Nobody has to sign.")
A_LIMIT_ENDS = N_("A limit ends on its day. It never goes on by itself.")

WHAT = N_("What is closed for now")
HOW_MUCH = N_("Is it all of phone and internet, or a part?")
ALL, PART = N_("All of it: a full stop"), N_("A part of it")
WHY_NOW = N_("Why now: what was seen or heard")
TRIED = N_("What we tried first")
STARTS, ENDS = N_("It starts on"), N_("It ends on")
REVIEW = N_("We look at the limit again on")
DECIDED = N_("Who decided it")
"""What is asked of a limit."""
LACKS: dict[Missing, str] = {
    "what": N_("Write down what is closed for now."),
    "how-much": N_("Say if it is all of it, or a part."),
    "why-now": N_("Write down why now. Without a reason there is no limit."),
    "tried": N_("Write down what you tried first."),
    "starts": N_("Write down the day it starts."),
    "ends": N_("Write down the day it ends."),
    "review": N_("Write down the day you look at it again."),
    "starts-late": N_("A limit starts in the next 7 days, or not at all."),
    "ends-early": N_("It ends before it starts. Change one of the two days."),
    "ends-late": N_("A limit ends after 30 days at most."),
    "review-early": N_("You look at it again after it has started."),
    "review-after": N_("You look at it again before it ends, or on its last day."),
    "review-late": N_("You look at this limit again after 14 days at most."),
    "full-review-late": N_("You look at a full stop again after 7 days at most."),
}
"""Why a limit is not finished -> what to do about it."""
