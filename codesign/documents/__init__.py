"""What leaves the laptop: the policy team's summary, posters and checks. Values in, bytes out; the only place that knows Word,
HTML, Markdown, JSON and CSV.

Nothing here sees a record or a tally; every number has passed the disclosure rules.
"""
