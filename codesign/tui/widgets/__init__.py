"""Widgets show a value and report intent. None reaches for the app, a screen or the record."""
