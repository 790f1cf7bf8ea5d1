"""What hangs free of the body, and the body where nothing hangs: ponchos, a sporran, a bare chest."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.body import Body
from pinxit.engines.illustrator.rigs.face import joined, stroke
from pinxit.engines.illustrator.shapes import ellipse, smooth


def poncho_outline(body: Body) -> skia.Path:
    """A blanket with a hole for the head: it covers the arms to the elbows and ends in a point in front."""
    f, k = body.frame, body.squeeze
    w, t = f.shoulder * k, f.trunk
    side = [(f.neck_w * 1.05, -2.2), (w * 0.7, 0.8), (w * 1.12, 5.5), (w * 1.5, t * 0.34), (w * 1.86, t * 0.66)]
    hem = [(w * 1.2, t * 0.78), (w * 0.6, t * 0.9), (0.0, t * 1.0), (-w * 0.6, t * 0.9), (-w * 1.2, t * 0.78)]
    rows = [(0.0, 1.6), *side, *hem, *((-x, y) for x, y in reversed(side))]
    return smooth([body.trunk(x, y) for x, y in rows], tension=0.3)


def draw_sporran(pen: Pen, body: Body) -> None:
    """The pouch before a kilt."""
    x, y = body.trunk(0, body.frame.trunk * 1.06)
    pouch = smooth([(x - 5, y), (x + 5, y), (x + 5.6, y + 8), (x, y + 12), (x - 5.6, y + 8)])
    pen.fill(pouch, (74, 52, 40), "soft")
    tassels = (stroke([(x + k, y + 5), (x + k, y + 9), (x + k, y + 14)], 1.1, 1, 0.6) for k in (-2.4, 0.0, 2.4))
    pen.decal(joined(tassels), (226, 218, 200))
    pen.decal(stroke([(x - 5, y + 1), (x, y + 3), (x + 5, y + 1)], 1.2, 1, 1), (206, 176, 96))


def draw_chest(pen: Pen, body: Body, outline: skia.Path, skin: Rgb) -> None:
    """Collarbones, chest, ribs and navel of a bare trunk."""
    f = body.frame
    w, t = f.shoulder * body.squeeze, f.trunk
    deep = mix(darken(skin, 0.4), (110, 46, 40), 0.35)
    with pen.on(outline), pen.at(*body.pit, 1, turn=body.tilt):
        for side in (-1, 1):
            bone = [(side * 1.6, 1.6), (side * w * 0.4, 2.4), (side * w * 0.8, 1.4)]
            pen.decal(stroke(bone, 1.0, 0.3, 0.1), deep, alpha=0.5)
            chest = [
                (side * 0.8, t * 0.3),
                (side * w * 0.36, t * 0.35),
                (side * w * 0.7, t * 0.28),
                (side * w * 0.82, t * 0.18),
            ]
            pen.decal(stroke(chest, 2.6, 0.3, 0.2), deep, alpha=0.28, blur=0.9)
            pen.decal(stroke(chest, 0.8, 0.2, 0.1), deep, alpha=0.55)
            pen.decal(ellipse(side * w * 0.46, t * 0.27, 1.5, 1.1), mix(skin, (150, 62, 56), 0.5), alpha=0.85)
            flank = [(side * w * 0.3, t * 0.42), (side * w * 0.34, t * 0.6), (side * w * 0.24, t * 0.86)]
            pen.decal(stroke(flank, 1.6, 0.1, 0.1), deep, alpha=0.25, blur=0.8)
            pen.decal(
                ellipse(side * w * 0.4 - 1, t * 0.22, w * 0.24, t * 0.07), lighten(skin, 0.3), alpha=0.3, blur=2.0
            )
        middle = [(0, t * 0.12), (0.2, t * 0.4), (0, t * 0.72)]
        pen.decal(stroke(middle, 1.1, 0.1, 0.2), deep, alpha=0.3, blur=0.3)
        pen.decal(ellipse(0, t * 0.76, 0.8, 1.1), deep, alpha=0.7)
