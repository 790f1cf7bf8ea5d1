"""A night market: stalls under lanterns on both sides of a lane, steam, warm light on wet stones."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.hall import Hall, planks
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, halo, pool, sky
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

CLOTH: tuple[Rgb, ...] = ((186, 44, 48), (222, 150, 50), (40, 110, 110), (120, 50, 96))
GOODS: tuple[Rgb, ...] = ((236, 120, 60), (250, 206, 90), (206, 60, 60), (126, 176, 84), (246, 236, 210), (150, 84, 56))


@place(
    "night market",
    "lantern street",
    "lantern festival",
    "chinatown",
    "food street",
    "night bazaar",
    light="lamp",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Strings of lanterns lead to a gate."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 580, 890, mix(air.haze, (220, 120, 80), 0.4)
    sky(stage, air, 580)
    skyline(stage.far, stage, 590, (90, 330), (air.at((86, 70, 96), 0.4), (255, 206, 130)))
    stage.far.decal(box(-EDGE, 300, width + 2 * EDGE, 300), fade((0, 300), (0, 590), (255, 140, 80), (0.0, 0.4)))
    room = Hall(width / 2, max(width * 0.12, 110), 300, 600, 545, 4.4)
    pen = stage.middle
    stone = air.at((132, 104, 100))
    pen.fill(
        box(-EDGE, 590, width + 2 * EDGE, 460),
        Gradient(
            (0, 590), (0, 1000), ((0.0, mix(stone, (255, 170, 100), 0.5)), (0.4, stone), (1.0, darken(stone, 0.35)))
        ),
        "flat",
        line=0,
    )
    planks(pen, room, darken(stone, 0.5), 18, 16)
    gate(stage, room)
    for t in (0.84, 0.66, 0.44, 0.18, -0.1):
        for side in (-1, 1):
            stall(stage, room, side, t, air)
    strings(stage, room)
    pool(stage.near, (width / 2, 850, max(280, width * 0.3), 110), (255, 180, 100), 0.3, light=True)


def gate(stage: Stage, room: Hall) -> None:
    """A painted gate with a curved roof at the end of the lane."""
    pen, x, half, y = stage.middle, room.centre, room.half * 0.8, 600.0
    halo(pen, x, 480, half * 3, (255, 170, 90), 0.6)
    for side in (-1, 1):
        pen.fill(box(x + side * half - 9, y - 190, 18, 190), (170, 40, 40), "round", line=0.4)
    pen.fill(box(x - half * 1.1, y - 190, half * 2.2, 34), (36, 90, 96), "flat", line=0.4)
    pen.decal(box(x - half * 1.06, y - 178, half * 2.12, 5), (240, 190, 90))
    roof = smooth(
        [
            (x - half * 1.5, y - 208),
            (x - half * 0.9, y - 206),
            (x - half * 0.6, y - 246),
            (x, y - 256),
            (x + half * 0.6, y - 246),
            (x + half * 0.9, y - 206),
            (x + half * 1.5, y - 208),
            (x, y - 188),
        ],
        tension=0.4,
    )
    pen.fill(roof, (46, 96, 84), "flat", line=0.5)
    pen.line(curve((x - half * 1.46, y - 206), (x, y - 192), (x + half * 1.46, y - 206)), (246, 196, 96), 5)


def stall(stage: Stage, room: Hall, side: float, t: float, air: Air) -> None:
    """A stall: counter heaped with food, posts, a striped awning, a lamp inside, steam."""
    pen, rng = stage.middle if t > 0 else stage.near, stage.mood.random(f"stall{t}{side}")
    cloth, s = rng.choice(CLOTH), room.scale(t)
    wide = (-1.5, -0.52) if side < 0 else (0.52, 1.5)
    inner = wide[1] if side < 0 else wide[0]
    back = room.wall(side * 1.5, (t, t + 0.17), (0, 0.95))
    pen.fill(back, (92, 50, 44), "flat", line=0.3)
    cx, cy = room.at(side * 1.0, 0.5, t + 0.05)
    halo(pen, cx, cy, 120 * s, (255, 196, 110), 0.7)
    room.block(pen, wide, (0, 0.26), (t, t + 0.14), mix((176, 112, 70), air.tint, air.share * 0.4))
    drape = room.face(wide, (0.06, 0.26), t)
    pen.decal(drape, cloth)
    for k in range(6):
        a = wide[0] + (wide[1] - wide[0]) * (k + 0.5) / 6
        pen.decal(room.face((a - 0.03, a + 0.03), (0.06, 0.26), t), lighten(cloth, 0.3), alpha=0.6)
    for k in range(7):
        a = t + 0.02 * k
        stripe = cloth if k % 2 else (250, 226, 186)
        pen.decal(room.wall(inner, (a, a + 0.02), (0.04, 0.255)), darken(stripe, 0.25))
    for row, depth in ((0, t + 0.1), (1, t + 0.02)):
        for k in range(8):
            u = wide[0] + (wide[1] - wide[0]) * (k + 0.5 + rng.uniform(-0.2, 0.2)) / 8
            x, y = room.at(u, 0.27, depth)
            r = room.scale(depth) ** 0.8 * rng.uniform(5, 8)
            tone = rng.choice(GOODS)
            pen.fill(ellipse(x, y - r * 0.3, r * 1.1, r * 0.8), tone, "round", line=0.3)
            pen.glow(ellipse(x - r * 0.3, y - r * 0.6, r * 0.4, r * 0.2), lighten(tone, 0.6), alpha=0.6)
            if row and rng.random() < 0.5:
                puff = curve((x, y - r), (x + r * 0.8, y - r * 3), (x - r * 0.5, y - r * 5), (x + r * 0.5, y - r * 7))
                pen.line(puff, (255, 240, 220), r * 0.8, alpha=0.16, blur=r * 0.4)
    for depth in (t + 0.14, t):
        x, y = room.at(inner, 0, depth)
        top = room.at(inner, 0.86, depth)[1]
        w = 4.4 * room.scale(depth)
        pen.fill(box(x - w / 2, top, w, y - top), (104, 66, 46), "flat", line=0.3)
    awning(stage, room, (side, t), cloth)


def awning(stage: Stage, room: Hall, spot: tuple[float, float], cloth: Rgb) -> None:
    """Stripes of cloth that slope to the lane, with a scalloped edge."""
    side, t = spot
    pen = stage.middle if t > 0 else stage.near
    count = 7
    for k in range(count):
        a, b = t - 0.02 + 0.19 * k / count, t - 0.02 + 0.19 * (k + 1) / count
        tone = cloth if k % 2 else (250, 232, 200)
        quad = [
            room.at(side * 0.44, 0.8, a),
            room.at(side * 0.44, 0.8, b),
            room.at(side * 1.5, 1.02, b),
            room.at(side * 1.5, 1.02, a),
        ]
        pen.fill(polygon(quad), tone, "flat", line=0.3)
        edge = [
            room.at(side * 0.44, 0.8, a),
            room.at(side * 0.44, 0.8, b),
            room.at(side * 0.44, 0.75, (a + b) / 2 + 0.01),
            room.at(side * 0.44, 0.755, (a + b) / 2 - 0.01),
        ]
        pen.fill(polygon(edge), darken(tone, 0.2), "flat", line=0.3)


def strings(stage: Stage, room: Hall) -> None:
    """Red and golden lanterns on strings across the lane."""
    for t, level, count in ((0.8, 1.2, 5), (0.6, 1.22, 5), (0.34, 1.16, 5), (0.06, 1.04, 4)):
        pen = stage.middle if t > 0.2 else stage.near
        (x0, y), (x1, _), s = room.at(-1.5, level, t), room.at(1.5, level, t), room.scale(t)
        pen.line(curve((x0, y - 20 * s), (room.centre, y + 14 * s), (x1, y - 20 * s)), (50, 34, 40), 1.4 * s)
        for k in range(count):
            f = (k + 0.5) / count
            x, ly = x0 + (x1 - x0) * f, y + 14 * s - 34 * s * (2 * f - 1) ** 2 + 15 * s
            r = 11 * s
            tone: Rgb = (226, 52, 44) if k % 2 == 0 else (250, 176, 70)
            halo(pen, x, ly, r * 4.5, tone, 0.5)
            pen.glow(
                ellipse(x, ly, r, r * 0.86),
                Gradient(
                    (x, ly),
                    (x + r, ly),
                    ((0.0, (255, 236, 170)), (0.5, mix(tone, (255, 210, 120), 0.4)), (1.0, tone)),
                    radial=True,
                ),
            )
            for dx in (-0.5, 0.0, 0.5):
                pen.line(
                    curve((x + dx * r * 0.5, ly - r * 0.84), (x + dx * r * 1.3, ly), (x + dx * r * 0.5, ly + r * 0.84)),
                    darken(tone, 0.3),
                    r * 0.06,
                    alpha=0.7,
                )
            pen.decal(box(x - r * 0.4, ly - r * 1.0, r * 0.8, r * 0.2), (60, 34, 34))
            pen.decal(box(x - r * 0.4, ly + r * 0.8, r * 0.8, r * 0.2), (60, 34, 34))
            pen.line(curve((x, ly + r), (x, ly + r * 1.9)), (250, 200, 90), r * 0.16)
