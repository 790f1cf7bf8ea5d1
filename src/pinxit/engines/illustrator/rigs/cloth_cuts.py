"""The pattern book of clothes for animals: for each garment its colour, length, sleeves, collar and trimmings."""

from __future__ import annotations

from dataclasses import dataclass

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.pen import Form


@dataclass(frozen=True, slots=True)
class Cut:
    """How one garment is cut. Shares are of the way from the neckline (0) to the lower end of the torso (1)."""

    colour: Rgb
    front: str = "crew"  # what is seen on the chest: the name of a trimming
    sleeve: float = 0.0  # share of the limb that is covered
    start: float = 0.0  # where the cloth begins
    hem: float = 0.66
    skirt: float = 0.0  # how far the skirt of a coat or a dress reaches; 0 for none
    flare: float = 1.0  # width of the skirt's hem over the torso's
    surface: str = ""  # knit, floral, quilt, tweed, dots
    form: Form = "soft"
    second: Rgb | None = None  # trimmings, or what shows below
    rank: int = 1  # what lies on what: 0 shirts, 1 jackets, 2 aprons and straps


WHITE: Rgb = (246, 245, 240)
CUTS: dict[str, Cut] = {
    "suit": Cut((52, 60, 84), "suit", 0.84, hem=0.72, second=(176, 44, 52)),
    "tuxedo": Cut((38, 38, 46), "tuxedo", 0.84, hem=0.72, second=(30, 30, 36)),
    "uniform": Cut((46, 66, 112), "buttons", 0.84, hem=0.72, second=(232, 188, 82)),
    "chef jacket": Cut(WHITE, "buttons", 0.84, hem=0.72, second=(64, 68, 78)),
    "jacket": Cut((92, 70, 54), "zip", 0.84, hem=0.64),
    "sweater": Cut((196, 60, 58), "rib", 0.82, hem=0.64, surface="knit", rank=0),
    "hoodie": Cut((86, 110, 160), "hood", 0.82, hem=0.66),
    "t-shirt": Cut((70, 130, 190), "crew", 0.4, hem=0.64, rank=0),
    "shirt": Cut((236, 238, 242), "shirt", 0.82, hem=0.66, rank=0),
    "hawaiian shirt": Cut((38, 150, 164), "hawaiian", 0.46, hem=0.66, surface="floral", second=(246, 110, 106)),
    "vest": Cut((70, 58, 66), "vest", 0, hem=0.66, second=WHITE),
    "apron": Cut((64, 92, 78), "apron", 0, start=2, hem=0.66, rank=2),
    "lab coat": Cut(WHITE, "coat", 0.84, hem=0.7, skirt=0.92, flare=1.12, second=(120, 170, 206)),
    "trench coat": Cut((196, 164, 116), "trench", 0.84, hem=0.7, skirt=0.94, flare=1.16, second=WHITE),
    "coat": Cut((70, 96, 150), "coat", 0.84, hem=0.7, skirt=0.92, flare=1.16, second=WHITE),
    "raincoat": Cut((246, 196, 40), "raincoat", 0.84, hem=0.7, skirt=0.9, flare=1.2, form="glossy"),
    "poncho": Cut((192, 72, 58), "crew", 0.34, hem=0.7, surface="woven", second=(240, 190, 84), rank=2),
    "dress": Cut((208, 84, 128), "dress", 0.3, hem=0.6, skirt=0.94, flare=1.34, rank=0),
    "tutu": Cut((250, 212, 230), "tutu", 0, hem=0.6, rank=0),
    "kimono": Cut((176, 52, 72), "kimono", 0.8, hem=0.7, skirt=0.95, flare=1.06, second=(238, 220, 190), rank=0),
    "robe": Cut((88, 62, 132), "robe", 0.84, hem=0.7, skirt=0.96, flare=1.2, second=(236, 190, 84)),
    "overalls": Cut((70, 104, 156), "overalls", 0, start=0.3, hem=0.98, rank=1),
    "armour": Cut((182, 190, 202), "armour", 0.74, hem=0.62, form="metal", second=(196, 160, 74)),
    "space suit": Cut((240, 243, 247), "space", 0.88, hem=0.98, form="soft", second=(226, 104, 52)),
    "life jacket": Cut((246, 120, 40), "life jacket", 0, hem=0.6, surface="quilt", second=(250, 236, 120)),
    "superhero suit": Cut((46, 84, 186), "hero", 0.9, hem=0.98, form="glossy", second=(214, 48, 52), rank=0),
    "firefighter coat": Cut((62, 60, 66), "fire", 0.84, hem=0.7, skirt=0.86, flare=1.1, second=(244, 214, 70)),
    "sailor suit": Cut(WHITE, "sailor", 0.5, hem=0.68, second=(46, 84, 150), rank=0),
    "clown suit": Cut((250, 206, 70), "clown", 0.84, hem=0.96, surface="dots", second=(220, 60, 80), rank=0),
    "ninja suit": Cut((46, 48, 60), "kimono", 0.9, hem=0.96, second=(120, 40, 48), rank=0),
    "santa suit": Cut((200, 40, 46), "santa", 0.84, hem=0.8, second=WHITE, rank=0),
    "backpack": Cut((196, 92, 60), "straps", 0, start=2, rank=2),
    "safety vest": Cut((250, 124, 36), "fire", 0, hem=0.64, second=(246, 238, 90)),
    "stethoscope": Cut((58, 64, 78), "stethoscope", 0, start=2, rank=2),
    "cape": Cut((190, 32, 48), "cape", 0, start=2, rank=3),
    "royal cape": Cut((168, 32, 52), "royal", 0, start=2, second=WHITE, rank=3),
    "space helmet": Cut((236, 240, 246), "bowl", 0, start=2, rank=4),
    "saddle blanket": Cut((176, 52, 60), "crew", 0, hem=0.6, second=(238, 190, 84)),
}
SAME: dict[str, str] = {
    "armor": "armour", "breastplate": "armour", "knight armor": "armour", "suit of armor": "armour",
    "plate armor": "armour", "chainmail": "armour", "business suit": "suit", "suit jacket": "suit", "blazer": "suit",
    "school uniform": "suit", "dinner jacket": "tuxedo", "waistcoat": "vest", "jumper": "sweater",
    "pullover": "sweater", "cardigan": "sweater", "turtleneck": "sweater", "knitwear": "sweater",
    "sweatshirt": "hoodie", "onesie": "hoodie", "jersey": "t-shirt", "tee": "t-shirt", "tshirt": "t-shirt",
    "t shirt": "t-shirt", "tee shirt": "t-shirt", "tank top": "t-shirt", "polo": "t-shirt", "scrubs": "t-shirt",
    "blouse": "shirt", "dress shirt": "shirt", "flannel shirt": "shirt", "pyjamas": "shirt", "pajamas": "shirt",
    "aloha shirt": "hawaiian shirt", "chef coat": "chef jacket", "chef uniform": "chef jacket",
    "white coat": "lab coat", "labcoat": "lab coat", "doctor coat": "lab coat", "trenchcoat": "trench coat",
    "overcoat": "coat", "winter coat": "coat", "fur coat": "coat", "parka": "raincoat", "rain jacket": "raincoat",
    "rain coat": "raincoat", "slicker": "raincoat", "anorak": "raincoat", "gown": "dress",
    "ball gown": "dress", "sundress": "dress", "skirt": "tutu", "yukata": "kimono", "hanbok": "kimono",
    "martial arts uniform": "kimono", "karate suit": "kimono", "tunic": "kimono", "bathrobe": "robe",
    "wizard robe": "robe", "dungarees": "overalls", "dungaree": "overalls", "spacesuit": "space suit",
    "astronaut suit": "space suit", "life vest": "life jacket", "superhero costume": "superhero suit",
    "superhero outfit": "superhero suit", "leather jacket": "jacket", "bomber jacket": "jacket",
    "denim jacket": "jacket", "police uniform": "uniform", "military uniform": "uniform", "rucksack": "backpack",
    "horse blanket": "saddle blanket", "saddle cloth": "saddle blanket", "blanket": "saddle blanket", "cloak": "cape",
    "mantle": "royal cape", "king cape": "royal cape", "ermine cape": "royal cape",
    "astronaut helmet": "space helmet", "hi-vis vest": "safety vest", "high visibility vest": "safety vest",
    "sailor uniform": "sailor suit",
}  # fmt: skip


def cut_for(noun: str, head: str = "") -> tuple[str, Cut] | None:
    """The garment that a noun names, by its most specific words; None for hats, scarves and whatever is no garment."""
    words = noun.lower().replace("-", " ").split()
    names = ["t-shirt" if noun.lower() == "t-shirt" else noun.lower()]
    names += [" ".join(words[i:]) for i in range(len(words))]
    for name in [*names, head]:
        for form in (name, name[:-1] if name.endswith("s") else f"{name}s"):
            usual = SAME.get(form, form)
            if usual in CUTS:
                return usual, CUTS[usual]
    return None
