"""Gear: barrel, crate, bucket, ladder, telescope, ship's anchor."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import TIMBER, boards
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.rigs.vehicle import pane
from pinxit.engines.illustrator.shapes import box, ellipse, lathe, tube

IRON: Rgb = (96, 98, 106)


@thing("barrel", "wooden barrel", "cask", "keg", "wine barrel", cm=95, kind="object")
def draw(pen: Pen, look: Look) -> None:
    """Bulging staves in four hoops."""
    wood = look.colour((164, 110, 66))
    body = lathe([(44, -146), (54, -110), (58, -73), (54, -36), (44, 0)])
    pen.fill(body, wood, "round")
    with pen.on(body):
        for i in range(-4, 5):
            pen.line(stroke(f"{i * 10},-150 {i * 13.4},-73 {i * 10},4"), darken(wood, 0.42), 1.8, alpha=0.8)
            pen.line(
                stroke(f"{i * 10 + 4},-140 {i * 13.4 + 5},-96 {i * 13.4 + 5},-60"), darken(wood, 0.25), 0.9, alpha=0.6
            )
        for y, half in ((-128, 60), (-98, 64), (-48, 64), (-18, 60)):
            pen.fill(
                organic(f"{-half},{y - 5} 0,{y + 2} {half},{y - 5} {half},{y + 5} 0,{y + 12} {-half},{y + 5}"),
                IRON,
                "metal",
                line=0.7,
            )
    pen.fill(ellipse(0, -146, 44, 9), darken(wood, 0.2), "flat")
    pen.line(bars("-26,-151 -26,-141|-9,-154 -9,-138|9,-154 9,-138|26,-151 26,-141"), darken(wood, 0.5), 1.4)
    pen.line(ellipse(0, -146, 44, 9), lighten(wood, 0.25), 3)
    pen.anchor("top", 0, -146, 74)
    pen.anchor("seat", 0, -148, 60)
    pen.anchor("text", 0, -73, 70)


@thing("cargo crate", "fruit crate", "shipping crate", cm=60, kind="object")
def draw_crate(pen: Pen, look: Look) -> None:
    """Slats in a frame with a brace and nails."""
    wood = look.colour((190, 140, 88))
    pen.anchor("inside", 0, -112, 110)
    back = box(-66, -120, 132, 120, 1)
    pen.fill(back, darken(wood, 0.22), "round")
    boards(pen, back, darken(wood, 0.22), 17)
    with pen.on(back):
        pen.fill(facet("-66,-16 50,-120 66,-120 66,-104 -50,0 -66,0"), wood, "round")
    for area in ((-70, -124, 140, 18), (-70, -16, 140, 18), (-70, -124, 18, 126), (52, -124, 18, 126)):
        pen.fill(box(*area, 1.5), lighten(wood, 0.06), "round")
        pen.line(
            bars(f"{area[0] + 6},{area[1] + 8} {area[0] + area[2] - 8},{area[1] + min(area[3], 20) - 10}"),
            darken(wood, 0.3),
            1,
            alpha=0.5,
        )
    for x in (-61, 61):
        for y in (-115, -7):
            pen.decal(ellipse(x, y, 2.4), (90, 84, 84))
    pen.anchor("top", 0, -124, 130)
    pen.anchor("seat", 0, -124, 100)
    pen.anchor("text", 0, -61, 90)


@thing("bucket", "pail", "wooden bucket", "metal bucket", cm=32, kind="object")
def draw_bucket(pen: Pen, look: Look) -> None:
    """A tapered pail with hoops and a handle."""
    paint = look.colour((150, 172, 190))
    pen.line(stroke("-52,-100 -44,-146 0,-164 44,-146 52,-100"), IRON, 4.4)
    pen.fill(tube(points("-16,-162 0,-165 16,-162"), 9), TIMBER, "round")
    pen.fill(ellipse(0, -102, 56, 12), darken(paint, 0.5), "flat")
    pen.anchor("inside", 0, -102, 92)
    body = facet("-56,-102 -28,-91 0,-89 28,-91 56,-102 40,-4 22,2 -22,2 -40,-4", 3)
    pen.fill(body, paint, "metal" if not look.colours else "round")
    with pen.on(body):
        for y in (-76, -24):
            pen.line(stroke(f"-60,{y - 4} 0,{y + 5} 60,{y - 4}"), darken(paint, 0.35), 6, alpha=0.6)
            pen.line(stroke(f"-60,{y - 6} 0,{y + 3} 60,{y - 6}"), lighten(paint, 0.5), 2, alpha=0.8)
    pen.line(stroke("-56,-102 -28,-91 0,-89 28,-91 56,-102"), lighten(paint, 0.5), 3)
    for x in (-52, 52):
        pen.fill(ellipse(x, -97, 5.4), IRON, "round", line=0.6)


@thing("ladder", "wooden ladder", "step ladder", "stepladder", cm=300, kind="object")
def draw_ladder(pen: Pen, look: Look) -> None:
    """Two rails and nine rungs."""
    wood = look.colour((190, 140, 84))
    for i in range(9):
        y = -16 - i * 22
        pen.fill(box(-30 + i * 0.8, y, 60 - i * 1.6, 7, 3), lighten(wood, 0.1), "round")
        pen.decal(box(-28, y + 7, 56, 2.4, 1), (40, 26, 20), alpha=0.25)
    for side in (-1, 1):
        rail = facet(" ".join(f"{side * x},{y}" for x, y in ((40, 2), (31, 2), (22, -210), (31, -210))), 2)
        pen.fill(rail, wood, "round")
        pen.line(bars(f"{side * 35},-10 {side * 28},-190"), darken(wood, 0.3), 1, alpha=0.6)
    pen.anchor("top", 0, -196, 40)
    pen.anchor("seat", 0, -150, 40)


@thing("telescope", "spyglass", "observatory telescope", cm=150, kind="object", faces=1)
def draw_telescope(pen: Pen, look: Look) -> None:
    """A brass tube on a wooden tripod, raised to the upper right."""
    tube_tone = look.colour((54, 84, 136))
    brass: Rgb = (222, 174, 80)
    for x in (2, -46, 50):
        pen.fill(tube([(0, -94), (x, 0)], [9, 5]), TIMBER, "round")
        pen.fill(ellipse(x, -1, 4.4, 3), IRON, "round", line=0.5)
    pen.line(bars("-26,-42 28,-42|0,-42 1,-50"), brass, 3)
    pen.fill(facet("-12,-90 12,-90 8,-108 -8,-108", 3), brass, "metal")
    with pen.at(0, -112, turn=-32):
        pen.fill(box(-92, -9, 40, 18, 3), darken(tube_tone, 0.2), "round")
        pen.fill(box(-104, -7, 14, 14, 3), (52, 50, 56), "round")
        pen.fill(box(-56, -13, 96, 26, 3), tube_tone, "glossy")
        pen.fill(box(38, -18, 62, 36, 4), tube_tone, "glossy")
        for x, half in ((-58, 14), (-6, 15), (36, 20), (94, 21)):
            pen.fill(box(x, -half, 9, half * 2, 2), brass, "metal", line=0.7)
        pane(pen, ellipse(104, 0, 5, 18), look, streaks=False)
        pen.fill(box(-44, -26, 54, 8, 3), brass, "metal", line=0.7)
        pen.line(bars("-30,-18 -30,-12|0,-18 0,-12"), brass, 3)
    pen.anchor("eyes", -92, -56, 20)


@thing("anchor", "ship anchor", "ship's anchor", cm=120, kind="object")
def draw_anchor(pen: Pen, look: Look) -> None:
    """A stock anchor with flukes and a length of rope."""
    iron = look.colour((70, 82, 104))
    pen.line(ellipse(0, -172, 15), darken(iron, 0.2), 8)
    pen.line(ellipse(0, -172, 15), lighten(iron, 0.1), 4)
    pen.fill(tube(points("-72,-52 -60,-22 -30,-4 0,0 30,-4 60,-22 72,-52"), [7, 12, 15, 17, 15, 12, 7]), iron, "round")
    for side in (-1, 1):
        pen.fill(facet(" ".join(f"{side * x},{y}" for x, y in points("80,-82 88,-40 72,-50 50,-40")), 2), iron, "round")
    pen.fill(facet("-8,-156 8,-156 11,-4 -11,-4", 4), iron, "round")
    pen.fill(tube([(-48, -132), (48, -132)], 13), iron, "round")
    for x in (-50, 50):
        pen.fill(ellipse(x, -132, 9), lighten(iron, 0.1), "round")
    rope = "8,-182 40,-176 44,-140 12,-112 -18,-86 -14,-56 20,-44 52,-64"
    pen.line(stroke(rope), (150, 110, 66), 8)
    pen.line(stroke(rope), (216, 178, 120), 5.4)
    pen.line(bars("-4,-150 -6,-12"), lighten(iron, 0.45), 2, alpha=0.6)
