"""What houses are made of: walls with courses, tiled roofs, windows, doors, chimneys, awnings."""

from __future__ import annotations

import random
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import bars
from pinxit.engines.illustrator.shapes import Point, arc, box, ellipse, moved, polygon, scaled, union

STONE: Rgb = (168, 164, 158)
BRICK: Rgb = (178, 92, 72)
TILE: Rgb = (186, 78, 58)
TIMBER: Rgb = (140, 98, 62)
CREAM: Rgb = (244, 232, 208)
WARM = ((255, 232, 150), (248, 168, 70))


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: its top left corner and its size."""

    x: float
    y: float
    wide: float
    tall: float


def bricks(
    pen: Pen, path: skia.Path, colour: Rgb, size: tuple[float, float], rng: random.Random, share: float = 1
) -> None:
    """Courses of bricks or stones on a wall; `share` below 1 shows only some of them."""
    edge = path.getBounds()
    wide, tall = size
    with pen.on(path):
        row, y = 0, edge.top()
        while y < edge.bottom():
            x = edge.left() - wide * (0.5 if row % 2 else 0)
            while x < edge.right():
                if rng.random() < share:
                    tone = rng.choice((lighten(colour, 0.12), darken(colour, 0.1), darken(colour, 0.18)))
                    pen.decal(box(x + 0.5, y + 0.5, wide - 1, tall - 1, tall * 0.15), tone, alpha=0.55)
                x += wide
            y += tall
            row += 1


def boards(pen: Pen, path: skia.Path, colour: Rgb, step: float, *, upright: bool = False) -> None:
    """Boards on a wall."""
    edge = path.getBounds()
    lines = skia.Path()
    at = (edge.left() if upright else edge.top()) + step
    while at < (edge.right() if upright else edge.bottom()):
        ends = [(at, edge.top()), (at, edge.bottom())] if upright else [(edge.left(), at), (edge.right(), at)]
        lines.addPath(polygon(ends, closed=False))
        at += step
    with pen.on(path):
        pen.line(lines, darken(colour, 0.32), 1.2, alpha=0.6)
        pen.line(moved(lines, 1, 1.2), lighten(colour, 0.35), 0.8, alpha=0.5)


def tiles(pen: Pen, path: skia.Path, colour: Rgb, rng: random.Random, size: float = 9) -> None:
    """A roof: rows of round tiles, some lighter, some darker."""
    pen.fill(path, colour, "round")
    edge = path.getBounds()
    with pen.on(path):
        y, row = edge.top() + size * 0.5, 0
        while y < edge.bottom() + size:
            x = edge.left() - (size / 2 if row % 2 else 0)
            while x < edge.right() + size:
                if rng.random() < 0.3:
                    tone = rng.choice((lighten(colour, 0.18), darken(colour, 0.18)))
                    pen.decal(box(x, y - size * 0.8, size, size * 0.8, size * 0.3), tone, alpha=0.5)
                pen.line(
                    arc(x + size / 2, y - size * 0.35, size / 2, size * 0.42, 10, 160),
                    darken(colour, 0.4),
                    1,
                    alpha=0.65,
                )
                x += size
            y += size * 0.72
            row += 1


def window(
    pen: Pen, area: Area, look: Look, frame: Rgb = (250, 246, 238), cross: tuple[int, int] = (2, 2), arch: bool = False
) -> None:
    """A window with its frame, glazing bars (columns, rows), reflections and sill; lit at night."""
    x, y, wide, tall = area.x, area.y, area.wide, area.tall
    rim = max(wide * 0.09, 1.4)
    shape = box(x, y, wide, tall, 1)
    if arch:
        shape = union(ellipse(x + wide / 2, y + wide / 2, wide / 2), box(x, y + wide / 2, wide, tall - wide / 2))
    pen.fill(shape, frame, "round", line=0.7)
    edge = shape.getBounds()
    inner = scaled(shape, 1 - 2 * rim / wide, 1 - 2 * rim / tall, edge.centerX(), edge.centerY())
    if look.night:
        pen.glow(inner, Gradient((x, y), (x, y + tall), ((0, WARM[0]), (1, WARM[1]))))
        pen.glow(box(x - rim, y - rim, wide + 2 * rim, tall + 2 * rim, rim), WARM[1], alpha=0.4, blur=wide * 0.22)
    else:
        sky = Gradient((x, y), (x, y + tall), ((0, (74, 104, 134)), (0.6, (126, 166, 190)), (1, (168, 200, 212))))
        pen.fill(inner, sky, "flat", line=0.4)
        with pen.on(inner):
            for shift, span in ((0.1, 0.28), (0.52, 0.1)):
                left = x + wide * shift
                band: list[Point] = [(left + wide * 0.4, y), (left + wide * (0.4 + span), y)]
                pen.decal(
                    polygon([*band, (left + wide * span, y + tall), (left, y + tall)]), (255, 255, 255), alpha=0.24
                )
    for i in range(1, cross[0]):
        pen.line(
            bars(f"{x + wide * i / cross[0]},{y + rim} {x + wide * i / cross[0]},{y + tall - rim}"), frame, rim * 0.62
        )
    for i in range(1, cross[1]):
        pen.line(
            bars(f"{x + rim},{y + tall * i / cross[1]} {x + wide - rim},{y + tall * i / cross[1]}"), frame, rim * 0.62
        )
    pen.fill(box(x - rim, y + tall - rim * 0.3, wide + 2 * rim, rim * 1.5, 1), frame, "round", line=0.5)
    pen.decal(box(x, y + tall + rim * 1.2, wide, rim, 0.5), (30, 24, 40), alpha=0.25)


def panel_door(pen: Pen, area: Area, colour: Rgb, frame: Rgb, rows: tuple[float, ...] = (0.44, 0.3)) -> None:
    """A door with raised panels, in its frame, with a knob at its right side."""
    x, y, wide, tall = area.x, area.y, area.wide, area.tall
    pen.fill(box(x - wide * 0.1, y - wide * 0.1, wide * 1.2, tall + wide * 0.1, 1), frame, "round", line=0.8)
    pen.decal(box(x - wide * 0.025, y - wide * 0.025, wide * 1.05, tall + wide * 0.025), darken(colour, 0.7))
    leaf = box(x, y, wide, tall)
    pen.fill(leaf, colour, "round", line=0.6)
    top = y + tall * 0.06
    for share in rows:
        for side in (0, 1):
            left = x + wide * (0.11 + side * 0.42)
            raised_panel(pen, Area(left, top, wide * 0.36, tall * share), colour)
        top += tall * (share + 0.06)
    knob = (x + wide * 0.91, y + tall * 0.55)
    pen.decal(ellipse(knob[0] + 0.6, knob[1] + 1.2, wide * 0.045), darken(colour, 0.6), alpha=0.6, blur=1)
    pen.fill(ellipse(*knob, wide * 0.04), (226, 178, 70), "glossy", line=0.4)


def raised_panel(pen: Pen, area: Area, colour: Rgb) -> None:
    """A panel of a door with light and dark edges."""
    x, y, wide, tall = area.x, area.y, area.wide, area.tall
    bevel = min(wide, tall) * 0.09
    pen.decal(box(x, y, wide, tall), darken(colour, 0.38))
    pen.decal(
        polygon(
            [
                (x + wide, y),
                (x + wide, y + tall),
                (x, y + tall),
                (x + bevel, y + tall - bevel),
                (x + wide - bevel, y + bevel),
            ]
        ),
        lighten(colour, 0.28),
    )
    face = Gradient((x, y), (x + wide, y + tall), ((0, lighten(colour, 0.16)), (1, darken(colour, 0.1))))
    pen.decal(box(x + bevel, y + bevel, wide - 2 * bevel, tall - 2 * bevel), face)


def awning(pen: Pen, area: Area, colours: tuple[Rgb, Rgb], stripes: int = 9) -> None:
    """A striped awning with a scalloped hem; `area` is its slope, the hem hangs below."""
    x, y, wide, tall = area.x, area.y, area.wide, area.tall
    flare = tall * 0.3
    pen.decal(box(x - flare * 0.5, y + tall, wide + flare, tall * 0.55), (24, 18, 30), alpha=0.35, blur=4)
    for i in range(stripes):
        a, b = i / stripes, (i + 1) / stripes
        top = (x + wide * a, x + wide * b)
        low = (x - flare + (wide + 2 * flare) * a, x - flare + (wide + 2 * flare) * b)
        colour = colours[i % 2]
        flap = union(
            ellipse((low[0] + low[1]) / 2, y + tall, (low[1] - low[0]) / 2, tall * 0.26),
            box(low[0], y + tall * 0.94, low[1] - low[0], tall * 0.07),
        )
        pen.fill(flap, mix(darken(colour, 0.16), colour, 0.3), "flat", line=0.6)
        pen.fill(polygon([(top[0], y), (top[1], y), (low[1], y + tall), (low[0], y + tall)]), colour, "round", line=0.6)
    pen.decal(box(x - flare, y + tall - 1.2, wide + 2 * flare, 1.6), (30, 20, 30), alpha=0.25)


def chimney(pen: Pen, area: Area, colour: Rgb, rng: random.Random) -> None:
    """A brick chimney with its cap."""
    stack = box(area.x, area.y, area.wide, area.tall)
    pen.fill(stack, colour, "round")
    bricks(pen, stack, colour, (area.wide * 0.42, 4.5), rng)
    pen.fill(box(area.x - 2.5, area.y - 4, area.wide + 5, 7, 1), lighten(colour, 0.15), "round", line=0.8)


def foot(pen: Pen, left: float, right: float, green: Rgb, rng: random.Random) -> None:
    """Tufts of grass along the foot of a wall."""
    x = left
    while x < right:
        tall = rng.uniform(4, 10)
        tone = lighten(green, rng.uniform(0, 0.2))
        pen.fill(polygon([(x - 2.2, 1), (x + rng.uniform(-3, 3), -tall), (x + 2.2, 1)]), tone, "flat", line=0.3)
        x += rng.uniform(1.8, 4)
