"""The summary as data: JSON and CSV."""
