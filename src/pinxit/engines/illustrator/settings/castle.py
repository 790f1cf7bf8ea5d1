"""A great landscape with a castle on its hill, a moat lake and banners."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.rigs.greenery import blossoms, broadleaf, bush, grass, tree_line
from pinxit.engines.illustrator.rigs.landmarks import castle, track
from pinxit.engines.illustrator.rigs.scenery import SNOW, below, ground, leaf, place, range_of, rock, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, sky
from pinxit.engines.illustrator.shapes import smooth
from pinxit.engines.illustrator.stage import Stage


@place(
    "castle",
    "fantasy",
    "palace",
    "fortress",
    "fairy tale castle",
    "kingdom",
    "medieval castle",
    "fantasy landscape",
    sky=True,
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The castle stands left or right of the middle, by chance, on a rocky hill."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 600, 890, air.haze
    rng = mood.random("castle")
    bare = wintry(mood)
    green = turf(mood)
    sky(stage, air)
    range_of(stage.far, stage, 590, (600, 260), (air.at((108, 126, 158), 0.58), air.at(SNOW, 0.34)))
    tree_line(stage.far, stage, 596, 50, air.at(leaf(mood, rng), 0.42))
    x = width * (0.68 if width > 800 else 0.6)
    size = min(480, width * 0.52)
    mound = smooth(
        [
            (x - size * 1.1, 660),
            (x - size * 0.7, 560),
            (x - size * 0.42, 474),
            (x, 456),
            (x + size * 0.44, 476),
            (x + size * 0.76, 566),
            (x + size * 1.2, 660),
        ]
    )
    pen = stage.middle
    pen.fill(mound, air.at(darken(green, 0.16), 0.26), "flat", line=0.4)
    with pen.on(mound):
        for i in range(8):
            rock(
                pen,
                x + (i / 7 - 0.5) * size * 1.3,
                590 - 60 * (1 - abs(i / 3.5 - 1)),
                90,
                air.at((120, 122, 128), 0.26),
            )
    castle(
        pen, x, 480, size, air.at((184, 174, 166), 0.16), air.at((74, 96, 140), 0.12) if not bare else air.at(SNOW, 0.1)
    )
    for i in range(7):
        bush(
            pen,
            x + (i / 6 - 0.5) * size * 1.6,
            560 + 60 * abs(i / 3 - 1),
            (110, 60),
            air.at(leaf(mood, rng) if not bare else SNOW, 0.2),
        )
    pen.fill(below(wave(width, 622, 14, rng, 420)), air.at(green, 0.14), "flat", line=0.3)
    area = ground(stage, air, green, 640)
    with stage.near.on(area):
        track(stage.near, (width * 0.42, min(420, width * 0.42)), (x, 640), air.at((212, 190, 150)), -170)
        for left, right in ((-EDGE, width * 0.25), (width * 0.68, width + EDGE)):
            grass(
                stage.near,
                (left, 680, right, 1015),
                54,
                [air.at(darken(green, 0.26)), air.at(lighten(green, 0.2))],
                rng,
            )
            if not bare:
                blossoms(
                    stage.near, (left, 690, right, 1000), 12, [air.at((250, 246, 240)), air.at((170, 120, 206))], rng
                )
    broadleaf(stage.near, width * 0.07, 730, 430, air.at(leaf(mood, rng)), bare=bare)
    for t in (0.0, 1.0):
        bush(
            stage.front,
            t * width,
            1040,
            (min(250, width * 0.26), 140),
            air.at(darken(SNOW if bare else leaf(mood, rng), 0.3)),
        )
