"""A baguette."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.shapes import (
    tube,
)


@thing("baguette", "french bread", "breadstick", cm=12, kind="food", attach="hand", fit=40)
def draw(pen: Pen, look: Look) -> None:
    crust = look.colour((206, 138, 66))
    with pen.at(0, -30, turn=-18):
        body = tube(points("-104 0 -60 -4 0 -6 60 -4 104 0"), [18, 32, 36, 32, 16])
        pen.fill(body, crust, "soft")
        with pen.on(body):
            for x in range(-78, 80, 36):
                cut = organic(f"{x - 14} -12 {x} -8 {x + 20} 6 {x + 16} 10 {x - 4} 2")
                pen.decal(cut, (244, 212, 156))
                pen.line(stroke(f"{x - 14} -12 {x - 4} 2 {x + 16} 10"), darken(crust, 0.4), 1.6, alpha=0.7)
        crumbs(pen, body, crust, 50, look.random("crust"))
