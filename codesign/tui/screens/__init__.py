"""A page is a place with its own keys. Pages get values and callbacks; `codesign.tui.course` says what follows what."""
