"""A corridor of a house or a hotel: doors on both sides, lamps, a runner, a window at its end."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.furnishing import house_plant
from pinxit.engines.illustrator.rigs.hall import Hall, hall, planks, shell
from pinxit.engines.illustrator.rigs.interior import dim, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import breathe, fade, halo
from pinxit.engines.illustrator.shapes import ellipse
from pinxit.engines.illustrator.stage import Stage

WOOD: Rgb = (128, 84, 56)


@place(
    "corridor", "hallway", "hotel corridor", "passage", "passageway", "entrance hall", "foyer", "lobby", light="lamp"
)
def draw(stage: Stage) -> None:
    """The runner leads from the viewer to the window."""
    mood, width = stage.mood, stage.width
    stage.haze = (240, 218, 184)
    room = hall(stage, 0.15, 630, 270)
    shell(stage, room, (150, 104, 70), (214, 198, 168), (238, 228, 208))
    planks(stage.far, room, darken(dim(stage, (150, 104, 70)), 0.4), 14)
    reach = room.half * 1.1
    window(stage.far, (width / 2 - reach / 2, 330, reach, 190), breathe(mood), dim(stage, (246, 240, 226)), (2, 2))
    halo(stage.far, width / 2, 430, 420, (255, 240, 206) if not mood.night else (120, 150, 220), 0.55)
    for t in (0.86, 0.66, 0.42, 0.1):
        for side in (-1, 1):
            door(stage, room, side, t)
    for side in (-1, 1):
        for low, high in ((0.0, 0.04), (0.3, 0.315), (0.94, 1.0)):
            stage.middle.decal(room.wall(side, (-0.1, 1), (low, high)), dim(stage, (248, 242, 228)), alpha=0.85)
    carpet = dim(stage, (146, 44, 48))
    paint = Gradient((0, 630), (0, 1000), ((0.0, lighten(carpet, 0.18)), (1.0, darken(carpet, 0.2))))
    stage.middle.decal(room.flat((-0.5, 0.5), (-0.1, 1)), paint)
    for u in (-0.44, 0.4):
        stage.middle.decal(room.flat((u, u + 0.04), (-0.1, 1)), dim(stage, (222, 180, 104)))
    stage.middle.glow(room.flat((-0.4, 0.4), (0.3, 1)), fade((0, 630), (0, 800), (255, 240, 206), (0.4, 0.0)))
    for t in (0.76, 0.5, 0.14):
        x, y = room.at(0, 0.94, t)
        s = 16 * room.scale(t)
        halo(stage.middle, x, y, s * 6, (255, 220, 150), 0.5)
        stage.middle.glow(ellipse(x, y, s, s * 0.5), (255, 244, 214))
    for u in (-0.86, 0.86):
        x, y = room.at(u, 0, 0.3)
        house_plant(stage.near, x, y, 190, dim(stage, (78, 134, 74)))


def door(stage: Stage, room: Hall, side: float, t: float) -> None:
    """A panelled door in a side wall with a lamp beside it."""
    pen = stage.middle
    wood = dim(stage, WOOD if side < 0 else darken(WOOD, 0.12))
    a, b = t, t + 0.1
    pen.fill(room.wall(side, (a - 0.014, b + 0.012), (0, 0.78)), dim(stage, (244, 236, 220)), "flat", line=0.4)
    pen.fill(room.wall(side, (a, b), (0, 0.75)), wood, "flat", line=0.4)
    for low, high in ((0.06, 0.3), (0.36, 0.68)):
        pen.decal(room.wall(side, (a + 0.02, b - 0.02), (low, high)), darken(wood, 0.3))
        pen.decal(room.wall(side, (a + 0.025, b - 0.02), (low, high - 0.02)), lighten(wood, 0.1))
    x, y = room.at(side * 0.985, 0.34, a + 0.012)
    pen.fill(ellipse(x, y, 3 * room.scale(t)), (226, 190, 110), "metal", line=0.4)
    x, y = room.at(side * 0.95, 0.62, t - 0.05)
    s = 7 * room.scale(t - 0.05)
    halo(pen, x, y, s * 9, (255, 214, 140), 0.55)
    pen.glow(ellipse(x, y, s, s * 1.3), (255, 236, 190))
