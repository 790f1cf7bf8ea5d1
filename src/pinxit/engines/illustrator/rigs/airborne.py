"""What floats in the air of any place under the sky: leaves, petals, fireflies, rays of the sun, low mist, seeds."""

from __future__ import annotations

import math
import random

import skia

from pinxit.engines.illustrator.colours import Rgb, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, halo
from pinxit.engines.illustrator.shapes import ellipse, polygon, turned
from pinxit.engines.illustrator.stage import Mood, Stage

LEAVES: tuple[Rgb, ...] = ((214, 112, 40), (232, 168, 52), (184, 66, 40), (158, 112, 48))
GREEN: tuple[Rgb, ...] = ((116, 164, 70), (150, 186, 84), (88, 138, 62))
PETALS: tuple[Rgb, ...] = ((252, 200, 214), (248, 176, 198), (255, 226, 234))


def float_by(stage: Stage) -> None:
    """Everything of this kind that the words name, before and behind where the figures stand."""
    mood, words = stage.mood, set(stage.mood.words)
    air = breathe(mood)
    if "low mist" in words:
        mist(stage, air)
    if "sun rays" in words and not mood.night:
        rays(stage, air)
    if "falling leaves" in words:
        green = mood.season in {"spring", "summer"}
        drift(stage, air, GREEN if green else LEAVES, petal=False)
    if "petals" in words:
        drift(stage, air, PETALS, petal=True)
    if "fireflies" in words:
        fireflies(stage)
    if "seeds" in words:
        seeds(stage)
    if "bubbles" in words:
        bubbles(stage)
    if "embers" in words:
        sparks(stage)


def leaf_shape(x: float, y: float, size: float, rng: random.Random, *, petal: bool) -> skia.Path:
    """One leaf or petal that tumbles: its outline, turned and seen more or less from the edge."""
    flat = rng.uniform(0.3, 0.62)
    path = skia.Path()
    path.moveTo(x - size, y)
    if petal:
        path.cubicTo(x - size * 0.5, y - size * flat * 1.3, x + size * 0.7, y - size * flat, x + size * 0.8, y)
        path.cubicTo(x + size * 0.7, y + size * flat, x - size * 0.5, y + size * flat * 1.3, x - size, y)
    else:
        path.quadTo(x - size * 0.1, y - size * flat * 1.5, x + size, y - size * flat * 0.1)
        path.quadTo(x - size * 0.1, y + size * flat * 1.3, x - size, y)
    path.close()
    return turned(path, rng.uniform(0, 360), x, y)


def drift(stage: Stage, air: Air, tones: tuple[Rgb, ...], *, petal: bool) -> None:
    """Leaves or petals on the wind in three distances, and those that lie on the ground already."""
    rng, width = stage.mood.random("drift"), stage.width
    share = width / 1000
    for pen, (left, right), count, size, far in (
        (stage.middle, (0.0, 1.0), 42, 7.0, 0.25),
        (stage.near, (0.0, 1.0), 30, 12.0, 0.08),
        (stage.front, (0.0, 0.36), 7, 19.0, 0.0),
        (stage.front, (0.64, 1.0), 7, 19.0, 0.0),
    ):
        paths = [skia.Path() for _ in tones]
        for _ in range(max(4, round(count * share))):
            x, y = rng.uniform(left, right) * width, rng.uniform(30, 960)
            r = size * rng.uniform(0.7, 1.25) * (0.8 if petal else 1.0)
            rng.choice(paths).addPath(leaf_shape(x, y, r, rng, petal=petal))
        for path, tone in zip(paths, tones, strict=True):
            pen.decal(path, air.at(tone, far))
    ground = [skia.Path() for _ in tones]
    for _ in range(round(70 * share)):
        t = rng.random() ** 0.7
        x, y = rng.uniform(0, stage.width), stage.horizon + 70 + (985 - stage.horizon - 70) * t
        s = 3 + 9 * t
        piece = ellipse(x, y, s, s * 0.36, rng.uniform(-30, 30))
        rng.choice(ground).addPath(piece)
    for path, tone in zip(ground, tones, strict=True):
        stage.near.decal(path, air.at(tone, 0.06), alpha=0.92)


