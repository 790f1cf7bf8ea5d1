"""The polar sea with icebergs and floes; a ski slope with lift, flags and tracks."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import conifer, tree_line
from pinxit.engines.illustrator.rigs.scenery import SNOW, below, place, range_of, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.rigs.waters import ripples, water
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

ICE: Rgb = (170, 212, 236)


@place(
    "arctic",
    "antarctica",
    "polar sea",
    "iceberg",
    "north pole",
    "south pole",
    "glacier",
    "ice floe",
    "pack ice",
    sky=True,
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Icebergs in blue water; the floe in front is free."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 560, 890, air.haze
    sky(stage, air, 560)
    range_of(stage.far, stage, 564, (520, 120), (air.at((140, 166, 200), 0.55), air.at(SNOW, 0.25)))
    water(stage.middle, stage, air, (560, 900), (40, 112, 156))
    for t, y, w, h, far in (
        (0.3, 596, 210, 120, 0.36),
        (0.72, 604, 260, 190, 0.3),
        (0.08, 640, 300, 260, 0.14),
        (0.95, 660, 330, 230, 0.1),
    ):
        berg(stage.middle, (width * t, y), (min(w, width * 0.36), h), air, far)
    rng = mood.random("floes")
    for k in range(round(15 * width / 1000)):
        t = (k + 1) / (15 * width / 1000)
        floe(stage.middle, rng.uniform(0, width), 626 + 130 * t, rng.uniform(40, 80) * (0.6 + 1.2 * t), air)
    snow = air.at(SNOW)
    edge = [
        (-EDGE, 800),
        (width * 0.12, 786),
        (width * 0.3, 800),
        (width * 0.52, 778),
        (width * 0.74, 796),
        (width * 0.9, 780),
        (width + EDGE, 796),
    ]
    pen = stage.near
    cliff = polygon([(x, y + 26) for x, y in edge] + [(width + EDGE, 1040), (-EDGE, 1040)])
    pen.fill(
        cliff, Gradient((0, 800), (0, 850), ((0.0, air.at(ICE)), (1.0, darken(air.at(ICE), 0.25)))), "flat", line=0.4
    )
    area = pen.fill(
        polygon([*edge, (width + EDGE, 1040), (-EDGE, 1040)]),
        Gradient((0, 780), (0, 1000), ((0.0, lighten(snow, 0.3)), (0.5, snow), (1.0, mix(snow, air.at(ICE), 0.6)))),
        "flat",
        line=0.4,
    )
    with pen.on(area):
        pen.decal(ripples((-EDGE, 800, width + EDGE, 1010), 60, 140, rng), mix(snow, air.at(ICE), 0.7), alpha=0.6)
        for _ in range(5):
            cx, cy = rng.uniform(0, width), rng.uniform(830, 960)
            pen.line(
                curve((cx, cy), (cx + 50, cy + 8), (cx + 90, cy - 4), (cx + 150, cy + 10)),
                mix(air.at(ICE), (90, 150, 200), 0.4),
                2.6,
                alpha=0.7,
            )
    for t, w, h in ((0.02, 190, 120), (0.98, 220, 150)):
        berg(stage.front, (width * t, 1030), (w, h), air, 0.0)


def berg(pen: Pen, foot: tuple[float, float], size: tuple[float, float], air: Air, far: float) -> None:
    """An iceberg with lit and blue faces and its reflection."""
    (x, y), (w, h) = foot, size
    white, blue = air.at(SNOW, far), air.at(ICE, far)
    outline = [
        (-0.5, 0),
        (-0.44, -0.4),
        (-0.3, -0.52),
        (-0.2, -0.92),
        (-0.04, -1.0),
        (0.12, -0.72),
        (0.26, -0.66),
        (0.4, -0.3),
        (0.5, 0),
    ]
    points = [(x + a * w, y + b * h) for a, b in outline]
    mirror = polygon([(px, y + (y - py) * 0.4) for px, py in points])
    pen.decal(mirror, mix(white, blue, 0.4), alpha=0.4, blur=5)
    body = pen.fill(
        polygon(points),
        Gradient((0, y - h), (0, y), ((0.0, lighten(white, 0.4)), (1.0, mix(white, blue, 0.5)))),
        "flat",
        line=0.5,
    )
    with pen.on(body):
        face = [(-0.04, -1.0), (-0.1, -0.6), (0.02, -0.3), (-0.04, 0), (0.6, 0), (0.6, -1)]
        pen.decal(polygon([(x + a * w, y + b * h) for a, b in face]), mix(blue, (90, 160, 214), 0.25))
        ridge = [(0.12, -0.72), (0.1, -0.4), (0.2, 0), (0.6, 0), (0.5, -0.5)]
        pen.decal(polygon([(x + a * w, y + b * h) for a, b in ridge]), darken(blue, 0.16), alpha=0.8)
        crack = [(-0.3, -0.52), (-0.26, -0.3), (-0.34, 0), (-0.2, 0), (-0.2, -0.34)]
        pen.decal(polygon([(x + a * w, y + b * h) for a, b in crack]), mix(blue, white, 0.4), alpha=0.8)
        pen.decal(box(x - w, y - h * 0.06, w * 2, h * 0.06), mix(blue, (60, 170, 190), 0.5), alpha=0.8)
    pen.decal(ellipse(x, y + 2, w * 0.53, max(3.0, w * 0.018)), lighten(white, 0.4), alpha=0.8)


def floe(pen: Pen, x: float, y: float, w: float, air: Air) -> None:
    """A flat piece of ice."""
    shape = [(-1, 0), (-0.6, -0.18), (0.1, -0.22), (0.8, -0.12), (1, 0.04), (0.5, 0.18), (-0.4, 0.2)]
    pen.fill(
        polygon([(x + a * w, y + b * w + w * 0.08) for a, b in shape]), air.at(darken(ICE, 0.12), 0.1), "flat", line=0.3
    )
    pen.fill(polygon([(x + a * w, y + b * w) for a, b in shape]), air.at(SNOW, 0.06), "flat", line=0.3)


@place("ski slope", "ski resort", "ski piste", "piste", "slope", "ski run", sky=True)
def slope(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """A groomed run between firs and flags, a chair lift over it, peaks behind."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 600, 890, air.haze
    sky(stage, air)
    range_of(stage.far, stage, 600, (680, 380), (air.at((118, 140, 178), 0.46), air.at(SNOW, 0.14)))
    tree_line(stage.far, stage, 604, 70, air.at((92, 122, 136), 0.34), pines=True)
    snow, blue = air.at(SNOW), air.at((186, 206, 236))
    rng = mood.random("slope")
    left = [
        (-EDGE, 540),
        (width * 0.22, 590),
        (width * 0.5, 628),
        (width * 0.76, 606),
        (width + EDGE, 520),
        (width + EDGE, 1040),
        (-EDGE, 1040),
    ]
    stage.middle.fill(
        smooth(left, tension=0.3),
        Gradient((0, 540), (0, 800), ((0.0, snow), (1.0, mix(snow, blue, 0.5)))),
        "flat",
        line=0.4,
    )
    lift(stage, air)
    for side in (-1, 1):
        for k in range(8):
            t = (k / 7) ** 1.3
            x = width / 2 + side * (0.16 + 0.36 * t) * width + rng.uniform(-20, 20)
            conifer(
                stage.middle if k < 6 else stage.near,
                x,
                618 + 190 * t,
                90 + 230 * t,
                air.at((66, 104, 92), 0.26 * (1 - t)),
                snow,
            )
    area = stage.near.fill(
        below(wave(width, 716, 10, rng, 800)),
        Gradient((0, 706), (0, 1000), ((0.0, lighten(snow, 0.3)), (0.5, snow), (1.0, mix(snow, blue, 0.7)))),
        "flat",
        line=0.4,
    )
    with stage.near.on(area):
        for i in range(-14, 15):
            x = width / 2 + i * 90
            stage.near.line(curve((width / 2 + i * 34, 706), (x, 1030)), blue, 2.2, alpha=0.5)
        for dx in (-150, 120):
            path = curve(
                (width / 2 + dx * 0.3, 712),
                (width / 2 + dx, 770),
                (width / 2 + dx * 0.4, 850),
                (width / 2 + dx * 1.8, 1030),
            )
            stage.near.line(path, mix(blue, (120, 150, 200), 0.3), 9, alpha=0.6)
            stage.near.line(path, lighten(snow, 0.4), 3, alpha=0.8)
    for k, (t, y, h) in enumerate(((0.36, 730, 60), (0.63, 742, 66), (0.26, 800, 96), (0.75, 820, 104))):
        flag(stage.near, width * t, y, h, air.at((214, 52, 56) if k % 2 else (50, 96, 190)))


