"""The land: hills, mountains, rocks; what every setting shares: its registration, the season, contact shadows."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Drawing, Gradient, Pen
from pinxit.engines.illustrator.rigs.airborne import float_by
from pinxit.engines.illustrator.rigs.heavens import displays
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, fade, pool
from pinxit.engines.illustrator.shapes import Point, polygon, smooth
from pinxit.engines.illustrator.stage import DrawSetting, Mood, Stage, setting

SNOW: Rgb = (236, 242, 250)


def place(
    name: str, *aliases: str, light: str | None = None, sky: bool = False, wet: bool = False, airless: bool = False
) -> Callable[[DrawSetting], DrawSetting]:
    """Register a setting whose layers come nearer when the framing is close."""

    def register(draw: DrawSetting) -> DrawSetting:
        def framed(stage: Stage) -> None:
            draw(stage)
            if sky:
                displays(stage.far, stage.width, stage.horizon, stage.mood)
                float_by(stage)
            if told(stage.mood, "red carpet"):
                carpet(stage)
            close_in(stage)

        setting(name, *aliases, light=light, sky=sky, wet=wet, airless=airless)(framed)
        return draw

    return register


def carpet(stage: Stage) -> None:
    """A red carpet that runs from the viewer to the back."""
    width, top = stage.width, stage.horizon + 20
    sides = [(0.45, top), (0.55, top), (0.86, 1000 + EDGE), (0.14, 1000 + EDGE)]
    path = polygon([(width * x, y) for x, y in sides])
    stage.near.fill(path, Gradient((0, top), (0, 1000), ((0.0, (150, 22, 34)), (1.0, (206, 36, 48)))), "flat", line=0.5)
    for a, b in (((0.455, top), (0.165, 1000 + EDGE)), ((0.545, top), (0.835, 1000 + EDGE))):
        stage.near.line(polygon([(width * a[0], a[1]), (width * b[0], b[1])], closed=False), (232, 188, 96), 5)


def close_in(stage: Stage) -> None:
    """For a close framing, enlarge what is behind and leave the front corners empty."""
    factor = {"close-up": 1.45, "bust": 1.28}.get(stage.mood.framing or "", 1.0)
    if factor == 1.0 or stage.tabletop:
        return
    matrix = skia.Matrix.Translate(stage.width / 2, stage.horizon)
    matrix.preScale(factor, factor)
    matrix.preTranslate(-stage.width / 2, -stage.horizon * 0.94)
    for pen in (stage.far, stage.middle, stage.near):
        pen.drawing = pen.drawing.transformed(matrix)
    stage.front.drawing = Drawing()


# -- season ----------------------------------------------------------------------------------------------------------


def wintry(mood: Mood) -> bool:
    """Whether snow lies."""
    return mood.season == "winter" or mood.weather == "snow" or bool({"snowy", "winter", "snow"} & set(mood.words))


def told(mood: Mood, *names: str) -> bool:
    """Whether the words name one of these as something that the place shows."""
    return bool(set(names) & set(mood.words))


def apart(mood: Mood, *names: str) -> bool:
    """Whether one of these is a figure of its own already, so that the place leaves it out."""
    return any(f"drawn {name}" in mood.words for name in names)


def wet(mood: Mood) -> bool:
    """Whether the ground shines with rain."""
    return mood.weather in {"rain", "storm"} or bool({"wet", "rainy", "puddles"} & set(mood.words))


def leaf(mood: Mood, rng: random.Random) -> Rgb:
    """A colour of foliage for the season."""
    if mood.season == "autumn":
        return rng.choice(((214, 124, 44), (190, 74, 40), (226, 168, 62), (168, 128, 56)))
    if mood.season == "spring":
        return rng.choice(((142, 184, 78), (124, 172, 84), (240, 178, 196), (164, 196, 92)))
    if wintry(mood):
        return (176, 192, 204)
    return rng.choice(((84, 140, 66), (70, 126, 62), (102, 152, 70), (62, 114, 66)))


def turf(mood: Mood) -> Rgb:
    """The colour of grass for the season."""
    if wintry(mood):
        return SNOW
    return {"autumn": (176, 156, 78), "spring": (138, 186, 78)}.get(mood.season or "", (118, 166, 70))


# -- land ------------------------------------------------------------------------------------------------------------


def wave(width: float, y: float, swell: float, rng: random.Random, length: float = 420) -> list[Point]:
    """A rolling line across the frame and beyond its edges."""
    a, b, c = (rng.uniform(0, math.tau) for _ in range(3))
    count = max(8, round(width / 70))
    points = []
    for i in range(count + 1):
        x = -EDGE + (width + 2 * EDGE) * i / count
        t = x / length
        points.append(
            (x, y + swell * (0.55 * math.sin(t * 2.1 + a) + 0.3 * math.sin(t * 4.7 + b) + 0.15 * math.sin(t * 9.1 + c)))
        )
    return points


def below(points: Sequence[Point], foot: float = 1000 + EDGE) -> skia.Path:
    """The area under a line, down to `foot`."""
    path = smooth(points, closed=False)
    path.lineTo(points[-1][0], foot)
    path.lineTo(points[0][0], foot)
    path.close()
    return path


def hill(pen: Pen, points: Sequence[Point], crest: Rgb, foot: Rgb, depth: float = 180) -> skia.Path:
    """A rolling band of land, `crest` at its line and `foot` coloured `depth` units below."""
    top = min(y for _, y in points)
    return pen.fill(below(points), Gradient((0, top), (0, top + depth), ((0.0, crest), (1.0, foot))), "flat", line=0.4)


def ground(stage: Stage, air: Air, rgb: Rgb, y: float | None = None) -> skia.Path:
    """The ground on the near layer, from the horizon to the lower edge: paler far away, with soft patches."""
    pen, width = stage.near, stage.width
    y = stage.horizon if y is None else y
    rng = stage.mood.random("ground")
    stops = ((0.0, air.at(lighten(rgb, 0.2), 0.3)), (0.35, air.at(rgb, 0.08)), (1.0, air.at(darken(rgb, 0.22))))
    area = pen.fill(below(wave(width, y, 8, rng, 700)), Gradient((0, y), (0, 1000), stops), "flat", line=0.4)
    with pen.on(area):
        for i in range(round(8 + width / 120)):
            t = rng.random() ** 0.8
            py, px = y + (1010 - y) * t, rng.uniform(0, width)
            rx = (60 + 240 * t) * rng.uniform(0.7, 1.3)
            tone = lighten(rgb, 0.3) if i % 2 else darken(rgb, 0.25)
            pen.decal(
                smooth(
                    [(px - rx, py), (px - rx * 0.3, py - rx * 0.1), (px + rx, py + 2), (px + rx * 0.2, py + rx * 0.11)]
                ),
                air.at(tone, 0.2 * (1 - t)),
                alpha=0.28,
            )
    return area


def jagged(left: Point, right: Point, height: float, rng: random.Random, depth: int = 4) -> list[Point]:
    """A broken line from one point to the other (midpoint displacement)."""
    points = [left, right]
    for _ in range(depth):
        longer = [points[0]]
        for start, end in pairwise(points):
            mid = (
                (start[0] + end[0]) / 2 + rng.uniform(-0.1, 0.1) * (end[0] - start[0]),
                (start[1] + end[1]) / 2 + rng.uniform(-1, 1) * height,
            )
            longer += [mid, end]
        points, height = longer, height * 0.52
    return points


def peak(pen: Pen, x: float, y: float, size: tuple[float, float], rgb: Rgb, snow: Rgb | None) -> None:
    """One mountain: `size` is (width, height), (x, y) the middle of its foot; the right side is in shade."""
    width, height = size
    rng = random.Random(round(x * 7 + width))
    top = (x + rng.uniform(-0.08, 0.08) * width, y - height)
    left = jagged((x - width / 2, y), top, height * 0.09, rng)
    right = jagged(top, (x + width / 2, y), height * 0.09, rng)
    body = pen.fill(
        polygon([*left, *right]),
        Gradient((0, y - height), (0, y), ((0.0, rgb), (1.0, lighten(rgb, 0.35)))),
        "flat",
        line=0.4,
    )
    spine = jagged(top, (x + width * rng.uniform(-0.02, 0.1), y), width * 0.06, rng)
    with pen.on(body):
        dark = polygon([*spine, (x + width, y), (x + width, y - height), top])
        pen.decal(dark, fade((0, y - height), (0, y), darken(rgb, 0.3), (0.85, 0.25)))
        if snow:
            cap = [
                (x - width, y - height * 1.2),
                (x - width * 0.5, y - height * 0.42),
                *_teeth(x, y, width, height, rng),
                (x + width, y - height * 1.2),
            ]
            pen.decal(polygon(cap), snow)
            with pen.on(polygon(cap)):
                pen.decal(dark, darken(snow, 0.17), alpha=0.9)
        for _ in range(5):
            fx, t = x + rng.uniform(-0.4, 0.4) * width, rng.uniform(0.35, 0.8)
            line = jagged((fx, y - height * (1 - t)), (fx + rng.uniform(-0.12, 0.12) * width, y), width * 0.03, rng, 3)
            pen.decal(polygon([*line, (line[-1][0] + width * 0.05, y)]), darken(rgb, 0.35), alpha=0.28)


def _teeth(x: float, y: float, width: float, height: float, rng: random.Random) -> list[Point]:
    points = []
    for i in range(13):
        t = i / 12
        drop = rng.uniform(0.5, 0.62) if i % 2 else rng.uniform(0.34, 0.5)
        points.append((x + (t - 0.5) * width * 0.7, y - height * drop))
    return points


def range_of(pen: Pen, stage: Stage, y: float, size: tuple[float, float], colours: tuple[Rgb, Rgb | None]) -> None:
    """A mountain range at height y across the frame: mean (width, height) of a peak; colours of rock and of snow."""
    rng = stage.mood.random(f"range{y}{size}")
    step = size[0] * 0.4
    count = math.ceil((stage.width + 2 * EDGE) / step) + 2
    spots = []
    for i in range(count):
        tall = size[1] * rng.uniform(0.55, 1.1)
        spots.append(((i - 0.7 + rng.uniform(-0.2, 0.2)) * step, tall))
    for x, tall in sorted(spots, key=lambda spot: -spot[1]):
        peak(
            pen,
            x,
            y,
            (size[0] * (0.6 + 0.5 * tall / size[1]), tall),
            colours[0],
            colours[1] if tall > size[1] * 0.62 else None,
        )


# -- stones and shadows ------------------------------------------------------------------------------------------------


def rock(
    pen: Pen, x: float, y: float, width: float, rgb: Rgb, snow: Rgb | None = None
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A boulder with facets."""
    rng = random.Random(round(x * 5 + y * 2 + width))
    h = width * rng.uniform(0.45, 0.7)
    points = [
        (x - width / 2, y),
        (x - width * 0.44, y - h * 0.5),
        (x - width * 0.2, y - h * rng.uniform(0.85, 1)),
        (x + width * 0.16, y - h),
        (x + width * 0.4, y - h * 0.6),
        (x + width / 2, y),
    ]
    body = pen.fill(
        polygon(points),
        Gradient((0, y - h), (0, y), ((0.0, lighten(rgb, 0.15)), (1.0, darken(rgb, 0.2)))),
        "flat",
        line=0.6,
    )
    with pen.on(body):
        pen.decal(
            polygon(
                [
                    (x + width * 0.16, y - h),
                    (x + width * 0.02, y - h * 0.5),
                    (x + width * 0.12, y),
                    (x + width, y),
                    (x + width, y - h),
                ]
            ),
            darken(rgb, 0.36),
            alpha=0.7,
        )
        pen.decal(
            polygon(
                [points[1], points[2], points[3], (x + width * 0.02, y - h * 0.5), (x - width * 0.25, y - h * 0.55)]
            ),
            lighten(rgb, 0.3),
            alpha=0.5,
        )
        if snow:
            pen.decal(
                smooth(
                    [
                        (x - width * 0.5, y - h * 0.4),
                        (x - width * 0.2, y - h * 0.62),
                        (x + width * 0.1, y - h * 0.56),
                        (x + width * 0.5, y - h * 0.45),
                        (x + width * 0.3, y - h * 1.3),
                        (x - width * 0.4, y - h * 1.2),
                    ]
                ),
                snow,
            )


def shadow(pen: Pen, x: float, y: float, rx: float, rgb: Rgb = (30, 30, 60), alpha: float = 0.3) -> None:
    """A soft contact shadow on the ground."""
    pool(pen, (x, y, rx, rx * 0.22), rgb, alpha)
