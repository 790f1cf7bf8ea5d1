"""Plates of food: a meal, breakfast with fried egg, bacon, curry, burrito, nachos, salad, fish and chips, lasagna, shrimp."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, score, tint
from pinxit.engines.illustrator.rigs.food import crumbs, gloss, leaf, plate, scatter
from pinxit.engines.illustrator.rigs.vessel import steam
from pinxit.engines.illustrator.shapes import ellipse

EGG: Rgb = (252, 250, 244)
YOLK: Rgb = (250, 176, 44)


def _egg(pen: Pen, x: float, y: float, size: float) -> None:
    with pen.at(x, y, size):
        white = mould(pen, "-44,2 -40,-12 -18,-18 4,-16 26,-20 44,-10 40,6 22,14 -2,12 -26,16", EGG, "glossy", 0.9)
        tint(pen, white, "-44,6 0,14 44,4 40,14 -40,18", (232, 196, 130), 0.5, 3)
        disc(pen, "2 -6 17 12", YOLK, "glossy", 0.7)
        gloss(pen, -4, -11, 5, 2.6)


@thing("meal", "plate of food", "lunch", "dish of food", "supper", "entree", "main course", cm=27, kind="food")
def draw_meal(pen: Pen, look: Look) -> None:
    plate(pen, -34, 118, look.colour((246, 243, 236)))
    for x, y, r in ((-62, -56, 15), (-46, -68, 17), (-28, -62, 15), (-72, -44, 13), (-44, -48, 15)):
        disc(pen, f"{x} {y} {r} {r * 0.86}", (98, 152, 70), "soft", 0.7)
        for k in range(5):
            pen.decal(
                ellipse(x - r * 0.5 + k * r * 0.24, y - r * 0.3 + k % 2 * 4, r * 0.2),
                lighten((98, 152, 70), 0.3),
                alpha=0.6,
            )
    mould(pen, "4,-52 14,-78 40,-88 66,-78 78,-56 62,-42 24,-40", (248, 226, 150), "soft")
    score(pen, "18,-62 36,-72 58,-66|22,-54 44,-60 66,-56", darken((248, 226, 150), 0.2), 2, 0.7)
    disc(pen, "42 -84 9 5", (252, 238, 160), "glossy", 0.5)
    meat = mould(pen, "-52,-26 -36,-46 0,-54 40,-46 58,-28 36,-12 -8,-6 -40,-12", (142, 78, 48), "glossy")
    score(pen, "-30,-38 -14,-14|-8,-46 8,-12|16,-48 32,-16", (78, 38, 26), 4, 0.7)
    tint(pen, meat, "-34,-36 -10,-46 0,-42 -26,-30", (255, 226, 190), 0.5, 2)
    mould(pen, "-58,-14 -20,-6 30,-8 62,-18 48,-4 0,2 -44,-2", (110, 56, 34), "glossy", 0.4)
    leaf(pen, 30, -40, 24, -30)
    leaf(pen, 34, -38, 20, 20)
    steam(pen, 0, -84, 44, 70)


@thing("breakfast", "breakfast plate", "bacon and eggs", "english breakfast", "sunny-side-up egg", cm=26, kind="food")
def draw_breakfast(pen: Pen, look: Look) -> None:
    plate(pen, -34, 118, look.part("plate", (232, 238, 240)))
    _egg(pen, -40, -50, 1.1)
    _egg(pen, -4, -24, 1.15)
    if look.noun not in {"fried egg", "fried eggs", "sunny-side-up egg"}:
        for dx in (0, 24):
            _rasher(pen, 42 + dx, -44 + dx * 0.5)
        for x, y in ((-78, -26), (-62, -14)):
            disc(pen, f"{x} {y} 12 10", (214, 52, 42), "glossy", 0.8)
    else:
        for i, (x, y) in enumerate(((-22, -52), (-50, -40), (6, -30), (18, -18), (-20, -20))):
            pen.decal(ellipse(x, y, 1.2), (60, 50, 46), alpha=0.8)
            if i % 2:
                leaf(pen, x + 8, y + 4, 10, i * 50)


def _rasher(pen: Pen, x: float, y: float) -> None:
    with pen.at(x, y, turn=58):
        strip = mould(
            pen,
            "-52,-9 -36,-14 -20,-8 -4,-14 12,-8 28,-14 50,-8 52,6 36,2 20,9 4,3 -12,9 -28,3 -50,8",
            (176, 62, 50),
            "glossy",
            0.9,
        )
        with pen.on(strip):
            score(pen, "-54,-3 -36,-8 -20,-2 -4,-8 12,-2 28,-8 54,-2", (246, 208, 178), 4.4)
            score(pen, "-54,5 -30,1 -12,6 4,1 20,6 54,3", (240, 190, 160), 2.6)


@thing("bacon", "bacon strips", "rashers", "pancetta", cm=20, kind="food")
def draw_bacon(pen: Pen, look: Look) -> None:
    for i in range(3):
        with pen.at(-46 + i * 46, -74, 1.5, turn=30):
            _rasher(pen, 0, 0)


@thing("wrap", "shawarma", "kebab wrap", "tortilla wrap", "gyro", "falafel wrap", cm=20, kind="food")
def draw_burrito(pen: Pen, look: Look) -> None:
    with pen.at(-4, -48, turn=-16):
        body = mould(pen, "-100,-10 -92,-32 -40,-40 40,-40 84,-38 88,34 40,40 -50,38 -96,24", (236, 208, 156), "soft")
        crumbs(pen, body, (196, 150, 92), 46, look.random("spots"))
        tint(pen, body, "-70,-28 0,-34 60,-32 40,-18 -50,-16", (255, 246, 220), 0.6, 5)
        score(pen, "-96,10 -50,0 10,6 80,-18", darken((236, 208, 156), 0.3), 2.4, 0.6)
        cap = ellipse(86, -2, 17, 37)
        pen.fill(cap, (222, 186, 130), "soft")
        pen.fill(ellipse(88, -2, 13, 31), (120, 66, 42), "soft", line=0.4)
        for i, (x, y) in enumerate(scatter(ellipse(89, -2, 11, 28), 22, look.random("fill"))):
            rgb = ((214, 60, 44), (122, 174, 68), (250, 244, 226), (248, 196, 70), (96, 44, 34))[i % 5]
            disc(pen, f"{x} {y} 4.8 4", rgb, "glossy", 0.4)
        foil = mould(
            pen, "-104,-14 -94,-38 -40,-46 -22,-43 -30,-20 -20,0 -30,20 -20,42 -60,42 -98,30", (206, 212, 220), "metal"
        )
        with pen.on(foil):
            score(
                pen,
                "-90,-30 -60,-10 -34,-24|-96,0 -66,10 -40,-4|-80,30 -54,20 -32,30|-70,-40 -64,-16",
                (150, 158, 168),
                1.6,
                0.8,
            )


@thing("nachos", "tortilla chips", "chips and dip", "crisps", "potato chips", cm=24, kind="food")
def draw_nachos(pen: Pen, look: Look) -> None:
    plate(pen, -26, 116, look.part("plate", (70, 112, 140)))
    rng = look.random("chips")
    for row, (y, wide, count) in enumerate(((-36, 84, 8), (-52, 64, 7), (-70, 44, 5), (-86, 20, 3))):
        for i in range(count):
            x = (i - (count - 1) / 2) * wide * 2 / count
            with pen.at(x, y, turn=rng.uniform(0, 360)):
                chip = cut(pen, "-24,14 24,14 0,-26", (240, 188, 86), "soft", 5, 0.8)
                with pen.on(chip):
                    for _ in range(5):
                        pen.decal(ellipse(rng.uniform(-14, 14), rng.uniform(-14, 12), 1.6), (196, 126, 48), alpha=0.7)
            if row and i % 2:
                mould(
                    pen,
                    f"{x - 16},{y} {x},{y - 10} {x + 18},{y - 2} {x + 10},{y + 16} {x + 2},{y + 6} {x - 8},{y + 18}",
                    (250, 190, 50),
                    "glossy",
                    0.6,
                )
    for x, y in ((-40, -62), (8, -88), (44, -56), (-8, -52), (26, -72), (-20, -80)):
        disc(pen, f"{x} {y} 6 5", (212, 52, 42), "glossy", 0.6)
        disc(pen, f"{x + 12} {y + 7} 5 2.6 30", (92, 148, 62), "soft", 0.5)
    mould(pen, "-16,-96 -4,-112 14,-108 20,-96 2,-88", (252, 250, 244), "soft", 0.7)


@thing(
    "curry",
    "curry dish",
    "curry rice",
    "tikka masala",
    "stir fry",
    "biryani",
    "risotto",
    "fried rice",
    cm=24,
    kind="food",
)
def draw_curry(pen: Pen, look: Look) -> None:
    plate(pen, -34, 118, look.colour((58, 90, 120)))
    rng = look.random("grains")
    mound = mould(pen, "-84,-36 -72,-66 -36,-82 0,-72 12,-44 0,-20 -50,-18", EGG, "soft")
    for x, y in scatter(mound, 90, rng):
        pen.decal(ellipse(x, y, 3.4, 1.5, rng.uniform(0, 180)), (220, 214, 200))
    sauce = mould(pen, "-20,-26 4,-50 24,-62 60,-58 82,-40 70,-20 30,-10 -4,-12", (222, 130, 40), "glossy")
    for i, (x, y) in enumerate(scatter(sauce, 12, rng)):
        rgb = ((246, 196, 90), (176, 84, 40), (214, 72, 40), (122, 160, 62))[i % 4]
        mould(
            pen,
            f"{x - 11},{y} {x - 6},{y - 9} {x + 6},{y - 10} {x + 11},{y - 1} {x + 4},{y + 6} {x - 7},{y + 5}",
            rgb,
            "glossy",
            0.7,
        )
    gloss(pen, 20, -52, 12, 3)
    for x, y, a in ((34, -56, -60), (40, -54, -10), (-40, -78, -80)):
        leaf(pen, x, y, 22, a)
    steam(pen, 10, -76, 46, 70)


@thing("fish and chips", "fried fish", "fish fillet", "fish dish", cm=28, kind="food")
def draw_chippy(pen: Pen, look: Look) -> None:
    plate(pen, -30, 118)
    rng = look.random("chips")
    for _ in range(26):
        x, y = rng.uniform(-84, 6), rng.uniform(-62, -26)
        with pen.at(x, y, turn=rng.uniform(-50, 50)):
            bar(pen, "-20 -5 40 10 2", mix((248, 206, 96), (226, 160, 62), rng.random()), "soft", 0.7)
    fish = mould(
        pen, "-44,-40 -20,-62 24,-72 66,-64 90,-74 104,-60 92,-44 60,-34 20,-22 -24,-22", (214, 142, 62), "soft"
    )
    crumbs(pen, fish, (180, 106, 40), 70, rng)
    score(pen, "-10,-50 4,-40|22,-60 34,-46|50,-58 58,-46", (158, 92, 36), 2, 0.7)
    tint(pen, fish, "-20,-52 20,-64 50,-60 20,-52", (255, 232, 170), 0.5, 4)
    cut(pen, "56,-20 84,-38 96,-22", (252, 222, 70), "glossy", 4, 0.8)
    cut(pen, "62,-22 82,-33 90,-23", (255, 246, 180), "flat", 2, 0.3)
    for i in range(12):
        disc(pen, f"{-20 + i % 6 * 9} {-14 - i // 6 * 7} 5.4", (108, 170, 66), "glossy", 0.6)


@thing("lasagna", "lasagne", "moussaka", "tiramisu", "layered dish", cm=20, kind="food")
def draw_lasagna(pen: Pen, look: Look) -> None:
    plate(pen, -24, 116)
    sweet = look.noun == "tiramisu"
    tones: tuple[Rgb, ...] = ((250, 236, 206), (120, 70, 44)) if sweet else ((246, 214, 130), (196, 66, 40))
    for i in range(7):
        y = -26 - i * 10
        rgb = tones[i % 2]
        dip = 3 if i % 2 else 0
        mould(
            pen,
            f"-72,{y} -40,{y + dip} 0,{y - dip} 40,{y + dip} 56,{y} 57,{y - 11} 0,{y - 12} -73,{y - 11}",
            rgb,
            "soft",
            0.6,
        )
        mould(pen, f"54,{y} 84,{y - 22} 84,{y - 33} 55,{y - 11}", darken(rgb, 0.2), "soft", 0.6)
    top = cut(pen, "-74,-96 -40,-122 86,-120 58,-96", (84, 48, 32) if sweet else (250, 206, 96), "soft", 4)
    if not sweet:
        crumbs(pen, top, (206, 110, 40), 50, look.random("top"))
        mould(
            pen,
            "-70,-96 -58,-84 -46,-96 -30,-76 -16,-96 8,-88 24,-96 40,-74 52,-97 0,-101",
            (250, 206, 96),
            "glossy",
            0.5,
        )
    leaf(pen, 0, -108, 32, -40)
    leaf(pen, 4, -106, 28, 10)
    steam(pen, 4, -124, 40, 60)


@thing("shrimps", "prawns", "shrimp dish", "shrimp cocktail", "tempura", cm=16, kind="food")
def draw_shrimp(pen: Pen, look: Look) -> None:
    rgb = look.colour((246, 140, 96))
    for x, y, size, turn in ((-52, -36, 0.8, -20), (48, -40, 0.85, 16), (-2, -52, 1.0, 0)):
        with pen.at(x, y, size, turn=turn):
            body = mould(
                pen,
                "-40,22 -56,-6 -46,-40 -14,-56 22,-48 42,-20 36,8 24,14 22,-8 8,-24 -12,-24 -26,-10 -24,10",
                rgb,
                "glossy",
            )
            with pen.on(body):
                score(
                    pen,
                    "-60,-4 -26,-10|-52,-34 -24,-20|-26,-56 -14,-26|4,-58 2,-26|32,-46 12,-22|44,-16 20,-8",
                    (252, 224, 200),
                    4.4,
                )
            tint(pen, body, "-44,-28 -14,-48 14,-44 -14,-40 -38,-18", (255, 255, 255), 0.6, 2)
            cut(pen, "-38,18 -64,28 -48,36 -58,52 -30,38 -26,14", (224, 92, 62), "glossy", 3, 0.8)
    leaf(pen, -10, -6, 40, 160)
    leaf(pen, 6, -4, 40, 20)
    cut(pen, "66,0 106,-26 112,0", (252, 222, 70), "glossy", 5)
