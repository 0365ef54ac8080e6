"""The way back: what the policy team decided, how its filled-in form is taken, and what it promised."""
