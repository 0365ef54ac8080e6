"""What is said where youth check what was understood of them, in the room and on paper."""

from codesign.words import N_

DID_WE = N_("Did we get it right?")
ROOM_SAID = N_("The room: {words}")
