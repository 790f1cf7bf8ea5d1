"""Sights of the sky that the words may name: polar lights, a rainbow, the Milky Way, fireworks, lightning, moons."""

from __future__ import annotations

import math
import random

import skia

from pinxit.engines.illustrator.colours import Rgb, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.shapes import ellipse, minus, polygon
from pinxit.engines.illustrator.stage import Mood

BANDS: tuple[Rgb, ...] = ((226, 70, 70), (244, 150, 60), (250, 222, 90), (96, 190, 104), (70, 140, 220), (140, 96, 200))
SPARKS: tuple[Rgb, ...] = ((255, 120, 110), (255, 214, 120), (120, 210, 255), (190, 150, 255), (140, 255, 190))


def sights(pen: Pen, width: float, foot: float, mood: Mood) -> None:
    """Everything of this kind that the words name, behind the clouds."""
    words, rng = set(mood.words), mood.random("sights")
    if {"milky way", "galaxy"} & words and mood.night:
        milky_way(pen, width, foot, rng)
    if {"aurora", "northern lights", "aurora borealis"} & words:
        aurora(pen, width, foot, rng)
    if {"lightning", "thunderstorm"} & words:
        lightning(pen, (width * rng.uniform(0.16, 0.34), foot * 0.16), foot, rng)
        lightning(pen, (width * rng.uniform(0.72, 0.9), foot * 0.3), foot, rng)


def displays(pen: Pen, width: float, foot: float, mood: Mood) -> None:
    """What is nearer than the far hills and roofs: a rainbow, fireworks."""
    words, rng = set(mood.words), mood.random("displays")
    if "rainbow" in words:
        rainbow(pen, width, foot)
    if "firework" in words:
        for x, y, r in ((0.26, 0.3, 130), (0.62, 0.22, 175), (0.87, 0.42, 105), (0.43, 0.5, 80), (0.08, 0.55, 74)):
            firework(pen, (x * width, y * foot), r * min(1.0, 0.4 + width / 1600), rng)


def aurora(pen: Pen, width: float, foot: float, rng: random.Random) -> None:
    """Curtains of green and violet light that hang over the horizon."""
    for k, (level, tall, rgb) in enumerate(
        ((0.4, 0.42, (120, 110, 230)), (0.58, 0.5, (70, 226, 170)), (0.8, 0.56, (90, 246, 150)))
    ):
        a, b = rng.uniform(0, math.tau), rng.uniform(0, math.tau)
        count = round(width / 26)
        for i in range(-1, count + 1):
            x0, x1 = width * i / count, width * (i + 1.35) / count
            t = x0 / 1000
            y = foot * (level + 0.11 * math.sin(t * 4.4 + a) + 0.05 * math.sin(t * 10.1 + b))
            h = foot * tall * (0.65 + 0.35 * math.sin(t * 7.3 + b + k)) * rng.uniform(0.85, 1.1)
            glow = 0.34 + 0.3 * max(0.0, math.sin(t * 5.3 + a + 0.7 * k)) + rng.uniform(-0.05, 0.05)
            top = mix(rgb, (180, 90, 230), 0.6)
            strip = polygon([(x0, y), (x1, y + 4), (x1 + h * 0.06, y - h), (x0 + h * 0.06, y - h)])
            stops = ((0.0, top), (0.55, mix(top, rgb, 0.6)), (0.93, lighten(rgb, 0.2)), (1.0, rgb))
            pen.glow(strip, Gradient((0, y - h), (0, y + 6), stops, alphas=(0.0, glow * 0.4, glow, 0.0)), blur=4)


def rainbow(pen: Pen, width: float, foot: float) -> None:
    """A bow from one side to the other, its feet at the horizon."""
    reach = max(width * 0.47, foot * 0.74)
    step = reach * 0.022
    for i, rgb in enumerate(BANDS):
        r = reach - i * step
        oval = skia.Rect.MakeLTRB(width / 2 - r, foot * 1.06 - r * 0.92, width / 2 + r, foot * 1.06 + r * 0.92)
        path = skia.Path()
        path.addArc(oval, 180, 180)
        pen.line(path, rgb, step * 1.2, alpha=0.5)


