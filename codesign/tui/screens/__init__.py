"""A page is a place with its own keys. Screens get values and callbacks; `codesign.course` says what follows what."""