def flag(pen: Pen, x: float, y: float, h: float, rgb: Rgb) -> None:
    """A slalom gate: two poles with a panel between them."""
    for dx in (0, h * 0.42):
        pen.line(curve((x + dx, y), (x + dx, y - h)), darken(rgb, 0.2), max(2.5, h * 0.045))
    pen.fill(box(x, y - h * 0.96, h * 0.42, h * 0.44), rgb, "flat", line=0.5)
    pen.decal(box(x, y - h * 0.8, h * 0.42, h * 0.1), (250, 250, 250))


def lift(stage: Stage, air: Air) -> None:
    """Pylons with a cable and chairs that climbs to the left."""
    pen, width, iron = stage.middle, stage.width, air.at((70, 80, 96), 0.2)
    a, b = (width * 1.02, 330.0), (width * 0.3, 500.0)
    pen.line(polygon([a, b], closed=False), iron, 2.4)
    for t in (0.2, 0.62, 1.0):
        x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
        h = 220 - 120 * t
        pen.fill(box(x - 5 + 2 * t, y - 6, 10 - 4 * t, h), iron, "flat", line=0.3)
        pen.fill(box(x - 20 + 8 * t, y - 8, 40 - 16 * t, 6, 3), iron, "flat", line=0.3)
    for t in (0.06, 0.34, 0.5, 0.76, 0.9):
        x, y, s = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, 1.0 - 0.5 * t
        pen.line(curve((x, y), (x, y + 34 * s)), iron, 2 * s)
        pen.fill(box(x - 16 * s, y + 34 * s, 32 * s, 9 * s, 3 * s), air.at((214, 66, 60), 0.1), "flat", line=0.3)
        pen.line(curve((x - 15 * s, y + 18 * s), (x - 15 * s, y + 36 * s)), iron, 2.4 * s)
        pen.line(curve((x + 15 * s, y + 18 * s), (x + 15 * s, y + 36 * s)), iron, 2.4 * s)
