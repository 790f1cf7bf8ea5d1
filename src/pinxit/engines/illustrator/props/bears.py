"""Bears, pandas, koalas."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

BEAR = Coat(
    side="bear", compact=True,
    fur=(138, 90, 56), light=(204, 160, 112), dark=(84, 52, 34), ears="round", tail="none", marks=("pale",),
    cheek=1.06, jaw=0.7, muzzle=(0.44, 0.4), drop=0.46, eye=0.8, spread=0.4, build=1.26, nose_size=1.3,
)  # fmt: skip
PANDA = Coat(
    side="bear", compact=True,
    fur=(252, 250, 246), light=(255, 255, 255), dark=(46, 44, 52), ears="round", tail="none", marks=("panda",),
    cheek=1.1, jaw=0.76, muzzle=(0.36, 0.3), drop=0.48, eye=0.86, spread=0.45, build=1.24, nose_size=1.1,
)  # fmt: skip
POLAR = Coat(
    side="bear",
    fur=(244, 244, 242), light=(255, 255, 255), dark=(190, 200, 212), ears="tiny", tail="none", marks=("plain",),
    crown=0.82, cheek=0.94, jaw=0.62, muzzle=(0.42, 0.44), drop=0.46, eye=0.76, spread=0.36, build=1.26,
    nose_size=1.3,
)  # fmt: skip
KOALA = Coat(
    side="small", compact=True,
    fur=(152, 158, 170), light=(238, 238, 240), dark=(96, 100, 112), ears="huge", tail="none",
    marks=("koala", "fluffears", "pale"), cheek=1.06, jaw=0.72, muzzle=(0.34, 0.3), drop=0.48, eye=0.8, spread=0.46,
    build=1.12, snout=(176, 180, 190),
)  # fmt: skip


@thing("bear", "brown bear", "grizzly bear", "grizzly", "black bear", cm=150, kind="animal", faces=1)
def draw_bear(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, BEAR)


@thing("panda", "giant panda", "panda bear", "baby panda", cm=130, kind="animal", faces=1)
def draw_panda(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, PANDA)


@thing("polar bear", "ice bear", "polar bear cub", cm=160, kind="animal", faces=1)
def draw_polar_bear(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, POLAR)


@thing("koala", "koala bear", cm=70, kind="animal", faces=1)
def draw_koala(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, KOALA)
