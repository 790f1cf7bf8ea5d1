"""A narrow alley: brick walls close on both sides, fire stairs, bins, a lamp; wet and neon-lit at night."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.scenery import place, wet
from pinxit.engines.illustrator.rigs.sky import Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.town import LAMP, Street, board, facade, gleams, houses, road
from pinxit.engines.illustrator.rigs.waters import puddles
from pinxit.engines.illustrator.shapes import box, ellipse
from pinxit.engines.illustrator.stage import Stage

BRICK: tuple[Rgb, ...] = ((146, 84, 66), (120, 92, 80), (164, 106, 78), (106, 78, 74))


@place("alley", "alleyway", "back street", "backstreet", "lane", "narrow street", "neon alley", sky=True)
def draw(stage: Stage) -> None:
    """The walls leave a strip of sky; light waits at the far end."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 575, 890, air.haze
    sky(stage, air, 640)
    street = Street(width / 2, 545, 200 + width * 0.13, 185, 1050)
    road(stage, street, air, (98, 96, 100), cobbled=True)
    rows = [
        house for side in (-1.0, 1.0) for house in houses(street, side, mood.random(f"row{side}"), BRICK, shop=False)
    ]
    lit = mood.night or mood.time == "sunset"
    for house in sorted(rows, key=lambda item: -item.near):
        facade(stage.middle, street, house, air, lit)
        pipes(stage, street, house.near * 1.12, house.side, air)
    halo(stage.middle, width / 2, 520, 210, LAMP if lit else air.sun, 0.55)
    if wet(mood) or lit:
        gleams(stage.near, street, air, lit, mood.random("gleams"))
    if wet(mood):
        puddles(stage.near, stage, air, (760, 980), 5)
    signs(stage, street, air, lit)
    bins(stage, street, air)


def pipes(stage: Stage, street: Street, depth: float, side: float, air: Air) -> None:
    """A drainpipe and a landing of fire stairs on a wall."""
    iron = air.at((58, 54, 58), min(0.6, max(0.0, (depth - 1) * 0.12)))
    pen = stage.middle
    pen.decal(street.quad(side * 0.985, (depth, depth * 1.03), (0, 0.9)), iron)
    for level in (0.3, 0.52, 0.74):
        pen.decal(street.strip((side, side * 0.86), (depth * 1.06, depth * 1.3), level), darken(iron, 0.2), alpha=0.9)
        for t in (0.0, 0.02, 0.04, 0.06):
            pen.decal(
                street.quad(side * 0.86, (depth * 1.06, depth * 1.3), (level + t, level + t + 0.004)),
                lighten(iron, 0.1),
            )


def signs(stage: Stage, street: Street, air: Air, lit: bool) -> None:
    """Blank boards on both walls, with tubes of light at night."""
    for side, depth, level, glow in (
        (0.8, 1.6, 0.34, (255, 70, 130)),
        (-0.8, 2.2, 0.4, (70, 220, 240)),
        (0.82, 3.2, 0.3, (255, 190, 80)),
    ):
        board(
            stage.near,
            street.at(side, depth, level),
            (104 / depth + 14, 70 / depth + 10),
            air.at((44, 38, 52)),
            glow if lit else None,
        )


def bins(stage: Stage, street: Street, air: Air) -> None:
    """Dustbins and crates along the walls."""
    pen = stage.near
    tin, wood = air.at((118, 128, 132)), air.at((150, 108, 70))
    for side, depth in ((-0.84, 1.35), (0.84, 1.15)):
        x, y = street.at(side, depth, 0)
        w = 90 / depth
        pen.fill(box(x - w / 2, y - w * 1.25, w, w * 1.25, 8), tin, "metal", line=0.5)
        pen.fill(ellipse(x, y - w * 1.27, w * 0.56, w * 0.13), lighten(tin, 0.2), "round", line=0.5)
        cx = x + (w * 0.95 if side < 0 else -w * 0.95)
        pen.fill(box(cx - w * 0.4, y - w * 0.5, w * 0.8, w * 0.6, 3), wood, "flat", line=0.5)
        for t in (0.3, 0.1, -0.06):
            pen.decal(box(cx - w * 0.4, y - w * t, w * 0.8, 3), darken(wood, 0.4))
