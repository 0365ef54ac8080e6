"""``python -m codesign`` does what ``youth-codesign`` does."""

from codesign.cli import main

main()
