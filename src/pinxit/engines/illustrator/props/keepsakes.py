"""Kept and locked: piggy bank, padlock, bird cage, playing cards, staircase, nesting dolls."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.wire import struts
from pinxit.engines.illustrator.shapes import arc, box, ellipse

GOLD: Rgb = (226, 178, 72)
STEEL: Rgb = (200, 206, 214)
CREAM: Rgb = (251, 249, 243)


@thing("piggy bank", "money box", "coin bank", "savings", cm=15, faces=1)
def draw_bank(pen: Pen, look: Look) -> None:
    what = finish(look, (244, 160, 172), "glossy", "ceramic")
    rgb = what.rgb
    disc(pen, "-4 -150 17", GOLD, "metal")
    score(pen, "-4,-158 -4,-142", darken(GOLD, 0.4), 3)
    for x in (-48, 34):
        cut(pen, f"{x - 12},-30 {x + 14},-30 {x + 11},-2 {x - 9},-2", darken(rgb, 0.2), "glossy", 5)
    score(pen, "-88,-74 -104,-84 -98,-96 -90,-86 -104,-78", darken(rgb, 0.15), 5)
    body = mould(
        pen,
        "-90,-68 -78,-110 -36,-132 12,-132 50,-116 74,-98 96,-84 98,-60 78,-44 52,-26 0,-16 -52,-22 -82,-42",
        rgb,
        what.form,
    )
    for x in (-60, 22):
        cut(pen, f"{x - 12},-34 {x + 14},-34 {x + 11},0 {x - 9},0", rgb, what.form, 5)
    mould(pen, "30,-122 36,-148 56,-136 60,-112 46,-106", darken(rgb, 0.1), "glossy")
    disc(pen, "94 -70 13 18", darken(rgb, 0.1), "glossy")
    for y in (-76, -64):
        disc(pen, f"96 {y} 3 4", darken(rgb, 0.55), "flat", 0)
    disc(pen, "62 -90 5.4", (46, 36, 42), "glossy", 0.4)
    pen.decal(ellipse(60, -92, 1.8), (255, 255, 255))
    bar(pen, "-20 -133 32 6 3", darken(rgb, 0.6), "flat", 0.4)
    tint(pen, body, "-66,-104 -36,-122 -10,-122 -40,-104", (255, 255, 255), 0.65, 3)
    pen.decal(ellipse(48, -66, 13, 9), (250, 110, 130), alpha=0.4, blur=4)


@thing("padlock", "lock", "combination lock", "love lock", cm=8)
def draw_lock(pen: Pen, look: Look) -> None:
    what = finish(look, GOLD, "metal", "metal")
    for width, rgb in ((24, darken(STEEL, 0.45)), (18, STEEL)):
        pen.line(arc(0, -128, 42, 46, 180, 180), rgb, width)
        pen.line(facet("-42,-128 -42,-92"), rgb, width)
        pen.line(facet("42,-128 42,-92"), rgb, width)
    pen.line(arc(0, -128, 37, 41, 190, 110), (255, 255, 255), 4, alpha=0.8, blur=1)
    coat(pen, box(-70, -100, 140, 102, 14), what)
    pen.line(box(-60, -90, 120, 82, 9), darken(what.rgb, 0.35), 2.4, alpha=0.8)
    disc(pen, "0 -58 15", (54, 40, 34), "flat", 0.6)
    cut(pen, "-7,-54 7,-54 12,-24 -12,-24", (54, 40, 34), "flat", 2, 0.4)
    for x in (-52, 52):
        for y in (-82, -16):
            disc(pen, f"{x} {y} 4", lighten(what.rgb, 0.3), "metal", 0.5)


@thing("bird cage", "birdcage", "cage", "pet cage", cm=55)
def draw_cage(pen: Pen, look: Look) -> None:
    what = finish(look, GOLD, "metal", "metal")
    rgb = what.rgb
    pen.line(ellipse(0, -192, 11), rgb, 4)
    for share in (-0.9, -0.5, 0.0, 0.5, 0.9):
        score(pen, f"0,-180 {share * 44},-160 {share * 64},-118 {share * 64},-24", darken(rgb, 0.35), 2)
    score(pen, "-30,-72 30,-72", (150, 104, 66), 6)
    pen.anchor("inside", 0, -74, 64)
    disc(pen, "0 -22 70 15", darken(rgb, 0.25), "metal", 0.8)
    for i in range(11):
        share = -1 + i * 0.2
        score(pen, f"0,-180 {share * 46},-160 {share * 68},-118 {share * 68},-16", rgb, 2.4)
    for y, ry in ((-118, 12), (-66, 13)):
        pen.line(arc(0, y, 68, ry, 0, 180), rgb, 3)
    cut(pen, "-72,-20 72,-20 78,0 -78,0", rgb, "metal", 5)
    disc(pen, "0 -181 8", rgb, "metal", 0.8)
    pen.anchor("hook", 0, -202, 20)


@thing("playing card", "playing cards", "deck of cards", "cards", "ace", "card deck", "poker cards", cm=9)
def draw_cards(pen: Pen, look: Look) -> None:
    red: Rgb = (206, 40, 46)
    for turn, suit in ((-38, "spade"), (-6, "diamond"), (26, "heart")):
        rgb = red if suit != "spade" else (40, 40, 48)
        with pen.at(0, 10, turn=turn):
            bar(pen, "-44 -160 88 130 8", CREAM, "flat")
            pen.line(box(-39, -155, 78, 120, 5), (206, 200, 190), 1.4)
            for x, y, size, flip in ((0, -95, 1.0, 0), (-32, -144, 0.34, 0), (32, -46, 0.34, 180)):
                with pen.at(x, y, size, turn=flip):
                    if suit == "diamond":
                        cut(pen, "0,-26 18,0 0,26 -18,0", rgb, "flat", 0, 0)
                    elif suit == "heart":
                        pen.decal(
                            organic("0,28 -13,12 -26,-3 -26,-17 -14,-25 -4,-20 0,-13 4,-20 14,-25 26,-17 26,-3 13,12"),
                            rgb,
                        )
                    else:
                        pen.decal(
                            organic("0,-28 11,-14 24,0 25,11 15,18 4,13 0,6 -4,13 -15,18 -25,11 -24,0 -11,-14"), rgb
                        )
                        pen.decal(facet("-3,8 3,8 9,28 -9,28"), rgb)


@thing("staircase", "stairs", "steps", "stairway", "flight of stairs", cm=280, kind="building")
def draw_stairs(pen: Pen, look: Look) -> None:
    what = finish(look, (186, 134, 86), "soft", "wood")
    count = 8
    for i in range(count):
        x, y = -110 + i * 27, -i * 20
        coat(pen, box(x, y - 20, 220 - i * 27 - 4, 20), what.tone(-0.22))
        coat(pen, box(x - 5, y - 25, 38, 8, 2), what.tone(0.14))
    for i in range(count):
        x, y = -98 + i * 27, -24 - i * 20
        rod(pen, f"{x},{y} {x},{y - 62}", 4.6, CREAM, "soft", 0.7)
    struts(pen, f"-104,-88 {-98 + 7 * 27 + 8},-232", what.tone(-0.1).rgb, 10, "soft", 0.9)
    bar(pen, "-112 -104 15 104 3", what.tone(-0.1).rgb, "soft")
    disc(pen, "-104 -108 9", what.rgb, "glossy", 0.8)


@thing("matryoshka", "russian dolls", "nesting doll", "nesting dolls", "matryoshka doll", cm=16)
def draw_matryoshka(pen: Pen, look: Look) -> None:
    rgb = look.colour((206, 48, 50))
    for x, size, tone in ((58, 0.62, (60, 130, 110)), (-62, 0.78, (52, 96, 160)), (0, 1.0, rgb)):
        with pen.at(x, 0 if size == 1 else -2, size):
            body = mould(
                pen,
                "0,-176 26,-168 36,-142 34,-118 50,-84 52,-40 38,-2 0,4 -38,-2 -52,-40 -50,-84 -34,-118 -36,-142 -26,-168",
                tone,
                "glossy",
            )
            with pen.on(body):
                pen.decal(organic("-34,-90 0,-104 34,-90 36,-30 0,-4 -36,-30"), CREAM)
                for cx, cy, r in ((0, -56, 13), (-16, -34, 8), (17, -34, 8)):
                    for k in range(6):
                        with pen.at(cx, cy, turn=k * 60):
                            pen.decal(ellipse(0, -r * 0.7, r * 0.42, r * 0.55), (226, 60, 70))
                    pen.decal(ellipse(cx, cy, r * 0.4), (250, 200, 70))
                score(pen, "-54,-66 0,-58 54,-66", darken(tone, 0.4), 1.6, 0.7)
            disc(pen, "0 -138 24 25", (250, 222, 196), "soft", 0.7)
            mould(pen, "-24,-140 -20,-160 0,-165 20,-160 24,-140 8,-154 -8,-154", (96, 60, 40), "soft", 0.5)
            for side in (-1, 1):
                disc(pen, f"{side * 9} -138 2.8", (44, 34, 40), "flat", 0)
                pen.decal(ellipse(side * 14, -129, 5.4, 4), (240, 120, 120), alpha=0.8, blur=1)
            score(pen, "-5,-126 0,-123 5,-126", (190, 50, 60), 2)
