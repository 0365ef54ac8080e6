"""A written policy, sentence by sentence: what of it is about technology, and what of that a group should talk about."""

READ_FROM, NOT_READ = (".docx", ".txt", ".md"), (".doc", ".odt", ".rtf", ".pdf", ".pages", ".html", ".htm")
"""How the name of a file that holds one ends: one that is read, and one that is first to be saved as such."""
