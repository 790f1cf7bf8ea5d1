"""More boats: gondola, Viking ship, speedboat, catamaran, kayak. The water line is y = 0, the bow at the right."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.boat import CANVAS, WOOD, flaglet, hull, mast, oar, sail, water
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic
from pinxit.engines.illustrator.rigs.vehicle import pane
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse

GOLD: Rgb = (226, 182, 82)


@thing("gondola", "venetian gondola", "gondola boat", cm=180, kind="vehicle", faces=1)
def draw_gondola(pen: Pen, look: Look) -> None:
    """Long, black and high at both ends, with the comb of iron at the bow and a red seat."""
    paint = look.colour((52, 50, 62))
    cloth = look.part("seat", (186, 40, 52))
    oar(pen, -96, -92, -54, 2, lighten(WOOD, 0.25))
    mould(pen, "-20,-26 -26,-58 -10,-66 6,-58 4,-26", cloth, "soft")
    score(pen, "-16,-56 -14,-30|-6,-60 -5,-30", darken(cloth, 0.35), 1.6, 0.7)
    bar(pen, "2 -36 34 12 5", lighten(cloth, 0.08), "soft", 0.8)
    bar(pen, "52 -32 20 8 3", darken(cloth, 0.15), "soft", 0.7)
    pen.anchor("seat", 18, -36, 40)
    pen.anchor("inside", 14, -34, 120)
    body = organic(
        "-150,-64 -140,-58 -112,-34 -60,-24 0,-22 60,-24 112,-34 134,-58 138,-80 144,-82 146,-58 134,-26 104,-4 70,6 "
        "-70,6 -108,-4 -138,-30"
    )
    hull(pen, body, paint, GOLD)
    mould(
        pen, "-44,-10 -30,-18 -16,-10 -2,-18 12,-10 26,-18 40,-10 26,-6 12,-8 -2,-5 -16,-8 -30,-5", GOLD, "metal", 0.4
    )
    mould(pen, "136,-78 134,-96 144,-104 154,-98 150,-90 146,-82 148,-50 142,-50", (206, 212, 220), "metal", 0.8)
    for i in range(5):
        bar(pen, f"146 {-80 + i * 7} 11 4 1.5", (206, 212, 220), "metal", 0.6)
    wires(pen, "-150,-62 -156,-72 -150,-78", GOLD, 4, "metal", 0.7)
    water(pen, -120, 128)


@thing("viking ship", "longship", "viking longship", "drakkar", "viking boat", cm=1200, kind="vehicle", faces=1)
def draw_longship(pen: Pen, look: Look) -> None:
    """Clinker-built, a dragon's head at the bow, shields along the rail, one striped square sail."""
    wood = look.colour((150, 96, 56))
    stripe = look.part("sail", look.colour((190, 48, 44), 1))
    mast(pen, -4, -206, -30, 7, wood)
    wires(pen, "-88,-186 0,-190 82,-186", darken(wood, 0.2), 6, "round", 0.8)
    pen.line(bars("-4,-204 128,-70|-4,-204 -130,-66|-80,-84 -96,-40|74,-84 88,-40"), (96, 84, 72), 1.2)
    sail(pen, organic("-84,-184 0,-188 78,-184 88,-140 82,-86 40,-80 0,-76 -44,-80 -88,-86 -92,-140"), CANVAS, 7)
    for i in range(4):
        x = -74 + i * 42
        mould(pen, f"{x},-186 {x + 20},-187 {x + 22},-140 {x + 21},-80 {x - 3},-82 {x - 5},-140", stripe, "soft", 0)
    flaglet(pen, -6, -208, stripe)
    for i in range(6):
        oar(pen, -84 + i * 34, -40, -104 + i * 34, 6, lighten(wood, 0.3))
    pen.anchor("inside", 0, -46, 160)
    neck = mould(
        pen,
        "112,-30 124,-60 126,-92 132,-116 148,-126 166,-118 172,-108 158,-106 148,-102 150,-72 140,-36 124,-16",
        wood,
    )
    with pen.on(neck):
        score(pen, "120,-50 142,-46|124,-66 148,-62|126,-82 150,-78|130,-98 150,-94", darken(wood, 0.4), 1.6, 0.7)
    mould(pen, "130,-114 122,-130 134,-124 138,-134 144,-124", darken(wood, 0.1), "round", 0.7)
    disc(pen, "148 -116 3.4", (250, 236, 190), "flat", 0.5)
    disc(pen, "149 -116 1.6", (30, 24, 24), "flat", 0)
    score(pen, "156,-110 164,-112 171,-110", darken(wood, 0.5), 1.4)
    wires(pen, "-128,-36 -142,-66 -140,-92 -128,-96 -124,-86", wood, 8, "round", 0.9)
    body = organic("-136,-54 -100,-38 -40,-30 30,-30 96,-38 134,-56 122,-22 92,2 74,8 -74,8 -98,2 -124,-24")
    hull(pen, body, wood, lighten(wood, 0.25), planks=4)
    tones: tuple[Rgb, ...] = (stripe, (232, 190, 86), (60, 96, 140))
    for i in range(8):
        x = -88 + i * 25
        y = -35 + abs(i - 3.5) ** 2 * -0.5
        disc(pen, f"{x} {y} 12.5", tones[i % 3], "round", 0.9)
        pen.line(ellipse(x, y, 9), darken(tones[i % 3], 0.35), 1.6)
        disc(pen, f"{x} {y} 4", (214, 206, 190), "metal", 0.5)
    water(pen, -116, 116)


