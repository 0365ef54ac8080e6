"""What one person typed is gone when the next is there. Looked for in a process that holds the program and nothing else: there
every object is looked at in a moment, and here every test and library would be too."""

import subprocess
import sys
from pathlib import Path


def test_nothing_typed_outlives_its_turn_the_hand_over_or_hide() -> None:
    tests = Path(__file__).with_name("outlives.py")
    command = [sys.executable, "-m", "pytest", "-n", "0", str(tests)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
