"""A canal between old houses: palaces of plaster, a stone bridge, mooring poles, boats, green water."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import crown, leaves
from pinxit.engines.illustrator.rigs.hall import Hall
from pinxit.engines.illustrator.rigs.scenery import SNOW, leaf, place, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.rigs.waters import water
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

PLASTER: tuple[Rgb, ...] = (
    (226, 150, 108),
    (240, 206, 150),
    (206, 112, 92),
    (236, 224, 200),
    (222, 176, 150),
    (180, 150, 130),
)


@place("canal", "canals", "venice", "venice canal", "grand canal", "amsterdam", "waterway", sky=True)
def draw(stage: Stage) -> None:
    """Water runs to the bridge; the quay in front is free."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 590, 905, air.haze
    sky(stage, air, 590)
    skyline(stage.far, stage, 596, (70, 90), (air.at((206, 160, 130), 0.5), None))
    dome(stage.far, width * 0.54, 580, 70, air)
    water(stage.middle, stage, air, (590, 1010), (54, 132, 126))
    room = Hall(width / 2, width * 0.13, 250, 600, 570, 4.2)
    lit = mood.night or mood.time == "sunset"
    bridge(stage, air)
    for i, t in enumerate((0.86, 0.72, 0.56, 0.38, 0.16, -0.12)):
        for side in (-1, 1):
            house(stage, room, (side, t, (0.86, 0.72, 0.56, 0.38, 0.16, -0.12, 1.0)[i - 1] if i else 1.0), air, lit)
    poles(stage, air)
    quay(stage, air)


def dome(pen: Pen, x: float, y: float, r: float, air: Air) -> None:
    """A church's dome over the far roofs."""
    stone = air.at((226, 214, 200), 0.5)
    pen.fill(box(x - r, y - r * 0.7, r * 2, r), stone, "flat", line=0.3)
    pen.fill(arc(x, y - r * 0.7, r * 0.86, r, 180, 180), air.at((150, 160, 170), 0.5), "round", line=0.3)
    pen.fill(box(x - r * 0.12, y - r * 2.0, r * 0.24, r * 0.4), stone, "flat", line=0.3)
    pen.fill(box(x + r * 1.5, y - r * 2.6, r * 0.34, r * 3), air.at((196, 120, 96), 0.5), "flat", line=0.3)
    pen.fill(
        polygon([(x + r * 1.46, y - r * 2.6), (x + r * 1.67, y - r * 3.3), (x + r * 1.88, y - r * 2.6)]),
        stone,
        "flat",
        line=0.3,
    )


def house(stage: Stage, room: Hall, spot: tuple[float, float, float], air: Air, lit: bool) -> None:
    """One front that rises from the water: windows with shutters, a balcony, a water door."""
    side, near, far = spot
    pen, rng = stage.middle, stage.mood.random(f"front{near}{side}")
    haze = 0.4 * max(near, 0)
    rgb = air.at(rng.choice(PLASTER), haze)
    rgb = darken(rgb, 0.16) if side > 0 else rgb
    top = rng.uniform(0.78, 1.15)
    pen.fill(room.wall(side, (near, far), (0, top)), rgb, "flat", line=0.4)
    pen.decal(room.wall(side, (near, far), (top - 0.03, top + 0.012)), air.at((186, 96, 70), haze))
    pen.decal(room.wall(side, (near, far), (0, 0.05)), darken(rgb, 0.45), alpha=0.7)
    span = far - near
    shutter = air.at(rng.choice(((64, 112, 96), (70, 96, 130), (120, 72, 56))), haze)
    for r, low in enumerate((0.24, 0.46, 0.66)):
        for c in range(3):
            a = near + span * (0.12 + 0.3 * c)
            b = a + span * 0.14
            pane = room.wall(side, (a, b), (low, low + 0.14))
            if lit and rng.random() < 0.6:
                pen.glow(pane, (255, 214, 140))
            else:
                pen.decal(pane, air.at((62, 72, 92), haze))
            pen.decal(room.wall(side, (a - span * 0.05, a), (low, low + 0.14)), shutter)
            pen.decal(room.wall(side, (b, b + span * 0.05), (low, low + 0.14)), shutter)
            pen.decal(room.wall(side, (a - span * 0.05, b + span * 0.05), (low - 0.014, low)), lighten(rgb, 0.35))
            if r == 0 and rng.random() < 0.6:
                x, y = room.at(side * 0.99, low - 0.01, (a + b) / 2)
                s = room.scale((a + b) / 2)
                pen.fill(crown(x, y, 12 * s, 7 * s, rng), air.at(leaf(stage.mood, rng), haze), "round", line=0.2)
                pen.decal(leaves((x, y, 12 * s, 7 * s), 9, 2.6 * s, rng), air.at((230, 90, 100), haze))
    a, b = near + span * 0.4, near + span * 0.62
    pen.decal(room.wall(side, (a, b), (0, 0.17)), air.at((70, 46, 40), haze))
    strip = room.flat((side * 0.62, side), (near, far))
    pen.decal(strip, rgb, alpha=0.3, blur=6)


