"""What vehicles are made of: wheels, panes, lamps and a painted shell. Seen from the side, driving to the right."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.rigs.wire import wire
from pinxit.engines.illustrator.shapes import Point, arc, box, ellipse, polygon

TYRE: Rgb = (44, 44, 50)
STEEL: Rgb = (206, 211, 218)
PANE: Rgb = (150, 200, 224)
AMBER: Rgb = (255, 176, 46)
LAMP: Rgb = (255, 244, 206)


def spot(x: float, y: float, radius: float, degrees: float) -> Point:
    """The point at an angle on a circle."""
    return (x + radius * math.cos(math.radians(degrees)), y + radius * math.sin(math.radians(degrees)))


def wheel(  # limit: a circle and its make
    pen: Pen, x: float, y: float, radius: float, rim: Rgb = STEEL, spokes: int = 5, hub: Rgb | None = None
) -> None:
    """A car's wheel: tyre, rim with `spokes`, hub and bolts."""
    pen.fill(ellipse(x, y, radius), TYRE, "round")
    pen.line(ellipse(x, y, radius * 0.84), lighten(TYRE, 0.14), radius * 0.035)
    pen.fill(ellipse(x, y, radius * 0.68), darken(rim, 0.62), "flat", line=0.5)
    pen.line(ellipse(x, y, radius * 0.64), rim, radius * 0.09)
    for i in range(spokes):
        angle = 360 * i / spokes - 90
        ends = [spot(x, y, radius * 0.14, angle - 60), spot(x, y, radius * 0.62, angle - 9)]
        ends += [spot(x, y, radius * 0.62, angle + 9), spot(x, y, radius * 0.14, angle + 60)]
        pen.fill(polygon(ends), mix(rim, (255, 255, 255), 0.25 if angle < 0 else 0.0), "flat", line=0)
    pen.fill(ellipse(x, y, radius * 0.2), hub or rim, "round", line=0.4)
    pen.decal(ellipse(x - radius * 0.05, y - radius * 0.06, radius * 0.07), (255, 255, 255), alpha=0.6)
    pen.line(arc(x, y, radius * 0.92, radius * 0.92, 195, 75), (255, 255, 255), radius * 0.04, alpha=0.22)


def disc_wheel(pen: Pen, x: float, y: float, radius: float, rim: Rgb = STEEL) -> None:
    """A lorry's wheel: a dished disc with a ring of bolts."""
    pen.fill(ellipse(x, y, radius), TYRE, "round")
    pen.line(ellipse(x, y, radius * 0.82), lighten(TYRE, 0.12), radius * 0.04)
    pen.fill(ellipse(x, y, radius * 0.6), rim, "round", line=0.5)
    pen.fill(ellipse(x, y, radius * 0.4), darken(rim, 0.35), "round", line=0.3)
    pen.fill(ellipse(x, y, radius * 0.2), lighten(rim, 0.2), "round", line=0.3)
    for i in range(8):
        pen.decal(ellipse(*spot(x, y, radius * 0.5, i * 45 + 10), radius * 0.045), darken(rim, 0.55))
    pen.line(arc(x, y, radius * 0.91, radius * 0.91, 195, 75), (255, 255, 255), radius * 0.04, alpha=0.22)


def wire_wheel(pen: Pen, x: float, y: float, radius: float, tyre: Rgb = TYRE, crossed: int = 14) -> None:
    """A bicycle's wheel: see-through, with crossed spokes, a bright rim and a hub."""
    spokes = skia.Path()
    for i in range(crossed):
        for lean in (-70, 70):
            angle = 360 * i / crossed + (0 if lean > 0 else 180 / crossed)
            spokes.moveTo(*spot(x, y, radius * 0.06, angle + lean))
            spokes.lineTo(*spot(x, y, radius * 0.87, angle))
    pen.line(spokes, (168, 174, 182), max(radius * 0.014, 0.6))
    pen.line(ellipse(x, y, radius * 0.875), (122, 126, 134), radius * 0.062)
    pen.line(ellipse(x, y, radius * 0.872), (228, 232, 236), radius * 0.034)
    pen.line(ellipse(x, y, radius * 0.955), tyre, radius * 0.095)
    pen.line(arc(x, y, radius * 0.962, radius * 0.962, 188, 88), lighten(tyre, 0.45), radius * 0.016)
    pen.line(arc(x, y, radius * 0.93, radius * 0.93, 10, 120), lighten(tyre, 0.2), radius * 0.012)
    pen.fill(ellipse(x, y, radius * 0.075), STEEL, "round", line=0.4)
    pen.decal(ellipse(x, y, radius * 0.03), (70, 72, 80))


