"""A platform: tiled walls, a vaulted roof with lamps, rails, a train that waits."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.landmarks import bench
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade, halo
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.rigs.town import Street
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place(
    "subway",
    "train station",
    "subway station",
    "metro",
    "metro station",
    "railway station",
    "station",
    "platform",
    "underground",
    "bus station",
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The train is on the left, the tiled wall on the right, both run to the vanishing point."""
    mood, width = stage.mood, stage.width
    stage.horizon, stage.ground, stage.indoors, stage.haze = 590, 890, True, (206, 214, 216)
    hall = Street(width / 2, 520, 330 + width * 0.17, 200, 560)
    pen = stage.far
    shade: Rgb = mood.background or (196, 204, 204)
    full = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    pen.fill(full, Gradient((0, 0), (0, 600), ((0.0, darken(shade, 0.55)), (1.0, darken(shade, 0.25)))), "flat", line=0)
    halo(pen, width / 2, 500, max(330, width * 0.25), (255, 246, 220), 0.8)
    pen = stage.middle
    tiles(pen, stage, 540, (lighten(shade, 0.1), darken(shade, 0.12)), 170)
    wall = hall.quad(1, (0.3, 7), (0, 1))
    pen.fill(
        wall,
        Gradient((width, 0), (width / 2, 0), ((0.0, lighten(shade, 0.3)), (1.0, darken(shade, 0.1)))),
        "flat",
        line=0.4,
    )
    for level in (0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.8):
        pen.line(
            polygon([hall.at(1, 0.3, level), hall.at(1, 7, level)], closed=False), darken(shade, 0.3), 1.6, alpha=0.5
        )
    pen.decal(hall.quad(1, (0.3, 7), (0.38, 0.46)), (196, 84, 62))
    depth = 0.4
    while depth < 6:
        pen.line(
            polygon([hall.at(1, depth, 0), hall.at(1, depth, 1)], closed=False), darken(shade, 0.3), 1.6, alpha=0.5
        )
        pen.decal(hall.quad(1, (depth * 1.06, depth * 1.2), (0.52, 0.74)), (244, 236, 214))
        depth *= 1.3
    train(stage, hall)
    for k in range(7):
        d = 0.42 * 1.5**k
        strip = polygon(
            [hall.at(-0.2, d, 1.02), hall.at(0.35, d, 1.02), hall.at(0.35, d * 1.2, 1.02), hall.at(-0.2, d * 1.2, 1.02)]
        )
        pen.glow(strip, (255, 252, 240))
        x, y = hall.at(0.08, d * 1.1, 1.02)
        halo(pen, x, y, 190 / d**0.8, (255, 246, 220), 0.4)
    near = stage.near
    near.decal(hall.strip((-0.62, -0.52), (0.3, 7)), (246, 200, 70))
    near.decal(hall.strip((-0.74, -0.66), (0.3, 7)), (60, 58, 62), alpha=0.8)
    near.glow(
        polygon([(width / 2 - 30, 560), (width / 2 + 60, 560), (width * 0.78, 1010), (width * 0.36, 1010)]),
        fade((0, 560), (0, 1000), (255, 250, 232), (0.4, 0.0)),
    )
    bench(near, width * 0.86, 790, min(230, width * 0.26), (150, 100, 64))


def train(stage: Stage, hall: Street) -> None:
    """A train in perspective along the left side."""
    pen = stage.middle
    body: Rgb = (204, 210, 214)
    side = -0.76
    pen.fill(
        hall.quad(side, (0.3, 4.5), (-0.04, 0.72)),
        Gradient((0, 0), (stage.width / 2, 0), ((0.0, lighten(body, 0.3)), (1.0, darken(body, 0.2)))),
        "flat",
        line=0.5,
    )
    pen.decal(hall.quad(side, (0.3, 4.5), (0.1, 0.2)), (48, 96, 150))
    pen.decal(hall.quad(side, (0.3, 4.5), (0.66, 0.72)), darken(body, 0.4))
    depth = 0.36
    k = 0
    while depth < 4:
        if k % 3 == 1:
            pen.decal(hall.quad(side, (depth, depth * 1.16), (-0.02, 0.6)), darken(body, 0.15))
            pen.glow(hall.quad(side, (depth * 1.03, depth * 1.13), (0.3, 0.54)), (255, 236, 184))
        else:
            pen.decal(hall.quad(side, (depth, depth * 1.2), (0.28, 0.56)), darken(body, 0.5))
            pen.glow(hall.quad(side, (depth * 1.02, depth * 1.18), (0.3, 0.54)), (255, 240, 196))
        depth *= 1.24
        k += 1
    x, y = hall.at(side + 0.12, 4.5, 0.3)
    pen.decal(ellipse(x, y, 16, 40), darken(body, 0.3))
