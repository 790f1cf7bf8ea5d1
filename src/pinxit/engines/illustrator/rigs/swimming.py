"""The furry animal that swims: head and back above the water, ripples around it."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.flanks import draw_flank
from pinxit.engines.illustrator.rigs.lying import limb_tone
from pinxit.engines.illustrator.rigs.muzzles import draw_face
from pinxit.engines.illustrator.shapes import curve, ellipse, smooth, tube

FOAM: Rgb = (226, 242, 250)
SWIMMING = frozenset({"swim", "float", "paddle", "bathe", "wade"})
WATER: Rgb = (120, 186, 214)


def draw_ripples(pen: Pen, half: float) -> None:
    """Rings on the water around what swims in it, `half` its half width; the water stands at y 0."""
    for x, y, w in ((-0.06, 3, 1.04), (0.5, 9, 0.54), (-0.5, 10, 0.44), (1.06, 2, 0.18)):
        cx, reach = x * half, w * half
        pen.line(curve((cx - reach, y - 2), (cx, y + 4), (cx + reach, y - 2)), FOAM, 3.2, alpha=0.85)


def draw_swimming(pen: Pen, look: Look, species: Coat) -> None:
    """Draw the animal; anchors: head, eyes, face, mouth, neck, body, back, seat, hand, hand2."""
    coat = species.dressed(look)
    if coat.tail not in {"none", "short", "curl"}:
        pen.fill(tube([(-84, 0), (-112, -10), (-136, -6)], [22, 18, 8]), coat.fur, "soft", line=0.9)
    back = pen.fill(
        smooth([(-104, 4), (-86, -26), (-40, -40), (10, -40), (44, -56), (84, -48), (94, 4), (0, 8)]), coat.fur, "soft"
    )
    with pen.on(back):
        with pen.at(0, 20):
            draw_flank(pen, coat, 64, (-70, 30), look)
        if coat.has("spines", "saddle"):
            pen.decal(ellipse(-30, -42, 70, 22), coat.dark)
        pen.decal(ellipse(0, 6, 110, 11), WATER, alpha=0.55, blur=4)
    pen.anchor("back", -20, -38, 100)
    pen.anchor("seat", -20, -40, 70)
    pen.anchor("body", -10, -22, 110)
    pen.fill(tube([(88, -12), (112, -14), (126, -4)], [22, 20, 17]), limb_tone(coat), "soft", line=0.9)
    pen.anchor("hand", 122, -10, 24)
    pen.anchor("hand2", 70, -8, 22)
    rx = (52 if look.cute else 46 if coat.compact else 41) * (0.9 if coat.has("mane") else 1.0)
    pen.anchor("neck", 58, -22, rx * 1.4)
    with pen.at(60, -24 - rx * 0.72, turn=3):
        draw_face(pen, look, coat, (0, 0, rx, rx * 0.9))
    draw_ripples(pen, 118)