def cart_wheel(pen: Pen, x: float, y: float, radius: float, wood: Rgb, spokes: int = 10) -> None:
    """A wheel of wood or cast iron: see-through, with thick spokes."""
    lines = skia.Path()
    for i in range(spokes):
        lines.moveTo(x, y)
        lines.lineTo(*spot(x, y, radius * 0.86, 360 * i / spokes + 9))
    wire(pen, lines, darken(wood, 0.2), radius * 0.08)
    wire(pen, ellipse(x, y, radius * 0.92), darken(wood, 0.45), radius * 0.17, "flat", 0.8)
    pen.line(ellipse(x, y, radius * 0.9), wood, radius * 0.1)
    pen.line(arc(x, y, radius * 0.93, radius * 0.93, 190, 90), lighten(wood, 0.45), radius * 0.025)
    pen.fill(ellipse(x, y, radius * 0.17), lighten(wood, 0.15), "round", line=0.5)
    pen.decal(ellipse(x, y, radius * 0.06), darken(wood, 0.5))


def pane(pen: Pen, path: skia.Path, look: Look, tint: Rgb = PANE, *, streaks: bool = True) -> None:
    """A window: a sky-coloured gradient with slanted reflections, or warm light at night."""
    edge = path.getBounds()
    if look.night:
        glow = Gradient((0, edge.top()), (0, edge.bottom()), ((0, (255, 226, 140)), (1, (250, 170, 72))))
        pen.glow(path, glow)
        return
    shade = Gradient(
        (0, edge.top()), (0, edge.bottom()), ((0, mix(tint, (52, 74, 98), 0.62)), (1, mix(tint, (255, 255, 255), 0.28)))
    )
    pen.fill(path, shade, "flat", line=0.6)
    if not streaks:
        return
    with pen.on(path):
        top, low, tall = edge.top(), edge.bottom(), edge.height()
        for start, wide, alpha in ((0.3, 0.26, 0.3), (0.68, 0.1, 0.22)):
            x = edge.left() + edge.width() * start
            band = [(x, top), (x + tall * wide, top), (x + tall * (wide - 0.55), low), (x - tall * 0.55, low)]
            pen.decal(polygon(band), (255, 255, 255), alpha=alpha)


def shell(pen: Pen, path: skia.Path, colour: Rgb, arches: tuple[tuple[float, float, float], ...] = ()) -> None:
    """A painted body: bright upper edge, dark lower flank, and dark arches (x, y, radius) over the wheels."""
    pen.fill(path, colour, "round")
    edge = path.getBounds()
    with pen.on(path):
        low = Gradient(
            (0, edge.bottom() - edge.height() * 0.4),
            (0, edge.bottom()),
            ((0, darken(colour, 0.4)), (1, darken(colour, 0.55))),
            alphas=(0.0, 0.75),
        )
        pen.decal(box(edge.left(), edge.top(), edge.width(), edge.height()), low)
        for x, y, radius in arches:
            pen.line(ellipse(x, y, radius * 1.06), darken(colour, 0.35), radius * 0.1, alpha=0.7)
            pen.decal(ellipse(x, y, radius), (24, 22, 28))


def headlamp(pen: Pen, path: skia.Path, look: Look, reach: float = 120) -> None:
    """A headlamp, with its beam to the right at night."""
    pen.fill(path, LAMP, "round", line=0.5)
    edge = path.getBounds()
    x, y = edge.centerX(), edge.centerY()
    pen.decal(ellipse(x + edge.width() * 0.1, y - edge.height() * 0.15, edge.width() * 0.2), (255, 255, 255))
    if look.night:
        pen.glow(path, (255, 250, 224))
        beam = Gradient((x, y), (x + reach, y), ((0, (255, 240, 190)), (1, (255, 226, 150))), alphas=(0.6, 0.0))
        pen.glow(facet(f"{x},{y - 4} {x + reach},{y - 24} {x + reach},{y + 34} {x},{y + 5}"), beam, blur=4)
        pen.glow(ellipse(x, y, edge.height() * 1.4), (255, 236, 170), alpha=0.7, blur=edge.height() * 0.8)


def taillamp(pen: Pen, path: skia.Path, look: Look, colour: Rgb = (214, 36, 40)) -> None:
    """A rear lamp."""
    pen.fill(path, colour, "round", line=0.4)
    if look.night:
        edge = path.getBounds()
        pen.glow(path, (255, 70, 60))
        pen.glow(ellipse(edge.centerX(), edge.centerY(), edge.height()), (255, 50, 40), alpha=0.6, blur=6)


def siren(pen: Pen, x: float, y: float, wide: float, look: Look, colours: tuple[Rgb, Rgb]) -> None:
    """A bar of two warning lights whose foot is at (x, y)."""
    tall = wide * 0.26
    pen.fill(box(x - wide * 0.55, y - tall * 0.3, wide * 1.1, tall * 0.4, 1.5), (60, 62, 70), "round", line=0.5)
    for side, colour in zip((-1, 1), colours, strict=True):
        left = x - wide / 2 if side < 0 else x + 1
        lamp = box(left, y - tall * 1.15, wide / 2 - 1, tall, tall * 0.3)
        pen.fill(lamp, colour, "glossy", line=0.6)
        pen.decal(box(left + wide * 0.08, y - tall, wide * 0.2, tall * 0.22, 1), (255, 255, 255), alpha=0.6)
        if look.night:
            pen.glow(lamp, lighten(colour, 0.2))
            pen.glow(ellipse(left + wide / 4, y - tall * 0.7, wide * 0.55), colour, alpha=0.75, blur=wide * 0.25)
