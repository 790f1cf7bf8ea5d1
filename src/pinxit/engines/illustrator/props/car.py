"""Saloon cars: the plain one, the taxi, the police car."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import darken
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.car import SEDAN, SPORTS, SUV, VINTAGE, draw_car
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.rigs.vehicle import siren
from pinxit.engines.illustrator.shapes import box


@thing("car", "sedan", "automobile", "hatchback", "vehicle", "motorcar", "auto", cm=148, kind="vehicle", faces=1)
def draw(pen: Pen, look: Look) -> None:
    """A saloon, or the kind of car the adjectives tell."""
    if look.has("vintage", "classic", "old", "antique", "retro"):
        draw_vintage(pen, look)
    elif look.has("sports", "sport", "racing", "fast"):
        draw_sports(pen, look)
    else:
        draw_car(pen, look, SEDAN, look.colour((52, 110, 178)), _second(look))


def _second(look: Look) -> tuple[int, int, int] | None:
    return look.colours[1] if len(look.colours) > 1 else None


@thing(
    "sports car",
    "supercar",
    "coupe",
    "ferrari",
    "lamborghini",
    cm=118,
    kind="vehicle",
    faces=1,
)
def draw_sports(pen: Pen, look: Look) -> None:
    """Low and long, with a spoiler."""
    paint = look.colour((212, 34, 38))
    pen.fill(facet("-136,-62 -132,-62 -126,-72 -130,-72", 1), darken(paint, 0.3), "round", line=0.6)
    pen.fill(facet("-146,-78 -142,-72 -112,-71 -112,-75", 2), paint, "round", line=0.8)
    draw_car(pen, look, SPORTS, paint, _second(look))
    pen.fill(facet("-58,-42 -38,-46 -34,-34 -48,-30", 4), darken(paint, 0.6), "flat", line=0)


@thing(
    "vintage car",
    "classic car",
    "old car",
    "antique car",
    "retro car",
    "oldtimer",
    cm=165,
    kind="vehicle",
    faces=1,
)
def draw_vintage(pen: Pen, look: Look) -> None:
    """Of the nineteen-forties: tall cabin, separate wings, running board, much chrome."""
    paint = look.colour((62, 122, 116))
    draw_car(pen, look, VINTAGE, paint, _second(look))
    wings = (
        "-134,-22 -134,-44 -116,-64 -92,-70 -66,-62 -48,-40 -40,-22 -52,-22 -62,-42 -88,-64 -114,-44 -122,-22",
        "40,-22 48,-42 66,-62 92,-68 118,-60 132,-42 134,-24 126,-22 116,-46 92,-63 68,-46 58,-22",
    )
    for text in wings:
        pen.fill(facet(text, 9), paint, "round", line=0.9)
    pen.fill(facet("-48,-26 50,-26 46,-19 -44,-19", 3), (70, 66, 66), "round", line=0.6)
    pen.fill(box(-152, -38, 20, 9, 4), (214, 218, 224), "metal", line=0.6)
    pen.fill(box(124, -38, 18, 9, 4), (214, 218, 224), "metal", line=0.6)
    pen.fill(facet("118,-74 123,-74 126,-42 120,-42", 2), (214, 218, 224), "metal", line=0.5)


@thing("taxi", "cab", "taxicab", "yellow cab", cm=160, kind="vehicle", faces=1)
def draw_taxi(pen: Pen, look: Look) -> None:
    """Yellow, with a chequered band and a lit sign on the roof."""
    paint = look.colour((248, 190, 28))
    body = draw_car(pen, look, SEDAN, paint)
    with pen.on(body):
        for i in range(22):
            for row in range(2):
                if (i + row) % 2:
                    pen.decal(box(-52 + i * 5 - (i > 21), -58 + row * 5, 5, 5), (30, 28, 32))
    sign = facet("-36,-112 -32,-126 2,-126 6,-112", 3)
    pen.fill(sign, (255, 246, 214), "round")
    if look.night:
        pen.glow(sign, (255, 240, 180))
        pen.glow(box(-44, -134, 58, 28, 12), (255, 226, 130), alpha=0.6, blur=8)
    pen.decal(box(-28, -121, 26, 4, 1), (40, 36, 40))


@thing("police car", "police cruiser", "cop car", "patrol car", cm=160, kind="vehicle", faces=1)
def draw_police(pen: Pen, look: Look) -> None:
    """Dark with a white door, a star and a light bar."""
    paint = look.colour((36, 44, 66))
    body = draw_car(pen, look, SEDAN, paint, (240, 242, 244))
    with pen.on(body):
        pen.decal(facet("-54,-74 50,-73 60,-52 50,-29 -50,-29 -58,-44"), look.colour((244, 245, 246), 1))
        pen.decal(box(-54, -56, 110, 6), (40, 90, 190))
    pen.line(facet("-17,-74 -17,-28"), (110, 116, 126), 1.2)
    pen.anchor("text", 16, -42, 60)
    siren(pen, -18, -112, 50, look, ((40, 90, 230), (226, 40, 44)))


@thing("suv", "jeep", "off-roader", "land rover", "four-wheel drive", cm=180, kind="vehicle", faces=1)
def draw_suv(pen: Pen, look: Look) -> None:
    """Tall and square, with a spare wheel and a roof rack."""
    paint = look.colour((88, 112, 70))
    pen.fill(box(-152, -86, 16, 50, 7), (44, 44, 50), "round")
    draw_car(pen, look, SUV, paint, _second(look))
    for x in (-110, -44, 14):
        pen.fill(box(x, -138, 4, 7, 1), (60, 62, 68), "flat", line=0.4)
    pen.fill(box(-118, -140, 146, 4.5, 2), (70, 72, 78), "round", line=0.6)
    pen.anchor("top", -46, -140, 130)
