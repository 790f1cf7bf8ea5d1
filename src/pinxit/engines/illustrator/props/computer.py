"""A laptop, or a desktop computer with its screen."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    polygon,
    taper,
)


@thing("desktop computer", "pc", "monitor", "computer", cm=48, kind="object")
@thing("laptop", "laptop computer", "notebook computer", cm=26, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (188, 194, 202), "metal")
    if look.noun in {"desktop computer", "pc", "monitor", "computer"}:
        coat(pen, taper(26, 40, -44, -16), what.tone(-0.14))
        coat(pen, ellipse(0, -14, 44, 8), what)
    else:
        coat(pen, polygon([(-92, -26), (92, -26), (116, -4), (-116, -4)]), what.tone(0.1))
        coat(pen, box(-116, -4, 232, 6, 3), what.tone(-0.1))
        pen.fill(polygon([(-80, -23), (80, -23), (92, -12), (-92, -12)]), (64, 66, 74), "flat", line=0.3)
        for row in range(3):
            for i in range(14):
                pen.decal(box((-76 + i * 11) * (1 + row * 0.045), -22 + row * 3.4, 9.4, 2.6, 0.8), (96, 98, 108))
        pen.decal(polygon([(-26, -10), (26, -10), (28, -5), (-28, -5)]), darken(what.rgb, 0.14))
    foot = -38 if look.noun in {"desktop computer", "pc", "monitor", "computer"} else -26
    coat(pen, box(-94, foot - 118, 188, 118, 6), what.tone(-0.35))
    glass = box(-88, foot - 112, 176, 106, 2)
    pen.fill(
        glass,
        Gradient((-80, foot - 110), (80, foot), ((0, (96, 166, 226)), (0.6, (120, 106, 204)), (1, (236, 120, 150)))),
        "flat",
        line=0.5,
    )
    with pen.on(glass):
        if look.text:  # a screen that shows words shows them on calm ground
            pen.decal(box(-90, foot - 114, 180, 110), (22, 24, 52), alpha=0.72)
        else:
            _window(pen, foot)
        pen.decal(polygon([(10, foot), (78, foot - 116), (110, foot - 116), (48, foot)]), WHITE, alpha=0.16)
    pen.anchor("text", 0, foot - 60, 150)


def _window(pen: Pen, foot: float) -> None:
    """A window with lines of text on the screen."""
    pen.decal(box(-74, foot - 98, 96, 66, 3), (248, 248, 252))
    pen.decal(box(-74, foot - 98, 96, 9, 3), (222, 224, 234))
    for i, tone in enumerate(((236, 92, 82), (244, 190, 76), (98, 194, 96))):
        pen.decal(ellipse(-68 + i * 6, foot - 93.5, 1.9), tone)
    for i in range(6):
        pen.line(
            curve((-66, foot - 80 + i * 7), (-66 + (70, 44, 60, 78, 36, 56)[i], foot - 80 + i * 7)),
            (150, 156, 176),
            2,
            alpha=0.8,
        )
