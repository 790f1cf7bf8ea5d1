"""Biplane, glider, space shuttle, space station, rover: what flies besides airliners and rockets."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, score, tint
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vehicle import STEEL, pane
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import ellipse

DARK: Rgb = (52, 54, 62)
CREAM: Rgb = (250, 238, 210)


@thing("biplane", "propeller plane", "old airplane", "vintage plane", cm=280, kind="vehicle", flies=True, faces=1)
def draw_biplane(pen: Pen, look: Look) -> None:
    """Two wings held by struts and wires, an open cockpit, a radial engine with its propeller."""
    paint = look.colour((206, 52, 46))
    wing = look.part("wings", look.colour(CREAM, 1))
    cut(pen, "-26,-128 30,-140 96,-140 60,-128", darken(wing, 0.2), "soft", 5)
    struts(pen, "14,-64 22,-126|62,-64 68,-126", darken(wing, 0.4), 4)
    mould(pen, "-140,-98 -128,-118 -112,-116 -100,-88 -98,-78 -128,-76", paint, "glossy")
    tint(pen, facet("-140,-98 -128,-118 -112,-116"), "-132,-110 -120,-112 -112,-96 -120,-92", wing, 0.8)
    disc(pen, "6 -92 15 14", (206, 158, 120), "soft", 0)
    mould(pen, "-10,-86 -12,-96 0,-100 14,-96 14,-86", DARK, "flat", 0)
    pen.anchor("inside", 2, -92, 34)
    body = mould(
        pen,
        "-142,-84 -90,-92 -40,-94 -14,-90 16,-90 24,-96 76,-98 104,-92 108,-72 104,-52 60,-46 0,-52 -80,-70 -140,-78",
        paint,
        "glossy",
    )
    with pen.on(body):
        pen.decal(facet("-150,-80 110,-68 110,-62 -150,-76"), wing)
        pen.decal(facet("84,-110 118,-110 118,-40 84,-40"), (92, 96, 106))
        score(pen, "88,-94 88,-50|96,-94 96,-50", darken(STEEL, 0.4), 2, 0.7)
    pane(pen, facet("18,-94 26,-108 30,-94", 1), look)
    mould(pen, "-138,-80 -100,-84 -88,-76 -104,-72 -138,-74", wing, "soft", 0.8)
    for x in (34, 84):
        disc(pen, f"{x} -12 15", DARK, "round")
        disc(pen, f"{x} -12 7", lighten(paint, 0.1), "metal", 0.6)
    struts(pen, "34,-14 46,-50 60,-50 84,-14|34,-14 84,-14", darken(STEEL, 0.3), 4.6, "metal", 0.7)
    lower = cut(pen, "-28,-42 84,-50 92,-60 30,-60 -40,-44", wing, "soft", 5)
    with pen.on(lower):
        score(pen, "-6,-42 4,-62|20,-42 30,-62|46,-42 56,-62", darken(wing, 0.25), 1.2, 0.7)
    struts(pen, "-18,-48 -10,-116|50,-52 54,-120", darken(wing, 0.45), 4.6, "round", 0.8)
    score(pen, "-18,-48 54,-120|50,-52 -10,-116", (70, 70, 78), 1)
    upper = cut(pen, "-46,-112 -36,-120 96,-132 104,-126 92,-118 -30,-106", wing, "soft", 5)
    with pen.on(upper):
        pen.decal(facet("-60,-113 110,-127 110,-123 -60,-109"), paint)
    disc(pen, "112 -72 9 11", STEEL, "metal", 0.8)
    disc(pen, "122 -72 6 62", (206, 214, 224), "glass", 0.4)
    mould(pen, "117,-76 114,-110 120,-134 126,-110 124,-76", (150, 96, 56), "glossy", 0.8)
    mould(pen, "117,-68 115,-34 120,-10 127,-34 124,-68", (150, 96, 56), "glossy", 0.8)
    disc(pen, "122 -72 6", STEEL, "metal", 0.7)


@thing("glider", "sailplane", "hang glider", "paraglider", cm=300, kind="vehicle", flies=True, faces=1)
def draw_glider(pen: Pen, look: Look) -> None:
    """A sailplane: a slender white body, very long wings, a T-tail; or a wing of cloth with its pilot's bar."""
    paint = look.colour((248, 248, 250))
    if look.noun in {"hang glider", "paraglider"}:
        cloth = look.colour((236, 96, 50))
        mould(pen, "-150,-108 -70,-150 0,-166 70,-150 150,-108 70,-124 0,-130 -70,-124", cloth, "soft")
        for i, x in enumerate((-76, -38, 0, 38, 76)):
            score(pen, f"0,-166 {x},-126", darken(cloth, 0.3), 1.6, 0.7)
            if i in {1, 3}:
                tint(
                    pen,
                    organic("-150,-108 -70,-150 0,-166 70,-150 150,-108 70,-124 0,-130 -70,-124"),
                    f"0,-166 {x - 18},-118 {x + 18},-118",
                    CREAM,
                    0.9,
                )
        struts(pen, "0,-132 -34,-50 34,-50 0,-132", STEEL, 4, "metal", 0.7)
        pen.anchor("inside", 0, -70, 60)
        return
    band = look.colour((206, 48, 52), 1) if look.colours else (206, 48, 52)
    cut(pen, "-10,-62 -60,-112 -150,-138 -70,-124 30,-66", darken(paint, 0.22), "soft", 3)
    cut(pen, "-158,-92 -146,-116 -132,-116 -128,-66 -140,-62", paint, "glossy", 4)
    cut(pen, "-176,-116 -120,-122 -108,-114 -170,-110", lighten(paint, 0.1), "glossy", 4, 0.8)
    body = mould(
        pen, "-152,-68 -80,-72 -20,-86 30,-90 70,-80 96,-64 92,-52 60,-42 0,-42 -80,-58 -150,-62", paint, "glossy"
    )
    with pen.on(body):
        pen.decal(facet("-160,-62 -60,-60 40,-52 110,-58 110,-52 40,-46 -60,-55 -160,-60"), band)
    pane(pen, organic("8,-74 22,-88 46,-88 72,-76 80,-66 40,-66"), look)
    pen.anchor("inside", 36, -72, 34)
    wing = cut(pen, "-30,-66 40,-62 30,-52 -20,-20 -90,22 -120,34 -108,22 -70,-14", paint, "soft", 4)
    tint(pen, wing, "-120,36 -96,16 -84,26 -104,40", band, 0.95)
    score(pen, "-26,-58 -104,26", darken(paint, 0.3), 1.3, 0.7)


