"""Air and sky: the palette of an hour and a weather, the gradient, sun, moon, stars and clouds."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator.colours import Rgb, luminance, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.heavens import crescent, sights
from pinxit.engines.illustrator.shapes import Point, box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Mood, Stage

EDGE = 24.0  # how far drawings reach beyond the frame


@dataclass(frozen=True, slots=True)
class Air:
    """The colours of an hour: three of the sky, of the haze, of lit and shaded cloud, of the sun.

    `tint` is what everything on the ground leans to, by `share`. `sun_at` is where the sun or the moon stands, in
    fractions of the width and of the height of the sky.
    """

    top: Rgb
    middle: Rgb
    low: Rgb
    haze: Rgb
    cloud: Rgb
    shade: Rgb
    sun: Rgb
    tint: Rgb
    share: float
    sun_at: Point
    exact: bool = True  # the colours are those of the finished picture already
    mood: Mood | None = None  # of which it is the air

    def at(self, rgb: Rgb, distance: float = 0.0) -> Rgb:
        """A colour of the ground in this air: `distance` 0 is near, 1 is lost in the haze."""
        if self.share >= 0.2 and min(rgb) > 220:  # snow and white things take the blue of the shadows and stay bright
            rgb = mix(rgb, (196, 206, 255), 0.6)
            return mix(mix(rgb, self.tint, self.share * 0.36), self.haze, distance * 0.8)
        return mix(mix(rgb, self.tint, self.share), self.haze, distance)


_DAY = Air(
    (66, 134, 208), (134, 188, 234), (216, 235, 242), (196, 220, 234), (255, 255, 253), (184, 204, 228),
    (255, 250, 226), (255, 248, 214), 0.04, (0.16, 0.2), exact=False,
)  # fmt: skip
_AIRS = {
    "day": _DAY,
    "morning": replace(
        _DAY, top=(104, 164, 218), middle=(176, 212, 234), low=(255, 238, 208), haze=(232, 228, 214), sun_at=(0.2, 0.5)
    ),
    "dawn": Air(
        (88, 96, 168), (222, 150, 168), (255, 218, 170), (232, 178, 170), (255, 208, 190), (158, 116, 164),
        (255, 236, 196), (150, 104, 144), 0.2, (0.7, 0.86),
    ),
    "golden hour": Air(
        (92, 142, 196), (240, 204, 160), (255, 228, 156), (248, 212, 160), (255, 240, 208), (216, 162, 146),
        (255, 244, 190), (236, 176, 100), 0.12, (0.16, 0.66),
    ),
    "sunset": Air(
        (58, 54, 124), (222, 92, 102), (255, 196, 98), (238, 140, 106), (255, 176, 120), (124, 64, 120),
        (255, 240, 170), (74, 52, 128), 0.22, (0.68, 0.84),
    ),
    "dusk": Air(
        (30, 36, 92), (104, 80, 152), (244, 152, 132), (128, 96, 152), (158, 112, 164), (66, 58, 118),
        (255, 214, 190), (58, 50, 112), 0.42, (0.7, 1.0),
    ),
    "night": Air(
        (9, 13, 38), (20, 33, 82), (50, 74, 132), (40, 58, 112), (74, 92, 144), (30, 42, 88),
        (250, 248, 226), (26, 38, 88), 0.42, (0.76, 0.3),
    ),
}  # fmt: skip
POLAR = {"aurora", "northern lights", "milky way", "firework"}
# Fair days differ: deep, turquoise, hazy, cool. Each is the three colours of the sky.
_FAIR: tuple[tuple[Rgb, Rgb, Rgb], ...] = (
    ((66, 134, 208), (134, 188, 234), (216, 235, 242)),
    ((44, 138, 206), (112, 200, 230), (222, 242, 232)),
    ((92, 152, 214), (170, 206, 232), (250, 236, 212)),
    ((78, 120, 200), (150, 180, 232), (232, 226, 244)),
)
_GREYS: dict[str, tuple[Rgb, float]] = {
    "rain": ((122, 138, 156), 0.72),
    "storm": ((66, 76, 96), 0.8),
    "cloudy": ((164, 178, 194), 0.6),
    "fog": ((206, 212, 216), 0.4),
    "snow": ((190, 202, 218), 0.62),
}


def breathe(mood: Mood) -> Air:
    """The air of an hour and a weather."""
    return replace(_mixed(mood), mood=mood)


def _mixed(mood: Mood) -> Air:
    air = _AIRS.get(mood.time or "day", _DAY)
    if air is _DAY:
        top, middle, low = mood.random("air").choice(_FAIR)
        air = replace(air, top=top, middle=middle, low=low, sun_at=(mood.random("sun").uniform(0.08, 0.4), 0.2))
    elif mood.time == "night":
        across, down = mood.random("sun").choice((0.24, 0.7, 0.78)), mood.random("moon").uniform(0.24, 0.4)
        air = replace(air, sun_at=(across, down))
    if mood.weather not in _GREYS:
        return air
    grey, share = _GREYS[mood.weather]
    if mood.weather == "fog" and mood.season == "autumn":
        grey = (240, 212, 172)
    if mood.night:
        grey = mix(grey, (22, 28, 54), 0.82)
    elif mood.time in {"sunset", "dawn", "golden hour"}:
        share *= 0.45
    return replace(
        air,
        top=mix(air.top, mix(grey, (70, 80, 100), 0.25), share),
        middle=mix(air.middle, grey, share),
        low=mix(air.low, mix(grey, air.cloud, 0.3), share),
        haze=mix(air.haze, grey, share),
        cloud=mix(air.cloud, grey, share * 0.6),
        shade=mix(air.shade, mix(grey, (60, 68, 88), 0.3), share),
        tint=mix(air.tint, grey, 0.6),
        share=max(air.share, 0.14),
    )


def covered(mood: Mood) -> bool:
    """Whether clouds hide the sun."""
    return mood.weather in _GREYS


def radial(x: float, y: float, radius: float, rgb: Rgb, alphas: tuple[float, ...] = (1.0, 0.35, 0.0)) -> Gradient:
    """A colour that fades from the centre to the rim."""
    places = tuple((i / (len(alphas) - 1), rgb) for i in range(len(alphas)))
    return Gradient((x, y), (x + radius, y), places, radial=True, alphas=alphas)


def fade(start: Point, end: Point, rgb: Rgb, alphas: tuple[float, ...]) -> Gradient:
    """A colour that fades along a line."""
    return Gradient(start, end, tuple((i / (len(alphas) - 1), rgb) for i in range(len(alphas))), alphas=alphas)


def halo(pen: Pen, x: float, y: float, radius: float, rgb: Rgb, alpha: float = 0.6) -> None:
    """Light that spreads in the air around a lamp, a window, the sun."""
    pen.glow(ellipse(x, y, radius), radial(x, y, radius, rgb, (alpha, alpha * 0.4, alpha * 0.1, 0.0)))


def brushed(pen: Pen, air: Air) -> Callable[..., skia.Path]:
    """How to lay on what mirrors the sky: as it is when the air's colours are final, else in the picture's light."""
    return pen.glow if air.exact else pen.decal


def pool(pen: Pen, spot: tuple[float, float, float, float], rgb: Rgb, alpha: float, *, light: bool = False) -> None:
    """A soft flat patch of light or shadow in an ellipse (x, y, rx, ry) on the ground."""
    x, y, rx, ry = spot
    draw = pen.glow if light else pen.decal
    draw(ellipse(x, y, rx * 0.72, ry * 0.62), rgb, alpha=alpha, blur=ry * 0.34)


def sky(stage: Stage, air: Air, foot: float | None = None) -> None:
    """The whole sky on the far layer, down to `foot` (the horizon), with what stands in it."""
    pen, mood = stage.far, stage.mood
    foot = stage.horizon if foot is None else foot
    stops = ((0.0, air.top), (0.55, air.middle), (1.0, air.low))
    area = box(-EDGE, -EDGE, stage.width + 2 * EDGE, 1000 + 2 * EDGE)
    paint = Gradient((0, -EDGE), (0, foot), stops)
    if air.exact:
        pen.glow(area, paint)
    else:
        pen.fill(area, paint, "flat", line=0)
    if mood.background:
        pen.decal(area, mood.background, alpha=0.55)
    if mood.night and not covered(mood):
        stars(pen, (-EDGE, -EDGE, stage.width + EDGE, foot * 0.8), mood.random("stars"))
    if not covered(mood):
        orb(pen, stage.width, foot, mood, air)
    clouds(stage, air, foot)
    sights(pen, stage.width, foot, mood)


def orb(pen: Pen, width: float, foot: float, mood: Mood, air: Air) -> None:
    """The sun, or the moon at night."""
    x, y = air.sun_at[0] * width, air.sun_at[1] * foot
    if mood.time == "night":
        named = {"moon", "full moon", "crescent moon"} & set(mood.words)
        if POLAR & set(mood.words) and not named:
            return
        halo(pen, x, y, 430 if named else 330, (150, 178, 236), 0.5)
        if "crescent moon" in named:
            crescent(pen, x, y, 62)
        else:
            moon(pen, x, y, 96 if named else 50)
    elif mood.time in {"sunset", "dawn", "golden hour", "dusk"}:
        reach = 620 if mood.time != "dusk" else 460
        halo(pen, x, y, reach, mix(air.sun, air.low, 0.4), 0.85)
        if mood.time != "dusk":
            pen.glow(ellipse(x, y, 56), air.sun)
    else:
        halo(pen, x, y, 560, air.sun, 0.75)
        if "sun" in mood.words:
            pen.glow(ellipse(x, y, 60), (255, 246, 190))


def moon(pen: Pen, x: float, y: float, radius: float) -> None:
    """A full moon with its seas."""
    disc = pen.glow(ellipse(x, y, radius), (246, 244, 226))
    with pen.on(disc):
        for dx, dy, r in (
            (-0.3, -0.25, 0.34),
            (0.25, 0.1, 0.26),
            (-0.1, 0.45, 0.22),
            (0.4, -0.4, 0.15),
            (-0.62, 0.2, 0.16),
        ):
            pen.glow(
                ellipse(x + dx * radius, y + dy * radius, r * radius, r * radius * 0.86), (206, 208, 206), alpha=0.6
            )
        pen.glow(ellipse(x + radius * 0.5, y + radius * 0.4, radius * 1.3), (214, 214, 214), alpha=0.16)


def stars(pen: Pen, area: tuple[float, float, float, float], rng: random.Random, count: int = 0) -> None:
    """Stars in three sizes between left, top, right and bottom; thinner towards the bottom."""
    left, top, right, bottom = area
    count = count or round((right - left) * (bottom - top) / 5200)
    for radius, alpha, share, rgb in (
        (0.9, 0.6, 1.0, (206, 218, 255)),
        (1.5, 0.85, 0.4, (236, 240, 255)),
        (2.5, 1.0, 0.08, (255, 250, 232)),
    ):
        path = skia.Path()
        for _ in range(round(count * share)):
            x, y = rng.uniform(left, right), top + (bottom - top) * rng.random() ** 1.5
            path.addCircle(x, y, radius * rng.uniform(0.7, 1.3))
        pen.glow(path, rgb, alpha=alpha)


def puffs(x: float, y: float, width: float, height: float, rng: random.Random) -> skia.Path:
    """The outline of a heap of cloud or foliage on a flat base: (x, y) is the middle of the base."""
    path = skia.Path()
    count = max(5, round(width / height * 3))
    for i in range(count):
        t = (i + 0.5) / count
        swell = math.sin(math.pi * t) ** 0.7
        r = height * (0.2 + 0.3 * swell) * rng.uniform(0.75, 1.15)
        lift = height * swell * rng.uniform(0.2, 0.62)
        cx = x + (t - 0.5) * width * 0.9
        path.addOval(skia.Rect.MakeLTRB(cx - r * 1.2, y - lift - r, cx + r * 1.2, y - lift + r))
    path.addRRect(
        skia.RRect.MakeRectXY(
            skia.Rect.MakeXYWH(x - width / 2, y - height * 0.3, width, height * 0.3), height * 0.15, height * 0.15
        )
    )
    return path


def cumulus(pen: Pen, x: float, y: float, width: float, air: Air, rng: random.Random) -> None:
    """A fair-weather cloud: bright crown, shaded foot that melts into the air."""
    height = width * rng.uniform(0.26, 0.36)
    seed = rng.random()
    body = puffs(x, y, width, height, random.Random(seed))
    side = -1 if air.sun_at[0] < 0.5 else 1
    stops = ((0.0, air.cloud), (0.45, mix(air.cloud, air.shade, 0.35)), (1.0, mix(air.shade, air.middle, 0.45)))
    pen.fill(body, Gradient((x, y - height), (x, y), stops, alphas=(1.0, 0.95, 0.0)), "flat", line=0)
    with pen.on(body):
        crown = puffs(x + side * width * 0.06, y - height * 0.3, width * 0.66, height * 0.74, random.Random(seed + 1))
        pen.decal(
            crown,
            Gradient((x, y - height), (x, y - height * 0.25), ((0.0, air.cloud), (1.0, air.cloud)), alphas=(0.95, 0.0)),
        )
        low = puffs(x - side * width * 0.12, y, width * 0.6, height * 0.42, random.Random(seed + 2))
        pen.decal(low, Gradient((x, y - height * 0.4), (x, y), ((0.0, air.shade), (1.0, air.shade)), alphas=(0.6, 0.0)))


def streak(x: float, y: float, width: float, height: float, rng: random.Random) -> skia.Path:
    """A long thin cloud with wavy edges."""
    count = 7
    over = [
        (x - width / 2 + width * i / count, y - height * math.sin(math.pi * i / count) * rng.uniform(0.3, 1.0))
        for i in range(count + 1)
    ]
    under = [(px, y + height * 0.25 * rng.uniform(0.2, 1.0)) for px, _ in reversed(over[1:-1])]
    return smooth([*over, *under])


def clouds(stage: Stage, air: Air, foot: float) -> None:
    """The clouds of the hour: heaps by day, bars of colour in the evening, a lid in bad weather."""
    pen, mood, width = stage.far, stage.mood, stage.width
    rng = mood.random("clouds")
    if mood.weather == "fog":
        return
    if covered(mood):
        overcast(pen, width, foot, air, rng)
        return
    if mood.time in {"sunset", "dawn", "dusk", "golden hour"}:
        bars(pen, width, foot, air, rng)
    if mood.time == "night":
        for _ in range(3):
            x, y, w = rng.uniform(0, width), foot * rng.uniform(0.45, 0.85), rng.uniform(260, 520)
            pen.glow(streak(x, y, w, w * 0.07, rng), fade((0, y - w * 0.06), (0, y + w * 0.02), air.cloud, (0.5, 0.08)))
        return
    if mood.weather == "clear" or mood.time in {"sunset", "dawn", "dusk"}:
        return
    count = max(3, round(width / 330))
    for i in range(count):
        x = width * (i + 0.5 + rng.uniform(-0.3, 0.3)) / count
        y = foot * rng.choice((0.3, 0.46, 0.66, 0.8)) * rng.uniform(0.9, 1.1)
        cumulus(pen, x, y, (150 + 300 * (1 - y / foot)) * rng.uniform(0.8, 1.3), air, rng)
    for _ in range(count):
        x, y, w = rng.uniform(0, width), foot * rng.uniform(0.86, 0.95), rng.uniform(140, 320)
        pen.decal(streak(x, y, w, 14, rng), air.cloud, alpha=0.6)


def bars(pen: Pen, width: float, foot: float, air: Air, rng: random.Random) -> None:
    """Evening clouds, lit from below."""
    sun_x = air.sun_at[0] * width
    for i in range(round(6 + width / 130)):
        t = rng.random()
        y = foot * (0.12 + 0.8 * t**0.8)
        x = rng.uniform(-0.1, 1.1) * width
        w = rng.uniform(180, 520) * (1.2 - 0.6 * t)
        h = rng.uniform(14, 40) * (1.15 - 0.7 * t)
        near = max(0.0, 1 - abs(x - sun_x) / (width * 0.7 + 200))
        shade = mix(air.shade, air.top, 0.3 * (1 - t))
        pen.glow(streak(x, y, w, h, rng), shade, alpha=0.55 + 0.25 * (i % 2))
        lit = mix(air.cloud, air.sun, 0.5 * near)
        pen.glow(streak(x + rng.uniform(-20, 20), y + h * 0.12, w * 0.86, h * 0.4, rng), lit, alpha=0.5 + 0.45 * near)


def overcast(pen: Pen, width: float, foot: float, air: Air, rng: random.Random) -> None:
    """A lid of heavy clouds in rows, the lower ones flatter and paler."""
    rows = 5
    draw = pen.glow if air.exact else pen.decal
    for row in range(rows):
        t = row / (rows - 1)
        y = foot * (0.2 + 0.62 * t)
        size = 420 - 230 * t
        for i in range(round(width / size) + 2):
            x = (i - 0.5 + rng.uniform(-0.3, 0.3)) * size
            h = size * rng.uniform(0.26, 0.4)
            body = puffs(x, y + rng.uniform(-20, 20), size * 1.5, h, rng)
            light = mix(air.cloud, air.middle, 0.35 + 0.3 * t)
            stops = ((0.0, light), (0.5, mix(light, air.shade, 0.5)), (1.0, mix(air.shade, air.middle, 0.5)))
            draw(body, Gradient((x, y - h), (x, y + 10), stops, alphas=(0.8, 0.6, 0.0)))


def shafts(
    pen: Pen, source: Point, target: tuple[float, float, float], rgb: Rgb, alpha: float = 0.2, count: int = 4
) -> None:
    """Beams of light from `source` that fall on the line `target` = (left, right, y), fading on the way."""
    left, right, y = target
    step = (right - left) / count
    for i in range(count):
        x = left + step * i
        spread = 0.22 * step
        foot = [(x + step * (0.72 if i % 2 else 0.5), y), (x, y)]
        sx = source[0] + (i - count / 2) * spread
        beam = polygon([(sx, source[1]), (sx + spread, source[1]), *foot])
        pen.glow(beam, fade(source, (x + step / 2, y), rgb, (alpha, alpha * 0.6, 0.0)))


def pale(rgb: Rgb) -> bool:
    """Whether dark details stand out on it better than bright ones."""
    return luminance(rgb) > 0.6
