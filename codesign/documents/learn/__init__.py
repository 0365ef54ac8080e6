"""Learn on paper: a page each, a set of them, a sheet for staff, and the list of resources."""
