"""Working vehicles: lorry, fire engine, tractor."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, stroke
from pinxit.engines.illustrator.rigs.vehicle import disc_wheel, headlamp, pane, shell, siren, taillamp
from pinxit.engines.illustrator.shapes import box, ellipse, polygon


def _cab(pen: Pen, look: Look, paint: Rgb) -> None:
    """The driver's cab at the right end."""
    cab = facet("66,-24 66,-146 72,-152 118,-152 132,-142 148,-88 154,-80 156,-24", 8)
    shell(pen, cab, paint, ((112, -28, 33),))
    pane(pen, facet("78,-90 78,-138 114,-138 134,-90", 4), look)
    pen.anchor("inside", 100, -92, 40)
    pen.line(bars("72,-144 72,-40 80,-40|138,-84 138,-60"), darken(paint, 0.5), 1.4)
    pen.fill(box(76, -80, 16, 4, 2), lighten(paint, 0.5), "round", line=0.4)
    pen.line(bars("140,-92 148,-96 148,-112"), (50, 50, 56), 2.4)
    pen.fill(box(145, -126, 7, 22, 2), (50, 50, 56), "round", line=0.6)
    headlamp(pen, box(144, -58, 11, 14, 4), look)
    pen.fill(box(128, -32, 32, 12, 4), (196, 200, 206), "metal", line=0.7)
    pen.fill(box(58, -176, 6, 120, 3), (196, 200, 206), "metal", line=0.7)


@thing(
    "truck",
    "lorry",
    "semi truck",
    "delivery truck",
    "semi-trailer",
    "dump truck",
    "moving truck",
    cm=360,
    kind="vehicle",
    faces=1,
)
def draw(pen: Pen, look: Look) -> None:
    """A cab and a ribbed box."""
    paint = look.colour((42, 104, 168))
    load = look.colour((240, 236, 226), 1)
    pen.fill(box(-156, -42, 226, 14, 2), (56, 58, 64), "round")
    hold = box(-160, -166, 208, 126, 4)
    pen.fill(hold, load, "round")
    with pen.on(hold):
        for x in range(-146, 48, 14):
            pen.line(bars(f"{x},-160 {x},-46"), darken(load, 0.2), 1.4, alpha=0.55)
            pen.line(bars(f"{x + 1.6},-160 {x + 1.6},-46"), (255, 255, 255), 1, alpha=0.6)
        pen.decal(box(-160, -54, 208, 14), paint)
        pen.decal(box(-160, -60, 208, 3), paint, alpha=0.7)
    pen.line(box(-158, -164, 204, 122, 3), darken(load, 0.3), 1.6)
    taillamp(pen, box(-162, -40, 6, 10, 2), look)
    _cab(pen, look, paint)
    for x in (-124, -66, 112):
        disc_wheel(pen, x, -28, 28)
    pen.anchor("text", -56, -108, 180)
    pen.anchor("top", -56, -166, 200)


