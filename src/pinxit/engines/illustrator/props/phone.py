"""A smartphone; "rotary" or "old" ones have a dial and a receiver."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    polygon,
)


@thing("telephone", "rotary phone", cm=18, kind="object", attach="hand", fit=64)
@thing("tablet", cm=24, kind="object", attach="hand", fit=64)
@thing(
    "phone",
    "smartphone",
    "cell phone",
    "phone screen",
    "mobile phone",
    "iphone",
    "cellphone",
    cm=15,
    kind="object",
    attach="hand",
    fit=64,
)
def draw(pen: Pen, look: Look) -> None:
    if look.noun in {"telephone", "rotary phone"} or look.has("old", "vintage", "rotary", "retro"):
        rotary(pen, finish(look, (178, 38, 46), "glossy"))
        return
    what = finish(look, (60, 62, 70), "metal")
    wide = 64 if look.noun == "tablet" else 42
    coat(pen, box(-wide + 3, -170, wide * 2, 170, 14), what.tone(-0.3))
    coat(pen, box(-wide, -170, wide * 2, 169, 14), what)
    glass = box(-wide + 4, -166, wide * 2 - 8, 161, 11)
    pen.fill(
        glass,
        Gradient((-wide, -166), (wide, 0), ((0, (70, 110, 210)), (0.5, (150, 90, 200)), (1, (246, 140, 130)))),
        "flat",
        line=0.5,
    )
    with pen.on(glass):
        pen.decal(polygon([(-10, -170), (60, -170), (60, -60)]), WHITE, alpha=0.16)
        hues = ((246, 246, 250), (255, 200, 90), (110, 206, 130), (94, 180, 246), (244, 112, 112), (190, 140, 246))
        for row in range(0 if look.text else 4):
            for i in range(4):
                x = (i - 1.5) * wide * 0.42
                pen.decal(
                    box(x - wide * 0.15, -130 + row * 24, wide * 0.3, wide * 0.3, 4),
                    hues[(i + row * 3) % 6],
                    alpha=0.92,
                )
        if look.text:  # a screen that shows words shows them on calm ground
            pen.decal(box(-wide - 4, -172, wide * 2 + 8, 180), (30, 26, 66), alpha=0.62)
            pen.decal(box(-wide * 0.3, -12, wide * 0.6, 3, 1.5), WHITE, alpha=0.8)
        else:
            pen.decal(box(-wide * 0.8, -28, wide * 1.6, 18, 8), WHITE, alpha=0.3)
    pen.decal(box(-11, -162, 22, 5, 2.5), (14, 14, 18))
    pen.anchor("text", 0, -88, wide * 1.66)


def rotary(pen: Pen, what: Finish) -> None:
    """A telephone with a dial."""
    body = organic("-78 0 -70 -26 -44 -62 -24 -74 24 -74 44 -62 70 -26 78 0", 0.3)
    coat(pen, body, what)
    for x in (-30, 30):
        coat(pen, box(x - 8, -88, 16, 20, 3), what.tone(-0.2))
    coat(
        pen,
        organic("-86 -78 -82 -100 -52 -104 0 -110 52 -104 82 -100 86 -78 60 -76 48 -88 0 -92 -48 -88 -60 -76", 0.4),
        what.tone(0.04),
    )
    pen.fill(ellipse(0, -36, 32, 30), (240, 232, 214), "round", line=0.7)
    for i in range(10):
        a = math.radians(-60 + i * 30)
        pen.decal(ellipse(22 * math.cos(a), -36 + 20.5 * math.sin(a), 4.4), darken(what.rgb, 0.4))
    pen.fill(ellipse(0, -36, 12, 11.5), (222, 180, 92), "metal", line=0.5)
