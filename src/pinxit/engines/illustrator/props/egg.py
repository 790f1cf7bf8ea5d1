"""An egg; "fried egg" lies in a pool of white."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss, scatter
from pinxit.engines.illustrator.rigs.material import patterned
from pinxit.engines.illustrator.rigs.trace import halved, organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import (
    ellipse,
    moved,
    polygon,
)


@thing("egg", "eggs", "easter egg", cm=6, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    if "fried" in look.noun or "sunny" in look.noun:
        white = organic("-66 -20 -44 -40 -12 -38 16 -44 48 -36 66 -18 52 -4 24 0 -6 6 -38 0", 0.5)
        pen.fill(moved(white, 0, 3), (222, 196, 150), "flat")
        pen.fill(white, look.colour((255, 252, 244)), "soft", line=0.7)
        pen.decal(ellipse(3, -16, 27, 14), (226, 206, 160), alpha=0.6, blur=3)
        pen.fill(ellipse(0, -22, 25, 16), look.part("yolk", (252, 182, 36)), "glossy", line=0.6)
        gloss(pen, -9, -28, 6, 2.6)
        return
    shell = look.colour((236, 206, 176))
    body = halved("0 -112 20 -104 36 -74 42 -42 32 -10 0 0")
    pen.fill(body, shell, "glossy" if look.has("golden", "gold") else "soft")
    with pen.on(body):
        if look.noun == "easter egg":
            for i, y in enumerate(range(-96, 0, 20)):
                tone = ((236, 110, 140), (110, 180, 220), (250, 206, 90))[i % 3]
                spots = [(x, y + (5 if k % 2 else -5)) for k, x in enumerate(range(-48, 49, 12))]
                pen.line(polygon(spots, closed=False), tone, 6)
        patterned(pen, body, look, shell)
        rng = look.random("specks")
        for u, v in scatter(body, 46, rng):
            size = rng.choice((0.6, 0.8, 1.1, 1.6))
            pen.decal(ellipse(u, v, size, size * 0.8), darken(shell, 0.66), alpha=0.66 if size > 0.8 else 0.5)
        wires(pen, "24,-18 32,-30 37,-46|16,-10 28,-20", darken(shell, 0.22), 0.9, "flat", 0.16)
        gloss(pen, -14, -76, 6, 13, 16)
