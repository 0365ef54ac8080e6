"""The commands. Each is a few lines over the engine; a screen is imported only by the command that opens one.

Exit codes: 0 done, 1 refused with a sentence on stderr, 2 wrong usage. stdout is data, stderr is talk.
"""

from codesign.cli.command_table import main

__all__ = ["main"]
