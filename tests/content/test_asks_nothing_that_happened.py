"""Nobody is ever asked what happened to them: neither a rule, a prompt or a quick pick, nor a screen."""

import re

import pytest
from catalogue import of_the_code, of_the_content, of_the_kinds

PAST = re.compile(
    r"\b(have you|has (it|this|any(one|body)|some(one|body))|did (you|it|this|they|any(one|body)|some(one|body))|were you|"
    r"what happened|happened to you|ever been|your (story|past|experience))\b",
    re.IGNORECASE,
)
OF_THE_PROGRAM = {"Did we get it right?"}
"""What asks how the program did."""


def asked() -> set[str]:
    found = (m for m, _place in (*of_the_code(), *of_the_kinds(), *of_the_content()) if m)
    texts = {form for m in found for form in ((m,) if isinstance(m, str) else m)}
    return {part for text in texts for part in re.findall(r"[^.!?]*\?", text)}


def test_no_question_asks_what_happened() -> None:
    assert len(asked()) > 40
    assert {question for question in asked() if PAST.search(question)} - OF_THE_PROGRAM == set()


@pytest.mark.parametrize("question", ["Has anybody sent you a picture?", "What happened?", "Did you tell somebody?"])
def test_a_question_of_that_kind_would_be_found(question: str) -> None:
    assert PAST.search(question)
