"""What the summary says, in words and in order, before any format."""
