"""A dungeon: a vault of rough stone, cells with bars, chains, torches, puddles on the flags."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.hall import Hall, courses, hall, planks, shell
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade, halo, pool
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

STONE: Rgb = (112, 108, 118)


@place(
    "dungeon", "prison", "prison cell", "jail", "catacombs", "castle dungeon", "wine cellar", "vault", light="candle"
)
def draw(stage: Stage) -> None:
    """Torches light the middle; the near corners are dark."""
    width = stage.width
    stage.haze = (96, 74, 66)
    room = hall(stage, 0.18, 640, 260, 4.2)
    shell(stage, room, (92, 86, 92), STONE, (66, 62, 74), (84, 78, 88))
    courses(stage.far, room, (40, 36, 46), 7, 9)
    planks(stage.far, room, (46, 42, 52), 9, 12)
    gate(stage, room)
    for t in (0.86, 0.6, 0.28):
        rib(stage, room, t)
    for t in (0.7, 0.4, 0.05):
        for side in (-1, 1):
            cell(stage, room, side, t)
    for t in (0.56, 0.22):
        for side in (-1, 1):
            torch(stage, room, side, t)
    pool(stage.middle, (width / 2, 840, max(300, width * 0.34), 130), (255, 168, 84), 0.34, light=True)
    for dx, y, rx in ((-0.2, 760, 60), (0.24, 880, 110)):
        stage.middle.glow(ellipse(width * (0.5 + dx), y, rx, rx * 0.2), (150, 116, 104), alpha=0.4)
    for side in (-1, 1):
        x = width / 2 + side * (width / 2 + EDGE)
        edge = polygon([(x, -EDGE), (x - side * width * 0.12, -EDGE), (x - side * width * 0.06, 1030), (x, 1030)])
        stage.front.decal(edge, (12, 8, 16), alpha=0.6, blur=34)


def gate(stage: Stage, room: Hall) -> None:
    """A barred gate at the end with a faint light behind it."""
    pen, x, half = stage.far, stage.width / 2, room.half
    shape = smooth(
        [
            (x - half * 0.42, room.foot),
            (x - half * 0.42, 420),
            (x, 340),
            (x + half * 0.42, 420),
            (x + half * 0.42, room.foot),
        ],
        tension=0.3,
    )
    pen.fill(shape, (30, 26, 34), "flat", line=0.5)
    with pen.on(shape):
        pen.glow(ellipse(x, 540, half * 0.5, 150), (255, 170, 90), alpha=0.4, blur=30)
        for i in range(-3, 4):
            pen.decal(box(x + i * half * 0.13 - 3, 330, 6, 320), (52, 48, 54))
        for y in (430, 530):
            pen.decal(box(x - half, y, half * 2, 7), (52, 48, 54))
    pen.line(shape, lighten(STONE, 0.1), 9)


def rib(stage: Stage, room: Hall, t: float) -> None:
    """An arch of stone that spans the vault."""
    s = room.scale(t)
    (lx, ly), (rx, _) = room.at(-1, 0.62, t), room.at(1, 0.62, t)
    top = room.at(0, 1, t)[1]
    path = arc((lx + rx) / 2, ly, (rx - lx) / 2, ly - top, 180, 180)
    stage.middle.line(path, darken(STONE, 0.5), 30 * s)
    stage.middle.line(path, darken(STONE, 0.12), 24 * s)
    stage.middle.line(path, lighten(STONE, 0.12), 5 * s, alpha=0.6)
    for side in (-1, 1):
        x, y = room.at(side, 0, t)
        stage.middle.fill(box(x - 14 * s, ly, 28 * s, y - ly), darken(STONE, 0.15), "flat", line=0.5)


def cell(stage: Stage, room: Hall, side: float, t: float) -> None:
    """A dark opening in the wall behind iron bars."""
    pen = stage.middle
    pen.fill(room.wall(side, (t, t + 0.13), (0.02, 0.62)), (22, 18, 26), "flat", line=0.5)
    for k in range(6):
        a = t + 0.13 * (k + 0.3) / 6
        pen.decal(room.wall(side * 0.99, (a, a + 0.006), (0.02, 0.62)), (84, 78, 82))
    for level in (0.2, 0.44):
        pen.decal(room.wall(side * 0.99, (t, t + 0.13), (level, level + 0.02)), (70, 64, 70))


def torch(stage: Stage, room: Hall, side: float, t: float) -> None:
    """A burning torch on the wall with its light on the stones."""
    pen, s = stage.middle, room.scale(t)
    x, y = room.at(side * 0.93, 0.6, t)
    halo(pen, x, y, 110 * s, (255, 150, 60), 0.75)
    pen.fill(
        polygon([(x - 5 * s, y), (x + 5 * s, y), (x + 2 * s, y + 34 * s), (x - 2 * s, y + 34 * s)]),
        (74, 52, 40),
        "flat",
    )
    flame = [(-8, 0), (-6, -12), (0, -30), (4, -18), (8, -2), (0, 4)]
    pen.glow(smooth([(x + a * s, y + b * s) for a, b in flame]), (255, 164, 60))
    pen.glow(ellipse(x, y - 7 * s, 4 * s, 8 * s), (255, 240, 180))
    pen.glow(
        room.flat((side * 0.5, side), (t, t + 0.12)), fade((0, 640), (0, 1000), (255, 150, 70), (0.1, 0.22)), blur=20
    )
