"""A small island in a calm sea: a hump of sand with palms, seen from its own shore."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import bush, grass
from pinxit.engines.illustrator.rigs.scenery import place, rock
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, brushed, pool, sky
from pinxit.engines.illustrator.rigs.tropics import palm
from pinxit.engines.illustrator.rigs.waters import ripples, water
from pinxit.engines.illustrator.shapes import smooth
from pinxit.engines.illustrator.stage import Stage


@place("island", "tropical island", "desert island", "atoll", "desert isle", sky=True)
def draw(stage: Stage) -> None:
    """Water all round; the sand fills the lower middle, palms lean at its sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 500, 850, air.haze
    rng = mood.random("island")
    sky(stage, air)
    far = smooth(
        [(width * 0.08, 502), (width * 0.14, 470), (width * 0.2, 480), (width * 0.26, 462), (width * 0.34, 502)]
    )
    stage.far.fill(far, air.at((104, 136, 130), 0.55), "flat", line=0.3)
    water(stage.middle, stage, air, (500, 1030), (24, 142, 172))
    hump = min(width * 0.47, 620)
    sand, middle = air.at((242, 218, 168)), width / 2
    for grow, tone, alpha in ((1.16, (120, 214, 206), 0.5), (1.07, (190, 238, 226), 0.6)):
        reef = smooth([(middle - hump * grow, 840), (middle - hump * 0.5, 740), (middle + hump * 0.5, 736),
                (middle + hump * grow, 836), (middle + hump * 0.4, 940), (middle - hump * 0.4, 944)])  # fmt: skip
        brushed(stage.middle, air)(reef, mix(air.at(tone), air.low, 0.2), alpha=alpha)
    shore = smooth([(middle - hump, 846), (middle - hump * 0.62, 762), (middle - hump * 0.1, 706),
            (middle + hump * 0.5, 742), (middle + hump, 842), (middle + hump * 0.4, 916), (middle - hump * 0.4,
            920)])  # fmt: skip
    stops = ((0.0, lighten(sand, 0.25)), (0.6, sand), (1.0, darken(sand, 0.25)))
    area = stage.near.fill(shore, Gradient((0, 700), (0, 920), stops), "flat", line=0.4)
    with stage.near.on(area):
        stage.near.decal(ripples((middle - hump, 760, middle + hump, 910), 40, 80, rng), darken(sand, 0.14), alpha=0.5)
    stage.near.line(shore, air.cloud, 5, alpha=0.75)
    trees = (air.at((74, 142, 66)), air.at((150, 112, 78)))
    pool(stage.near, (middle + hump * 0.6, 790, 120, 16), air.at((110, 84, 70)), 0.4)
    palm(stage.near, middle + hump * 0.62, 786, 470, 40, trees)
    palm(stage.near, middle + hump * 0.5, 772, 380, -70, trees)
    palm(stage.near, middle - hump * 0.66, 792, 340, -50, trees)
    for dx, size in ((-0.52, 90), (0.4, 110), (0.74, 80)):
        bush(stage.near, middle + dx * hump, 790, (size, size * 0.5), air.at((86, 146, 72)))
    rock(stage.near, middle - hump * 0.78, 836, 70, air.at((132, 122, 114)))
    reach = min(width * 0.1, 120)
    tones = [air.at((112, 140, 70)), air.at((84, 116, 60))]
    for left, right in ((-EDGE, reach), (width - reach, width + EDGE)):
        grass(stage.front, (left, 1000, right, 1030), 90, tones, rng)
