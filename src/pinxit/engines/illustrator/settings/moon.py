"""The moon: grey dust with craters, the earth over the hills, a black sky full of stars."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.scenery import below, hill, place, rock, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, halo, stars
from pinxit.engines.illustrator.shapes import box, ellipse, smooth
from pinxit.engines.illustrator.stage import Stage


@place("moon", "lunar surface", "moon surface", "the moon", "alien planet", "planet", "asteroid", light="moonlight")
def draw(stage: Stage) -> None:
    """Hard light from one side; violet ground for alien planets."""
    mood, width = stage.mood, stage.width
    stage.horizon, stage.ground = 600, 885
    alien = bool({"alien", "planet"} & set(mood.words))
    dust: Rgb = (196, 124, 148) if alien else (226, 222, 218)
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    stage.far.glow(
        area, Gradient((0, 0), (0, 620), ((0.0, (4, 5, 16)), (1.0, (58, 30, 86) if alien else (20, 24, 52))))
    )
    rng = mood.random("moon")
    stars(stage.far, (-EDGE, -EDGE, width + EDGE, 600), rng, round(width / 4))
    earth(stage.far, width * 0.2, 220, min(120.0, width * 0.16))
    for i, (y, tone) in enumerate(((560, darken(dust, 0.46)), (600, darken(dust, 0.3)))):
        pen = stage.far if i == 0 else stage.middle
        hill(pen, wave(width, y, 44 - 14 * i, rng, 300 + 120 * i), tone, darken(tone, 0.25))
    line = wave(width, 650, 18, rng, 600)
    ground = stage.near.fill(
        below(line),
        Gradient((0, 640), (0, 1000), ((0.0, darken(dust, 0.16)), (0.5, dust), (1.0, darken(dust, 0.26)))),
        "flat",
        line=0.4,
    )
    with stage.near.on(ground):
        for x, y, r in (
            (0.14, 730, 120),
            (0.82, 700, 100),
            (0.62, 672, 50),
            (0.3, 676, 44),
            (0.92, 850, 190),
            (0.06, 900, 150),
            (0.45, 970, 110),
        ):
            crater(stage.near, x * width, y, r, dust)
        for _ in range(90):
            t = rng.random()
            s = 1.5 + 5 * t
            stage.near.decal(ellipse(rng.uniform(0, width), 660 + 340 * t, s, s * 0.5), darken(dust, 0.35), alpha=0.5)
    for x, y, w in ((0.2, 800, 80), (0.86, 780, 70), (0.97, 930, 130), (0.01, 790, 90)):
        rock(stage.near, x * width, y, w, darken(dust, 0.3))


def crater(pen: Pen, x: float, y: float, r: float, dust: Rgb) -> None:
    """A ring wall with a shaded bowl."""
    pen.decal(ellipse(x, y, r, r * 0.26), lighten(dust, 0.45))
    pen.decal(ellipse(x + r * 0.02, y + r * 0.03, r * 0.9, r * 0.2), darken(dust, 0.16))
    pen.decal(
        smooth(
            [
                (x - r * 0.1, y - r * 0.17),
                (x + r * 0.62, y - r * 0.12),
                (x + r * 0.88, y + r * 0.03),
                (x + r * 0.5, y + r * 0.17),
                (x + r * 0.46, y),
            ]
        ),
        darken(dust, 0.6),
        alpha=0.8,
    )


def earth(pen: Pen, x: float, y: float, r: float) -> None:  # limit: one drawing, a list of its parts from back to front
    """The blue planet with clouds."""
    halo(pen, x, y, r * 1.6, (96, 160, 255), 0.6)
    disc = pen.glow(
        ellipse(x, y, r),
        Gradient(
            (x - r * 0.3, y - r * 0.4),
            (x + r, y + r * 0.4),
            ((0.0, (110, 184, 244)), (0.6, (40, 104, 190)), (1.0, (12, 34, 84))),
            radial=True,
        ),
    )
    with pen.on(disc):
        for points in (
            ((-0.7, -0.5), (-0.2, -0.7), (0.1, -0.3), (-0.2, 0.1), (-0.5, -0.1)),
            ((-0.1, 0.2), (0.3, 0.1), (0.4, 0.5), (0.1, 0.9), (-0.1, 0.6)),
            ((0.4, -0.6), (0.9, -0.4), (0.8, 0.1), (0.5, -0.1)),
        ):
            pen.glow(smooth([(x + a * r, y + b * r) for a, b in points]), (110, 156, 96), alpha=0.9)
        for dy, w in ((-0.4, 0.7), (0.0, 0.9), (0.42, 0.6), (0.66, 0.4)):
            pen.glow(
                smooth(
                    [
                        (x - w * r, y + dy * r),
                        (x, y + (dy - 0.1) * r),
                        (x + w * r, y + (dy + 0.06) * r),
                        (x + 0.1 * r, y + (dy + 0.06) * r),
                    ]
                ),
                (250, 252, 255),
                alpha=0.75,
            )
        pen.glow(
            ellipse(x, y, r),
            Gradient(
                (x - r, y - r * 0.5),
                (x + r, y + r * 0.5),
                ((0.0, (4, 6, 20)), (0.55, (4, 6, 20)), (1.0, (4, 6, 20))),
                alphas=(0.0, 0.1, 0.9),
            ),
        )
