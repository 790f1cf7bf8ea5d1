"""A library: tall cases of books in perspective, a high window, warm lamps."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.furnishing import bookcase, rug, table
from pinxit.engines.illustrator.rigs.interior import books, dim, floor, pendant, sheen, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, fade, halo
from pinxit.engines.illustrator.shapes import box, polygon
from pinxit.engines.illustrator.stage import Stage

OAK: Rgb = (124, 80, 50)


@place("library", "bookshop", "bookstore", "study", "archive", "old library", light="window")
def draw(stage: Stage) -> None:
    """A tall window in the middle of the back wall, cases at both sides that grow towards the viewer."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 660, 900, (220, 180, 130)
    wall(stage, (168, 126, 88), OAK)
    tall = (width * 0.5 - 110, 70, 220, 400)
    window(stage.far, tall, air, dim(stage, (112, 76, 50)), (2, 4))
    halo(stage.far, width * 0.5, 270, 480, (255, 228, 170) if not mood.night else (110, 140, 220), 0.5)
    floor(stage, (132, 86, 56), 150)
    rng = mood.random("library")
    stage.middle.decal(box(-EDGE, -EDGE, width + 2 * EDGE, 60), darken(OAK, 0.35))
    count = max(1, round((width / 2 - 190) / 230))
    for side in (-1, 1):
        for i in range(count + 1):
            grow = 1 + 0.24 * i
            x = width / 2 + side * (150 + 190 * i * (1 + 0.13 * i))
            w = 200 * grow
            rooms = bookcase(
                stage.middle,
                (x if side > 0 else x - w, 660 - 600 * grow + 20 * i, w, 600 * grow + 26 * i),
                dim(stage, OAK),
                5,
            )
            for rx, ry, rw, rh in rooms:
                books(stage.middle, (rx, ry, rw), rh * 0.84, rng)
    sunbeams(stage, (width * 0.5 - 110, 90, 220, 360), air, 0.22)
    rug(stage.middle, width * 0.5, 890, (max(460, width * 0.42), 130), dim(stage, (132, 44, 48)))
    if width > 760:
        for x in (0.2, 0.8):
            table(stage.middle, width * x, 850, (230, 130), dim(stage, (148, 96, 58)))
            lamp(stage, width * x, 712)
    for x in (0.27, 0.73):
        pendant(stage.middle, width * x, 150, 42, (66, 52, 40), lit=True)
    sheen(stage, 860, (255, 200, 120), 0.2)


def lamp(stage: Stage, x: float, y: float) -> None:
    """A banker's lamp with a green shade."""
    pen = stage.middle
    halo(pen, x, y - 50, 150, (255, 220, 150), 0.6)
    pen.fill(box(x - 4, y - 62, 8, 60), (176, 136, 70), "flat", line=0.4)
    pen.fill(box(x - 26, y - 6, 52, 8, 4), (176, 136, 70), "flat", line=0.4)
    shade = polygon([(x - 34, y - 84), (x + 34, y - 84), (x + 52, y - 58), (x - 52, y - 58)])
    green = (40, 112, 82)
    pen.fill(shade, Gradient((x, y - 84), (x, y - 58), ((0.0, lighten(green, 0.25)), (1.0, green))), "flat", line=0.5)
    pen.glow(
        polygon([(x - 50, y - 58), (x + 50, y - 58), (x + 90, y), (x - 90, y)]),
        fade((x, y - 58), (x, y), (255, 226, 160), (0.5, 0.0)),
    )