def fireflies(stage: Stage) -> None:
    """Points of greenish gold with a halo, most of them over the grass."""
    rng = stage.mood.random("fireflies")
    for pen, (left, right), count, size in (
        (stage.middle, (0.02, 0.98), 26, 2.2),
        (stage.near, (0.02, 0.98), 22, 3.4),
        (stage.front, (0.02, 0.34), 4, 5.0),
        (stage.front, (0.66, 0.98), 4, 5.0),
    ):
        cores = skia.Path()
        for _ in range(max(3, round(count * stage.width / 1000))):
            x = rng.uniform(left, right) * stage.width
            y = min(max(stage.horizon + rng.gauss(40, 150), 160), 960)
            r = size * rng.uniform(0.7, 1.3)
            halo(pen, x, y, r * 9, (226, 240, 110), 0.6)
            cores.addCircle(x, y, r)
        pen.glow(cores, (254, 255, 206))


def rays(stage: Stage, air: Air) -> None:
    """Broad beams that fan out from where the sun stands."""
    x, y = air.sun_at[0] * stage.width, air.sun_at[1] * stage.horizon
    rng = stage.mood.random("rays")
    rgb = mix(air.sun, (255, 240, 190), 0.5)
    toward = math.atan2(860 - y, stage.width * 0.55 - x)
    for i in range(7):
        angle = toward + (i - 3) * 0.2 + rng.uniform(-0.04, 0.04)
        half = rng.uniform(0.022, 0.05)
        far = 1500.0
        tips = [(x + math.cos(angle + s * half) * far, y + math.sin(angle + s * half) * far) for s in (-1, 1)]
        end = (x + math.cos(angle) * 1100, y + math.sin(angle) * 1100)
        beam = fade((x, y), end, rgb, (0.5, 0.3, 0.14, 0.0))
        stage.middle.glow(polygon([(x, y), *tips]), beam, alpha=0.8, blur=5)
    halo(stage.middle, x, y, 320, rgb, 0.8)


def mist(stage: Stage, air: Air) -> None:
    """Banks of mist that lie in the low ground while the sky stays open."""
    rng = stage.mood.random("mist")
    white = mix(mix(air.haze, air.cloud, 0.55), lighten(air.haze, 0.4), 0.4)
    for pen, y, tall, alpha in (
        (stage.far, stage.horizon - 60, 120, 0.75),
        (stage.middle, stage.horizon + 10, 110, 0.7),
        (stage.near, stage.horizon + 110, 70, 0.4),
    ):
        for _ in range(round(4 + stage.width / 300)):
            x, w = rng.uniform(-0.1, 1.1) * stage.width, rng.uniform(320, 640)
            h = tall * rng.uniform(0.6, 1.1)
            shape = ellipse(x, y + rng.uniform(-20, 20), w / 2, h / 2)
            pen.decal(shape, white, alpha=alpha * rng.uniform(0.35, 0.7), blur=h * 0.32)
    span = stage.horizon - 130, stage.horizon + 190
    band = polygon([(-EDGE, span[0]), (stage.width + EDGE, span[0]), (stage.width + EDGE, span[1]), (-EDGE, span[1])])
    stage.middle.decal(band, fade((0, span[0]), (0, span[1]), white, (0.0, 0.62, 0.0)))


def seeds(stage: Stage) -> None:
    """Dandelion seeds and pollen in the light."""
    rng = stage.mood.random("seeds")
    lines, dots = skia.Path(), skia.Path()
    for _ in range(round(34 * stage.width / 1000)):
        x, y, s = rng.uniform(0, stage.width), rng.uniform(80, 940), rng.uniform(5, 12)
        lean = rng.uniform(-0.5, 0.5)
        for i in range(7):
            a = -math.pi / 2 + lean + (i - 3) * 0.32
            lines.moveTo(x, y)
            lines.lineTo(x + math.cos(a) * s, y + math.sin(a) * s)
        lines.moveTo(x, y)
        lines.lineTo(x - math.sin(lean) * s, y + s * 0.9)
        dots.addCircle(x - math.sin(lean) * s, y + s * 0.9, s * 0.12)
    stage.near.line(lines, (255, 255, 250), 1.1, alpha=0.85)
    stage.near.decal(dots, (120, 96, 70))


