"""Rabbits, rodents, raccoons, monkeys and other small furry animals."""

from dataclasses import replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

RABBIT = Coat(
    side="small", compact=True,
    fur=(206, 178, 148), light=(255, 248, 238), dark=(150, 118, 92), ears="long",
    tail="short", marks=("teeth", "cotton"), nose=(232, 138, 142), crown=0.86, cheek=1.0, jaw=0.68,
    muzzle=(0.36, 0.26), drop=0.5, eye=1.06, spread=0.46,
    build=1.0, whiskers=True, nose_size=0.68,
)  # fmt: skip
RACCOON = Coat(
    side="small",
    fur=(142, 142, 150), light=(246, 244, 242), dark=(54, 52, 60), ears="round", tail="banded",
    marks=("mask", "socks"), cheek=1.06, jaw=0.46, tufts=True, muzzle=(0.32, 0.3), drop=0.54, eye=0.86, build=1.06,
)  # fmt: skip
SQUIRREL = Coat(
    side="small", compact=True,
    fur=(196, 108, 56), light=(255, 238, 214), dark=(120, 62, 34), ears="pointed", tail="squirrel",
    marks=("pale", "teeth"), crown=0.84, cheek=1.02, jaw=0.6, muzzle=(0.36, 0.28), drop=0.5, eye=1.1, spread=0.46,
    build=0.94, nose_size=0.7,
)  # fmt: skip
MOUSE = Coat(
    side="small", compact=True,
    fur=(172, 172, 182), light=(244, 240, 240), dark=(112, 112, 124), ears="huge", tail="bare", marks=("pale", "teeth"),
    nose=(236, 138, 144), crown=0.8, cheek=0.94, jaw=0.48, muzzle=(0.3, 0.26), drop=0.56, eye=0.98, spread=0.4,
    whiskers=True, nose_size=0.8, build=0.94,
)  # fmt: skip
RAT = replace(MOUSE, fur=(124, 112, 106), dark=(84, 74, 70), ears="big")
HAMSTER = Coat(
    side="small", compact=True,
    fur=(232, 172, 98), light=(255, 248, 234), dark=(184, 120, 58), ears="round", tail="none",
    marks=("hood", "pale", "teeth"), nose=(236, 142, 142), crown=0.92, cheek=1.2, jaw=0.86, muzzle=(0.36, 0.24),
    drop=0.48, eye=0.98, spread=0.48, build=1.2, nose_size=0.66, whiskers=True,
)  # fmt: skip
GUINEA_PIG = replace(HAMSTER, ears="folded", fur=(170, 104, 62), marks=("blaze", "pale", "teeth"))
MONKEY = Coat(
    side="small", compact=True,
    fur=(134, 86, 56), light=(244, 208, 168), dark=(86, 54, 36), ears="side", tail="curl", marks=("monkey", "pale"),
    cheek=0.94, jaw=0.64, muzzle=(0.46, 0.36), drop=0.5, eye=0.9, spread=0.32, nose=(110, 70, 56), nose_size=0.7,
    build=0.94,
)  # fmt: skip
HEDGEHOG = Coat(
    side="small", compact=True,
    fur=(238, 204, 164), light=(252, 232, 204), dark=(118, 82, 58), ears="tiny", tail="none", marks=("spines", "pale"),
    crown=0.88, cheek=0.98, jaw=0.5, muzzle=(0.32, 0.3), drop=0.54, eye=0.94, spread=0.42, build=1.04, nose_size=1.1,
)  # fmt: skip
OTTER = Coat(
    side="long",
    fur=(140, 98, 68), light=(234, 206, 172), dark=(90, 60, 42), ears="tiny", tail="thin", marks=("cheeks", "pale"),
    crown=0.92, cheek=1.08, jaw=0.74, muzzle=(0.46, 0.3), drop=0.46, eye=0.84, spread=0.44, whiskers=True,
    nose_size=1.2, build=0.94,
)  # fmt: skip
BEAVER = replace(
    OTTER, side="small", tail="paddle", fur=(126, 82, 52), ears="round", marks=("pale", "teeth"), build=1.24
)
SKUNK = replace(
    RACCOON, fur=(50, 48, 56), light=(250, 250, 250), dark=(34, 32, 40), tail="bushy", marks=("blaze", "tailtip")
)
BADGER = replace(RACCOON, fur=(120, 122, 130), tail="short", marks=("blaze", "tear", "socks"), tufts=False)
GORILLA = replace(
    MONKEY,
    side="ape",
    compact=False,
    fur=(66, 64, 74),
    light=(120, 112, 114),
    dark=(44, 42, 50),
    tail="none",
    ears="tiny",
    build=1.24,
    crown=0.86,
)
SLOTH = replace(
    MONKEY, fur=(168, 144, 116), light=(238, 220, 190), dark=(104, 80, 60), ears="none", tail="none",
    marks=("hood", "tear", "pale"), spread=0.4,
)  # fmt: skip
MEERKAT = replace(
    OTTER, fur=(204, 164, 116), light=(246, 226, 194), dark=(88, 66, 54), marks=("pale",), jaw=0.5,
    cheek=0.94, muzzle=(0.36, 0.34), whiskers=False, build=0.84,
)  # fmt: skip
_SPECIES: tuple[tuple[Coat, float, tuple[str, ...]], ...] = (
    (RABBIT, 32, ("rabbit", "bunny", "hare", "bunny rabbit")),
    (RACCOON, 42, ("raccoon", "racoon", "trash panda")),
    (SQUIRREL, 24, ("squirrel", "red squirrel")),
    (MOUSE, 9, ("mouse", "field mouse", "baby mouse")),
    (RAT, 14, ("rat",)),
    (HAMSTER, 10, ("hamster", "gerbil")),
    (GUINEA_PIG, 16, ("guinea pig",)),
    (MONKEY, 55, ("monkey",)),
    (HEDGEHOG, 18, ("hedgehog",)),
    (OTTER, 60, ("otter", "sea otter")),
    (BEAVER, 50, ("beaver",)),
    (SKUNK, 35, ("skunk",)),
    (BADGER, 45, ("badger",)),
    (GORILLA, 160, ("gorilla",)),
    (SLOTH, 60, ("sloth",)),
    (MEERKAT, 30, ("meerkat", "mongoose")),
)


def _any_rabbit(look: Look) -> Coat:
    """Of several rabbits each has a coat of its own."""
    if look.copies == 1 or look.colours:
        return RABBIT
    furs = ((206, 178, 148), (150, 146, 150), (246, 242, 238), (162, 116, 80))
    return replace(RABBIT, fur=look.random("coat").choice(furs))


def _register(coat: Coat, cm: float, names: tuple[str, ...]) -> None:
    @thing(*names, cm=cm, kind="animal", faces=1)
    def draw(pen: Pen, look: Look) -> None:
        draw_animal(pen, look, _any_rabbit(look) if coat is RABBIT else coat)


for _coat, _cm, _names in _SPECIES:
    _register(_coat, _cm, _names)
