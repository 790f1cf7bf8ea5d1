"""A tomato with its green star."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("tomato", "tomatoes", cm=7, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((222, 50, 38))
    body = organic("0 -76 20 -82 44 -74 54 -46 44 -14 20 -1 0 -2 -20 -1 -44 -14 -54 -46 -44 -74 -20 -82")
    pen.fill(body, skin, "glossy")
    with pen.on(body):
        for x in (-24, 0, 24):
            pen.line(stroke(f"{x * 0.3} -78 {x * 1.1} -56 {x * 1.2} -30"), darken(skin, 0.25), 4, alpha=0.3, blur=2.5)
        folds = "-10 -76 -26 -66 -34 -50|10 -76 26 -66 34 -50|-4 -74 -8 -62 -9 -52|44 -30 36 -16 24 -8"
        wires(pen, folds, darken(skin, 0.3), 1.4, "flat", 0.3)
        pen.decal(ellipse(0, -76, 20, 6), darken(skin, 0.4), alpha=0.6, blur=3)
    for turn in (-175, -130, -60, -8, 35, 140, 95):
        with pen.at(0, -76, turn=turn):
            pen.fill(organic("0 -3 14 -5 30 1 14 3 0 3"), (70, 132, 52), "soft", line=0.8)
    wires(pen, "0 -76 1 -88 6 -93", (92, 138, 60), 5)
