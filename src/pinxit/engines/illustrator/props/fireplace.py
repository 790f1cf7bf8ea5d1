"""A fireplace with burning logs."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    capsule,
    ellipse,
)


@thing("fireplace", "hearth", "chimney fire", cm=120, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    brick = look.colour((164, 82, 62))
    rng = look.random("bricks")
    wall = box(-100, -146, 200, 146)
    pen.fill(wall, (200, 180, 160), "flat")
    with pen.on(wall):
        for row in range(11):
            for i in range(-4, 5):
                x = i * 28 + (14 if row % 2 else 0) - 14
                pen.fill(
                    box(x, -146 + row * 13.6, 26.4, 12, 1.5), darken(brick, rng.uniform(-0.02, 0.16)), "round", line=0
                )
    mouth = organic("-58 0 -58 -70 -40 -96 0 -106 40 -96 58 -70 58 0", 0.35)
    pen.fill(mouth, (44, 28, 28), "flat")
    with pen.on(mouth):
        pen.glow(ellipse(0, -26, 60, 50), (255, 130, 40), alpha=0.7, blur=18)
        for spots, rgb in (
            ("-30 -12 -36 -40 -22 -62 -16 -44 -4 -88 8 -54 20 -70 26 -44 36 -36 32 -12", (236, 88, 28)),
            ("-22 -12 -24 -34 -14 -46 -8 -34 2 -66 10 -38 20 -46 24 -12", (255, 164, 44)),
            ("-10 -12 -10 -28 0 -44 10 -26 10 -12", (255, 232, 140)),
        ):
            pen.glow(organic(spots), rgb)
        for x0, y0, x1, y1 in ((-44, -8, 34, -18), (44, -8, -30, -16), (-40, -4, 40, -5)):
            coat(pen, capsule(x0, y0, x1, y1, 13), Finish((112, 68, 42), "round", "wood"), line=0.7)
            pen.fill(ellipse(x0, y0, 4.5, 6), (206, 156, 104), "flat", line=0.5)
    wood = finish(look, (130, 84, 54), "soft", "wood")
    coat(pen, box(-116, -164, 232, 20, 3), Finish(look.part("mantel", (130, 84, 54)), wood.form, "wood"))
    pen.fill(box(-112, -8, 224, 12, 2), (128, 120, 116), "round")
    pen.anchor("top", 0, -164, 200)
