"""Emu, kiwi, quail, and those that need a coat of their own: raven, magpie, falcon, budgie, cockatiel, blue jay."""

from pinxit.engines.illustrator.rigs.bird import Bird, enlist

# fmt: off
WHITE = (248, 246, 242)
UP = (24, -126, 28)

enlist(
    Bird("emu", 170, (112, 92, 80), (142, 120, 104), ("rhea", "cassowary"), wing=(96, 78, 68), tips=(72, 58, 52),
         beak=(84, 78, 82), legs=(120, 104, 98), body="round", head=(54, -150, 17),
         neck="36 -42 52 -70 50 -110 54 -150", thick=(40, 20), bill="flat", bill_size=0.7, tail="plume", leg=84,
         eye=(210, 120, 50), marks=("tuft",)),
    Bird("kiwi bird", 40, (140, 106, 80), (168, 134, 104), ("kiwi chick",), wing=(122, 90, 66), tips=(104, 76, 56),
         beak=(232, 206, 172), legs=(168, 142, 120), body="hen", head=(58, -88, 22),
         neck="36 -60 52 -76 58 -88", thick=(52, 36), bill="spear", bill_size=0.72, tail="puff", leg=30),
    Bird("dodo", 90, (138, 140, 152), (196, 196, 202), wing=(112, 114, 128), tips=(236, 232, 222),
         beak=(232, 206, 120), legs=(240, 190, 90), body="hen", head=(56, -112, 30), neck="34 -56 48 -80 56 -108",
         thick=(60, 46), bill="hook", bill_size=1.3, tail="puff", leg=22, eye=(250, 220, 120), marks=("bareface",)),
    Bird("quail", 20, (158, 130, 104), (226, 206, 174), ("partridge", "grouse"), wing=(126, 96, 72),
         tips=(92, 70, 54), beak=(70, 62, 64), legs=(170, 130, 100), body="round", head=(38, -86, 25), tail="puff",
         leg=16, marks=("belly", "cap", "crown")),
    Bird("raven", 60, (38, 38, 50), (54, 54, 70), ("rook",), wing=(30, 30, 44), tips=(20, 20, 32),
         beak=(54, 52, 60), legs=(56, 54, 58), bill="long", bill_size=1.15, leg=22, head=(32, -90, 30),
         marks=("iridescent",)),
    Bird("magpie", 45, (36, 36, 46), WHITE, wing=(40, 84, 140), tips=(24, 54, 84), beak=(48, 46, 52),
         legs=(60, 56, 60), bill="long", bill_size=0.85, tail="long", leg=22, marks=("belly",)),
    Bird("falcon", 48, (98, 110, 130), (248, 236, 214), ("peregrine falcon", "kestrel", "merlin bird"),
         wing=(80, 92, 112), tips=(52, 60, 78), beak=(84, 84, 92), legs=(244, 196, 66), body="upright", head=UP,
         bill="hook", leg=14, eye=(70, 48, 40), marks=("belly", "raptor", "mask")),
    Bird("budgie", 18, (88, 184, 226), (150, 214, 240), ("budgerigar", "lovebird"), wing=(240, 240, 236),
         tips=(70, 84, 110), beak=(240, 190, 90), legs=(180, 150, 156), body="upright", head=UP, bill="parrot",
         bill_size=0.7, tail="long", leg=10, marks=("bareface", "cheek", "belly")),
    Bird("cockatiel", 30, (170, 172, 180), (204, 206, 212), wing=(150, 152, 162), tips=(120, 122, 134),
         beak=(120, 112, 114), legs=(150, 130, 134), body="upright", head=UP, bill="parrot", bill_size=0.76,
         tail="long", leg=10, marks=("tuft", "crest", "cheek", "bareface")),
    Bird("blue jay", 26, (66, 122, 206), (236, 238, 244), ("bluejay", "jay"), wing=(48, 96, 184), tips=(28, 56, 120),
         beak=(52, 50, 58), legs=(70, 66, 72), marks=("crest", "belly", "cheek"), tail="plain"),
    Bird("goldfinch", 13, (250, 208, 56), (255, 238, 150), ("finch", "chickadee"), wing=(46, 42, 46),
         tips=(30, 28, 32), beak=(240, 160, 100), legs=(226, 150, 110), bill="cone", marks=("belly", "cap")),
)
