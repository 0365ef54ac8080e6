"""The record of a session on disk. The only place that knows TinyDB, PyNaCl and filelock, and the only one that writes.

Nothing is imported here, so that a command that only needs a folder's name does not pay for the record's libraries.
"""
