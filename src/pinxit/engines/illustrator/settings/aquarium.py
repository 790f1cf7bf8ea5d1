"""An aquarium: a great pane with the sea behind it, fish in it, blue light on the floor of a dark hall."""

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade, halo
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

FISH: tuple[Rgb, ...] = ((250, 180, 70), (240, 110, 90), (250, 230, 120), (150, 200, 250), (220, 150, 230))


@place("aquarium", "oceanarium", "aquarium tunnel", "fish tank", light="neon")
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The pane fills the back; the floor mirrors it."""
    width, rng = stage.width, stage.mood.random("tank")
    stage.indoors, stage.horizon, stage.ground, stage.haze = True, 690.0, 900.0, (30, 90, 150)
    pen = stage.far
    pen.glow(
        box(-EDGE, -EDGE, width + 2 * EDGE, 760),
        Gradient((0, 0), (0, 700), ((0.0, (110, 216, 240)), (0.4, (30, 140, 200)), (1.0, (10, 62, 122)))),
    )
    for k in range(8):
        x = width * (k + 0.3) / 8
        ray = polygon([(x, -30), (x + 50, -30), (x + 130, 700), (x - 40, 700)])
        pen.glow(ray, fade((x, 0), (x, 640), (220, 250, 255), (0.34, 0.1, 0.0)), blur=6)
    reef(pen, stage)
    for _ in range(round(34 * width / 1000)):
        x, y, s = rng.uniform(0, width), rng.uniform(90, 560), rng.uniform(9, 26)
        fish(pen, x, y, s, rng.choice(FISH), -1 if rng.random() < 0.5 else 1)
    ray_fish(pen, width * 0.24, 190, 92)
    shark(pen, width * 0.74, 250, 150)
    bubbles = skia.Path()
    for _ in range(46):
        bubbles.addCircle(
            width * rng.choice((0.16, 0.52, 0.88)) + rng.gauss(0, 16), rng.uniform(60, 650), rng.uniform(2, 6)
        )
    pen.glow(bubbles, (230, 250, 255), alpha=0.5)
    mid = stage.middle
    mid.fill(
        box(-EDGE, 680, width + 2 * EDGE, 400),
        Gradient((0, 680), (0, 1000), ((0.0, (26, 66, 110)), (0.3, (18, 40, 78)), (1.0, (10, 20, 44)))),
        "flat",
        line=0,
    )
    mid.fill(box(-EDGE, 668, width + 2 * EDGE, 26), (16, 28, 54), "flat", line=0.4)
    mid.glow(box(-EDGE, 694, width + 2 * EDGE, 210), fade((0, 694), (0, 900), (70, 180, 230), (0.42, 0.0)))
    caustics = skia.Path()
    for _ in range(40):
        x, y = rng.uniform(0, width), rng.uniform(710, 980)
        caustics.addPath(ellipse(x, y, rng.uniform(20, 70), rng.uniform(2, 6)))
    mid.glow(caustics, (130, 220, 250), alpha=0.2, blur=3)
    for t in (0.0, 1.0):
        x = width * t
        stage.near.fill(
            box(x - 70, -EDGE, 140, 1060),
            Gradient((x - 70, 0), (x + 70, 0), ((0.0, (12, 20, 42)), (0.5, (34, 62, 104)), (1.0, (10, 16, 34)))),
            "flat",
            line=0.4,
        )
    stage.near.fill(box(-EDGE, -EDGE, width + 2 * EDGE, 74), (12, 20, 42), "flat", line=0.4)
    halo(stage.near, width / 2, 60, width * 0.4, (90, 190, 240), 0.25)


def reef(pen: Pen, stage: Stage) -> None:
    """Rocks and corals at the foot of the pane."""
    rng, width = stage.mood.random("reef"), stage.width
    x = -40.0
    while x < width + 60:
        w, h = rng.uniform(120, 240), rng.uniform(60, 150) * (0.5 + abs(x / width - 0.5) * 1.6)
        pen.fill(
            smooth(
                [
                    (x - w / 2, 700),
                    (x - w * 0.3, 700 - h * 0.8),
                    (x, 700 - h),
                    (x + w * 0.32, 700 - h * 0.7),
                    (x + w / 2, 700),
                ]
            ),
            (28, 62, 96),
            "round",
            line=0.3,
        )
        tone = rng.choice(((236, 96, 120), (250, 160, 90), (170, 110, 210), (110, 200, 160)))
        for k in range(7):
            a = -math.pi / 2 + (k - 3) * 0.28
            far = h * rng.uniform(0.4, 0.8)
            tip = (x + math.cos(a) * far, 700 - h * 0.7 + math.sin(a) * far)
            pen.line(
                smooth([(x, 700 - h * 0.6), ((x + tip[0]) / 2 + 6, 700 - h * 0.7 - far * 0.4), tip], closed=False),
                darken(tone, 0.15),
                9,
            )
            pen.fill(ellipse(*tip, 7), lighten(tone, 0.2), "round", line=0.2)
        x += w * rng.uniform(0.6, 1.0)


def fish(pen: Pen, x: float, y: float, s: float, rgb: Rgb, way: float) -> None:  # limit: place, size, colour, side
    """A small fish."""
    pen.fill(
        polygon(
            [
                (x - way * s * 0.7, y),
                (x - way * s * 1.5, y - s * 0.5),
                (x - way * s * 1.3, y),
                (x - way * s * 1.5, y + s * 0.5),
            ]
        ),
        darken(rgb, 0.15),
        "flat",
        line=0.3,
    )
    pen.fill(smooth([(x - way * s, y), (x, y - s * 0.55), (x + way * s, y), (x, y + s * 0.5)]), rgb, "round", line=0.3)
    pen.decal(
        smooth(
            [
                (x - way * s * 0.1, y - s * 0.5),
                (x + way * s * 0.1, y),
                (x - way * s * 0.1, y + s * 0.46),
                (x - way * s * 0.3, y),
            ]
        ),
        lighten(rgb, 0.55),
    )
    pen.decal(ellipse(x + way * s * 0.55, y - s * 0.1, s * 0.1), (20, 20, 40))


def ray_fish(pen: Pen, x: float, y: float, s: float) -> None:
    """A ray with spread wings."""
    pen.fill(
        smooth(
            [
                (x - s, y + s * 0.1),
                (x - s * 0.2, y - s * 0.3),
                (x + s * 0.1, y - s * 0.34),
                (x + s, y - s * 0.1),
                (x + s * 0.2, y + s * 0.24),
                (x, y + s * 0.3),
            ]
        ),
        (60, 110, 160),
        "round",
        line=0.4,
    )
    pen.line(
        smooth([(x - s * 0.1, y + s * 0.24), (x - s * 0.4, y + s * 0.6), (x - s * 0.9, y + s * 0.8)], closed=False),
        (60, 110, 160),
        5,
    )


def shark(pen: Pen, x: float, y: float, s: float) -> None:
    """A shark that glides by."""
    body = smooth(
        [
            (x - s, y),
            (x - s * 0.4, y - s * 0.2),
            (x + s * 0.4, y - s * 0.1),
            (x + s * 0.9, y - s * 0.02),
            (x + s * 0.3, y + s * 0.13),
            (x - s * 0.5, y + s * 0.14),
        ]
    )
    pen.fill(
        polygon([(x - s * 0.2, y - s * 0.15), (x + s * 0.06, y - s * 0.44), (x + s * 0.14, y - s * 0.12)]),
        (84, 124, 158),
        "flat",
        line=0.3,
    )
    pen.fill(
        polygon([(x + s * 0.8, y), (x + s * 1.16, y - s * 0.3), (x + s * 1.02, y), (x + s * 1.12, y + s * 0.18)]),
        (84, 124, 158),
        "flat",
        line=0.3,
    )
    pen.fill(body, (104, 146, 178), "round", line=0.4)
    with pen.on(body):
        pen.decal(ellipse(x - s * 0.1, y + s * 0.2, s, s * 0.14), (206, 226, 236))
    pen.fill(
        polygon([(x - s * 0.3, y + s * 0.1), (x - s * 0.16, y + s * 0.4), (x, y + s * 0.12)]),
        (84, 124, 158),
        "flat",
        line=0.3,
    )
    pen.decal(ellipse(x - s * 0.72, y - s * 0.03, s * 0.024), (16, 22, 36))
