"""Four words that open what the facilitator's code opens: shown once, written down, for the day the code is forgotten.

Drawn from a list of our own of short, plain, unlike words. Four of more than 512 are over 36 bits, against the 20 of six
digits.
"""

import re
import secrets

COUNT = 4
_LIST = """
acorn actor alarm album alley amber anchor angle ankle apple apron arch arena arrow atlas attic aunt autumn award bacon
badge bagel baker bamboo banana banjo barn barrel basil basin basket beach beacon bead bean beard beaver bell belt bench
berry bike bingo birch biscuit blanket blender blossom blue board boat bonus book boot border bottle bowl bracket branch
bread breeze brick bridge broom brown brush bubble bucket buffalo bugle bundle bunny burger bus butter button cabin cable
cactus cake calm camel camera camp canal candle canoe canvas canyon cape carbon cargo carpet carrot cart castle cave cedar
cello chalk charm cheese cherry chess chimney chin cider cinema circle circus citrus city clay clever cliff cloak clock
cloud clover clown coach coast cobalt cocoa coffee coin collar comet comic copper coral corn cotton couch cousin cradle
crayon cream cricket crown crystal cube cup curtain cushion cycle daisy dance date deck deer denim desk diary dinner disco
dish dollar dolphin domino donkey door dough dragon drawer dream drum duck dune dust eagle early earth echo edge eleven
elbow elk elm ember emerald engine envelope equal fabric falcon family farm feather fence fern ferry festival fiddle field
fig finch finger flag flame flute foam fog folder forest fork fossil fountain fox frame freezer friend frog fruit fudge
funnel gadget galaxy garage garden garlic gate gazelle gecko gem giant ginger giraffe glacier glass globe glove glue goat
gold goose grape grass gravel green guitar gum hammer hammock harbor harp hat hazel hedge helmet herb heron hill hockey
honey hood hoop horse hotel hour house humor ice icon igloo indigo ink insect iron island ivory ivy jacket jaguar jam jar
jasmine jazz jelly jewel jigsaw juice jungle jury kayak kettle kiosk kitchen kite kiwi koala lake lamp lantern laptop lasso
laundry lava lawn leaf lemon lentil library lily lime lion lizard llama lobster locker lotus lumber lunch magnet mango maple
marble market marsh meadow medal melon menu metal meteor milk mint mirror mitten mocha mole moon moose moss motor mountain
mouse muffin museum music mustard napkin nature nectar needle nest nickel ninja noodle north notebook nutmeg oasis oat ocean
octopus olive onion opal opera orange orbit orchid otter oven owl oyster paddle paint palm panda paper parade parcel park
parrot pasta patio peach peanut pebble pelican pencil penguin pepper piano pickle picnic pigeon pillow pilot pine pink pizza
planet plaza plum pocket poem polar pollen pond pony popcorn poppy porch potato powder prism pudding puffin pumpkin puppet
purple puzzle quartz queen quilt quiz rabbit raccoon radar radio raft rain ranch raven recipe reef ribbon river robin robot
rocket roof rope rose ruby rug rumba saddle saffron sail salad salmon salsa sand sandal satin sauce scarf school scooter
scout season seed shadow sheep shell shelf ship shirt shovel silk silver singer siren sketch ski sled slipper smile snail
snow soap soccer sock sofa solar soup spark spice spider spoon spring square squid stable stamp star statue stereo stone
storm stove straw street sugar summer sunset surf swan sweater swing syrup table tango tape taxi teapot temple tennis tent
theater thistle thumb tiger tiles timber toast toffee tomato topaz tortoise towel tower tractor train tray treasure triangle
trophy trumpet tulip tundra tunnel turkey turnip turtle tuxedo twig umbrella uncle unicorn valley vanilla velvet vessel
village vine violet violin visitor volcano waffle wagon walnut walrus water wave whale wheat wheel whistle willow window
winter wizard wolf wonder wood wool yacht yard yarn yellow yoga yogurt zebra zigzag zipper zoo
"""
WORDS = tuple(_LIST.split())


def draw() -> str:
    """Four of the words, with a space between."""
    return " ".join(secrets.choice(WORDS) for _ in range(COUNT))


def as_drawn(typed: str) -> str:
    """Words in the form of `draw`, however their writer set them apart or began them; empty where no letter was typed."""
    return " ".join(re.findall("[a-z]+", typed.casefold()))
