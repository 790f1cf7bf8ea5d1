"""A cave: dark rock frames a bright mouth or glowing crystals; a still pool on the floor."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.scenery import below, jagged, place, rock, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo, pool, shafts
from pinxit.engines.illustrator.rigs.waters import ripples
from pinxit.engines.illustrator.shapes import Point, box, polygon
from pinxit.engines.illustrator.stage import Stage

ROCK: Rgb = (112, 98, 112)
CRYSTALS: tuple[Rgb, ...] = ((96, 214, 236), (186, 120, 250), (120, 240, 190))


@place("cave", "cavern", "grotto", "mine", "underground cave", "crystal cave", "dragon's lair", "lair")
def draw(stage: Stage) -> None:
    """Three rings of rock, each darker and nearer."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 640, 890, (110, 130, 160)
    glow: Rgb = mix(air.low, (190, 226, 236), 0.5) if not mood.night else (90, 120, 210)
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    stage.far.glow(area, Gradient((0, 0), (0, 660), ((0.0, mix(glow, (40, 50, 90), 0.5)), (1.0, glow))))
    halo(stage.far, width * 0.5, 430, max(420, width * 0.3), lighten(glow, 0.5), 0.9)
    for index, (reach, top, tone) in enumerate(
        ((0.3, 190, mix(ROCK, glow, 0.5)), (0.22, 120, mix(ROCK, glow, 0.22)), (0.13, 64, darken(ROCK, 0.3)))
    ):
        ring(stage, (stage.far, stage.middle, stage.near)[index], (reach, top, index), tone)
    floor = wave(width, 690, 14, mood.random("floor"), 380)
    ground = stage.near.fill(
        below(floor),
        Gradient((0, 680), (0, 1000), ((0.0, mix(ROCK, glow, 0.3)), (0.5, ROCK), (1.0, darken(ROCK, 0.5)))),
        "flat",
        line=0.4,
    )
    with stage.near.on(ground):
        pool(stage.near, (width * 0.5, 800, max(280, width * 0.3), 100), glow, 0.35, light=True)
        stage.near.glow(ripples((width * 0.16, 720, width * 0.84, 1000), 26, 80, mood.random("drip")), glow, alpha=0.2)
    shafts(stage.middle, (width * 0.44, -60), (width * 0.3, width * 0.8, 780), lighten(glow, 0.5), 0.26, 3)
    for t, y, w in ((0.1, 790, 150), (0.24, 740, 70), (0.9, 810, 170), (0.78, 744, 60)):
        rock(stage.near, width * t, y, min(w, width * 0.2), darken(ROCK, 0.15))
    for k, (t, y, h) in enumerate(((0.16, 770, 130), (0.06, 860, 190), (0.85, 778, 140), (0.95, 870, 210))):
        crystal(stage.near, width * t, y, min(h, width * 0.22), CRYSTALS[(k + mood.seed) % 3])


def ring(stage: Stage, pen: Pen, size: tuple[float, float, int], rgb: Rgb) -> None:
    """Rock with an opening in it: walls that reach in from the sides, stalactites above."""
    reach, top, index = size
    width = stage.width
    rng = stage.mood.random(f"ring{index}")
    inner: list[Point] = jagged((width * (reach - 0.04), 1030), (width * (reach + 0.02), 520), 40, rng)
    inner += jagged((width * (reach + 0.02), 520), (width * (reach + 0.16), top + 90), 40, rng)[1:]
    x = width * (reach + 0.17)
    while x < width * (0.8 - reach):
        step = rng.uniform(30, 90)
        inner += [
            (x, top + rng.uniform(-20, 30)),
            (x + step * 0.5, top + rng.uniform(40, 190) * (1.1 - reach)),
            (x + step, top),
        ]
        x += step * 1.1
    inner += jagged((width * (0.84 - reach), top + 90), (width * (0.98 - reach), 520), 40, rng)
    inner += jagged((width * (0.98 - reach), 520), (width * (1.04 - reach), 1030), 40, rng)[1:]
    frame = polygon([*inner, (width + EDGE, 1030), (width + EDGE, -EDGE), (-EDGE, -EDGE), (-EDGE, 1030)])
    body = pen.fill(frame, Gradient((0, 0), (0, 800), ((0.0, darken(rgb, 0.3)), (1.0, rgb))), "flat", line=0.4)
    with pen.on(body):
        for _ in range(26):
            fx, fy, h = rng.uniform(-20, width), rng.uniform(-20, 900), rng.uniform(60, 180)
            pen.decal(
                polygon(
                    [(fx, fy), (fx + h * 0.4, fy + h * 0.16), (fx + h * 0.3, fy + h), (fx - h * 0.1, fy + h * 0.7)]
                ),
                lighten(rgb, 0.16) if rng.random() < 0.4 else darken(rgb, 0.3),
                alpha=0.3,
            )
        pen.line(polygon(inner, closed=False), lighten(rgb, 0.4), 4, alpha=0.5)


def crystal(pen: Pen, x: float, y: float, h: float, rgb: Rgb) -> None:
    """A cluster of glowing crystals."""
    halo(pen, x, y - h * 0.4, h * 1.1, rgb, 0.5)
    for dx, lean, k in (
        (-0.24, -0.3, 0.6),
        (0.26, 0.3, 0.66),
        (0.0, 0.03, 1.0),
        (-0.1, -0.14, 0.5),
        (0.14, 0.16, 0.42),
    ):
        bx, tx, ty, w = x + dx * h, x + (dx + lean) * h, y - h * k, h * 0.1
        pen.glow(
            polygon([(bx - w, y), (tx - w, ty + w), (tx, ty - w), (tx + w, ty + w), (bx + w, y)]),
            Gradient((bx, ty), (bx, y), ((0.0, lighten(rgb, 0.5)), (1.0, darken(rgb, 0.45)))),
        )
        pen.glow(
            polygon([(bx, y), (tx, ty + w * 1.5), (tx, ty - w), (tx + w, ty + w), (bx + w, y)]),
            darken(rgb, 0.4),
            alpha=0.4,
        )
