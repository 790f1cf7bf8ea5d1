"""A throne room: pillars and banners, a carpet that leads to the throne under a high window."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.hall import Hall, checks, courses, hall, shell
from pinxit.engines.illustrator.rigs.interior import dim
from pinxit.engines.illustrator.rigs.scenery import place, told
from pinxit.engines.illustrator.rigs.sky import halo, shafts
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

STONE: Rgb = (158, 150, 156)
GOLD: Rgb = (224, 178, 84)


@place("throne room", "palace hall", "royal hall", "royal court", "castle hall", "castle interior", light="window")
def draw(stage: Stage) -> None:
    """The throne stands at the end; torches and banners step towards the viewer."""
    mood, width = stage.mood, stage.width
    stage.haze = (222, 200, 190)
    room = hall(stage, 0.2, 640, 150, 3.6)
    shell(stage, room, (140, 126, 128), STONE, (96, 88, 100), (176, 164, 166))
    courses(stage.far, room, darken(dim(stage, STONE), 0.5), 10, 8)
    checks(stage.far, room, dim(stage, (108, 92, 98)), 10, 10)
    light: Rgb = (255, 236, 190) if not mood.night else (150, 178, 240)
    glass(stage, room, light)
    stage.far.decal(room.flat((-0.34, 0.34), (-0.1, 1)), dim(stage, (150, 28, 44)))
    for u in (-0.34, 0.3):
        stage.far.decal(room.flat((u, u + 0.04), (-0.1, 1)), GOLD)
    for k in range(3):
        room.block(
            stage.far,
            (-0.62 + 0.1 * k, 0.62 - 0.1 * k),
            (0.025 * k, 0.025 * (k + 1)),
            (0.9 + 0.03 * k, 1),
            dim(stage, lighten(STONE, 0.2)),
        )
    if not told(mood, "drawn throne"):
        throne(stage.far, width / 2, room.foot - 34, room.half * 1.15)
    shafts(stage.far, (width * 0.5, 120), (width * 0.3, width * 0.72, 840), light, 0.26, 4)
    for t in (0.78, 0.52, 0.16):
        for side in (-1, 1):
            pillar(stage, room, side, t, light)


def glass(stage: Stage, room: Hall, light: Rgb) -> None:
    """A pointed window with coloured panes, and banners on both sides of it."""
    pen, x, half = stage.far, stage.width / 2, room.half
    frame = smooth(
        [(x - half * 0.26, 420), (x - half * 0.26, 270), (x, 170), (x + half * 0.26, 270), (x + half * 0.26, 420)],
        tension=0.3,
    )
    halo(pen, x, 300, half * 2.4, light, 0.6)
    pen.glow(frame, Gradient((0, 170), (0, 420), ((0.0, lighten(light, 0.5)), (1.0, light))))
    with pen.on(frame):
        for k, tone in enumerate(((190, 50, 60), (60, 96, 170), (226, 170, 60), (70, 140, 96))):
            pen.glow(
                polygon([(x, 300), (x + (k - 2) * half * 0.2, 420), (x + (k - 1) * half * 0.2, 420)]), tone, alpha=0.5
            )
        for dx in (-0.13, 0.0, 0.13):
            pen.decal(box(x + dx * half - 2, 150, 4, 300), (70, 60, 66))
        pen.decal(box(x - half, 300, half * 2, 4), (70, 60, 66))
    for side in (-1, 1):
        banner(pen, x + side * half * 0.66, 210, half * 0.3, 230, dim(stage, (140, 26, 44)))


def banner(pen: Pen, x: float, y: float, w: float, h: float, rgb: Rgb) -> None:  # limit: place, size and colour
    """A banner with a forked foot, a golden edge and a crown."""
    shape = polygon([(x - w / 2, y), (x + w / 2, y), (x + w / 2, y + h), (x, y + h * 0.86), (x - w / 2, y + h)])
    pen.fill(
        shape,
        Gradient((x - w / 2, 0), (x + w / 2, 0), ((0.0, lighten(rgb, 0.15)), (1.0, darken(rgb, 0.3)))),
        "flat",
        line=0.5,
    )
    pen.line(shape, GOLD, max(2.0, w * 0.05))
    top = y + h * 0.4
    crown = [(-0.24, 0.1), (-0.28, -0.16), (-0.12, -0.02), (0, -0.22), (0.12, -0.02), (0.28, -0.16), (0.24, 0.1)]
    pen.decal(polygon([(x + a * w, top + b * w) for a, b in crown]), GOLD)
    pen.decal(box(x - w * 0.6, y - w * 0.05, w * 1.2, w * 0.1, 3), darken(GOLD, 0.3))


def throne(pen: Pen, x: float, y: float, h: float) -> None:
    """A high-backed throne, its feet at y."""
    w = h * 0.42
    back = smooth(
        [(x - w / 2, y), (x - w * 0.52, y - h * 0.8), (x, y - h * 1.08), (x + w * 0.52, y - h * 0.8), (x + w / 2, y)],
        tension=0.3,
    )
    pen.fill(back, GOLD, "metal", line=0.6)
    pen.fill(box(x - w * 0.36, y - h * 0.82, w * 0.72, h * 0.6, w * 0.2), (150, 28, 44), "round", line=0.4)
    pen.fill(box(x - w * 0.56, y - h * 0.36, w * 1.12, h * 0.16, 6), (170, 36, 52), "round", line=0.5)
    for side in (-1, 1):
        pen.fill(box(x + side * w * 0.5 - w * 0.09, y - h * 0.52, w * 0.18, h * 0.52, 4), GOLD, "metal", line=0.5)
        pen.fill(ellipse(x + side * w * 0.5, y - h * 0.54, w * 0.11), lighten(GOLD, 0.2), "glossy", line=0.4)
    pen.fill(ellipse(x, y - h * 1.06, w * 0.12), (190, 40, 60), "glossy", line=0.4)


def pillar(
    stage: Stage, room: Hall, side: float, t: float, light: Rgb
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A pillar before a wall with a banner and a torch."""
    pen = stage.middle if t > 0.3 else stage.near
    s = room.scale(t)
    x, y = room.at(side * 0.86, 0, t)
    top = max(room.at(0, 1, t)[1], -40)
    w = room.half * 0.15 * s
    tone = dim(stage, STONE)
    stops = ((0.0, darken(tone, 0.15)), (0.35, lighten(tone, 0.3)), (1.0, darken(tone, 0.45)))
    paint = Gradient((x - w / 2, 0), (x + w / 2, 0), stops)
    pen.decal(ellipse(x, y, w * 1.1, w * 0.22), (30, 22, 34), alpha=0.4, blur=w * 0.06)
    pen.fill(box(x - w / 2, top, w, y - top), paint, "flat", line=0.5)
    for k, h in ((0.72, 0.22), (0.62, 0.4)):
        pen.fill(box(x - w * k, y - w * h, w * 2 * k, w * 0.2, 4), paint, "flat", line=0.5)
    level = room.at(0, 0.56, t)[1]
    flame = x - side * w * 0.1
    halo(pen, flame, level, w * 3.2, (255, 180, 90), 0.5)
    pen.fill(
        polygon(
            [
                (flame - w * 0.14, level),
                (flame + w * 0.14, level),
                (flame + w * 0.06, level + w * 0.5),
                (flame - w * 0.06, level + w * 0.5),
            ]
        ),
        (70, 50, 44),
        "flat",
        line=0.4,
    )
    pen.glow(
        smooth(
            [
                (flame - w * 0.15, level),
                (flame - w * 0.06, level - w * 0.28),
                (flame + w * 0.02, level - w * 0.52),
                (flame + w * 0.15, level - w * 0.08),
                (flame, level + w * 0.06),
            ]
        ),
        (255, 196, 90),
    )
    pen.glow(ellipse(flame, level - w * 0.08, w * 0.07, w * 0.14), (255, 246, 200))
