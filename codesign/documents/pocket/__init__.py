"""A card for a pocket, to cut out and fold, which somebody may find who means harm; and what a paper for a pen is made of."""
