"""Opens the program that lies in lib/ beside this file. It needs no setting and writes nothing here."""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
sys.argv[0] = "youth-codesign"

from codesign.cli import main  # noqa: E402 - it lies in lib/

main()
