"""A basketball court in a park of the city: painted ground, hoops, a wire fence, trees and houses behind."""

import skia

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import tree_line
from pinxit.engines.illustrator.rigs.hall import Hall
from pinxit.engines.illustrator.rigs.scenery import SNOW, leaf, place, told, wet, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.rigs.waters import puddles
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place("basketball court", "sports court", "streetball court", "tennis court", "volleyball court", sky=True)
def draw(stage: Stage) -> None:
    """Lines run to the far hoop; the key is in the middle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 890, air.haze
    sky(stage, air, 590)
    lit = mood.night or mood.time == "sunset"
    skyline(stage.far, stage, 596, (90, 260), (air.at((124, 134, 160), 0.5), (255, 206, 130) if lit else None))
    tree_line(stage.far, stage, 598, 110, air.at(leaf(mood, mood.random("trees")), 0.2))
    room = Hall(width / 2, max(width * 0.3, 230), 200, 620, 520, 3.4)
    tennis = told(mood, "tennis court", "tennis")
    blue, red = ((60, 110, 168), (70, 140, 96)) if tennis else ((52, 96, 156), (206, 96, 66))
    if wintry(mood):
        blue, red = SNOW, SNOW
    pen = stage.middle
    pen.fill(
        box(-EDGE, 606, width + 2 * EDGE, 440),
        Gradient((0, 606), (0, 1000), ((0.0, air.at(red, 0.2)), (1.0, darken(air.at(red), 0.16)))),
        "flat",
        line=0,
    )
    pen.decal(room.flat((-1, 1), (-0.2, 0.96)), air.at(blue, 0.06))
    pen.decal(room.flat((-0.36, 0.36), (0.5, 0.96)), air.at(red if not tennis else blue, 0.06))
    lines(pen, room, air, tennis)
    mesh(stage, air)
    if tennis:
        net(stage.near, room, air)
    elif not told(mood, "drawn hoop", "drawn basketball hoop"):
        hoop(stage.middle, width / 2, 626, 330, air)
    for t in (0.06, 0.94):
        x = width * t
        pen.fill(box(x - 5, 150, 10, 480), air.at((90, 98, 112)), "flat", line=0.3)
        pen.fill(box(x - 36, 132, 72, 26, 5), air.at((70, 78, 92)), "flat", line=0.4)
        for dx in (-24, 0, 24):
            pen.glow(box(x + dx - 9, 138, 18, 14, 3), (255, 248, 220), alpha=1.0 if lit else 0.5)
        if lit:
            halo(pen, x, 150, 260, (255, 240, 200), 0.7)
    if wet(mood):
        puddles(stage.near, stage, air, (720, 980), 6)


def lines(pen: Pen, room: Hall, air: Air, tennis: bool) -> None:
    """The white lines of the game."""
    white = air.at((248, 248, 244))
    for u in (-0.985, 0.965):
        pen.decal(room.flat((u, u + 0.02), (-0.2, 0.96)), white)
    pen.decal(room.flat((-1, 1), (0.945, 0.96)), white)
    if tennis:
        for u in (-0.74, 0.72):
            pen.decal(room.flat((u, u + 0.02), (-0.2, 0.96)), white)
        pen.decal(room.flat((-0.74, 0.74), (0.7, 0.712)), white)
        pen.decal(room.flat((-0.01, 0.01), (0.3, 0.7)), white)
        return
    for u in (-0.37, 0.35):
        pen.decal(room.flat((u, u + 0.02), (0.5, 0.96)), white)
    pen.decal(room.flat((-0.37, 0.37), (0.5, 0.512)), white)
    for t, u in ((0.5, 0.36), (0.02, 0.5)):
        (x, y), (rx, _) = room.at(0, 0, t), room.at(u, 0, t)
        ring = ellipse(x, y, rx - x, (rx - x) * 0.27)
        pen.line(ring, white, 2.4 * room.scale(t))
    (x, y), (rx, _) = room.at(0, 0, 0.9), room.at(0.8, 0, 0.9)
    pen.line(arc(x, y, rx - x, 150, 0, 180), white, 3.4)


def mesh(stage: Stage, air: Air) -> None:
    """The wire fence behind the court."""
    pen, wire = stage.middle, air.at((110, 122, 132), 0.15)
    path = skia.Path()
    top, low = 430.0, 618.0
    x = -EDGE - 200
    while x < stage.width + 200:
        for s in (-1, 1):
            path.moveTo(x, low)
            path.lineTo(x + s * 188, top)
        x += 17
    with pen.on(box(-EDGE, top, stage.width + 2 * EDGE, low - top)):
        pen.line(path, wire, 1.1, alpha=0.55)
    for y in (top, low - 4):
        pen.decal(box(-EDGE, y, stage.width + 2 * EDGE, 4), wire)
    x = stage.width * 0.5 % 150 - 75
    while x < stage.width + 20:
        pen.fill(box(x - 3, top - 6, 6, low - top + 10), wire, "flat", line=0.3)
        x += 150


def hoop(pen: Pen, x: float, y: float, h: float, air: Air) -> None:
    """A basket on its post, seen from in front."""
    steel = air.at((82, 92, 108))
    pen.decal(ellipse(x, y, 40, 8), (30, 30, 50), alpha=0.35)
    pen.fill(box(x - 7, y - h, 14, h), steel, "metal", line=0.4)
    pen.fill(box(x - 92, y - h - 60, 184, 116, 6), air.at((244, 246, 248)), "flat", line=0.5)
    pen.line(box(x - 86, y - h - 54, 172, 104, 4), air.at((214, 66, 50)), 5)
    pen.line(box(x - 32, y - h - 6, 64, 44), air.at((214, 66, 50)), 5)
    pen.line(ellipse(x, y - h + 50, 34, 8), air.at((232, 96, 40)), 6)
    net_path = skia.Path()
    for k in range(-3, 4):
        net_path.addPath(polygon([(x + k * 11, y - h + 52), (x + (k + 0.6) * 6, y - h + 104)], closed=False))
        net_path.addPath(polygon([(x + k * 11, y - h + 52), (x + (k - 0.6) * 6, y - h + 104)], closed=False))
    pen.line(net_path, air.at((250, 250, 250)), 2, alpha=0.9)


def net(pen: Pen, room: Hall, air: Air) -> None:
    """A tennis net across the court."""
    (x0, y), (x1, _) = room.at(-1.06, 0, 0.42), room.at(1.06, 0, 0.42)
    h = 74.0
    path = skia.Path()
    for k in range(70):
        x = x0 + (x1 - x0) * k / 69
        path.addPath(polygon([(x, y - h), (x, y)], closed=False))
    for k in range(6):
        path.addPath(polygon([(x0, y - h * k / 6), (x1, y - h * k / 6)], closed=False))
    pen.line(path, mix(air.at((40, 50, 60)), air.haze, 0.1), 1.3, alpha=0.7)
    pen.fill(box(x0, y - h - 4, x1 - x0, 12), air.at((250, 250, 248)), "flat", line=0.4)
    for x in (x0, x1):
        pen.fill(box(x - 5, y - h - 8, 10, h + 10), lighten(air.at((70, 84, 92)), 0.1), "metal", line=0.4)
