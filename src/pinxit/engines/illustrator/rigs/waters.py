"""Water: open surfaces with waves, the glitter under a low sun, puddles."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, brushed, fade, halo
from pinxit.engines.illustrator.shapes import curve, polygon, smooth
from pinxit.engines.illustrator.stage import Stage


def ripples(area: tuple[float, float, float, float], count: int, size: float, rng: random.Random) -> skia.Path:
    """Flat lenses in left, top, right, bottom, small at the top and `size` long at the bottom."""
    left, top, right, bottom = area
    path = skia.Path()
    for _ in range(count):
        t = rng.random() ** 1.2
        x, y = rng.uniform(left, right), top + (bottom - top) * t
        w = size * (0.14 + 0.86 * t) * rng.uniform(0.5, 1.4)
        h = w * (0.03 + 0.03 * t)
        path.moveTo(x - w, y)
        path.quadTo(x - w * 0.2, y - h * 2, x + w, y)
        path.quadTo(x + w * 0.1, y + h, x - w, y)
    return path


def water(pen: Pen, stage: Stage, air: Air, span: tuple[float, float], body: Rgb = (46, 118, 158)) -> None:
    """Open water between two heights: the sky in it, waves, and the sun's path when the sun is low."""
    top, bottom = span
    rng = stage.mood.random("water")
    left, right = -EDGE, stage.width + EDGE
    deep = air.at(body)
    area = polygon([(left, top), (right, top), (right, bottom), (left, bottom)])
    stops = ((0.0, mix(deep, air.low, 0.62)), (0.3, mix(deep, air.middle, 0.4)), (1.0, mix(deep, air.top, 0.12)))
    draw = brushed(pen, air)
    draw(area, Gradient((0, top), (0, bottom), stops))
    frame = (left, top + 3, right, bottom)
    count = round(stage.width * (bottom - top) / 2600) + 30
    with pen.on(area):
        draw(ripples(frame, count, 90, rng), darken(deep, 0.22), alpha=0.45)
        draw(ripples(frame, count, 80, rng), mix(air.middle, air.cloud, 0.4), alpha=0.4)
        draw(ripples(frame, count // 2, 50, rng), air.cloud, alpha=0.5)
        low = stage.mood.time in {"sunset", "dawn", "golden hour", "night", "dusk"}
        dark = {"aurora", "northern lights", "milky way", "firework"} & set(stage.mood.words)
        if low and not dark and stage.mood.weather in {None, "clear", "wind"}:
            sun_path(pen, air, air.sun_at[0] * stage.width, span, rng)


def sun_path(pen: Pen, air: Air, x: float, span: tuple[float, float], rng: random.Random) -> None:
    """The glitter that leads from the horizon under the sun to the viewer."""
    top, bottom = span
    rgb = mix(air.sun, air.low, 0.25)
    spread = (bottom - top) * 0.3
    pen.glow(
        polygon([(x - 40, top), (x + 40, top), (x + 60 + spread, bottom), (x - 60 - spread, bottom)]),
        fade((0, top), (0, bottom), rgb, (0.45, 0.22, 0.0)),
        blur=0,
    )
    path = skia.Path()
    for _ in range(110):
        t = rng.random() ** 1.3
        y = top + 2 + (bottom - top) * t
        px = x + rng.gauss(0, 0.42) * (46 + spread * t)
        w = (9 + 44 * t) * rng.uniform(0.4, 1.2)
        path.addOval(skia.Rect.MakeLTRB(px - w, y - 1 - 2.6 * t, px + w, y + 1 + 2.6 * t))
    pen.glow(path, air.sun, alpha=0.85)
    halo(pen, x, top, 240, rgb, 0.5)


def puddles(pen: Pen, stage: Stage, air: Air, span: tuple[float, float], count: int = 7) -> None:
    """Puddles with the sky in them, on the ground between two heights."""
    rng = stage.mood.random("puddles")
    top, bottom = span
    for _ in range(count):
        t = rng.random()
        x, y, rx = rng.uniform(0, stage.width), top + (bottom - top) * t, (40 + 150 * t) * rng.uniform(0.6, 1.2)
        path = smooth(
            [
                (x - rx, y),
                (x - rx * 0.4, y - rx * 0.12),
                (x + rx * 0.3, y - rx * 0.08),
                (x + rx, y + 2),
                (x + rx * 0.3, y + rx * 0.13),
                (x - rx * 0.5, y + rx * 0.09),
            ]
        )
        stops = ((0.0, mix(air.low, air.middle, 0.3)), (1.0, mix(air.middle, air.top, 0.5)))
        brushed(pen, air)(path, Gradient((0, y - rx * 0.12), (0, y + rx * 0.13), stops), alpha=0.7)
        pen.line(
            curve((x - rx * 0.7, y + rx * 0.07), (x, y + rx * 0.12), (x + rx * 0.6, y + rx * 0.09)),
            air.cloud,
            1.6,
            alpha=0.6,
        )
