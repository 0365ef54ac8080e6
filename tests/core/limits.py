"""Sentences of house policies that both word checks are tried on: the one of wordings, and the one of whole policies."""

MISSED_ONCE = (
    "Phones live in the office.",
    "Zero tolerance for social media.",
    "Any resident found with a phone after lights out will be discharged immediately.",
    "Phone use is a privilege and can be earned at Level 2.",
    "Residents may make two 10-minute calls a week to people on the approved list.",
    "Violation results in loss of Wi-Fi privileges.",
    "You must surrender your phone at intake.",
    "All internet use is supervised by staff.",
    "Gaming is limited to one hour per day.",
    "Youth must give staff their passwords.",
    "If you post a photo of another resident you will be asked to leave.",
    "Electronic devices are considered contraband.",
)
"""Limits that say nothing of why, until when, or who looks again."""
WHOLE = (
    "Staff never ask for your password.",
    "Your phone may be limited for up to 7 days if you are in danger, and you review it with your worker each week.",
    "Cell phones are locked up overnight because of theft; you can ask for yours at any time; we look at this rule every 3 "
    "months.",
)
"""A right, and limits that say all three."""
