"""A winter landscape: white hills, laden firs, a frozen track, blue shadows."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import conifer, tree_line
from pinxit.engines.illustrator.rigs.landmarks import cottage, track
from pinxit.engines.illustrator.rigs.scenery import SNOW, below, hill, place, range_of, shadow, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, sky
from pinxit.engines.illustrator.rigs.waters import ripples
from pinxit.engines.illustrator.shapes import ellipse, smooth
from pinxit.engines.illustrator.stage import Stage

BLUE: Rgb = (150, 176, 216)


@place(
    "snow",
    "igloo",
    "winter",
    "winter landscape",
    "snowy landscape",
    "snowfield",
    "ice",
    "tundra",
    sky=True,
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Cold light, long blue shadows, a hut in the distance unless the place is polar."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    rng = mood.random("snow")
    snow = air.at(SNOW)
    sky(stage, air)
    range_of(stage.far, stage, 592, (640, 330), (air.at((126, 146, 178), 0.5), air.at(SNOW, 0.2)))
    polar = {"polar", "ice", "antarctic"} & set(mood.words)
    hill(stage.far, wave(width, 560, 26, rng, 420), mix(snow, air.haze, 0.3), mix(mix(snow, BLUE, 0.3), air.haze, 0.3))
    if not polar:
        tree_line(stage.far, stage, 590, 66, air.at((96, 124, 138), 0.4), pines=True)
    hill(stage.middle, wave(width, 596, 24, rng, 520), snow, mix(snow, air.at(BLUE), 0.4), 130)
    if not polar:
        cottage(
            stage.middle,
            width * 0.7,
            636,
            min(150, width * 0.18),
            (air.at((150, 104, 76), 0.1), air.at((120, 80, 60))),
            mood.night or mood.time in {"sunset"},
            snow,
        )
        firs(stage, snow)
    line = wave(width, 690, 20, rng, 640)
    stops = ((0.0, lighten(snow, 0.2)), (0.4, snow), (1.0, mix(snow, air.at(BLUE), 0.55)))
    area = stage.near.fill(below(line), Gradient((0, 680), (0, 1000), stops), "flat", line=0.4)
    with stage.near.on(area):
        if not polar:
            track(
                stage.near,
                (width * 0.54, min(300, width * 0.3)),
                (width * 0.64, 690),
                mix(snow, air.at(BLUE), 0.34),
                150,
            )
        stage.near.decal(ripples((-EDGE, 700, width + EDGE, 1010), 60, 170, rng), air.at(BLUE), alpha=0.3)
        stage.near.decal(ripples((-EDGE, 700, width + EDGE, 1010), 50, 150, rng), lighten(snow, 0.6), alpha=0.7)
        for _ in range(60):
            stage.near.decal(ellipse(rng.uniform(0, width), rng.uniform(700, 1000), 1.6), (255, 255, 255), alpha=0.9)
    for x, k in ((0.0, 1.0), (width, -1.0)):
        drift = smooth(
            [
                (x - k * 40, 900),
                (x + k * width * 0.1, 930),
                (x + k * width * 0.2, 1010),
                (x + k * width * 0.2, 1060),
                (x - k * 40, 1060),
            ]
        )
        stage.front.fill(
            drift,
            Gradient((0, 900), (0, 1020), ((0.0, lighten(snow, 0.4)), (1.0, mix(snow, air.at(BLUE), 0.5)))),
            "flat",
            line=0.4,
        )


def firs(stage: Stage, snow: Rgb) -> None:
    """Firs under snow at both sides, each with a blue shadow."""
    air = breathe(stage.mood)
    rng = stage.mood.random("firs")
    spots = []
    for i in range(round(8 + stage.width / 150)):
        t = rng.random() ** 1.2 * 0.34
        x = stage.width * (t if i % 2 else 1 - t)
        spots.append((626 + 130 * (0.34 - t) / 0.34 * rng.uniform(0.3, 1), x, (360 - 560 * t) * rng.uniform(0.7, 1.15)))
    for y, x, h in sorted(spots):
        shadow(stage.middle, x + h * 0.2, y, h * 0.34, air.at((96, 124, 176)), 0.35)
        conifer(stage.middle, x, y, h, air.at(darken((70, 112, 106), 0.1), 0.16), snow)
