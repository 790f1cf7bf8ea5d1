"""A street of a town: house fronts in perspective with shops; wet and lit at night."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.rigs.greenery import bush, tree_line
from pinxit.engines.illustrator.rigs.neon import neon, signs
from pinxit.engines.illustrator.rigs.scenery import SNOW, leaf, place, wet, wintry
from pinxit.engines.illustrator.rigs.sky import Air, breathe, sky
from pinxit.engines.illustrator.rigs.town import Street, board, facade, gleams, houses, lamps, road, skyline
from pinxit.engines.illustrator.rigs.waters import puddles
from pinxit.engines.illustrator.shapes import box
from pinxit.engines.illustrator.stage import Stage


@place(
    "street",
    "town",
    "town street",
    "sidewalk",
    "pavement",
    "crosswalk",
    "high street",
    "boulevard",
    "avenue",
    "downtown",
    "noir street",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Houses on both sides, the end of the street in haze behind the subject."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 565, 885, air.haze
    street = Street(width / 2, 540, 330 + width * 0.17)
    sky(stage, air, 580)
    lit = mood.night or mood.time == "sunset"
    skyline(stage.far, stage, 566, (70, 170), (air.at((120, 128, 150), 0.55), (255, 206, 130) if lit else None))
    tree_line(stage.far, stage, 568, 40, air.at(leaf(mood, mood.random("end")), 0.4))
    road(stage, street, air, cobbled="cobblestone" in mood.words or "old" in mood.words)
    rows = [house for side in (-1.0, 1.0) for house in houses(street, side, mood.random(f"row{side}"))]
    for house in sorted(rows, key=lambda item: -item.near):
        facade(stage.middle, street, house, air, lit)
    if wet(mood) or mood.time == "night":
        gleams(stage.near, street, air, lit, mood.random("gleams"))
    if wet(mood):
        puddles(stage.near, stage, air, (760, 980), 6)
    if wintry(mood):
        drifts(stage, street, air)
    if neon(mood):
        signs(stage.middle, street, mood.random("signs"))
    lamps(stage.near, street, air, lit)
    glow = (255, 84, 96) if mood.night else None
    board(stage.near, street.at(0.74, 1.9, 0.4), (92, 46), air.at((58, 40, 44)), glow)
    corner(stage, air)


def drifts(stage: Stage, street: Street, air: Air) -> None:
    """Snow along the kerbs and on the road."""
    snow = air.at(SNOW)
    for side in (-1, 1):
        stage.near.decal(street.strip((side * 0.6, side * 1.3), (0.3, 9)), snow, alpha=0.92)
        stage.near.decal(street.strip((side * 0.55, side * 0.62), (0.3, 9)), darken(snow, 0.16), alpha=0.7)
    stage.near.decal(street.strip((-0.25, 0.25), (0.3, 9)), snow, alpha=0.5)


def corner(stage: Stage, air: Air) -> None:
    """Planters close to the viewer in the lower corners."""
    pen, width = stage.front, stage.width
    if width < 700:
        return
    green = air.at(leaf(stage.mood, stage.mood.random("corner")))
    for x in (20.0, width - 20):
        bush(pen, x, 975, (190, 130), darken(mix(green, air.tint, 0.1), 0.2))
        pot = air.at((120, 78, 62))
        pen.fill(box(x - 95, 955, 190, 80, 8), darken(pot, 0.2), "flat", line=0.5)
        pen.decal(box(x - 95, 955, 190, 12, 6), lighten(pot, 0.2))
