"""What each page is for, in two lines at most: said first where somebody asks for help."""

from codesign.words import N_, _

_ABOUT: dict[str, str] = {
    "hand-over": N_(
        "The laptop goes to the next person. When no one else sees the screen, press Enter. What is in the box stays there."
    ),
    "before": N_("What holds of your turn, before you begin. Nothing is asked here."),
    "card": N_("One rule. Say what you think of it, or skip it. You can change it until you are done."),
    "picks": N_("Short answers to pick from, if you like. None is fine."),
    "writing": N_("A line in your own words, if you like. Empty is fine."),
    "quote": N_("You say if your exact words may go on. If you press nothing, it is no."),
    "details": N_("Your line may name a person or a place. You can take that out."),
    "note": N_("The next rule may be a hard one. Do it, skip it, or take a break."),
    "end": N_("The end of your turn. Enter puts it in the box; until then you can change it."),
    "idea": N_("A rule of your own, in one line, if you like."),
    "stop": N_("You can stop here, or take a break. Nobody asks why."),
    "throw": N_("Your answers can go for good. Nobody is told."),
    "break-number": N_("Three digits of your own cover your cards, and open them again."),
    "break": N_("Somebody is on a break. Only their number opens it."),
    "locked": N_("This turn stays covered. Call the facilitator."),
    "not-saved": N_("The disk did not take the ballot. It waits here, sealed, and nothing is lost."),
    "saving": N_("The ballot is on its way to the disk."),
    "support": N_("Who you can talk to now. Nobody is told that you opened this."),
    "help": N_("What the page below is for, and its keys."),
    "more": N_("More about a card: why it is asked, what it is good for, what it costs."),
    "welcome": N_("For the whole room: why you are here, what can change, who answers, what you agree on."),
    "practice": N_("A try that is not counted. Everybody presses Hide once."),
    "talk": N_("For the whole room: which cards to talk about. Who comes late votes when all vote again."),
    "talk-card": N_(
        "For the whole room: one card to talk about, one line for what the room said, and new words that you agree on."
    ),
    "result": N_("For the whole room: what the group said, as far as it gives nobody away."),
    "together": N_("For the whole room: one rule, and one line that all can say. Each says OK aloud. Nobody votes."),
    "agreed": N_("For the whole room: the lines to which each said OK. Only they go out."),
    "right": N_("For the whole room: you say what is missing or wrong in it."),
    "next": N_("For the whole room: who answers, by when, and how you will hear."),
    "last-time": N_("For the whole room: what you said last time, and what came of it."),
    "our-rules": N_("For the whole room: the rules as they read now, why, and who can change them."),
    "plan-marks": N_("Mark what fits; Enter takes a mark out again. N goes on. Nothing is saved."),
    "plan-fields": N_("Enter writes a line, or changes it. N goes on. Nothing is saved."),
    "plan-choice": N_("Choose one with the arrows and Enter. You can come back and change it."),
    "plan-line": N_("One line of your plan. Nothing of it is saved; Hide makes all of it go."),
    "plan-day": N_("A day of your plan, as you would write it."),
    "sure": N_("A step that can't be taken back. No goes back, and nothing is changed."),
}
"""Place of a page that youth or the room read -> what it is for."""
_ABOUT["talk-last"] = _ABOUT["talk"]
_ABOUT["stop-nothing"] = _ABOUT["stop"]
_OF_THE_FACILITATOR = {
    "home": "Start a session, try a made-up one, or look at past ones.",
    "plans": "A plan is a list of cards. Choose one; you set the session up next.",
    "plans-desk": "Every plan there is, yours first. Make one, change one, or share one as a file.",
    "records": "Every session on this laptop. Open one to go on, read comments, or bring in the answer.",
    "set-up": "What is fixed before the first vote. Prepare it before youth come; the code opens it again.",
    "code": "The facilitator's code stands before all that is not for youth.",
    "session": "The round is open. Hand the laptop on, or close the round when all have voted.",
    "step": "One of the six steps of the hour: what to say, what to do, what comes next.",
    "before-they-come": "What to check before youth come, and what to say to them before they vote.",
    "look": "Each card as youth will see it, one after another.",
    "typed-card": "One card of one paper. Type what is crossed on it; U takes the last step back.",
    "which-cards": "What the group will be asked, in this order. It can be changed until the session is started.",
    "rule-now": "How a rule reads today. One line, or none. It can be skipped.",
    "rule-today": "How a rule reads today, in one line.",
    "rules-now": "Your rules as they read today. Enter on one changes it.",
    "policy-file": "Your own policy against gentler rules. It is read here, and no copy of it is kept.",
    "policy-questions": "Ten questions for every rule. The word check only finds places to ask them.",
    "policy-sentence": "One sentence of your policy. Talk about it, keep it, or let youth choose between it and another.",
    "policy-good": "What speaks for your rule, said as fairly as of the other one.",
    "policy-pair": "The two rules as youth will see them, and what you should know of them.",
    "policy-partner": "Every rule of the bank that can stand against yours.",
    "policy-others": "Sentences about technology in which the word check found nothing.",
    "policy-end": "What came of your policy. Only the pairs can be saved.",
    "policy-title": "The plan is named by it.",
    "bank": "Every rule that the program brings along and the plan does not ask yet.",
    "put-in": "A card as young people will see it. Enter puts it at the end of the plan.",
    "agreements": "Choose a line to change it.",
    "heard": "One line for the whole room, read back to it. No names.",
    "new-words": "The rule as the group agreed to word it. The next vote on this card is a vote on these words.",
    "stack": "Papers that are typed in. They wait in memory until you put them in the box, or drop them.",
    "paper-words": "What somebody wrote on paper, as it stands there.",
    "small-group": "Under 5 people a vote shows nothing. A group so small can talk without one.",
    "together-steps": "A small group talks rule by rule, without a vote. What to say, and what comes next.",
    "four-words": "They open what the code opens. They are shown once.",
    "again": "Mark the cards that everybody votes on again. Only that vote counts then.",
    "review": "Read each comment alone: quote it, write its theme, or keep it back.",
    "theme": "What a comment is about, in your words, so that nobody knows the writer by theirs.",
    "reason": "Why a comment does not go out. Reasons are counted, never shown beside words.",
    "folder": "Where it is written. A USB stick is one more copy.",
    "written": "The summary is on the disk. What to do with it next.",
    "answer": "What the policy team answered comes back here, and goes on a poster.",
    "promised": "What the policy team promised, and what became of it. Enter on a promise says that it was kept.",
    "file": "The summary that the policy team filled in and sent back.",
    "typed-answer": "What the policy team wrote on a printed form, rule after rule.",
    "brought": "What was found in their file, and what is kept of it.",
    "files-written": "The files are on the disk: where they lie, and what to do with them.",
    "problem": "Something to know before you go on. Nothing is lost by reading it.",
}
"""The same of the facilitator's pages."""


def about_page(place: str) -> str:
    """What a page is for, in the language in use."""
    return _((_ABOUT | _OF_THE_FACILITATOR)[place])
