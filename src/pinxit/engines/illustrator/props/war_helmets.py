"""Helmets that leave the face free: a viking's, a knight's, a samurai's, a firefighter's, an aviator's."""

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, star, tube

GOLD = (232, 184, 80)


def _dome(pen: Pen, what: Finish) -> None:
    coat(pen, organic("-56 6 -56 -28 -40 -60 0 -74 40 -60 56 -28 56 6 0 16", 0.46), what)


def _rivets(pen: Pen, tone: tuple[int, int, int]) -> None:
    for x in range(-48, 49, 16):
        pen.fill(ellipse(x, 5 - (x / 48) ** 2 * 8, 2.8), tone, "metal", line=0.3)


@thing("viking helmet", "horned helmet", "viking hat", cm=26, kind="clothes", attach="head", fit=100)
def draw_viking(pen: Pen, look: Look) -> None:
    what = finish(look, (164, 170, 180), "metal")
    horn = (240, 226, 196)
    for side in (1, -1):
        path = tube([(side * 48, -20), (side * 78, -26), (side * 92, -56), (side * 84, -92)], [30, 25, 16, 3])
        pen.fill(path, horn, "soft")
        with pen.on(path):
            for x, y in ((64, -24), (78, -32), (86, -46), (89, -62)):
                ring = stroke(f"{side * (x - 12)} {y - 14} {side * x} {y} {side * (x + 14)} {y + 4}")
                pen.line(ring, darken(horn, 0.3), 1.8, alpha=0.6)
        pen.fill(ellipse(side * 50, -20, 9, 17), GOLD, "metal", line=0.7)
    _dome(pen, what)
    pen.fill(tube([(0, -73), (-1, -40), (0, 4)], 11), what.tone(-0.16).rgb, "metal", line=0.6)
    coat(pen, organic("-60 -8 0 0 60 -8 60 12 0 22 -60 12", 0.3), Finish(GOLD, "metal"))
    _rivets(pen, what.tone(0.2).rgb)
    coat(pen, organic("-8 12 8 12 7 36 0 44 -7 36", 0.3), Finish(GOLD, "metal"), line=0.7)


@thing("open helmet", "knight's helmet with plume", "medieval helmet", cm=30, kind="clothes", attach="head", fit=100)
def draw_open(pen: Pen, look: Look) -> None:
    what = finish(look, (182, 190, 202), "metal")
    plume = look.colour((200, 44, 56), 1)
    feather = organic("4 -70 -6 -98 -34 -116 -66 -104 -84 -72 -80 -44 -64 -60 -58 -40 -44 -66 -30 -58 -18 -72", 0.5)
    pen.fill(feather, plume, "soft")
    with pen.on(feather):
        pen.line(stroke("2 -70 -24 -92 -54 -90 -76 -56"), lighten(plume, 0.35), 3, alpha=0.6)
        pen.line(stroke("-10 -78 -30 -76 -44 -60"), darken(plume, 0.35), 2, alpha=0.5)
    _dome(pen, what)
    pen.fill(tube([(0, -74), (0, -30)], 9), what.tone(0.18).rgb, "metal", line=0.6)
    visor = organic("-62 -26 -30 -44 0 -50 30 -44 62 -26 58 2 24 -8 0 -12 -24 -8 -58 2", 0.4)
    coat(pen, visor, what.tone(0.08))
    for x in range(-40, 41, 16):
        pen.decal(ellipse(x, -24 + abs(x) * 0.1, 2.6, 6), darken(what.rgb, 0.6))
    for side in (1, -1):
        cheek = organic(f"{side * 48} -6 {side * 62} -12 {side * 64} 30 {side * 52} 50 {side * 46} 24", 0.4)
        coat(pen, cheek, what.tone(-0.06))
        pen.fill(ellipse(side * 57, -16, 7), GOLD, "metal", line=0.6)


