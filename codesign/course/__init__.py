"""The whole flow of a session, from home to the poster, once: parts that yield pages as values and are sent what was answered.

Knows no screen, no printer and no key: each view has one runner and one renderer per kind of page.
"""
