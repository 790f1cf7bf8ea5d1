"""Under the sea: beams from the surface, rocks in blue distance, corals and weed, bubbles."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.scenery import below, place, rock, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, halo, shafts
from pinxit.engines.illustrator.rigs.waters import ripples
from pinxit.engines.illustrator.shapes import box, curve, ellipse, tube
from pinxit.engines.illustrator.stage import Stage

CORALS: tuple[Rgb, ...] = ((240, 106, 108), (250, 162, 80), (206, 96, 170), (252, 204, 96), (130, 96, 190))


@place(
    "underwater",
    "under the sea",
    "under water",
    "coral reef",
    "reef",
    "seabed",
    "sea floor",
    "ocean floor",
    "deep sea",
    wet=True,
    airless=True,
)
def draw(stage: Stage) -> None:
    """Light from above, deeper blue below, the reef in the lower corners."""
    mood, width = stage.mood, stage.width
    deep = mood.night or bool({"deep", "dark"} & set(mood.words))
    tones: tuple[Rgb, Rgb, Rgb] = (
        ((26, 78, 130), (14, 48, 96), (6, 18, 50)) if deep else ((126, 220, 226), (34, 146, 190), (16, 70, 128))
    )
    stage.horizon, stage.ground, stage.haze = 700, 880, tones[1]
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    stage.far.fill(
        area, Gradient((0, 0), (0, 860), ((0.0, tones[0]), (0.45, tones[1]), (1.0, tones[2]))), "flat", line=0
    )
    halo(stage.far, width * 0.42, -60, 620, (226, 255, 250), 0.75 if not deep else 0.3)
    rng = mood.random("under")
    stage.far.glow(ripples((-EDGE, -10, width + EDGE, 70), 46, 110, rng), (236, 255, 252), alpha=0.3)
    for i, (y, far) in enumerate(((640, 0.72), (720, 0.46))):
        ridge = wave(width, y, 70 - 18 * i, mood.random(f"ridge{i}"), 300)
        edge = [(x, py - 190 * abs(x / width - 0.5) ** 1.6 * 2) for x, py in ridge]
        tone = mix(mix((44, 66, 92), tones[2], 0.3), tones[1], far)
        (stage.far if i == 0 else stage.middle).fill(
            below(edge), Gradient((0, y - 150), (0, y + 200), ((0.0, tone), (1.0, darken(tone, 0.2)))), "flat", line=0.3
        )
    shafts(
        stage.middle,
        (width * 0.42, -80),
        (width * 0.05, width * 0.95, 830),
        (214, 252, 250),
        0.3 if not deep else 0.14,
        6,
    )
    floor(stage, tones)
    reef(stage, tones)
    bubbles(stage)


def floor(stage: Stage, tones: tuple[Rgb, Rgb, Rgb]) -> None:
    """Rippled sand with a net of light on it."""
    pen, width = stage.near, stage.width
    rng = stage.mood.random("floor")
    sand = mix((226, 208, 158), tones[1], 0.42)
    area = pen.fill(
        below(wave(width, 800, 16, rng, 500)),
        Gradient((0, 790), (0, 1000), ((0.0, mix(sand, tones[1], 0.35)), (1.0, darken(sand, 0.24)))),
        "flat",
        line=0.4,
    )
    with pen.on(area):
        pen.decal(ripples((-EDGE, 800, width + EDGE, 1010), 60, 120, rng), darken(sand, 0.3), alpha=0.35)
        pen.glow(ripples((-EDGE, 800, width + EDGE, 1010), 40, 90, rng), (232, 255, 246), alpha=0.28)


def reef(stage: Stage, tones: tuple[Rgb, Rgb, Rgb]) -> None:
    """Rocks, corals and weed: small and blue behind, large and bright in the corners."""
    width = stage.width
    rng = stage.mood.random("reef")
    for pen, y, scale, far, reach in (
        (stage.middle, 806, 0.6, 0.45, 0.42),
        (stage.near, 860, 1.0, 0.16, 0.26),
        (stage.front, 1012, 1.25, 0.0, 0.15),
    ):
        for side in (0, 1):
            for i in range(5):
                t = reach * (i + rng.random()) / 5
                x = width * (t if side == 0 else 1 - t)
                size = scale * (1.2 - t * 1.6) * min(1.0, width / 900 + 0.3)
                tone = mix(CORALS[(i + side * 2) % 5], tones[1], far)
                if i == 1:
                    rock(pen, x, y + 10, 150 * size, mix((96, 92, 108), tones[1], far))
                if i % 3 == 0:
                    weed(pen, x, y, 190 * size, mix((70, 150, 92), tones[1], far))
                elif i % 3 == 1:
                    branch(pen, x, y, 110 * size, tone)
                else:
                    fan(pen, x, y, 84 * size, tone)


def weed(pen: Pen, x: float, y: float, height: float, rgb: Rgb) -> None:
    """Blades of kelp that sway."""
    for k in range(4):
        dx, h = (k - 1.5) * height * 0.12, height * (1 - 0.14 * abs(k - 1.5))
        points = [(x + dx + math.sin(i * 1.4 + k) * height * 0.06, y - h * i / 5) for i in range(6)]
        pen.fill(
            tube(points, [height * w for w in (0.05, 0.08, 0.09, 0.08, 0.06, 0.02)]),
            darken(rgb, 0.18 * (k % 2)),
            "flat",
            line=0.4,
        )


def branch(pen: Pen, x: float, y: float, height: float, rgb: Rgb) -> None:
    """A branching coral."""
    path = skia.Path()
    for angle in (-150, -122, -96, -68, -36):
        a = math.radians(angle)
        tip = (x + math.cos(a) * height * 0.9, y + math.sin(a) * height)
        mid = (x + math.cos(a) * height * 0.45 + height * 0.05, y + math.sin(a) * height * 0.5)
        path.addPath(tube([(x, y + 6), mid, tip], [height * 0.2, height * 0.15, height * 0.1]))
        for turn in (-28, 30):
            b = math.radians(angle + turn)
            path.addPath(
                tube(
                    [mid, (mid[0] + math.cos(b) * height * 0.42, mid[1] + math.sin(b) * height * 0.42)],
                    [height * 0.12, height * 0.07],
                )
            )
    pen.fill(
        path, Gradient((x, y - height), (x, y), ((0.0, lighten(rgb, 0.3)), (1.0, darken(rgb, 0.3)))), "flat", line=0.4
    )


def fan(pen: Pen, x: float, y: float, radius: float, rgb: Rgb) -> None:
    """A brain coral: a dome with furrows."""
    dome = pen.fill(ellipse(x, y, radius, radius * 0.8), rgb, "soft", line=0.5)
    with pen.on(dome):
        for i in range(6):
            ry = y - radius * 0.8 + radius * 0.22 * i
            pen.line(
                curve(*((x + radius * (j / 4 - 1), ry + (8 if (i + j) % 2 else -8) * radius / 80) for j in range(9))),
                darken(rgb, 0.3),
                radius * 0.05,
                alpha=0.7,
            )


def bubbles(stage: Stage) -> None:
    """Bubbles that rise at the sides."""
    rng = stage.mood.random("bubbles")
    for _ in range(26):
        side = rng.choice((0.14, 0.84))
        x, y, r = (side + rng.uniform(-0.1, 0.1)) * stage.width, rng.uniform(60, 820), rng.uniform(4, 15)
        stage.near.decal(ellipse(x, y, r), (226, 250, 255), alpha=0.16)
        stage.near.line(ellipse(x, y, r), (226, 250, 255), 1.6, alpha=0.6)
        stage.near.decal(ellipse(x - r * 0.35, y - r * 0.4, r * 0.24), (255, 255, 255), alpha=0.9)
