"""What the facilitator sees. None of it is mounted while a young person has the laptop."""
