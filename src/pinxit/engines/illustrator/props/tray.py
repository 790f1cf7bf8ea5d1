"""A tray with a chased rim and two handles; a plain one for the oven."""

import math

from pinxit.engines.illustrator.colours import WHITE
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.cuts import cut, disc
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, points
from pinxit.engines.illustrator.shapes import ellipse, tube, union


@thing("tray", "serving tray", "silver tray", "tea tray", "baking tray", "cookie sheet", "baking sheet", cm=24)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (196, 202, 210), "metal", "metal")
    if look.noun in {"baking tray", "cookie sheet", "baking sheet"}:
        coat(pen, facet("-96,-84 96,-84 128,-14 120,0 -120,0 -128,-14", 10), what.tone(-0.25))
        coat(pen, facet("-96,-90 96,-90 128,-16 -128,-16", 9), what)
        cut(pen, "-86,-82 86,-82 110,-24 -110,-24", what.tone(-0.14).rgb, "metal", 8, 0.7)
        cut(pen, "-60,-80 -30,-80 -76,-26 -100,-26", WHITE, "flat", 4, 0)
        pen.anchor("top", 0, -50, 160)
        return
    for s in (-1, 1):
        course = points(f"{s * 100},-66 {s * 132},-74 {s * 148},-54 {s * 140},-32 {s * 104},-36")
        coat(pen, tube(course, [9, 10, 8, 10, 9]), what.tone(-0.06))
        disc(pen, f"{s * 148} -54 7", what.tone(0.15).rgb, "metal", 0.7)
    coat(pen, union(ellipse(0, -40, 118, 46), ellipse(0, -50, 118, 46)), what.tone(-0.35))
    coat(pen, ellipse(0, -52, 120, 48), what)
    for i in range(44):
        a = math.tau * i / 44
        bead = ellipse(112 * math.cos(a), -52 + 43.5 * math.sin(a), 4.4, 2.8)
        pen.fill(bead, what.tone(0.2).rgb, "metal", line=0.4)
    well = ellipse(0, -50, 94, 34)
    stops = ((0.0, what.tone(-0.3).rgb), (0.55, what.rgb), (1.0, what.tone(0.45).rgb))
    pen.fill(well, Gradient((-60, -84), (60, -16), stops), "flat", line=0.7)
    with pen.on(well):
        cut(pen, "-50,-90 -24,-90 -64,-10 -90,-10", what.tone(0.6).rgb, "flat", 0, 0)
        cut(pen, "-14,-90 -6,-90 -46,-10 -54,-10", what.tone(0.6).rgb, "flat", 0, 0)
        pen.line(ellipse(0, -50, 84, 28), what.tone(-0.4).rgb, 1.4, alpha=0.7)
    pen.anchor("top", 0, -46, 150)
