"""A bowl of noodles, rice, soup, salad or cereal, by its name."""

import random

from pinxit.engines.illustrator.colours import (
    mix,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf, scatter
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, steam
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    union,
)


@thing(
    "ramen",
    "noodles",
    "noodle bowl",
    "bowl of ramen",
    "noodle soup",
    "bowl of noodles",
    "soup",
    "bowl of soup",
    "rice",
    "rice bowl",
    "bowl of rice",
    "salad",
    "salad bowl",
    "bowl of salad",
    "cereal",
    "stew",
    cm=12,
    kind="food",
    attach="hand",
    fit=76,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (186, 48, 44), "glossy", "ceramic")
    shape = Turned("70 -70 69 -62 62 -40 46 -16 32 -8 30 0", 0.36)
    broth = {"rice": (250, 248, 242), "salad": (112, 168, 66)}.get(
        look.noun.replace("bowl of ", "").replace(" bowl", ""), (222, 146, 62)
    )
    Vessel(shape, what, 4, broth, 7).draw(pen)
    rng = look.random("bowl")
    disc = ellipse(0, -64, 60, 20)
    with pen.on(union(shape.cap(-70, 4), box(-66, -130, 132, 60))):
        if "rice" in look.noun:
            mound = organic("-58 -62 -40 -84 0 -96 40 -84 58 -62 0 -48")
            pen.fill(mound, (252, 250, 244), "soft", line=0.7)
            for x, y in scatter(mound, 80, rng):
                pen.decal(ellipse(x, y, 3, 1.4, rng.uniform(0, 180)), (222, 218, 208))
        elif "salad" in look.noun:
            for x, y in scatter(disc, 22, rng):
                leaf(pen, x, y - 6, 30, rng.uniform(190, 350), mix((96, 160, 58), (160, 204, 92), rng.random()))
            for x, y in scatter(disc, 6, rng):
                pen.fill(ellipse(x, y - 12, 9, 7.5), (222, 56, 48), "glossy", line=0.6)
        elif ("soup" in look.noun and "noodle" not in look.noun) or look.noun in {"stew", "cereal"}:
            for i, (x, y) in enumerate(scatter(disc, 16, rng)):
                pen.fill(
                    ellipse(x, y, 7, 4, rng.uniform(0, 90)),
                    ((240, 130, 50), (120, 176, 76), (246, 226, 170))[i % 3],
                    "soft",
                    line=0.4,
                )
        else:
            noodles(pen, rng)
    if "noodle" in look.noun or "ramen" in look.noun:
        for dx in (0, 8):
            pen.line(curve((20 + dx, -74), (96 + dx, -128)), (120, 66, 44), 4)
    if "salad" not in look.noun and look.noun != "cereal":
        steam(pen, -10, -84, 56, 60)


def noodles(pen: Pen, rng: random.Random) -> None:
    """Strands, half an egg, greens, a slice of fish cake."""
    for _ in range(22):
        x, y = rng.uniform(-44, 30), -64 + rng.uniform(-12, 12)
        pen.line(
            curve((x - 14, y + 3), (x, y - 5), (x + 16, y + 4), (x + 30, y - 2)),
            mix((252, 222, 140), (236, 186, 92), rng.random()),
            3.2,
        )
    for x in (-36, -12):
        pen.fill(ellipse(x, -72, 15, 11, -10), (252, 248, 238), "soft", line=0.7)
        pen.fill(ellipse(x, -72, 8, 6), (250, 164, 44), "glossy", line=0.4)
    pen.fill(ellipse(22, -74, 15, 10), (252, 246, 244), "soft", line=0.7)
    pen.line(stroke("18 -74 22 -78 28 -74 22 -70 16 -72"), (240, 110, 140), 2.4)
    for x, y, turn in ((40, -66, -40), (44, -64, -70), (2, -58, 20)):
        leaf(pen, x, y, 24, turn)
    for _ in range(10):
        pen.line(ellipse(rng.uniform(-40, 44), -58 + rng.uniform(-6, 8), 2.6, 1.8), (110, 176, 72), 1.6)
