"""Furniture of the background, seen from in front: blocks, cupboards, seats, tables, house plants, rugs, boards."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.sky import pool
from pinxit.engines.illustrator.rigs.tropics import clump
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, taper

Area = tuple[float, float, float, float]
"""x, y, width, height."""


def block(pen: Pen, area: Area, rgb: Rgb, radius: float = 4) -> skia.Path:
    """A box with a lit upper edge and a shaded foot."""
    x, y, w, h = area
    paint = Gradient((x, y), (x + w * 0.2, y + h), ((0.0, lighten(rgb, 0.12)), (0.5, rgb), (1.0, darken(rgb, 0.2))))
    path = pen.fill(box(x, y, w, h, radius), paint, "flat", line=0.5)
    with pen.on(path):
        pen.decal(box(x, y, w, max(3, h * 0.02)), lighten(rgb, 0.35), alpha=0.8)
        pen.decal(box(x + w * 0.94, y, w * 0.06, h), darken(rgb, 0.35), alpha=0.3)
    return path


def cupboards(pen: Pen, area: Area, rgb: Rgb, doors: int = 4, drawers: bool = False) -> None:
    """A row of cupboard fronts with panels and knobs."""
    x, y, w, h = area
    block(pen, area, rgb)
    step = w / doors
    panels, knobs = skia.Path(), skia.Path()
    for i in range(doors):
        left = x + step * i
        rows = ((y + h * 0.06, h * 0.2), (y + h * 0.32, h * 0.6)) if drawers else ((y + h * 0.07, h * 0.86),)
        for top, tall in rows:
            panels.addRect(skia.Rect.MakeXYWH(left + step * 0.08, top, step * 0.84, tall))
            knobs.addOval(
                skia.Rect.MakeXYWH(left + step * (0.5 if tall < h * 0.3 else 0.8), top + min(tall * 0.45, 60), 8, 8)
            )
    pen.decal(panels, lighten(rgb, 0.14))
    pen.line(panels, darken(rgb, 0.35), 2, alpha=0.6)
    pen.decal(knobs, (196, 158, 92))


def counter(pen: Pen, area: Area, tones: tuple[Rgb, Rgb], doors: int = 5) -> None:
    """A counter: cupboards under a thick top that stands out; `tones` of fronts and top."""
    x, y, w, h = area
    cupboards(pen, (x, y + 16, w, h - 16), tones[0], doors, drawers=True)
    pen.decal(box(x, y + 20, w, 16), (20, 14, 20), alpha=0.25)
    block(pen, (x - 8, y, w + 16, 20), tones[1], 3)


def table(pen: Pen, x: float, y: float, size: tuple[float, float], rgb: Rgb) -> None:
    """A table with its feet at y around x, `size` = (width, height)."""
    w, h = size
    pool(pen, (x, y, w * 0.6, w * 0.09), (24, 16, 24), 0.35)
    for side in (-1, 1):
        pen.fill(taper(w * 0.06, w * 0.035, y - h, y, x + side * w * 0.42), darken(rgb, 0.25), "flat", line=0.5)
    pen.fill(
        polygon(
            [
                (x - w * 0.44, y - h * 1.08),
                (x + w * 0.44, y - h * 1.08),
                (x + w * 0.5, y - h * 0.96),
                (x - w * 0.5, y - h * 0.96),
            ]
        ),
        lighten(rgb, 0.25),
        "flat",
        line=0.5,
    )
    block(pen, (x - w * 0.5, y - h * 0.96, w, h * 0.1), rgb, 2)


def round_table(pen: Pen, x: float, y: float, size: tuple[float, float], rgb: Rgb) -> None:
    """A café table on one leg with its foot at (x, y)."""
    w, h = size
    pool(pen, (x, y, w * 0.5, w * 0.1), (24, 16, 24), 0.35)
    pen.fill(taper(w * 0.06, w * 0.06, y - h, y - 6, x), (52, 46, 48), "flat", line=0.5)
    pen.fill(ellipse(x, y - 5, w * 0.22, w * 0.045), (44, 40, 42), "flat", line=0.5)
    pen.fill(ellipse(x, y - h + 6, w * 0.5, w * 0.1), darken(rgb, 0.35), "flat", line=0.5)
    pen.fill(
        ellipse(x, y - h, w * 0.5, w * 0.1),
        Gradient((x - w / 2, 0), (x + w / 2, 0), ((0.0, lighten(rgb, 0.35)), (1.0, rgb))),
        "flat",
        line=0.5,
    )


def chair(
    pen: Pen, x: float, y: float, height: float, rgb: Rgb, flip: bool = False
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A plain chair with its feet at y."""
    s = height / 100 * (-1 if flip else 1)
    h = height
    pool(pen, (x, y, h * 0.34, h * 0.07), (24, 16, 24), 0.3)
    for dx, tone in ((-20, 0.3), (22, 0.3), (-26, 0.0), (16, 0.0)):
        pen.fill(
            polygon(
                [(x + dx * s, y - h * 0.46), (x + (dx + 5) * s, y - h * 0.46), (x + (dx + 4) * s, y), (x + dx * s, y)]
            ),
            darken(rgb, tone),
            "flat",
            line=0.4,
        )
    pen.fill(
        polygon(
            [
                (x - 28 * s, y - h * 0.48),
                (x + 24 * s, y - h * 0.48),
                (x + 28 * s, y - h * 0.42),
                (x - 28 * s, y - h * 0.42),
            ]
        ),
        lighten(rgb, 0.15),
        "flat",
        line=0.5,
    )
    for dx in (-28, -14):
        pen.fill(
            polygon(
                [
                    (x + dx * s, y - h),
                    (x + (dx + 5) * s, y - h),
                    (x + (dx + 6) * s, y - h * 0.46),
                    (x + (dx + 1) * s, y - h * 0.46),
                ]
            ),
            rgb,
            "flat",
            line=0.4,
        )
    pen.fill(
        polygon([(x - 30 * s, y - h), (x - 6 * s, y - h), (x - 6 * s, y - h * 0.86), (x - 30 * s, y - h * 0.86)]),
        lighten(rgb, 0.1),
        "flat",
        line=0.5,
    )


