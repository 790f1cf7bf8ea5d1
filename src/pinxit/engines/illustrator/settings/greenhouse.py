"""A greenhouse: a glass roof on white iron, benches full of plants, hanging baskets, light from above."""

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.airborne import panes
from pinxit.engines.illustrator.rigs.greenery import crown, leaves
from pinxit.engines.illustrator.rigs.hall import Hall, hall, planks, shell
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import Air, breathe, halo, shafts
from pinxit.engines.illustrator.rigs.tropics import clump, palm
from pinxit.engines.illustrator.shapes import box, curve, minus, polygon
from pinxit.engines.illustrator.stage import Stage

GREENS: tuple[Rgb, ...] = ((92, 150, 76), (66, 124, 78), (130, 170, 84), (78, 140, 106))
BLOOMS: tuple[Rgb, ...] = ((236, 110, 130), (250, 206, 90), (246, 244, 236), (190, 130, 206))


@place("greenhouse", "conservatory", "glasshouse", "botanical greenhouse", "orangery", "plant house", light="window")
def draw(stage: Stage) -> None:
    """A path of flags between two benches leads to the glass door."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.haze = mix(air.haze, (226, 240, 214), 0.5)
    room = hall(stage, 0.17, 630, 250, 4.2)
    shell(stage, room, (196, 184, 160), (206, 222, 206), (220, 234, 236))
    glass(stage, room, air)
    planks(stage.far, room, (140, 128, 108), 6, 14)
    palm(stage.far, width * 0.5 - room.half * 0.75, 640, 210, -14, ((86, 146, 84), (130, 104, 80)))
    for t in (0.86, 0.7, 0.5, 0.26, -0.02):
        for side in (-1, 1):
            bench(stage, room, side, t)
    shafts(stage.middle, (width * 0.22, -60), (width * 0.22, width * 0.86, 880), (255, 250, 214), 0.26, 5)
    for x in (-10.0, width + 10):
        clump(stage.front, x, 1040, min(250, width * 0.24), darken(GREENS[1], 0.25), 8)


def glass(stage: Stage, room: Hall, air: Air) -> None:  # limit: one drawing, a list of its parts from back to front
    """Sky and blurred trees through panes on a white frame; the roof is a gable."""
    pen, x = stage.far, room.centre
    ridge = 0.0
    everything = polygon([(-30, -30), (stage.width + 30, -30), (stage.width + 30, room.foot), (-30, room.foot)])
    inner = minus(everything, room.flat((-1, 1), (-0.12, 1), 0))
    pen.glow(
        inner,
        Gradient((0, 0), (0, room.foot), ((0.0, air.top), (0.5, mix(air.middle, air.cloud, 0.4)), (1.0, air.low))),
    )
    green = air.at((128, 168, 104), 0.4)
    rng = stage.mood.random("outside")
    for _ in range(26):
        cx = rng.uniform(0, stage.width)
        y = room.foot - 40 - 260 * abs(cx - x) / (stage.width / 2)
        pen.glow(crown(cx, y, rng.uniform(60, 130), rng.uniform(50, 100), rng), green, alpha=0.5, blur=12)
    for side in (-1, 1):
        pen.fill(room.wall(side, (-0.12, 1), (0, 0.26)), (196, 120, 92), "flat", line=0.4)
    pen.fill(room.face((-1, 1), (0, 0.2), 1), (206, 132, 100), "flat", line=0.4)
    with pen.on(inner):
        panes(pen, (0, 0, stage.width, room.foot), stage.mood)
    halo(pen, x, 400, room.half * 2.4, mix(air.sun, (255, 255, 240), 0.5), 0.6)
    bars = skia.Path()
    peak = (x, room.top - room.half * 0.55)

    def gable(t: float) -> tuple[float, float]:
        s = room.scale(t)
        return x, room.eye + (peak[1] - room.eye) * s + ridge

    for i in range(10):
        t = i / 9
        (lx, ly), (rx, ry) = room.at(-1, 0.98, t), room.at(1, 0.98, t)
        bars.addPath(polygon([room.at(-1, 0.24, t), (lx, ly), gable(t), (rx, ry), room.at(1, 0.24, t)], closed=False))
    for side in (-1, 1):
        for level in (0.26, 0.6, 0.98):
            bars.addPath(polygon([room.at(side, level, -0.1), room.at(side, level, 1)], closed=False))
        for k in (0.33, 0.66):
            ends = [(room.at(side, 0.98, t), gable(t)) for t in (-0.1, 1.0)]
            bars.addPath(polygon([(a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k) for a, b in ends], closed=False))
    bars.addPath(polygon([gable(-0.1), gable(1)], closed=False))
    for u in (-0.5, 0.0, 0.5):
        bars.addPath(polygon([room.at(u, 0.2, 1), room.at(u, 1.1, 1)], closed=False))
    pen.line(bars, (150, 168, 160), 7, alpha=0.5)
    pen.line(bars, (248, 250, 244), 4.6)


def bench(stage: Stage, room: Hall, side: float, t: float) -> None:
    """A staging with pots of leafy and flowering plants, a basket hanging over it."""
    pen, rng = (stage.middle if t > 0.3 else stage.near), stage.mood.random(f"bench{t}{side}")
    sides = (-0.98, -0.46) if side < 0 else (0.46, 0.98)
    room.block(pen, sides, (0.2, 0.235), (t, t + 0.16), (176, 132, 92))
    for u in (sides[0] + 0.04, sides[1] - 0.04):
        x, y = room.at(u, 0, t + 0.01)
        w = 5 * room.scale(t)
        pen.fill(box(x - w / 2, room.at(u, 0.2, t)[1], w, y - room.at(u, 0.2, t)[1]), (120, 88, 62), "flat", line=0.3)
    for depth in (t + 0.11, t + 0.03):
        s = room.scale(depth)
        for k in range(3):
            u = sides[0] + (sides[1] - sides[0]) * (k + 0.5) / 3 + rng.uniform(-0.03, 0.03)
            x, y = room.at(u, 0.235, depth)
            green = rng.choice(GREENS)
            if rng.random() < 0.4:
                clump(pen, x, y - 14 * s, 34 * s, green, 7)
            else:
                pen.fill(crown(x, y - 26 * s, 17 * s, 15 * s, rng), green, "round", line=0.3)
                pen.decal(leaves((x, y - 28 * s, 15 * s, 13 * s), 14, 4 * s, rng), lighten(green, 0.25))
                pen.decal(leaves((x, y - 28 * s, 14 * s, 12 * s), 7, 4 * s, rng), rng.choice(BLOOMS))
            pen.fill(
                polygon([(x - 9 * s, y - 15 * s), (x + 9 * s, y - 15 * s), (x + 7 * s, y), (x - 7 * s, y)]),
                (196, 112, 78),
                "round",
                line=0.4,
            )
    x, y = room.at(side * 0.62, 0.72, t + 0.06)
    s = room.scale(t + 0.06)
    pen.line(curve((x, y - 70 * s), (x, y)), (150, 140, 120), 1.4 * s)
    pen.fill(crown(x, y, 20 * s, 15 * s, rng), rng.choice(GREENS), "round", line=0.3)
    pen.decal(leaves((x, y + 4 * s, 19 * s, 15 * s), 12, 4 * s, rng), rng.choice(BLOOMS))
