"""A village of white houses and blue domes on a slope over the sea, with steps and bougainvillea."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import crown, leaves
from pinxit.engines.illustrator.rigs.scenery import hill, place, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.waters import water
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

WHITE: Rgb = (248, 244, 236)
BLUE: Rgb = (44, 104, 186)


@place("santorini", "greek island", "greek village", "mykonos", "mediterranean village", "amalfi coast", sky=True)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The houses climb at the left and the right; the terrace looks over the sea."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 520, 890, air.haze
    sky(stage, air, 520)
    hill(
        stage.far,
        wave(width, 496, 34, mood.random("isles"), 420),
        air.at((150, 140, 150), 0.55),
        air.at((150, 140, 150), 0.5),
        60,
    )
    water(stage.middle, stage, air, (518, 860), (36, 112, 176))
    boat(stage.middle, width * 0.54, 580, 22, air)
    lit = mood.night or mood.time == "sunset"
    slope = air.at((186, 158, 134), 0.1)
    for side in (-1, 1):
        x = width / 2 + side * width * 0.56
        edge = [
            (x, 360),
            (x - side * width * 0.2, 500),
            (x - side * width * 0.36, 660),
            (x - side * width * 0.42, 870),
            (x, 870),
        ]
        stage.middle.fill(
            polygon(edge), Gradient((0, 360), (0, 860), ((0.0, slope), (1.0, darken(slope, 0.2)))), "flat", line=0.4
        )
    for t, y, w, h, kind in (
        (0.03, 470, 0.15, 120, 1),
        (0.17, 545, 0.12, 90, 0),
        (0.98, 450, 0.14, 110, 0),
        (0.86, 530, 0.14, 100, 1),
        (0.02, 620, 0.2, 130, 0),
        (0.21, 660, 0.14, 100, 1),
        (0.97, 610, 0.17, 120, 0),
        (0.82, 670, 0.16, 110, 0),
        (0.06, 800, 0.24, 170, 2),
        (0.94, 810, 0.22, 190, 1),
    ):
        house(stage, (width * t, y), (max(width * w, 90), h), air, (kind, lit))
    terrace(stage, air)
    for x, y, r in ((0.02, 690, 110), (0.98, 650, 120)):
        flowers(stage, width * x, y, r, air)


def boat(pen: Pen, x: float, y: float, s: float, air: Air) -> None:
    """A white sail far out."""
    pen.fill(polygon([(x, y - s * 2), (x + s, y - s * 0.3), (x, y - s * 0.3)]), air.at(WHITE, 0.2), "flat", line=0.3)
    pen.fill(
        polygon([(x - s * 0.2, y - s * 1.7), (x - s * 0.8, y - s * 0.3), (x - s * 0.2, y - s * 0.3)]),
        air.at(WHITE, 0.3),
        "flat",
        line=0.3,
    )
    pen.fill(
        polygon(
            [(x - s, y - s * 0.2), (x + s * 1.1, y - s * 0.2), (x + s * 0.7, y + s * 0.2), (x - s * 0.7, y + s * 0.2)]
        ),
        air.at(BLUE, 0.2),
        "flat",
        line=0.3,
    )


def house(stage: Stage, foot: tuple[float, float], size: tuple[float, float], air: Air, kind: tuple[int, bool]) -> None:
    """A cube of whitewash: with a dome (1) or a belfry (2), a blue door, small windows."""
    (x, y), (w, h), (what, lit), pen = foot, size, kind, stage.middle
    far = max(0.0, (800 - y) / 2200)
    white = air.at(WHITE, far)
    if what == 1:
        pen.fill(box(x - w * 0.3, y - h - 18, w * 0.6, 24), white, "flat", line=0.4)
        dome = pen.fill(arc(x, y - h - 16, w * 0.28, w * 0.28, 180, 180), air.at(BLUE, far), "round", line=0.5)
        with pen.on(dome):
            pen.decal(ellipse(x - w * 0.1, y - h - 16 - w * 0.16, w * 0.07, w * 0.1, 20), lighten(BLUE, 0.5), alpha=0.6)
        pen.line(polygon([(x, y - h - 16 - w * 0.27), (x, y - h - 16 - w * 0.4)], closed=False), white, 4)
    if what == 2:
        pen.fill(box(x + w * 0.1, y - h - 90, w * 0.3, 96, w * 0.14), white, "flat", line=0.5)
        pen.decal(box(x + w * 0.16, y - h - 74, w * 0.18, 54, w * 0.09), air.at((120, 160, 206), far))
        pen.fill(ellipse(x + w * 0.25, y - h - 40, w * 0.06, w * 0.07), (206, 166, 90), "metal", line=0.4)
    stops = ((0.0, white), (0.62, white), (0.63, darken(white, 0.13)), (1.0, darken(white, 0.17)))
    pen.fill(box(x - w / 2, y - h, w, h + 60, 8), Gradient((x - w / 2, 0), (x + w / 2, 0), stops), "flat", line=0.5)
    pen.decal(box(x - w / 2, y - h, w, 7, 4), lighten(white, 0.4))
    for dx in (-0.3, 0.3):
        pane = box(x + dx * w - w * 0.06, y - h * 0.72, w * 0.12, h * 0.2, w * 0.05)
        if lit:
            pen.glow(pane, (255, 214, 140))
            halo(pen, x + dx * w, y - h * 0.6, w * 0.3, (255, 206, 130), 0.4)
        else:
            pen.decal(pane, air.at((60, 110, 170), far))
    pen.fill(box(x - w * 0.09, y - h * 0.5, w * 0.18, h * 0.5, w * 0.08), air.at(BLUE, far), "flat", line=0.4)
    pen.decal(box(x - 1, y - h * 0.44, 2, h * 0.44), darken(BLUE, 0.4))


def terrace(stage: Stage, air: Air) -> None:
    """White paving with grey joints behind a low wall, pots at the sides."""
    pen, width = stage.near, stage.width
    white = air.at((238, 232, 222))
    area = pen.fill(
        box(-EDGE, 800, width + 2 * EDGE, 240),
        Gradient((0, 800), (0, 1000), ((0.0, white), (1.0, darken(white, 0.14)))),
        "flat",
        line=0.4,
    )
    rng = stage.mood.random("flags")
    with pen.on(area):
        for row in range(5):
            y, h = 806 + 36 * row + 4 * row * row, 30 + 7 * row
            x = -60.0 - rng.uniform(0, 60)
            while x < width + 60:
                w = rng.uniform(60, 120) * (0.7 + 0.2 * row)
                pen.decal(box(x + 3, y + 3, w - 6, h - 6, 10), darken(white, rng.uniform(0.06, 0.15)), alpha=0.8)
                x += w
    pen.fill(box(-EDGE, 766, width + 2 * EDGE, 46, 10), lighten(white, 0.3), "flat", line=0.5)
    pen.decal(box(-EDGE, 796, width + 2 * EDGE, 16), darken(white, 0.2), alpha=0.7)
    for x, h in ((0.1, 90), (0.17, 60), (0.9, 100)):
        px, py = width * x, 868.0
        pen.decal(ellipse(px, py, h * 0.5, 9), (60, 60, 90), alpha=0.3)
        pen.fill(crown(px, py - h * 1.1, h * 0.48, h * 0.42, rng), air.at((98, 150, 84)), "round", line=0.4)
        pen.decal(leaves((px, py - h * 1.1, h * 0.46, h * 0.4), 22, 7, rng), air.at((232, 80, 130)))
        pen.fill(
            polygon(
                [
                    (px - h * 0.34, py - h * 0.72),
                    (px + h * 0.34, py - h * 0.72),
                    (px + h * 0.22, py),
                    (px - h * 0.22, py),
                ]
            ),
            air.at((198, 112, 76)),
            "round",
            line=0.5,
        )


def flowers(stage: Stage, x: float, y: float, r: float, air: Air) -> None:  # limit: a place and a size
    """Bougainvillea that hangs in at the edge."""
    rng, pen = stage.mood.random(f"bloom{x:.0f}"), stage.near
    for dx, dy, k in ((0, 0, 1.0), (0.3, 0.7, 0.7), (-0.3, 0.8, 0.8)):
        cx, cy = x + dx * r, y + dy * r
        pen.fill(crown(cx, cy, r * k * 0.9, r * k * 0.7, rng), air.at((84, 136, 76)), "round", line=0.4)
        for tone in ((226, 50, 130), (244, 110, 170), (190, 40, 120)):
            pen.decal(leaves((cx, cy, r * k * 0.88, r * k * 0.68), 30, 9, rng), air.at(tone))
