"""Buildings of a town: hospital, school, gas station, greenhouse, water tower, observatory, stadium, treehouse, turbine."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import Area, bricks, foot, panel_door, tiles, window
from pinxit.engines.illustrator.rigs.cuts import arch, bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.tree import crown, trunk
from pinxit.engines.illustrator.rigs.wire import struts
from pinxit.engines.illustrator.shapes import box, common, ellipse

GRASS: Rgb = (112, 156, 76)
DARK: Rgb = (62, 66, 76)
CREAM: Rgb = (248, 244, 236)


@thing("hospital", "clinic building", "medical center", "emergency room building", cm=1800, kind="building")
def draw_hospital(pen: Pen, look: Look) -> None:
    rgb = look.colour((238, 240, 242))
    red: Rgb = (208, 48, 52)
    for x, wide, tall in ((-132, 84, 104), (48, 84, 104)):
        bar(pen, f"{x} {-tall} {wide} {tall} 1", darken(rgb, 0.08), "round")
        bar(pen, f"{x - 3} {-tall - 6} {wide + 6} 8 1", lighten(rgb, 0.3), "round", 0.8)
        for row in range(3):
            for i in range(4):
                window(pen, Area(x + 9 + i * 18, -tall + 14 + row * 28, 12, 15), look, CREAM, (1, 2))
    bar(pen, "-50 -158 100 158 1", rgb, "round")
    bar(pen, "-54 -166 108 10 1", lighten(rgb, 0.3), "round", 0.8)
    bar(pen, "-20 -152 40 40 4", (252, 252, 252), "flat", 0.7)
    bar(pen, "-5 -148 10 32 1", red, "flat", 0)
    bar(pen, "-16 -137 32 10 1", red, "flat", 0)
    for row in range(2):
        for x in (-40, -14, 14, 40):
            window(pen, Area(x - 7, -102 + row * 27, 14, 16), look, CREAM, (1, 2))
    cut(pen, "-44,-44 44,-44 54,-34 -54,-34", red, "round", 2)
    bar(pen, "-28 -34 56 34 1", (112, 150, 176), "flat", 0.7)
    score(pen, "0,-34 0,0|-14,-34 -14,0|14,-34 14,0", CREAM, 2)
    pen.anchor("text", 0, -39, 80)
    foot(pen, -132, 132, GRASS, look.random("grass"))


@thing(
    "school",
    "schoolhouse",
    "school building",
    "elementary school",
    "high school",
    "university building",
    cm=1200,
    kind="building",
)
def draw_school(pen: Pen, look: Look) -> None:
    rgb = look.colour((190, 98, 74))
    roof = look.part("roof", look.colour((86, 96, 110), 1))
    rng = look.random("bricks")
    wall = bar(pen, "-134 -84 268 84 1", rgb, "round")
    bricks(pen, wall, rgb, (14, 6), rng, 0.25)
    tiles(pen, facet("-142,-82 -118,-120 118,-120 142,-82", 2), roof, rng, 10)
    for x in (-118, -88, -58, 38, 68, 98):
        window(pen, Area(x, -66, 20, 34), look, CREAM, (2, 3))
    front = cut(pen, "-40,0 -40,-112 0,-146 40,-112 40,0", lighten(rgb, 0.08), "round", 1)
    bricks(pen, front, rgb, (14, 6), rng, 0.25)
    cut(pen, "-48,-108 0,-152 48,-108 42,-102 0,-140 -42,-102", roof, "round", 1)
    cut(pen, "-16,-146 16,-146 16,-172 -16,-172", CREAM, "round", 1)
    cut(pen, "-21,-172 21,-172 0,-194", roof, "round", 1)
    mould(pen, "-7,-154 -5,-164 0,-167 5,-164 7,-154", (226, 180, 74), "metal", 0.7)
    disc(pen, "0 -106 14", (252, 250, 244), "flat", 0.8)
    score(pen, "0,-106 0,-115|0,-106 7,-104", DARK, 2)
    for side in (0, 1):
        panel_door(pen, Area(-17 + side * 17, -48, 16, 44), (92, 60, 46), CREAM)
    bar(pen, "-28 -5 56 5 1", (176, 172, 166), "round", 0.8)
    pen.anchor("text", 0, -78, 70)
    score(pen, "78,-120 78,-186", (150, 154, 162), 3)
    mould(pen, "80,-186 98,-182 116,-188 116,-168 98,-162 80,-166", (208, 52, 54), "soft", 0.8)
    foot(pen, -134, -44, GRASS, rng)
    foot(pen, 44, 134, GRASS, rng)


@thing(
    "gas station", "petrol station", "filling station", "gas pump", "fuel pump", "petrol pump", cm=480, kind="building"
)
def draw_gas(pen: Pen, look: Look) -> None:
    rgb = look.colour((208, 54, 50))
    single = "pump" in look.noun
    if not single:
        bar(pen, "24 -86 106 86 1", CREAM, "round")
        bar(pen, "24 -92 106 10 1", rgb, "round", 0.8)
        window(pen, Area(34, -70, 48, 36), look, DARK, (3, 1))
        panel_door(pen, Area(94, -60, 24, 58), (90, 120, 140), CREAM)
        for x in (-104.0, 4.0):
            bar(pen, f"{x} -132 9 132 1", (214, 216, 220), "round")
        cut(pen, "-140,-160 44,-160 50,-132 -146,-132", CREAM, "round", 2)
        bar(pen, "-146 -150 196 12 1", rgb, "flat", 0.5)
        bar(pen, "-110 -9 112 9 2", (176, 176, 174), "round", 0.8)
    for x, size in ((0.0, 1.9),) if single else ((-78.0, 1.0), (-26.0, 1.0)):
        with pen.at(x, 0 if single else -8, size):
            bar(pen, "-17 -72 34 72 5", rgb, "glossy")
            bar(pen, "-12 -66 24 20 2", (226, 236, 230), "flat", 0.6)
            score(pen, "-8,-60 8,-60|-8,-54 4,-54", DARK, 2)
            bar(pen, "-12 -40 24 5 1", CREAM, "flat", 0.3)
            score(pen, "17,-58 27,-52 26,-20 20,-12 17,-24", DARK, 3)
            bar(pen, "14 -64 8 13 2", DARK, "round", 0.7)
            bar(pen, "-20 -5 40 5 1", DARK, "round", 0.7)
    pen.anchor("text", -48 if not single else 0, -146, 150 if not single else 40)


@thing("greenhouse", "glasshouse", "conservatory", "hothouse", "orangery", cm=320, kind="building")
def draw_greenhouse(pen: Pen, look: Look) -> None:
    rgb = look.colour((244, 248, 246))
    shell = facet("-120,-4 -120,-82 -84,-128 84,-128 120,-82 120,-4")
    pen.fill(shell, (196, 226, 224), "glass")
    rng = look.random("plants")
    with pen.on(shell):
        for _ in range(26):
            x, y = rng.uniform(-112, 112), rng.uniform(-58, -16)
            disc(
                pen,
                f"{x} {y} {rng.uniform(8, 18)} {rng.uniform(8, 16)}",
                lighten((72, 136, 74), rng.uniform(0, 0.3)),
                "soft",
                0.5,
            )
        for _ in range(16):
            tone = rng.choice(((222, 70, 70), (246, 176, 60), (240, 150, 180)))
            disc(pen, f"{rng.uniform(-110, 110)} {rng.uniform(-66, -20)} 4", tone, "glossy", 0.3)
        pen.decal(facet("-100,-130 -64,-130 -110,0 -140,0"), (255, 255, 255), alpha=0.35)
        pen.decal(facet("30,-130 48,-130 2,0 -16,0"), (255, 255, 255), alpha=0.3)
    grid = "|".join(f"{x},-4 {x},-82 {x * 0.7},-128" for x in range(-120, 121, 24) if abs(x) > 14)
    for run in grid.split("|"):
        a, b, c = run.split()
        struts(pen, f"{a} {b} {c}", rgb, 3, "flat", 0.35)
    struts(pen, "-120,-82 120,-82|-84,-128 84,-128|-120,-44 120,-44|-102,-105 102,-105", rgb, 3.4, "flat", 0.35)
    bar(pen, "-124 -18 248 18 1", (178, 104, 80), "round")
    bar(pen, "-20 -76 40 76 2", (206, 232, 230), "glass")
    pen.line(box(-20, -76, 40, 74, 2), rgb, 4)
    score(pen, "0,-76 0,0|-20,-38 20,-38", rgb, 3)
    mould(pen, "-10,-128 -4,-140 4,-140 10,-128", rgb, "round", 0.8)
    foot(pen, -124, -24, GRASS, rng)
    foot(pen, 24, 124, GRASS, rng)


@thing("water tower", "water tank", "water storage tower", cm=2600, kind="building")
def draw_water_tower(pen: Pen, look: Look) -> None:
    what = finish(look, (150, 172, 186), "metal", "metal")
    for text in ("-50,-96 -66,0", "50,-96 66,0", "-18,-92 -22,0", "18,-92 22,0"):
        rod(pen, text, 7, what.tone(-0.25).rgb, "metal", 0.8)
    for y in (-64, -30):
        half = 55 + (64 + y) * 0.18
        score(pen, f"{-half},{y} {half},{y}|{-half},{y} 0,{y + 30} {half},{y}", what.tone(-0.35).rgb, 2.4)
    rod(pen, "0,-94 0,0", 13, what.tone(-0.1).rgb, "metal", 0.8)
    coat(pen, organic("-62,-160 62,-160 66,-122 58,-100 24,-86 -24,-86 -58,-100 -66,-122", 0.3), what)
    cut(pen, "-68,-160 68,-160 0,-198", what.tone(-0.15).rgb, "metal", 2)
    disc(pen, "0 -200 5", what.tone(0.2).rgb, "metal", 0.7)
    bar(pen, "-74 -112 148 5 2", what.tone(-0.3).rgb, "metal", 0.8)
    for x in range(-70, 71, 14):
        score(pen, f"{x},-112 {x},-122", what.tone(-0.35).rgb, 1.8)
    score(pen, "-72,-122 72,-122", what.tone(-0.35).rgb, 2)
    pen.anchor("text", 0, -138, 100)


@thing("observatory", "planetarium", "telescope dome", cm=1100, kind="building")
def draw_observatory(pen: Pen, look: Look) -> None:
    rgb = look.colour((232, 234, 238))
    bar(pen, "-92 -64 184 64 1", darken(rgb, 0.06), "round")
    for x in (-78, -50, 34, 62):
        window(pen, Area(x, -44, 17, 26), look, CREAM, (1, 2), True)
    panel_door(pen, Area(-14, -44, 28, 42), (86, 100, 124), CREAM)
    bar(pen, "-98 -74 196 12 2", rgb, "round")
    dome = common(ellipse(0, -72, 88, 96), box(-100, -180, 200, 108))
    pen.fill(dome, rgb, "metal")
    with pen.on(dome):
        for share in (-0.8, -0.45, 0.8):
            score(pen, f"{share * 88},-72 {share * 70},-120 0,-170", darken(rgb, 0.3), 1.6, 0.7)
        pen.decal(facet("8,-180 40,-176 58,-130 62,-84 28,-84 26,-130"), (40, 46, 66))
        score(pen, "8,-172 25,-130 28,-84", lighten(rgb, 0.5), 2.4)
    with pen.at(44, -110, turn=36):
        bar(pen, "-13 -86 26 96 5", (86, 100, 130), "metal")
        bar(pen, "-17 -96 34 16 4", (112, 128, 158), "metal", 0.9)
        disc(pen, "0 -96 13 3.4", (170, 206, 232), "flat", 0.5)
    bar(pen, "-98 -78 196 10 2", rgb, "round")
    foot(pen, -96, 96, GRASS, look.random("grass"))


@thing(
    "stadium building",
    "football stadium",
    "sports arena",
    "soccer stadium",
    "baseball stadium",
    "olympic stadium",
    cm=3600,
    kind="building",
)
def draw_stadium(pen: Pen, look: Look) -> None:
    rgb = look.colour((226, 230, 234))
    for x in (-116, -52, 52, 116):
        struts(pen, f"{x},-80 {x},-156", (130, 136, 146), 4)
        bar(pen, f"{x - 15} -170 30 18 2", (252, 250, 226), "glow" if look.night else "glossy", 0.7)
    disc(pen, "0 -78 138 46", darken(rgb, 0.2), "round")
    rng = look.random("fans")
    stand = ellipse(0, -76, 122, 37)
    pen.fill(stand, (90, 104, 130), "flat", line=0.6)
    with pen.on(stand):
        for _ in range(260):
            pen.decal(
                ellipse(rng.uniform(-120, 120), rng.uniform(-112, -42), 2.2),
                rng.choice(((214, 62, 58), (246, 240, 230), (250, 200, 80), (70, 120, 190))),
            )
    pitch = ellipse(0, -70, 82, 22)
    pen.fill(pitch, (86, 160, 76), "flat", line=0.6)
    with pen.on(pitch):
        for i in range(-4, 5, 2):
            pen.decal(box(i * 18, -100, 18, 60), (104, 178, 88))
    pen.line(ellipse(0, -70, 70, 17), (250, 252, 248), 1.8)
    score(pen, "0,-87 0,-53", (250, 252, 248), 1.8)
    pen.line(ellipse(0, -70, 14, 4.4), (250, 252, 248), 1.6)
    front = mould(
        pen, "-140,-80 -126,-58 -70,-40 0,-34 70,-40 126,-58 140,-80 136,-22 80,0 0,6 -80,0 -136,-22", rgb, "round"
    )
    with pen.on(front):
        for i in range(-8, 9):
            x = i * 16
            pen.decal(facet(arch(x, -2 - abs(i) * 1.6, 10, 26)), darken(rgb, 0.5), alpha=0.85)
        score(pen, "-140,-52 -70,-26 0,-22 70,-26 140,-52", look.part("stripe", (206, 60, 56)), 6)
    pen.anchor("text", 0, -22, 90)


@thing("treehouse", "tree house", "tree fort", cm=700, kind="building")
def draw_treehouse(pen: Pen, look: Look) -> None:
    what = finish(look, (186, 130, 80), "soft", "wood")
    rng = look.random("tree")
    bark: Rgb = (122, 86, 60)
    trunk(pen, [(30.0, -70.0), (66.0, -130.0), (84.0, -170.0)], [16, 11, 6], bark, rng)
    trunk(pen, [(0.0, -70.0), (-62.0, -140.0), (-84.0, -176.0)], [16, 11, 6], bark, rng)
    trunk(pen, [(6.0, -200.0), (4.0, -120.0), (2.0, -60.0), (4.0, -14.0), (4.0, 0.0)], [20, 26, 32, 40, 62], bark, rng)
    tufts = [
        (0, -172, 70, 44),
        (-84, -156, 40, 32),
        (88, -154, 40, 32),
        (-52, -202, 44, 34),
        (56, -202, 44, 34),
        (2, -228, 50, 34),
    ]
    crown(pen, tufts, look.part("leaves", (96, 152, 74)), rng)
    struts(pen, "-50,-66 -58,0|-34,-66 -38,0", (196, 160, 110), 4)
    for i in range(6):
        struts(pen, f"{-51 - i * 1.2},{-58 + i * 10} {-35 - i * 0.6},{-58 + i * 10}", (150, 104, 64), 4)
    coat(pen, box(-78, -76, 156, 12, 2), what.tone(-0.2))
    wall = coat(pen, box(-50, -132, 104, 58), what, upright=True)
    with pen.on(wall):
        for x in range(-50, 54, 13):
            score(pen, f"{x},-132 {x},-74", darken(what.rgb, 0.35), 1.4, 0.7)
    tiles(
        pen,
        facet("-66,-128 -8,-176 12,-176 70,-128", 2),
        look.part("roof", look.colour((176, 74, 62), 1)),
        look.random("roof"),
        9,
    )
    panel_door(pen, Area(-40, -116, 24, 40), (110, 72, 48), (224, 196, 150))
    window(pen, Area(8, -116, 30, 24), look, CREAM)
    for x in (-74, -58, 60, 74):
        rod(pen, f"{x},-76 {x},-98", 4, what.tone(-0.1).rgb, "soft", 0.7)
    struts(pen, "-76,-98 -56,-98|58,-98 76,-98", what.tone(-0.1).rgb, 4)
    tint(pen, wall, "-50,-132 54,-132 54,-120 -50,-120", (30, 20, 20), 0.35, 4)


@thing("wind turbine", "turbine", "windmill turbine", "wind farm", "wind turbines", cm=8000, kind="building")
def draw_turbine(pen: Pen, look: Look) -> None:
    rgb = look.colour((246, 248, 250))
    many = look.noun in {"wind farm", "wind turbines"}
    for x, size, turn in ((-74.0, 0.6, 20), (72.0, 0.7, 65), (0.0, 1.0, 0)) if many else ((0.0, 1.0, 0),):
        with pen.at(x, 0, size):
            cut(pen, "-7,0 -3.4,-150 3.4,-150 7,0", rgb, "round", 0)
            mould(pen, "-10,-158 12,-158 16,-152 12,-147 -10,-147", darken(rgb, 0.06), "round", 0.8)
            for i in range(3):
                with pen.at(-2, -152, turn=turn + i * 120):
                    mould(pen, "-2,-4 -7,-24 -4,-60 0,-96 3,-60 4,-24 2,-4", rgb, "round", 0.8)
            disc(pen, "-2 -152 7", lighten(rgb, 0.3), "round", 0.8)
    foot(pen, -26, 26, GRASS, look.random("grass"))
