"""A bus stop: a glass shelter with a bench and a post on the pavement of a street."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.landmarks import bench
from pinxit.engines.illustrator.rigs.scenery import SNOW, place, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo
from pinxit.engines.illustrator.settings import street
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

GREEN: Rgb = (52, 112, 104)


@place("bus stop", "bus shelter", "tram stop", sky=True)
def draw(stage: Stage) -> None:
    """The street with the shelter at its right, its post at the left."""
    street.draw(stage)
    air, width = breathe(stage.mood), stage.width
    pavement(stage, air)
    shelter(stage, width * 0.8, 850, min(380.0, width * 0.38), air)
    post(stage.near, width * 0.15, 860, air)


def pavement(stage: Stage, air: Air) -> None:
    """The near pavement with its kerb, flags in perspective."""
    pen, width = stage.near, stage.width
    stone = air.at(SNOW if wintry(stage.mood) else (186, 178, 168))
    paint = Gradient((0, 812), (0, 1000), ((0.0, lighten(stone, 0.12)), (1.0, darken(stone, 0.2))))
    area = pen.fill(box(-EDGE, 812, width + 2 * EDGE, 240), paint, "flat", line=0.4)
    pen.fill(box(-EDGE, 800, width + 2 * EDGE, 20, 3), darken(stone, 0.2), "flat", line=0.4)
    pen.decal(box(-EDGE, 800, width + 2 * EDGE, 6), lighten(stone, 0.3))
    with pen.on(area):
        for i in range(-12, 13):
            ends = [(width / 2 + i * 82, 820), (width / 2 + i * 122, 1030)]
            pen.line(polygon(ends, closed=False), darken(stone, 0.3), 2, alpha=0.6)
        for y in (858, 912, 980):
            pen.decal(box(-EDGE, y, width + 2 * EDGE, 2), darken(stone, 0.3), alpha=0.6)


def shelter(stage: Stage, x: float, y: float, w: float, air: Air) -> None:
    """Glass walls under a flat roof, a bench, a blank lit poster."""
    pen, h, lit = stage.near, 350.0, stage.mood.night or stage.mood.time == "sunset"
    iron, glass = air.at((58, 66, 76)), air.at((196, 222, 232))
    pen.decal(ellipse(x, y, w * 0.56, 20), (24, 24, 44), alpha=0.3, blur=6)
    pen.decal(box(x - w / 2, y - h, w, h - 24), glass, alpha=0.3)
    pen.decal(
        polygon([(x - w * 0.3, y - 30), (x - w * 0.02, y - h), (x + w * 0.12, y - h), (x - w * 0.14, y - 30)]),
        (255, 255, 255),
        alpha=0.22,
    )
    poster = box(x + w * 0.3, y - h * 0.84, w * 0.2, h * 0.66, 4)
    pen.fill(poster, air.at((236, 196, 110)), "flat", line=0.5)
    with pen.on(poster):
        pen.decal(ellipse(x + w * 0.4, y - h * 0.4, w * 0.12), air.at((214, 90, 76)))
        pen.decal(box(x + w * 0.3, y - h * 0.34, w * 0.2, h * 0.2), air.at((60, 116, 130)))
    bench(pen, x - w * 0.1, y - 6, w * 0.5, air.at((168, 116, 74)))
    for dx in (-0.5, -0.02, 0.27, 0.5):
        pen.fill(box(x + dx * w - 6, y - h, 12, h), iron, "flat", line=0.4)
    pen.fill(box(x - w * 0.58, y - h - 28, w * 1.16, 34, 8), air.at(GREEN), "flat", line=0.5)
    pen.decal(
        box(x - w * 0.58, y - h - 28, w * 1.16, 8, 4),
        air.at(SNOW) if wintry(stage.mood) else lighten(air.at(GREEN), 0.3),
    )
    if lit:
        halo(pen, x, y - h + 40, w * 0.7, (255, 236, 190), 0.5)
        pen.glow(box(x - w * 0.4, y - h + 4, w * 0.7, 8, 4), (255, 250, 230))
        pen.glow(poster, (255, 240, 200), alpha=0.3)


def post(pen: Pen, x: float, y: float, air: Air) -> None:
    """The post of the stop with a round sign and a board that bears a drawn bus."""
    iron = air.at((70, 78, 88))
    pen.decal(ellipse(x, y, 26, 6), (24, 24, 44), alpha=0.35)
    pen.fill(box(x - 5, y - 360, 10, 360, 4), iron, "metal", line=0.4)
    pen.fill(ellipse(x, y - 372, 44), air.at((44, 96, 176)), "flat", line=0.5)
    pen.fill(ellipse(x, y - 372, 37), air.at((250, 250, 248)), "flat", line=0.3)
    pen.fill(box(x - 22, y - 390, 44, 30, 5), air.at((44, 96, 176)), "flat", line=0.3)
    for k in range(3):
        pen.decal(box(x - 18 + 13 * k, y - 385, 10, 11, 2), air.at((250, 250, 248)))
    for dx in (-11, 11):
        pen.decal(ellipse(x + dx, y - 359, 5), darken(iron, 0.4))
    pen.fill(box(x - 24, y - 250, 48, 74, 4), air.at((250, 246, 236)), "flat", line=0.5)
    for k in range(5):
        pen.decal(box(x - 18, y - 242 + 12 * k, 36 - 8 * (k % 2), 4, 2), air.at((120, 126, 136)))
