"""Fish of many kinds, all from one rig."""

from pinxit.engines.illustrator.rigs.fish import Fish, enlist

# fmt: off
enlist(
    Fish("fish", 24, (58, 144, 204), (226, 240, 246), (44, 110, 180), ("tropical fish", "sea fish", "blue fish",
         "small fish")),
    Fish("goldfish", 12, (250, 138, 36), (255, 222, 150), (252, 108, 36), ("gold fish", "betta", "betta fish",
         "fighting fish"), shape="round"),
    Fish("clownfish", 10, (248, 118, 32), (255, 170, 90), (246, 112, 30), ("clown fish", "anemonefish"),
         marks=("bands",)),
    Fish("koi", 50, (250, 246, 240), (255, 252, 250), (246, 226, 214), ("koi fish", "carp"), shape="long",
         marks=("scales", "patches"), second=(232, 78, 40)),
    Fish("angelfish", 14, (250, 214, 80), (255, 242, 190), (240, 186, 60), ("butterflyfish", "discus"), shape="tall",
         marks=("stripes",), second=(52, 60, 92)),
    Fish("blue tang", 18, (36, 96, 214), (70, 140, 236), (250, 206, 60), ("surgeonfish", "dory"), marks=("back",),
         second=(22, 34, 96)),
    Fish("salmon", 70, (206, 160, 156), (246, 228, 222), (150, 128, 134), ("trout", "tuna", "bass", "cod",
         "herring", "sardine", "mackerel"),
         shape="long", marks=("scales", "back"), second=(92, 108, 128)),
    Fish("piranha", 28, (112, 130, 144), (226, 86, 60), (86, 98, 112), ("barracuda",), shape="round",
         marks=("scales",)),
)
