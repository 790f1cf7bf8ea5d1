"""Small boats: sailing, rowing, fishing, canoe."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.boat import (
    CANVAS,
    WOOD,
    flaglet,
    hull,
    mast,
    oar,
    portholes,
    sail,
    square_sail,
    water,
)
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.vehicle import pane
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse


@thing(
    "sailboat",
    "sailing boat",
    "sail boat",
    "boat",
    "sailing ship",
    "dinghy",
    "regatta boat",
    cm=900,
    kind="vehicle",
    faces=1,
)
def draw(pen: Pen, look: Look) -> None:
    """Two white sails over a painted hull; sails take the second colour."""
    paint = look.colour((36, 88, 148))
    cloth = look.part("sail", look.colour(CANVAS, 1))
    mast(pen, -2, -212, -30, 5.4)
    pen.line(bars("-2,-208 98,-34|-2,-208 -92,-38"), (90, 84, 84), 1)
    sail(pen, organic("-8,-204 -10,-120 -10,-52 -14,-48 -50,-46 -88,-50 -84,-60 -50,-110 -24,-164"), cloth, 6)
    sail(pen, organic("6,-192 10,-188 40,-132 88,-50 86,-46 44,-44 12,-46 10,-50 14,-100"), cloth, 5)
    flaglet(pen, -2, -214, look.part("flag", (214, 50, 54)))
    pen.line(bars("-8,-45 -92,-46"), darken(WOOD, 0.2), 4)
    pen.anchor("text", -34, -92, 44)
    pen.fill(facet("-50,-28 -44,-42 20,-42 34,-28", 4), (246, 240, 228), "round")
    portholes(pen, [-30.0, -8.0, 14.0], -35, 4, look)
    pen.anchor("seat", -70, -32, 34)
    pen.anchor("inside", -66, -30, 50)
    hull(
        pen,
        organic("-104,-34 -60,-30 0,-29 60,-32 112,-42 116,-41 100,-20 78,2 70,6 -70,6 -80,2 -96,-14"),
        paint,
        lighten(WOOD, 0.15),
        boot=(186, 48, 46),
    )
    water(pen, -104, 104)


@thing("rowing boat", "rowboat", "row boat", "wooden boat", "paddle boat", cm=90, kind="vehicle", faces=1)
def draw_rowing(pen: Pen, look: Look) -> None:
    """Clinker planks, thwarts, two oars."""
    wood = look.colour(WOOD)
    pen.fill(organic("-106,-44 -60,-50 0,-52 60,-50 110,-48 60,-36 0,-32 -60,-34"), darken(wood, 0.5), "flat")
    for x in (-56, 0, 52):
        pen.fill(box(x - 12, -47, 24, 7, 2), lighten(wood, 0.2), "round", line=0.6)
    pen.anchor("seat", 0, -46, 40)
    pen.anchor("inside", 0, -42, 150)
    oar(pen, 20, -58, 86, 2, lighten(wood, 0.3))
    hull(
        pen,
        organic("-112,-48 -60,-38 0,-35 60,-39 118,-54 112,-34 90,-4 76,5 -76,5 -92,-4 -106,-28"),
        wood,
        look.part("trim", look.colour((246, 240, 226), 1)),
        planks=4,
    )
    oar(pen, -26, -58, -92, 4, lighten(wood, 0.3))
    pen.line(stroke("-30,-42 -34,-36 -28,-34"), (80, 84, 90), 2.4)
    water(pen, -104, 104)


@thing("canoe", cm=60, kind="vehicle", faces=1)
def draw_canoe(pen: Pen, look: Look) -> None:
    """Long and slim, with raised ends and a paddle."""
    paint = look.colour((198, 72, 48))
    pen.fill(organic("-130,-34 -60,-30 0,-29 60,-30 130,-34 60,-20 0,-18 -60,-20"), darken(paint, 0.55), "flat")
    for x in (-50, 50):
        pen.fill(box(x - 14, -28, 28, 5, 2), lighten(WOOD, 0.3), "round", line=0.5)
    pen.anchor("seat", -10, -28, 34)
    pen.anchor("inside", 0, -26, 150)
    hull(
        pen,
        organic(
            "-146,-48 -138,-46 -110,-28 -50,-20 0,-19 50,-20 110,-28 138,-46 146,-48 140,-26 "
            "112,-2 96,5 -96,5 -112,-2 -140,-26"
        ),
        paint,
        lighten(WOOD, 0.3),
    )
    oar(pen, -70, -50, 40, 0, lighten(WOOD, 0.3))
    water(pen, -128, 128)


@thing("fishing boat", "trawler", "tugboat", "tug", cm=500, kind="vehicle", faces=1)
def draw_fishing(pen: Pen, look: Look) -> None:
    """A high bow, a wheelhouse, a mast with a boom, nets and buoys."""
    paint = look.colour((34, 112, 142))
    white: Rgb = (246, 244, 236)
    mast(pen, -26, -176, -40)
    pen.line(bars("-26,-150 -96,-96|-26,-172 104,-58|-26,-172 -106,-44"), (92, 88, 90), 1.4)
    pen.line(bars("-26,-70 -98,-98"), darken(WOOD, 0.2), 4)
    house = facet("-10,-38 -8,-98 50,-98 58,-38", 4)
    pen.fill(house, look.colour(white, 1), "round")
    for x in (-2, 17, 35):
        pane(pen, box(x, -90, 15, 20, 3), look)
    pen.fill(facet("-18,-98 -12,-108 54,-108 62,-98", 3), look.part("roof", (206, 66, 52)), "round")
    pen.anchor("inside", 22, -72, 40)
    pen.anchor("seat", -64, -42, 34)
    for i in range(5):
        pen.fill(ellipse(-84 + i * 13, -44 - i % 2 * 5, 8), ((226, 120, 60), (240, 224, 190))[i % 2], "round", line=0.6)
    hull(
        pen,
        organic("-112,-44 -60,-36 0,-34 50,-42 116,-70 122,-70 108,-36 84,2 76,6 -78,6 -92,2 -106,-18"),
        paint,
        white,
        boot=(178, 52, 44),
    )
    portholes(pen, [30.0, 52.0, 74.0], -26, 4.4, look)
    for x in (-70, -30, 6):
        pen.line(bars(f"{x},-34 {x},-20"), (70, 62, 60), 1.2)
        pen.fill(ellipse(x, -16, 6.5), (46, 44, 48), "round", line=0.6)
        pen.decal(ellipse(x, -16, 2.6), darken(paint, 0.3))
    pen.anchor("text", 56, -44, 50)
    water(pen, -106, 100)


@thing("yacht", "motor yacht", cm=900, kind="vehicle", faces=1)
def draw_yacht(pen: Pen, look: Look) -> None:
    """White decks in steps with dark glass bands."""
    paint = look.colour((248, 249, 251))
    for text, band in (
        ("-30,-84 -14,-108 30,-108 56,-84", "-16,-88 -8,-102 26,-102 42,-88"),
        ("-84,-52 -70,-86 60,-86 96,-52", "-66,-58 -58,-78 54,-78 76,-58"),
    ):
        pen.fill(facet(text, 6), paint, "round")
        pane(pen, facet(band, 4), look, (60, 86, 112))
    pen.line(bars("-6,-108 -14,-132|-14,-132 4,-132"), (150, 156, 164), 3)
    pen.fill(ellipse(8, -116, 6, 5), (236, 240, 244), "round", line=0.6)
    pen.line(
        bars("-104,-64 -84,-64|-104,-64 -104,-48|-94,-64 -94,-48|98,-66 140,-68|112,-66 112,-52|128,-67 128,-54"),
        (170, 176, 184),
        1.6,
    )
    pen.anchor("seat", -92, -50, 34)
    hull(
        pen,
        organic("-114,-52 -60,-50 20,-50 90,-52 148,-60 150,-58 126,-28 96,2 86,6 -88,6 -100,2 -112,-20"),
        paint,
        look.colour((36, 74, 120), 1),
        boot=(30, 50, 84),
    )
    portholes(pen, [-50.0, -26.0, -2.0, 22.0, 46.0], -32, 4.4, look, (190, 196, 204))
    pen.anchor("text", -80, -32, 40)
    pen.anchor("inside", 0, -62, 80)
    water(pen, -108, 124)


@thing("ship", "cargo ship", "cruise ship", "ocean liner", "steamship", cm=3000, kind="vehicle", faces=1)
def draw_ship(pen: Pen, look: Look) -> None:
    """A liner: white decks with rows of lights, two funnels, a dark hull."""
    paint = look.colour((40, 52, 82))
    funnel = look.part("funnel", look.colour((206, 62, 48), 1))
    for x, y, r in ((-44, -150, 9), (-62, -162, 13), (-86, -170, 16)):
        pen.decal(ellipse(x, y, r * 1.2, r), (216, 218, 224), alpha=0.7, blur=2)
    for x in (-34, 14):
        pen.fill(facet(f"{x - 12},-98 {x - 16},-142 {x + 10},-142 {x + 14},-98", 2), funnel, "round")
        pen.decal(facet(f"{x - 15.4},-130 {x - 16},-142 {x + 10},-142 {x + 11},-130"), (40, 38, 44))
    pen.line(bars("76,-84 74,-138|-90,-80 -92,-126|74,-136 130,-58|-92,-124 -138,-56"), (96, 92, 96), 1.6)
    for i, (left, right) in enumerate(((-104, 92), (-90, 78), (-72, 62))):
        y = -68 - i * 16
        pen.fill(
            facet(f"{left},{y + 18} {left + 5},{y} {right - 5},{y} {right + 3},{y + 18}", 2),
            (248, 248, 246),
            "round",
            line=0.8,
        )
        for x in range(left + 12, right - 6, 10):
            if look.night:
                pen.glow(box(x, y + 5, 5, 6, 1), (255, 220, 134))
            else:
                pen.decal(box(x, y + 5, 5, 6, 1), (74, 108, 138))
    pane(pen, facet("56,-94 60,-104 70,-100 74,-94", 1), look, streaks=False)
    hull(
        pen,
        organic("-138,-56 -60,-51 20,-51 90,-54 150,-64 152,-62 138,-30 122,2 112,6 -118,6 -130,-4 -138,-30"),
        paint,
        (246, 246, 244),
        boot=(170, 46, 42),
    )
    portholes(pen, [-104.0 + i * 20 for i in range(11)], -34, 3.4, look, (200, 204, 210))
    pen.anchor("text", 90, -44, 50)
    pen.anchor("inside", 0, -56, 160)
    water(pen, -130, 136)


@thing("pirate ship", "galleon", "tall ship", "schooner", "caravel", cm=3000, kind="vehicle", faces=1)
def draw_pirate(pen: Pen, look: Look) -> None:
    """Three masts of square sails, a castle with lit windows, gun ports, a black flag."""
    wood = look.colour((124, 78, 48))
    cloth = look.part("sail", look.colour((238, 226, 196), 1))
    pen.line(bars("108,-66 168,-104"), darken(wood, 0.2), 5)
    for x, top in ((-64, -176), (4, -216), (70, -184)):
        mast(pen, x, top, -44, 6)
        pen.line(bars(f"{x},{top + 6} {x - 34},-52|{x},{top + 6} {x + 34},-52"), (92, 78, 66), 1)
    pen.line(bars("70,-182 166,-103|4,-212 70,-150"), (92, 78, 66), 1)
    for x, rows in (
        (-64, ((-164, -128, 44), (-122, -78, 56))),
        (70, ((-172, -134, 46), (-128, -80, 58))),
        (4, ((-202, -164, 46), (-158, -116, 60), (-110, -66, 70))),
    ):
        for top, low, wide in rows:
            square_sail(pen, x, top, low, wide, cloth)
    sail(pen, facet("82,-140 158,-100 96,-74", 4), cloth, 3)
    pen.anchor("text", 6, -136, 50)
    flaglet(pen, 4, -222, look.part("flag", (34, 32, 38)), 34)
    flag_x = -14
    pen.decal(ellipse(flag_x, -215, 3.2), (246, 244, 238))
    pen.line(bars(f"{flag_x - 4},-211 {flag_x + 4},-208|{flag_x + 4},-211 {flag_x - 4},-208"), (246, 244, 238), 1.2)
    castle = facet("-132,-40 -138,-96 -76,-84 -72,-40", 3)
    pen.fill(castle, darken(wood, 0.1), "round")
    for x in (-126, -108, -92):
        pane(pen, box(x, -80 + (x + 126) * 0.12, 11, 16, 2), look, (226, 180, 90))
    hull(
        pen,
        organic("-136,-62 -100,-52 -40,-44 30,-44 80,-52 124,-78 128,-76 116,-36 92,2 82,6 -92,6 -112,-2 -130,-30"),
        wood,
        (222, 174, 84),
        planks=5,
    )
    for i in range(6):
        x = -82 + i * 28
        pen.fill(box(x, -32, 12, 11, 1), (54, 34, 28), "flat", line=0.6)
        pen.fill(ellipse(x + 6, -26, 3.6), (76, 78, 84), "metal", line=0.5)
    pen.anchor("inside", 0, -48, 140)
    water(pen, -120, 112)


@thing("submarine", "u-boat", "yellow submarine", cm=600, kind="vehicle", faces=1)
def draw_submarine(pen: Pen, look: Look) -> None:
    """A round body with portholes, a tower with a periscope, a brass screw."""
    paint = look.colour((246, 194, 50))
    second = look.colour((206, 78, 52), 1)
    wires(pen, "4,-110 4,-146 10,-152 24,-152", (120, 124, 132), 6.4, "metal", 0.8)
    pen.fill(facet("-26,-92 -20,-122 30,-122 38,-92", 8), paint, "round")
    pen.fill(box(-26, -126, 62, 7, 3), second, "round", line=0.7)
    for turn in (-28, 28, 152, 208):
        with pen.at(-128, -52, turn=turn + 90):
            pen.fill(ellipse(0, -20, 7, 18), (222, 178, 84), "glossy", line=0.8)
    pen.fill(box(-130, -58, 18, 12, 3), (150, 154, 162), "metal", line=0.7)
    pen.fill(facet("-112,-58 -128,-104 -92,-96 -74,-64", 6), second, "round")
    pen.fill(facet("-112,-46 -128,0 -92,-8 -74,-40", 6), second, "round")
    body = organic("-118,-52 -100,-72 -50,-94 10,-100 70,-92 110,-70 120,-52 110,-32 70,-12 10,-4 -50,-10 -100,-32")
    pen.fill(body, paint, "glossy")
    with pen.on(body):
        pen.line(bars("-30,-110 -30,0|66,-110 66,0"), darken(paint, 0.3), 1.6, alpha=0.7)
        pen.decal(box(-130, -28, 260, 30), darken(paint, 0.3), alpha=0.35)
        for x in (-26, 62):
            for y in range(-92, -8, 11):
                pen.decal(ellipse(x, y, 1.5), darken(paint, 0.45))
    for x in (-6, 40, 86):
        pen.fill(ellipse(x, -58, 17 if x < 80 else 14), second, "round")
        shape = ellipse(x, -58, 12 if x < 80 else 10)
        pane(pen, shape, look, streaks=False)
        pen.decal(ellipse(x - 4, -62, 4, 2.6, -30), (255, 255, 255), alpha=0.7)
    pen.anchor("inside", 40, -58, 24)
    pen.anchor("text", -64, -52, 50)
    pen.anchor("seat", 6, -126, 40)
