"""The adopted rules on paper: for the handbook, and for the wall."""
