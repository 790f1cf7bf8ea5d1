"""Two woods of tales: an enchanted one with glowing mushrooms and lights, a haunted one with bare twisted trees."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.airborne import fireflies
from pinxit.engines.illustrator.rigs.greenery import bush, crown, grass, leaves
from pinxit.engines.illustrator.rigs.landmarks import fence
from pinxit.engines.illustrator.rigs.scenery import below, ground, place, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo, moon, pool, shafts
from pinxit.engines.illustrator.rigs.tropics import fern
from pinxit.engines.illustrator.shapes import Point, arc, box, ellipse, polygon, smooth, tube
from pinxit.engines.illustrator.stage import Stage

GLOWS: tuple[Rgb, ...] = ((120, 240, 230), (250, 150, 230), (170, 150, 255), (190, 255, 170))


@place(
    "enchanted forest",
    "magical forest",
    "magic forest",
    "fairy forest",
    "mystical forest",
    "fairyland",
    "mushroom forest",
    sky=True,
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Great old trees frame a clearing; mushrooms shine along the path."""
    mood, width = stage.mood, stage.width
    night = mood.night
    stage.horizon, stage.ground, stage.haze = 610, 890, (120, 130, 190)
    deep: Rgb = (24, 34, 84) if night else (52, 96, 112)
    glow: Rgb = (110, 150, 240) if night else (190, 240, 220)
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1050)
    stops = ((0.0, deep), (0.5, mix(deep, glow, 0.45)), (1.0, mix(deep, glow, 0.75)))
    stage.far.glow(area, Gradient((0, 0), (0, 640), stops))
    halo(stage.far, width / 2, 440, max(420, width * 0.4), glow, 0.9)
    rng = mood.random("magic")
    for far, count, w in ((0.62, 13, 36), (0.4, 8, 64)):
        for k in range(count):
            x = width * (k + rng.uniform(0.2, 0.8)) / count
            if abs(x / width - 0.5) > 0.12:
                trunk(stage.far, (x, 640), w, mix(mix((58, 52, 84), deep, 0.3), glow, far), rng.uniform(-40, 40))
    shafts(stage.far, (width * 0.4, -60), (width * 0.2, width * 0.84, 800), lighten(glow, 0.3), 0.3, 6)
    bark = mix((74, 58, 80), deep, 0.35)
    for x, w, lean in ((0.05, 150, 60), (0.95, 170, -70)):
        trunk(stage.middle, (width * x, 720), min(w, width * 0.2), bark, lean, face=True)
    roof = mix((58, 120, 100), deep, 0.3)
    for x, y, rx in ((0.04, 40, 200), (0.24, -20, 170), (0.5, -60, 160), (0.76, -20, 180), (0.97, 40, 210)):
        stage.middle.fill(crown(width * x, y, rx, rx * 0.55, rng), roof, "round", line=0.4)
        stage.middle.decal(leaves((width * x, y + 20, rx, rx * 0.5), 50, 11, rng), lighten(roof, 0.25))
    green = mix((64, 132, 104), deep, 0.35)
    soil = stage.near.fill(
        below(wave(width, 640, 10, rng, 500)),
        Gradient((0, 630), (0, 1000), ((0.0, mix(green, glow, 0.45)), (0.35, green), (1.0, darken(green, 0.45)))),
        "flat",
        line=0.4,
    )
    with stage.near.on(soil):
        grass(
            stage.near,
            (-EDGE, 650, width + EDGE, 1010),
            46,
            [darken(green, 0.3), lighten(green, 0.2), (90, 170, 170)],
            rng,
        )
        pool(stage.near, (width / 2, 800, max(260, width * 0.28), 100), glow, 0.3, light=True)
    for k, (x, y, h) in enumerate(
        (
            (0.14, 720, 100),
            (0.2, 740, 62),
            (0.85, 730, 120),
            (0.78, 744, 66),
            (0.31, 676, 44),
            (0.68, 674, 46),
            (0.1, 880, 130),
            (0.92, 900, 150),
            (0.86, 920, 84),
        )
    ):
        mushroom(stage.near, (width * x, y), h, GLOWS[k % 4])
    for x in (0.27, 0.72):
        fern(stage.near, width * x, 800, 60, darken(green, 0.1))
    for x in (-0.02, 1.02):
        fern(stage.front, width * x, 1020, 170, darken(green, 0.5))
    fireflies(stage)


