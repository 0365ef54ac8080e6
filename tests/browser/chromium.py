"""Where the system's Chromium is: `python tests/browser/chromium.py` prints its path, or fails."""

import os
import shutil
import sys

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The program named by CHROMIUM, or the first one on the PATH."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    return found or sys.exit("No Chromium was found. Install one, or name it by CHROMIUM; nothing was looked at.")


if __name__ == "__main__":
    print(chromium())
