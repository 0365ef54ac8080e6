"""Pages that a group reads together on a wall: posters and the youth check."""
