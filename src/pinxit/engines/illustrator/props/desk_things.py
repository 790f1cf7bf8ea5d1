"""Things on a desk: eraser, rubber band, printer, paperweight, bookend, pen holder, stapler, tape, ruler, polaroid."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import block, rounded_block
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.shapes import box, ellipse, minus, moved

STEEL: Rgb = (196, 202, 210)


@thing("eraser", "rubber eraser", "pencil eraser", "pink eraser", cm=3)
def draw_eraser(pen: Pen, look: Look) -> None:
    rgb = look.colour((238, 128, 142))
    front = cut(pen, "-96,-12 -84,-52 88,-52 80,-4 -88,-4", rgb, "soft", 9)
    cut(pen, "-84,-52 -58,-78 104,-78 88,-52", lighten(rgb, 0.3), "soft", 6, 0.7)
    cut(pen, "88,-52 104,-78 100,-30 80,-4", darken(rgb, 0.2), "soft", 4, 0.7)
    with pen.on(front):
        pen.decal(box(-36, -60, 88, 70), look.part("sleeve", look.colour((66, 106, 170), 1)))
        pen.decal(box(-30, -60, 5, 70), (250, 248, 244))
        pen.decal(box(42, -60, 5, 70), (250, 248, 244))
    cut(
        pen,
        "-36,-52 -12,-78 76,-78 52,-52",
        lighten(look.part("sleeve", look.colour((66, 106, 170), 1)), 0.25),
        "flat",
        0,
        0.5,
    )
    tint(pen, front, "-96,-30 -88,-50 -72,-52 -80,-28 -84,-6 -96,-4", darken(rgb, 0.35), 0.45, 4)
    for x, y, turn in ((-118, -3, 10), (-108, -9, 60), (-128, -8, 100)):
        disc(pen, f"{x} {y} 5 2 {turn}", darken(rgb, 0.12), "flat", 0.3)
    pen.anchor("text", 8, -30, 66)


@thing("rubber band", "elastic band", "hair tie", "scrunchie", "hairband", cm=6)
def draw_band(pen: Pen, look: Look) -> None:
    rgb = look.colour((206, 152, 92))
    loop = organic("-88,-46 -70,-88 -24,-96 12,-78 46,-84 84,-66 90,-34 62,-8 18,-18 -24,-6 -66,-14")
    pen.line(moved(loop, 2, 5), darken(rgb, 0.45), 11)
    pen.line(loop, darken(rgb, 0.4), 13)
    pen.line(loop, rgb, 10)
    pen.line(moved(loop, -1.2, -2.4), lighten(rgb, 0.5), 2.6, alpha=0.8)
    rod(pen, "-60,-16 -20,-40 20,-52 62,-78", 10, rgb, "glossy", 0.8)
    score(pen, "-52,-23 -18,-43 20,-55 56,-76", lighten(rgb, 0.5), 2.2, 0.8)


@thing("printer", "inkjet printer", "laser printer", "photocopier", "copier", "scanner", "fax machine", cm=26)
def draw_printer(pen: Pen, look: Look) -> None:
    what = finish(look, (226, 228, 232), "round", "plastic")
    cut(pen, "-56,-96 -50,-158 62,-158 56,-96", (250, 249, 246), "flat", 2)
    score(pen, "-40,-146 48,-146|-40,-136 30,-136", (196, 196, 200), 2)
    cut(pen, "-72,-96 -58,-112 66,-112 80,-96", (70, 74, 82), "round", 3)
    rounded_block(pen, (-100, -10, 0), (184, 84, 40), 14, what)
    pen.decal(box(-100, -36, 184, 6), darken(what.rgb, 0.35), alpha=0.6)
    bar(pen, "-72 -58 128 24 5", (46, 48, 56), "flat", 0.7)
    cut(pen, "-58,-46 42,-46 58,-2 -76,-2", (252, 251, 248), "flat", 1, 0.8)
    with pen.on(facet("-58,-46 42,-46 58,-2 -76,-2")):
        pen.decal(organic("-46,-34 -30,-42 -12,-30 6,-40 30,-28 34,-14 -56,-14"), (112, 168, 200))
        pen.decal(ellipse(16, -34, 6, 4), (250, 196, 70))
        score(pen, "-60,-9 40,-9|-62,-5 20,-5", (170, 170, 176), 1.6)
    bar(pen, "26 -86 44 16 3", (52, 70, 92), "glossy", 0.6)
    for i, rgb in enumerate(((80, 190, 110), (232, 176, 60))):
        disc(pen, f"{-74 + i * 15} -77 4.6", rgb, "glossy", 0.5)
    for x in (-84, 56):
        bar(pen, f"{x} -11 24 11 3", (54, 56, 62), "round", 0.7)


@thing("paperweight", "glass paperweight", cm=8)
def draw_paperweight(pen: Pen, look: Look) -> None:
    rgb = look.colour((92, 150, 206))
    dome = organic("-78,-30 -76,-70 -46,-104 0,-116 46,-104 76,-70 78,-30 50,-4 0,2 -50,-4", 0.5)
    pen.fill(dome, mix(rgb, (240, 248, 252), 0.72), "glossy")
    with pen.on(dome):
        pen.decal(ellipse(0, -18, 70, 24), darken(rgb, 0.25), alpha=0.55, blur=3)
        for ring, count, tone in ((44, 11, rgb), (29, 8, mix(rgb, (250, 160, 180), 0.75)), (15, 6, (252, 214, 110))):
            for i in range(count):
                a = math.tau * i / count
                pen.decal(
                    ellipse(ring * math.cos(a), -48 + ring * 0.62 * math.sin(a), ring * 0.25, ring * 0.22),
                    lighten(tone, 0.15),
                )
                pen.decal(ellipse(ring * math.cos(a), -48 + ring * 0.62 * math.sin(a), ring * 0.1), (252, 250, 240))
        for x, y, r in ((-40, -72, 3.4), (30, -84, 2.6), (46, -54, 3), (-20, -94, 2)):
            pen.decal(ellipse(x, y, r), (255, 255, 255), alpha=0.8)
        pen.decal(ellipse(-34, -88, 22, 9, -34), (255, 255, 255), alpha=0.75, blur=2)
        pen.decal(organic("40,-98 64,-66 66,-40 58,-40 52,-66"), (255, 255, 255), alpha=0.45, blur=2)


@thing("bookend", "bookends", "book end", cm=18)
def draw_bookend(pen: Pen, look: Look) -> None:
    what = finish(look, (150, 100, 62), "soft", "wood")
    tones: tuple[Rgb, ...] = (
        (170, 58, 56),
        (232, 190, 96),
        (54, 96, 120),
        (94, 132, 90),
        (216, 122, 62),
        (112, 84, 140),
    )
    for i, rgb in enumerate(tones):
        x, tall = -72 + i * 25, (118, 130, 110, 124, 116, 128)[i]
        book = bar(pen, f"{x} {-tall} 24 {tall - 6} 2", rgb, "round", 0.8)
        with pen.on(book):
            for y in (-tall + 12, -tall + 20, -28):
                pen.decal(box(x, y, 24, 3), lighten(rgb, 0.5), alpha=0.8)
    for side in (-1, 1):
        with pen.at(side * 92 - 20 + (26 if side > 0 else 14), 0, flip=side < 0):
            coat(pen, facet("-18,0 -18,-140 -4,-144 0,-60 34,-18 40,0", 4), what, upright=True)
            tint(
                pen,
                facet("-18,0 -18,-140 -4,-144 0,-60 34,-18 40,0", 4),
                "0,-50 30,-14 10,-8 -2,-20",
                (255, 255, 255),
                0.2,
                3,
            )
    coat(pen, box(-124, -7, 256, 7, 2), what.tone(-0.2))


@thing("pen holder", "pencil holder", "holder", "pencil cup", "pen cup", "brush holder", cm=18)
def draw_holder(pen: Pen, look: Look) -> None:
    what = finish(look, (72, 118, 150), "glossy", "ceramic")
    shape = Turned("40 -96 40 -50 40 0", 0.3)
    tools: tuple[tuple[float, float, Rgb], ...] = (
        (-24, -16, (236, 178, 56)),
        (-8, -4, (208, 62, 62)),
        (10, 7, (70, 150, 96)),
        (24, 17, (84, 86, 170)),
    )
    Vessel(shape, what, 4).draw(pen)
    with pen.on(minus(box(-200, -300, 400, 600), minus(shape.outline(), shape.cap(-96, 4)))):
        for x, turn, rgb in tools:
            with pen.at(x, -70, turn=turn):
                bar(pen, "-6 -84 12 96", rgb, "round", 0.8)
                pen.decal(box(-2, -84, 3, 96), lighten(rgb, 0.45), alpha=0.7)
                cut(pen, "-6,-84 6,-84 0,-106", (240, 210, 164), "soft", 0, 0.7)
                cut(pen, "-2.4,-97 2.4,-97 0,-106", darken(rgb, 0.3), "flat", 0, 0.3)
    pen.line(shape.ring(-84), lighten(what.rgb, 0.5), 2.4, alpha=0.7)
    pen.line(shape.ring(-12), darken(what.rgb, 0.4), 2.4, alpha=0.6)
    pen.anchor("text", 0, -36, 56)


@thing("stapler", "desk stapler", cm=6, faces=1)
def draw_stapler(pen: Pen, look: Look) -> None:
    rgb = look.colour((204, 52, 54))
    cut(pen, "-108,0 -104,-14 -80,-18 106,-14 112,0", darken(rgb, 0.45), "round", 6)
    bar(pen, "82 -17 22 5 2", STEEL, "metal", 0.5)
    cut(pen, "-92,-16 -96,-34 -70,-40 100,-42 104,-30 -40,-20", STEEL, "metal", 3)
    body = mould(
        pen, "-108,-20 -112,-48 -92,-66 -40,-74 30,-74 92,-66 112,-52 110,-40 60,-44 -20,-44 -70,-34", rgb, "glossy"
    )
    tint(pen, body, "-88,-58 -30,-68 40,-68 88,-60 30,-60 -40,-60", (255, 255, 255), 0.6, 2)
    score(pen, "-84,-38 -20,-48 60,-48 104,-46", darken(rgb, 0.45), 1.8, 0.7)
    disc(pen, "-88 -32 8", STEEL, "metal", 0.6)
    score(pen, "-92,-32 -84,-32", darken(STEEL, 0.5), 1.6)
    pen.anchor("text", 6, -60, 80)


@thing(
    "tape",
    "adhesive tape",
    "scotch tape",
    "duct tape",
    "roll of tape",
    "masking tape",
    "tape dispenser",
    "tape roll",
    cm=9,
)
def draw_tape(pen: Pen, look: Look) -> None:
    rgb = look.colour((222, 188, 120))
    for i in range(8):
        disc(
            pen,
            f"{22 - i * 3} {-72 - i * 0.6} 62 70",
            darken(rgb, 0.14 if i % 2 else 0.2),
            "flat",
            0.8 if i == 0 else 0,
        )
    disc(pen, "0 -74 62 70", rgb, "glossy", 0.8)
    for share in (0.94, 0.87, 0.8, 0.73):
        pen.line(ellipse(0, -74, 62 * share, 70 * share), darken(rgb, 0.25), 1, alpha=0.6)
    disc(pen, "0 -74 42 48", (214, 196, 170), "round", 0.6)
    hole = ellipse(0, -74, 36, 42)
    pen.fill(hole, Gradient((-36, -74), (36, -74), ((0, (120, 96, 70)), (1, (236, 220, 194)))), "flat", line=0.5)
    strip = cut(pen, "4,-4 30,-1 118,-10 122,0 116,4 120,10 40,12 -4,-4", lighten(rgb, 0.12), "glossy", 0, 0.8)
    tint(pen, strip, "30,2 80,-4 110,-4 60,4", (255, 255, 255), 0.5, 2)


@thing("ruler", "wooden ruler", "measuring stick", "yardstick", "straightedge", cm=20)
def draw_ruler(pen: Pen, look: Look) -> None:
    what = finish(look, (234, 190, 108), "soft", "wood")
    with pen.at(0, -76, turn=-32):
        coat(pen, box(-128, -20, 256, 42, 3), what)
        pen.decal(box(-128, 15, 256, 7), darken(what.rgb, 0.2), alpha=0.5)
        marks = "|".join(
            f"{-120 + i * 6},-20 {-120 + i * 6},{-4 if i % 10 == 0 else -9 if i % 5 == 0 else -13}" for i in range(41)
        )
        pen.line(bars(marks), (64, 46, 36), 1.3)
        for i in range(5):
            disc(pen, f"{-120 + i * 60} 2 2.2", (64, 46, 36), "flat", 0)
        disc(pen, "114 8 5.5", darken(what.rgb, 0.6), "flat", 0.4)
        pen.anchor("text", -10, 8, 150)


@thing("photograph", "polaroid", "photo", "polaroid photo", "snapshot", "old photograph", "polaroid picture", cm=11)
def draw_photo(pen: Pen, look: Look) -> None:
    frame = look.colour((251, 249, 243))
    with pen.at(0, -78, turn=-7):
        bar(pen, "-62 -72 124 148 3", frame, "flat")
        pen.decal(box(-62, 68, 124, 8), darken(frame, 0.15), alpha=0.5)
        view = box(-51, -61, 102, 100)
        pen.fill(view, Gradient((0, -61), (0, 20), ((0, (104, 172, 214)), (1, (250, 220, 176)))), "flat", line=0.5)
        with pen.on(view):
            pen.decal(ellipse(20, -18, 15), (255, 236, 176))
            pen.decal(organic("-70,20 -40,-24 -16,-2 8,-34 40,0 64,-10 70,60 -70,60"), (112, 128, 150))
            pen.decal(organic("-70,16 -30,0 10,14 60,2 70,60 -70,60"), (92, 142, 92))
            pen.decal(organic("-12,60 -4,30 2,14 8,14 12,34 40,60"), (228, 200, 150))
            pen.decal(facet("-51,-61 0,-61 -51,20"), (255, 255, 255), alpha=0.18)
        bar(pen, "-20 -84 40 20 1", (240, 226, 170), "flat", 0.4)
        pen.anchor("text", 0, 56, 90)


@thing(
    "jewelry box",
    "jewellery box",
    "ring box",
    "trinket box",
    "jewelry",
    "jewellery",
    "jewelry case",
    cm=14,
)
def draw_jewelry_box(pen: Pen, look: Look) -> None:
    what = finish(look, (134, 56, 70), "glossy", "wood")
    cut(pen, "-84,-66 -76,-148 92,-148 84,-66", what.tone(-0.1).rgb, "round", 6)
    cut(pen, "-72,-70 -66,-138 82,-138 74,-70", (222, 190, 206), "soft", 4, 0.6)
    cut(pen, "-54,-76 -49,-128 66,-128 60,-76", (206, 226, 236), "glass", 2, 0.6)
    tint(pen, facet("-54,-76 -49,-128 66,-128 60,-76"), "-40,-76 -10,-128 14,-128 -18,-76", (255, 255, 255), 0.6)
    cut(pen, "-96,-52 -76,-72 76,-72 100,-52", (146, 40, 66), "soft", 3, 0.7)
    pearls = [(-60, -62), (-48, -66), (-36, -66), (-26, -61), (-18, -56), (34, -58), (46, -62), (58, -60)]
    for x, y in pearls:
        disc(pen, f"{x} {y} 7", (246, 240, 232), "glossy", 0.5)
    cut(pen, "0,-60 10,-72 22,-60 11,-48", (70, 180, 210), "glossy", 0, 0.6)
    front = block(pen, (-98, 0, 0), (198, 52, 0), what)
    with pen.on(front):
        pen.line(box(-88, -44, 178, 36, 3), (226, 184, 84), 2.6)
    bar(pen, "-12 -60 26 22 4", (230, 188, 88), "metal", 0.7)
    disc(pen, "1 -48 3.4", (90, 60, 30), "flat", 0)
    for x in (-92, 76):
        bar(pen, f"{x} -4 18 8 3", (230, 188, 88), "metal", 0.6)
