"""A beach: headlands, the sea with surf, warm sand, palms at the sides."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import grass
from pinxit.engines.illustrator.rigs.scenery import below, place, rock, wave, wet, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, brushed, pool, sky
from pinxit.engines.illustrator.rigs.tropics import palm
from pinxit.engines.illustrator.rigs.waters import ripples, water
from pinxit.engines.illustrator.shapes import Point, ellipse, star
from pinxit.engines.illustrator.stage import Stage

SAND: Rgb = (238, 212, 164)


@place(
    "beach",
    "seaside",
    "shore",
    "coast",
    "seashore",
    "sand",
    "tropical beach",
    "bay",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Sky, sea and sand in three bands, broken by palms and a headland."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 520, 885, air.haze
    sky(stage, air)
    headlands(stage, air)
    water(stage.middle, stage, air, (520, 800), (30, 150, 172))
    surf(stage, air)
    rng = mood.random("beach")
    trees = (air.at((74, 136, 66)), air.at((150, 112, 78)))
    palm(stage.near, width * 0.9, 800, 540, -width * 0.05 - 50, trees)
    if width > 620:
        palm(stage.near, width * 0.985, 840, 660, -40, trees)
    if width > 1100:
        palm(stage.near, width * 0.05, 790, 420, 60, trees)
    pool(stage.near, (width * 0.9, 804, 170, 24), air.at((90, 70, 70)), 0.4)
    for x, y, size in ((0.06, 770, 90), (0.1, 784, 50), (0.95, 870, 70)):
        rock(stage.near, x * width, y, size, air.at((128, 118, 112)))
    tufts = [air.at((112, 140, 70)), air.at((150, 164, 90)), air.at((84, 116, 60))]
    reach = min(width * 0.18, 220)
    for left, right in ((-EDGE, reach), (width - reach, width + EDGE)):
        grass(stage.front, (left, 990, right, 1030), 120, tufts, rng)


def headlands(stage: Stage, air: Air) -> None:
    """Two wooded capes on the horizon, one at each side."""
    pen, width = stage.far, stage.width
    for side, reach, tall, far in ((1, 0.46, 84, 0.62), (-1, 0.3, 56, 0.5)):
        edge = width + EDGE if side > 0 else -EDGE
        line: list[Point] = [
            (edge - side * width * reach * t, 524 - tall * (1 - t) ** 0.6 * (1 + 0.2 * (i % 2)))
            for i, t in enumerate((0, 0.2, 0.4, 0.6, 0.8, 0.94, 1.0))
        ]
        shade = air.at((92, 126, 112), far)
        pen.fill(
            below(line, 526),
            Gradient((0, 524 - tall), (0, 524), ((0.0, shade), (1.0, lighten(shade, 0.2)))),
            "flat",
            line=0.3,
        )


def surf(stage: Stage, air: Air) -> None:
    """The sand with the lines of foam and the wet strip that mirrors the sky."""
    pen, width, mood = stage.near, stage.width, stage.mood
    rng = mood.random("surf")
    sand = air.at((226, 228, 226) if wintry(mood) else darken(SAND, 0.16) if wet(mood) else SAND)
    line = wave(width, 706, 20, rng, 520)
    for lift, alpha in ((-46, 0.35), (-24, 0.55)):
        pen.decal(
            below([(x, y + lift + 8 * (i % 3)) for i, (x, y) in enumerate(line)]),
            air.at((150, 214, 206)),
            alpha=alpha * 0.5,
        )
    brushed(pen, air)(below([(x, y - 9) for x, y in line]), mix(air.cloud, air.low, 0.2))
    shine = mix(darken(sand, 0.3), air.low, 0.45)
    brushed(pen, air)(below([(x, y + 5) for x, y in line]), shine)
    dry = [(x, y + 40 + 10 * (i % 2)) for i, (x, y) in enumerate(line)]
    area = pen.fill(
        below(dry),
        Gradient((0, 740), (0, 1000), ((0.0, darken(sand, 0.06)), (0.3, sand), (1.0, darken(sand, 0.16)))),
        "flat",
        line=0.3,
    )
    for off in (60, 130):
        foam = wave(width, 640 + off * 0.3, 10, rng, 400)
        pen.decal(ripples((-EDGE, foam[0][1] - 8, width + EDGE, foam[0][1] + 16), 40, 80, rng), air.cloud, alpha=0.75)
    with pen.on(area):
        pen.decal(ripples((-EDGE, 760, width + EDGE, 1010), 60, 110, rng), darken(sand, 0.14), alpha=0.5)
        pen.decal(ripples((-EDGE, 760, width + EDGE, 1010), 50, 110, rng), lighten(sand, 0.35), alpha=0.55)
    for i in range(6):
        x, y = width * (i + rng.random()) / 6, rng.uniform(900, 985)
        pen.decal(ellipse(x + 3, y + 3, 12, 5), darken(sand, 0.35), alpha=0.4)
        shell = star(x, y, 13, 6, 5, 20 * i) if i % 3 == 0 else ellipse(x, y, 9, 6, 30 * i)
        pen.fill(shell, air.at((232, 140, 104) if i % 3 == 0 else (248, 236, 222)), "round", line=0.4)