@thing("space shuttle", "shuttle orbiter", "spaceplane", cm=3700, kind="vehicle", flies=True)
def draw_shuttle(pen: Pen, look: Look) -> None:
    """The orbiter on its tank between two boosters, climbing on its fire."""
    paint = look.colour((246, 246, 248))
    tank = look.part("tank", (214, 122, 58))
    for x in (-30, 0, 30):
        mould(pen, f"{x - 8},-38 {x + 8},-38 {x + 12},-24 {x},0 {x - 12},-24", (255, 150, 46), "flat", 0.6)
        pen.glow(organic(f"{x - 5},-38 {x + 5},-38 {x + 6},-26 {x},-10 {x - 6},-26"), (255, 232, 140))
    mould(pen, "-22,-44 -22,-190 -16,-216 0,-232 16,-216 22,-190 22,-44", tank, "round")
    score(pen, "-22,-186 0,-182 22,-186|-22,-120 0,-116 22,-120", darken(tank, 0.3), 1.4, 0.7)
    for side in (-1, 1):
        cut(
            pen,
            f"{side * 24},-44 {side * 24},-178 {side * 33},-202 {side * 42},-178 {side * 42},-44",
            paint,
            "round",
            3,
        )
        bar(pen, f"{side * 33 - 9} -166 18 6", DARK, "round", 0.4)
        bar(pen, f"{side * 33 - 9} -66 18 4", DARK, "round", 0.4)
        cut(pen, f"{side * 26},-46 {side * 40},-46 {side * 45},-30 {side * 21},-30", (96, 98, 108), "metal", 2)
    cut(pen, "-14,-128 -20,-98 -60,-58 -62,-42 62,-42 60,-58 20,-98 14,-128", paint, "round", 5)
    cut(pen, "-58,-52 58,-52 60,-43 -60,-43", DARK, "flat", 2, 0.4)
    body = mould(pen, "-15,-40 -16,-140 -12,-168 0,-182 12,-168 16,-140 15,-40", paint, "round")
    with pen.on(body):
        pen.decal(organic("-14,-172 0,-188 14,-172 0,-168"), DARK)
        score(pen, "0,-146 0,-66", darken(paint, 0.3), 1.2)
        bar(pen, "-20 -64 40 2", darken(paint, 0.3), "flat", 0)
    for x in (-8, 0, 8):
        pane(pen, facet(f"{x - 3},-150 {x - 3},-157 {x + 3},-157 {x + 3},-150", 1), look, streaks=False)
    cut(pen, "-3,-34 -4,-84 0,-100 4,-84 3,-34", lighten(paint, 0.1), "round", 1, 0.8)
    for x in (-8, 8):
        mould(pen, f"{x - 5},-42 {x + 5},-42 {x + 8},-28 {x - 8},-28", (96, 98, 108), "metal", 0.7)
    pen.anchor("text", 0, -110, 26)


