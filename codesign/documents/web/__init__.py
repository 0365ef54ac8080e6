"""Documents for a browser: what every page shares, its templates, and the summary."""
