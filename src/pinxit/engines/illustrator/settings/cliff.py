"""A cliff over the sea: grass to the edge, headlands in haze, surf far below."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import blossoms, grass
from pinxit.engines.illustrator.rigs.scenery import below, ground, jagged, place, rock, turf, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.rigs.waters import ripples, water
from pinxit.engines.illustrator.shapes import Point, polygon
from pinxit.engines.illustrator.stage import Stage

CHALK: Rgb = (206, 190, 172)


@place("cliff", "cliffs", "clifftop", "sea cliff", "bluff", "lighthouse", "fjord", "rocky coast", sky=True)
def draw(stage: Stage) -> None:
    """Headlands step in from the right, the subject stands on the turf."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 500, 890, air.haze
    rng = mood.random("cliff")
    green = turf(mood)
    sky(stage, air)
    water(stage.far, stage, air, (500, 1000 + EDGE), (38, 112, 150))
    for k, (reach, top, foot, far) in enumerate(
        ((0.5, 430.0, 560.0, 0.5), (0.36, 350.0, 640.0, 0.28), (0.22, 300.0, 740.0, 0.1))
    ):
        headland(stage, air, (reach, top, foot, far), k)
    top = 760.0
    edge: list[Point] = jagged((-EDGE, top + 30), (width * 0.5, top - 16), 24, rng)
    edge += jagged((width * 0.5, top - 16), (width + EDGE, top - 30), 20, rng)[1:]
    stage.near.fill(below([(x, y - 5) for x, y in edge]), air.at(darken(CHALK, 0.3)), "flat", line=0)
    area = ground(stage, air, green, top)
    with stage.near.on(area):
        grass(
            stage.near,
            (-EDGE, top + 10, width + EDGE, 1015),
            54,
            [air.at(darken(green, 0.28)), air.at(lighten(green, 0.22)), air.at(darken(green, 0.12))],
            rng,
        )
        if not wintry(mood):
            blossoms(
                stage.near,
                (-EDGE, top + 20, width + EDGE, 1010),
                12,
                [air.at((250, 246, 240)), air.at((226, 120, 170))],
                rng,
            )
    for t, s in ((0.08, 130), (0.2, 60), (0.92, 110)):
        rock(stage.near, width * t, top + 50, min(s, width * 0.18), air.at((150, 144, 138)))
    reach = min(width * 0.2, 230)
    for left, right in ((-EDGE, reach), (width - reach, width + EDGE)):
        grass(stage.front, (left, 990, right, 1030), 140, [air.at(darken(green, 0.4)), air.at(darken(green, 0.2))], rng)


def headland(stage: Stage, air: Air, size: tuple[float, float, float, float], index: int) -> None:
    """One cape with a turf roof, a steep face with strata, and foam at its foot."""
    reach, top, foot, far = size
    width, rng = stage.width, stage.mood.random(f"cape{index}")
    pen = stage.far if index < 2 else stage.middle
    edge = jagged((width * (1 - reach), foot), (width * (1 - reach * 0.8), top + 40), 18, rng)
    roof = jagged((width * (1 - reach * 0.8), top + 40), (width + EDGE, top - 30), 14, rng)
    stone = air.at(CHALK, far)
    face = polygon([*edge, *roof[1:], (width + EDGE, foot)])
    pen.fill(
        face, Gradient((0, top), (0, foot), ((0.0, lighten(stone, 0.1)), (1.0, darken(stone, 0.28)))), "flat", line=0.4
    )
    with pen.on(face):
        for i in range(12):
            x, h = width * (1 - reach * rng.random()), (foot - top) * rng.uniform(0.3, 0.8)
            pen.decal(
                polygon([(x, foot - h), (x + 22, foot - h + 10), (x + 16, foot), (x - 8, foot)]),
                darken(stone, 0.32) if i % 3 else lighten(stone, 0.25),
                alpha=0.4,
            )
        pen.line(polygon(roof, closed=False), air.at(turf(stage.mood), far), 34 - 6 * far)
    pen.decal(
        ripples((width * (1 - reach * 1.1), foot - 8, width + EDGE, foot + 14), 26, 60, rng), air.cloud, alpha=0.85
    )
