"""A swamp: cypresses that stand in still green water, hanging moss, reeds, lily pads, mist."""

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import blades, bush, crown, tree_line
from pinxit.engines.illustrator.rigs.scenery import below, place, rock, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.waters import water
from pinxit.engines.illustrator.shapes import ellipse, polygon, smooth, tube
from pinxit.engines.illustrator.stage import Stage


@place("swamp", "marsh", "bog", "wetland", "wetlands", "bayou", "mangrove", "everglades", sky=True)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """The water is open in the middle; a mossy bank lies in front."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    haze = mix(air.haze, (176, 196, 150), 0.55)
    stage.horizon, stage.ground, stage.haze = 560, 895, haze
    sky(stage, air, 560)
    stage.far.decal(
        polygon([(-EDGE, -EDGE), (width + EDGE, -EDGE), (width + EDGE, 600), (-EDGE, 600)]), haze, alpha=0.42
    )
    for y, tall, far in ((560.0, 210, 0.66), (572.0, 120, 0.46)):
        tree_line(stage.far, stage, y, tall, mix(air.at((86, 116, 80)), haze, far))
    halo(stage.far, width * 0.5, 500, 420, mix(haze, (255, 250, 210), 0.4), 0.6)
    water(stage.middle, stage, air, (566, 900), (70, 104, 66))
    rng = mood.random("swamp")
    for t, y, w in ((0.3, 616, 26), (0.7, 610, 24), (0.2, 660, 44), (0.8, 668, 48), (0.06, 740, 78), (0.95, 750, 84)):
        far = max(0.0, 0.5 - w / 140)
        cypress(
            stage,
            stage.middle if w < 60 else stage.near,
            (width * t, y),
            min(w, width * 0.1),
            mix(air.at((96, 84, 72)), haze, far),
            air,
        )
    for _ in range(round(26 * width / 1000)):
        t = rng.random()
        x, y, r = rng.uniform(0, width), 620 + 190 * t, 10 + 24 * t
        stage.near.decal(ellipse(x + 3, y + 4, r, r * 0.3), (20, 40, 30), alpha=0.3)
        stage.near.decal(ellipse(x, y, r, r * 0.3), air.at((112, 156, 82)))
        stage.near.decal(
            polygon([(x, y), (x + r, y - r * 0.1), (x + r, y + r * 0.12)]), mix(air.at((70, 104, 66)), air.low, 0.3)
        )
        if rng.random() < 0.25:
            stage.near.decal(ellipse(x, y - r * 0.26, r * 0.34, r * 0.26), air.at((250, 220, 232)))
    for k in range(4):
        stage.middle.decal(
            ellipse(width * (k + 0.5) / 4, 600 + 40 * (k % 2), width * 0.2, 22), lighten(haze, 0.3), alpha=0.4, blur=11
        )
    green = air.at((92, 112, 58))
    stage.near.fill(
        below(wave(width, 812, 14, rng, 460)),
        Gradient((0, 800), (0, 1000), ((0.0, lighten(green, 0.12)), (1.0, darken(green, 0.4)))),
        "flat",
        line=0.4,
    )
    reeds(stage, air)
    rock(stage.near, width * 0.17, 880, 90, air.at((104, 108, 92)))
    for x in (0.0, width):
        bush(stage.front, x, 1040, (240, 130), air.at((52, 74, 46)))


def cypress(stage: Stage, pen: Pen, foot: tuple[float, float], w: float, rgb: Rgb, air: Air) -> None:  # limit: one tree
    """A trunk that swells at the water, with roots, branches and curtains of moss."""
    (x, y), rng = foot, stage.mood.random(f"cypress{foot[0]:.0f}")
    side = 1 if x < stage.width / 2 else -1
    pen.decal(ellipse(x, y + 4, w * 1.9, w * 0.24), (24, 36, 26), alpha=0.4, blur=4)
    body = [
        (x - w * 1.5, y),
        (x - w * 0.7, y - w * 0.9),
        (x - w * 0.42, y - w * 3),
        (x - w * 0.3, -40),
        (x + w * 0.3, -40),
        (x + w * 0.42, y - w * 3),
        (x + w * 0.7, y - w * 0.9),
        (x + w * 1.5, y),
        (x, y + w * 0.1),
    ]
    stops = ((0.0, darken(rgb, 0.15)), (0.4, lighten(rgb, 0.15)), (1.0, darken(rgb, 0.4)))
    trunk = pen.fill(smooth(body, tension=0.35), Gradient((x - w, 0), (x + w, 0), stops), "flat", line=0.4)
    with pen.on(trunk):
        for k in range(-3, 4):
            pen.line(
                smooth([(x + k * w * 0.36, y), (x + k * w * 0.16, y - w * 1.6), (x + k * w * 0.1, 0)], closed=False),
                darken(rgb, 0.4),
                w * 0.05,
                alpha=0.6,
            )
    moss = mix(air.at((130, 148, 96)), rgb, 0.25)
    for level, far in ((0.3, 3.4), (0.12, 4.4), (0.44, 2.4)):
        by = y * level + 30
        for s in (side, -side * 0.6):
            tip = (x + s * w * far, by - w * 0.5)
            pen.fill(
                tube([(x, by), (x + s * w * far * 0.5, by - w * 0.6), tip], [w * 0.34, w * 0.2, w * 0.06]),
                rgb,
                "round",
                line=0.3,
            )
            hang = skia.Path()
            for k in range(9):
                f = (k + 0.6) / 9
                hx, hy = x + s * w * far * f, by - w * 0.6 * (1 - abs(2 * f - 1) ** 2) - w * 0.1
                blades(hang, hx, hy, -w * rng.uniform(1.2, 2.8), rng.uniform(-0.2, 0.2) * w)
                blades(hang, hx + w * 0.1, hy, -w * rng.uniform(0.8, 2.0), rng.uniform(-0.2, 0.2) * w)
            pen.decal(hang, moss, alpha=0.92)
    pen.fill(crown(x, 10, w * 3.2, w * 1.4, rng), mix(air.at((82, 112, 66)), rgb, 0.15), "round", line=0.3)


def reeds(stage: Stage, air: Air) -> None:
    """Reeds and bulrushes at both sides of the bank."""
    rng, pen = stage.mood.random("reeds"), stage.near
    for left, right in ((0.0, 0.26), (0.74, 1.0)):
        path, heads = skia.Path(), skia.Path()
        for _ in range(46):
            x, y = stage.width * rng.uniform(left, right), rng.uniform(810, 900)
            h, lean = rng.uniform(70, 170), rng.uniform(-26, 26)
            blades(path, x, y, h, lean)
            if rng.random() < 0.22:
                heads.addRoundRect(skia.Rect.MakeXYWH(x + lean - 5, y - h - 20, 10, 36), 5, 5)
        pen.decal(path, air.at((104, 128, 62)))
        pen.decal(heads, air.at((120, 76, 48)))
