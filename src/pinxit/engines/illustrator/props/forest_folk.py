"""More furry animals: chipmunk, ferret, porcupine, armadillo, apes, lemur, possum, mole, hyena, lynx, jaguar."""

from dataclasses import replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.big_cats import LEOPARD
from pinxit.engines.illustrator.props.dogs import DOG
from pinxit.engines.illustrator.props.small_mammals import HEDGEHOG, MONKEY, MOUSE, OTTER, RACCOON, SQUIRREL
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

CHIPMUNK = replace(
    SQUIRREL, fur=(196, 132, 74), light=(252, 238, 212), dark=(78, 50, 34), ears="round", tail="bushy",
    marks=("backstripe", "chipmunk", "pale", "teeth"),
)  # fmt: skip
FERRET = replace(
    OTTER, side="long", fur=(206, 176, 134), light=(252, 242, 224), dark=(92, 66, 50), ears="round",
    marks=("mask", "socks", "pale"), muzzle=(0.34, 0.3), jaw=0.5, cheek=0.96, whiskers=False, build=0.82,
)  # fmt: skip
WEASEL = replace(FERRET, fur=(172, 108, 62), light=(255, 246, 228), marks=("pale",))
PORCUPINE = replace(
    HEDGEHOG, fur=(108, 82, 66), light=(178, 148, 122), dark=(66, 52, 48), marks=("spines", "quills", "teeth"),
    muzzle=(0.42, 0.36), nose_size=1.3, build=1.16,
)  # fmt: skip
ARMADILLO = replace(
    MOUSE, fur=(196, 166, 142), light=(232, 208, 184), dark=(150, 120, 104), ears="wide", tail="bare",
    marks=("shell", "plain"), jaw=0.34, cheek=0.78, muzzle=(0.28, 0.44), whiskers=False, nose=(140, 92, 90), build=1.1,
)  # fmt: skip
CHIMP = replace(
    MONKEY, side="ape", fur=(72, 58, 54), light=(226, 186, 150), dark=(48, 38, 38), tail="none", build=1.04,
    compact=False,
)  # fmt: skip
ORANGUTAN = replace(
    CHIMP, fur=(196, 98, 44), light=(214, 164, 130), dark=(140, 62, 28), ears="tiny", cheek=1.14, jaw=0.8, tufts=True,
    build=1.2,
)  # fmt: skip
BABOON = replace(
    CHIMP, fur=(150, 128, 98), light=(206, 160, 140), dark=(98, 82, 62), tail="thin", muzzle=(0.42, 0.5), tufts=True
)
LEMUR = replace(
    RACCOON, fur=(158, 152, 150), light=(250, 248, 244), dark=(46, 42, 48), ears="pointed", tail="ringed",
    marks=("hood", "panda", "plain"), eyes=(236, 148, 40), eye=1.2, crown=0.84, jaw=0.4, muzzle=(0.28, 0.36),
    snout=(70, 62, 66), build=0.88,
)  # fmt: skip
POSSUM = replace(
    MOUSE, fur=(150, 146, 148), light=(250, 246, 242), dark=(60, 54, 58), ears="big", tail="bare",
    marks=("hood", "socks", "darkears"), jaw=0.4, muzzle=(0.3, 0.4), build=1.06,
)  # fmt: skip
MOLE = replace(
    MOUSE, fur=(76, 70, 78), light=(130, 120, 124), dark=(50, 46, 54), ears="none", tail="bare", marks=("plain",),
    eye=0.56, spread=0.34, muzzle=(0.34, 0.44), nose_size=1.5, jaw=0.5, snout=(232, 160, 158), build=1.1,
)  # fmt: skip
HYENA = replace(
    DOG, side="wolf", fur=(196, 164, 118), light=(222, 196, 156), dark=(76, 58, 50), ears="round", tail="bushy",
    marks=("spots", "ruff"), snout=(84, 66, 60), muzzle=(0.46, 0.44), jaw=0.66, build=1.04,
)  # fmt: skip
LYNX = replace(
    LEOPARD, side="cat", fur=(206, 160, 108), light=(252, 240, 220), dark=(72, 54, 46), ears="wide", tail="short",
    marks=("spots", "cheeks", "eartips", "ruff"), tufts=True, eyes=(214, 176, 60), slit=True,
)  # fmt: skip
JAGUAR = replace(LEOPARD, fur=(224, 158, 70), jaw=0.72, muzzle=(0.5, 0.4), build=1.14)
WOMBAT = replace(
    HEDGEHOG, fur=(146, 116, 92), light=(196, 166, 136), dark=(98, 74, 58), ears="round", tail="short", marks=("pale",),
    cheek=1.12, jaw=0.76, muzzle=(0.4, 0.3), build=1.22, nose_size=1.6,
)  # fmt: skip
_SPECIES: tuple[tuple[Coat, float, tuple[str, ...]], ...] = (
    (CHIPMUNK, 16, ("chipmunk", "ground squirrel")),
    (FERRET, 32, ("ferret", "polecat")),
    (WEASEL, 28, ("weasel", "stoat", "mink", "marten", "ermine")),
    (PORCUPINE, 36, ("porcupine",)),
    (ARMADILLO, 30, ("armadillo", "pangolin")),
    (CHIMP, 110, ("chimpanzee", "chimp", "ape", "bonobo")),
    (ORANGUTAN, 120, ("orangutan", "orang-utan")),
    (BABOON, 80, ("baboon", "macaque", "snow monkey")),
    (LEMUR, 45, ("lemur", "ring-tailed lemur")),
    (POSSUM, 32, ("possum", "opossum")),
    (MOLE, 14, ("mole", "shrew")),
    (HYENA, 85, ("hyena", "jackal")),
    (LYNX, 65, ("lynx", "bobcat", "caracal")),
    (JAGUAR, 85, ("jaguar", "ocelot")),
    (WOMBAT, 40, ("wombat", "capybara", "groundhog", "marmot")),
)


def _register(coat: Coat, cm: float, names: tuple[str, ...]) -> None:
    @thing(*names, cm=cm, kind="animal", faces=1)
    def draw(pen: Pen, look: Look) -> None:
        draw_animal(pen, look, coat)


for _coat, _cm, _names in _SPECIES:
    _register(_coat, _cm, _names)