def milky_way(pen: Pen, width: float, foot: float, rng: random.Random) -> None:
    """A band of star dust that rises from the horizon."""
    for k in range(46):
        t = rng.random()
        x, y = width * (0.2 + 0.62 * t) + rng.gauss(0, 40), foot * (1.0 - 1.05 * t) + rng.gauss(0, 30)
        r = rng.uniform(50, 120)
        rgb = ((120, 110, 210), (190, 150, 220), (110, 170, 230))[k % 3]
        stops = ((0.0, rgb), (1.0, rgb))
        pen.glow(ellipse(x, y, r), Gradient((x, y), (x + r, y), stops, radial=True, alphas=(0.17, 0.0)))
    dust = skia.Path()
    for _ in range(420):
        t = rng.random()
        x, y = width * (0.2 + 0.62 * t) + rng.gauss(0, 46), foot * (1.0 - 1.05 * t) + rng.gauss(0, 34)
        dust.addCircle(x, y, rng.uniform(0.5, 1.7))
    pen.glow(dust, (244, 240, 255), alpha=0.85)


def firework(pen: Pen, at: tuple[float, float], radius: float, rng: random.Random) -> None:
    """One burst: rays of falling sparks around its heart."""
    x, y = at
    rgb = rng.choice(SPARKS)
    pen.glow(
        ellipse(x, y, radius * 1.25),
        Gradient((x, y), (x + radius * 1.25, y), ((0.0, rgb), (1.0, rgb)), radial=True, alphas=(0.34, 0.0)),
    )
    rays, sparks = skia.Path(), skia.Path()
    for ring, share in ((26, 1.0), (18, 0.62)):
        for i in range(ring):
            angle = math.tau * i / ring + rng.uniform(-0.08, 0.08)
            far = radius * share * rng.uniform(0.85, 1.05)
            tip = (x + math.cos(angle) * far, y + math.sin(angle) * far * 0.94 + far * 0.1)
            rays.moveTo(x + math.cos(angle) * far * 0.34, y + math.sin(angle) * far * 0.34)
            rays.quadTo(x + math.cos(angle) * far * 0.7, y + math.sin(angle) * far * 0.66, *tip)
            sparks.addCircle(*tip, max(1.6, radius * 0.022))
    pen.line(rays, rgb, max(1.6, radius * 0.018), glow=True)
    pen.glow(sparks, lighten(rgb, 0.6))


def lightning(pen: Pen, start: tuple[float, float], foot: float, rng: random.Random) -> None:
    """A forked flash from the clouds to the ground."""
    x, y = start
    points = [start]
    while y < foot:
        x, y = x + rng.uniform(-46, 46), y + rng.uniform(30, 60)
        points.append((x, y))
    bolt = polygon(points, closed=False)
    pen.glow(
        ellipse(*start, 280),
        Gradient(
            start, (start[0] + 280, start[1]), ((0.0, (210, 220, 255)), (1.0, (210, 220, 255))), radial=True,
            alphas=(0.4, 0.0),
        ),
    )  # fmt: skip
    fork = points[len(points) // 2]
    branch = [fork]
    for _ in range(3):
        branch.append((branch[-1][0] + rng.uniform(20, 60), branch[-1][1] + rng.uniform(24, 46)))
    for wide, alpha in ((14, 0.2), (4.4, 1.0)):
        pen.line(bolt, (238, 240, 255), wide, alpha=alpha)
        pen.line(polygon(branch, closed=False), (226, 230, 255), wide * 0.6, alpha=alpha)


def crescent(pen: Pen, x: float, y: float, radius: float) -> None:
    """A young moon."""
    disc, bite = ellipse(x, y, radius), ellipse(x + radius * 0.46, y - radius * 0.16, radius * 0.86)
    pen.glow(minus(disc, bite), (250, 246, 220))
