"""A black hole: a lightless disc in a whirl of glowing matter."""

import math

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.wire import wire
from pinxit.engines.illustrator.shapes import arc, ellipse, minus, star


@thing("black hole", "wormhole", "event horizon", "supernova", cm=200, kind="sky", flies=True)
def draw_black_hole(pen: Pen, look: Look) -> None:
    """The disc around it, its bent light above, the shadow, and the near side of the disc before it."""
    rgb = look.colour((244, 132, 40))
    if max(rgb) < 70:  # "black" names the hole, not the matter around it
        rgb = (244, 132, 40)
    rings = ((126.0, 34.0, darken(rgb, 0.5)), (112.0, 29.0, darken(rgb, 0.22)), (96.0, 23.0, rgb))
    pen.glow(ellipse(0, -84, 92), rgb, alpha=0.4, blur=26)
    with pen.at(0, -84, turn=-9):
        for wide, high, tone in rings:
            pen.glow(pen.fill(ellipse(0, 0, wide, high), tone, "flat", line=0.6), tone, alpha=0.4)
        for radius, tone in ((70.0, darken(rgb, 0.3)), (63.0, rgb), (57.0, lighten(rgb, 0.6))):
            pen.glow(pen.fill(ellipse(0, -2, radius), tone, "flat", line=0.6), tone, alpha=0.4)
        pen.fill(ellipse(0, -2, 50), (8, 6, 14), "flat", line=0.6)
        front = [minus(ellipse(0, 4, w, h), ellipse(0, -9, w * 0.93, h * 0.72)) for w, h, _ in rings]
        for path, (_, _, tone) in zip(front, rings, strict=True):
            pen.glow(pen.fill(path, tone, "flat", line=0.6), tone, alpha=0.4)
        pen.fill(minus(ellipse(0, 5, 84, 18), ellipse(0, -5, 80, 15)), mix(rgb, (255, 244, 214), 0.8), "flat", line=0.5)
        for i in range(14):
            angle = i * 25.0 + 8
            if 200 < angle < 340:
                continue
            grow = 0.8 + 0.17 * ((i * 7) % 5) / 4
            wire(pen, arc(0, 3, 124 * grow, 32 * grow, angle, 15), darken(rgb, 0.62), 1.3, "flat", 0)
    for i in range(11):
        far, turn = 104.0 + (i * 37) % 34, math.radians(i * 33 + 14)
        x, y, size = far * math.cos(turn), -84 + far * 0.86 * math.sin(turn), 2.4 + (i % 3) * 1.6
        pen.fill(star(x, y, size, size * 0.4, 4), lighten(rgb, 0.7), "flat", line=0.4)
