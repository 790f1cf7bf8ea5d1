"""Birds on long legs."""

from pinxit.engines.illustrator.rigs.bird import Bird, enlist

# fmt: off
enlist(
    Bird("flamingo", 130, (248, 142, 158), (252, 186, 192), ("pink flamingo",), wing=(240, 112, 138), tips=(226, 78,
         112),
         beak=(250, 226, 214), legs=(240, 120, 140), body="round", head=(66, -160, 18),
         neck="36 -38 66 -52 62 -84 44 -112 44 -146 64 -164", thick=(30, 16), bill="bent", bill_size=1.1,
         tail="plume", leg=104,
         eye=(250, 214, 120), marks=()),
    Bird("stork", 110, (250, 248, 246), (255, 255, 255), ("white stork",), wing=(244, 242, 240), tips=(50, 46, 54),
         beak=(232, 80, 48),
         legs=(230, 84, 52), body="round", head=(58, -124, 20), neck="34 -40 52 -70 50 -100 58 -124", thick=(38,
         22), bill="spear",
         leg=92),
    Bird("crane", 120, (226, 228, 234), (240, 240, 244), ("crane bird", "red crowned crane"), wing=(214, 218, 226),
         tips=(60, 58, 68),
         beak=(120, 112, 100), legs=(86, 80, 84), body="round", head=(60, -138, 18),
         neck="34 -40 54 -74 50 -110 60 -138",
         thick=(36, 18), bill="spear", bill_size=0.8, tail="plume", leg=98, marks=("redcap",)),
    Bird("heron", 100, (150, 166, 186), (226, 230, 236), ("egret", "ibis", "spoonbill", "blue heron"), wing=(120,
         138, 164), tips=(70, 82, 106),
         beak=(240, 176, 70), legs=(150, 130, 100), body="round", head=(58, -132, 18),
         neck="34 -38 60 -58 46 -84 46 -112 58 -134", thick=(32, 17), bill="spear", leg=90, marks=("bandit",)),
    Bird("ostrich", 240, (62, 54, 58), (90, 80, 84), (), wing=(74, 66, 70), tips=(244, 238, 228),
         beak=(232, 176, 140),
         legs=(222, 168, 140), body="round", head=(54, -164, 18), neck="36 -42 54 -74 50 -120 54 -164", thick=(34,
         17), bill="flat",
         bill_size=0.7, tail="plume", leg=96, marks=("nakedneck",)),
)
