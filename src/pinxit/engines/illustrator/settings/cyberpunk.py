"""A cyberpunk city: a canyon of dark towers, neon signs, walkways, wet ground that mirrors it all."""

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.neon import TUBES, signs
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, fade, halo, sky
from pinxit.engines.illustrator.rigs.town import Street, gleams, skyline
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place("cyberpunk city", "cyberpunk street", "neon city", "cyberpunk", light="neon", sky=True)
def draw(stage: Stage) -> None:
    """Towers step back into violet haze, the street is free."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    dark = mood.night or mood.time is None
    haze: Rgb = (120, 60, 160) if dark else air.haze
    stage.horizon, stage.ground, stage.haze = 560, 890, haze
    sky(stage, air, 560)
    stage.far.decal(box(-EDGE, -EDGE, width + 2 * EDGE, 620), fade((0, 0), (0, 580), (190, 50, 170), (0.1, 0.55)))
    for size, far in (((90, 560), 0.6), ((130, 430), 0.35)):
        skyline(
            stage.far,
            stage,
            572,
            size,
            (mix((44, 34, 84), haze, far), (120, 220, 255) if far < 0.5 else (255, 130, 210)),
        )
    halo(stage.far, width / 2, 520, 430, (255, 90, 190), 0.6)
    street = Street(width / 2, 540, 330 + width * 0.17)
    pen = stage.middle
    road = box(-EDGE, 552, width + 2 * EDGE, 500)
    pen.fill(
        road,
        Gradient((0, 552), (0, 1000), ((0.0, (96, 56, 130)), (0.3, (44, 34, 78)), (1.0, (20, 18, 44)))),
        "flat",
        line=0,
    )
    rng = mood.random("towers")
    for depth in (5.0, 3.6, 2.5, 1.7, 1.1, 0.62):
        for side in (-1, 1):
            tower(stage, street, side, (depth, depth * 1.34), 0.9 + rng.random() * 0.8)
    signs(stage.middle, street, mood.random("signs"))
    for depth, level in ((3.4, 0.62), (1.9, 0.78)):
        walkway(stage, street, depth, level)
    gleams(stage.near, street, air, True, mood.random("gleams"))
    reflect(stage, street)
    cables(stage)
    flyers(stage)


def tower(stage: Stage, street: Street, side: float, depths: tuple[float, float], height: float) -> None:
    """One dark tower with rows of lit windows and a bright shop at its foot."""
    pen = stage.middle
    near, _ = depths
    rng = stage.mood.random(f"tower{near}{side}")
    far = min(0.6, (near - 0.6) * 0.14)
    wall = mix((30, 26, 58), (120, 60, 160), far)
    pen.fill(street.quad(side, depths, (-0.02, height)), wall, "flat", line=0.4)
    warm, cold = skia.Path(), skia.Path()
    span = depths[1] - depths[0]
    for r in range(round(height * 13)):
        for c in range(6):
            if rng.random() < 0.42:
                a = near + span * (c + 0.2) / 6
                low = 0.3 + r * 0.072
                (warm if rng.random() < 0.5 else cold).addPath(
                    street.quad(side, (a, a + span * 0.1), (low, low + 0.03))
                )
    pen.glow(warm, (255, 196, 140), alpha=0.85 - far)
    pen.glow(cold, (130, 214, 255), alpha=0.8 - far)
    tone = rng.choice(TUBES)
    shop = street.quad(side, (near + span * 0.1, near + span * 0.9), (0.02, 0.19))
    pen.glow(shop, mix(tone, (255, 250, 255), 0.35), alpha=0.75)
    pen.decal(street.quad(side, (near + span * 0.46, near + span * 0.54), (0.0, 0.2)), darken(wall, 0.4))
    pen.glow(street.quad(side, depths, (0.2, 0.214)), tone)


def walkway(stage: Stage, street: Street, depth: float, level: float) -> None:
    """A bridge across the street with a lit edge."""
    pen = stage.middle
    (x0, y), (x1, _) = street.at(-1, depth, level), street.at(1, depth, level)
    h = 26 / depth
    pen.fill(box(x0 - 4, y - h, x1 - x0 + 8, h * 1.2), (38, 30, 68), "flat", line=0.4)
    pen.glow(box(x0, y - h * 0.9, x1 - x0, h * 0.5), (120, 220, 255), alpha=0.35)
    pen.line(curve((x0, y + h * 0.2), (x1, y + h * 0.2)), (255, 80, 190), 5 / depth, glow=True)


def reflect(stage: Stage, street: Street) -> None:
    """Long broken streaks of the signs' colours on the wet street."""
    rng = stage.mood.random("streaks")
    for _ in range(round(34 * stage.width / 1000)):
        x, t = rng.uniform(0, stage.width), rng.random()
        y, w, tall = 600 + 300 * t, 8 + 26 * t, 50 + 130 * t
        tone = rng.choice(TUBES)
        stage.near.glow(box(x, y, w, tall, w / 2), fade((0, y), (0, y + tall), tone, (0.0, 0.5, 0.0)), blur=3)
    for _ in range(9):
        t = rng.random()
        x, y, rx = rng.uniform(0, stage.width), 700 + 270 * t, 50 + 110 * t
        stage.near.glow(ellipse(x, y, rx, rx * 0.12), mix(rng.choice(TUBES), (190, 160, 230), 0.5), alpha=0.3)


def cables(stage: Stage) -> None:
    """Cables that sag across the upper part."""
    rng = stage.mood.random("cables")
    for _ in range(7):
        y0, y1 = rng.uniform(20, 260), rng.uniform(20, 260)
        sag = rng.uniform(30, 110)
        line = curve((-20, y0), (stage.width / 2, (y0 + y1) / 2 + sag), (stage.width + 20, y1))
        stage.near.line(line, (18, 14, 36), rng.uniform(2, 4.5))


def flyers(stage: Stage) -> None:
    """Flying cars far away with their lights."""
    rng = stage.mood.random("flyers")
    for _ in range(5):
        x, y, s = stage.width * rng.uniform(0.36, 0.64), rng.uniform(110, 380), rng.uniform(8, 18)
        body = polygon(
            [(x - s, y), (x - s * 0.5, y - s * 0.4), (x + s * 0.5, y - s * 0.4), (x + s, y), (x, y + s * 0.3)]
        )
        stage.far.fill(body, (24, 20, 48), "flat", line=0.3)
        halo(stage.far, x - s, y, s * 2, (255, 90, 110), 0.7)
        halo(stage.far, x + s, y, s * 2.4, (190, 240, 255), 0.8)
