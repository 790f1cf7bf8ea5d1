"""Of the house and the nursery: office chair, bunk bed, crib, washing machine, vacuum, iron."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.solid import block, panel
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.shapes import arc, box, ellipse, tube

STEEL: Rgb = (200, 206, 214)
DARK: Rgb = (54, 56, 64)
LINEN: Rgb = (248, 246, 240)


@thing(
    "office chair",
    "swivel office chair",
    "desk chair",
    "computer chair",
    "task chair",
    "executive chair",
    cm=115,
    kind="furniture",
)
def draw_office_chair(pen: Pen, look: Look) -> None:
    what = finish(look, (62, 72, 88), "soft", "cloth")
    for text in ("0,-26 -56,-10", "0,-26 56,-10", "0,-26 -24,-6", "0,-26 24,-6"):
        rod(pen, text, 9, DARK, "metal", end=6)
    for x in (-56, -24, 24, 56):
        disc(pen, f"{x} -7 7.5", (34, 34, 40), "round", 0.8)
    rod(pen, "0,-22 0,-70", 9, STEEL, "metal")
    for side in (-1, 1):
        rod(pen, f"{side * 34},-72 {side * 56},-80 {side * 56},-108", 7, DARK, "metal", 0.9)
        bar(pen, f"{side * 56 - 9} -116 18 11 5", DARK, "soft", 0.9)
    back = mould(pen, "-42,-108 -46,-150 -40,-190 -20,-202 20,-202 40,-190 46,-150 42,-108 0,-100", what.rgb, "soft")
    patterned(pen, back, look, what.rgb)
    with pen.on(back):
        score(pen, "-34,-128 0,-122 34,-128|-38,-166 0,-160 38,-166", darken(what.rgb, 0.35), 2, 0.7)
        pen.decal(ellipse(-14, -180, 20, 10, -10), lighten(what.rgb, 0.4), alpha=0.4, blur=6)
    mould(pen, "-56,-84 -50,-96 0,-102 50,-96 56,-84 48,-72 0,-68 -48,-72", what.tone(0.06).rgb, "soft")
    pen.anchor("seat", 0, -92, 70)


@thing("bunk bed", "bunk beds", "loft bed", cm=170, kind="furniture")
def draw_bunk(pen: Pen, look: Look) -> None:
    what = finish(look, (190, 134, 84), "soft", "wood")
    cover = look.part("blanket", look.colour((86, 140, 178), 1))
    for x in (-116, 104):
        coat(pen, box(x, -170, 13, 170, 4), what.tone(-0.08), upright=True)
    for y, rgb in ((-104, cover), (-22, (214, 96, 84))):
        bar(pen, f"-104 {y - 24} 210 20 6", LINEN, "soft")
        mould(pen, f"-100,{y - 22} -96,{y - 38} -58,{y - 38} -54,{y - 22}", (252, 250, 246), "soft", 0.9)
        cut(pen, f"-44,{y - 28} 104,{y - 28} 106,{y - 2} -48,{y - 2}", rgb, "soft", 5)
        cut(pen, f"-46,{y - 28} -24,{y - 28} -26,{y - 2} -49,{y - 2}", lighten(rgb, 0.5), "soft", 3, 0.7)
        coat(pen, box(-110, y - 6, 222, 15, 3), what)
    pen.anchor("inside", 0, -128, 190)
    coat(pen, box(-110, -152, 150, 9, 3), what.tone(0.06))
    for x in (-60, -10):
        coat(pen, box(x, -150, 7, 44, 2), what, upright=True)
    for x in (52, 84):
        coat(pen, tube(points(f"{x},-150 {x + 12},2"), 8), what.tone(0.08), upright=True)
    for y in (-128, -100, -72, -44, -18):
        rod(pen, f"{55 + (150 + y) * 0.08},{y} {86 + (150 + y) * 0.08},{y}", 6, what.tone(0.08).rgb, "soft", 0.8)


@thing("crib", "baby crib", "baby cot", "playpen", cm=100, kind="furniture")
def draw_crib(pen: Pen, look: Look) -> None:
    what = finish(look, (246, 240, 228), "soft", "")
    for x in (-104, 94):
        bar(pen, f"{x} -134 12 130 5", darken(what.rgb, 0.14), "soft")
    for i in range(12):
        rod(pen, f"{-84 + i * 15.4},-120 {-84 + i * 15.4},-40", 4, darken(what.rgb, 0.18), "soft", 0.6)
    bar(pen, "-96 -66 192 24 8", (196, 222, 236), "soft")
    mould(pen, "-86,-66 -80,-86 -48,-86 -42,-66", LINEN, "soft", 0.8)
    mould(
        pen,
        "-20,-64 0,-80 50,-82 92,-74 94,-56 -20,-52",
        look.part("blanket", look.colour((244, 190, 150), 1)),
        "soft",
        0.9,
    )
    pen.anchor("inside", -10, -72, 170)
    bar(pen, "-102 -124 206 11 4", what.rgb, "soft")
    bar(pen, "-102 -36 206 12 4", what.rgb, "soft")
    for i in range(13):
        rod(pen, f"{-90 + i * 15},-112 {-90 + i * 15},-38", 5, what.rgb, "soft", 0.8)
    for x in (-110, 98):
        bar(pen, f"{x} -138 14 132 5", what.rgb, "soft")
        disc(pen, f"{x + 7} -142 9", what.rgb, "soft", 0.9)
        disc(pen, f"{x + 7} -5 7", DARK, "round", 0.8)


@thing("filing cabinet", "file cabinet", "steel cabinet", cm=130, kind="furniture")
def draw_filing(pen: Pen, look: Look) -> None:
    what = finish(look, (128, 146, 158), "round", "metal")
    block(pen, (-52, 0, 0), (92, 176, 44), what)
    for i in range(4):
        y = -170 + i * 43
        panel(pen, -47, y, 82, 38, what)
        bar(pen, f"-22 {y + 20} 32 6 3", STEEL, "metal", 0.7)
        bar(pen, f"-18 {y + 7} 24 9 1", (252, 250, 244), "flat", 0.5)
    pen.anchor("top", 0, -180, 90)


@thing("washing machine", "washer", "laundry machine", "dishwasher", "dryer", "tumble dryer", cm=85)
def draw_washer(pen: Pen, look: Look) -> None:
    what = finish(look, (240, 242, 244), "glossy", "metal")
    front = block(pen, (-78, -4, 0), (134, 160, 52), what)
    with pen.on(front):
        pen.decal(box(-78, -164, 134, 30), darken(what.rgb, 0.1))
        score(pen, "-78,-134 56,-134", darken(what.rgb, 0.35), 1.6)
    bar(pen, "-70 -158 42 18 3", lighten(what.rgb, 0.4), "round", 0.6)
    disc(pen, "-4 -149 10", STEEL, "metal", 0.7)
    score(pen, "-4,-149 1,-156", DARK, 2)
    bar(pen, "14 -157 34 16 3", (44, 60, 80), "flat", 0.5)
    score(pen, "20,-149 28,-149|32,-149 42,-149", (130, 230, 200), 2.4)
    disc(pen, "-11 -70 50", STEEL, "metal")
    disc(pen, "-11 -70 41", (120, 160, 190), "glossy", 0.8)
    with pen.on(ellipse(-11, -70, 39)):
        pen.decal(ellipse(-11, -70, 40), darken((110, 150, 184), 0.35))
        for text, rgb in (
            ("-60,-60 -40,-84 -10,-70 -16,-36 -44,-34", (224, 92, 80)),
            ("-18,-66 8,-92 34,-64 22,-40 -6,-38", (246, 206, 96)),
            ("-36,-44 -8,-56 24,-42 10,-20 -30,-22", (92, 160, 120)),
        ):
            pen.decal(organic(text), rgb)
        for i in range(16):
            pen.decal(ellipse(-46 + i * 17 % 72, -104 + i * 23 % 66, 4 + i % 3), (240, 248, 252), alpha=0.75)
        pen.decal(organic("-44,-84 -26,-106 -12,-106 -34,-74"), (255, 255, 255), alpha=0.5)
    bar(pen, "32 -80 9 22 4", lighten(STEEL, 0.3), "metal", 0.8)
    for x in (-70, 32):
        bar(pen, f"{x} -5 18 5 1", DARK, "round", 0.6)
    pen.anchor("top", 0, -172, 120)


@thing("vacuum cleaner", "vacuum", "hoover", cm=60, faces=1)
def draw_vacuum(pen: Pen, look: Look) -> None:
    rgb = look.colour((206, 54, 56))
    pen.fill(tube(points("-30,-56 -70,-110 -20,-166 40,-176 66,-150"), 9), (80, 82, 92), "soft")
    for i in range(16):
        x, y = points(
            "-34,-62 -42,-72 -52,-84 -58,-96 -60,-110 -56,-124 -48,-136 -38,-146 -28,-155 -16,-162 -2,-168 12,-172 26,-174 38,-173 50,-166 60,-157"
        )[i]
        disc(pen, f"{x} {y} 2.2", (130, 132, 142), "flat", 0)
    rod(pen, "62,-158 104,-18", 8, STEEL, "metal")
    rod(pen, "56,-176 66,-146", 12, DARK, "soft")
    cut(pen, "84,-20 118,-20 132,-8 132,0 72,0 72,-8", DARK, "round", 5)
    body = mould(pen, "-112,-34 -104,-62 -72,-76 -28,-72 6,-50 14,-24 4,-10 -96,-10", rgb, "glossy")
    tint(pen, body, "-90,-58 -66,-68 -34,-64 -60,-56", (255, 255, 255), 0.7, 3)
    score(pen, "-58,-74 -48,-40 -54,-10", darken(rgb, 0.4), 2, 0.7)
    bar(pen, "-40 -44 30 12 5", DARK, "glossy", 0.7)
    for x, r in ((-86, 19), (-4, 12)):
        disc(pen, f"{x} {-r} {r}", DARK, "round")
        disc(pen, f"{x} {-r} {r * 0.5}", STEEL, "metal", 0.6)


@thing("iron", "clothes iron", "steam iron", "flat iron", cm=15, faces=1)
def draw_iron(pen: Pen, look: Look) -> None:
    rgb = look.colour((60, 130, 180))
    mould(pen, "-100,0 -98,-14 60,-16 112,-4 124,0 100,2 -90,2", STEEL, "metal")
    body = mould(pen, "-98,-14 -102,-44 -92,-60 20,-58 70,-40 112,-10 40,-12", rgb, "glossy")
    pen.fill(
        tube(points("-86,-54 -92,-104 -60,-122 10,-112 40,-92 42,-56"), [18, 16, 17, 18, 15, 14]),
        darken(rgb, 0.35),
        "glossy",
    )
    tint(pen, body, "-84,-44 10,-48 40,-38 -60,-36", (255, 255, 255), 0.45, 3)
    disc(pen, "-28 -60 14 7", LINEN, "glossy", 0.7)
    rod(pen, "-90,-70 -120,-80 -140,-60", 5, DARK, "soft", 0.8, 4)


@thing("sewing machine", "singer machine", "overlocker", cm=32, faces=1)
def draw_sewing(pen: Pen, look: Look) -> None:
    what = finish(look, (46, 50, 62), "glossy", "metal")
    gold: Rgb = (226, 180, 84)
    coat(pen, box(-112, -22, 224, 22, 5), finish(look, (154, 100, 60), "soft", "wood", 3))
    coat(pen, facet("-106,-34 106,-34 108,-20 -108,-20", 4), what)
    body = mould(
        pen,
        "40,-32 42,-70 36,-92 -30,-98 -62,-96 -66,-58 -92,-58 -98,-92 -92,-122 -56,-132 30,-130 78,-128 94,-104 96,-32",
        what.rgb,
        what.form,
    )
    pen.line(
        organic("-84,-112 -50,-122 40,-120 76,-116 84,-96 84,-48 70,-40 56,-48 58,-80 44,-106 -40,-108"), gold, 1.8
    )
    tint(pen, body, "-80,-118 -40,-126 40,-124 0,-118", (255, 255, 255), 0.5, 3)
    disc(pen, "104 -104 22", STEEL, "metal")
    disc(pen, "104 -104 9", darken(STEEL, 0.4), "metal", 0.6)
    rod(pen, "-78,-58 -78,-38", 5, STEEL, "metal", 0.8)
    score(pen, "-78,-40 -78,-28", STEEL, 2)
    rod(pen, "10,-130 10,-152", 4, STEEL, "metal", 0.7)
    bar(pen, "-2 -156 24 22 3", (206, 58, 66), "soft", 0.8)
    score(pen, "-2,-146 -60,-140 -90,-110 -80,-70 -78,-34", (206, 58, 66), 1.4)
    mould(pen, "-124,-36 -90,-40 -60,-37 -40,-34 -70,-26 -128,-22", (116, 168, 196), "soft", 0.8)
    for x, y in ((70, -70), (-20, -112)):
        disc(pen, f"{x} {y} 5", gold, "metal", 0.5)
    pen.anchor("text", 0, -114, 80)


@thing("hourglass", "sand timer", "egg timer", "sandglass", cm=22)
def draw_hourglass(pen: Pen, look: Look) -> None:
    what = finish(look, (160, 100, 58), "glossy", "wood")
    sand = look.part("sand", look.colour((236, 186, 104), 1))
    glass = organic(
        "-46,-172 46,-172 50,-146 34,-116 6,-92 6,-88 34,-64 50,-34 46,-10 -46,-10 -50,-34 -34,-64 -6,-88 -6,-92 -34,-116 -50,-146",
        0.4,
    )
    pen.fill(glass, (220, 236, 242), "glass")
    with pen.on(glass):
        pen.decal(organic("-40,-128 0,-122 40,-130 30,-108 4,-92 -4,-92 -30,-108"), sand)
        pen.decal(box(-1.6, -94, 3.2, 70), sand)
        pen.decal(organic("-60,-8 -40,-24 -14,-42 0,-50 14,-42 40,-24 60,-8 60,4 -60,4"), sand)
        pen.decal(organic("-38,-160 -28,-164 -26,-136 -34,-130"), (255, 255, 255), alpha=0.75, blur=1.5)
        pen.decal(organic("-38,-46 -30,-52 -30,-24 -38,-20"), (255, 255, 255), alpha=0.6, blur=1.5)
    for x in (-58, 58):
        mould(
            pen,
            f"{x - 5},-170 {x - 3},-130 {x - 7},-92 {x - 3},-54 {x - 5},-12 {x + 5},-12 {x + 3},-54 {x + 7},-92 {x + 3},-130 {x + 5},-170",
            what.rgb,
            what.form,
            0.9,
        )
    for y in (-186, -14):
        coat(pen, box(-70, y, 140, 15, 6), what)
    disc(pen, "0 -92 9 4", (226, 180, 84), "metal", 0.6)


@thing("compass", "magnetic compass", "pocket compass", "navigation compass", "compass rose", cm=8)
def draw_compass(pen: Pen, look: Look) -> None:
    what = finish(look, (212, 166, 80), "metal", "metal")
    pen.line(ellipse(0, -176, 13, 13), darken(what.rgb, 0.2), 5)
    bar(pen, "-9 -168 18 16 4", what.rgb, what.form, 0.9)
    disc(pen, "0 -78 80", what.rgb, what.form)
    disc(pen, "0 -78 66", (250, 244, 226), "flat", 0.8)
    for i in range(36):
        with pen.at(0, -78, turn=i * 10):
            score(pen, f"0,-62 0,{-54 if i % 9 == 0 else -58}", (90, 66, 48), 1.6)
    for i in range(8):
        with pen.at(0, -78, turn=i * 45):
            long = 46 if i % 2 == 0 else 28
            cut(pen, f"0,{-long} 8,-8 0,0", (176, 146, 100), "flat", 0, 0.3)
            cut(pen, f"0,{-long} -8,-8 0,0", (226, 204, 160), "flat", 0, 0.3)
    with pen.at(0, -78, turn=32):
        cut(pen, "-9,0 0,-52 9,0", (206, 44, 44), "glossy", 0, 0.8)
        cut(pen, "-9,0 0,52 9,0", (70, 84, 104), "glossy", 0, 0.8)
    disc(pen, "0 -78 6", what.rgb, what.form, 0.6)
    pen.line(arc(0, -78, 70, 70, 195, 70), (255, 255, 255), 4, alpha=0.7)


@thing("megaphone", "bullhorn", "loudspeaker", "loudhailer", cm=30, attach="hand", fit=44, faces=1)
def draw_megaphone(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 62, 54))
    with pen.at(0, -78, turn=-14):
        rod(pen, "-40,14 -34,62", 16, DARK, "soft")
        cone = mould(pen, "-78,-20 -30,-24 30,-40 76,-66 82,0 76,66 30,40 -30,24 -78,20", LINEN, "glossy")
        with pen.on(cone):
            pen.decal(box(-90, -80, 34, 160), rgb)
            pen.decal(facet("40,-80 62,-80 62,80 40,80"), rgb)
        disc(pen, "80 0 17 68", rgb, "glossy")
        disc(pen, "82 0 11 56", darken(rgb, 0.55), "flat", 0.6)
        disc(pen, "76 0 9 20", (230, 226, 220), "round", 0.7)
        bar(pen, "-92 -18 16 36 6", DARK, "round")
    for text in ("108,-132 126,-146", "118,-104 142,-108", "116,-78 138,-72"):
        score(pen, text, rgb, 5)
