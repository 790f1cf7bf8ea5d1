"""A wrapped sweet, or a lollipop."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    capsule,
    curve,
    ellipse,
)


@thing("candy", "lollipop", "sweet", "lollypop", "candies", "sweets", cm=12, kind="food", attach="hand", fit=56)
def draw(pen: Pen, look: Look) -> None:
    rgb, second = look.colour((232, 64, 110)), look.colour((255, 246, 240), 1)
    if "lol" in look.noun:
        pen.fill(capsule(0, -56, 0, 20, 6), (250, 248, 244), "round", line=0.8)
        disc = ellipse(0, -92, 44)
        pen.fill(disc, rgb, "glossy")
        with pen.on(disc):
            for turn in range(0, 360, 60):
                spots = [
                    (r * math.cos(math.radians(turn + r * 2.6)), -92 + r * math.sin(math.radians(turn + r * 2.6)))
                    for r in range(0, 50, 5)
                ]
                pen.line(curve(*spots), second, 6)
        gloss(pen, -18, -112, 9, 5, -30)
        return
    for flip in (False, True):
        with pen.at(0, -34, flip=flip):
            pen.fill(organic("28 0 60 -28 56 -8 66 2 54 10 58 28", 0.3), rgb, "soft")
            for y in (-14, 0, 14):
                pen.line(curve((32, 0), (54, y)), darken(rgb, 0.3), 1.4, alpha=0.6)
    body = ellipse(0, -34, 36, 32)
    pen.fill(body, rgb, "glossy")
    with pen.on(body):
        for x in (-26, -4, 18):
            pen.decal(
                organic(f"{x - 6} -70 {x + 12} -50 {x + 10} -20 {x - 4} 0 {x - 12} 0 {x} -22 {x + 2} -50"),
                second,
                alpha=0.9,
            )
