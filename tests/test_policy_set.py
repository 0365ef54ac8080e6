"""The labelled sentences of house policies are whole: a figure measured on them is only as good as they are."""

import csv
from collections import Counter
from pathlib import Path

import pytest

POLICY = Path(__file__).parent / "data" / "policy"
COLUMNS = ["sentence", "technology", "talk", "why", "doubt"]
CODES = ("no-why", "no-end", "no-review", "power", "zero-tolerance")
HALVES = ("seen", "unseen")
ALL = (*HALVES, "also-seen", *(f"handbook-{letter}" for letter in "abcdefghi"))
HOUSES = ("house-a.md", "house-b.txt", "house-c.md")


def half(name: str) -> list[dict[str, str]]:
    with (POLICY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == COLUMNS
        return list(reader)


def alike(sentence: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in sentence.casefold()).split())


@pytest.mark.parametrize("name", ALL)
def test_every_label_is_one_of_those_that_are_told(name: str) -> None:
    for row in half(name):
        codes = row["why"].split()
        assert row["sentence"] == row["sentence"].strip() != "", row
        assert (row["technology"], row["talk"]) in {("yes", "yes"), ("yes", "no"), ("no", "no")}, row
        assert codes == [code for code in CODES if code in codes], row
        assert bool(codes) == (row["talk"] == "yes"), row


def test_the_halves_are_of_one_size_and_mix() -> None:
    mixes = [Counter((row["technology"], row["talk"]) for row in half(name)) for name in HALVES]
    assert mixes[0] == mixes[1] == {("yes", "yes"): 54, ("yes", "no"): 42, ("no", "no"): 24}
    assert sum(bool(row["doubt"]) for name in HALVES for row in half(name)) < 0.1 * 240


def test_no_sentence_stands_twice_nor_in_a_house_that_may_be_read() -> None:
    sentences = [alike(row["sentence"]) for name in HALVES for row in half(name)]
    houses = [alike((POLICY / name).read_text(encoding="utf-8")) for name in HOUSES]
    assert len(set(sentences)) == len(sentences)
    assert [sentence for sentence in sentences if any(f" {sentence} " in f" {house} " for house in houses)] == []
