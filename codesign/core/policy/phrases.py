"""Phrases to look for in a policy. Apart from the long lists of them, which take a while to compile."""

import re


def any_of(*phrases: str) -> re.Pattern[str]:
    """Any of these phrases, not inside a longer word."""
    return re.compile(rf"(?<![\w])(?:{'|'.join(phrases)})(?![\w])", re.IGNORECASE)
