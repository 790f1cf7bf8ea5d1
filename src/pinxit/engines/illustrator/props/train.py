"""On rails: steam locomotive, express train, tram."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, stroke
from pinxit.engines.illustrator.rigs.vehicle import cart_wheel, headlamp, pane, shell, taillamp
from pinxit.engines.illustrator.shapes import box, ellipse


def rails(pen: Pen, left: float, right: float) -> None:
    """Sleepers under a rail."""
    x = left
    while x < right:
        pen.fill(box(x, 2, 16, 6, 1), (112, 86, 66), "round", line=0.5)
        x += 26
    pen.fill(box(left - 4, -1, right - left, 4, 1), (150, 152, 160), "metal", line=0.6)


@thing(
    "steam locomotive",
    "steam train",
    "locomotive",
    "steam engine",
    "vintage train",
    "old train",
    cm=420,
    kind="vehicle",
    faces=1,
)
def draw_steam(pen: Pen, look: Look) -> None:
    """Boiler with bands, chimney with steam, cab, driving wheels with rods, cowcatcher."""
    paint = look.colour((40, 66, 58))
    red = look.part("wheel", look.colour((184, 48, 44), 1))
    brass: Rgb = (220, 172, 78)
    rails(pen, -170, 176)
    for x, y, r in ((96, -182, 15), (80, -200, 20), (52, -212, 24), (18, -220, 26), (-18, -226, 24)):
        pen.fill(ellipse(x, y, r, r * 0.8), (238, 238, 242), "soft", line=0.3, alpha=0.88)
    pen.fill(box(-140, -56, 280, 16, 3), darken(red, 0.35), "round")
    boiler = box(-60, -122, 186, 66, 14)
    pen.fill(boiler, paint, "glossy")
    for x in (-34, 8, 50, 92):
        pen.fill(box(x, -122, 5, 66, 1), brass, "metal", line=0.4)
    pen.line(bars("-56,-92 120,-92"), lighten(paint, 0.5), 2.4, alpha=0.5)
    pen.fill(facet("118,-126 132,-124 134,-56 118,-54", 5), darken(paint, 0.35), "round")
    pen.fill(facet("86,-122 90,-154 84,-170 120,-170 114,-154 116,-122", 3), darken(paint, 0.3), "round")
    pen.fill(box(81, -175, 42, 7, 3), brass, "metal", line=0.7)
    for x in (30, -16):
        pen.fill(facet(f"{x - 13},-121 {x - 11},-136 {x},-143 {x + 11},-136 {x + 13},-121", 5), brass, "glossy")
    cab = facet("-142,-44 -142,-154 -60,-154 -60,-44", 4)
    shell(pen, cab, paint)
    pane(pen, box(-128, -142, 26, 36, 6), look)
    pane(pen, box(-96, -142, 26, 36, 6), look)
    pen.anchor("inside", -98, -106, 50)
    pen.line(box(-134, -96, 66, 40, 4), brass, 1.8)
    pen.anchor("text", -100, -76, 56)
    pen.fill(facet("-152,-152 -146,-166 -56,-166 -48,-152", 4), darken(red, 0.1), "round")
    headlamp(pen, box(124, -142, 16, 18, 5), look, 150)
    pen.fill(facet("132,-50 140,-50 172,-6 132,-6", 2), darken(red, 0.1), "round")
    pen.line(bars("138,-46 142,-8|144,-40 152,-8|150,-32 162,-8"), lighten(red, 0.3), 1.6)
    for x, r in ((-104, 34), (-30, 34), (44, 34), (106, 19)):
        cart_wheel(pen, x, -r, r, red, 12 if r > 20 else 8)
    pen.line(bars("-104,-30 44,-30"), (90, 94, 102), 7)
    pen.line(bars("-104,-30.6 44,-30.6"), (214, 218, 224), 4.4)
    pen.fill(box(84, -56, 44, 22, 4), darken(paint, 0.2), "round")
    pen.line(bars("44,-30 88,-44"), (200, 204, 210), 3.4)
    pen.anchor("top", 10, -124, 60)


@thing(
    "train",
    "express train",
    "modern train",
    "railway",
    cm=380,
    kind="vehicle",
    faces=1,
)
def draw_train(pen: Pen, look: Look) -> None:
    """A streamlined power car."""
    paint = look.colour((240, 242, 246))
    stripe = look.colour((36, 98, 184), 1)
    if look.has("steam", "vintage", "old"):
        draw_steam(pen, look)
        return
    rails(pen, -190, 200)
    pen.fill(box(-176, -24, 320, 16, 4), (58, 60, 68), "round")
    for x in (-140, -104, 70, 106):
        pen.fill(ellipse(x, -12, 12), (84, 86, 94), "round")
        pen.fill(ellipse(x, -12, 5), (170, 174, 180), "round", line=0.4)
    body = facet("-190,-18 -190,-122 -184,-130 60,-130 104,-122 144,-102 178,-66 192,-34 184,-18", 14)
    shell(pen, body, paint)
    with pen.on(body):
        pen.decal(facet("-194,-64 120,-64 200,-40 200,-26 110,-46 -194,-46"), stripe)
        pen.decal(facet("-194,-42 112,-42 190,-22 190,-18 -194,-38"), lighten(stripe, 0.4))
        pen.decal(box(-194, -134, 300, 9), darken(paint, 0.2), alpha=0.6)
    for i in range(6):
        pane(pen, box(-156 + i * 36, -106, 28, 30, 6), look)
    pen.anchor("inside", -60, -78, 170)
    for x in (-184, 62):
        pen.line(box(x, -112, 22, 86, 4), darken(paint, 0.4), 1.6)
        pane(pen, box(x + 5, -104, 12, 28, 4), look, streaks=False)
    pane(pen, facet("98,-112 118,-112 150,-88 154,-78 112,-80", 5), look)
    headlamp(pen, facet("160,-58 176,-46 180,-38 164,-46", 3), look, 150)
    pen.line(bars("-90,-130 -76,-150 -98,-160|-112,-160 -80,-160"), (70, 72, 80), 2.6)
    taillamp(pen, box(-193, -60, 5, 12, 2), look)
    pen.anchor("text", -60, -55, 180)
    pen.anchor("top", -40, -130, 180)


@thing("tram", "streetcar", "trolley", "tramway", cm=360, kind="vehicle", faces=1)
def draw_tram(pen: Pen, look: Look) -> None:
    """Two-tone, with arched windows, a pole to the wire and a destination board."""
    paint = look.colour((246, 194, 52))
    cream = look.colour((250, 244, 230), 1)
    rails(pen, -170, 176)
    pen.fill(box(-110, -30, 220, 18, 4), (58, 58, 64), "round")
    for x in (-74.0, -34, 34, 74):
        pen.fill(ellipse(x, -13, 13), (84, 86, 94), "round")
        pen.fill(ellipse(x, -13, 5), (180, 184, 190), "round", line=0.4)
    body = facet("-154,-26 -160,-70 -156,-150 156,-150 160,-70 154,-26", 9)
    shell(pen, body, paint)
    with pen.on(body):
        pen.decal(box(-170, -156, 340, 78), cream)
        pen.decal(box(-170, -80, 340, 4), darken(paint, 0.3))
        pen.line(bars("-150,-42 150,-42"), darken(paint, 0.3), 1.6)
    for i in range(7):
        x = -112 + i * 32.5
        pen.line(box(x, -134, 28, 46, 8), darken(paint, 0.35), 2)
        pane(pen, box(x, -134, 28, 46, 8), look)
    pen.anchor("inside", 0, -90, 200)
    for x in (-150, 120):
        pen.fill(box(x, -138, 30, 108, 4), darken(paint, 0.1), "round", line=0.7)
        for dx in (3, 16):
            pane(pen, box(x + dx, -134, 11, 60, 3), look, streaks=False)
    pen.fill(facet("-152,-150 -140,-162 140,-162 152,-150", 5), darken(paint, 0.25), "round")
    pen.line(stroke("-30,-162 -60,-196 -76,-214"), (70, 70, 78), 2.6)
    pen.line(bars("-92,-214 -60,-214"), (70, 70, 78), 3)
    headlamp(pen, ellipse(157, -58, 6, 8), look)
    pen.anchor("text", 0, -60, 170)
    pen.anchor("top", 0, -162, 180)
