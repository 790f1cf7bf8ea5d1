"""A field in rows to the horizon: wheat, lavender, sunflowers, tulips, poppies, by the words."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import blossoms, broadleaf, grass, tree_line
from pinxit.engines.illustrator.rigs.scenery import below, hill, leaf, place, range_of, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.shapes import curve, ellipse, polygon, star
from pinxit.engines.illustrator.stage import Stage

CROPS: dict[str, tuple[Rgb, Rgb]] = {
    "sunflower": ((250, 196, 50), (96, 140, 60)),
    "lavender": ((142, 108, 196), (116, 142, 92)),
    "tulip": ((226, 70, 84), (92, 146, 76)),
    "poppy": ((224, 58, 46), (128, 158, 80)),
    "poppie": ((224, 58, 46), (128, 158, 80)),
    "daisy": ((250, 250, 244), (104, 156, 72)),
    "rose": ((220, 70, 100), (84, 130, 70)),
    "flower": ((236, 110, 140), (104, 156, 72)),
    "corn": ((150, 176, 70), (96, 140, 56)),
    "rice": ((150, 196, 90), (112, 160, 80)),
}
WHEAT: tuple[Rgb, Rgb] = ((232, 190, 96), (198, 154, 70))


@place(
    "field",
    "windmill",
    "wheat field",
    "flower field",
    "fields",
    "crop field",
    "sunflower field",
    "lavender field",
    "tulip field",
    "rice field",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Rows that run to the horizon beside a free strip in the middle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 570, 890, air.haze
    rng = mood.random("field")
    text = " ".join(mood.words) + " " + (mood.surface or "")
    name = next((key for key in CROPS if key in text), "")
    bloom, foliage = CROPS.get(name, WHEAT)
    sky(stage, air)
    range_of(stage.far, stage, 572, (480, 120), (air.at((116, 134, 160), 0.58), None))
    hill(stage.far, wave(width, 548, 24, rng, 380), air.at(turf(mood), 0.5), air.at(turf(mood), 0.42))
    tree_line(stage.far, stage, 574, 34, air.at(leaf(mood, rng), 0.36))
    broadleaf(stage.middle, width * 0.85, 596, 210, air.at(leaf(mood, rng), 0.16), bare=wintry(mood))
    rows(stage, air, (bloom, foliage))
    if name == "sunflower":
        sunflowers(stage, air)
    tones = [air.at(darken(foliage, 0.3)), air.at(foliage), air.at(mix(foliage, bloom, 0.4))]
    reach = min(width * 0.22, 260)
    for left, right in ((-EDGE, reach), (width - reach, width + EDGE)):
        grass(stage.front, (left, 985, right, 1030), 150, tones, rng)
        if name == "sunflower":
            for i in range(3):
                sunflower(stage, left + (right - left) * (i + 0.4) / 3, 900 + 26 * (i % 2), 46, air)
        elif name:
            blossoms(stage.front, (left, 880, right, 985), 26, [air.at(bloom), air.at(lighten(bloom, 0.3))], rng)
        else:
            ears(stage, (left, right), air.at(bloom))


def rows(
    stage: Stage, air: Air, tones: tuple[Rgb, Rgb]
) -> None:  # limit: one drawing, a list of its parts from back to front
    """The crop in perspective: bands of bloom over dark furrows."""
    pen, width = stage.near, stage.width
    bloom, foliage = tones
    rng = stage.mood.random("rows")
    top = 592.0
    area = pen.fill(
        below(wave(width, top, 6, rng, 700)),
        Gradient(
            (0, top),
            (0, 1000),
            (
                (0.0, air.at(mix(bloom, foliage, 0.3), 0.3)),
                (0.4, air.at(mix(foliage, bloom, 0.3))),
                (1.0, air.at(darken(foliage, 0.3))),
            ),
        ),
        "flat",
        line=0.4,
    )
    count = round(width / 110) + 8
    with pen.on(area):
        for i in range(-count, count + 1):
            foot, head = width / 2 + i * 190, width / 2 + i * 13
            half = 66.0
            pen.decal(
                polygon([(head - 4, top), (head + 4, top), (foot + half, 1030), (foot - half, 1030)]),
                Gradient((0, top), (0, 1000), ((0.0, air.at(bloom, 0.25)), (1.0, air.at(mix(bloom, foliage, 0.25))))),
                alpha=0.75,
            )
        light, dark = skia.Path(), skia.Path()
        for _ in range(520):
            t = rng.random() ** 0.8
            i = rng.randint(-count, count)
            x = width / 2 + i * (13 + 177 * t) + rng.uniform(-50, 50) * t
            s = 1.6 + 11 * t
            (light if rng.random() < 0.6 else dark).addOval(
                skia.Rect.MakeLTRB(x - s, top + 4 + 425 * t - s * 0.8, x + s, top + 4 + 425 * t + s * 0.8)
            )
        pen.decal(dark, air.at(darken(bloom, 0.25)), alpha=0.7)
        pen.decal(light, air.at(lighten(bloom, 0.22)), alpha=0.85)


def sunflowers(stage: Stage, air: Air) -> None:
    """Row behind row of sunflowers that look at the viewer, larger the nearer; batched by row."""
    pen, width, rng = stage.near, stage.width, stage.mood.random("heads")
    for row in range(9):
        t = row / 8
        y, r = 606 + 300 * t**1.5, 6 + 30 * t
        stalks, petals, inner, hearts = skia.Path(), skia.Path(), skia.Path(), skia.Path()
        x = -r + rng.uniform(0, r)
        while x < width + r:
            px, py = x + rng.uniform(-0.3, 0.3) * r, y + rng.uniform(-0.6, 0.6) * r
            stalks.addRect(skia.Rect.MakeXYWH(px - r * 0.09, py, r * 0.18, r * 3.4))
            stalks.addOval(skia.Rect.MakeXYWH(px, py + r * 1.5, r * 1.1, r * 0.5))
            stalks.addOval(skia.Rect.MakeXYWH(px - r * 1.1, py + r * 1.9, r * 1.1, r * 0.5))
            petals.addPath(star(px, py, r, r * 0.66, 14, 9))
            inner.addPath(star(px, py, r * 0.82, r * 0.5, 12, 0))
            hearts.addCircle(px, py, r * 0.4)
            x += r * 2.7
        far = 0.3 * (1 - t)
        pen.decal(stalks, air.at((84, 132, 56), far))
        pen.decal(petals, air.at((238, 166, 36), far))
        pen.decal(inner, air.at((254, 208, 66), far))
        pen.decal(hearts, air.at((96, 58, 36), far))


def sunflower(stage: Stage, x: float, y: float, r: float, air: Air) -> None:
    """A sunflower close to the viewer."""
    pen = stage.front
    pen.line(curve((x + 10, 1030), (x + 4, (y + 1030) / 2), (x, y)), air.at((86, 128, 56)), 9)
    for k, tone in ((1.0, (236, 160, 34)), (0.86, (252, 204, 60))):
        petals = skia.Path()
        for i in range(16):
            a = math.tau * (i + k * 3) / 16
            px, py = math.cos(a) * r * k, math.sin(a) * r * k
            petals.addPath(
                polygon(
                    [
                        (x + px, y + py),
                        (x + px * 0.5 - py * 0.2, y + py * 0.5 + px * 0.2),
                        (x, y),
                        (x + px * 0.5 + py * 0.2, y + py * 0.5 - px * 0.2),
                    ]
                )
            )
        pen.decal(petals, air.at(tone))
    pen.fill(ellipse(x, y, r * 0.44), air.at((96, 58, 36)), "round", line=0.5)
    pen.decal(ellipse(x, y, r * 0.24), air.at((70, 42, 30)))


def ears(stage: Stage, span: tuple[float, float], rgb: Rgb) -> None:
    """Ears of wheat close to the viewer."""
    rng = stage.mood.random(f"ears{span[0]}")
    for _ in range(9):
        x, y, lean = rng.uniform(*span), rng.uniform(850, 930), rng.uniform(-20, 30)
        stage.front.line(curve((x, 1030), (x + lean * 0.3, (y + 1030) / 2), (x + lean, y)), darken(rgb, 0.2), 4)
        ear = skia.Path()
        for k in range(6):
            for side in (-1, 1):
                ear.addPath(ellipse(x + lean + side * 6, y + 8 - k * 12, 5, 11, side * 22))
        stage.front.decal(ear, lighten(rgb, 0.12 * rng.random()))
