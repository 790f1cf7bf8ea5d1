"""The inside of a church or a temple: arches on pillars, tall coloured windows, pews, light that falls in."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.hall import Hall, checks, hall, shell
from pinxit.engines.illustrator.rigs.interior import dim
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import halo, shafts
from pinxit.engines.illustrator.shapes import Point, box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

STONE: Rgb = (206, 194, 174)
PANES: tuple[Rgb, ...] = ((206, 60, 66), (56, 104, 184), (236, 186, 70), (80, 156, 110), (146, 84, 170))


@place(
    "church", "cathedral", "church interior", "chapel", "abbey", "monastery", "temple interior", "nave", light="window"
)
def draw(stage: Stage) -> None:
    """The aisle is free; pews stand at both sides."""
    mood, width = stage.mood, stage.width
    stage.haze = (240, 224, 190)
    room = hall(stage, 0.17, 650, 120, 4.0)
    shell(stage, room, (176, 160, 142), STONE, (170, 156, 138), (222, 210, 188))
    checks(stage.far, room, dim(stage, (146, 128, 112)), 12, 12)
    light: Rgb = (255, 238, 196) if not mood.night else (150, 178, 240)
    x = width / 2
    halo(stage.far, x, 320, room.half * 2.4, light, 0.7)
    for dx, w, top in ((-0.62, 0.3, 250), (0.62, 0.3, 250), (0.0, 0.46, 190)):
        lancet(stage, (x + dx * room.half, 470), (w * room.half, 470.0 - top), light)
    room.block(stage.far, (-0.44, 0.44), (0, 0.13), (0.9, 1), dim(stage, (246, 240, 228)))
    cloth = room.face((-0.14, 0.14), (0.02, 0.135), 0.9)
    stage.far.decal(cloth, dim(stage, (150, 40, 52)))
    for u in (-0.3, 0.3):
        cx, cy = room.at(u, 0.135, 0.9)
        stage.far.decal(box(cx - 3, cy - 24, 6, 24), (250, 244, 226))
        halo(stage.far, cx, cy - 30, 60, (255, 206, 120), 0.6)
        stage.far.glow(ellipse(cx, cy - 29, 3, 6), (255, 240, 190))
    for t in (0.84, 0.66, 0.42, 0.06):
        for side in (-1, 1):
            bay(stage, room, side, (t, min(t + 0.2, 1.0)))
    shafts(stage.middle, (width * 0.2, 60), (width * 0.26, width * 0.86, 880), light, 0.26, 4)
    for t in (0.8, 0.66, 0.5, 0.32, 0.1):
        for side in (-1, 1):
            pew(stage, room, side, t)


def lancet(stage: Stage, foot: Point, size: Point, light: Rgb) -> None:
    """A pointed window of coloured glass standing on `foot`."""
    (x, y), (w, h), pen = foot, size, stage.far
    shape = smooth(
        [(x - w / 2, y), (x - w / 2, y - h * 0.62), (x, y - h), (x + w / 2, y - h * 0.62), (x + w / 2, y)], tension=0.28
    )
    pen.fill(shape, dim(stage, darken(STONE, 0.4)), "flat", line=0.5)
    pen.glow(shape, Gradient((x, y - h), (x, y), ((0.0, lighten(light, 0.4)), (1.0, light))), alpha=0.95)
    rng = stage.mood.random(f"glass{x:.0f}")
    with pen.on(shape):
        rows = 8
        for r in range(rows):
            for c in range(3):
                tone = rng.choice(PANES)
                pen.glow(
                    box(x - w / 2 + w * c / 3 + 1, y - h + h * r / rows + 1, w / 3 - 2, h / rows - 2), tone, alpha=0.6
                )
        pen.glow(ellipse(x, y - h * 0.62, w * 0.3), (250, 214, 110), alpha=0.9)
        pen.glow(ellipse(x, y - h * 0.62, w * 0.16), (206, 60, 66), alpha=0.9)
    pen.line(shape, dim(stage, darken(STONE, 0.25)), max(3.0, w * 0.06))


def bay(stage: Stage, room: Hall, side: float, depths: Point) -> None:
    """A pillar with the arch that springs from it to the next one, and the dark aisle behind."""
    pen = stage.middle
    near, far = depths
    tone = dim(stage, STONE if side < 0 else darken(STONE, 0.14))
    mid = (near + far) / 2
    arch = [
        room.at(side, 0, near + 0.03),
        room.at(side, 0.5, near + 0.03),
        room.at(side, 0.66, mid),
        room.at(side, 0.5, far - 0.02),
        room.at(side, 0, far - 0.02),
    ]
    hole = smooth(arch, tension=0.28)
    pen.fill(hole, darken(tone, 0.5), "flat", line=0.4)
    tall = [room.at(side, 0.76, near + 0.06), room.at(side, 0.9, mid), room.at(side, 0.76, far - 0.03)]
    glow: Rgb = (255, 240, 206) if not stage.mood.night else (120, 150, 220)
    pen.glow(smooth([*tall, room.at(side, 0.72, mid)], tension=0.3), glow, alpha=0.9)
    x, y = room.at(side * 0.97, 0, near)
    w = room.half * 0.11 * room.scale(near)
    top = max(room.at(0, 1, near)[1], -40)
    stops = ((0.0, darken(tone, 0.12)), (0.35, lighten(tone, 0.25)), (1.0, darken(tone, 0.4)))
    paint = Gradient((x - w / 2, 0), (x + w / 2, 0), stops)
    pen.fill(box(x - w / 2, top, w, y - top), paint, "flat", line=0.4)
    level = room.at(0, 0.5, near)[1]
    pen.fill(box(x - w * 0.66, level, w * 1.32, w * 0.34, 3), paint, "flat", line=0.4)
    pen.fill(box(x - w * 0.7, y - w * 0.4, w * 1.4, w * 0.4, 3), paint, "flat", line=0.4)


def pew(stage: Stage, room: Hall, side: float, t: float) -> None:
    """A bench seen from behind."""
    wood = dim(stage, (112, 70, 44))
    sides = (-0.88, -0.36) if side < 0 else (0.36, 0.88)
    pen = stage.near if t < 0.4 else stage.middle
    room.block(pen, sides, (0, 0.15), (t, t + 0.03), wood)
    a, b = sides
    pen.decal(room.face((a, b), (0.135, 0.155), t), lighten(wood, 0.25))
    for k in range(1, 6):
        u = a + (b - a) * k / 6
        pen.decal(
            polygon([room.at(u, 0.0, t), room.at(u + 0.008, 0.0, t), room.at(u + 0.008, 0.13, t), room.at(u, 0.13, t)]),
            darken(wood, 0.35),
            alpha=0.6,
        )