@thing("samurai helmet", "kabuto", cm=28, kind="clothes", attach="head", fit=100)
def draw_samurai(pen: Pen, look: Look) -> None:
    what = finish(look, (52, 50, 60), "glossy")
    red = look.colour((178, 44, 54), 1)
    for k in (2, 1, 0):
        flare = organic(f"-50 -6 {-70 - 9 * k} {12 + 13 * k} {-58 - 8 * k} {22 + 14 * k} -42 10 42 10 {58 + 8 * k} "
                        f"{22 + 14 * k} {70 + 9 * k} {12 + 13 * k} 50 -6", 0.3)  # fmt: skip
        pen.fill(flare, what.tone(0.1 * k).rgb, "glossy", line=0.7)
        pen.line(stroke(f"{-68 - 9 * k} {17 + 13 * k} {-50} {12 + 6 * k}"), red, 2.4)
        pen.line(stroke(f"{68 + 9 * k} {17 + 13 * k} {50} {12 + 6 * k}"), red, 2.4)
    _dome(pen, what)
    for x in (-34, -12, 12, 34):
        pen.line(stroke(f"{x * 0.2} -73 {x} -44 {x * 1.3} 8"), lighten(what.rgb, 0.3), 1.4, alpha=0.7)
    coat(pen, organic("-60 -4 0 4 60 -4 66 12 0 24 -66 12", 0.4), Finish(red, "glossy"))
    for side in (1, -1):
        crest = organic(f"0 -10 {side * 22} -26 {side * 44} -66 {side * 46} -100 {side * 62} -62 {side * 42} -16 "
                        f"{side * 14} 2", 0.42)  # fmt: skip
        pen.fill(crest, GOLD, "metal", line=0.8)
    pen.fill(ellipse(0, -8, 12), GOLD, "metal", line=0.7)
    pen.decal(ellipse(0, -8, 6.4), red)


@thing("firefighter helmet", "fireman helmet", "fire helmet", "firefighter hat", "fireman hat", cm=20, kind="clothes",
       attach="head", fit=100)  # fmt: skip
def draw_fire(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 44, 44), "glossy")
    coat(pen, organic("-82 14 -58 -8 0 -12 58 -8 82 14 58 26 0 32 -58 26", 0.5), what.tone(-0.12))
    _dome(pen, what)
    for x in (-30, 0, 30):
        pen.line(stroke(f"{x * 0.15} -74 {x} -44 {x * 1.3} 8"), darken(what.rgb, 0.28), 2.6, alpha=0.7)
    pen.line(stroke("-56 -2 0 8 56 -2"), (246, 214, 84), 6)
    shield = organic("-20 -46 0 -56 20 -46 22 -18 0 4 -22 -18", 0.2)
    pen.fill(shield, look.colour((244, 204, 84), 1), "metal", line=0.8)
    pen.decal(star(0, -27, 13, 5.6), darken(what.rgb, 0.1))
    pen.decal(organic("-44 -36 -30 -56 -20 -58 -34 -34 -40 -20", 0.4), WHITE, alpha=0.4, blur=1.5)


@thing("aviator cap", "pilot helmet", "aviator hat", "leather flying cap", "aviator goggles", cm=24, kind="clothes",
       attach="head", fit=100)  # fmt: skip
def draw_aviator(pen: Pen, look: Look) -> None:
    what = finish(look, (128, 82, 50), "soft", "leather")
    for side in (1, -1):
        flap = organic(
            f"{side * 44} -14 {side * 62} -16 {side * 68} 26 {side * 58} 60 {side * 47} 56 {side * 46} 20", 0.4
        )
        coat(pen, flap, what.tone(-0.1))
        pen.fill(ellipse(side * 56, 46, 3.4), GOLD, "metal", line=0.4)
    _dome(pen, what)
    pen.line(stroke("0 -74 -2 -40 0 12"), darken(what.rgb, 0.35), 2.2, alpha=0.7)
    pen.line(stroke("-50 -2 0 8 50 -2"), lighten(what.rgb, 0.5), 6, alpha=0.6)
    strap = organic("-56 -36 0 -26 56 -36 56 -20 0 -10 -56 -20", 0.3)
    pen.fill(strap, (62, 44, 36), "soft", line=0.6)
    for side in (1, -1):
        pen.fill(ellipse(side * 25, -26, 24, 19), (206, 160, 84), "metal", line=0.8)
        pen.fill(ellipse(side * 25, -26, 18, 13.6), (116, 186, 208), "glossy", line=0.5)
        pen.decal(ellipse(side * 25 - 6, -31, 6, 3.4, -30), WHITE, alpha=0.75)
