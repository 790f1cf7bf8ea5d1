"""Savoury bites: sausages, kebab, spring rolls, omelette, falafel, cheese board, sweet potato."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.food import crumbs, leaf, plate
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse

GOLD: Rgb = (216, 152, 72)


@thing("sausage", "sausages", "bratwurst", "grilled sausage", "frankfurter", "wiener", cm=8, kind="food")
def draw_sausage(pen: Pen, look: Look) -> None:
    """Two grilled links, one behind the other."""
    skin = look.colour((176, 82, 48))
    for y, shift, tone in ((-50.0, 8, darken(skin, 0.12)), (-18.0, -6, skin)):
        text = (
            f"{-92 + shift},{y - 8} {-50 + shift},{y + 8} {shift},{y + 12} {50 + shift},{y + 6} {92 + shift},{y - 14}"
        )
        for end, turn in ((-96 + shift, 18.0), (97 + shift, -26.0)):
            with pen.at(end, y - 9 if end < 0 else y - 16, turn=turn):
                mould(pen, "-9,-5 0,-3 9,-5 9,5 0,3 -9,5", darken(tone, 0.2), "glossy", 0.7)
        body = rod(pen, text, 34, tone, "glossy")
        with pen.on(body):
            for i in range(6):
                x = -70 + i * 28 + shift
                score(pen, f"{x - 7},{y + 24} {x},{y + 8} {x + 12},{y - 10}", darken(tone, 0.6), 4.4, 0.75)
        tint(
            pen,
            body,
            f"{-80 + shift},{y - 12} {shift},{y + 2} {80 + shift},{y - 16} {shift},{y - 4}",
            (255, 226, 190),
            0.4,
            2,
        )


@thing(
    "kebab", "shish kebab", "skewer", "kebabs", "skewers", "yakitori", "satay", cm=8, kind="food", attach="hand", fit=40
)
def draw_kebab(pen: Pen, look: Look) -> None:
    """Meat, pepper and onion on two skewers."""
    meat = look.colour((150, 84, 50))
    for y, turn in ((-52.0, -6), (-20.0, 4)):
        with pen.at(0, y, turn=turn):
            rod(pen, "-128,0 128,0", 4, (206, 166, 108), "soft", 0.7)
            x = -84.0
            for kind in "mpmomgmpm":
                wide = 22.0 if kind == "m" else 15.0
                if kind == "m":
                    lump = cut(pen, f"{x},-17 {x + wide},-19 {x + wide + 1},16 {x + 1},18", meat, "glossy", 7)
                    with pen.on(lump):
                        score(pen, f"{x + 5},-16 {x + 10},16|{x + 14},-16 {x + 19},16", darken(meat, 0.55), 2.6, 0.7)
                else:
                    tone: Rgb = {"p": (206, 48, 44), "g": (92, 154, 66), "o": (240, 226, 216)}[kind]
                    cut(pen, f"{x + 1},-20 {x + wide - 2},-17 {x + wide - 2},19 {x},16", tone, "glossy", 5, 0.9)
                    if kind == "o":
                        score(pen, f"{x + 5},-16 {x + 4},14|{x + 9},-16 {x + 8},15", (196, 150, 176), 1.6, 0.8)
                x += wide - 1
    leaf(pen, -14, -2, 26, 200)
    leaf(pen, -10, -2, 24, -20)


@thing("spring roll", "spring rolls", "egg roll", "egg rolls", "lumpia", cm=8, kind="food")
def draw_rolls(pen: Pen, look: Look) -> None:
    """Crisp rolls heaped on a plate with a dip."""
    crust = look.colour(GOLD)
    plate(pen, -10, 100)
    for x, y, turn in ((-34, -30, -8), (22, -30, 8), (-6, -52, -3)):
        with pen.at(x, y, turn=turn):
            body = rod(pen, "-44,0 0,1 44,0", 25, crust, "glossy")
            with pen.on(body):
                score(pen, "-20,-16 -12,0 -22,16|14,-16 20,-2 12,16", darken(crust, 0.35), 2, 0.6)
                crumbs(pen, body, darken(crust, 0.3), 14, look.random(f"crumb{x}"))
            disc(pen, "45 0 9 12", darken(crust, 0.14), "soft", 0.8)
            disc(pen, "45 0 6 8.6", (246, 226, 180), "flat", 0.3)
            for dx, dy, tone in ((44, -4, (92, 160, 70)), (46, 3, (236, 124, 48)), (43, 1, (206, 90, 90))):
                disc(pen, f"{dx} {dy} 2.2", tone, "flat", 0.2)
    disc(pen, "66 -18 22 9", (250, 246, 238), "round")
    disc(pen, "66 -20 17 6", (190, 44, 30), "glossy", 0.5)
    leaf(pen, -62, -12, 26, 190)


@thing("omelette", "omelet", "frittata", cm=8, kind="food")
def draw_omelette(pen: Pen, look: Look) -> None:
    """Folded over, golden, with its filling showing at the edge."""
    egg = look.colour((250, 206, 90))
    plate(pen, -12, 104)
    mould(pen, "-74,-16 -62,-2 0,6 62,-2 74,-16 40,-26 -40,-26", darken(egg, 0.1), "soft")
    for x, tone in (
        (-54, (206, 52, 44)),
        (-36, (92, 154, 66)),
        (-16, (246, 238, 220)),
        (4, (206, 52, 44)),
        (24, (92, 154, 66)),
        (44, (246, 238, 220)),
        (60, (206, 52, 44)),
    ):
        disc(pen, f"{x} {-12 + abs(x) * -0.06} 9 7", tone, "glossy", 0.7)
    fold = mould(pen, "-80,-18 -70,-44 -36,-64 6,-68 48,-58 76,-38 82,-16 50,-20 0,-15 -50,-20", egg, "glossy")
    with pen.on(fold):
        for x, y, r in ((-40, -44, 14), (10, -54, 18), (46, -36, 12), (-8, -30, 10), (-60, -28, 8)):
            pen.decal(ellipse(x, y, r, r * 0.5, -12), (206, 132, 48), alpha=0.4, blur=3)
    for x, y in ((-30, -52), (0, -58), (24, -46), (-14, -38), (44, -46), (-50, -34)):
        bar(pen, f"{x} {y} 6 2.6 1", (92, 150, 64), "flat", 0.2)
    leaf(pen, 78, -14, 28, -20)
    leaf(pen, 78, -14, 24, 20)


@thing("falafel", "falafels", "croquette", "hushpuppy", cm=8, kind="food")
def draw_falafel(pen: Pen, look: Look) -> None:
    """A heap of crusty balls, one bitten open to its green inside."""
    crust = look.colour((164, 108, 52))
    plate(pen, -10, 100)
    leaf(pen, -60, -14, 40, 200, (112, 168, 76))
    leaf(pen, 60, -14, 40, -20, (112, 168, 76))
    for x, y in ((-50, -26), (-4, -28), (44, -26), (-28, -54), (20, -56)):
        ball = disc(pen, f"{x} {y} 25 23", crust, "soft")
        crumbs(pen, ball, darken(crust, 0.45), 26, look.random(f"d{x}"))
        crumbs(pen, ball, lighten(crust, 0.4), 14, look.random(f"l{x}"))
    disc(pen, "-2 -20 23 19", crust, "soft")
    inner = disc(pen, "-2 -18 19 15", (176, 186, 92), "soft", 0.5)
    crumbs(pen, inner, (110, 140, 60), 24, look.random("in"))
    disc(pen, "62 -12 24 9", (250, 246, 238), "round")
    disc(pen, "62 -14 19 6", (250, 240, 214), "glossy", 0.5)


@thing(
    "cheese board", "cheeseboard", "charcuterie", "charcuterie board", "cheese platter", "antipasto", cm=14, kind="food"
)
def draw_board(pen: Pen, look: Look) -> None:
    """Cheeses, grapes, crackers and ham on a wooden board."""
    wood = look.colour((186, 130, 80))
    board = cut(pen, "-128,-2 -108,-40 108,-40 128,-2", wood, "soft", 6)
    with pen.on(board):
        for i in range(5):
            score(pen, f"-130,{-34 + i * 8} 0,{-36 + i * 8} 130,{-33 + i * 8}", darken(wood, 0.25), 1.4, 0.6)
    cut(pen, "-128,-2 128,-2 126,8 -126,8", darken(wood, 0.25), "soft", 3)
    brie = mould(pen, "-100,-26 -96,-52 -58,-60 -24,-52 -22,-26 -60,-16", (250, 242, 222), "soft")
    cut(pen, "-60,-40 -28,-30 -28,-56 -60,-50", (246, 222, 140), "soft", 2, 0.7)
    tint(pen, brie, "-96,-30 -60,-20 -26,-30 -60,-12", (210, 196, 160), 0.5, 2)
    cut(pen, "-12,-24 46,-30 52,-72 -12,-52", (250, 196, 64), "soft", 2)
    cut(pen, "-12,-52 52,-72 26,-78 -16,-58", (255, 216, 110), "soft", 2, 0.8)
    for x, y, r in ((6, -38, 5), (30, -50, 6), (38, -36, 3.4)):
        disc(pen, f"{x} {y} {r}", (214, 150, 34), "flat", 0.3)
    for x, y in ((70, -28), (84, -32), (98, -26), (76, -40), (91, -42), (84, -52), (66, -38), (98, -38)):
        disc(pen, f"{x} {y} 9", (112, 62, 130), "glossy", 0.7)
    wires(pen, "84,-58 88,-70 98,-74", (120, 96, 60), 3)
    for i in range(5):
        disc(pen, f"{-92 + i * 15} -10 12 6 -20", (232, 188, 116), "soft", 0.7)
    for i in range(4):
        mould(
            pen,
            f"{4 + i * 20},-14 {12 + i * 20},-24 {24 + i * 20},-20 {26 + i * 20},-10 {14 + i * 20},-4",
            (206, 92, 92),
            "soft",
            0.8,
        )
        score(pen, f"{9 + i * 20},-12 {16 + i * 20},-18 {23 + i * 20},-14", (246, 206, 200), 2)
    leaf(pen, -14, -18, 24, -30)


@thing("sweet potato", "yam", "sweet potatoes", "yams", cm=8, kind="food")
def draw_yam(pen: Pen, look: Look) -> None:
    """A tapered russet root and a slice of its orange flesh."""
    skin = look.colour((178, 84, 64))
    body = mould(pen, "-112,-30 -84,-54 -40,-68 10,-66 56,-48 98,-36 108,-28 84,-22 40,-8 -20,-2 -70,-8", skin, "round")
    with pen.on(body):
        for x, y in ((-60, -44), (-20, -56), (20, -30), (-40, -20), (50, -36), (-80, -30), (0, -14)):
            score(pen, f"{x - 7},{y} {x},{y + 2} {x + 8},{y - 1}", darken(skin, 0.4), 2, 0.7)
    wires(pen, "-110,-30 -124,-36|104,-29 122,-22", darken(skin, 0.2), 3)
    for x, y in ((44, -14), (78, -12)):
        disc(pen, f"{x} {y} 24 15 -10", skin, "round")
        disc(pen, f"{x - 1} {y - 1.5} 21 12.6 -10", (244, 144, 62), "soft", 0.4)
        pen.line(ellipse(x - 1, y - 1.5, 13, 7, -10), (255, 186, 110), 1.6, alpha=0.8)
