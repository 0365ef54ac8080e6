"""What a young person sees: the hand-over, the turn, the ways to stop."""
