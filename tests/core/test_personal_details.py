"""Places in a comment that look like a contact or an address."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codesign.core.text import personal_details, without_personal_details

FOUND = [
    ("555-123-4567", "phone"),
    ("(555) 123-4567", "phone"),
    ("555.123.4567", "phone"),
    ("5551234567", "phone"),
    ("+1 555 123 4567", "phone"),
    ("1-800-786-2929", "phone"),
    ("555 1234", "phone"),
    ("+52 55 1234 5678", "phone"),
    ("jo@example.org", "email"),
    ("jo.p+x@mail.example.co.uk", "email"),
    ("JO@EXAMPLE.ORG", "email"),
    ("https://example.org/a?b=c", "link"),
    ("http://x.example", "link"),
    ("www.example.org", "link"),
    ("discord.gg/abc", "link"),
    ("Instagram.com/jo", "link"),
    ("@jo_pp", "handle"),
    ("@jo.pp", "handle"),
    ("my snap is jo99", "handle"),
    ("My insta is jo99", "handle"),
    ("my username is jo99", "handle"),
    ("my discord is jo#1234", "handle"),
    ("12 Main Street", "address"),
    ("12 main st.", "address"),
    ("1400 North Oak Ave", "address"),
    ("room 12", "address"),
    ("Apt 4B", "address"),
    ("calle Mayor 5", "address"),
    ("Avenida Juarez 120", "address"),
]
LEFT_ALONE = [
    *("10 pm", "911", "988", "3 days", "24/7", "9 pm - 10 pm", "from 10 pm to 6 am", "at 10-11 pm", "14:00 - 22:00"),
    *("11/24/2026", "school 2026/2027", "12:30 to 13:45", "2 phones for 30 people", "50 % or 100 %", "1.5 hours", "16 or 17"),
    *("text 741741", "5 GHz and 2.4 GHz", "8-10, 12-14", "no more than 1,000", "e.g. music", "and so on...", "Wi-Fi", "OK?"),
    *("me @ home", "I'm in", "the street at night", "drive", "a room for 2", "Room to talk", "It works. Me too", "1 2 3"),
]
NOT_PERSONAL = [
    *("2026-11-24", "24.11.2026", "24. 11. 2026", "11-24-2026", "2026-2027", "2026 - 2027", "9.30 - 10.30", "22.00-06.00"),
    *("5 minutes a drive", "5 minute drive", "1 hour in the street", "2 hours on my drive", "tell.me", "for you.me too"),
]
STILL_FOUND = [
    ("call 555-1234 by 2026-11-24", "phone"),
    ("24.11.2026 555 123 4567", "phone"),
    ("01.23.45.67.89", "phone"),
    ("t.me/jo_pp", "link"),
    ("12 old mill lane", "address"),
]


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_a_detail_is_found_alone(text: str, kind: str) -> None:
    assert [found for _, _, found in personal_details(text)] == [kind]


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_a_detail_is_found_in_a_sentence_and_replaced(text: str, kind: str) -> None:
    sentence = f"It works if, well, {text} , they said"
    (start, end, found), *more = personal_details(sentence)
    assert (found, more) == (kind, [])
    assert sentence[start:end].strip() in text
    left = without_personal_details(sentence)
    assert text not in left
    assert ("[place]" if kind == "address" else "[contact]") in left


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_people_say_about_rules_is_left_alone(text: str) -> None:
    assert personal_details(text) == []
    assert personal_details(f"Could work if {text} is fine") == []


@pytest.mark.parametrize("text", NOT_PERSONAL)
def test_dates_times_durations_and_plain_words_are_no_contact(text: str) -> None:
    assert personal_details(text) == []
    assert personal_details(f"From {text} , they said") == []


@pytest.mark.parametrize(("text", "kind"), STILL_FOUND)
def test_a_detail_beside_a_date_or_like_one_is_still_found(text: str, kind: str) -> None:
    assert [found for _, _, found in personal_details(text)] == [kind]


def test_several_details_come_in_order_without_overlap() -> None:
    text = "jo@example.org, 555-123-4567, 12 Main Street, www.example.org"
    found = personal_details(text)
    assert [kind for _, _, kind in found] == ["email", "phone", "address", "link"]
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert without_personal_details(text) == "[contact], [contact], [place], [contact]"


@given(st.lists(st.sampled_from([t for t, _ in FOUND] + LEFT_ALONE), max_size=6).map(" , ".join) | st.text(max_size=120))
def test_places_lie_inside_the_text_in_order_and_never_overlap(text: str) -> None:
    found = personal_details(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert (without_personal_details(text) == text) == (not found)


@pytest.mark.parametrize(
    "hostile", ["a" * 1500, "@" * 1500, "1" * 1500, "1-" * 750, "a.b@" * 375, "my snap is " * 130, "1 A " * 375]
)
def test_a_hostile_comment_is_searched_to_its_end(hostile: str) -> None:
    places = [place for start, end, _kind in personal_details(hostile) for place in (start, end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(hostile) for place in places)
