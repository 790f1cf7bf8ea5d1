"""A round teapot: spout, handle, lid with a knob."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.rigs.vessel import Turned, handle, reflections, steam
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("teapot", "tea pot", "kettle", "tea kettle", "coffee pot", cm=16, kind="vessel", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    what = finish(
        look,
        (186, 74, 66) if look.noun != "kettle" else (150, 158, 170),
        "glossy" if look.noun != "kettle" else "metal",
        "ceramic",
    )
    trim = look.colour(lighten(what.rgb, 0.7), 1)
    handle(pen, "-40 -74  -60 -84  -78 -72  -80 -48  -64 -30  -40 -26", 10, what.tone(-0.06))
    spout = organic("36 -46  56 -52  70 -78  84 -92  92 -88  84 -72  76 -48  62 -26  36 -18", 0.45)
    coat(pen, spout, what.tone(-0.04))
    with pen.on(spout):
        pen.line(stroke("44 -42 62 -52 74 -76 84 -88"), lighten(what.rgb, 0.7), 2.4, alpha=0.6, blur=1)
    pen.decal(ellipse(87, -91, 5.5, 3, 20), darken(what.rgb, 0.6))
    shape = Turned("22 -92  30 -88  46 -74  54 -50  48 -24  32 -6  28 -3  28 0", 0.26)
    body = shape.outline()
    coat(pen, body, what)
    with pen.on(body):
        patterned(pen, body, look, what.rgb)
        if not look.pattern and what.form != "metal":
            pen.line(shape.ring(-78), trim, 1.6)
            for angle in (-40, 0, 40):
                x, y = shape.at(angle, -48)
                for turn in range(0, 360, 60):
                    petal = ellipse(x + 7 * math.cos(math.radians(turn)), y + 7 * math.sin(math.radians(turn)), 4.4)
                    pen.decal(petal, trim, alpha=0.9)
                pen.decal(ellipse(x, y, 3.4), (240, 186, 70))
        reflections(pen, shape, what)
    lid = Turned("4 -106  16 -102  23 -95  24 -91", 0.26)
    coat(pen, lid.outline(), what, line=0.8)
    pen.line(lid.ring(-93), darken(what.rgb, 0.4), 1.4, alpha=0.7)
    coat(pen, ellipse(0, -111, 8, 7), Finish(look.part("knob", what.rgb), "glossy"), line=0.7)
    pen.anchor("top", 0, -116, 10)
    pen.anchor("text", 0, -46, 60)
    if look.noun == "kettle" or look.has("steaming"):
        steam(pen, 92, -92, 60, 26)
