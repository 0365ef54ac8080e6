"""Word documents: the summary that a policy team answers in, and the looks and the file that every one of them shares."""
