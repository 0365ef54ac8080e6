"""My tech plan on paper: a pocket card for the young person, and a copy for the file."""
