"""The wardrobe: every garment the person rig draws, how it is cut, and the nouns it goes by."""

from __future__ import annotations

from dataclasses import dataclass

from pinxit.engines.illustrator.colours import Rgb


@dataclass(frozen=True, slots=True)
class Cut:
    """How a garment for the trunk is cut. Lengths: `sleeve` of the arm, `length` of the trunk, `skirt` of the leg."""

    sleeve: float = 1.0
    ease: float = 1.0
    length: float = 1.06
    skirt: float = 0.0
    flare: float = 2.0
    collar: str = "crew"
    detail: tuple[str, ...] = ()
    wide: float = 1.0  # how wide the sleeve ends
    form: str = "soft"
    waist: float = 0.66  # where a skirt begins, of the trunk


CUTS: dict[str, Cut] = {
    "tee": Cut(0.42, 0.9, collar="crew"),
    "tank": Cut(0.0, 0.3, collar="scoop"),
    "shirt": Cut(0.97, 1.0, collar="shirt", detail=("buttons",)),
    "sweater": Cut(0.99, 2.0, collar="ribbed", detail=("knit",)),
    "hoodie": Cut(0.99, 2.4, collar="hood", detail=("pouch",)),
    "jacket": Cut(0.98, 1.9, collar="lapel", detail=("open", "pockets")),
    "blazer": Cut(0.97, 1.5, 1.16, collar="lapel", detail=("open", "button2", "pockets", "hanky")),
    "coat": Cut(0.98, 2.2, 1.06, 0.42, 3, "lapel", ("open", "double", "pockets")),
    "trench": Cut(0.98, 2.4, 1.06, 0.7, 3.6, "up", ("open", "double", "belt", "pockets", "seam")),
    "raincoat": Cut(0.98, 2.6, 1.06, 0.36, 5, "hood", ("buttons", "pockets", "seam")),
    "labcoat": Cut(0.97, 1.9, 1.06, 0.4, 3, "lapel", ("open", "pockets", "seam", "pen")),
    "chef": Cut(0.97, 1.4, 1.12, collar="band", detail=("double", "seam")),
    "uniform": Cut(0.97, 1.1, 1.05, collar="shirt", detail=("buttons", "badge", "belt", "breast")),
    "scrubs": Cut(0.45, 1.6, 1.12, collar="vee", detail=("breast",)),
    "turnout": Cut(0.99, 2.8, 1.2, collar="band", detail=("stripes", "seam")),
    "hivis": Cut(0.0, 1.6, 1.04, collar="vee", detail=("stripes", "seam")),
    "vest": Cut(0.0, 1.2, 1.0, collar="vee", detail=("buttons", "open")),
    "dress": Cut(0.26, 0.5, 0.8, 0.5, 7, "scoop", ("sash",)),
    "gown": Cut(0.3, 0.4, 0.76, 0.97, 13, "scoop", ("sash", "folds", "trim")),
    "tutu": Cut(0.0, 0.2, 0.8, 0.16, 19, "scoop", ("folds", "frill")),
    "kimono": Cut(0.9, 1.8, 1.0, 0.93, 2, "wrap", ("obi", "folds"), 2.5),
    "samue": Cut(0.86, 1.8, 1.15, collar="wrap", detail=("tie",), wide=1.5),
    "robe": Cut(0.95, 2.6, 1.0, 0.96, 7, "wrap", ("rope", "folds", "trim"), 2.3),
    "gi": Cut(0.8, 1.8, 1.15, collar="wrap", detail=("rope",), wide=1.3),
    "spacesuit": Cut(1.0, 4.2, 1.05, collar="ring", detail=("console", "joints", "badge")),
    "armour": Cut(1.0, 1.7, 0.98, collar="ring", detail=("plates", "belt"), form="metal"),
    "hero": Cut(1.0, 0.4, 1.06, collar="crew", detail=("emblem", "belt", "muscle")),
    "swimsuit": Cut(0.0, 0.15, 1.1, collar="scoop"),
    "bikini": Cut(0.0, 0.15, 0.42, collar="none"),
    "bare": Cut(0.0, 0.0, 1.0, collar="none"),
    "pyjamas": Cut(0.98, 2.0, 1.14, collar="shirt", detail=("buttons", "breast", "piping")),
    "tunic": Cut(0.9, 1.5, 1.04, 0.26, 4, "vee", ("belt", "trim")),
    "doublet": Cut(0.97, 1.4, 1.06, 0.14, 4, "band", ("buttons", "belt", "trim")),
    "poncho": Cut(0.5, 2.0, 1.05, collar="crew", detail=("blanket",)),
    "santa": Cut(0.98, 4.0, 1.06, 0.16, 4, "fur", ("belt", "fur", "buttons")),
    "jersey": Cut(0.44, 0.7, 1.02, collar="band", detail=("zip",)),
    "hanbok": Cut(0.95, 1.4, 0.42, 0.95, 15, "wrap", ("folds", "ribbon", "two"), 1.7, waist=0.3),
    "sari": Cut(0.3, 0.5, 1.0, 0.96, 4, "scoop", ("folds", "trim", "pallu")),
    "qipao": Cut(0.2, 0.3, 1.0, 0.7, 1, "band", ("frog", "piping")),
    "clown": Cut(0.96, 3.0, 1.08, collar="ruff", detail=("pompoms",), wide=1.4),
    "wetsuit": Cut(1.0, 0.3, 1.06, collar="band", detail=("zip", "panels")),
    "samurai": Cut(0.86, 2.0, 1.1, 0.3, 4, "wrap", ("lames", "rope"), 1.6),
    "dashiki": Cut(0.6, 2.4, 1.06, 0.24, 4, "vee", ("yoke",), 1.7),
    "graduate": Cut(0.95, 2.6, 1.0, 0.82, 7, "vee", ("folds", "stole"), 2.1),
    "puffer": Cut(0.99, 3.4, 1.06, collar="hood", detail=("quilt", "zip")),
    "cassock": Cut(0.95, 2.0, 1.0, 0.97, 5, "band", ("buttons", "sash", "folds"), 1.4),
    "onesie": Cut(0.95, 1.2, 1.1, collar="crew", detail=("buttons",)),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of an outfit. Slots: top, over, legs, feet, head, eyes, neck, back, hands, front."""

    slot: str
    kind: str
    colour: Rgb
    second: Rgb = (244, 240, 232)
    pattern: str | None = None


def _table(rows: str) -> dict[str, Item]:
    """`slot kind rrggbb rrggbb: noun, noun` for each line; a line without a colon goes on with the one before."""
    found: dict[str, Item] = {}
    item = Item("top", "tee", (0, 0, 0))
    for row in filter(None, (line.strip() for line in rows.splitlines())):
        spec, colon, names = row.rpartition(":")
        if colon:
            slot, kind, *colours = spec.split()
            shades = [(int(c[:2], 16), int(c[2:4], 16), int(c[4:], 16)) for c in colours]
            item = Item(slot, kind, shades[0], shades[1] if len(shades) > 1 else (244, 240, 232))
        for name in filter(None, (name.strip() for name in names.split(","))):
            found[name] = item
    return found


_CLOTHES = _table("""
top tee d8dde2: t-shirt, tee, tshirt, polo, polo shirt, tee shirt
top tank e6e2da: tank top, undershirt, singlet, vest top, crop top, camisole
top shirt e9ecf0: shirt, blouse, button-up, flannel shirt, dress shirt, flannel, plaid shirt, hawaiian shirt,
    tunic shirt
top sweater b65a48: sweater, jumper, pullover, turtleneck, cardigan, knitwear, sweatshirt
top hoodie 5c6b86: hoodie, hooded sweatshirt
top jersey d8402f: jersey, football jersey, sportswear, tracksuit, cycling jersey
over jacket 4d5a48: jacket, leather jacket, denim jacket, bomber jacket, windbreaker
over puffer c8603a: puffer jacket, parka, down jacket, winter jacket, anorak, ski jacket
over blazer 36405a: blazer, suit jacket, suit, business suit
over blazer 22222c: tuxedo, tailcoat, dinner jacket, black tie
over coat 4a4450: coat, overcoat, winter coat, wool coat, fur coat, long coat, peacoat, frock coat, duster
over trench b8996a: trench coat, trenchcoat, mackintosh
over raincoat eec23a: raincoat, rain coat, slicker, oilskin
over labcoat f3f4f4: lab coat, labcoat, white coat, laboratory coat
over vest 5a4a3c: vest, waistcoat, gilet
over hivis f08c24 f6f0a8: safety vest, high-visibility vest, life jacket, reflective vest
top chef f6f4ef: chef's whites, chef whites, chef jacket, chef coat, chef uniform
top uniform 34476e: uniform, police uniform, military uniform
top uniform 66714c: fatigues, camouflage, army uniform
top scrubs 5fa3a6: scrubs, nurse uniform, hospital gown
top turnout c8a24a f2ec9c: turnout coat, firefighter uniform, bunker gear
top dress c8506a: dress, sundress, summer dress, frock, cocktail dress
top gown d99ab6: gown, ball gown, evening gown, wedding dress, princess dress, long dress
top tutu f2c4d4: tutu, ballet dress, leotard
top kimono 3f5a8a c94f4f: kimono, yukata
top hanbok f2e6d8 c8506e: hanbok
top sari c83a5a e6b84a: sari, saree
top qipao b82a3a e6b84a: cheongsam, qipao
top clown f0b83a d8403a: clown suit, clown costume, jester costume
top wetsuit 2a2c36 3a86c0: wetsuit, scuba suit, diving suit, scuba gear
top samurai 7a2a34 e6b84a: samurai armor, samurai armour
top dashiki d88a2c 3a6a4a: dashiki, boubou, agbada
top graduate 26263a e0b44a: graduation gown, graduation robe, academic dress
top samue 4a5a72: samue, work jacket, happi, haori
top robe 4a3f86 d9b24c: robe, robes, wizard robe, cloak robe, toga, bathrobe
top cassock 2c2c36: cassock, habit, thobe, djellaba, kaftan, caftan, abaya
top bare d8a07a: bare chest, shirtless, topless, bare torso
top gi f2efe8 202026: gi, karate gi, judo gi
top gi 23242c 8a2a2a: ninja suit, ninja outfit
top spacesuit eceff2 4d79b8: spacesuit, space suit, astronaut suit
top armour b4bac4: armour, armor, plate armor, suit of armor, chainmail, breastplate
top hero 2f57b8 e23a34: superhero suit, superhero costume, bodysuit, jumpsuit, catsuit
top swimsuit d9485a: swimsuit, bathing suit, swimwear
top bikini b86ab0: bikini, bikini top, seashell top
top pyjamas 9db8dc: pyjamas, pajamas, nightgown, nightshirt
top tunic 6f8a4c: tunic, toga tunic
top doublet 8a2f48 dcb65a: doublet, royal robe, royal uniform
top poncho c25a38 f0c85a: poncho, serape, shawl poncho
top santa c4252c f6f4f0: santa suit, santa costume
top onesie f0d9a8: onesie, romper, bodysuit baby
legs trousers 4b4f5c: trousers, pants, slacks, chinos, cargo pants, leggings, sweatpants, joggers
legs trousers 3f5b84: jeans, denim, blue jeans
legs shorts 5e6e86: shorts, swim trunks, board shorts, swimming trunks
legs skirt 6a4a6e: skirt, miniskirt, long skirt, plaid skirt
legs kilt 9a2f36 1f4a3a: kilt, tartan kilt
legs hakama 2c3044: hakama
front overalls 44679a: overalls, dungarees, bib overalls
front apron 9a5f3c: apron, leather apron, linen apron, smock
feet shoe 3c302c: shoe, shoes, oxford, loafer, dress shoe, high heel, heel
feet sneaker d8493f: sneaker, sneakers, trainer, running shoe
feet boot 54402f: boot, boots, cowboy boot, rain boot, rubber boot, wellington, hiking boot
feet sandal 8a5f3c: sandal, sandals, flip-flop, slipper, clog
feet bare e8c0a0: barefoot
head fedora 4a4038 241f1f: fedora, trilby, felt hat, hat
head cap 3a5a9a: cap, baseball cap
head flatcap 6b5c4a: flat cap, newsboy cap, peaked cap
head police 26314f dcb65a: police cap, officer cap, sailor cap, captain hat, military cap, conductor hat
head straw dcb86a 9a4a3a: straw hat, sun hat, sunhat
head hardhat f2c230: hard hat, hardhat, construction helmet, safety helmet
head fireman c4302b f0d27a: fire helmet, firefighter helmet
head witch 2f2740 8a4fb0: witch hat, wizard hat, pointed hat, witch's hat
head crown eac14a c8324a: crown, tiara, diadem, coronet
head beanie b6483f: beanie, knit cap, woolly hat, bobble hat, winter hat, knit hat, wool hat
head cowboy 8a5a34 3c2a20: cowboy hat, stetson
head helmet e9ecef 3d86c6: bicycle helmet, bike helmet, cycling helmet, motorcycle helmet
head army 5d6a45: army helmet, combat helmet, military helmet
head knight aeb6c2: knight helmet, great helm, visor helmet
head space f0f2f5 2c3c66: space helmet, astronaut helmet
head band c8503f f4efe6: headband, bandana, bandanna, hachimaki, tenugui, sweatband
head scarf 4a7a9a f4efe6: headscarf, kerchief
head hijab 4a7a9a: hijab, chador, niqab, shayla
head coif 22232c f8f6f0: coif, wimple, nun's habit
head viking a8aeb8 e6d8b8: viking helmet, horned helmet
head cone d8b45c 8a5a34: conical hat, rice hat, bamboo hat
head veil f8f6f2: veil, bridal veil, wedding veil
head mortar 26263a e0b44a: graduation cap, mortarboard
head kabuto 3a3a48 e6b84a: kabuto, samurai helmet
head turban d98f3a: turban
head toque f8f7f3: chef hat, toque, chef's hat, chef's toque
head beret 2c2d3a: beret
head pirate 26222c f0ece0: pirate hat, tricorn
head santa c4252c f8f6f2: santa hat, christmas hat, elf hat
head tophat 23222a 8a2f3c: top hat, bowler hat
head nurse f8f9fa d8404a: nurse cap
head hood 23242c: ninja mask, balaclava, ski mask
head flower e86a8a f6d05a: flower crown, wreath, floral crown
eyes glasses 2e2a2c: glasses, eyeglasses, spectacles, reading glasses
eyes sunglasses 1d1c22: sunglasses, shades
eyes goggles 6b4a34 8fd0e0: goggles, ski goggles, swimming goggles
eyes patch 1d1a1e: eyepatch, eye patch
eyes mask 23232b: mask, domino mask
eyes monocle c8a24a: monocle
neck scarf b6403c: scarf, shawl, muffler, neckerchief
neck tie 8a2f3c: tie, necktie, red tie
neck bowtie 23222a: bow tie, bowtie
neck beads f4efe6: necklace, pearls, pendant
neck stethoscope 3d4450: stethoscope
neck gold e2b43c: medal, chain, gold chain
back cape c4252c: cape, cloak, mantle
back backpack 4f7a5a: backpack, rucksack, school bag, schoolbag, knapsack
back wings dff0f4: fairy wings, wings
hands gloves 4a3a34: glove, gloves, mittens, mitten
ears headphones 2a2c34: headphones, headset
ears rings e2b44a: earring, earrings, hoop earrings, pearl earring, pearl earrings
""")
# What one word dresses from head to foot; the first piece takes the colour.
SETS: dict[str, tuple[str, ...]] = {
    "school uniform": ("blazer#2c3c62", "tie#8a2f3c", "trousers#5a5c68", "shoes#2a2622"),
    "wedding gown": ("gown#f6f2ec", "veil"),
    "bridal gown": ("gown#f6f2ec", "veil"),
    "cap and gown": ("graduation gown", "graduation cap"),
    "snorkel gear": ("wetsuit", "goggles#2a2c36"),
    "cowboy outfit": ("vest#5a3e2c", "shirt#b85a3c", "jeans", "cowboy hat", "boots#6a4028"),
    "biker outfit": ("leather jacket#26242a", "t-shirt#d8d4cc", "jeans#39465e", "boots#2c2426"),
    "winter clothes": ("winter jacket", "beanie", "scarf", "gloves", "boots"),
    "pirate costume": ("coat#7a2630", "shirt#efe8da", "pirate hat", "eyepatch", "boots#3a2a22"),
    "witch costume": ("robe#2f2740", "witch hat"),
    "superhero cape": ("cape",),
}
KNOWN_CLOTHES: frozenset[str] = frozenset({*_CLOTHES, *SETS})
"""Every noun of clothing that the person rig draws itself when it stands in `Look.worn`."""


def find(noun: str) -> Item | None:
    """The garment a noun names; plurals and a longer name's last words are understood."""
    noun = noun.lower().strip()
    if noun in SETS:
        noun = SETS[noun][0].partition("#")[0]
    for name in (noun, noun.rstrip("s"), f"{noun}s"):
        if name in _CLOTHES:
            return _CLOTHES[name]
    words = noun.split()
    return find(" ".join(words[1:])) if len(words) > 1 else None
