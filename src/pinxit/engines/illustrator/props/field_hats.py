"""Hats of the open air and of learning: deerstalker, pith helmet, sombrero, bonnet, mortarboard."""

import skia

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cloth_surfaces import cover
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, polygon, tube


@thing("deerstalker", "detective hat", "sherlock holmes hat", "sherlock hat", "deerstalker hat", "tweed cap",
       cm=16, kind="clothes", attach="head", fit=100)  # fmt: skip
def draw_deerstalker(pen: Pen, look: Look) -> None:
    what = finish(look, (164, 130, 88), "soft", "cloth")

    def cloth(path: skia.Path, amount: float) -> None:
        coat(pen, path, what.tone(amount))
        with pen.on(path):
            cover(pen, "tweed", path, what.tone(amount).rgb, 1.5, what.rgb)

    dome = organic("-54 2 -56 -30 -40 -58 0 -70 40 -58 56 -30 54 2 0 8", 0.46)
    cloth(dome, 0)
    pen.line(stroke("0 -70 -3 -36 0 2"), darken(what.rgb, 0.35), 1.8, alpha=0.7)
    for side in (1, -1):
        with pen.at(0, 0, flip=side < 0):
            flap = organic("16 -66 44 -56 60 -28 46 -26 26 -44 6 -58", 0.4)
            cloth(flap, 0.1)
    for side in (1, -1):
        loop = organic(f"0 -70 {side * 10} -84 {side * 24} -82 {side * 20} -70 {side * 8} -66", 0.5)
        pen.fill(loop, (92, 60, 40), "soft", line=0.6)
        pen.fill(organic(f"0 -68 {side * 12} -60 {side * 16} -48 {side * 7} -52", 0.3), (92, 60, 40), "soft", line=0.5)
    pen.fill(ellipse(0, -69, 5), (72, 46, 32), "soft", line=0.5)
    cloth(organic("-56 -4 0 2 56 -4 76 14 46 26 0 30 -46 26 -76 14", 0.5), -0.06)
    pen.line(stroke("-55 -3 0 4 55 -3"), darken(what.rgb, 0.45), 2.4, alpha=0.7)


@thing("pith helmet", "safari hat", "explorer hat", "safari helmet", cm=18, kind="clothes", attach="head", fit=100)
def draw_pith(pen: Pen, look: Look) -> None:
    what = finish(look, (222, 202, 156), "soft", "cloth")
    coat(pen, organic("-84 12 -60 -4 0 -8 60 -4 84 12 60 24 0 28 -60 24", 0.5), what.tone(-0.06))
    dome = organic("-54 4 -54 -28 -36 -60 0 -74 36 -60 54 -28 54 4 0 14", 0.46)
    coat(pen, dome, what)
    with pen.on(dome):
        for x in (-26, 0, 26):
            pen.line(stroke(f"{x * 0.2} -74 {x} -40 {x * 1.1} 10"), darken(what.rgb, 0.22), 1.6, alpha=0.6)
        pen.decal(organic("-60 -14 0 -2 60 -14 60 8 0 20 -60 8", 0.3), look.colour((128, 88, 56), 1))
    pen.fill(ellipse(0, -75, 6, 4.6), what.tone(-0.15).rgb, "soft", line=0.6)


@thing("sombrero", "mexican hat", "mariachi hat", cm=22, kind="clothes", attach="head", fit=100)
def draw_sombrero(pen: Pen, look: Look) -> None:
    what = finish(look, (226, 182, 94), "soft", "straw")
    band = look.colour((204, 52, 60), 1)
    brim = organic("-120 -14 -90 2 0 8 90 2 120 -14 112 12 70 28 0 34 -70 28 -112 12", 0.5)
    coat(pen, brim, what)
    with pen.on(brim):
        pen.line(brim, band, 9)
        pen.line(stroke("-104 8 -60 22 0 27 60 22 104 8"), (52, 140, 110), 3.4)
        for x in range(-96, 97, 16):
            pen.decal(ellipse(x, 18 - (x / 40) ** 2 * 2.2, 3), (250, 240, 214))
    dome = organic("-48 6 -42 -44 -22 -86 0 -94 22 -86 42 -44 48 6 0 14", 0.42)
    coat(pen, dome, what.tone(0.06))
    with pen.on(dome):
        pen.decal(organic("-60 -18 0 -8 60 -18 60 2 0 12 -60 2", 0.3), band)
        for x in range(-42, 43, 14):
            pen.decal(polygon([(x - 6, -4), (x, -12), (x + 6, -4), (x, 4)]), (250, 214, 92))


@thing("mortarboard", "graduation cap", "graduation hat", "academic cap", "square academic cap", "grad cap",
       cm=14, kind="clothes", attach="head", fit=100)  # fmt: skip
def draw_mortarboard(pen: Pen, look: Look) -> None:
    what = finish(look, (40, 44, 62), "soft", "cloth")
    coat(pen, organic("-52 6 -50 -30 0 -38 50 -30 52 6 0 18", 0.35), what.tone(-0.12))
    coat(pen, facet("-96 -36 0 -64 96 -36 0 -6", 4), what.tone(0.05))
    pen.line(stroke("-92 -34 0 -5 92 -34"), lighten(what.rgb, 0.3), 2.4, alpha=0.6)
    gold = look.colour((240, 196, 82), 1)
    pen.line(stroke("0 -36 34 -28 66 -24 72 -4 71 16"), gold, 3.4)
    pen.fill(ellipse(0, -36, 6, 4), gold, "soft", line=0.5)
    tassel = pen.fill(organic("66 14 77 14 81 44 71 48 62 44", 0.2), gold, "soft", line=0.6)
    with pen.on(tassel):
        for x in (67, 71, 75):
            pen.line(stroke(f"71 18 {x} 46"), darken(gold, 0.35), 1.2)
    pen.decal(tube([(66, 21), (77, 21)], 3.6), darken(gold, 0.25))


@thing("bonnet", "easter bonnet", "baby bonnet", "prairie bonnet", cm=20, kind="clothes", attach="head", fit=100)
def draw_bonnet(pen: Pen, look: Look) -> None:
    what = finish(look, (240, 190, 206), "soft", "cloth")
    ruffle = []
    for i in range(25):
        share = i / 24
        x = -76 + 152 * share
        ruffle.append((x, -44 * (1 - (x / 76) ** 2) - 6 - (7 if i % 2 else 0)))
    back = organic("-58 18 -64 -30 -38 -70 0 -80 38 -70 64 -30 58 18 0 -4", 0.5)
    coat(pen, back, what)
    patterned(pen, back, look, what.rgb)
    frill = polygon([*ruffle, (70, 18), (52, 6), (0, -24), (-52, 6), (-70, 18)])
    pen.fill(frill, lighten(what.rgb, 0.6), "soft", line=0.8)
    pen.line(stroke("-62 2 -34 -30 0 -40 34 -30 62 2"), look.colour((206, 84, 122), 1), 5)
