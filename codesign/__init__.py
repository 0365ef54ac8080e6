"""Technology rules, made with the young people who live by them."""

__version__ = "0.1.0"
