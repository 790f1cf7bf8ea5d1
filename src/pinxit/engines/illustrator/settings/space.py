"""Out in space: a field of stars, a nebula, a ringed planet."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, halo, radial, stars
from pinxit.engines.illustrator.shapes import arc, box, ellipse, smooth
from pinxit.engines.illustrator.stage import Stage

PALETTES: tuple[tuple[Rgb, Rgb, Rgb], ...] = (
    ((92, 48, 160), (206, 70, 150), (48, 132, 200)),
    ((30, 92, 160), (64, 190, 190), (150, 80, 190)),
    ((150, 60, 90), (236, 140, 80), (80, 60, 170)),
)


@place(
    "space",
    "outer space",
    "galaxy",
    "cosmos",
    "universe",
    "nebula",
    "orbit",
    "stars",
    "deep space",
    airless=True,
    light="moonlight",
)
def draw(stage: Stage) -> None:
    """The nebula crosses the frame behind the subject; planets stay off the middle."""
    mood, width = stage.mood, stage.width
    stage.horizon, stage.ground = 620, 800
    pen, rng = stage.far, mood.random("space")
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    pen.glow(area, Gradient((0, 0), (width, 1000), ((0.0, (14, 12, 44)), (0.5, (24, 18, 62)), (1.0, (6, 8, 28)))))
    palette = PALETTES[mood.seed % len(PALETTES)]
    nebula(pen, width, palette, rng)
    stars(pen, (-EDGE, -EDGE, width + EDGE, 1000 + EDGE), rng, round(width / 3.2))
    stars(pen, (-EDGE, 400, width + EDGE, 1000 + EDGE), rng, round(width / 6))
    for _ in range(6):
        sparkle(pen, rng.uniform(0, width), rng.uniform(30, 960), rng.uniform(9, 22))
    planet(stage.middle, (width * 0.84, 220, min(150, width * 0.15)), (226, 160, 112), rings=True)
    planet(stage.middle, (width * 0.1, 860, min(240, width * 0.24)), palette[2])
    planet(stage.middle, (width * 0.2, 190, 34), (190, 184, 190))


def nebula(pen: Pen, width: float, palette: tuple[Rgb, Rgb, Rgb], rng: random.Random) -> None:
    """Clouds of gas along a diagonal."""
    for i in range(26):
        t = rng.random()
        x, y = width * (1.15 * t - 0.08), 820 - 680 * t + rng.gauss(0, 110)
        r = rng.uniform(110, 330)
        alpha = rng.uniform(0.16, 0.34)
        pen.glow(ellipse(x, y, r), radial(x, y, r, palette[i % 3], (alpha, alpha * 0.5, alpha * 0.12, 0.0)))
    for i in range(9):
        t = (i + rng.random()) / 9
        x, y, r = width * (1.1 * t - 0.05), 800 - 640 * t + rng.gauss(0, 40), rng.uniform(50, 120)
        pen.glow(ellipse(x, y, r), radial(x, y, r, lighten(palette[1], 0.5), (0.3, 0.1, 0.0)))
    dust = skia.Path()
    for _ in range(160):
        t = rng.random()
        dust.addCircle(width * t + rng.gauss(0, 30), 800 - 640 * t + rng.gauss(0, 60), rng.uniform(0.5, 1.5))
    pen.glow(dust, (255, 240, 250), alpha=0.7)


def sparkle(pen: Pen, x: float, y: float, size: float) -> None:
    """A bright star with four rays."""
    halo(pen, x, y, size * 1.6, (190, 214, 255), 0.6)
    path = skia.Path()
    for dx, dy in ((1.0, 0.0), (0.0, 1.0)):
        path.addPath(
            smooth(
                [
                    (x - dx * size, y - dy * size),
                    (x + dy * size * 0.06, y - dx * size * 0.06),
                    (x + dx * size, y + dy * size),
                    (x - dy * size * 0.06, y + dx * size * 0.06),
                ],
                tension=0.1,
            )
        )
    pen.glow(path, (255, 255, 255))


def planet(
    pen: Pen, spot: tuple[float, float, float], rgb: Rgb, rings: bool = False
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A planet at (x, y, radius) lit from the upper left, with bands; rings go behind and before it."""
    x, y, r = spot
    if rings:
        pen.line(arc(x, y, r * 1.75, r * 0.42, 180, 180), lighten(rgb, 0.3), r * 0.14, alpha=0.6)
    halo(pen, x, y, r * 1.3, lighten(rgb, 0.3), 0.4)
    disc = ellipse(x, y, r)
    stops = ((0.0, lighten(rgb, 0.4)), (0.5, rgb), (1.0, darken(rgb, 0.72)))
    pen.glow(disc, Gradient((x - r * 0.4, y - r * 0.45), (x + r * 1.1, y + r * 0.2), stops, radial=True))
    rng = random.Random(round(r * 31))
    with pen.on(disc):
        for i in range(7):
            by, h = y + r * (i / 3.5 - 0.9), r * rng.uniform(0.03, 0.11)
            band = smooth(
                [
                    (x - r * 1.1, by + r * 0.12),
                    (x, by),
                    (x + r * 1.1, by - r * 0.14),
                    (x + r * 1.1, by - r * 0.14 + h),
                    (x, by + h * 1.4),
                    (x - r * 1.1, by + r * 0.12 + h),
                ]
            )
            pen.glow(band, lighten(rgb, 0.3) if i % 2 else darken(rgb, 0.3), alpha=0.26)
        pen.glow(
            disc,
            Gradient(
                (x - r * 0.5, y - r * 0.5),
                (x + r * 0.9, y + r * 0.7),
                ((0.0, (6, 6, 24)), (0.5, (6, 6, 24)), (1.0, (6, 6, 24))),
                alphas=(0.0, 0.15, 0.9),
            ),
        )
    if rings:
        for k, alpha in ((1.75, 0.9), (1.52, 0.6)):
            pen.line(
                arc(x, y, r * k, r * 0.24 * k, 0, 180),
                lighten(rgb, 0.35 if k > 1.6 else 0.1),
                r * (0.13 if k > 1.6 else 0.06),
                alpha=alpha,
            )
