"""What hair is made of: combed strands in locks, curls, tresses and the sheen on them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, luminance, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, joined, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, tube

Path3 = tuple[Point, Point, Point]


def tones(colour: Rgb) -> tuple[Rgb, Rgb]:
    """The light and the dark of a head of hair; black hair shines cool."""
    if luminance(colour) < 0.12:
        return mix(colour, (142, 150, 178), 0.42), darken(colour, 0.5)
    return lighten(colour, 0.3), darken(colour, 0.36)


def comb(pen: Pen, shape: skia.Path, flow: Sequence[Path3], colour: Rgb) -> None:
    """Strands along the flow, gathered into locks of lighter and darker hair."""
    light, dark = tones(colour)
    locks: dict[bool, list[skia.Path]] = {True: [], False: []}
    for k in range(0, len(flow) - 2, 2):
        (a0, b0, c0), (a1, b1, c1) = flow[k], flow[k + 2]
        locks[bool(k % 4)].append(smooth([a0, b0, c0, c1, b1, a1], tension=0.4))
    fine: dict[bool, list[skia.Path]] = {True: [], False: []}
    for k in range(len(flow) - 1):
        (a0, b0, c0), (a1, b1, c1) = flow[k], flow[k + 1]
        for j, t in enumerate((0.3, 0.68)):
            line = [_between(a0, a1, t), _between(b0, b1, t), _between(c0, c1, t)]
            fine[(k * 2 + j) % 5 == 0].append(stroke(line, 0.62, 0.0, 0.1))
    with pen.on(shape):
        pen.decal(joined(locks[True]), light, alpha=0.13, blur=0.7)
        pen.decal(joined(locks[False]), dark, alpha=0.2, blur=0.7)
        pen.decal(joined(stroke(line, 1.25, 0.15, 0.3) for line in flow[::2]), dark, alpha=0.5)
        pen.decal(joined(fine[False]), dark, alpha=0.32)
        pen.decal(joined(fine[True]), light, alpha=0.5)


def _between(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def sheen(pen: Pen, shape: skia.Path, band: Sequence[Point], colour: Rgb, width: float = 6.5) -> None:
    """Light that lies across the strands, broken up by them."""
    light, _ = tones(colour)
    with pen.on(shape):
        pen.decal(stroke(band, width, 0.2, 0.2), lighten(light, 0.25), alpha=0.3, blur=2.4)
        pen.decal(stroke(band, width * 0.35, 0.1, 0.1), lighten(light, 0.45), alpha=0.3, blur=1.0)


def tress(pen: Pen, points: Sequence[Point], widths: Sequence[float], colour: Rgb, *, lines: int = 5) -> skia.Path:
    """A lock that hangs: a tapered strip with strands along it."""
    shape = tube(points, widths, closed_ends=False)
    shape = pen.fill(shape, colour, "soft", line=0.7)
    light, dark = tones(colour)
    drawn = []
    glint = skia.Path()
    for k in range(lines):
        side = (k + 0.5) / lines - 0.5
        line = [(x + side * w * 0.95, y) for (x, y), w in zip(points, widths, strict=True)]
        if k == lines // 3:
            glint = stroke(line, 1.5, 0.4, 0.2)
        else:
            drawn.append(stroke(line, 0.8, 0.4, 0.2))
    with pen.on(shape):
        pen.decal(joined(drawn), dark, alpha=0.42)
        pen.decal(glint, light, alpha=0.4, blur=0.4)
    return shape


def plait(pen: Pen, points: Sequence[Point], widths: Sequence[float], colour: Rgb) -> None:
    """A braid: links that overlap, a band, and the tassel below it."""
    _, dark = tones(colour)
    steps = 9
    (x0, y0), (xm, ym), (x1, y1) = points[0], points[len(points) // 2], points[-1]
    for k in range(steps):
        t = k / (steps - 0.5)
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * xm + t * t * x1
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * ym + t * t * y1
        w = widths[0] + (widths[-1] - widths[0]) * t
        high = abs(y1 - y0) / steps * 0.95
        for side in (1, -1) if k % 2 else (-1, 1):
            link = smooth([(x - side * w * 0.12, y - high * 0.5), (x + side * w * 0.55, y - high * 0.55),
                           (x + side * w * 0.52, y + high * 0.3), (x - side * w * 0.18, y + high * 0.95)])  # fmt: skip
            pen.fill(link, colour, "soft", line=0.5)
            with pen.on(link):
                pen.decal(stroke([(x + side * w * 0.5, y - high * 0.4), (x + side * w * 0.2, y + high * 0.1),
                                  (x - side * w * 0.1, y + high * 0.8)], 0.7), dark, alpha=0.5)  # fmt: skip
    w = widths[-1]
    tassel = smooth([(x1 - w * 0.4, y1), (x1 + w * 0.4, y1), (x1 + w * 0.6, y1 + 8), (x1, y1 + 15),
                     (x1 - w * 0.6, y1 + 8)])  # fmt: skip
    pen.fill(tassel, colour, "soft", line=0.5)
    pen.fill(ellipse(x1, y1 + 1, w * 0.52, 2.4), (196, 74, 84), "soft", line=0.4)


def curls(pen: Pen, shape: skia.Path, skull: Skull, reach: tuple[float, float], colour: Rgb, size: float) -> None:
    """A head of curls: each a small coil with its own light and dark; `reach` is how far out and up it goes."""
    light, dark = tones(colour)
    side, top = reach
    count = round(1500 / size / size) + 26
    coils: list[skia.Path] = []
    glints: list[skia.Path] = []
    for k in range(count):
        u = -40 - side + (80 + 2 * side) * ((k * 0.618) % 1)
        v = -55 - top + (70 + top * 0.6) * ((k * 0.3779) % 1)
        x, y = skull.solid(u, v, 0)
        turn = (k * 137.5) % 360
        r = size * (0.8 + 0.4 * ((k * 0.31) % 1))
        coil = []
        for j in range(6):
            angle = math.radians(turn + 52 * j)
            coil.append((x + math.cos(angle) * r * (1 - 0.1 * j), y + math.sin(angle) * r * 0.85 * (1 - 0.1 * j)))
        coils.append(stroke(coil, r * 0.42, 0.1, 0.2))
        glints.append(stroke([(px - r * 0.16, py - r * 0.2) for px, py in coil[:4]], r * 0.26, 0.1, 0.1))
    with pen.on(shape):
        pen.decal(joined(coils), dark, alpha=0.5)
        pen.decal(joined(glints), light, alpha=0.34)


def knot(pen: Pen, centre: Point, size: float, colour: Rgb) -> None:
    """Hair wound into a bun."""
    x, y = centre
    ball = ellipse(x, y, size, size * 0.88)
    pen.fill(ball, colour, "soft")
    light, dark = tones(colour)
    with pen.on(ball):
        for k in range(6):
            r = size * (1.0 - 0.16 * k)
            turn = [(x - r, y + 3), (x - r * 0.55, y - r * 0.55), (x + r * 0.2, y - r * 0.72), (x + r * 0.92, y - 1)]
            pen.decal(stroke(turn, 1.0, 0.1, 0.1), light if k % 3 == 1 else dark, alpha=0.5)
        pen.decal(stroke([(x - size * 0.9, y + size * 0.3), (x, y + size * 0.62), (x + size * 0.9, y + size * 0.2)],
                         1.6), dark, alpha=0.5)  # fmt: skip
        pen.decal(ellipse(x - size * 0.3, y - size * 0.4, size * 0.4, size * 0.22, -24), lighten(light, 0.3),
                  alpha=0.35, blur=1.6)  # fmt: skip
