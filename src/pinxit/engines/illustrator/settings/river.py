"""A river that winds towards the viewer between wooded banks; with a bridge when the words name one."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import blossoms, broadleaf, bush, grass, tree_line
from pinxit.engines.illustrator.rigs.scenery import (
    SNOW,
    apart,
    ground,
    hill,
    leaf,
    place,
    range_of,
    rock,
    turf,
    wave,
    wintry,
)
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, brushed, sky
from pinxit.engines.illustrator.rigs.waters import ripples
from pinxit.engines.illustrator.shapes import arc, polygon, smooth
from pinxit.engines.illustrator.stage import Stage


@place("river", "riverside", "riverbank", "stream", "creek", "brook", "bridge", sky=True)
def draw(stage: Stage) -> None:
    """The water comes from the left distance and leaves at the lower left; the right bank is for the subject."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 580, 890, air.haze
    rng = mood.random("river")
    bare = wintry(mood)
    green = turf(mood)
    sky(stage, air)
    range_of(stage.far, stage, 584, (520, 200), (air.at((110, 130, 156), 0.55), air.at(SNOW, 0.3)))
    hill(stage.far, wave(width, 556, 28, rng, 420), air.at(green, 0.5), air.at(green, 0.4))
    tree_line(stage.far, stage, 588, 66, air.at(leaf(mood, rng), 0.38))
    ground(stage, air, green, 600)
    stream(stage, air)
    with stage.near.on(polygon([(-EDGE, 600), (width + EDGE, 600), (width + EDGE, 1030), (-EDGE, 1030)])):
        tones = [air.at(darken(green, 0.28)), air.at(lighten(green, 0.2)), air.at(darken(green, 0.12))]
        grass(stage.near, (width * 0.56, 630, width + EDGE, 1015), 48, tones, rng)
        if not bare:
            blossoms(
                stage.near,
                (width * 0.6, 660, width + EDGE, 1010),
                11,
                [air.at((250, 246, 240)), air.at((250, 206, 84))],
                rng,
            )
    if not apart(mood, "bridge"):
        arch(stage, air)
    for x, y, h in ((0.06, 640, 300), (0.9, 650, 400), (0.72, 622, 200)):
        broadleaf(stage.near, width * x, y, h, air.at(leaf(mood, rng), 0.1), bare=bare)
    for x, y, s in ((0.5, 740, 60), (0.56, 830, 100), (0.04, 760, 90), (0.2, 660, 40)):
        rock(stage.near, x * width, y, s, air.at((134, 132, 128)), air.at(SNOW) if bare else None)
    for x in (0.0, width):
        bush(
            stage.front, x, 1040, (min(240, width * 0.26), 130), air.at(darken(SNOW if bare else leaf(mood, rng), 0.25))
        )


def stream(stage: Stage, air: Air) -> None:
    """The bed of the river with the sky in it and its lit edges."""
    pen, w = stage.near, stage.width
    rng = stage.mood.random("stream")
    left = [(w * 0.4, 604), (w * 0.26, 626), (w * 0.3, 662), (w * 0.12, 730), (-w * 0.1, 860), (-w * 0.2, 1040)]
    right = [(w * 0.5, 1040), (w * 0.52, 880), (w * 0.48, 760), (w * 0.47, 690), (w * 0.36, 634), (w * 0.43, 604)]
    bank = smooth([*[(x - 12, y - 4) for x, y in left], *[(x + 14, y - 3) for x, y in right]], tension=0.4)
    pen.decal(bank, air.at((150, 124, 92)))
    body = smooth([*left, *right], tension=0.4)
    deep = air.at((52, 126, 158))
    paint = brushed(pen, air)
    paint(
        body,
        Gradient(
            (0, 600),
            (0, 1000),
            ((0.0, mix(deep, air.low, 0.6)), (0.4, mix(deep, air.middle, 0.35)), (1.0, darken(deep, 0.1))),
        ),
    )
    with pen.on(body):
        paint(ripples((-EDGE, 620, w * 0.56, 1010), 60, 70, rng), mix(deep, air.cloud, 0.6), alpha=0.55)
        paint(ripples((-EDGE, 620, w * 0.56, 1010), 50, 80, rng), darken(deep, 0.25), alpha=0.4)


def arch(stage: Stage, air: Air) -> None:
    """A small stone bridge in the distance."""
    pen, x, y = stage.near, stage.width * 0.33, 652.0
    stone = air.at((168, 156, 142), 0.14)
    span = smooth(
        [
            (x - 130, y + 8),
            (x - 130, y - 30),
            (x, y - 66),
            (x + 130, y - 30),
            (x + 130, y + 8),
            (x + 66, y + 10),
            (x + 50, y - 20),
            (x, y - 38),
            (x - 50, y - 20),
            (x - 66, y + 10),
        ],
        tension=0.35,
    )
    pen.fill(
        span,
        Gradient((0, y - 66), (0, y + 10), ((0.0, lighten(stone, 0.2)), (1.0, darken(stone, 0.3)))),
        "flat",
        line=0.5,
    )
    pen.line(arc(x, y + 4, 66, 46, 190, 160), darken(stone, 0.4), 3, alpha=0.6)
