"""The sheet of paper that a facilitator checks off before youth come."""
