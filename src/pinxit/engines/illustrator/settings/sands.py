"""Two deserts with something in them: the pyramids of Egypt; an oasis with palms round a pool."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import bush, grass
from pinxit.engines.illustrator.rigs.scenery import below, place, rock, shadow, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, sky
from pinxit.engines.illustrator.rigs.tropics import clump, palm
from pinxit.engines.illustrator.rigs.waters import ripples
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

SAND: Rgb = (234, 188, 118)
PALM: tuple[Rgb, Rgb] = ((92, 142, 72), (148, 108, 72))


def dunes(stage: Stage, air: Air) -> None:
    """Three rows of dunes and the rippled sand in front."""
    rng, width = stage.mood.random("dunes"), stage.width
    for y, far, swell in ((556, 0.46, 16), (590, 0.28, 22), (640, 0.12, 26)):
        tone = air.at(SAND, far)
        band = Gradient((0, y - 20), (0, y + 120), ((0.0, lighten(tone, 0.12)), (1.0, darken(tone, 0.12))))
        stage.middle.fill(below(wave(width, y, swell, rng, 520)), band, "flat", line=0.4)
    stops = ((0.0, air.at(lighten(SAND, 0.24))), (0.4, air.at(SAND)), (1.0, air.at(darken(SAND, 0.24))))
    area = stage.near.fill(
        below(wave(width, 712, 16, rng, 800)), Gradient((0, 700), (0, 1000), stops), "flat", line=0.4
    )
    with stage.near.on(area):
        stage.near.decal(ripples((-EDGE, 720, width + EDGE, 1010), 90, 150, rng), air.at(darken(SAND, 0.2)), alpha=0.4)
        stage.near.decal(ripples((-EDGE, 720, width + EDGE, 1010), 80, 150, rng), air.at(lighten(SAND, 0.4)), alpha=0.5)


def pyramid(pen: Pen, foot: tuple[float, float], size: tuple[float, float], rgb: Rgb, dark: float = 0.34) -> None:
    """A pyramid with courses of stone; its foot's middle is at `foot`."""
    (x, y), (w, h) = foot, size
    tip, edge = (x, y - h), (x + w * 0.16, y)
    lit = pen.fill(
        polygon([(x - w / 2, y), tip, edge]),
        Gradient((0, y - h), (0, y), ((0.0, lighten(rgb, 0.12)), (1.0, rgb))),
        "flat",
        line=0.4,
    )
    shade = pen.fill(polygon([edge, tip, (x + w / 2, y)]), darken(rgb, dark), "flat", line=0.4)
    for path, tone in ((lit, darken(rgb, 0.2)), (shade, darken(rgb, dark + 0.14))):
        with pen.on(path):
            for k in range(1, 16):
                pen.decal(box(x - w, y - h * k / 16, w * 2, max(1.2, h * 0.006)), tone, alpha=0.7)
    with pen.on(lit):
        pen.decal(
            polygon([tip, (x - w * 0.09, y - h * 0.84), (x - w * 0.02, y - h * 0.8), (x + w * 0.04, y - h * 0.86)]),
            lighten(rgb, 0.4),
            alpha=0.6,
        )


