"""A hall of arcade machines: glowing screens in two rows, a patterned carpet, neon on the ceiling."""

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.hall import Hall, hall, shell
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import halo
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

TONES: tuple[Rgb, ...] = ((255, 70, 160), (70, 210, 255), (255, 190, 60), (150, 100, 255), (90, 240, 160))


@place("arcade", "video arcade", "game arcade", "arcade hall", "amusement arcade", "gaming room", light="neon")
def draw(stage: Stage) -> None:
    """The aisle leads to a glowing wall of prizes."""
    width = stage.width
    stage.haze = (60, 30, 100)
    room = hall(stage, 0.19, 620, 230, 4.0)
    shell(stage, room, (46, 30, 86), (44, 28, 84), (24, 16, 50), (96, 40, 130))
    rng = stage.mood.random("carpet")
    for tone in TONES:
        shapes = skia.Path()
        for _ in range(26):
            u, t, s = rng.uniform(-1, 1), rng.random() ** 1.6, rng.uniform(0.03, 0.07)
            shapes.addPath(room.flat((u, u + s), (t - 0.1, t - 0.1 + s * 0.4)))
        stage.far.decal(shapes, tone, alpha=0.5)
    x = width / 2
    halo(stage.far, x, 420, room.half * 2.4, (255, 90, 200), 0.6)
    for r in range(3):
        for k in range(7):
            cx, cy = x + (k - 3) * room.half * 0.25, 370 + 84 * r
            stage.far.fill(ellipse(cx, cy, room.half * 0.09), TONES[(k + r) % 5], "round", line=0.3)
            stage.far.fill(
                ellipse(cx, cy + room.half * 0.12, room.half * 0.08, room.half * 0.1),
                lighten(TONES[(k + r) % 5], 0.2),
                "round",
                line=0.3,
            )
    for u, tone in ((-0.6, TONES[0]), (0.0, TONES[1]), (0.6, TONES[3])):
        strip = room.flat((u - 0.02, u + 0.02), (-0.1, 1), 0.99)
        stage.far.glow(strip, tone, alpha=0.5, blur=9)
        stage.far.glow(strip, lighten(tone, 0.6))
    stage.far.line(arc(x, 300, room.half * 0.62, 50, 180, 180), TONES[1], 9, glow=True)
    for i, t in enumerate((0.84, 0.7, 0.54, 0.36, 0.15, -0.1)):
        for side in (-1, 1):
            machine(stage, room, (side, t), TONES[(i * 2 + (side > 0)) % 5])


def machine(stage: Stage, room: Hall, spot: tuple[float, float], rgb: Rgb) -> None:
    """A cabinet that faces the aisle: marquee, screen with a game, panel with buttons and a stick."""
    side, t = spot
    pen, rng = stage.middle if t > 0.2 else stage.near, stage.mood.random(f"game{t}{side}")
    span, u = 0.1, side * 0.66
    ends = (-1.0, u) if side < 0 else (u, 1.0)
    room.block(pen, ends, (0, 0.86), (t, t + span), (34, 28, 60))
    front = room.face((ends[0], ends[1]), (0, 0.86), t)
    with pen.on(front):
        for k, tone in enumerate((rgb, lighten(rgb, 0.4), darken(rgb, 0.3))):
            (x0, y0), (x1, y1) = room.at(ends[0], 0.15 + 0.13 * k, t), room.at(ends[1], 0.45 + 0.13 * k, t)
            pen.decal(
                polygon([(x0, y0), (x1, y1), (x1, y1 - 24 * room.scale(t)), (x0, y0 - 24 * room.scale(t))]),
                tone,
                alpha=0.85,
            )
    a, b = t + 0.008, t + span - 0.008
    pen.glow(room.wall(u, (a, b), (0.74, 0.84)), lighten(rgb, 0.45))
    pen.decal(room.wall(u, (a + 0.015, b - 0.015), (0.77, 0.81)), darken(rgb, 0.45))
    screen = room.wall(u, (a + 0.006, b - 0.006), (0.46, 0.7))
    pen.glow(screen, (20, 24, 60))
    cx, cy = room.at(u, 0.58, (a + b) / 2)
    halo(pen, cx, cy, 70 * room.scale(t), rgb, 0.45)
    for _ in range(16):
        d, v = rng.uniform(a + 0.01, b - 0.016), rng.uniform(0.48, 0.67)
        pen.glow(room.wall(u, (d, d + 0.008), (v, v + 0.018)), rng.choice(TONES))
    panel = [room.at(u, 0.42, a), room.at(u, 0.42, b), room.at(u * 0.86, 0.36, b), room.at(u * 0.86, 0.36, a)]
    pen.fill(polygon(panel), (60, 50, 96), "flat", line=0.4)
    for k in range(3):
        x, y = room.at(u * 0.92, 0.392, a + (b - a) * (0.5 + 0.16 * k))
        pen.glow(ellipse(x, y, 5 * room.scale(t), 2.6 * room.scale(t)), TONES[k])
    x, y = room.at(u * 0.92, 0.392, a + (b - a) * 0.22)
    s = room.scale(t)
    pen.fill(box(x - 1.2 * s, y - 14 * s, 2.4 * s, 14 * s), (190, 190, 200), "metal", line=0.2)
    pen.fill(ellipse(x, y - 15 * s, 4 * s), (226, 50, 60), "glossy", line=0.3)
