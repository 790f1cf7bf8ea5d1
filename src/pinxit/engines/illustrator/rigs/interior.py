"""Rooms: walls, windows with light shafts, shelves and what stands on them, lamps, curtains, discs of blurred light."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.airborne import panes as weathered
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, fade, halo, pool, radial
from pinxit.engines.illustrator.rigs.surface import boards
from pinxit.engines.illustrator.shapes import box, curve, ellipse, lathe, moved, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

CLAY: tuple[Rgb, ...] = (
    (186, 104, 66),
    (206, 146, 100),
    (150, 84, 60),
    (222, 196, 164),
    (112, 128, 122),
    (96, 116, 140),
)
BOOKS: tuple[Rgb, ...] = (
    (150, 54, 46),
    (44, 82, 102),
    (196, 152, 74),
    (72, 96, 66),
    (106, 62, 82),
    (214, 196, 160),
    (60, 60, 78),
)


def dim(stage: Stage, rgb: Rgb) -> Rgb:
    """A colour of the room: darker and browner when it is night outside, since lamps then light only parts of it."""
    return mix(rgb, (92, 58, 50), 0.2) if stage.mood.night else rgb


def wall(stage: Stage, rgb: Rgb, skirting: Rgb | None = None) -> None:
    """The back wall on the far layer, lit from the upper left, with a skirting board at the horizon."""
    pen, width = stage.far, stage.width
    stage.indoors = True
    rgb = stage.mood.background or rgb
    rgb = dim(stage, rgb)
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    pen.fill(
        area,
        Gradient((0, 0), (width, stage.horizon), ((0.0, lighten(rgb, 0.2)), (0.5, rgb), (1.0, darken(rgb, 0.2)))),
        "flat",
        line=0,
    )
    pen.decal(box(-EDGE, -EDGE, width + 2 * EDGE, 240), fade((0, -EDGE), (0, 216), darken(rgb, 0.5), (0.4, 0.0)))
    if skirting:
        y = stage.horizon
        pen.decal(box(-EDGE, y - 34, width + 2 * EDGE, 40), dim(stage, skirting))
        pen.decal(box(-EDGE, y - 34, width + 2 * EDGE, 4), lighten(dim(stage, skirting), 0.3))


def floor(stage: Stage, rgb: Rgb, plank: float = 150) -> None:
    """A floor of boards on the middle layer, from the foot of the wall; what stands on it is drawn afterwards."""
    pen, width = stage.middle, stage.width
    rgb = dim(stage, rgb)
    area = box(-EDGE, stage.horizon, width + 2 * EDGE, 1000 + EDGE - stage.horizon)
    pen.fill(
        area,
        Gradient(
            (0, stage.horizon),
            (0, 1000),
            ((0.0, darken(rgb, 0.12)), (0.4, lighten(rgb, 0.08)), (1.0, darken(rgb, 0.25))),
        ),
        "flat",
        line=0,
    )
    with pen.on(area):
        boards(pen, stage, stage.horizon, rgb, plank)
        pen.decal(
            box(-EDGE, stage.horizon, width + 2 * EDGE, 90),
            fade((0, stage.horizon), (0, stage.horizon + 90), darken(rgb, 0.65), (0.5, 0.0)),
        )


def _outside(air: Air) -> Rgb:
    """The colour of the trees before a window."""
    mood = air.mood
    if mood is None or mood.weather == "fog":
        return (150, 172, 140)
    if mood.season == "winter" or mood.weather == "snow":
        return (206, 216, 228)
    return {"autumn": (214, 140, 62), "spring": (166, 196, 104)}.get(mood.season or "", (122, 160, 96))


def window(  # limit: one drawing, a list of its parts from back to front
    pen: Pen,
    area: tuple[float, float, float, float],
    air: Air,
    frame: Rgb = (236, 228, 212),
    panes: tuple[int, int] = (2, 3),
) -> None:
    """A window in (x, y, width, height): bright air outside with blurred trees, a frame with bars, a sill."""
    x, y, w, h = area
    night = air.top[2] < 60
    glass = box(x, y, w, h)
    stops = (
        (0.0, mix(air.middle, air.cloud, 0.35)),
        (0.6, mix(air.low, air.cloud, 0.5)),
        (1.0, mix(air.low, air.cloud, 0.2)),
    )
    pen.glow(glass, Gradient((x, y), (x, y + h), stops))
    green = air.at(_outside(air), 0.35)
    with pen.on(glass):
        for i, (dx, dy, r) in enumerate(
            ((0.1, 0.86, 0.3), (0.45, 1.0, 0.36), (0.85, 0.8, 0.34), (0.65, 0.95, 0.24), (0.25, 1.02, 0.24))
        ):
            pen.glow(
                ellipse(x + dx * w, y + dy * h, r * w),
                radial(
                    x + dx * w,
                    y + dy * h,
                    r * w,
                    mix(green, air.top, 0.5 if night else 0.12 * (i % 3)),
                    (0.9, 0.8, 0.0),
                ),
            )
        if not night:
            pen.glow(
                polygon([(x, y + h * 0.5), (x + w * 0.6, y), (x + w * 0.85, y), (x, y + h * 0.72)]),
                (255, 255, 250),
                alpha=0.16,
            )
    if air.mood is not None:
        with pen.on(glass):
            weathered(pen, area, air.mood)
    bar = max(w * 0.035, 4)
    shape = skia.Path()
    for i in range(panes[0] + 1):
        bw = bar * (2 if i in {0, panes[0]} else 1)
        shape.addRect(skia.Rect.MakeXYWH(x + w * i / panes[0] - bw / 2, y - bar, bw, h + bar * 2))
    for i in range(panes[1] + 1):
        bw = bar * (2 if i in {0, panes[1]} else 1)
        shape.addRect(skia.Rect.MakeXYWH(x - bar, y + h * i / panes[1] - bw / 2, w + 2 * bar, bw))
    shape.setFillType(skia.PathFillType.kWinding)
    pen.decal(moved(shape, bar * 0.5, bar * 0.5), darken(frame, 0.5), alpha=0.5)
    pen.decal(shape, frame)
    pen.fill(box(x - bar * 3, y + h + bar, w + bar * 6, bar * 2.4), frame, "flat", line=0.5)
    pen.decal(box(x - bar * 3, y + h + bar * 3, w + bar * 6, bar * 1.2), darken(frame, 0.5), alpha=0.5)


def sunbeams(stage: Stage, area: tuple[float, float, float, float], air: Air, alpha: float = 0.3) -> None:
    """Shafts that fall from a window (x, y, width, height) to the right, their patches on the floor, motes in them."""
    if stage.mood.night:
        air_rgb, alpha = (130, 160, 230), alpha * 0.5
    else:
        air_rgb = mix(air.sun, (255, 232, 180), 0.6)
    pen, (x, y, w, h) = stage.middle, area
    drop = 880 - y
    for i in range(3):
        x0, x1 = x + w * i / 3 + w * 0.05, x + w * (i + 1) / 3 - w * 0.05
        slide = drop * 0.72
        beam = polygon([(x0, y), (x1, y), (x1 + slide + w * 0.2, y + drop), (x0 + slide, y + drop + 30), (x0, y + h)])
        pen.glow(beam, fade((x, y), (x + slide, y + drop), air_rgb, (alpha, alpha * 0.7, alpha * 0.12)))
    foot = 830
    dx = (foot - y) * 0.66
    for i in range(2):
        a, b = x + dx + w * 0.52 * i, x + dx + w * (0.52 * i + 0.42)
        patch = polygon([(a, foot), (b, foot), (b + 70, foot + 90), (a + 70, foot + 90)])
        stage.middle.glow(patch, fade((0, foot), (0, foot + 90), air_rgb, (alpha * 1.3, alpha * 0.7)))
    rng = stage.mood.random("motes")
    path = skia.Path()
    for _ in range(46):
        t = rng.random()
        path.addCircle(x + w * rng.random() + t * drop * 0.7, y + t * drop, rng.uniform(0.8, 2.6))
    pen.glow(path, (255, 246, 220), alpha=0.55)


def pot(x: float, y: float, height: float, rng: random.Random) -> skia.Path:
    """The outline of a thrown pot standing at (x, y): jug, bowl, vase or jar by chance."""
    h = height
    shapes = (
        [(0.2, 1.0), (0.17, 0.86), (0.34, 0.55), (0.3, 0.2), (0.2, 0.0)],
        [(0.52, 0.55), (0.48, 0.4), (0.34, 0.14), (0.2, 0.0)],
        [(0.16, 1.0), (0.11, 0.8), (0.13, 0.66), (0.3, 0.36), (0.28, 0.14), (0.18, 0.0)],
        [(0.28, 0.8), (0.26, 0.72), (0.36, 0.5), (0.35, 0.18), (0.26, 0.0)],
        [(0.26, 0.62), (0.27, 0.3), (0.25, 0.0)],
    )
    return moved(lathe([(r * h, -t * h) for r, t in rng.choice(shapes)]), x, y)


def shelf(pen: Pen, area: tuple[float, float, float], rgb: Rgb, rng: random.Random, content: str = "pots") -> None:
    """A board at (x, y), `width` long, on brackets, with pots, books, jars or cups standing on it."""
    x, y, width = area
    pen.decal(box(x + 6, y + 12, width - 4, 16), darken(rgb, 0.7), alpha=0.3)
    if content == "books":
        books(pen, (x + 6, y, width - 12), 92, rng)
    else:
        vessels(pen, area, rng, content)
    pen.fill(box(x, y, width, 12), rgb, "flat", line=0.5)
    pen.decal(box(x, y, width, 3), lighten(rgb, 0.35))
    for bx in (x + width * 0.12, x + width * 0.88):
        pen.decal(polygon([(bx - 5, y + 12), (bx + 5, y + 12), (bx + 5, y + 22), (bx - 5, y + 38)]), darken(rgb, 0.35))


def vessels(pen: Pen, area: tuple[float, float, float], rng: random.Random, content: str) -> None:
    """Pots, jars or cups in a row on the board (x, y, width)."""
    x, y, width = area
    tall = {"pots": 100.0, "jars": 66.0, "cups": 40.0, "bottles": 112.0}.get(content, 80)
    at = x + tall * 0.4
    while at < x + width - tall * 0.3:
        h = tall * rng.uniform(0.65, 1.08)
        tone = rng.choice(CLAY)
        if content == "jars":
            tone = rng.choice(((214, 168, 96), (150, 76, 52), (228, 216, 190), (128, 146, 84), (92, 60, 44)))
            pen.fill(box(at - h * 0.28, y - h, h * 0.56, h, 7), mix(tone, (240, 244, 240), 0.25), "glossy", line=0.4)
            pen.decal(box(at - h * 0.3, y - h - 7, h * 0.6, 11, 3), (178, 150, 110))
            step = h * 0.75
        elif content == "bottles":
            tone = rng.choice(((48, 92, 62), (140, 78, 38), (92, 132, 142), (120, 34, 40), (206, 186, 140)))
            pen.fill(
                moved(lathe([(h * 0.045, -h), (h * 0.05, -h * 0.68), (h * 0.14, -h * 0.55), (h * 0.14, 0)]), at, y),
                tone,
                "glossy",
                line=0.4,
            )
            pen.decal(box(at - h * 0.13, y - h * 0.4, h * 0.26, h * 0.22), (232, 222, 196), alpha=0.85)
            step = h * 0.36
        else:
            pen.fill(pot(at, y, h, rng), tone, "glossy" if rng.random() < 0.4 else "round", line=0.4)
            step = h * 0.8
        at += step + rng.uniform(2, 16)


def books(pen: Pen, area: tuple[float, float, float], height: float, rng: random.Random) -> None:
    """A row of books standing on (x, y), `width` long; batched by colour."""
    x, y, width = area
    spines = [skia.Path() for _ in BOOKS]
    bands, gaps = skia.Path(), skia.Path()
    at = x
    while at < x + width - 10:
        w, h = rng.uniform(10, 24), height * rng.uniform(0.72, 1.0)
        w = min(w, x + width - at)
        k = rng.randrange(len(BOOKS))
        if rng.random() < 0.06:
            at += 18
            continue
        spines[k].addRect(skia.Rect.MakeXYWH(at, y - h, w - 1, h))
        gaps.addRect(skia.Rect.MakeXYWH(at + w * 0.7, y - h, w * 0.3, h))
        if rng.random() < 0.7:
            bands.addRect(skia.Rect.MakeXYWH(at + 1.5, y - h * 0.86, w - 4, 3))
            bands.addRect(skia.Rect.MakeXYWH(at + 1.5, y - h * 0.2, w - 4, 3))
        at += w
    for path, tone in zip(spines, BOOKS, strict=True):
        pen.decal(path, tone)
    pen.decal(gaps, (30, 20, 26), alpha=0.28)
    pen.decal(bands, (232, 200, 130), alpha=0.75)


def bokeh(
    pen: Pen, area: tuple[float, float, float, float], tones: tuple[Rgb, ...], rng: random.Random, count: int = 26
) -> None:
    """Discs of lights out of focus in left, top, right, bottom."""
    left, top, right, bottom = area
    for _ in range(count):
        x, y, r = rng.uniform(left, right), rng.uniform(top, bottom), rng.uniform(12, 46)
        tone = rng.choice(tones)
        alpha = rng.uniform(0.14, 0.42)
        pen.glow(
            ellipse(x, y, r),
            Gradient(
                (x, y),
                (x + r, y),
                ((0.0, tone), (0.85, tone), (0.97, tone), (1.0, tone)),
                radial=True,
                alphas=(alpha * 0.7, alpha, alpha * 1.3, 0.0),
            ),
        )


def pendant(pen: Pen, x: float, y: float, size: float, rgb: Rgb, lit: bool = True) -> None:
    """A lamp that hangs from above with its shade's rim at (x, y)."""
    pen.line(curve((x, -EDGE), (x, y - size)), (50, 44, 44), 3)
    if lit:
        halo(pen, x, y + size * 0.2, size * 3.4, (255, 214, 140), 0.6)
    pen.glow(ellipse(x, y, size * 0.3, size * 0.28), (255, 240, 196) if lit else (230, 226, 214))
    shade = smooth(
        [
            (x - size, y),
            (x - size * 0.72, y - size * 0.5),
            (x - size * 0.16, y - size * 0.95),
            (x + size * 0.16, y - size * 0.95),
            (x + size * 0.72, y - size * 0.5),
            (x + size, y),
            (x, y + size * 0.04),
        ],
        tension=0.4,
    )
    pen.fill(shade, rgb, "metal" if sum(rgb) < 200 else "round", line=0.6)


