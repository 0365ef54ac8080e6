"""Plain mode: the same session in numbered lines on stdin and stdout, for a screen reader or a terminal that can only print.

Like the screens it goes through the engine for everything that is kept. It draws nothing and needs no colour.
"""