def trunk(pen: Pen, foot: Point, w: float, rgb: Rgb, lean: float, face: bool = False) -> None:  # limit: one drawing
    """An old trunk with roots, leaning branches and, near by, bark and a hollow."""
    (x, y), top = foot, -40.0
    left = [
        (x - w * 1.1, y),
        (x - w * 0.55, y - w * 0.5),
        (x - w * 0.42 + lean * 0.4, y * 0.5),
        (x - w * 0.5 + lean, top),
    ]
    right = [
        (x + w * 0.5 + lean, top),
        (x + w * 0.42 + lean * 0.4, y * 0.5),
        (x + w * 0.55, y - w * 0.5),
        (x + w * 1.1, y),
        (x, y - w * 0.1),
    ]
    stops = ((0.0, darken(rgb, 0.12)), (0.4, lighten(rgb, 0.16)), (1.0, darken(rgb, 0.35)))
    body = pen.fill(
        smooth([*left, *right], tension=0.35), Gradient((x - w / 2, 0), (x + w / 2, 0), stops), "flat", line=0.4
    )
    for side, level, far in ((-1, 0.32, 1.6), (1, 0.2, 1.9)):
        by = y * level
        bx = x + lean * 0.6
        pen.fill(
            tube(
                [(bx, by + w * 0.4), (bx + side * w * far * 0.5, by - w * 0.1), (bx + side * w * far, by - w * 0.7)],
                [w * 0.4, w * 0.24, w * 0.06],
            ),
            rgb,
            "round",
            line=0.3,
        )
    if not face:
        return
    with pen.on(body):
        for k in range(6):
            bx = x - w * 0.4 + w * 0.16 * k
            pen.line(
                smooth(
                    [(bx, y - 10), (bx + lean * 0.3, y * 0.6), (bx + lean * 0.6, y * 0.3), (bx + lean, top)],
                    closed=False,
                ),
                darken(rgb, 0.4),
                3,
                alpha=0.6,
            )
        pen.fill(ellipse(x + lean * 0.34, y * 0.58, w * 0.16, w * 0.26), darken(rgb, 0.6), "flat", line=0.4)
        pen.glow(ellipse(x + lean * 0.34, y * 0.6, w * 0.09, w * 0.16), (255, 220, 130), alpha=0.85, blur=4)


def mushroom(pen: Pen, foot: Point, h: float, rgb: Rgb) -> None:
    """A mushroom whose cap shines from inside."""
    x, y = foot
    halo(pen, x, y - h * 0.7, h * 1.5, rgb, 0.5)
    pen.fill(
        smooth(
            [(x - h * 0.13, y), (x - h * 0.09, y - h * 0.6), (x + h * 0.09, y - h * 0.6), (x + h * 0.13, y)],
            tension=0.4,
        ),
        (232, 226, 240),
        "round",
        line=0.4,
    )
    pen.glow(ellipse(x, y - h * 0.58, h * 0.36, h * 0.08), lighten(rgb, 0.5))
    cap = arc(x, y - h * 0.56, h * 0.44, h * 0.44, 180, 180)
    pen.fill(cap, mix(rgb, (90, 60, 150), 0.4), "round", line=0.5)
    with pen.on(cap):
        pen.glow(ellipse(x, y - h * 0.56, h * 0.42, h * 0.2), rgb, alpha=0.55, blur=h * 0.05)
        for dx, dy, r in ((-0.22, 0.72, 0.06), (0.02, 0.86, 0.075), (0.24, 0.7, 0.055), (-0.04, 0.66, 0.04)):
            pen.glow(ellipse(x + dx * h, y - dy * h, r * h), lighten(rgb, 0.6))