def bubbles(stage: Stage) -> None:
    """Soap bubbles."""
    rng = stage.mood.random("bubbles")
    for _ in range(round(16 * stage.width / 1000)):
        x, y, r = rng.uniform(0.03, 0.97) * stage.width, rng.uniform(120, 860), rng.uniform(10, 34)
        stops = ((0.0, (255, 255, 255)), (0.8, (190, 226, 255)), (0.93, (246, 190, 250)), (1.0, (190, 255, 236)))
        skin = Gradient((x, y), (x + r, y), stops, radial=True, alphas=(0.05, 0.12, 0.5, 0.6))
        stage.near.glow(ellipse(x, y, r), skin)
        stage.near.glow(ellipse(x - r * 0.36, y - r * 0.42, r * 0.2, r * 0.13, -35), (255, 255, 255), alpha=0.9)


def sparks(stage: Stage) -> None:
    """Embers that rise."""
    rng = stage.mood.random("sparks")
    path, glow = skia.Path(), skia.Path()
    for _ in range(round(70 * stage.width / 1000)):
        x, y, r = rng.uniform(0, stage.width), rng.uniform(150, 960), rng.uniform(1.2, 3.6)
        path.addOval(skia.Rect.MakeLTRB(x - r * 0.7, y - r, x + r * 0.7, y + r))
        glow.addCircle(x, y, r * 3)
    stage.near.glow(glow, (255, 120, 40), alpha=0.3, blur=5)
    stage.near.glow(path, (255, 206, 110))


def panes(pen: Pen, area: tuple[float, float, float, float], mood: Mood) -> None:
    """What the weather and the night do in a window (x, y, width, height): drops, flakes, the moon; clip it to that."""
    x, y, w, h = area
    rng = mood.random(f"panes{x:.0f}")
    if mood.weather in {"rain", "storm"}:
        streaks, drops = skia.Path(), skia.Path()
        for _ in range(round(w * h / 1500)):
            px, py = x + rng.random() * w, y + rng.random() * h
            if rng.random() < 0.4:
                long = rng.uniform(16, 46)
                streaks.moveTo(px, py)
                streaks.lineTo(px - long * 0.22, py + long)
            else:
                r = rng.uniform(1.2, 3.4)
                drops.addOval(skia.Rect.MakeLTRB(px - r * 0.8, py - r, px + r * 0.8, py + r * 1.2))
        pen.line(streaks, (236, 242, 250), 1.6, alpha=0.6, glow=True)
        pen.glow(drops, (246, 250, 255), alpha=0.75)
    elif mood.weather == "snow" or mood.season == "winter":
        flakes = skia.Path()
        for _ in range(round(w * h / 1500)):
            flakes.addCircle(x + rng.random() * w, y + rng.random() * h, rng.uniform(1.2, 3.6))
        pen.glow(flakes, (255, 255, 255), alpha=0.9)
        bank = skia.Path()
        bank.moveTo(x, y + h)
        bank.cubicTo(x, y + h * 0.86, x + w * 0.3, y + h * 0.93, x + w * 0.55, y + h * 0.95)
        bank.cubicTo(x + w * 0.8, y + h * 0.96, x + w, y + h * 0.88, x + w, y + h)
        pen.glow(bank, (240, 246, 252) if not mood.night else (150, 172, 216))
    if mood.time == "night" and {"moon", "full moon"} & set(mood.words):
        pen.glow(ellipse(x + w * 0.72, y + h * 0.24, min(w, h) * 0.3), (150, 178, 236), alpha=0.35, blur=w * 0.05)
        pen.glow(ellipse(x + w * 0.72, y + h * 0.24, min(w, h) * 0.13), (250, 246, 224))
    if "lightning" in mood.words or mood.weather == "storm":
        bolt = [
            (x + w * 0.7, y),
            (x + w * 0.62, y + h * 0.22),
            (x + w * 0.72, y + h * 0.26),
            (x + w * 0.6, y + h * 0.55),
        ]
        pen.line(polygon(bolt, closed=False), (246, 246, 255), max(2.0, w * 0.012), glow=True)
