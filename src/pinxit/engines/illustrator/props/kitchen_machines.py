"""Machines and pots of the kitchen: kettle, blender, coffee machine, toaster oven, thermos, lunch box, scales."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import rounded_block
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, handle, reflections, steam
from pinxit.engines.illustrator.shapes import arc, ellipse

STEEL: Rgb = (198, 204, 212)
DARK: Rgb = (50, 50, 58)


@thing("electric kettle", "water kettle", "whistling kettle", "stovetop kettle", cm=24)
def draw_kettle(pen: Pen, look: Look) -> None:
    what = finish(look, (204, 62, 56), "glossy", "enamel")
    rod(pen, "-52,-92 -56,-150 0,-172 56,-150 52,-92", 11, DARK, "glossy")
    rod(pen, "54,-50 86,-78 108,-112", 26, what.rgb, what.form, end=13)
    shape = Turned("26 -112 52 -100 76 -60 82 -26 76 0", 0.26)
    coat(pen, shape.outline(), what)
    reflections(pen, shape, what)
    lid = Turned("12 -124 30 -116 34 -106", 0.26)
    coat(pen, lid.outline(), what.tone(0.06))
    disc(pen, "0 -128 9 8", DARK, "glossy", 0.8)
    disc(pen, "107 -113 8 5 30", DARK, "round", 0.6)
    steam(pen, 118, -118, 50, 30)


@thing("blender", "food processor", "smoothie maker", "juicer", cm=42)
def draw_blender(pen: Pen, look: Look) -> None:
    what = finish(look, (214, 60, 60), "glossy", "plastic")
    cut(pen, "-48,0 48,0 40,-56 28,-66 -28,-66 -40,-56", what.rgb, what.form, 9)
    bar(pen, "-34 -10 68 6 3", darken(what.rgb, 0.5), "flat", 0)
    disc(pen, "0 -32 15", STEEL, "metal")
    score(pen, "0,-32 8,-42", DARK, 3)
    for x in (-28, 28):
        disc(pen, f"{x} -28 4.4", (250, 246, 240), "glossy", 0.5)
    bar(pen, "-26 -76 52 12 3", DARK, "round")
    rod(pen, "40,-150 66,-150 66,-104 34,-96", 10, DARK, "glossy", 0.9)
    jug = cut(pen, "-30,-74 30,-74 44,-172 -44,-172", (216, 232, 238), "glass", 5)
    with pen.on(jug):
        pen.decal(
            organic("-60,-138 -30,-144 0,-136 34,-144 60,-138 60,-60 -60,-60"), look.part("smoothie", (240, 130, 150))
        )
        for x, y, r in ((-20, -120, 4), (12, -108, 5), (24, -126, 3), (-8, -96, 3), (4, -130, 3)):
            pen.decal(ellipse(x, y, r), (252, 214, 222), alpha=0.8)
        pen.decal(facet("-30,-176 -18,-176 -12,-70 -20,-70"), (255, 255, 255), alpha=0.5)
        cut(pen, "-18,-78 0,-88 18,-78 0,-82", STEEL, "metal", 0, 0.4)
    score(pen, "28,-154 36,-154|27,-138 35,-138|26,-122 33,-122|24,-106 31,-106", (120, 130, 140), 1.6)
    cut(pen, "-47,-170 47,-170 42,-186 -42,-186", DARK, "round", 4)
    bar(pen, "-14 -196 28 12 4", DARK, "glossy", 0.8)


@thing("coffee machine", "coffee maker", "espresso machine", "coffeemaker", cm=36)
def draw_coffee(pen: Pen, look: Look) -> None:
    what = finish(look, (190, 48, 46), "glossy", "metal")
    rounded_block(pen, (-78, 0, 0), (146, 170, 46), 12, what)
    bar(pen, "-68 -112 126 86 5", darken(DARK, 0.3), "flat", 0.7)
    bar(pen, "-68 -32 126 26 4", STEEL, "metal", 0.8)
    score(pen, "-58,-24 48,-24|-58,-17 48,-17", DARK, 2, 0.8)
    bar(pen, "-34 -116 58 16 4", STEEL, "metal", 0.8)
    rod(pen, "-4,-96 60,-92", 11, DARK, "glossy", 0.8)
    cut(pen, "-26,-104 18,-104 14,-88 -22,-88", STEEL, "metal", 2, 0.8)
    score(pen, "-8,-86 -8,-64|1,-86 1,-64", (84, 46, 26), 3)
    cup = cut(pen, "-26,-66 20,-66 14,-32 -20,-32", (250, 247, 240), "glossy", 6)
    pen.line(arc(22, -52, 11, 10, -90, 180), (250, 247, 240), 5)
    tint(pen, cup, "-22,-60 -14,-60 -12,-38 -18,-38", (190, 196, 206), 0.4, 1)
    disc(pen, "-3 -66 23 4.5", (96, 54, 30), "flat", 0.6)
    for i, rgb in enumerate(((90, 200, 120), (250, 246, 240), (250, 246, 240))):
        disc(pen, f"{-56 + i * 17} -140 5.4", rgb, "glossy", 0.6)
    disc(pen, "38 -141 16", (250, 248, 242), "flat")
    score(pen, "38,-141 46,-150", (200, 50, 40), 2.4)
    pen.line(ellipse(38, -141, 16), STEEL, 3)
    steam(pen, -3, -70, 30, 20)


@thing("toaster oven", "countertop oven", "air fryer", cm=26)
def draw_oven(pen: Pen, look: Look) -> None:
    what = finish(look, (200, 205, 212), "metal", "metal")
    rounded_block(pen, (-106, -6, 0), (196, 104, 36), 9, what)
    glass = bar(pen, "-94 -90 130 68 5", (58, 40, 36), "flat")
    with pen.on(glass):
        pen.decal(ellipse(-28, -88, 70, 24), (250, 140, 50), alpha=0.6, blur=14)
        score(pen, "-94,-46 40,-46", STEEL, 2)
        for x in range(-88, 40, 12):
            score(pen, f"{x},-46 {x - 5},-38", STEEL, 1.2, 0.8)
        pen.decal(organic("-74,-48 -66,-66 -28,-72 8,-66 16,-48"), (206, 132, 62))
        pen.decal(organic("-64,-56 -50,-68 -10,-68 4,-56"), (240, 190, 100))
        pen.decal(facet("-94,-90 -60,-90 -94,-40"), (255, 255, 255), alpha=0.25)
    bar(pen, "-84 -104 110 8 4", DARK, "glossy", 0.8)
    for y in (-84, -56, -28):
        disc(pen, f"63 {y} 11.5", DARK, "glossy", 0.8)
        score(pen, f"63,{y} 68,{y - 8}", (250, 246, 240), 2)
    for x in (-94, 64):
        bar(pen, f"{x} -7 20 7 2", DARK, "round", 0.7)


@thing("thermos flask", "vacuum flask", "insulated bottle", "travel mug", "thermos bottle", cm=28)
def draw_thermos(pen: Pen, look: Look) -> None:
    what = finish(look, (52, 112, 104), "metal", "metal")
    handle(pen, "34,-116 62,-120 70,-84 60,-48 34,-46", 10, finish(look, DARK, "round", "plastic", 3))
    shape = Turned("32 -142 40 -130 41 -60 40 -8 36 0", 0.24)
    coat(pen, shape.outline(), what)
    with pen.on(shape.outline()):
        pen.decal(shape.band(-20, 6), STEEL, alpha=0.9)
        pen.decal(shape.band(-136, -128), STEEL, alpha=0.9)
    reflections(pen, shape, what)
    cup = Turned("26 -184 30 -178 34 -142", 0.24)
    pen.fill(cup.outline(), STEEL, "metal")
    for y in (-172, -152):
        pen.line(cup.ring(y), darken(STEEL, 0.35), 1.6, alpha=0.7)
    pen.anchor("text", 0, -76, 54)


@thing("lunch box", "lunchbox", "bento box", "lunch container", "bento", cm=16)
def draw_lunch(pen: Pen, look: Look) -> None:
    what = finish(look, (70, 140, 178), "glossy", "plastic")
    base = "-104,-46 -76,-98 84,-98 108,-46 100,0 -98,0"
    cut(pen, base, what.rgb, what.form, 14)
    inside = cut(pen, "-92,-50 -68,-92 76,-92 96,-50", darken(what.rgb, 0.45), "flat", 8, 0.7)
    with pen.on(inside):
        pen.decal(facet("-92,-50 -68,-92 6,-92 2,-50", 4), (250, 249, 244))
        for i in range(50):
            pen.decal(ellipse(-80 + i * 37 % 82, -88 + i * 13 % 38, 3, 1.6, i * 40), (226, 222, 212))
        pen.decal(facet("-58,-62 -52,-78 -22,-78 -24,-62"), (38, 50, 44))
    for i in range(4):
        disc(pen, f"{20 + i * 17} {-80 + i % 2 * 3} 9 8", (238, 120, 60), "glossy", 0.6)
    for x, rgb in ((20, (116, 172, 74)), (44, (96, 156, 66)), (66, (132, 186, 84))):
        mould(pen, f"{x - 14},-56 {x - 12},-70 {x},-74 {x + 12},-70 {x + 14},-56 {x},-52", rgb, "soft", 0.6)
    disc(pen, "-40 -70 8 6", (208, 50, 60), "glossy", 0.6)
    front = cut(pen, "-104,-46 108,-46 100,0 -98,0", what.rgb, what.form, 12)
    tint(pen, front, "-96,-38 98,-38 96,-32 -94,-32", (255, 255, 255), 0.4, 1)
    bar(pen, "-12 -52 28 22 5", lighten(what.rgb, 0.5), "glossy", 0.8)


@thing("kitchen scale", "scale", "scales", "weighing scale", "bathroom scale", "weighing scales", cm=26)
def draw_scale(pen: Pen, look: Look) -> None:
    what = finish(look, (232, 110, 84), "glossy", "metal")
    cut(pen, "-58,0 58,0 44,-84 -44,-84", what.rgb, what.form, 12)
    disc(pen, "0 -42 33", (252, 250, 244), "flat")
    pen.line(ellipse(0, -42, 33), STEEL, 4)
    for i in range(12):
        with pen.at(0, -42, turn=i * 30):
            score(pen, f"0,-27 0,{-20 if i % 3 == 0 else -23}", DARK, 1.8)
    score(pen, "0,-42 16,-58", (206, 46, 40), 3)
    disc(pen, "0 -42 4", DARK, "round", 0.5)
    bar(pen, "-12 -98 24 16 2", darken(what.rgb, 0.4), "round", 0.8)
    Vessel(Turned("80 -122 70 -108 40 -98 20 -94", 0.24), finish(look, STEEL, "metal", "metal", 3), 3).draw(pen)
    for x in (-40, 40):
        bar(pen, f"{x - 9} -4 18 6 2", DARK, "round", 0.6)


@thing("barbecue grill", "grill", "bbq", "barbecue", "bbq grill", cm=100)
def draw_grill(pen: Pen, look: Look) -> None:
    what = finish(look, (196, 52, 44), "glossy", "metal")
    for text in ("-40,-70 -66,-4", "40,-70 66,-4", "0,-66 0,-10"):
        rod(pen, text, 6, STEEL, "metal", 0.8)
    rod(pen, "-52,-34 52,-34", 4, STEEL, "metal", 0.7)
    for x in (-66, 66):
        disc(pen, f"{x} -9 9", DARK, "round", 0.8)
    mould(pen, "-80,-118 80,-118 72,-84 40,-62 0,-56 -40,-62 -72,-84", what.rgb, what.form)
    disc(pen, "0 -118 82 17", darken(DARK, 0.4), "flat", 0.8)
    pen.glow(ellipse(0, -113, 60, 9), (255, 130, 50), alpha=0.7, blur=6)
    for x in range(-72, 73, 12):
        score(pen, f"{x},-126 {x * 1.02},-109", STEEL, 2)
    for x, rgb in ((-44, (134, 66, 40)), (-6, (146, 74, 44)), (34, (122, 58, 36))):
        disc(pen, f"{x} -124 19 8", rgb, "glossy", 0.8)
        score(pen, f"{x - 9},-128 {x - 3},-120|{x},-129 {x + 6},-120", (60, 28, 22), 2.2)
    rod(pen, "84,-108 100,-108", 8, (120, 80, 54), "round", 0.8)
    steam(pen, 0, -132, 60, 90)
