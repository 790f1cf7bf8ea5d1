"""An avenue of cherry trees in bloom: a path under a roof of blossom, petals on the ground."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.airborne import PETALS, drift
from pinxit.engines.illustrator.rigs.greenery import crown, grass, leaves, tree_line
from pinxit.engines.illustrator.rigs.landmarks import bench
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, place, range_of, shadow, turf, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.shapes import ellipse, polygon, tube
from pinxit.engines.illustrator.stage import Mood, Stage

PINK: tuple[Rgb, ...] = ((248, 190, 210), (252, 214, 226), (240, 164, 192))


@place("cherry blossom avenue", "avenue of trees", "cherry blossom", "cherry blossoms", "tree-lined avenue", sky=True)
def draw(stage: Stage) -> None:
    """The path leads to the hills; trees step towards the viewer on both sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    sky(stage, air)
    range_of(stage.far, stage, 586, (620, 190), (air.at((130, 146, 186), 0.6), air.at(SNOW, 0.3)))
    tree_line(stage.far, stage, 592, 50, air.at(tones_of(mood)[0], 0.5))
    halo(stage.far, width / 2, 540, 420, mix(air.sun, air.low, 0.4), 0.5)
    green = turf(mood)
    area = ground(stage, air, green, 592)
    path = polygon(
        [(width * 0.5 - 12, 594), (width * 0.5 + 12, 594), (width * 0.5 + 330, 1030), (width * 0.5 - 330, 1030)]
    )
    with stage.near.on(area):
        stage.near.decal(path, air.at(SNOW if wintry(mood) else (226, 206, 178), 0.05))
        stage.near.decal(
            polygon(
                [(width * 0.5 - 7, 594), (width * 0.5 + 7, 594), (width * 0.5 + 190, 1030), (width * 0.5 - 190, 1030)]
            ),
            air.at((244, 230, 206), 0.05),
            alpha=0.5,
        )
        tufts = [air.at(darken(green, 0.25)), air.at(lighten(green, 0.2))]
        for span in ((-EDGE, width * 0.5 - 300), (width * 0.5 + 300, width + EDGE)):
            grass(stage.near, (span[0], 740, span[1], 1010), 40, tufts, mood.random("tufts"))
    row = ((0.05, 606, 110), (0.09, 622, 160), (0.15, 650, 240), (0.25, 690, 350), (0.39, 752, 520), (0.6, 850, 820))
    for offset, y, tall in row:
        for side in (-1, 1):
            cherry(stage.near, width / 2 + side * offset * max(width, 900), y, tall, air, mood, side)
    if not wintry(mood) and mood.season not in {"autumn", "summer"} and "petals" not in mood.words:
        drift(stage, air, PETALS, petal=True)
    if width > 900:
        bench(stage.near, width / 2 + 0.31 * max(width, 900), 800, 150, air.at((142, 98, 66)))


def tones_of(mood: Mood) -> tuple[Rgb, ...]:
    """The colours of the crowns in the season."""
    if wintry(mood):
        return ((226, 232, 244), (240, 244, 250), (206, 216, 232))
    if mood.season == "autumn":
        return ((222, 116, 52), (236, 158, 66), (196, 78, 48))
    return ((96, 156, 80), (122, 176, 92), (78, 134, 72)) if mood.season == "summer" else PINK


def cherry(  # limit: a place, a size, the air and the side it leans from
    pen: Pen, x: float, y: float, tall: float, air: Air, mood: Mood, side: float
) -> None:
    """A cherry tree whose boughs reach over the path."""
    rng = mood.random(f"cherry{tall}{side}")
    far = max(0.0, 0.34 - tall / 1500)
    bark = air.at((92, 66, 62), far)
    shadow(pen, x, y, tall * 0.3)
    w = tall * 0.07
    top = (x - side * tall * 0.08, y - tall * 0.5)
    pen.fill(
        tube([(x + side * w * 0.3, y), (x - side * w * 0.2, y - tall * 0.25), top], [w, w * 0.7, w * 0.5]),
        bark,
        "round",
        line=0.5,
    )
    for dx, dy in ((-0.34, 0.8), (0.3, 0.78), (0.02, 0.86)):
        pen.fill(
            tube(
                [top, (x + dx * 0.6 * tall, y - tall * 0.64), (x + dx * tall, y - tall * dy)],
                [w * 0.42, w * 0.28, w * 0.1],
            ),
            bark,
            "round",
            line=0.4,
        )
    tones = tones_of(mood)
    blobs = (
        (0.34, 0.74, 0.24),
        (-0.36, 0.72, 0.24),
        (0.16, 0.9, 0.26),
        (-0.14, 0.92, 0.26),
        (-0.4 * side, 0.62, 0.18),
        (0, 0.74, 0.24),
    )
    for k, (dx, dy, r) in enumerate(blobs):
        tone = air.at(darken(tones[k % 3], 0.08 if k < 2 else 0.0), far)
        cx, cy = x + dx * tall, y - dy * tall
        pen.fill(crown(cx, cy, r * tall, r * tall * 0.74, rng), tone, "round", line=0.3)
        pen.decal(
            leaves((cx, cy, r * tall * 0.96, r * tall * 0.7), 26, max(2.0, tall * 0.016), rng),
            lighten(tone, 0.4),
            alpha=0.8,
        )
        pen.decal(
            leaves((cx, cy + r * tall * 0.2, r * tall * 0.8, r * tall * 0.5), 14, max(2.0, tall * 0.016), rng),
            darken(tone, 0.16),
            alpha=0.7,
        )
    pen.decal(ellipse(x, y, w * 0.9, w * 0.2), darken(bark, 0.4), alpha=0.4)
