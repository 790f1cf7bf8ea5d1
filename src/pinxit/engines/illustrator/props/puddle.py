"""A puddle after rain: the sky in it, rings where drops fall, a small splash."""

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.cuts import mould
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import ellipse, union


@thing("puddle", "rain puddle", cm=16)
def draw(pen: Pen, look: Look) -> None:
    tone = look.colour((112, 168, 210))
    shore = organic(
        "-124,-30 -96,-56 -48,-54 -16,-70 36,-66 62,-54 108,-52 128,-28 96,-10 54,-12 22,4 -34,2 -60,-10 -106,-8"
    )
    pen.fill(union(shore, ellipse(118, 0, 20, 7), ellipse(-112, -62, 12, 4)), darken(tone, 0.45), "flat", line=0.6)
    pool = organic(
        "-117,-30 -92,-51 -46,-49 -15,-65 35,-61 61,-49 105,-47 121,-28 94,-15 54,-17 21,-2 -33,-4 -60,-16 -102,-13"
    )
    stops = ((0.0, lighten(tone, 0.6)), (0.55, tone), (1.0, darken(tone, 0.16)))
    pen.fill(pool, Gradient((0, -66), (0, 2), stops), "flat", line=0)
    with pen.on(pool):
        for x, y, r in ((-52.0, -40.0, 24.0), (-30.0, -44.0, 20.0), (-74.0, -39.0, 14.0)):
            pen.decal(ellipse(x, y, r, r * 0.36), WHITE, alpha=0.75)
        pen.decal(ellipse(70, -24, 26, 5), WHITE, alpha=0.5)
        for x, y, r in ((34.0, -38.0, 40.0), (34.0, -38.0, 25.0), (-58.0, -22.0, 22.0), (90.0, -38.0, 18.0)):
            pen.line(ellipse(x, y + 1.6, r, r * 0.32), darken(tone, 0.42), 2, alpha=0.8)
            pen.line(ellipse(x, y, r, r * 0.32), WHITE, 2, alpha=0.9)
    crown = "14,-38 12,-50 6,-60 18,-54 22,-70 28,-56 36,-74 40,-56 50,-66 48,-52 60,-56 54,-44 54,-38 34,-31"
    mould(pen, crown, lighten(tone, 0.45), "glossy", 0.7)
    pen.decal(ellipse(34, -40, 13, 4), darken(tone, 0.25))
    for x, y, r in ((2.0, -74.0, 4.6), (34.0, -90.0, 6.0), (60.0, -78.0, 4.4), (20.0, -84.0, 3.0)):
        drop = f"{x},{y - r * 1.8} {x + r},{y + r * 0.2} {x},{y + r} {x - r},{y + r * 0.2}"
        mould(pen, drop, lighten(tone, 0.4), "glossy", 0.6)