@place(
    "haunted forest",
    "spooky forest",
    "dark forest",
    "creepy forest",
    "haunted woods",
    "haunted house",
    light="moonlight",
    sky=True,
)
def haunted(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """A huge moon behind twisted trees, mist, crooked fences, eyes in the dark."""
    mood, width = stage.mood, stage.width
    stage.horizon, stage.ground, stage.haze = 600, 890, (96, 110, 140)
    top, low = (
        ((20, 22, 48), (92, 96, 150))
        if mood.time in {None, "night", "dusk"}
        else (breathe(mood).top, breathe(mood).low)
    )
    stage.far.glow(
        box(-EDGE, -EDGE, width + 2 * EDGE, 1050),
        Gradient((0, 0), (0, 620), ((0.0, top), (0.6, mix(top, low, 0.6)), (1.0, mix(low, (150, 190, 150), 0.4)))),
    )
    halo(stage.far, width * 0.56, 260, 460, (190, 206, 190), 0.6)
    moon(stage.far, width * 0.56, 260, 120)
    rng = mood.random("haunted")
    for k in range(5):
        y, w = 220 + 44 * k, rng.uniform(160, 320)
        x = width * rng.uniform(0.2, 0.9)
        stage.far.decal(ellipse(x, y, w, 11), (58, 60, 96), alpha=0.5, blur=7)
    for far, count, w in ((0.6, 10, 20), (0.3, 6, 40)):
        for k in range(count):
            x = width * (k + rng.uniform(0.1, 0.9)) / count
            if abs(x / width - 0.5) > 0.14:
                twisted(
                    stage.far if far > 0.4 else stage.middle,
                    (x, 640),
                    w,
                    mix((28, 24, 44), low, far),
                    rng.uniform(-1, 1),
                )
    for layer, y, alpha in ((stage.far, 600, 0.7), (stage.middle, 640, 0.5)):
        for k in range(5):
            layer.decal(
                ellipse(width * (k + 0.5) / 5, y + 14 * (k % 2), width * 0.2, 34), (160, 176, 184), alpha=alpha, blur=16
            )
    ground(stage, breathe(mood), (62, 66, 66), 640)
    path = polygon([(width * 0.48, 640), (width * 0.53, 640), (width * 0.76, 1030), (width * 0.24, 1030)])
    stage.near.decal(path, (96, 92, 96), alpha=0.6, blur=8)
    grass(stage.near, (-EDGE, 670, width + EDGE, 1010), 54, [(40, 46, 48), (84, 94, 84)], rng)
    for x, w, bend in ((0.03, 110, 0.8), (0.97, 120, -0.9)):
        twisted(stage.near, (width * x, 850), min(w, width * 0.13), (26, 22, 38), bend, eyes=True)
    for span in ((-EDGE, width * 0.2), (width * 0.8, width + EDGE)):
        fence(stage.near, span, 800, 84, (52, 46, 58))
    for x, y in ((0.2, 690), (0.27, 668), (0.76, 684)):
        stone(stage.near, width * x, y, 66)
    for x in (0.0, width):
        bush(stage.front, x, 1040, (260, 130), (24, 26, 36))


def twisted(pen: Pen, foot: Point, w: float, rgb: Rgb, bend: float, eyes: bool = False) -> None:  # limit: one drawing
    """A bare tree whose branches claw at the air."""
    (x, y), h = foot, w * 7.0
    spine = [(x, y), (x + bend * w * 0.7, y - h * 0.3), (x - bend * w * 0.4, y - h * 0.6), (x + bend * w * 0.8, y - h)]
    pen.fill(
        tube([(x - w * 0.9, y + w * 0.1), (x, y - w * 0.5), (x + w * 0.9, y + w * 0.1)], [w * 0.2, w * 0.6, w * 0.2]),
        rgb,
        "flat",
        line=0,
    )
    pen.fill(tube(spine, [w, w * 0.7, w * 0.5, w * 0.14]), rgb, "round", line=0.3)
    for k, (t, side, far) in enumerate(
        ((0.42, -1, 2.4), (0.5, 1, 2.7), (0.66, -1, 2.0), (0.74, 1, 1.9), (0.86, -1, 1.2))
    ):
        bx, by = x + bend * w * 0.2 * math.cos(t * 6), y - h * t
        tip = (bx + side * w * far, by - w * (1.5 - 0.2 * k))
        mid = (bx + side * w * far * 0.55, by - w * 0.3)
        pen.fill(tube([(bx, by), mid, tip], [w * 0.34, w * 0.2, w * 0.04]), rgb, "flat", line=0)
        for d in (-0.9, 0.5):
            pen.fill(
                tube(
                    [
                        mid,
                        (mid[0] + side * w * 0.5, mid[1] - w * (0.5 + d * 0.4)),
                        (mid[0] + side * w * 1.1, mid[1] - w * (0.5 + d)),
                    ],
                    [w * 0.14, w * 0.09, w * 0.02],
                ),
                rgb,
                "flat",
                line=0,
            )
    if eyes:
        pen.fill(ellipse(x + bend * w * 0.45, y - h * 0.33, w * 0.2, w * 0.3), darken(rgb, 0.7), "flat", line=0)
        for dx in (-0.08, 0.08):
            pen.glow(ellipse(x + bend * w * 0.45 + dx * w, y - h * 0.34, w * 0.045, w * 0.06), (255, 216, 90))


def stone(pen: Pen, x: float, y: float, h: float) -> None:
    """A leaning gravestone."""
    pen.decal(ellipse(x, y, h * 0.5, h * 0.1), (10, 10, 16), alpha=0.5)
    pen.fill(
        polygon(
            [
                (x - h * 0.3, y),
                (x - h * 0.34, y - h * 0.8),
                (x - h * 0.1, y - h),
                (x + h * 0.18, y - h * 0.96),
                (x + h * 0.28, y - h * 0.7),
                (x + h * 0.3, y),
            ]
        ),
        (104, 108, 120),
        "round",
        line=0.5,
    )
    pen.decal(box(x - h * 0.05, y - h * 0.8, h * 0.06, h * 0.4), (66, 68, 80))
    pen.decal(box(x - h * 0.15, y - h * 0.7, h * 0.26, h * 0.06), (66, 68, 80))
