"""High mountains over a valley; with a lake when the words name one."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.rigs.greenery import blossoms, conifer, grass, tree_line
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, place, range_of, rock, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, sky
from pinxit.engines.illustrator.rigs.waters import water
from pinxit.engines.illustrator.shapes import box
from pinxit.engines.illustrator.stage import Stage


@place(
    "mountains",
    "mountain",
    "alps",
    "peak",
    "summit",
    "valley",
    "highlands",
    "mountain range",
    "mountain lake",
    "alpine",
    "alpine meadow",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Three ranges in growing haze, a wood at their foot, a stony meadow to stand on."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 600, 890, air.haze
    sky(stage, air)
    rocky = (104, 116, 144)
    range_of(stage.far, stage, 600, (760, 460), (air.at(rocky, 0.58), air.at(SNOW, 0.3)))
    stage.far.decal(box(-EDGE, 300, width + 2 * EDGE, 310), fade((0, 300), (0, 600), air.haze, (0.0, 0.5)))
    range_of(stage.middle, stage, 612, (620, 300), (air.at(rocky, 0.28), air.at(SNOW, 0.12)))
    stage.middle.decal(box(-EDGE, 440, width + 2 * EDGE, 190), fade((0, 440), (0, 620), air.haze, (0.0, 0.4)))
    green = turf(mood)
    lake = {"lake", "water", "reflection"} & set(mood.words)
    tree_line(stage.middle, stage, 618, 60, air.at((58, 92, 84), 0.3), pines=True)
    if lake:
        water(stage.middle, stage, air, (612, 770), (58, 124, 150))
    else:
        hill(
            stage.middle,
            wave(width, 626, 22, mood.random("valley"), 500),
            air.at(green, 0.26),
            air.at(darken(green, 0.16), 0.14),
            150,
        )
    firs(stage, air)
    foreground(stage, air, 730 if lake else 690)


def firs(stage: Stage, air: Air) -> None:
    """Firs at both sides, taller to the edges of the frame."""
    rng = stage.mood.random("firs")
    snow = air.at(SNOW) if wintry(stage.mood) else None
    spots = []
    for i in range(round(6 + stage.width / 180)):
        t = rng.random() ** 1.3 * 0.3
        x = stage.width * (t if i % 2 else 1 - t)
        spots.append((640 + 110 * (0.3 - t) / 0.3 * rng.uniform(0.5, 1), x, (330 - 560 * t) * rng.uniform(0.7, 1.15)))
    for y, x, h in sorted(spots):
        conifer(stage.middle, x, y, h, air.at((44, 88, 74), 0.24 - 0.2 * (y - 640) / 110), snow)


def foreground(stage: Stage, air: Air, top: float) -> None:
    """A meadow of short grass with stones and a path of light."""
    mood, width = stage.mood, stage.width
    rng = mood.random("near")
    green = turf(mood)
    area = ground(stage, air, green, top)
    with stage.near.on(area):
        tones = [air.at(darken(green, 0.28)), air.at(lighten(green, 0.2)), air.at(mix(green, (190, 160, 90), 0.4))]
        grass(stage.near, (-EDGE, top + 14, width + EDGE, 1015), 46, tones, rng)
        if not wintry(mood):
            petals = [air.at(tone) for tone in ((246, 244, 250), (150, 120, 214), (250, 214, 90))]
            blossoms(stage.near, (-EDGE, top + 30, width + EDGE, 1010), 10, petals, rng)
    snow = air.at(SNOW) if wintry(mood) else None
    for x, y, size in ((0.1, top + 50, 110), (0.2, top + 84, 60), (0.9, top + 110, 150), (0.8, top + 60, 56)):
        rock(stage.near, x * width, y, min(size, width * 0.2), air.at((132, 134, 140)), snow)
    dark = [air.at(darken(green, 0.42)), air.at(darken(green, 0.28))]
    for left, right in ((-EDGE, min(width * 0.2, 240)), (width - min(width * 0.2, 240), width + EDGE)):
        grass(stage.front, (left, 990, right, 1030), 110, dark, rng)
