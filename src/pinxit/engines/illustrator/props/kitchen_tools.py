"""What a cook works with: wooden spoon, spatula, whisk, rolling pin, cutting board, knife, shakers, jugs, napkin."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.food import leaf
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, handle, reflections
from pinxit.engines.illustrator.shapes import box, ellipse, minus, tube, union

STEEL: Rgb = (198, 204, 212)
BEECH: Rgb = (206, 150, 92)


@thing("wooden spoon", "cooking spoon", "stirring spoon", "mixing spoon", cm=30, attach="hand", fit=40)
def draw_spoon(pen: Pen, look: Look) -> None:
    what = finish(look, BEECH, "soft", "wood")
    with pen.at(0, 0, turn=26):
        whole = union(
            tube(points("0,44 0,-30 0,-76"), [13, 10, 9]),
            organic("0,-66 18,-78 25,-104 18,-132 0,-142 -18,-132 -25,-104 -18,-78"),
        )
        coat(pen, whole, what, upright=True)
        bowl = organic("0,-76 14,-88 18,-106 13,-126 0,-134 -13,-126 -18,-106 -14,-88")
        pen.decal(bowl, darken(what.rgb, 0.28), alpha=0.75, blur=2)
        with pen.on(bowl):
            pen.decal(ellipse(6, -96, 12, 22, 10), lighten(what.rgb, 0.4), alpha=0.6, blur=5)
        disc(pen, "0 40 2.6", darken(what.rgb, 0.6), "flat", 0)


@thing("spatula", "turner", "fish slice", "pancake turner", cm=32, attach="hand", fit=40)
def draw_spatula(pen: Pen, look: Look) -> None:
    rgb = look.colour((196, 58, 50))
    with pen.at(0, 0, turn=26):
        rod(pen, "0,-20 0,-82", 7, STEEL, "metal")
        plate = minus(
            facet("-26,-78 26,-78 31,-142 -31,-142", 8), union(*(box(x - 3, -130, 6, 38, 3) for x in (-14, 0, 14)))
        )
        pen.fill(plate, STEEL, "metal")
        mould(pen, "-7,-22 -8,10 -9,44 0,52 9,44 8,10 7,-22 0,-28", rgb, "glossy")
        disc(pen, "0 42 3.4", (246, 242, 234), "flat", 0.4)


@thing("whisk", "egg whisk", "egg beater", "wire whisk", cm=28, attach="hand", fit=40)
def draw_whisk(pen: Pen, look: Look) -> None:
    rgb = look.colour((62, 64, 72))
    with pen.at(0, 0, turn=24):
        for wide in (30, 20, 9):
            loop = organic(f"0,-24 {wide * 0.5},-66 {wide},-112 0,-152 {-wide},-112 {-wide * 0.5},-66")
            pen.line(loop, darken(STEEL, 0.5), 4)
            pen.line(loop, lighten(STEEL, 0.3), 2.2)
        bar(pen, "-8 -34 16 14 4", STEEL, "metal", 0.8)
        mould(pen, "-8,-24 -9,10 -8,44 0,52 8,44 9,10 8,-24", rgb, "glossy")
        pen.line(ellipse(0, 58, 6), STEEL, 2.6)


@thing("rolling pin", "baking roller", cm=44)
def draw_pin(pen: Pen, look: Look) -> None:
    what = finish(look, BEECH, "soft", "wood")
    grip = look.part("handle", look.colour((190, 60, 52), 1))
    with pen.at(0, -62, turn=-24):
        for side in (-1, 1):
            rod(pen, f"{side * 70},0 {side * 92},0", 10, STEEL, "metal", 0.8)
            mould(
                pen,
                f"{side * 84},-9 {side * 104},-12 {side * 130},-11 {side * 136},0 {side * 130},11 {side * 104},12 {side * 84},9",
                grip,
                "glossy",
            )
        body = box(-82, -25, 164, 50, 9)
        coat(pen, body, what)
        with pen.on(body):
            pen.decal(box(-82, -20, 164, 8), (255, 255, 255), alpha=0.35, blur=3)
            pen.decal(ellipse(-40, 18, 40, 10), (250, 246, 238), alpha=0.55, blur=5)
    for x, y, r in ((-92, -3, 3), (40, -4, 4), (66, -2, 2.4), (-30, -3, 2), (90, -3, 3)):
        disc(pen, f"{x} {y} {r * 2} {r}", (248, 244, 236), "flat", 0.3)


@thing("cutting board", "chopping board", "bread board", "wooden board", "carving board", cm=36)
def draw_board(pen: Pen, look: Look) -> None:
    what = finish(look, (212, 160, 100), "soft", "wood")
    coat(pen, facet("-112,-20 112,-20 112,-8 -112,-8", 3), what.tone(-0.3))
    top = minus(facet("-82,-92 74,-92 112,-20 -112,-20", 9), ellipse(-66, -80, 11, 5))
    coat(pen, top, what)
    with pen.on(top):
        for i, x in enumerate((-74, -40, -4, 34, 70)):
            pen.line(bars(f"{x * 0.72},-94 {x},-18"), darken(what.rgb, 0.34), 1.4, alpha=0.6)
            pen.decal(
                facet(f"{x * 0.72},-94 {(x + 34) * 0.72},-94 {x + 34},-18 {x},-18"),
                lighten(what.rgb, 0.3),
                alpha=0.14 * (i % 2),
            )
        score(pen, "-50,-40 -10,-66|-20,-34 24,-60|10,-38 30,-70", darken(what.rgb, 0.3), 1.2, 0.6)
    for i in range(5):
        x = -58 + i * 15
        disc(pen, f"{x} {-52 - i * 1.6} 12 13", (196, 40, 40), "glossy", 0.8)
        disc(pen, f"{x - 3} {-51 - i * 1.6} 8.5 10", (240, 110, 86), "flat", 0.3)
    with pen.at(70, -40, turn=-128):
        cut(pen, "-4,0 8,0 9,78 4,92 -4,70", STEEL, "metal", 1)
        bar(pen, "-6 -34 15 36 5", (56, 48, 48), "glossy")
    leaf(pen, 18, -66, 34, -20)
    leaf(pen, 26, -62, 28, 24)
    pen.anchor("top", 0, -56, 130)


@thing(
    "kitchen knife",
    "blade",
    "chef's knife",
    "carving knife",
    "butcher knife",
    "steak knife",
    "cleaver",
    cm=33,
    attach="hand",
    fit=40,
)
def draw_knife(pen: Pen, look: Look) -> None:
    grip = look.part("handle", look.colour((74, 50, 42)))
    with pen.at(0, 0, turn=28):
        edge = "-14,-10 16,-10 17,-96 8,-140 -2,-166 -12,-120"
        blade = cut(pen, edge, (206, 212, 220), "metal", 4)
        tint(pen, blade, "8,-10 20,-10 20,-110 -2,-168 6,-100", (250, 252, 255), 0.75, 1)
        score(pen, "8,-14 8,-92 0,-140", darken(STEEL, 0.3), 1, 0.6)
        bar(pen, "-13 -16 26 10 2", STEEL, "metal", 0.8)
        handle_path = mould(pen, "-11,-8 -12,20 -14,48 -6,58 10,54 13,40 11,16 12,-8", grip, "glossy")
        tint(pen, handle_path, "-8,0 -4,0 -5,44 -9,44", (255, 255, 255), 0.3, 1)
        for y in (4, 22, 40):
            disc(pen, f"-1 {y} 3", (214, 190, 130), "metal", 0.4)


@thing("salt shaker", "salt and pepper shakers", "pepper shaker", "salt", "pepper mill", "shaker", cm=10)
def draw_shaker(pen: Pen, look: Look) -> None:
    pair = "and" in look.noun
    for x in (-38.0, 38.0) if pair else (0.0,):
        shape = Turned("17 -112 24 -90 31 -40 33 0", 0.26)
        with pen.at(x, 0):
            body = pen.fill(shape.outline(), (224, 236, 240), "glass")
            fill = (70, 62, 58) if x > 0 or ("pepper" in look.noun and not pair) else (252, 252, 250)
            with pen.on(body):
                heap = organic("-36,-54 0,-64 36,-50 40,10 0,16 -40,10")
                pen.decal(heap, fill, alpha=0.95)
                for i in range(22):
                    pen.decal(
                        ellipse(-28 + i * 23 % 57, -48 + i * 17 % 50, 1.6),
                        darken(fill, 0.25) if fill[0] > 99 else lighten(fill, 0.3),
                        alpha=0.7,
                    )
            reflections(pen, shape, finish(look, (224, 236, 240), "glass"))
            cap = Turned("8 -140 20 -132 24 -118 25 -104", 0.26)
            pen.fill(cap.outline(), look.colour(STEEL), "metal")
            for a, y in ((-40, -127), (-10, -125), (20, -126), (45, -129), (5, -133), (-22, -133)):
                spot = cap.at(a, y)
                disc(pen, f"{spot[0]} {spot[1]} 1.9 1.3", (60, 60, 66), "flat", 0)


@thing("measuring cup", "measuring jug", cm=13)
def draw_measure(pen: Pen, look: Look) -> None:
    what = finish(look, (214, 230, 236), "glass", "glass")
    handle(pen, "46,-88 70,-96 88,-80 84,-44 66,-24 44,-28", 11, what)
    shape = Turned("54 -112 52 -60 48 -20 44 0", 0.3)
    cut(pen, "-40,-118 -66,-124 -50,-98", what.rgb, "glass", 4, 0.7)
    Vessel(shape, what, 3.4, look.part("milk", (250, 246, 236)), 40).draw(pen)
    with pen.on(shape.outline()):
        pen.decal(shape.band(-62, 4), (250, 246, 236), alpha=0.8)
    red: Rgb = (206, 56, 50)
    for i, y in enumerate((-92, -78, -64, -50, -36, -22)):
        pen.line(shape.ring(y, -38, -10 if i % 2 == 0 else -24), red, 2.4)


@thing("napkin", "cloth napkin", "serviette", "folded napkin", "handkerchief", "tea towel", "dishcloth", cm=20)
def draw_napkin(pen: Pen, look: Look) -> None:
    rgb = look.colour((238, 232, 220))
    cut(pen, "-84,-12 4,-96 96,-20 10,0", darken(rgb, 0.14), "soft", 3)
    cut(pen, "-88,-20 0,-108 90,-32 2,-8", lighten(rgb, 0.1), "soft", 3)
    face = cut(pen, "-82,-26 -4,-106 78,-66 -8,-18", rgb, "soft", 3, 0.7)
    patterned(pen, face, look, rgb)
    stripe = look.part("stripe", look.colour((196, 72, 70), 1))
    score(pen, "-68,-28 -8,-90 62,-60|-60,-26 -6,-82 52,-55", stripe, 2.4, 0.9)
    tint(pen, face, "-30,-36 10,-78 30,-70 -2,-30", darken(rgb, 0.3), 0.25, 5)
    score(pen, "-4,-106 4,-64 -8,-18", darken(rgb, 0.25), 1.4, 0.5)


@thing("straw", "drinking straw", "paper straw", "straws", cm=20)
def draw_straw(pen: Pen, look: Look) -> None:
    tones = (look.colour((214, 52, 60)), look.colour((62, 140, 190), 1), (244, 184, 60))
    for x, turn, rgb in ((-26, -14, tones[2]), (26, 15, tones[1]), (0, 2, tones[0])):
        with pen.at(x, 0, turn=turn):
            body = union(box(-7, -128, 14, 128), tube(points("0,-124 4,-140 34,-160"), 14, closed_ends=False))
            pen.fill(body, (251, 248, 242), "glossy")
            with pen.on(body):
                for i in range(9):
                    pen.decal(
                        facet(
                            f"-9,{-i * 22} 9,{-i * 22 - 12} 44,{-i * 22 - 34} 44,{-i * 22 - 22} 9,{-i * 22 - 1} -9,{-i * 22 + 11}"
                        ),
                        rgb,
                    )
            for i in range(4):
                score(pen, f"-7,{-128 + i * 4} 7,{-130 + i * 4}", (120, 110, 110), 1, 0.6)
            disc(pen, "34 -160 4 7 -32", (120, 60, 66), "flat", 0.6)