def curtain(pen: Pen, area: tuple[float, float, float, float], rgb: Rgb, folds: int = 6) -> None:
    """A hanging curtain in (x, y, width, height)."""
    x, y, w, h = area
    path = box(x, y, w, h)
    pen.fill(path, rgb, "flat", line=0.5)
    step = w / folds
    stops = ((0.0, darken(rgb, 0.42)), (0.35, lighten(rgb, 0.16)), (0.65, rgb), (1.0, darken(rgb, 0.42)))
    for i in range(folds):
        a = x + step * i
        fold = smooth(
            [
                (a, y - 10),
                (a + step * 0.06, y + h * 0.5),
                (a - step * 0.04, y + h + 10),
                (a + step * 1.04, y + h + 10),
                (a + step * 1.05, y + h * 0.5),
                (a + step, y - 10),
            ],
            tension=0.4,
        )
        with pen.on(path):
            pen.decal(fold, Gradient((a, 0), (a + step, 0), stops), alpha=0.9)


def picture(  # limit: one drawing, a list of its parts from back to front
    pen: Pen, area: tuple[float, float, float, float], tones: tuple[Rgb, Rgb], frame: Rgb = (120, 84, 52)
) -> None:
    """A framed landscape on a wall in (x, y, width, height)."""
    x, y, w, h = area
    pen.decal(box(x + 6, y + 8, w, h), (20, 16, 24), alpha=0.3)
    pen.fill(box(x, y, w, h), frame, "flat", line=0.5)
    edge = min(w, h) * 0.09
    canvas = pen.fill(
        box(x + edge, y + edge, w - 2 * edge, h - 2 * edge),
        Gradient((0, y), (0, y + h), ((0.0, lighten(tones[0], 0.4)), (1.0, tones[0]))),
        "flat",
        line=0,
    )
    with pen.on(canvas):
        pen.decal(
            smooth(
                [
                    (x, y + h * 0.62),
                    (x + w * 0.35, y + h * 0.45),
                    (x + w * 0.7, y + h * 0.62),
                    (x + w * 1.1, y + h * 0.5),
                    (x + w * 1.1, y + h * 1.1),
                    (x, y + h * 1.1),
                ]
            ),
            tones[1],
        )
        pen.decal(
            smooth(
                [
                    (x, y + h * 0.8),
                    (x + w * 0.5, y + h * 0.66),
                    (x + w * 1.1, y + h * 0.78),
                    (x + w * 1.1, y + h * 1.1),
                    (x, y + h * 1.1),
                ]
            ),
            darken(tones[1], 0.3),
        )
        pen.decal(ellipse(x + w * 0.7, y + h * 0.3, min(w, h) * 0.1), (250, 226, 160))


def sheen(stage: Stage, y: float, rgb: Rgb, alpha: float = 0.35) -> None:
    """A pool of lamp light on the floor around the middle."""
    rx = max(320, stage.width * 0.36)
    pool(stage.middle, (stage.width / 2, y, rx, 130), rgb, alpha, light=True)
