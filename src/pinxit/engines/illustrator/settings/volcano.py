"""A volcanic land: a smoking cone with glowing streams, black rocks, a river of lava, embers."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.airborne import sparks
from pinxit.engines.illustrator.rigs.scenery import below, jagged, place, range_of, rock, told, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, halo, puffs, sky
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

LAVA: Rgb = (255, 130, 40)
ROCK: Rgb = (72, 58, 62)


@place("volcano", "volcanic landscape", "volcano landscape", "lava field", "lava", "underworld", "hell", sky=True)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The cone stands behind the middle; the lava turns away before the viewer's ground."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 580, 895, mix(air.haze, (180, 90, 70), 0.4)
    sky(stage, air)
    stage.far.decal(box(-EDGE, -EDGE, width + 2 * EDGE, 640), fade((0, 0), (0, 600), (150, 50, 40), (0.3, 0.55)))
    range_of(stage.far, stage, 590, (420, 150), (mix(air.at(ROCK, 0.3), (190, 90, 70), 0.3), None))
    if not told(mood, "drawn volcano"):
        cone(stage, air)
    rng = mood.random("land")
    dark = air.at(ROCK)
    stops = ((0.0, mix(dark, (150, 70, 50), 0.4)), (1.0, darken(dark, 0.3)))
    stage.middle.fill(below(wave(width, 596, 18, rng, 300)), Gradient((0, 590), (0, 760), stops), "flat", line=0.4)
    flow(
        stage.middle,
        [
            (width * 0.46, 590, 10),
            (width * 0.5, 640, 24),
            (width * 0.66, 690, 60),
            (width * 0.86, 740, 110),
            (width * 1.1, 800, 170),
        ],
    )
    flow(
        stage.middle,
        [(width * 0.47, 610, 8), (width * 0.32, 660, 26), (width * 0.14, 700, 56), (width * -0.1, 760, 110)],
    )
    area = stage.near.fill(
        below(wave(width, 760, 22, rng, 500)),
        Gradient((0, 750), (0, 1000), ((0.0, lighten(dark, 0.12)), (1.0, darken(dark, 0.4)))),
        "flat",
        line=0.4,
    )
    with stage.near.on(area):
        for _ in range(11):
            x, y = rng.uniform(-40, width), rng.uniform(800, 980)
            line = polygon(jagged((x, y), (x + rng.uniform(80, 190), y + rng.uniform(-14, 20)), 16, rng), closed=False)
            stage.near.line(line, LAVA, 9, alpha=0.4, glow=True, blur=5)
            stage.near.line(line, (255, 206, 110), 2.6, glow=True)
    for t, y, w in ((0.06, 800, 150), (0.2, 776, 90), (0.84, 790, 120), (0.95, 850, 200), (0.02, 930, 190)):
        rock(stage.near, width * t, y, w, dark)
    for x in (0.0, width):
        rock(stage.front, x, 1040, 260, darken(dark, 0.35))
    sparks(stage)


def cone(stage: Stage, air: Air) -> None:  # limit: one drawing, a list of its parts from back to front
    """The mountain, its crater, streams down its flanks, a column of smoke lit from below."""
    pen, x, y = stage.far, stage.width * 0.47, 612.0
    w, h, rng = min(stage.width * 0.46, 460.0), 330.0, stage.mood.random("cone")
    for k in range(9):
        t = k / 8
        shape = puffs(x + 26 * k * t + rng.uniform(-20, 20), y - h - 10 - 34 * k, 120 + 46 * k, 90 + 16 * k, rng)
        smoke = mix((96, 76, 82), (226, 100, 60), 0.6 * (1 - t))
        pen.decal(
            shape,
            Gradient(
                (0, y - h - 120 - 34 * k),
                (0, y - h + 20 - 34 * k),
                ((0.0, lighten(smoke, 0.14)), (1.0, darken(smoke, 0.25))),
            ),
            alpha=0.85,
        )
    halo(pen, x, y - h, 220, LAVA, 0.85)
    rgb = air.at((88, 68, 72), 0.12)
    left, right = jagged((x - w, y), (x - w * 0.14, y - h), 16, rng), jagged((x + w * 0.14, y - h), (x + w, y), 16, rng)
    body = pen.fill(
        polygon([*left, (x, y - h + 16), *right]),
        Gradient((0, y - h), (0, y), ((0.0, darken(rgb, 0.2)), (1.0, mix(rgb, (170, 90, 74), 0.35)))),
        "flat",
        line=0.5,
    )
    with pen.on(body):
        pen.decal(
            polygon([*jagged((x + 10, y - h), (x + w * 0.2, y), 14, rng), (x + w, y), (x + w * 0.2, y - h)]),
            darken(rgb, 0.4),
            alpha=0.6,
        )
    pen.glow(ellipse(x, y - h + 4, w * 0.13, 11), (255, 190, 90))
    for dx, far, wide in ((-0.04, 0.9, 15), (-0.2, 0.66, 9), (0.14, 0.72, 10)):
        flow(
            pen,
            [
                (x + dx * w * 0.4, y - h + 4, wide * 0.5),
                (x + dx * w * 0.9, y - h * 0.6, wide * 0.8),
                (x + dx * w * 1.3, y - h * (1 - far), wide),
            ],
        )


def flow(pen: Pen, course: list[tuple[float, float, float]]) -> None:
    """A stream of lava through (x, y, half its width)."""
    one = [(x - r, y + r * 0.1) for x, y, r in course]
    two = [(x + r, y - r * 0.1) for x, y, r in reversed(course)]
    shape = smooth([*one, *two], tension=0.35)
    pen.glow(shape, LAVA, alpha=0.5, blur=12)
    pen.glow(shape, (238, 84, 28))
    core = smooth(
        [(x - r * 0.55, y) for x, y, r in course] + [(x + r * 0.5, y) for x, y, r in reversed(course)], tension=0.35
    )
    pen.glow(core, (255, 160, 50))
    inner = smooth(
        [(x - r * 0.2, y) for x, y, r in course] + [(x + r * 0.18, y) for x, y, r in reversed(course)], tension=0.35
    )
    pen.glow(inner, (255, 226, 130), alpha=0.9)
