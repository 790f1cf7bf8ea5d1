"""An attic: beams under a steep roof, a round window with a shaft of dusty light, trunks, boxes, old things."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.hall import Hall, hall, planks, shell
from pinxit.engines.illustrator.rigs.interior import books, dim
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import breathe, halo, pool, shafts
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

WOOD: Rgb = (150, 106, 72)


@place("attic", "loft", "garret", "attic room", light="window")
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The roof slopes down to both sides; the light falls on the free boards."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.haze = (230, 196, 150)
    room = hall(stage, 0.25, 650, 330, 3.4)
    shell(stage, room, WOOD, (170, 128, 92), (120, 84, 58), (196, 156, 116))
    wood = dim(stage, WOOD)
    planks(stage.far, room, darken(wood, 0.4), 12, 5)
    pen, x = stage.far, room.centre
    peak = 120.0

    def ridge(t: float) -> tuple[float, float]:
        return x, room.eye + (peak - room.eye) * room.scale(t)

    for side in (-1, 1):
        slope = polygon([room.at(side, 0.55, -0.12), ridge(-0.12), ridge(1), room.at(side, 0.55, 1)])
        tone = dim(stage, (142, 100, 70)) if side < 0 else darken(dim(stage, (142, 100, 70)), 0.14)
        pen.fill(
            slope,
            Gradient((x + side * width * 0.5, 0), (x, 0), ((0.0, darken(tone, 0.35)), (1.0, lighten(tone, 0.1)))),
            "flat",
            line=0.4,
        )
        for k in range(1, 9):
            ends = [(room.at(side, 0.55, t), ridge(t)) for t in (-0.12, 1.0)]
            line = [(a[0] + (b[0] - a[0]) * k / 9, a[1] + (b[1] - a[1]) * k / 9) for a, b in ends]
            pen.line(polygon(line, closed=False), darken(tone, 0.35), 2, alpha=0.5)
    gable = polygon([room.at(-1, 0.55, 1), ridge(1), room.at(1, 0.55, 1), room.at(1, 0, 1), room.at(-1, 0, 1)])
    pen.fill(gable, dim(stage, (206, 168, 128)), "flat", line=0.4)
    with pen.on(gable):
        for k in range(1, 16):
            pen.decal(
                box(x - room.half, peak + 34 * k, room.half * 2, 2.4),
                darken(dim(stage, (206, 168, 128)), 0.35),
                alpha=0.5,
            )
    rose(stage, x, 330, min(96.0, room.half * 0.45), mix(air.low, air.cloud, 0.4) if not mood.night else (96, 124, 200))
    for t in (0.98, 0.72, 0.44, 0.1):
        for side in (-1, 1):
            a, b, s = room.at(side, 0.55, t), ridge(t), room.scale(t)
            pen.line(polygon([a, b], closed=False), darken(wood, 0.3), 15 * s)
            pen.line(polygon([(a[0], a[1] - 4 * s), (b[0], b[1] - 4 * s)], closed=False), darken(wood, 0.05), 9 * s)
        (x0, y), (x1, _), s = room.at(-0.62, 0.86, t), room.at(0.62, 0.86, t), room.scale(t)
        if t > 0.3:
            pen.fill(box(x0, y - 6 * s, x1 - x0, 13 * s), darken(wood, 0.12), "flat", line=0.4)
    shafts(
        stage.middle,
        (x, 330),
        (x - width * 0.12, x + width * 0.3, 900),
        (255, 236, 184) if not mood.night else (150, 180, 250),
        0.36,
        3,
    )
    pool(stage.middle, (x + width * 0.08, 860, max(230, width * 0.24), 80), (255, 230, 170), 0.35, light=True)
    lumber(stage, room)


def rose(stage: Stage, x: float, y: float, r: float, rgb: Rgb) -> None:
    """A round window with bars."""
    pen = stage.far
    halo(pen, x, y, r * 3.2, rgb, 0.7)
    pen.fill(ellipse(x, y, r * 1.16), dim(stage, (120, 82, 56)), "flat", line=0.5)
    pen.glow(ellipse(x, y, r), Gradient((x, y - r), (x, y + r), ((0.0, lighten(rgb, 0.1)), (1.0, lighten(rgb, 0.6)))))
    for a, b in (((x, y - r), (x, y + r)), ((x - r, y), (x + r, y))):
        pen.line(curve(a, b), dim(stage, (120, 82, 56)), r * 0.09)
    pen.line(ellipse(x, y, r * 0.46), dim(stage, (120, 82, 56)), r * 0.07)


def lumber(stage: Stage, room: Hall) -> None:
    """Trunks, boxes, books, a rocking frame and a draped mirror at both sides."""
    mid = stage.middle
    for sides, t, high, tone in (
        ((-0.96, -0.55), 0.72, 0.3, (176, 136, 90)),
        ((0.58, 0.96), 0.7, 0.42, (122, 84, 60)),
        ((-0.98, -0.62), 0.36, 0.34, (126, 74, 54)),
        ((0.6, 0.98), 0.34, 0.26, (186, 146, 98)),
    ):
        rgb = dim(stage, tone)
        room.block(mid, sides, (0, high), (t, t + 0.12), rgb)
        a, b = sides
        mid.decal(room.face((a, b), (high * 0.66, high * 0.72), t), darken(rgb, 0.45))
        for u in (a + 0.05, b - 0.08):
            mid.decal(room.face((u, u + 0.03), (0, high), t), darken(rgb, 0.3))
        x, y = room.at((a + b) / 2, high * 0.68, t)
        mid.fill(
            box(x - 7 * room.scale(t), y - 4, 14 * room.scale(t), 12 * room.scale(t), 3),
            dim(stage, (226, 184, 96)),
            "metal",
            line=0.4,
        )
    x, y = room.at(-0.76, 0.34, 0.4)
    books(mid, (x - 90, y, 110), 70, stage.mood.random("books"))
    x, y = room.at(0.8, 0.0, 0.12)
    globe(stage.near, x, y, 190, stage)
    x = stage.width * 0.06
    stage.near.fill(
        polygon([(x - 90, 900), (x - 60, 600), (x + 40, 590), (x + 84, 900)]),
        dim(stage, (228, 220, 206)),
        "round",
        line=0.5,
    )
    for dx in (-30, 6, 38):
        stage.near.line(
            curve((x + dx * 0.5, 600), (x + dx, 760), (x + dx * 1.4, 900)), dim(stage, (170, 160, 150)), 5, alpha=0.6
        )


def globe(pen: Pen, x: float, y: float, h: float, stage: Stage) -> None:
    """An old globe on its stand."""
    wood = dim(stage, (110, 72, 48))
    pen.decal(ellipse(x, y, h * 0.34, h * 0.07), (20, 12, 14), alpha=0.4)
    pen.fill(box(x - h * 0.04, y - h * 0.5, h * 0.08, h * 0.46), wood, "round", line=0.4)
    pen.fill(ellipse(x, y - h * 0.02, h * 0.26, h * 0.06), wood, "round", line=0.5)
    ball = pen.fill(ellipse(x, y - h * 0.72, h * 0.28), dim(stage, (120, 164, 170)), "round", line=0.5)
    with pen.on(ball):
        for dx, dy, rx, ry in ((-0.1, -0.8, 0.14, 0.1), (0.1, -0.66, 0.1, 0.13), (-0.14, -0.56, 0.07, 0.06)):
            pen.decal(ellipse(x + dx * h, y + dy * h, rx * h, ry * h, 20), dim(stage, (206, 176, 110)))
    pen.line(ellipse(x, y - h * 0.72, h * 0.31), dim(stage, (206, 160, 84)), h * 0.03)