@thing("speedboat", "speed boat", "motorboat", "motor boat", "power boat", cm=180, kind="vehicle", faces=1)
def draw_speedboat(pen: Pen, look: Look) -> None:
    """A sharp low hull rising at the bow, a raked windscreen, seats and an outboard motor."""
    paint = look.colour((214, 44, 52))
    cut(pen, "-136,-52 -112,-54 -110,-28 -134,-26", (66, 68, 76), "round", 6)
    cut(pen, "-130,-28 -120,-28 -120,8 -128,8", (90, 94, 104), "metal", 2, 0.8)
    for x in (-70, -24):
        mould(
            pen,
            f"{x - 12},-36 {x - 16},-62 {x - 6},-68 {x + 2},-62 {x + 4},-44 {x + 22},-42 {x + 22},-34",
            CANVAS,
            "soft",
        )
    pen.anchor("seat", -16, -48, 36)
    pen.anchor("inside", -30, -44, 100)
    wires(pen, "10,-44 2,-54 -4,-62", (60, 62, 70), 4)
    pane(pen, facet("14,-40 2,-70 10,-74 52,-44", 4), look)
    pen.line(facet("14,-40 2,-70 10,-74 52,-44", 4), (214, 218, 224), 2.4)
    body = facet("-116,-40 30,-42 90,-46 162,-62 150,-38 112,-8 84,6 -108,6 -118,-10", 7)
    pen.fill(body, (250, 248, 244), "glossy")
    with pen.on(body):
        pen.decal(facet("-130,-30 60,-32 170,-56 150,-34 80,-16 -130,-14"), paint)
        pen.decal(facet("-130,-11 84,-13 150,-30 146,-24 84,-7 -130,-5"), darken(paint, 0.45))
        pen.decal(facet("-130,-44 170,-66 170,-60 60,-40 -130,-37"), (255, 255, 255), alpha=0.6)
    wires(pen, "112,-54 128,-68 150,-68 154,-62", (206, 212, 220), 3, "metal")
    pen.anchor("text", -40, -24, 90)
    water(pen, -116, 112)
    for x, y, r in ((118, 0, 9), (130, 6, 6), (-132, 2, 9), (-148, 6, 7), (-120, 6, 7)):
        disc(pen, f"{x} {y} {r} {r * 0.7}", (240, 250, 252), "soft", 0.5)


@thing("catamaran", "trimaran", cm=1200, kind="vehicle", faces=1)
def draw_catamaran(pen: Pen, look: Look) -> None:
    """Two slim hulls, a net between them, a low cabin, a tall sail."""
    paint = look.colour((246, 248, 250))
    band = look.colour((38, 112, 168), 1) if look.colours else (38, 112, 168)
    mast(pen, 8, -226, -46, 5, (196, 202, 210))
    sail(pen, organic("2,-218 0,-120 0,-58 -8,-54 -60,-54 -96,-58 -90,-70 -60,-118 -28,-176"), CANVAS, 7)
    sail(pen, organic("14,-206 18,-202 52,-136 108,-50 104,-46 60,-46 22,-50 18,-56 20,-110"), lighten(band, 0.1), 5)
    pen.line(bars("8,-222 122,-40|8,-222 -104,-44"), (90, 88, 92), 1.1)
    far = facet("-112,-34 60,-36 134,-42 122,-18 96,-8 -100,-8", 6)
    pen.fill(far, darken(paint, 0.28), "glossy")
    cut(pen, "-70,-36 -60,-54 26,-54 48,-36", paint, "glossy", 6)
    pane(pen, facet("-52,-40 -46,-50 22,-50 34,-40", 3), look)
    pen.anchor("inside", -84, -36, 40)
    score(pen, "60,-34 112,-26|66,-30 116,-22|70,-36 104,-20|84,-37 114,-24", (120, 124, 132), 1.3)
    near = facet("-122,-26 66,-28 148,-36 136,-10 108,6 -110,6 -120,-8", 7)
    pen.fill(near, paint, "glossy")
    with pen.on(near):
        pen.decal(facet("-130,-16 80,-18 150,-26 146,-20 80,-12 -130,-10"), band)
    pen.anchor("text", -30, -18, 90)
    water(pen, -116, 116)


@thing("kayak", "sea kayak", "canoe kayak", cm=60, kind="vehicle", faces=1)
def draw_kayak(pen: Pen, look: Look) -> None:
    """A slim decked boat with a cockpit and a paddle of two blades."""
    paint = look.colour((236, 108, 40))
    pen.fill(organic("-34,-28 0,-34 34,-28 30,-20 -30,-20"), (44, 42, 50), "flat")
    mould(pen, "-30,-24 -36,-42 -26,-46 -18,-40 -16,-24", (60, 62, 70), "soft", 0.8)
    pen.anchor("seat", -4, -26, 40)
    pen.anchor("inside", -2, -26, 52)
    body = organic("-150,-34 -120,-30 -60,-26 0,-23 60,-26 120,-30 152,-36 128,-12 84,4 -84,4 -126,-12")
    pen.fill(body, paint, "glossy")
    with pen.on(body):
        pen.decal(organic("-160,-20 -60,-10 60,-10 160,-20 140,10 -140,10"), lighten(paint, 0.7))
        pen.decal(organic("-160,-18 -60,-8 60,-8 160,-18 140,10 -140,10"), darken(paint, 0.35))
    score(pen, "-118,-27 -60,-23|60,-23 118,-27|-96,-29 -86,-21|-76,-27 -86,-21|92,-29 82,-21", (46, 46, 54), 1.6, 0.8)
    rod(pen, "-92,-66 0,-36 92,-6", 4.4, (60, 62, 70), "round", 0.7)
    for x, y in ((-92.0, -66.0), (92.0, -6.0)):
        with pen.at(x, y, turn=18, flip=x < 0):
            mould(pen, "-4,-4 18,-10 36,-8 42,0 34,8 14,7 -4,4", (250, 214, 70), "soft", 0.8)
    water(pen, -124, 124)
