"""A tiered cake with drips of icing, berries and candles."""

import random

from pinxit.engines.illustrator.colours import (
    INK,
    WHITE,
    Rgb,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import flame
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    box,
    common,
    curve,
    ellipse,
    smooth,
    union,
)


@thing("wedding cake", "tiered cake", cm=60, kind="food")
@thing("cake", "birthday cake", "layer cake", "chocolate cake", cm=26, kind="food")
def draw(pen: Pen, look: Look) -> None:
    chocolate = "chocolate" in look.noun or look.has("chocolate")
    base = look.colour((118, 70, 46) if chocolate else (252, 236, 226))
    icing = look.colour((74, 40, 28) if chocolate else (244, 140, 172), 1)
    rng = look.random("cake")
    stand = Turned("92 -8  90 -4  86 0", 0.3)
    pen.fill(stand.outline(), (236, 232, 226), "glossy")
    pen.fill(stand.cap(-8), (250, 248, 244), "glossy", line=0.5)
    tiers = [(76.0, -12.0, 62.0), (50.0, -74.0, 46.0)]
    if "wedding" in look.noun:
        tiers.append((30.0, -120.0, 38.0))
        base, icing = look.colour((253, 249, 242)), look.colour((246, 232, 214), 1)
    for wide, foot, high in tiers:
        tier(pen, (wide, foot, high), base, icing, rng)
    pen.anchor("text", 0, -34, 112)
    wide, foot, high = tiers[-1]
    if "wedding" not in look.noun and look.holds is None:  # candles that were asked for are set on "top"
        for i in range(5):
            x = (i - 2) * wide * 0.34
            y = foot - high + wide * 0.1 * (1 - ((i - 2) / 2) ** 2) + 2
            tone = ((110, 190, 226), (250, 206, 90), (244, 110, 140))[i % 3]
            pen.fill(box(x - 2.6, y - 30, 5.2, 30, 1.5), tone, "glossy", line=0.6)
            for k in range(3):
                pen.line(curve((x - 2.4, y - 6 - k * 9), (x + 2.4, y - 10 - k * 9)), WHITE, 1.8, alpha=0.9)
            pen.line(curve((x, y - 30), (x, y - 34)), INK, 1)
            flame(pen, x, y - 33, 15)
    pen.anchor("top", 0, foot - high, wide * 1.2)


def tier(pen: Pen, size: tuple[float, float, float], base: Rgb, icing: Rgb, rng: random.Random) -> None:
    """One round of cake: its side, the drips from its top, piped pearls round its foot, berries on its edge."""
    wide, foot, high = size
    shape = Turned(f"{wide} {foot - high} {wide} {foot - high / 2} {wide} {foot}", 0.3)
    pen.fill(shape.outline(), base, "round")
    with pen.on(shape.outline()):
        pen.line(shape.ring(foot - high * 0.42), lighten(icing, 0.25), 3, alpha=0.6)
    spots = [shape.at(-90, foot - high)]
    for a in range(-90, 90, 20):
        fall = high * rng.uniform(0.2, 0.46)
        spots += [
            shape.at(a + 3, foot - high + 5),
            shape.at(a + 7, foot - high + fall),
            shape.at(a + 12, foot - high + fall),
            shape.at(a + 16, foot - high + 6),
        ]
    spots += [
        shape.at(90, foot - high),
        (wide * 0.9, foot - high - wide * 0.3),
        (-wide * 0.9, foot - high - wide * 0.3),
    ]
    drip = common(smooth(spots, tension=0.42), shape.outline())
    pen.fill(union(drip, shape.cap(foot - high)), icing, "glossy", line=0.7)
    pen.decal(shape.cap(foot - high, 1.5), lighten(icing, 0.28))
    pen.line(shape.ring(foot - high + 2, -62, -20), WHITE, 2.4, alpha=0.6, blur=0.6)
    for a in range(-84, 85, round(900 / wide)):
        x, y = shape.at(a, foot)
        pen.fill(ellipse(x, y - 3, 5, 4.6), lighten(icing, 0.4), "glossy", line=0.4)
