"""People by what they do: one table of trades with their clothes, pose and mood; the person rig draws them all."""

from __future__ import annotations

from pinxit.engines.illustrator.look import Draw, Look, Thing, add
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.person import draw_person
from pinxit.engines.illustrator.rigs.person_traits import Trade
from pinxit.engines.illustrator.rigs.trades import enrol

_M, _F = "male", "female"

# name with aliases: trade
_TRADES: dict[str, Trade] = {
    "detective, private eye, investigator, inspector, spy, noir detective, private investigator": Trade(
        ("trench coat#b0915f", "fedora#4a4038", "tie#5a2630", "trousers#3a3a42"),
        _M,
        pose="pocket",
        mood="serious",
        style="short",
    ),
    "chef, cook, pastry chef, head chef": Trade(
        ("chef whites", "toque", "apron#f0ece4", "scarf#c4382e"), mood="warm", pose="akimbo"
    ),
    "baker": Trade(("shirt#e9ecf0", "apron#b98a5a", "toque"), mood="warm"),
    "astronaut, cosmonaut, spaceman, spacewoman": Trade(
        ("spacesuit", "space helmet", "gloves#e6eaee", "boots#c9ced6"), mood="calm"
    ),
    "knight, paladin, crusader": Trade(
        ("armour", "knight helmet", "cape#a8323c", "boots#9aa0aa"), _M, pose="tool", tool="sword"
    ),
    "firefighter, fireman, firewoman": Trade(
        ("firefighter uniform", "fire helmet", "boots#26262a"), mood="determined", pose="akimbo"
    ),
    "police officer, policeman, policewoman, cop, officer, sheriff, security guard, guard": Trade(
        ("police uniform", "police cap", "trousers#26314f"), mood="serious", pose="akimbo"
    ),
    "doctor, physician, surgeon, vet, veterinarian, dentist, pharmacist": Trade(
        ("lab coat", "shirt#9ec3d6", "trousers#45556e", "stethoscope"), mood="warm"
    ),
    "nurse, paramedic": Trade(("scrubs", "stethoscope", "sneakers#f0f0f0"), _F, mood="warm"),
    "scientist, chemist, researcher, professor, inventor": Trade(
        ("lab coat", "shirt#c9a24c", "tie#8a2f3c", "glasses"), mood="warm", style="curly"
    ),
    "farmer, rancher, shepherd": Trade(("flannel shirt#b8453c", "overalls", "straw hat", "boots"), mood="warm"),
    "gardener, florist, botanist": Trade(
        ("shirt#cfd8b0", "overalls#5c7a4c", "straw hat", "gloves#c8a45a", "boots#3f6a4c"), mood="warm"
    ),
    "fisherman, sailor, captain, seaman": Trade(
        ("raincoat", "sweater#2f4058", "beanie#2f4058", "boots#2e4a3e"),
        _M,
        beard="full",
        pose="tool",
        mood="warm",
        tool="rod",
    ),
    "ceramicist, potter, ceramist, ceramic artist": Trade(
        ("samue#4a5a72", "apron#9a5f3c", "headband#c8503f", "sandals"), mood="knowing"
    ),
    "craftsman, artisan, craftsperson, cobbler, tailor, weaver, blacksmith, luthier, shoemaker, glassblower": Trade(
        ("shirt#d8cdb8", "apron#7a4a30", "boots"), mood="knowing"
    ),
    "barista, bartender": Trade(("shirt#f0ece4", "apron#3f5648"), mood="warm", style=None),
    "waiter, waitress, server, butler": Trade(
        ("shirt#f4f4f4", "vest#2a2a32", "bow tie", "trousers#2a2a32"), mood="warm", pose="present"
    ),
    "teacher, librarian, writer, author, poet, journalist": Trade(
        ("shirt#dfe6ea", "cardigan#7a5a6e", "glasses", "trousers#4c4a52"), mood="warm"
    ),
    "painter, artist, illustrator": Trade(
        ("shirt#4c6a8e", "apron#d9cdb8", "beret#a83a3a"), pose="tool", mood="warm", tool="brush"
    ),
    "musician, guitarist, singer, violinist, rocker, drummer, busker, jazz musician": Trade(
        ("t-shirt#e6e0d4", "leather jacket#2c2a30", "jeans#39465e", "boots#2c2426"), mood="calm", style="wavy"
    ),
    "conductor, pianist, magician, host, ringmaster": Trade(("tuxedo#26262e", "bow tie", "top hat"), _M, mood="warm"),
    "ballerina, ballet dancer": Trade(("tutu", "ballet slippers"), _F, pose="ballet", mood="calm", style="bun"),
    "dancer, flamenco dancer": Trade(("gown#c4303c",), _F, pose="dance", mood="happy", style="bun"),
    "wizard, sorcerer, mage, warlock, magus, merlin": Trade(
        ("robe#3f3a86", "wizard hat#3a3580"), _M, "elderly", "tool", "knowing", beard="long", tool="staff"
    ),
    "witch, sorceress, enchantress": Trade(
        ("robe#2f2740", "witch hat"), _F, pose="tool", mood="smirk", style="long", tool="broom"
    ),
    "pirate, buccaneer, pirate captain": Trade(
        ("shirt#efe8da", "coat#7a2630", "pirate hat", "eyepatch", "boots#3a2a22"),
        _M,
        mood="smirk",
        beard="full",
        pose="akimbo",
    ),
    "king, emperor, monarch": Trade(
        ("royal robe#8a2f48", "cape#b02a38", "crown", "boots#5a3a2c"), _M, beard="full", mood="calm"
    ),
    "queen, empress": Trade(("gown#7a3a78", "cape#b02a38", "crown"), _F, mood="calm", style="bun"),
    "princess": Trade(("gown#e6a0bc", "tiara"), _F, age="young", mood="happy", style="long"),
    "prince": Trade(("royal uniform#3f5c9a", "cape#3a4a78", "crown", "boots#3a2c28"), _M, age="young", mood="warm"),
    "samurai, ronin, shogun": Trade(
        ("samurai armor", "sandals"),
        _M,
        pose="tool",
        mood="stern",
        style="topknot",
        origin="japanese",
        tool="katana",
    ),
    "geisha, maiko": Trade(("kimono#b8405c",), _F, mood="calm", style="bun", origin="japanese"),
    "ninja, assassin": Trade(("ninja suit", "ninja mask", "boots#23242c"), pose="fight", mood="stern"),
    "martial artist, karateka, fighter, boxer, wrestler": Trade(
        ("karate gi", "barefoot"), pose="fight", mood="determined"
    ),
    "monk, priest, buddhist monk": Trade(("robe#c8782c", "sandals"), _M, mood="calm", style="bald"),
    "nun": Trade(("cassock#26262e", "coif"), _F, mood="calm"),
    "cowboy, cowgirl, gunslinger, outlaw": Trade(
        ("shirt#b85a3c", "vest#5a3e2c", "jeans", "cowboy hat", "boots#6a4028"), mood="serious", pose="stand"
    ),
    "superhero, hero, superheroine, superman": Trade(
        ("superhero suit", "cape", "boots#c4302c", "mask#1f2a50"), mood="determined", pose="akimbo"
    ),
    "villain": Trade(("tuxedo#2a1f38", "cape#3a1f4a", "mask"), _M, mood="smirk", pose="akimbo"),
    "warrior, swordsman, mercenary, amazon": Trade(
        ("tunic#6a4a34", "cloak#7a2f30", "trousers#3f3a36", "boots#54402f"), mood="stern", pose="tool", tool="sword"
    ),
    "soldier, marine, army officer": Trade(
        ("army uniform", "army helmet", "boots#3a3428", "trousers#5d6a45"), mood="stern"
    ),
    "viking, barbarian": Trade(
        ("tunic#7a5a3c", "trousers#46423e", "cloak#5a4634", "viking helmet", "boots#5a4030"),
        _M,
        beard="full",
        mood="stern",
        style="long",
        pose="tool",
        origin="nordic",
        tool="sword",
    ),
    "businessman, lawyer, politician, president, banker, agent, ceo, manager": Trade(
        ("suit#36405a", "tie#8a2f3c"), _M, mood="confident"
    ),
    "businesswoman, lawyer woman, secretary": Trade(
        ("blazer#44506e", "blouse#f0eee8", "trousers#44506e"), _F, mood="confident", style="bob"
    ),
    "cyclist, biker, bicyclist": Trade(
        ("jersey#d8402f", "shorts#24262e", "bicycle helmet", "sneakers#f0f0f0"), mood="determined"
    ),
    "runner, jogger, athlete, sprinter": Trade(
        ("tank top#e86a3c", "shorts#2c3a5a", "sneakers", "headband#e86a3c"), mood="determined", pose="run"
    ),
    "skateboarder, skater": Trade(
        ("hoodie#d87a3c", "jeans", "beanie#2f3a4a", "sneakers"), age="young", mood="happy", pose="surf"
    ),
    "surfer": Trade(("swim trunks#e8663c", "barefoot"), _M, mood="happy", pose="surf", style="wavy"),
    "swimmer, diver, lifeguard": Trade(("swimsuit#d9485a",), mood="happy"),
    "skier, snowboarder, mountaineer, climber": Trade(
        ("jacket#d8482f", "trousers#2f4058", "beanie#f0c040", "goggles", "gloves", "boots"), mood="happy"
    ),
    "hiker, explorer, adventurer, backpacker, archaeologist": Trade(
        ("shirt#c2a878", "shorts#6a5a40", "backpack", "cap#6a7a4c", "boots"), mood="happy"
    ),
    "football player, soccer player, basketball player, baseball player, player, footballer, tennis player": Trade(
        ("jersey#2f6ab8", "shorts#f0f0f0", "sneakers"), mood="determined", pose="run"
    ),
    "carpenter, woodworker, lumberjack": Trade(
        ("flannel shirt#a8443c", "overalls#6a5034", "boots", "cap#5a6a4c"), mood="warm"
    ),
    "mechanic, engineer, plumber, electrician": Trade(
        ("t-shirt#d8d4cc", "overalls#3f5a84", "cap#c4382e", "boots"), mood="warm"
    ),
    "builder, construction worker, worker, miner, architect": Trade(
        ("shirt#4c6a8e", "safety vest", "jeans", "hard hat", "boots"), mood="warm"
    ),
    "student, pupil, schoolgirl, schoolboy, nerd": Trade(
        ("shirt#f0eee8", "sweater#3f5a7a", "backpack", "trousers#5a5648"), age="young", mood="happy"
    ),
    "pilot, flight attendant, postman, mailman, driver, chauffeur": Trade(
        ("uniform#2f3f62", "captain hat", "tie#22283a", "trousers#2a3350"), mood="warm"
    ),
    "fairy, pixie, nymph": Trade(
        ("dress#9ad0a0", "flower crown", "barefoot"),
        _F,
        "young",
        pose="tool",
        mood="happy",
        style="wavy",
        tool="wand",
        extra=("wings",),
    ),
    "angel, cupid": Trade(("robe#f6f2e8", "fairy wings", "barefoot"), _F, mood="calm", style="wavy", extra=("wings",)),
    "elf": Trade(("tunic#5f8a4c", "santa hat#4c8a4c", "boots"), mood="happy", style="short"),
    "mermaid, siren": Trade(("bikini#b86ab0", "flower crown"), _F, mood="calm", style="wavy", extra=("tail",)),
    "santa, santa claus, father christmas, saint nicholas": Trade(
        ("santa suit", "santa hat", "boots#26222a", "gloves#2c2a2e"),
        _M,
        "elderly",
        mood="happy",
        beard="bushy",
        hair=(240, 238, 234),
        origin="nordic",
    ),
    "clown, jester": Trade(
        ("clown suit", "sneakers#d8403a"), mood="happy", style="afro", hair=(226, 84, 52), extra=("paint",)
    ),
    "vampire": Trade(
        ("tuxedo#26222c", "cape#7a1f2c", "bow tie"), _M, mood="smirk", skin=(226, 220, 222), hair=(28, 24, 30)
    ),
    "model, fashion model, actress, actor, celebrity": Trade(
        ("blazer#c8a878", "t-shirt#f4f0e8", "trousers#c8a878"), mood="confident"
    ),
    "dj, gamer, programmer, hacker, streamer": Trade(
        ("hoodie#3a3f58", "jeans", "headphones#d8403c"), age="young", mood="calm"
    ),
    "gymnast, yogi, acrobat": Trade(
        ("tank top#5f8ab0", "leggings#3a4058", "barefoot"), _F, pose="meditate", mood="calm", style="bun"
    ),
}

_CM = {
    "princess": 164,
    "nurse": 166,
    "witch": 186,
    "wizard": 196,
    "fairy": 120,
    "elf": 120,
    "queen": 178,
    "king": 186,
    "chef": 188,
}


def drawer(trade: Trade) -> Draw:
    """What draws the people of a trade."""

    def draw(pen: Pen, look: Look) -> None:
        draw_person(pen, look, trade)

    return draw


for _names, _trade in _TRADES.items():
    _first, *_others = (name.strip() for name in _names.split(","))
    enrol((_first, *_others), _trade)
    add(
        Thing(
            _first,
            drawer(_trade),
            _CM.get(_first, 174 if _trade.gender != _F else 168),
            tuple(_others),
            "person",
            faces=0,
        )
    )
