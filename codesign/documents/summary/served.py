"""Which part of the program serves each pointer of the fact sheet, beside the rules that are voted on."""

from codesign.words import N_

SERVED_BY = {
    "P1": N_("The vote, rules that youth write, and the answer to both"),
    "P2": N_("Good for and risk on every card; help lines on Our board"),
    "P3": N_("Plans: today's rule beside a gentler one"),
    "P4": N_("Skip, stop, hide and support on every page"),
    "P5": N_("Learn: cards for youth, a sheet for staff, resources"),
    "P6": N_("My tech plan, also on paper for a pen"),
    "P7": N_("Our board, and a turn that nobody else sees"),
}
"""Keys of `POINTERS` -> the part. The table in README says how each is reached."""
