"""Lions, tigers and spotted cats."""

from dataclasses import replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

LION = Coat(
    side="big cat",
    fur=(226, 168, 88), light=(252, 230, 186), dark=(142, 78, 36), ears="round", tail="tassel", marks=("mane", "ruff"),
    crown=0.9, cheek=0.98, jaw=0.66, muzzle=(0.48, 0.4), drop=0.48, eyes=(176, 116, 40), eye=0.84, spread=0.4,
    build=1.14, nose_size=1.4, nose=(120, 70, 60),
)  # fmt: skip
LIONESS = replace(LION, marks=("ruff",), dark=(150, 96, 50))
TIGER = Coat(
    side="big cat",
    fur=(238, 142, 48), light=(255, 248, 234), dark=(48, 36, 36), ears="round", tail="thin",
    marks=("tiger", "stripes", "darkears", "ruff"), cheek=1.08, jaw=0.66, tufts=True, muzzle=(0.46, 0.36), drop=0.5,
    eyes=(196, 152, 44), eye=0.9, build=1.12, whiskers=True, nose_size=1.3, nose=(206, 116, 108),
)  # fmt: skip
WHITE_TIGER = replace(TIGER, fur=(246, 246, 246), light=(255, 255, 255), dark=(60, 62, 74), eyes=(92, 170, 224))
LEOPARD = Coat(
    side="big cat",
    fur=(232, 182, 100), light=(255, 242, 216), dark=(74, 48, 36), ears="round", tail="thin",
    marks=("rosettes", "ruff"), cheek=1.0, jaw=0.62, muzzle=(0.44, 0.36), drop=0.5, eyes=(160, 160, 64), eye=0.9,
    whiskers=True, nose_size=1.2, nose=(150, 88, 84),
)  # fmt: skip
SNOW_LEOPARD = replace(LEOPARD, fur=(206, 208, 212), light=(250, 250, 250), dark=(78, 80, 90), eyes=(120, 176, 196))
CHEETAH = replace(LEOPARD, fur=(236, 188, 106), marks=("spots", "tear", "ruff"), cheek=0.9, jaw=0.56, build=0.9)
PANTHER = replace(
    LEOPARD, fur=(52, 50, 60), light=(76, 74, 86), dark=(26, 24, 32), marks=("plain",), eyes=(226, 196, 60)
)


@thing("lion", "lion king", cm=120, kind="animal", faces=1)
def draw_lion(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, LIONESS if look.gender == "female" or look.age in {"baby", "child"} else LION)


@thing("lioness", "cougar", "puma", "mountain lion", cm=105, kind="animal", faces=1)
def draw_lioness(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, LIONESS)


@thing("tiger", "bengal tiger", cm=110, kind="animal", faces=1)
def draw_tiger(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, WHITE_TIGER if look.colours and sum(look.colours[0]) > 690 else TIGER)


@thing("white tiger", cm=110, kind="animal", faces=1)
def draw_white_tiger(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, WHITE_TIGER)


@thing("leopard", cm=80, kind="animal", faces=1)
def draw_leopard(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, LEOPARD)


@thing("snow leopard", cm=75, kind="animal", faces=1)
def draw_snow_leopard(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, SNOW_LEOPARD)


@thing("cheetah", cm=85, kind="animal", faces=1)
def draw_cheetah(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, CHEETAH)


@thing("panther", "black panther", cm=80, kind="animal", faces=1)
def draw_panther(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, PANTHER)
