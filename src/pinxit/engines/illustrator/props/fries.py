"""A carton of French fries."""

from pinxit.engines.illustrator.colours import (
    lighten,
    mix,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
)


@thing("fries", "french fries", "chips", "potato fries", cm=14, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    rng = look.random("fries")
    for row in range(3):
        for i in range(8):
            x = -40 + i * 11.4 + row * 3
            with pen.at(x, -40, turn=x * 0.26 + rng.uniform(-5, 5)):
                high = rng.uniform(52, 84) - row * 12
                rgb = mix((252, 206, 90), (226, 158, 54), rng.random() * 0.6)
                pen.fill(box(-4.5, -high, 9, high, 1), rgb, "round", line=0.7)
                pen.decal(box(-4.5, -high, 9, 3.4, 1), lighten(rgb, 0.4))
    what = finish(look, (214, 44, 46), "round")
    carton = organic("-52 -66 -26 -52 0 -47 26 -52 52 -66 40 0 -40 0", 0.14)
    coat(pen, carton, what)
    pen.anchor("text", 0, -26, 60)
