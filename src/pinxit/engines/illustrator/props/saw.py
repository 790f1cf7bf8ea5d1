"""A hand saw."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    ellipse,
    minus,
    polygon,
)


@thing("saw", "handsaw", "hand saw", cm=20, kind="object", attach="hand", fit=80, faces=1)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (184, 190, 198), "metal")
    teeth = [(20 + i * 6 + (3 if k else 0), 20 - i * 0.6 + (-5 if k else 0)) for i in range(24) for k in (0, 1)]
    coat(pen, polygon([(10, -34), (164, -16), (166, 2), *reversed(teeth)]), what)
    grip = minus(
        organic("-44 -30 -20 -48 16 -40 24 -16 22 22 6 30 -20 34 -46 26 -36 4", 0.35),
        organic("-18 -18 2 -24 4 10 -14 16"),
    )
    coat(pen, grip, Finish(look.part("handle", (170, 108, 60)), "glossy", "wood"))
    for y in (-22, 14):
        pen.fill(ellipse(14, y, 3.4), (222, 184, 96), "metal", line=0.5)