def bridge(stage: Stage, air: Air) -> None:
    """A stone bridge with one arch across the canal."""
    pen, x, half = stage.middle, stage.width / 2, stage.width * 0.16
    stone, y = air.at((216, 200, 178), 0.3), 606.0
    whole = smooth([(x - half, y), (x - half, y - 60), (x, y - 116), (x + half, y - 60), (x + half, y)], tension=0.3)
    hole = arc(x, y, half * 0.6, 72, 180, 180)
    pen.fill(
        whole,
        Gradient((0, y - 116), (0, y), ((0.0, lighten(stone, 0.15)), (1.0, darken(stone, 0.2)))),
        "flat",
        line=0.4,
    )
    pen.decal(hole, air.at((70, 96, 104), 0.3))
    pen.glow(arc(x, y, half * 0.46, 52, 180, 180), air.low, alpha=0.6)
    for k in range(-6, 7):
        px, py = x + half * k / 6.4, y - 62 - 54 * (1 - (k / 6.4) ** 2)
        pen.decal(box(px - 3, py - 22, 6, 26), lighten(stone, 0.12))
    rail = smooth([(x - half, y - 86), (x, y - 138), (x + half, y - 86)], closed=False)
    pen.line(rail, lighten(stone, 0.2), 8)


def poles(stage: Stage, air: Air) -> None:
    """Striped mooring poles and a gondola at the side."""
    pen, width = stage.near, stage.width
    for t, y, h in ((0.2, 740.0, 190), (0.245, 760.0, 210), (0.8, 730.0, 180)):
        x, w = width * t, h * 0.075
        pen.fill(box(x - w / 2, y - h, w, h, 3), air.at((240, 236, 228)), "round", line=0.5)
        for k in range(5):
            py = y - h + h * k / 5
            stripe = polygon([(x - w / 2, py + 14), (x + w / 2, py), (x + w / 2, py + 18), (x - w / 2, py + 32)])
            pen.decal(stripe, air.at((60, 92, 160) if t < 0.5 else (190, 56, 60)))
        pen.fill(ellipse(x, y - h, w * 0.62), air.at((226, 186, 96)), "glossy", line=0.4)
        pen.decal(ellipse(x, y, w * 1.6, 4), (255, 255, 255), alpha=0.5)
        pen.decal(box(x - w / 2, y, w, h * 0.4), air.at((60, 92, 120)), alpha=0.25, blur=3)
    x, y = width * 0.74, 790.0
    hull = smooth(
        [
            (x - 150, y - 46),
            (x - 120, y - 6),
            (x, y + 14),
            (x + 120, y - 6),
            (x + 156, y - 60),
            (x + 126, y - 22),
            (x, y - 6),
            (x - 124, y - 22),
        ],
        tension=0.5,
    )
    pen.decal(ellipse(x, y + 14, 140, 12), (20, 50, 60), alpha=0.35, blur=4)
    pen.fill(hull, air.at((40, 36, 46)), "glossy", line=0.6)
    pen.fill(box(x - 34, y - 40, 68, 34, 12), air.at((180, 44, 56)), "round", line=0.5)


def quay(stage: Stage, air: Air) -> None:
    """Flagstones at the lower edge with lamps at the sides."""
    pen, width = stage.near, stage.width
    stone = air.at(SNOW if wintry(stage.mood) else (206, 194, 178))
    area = pen.fill(
        box(-EDGE, 846, width + 2 * EDGE, 200),
        Gradient((0, 846), (0, 1000), ((0.0, lighten(stone, 0.14)), (1.0, darken(stone, 0.18)))),
        "flat",
        line=0.5,
    )
    pen.decal(box(-EDGE, 862, width + 2 * EDGE, 7), darken(stone, 0.35), alpha=0.6)
    with pen.on(area):
        for i in range(-10, 11):
            pen.line(
                polygon([(width / 2 + i * 92, 868), (width / 2 + i * 150, 1030)], closed=False),
                darken(stone, 0.3),
                2,
                alpha=0.5,
            )
        for y in (904, 950):
            pen.decal(box(-EDGE, y, width + 2 * EDGE, 2.4), darken(stone, 0.3), alpha=0.5)
    for t in (0.05, 0.95):
        x, iron = width * t, air.at((52, 54, 60))
        pen.fill(box(x - 6, 560, 12, 310), iron, "flat", line=0.4)
        pen.fill(box(x - 18, 858, 36, 20, 4), iron, "flat", line=0.4)
        if stage.mood.night or stage.mood.time == "sunset":
            halo(pen, x, 540, 170, (255, 206, 124), 0.7)
        for dx in (-30, 0, 30):
            pen.fill(ellipse(x + dx, 548 - (18 if dx == 0 else 0), 14), (252, 226, 206), "round", line=0.4)
