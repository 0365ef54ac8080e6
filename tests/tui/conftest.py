"""What every test of the screens may rely on."""

import pytest
from textual import constants


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screens have all their colours, whatever the terminal that the tests run in."""
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "truecolor")
