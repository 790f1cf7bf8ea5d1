"""An ice pop, a milkshake, a smoothie."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, score, tint
from pinxit.engines.illustrator.rigs.food import leaf
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse

CREAM: Rgb = (252, 244, 230)
STRAWBERRY: Rgb = (214, 44, 52)


@thing(
    "popsicle",
    "ice pop",
    "ice lolly",
    "popsicles",
    "ice cream bar",
    "paleta",
    cm=16,
    kind="food",
    attach="hand",
    fit=50,
)
def draw_popsicle(pen: Pen, look: Look) -> None:
    """A rounded bar on a stick, its upper half dipped, a bite gone from its corner."""
    ice = look.colour((250, 112, 132))
    tip = look.colour((255, 188, 84), 1)
    bar(pen, "-9 -58 18 62 8", (228, 190, 136), "soft")
    pen.anchor("hand", 0, -18, 40)
    score(pen, "-3,-46 -3,-6|3,-40 3,-2", (190, 148, 96), 1.4, 0.6)
    body = pen.fill(box(-42, -184, 84, 134, 38), ice, "glossy")
    with pen.on(body):
        pen.decal(box(-60, -200, 120, 66), tip)
        pen.decal(ellipse(-28, -134, 18, 9), tip)
        pen.decal(ellipse(6, -134, 18, 13), tip)
        pen.decal(ellipse(36, -134, 14, 8), tip)
        for x in (-17, 17):
            pen.line(box(x - 6, -162, 12, 92, 6), darken(ice, 0.2), 3, alpha=0.45)
            pen.decal(box(x - 3, -158, 6, 84, 3), lighten(ice, 0.3), alpha=0.35)
    tint(pen, body, "-36,-120 -30,-168 -20,-174 -28,-130", (255, 255, 255), 0.6, 2)
    pen.anchor("face", 0, -96, 44)


@thing("milkshake", "milk shake", "shake", "malt", cm=22, kind="food", attach="hand", fit=70)
def draw_milkshake(pen: Pen, look: Look) -> None:
    """A tall flared glass on a foot, a crown of whipped cream, a cherry and a striped straw."""
    milk = look.colour((250, 178, 190))
    straw = bar(pen, "18 -232 10 100 4", CREAM, "round", 0.9)
    with pen.on(straw):
        for i in range(7):
            cut(
                pen,
                f"14,{-226 + i * 16} 32,{-234 + i * 16} 32,{-226 + i * 16} 14,{-218 + i * 16}",
                STRAWBERRY,
                "flat",
                0,
                0,
            )
    glass = mould(pen, "-46,-152 -42,-100 -30,-44 -12,-24 12,-24 30,-44 42,-100 46,-152 0,-156", milk, "glossy")
    with pen.on(glass):
        for x in (-28, -10, 10, 28):
            score(pen, f"{x * 1.4},-150 {x},-70 {x * 0.4},-26", darken(milk, 0.2), 2, 0.5)
        pen.decal(ellipse(0, -150, 46, 14), CREAM, alpha=0.9)
    tint(pen, glass, "-38,-140 -34,-100 -26,-60 -22,-60 -28,-110 -30,-142", (255, 255, 255), 0.7, 1.5)
    disc(pen, "0 -24 14 6", (220, 232, 240), "glass", 0.8)
    cut(pen, "-8,-24 8,-24 10,-8 -10,-8", (220, 232, 240), "glass", 2, 0.8)
    disc(pen, "0 -5 36 8", (220, 232, 240), "glass")
    pen.anchor("hand", 0, -80, 60)
    for text in (
        "-50,-150 -52,-168 -30,-178 0,-176 30,-178 52,-168 50,-150 26,-142 0,-146 -26,-142",
        "-36,-172 -36,-188 -14,-196 14,-196 36,-186 34,-172 0,-166",
        "-20,-190 -16,-206 2,-216 18,-204 20,-190 0,-184",
    ):
        mould(pen, text, CREAM, "soft", 0.8)
    score(pen, "-40,-160 -16,-152 10,-158|-24,-180 0,-174 20,-182", darken(CREAM, 0.2), 2, 0.6)
    disc(pen, "0 -218 12", STRAWBERRY, "glossy", 0.9)
    wires(pen, "2,-228 6,-244 16,-250", (96, 128, 60), 2.6)
    for x, y, tone in (
        (-34, -166, (90, 170, 220)),
        (24, -168, (255, 206, 80)),
        (-6, -186, (120, 190, 90)),
        (16, -200, STRAWBERRY),
    ):
        bar(pen, f"{x} {y} 7 3 1.5", tone, "flat", 0.2)


@thing("smoothie", "fruit smoothie", "green smoothie", "berry smoothie", cm=17, kind="food", attach="hand", fit=70)
def draw_smoothie(pen: Pen, look: Look) -> None:
    """A thick drink in a tumbler with a straw, a strawberry on the rim and a sprig of mint."""
    thick = look.colour((122, 178, 74) if "green" in look.noun else (206, 76, 130))
    wires(pen, "8,-130 22,-196 46,-204", (250, 250, 250), 8, "round", 0.9)
    score(pen, "9,-132 22,-192", (90, 190, 190), 2.4)
    glass = cut(pen, "-46,-150 46,-150 36,0 -36,0", (226, 238, 242), "glass", 8)
    drink = cut(pen, "-42,-132 42,-132 34,-6 -34,-6", thick, "glossy", 6, 0.5)
    with pen.on(drink):
        for x, y, r in ((-20, -40, 3), (14, -70, 4), (-8, -96, 3), (24, -30, 3), (-26, -76, 2.4), (4, -20, 2.4)):
            pen.decal(ellipse(x, y, r), darken(thick, 0.3), alpha=0.6)
    disc(pen, "0 -132 42 10", lighten(thick, 0.35), "soft", 0.6)
    for x, y in ((-16, -133), (4, -137), (-2, -129)):
        disc(pen, f"{x} {y} 6 5", (70, 78, 150), "glossy", 0.5)
    leaf(pen, -8, -134, 26, -140)
    leaf(pen, -8, -134, 24, -100)
    berry = mould(pen, "24,-164 40,-176 58,-168 58,-148 42,-126 28,-142", STRAWBERRY, "glossy")
    with pen.on(berry):
        for x, y in ((36, -162), (48, -160), (42, -148), (34, -150), (50, -148), (42, -138)):
            pen.decal(ellipse(x, y, 1.3, 1.9), (255, 222, 130))
    for turn in (-150, -110, -70, -30):
        with pen.at(42, -172, turn=turn):
            mould(pen, "0,0 8,-4 17,0 8,4", (98, 156, 70), "soft", 0.5)
    tint(pen, glass, "-38,-140 -34,-20 -27,-20 -30,-140", (255, 255, 255), 0.6, 1)
    pen.line(ellipse(0, -150, 46, 10), (240, 248, 250), 2.4, alpha=0.8)
    pen.anchor("hand", 0, -70, 60)
