"""What the doctor says of a laptop: a sentence for each thing, and a no only where something won't work."""

import pytest
from msgspec.structs import replace

from codesign.core.doctor import Folder, Laptop, Records, TerminalHere, Version, findings

SCREEN = TerminalHere(is_one=True, columns=80, lines=24, colours="truecolor")
FOLDER = Folder(what="records and plans", path="/home/x/notes", free=10**10)
GOOD = Laptop(screen=SCREEN, folders=[FOLDER], synced="", versions=[Version("textual", "8.2.8", "8.2.8")], records=Records(3))


def test_of_a_good_laptop_all_is_ok() -> None:
    assert {one.verdict for one in findings(GOOD)} == {"ok"}
    assert all(one.words.endswith(".") for one in findings(GOOD))


@pytest.mark.parametrize(
    ("laptop", "verdict", "said"),
    [
        (replace(GOOD, screen=TerminalHere(is_one=False)), "no", "no terminal"),
        (replace(GOOD, screen=replace(SCREEN, lines=14)), "no", "80 by 14"),
        (replace(GOOD, screen=replace(SCREEN, columns=60)), "!", "60 by 24"),
        (replace(GOOD, screen=replace(SCREEN, colours=None)), "!", "no colour"),
        (replace(GOOD, screen=replace(SCREEN, encoding="ISO-8859-1")), "!", "ISO-8859-1"),
        (replace(GOOD, screen=replace(SCREEN, keeps_lines="GNU screen")), "!", "GNU screen keeps"),
        (replace(GOOD, screen=replace(SCREEN, may_be_plain=False)), "!", "made-up sessions only"),
        (replace(GOOD, folders=[replace(FOLDER, refusal="Read-only file system")]), "no", "Read-only file system"),
        (replace(GOOD, folders=[replace(FOLDER, free=1_000)]), "no", "is full"),
        (replace(GOOD, folders=[replace(FOLDER, free=20_000_000)]), "!", "20 MB"),
        (replace(GOOD, synced="OneDrive"), "!", "OneDrive copies"),
        (replace(GOOD, records=Records(3, unreadable=1)), "no", "1 of 3"),
        (replace(GOOD, records=Records(3, open=2)), "!", "open (2)"),
        (replace(GOOD, versions=[Version("textual", "8.2.8", "9.0")]), "no", "textual 9.0"),
        (replace(GOOD, versions=[Version("rich", "15.0.0", "")]), "no", "rich is missing"),
    ],
)
def test_what_is_wrong_has_its_verdict_and_its_sentence(laptop: Laptop, verdict: str, said: str) -> None:
    wrong = [one for one in findings(laptop) if one.verdict != "ok"]
    assert [(one.verdict, said in one.words) for one in wrong] == [(verdict, True)]
