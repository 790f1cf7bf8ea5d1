"""Places of show: a circus ring, a concert stage before its crowd, a dance floor, a boxing ring."""

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.hall import hall, shell
from pinxit.engines.illustrator.rigs.interior import bokeh
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade, halo, pool
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

NEON: tuple[Rgb, ...] = ((255, 60, 170), (70, 200, 255), (255, 190, 70), (150, 100, 255), (90, 255, 180))


def beam(
    pen: Pen, source: tuple[float, float], foot: tuple[float, float], rgb: Rgb, alpha: float = 0.4
) -> None:  # limit: a cone
    """A cone of light from a lamp to a spot of the floor, `foot` = (x, half its width) at y 900."""
    (x, y), (fx, half) = source, foot
    shape = polygon([(x - 9, y), (x + 9, y), (fx + half, 900), (fx - half, 900)])
    pen.glow(shape, fade((x, y), (fx, 900), rgb, (alpha, alpha * 0.4, alpha * 0.12)), blur=3)


def crowd(pen: Pen, stage: Stage, y: float, size: float, rgb: Rgb) -> None:
    """Heads and shoulders of people seen from behind, some with their arms up."""
    rng, path, x = stage.mood.random(f"crowd{y}"), skia.Path(), -size
    while x < stage.width + size:
        h = size * rng.uniform(0.85, 1.15)
        path.addCircle(x, y - h, size * 0.24)
        path.addRoundRect(
            skia.Rect.MakeXYWH(x - size * 0.44, y - h * 0.72, size * 0.88, size * 3), size * 0.3, size * 0.3
        )
        if rng.random() < 0.35:
            for s in (-1, 1):
                arm = [
                    (x + s * size * 0.36, y - h * 0.5),
                    (x + s * size * 0.5, y - h * 1.2),
                    (x + s * size * 0.36, y - h * 1.7),
                ]
                arm += [
                    (x + s * size * 0.5, y - h * 1.72),
                    (x + s * size * 0.66, y - h * 1.2),
                    (x + s * size * 0.52, y - h * 0.4),
                ]
                path.addPath(polygon(arm))
        x += size * rng.uniform(0.8, 1.15)
    pen.decal(path, rgb)


