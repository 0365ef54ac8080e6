"""A written policy, sentence by sentence: what of it is about technology, and what of that a group should talk about."""
