"""A cottage garden: hedge, flower beds, an arch of roses, a stepping path; a Japanese one if the words say so."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.greenery import broadleaf, bush, grass, leaves, tree_line
from pinxit.engines.illustrator.rigs.landmarks import cottage, fence, flowerbed
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, leaf, place, turf, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.shapes import arc, ellipse, tube
from pinxit.engines.illustrator.stage import Stage

PETALS: tuple[Rgb, ...] = ((232, 84, 104), (250, 190, 210), (250, 206, 84), (168, 120, 206), (250, 246, 240))


@place(
    "garden",
    "backyard",
    "yard",
    "rose garden",
    "flower garden",
    "botanical garden",
    "vegetable garden",
    sky=True,
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Beds at both sides of a lawn, the house behind, an arch off the middle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 610, 890, air.haze
    rng = mood.random("garden")
    bare = wintry(mood)
    snow = air.at(SNOW) if bare else None
    sky(stage, air)
    tree_line(stage.far, stage, 600, 110, air.at(leaf(mood, rng), 0.4))
    cottage(
        stage.middle,
        width * 0.76,
        640,
        min(330, width * 0.36),
        (air.at((236, 220, 190), 0.12), air.at((166, 88, 66), 0.1)),
        mood.night,
        snow,
    )
    broadleaf(
        stage.middle,
        width * 0.12,
        660,
        380,
        air.at((240, 176, 194) if mood.season == "spring" else leaf(mood, rng), 0.1),
        bare=bare,
    )
    x = -40.0
    while x < width + 40:
        bush(stage.middle, x, 668, (rng.uniform(110, 160), rng.uniform(56, 84)), snow or air.at(leaf(mood, rng), 0.12))
        x += 84
    fence(stage.middle, (-EDGE, width + EDGE), 676, 56, air.at((246, 242, 232)))
    green = turf(mood)
    area = ground(stage, air, green, 672)
    with stage.near.on(area):
        tones = [air.at(darken(green, 0.24)), air.at(lighten(green, 0.2))]
        grass(stage.near, (-EDGE, 690, width + EDGE, 1015), 34, tones, rng)
        stone = air.at((196, 188, 176))
        for i in range(7):
            t = i / 6
            sx, sy, r = width * (0.5 + 0.07 * (i % 2) - 0.06 * t), 990 - 290 * t**0.8, 84 * (1 - 0.78 * t)
            stage.near.decal(ellipse(sx, sy + r * 0.08, r, r * 0.3), darken(stone, 0.4))
            stage.near.decal(ellipse(sx, sy, r, r * 0.28), stone)
    if not bare:
        beds(stage, air)
    rose_arch(stage, width * 0.3, air, bare)
    for x in (0.0, width):
        bush(stage.front, x, 1040, (min(250, width * 0.28), 150), snow or air.at(darken(leaf(mood, rng), 0.2)))
        if not bare:
            stage.front.decal(leaves((x, 970, 100, 50), 18, 15, rng), air.at(PETALS[0]))
            stage.front.decal(leaves((x, 980, 100, 40), 14, 13, rng), air.at(PETALS[1]))


def beds(stage: Stage, air: Air) -> None:
    """Flower beds along both sides, their near ends larger."""
    width = stage.width
    tones = tuple(air.at(tone) for tone in PETALS)
    reach = width * 0.24
    for left, right in ((-EDGE, reach), (width - reach, width + EDGE)):
        for top, bottom in ((684, 716), (720, 790)):
            bush(stage.near, (left + right) / 2, bottom + 26, (right - left, 62), air.at((84, 136, 68)))
            flowerbed(stage.near, stage, (left, top, right, bottom), tones)


def rose_arch(stage: Stage, x: float, air: Air, bare: bool) -> None:
    """An arch of wood with roses on it."""
    pen, rng = stage.near, stage.mood.random("arch")
    wood = air.at((236, 228, 212))
    for r in (96, 84):
        pen.line(arc(x, 560, r, r * 0.9, 180, 180), wood, 6)
        for side in (-1, 1):
            pen.fill(tube([(x + side * r, 560), (x + side * r, 716)], 6), wood, "flat", line=0.4)
    if bare:
        return
    for k in range(11):
        t = k / 10
        px = x + 92 * (1 if t > 0.5 else -1) if t < 0.3 or t > 0.7 else x + 92 * (t - 0.5) * 4.4
        py = 700 - 420 * t if t < 0.3 else 700 - 420 * (1 - t) if t > 0.7 else 480
        bush(pen, px, py + 30, (64, 54), air.at((76, 132, 70)))
        pen.decal(leaves((px, py + 4, 28, 22), 9, 8, rng), air.at(PETALS[k % 2]))
