"""A summer meadow: distant ridges, rolling hills with hedges, deep grass with flowers."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.greenery import blossoms, broadleaf, bush, grass, tree_line
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, leaf, place, range_of, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.stage import Stage

PETALS: tuple[Rgb, ...] = ((250, 248, 240), (238, 92, 92), (250, 200, 70), (170, 120, 206), (244, 150, 180))


@place(
    "meadow",
    "grassland",
    "pasture",
    "grass",
    "lawn",
    "prairie",
    "flower meadow",
    "clearing",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Hills behind hills, a lone tree at one side, blossoms near the viewer."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 560, 885, air.haze
    rng = mood.random("meadow")
    sky(stage, air)
    green = turf(mood)
    range_of(stage.far, stage, 565, (420, 150), (air.at((112, 132, 160), 0.55), None))
    hill(stage.far, wave(width, 508, 54, rng, 260), air.at(darken(green, 0.05), 0.5), air.at(green, 0.4))
    tree_line(stage.far, stage, 556, 34, air.at(leaf(mood, rng), 0.36))
    far_hill(stage, air, green)
    area = ground(stage, air, green, 610)
    with stage.near.on(area):
        tones = [air.at(darken(green, 0.28), 0.1), air.at(lighten(green, 0.22)), air.at(darken(green, 0.12))]
        grass(stage.near, (-EDGE, 630, width + EDGE, 1020), 62, tones, rng)
        if not wintry(mood):
            blossoms(stage.near, (-EDGE, 640, width + EDGE, 1010), 13, [air.at(tone) for tone in PETALS], rng)
    corners(stage, air, green)


def far_hill(stage: Stage, air: Air, green: Rgb) -> None:
    """The middle distance: a hill with hedges and a tree on the side that the light comes from."""
    mood, width, pen = stage.mood, stage.width, stage.middle
    rng = mood.random("hill")
    hill(pen, wave(width, 586, 36, rng, 300), air.at(lighten(green, 0.1), 0.22), air.at(darken(green, 0.1), 0.12), 120)
    snow = SNOW if wintry(mood) else None
    for x in (0.08, 0.3, 0.93):
        bush(
            pen,
            x * width + rng.uniform(-20, 20),
            628,
            (rng.uniform(70, 130), rng.uniform(40, 64)),
            air.at(snow or leaf(mood, rng), 0.16),
        )
    broadleaf(pen, width * 0.84, 640, 330, air.at(leaf(mood, rng), 0.1), bare=snow is not None)
    broadleaf(pen, width * 0.15, 622, 170, air.at(leaf(mood, rng), 0.22), bare=snow is not None)


def corners(stage: Stage, air: Air, green: Rgb) -> None:
    """Tall grass and flowers in the lower corners, close to the viewer."""
    mood, width, pen = stage.mood, stage.width, stage.front
    rng = mood.random("corner")
    tones = [air.at(darken(green, 0.46)), air.at(darken(green, 0.3)), air.at(darken(green, 0.14))]
    reach = min(width * 0.2, 230)
    for left, right in ((-EDGE, reach), (width - reach, width + EDGE)):
        grass(pen, (left, 980, right, 1030), 130, tones, rng)
        if not wintry(mood):
            blossoms(pen, (left, 900, right, 990), 22, [air.at(tone) for tone in PETALS[:3]], rng)
