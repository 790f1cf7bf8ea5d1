"""The cabin of an airliner: rows of seats, oval windows with clouds, lockers, a strip of light."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.rigs.hall import Hall, hall, shell
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import Air, breathe, fade, halo
from pinxit.engines.illustrator.shapes import box, ellipse, smooth
from pinxit.engines.illustrator.stage import Stage


@place("airplane cabin", "plane cabin", "aircraft cabin", "cabin of an airplane", "airliner", light="window")
def draw(stage: Stage) -> None:
    """The aisle is free; the seats' backs step towards the viewer."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.haze = (226, 234, 242)
    room = hall(stage, 0.16, 610, 280, 4.4)
    shell(stage, room, (86, 96, 120), (236, 238, 240), (246, 248, 250), (206, 212, 222))
    for side in (-1, 1):
        for i in range(15):
            porthole(stage, room, side, i / 15, air)
        locker(stage, room, side)
    x, half = width / 2, room.half
    stage.far.fill(box(x - half * 0.3, 350, half * 0.6, 260, 10), (150, 160, 178), "flat", line=0.4)
    stage.far.decal(box(x - half * 0.02, 350, half * 0.04, 260), (96, 106, 126))
    glow: Rgb = (150, 180, 255) if mood.night else (255, 250, 236)
    stage.far.glow(room.flat((-0.3, 0.3), (-0.1, 1), 0.99), fade((0, 0), (0, 280), glow, (0.85, 0.95)))
    halo(stage.far, x, 330, half * 2.0, glow, 0.4)
    stage.middle.glow(room.flat((-0.16, 0.16), (-0.1, 1)), fade((0, 610), (0, 1000), glow, (0.3, 0.05)))
    for t in (0.86, 0.74, 0.62, 0.48, 0.33, 0.16, -0.04):
        for side in (-1, 1):
            seats(stage, room, side, t)


def porthole(stage: Stage, room: Hall, side: float, t: float, air: Air) -> None:
    """One oval window with sky and the tops of clouds."""
    pen = stage.far
    s = room.scale(t + 0.02)
    (x0, y0), (x1, y1) = room.at(side, 0.52, t), room.at(side, 0.52, t + 0.03)
    x, y, rx, ry = (x0 + x1) / 2, (y0 + y1) / 2, max(abs(x1 - x0) * 0.62, 2), 24 * s
    pen.fill(ellipse(x, y, rx * 1.35, ry * 1.25), (214, 218, 224), "flat", line=0.4)
    glass = ellipse(x, y, rx, ry)
    pen.glow(glass, fade((x, y - ry), (x, y + ry), air.low, (1.0, 1.0)))
    pen.glow(glass, fade((x, y - ry), (x, y + ry), air.top, (0.9, 0.1)))
    with pen.on(glass):
        pen.glow(ellipse(x - rx * 0.3, y + ry * 0.8, rx, ry * 0.5), mix(air.cloud, (255, 255, 255), 0.3))
        pen.glow(ellipse(x + rx * 0.6, y + ry * 0.9, rx, ry * 0.6), air.cloud)


def locker(stage: Stage, room: Hall, side: float) -> None:
    """The luggage lockers over the seats."""
    pen = stage.far
    pen.fill(room.wall(side * 0.72, (-0.1, 1), (0.76, 1.0)), (226, 230, 236), "flat", line=0.4)
    ends = (-1, -0.72) if side < 0 else (0.72, 1)
    pen.fill(room.flat(ends, (-0.1, 1), 0.76), (188, 196, 208), "flat", line=0.4)
    for i in range(8):
        t = i / 8
        pen.decal(room.wall(side * 0.72, (t, t + 0.006), (0.77, 0.98)), (150, 158, 172))
        pen.decal(room.wall(side * 0.72, (t + 0.05, t + 0.075), (0.79, 0.81)), (120, 130, 148))
    pen.glow(room.wall(side * 0.72, (-0.1, 1), (0.75, 0.766)), (214, 232, 255), alpha=0.9)


def seats(stage: Stage, room: Hall, side: float, t: float) -> None:
    """Two seats side by side from behind, with headrests."""
    pen = stage.middle if t > 0.1 else stage.near
    rgb: Rgb = (44, 62, 104) if side < 0 else (38, 54, 92)
    s = room.scale(t)
    for k in (0.36, 0.66):
        a, b = sorted((side * k, side * (k + 0.27)))
        (x0, foot), (x1, top) = room.at(a, 0, t), room.at(b, 0.42, t)
        w = x1 - x0
        shell_of = smooth(
            [
                (x0, foot - 26 * s),
                (x0 + w * 0.02, top + 30 * s),
                (x0 + w * 0.16, top + 4 * s),
                (x1 - w * 0.16, top + 4 * s),
                (x1 - w * 0.02, top + 30 * s),
                (x1, foot - 26 * s),
            ],
            tension=0.35,
        )
        pen.fill(shell_of, rgb, "round", line=0.5)
        pen.fill(box(x0 + w * 0.16, top - 6 * s, w * 0.68, 26 * s, 8 * s), (230, 234, 240), "round", line=0.4)
        pen.decal(box(x0 + w * 0.14, top + 52 * s, w * 0.72, 34 * s, 4 * s), darken(rgb, 0.4))
        pen.decal(box(x0 + w * 0.14, top + 52 * s, w * 0.72, 5 * s, 2), lighten(rgb, 0.3))
        pen.fill(box(x0 + w * 0.2, top + 28 * s, w * 0.6, 20 * s, 3 * s), (28, 34, 50), "flat", line=0.3)
        pen.glow(box(x0 + w * 0.23, top + 30 * s, w * 0.54, 16 * s, 2 * s), (110, 170, 214), alpha=0.8)
