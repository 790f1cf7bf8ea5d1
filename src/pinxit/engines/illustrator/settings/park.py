"""A town park: lawn, trees, a winding path, a bench, lamps."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.rigs.greenery import blossoms, broadleaf, bush, grass, leaves, tree_line
from pinxit.engines.illustrator.rigs.landmarks import bench, track
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, leaf, place, shadow, told, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, sky
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.stage import Stage


@place(
    "park",
    "zoo",
    "public park",
    "city park",
    "picnic",
    "lawn in a park",
    "dog park",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Town roofs in the haze, a wood, big trees at the sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    rng = mood.random("park")
    bare = wintry(mood)
    sky(stage, air)
    skyline(stage.far, stage, 580, (64, 150), (air.at((130, 140, 164), 0.62), (255, 212, 140) if mood.night else None))
    tree_line(stage.far, stage, 592, 96, air.at(leaf(mood, rng), 0.42))
    green = turf(mood)
    hill(stage.middle, wave(width, 600, 14, rng, 460), air.at(lighten(green, 0.1), 0.24), air.at(green, 0.1))
    for x, y, h in ((0.3, 634, 240), (0.66, 626, 210), (0.16, 660, 340), (0.86, 668, 400)):
        shadow(stage.middle, x * width + 20, y, h * 0.36, air.at((50, 70, 60)), 0.4)
        broadleaf(stage.middle, x * width, y, h, air.at(leaf(mood, rng), 0.16), bare=bare)
    area = ground(stage, air, green, 660)
    with stage.near.on(area):
        track(stage.near, (width * 0.56, min(560, width * 0.5)), (width * 0.4, 664), air.at((222, 200, 164)), 160)
        tones = [air.at(darken(green, 0.28)), air.at(lighten(green, 0.2)), air.at(darken(green, 0.12))]
        for left, right in ((-EDGE, width * 0.24), (width * 0.84, width + EDGE)):
            grass(stage.near, (left, 680, right, 1015), 50, tones, rng)
            if not bare:
                blossoms(
                    stage.near, (left, 700, right, 1000), 11, [air.at((250, 248, 240)), air.at((250, 206, 84))], rng
                )
    shadow(stage.near, width * 0.82, 748, 120, air.at((40, 50, 50)), 0.4)
    bench(stage.near, width * 0.82, 746, min(210, width * 0.28), air.at((150, 96, 60)))
    for x, w in ((0.02, 190), (0.97, 230)):
        bush(stage.near, x * width, 770, (w, w * 0.6), air.at(SNOW if bare else leaf(mood, rng)))
    if mood.season == "autumn":
        fallen = ((214, 124, 44), (190, 74, 40), (230, 176, 66))
        for i, tone in enumerate(fallen):
            stage.near.decal(leaves((width / 2, 850, width * 0.62, 150), 60, 11, rng), air.at(tone))
            if told(mood, "leaf", "falling leaf", "autumn leaf"):
                drift = leaves((width / 2, 430, width * 0.6, 420), 16, 15 + 3 * i, rng)
                stage.near.decal(drift, air.at(tone))
    for x in (0.0, width):
        bush(
            stage.front, x, 1030, (min(260, width * 0.28), 140), air.at(darken(SNOW if bare else leaf(mood, rng), 0.25))
        )
