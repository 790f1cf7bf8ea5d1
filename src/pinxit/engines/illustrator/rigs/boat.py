"""Boats: hulls with planks or plates, masts, sails, rigging, a bow wave. The water line is y = 0; "
"the bow is at the right."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.shapes import box, ellipse, moved, tube

WOOD: Rgb = (158, 100, 58)
CANVAS: Rgb = (250, 244, 228)


def hull(pen: Pen, path: skia.Path, paint: Rgb, trim: Rgb, *, planks: int = 0, boot: Rgb | None = None) -> None:
    """A hull: planks or plain, a rubbing strake under its upper edge (`trim`), a boot stripe at the water line."""
    pen.fill(path, paint, "round")
    edge = path.getBounds()
    left, right, top, low = edge.left(), edge.right(), edge.top(), edge.bottom()
    with pen.on(path):
        if boot is not None:
            pen.decal(box(left, low - (low - top) * 0.28, right - left, low - top), boot)
            pen.line(
                bars(f"{left},{low - (low - top) * 0.28} {right},{low - (low - top) * 0.28}"), (250, 250, 250), 1.6
            )
        for i in range(1, planks + 1):
            shift = moved(path, 0, (low - top) * i / (planks + 1))
            pen.line(shift, darken(paint, 0.35), 1.3, alpha=0.6)
            pen.line(moved(shift, 0, 1.4), lighten(paint, 0.3), 0.8, alpha=0.5)
        pen.line(path, trim, 7)
        pen.decal(box(left, low - 9, right - left, 12), (20, 40, 70), alpha=0.35, blur=3)


def water(pen: Pen, left: float, right: float) -> None:
    """The water around the foot of the hull, with foam at the bow."""
    tone: Rgb = (92, 158, 196)
    wide = right - left
    pen.decal(ellipse((left + right) / 2, 3, wide * 0.56, 6), tone, alpha=0.75)
    pen.decal(ellipse((left + right) / 2, 1, wide * 0.5, 3.4), (232, 246, 250), alpha=0.8)
    for i in range(5):
        x = left + wide * (0.1 + 0.19 * i)
        pen.line(
            stroke(f"{x},{6 + i % 2 * 2} {x + 12},{4 + i % 2 * 2} {x + 26},{6 + i % 2 * 2}"),
            (255, 255, 255),
            1.4,
            alpha=0.8,
        )


def sail(pen: Pen, path: skia.Path, colour: Rgb, seams: int = 5, stripes: Rgb | None = None) -> None:
    """A sail with seams and a belly; `stripes` colours every other panel."""
    pen.fill(path, colour, "soft")
    edge = path.getBounds()
    with pen.on(path):
        for i in range(seams + 1):
            y = edge.top() + edge.height() * i / (seams + 1)
            if stripes is not None and i % 2:
                pen.decal(box(edge.left() - 2, y, edge.width() + 4, edge.height() / (seams + 1)), stripes)
            pen.line(
                stroke(f"{edge.left()},{y + 4} {edge.centerX()},{y} {edge.right()},{y + 4}"),
                darken(colour, 0.25),
                1,
                alpha=0.55,
            )
        belly = Gradient(
            (edge.left(), 0),
            (edge.right(), 0),
            ((0, (60, 70, 110)), (0.5, (255, 255, 255)), (1, (60, 70, 110))),
            alphas=(0.1, 0.45, 0.1),
        )
        pen.decal(box(edge.left(), edge.top(), edge.width(), edge.height()), belly)


def mast(pen: Pen, x: float, top: float, low: float, wide: float = 5, wood: Rgb = WOOD) -> None:
    """A mast with its truck."""
    pen.fill(tube([(x, low), (x, top)], [wide, wide * 0.55]), wood, "round", line=0.7)
    pen.fill(ellipse(x, top, wide * 0.6), darken(wood, 0.2), "round", line=0.5)


def flaglet(pen: Pen, x: float, y: float, colour: Rgb, size: float = 22) -> None:
    """A pennant that flies to the left of (x, y)."""
    with pen.at(x, y, size / 22):
        pen.fill(organic("0,-1 -8,-3 -16,1 -24,3 -16,7 -8,8 0,11"), colour, "soft", line=0.6)


def portholes(pen: Pen, xs: list[float], y: float, radius: float, look: Look, ring: Rgb = (214, 178, 90)) -> None:
    """Round windows in a row."""
    for x in xs:
        pen.fill(ellipse(x, y, radius), ring, "metal", line=0.5)
        if look.night:
            pen.glow(ellipse(x, y, radius * 0.7), (255, 218, 128))
            pen.glow(ellipse(x, y, radius * 2), (255, 200, 110), alpha=0.5, blur=radius)
        else:
            pen.fill(ellipse(x, y, radius * 0.68), (70, 110, 140), "flat", line=0.3)
            pen.decal(ellipse(x - radius * 0.2, y - radius * 0.25, radius * 0.24), (255, 255, 255), alpha=0.7)


def oar(pen: Pen, x0: float, y0: float, x1: float, y1: float, wood: Rgb) -> None:
    """An oar from its handle to its blade."""
    pen.fill(tube([(x0, y0), (x1, y1)], 3.6), wood, "round", line=0.6)
    dx, dy = (x1 - x0) * 0.22, (y1 - y0) * 0.22
    pen.fill(
        tube([(x1 - dx * 0.6, y1 - dy * 0.6), (x1, y1), (x1 + dx * 0.3, y1 + dy * 0.3)], [4, 9, 8]),
        mix(wood, (255, 255, 255), 0.2),
        "round",
        line=0.6,
    )


def square_sail(pen: Pen, x: float, top: float, low: float, wide: float, colour: Rgb) -> None:
    """A square sail blown to the right, hung from a yard."""
    half = wide / 2
    path = facet(
        f"{x - half},{top} {x + half},{top} {x + half + 12},{(top + low) / 2} "
        f"{x + half + 3},{low} {x},{low - 7} {x - half - 3},{low} {x - half + 9},{(top + low) / 2}",
        6,
    )
    sail(pen, path, colour, 3)
    pen.fill(tube([(x - half - 5, top), (x + half + 5, top)], 4), darken(WOOD, 0.25), "round", line=0.6)
