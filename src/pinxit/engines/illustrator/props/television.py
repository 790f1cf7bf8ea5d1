"""A television; "old" ones have a case, knobs and an aerial."""

from pinxit.engines.illustrator.colours import (
    INK,
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    capsule,
    curve,
    ellipse,
    polygon,
    taper,
)


@thing("vintage tv", "old tv", "tv set", cm=55, kind="object")
@thing("television", "tv", "screen", "flat screen", cm=60, kind="object")
def draw(pen: Pen, look: Look) -> None:
    old = look.has("old", "vintage", "retro", "antique") or look.noun in {"vintage tv", "old tv", "tv set"}
    what = finish(look, (150, 94, 56) if old else (44, 46, 52), "soft" if old else "glossy", "wood" if old else "")
    if old:
        for x in (-50, 50):
            coat(pen, capsule(x, -22, x * 1.2, -2, 8, 5), Finish((80, 56, 42)))
        pen.line(curve((0, -140), (-34, -184)), (160, 164, 172), 2.6)
        pen.line(curve((0, -140), (38, -180)), (160, 164, 172), 2.6)
        coat(pen, box(-92, -144, 184, 124, 16), what)
        glass = organic("-78 -132 -22 -136 34 -132 38 -82 34 -34 -22 -30 -78 -34 -82 -82", 0.35)
        for y in (-116, -88):
            pen.fill(ellipse(64, y, 12), (222, 206, 170), "metal", line=0.6)
            pen.line(curve((64, y), (70, y - 7)), INK, 2.4)
        for y in range(-66, -32, 6):
            pen.line(curve((52, y), (78, y)), darken(what.rgb, 0.5), 2.4)
    else:
        coat(pen, taper(20, 30, -22, -6), what.tone(-0.1))
        coat(pen, ellipse(0, -4, 52, 6), what)
        coat(pen, box(-116, -146, 232, 128, 5), what)
        glass = box(-111, -141, 222, 116, 2)
    shine = look.part("screen", (92, 150, 176))
    pen.fill(
        glass, Gradient((-60, -140), (60, -30), ((0, lighten(shine, 0.3)), (1, darken(shine, 0.4)))), "flat", line=0.6
    )
    with pen.on(glass):
        pen.decal(polygon([(-120, -20), (-40, -150), (0, -150), (-80, -20)]), WHITE, alpha=0.2)
        pen.decal(polygon([(-62, -20), (18, -150), (28, -150), (-52, -20)]), WHITE, alpha=0.14)
        if look.text:  # a screen that shows words shows them on calm ground
            pen.decal(box(-120, -150, 240, 150), (16, 24, 56), alpha=0.66)
    pen.anchor("text", -22 if old else 0, -84, 90 if old else 180)
    pen.anchor("inside", -22 if old else 0, -84, 90 if old else 180)
