"""A rainforest: giant leaves, lianas, trunks in green haze, a beam of light."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import bush, crown, grass, leaves
from pinxit.engines.illustrator.rigs.scenery import ground, place, rock
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, pool, shafts
from pinxit.engines.illustrator.rigs.tropics import blade, clump, fern, lianas, palm
from pinxit.engines.illustrator.settings.forest import trunk
from pinxit.engines.illustrator.shapes import box, ellipse
from pinxit.engines.illustrator.stage import Stage

GREEN: Rgb = (58, 128, 66)


@place("jungle", "rainforest", "rain forest", "tropical forest", "tropics", "amazon", sky=True)
def draw(stage: Stage) -> None:
    """The light stands in the middle; leaves close in from the edges."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 620, 890, (176, 206, 150)
    rng = mood.random("jungle")
    glow = mix(mix(air.low, (226, 240, 170), 0.6), air.tint, air.share)
    deep = air.at((66, 122, 92))
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    stage.far.fill(
        area, Gradient((0, 0), (0, 640), ((0.0, darken(deep, 0.2)), (1.0, mix(deep, glow, 0.5)))), "flat", line=0
    )
    halo(stage.far, width * 0.5, 400, max(480, width * 0.4), glow, 0.9)
    thicket(stage, air, glow)
    area = ground(stage, air, (104, 118, 58), 660)
    with stage.near.on(area):
        pool(stage.near, (width / 2, 820, max(280, width * 0.3), 100), glow, 0.3)
        grass(
            stage.near,
            (-EDGE, 680, width + EDGE, 1015),
            50,
            [air.at(darken(GREEN, 0.2)), air.at(lighten(GREEN, 0.2))],
            rng,
        )
    shafts(stage.middle, (width * 0.3, -60), (width * 0.3, width * 0.9, 760), air.sun, 0.3, 4)
    lianas(stage.near, width, -30, air.at((70, 84, 48)), rng)
    sides(stage, air)
    for x, y, w in ((0.16, 790, 100), (0.86, 812, 130)):
        rock(stage.near, x * width, y, w, air.at((104, 112, 100)))
        stage.near.decal(ellipse(x * width, y - w * 0.46, w * 0.3, w * 0.09), air.at((104, 150, 70)), alpha=0.8)


def thicket(stage: Stage, air: Air, glow: Rgb) -> None:
    """Trunks, palms and crowns in the haze."""
    width = stage.width
    rng = stage.mood.random("thicket")
    for row, (far, y) in enumerate(((0.62, 640), (0.4, 664))):
        pen = stage.far if row == 0 else stage.middle
        tone = mix(air.at(GREEN), glow, far)
        count = round(width / 170) + 2
        for i in range(count):
            x = width * (i + rng.uniform(-0.3, 0.3)) / (count - 1)
            centre = abs(x / width - 0.5) < 0.2
            if i % 2 and not (row and centre):
                trunk(pen, (x, y), rng.uniform(22, 40), mix(air.at((96, 84, 62)), glow, far), rng)
            elif not centre:
                palm(
                    pen,
                    x,
                    y,
                    rng.uniform(280, 440),
                    rng.uniform(-60, 60),
                    (tone, mix(air.at((116, 96, 70)), glow, far)),
                )
            bush(pen, x, y + 12, (rng.uniform(160, 230), rng.uniform(90, 140)), tone)
    for dx, dy, r in (
        (0.0, 0, 170),
        (0.14, -40, 130),
        (0.86, -40, 130),
        (1.0, 0, 180),
        (0.3, -90, 120),
        (0.7, -90, 120),
        (0.5, -110, 130),
    ):
        stage.middle.decal(crown(dx * width, dy, r, r * 0.9, rng), air.at(darken(GREEN, 0.3), 0.12))
        stage.middle.decal(
            leaves((dx * width, dy + 20, r, r * 0.8), 26, 13, rng), air.at(lighten(GREEN, 0.16)), alpha=0.6
        )


def sides(stage: Stage, air: Air) -> None:
    """Great leaves from the edges, ferns and leaves in the corners, a few red flowers."""
    width, near = stage.width, stage.near
    reach = min(width * 0.22, 330)
    for side in (0, 1):
        edge = -EDGE if side == 0 else width + EDGE
        sign = 1 if side == 0 else -1
        for y, k, tone in ((330, 0.8, 0.24), (470, 1.0, 0.1), (620, 0.9, 0.0)):
            blade(near, (edge, y), (edge + sign * reach * k, y - 70 + 60 * k), 0.2 * sign, air.at(darken(GREEN, tone)))
        clump(near, edge + sign * reach * 0.35, 850, reach * 0.8, air.at(lighten(GREEN, 0.06)), 7)
        near.fill(ellipse(edge + sign * reach * 0.5, 760, 17, 15), air.at((230, 72, 62)), "round", line=0.5)
        near.fill(ellipse(edge + sign * reach * 0.28, 724, 14, 13), air.at((250, 150, 60)), "round", line=0.5)
        fern(stage.front, edge + sign * reach * 0.2, 1010, reach * 0.8, air.at(darken(GREEN, 0.3)))
        blade(stage.front, (edge, 1020), (edge + sign * reach * 0.9, 900), 0.24 * sign, air.at(darken(GREEN, 0.4)))
