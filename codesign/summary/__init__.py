"""The policy team's summary: values in, bytes out. The only place that knows Word, HTML, Markdown, JSON and CSV.

Nothing here sees a record or a tally; every number has passed the disclosure rules.
"""
