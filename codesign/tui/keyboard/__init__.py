"""From the bytes of a terminal to keys: what is no key of ours never reaches a page."""
