"""Rules that youth propose themselves: in their words with their OK, else as a theme, and only from five ballots on."""

import json

import pytest
from msgspec.structs import replace
from samples import small_group

from codesign.core.ballot import OWN_IDEA
from codesign.core.session import Comment, Session
from codesign.core.tally import Tally
from codesign.documents.data.summary import to_json
from codesign.documents.markdown.summary import to_markdown
from codesign.documents.summary.build import build
from codesign.documents.summary.outline import outline


def idea(number: int, text: str, **kwargs: object) -> Comment:
    return Comment(
        **{"id": number, "round": 1, "card": OWN_IDEA, "prompt": "idea", "text": text, "quote_ok": True, "review": "quote"}
        | kwargs  # type: ignore[arg-type]
    )


def group(*ideas: Comment) -> Session:
    of = small_group()
    return replace(of, comments=(*of.comments, *ideas))


def test_ideas_stand_under_a_heading_of_their_own_in_an_order_that_tells_nothing() -> None:
    of = group(idea(901, "wifi for all"), idea(900, "a charger in every room"), idea(902, "", review="theme", theme="quiet"))
    text = to_markdown(build(of)).decode()
    assert (
        "## Rules that youth propose\n\n- “a charger in every room”\n- “wifi for all”\n- Other ideas were about: quiet\n"
        in text
    )
    data = json.loads(to_json(build(of)))
    assert data["ideas"] == [{"text": "a charger in every room"}, {"text": "wifi for all"}]
    assert data["idea_themes"] == ["quiet"]
    turned = replace(of, comments=tuple(reversed(of.comments)))
    assert to_json(build(turned)) == to_json(build(of))


def test_without_ideas_there_is_no_heading() -> None:
    assert outline(build(group())).ideas == ()


@pytest.mark.parametrize(
    "changed", [{"quote_ok": False, "review": "theme", "theme": ""}, {"review": "withheld", "reason": "safety"}]
)
def test_an_idea_without_its_writers_ok_or_kept_back_does_not_leave(changed: dict[str, object]) -> None:
    assert "wifi" not in to_markdown(build(group(idea(901, "wifi for all", **changed)))).decode()


def test_under_five_ballots_no_idea_leaves() -> None:
    of = group(idea(901, "wifi for all"), idea(902, "", review="theme", theme="a plug"))
    few = replace(of, tallies={card: Tally(card, dict.fromkeys(t.counts, 0), skipped=4) for card, t in of.tallies.items()})
    built = build(replace(few, comments=tuple(c for c in few.comments if c.card == OWN_IDEA)))
    assert (built.ideas, built.idea_themes) == ((), ())
