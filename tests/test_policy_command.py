"""The command on a policy: what it says, what other programs get, and the plan it writes."""

import json
from pathlib import Path

import pytest
from docx import Document
from test_cli import Run, run  # noqa: F401 - fixture

from codesign.content import read_plan

TEXT = (
    "# Phones\n\n- Phones are handed in at 10 pm.\n- Staff never ask for your password.\n- Beds are made by 8.\n\n"
    "Staff may search any phone\nat any time, for any reason.\n"
)
SENTENCES = [
    ("Phones are handed in at 10 pm.", ["no-why", "no-end", "no-review"], "PH-1"),
    ("Staff never ask for your password.", [], None),
    (
        "Staff may search any phone at any time, for any reason.",
        ["no-why", "no-end", "no-review", "power", "zero-tolerance"],
        "MS-1",
    ),
]


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "house.md"
    path.write_text(TEXT, "utf-8")
    return path


def word(path: Path) -> Path:
    document = Document()
    for line in TEXT.replace("phone\nat", "phone at").splitlines():
        document.add_paragraph(line.strip("#- "))
    document.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["md", "docx"])
def test_other_programs_get_every_sentence_on_technology(run: Run, policy: Path, tmp_path: Path, kind: str) -> None:  # noqa: F811
    file = policy if kind == "md" else word(tmp_path / "house.docx")
    found = json.loads(run("policy", str(file), "--format", "json").stdout)["sentences"]
    partners = [one.pop("partner") for one in found]
    assert found == [{"sentence": s, "talk": bool(why), "why": why} for s, why, _partner in SENTENCES]
    assert [partner and partner.split(".")[0] for partner in partners] == [partner for _s, _why, partner in SENTENCES]


def test_it_is_told_in_words_and_never_claims_an_all_clear(run: Run, policy: Path) -> None:  # noqa: F811
    told = run("policy", str(policy)).stdout
    assert "“Phones are handed in at 10 pm.”\n  Talk about: It does not say why, until when or who looks at it again." in told
    assert "  A clause to paste: From 11 to 6 your phone is silent in your room or locker, so people sleep." in told
    assert "password" not in told
    assert "The word check misses many." in told
    policy.write_text("Beds are made by 8.", "utf-8")
    assert "found no place" in (nothing := run("policy", str(policy)).stdout)
    assert "The word check misses many." in nothing


def test_the_plan_puts_the_policys_own_words_against_gentler_ones(run: Run, policy: Path, tmp_path: Path) -> None:  # noqa: F811
    done = run("policy", str(policy), "--plan", "house")
    path = tmp_path / "data" / "plans" / "house.toml"
    assert done.stdout.splitlines()[-1] == str(path)
    cards = read_plan(path).cards
    told = [(card.kind, card.today or card.options[0].words) for card in cards]
    assert {words for _kind, words in told} == {SENTENCES[0][0], SENTENCES[2][0]}
    assert run("plans", "check", str(path)).exit_code == 0
    again = run("policy", str(policy), "--plan", "house")
    assert (again.exit_code, again.stderr) == (
        1,
        "There is a plan “house” already. Choose another name; nothing was written.\n",
    )


def test_a_sentence_that_is_longer_than_a_card_was_cut_in_silence(run: Run, policy: Path, tmp_path: Path) -> None:  # noqa: F811
    long = f"Staff may search any phone at any time, {'or any bag that is left there, ' * 20}for any reason."
    policy.write_text(f"{TEXT}\n{long}\n", "utf-8")
    done = run("policy", str(policy), "--plan", "house")
    assert f"a card has room for 600 letters, and this has {len(long)}: “Staff may search any phone" in done.stderr
    assert len(read_plan(tmp_path / "data" / "plans" / "house.toml").cards) == 2
    policy.write_text(long, "utf-8")
    refused = run("policy", str(policy), "--plan", "long")
    assert refused.exit_code == 1
    assert "room for 600 letters" in refused.stderr
    assert "Nothing was written." in refused.stderr
    assert not (tmp_path / "data" / "plans" / "long.toml").exists()


@pytest.mark.parametrize("name", ["house.pdf", "house.odt", "nowhere.md"])
def test_a_file_that_is_none_is_refused_in_words(run: Run, tmp_path: Path, name: str) -> None:  # noqa: F811
    if name != "nowhere.md":
        (tmp_path / name).write_bytes(b"%PDF")
    done = run("policy", name)
    assert done.exit_code == 1
    assert name in done.stderr


@pytest.mark.parametrize("text", ["Phones are off. " * 70_000, "Phones are off.\n\n" * 20_001])
def test_a_text_far_longer_than_any_policy_is_refused(run: Run, tmp_path: Path, text: str) -> None:  # noqa: F811
    (tmp_path / "long.txt").write_text(text, "utf-8")
    done = run("policy", "long.txt")
    assert (done.exit_code, "far more than any policy" in done.stderr) == (1, True)


def test_words_of_a_policy_never_reach_the_terminal_as_signs(run: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "odd.txt").write_text("Phones are \x1b[2Jtaken at 9.\u202e\n", "utf-8")
    told = run("policy", "odd.txt").stdout
    assert "\x1b" not in told
    assert "\u202e" not in told
