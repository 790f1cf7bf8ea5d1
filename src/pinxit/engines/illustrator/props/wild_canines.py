"""Foxes and wolves."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

FOX = Coat(
    side="fox",
    fur=(226, 112, 38), light=(255, 246, 232), dark=(66, 42, 40), ears="wide", tail="bushy",
    marks=("cheeks", "socks", "tailtip", "eartips", "ruff"), eyes=(168, 104, 34), crown=0.92, cheek=1.06, jaw=0.42,
    tufts=True, muzzle=(0.32, 0.3), drop=0.56, slit=True, build=0.92,
)  # fmt: skip
ARCTIC = Coat(
    side="fox",
    fur=(240, 242, 246), light=(255, 255, 255), dark=(186, 196, 210), ears="pointed", tail="bushy",
    marks=("cheeks", "tailtip", "ruff"), eyes=(150, 100, 44), jaw=0.5, tufts=True, muzzle=(0.33, 0.3), drop=0.56,
)  # fmt: skip
WOLF = Coat(
    side="wolf",
    fur=(122, 128, 140), light=(236, 236, 234), dark=(66, 70, 82), ears="pointed", tail="bushy",
    marks=("husky", "tailtip", "eartips", "ruff"), eyes=(222, 168, 56), crown=0.96, cheek=1.04, jaw=0.52, tufts=True,
    muzzle=(0.4, 0.42), drop=0.54, eye=0.86, spread=0.4, build=1.05, nose_size=1.15,
)  # fmt: skip


@thing("fox", "red fox", "vixen", cm=45, kind="animal", faces=1)
def draw_fox(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, FOX)


@thing("arctic fox", "white fox", "polar fox", cm=40, kind="animal", faces=1)
def draw_arctic_fox(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, ARCTIC)


@thing("wolf", "grey wolf", "timber wolf", "coyote", cm=85, kind="animal", faces=1)
def draw_wolf(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, WOLF)