@thing("fire truck", "fire engine", "firetruck", "fire brigade truck", cm=330, kind="vehicle", faces=1)
def draw_fire(pen: Pen, look: Look) -> None:
    """Red, with a ladder, roller shutters, hose reel and lights."""
    red = look.colour((206, 34, 38))
    white: Rgb = (246, 244, 240)
    back = facet("-158,-22 -158,-132 -152,-136 72,-136 72,-22", 4)
    shell(pen, back, red, ((-104, -28, 33),))
    for x in (-148, -84, -20):
        shutter = box(x, -116, 56, 52, 2)
        pen.fill(shutter, (196, 202, 208), "round", line=0.7)
        for y in range(-110, -64, 6):
            pen.line(bars(f"{x + 2},{y} {x + 54},{y}"), (138, 146, 156), 1.2)
    pen.line(bars("-156,-56 70,-56"), white, 7)
    pen.line(bars("-156,-56 70,-56"), (250, 206, 60), 2)
    pen.fill(ellipse(8, -40, 13), (66, 64, 70), "round", line=0.7)
    for r in (10, 7, 4):
        pen.line(ellipse(8, -40, r), (214, 184, 90), 1.6)
    _cab(pen, look, red)
    rungs = "|".join(f"{x},{-146 - (x + 150) * 0.03} {x},{-160 - (x + 150) * 0.03}" for x in range(-146, 86, 12))
    pen.line(bars(rungs), (150, 156, 164), 2.6)
    pen.line(bars("-156,-146 96,-153|-156,-160 96,-167"), (90, 96, 104), 4.6)
    pen.line(bars("-156,-146 96,-153|-156,-160 96,-167"), (216, 220, 226), 3)
    pen.fill(box(-60, -148, 18, 14, 2), (66, 68, 74), "round", line=0.7)
    siren(pen, 106, -152, 40, look, ((40, 100, 230), (60, 130, 240)))
    taillamp(pen, box(-160, -48, 6, 16, 2), look)
    for x in (-104, 112):
        disc_wheel(pen, x, -28, 28)
    pen.anchor("text", -50, -126, 160)
    pen.anchor("top", -40, -160, 150)


def _lugged(pen: Pen, x: float, radius: float, hub: Rgb) -> None:
    """A tractor's tyre with lugs."""
    y = -radius
    for i in range(22):
        angle = math.radians(i * 360 / 22)
        ends = [
            (x + r * math.cos(angle + a), y + r * math.sin(angle + a))
            for r, a in ((radius * 0.82, 0.0), (radius, 0.05), (radius, 0.17), (radius * 0.82, 0.14))
        ]
        pen.fill(polygon(ends), (38, 38, 42), "flat", line=0.5)
    disc_wheel(pen, x, y, radius * 0.94, hub)


@thing("tractor", "farm tractor", cm=270, kind="vehicle", faces=1)
def draw_tractor(pen: Pen, look: Look) -> None:
    """A great rear wheel, a small front wheel, a long bonnet, an open cab."""
    paint = look.colour((56, 132, 62))
    hub = look.part("wheel", look.colour((246, 200, 54), 1))
    pen.line(bars("-62,-110 -50,-176|14,-104 8,-176"), darken(paint, 0.45), 6)
    pane(pen, facet("-44,-112 -36,-168 4,-168 8,-104", 3), look)
    pen.fill(facet("-66,-176 -58,-186 14,-186 22,-176", 4), paint, "round")
    pen.fill(facet("-44,-100 -48,-132 -38,-134 -32,-110 -6,-110 -6,-98", 5), (60, 58, 62), "soft", line=0.7)
    pen.anchor("seat", -22, -110, 40)
    pen.line(bars("14,-92 -2,-122"), (60, 58, 62), 3)
    pen.line(ellipse(-3, -123, 13, 4, -62), (48, 46, 50), 3)
    pen.fill(box(62, -158, 7, 52, 3), (70, 70, 76), "metal", line=0.7)
    body = facet("-60,-56 -54,-100 8,-104 14,-112 108,-106 118,-96 120,-54 100,-46 -40,-44", 8)
    shell(pen, body, paint)
    for i in range(5):
        pen.line(bars(f"{70 + i * 8},-94 {70 + i * 8},-66"), darken(paint, 0.5), 2.4)
    pen.line(stroke("16,-100 60,-100 106,-96"), lighten(paint, 0.5), 2, alpha=0.7)
    headlamp(pen, box(112, -92, 9, 14, 4), look)
    pen.anchor("text", 38, -80, 50)
    _lugged(pen, 90, 36, hub)
    pen.fill(
        facet("-124,-74 -116,-112 -84,-132 -44,-128 -18,-104 -14,-86 -28,-100 -60,-116 -94,-108 -112,-76", 6),
        darken(paint, 0.06),
        "round",
    )
    _lugged(pen, -66, 58, hub)
