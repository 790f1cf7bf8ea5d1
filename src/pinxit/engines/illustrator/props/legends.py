"""Creatures of tales on two legs, and the furry ones among them: yeti, werewolf, minotaur."""

from __future__ import annotations

from dataclasses import replace

from pinxit.engines.illustrator.colours import Rgb, darken
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.small_mammals import MONKEY
from pinxit.engines.illustrator.props.wild_canines import WOLF
from pinxit.engines.illustrator.rigs.brute import Brute, draw_brute
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.trace import halved, organic
from pinxit.engines.illustrator.rigs.upright import draw_upright
from pinxit.engines.illustrator.shapes import mirrored

_KINDS: tuple[tuple[Brute, float, tuple[str, ...]], ...] = (
    (Brute((126, 172, 84), (122, 84, 52), 0.9, 46, marks=("ears", "nose", "tunic")), 95, ("goblin", "gremlin")),
    (Brute((112, 150, 138), (128, 96, 62), 1.5, 46, marks=("ears", "nose", "tusks", "loincloth")), 260,
     ("troll", "cave troll")),
    (Brute((104, 146, 82), (84, 70, 62), 1.4, 44, marks=("ears", "tusks", "tunic", "nose")), 200, ("orc", "hobgoblin")),
    (Brute((212, 158, 116), (132, 92, 58), 1.46, 46, eyes=1, iris=(86, 150, 190),
           marks=("loincloth", "nose")), 300, ("cyclops",)),
    (Brute((146, 172, 132), (92, 98, 116), 1.0, 42, iris=(214, 206, 140), marks=("rags", "hair")), 170,
     ("zombie", "undead", "ghoul", "zombie monster")),
    (Brute((232, 218, 186), (232, 218, 186), 1.04, 42, iris=(120, 190, 120), marks=("bandages",)), 170, ("mummy",)),
    (Brute((150, 144, 136), (150, 144, 136), 1.6, 44, iris=(90, 200, 230), marks=("stones",)), 260,
     ("golem", "stone golem", "rock monster")),
    (Brute((206, 62, 58), (70, 50, 56), 1.0, 44, iris=(250, 200, 60), marks=("horns", "ears", "tail", "wings", "loincloth",
                                                                            "tusks")), 170,
     ("demon", "devil", "imp", "oni")),
)  # fmt: skip
YETI = replace(
    MONKEY, fur=(236, 242, 248), light=(176, 206, 226), dark=(168, 186, 206), eyes=(70, 130, 190), ears="tiny",
    tail="none", build=1.24, tufts=True, cheek=1.1, compact=False, nose=(86, 110, 140),
)  # fmt: skip
BIGFOOT = replace(YETI, fur=(112, 78, 54), light=(190, 146, 112), dark=(76, 52, 38), eyes=(104, 64, 38))
WEREWOLF = replace(WOLF, fur=(92, 90, 100), light=(172, 172, 178), dark=(56, 54, 64), build=1.2)
MINOTAUR = Coat(
    fur=(122, 76, 50), light=(224, 190, 160), dark=(66, 44, 36), ears="side", tail="tassel", marks=("quiff",),
    crown=0.82, cheek=0.86, jaw=0.62, muzzle=(0.58, 0.44), drop=0.56, spread=0.46, nose_size=2.0, nose=(60, 44, 44),
    build=1.3,
)  # fmt: skip


def _register(kind: Brute, cm: float, names: tuple[str, ...]) -> None:
    @thing(*names, cm=cm, kind="animal")
    def draw(pen: Pen, look: Look) -> None:
        draw_brute(pen, look, kind)


for _kind, _cm, _names in _KINDS:
    _register(_kind, _cm, _names)


@thing("yeti", "bigfoot", "sasquatch", "abominable snowman", cm=230, kind="animal")
def draw_yeti(pen: Pen, look: Look) -> None:
    draw_upright(pen, look, BIGFOOT if look.noun in {"bigfoot", "sasquatch"} else YETI)


@thing("werewolf", "wolfman", "lycanthrope", cm=200, kind="animal")
def draw_werewolf(pen: Pen, look: Look) -> None:
    draw_upright(pen, look, WEREWOLF)
    _shorts(pen, look.colour((74, 92, 132), 1), 45 * WEREWOLF.build)


@thing("minotaur", "bull man", cm=230, kind="animal")
def draw_minotaur(pen: Pen, look: Look) -> None:
    draw_upright(pen, look, MINOTAUR)
    horn = organic("26 -238 44 -246 66 -256 76 -280 68 -290 86 -270 84 -246 60 -230 34 -224", 0.4)
    for path in (horn, mirrored(horn)):
        pen.fill(path, (240, 228, 200), "soft")
    _shorts(pen, look.colour((140, 60, 50), 1), 45 * MINOTAUR.build)


def _shorts(pen: Pen, cloth: Rgb, wide: float) -> None:
    skirt = f"0 -70 {wide * 0.96} -74 {wide * 1.02} -34 {wide * 0.7} -26 {wide * 0.5} -32 {wide * 0.26} -22 0 -28"
    flap = pen.fill(halved(skirt, tension=0.3), cloth, "soft")
    with pen.on(flap):
        pen.decal(organic(f"{-wide} -76 {wide} -76 {wide} -64 {-wide} -64", 0.1), darken(cloth, 0.4))
