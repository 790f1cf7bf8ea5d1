"""A red panda: cream brows and cheeks, tear marks, dark belly and legs, a ringed tail."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

COAT = Coat(
    side="small",
    fur=(214, 92, 40),
    light=(255, 240, 214),
    dark=(82, 42, 36),
    ears="tufted",
    tail="ringed",
    marks=("brows", "tear", "belly", "socks"),
    cheek=1.0,
    tufts=True,
    eyes=(84, 46, 30),
    muzzle=(0.44, 0.36),
    drop=0.52,
)


@thing("red panda", "lesser panda", "firefox", cm=60, kind="animal", faces=1)
def draw(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, COAT)