def sofa(pen: Pen, x: float, y: float, width: float, rgb: Rgb) -> None:
    """A sofa from in front with its feet at y, x its middle."""
    h = width * 0.4
    pool(pen, (x, y, width * 0.58, width * 0.06), (24, 16, 24), 0.4)
    for side in (-1, 1):
        pen.fill(taper(14, 9, y - 24, y, x + side * width * 0.42), (92, 62, 44), "flat", line=0.5)
    block(pen, (x - width * 0.46, y - h, width * 0.92, h * 0.7), darken(rgb, 0.08), 26)
    for side in (-1, 1):
        block(
            pen, (x + (side - 1) * width * 0.21 + side * width * 0.005, y - h * 0.94, width * 0.42, h * 0.52), rgb, 20
        )
        block(pen, (x + (side - 1) * width * 0.21, y - h * 0.5, width * 0.42, h * 0.22), lighten(rgb, 0.1), 14)
    block(pen, (x - width * 0.44, y - h * 0.32, width * 0.88, h * 0.22), darken(rgb, 0.14), 8)
    for side in (-1, 1):
        block(
            pen, (x + side * width * 0.47 - width * 0.055, y - h * 0.66, width * 0.11, h * 0.58), darken(rgb, 0.04), 18
        )
    pen.fill(
        polygon(
            [
                (x - width * 0.34, y - h * 0.76),
                (x - width * 0.2, y - h * 0.84),
                (x - width * 0.16, y - h * 0.52),
                (x - width * 0.32, y - h * 0.48),
            ]
        ),
        (226, 170, 84),
        "soft",
        line=0.5,
    )


def house_plant(
    pen: Pen, x: float, y: float, height: float, rgb: Rgb = (78, 134, 74), tub: Rgb = (214, 206, 194)
) -> None:
    """A big-leaved plant in a tub standing at (x, y)."""
    pool(pen, (x, y, height * 0.28, height * 0.06), (24, 16, 24), 0.35)
    clump(pen, x, y - height * 0.24, height * 0.7, rgb, 9)
    pen.fill(taper(height * 0.3, height * 0.22, y - height * 0.3, y, x, 6), tub, "round", line=0.5)


def rug(pen: Pen, x: float, y: float, size: tuple[float, float], rgb: Rgb) -> None:
    """An oval rug with rings."""
    for k, tone in ((1.0, rgb), (0.84, lighten(rgb, 0.35)), (0.76, darken(rgb, 0.12)), (0.44, lighten(rgb, 0.25))):
        pen.decal(ellipse(x, y, size[0] / 2 * k, size[1] / 2 * k), tone)


def blackboard(pen: Pen, area: Area, rgb: Rgb = (44, 74, 64), frame: Rgb = (150, 108, 70)) -> None:
    """A blank board with chalk dust and a ledge."""
    x, y, w, h = area
    pen.decal(box(x + 6, y + 10, w, h), (20, 16, 24), alpha=0.25)
    pen.fill(box(x - 12, y - 12, w + 24, h + 24, 4), frame, "flat", line=0.5)
    field = pen.fill(
        box(x, y, w, h),
        Gradient((x, y), (x + w, y + h), ((0.0, lighten(rgb, 0.12)), (1.0, darken(rgb, 0.1)))),
        "flat",
        line=0.5,
    )
    rng = random.Random(round(w + h))
    with pen.on(field):
        for _ in range(5):
            pen.decal(
                ellipse(x + rng.random() * w, y + rng.random() * h, w * 0.18, h * 0.1, rng.uniform(-20, 20)),
                (232, 240, 232),
                alpha=0.06,
            )
    pen.fill(box(x - 12, y + h + 8, w + 24, 10), lighten(frame, 0.1), "flat", line=0.5)


def bookcase(pen: Pen, area: Area, rgb: Rgb, rows: int = 4) -> list[Area]:
    """An open case; returns (x, y, width, height) of each row's room, y being the board that things stand on."""
    x, y, w, h = area
    block(pen, area, rgb)
    tall = (h - 16) / rows
    rooms = []
    for i in range(rows):
        top = y + 10 + tall * i
        pen.decal(box(x + 12, top, w - 24, tall - 10), darken(rgb, 0.55))
        pen.decal(box(x + 12, top, w - 24, 14), (10, 6, 10), alpha=0.35)
        rooms.append((x + 14, top + tall - 10, w - 28, tall - 10))
    return rooms


def bar_stools(pen: Pen, xs: list[float], y: float, height: float, rgb: Rgb) -> None:
    """Stools in front of a counter."""
    for x in xs:
        pool(pen, (x, y, height * 0.26, height * 0.05), (24, 16, 24), 0.35)
        for dx in (-0.2, -0.08, 0.08, 0.2):
            pen.line(
                polygon([(x + dx * height * 0.5, y - height), (x + dx * height, y)], closed=False),
                (58, 48, 46),
                height * 0.035,
            )
        pen.fill(ellipse(x, y - height, height * 0.21, height * 0.06), rgb, "round", line=0.5)