@place("concert stage", "rock concert", "music festival", "live concert", light="neon")
def concert(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Trusses, lamps, screens and speakers; the crowd stands in front, low."""
    width = stage.width
    stage.indoors, stage.horizon, stage.ground, stage.haze = True, 660.0, 850.0, (70, 30, 110)
    far, mid, rng = stage.far, stage.middle, stage.mood.random("concert")
    far.fill(
        box(-EDGE, -EDGE, width + 2 * EDGE, 1050),
        Gradient((0, 0), (0, 900), ((0.0, (16, 10, 40)), (0.7, (70, 26, 110)), (1.0, (30, 14, 60)))),
        "flat",
        line=0,
    )
    screen = (width * 0.24, 210, width * 0.52, 380)
    far.glow(
        box(*screen, 6),
        Gradient((0, 210), (0, 590), ((0.0, (60, 40, 190)), (0.5, (220, 60, 180)), (1.0, (255, 170, 90)))),
    )
    with far.on(box(*screen, 6)):
        for k in range(18):
            far.glow(
                box(screen[0] + screen[2] * k / 18, 590 - 300 * abs(math.sin(k * 1.3)) - 30, screen[2] / 26, 400),
                (255, 240, 255),
                alpha=0.28,
            )
    halo(far, width / 2, 400, 560, (230, 90, 210), 0.5)
    truss = skia.Path()
    for y in (96, 150):
        truss.addRect(skia.Rect.MakeXYWH(-EDGE, y, width + 2 * EDGE, 7))
    x = -EDGE
    while x < width + EDGE:
        truss.addPath(polygon([(x, 98), (x + 5, 98), (x + 34, 155), (x + 29, 155)]))
        truss.addPath(polygon([(x + 29, 98), (x + 34, 98), (x + 5, 155), (x, 155)]))
        x += 34
    mid.decal(truss, (52, 44, 76))
    mid.fill(
        box(-EDGE, 660, width + 2 * EDGE, 250),
        Gradient((0, 660), (0, 900), ((0.0, (110, 60, 150)), (1.0, (40, 22, 74)))),
        "flat",
        line=0.4,
    )
    mid.glow(box(-EDGE, 896, width + 2 * EDGE, 6), (255, 90, 200))
    for side in (-1, 1):
        for k in range(4):
            cx, y = width / 2 + side * width * 0.4, 660 - 110 * k
            mid.fill(box(cx - 62, y - 104, 124, 102, 6), (26, 22, 40), "flat", line=0.5)
            for dy, r in ((-66, 17), (-30, 25)):
                mid.fill(ellipse(cx, y + dy, r), (52, 48, 70), "round", line=0.3)
                mid.decal(ellipse(cx, y + dy, r * 0.5), (20, 18, 30))
    for k in range(8):
        x = width * (k + 0.5) / 8
        tone = NEON[k % 5]
        mid.fill(box(x - 15, 152, 30, 34, 6), (30, 26, 46), "flat", line=0.4)
        beam(mid, (x, 186), (width / 2 + (k - 3.5) * width * 0.07 * (-1 if k % 2 else 1.6), 70), tone, 0.5)
        halo(mid, x, 188, 74, tone, 0.9)
        mid.glow(ellipse(x, 188, 11), (255, 255, 255))
    for _ in range(60):
        mid.glow(ellipse(rng.uniform(0, width), rng.uniform(200, 760), rng.uniform(1, 3)), (255, 240, 255), alpha=0.6)
    pool(mid, (width / 2, 850, max(280, width * 0.3), 70), (255, 190, 240), 0.45, light=True)
    crowd(stage.front, stage, 1012, 50, (24, 14, 44))
    crowd(stage.front, stage, 1046, 70, (12, 8, 26))


@place("dance floor", "nightclub", "night club", "disco", "discotheque", "club night", light="neon")
def disco(stage: Stage) -> None:
    """Tiles of light under a mirror ball."""
    width, rng = stage.width, stage.mood.random("disco")
    room = hall(stage, 0.24, 620, 220, 3.4)
    stage.haze = (70, 30, 110)
    shell(stage, room, (40, 20, 70), (54, 26, 92), (22, 12, 44), (84, 36, 130))
    for side in (-1, 1):
        for k in range(7):
            t = k / 7
            stage.far.glow(room.wall(side, (t, t + 0.05), (0.1, 0.8)), NEON[(k + (side > 0)) % 5], alpha=0.5)
            stage.far.glow(
                room.wall(side, (t + 0.018, t + 0.032), (0.1, 0.8)), lighten(NEON[(k + (side > 0)) % 5], 0.5)
            )
    for k in range(9):
        h = 40 + 150 * abs(math.sin(k * 1.7))
        x = room.centre + (k - 4) * room.half * 0.2
        stage.far.glow(box(x - room.half * 0.07, 560 - h, room.half * 0.14, h, 3), NEON[k % 5], alpha=0.85)
    stage.far.fill(box(room.centre - room.half * 0.5, 570, room.half, 56, 6), (26, 18, 48), "flat", line=0.4)
    for dx in (-0.28, 0.28):
        stage.far.fill(ellipse(room.centre + dx * room.half, 576, room.half * 0.15, 9), (70, 64, 96), "metal", line=0.4)
    for i in range(10):
        for j in range(10):
            tone = rng.choice(NEON)
            cell = room.flat(
                (-1 + i * 0.2 + 0.012, -1 + (i + 1) * 0.2 - 0.012), (j / 10 - 0.12 + 0.006, (j + 1) / 10 - 0.12 - 0.006)
            )
            stage.middle.glow(cell, mix(tone, (60, 30, 110), rng.uniform(0.1, 0.75)), alpha=0.9)
    x, y, r = width / 2, 130.0, 74.0
    for k in range(9):
        beam(stage.middle, (x, y), (width * (k + 0.5) / 9, 46), NEON[k % 5], 0.3)
    halo(stage.middle, x, y, 260, (255, 220, 255), 0.6)
    stage.middle.line(curve((x, -20), (x, y - r)), (60, 56, 80), 4)
    ball = stage.middle.fill(ellipse(x, y, r), (170, 176, 204), "glossy", line=0.5)
    with stage.middle.on(ball):
        for i in range(-6, 7):
            for j in range(-6, 7):
                tone = rng.choice(((240, 246, 255), (120, 126, 160), (200, 150, 230), (140, 200, 240), (90, 94, 128)))
                stage.middle.decal(box(x + i * 12 - 5, y + j * 12 - 5, 10.4, 10.4), tone, alpha=0.75)
        stage.middle.decal(ellipse(x + 40, y + 40, r), (30, 20, 60), alpha=0.35, blur=14)
    bokeh(stage.middle, (0, 80, width, 620), NEON, rng, 26)


@place("circus", "circus ring", "circus tent", "big top", light="lamp")
def circus(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Striped canvas rises to the mast; rows of people, a ring of sawdust, two spotlights."""
    width, x = stage.width, stage.width / 2
    stage.indoors, stage.horizon, stage.ground, stage.haze = True, 600.0, 890.0, (240, 190, 140)
    far, mid = stage.far, stage.middle
    far.fill(box(-EDGE, -EDGE, width + 2 * EDGE, 1050), (120, 30, 40), "flat", line=0)
    count = 22
    for k in range(count):
        a, b = [(-0.62 + 1.24 * j / count) * max(width, 900) for j in (k, k + 1)]
        tone: Rgb = (186, 40, 46) if k % 2 else (250, 228, 186)
        shade = darken(tone, 0.45 * abs(k / count * 2 - 1))
        far.fill(polygon([(x + a * 0.1, -60), (x + b * 0.1, -60), (x + b, 470), (x + a, 470)]), shade, "flat", line=0)
    far.decal(box(-EDGE, -EDGE, width + 2 * EDGE, 520), fade((0, -20), (0, 470), (60, 10, 30), (0.65, 0.0)))
    swags = smooth(
        [
            (-30, 470),
            *[(width * (k + 0.5 * (k % 1)) / 8, 470 + (34 if k % 2 else 0)) for k in range(9)],
            (width + 30, 470),
        ],
        closed=False,
    )
    far.decal(box(-EDGE, 470, width + 2 * EDGE, 170), (66, 22, 36))
    far.line(swags, (240, 190, 90), 12)
    rng = stage.mood.random("people")
    for row in range(4):
        y, path = 520 + 30 * row, [skia.Path() for _ in range(4)]
        px = -20.0 + 13 * (row % 2)
        while px < width + 20:
            rng.choice(path).addCircle(px, y, 8.5)
            rng.choice(path).addRoundRect(skia.Rect.MakeXYWH(px - 11, y + 9, 22, 30), 8, 8)
            px += 27
        for p, tone in zip(path, ((226, 176, 140), (110, 80, 130), (190, 110, 90), (70, 96, 130)), strict=True):
            far.decal(p, darken(tone, 0.4 - 0.08 * row))
    sand: Rgb = (226, 178, 118)
    mid.fill(
        box(-EDGE, 636, width + 2 * EDGE, 420),
        Gradient((0, 636), (0, 1000), ((0.0, darken(sand, 0.5)), (1.0, darken(sand, 0.3)))),
        "flat",
        line=0,
    )
    rx = max(width * 0.47, 400)
    mid.fill(ellipse(x, 830, rx * 1.05, 206), (190, 36, 44), "flat", line=0.5)
    for k in range(26):
        a = math.tau * k / 26
        mid.decal(ellipse(x + math.cos(a) * rx * 1.02, 830 + math.sin(a) * 199, 26, 9), (250, 226, 180))
    ring = mid.fill(ellipse(x, 824, rx, 190), sand, "flat", line=0.4)
    with mid.on(ring):
        for _ in range(60):
            mid.decal(
                ellipse(rng.uniform(0, width), rng.uniform(650, 1000), rng.uniform(8, 26), 3),
                darken(sand, 0.14),
                alpha=0.5,
            )
    for side, tone in ((-1, (255, 236, 180)), (1, (255, 220, 190))):
        beam(mid, (x + side * width * 0.44, 60), (x + side * 20, 230), tone, 0.42)
        mid.fill(box(x + side * width * 0.44 - 20, 26, 40, 46, 8), (50, 40, 50), "flat", line=0.4)
        mid.glow(ellipse(x + side * width * 0.44, 70, 17, 8), (255, 250, 230))
    pool(mid, (x, 850, rx * 0.6, 110), (255, 244, 206), 0.5, light=True)
    for side in (-1, 1):
        px = x + side * width * 0.47
        stage.near.fill(
            polygon([(px - 46, 930), (px + 46, 930), (px + 60, 1010), (px - 60, 1010)]), (60, 96, 160), "flat", line=0.5
        )
        stage.near.fill(ellipse(px, 930, 47, 11), (90, 130, 196), "flat", line=0.4)


@place("boxing ring", "wrestling ring", "boxing arena", light="lamp")
def boxing(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Ropes on four posts under a bank of lamps, the hall dark round it."""
    width, x = stage.width, stage.width / 2
    stage.indoors, stage.horizon, stage.ground, stage.haze = True, 640.0, 860.0, (90, 80, 110)
    far, mid = stage.far, stage.middle
    far.fill(
        box(-EDGE, -EDGE, width + 2 * EDGE, 1050),
        Gradient((0, 0), (0, 1000), ((0.0, (22, 22, 40)), (0.6, (54, 46, 76)), (1.0, (24, 20, 36)))),
        "flat",
        line=0,
    )
    for row in range(5):
        crowd(far, stage, 480 + 36 * row, 26 + 3 * row, mix((70, 60, 96), (24, 20, 40), row / 5))
    bokeh(far, (0, 320, width, 560), ((255, 240, 200), (190, 200, 255)), stage.mood.random("flash"), 18)
    rx = max(width * 0.46, 380)
    canvas: Rgb = (214, 222, 232)
    mid.fill(
        polygon([(x - rx * 0.66, 650), (x + rx * 0.66, 650), (x + rx * 1.16, 960), (x - rx * 1.16, 960)]),
        Gradient((0, 650), (0, 960), ((0.0, darken(canvas, 0.1)), (1.0, canvas))),
        "flat",
        line=0.5,
    )
    mid.decal(ellipse(x, 800, rx * 0.34, 62), (60, 96, 170), alpha=0.5)
    mid.decal(ellipse(x, 800, rx * 0.26, 46), canvas, alpha=0.7)
    mid.fill(box(-EDGE, 958, width + 2 * EDGE, 90), (36, 60, 130), "flat", line=0.4)
    for k, tone in enumerate(((206, 44, 50), (244, 244, 246), (50, 90, 190))):
        y = 470 + 50 * k
        mid.line(curve((x - rx * 0.68, y), (x, y + 5), (x + rx * 0.68, y)), tone, 8)
        for side in (-1, 1):
            near = (x + side * rx * 1.2, 560 + 110 * k)
            mid.line(curve((x + side * rx * 0.68, y), near), tone, 11)
    for side, tone in ((-1, (206, 44, 50)), (1, (50, 90, 190))):
        mid.fill(box(x + side * rx * 0.68 - 13, 440, 26, 216, 8), tone, "round", line=0.5)
        stage.near.fill(box(x + side * rx * 1.17 - 24, 500, 48, 470, 14), darken(tone, 0.1), "round", line=0.5)
        stage.near.fill(box(x + side * rx * 1.17 - 32, 560, 64, 330, 20), tone, "round", line=0.5)
    for k in range(5):
        lx = x + (k - 2) * rx * 0.34
        mid.fill(box(lx - 66, 60, 132, 34, 6), (40, 40, 56), "flat", line=0.4)
        mid.glow(box(lx - 58, 84, 116, 13, 4), (255, 252, 236))
        beam(mid, (lx, 96), (lx, 190), (255, 250, 230), 0.26)
    halo(mid, x, 110, rx, (255, 250, 226), 0.5)