@place("pyramids", "pyramid", "egypt", "egyptian desert", "giza", "ancient egypt", "valley of the kings", sky=True)
def draw(stage: Stage) -> None:
    """Three pyramids behind the middle, a palm and a broken statue frame them."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 580, 890, air.haze
    sky(stage, air)
    halo(stage.far, width * 0.5, 560, 520, mix(air.sun, SAND, 0.4), 0.4)
    reach = min(width * 0.5, 620.0)
    for dx, w, h, far in ((0.62, 0.6, 0.4, 0.5), (-0.66, 0.8, 0.52, 0.4), (0.12, 1.05, 0.68, 0.26)):
        pyramid(stage.far, (width / 2 + dx * reach, 610), (w * reach, h * reach), air.at((222, 176, 112), far))
    dunes(stage, air)
    stone = air.at((206, 164, 112), 0.06)
    for x, h in ((0.08, 330), (0.93, 250)):
        pillar(stage.near, width * x, 800, h, stone)
    palm(stage.near, width * 0.18, 790, 300, 34, (air.at(PALM[0]), air.at(PALM[1])))
    for x, y, w in ((0.3, 800, 60), (0.82, 850, 110), (0.06, 900, 130)):
        block(stage.near, width * x, y, w, stone)


def pillar(pen: Pen, x: float, y: float, h: float, rgb: Rgb) -> None:
    """A column with carved bands and an opened lotus at its top."""
    w = h * 0.2
    shadow(pen, x, y, w)
    stops = ((0.0, darken(rgb, 0.1)), (0.35, lighten(rgb, 0.22)), (1.0, darken(rgb, 0.4)))
    paint = Gradient((x - w / 2, 0), (x + w / 2, 0), stops)
    pen.fill(
        polygon([(x - w * 0.5, y), (x - w * 0.42, y - h * 0.8), (x + w * 0.42, y - h * 0.8), (x + w * 0.5, y)]),
        paint,
        "flat",
        line=0.5,
    )
    for k, tone in (
        (0.2, (176, 80, 60)),
        (0.26, (64, 116, 130)),
        (0.6, (64, 116, 130)),
        (0.66, (176, 80, 60)),
        (0.74, (222, 176, 84)),
    ):
        pen.decal(box(x - w * 0.46, y - h * k, w * 0.92, h * 0.035), mix(tone, rgb, 0.4))
    for r in range(3):
        for c in range(3):
            pen.decal(
                box(x - w * 0.3 + c * w * 0.22, y - h * (0.34 + 0.08 * r), w * 0.12, h * 0.045, 3),
                darken(rgb, 0.35),
                alpha=0.7,
            )
    top = smooth(
        [
            (x - w * 0.42, y - h * 0.78),
            (x - w * 0.8, y - h * 0.98),
            (x + w * 0.8, y - h * 0.98),
            (x + w * 0.42, y - h * 0.78),
        ],
        tension=0.3,
    )
    pen.fill(top, paint, "flat", line=0.5)
    pen.fill(box(x - w * 0.7, y - h * 1.06, w * 1.4, h * 0.08, 3), paint, "flat", line=0.5)


def block(pen: Pen, x: float, y: float, w: float, rgb: Rgb) -> None:
    """A hewn stone half sunk in the sand."""
    h = w * 0.46
    shadow(pen, x, y, w * 0.7)
    pen.fill(
        polygon([(x - w / 2, y), (x - w / 2, y - h), (x + w * 0.28, y - h * 1.1), (x + w * 0.28, y)]),
        rgb,
        "flat",
        line=0.5,
    )
    pen.fill(
        polygon([(x + w * 0.28, y), (x + w * 0.28, y - h * 1.1), (x + w / 2, y - h * 1.3), (x + w / 2, y - h * 0.2)]),
        darken(rgb, 0.3),
        "flat",
        line=0.5,
    )
    pen.fill(
        polygon(
            [(x - w / 2, y - h), (x - w * 0.26, y - h * 1.24), (x + w / 2, y - h * 1.3), (x + w * 0.28, y - h * 1.1)]
        ),
        lighten(rgb, 0.2),
        "flat",
        line=0.5,
    )


@place("oasis", "desert oasis", sky=True)
def oasis(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """A blue pool with green banks; palms lean over it from both sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 580, 905, air.haze
    sky(stage, air)
    dunes(stage, air)
    pen, green = stage.near, air.at((112, 150, 72))
    bank = smooth(
        [
            (width * 0.06, 760),
            (width * 0.3, 690),
            (width * 0.7, 686),
            (width * 0.95, 762),
            (width * 0.74, 838),
            (width * 0.26, 842),
        ]
    )
    pen.fill(
        bank, Gradient((0, 690), (0, 840), ((0.0, lighten(green, 0.1)), (1.0, darken(green, 0.2)))), "flat", line=0.4
    )
    for k in range(13):
        x = width * (0.14 + 0.72 * k / 12)
        bush(pen, x, 716 - 18 * (1 - abs(k - 6) / 6), (90, 46), darken(green, 0.12 * (k % 2)))
    pool = smooth(
        [
            (width * 0.14, 764),
            (width * 0.34, 712),
            (width * 0.68, 710),
            (width * 0.87, 766),
            (width * 0.7, 820),
            (width * 0.3, 822),
        ]
    )
    water: Rgb = air.at((56, 148, 168))
    stops = ((0.0, mix(water, air.low, 0.5)), (0.5, mix(water, air.middle, 0.3)), (1.0, water))
    pen.fill(pool, Gradient((0, 710), (0, 822), stops), "flat", line=0.4)
    with pen.on(pool):
        pen.decal(
            ripples((width * 0.1, 720, width * 0.9, 824), 44, 80, mood.random("pool")), lighten(water, 0.6), alpha=0.55
        )
        for t in (0.26, 0.76):
            pen.decal(ellipse(width * t, 750, 60, 30), darken(green, 0.3), alpha=0.35, blur=8)
    for t, y, h, lean in (
        (0.12, 780, 330, 60),
        (0.22, 726, 260, 40),
        (0.86, 780, 380, -70),
        (0.78, 722, 270, -30),
        (0.95, 800, 300, 20),
    ):
        shadow(pen, width * t, y, 40)
        palm(pen, width * t, y, h, lean, (air.at(PALM[0], 0.04), air.at(PALM[1], 0.04)))
    grass(pen, (width * 0.06, 780, width * 0.3, 850), 46, [green, darken(green, 0.2)], mood.random("reeds"))
    grass(pen, (width * 0.7, 780, width * 0.95, 850), 46, [green, darken(green, 0.2)], mood.random("reeds2"))
    rock(pen, width * 0.2, 846, 66, air.at((176, 136, 100)))
    for x in (0.0, width):
        clump(stage.front, x, 1030, min(190, width * 0.2), air.at(darken(PALM[0], 0.2)), 7)
