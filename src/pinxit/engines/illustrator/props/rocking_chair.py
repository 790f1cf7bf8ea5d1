"""A rocking chair from in front: a high slatted back, arms, runners that come towards us."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import disc, mould, score
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.shapes import tube


@thing("rocking chair", "glider chair", cm=112, kind="furniture")
def draw(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    what = finish(look, (164, 106, 62), "soft", "wood")
    cushion = look.part("cushion", look.colour((196, 84, 74), 1))
    for s in (-1.0, 1.0):
        coat(pen, tube(points(f"{s * 34},-84 {s * 36},-30"), 8), what.tone(-0.28), upright=True)
        coat(
            pen,
            tube(points(f"{s * 30},-44 {s * 40},-20 {s * 56},-4 {s * 72},2 {s * 84},-6"), [6, 8, 9.5, 10, 8]),
            what.tone(-0.12),
        )
    coat(pen, tube(points("-38,-34 38,-34"), 6), what.tone(-0.25), line=0.8)
    for x in (-26.0, -9.0, 9.0, 26.0):
        slat = facet(f"{x * 1.12 - 5.5},-172 {x * 1.12 + 5.5},-172 {x + 4.5},-84 {x - 4.5},-84", 2)
        coat(pen, slat, what.tone(-0.06), line=0.8, upright=True)
    for s in (-1.0, 1.0):
        coat(pen, tube(points(f"{s * 41},-82 {s * 45},-130 {s * 47},-182"), [9, 9, 8]), what, upright=True)
        disc(pen, f"{s * 47} -188 6.5 7.5", lighten(what.rgb, 0.12), "glossy", 0.8)
    coat(pen, organic("-45,-168 -44,-184 -22,-195 0,-199 22,-195 44,-184 45,-168 22,-174 0,-176 -22,-174"), what)
    coat(pen, facet("-44,-106 44,-106 44,-98 -44,-98", 2), what, line=0.8)
    coat(pen, facet("-46,-86 46,-86 58,-66 -58,-66", 5), what.tone(0.12))
    coat(pen, facet("-58,-68 58,-68 57,-58 -57,-58", 3), what.tone(-0.08))
    pad = mould(pen, "-42,-90 0,-94 42,-90 54,-74 46,-67 0,-65 -46,-67 -54,-74", cushion, "soft", 0.9)
    with pen.on(pad):
        score(pen, "-50,-72 0,-69 50,-72|-40,-87 0,-90 40,-87", darken(cushion, 0.3), 1.6, 0.7)
        for x in (-22.0, 0.0, 22.0):
            disc(pen, f"{x} -79 2.6 1.8", darken(cushion, 0.35), "flat", 0)
    for s in (-1.0, 1.0):
        coat(pen, tube(points(f"{s * 52},-62 {s * 56},-30 {s * 60},0"), [9, 9, 8]), what, upright=True)
        disc(pen, f"{s * 54.5} -40 6.5 4", what.rgb, "soft", 0.7)
    coat(pen, tube(points("-55,-28 55,-28"), 7), what, line=0.8)
    pen.anchor("seat", 0, -80, 78)
    for s in (-1.0, 1.0):
        coat(pen, tube(points(f"{s * 55},-66 {s * 58},-88 {s * 58},-108"), [6.5, 8, 6.5]), what, upright=True)
        coat(pen, tube(points(f"{s * 45},-124 {s * 54},-120 {s * 64},-109"), [7, 9, 12]), what.tone(0.1))
