"""The screens. The only place that imports textual or rich.

Values come in, callbacks go out: a page shows what it was handed and calls what it was handed. `course` alone knows which page
comes after which, and holds the open session; a youth page is never handed more than one person's turn.
"""
