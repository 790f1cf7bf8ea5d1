"""A village: cottages on both sides of a lane, a church on the hill."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.greenery import blossoms, broadleaf, bush, grass, tree_line
from pinxit.engines.illustrator.rigs.landmarks import cottage, fence, track
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, leaf, place, range_of, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.shapes import box, polygon
from pinxit.engines.illustrator.stage import Stage

WALLS: tuple[Rgb, ...] = ((240, 226, 198), (226, 186, 144), (214, 206, 196), (232, 206, 180))
ROOFS: tuple[Rgb, ...] = ((170, 84, 62), (120, 88, 76), (150, 104, 66), (96, 100, 112))


@place(
    "village",
    "well",
    "hamlet",
    "country",
    "cottage",
    "fairy tale village",
    sky=True,
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The lane winds from the viewer to the church."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    rng = mood.random("village")
    bare = wintry(mood)
    snow = air.at(SNOW) if bare else None
    green = turf(mood)
    sky(stage, air)
    range_of(stage.far, stage, 560, (560, 170), (air.at((116, 134, 160), 0.58), air.at(SNOW, 0.35)))
    hill(stage.far, wave(width, 520, 46, rng, 330), air.at(green, 0.5), air.at(green, 0.4))
    church(stage, width * 0.5, 552, air, snow)
    hill(stage.middle, wave(width, 566, 30, rng, 420), air.at(lighten(green, 0.1), 0.26), air.at(green, 0.16))
    tree_line(stage.middle, stage, 600, 30, air.at(leaf(mood, rng), 0.24))
    lit = mood.night or mood.time == "sunset"
    area = ground(stage, air, green, 600)
    with stage.near.on(area):
        track(stage.near, (width * 0.5, min(430, width * 0.42)), (width * 0.5, 600), air.at((216, 192, 152)), 190)
    homes = ((0.34, 622, 120), (0.64, 626, 130), (0.24, 660, 190), (0.78, 668, 210), (0.06, 730, 300), (0.97, 744, 320))
    for x, y, w in homes:
        tones = (air.at(rng.choice(WALLS), 0.1), air.at(rng.choice(ROOFS), 0.08))
        cottage(stage.near, width * x, y, min(w, width * 0.32), tones, lit, snow)
        bush(stage.near, width * x + w * 0.4, y + 8, (w * 0.36, w * 0.2), snow or air.at(leaf(mood, rng)))
    broadleaf(stage.near, width * 0.15, 700, 240, air.at(leaf(mood, rng), 0.06), bare=bare)
    for span in ((-EDGE, width * 0.24), (width * 0.78, width + EDGE)):
        fence(stage.near, span, 800, 58, air.at((206, 180, 146)))
    with stage.near.on(area):
        for left, right in ((-EDGE, width * 0.27), (width * 0.76, width + EDGE)):
            grass(
                stage.near,
                (left, 800, right, 1015),
                54,
                [air.at(darken(green, 0.26)), air.at(lighten(green, 0.2))],
                rng,
            )
            if not bare:
                blossoms(
                    stage.near,
                    (left, 810, right, 1000),
                    13,
                    [air.at((250, 246, 240)), air.at((232, 90, 100)), air.at((250, 206, 84))],
                    rng,
                )


def church(stage: Stage, x: float, y: float, air: Air, snow: Rgb | None) -> None:
    """A church with a pointed tower, far away."""
    pen = stage.far
    wall, roof = air.at((236, 226, 206), 0.3), snow or air.at((140, 84, 76), 0.3)
    pen.fill(box(x - 10, y - 60, 84, 66), darken(wall, 0.08), "flat", line=0.4)
    pen.fill(polygon([(x - 4, y - 60), (x + 10, y - 96), (x + 66, y - 96), (x + 80, y - 60)]), roof, "flat", line=0.4)
    pen.fill(box(x - 44, y - 110, 36, 116), wall, "flat", line=0.4)
    pen.fill(polygon([(x - 48, y - 108), (x - 26, y - 186), (x - 4, y - 108)]), darken(roof, 0.1), "flat", line=0.4)
    for dx in (8, 28, 48):
        pen.decal(box(x + dx, y - 44, 8, 22, 4), darken(wall, 0.5))
    pen.decal(box(x - 31, y - 92, 10, 16, 5), darken(wall, 0.5))
