"""A farm: red barn, silo, fences, ploughed fields and hay."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.rigs.greenery import broadleaf, bush, grass, tree_line
from pinxit.engines.illustrator.rigs.landmarks import barn, fence, track
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, hill, leaf, place, shadow, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place("farm", "barn", "barnyard", "farmyard", "ranch", "stable", "farmland", sky=True)
def draw(stage: Stage) -> None:
    """Fields in stripes on the hills, the barn at the right."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    rng = mood.random("farm")
    bare = wintry(mood)
    sky(stage, air)
    green = turf(mood)
    hill(stage.far, wave(width, 540, 40, rng, 360), air.at(green, 0.55), air.at(green, 0.45))
    tree_line(stage.far, stage, 574, 40, air.at(leaf(mood, rng), 0.38))
    furrows(stage, air)
    size = min(360, width * 0.42)
    silo(stage, width * 0.84 + size * 0.44, 664, size, air)
    broadleaf(stage.middle, width * 0.6, 640, 210, air.at(leaf(mood, rng), 0.2), bare=bare)
    barn(
        stage.middle,
        width * 0.8,
        676,
        size,
        air.at((186, 62, 52), 0.06),
        air.at(SNOW if bare else (118, 106, 106), 0.08),
    )
    broadleaf(stage.middle, width * 0.06, 690, 380, air.at(leaf(mood, rng), 0.06), bare=bare)
    area = ground(stage, air, green, 664)
    with stage.near.on(area):
        track(stage.near, (width * 0.45, min(420, width * 0.42)), (width * 0.72, 670), air.at((204, 172, 124)), -160)
        tones = [air.at(darken(green, 0.28)), air.at(lighten(green, 0.22)), air.at((206, 186, 96))]
        for left, right in ((-EDGE, width * 0.26), (width * 0.72, width + EDGE)):
            grass(stage.near, (left, 690, right, 1015), 54, tones, rng)
    fence(stage.near, (-EDGE, width * 0.36), 740, 66, air.at((226, 214, 196)))
    for x, y, r in ((0.9, 800, 62), (0.99, 826, 74)):
        bale(stage, width * x, y, r, air)
    for x in (0.0, width):
        bush(stage.front, x, 1040, (200, 100), air.at(darken(SNOW if bare else green, 0.3)))


def furrows(stage: Stage, air: Air) -> None:
    """A hill with crops in rows."""
    pen, width = stage.middle, stage.width
    rng = stage.mood.random("furrows")
    gold = (214, 180, 92) if not wintry(stage.mood) else SNOW
    area = hill(pen, wave(width, 588, 24, rng, 520), air.at(lighten(gold, 0.2), 0.24), air.at(gold, 0.16), 120)
    with pen.on(area):
        for i in range(-14, 15):
            x = width / 2 + i * width * 0.05
            pen.line(
                curve((width / 2 + i * width * 0.03, 560), (x, 610), (width / 2 + i * width * 0.1, 700)),
                air.at(darken(gold, 0.22), 0.2),
                3,
                alpha=0.5,
            )


def silo(stage: Stage, x: float, y: float, size: float, air: Air) -> None:
    """A tall silo with hoops."""
    tin = air.at((206, 208, 210), 0.1)
    w, h = size * 0.17, size * 0.9
    stage.middle.fill(ellipse(x, y - h, w * 0.5, w * 0.42), darken(tin, 0.1), "round", line=0.5)
    stage.middle.fill(box(x - w / 2, y - h, w, h), tin, "round", line=0.5)
    for i in range(9):
        stage.middle.decal(box(x - w / 2, y - h * (i + 0.5) / 9, w, 2), darken(tin, 0.4), alpha=0.5)


def bale(stage: Stage, x: float, y: float, r: float, air: Air) -> None:
    """A round bale of hay."""
    pen, hay = stage.near, air.at((222, 182, 96))
    shadow(pen, x, y + r * 0.5, r * 1.3, air.at((60, 50, 40)), 0.4)
    pen.fill(
        polygon(
            [(x - r * 0.2, y - r), (x + r, y - r), (x + r * 1.2, y), (x + r, y + r * 0.6), (x - r * 0.2, y + r * 0.6)]
        ),
        darken(hay, 0.18),
        "flat",
        line=0.5,
    )
    pen.fill(ellipse(x - r * 0.2, y - r * 0.2, r * 0.66, r * 0.8), hay, "flat", line=0.5)
    for k in (0.8, 0.58, 0.36, 0.16):
        pen.line(ellipse(x - r * 0.2, y - r * 0.2, r * 0.66 * k, r * 0.8 * k), darken(hay, 0.3), 2, alpha=0.7)
