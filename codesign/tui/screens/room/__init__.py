"""What the whole room reads of the votes: what is worth talking about, and the result."""
