"""The record of a session on disk. The only place that knows TinyDB, PyNaCl and filelock, and the only one that writes."""

from codesign.store.code import Code
from codesign.store.places import Places
from codesign.store.record import Record, Sealed, record_paths

__all__ = ["Code", "Places", "Record", "Sealed", "record_paths"]
