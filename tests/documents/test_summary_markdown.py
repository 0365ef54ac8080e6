"""Markdown: the same document in text."""

import pytest
from msgspec.structs import replace
from samples import big_group, matches_golden, small_group

from codesign.core.session import Session
from codesign.core.tally import Tally
from codesign.documents.markdown.summary import to_markdown
from codesign.documents.summary.build import build
from codesign.documents.summary.outline import HEADINGS


@pytest.mark.parametrize("name", ["small", "big"])
def test_golden(name: str) -> None:
    summary = build({"small": small_group(made_up=True), "big": big_group()}[name])
    assert matches_golden(f"{name}.md", to_markdown(summary))


def test_a_demonstration_says_so_first_and_last() -> None:
    lines = to_markdown(build(small_group(made_up=True))).decode().splitlines()
    assert lines[0] == lines[-1] == "**MADE UP: this is a demonstration, not a real group**"


@pytest.mark.parametrize(
    ("of", "left_out"),
    [(small_group(), {"notice", "asked", "ideas", "picture"}), (big_group(), {"notice", "asked", "ideas", "picture"})],
)
def test_sections_stand_in_order_without_gaps(of: Session, left_out: set[str]) -> None:
    text = to_markdown(build(of)).decode()
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        heading for name, heading in HEADINGS.items() if name not in left_out
    ]
    assert "\n\n\n" not in text
    assert text.startswith("# House tech rules\n")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_text_without_pages_spoke_of_its_first_page() -> None:
    assert "first page" not in to_markdown(build(big_group())).decode()


def test_what_many_did_not_get_is_a_list_to_train_on() -> None:
    text = to_markdown(build(small_group())).decode()
    assert "- Explain or reword these, or train on them, before you decide:\n- 3\\. Games are fine until quiet hours.\n" in text
    assert "- **Note:** Many did not answer" in text


def test_a_vote_that_ended_under_five_everywhere_is_a_notice_without_words_or_table() -> None:
    of = small_group()
    few = {i: Tally(i, dict.fromkeys(t.counts, 0) | {next(iter(t.counts)): 3}) for i, t in of.tallies.items()}
    text = to_markdown(build(replace(of, tallies=few))).decode()
    kept = ["notice", "asked", "words", "how"]
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [HEADINGS[name] for name in kept]
    assert "|" not in text
    assert "“" not in text, "no quote, and no label is explained that nothing bears"
    assert len(text.splitlines()) < 45, "one page"
