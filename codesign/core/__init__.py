"""The session as values and pure functions. Knows no screen, no file, no clock and no randomness of its own."""
