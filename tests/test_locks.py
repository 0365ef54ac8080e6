"""What is locked fits what is asked for, and can be installed anywhere; without a network."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parent.parent
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
RUN = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
EXTRAS = [need for extra in PROJECT["project"]["optional-dependencies"].values() for need in extra]
HOW = "`bash .ci/lock` writes both locks anew"


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Each locked line: name -> its exact version and marker, and how many hashes it has."""
    lines = (TOP / name).read_text("utf-8").replace(" \\\n    --hash", " --hash").splitlines()
    found = {}
    for line in lines:
        if not line.startswith("#"):
            need, *hashes = line.split(" --hash=sha256:")
            assert all(re.fullmatch(r"[0-9a-f]{64}", each) for each in hashes), line
            found[canonicalize_name(Requirement(need).name)] = (need, len(hashes))
    return found


@pytest.mark.parametrize(("name", "needs"), [("requirements.lock", RUN), ("requirements-dev.lock", [*RUN, *EXTRAS])])
def test_a_dependency_changed_and_the_lock_was_forgotten(name: str, needs: list[str]) -> None:
    there = locked(name)
    for need in map(Requirement, needs):
        assert canonicalize_name(need.name) in there, HOW
        (version,) = Requirement(there[canonicalize_name(need.name)][0]).specifier
        assert version.operator == "=="
        assert need.specifier.contains(version.version), f"{need}, but {version} is locked: {HOW}"


def test_what_tests_use_is_what_is_run() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items(), HOW


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_place_and_fits_other_systems(name: str) -> None:
    """Versions and hashes only, and for what is compiled the hashes of more than one system."""
    text = (TOP / name).read_text("utf-8")
    assert not re.search(r"://|@ |^-|--(index|find|extra|trusted)", text, re.MULTILINE)
    assert all(line.startswith(("    --hash=sha256:", "# ")) or re.match(r"[a-z0-9-]+==", line) for line in text.splitlines())
    there = locked(name)
    assert all(hashes for _need, hashes in there.values())
    for compiled in ("msgspec", "pynacl", "lxml", "cffi", "markupsafe"):
        assert there[compiled][1] > 10, f"{compiled} has wheels for this system only"


def test_the_build_tool_is_asked_for_in_the_same_words() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(EXTRAS)


def test_what_private_names_are_used_of_is_pinned() -> None:
    pinned = {need.name for need in map(Requirement, RUN) if str(need.specifier).startswith("==")}
    assert pinned == {"textual", "rich"}
