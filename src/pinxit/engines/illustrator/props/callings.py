"""More people by what they do or believe: sports, stages, temples, markets, fairy tales; drawn by the person rig."""

from __future__ import annotations

from pinxit.engines.illustrator.look import Thing, add
from pinxit.engines.illustrator.props.professions import drawer
from pinxit.engines.illustrator.rigs.person_traits import Trade
from pinxit.engines.illustrator.rigs.trades import enrol

_M, _F = "male", "female"

# name with aliases: trade
_CALLINGS: dict[str, Trade] = {
    "graduate, alumnus, valedictorian": Trade(
        ("graduation gown", "graduation cap"), age="young", mood="happy", pose="cheer"
    ),
    "scuba diver, deep-sea diver, snorkeler, frogman": Trade(("wetsuit", "goggles#2a2c36"), mood="happy"),
    "punk, punk rocker": Trade(
        ("leather jacket#26242a", "t-shirt#c8384a", "jeans#2c2c34", "boots#26222a"),
        age="young",
        mood="smirk",
        style="mohawk",
        hair=(86, 190, 96),
    ),
    "hippie, flower child": Trade(
        ("tunic#c88a4a", "jeans", "headband#8a5ab0", "sandals", "necklace"), mood="calm", style="wavy"
    ),
    "rapper, breakdancer, hip hop dancer": Trade(
        ("hoodie#d8a83a", "cap#c4382e", "sunglasses", "gold chain", "jeans", "sneakers#f0f0f0"), mood="confident"
    ),
    "judge": Trade(("graduation gown#22222a",), mood="stern", age="elderly"),
    "barber, hairdresser, hairstylist": Trade(
        ("shirt#e9ecf0", "vest#3a4a5e", "trousers#2a2a32"), mood="warm", beard="handlebar", gender=_M
    ),
    "butcher, fishmonger, grocer, shopkeeper, merchant, vendor": Trade(
        ("shirt#e9ecf0", "apron#b84a42", "trousers#4a4a54"), mood="warm", build="heavy"
    ),
    "beekeeper": Trade(("overalls#e8dcb8", "shirt#f4f0e4", "straw hat", "gloves#e8dcb8", "boots"), mood="calm"),
    "referee, umpire": Trade(("polo shirt#22222a", "shorts#22222a", "cap#22222a", "sneakers"), mood="serious"),
    "gladiator, spartan, centurion, roman soldier": Trade(
        ("armour#b8924a", "cape#a8323c", "sandals"), _M, mood="stern", pose="tool", tool="sword", build="muscular"
    ),
    "pharaoh, egyptian king": Trade(
        ("tunic#f2ead6", "crown", "medal", "sandals"), _M, mood="calm", origin="egyptian", pose="akimbo"
    ),
    "caveman, cavewoman, neanderthal": Trade(
        ("tunic#9a6a3c", "shorts#6a4a30", "barefoot"),
        mood="grumpy",
        style="long",
        beard="bushy",
        gender=_M,
        build="muscular",
    ),
    "goddess, priestess, muse": Trade(
        ("long dress#f2ece0", "flower crown#d8b45c", "sandals"), _F, mood="calm", style="wavy"
    ),
    "weightlifter, bodybuilder, strongman": Trade(
        ("tank top#c8384a", "shorts#2c3040", "boots#2c2a30"), mood="determined", pose="lift", build="muscular"
    ),
    "sumo wrestler": Trade(
        ("bare chest", "shorts#2c3a6a", "barefoot"),
        _M,
        mood="stern",
        origin="japanese",
        style="topknot",
        build="heavy",
        pose="fight",
    ),
    "golfer": Trade(("polo shirt#f0f0ea", "trousers#c8b48a", "cap#f0f0ea"), mood="calm"),
    "archer, ranger, robin hood, huntsman, hunter": Trade(
        ("tunic#4f6a3a", "trousers#6a5438", "cloak#3c5030", "boots"), mood="determined"
    ),
    "photographer, cameraman": Trade(
        ("vest#7a6a4a", "shirt#d8dde2", "jeans", "cap#3a3a42"), pose="photograph", mood="calm"
    ),
    "bellhop, doorman, concierge": Trade(
        ("royal uniform#a8323c", "police cap#a8323c", "trousers#26262e"), _M, mood="warm"
    ),
    "bagpiper, highlander, scotsman, piper": Trade(
        ("blazer#26302c", "shirt#f4f4f4", "kilt", "beret#26302c", "boots#e8e4da"),
        _M,
        mood="warm",
        origin="scottish",
        hair=(176, 78, 34),
        beard="full",
    ),
    "cheerleader": Trade(("tank top#d8383f", "skirt#f4f4f4", "sneakers#f0f0f0"), _F, "young", "cheer", "happy"),
    "ice skater, figure skater": Trade(("dress#5a9ad0", "boots#f4f4f8"), _F, pose="dance", mood="happy", style="bun"),
    "rabbi": Trade(
        ("coat#22222a", "shirt#f4f4f4", "fedora#1c1c22", "trousers#22222a"), _M, "elderly", mood="warm", beard="long"
    ),
    "bishop, pope": Trade(("robe#f2ece0",), _M, "elderly", mood="calm"),
    "imam, sheikh, sultan, maharaja": Trade(
        ("cassock#f2ece0", "turban#f2ece0"), _M, mood="calm", origin="arab", beard="full"
    ),
    "mime": Trade(
        ("t-shirt#f4f4f4", "trousers#22222a", "beret#22222a", "gloves#f8f8f8"),
        mood="surprised",
        skin=(248, 244, 240),
        style="slick",
        hair=(30, 28, 34),
    ),
    "leprechaun": Trade(("suit#3f8a4c", "top hat#3f8a4c"), _M, mood="smirk", beard="full", hair=(206, 96, 36)),
    "gnome, garden gnome, dwarf": Trade(
        ("tunic#3f6aa8", "santa hat#c4383f", "boots"), _M, "elderly", mood="happy", beard="long", build="heavy"
    ),
    "giant, ogre": Trade(("tunic#7a6a4a", "boots"), _M, mood="grumpy", beard="bushy", build="heavy"),
    "shaman, chieftain, tribal chief": Trade(
        ("poncho#a84a32", "headband#e6b84a", "necklace", "sandals"), mood="calm", origin="native", style="braids"
    ),
    "fortune teller, psychic": Trade(
        ("blouse#7a3a6a", "long skirt#3a3a78", "headscarf#c8503f", "necklace"), _F, mood="knowing"
    ),
    "welder, janitor, cleaner, factory worker": Trade(
        ("overalls#3f5a84", "t-shirt#c8c4bc", "gloves", "boots"), mood="calm"
    ),
    "bus driver, taxi driver, truck driver, courier, delivery man, delivery person": Trade(
        ("polo shirt#c4703a", "cap#8a4a2a", "trousers#3a3a44"), mood="warm"
    ),
    "neighbor, neighbour, old lady, passerby, pedestrian, shopper, customer": Trade(),
}

_CM = {"leprechaun": 92, "gnome": 78, "giant": 290, "sumo wrestler": 184, "cheerleader": 162}

for _names, _trade in _CALLINGS.items():
    _first, *_others = (name.strip() for name in _names.split(","))
    enrol((_first, *_others), _trade)
    add(Thing(_first, drawer(_trade), _CM.get(_first, 174 if _trade.gender != _F else 168), tuple(_others), "person"))
