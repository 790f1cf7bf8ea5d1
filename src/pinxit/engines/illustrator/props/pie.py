"""A pie with a lattice crust."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import crumbs
from pinxit.engines.illustrator.rigs.vessel import Turned, steam
from pinxit.engines.illustrator.shapes import (
    ellipse,
    moved,
    tube,
)


@thing("pie", "apple pie", "tart", "quiche", cm=10, kind="food")
def draw(pen: Pen, look: Look) -> None:
    crust = (222, 164, 92)
    filling = look.colour((176, 40, 40))
    dish = Turned("80 -36  76 -24  66 -4  62 0", 0.4)
    pen.fill(dish.outline(), look.colour((232, 226, 216), 1), "glossy")
    top = dish.cap(-40)
    pen.fill(moved(ellipse(0, -40, 82, 33), 0, 2), darken(crust, 0.2), "soft")
    pen.fill(ellipse(0, -42, 82, 33), crust, "soft", line=0.6)
    inside = ellipse(0, -43, 68, 26)
    pen.fill(inside, filling, "glossy", line=0.5)
    with pen.on(inside):
        pen.decal(ellipse(-10, -54, 66, 14), darken(filling, 0.4), alpha=0.5, blur=4)
        for i in range(-4, 5):
            for lean in (-1, 1):
                strip = tube([(i * 20 - lean * 26, -72), (i * 20 + lean * 26, -14)], 8.5)
                pen.decal(moved(strip, 1, 2.5), darken(filling, 0.5), alpha=0.6, blur=1)
                pen.fill(strip, lighten(crust, 0.08), "soft", line=0.5)
    for a in range(0, 360, 12):
        x, y = 76 * math.cos(math.radians(a)), -42 + 30 * math.sin(math.radians(a))
        pen.fill(ellipse(x, y, 7, 5), lighten(crust, 0.05 if a % 24 else 0.12), "soft", line=0.4)
    crumbs(pen, top, crust, 20, look.random("crust"))
    if look.has("hot", "steaming"):
        steam(pen, 0, -50, 60, 60)