@thing("space station", "orbital station", "international space station", cm=2000, kind="vehicle", flies=True)
def draw_station(pen: Pen, look: Look) -> None:
    """Modules in a row across a truss with four pairs of solar wings."""
    hull = look.colour((232, 236, 242))
    cell = look.part("panels", (38, 66, 140))
    for side in (-1, 1):
        for x in (side * 84.0, side * 132.0):
            for top in (-166.0, -82.0):
                wing = bar(pen, f"{x - 18} {top} 36 74 2", cell, "glossy", 0.8)
                with pen.on(wing):
                    score(pen, f"{x},{top} {x},{top + 74}", (206, 178, 96), 2)
                    for i in range(1, 7):
                        score(pen, f"{x - 20},{top + i * 10.6} {x + 20},{top + i * 10.6}", lighten(cell, 0.4), 1, 0.8)
    struts(pen, "-150,-92 150,-92|-150,-84 150,-84", darken(hull, 0.3), 3, "metal", 0.6)
    score(pen, " ".join(f"{-150 + i * 10},{-92 if i % 2 else -84}" for i in range(31)), darken(hull, 0.45), 1.4)
    for x in (-84, -132, 84, 132):
        bar(pen, f"{x - 4} -96 8 16 2", darken(hull, 0.2), "metal", 0.7)
    bar(pen, "-15 -172 30 56 9", hull, "metal")
    bar(pen, "-19 -120 38 62 7", hull, "metal")
    bar(pen, "-14 -60 28 46 8", darken(hull, 0.06), "metal")
    bar(pen, "-46 -106 92 28 10", lighten(hull, 0.1), "metal")
    for y in (-148, -132, -70, -34):
        bar(pen, f"-16 {y} 32 3 1", (196, 160, 84), "metal", 0.3)
    for x in (-32, 0, 32):
        disc(pen, f"{x} -92 6", DARK, "round", 0.5)
        (pen.glow if look.night else pen.decal)(ellipse(x, -92, 4), (255, 224, 140) if look.night else (130, 180, 214))
    cut(pen, "-10,-16 10,-16 16,0 -16,0", darken(hull, 0.25), "metal", 2)
    wires(pen, "-12,-164 -34,-178 -44,-170", STEEL, 3, "metal")
    disc(pen, "-46 -170 12 5 -50", lighten(hull, 0.2), "round", 0.8)


@thing("mars rover", "rover", "moon rover", "space rover", cm=200, kind="vehicle", faces=1)
def draw_rover(pen: Pen, look: Look) -> None:
    """Six wheels on rocker arms, a gold-foiled box, a solar deck, a mast with two eyes, an arm."""
    hull = look.colour((236, 232, 224))
    struts(pen, "-92,-22 -50,-58 10,-52 84,-22|-50,-58 -6,-22", (120, 124, 134), 7, "metal", 0.9)
    for x in (-92, -6, 84):
        disc(pen, f"{x} -22 22", (70, 72, 82), "metal")
        for i in range(12):
            with pen.at(x, -22, turn=i * 30):
                bar(pen, "-1.6 -23.5 3.2 6", (150, 154, 164), "flat", 0.2)
        disc(pen, f"{x} -22 12", (176, 180, 190), "metal", 0.6)
        disc(pen, f"{x} -22 4", DARK, "flat", 0)
    body = cut(pen, "-84,-50 -92,-88 62,-88 74,-60 66,-50", hull, "round", 4)
    with pen.on(body):
        pen.decal(facet("-100,-66 80,-66 80,-46 -100,-46"), (222, 176, 74))
        score(pen, "-60,-66 -54,-50|-30,-66 -36,-50|0,-66 4,-50|30,-66 26,-50", (156, 112, 40), 1.6)
    deck = cut(pen, "-118,-90 -96,-104 66,-104 84,-90", (38, 66, 140), "glossy", 2)
    with pen.on(deck):
        for i in range(9):
            score(pen, f"{-106 + i * 23},-90 {-94 + i * 21},-104", (150, 180, 230), 1.1, 0.9)
        score(pen, "-112,-97 80,-97", (150, 180, 230), 1.1, 0.9)
    wires(pen, "64,-72 104,-84 126,-62 120,-40", (176, 180, 190), 6, "metal", 0.8)
    cut(pen, "110,-42 130,-42 126,-26 114,-26", (120, 124, 134), "metal", 2)
    bar(pen, "32 -156 8 54 2", (206, 210, 216), "metal", 0.8)
    bar(pen, "14 -180 50 28 6", hull, "round")
    for x in (28, 52):
        disc(pen, f"{x} -166 8", DARK, "glossy", 0.7)
        disc(pen, f"{x - 2} -168 2.6", (190, 220, 250), "flat", 0)
    wires(pen, "-70,-104 -74,-142", (206, 210, 216), 4, "metal")
    mould(pen, "-98,-152 -74,-142 -52,-156 -74,-134", hull, "round", 0.9)
    pen.anchor("text", -20, -77, 70)
    pen.anchor("top", -20, -104, 80)
