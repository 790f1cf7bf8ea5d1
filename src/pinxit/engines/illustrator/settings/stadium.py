"""A stadium: mown pitch, stands full of spectators, floodlights."""

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, halo, sky
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

CROWD: tuple[Rgb, ...] = ((222, 84, 72), (244, 240, 230), (70, 104, 176), (246, 196, 84), (60, 60, 76), (226, 180, 150))


@place(
    "stadium",
    "arena",
    "football field",
    "soccer field",
    "pitch",
    "sports field",
    "colosseum",
    "ice rink",
    sky=True,
)
def draw(stage: Stage) -> None:
    """The stands curve round the far side; stripes run towards the viewer."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 885, air.haze
    sky(stage, air)
    stands(stage, air)
    green = air.at((92, 158, 72))
    area = box(-EDGE, 586, width + 2 * EDGE, 444)
    pen = stage.near
    pen.fill(
        area, Gradient((0, 586), (0, 1000), ((0.0, lighten(green, 0.15)), (1.0, darken(green, 0.25)))), "flat", line=0
    )
    with pen.on(area):
        for i in range(-14, 15, 2):
            top, foot = width / 2 + i * width * 0.05, width / 2 + i * width * 0.15
            stripe = [(top, 586), (top + width * 0.05, 586), (foot + width * 0.15, 1030), (foot, 1030)]
            pen.decal(polygon(stripe), lighten(green, 0.2), alpha=0.5)
        white = air.at((246, 250, 244))
        pen.line(polygon([(-EDGE, 612), (width + EDGE, 612)], closed=False), white, 4)
        pen.line(
            polygon([(width * 0.3, 612), (width * 0.22, 690), (width * 0.78, 690), (width * 0.7, 612)], closed=False),
            white,
            5,
        )
        pen.line(arc(width / 2, 690, width * 0.14, 26, 0, 180), white, 5)
        pen.line(polygon([(-EDGE, 940), (width + EDGE, 940)], closed=False), white, 9, alpha=0.9)
    goal(stage, white=air.at((248, 248, 246)))


def stands(stage: Stage, air: Air) -> None:  # limit: one drawing, a list of its parts from back to front
    """Two tiers with rows of spectators, a boarding, floodlight masts."""
    pen, width, rng = stage.middle, stage.width, stage.mood.random("crowd")
    concrete = air.at((128, 132, 146), 0.16)
    for top, foot in ((330.0, 452.0), (462.0, 566.0)):
        tier = polygon(
            [
                (-EDGE, top - 60),
                (width * 0.2, top),
                (width * 0.8, top),
                (width + EDGE, top - 60),
                (width + EDGE, foot),
                (-EDGE, foot),
            ]
        )
        pen.fill(
            tier,
            Gradient((0, top), (0, foot), ((0.0, darken(concrete, 0.5)), (1.0, darken(concrete, 0.2)))),
            "flat",
            line=0.4,
        )
        heads = [skia.Path() for _ in CROWD]
        for row in range(7):
            y = top + (foot - top) * (row + 0.6) / 7
            x = -EDGE + rng.random() * 10
            while x < width + EDGE:
                lift = 60 * max(0.0, abs(x / width - 0.5) - 0.3) / 0.2 * (1 - row / 7)
                heads[rng.randrange(len(CROWD))].addCircle(x, y - lift, 5.4)
                x += rng.uniform(11, 17)
        with pen.on(tier):
            for path, tone in zip(heads, CROWD, strict=True):
                pen.decal(path, air.at(tone, 0.25), alpha=0.85)
        pen.fill(box(-EDGE, foot - 2, width + 2 * EDGE, 14), lighten(concrete, 0.3), "flat", line=0.4)
    pen.fill(box(-EDGE, 566, width + 2 * EDGE, 26), air.at((44, 74, 132), 0.1), "flat", line=0.4)
    for t in (0.1, 0.9):
        x = width * t
        pen.fill(box(x - 6, 130, 12, 200), darken(concrete, 0.3), "flat", line=0.4)
        pen.fill(box(x - 62, 76, 124, 62, 6), darken(concrete, 0.5), "flat", line=0.5)
        for k in range(8):
            pen.glow(ellipse(x - 45 + 30 * (k % 4), 93 + 28 * (k // 4), 11), (255, 252, 236))
        if stage.mood.night:
            halo(pen, x, 106, 330, (230, 240, 255), 0.7)
            pen.glow(
                polygon([(x - 60, 130), (x + 60, 130), (width / 2 + 260, 900), (width / 2 - 260, 900)]),
                fade((x, 130), (width / 2, 900), (226, 238, 255), (0.3, 0.0)),
            )


def goal(stage: Stage, white: Rgb) -> None:
    """A goal with its net, far away."""
    pen, x = stage.near, stage.width / 2
    for i in range(11):
        pen.line(polygon([(x - 90 + 18 * i, 546), (x - 80 + 16 * i, 606)], closed=False), white, 1.2, alpha=0.6)
    for i in range(5):
        pen.line(polygon([(x - 90, 550 + 13 * i), (x + 90, 550 + 13 * i)], closed=False), white, 1.2, alpha=0.6)
    pen.line(polygon([(x - 92, 614), (x - 92, 542), (x + 92, 542), (x + 92, 614)], closed=False), white, 6)
