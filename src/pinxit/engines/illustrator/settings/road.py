"""An open road to the horizon between fields and mountains."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import broadleaf, bush, grass, tree_line
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, leaf, place, range_of, turf, wave, wet, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.rigs.town import Street, gleams
from pinxit.engines.illustrator.rigs.waters import puddles
from pinxit.engines.illustrator.shapes import box
from pinxit.engines.illustrator.stage import Stage


@place(
    "road",
    "highway",
    "country road",
    "motorway",
    "race track",
    "racetrack",
    "freeway",
    "route",
    "parking lot",
    "driveway",
    sky=True,
)
def draw(stage: Stage) -> None:
    """The road's vanishing point is behind the subject."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 570, 880, air.haze
    rng = mood.random("road")
    bare = wintry(mood)
    green = (206, 168, 110) if "desert" in mood.words else turf(mood)
    sky(stage, air)
    range_of(stage.far, stage, 574, (560, 230), (air.at((108, 122, 150), 0.5), air.at(SNOW, 0.3)))
    tree_line(stage.far, stage, 576, 34, air.at(leaf(mood, rng), 0.4))
    hill(stage.middle, wave(width, 574, 12, rng, 520), air.at(lighten(green, 0.15), 0.28), air.at(green, 0.12))
    area = ground(stage, air, green, 580)
    with stage.near.on(area):
        tones = [air.at(darken(green, 0.28)), air.at(lighten(green, 0.2)), air.at(darken(green, 0.12))]
        grass(stage.near, (-EDGE, 600, width + EDGE, 1015), 46, tones, rng)
    carriageway(stage, air)
    for x, y, h in ((0.1, 640, 280), (0.9, 650, 330), (0.24, 604, 120), (0.78, 606, 130)):
        broadleaf(stage.near, width * x, y, h, air.at(leaf(mood, rng), 0.12), bare=bare)
    for x in (0.0, width):
        bush(stage.front, x, 1050, (min(200, width * 0.2), 110), air.at(darken(SNOW if bare else green, 0.3)))


def carriageway(stage: Stage, air: Air) -> None:
    """Asphalt with edge lines, a dashed middle line and posts."""
    pen = stage.near
    street = Street(stage.width / 2, 566, 330 + stage.width * 0.1, 250)
    tone = air.at((104, 106, 114))
    way = street.strip((-0.8, 0.8), (0.4, 26))
    pen.decal(street.strip((-0.92, 0.92), (0.4, 26)), air.at((176, 160, 132)))
    pen.fill(
        way,
        Gradient((0, 570), (0, 1000), ((0.0, mix(tone, air.haze, 0.4)), (1.0, darken(tone, 0.15)))),
        "flat",
        line=0.3,
    )
    for side in (-1.0, 1.0):
        pen.decal(street.strip((side * 0.73, side * 0.76), (0.4, 26)), lighten(tone, 0.65), alpha=0.85)
    for i in range(12):
        pen.decal(street.strip((-0.02, 0.02), (0.42 * 1.4**i, 0.42 * 1.4**i * 1.17)), air.at((250, 214, 96)), alpha=0.9)
    for depth in (7.0, 4.2, 2.6, 1.7, 1.15):
        for side in (-1.0, 1.0):
            (x, y), w = street.at(side, depth, 0), 12 / depth
            h = 90 / depth
            pen.fill(box(x - w / 2, y - h, w, h, w * 0.3), air.at((244, 242, 236)), "round", line=0.4)
            pen.decal(box(x - w / 2, y - h * 0.85, w, h * 0.2), air.at((214, 70, 56)))
    if wet(stage.mood):
        gleams(pen, street, air, stage.mood.night, stage.mood.random("gleams"))
        puddles(pen, stage, air, (740, 980), 5)
