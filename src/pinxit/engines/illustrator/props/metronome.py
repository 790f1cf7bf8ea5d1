"""A metronome: a slim pyramid of wood, its front open on the scale, the pendulum swung to one side."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon


@thing("metronome", cm=22, kind="object")
def draw(pen: Pen, look: Look) -> None:
    wood = finish(look, (150, 84, 48), "glossy", usual="wood")
    coat(pen, box(-46, -12, 92, 12, 3), wood.tone(-0.25))
    coat(pen, polygon([(-40, -12), (40, -12), (17, -142), (-17, -142)]), wood, upright=True)
    coat(pen, polygon([(-17, -142), (17, -142), (0, -158)]), wood.tone(0.08))

    scale = pen.fill(polygon([(-23, -34), (23, -34), (11, -132), (-11, -132)]), (244, 236, 214), "flat", line=0.6)
    with pen.on(scale):
        for i in range(11):
            long = 8 if i % 2 else 5
            pen.line(curve((-long, -42 - 8 * i), (long, -42 - 8 * i)), (96, 84, 72), 0.9)

    with pen.at(0, -36, turn=14):
        pen.line(curve((0, 0), (0, -104)), (170, 172, 178), 3)
        weight = polygon([(-8, -82), (8, -82), (6, -66), (-6, -66)])
        pen.fill(weight, look.part("weight", (206, 164, 78)), "metal", line=0.5)
    pen.fill(ellipse(0, -30, 5), darken(wood.rgb, 0.4), "round", line=0.5)

    pen.line(curve((33, -58), (46, -58)), (150, 118, 58), 3.5)
    key = pen.fill(ellipse(47, -58, 7, 10), (206, 164, 78), "metal", line=0.5)
    with pen.on(key):
        pen.decal(ellipse(47, -58, 2.5, 4), lighten((120, 88, 40), 0.1))
    pen.anchor("text", 0, -22, 44)
    pen.anchor("top", 0, -158, 20)
