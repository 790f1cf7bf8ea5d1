"""Cloth to read: a banner between two poles, a ribbon scroll, a card on a stick, a board on the pavement."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.shapes import box, ellipse, polygon

CLOTH: Rgb = (250, 240, 218)


@thing("banner", "street banner", "cloth banner", "party banner", "welcome banner", cm=230, kind="object")
def draw(pen: Pen, look: Look) -> None:
    """Heavy cloth on a rope between two poles, with folds at its ends and a coloured hem."""
    cloth = look.colour(CLOTH)
    hem = look.colour((206, 58, 60), 1)
    for x in (-132, 132):
        pen.fill(box(x - 4.5, -214, 9, 216, 2), (150, 108, 70), "round")
        pen.fill(ellipse(x, -216, 7), (224, 180, 86), "glossy", line=0.7)
    pen.line(stroke("-132,-198 -60,-190 0,-188 60,-190 132,-198"), (120, 92, 66), 2.4)
    body = organic(
        "-122 -192 -60 -187 0 -185 60 -187 122 -192 121 -150 122 -108 60 -101 0 -99 -60 -101 -122 -108 -121 -150", 0.2
    )
    pen.fill(body, cloth, "soft")
    with pen.on(body):
        pen.line(stroke("-126,-188 -60,-183 0,-181 60,-183 126,-188"), hem, 8)
        pen.line(stroke("-126,-112 -60,-105 0,-103 60,-105 126,-112"), hem, 8)
        for x, side in ((-114, 1), (114, -1)):
            pen.decal(ellipse(x, -150, 7, 60), darken(cloth, 0.5), alpha=0.28, blur=5)
            pen.decal(ellipse(x + 15 * side, -150, 7, 60), lighten(cloth, 0.8), alpha=0.45, blur=5)
    for x in (-116, -58, 0, 58, 116):
        y = -190 + 4 * (1 - abs(x) / 116)
        pen.line(ellipse(x, y - 1, 4, 5), (96, 74, 56), 1.8)
    pen.anchor("text", 0, -143, 216)


@thing("ribbon banner", "ribbon scroll", "scroll banner", "heraldic ribbon", cm=60, kind="object")
def draw_ribbon(pen: Pen, look: Look) -> None:
    """A ribbon with folded tails."""
    cloth = look.colour((204, 52, 58))
    for side in (-1, 1):
        tail = [(side * x, y) for x, y in ((84, -66), (140, -58), (126, -36), (140, -14), (84, -22))]
        pen.fill(polygon(tail), darken(cloth, 0.16), "soft")
        pen.fill(
            polygon([(side * 84, -22), (side * 104, -34), (side * 104, -24)]), darken(cloth, 0.5), "flat", line=0.5
        )
    body = facet("-104 -82 104 -82 104 -34 -104 -34", 2)
    pen.fill(body, cloth, "soft")
    for y in (-77, -39):
        pen.line(bars(f"-101,{y} 101,{y}"), lighten(cloth, 0.5), 1.8)
    pen.anchor("text", 0, -58, 180)


@thing("placard", "protest sign", "picket sign", "cardboard sign", "hand held sign", cm=110, attach="hand", fit=40)
def draw_placard(pen: Pen, look: Look) -> None:
    """Cardboard on a stick."""
    card = look.colour((252, 250, 242))
    pen.fill(box(-4, -96, 8, 98, 2), (186, 140, 92), "round")
    board = facet("-82 -196 80 -199 83 -92 -80 -89", 3)
    tilt = Gradient((-80, -196), (80, -90), ((0, lighten(card, 0.4)), (0.7, card), (1, darken(card, 0.1))))
    pen.fill(board, tilt, "flat")
    pen.line(facet("-77 -191 75 -194 78 -97 -75 -94", 3), darken(card, 0.14), 1.4)
    pen.anchor("text", 0, -144, 142)


@thing(
    "sandwich board",
    "a frame sign",
    "pavement sign",
    "menu board",
    "chalkboard sign",
    "sandwich sign",
    cm=105,
    kind="object",
)
def draw_sandwich(pen: Pen, look: Look) -> None:
    """Two slates in wooden frames, leaning on each other."""
    wood, slate = (158, 104, 62), look.colour((46, 52, 56))
    pen.fill(facet("-40 -176 52 -176 84 -4 -20 -4", 2), darken(wood, 0.4), "round")
    pen.fill(facet("-58 -180 52 -180 70 2 58 2 53 -12 -59 -12 -64 2 -76 2", 3), wood, "soft")
    face = facet("-49 -170 43 -170 52 -24 -58 -24", 2)
    pen.fill(face, slate, "flat", line=0.6)
    with pen.on(face):
        pen.decal(ellipse(-14, -110, 44, 30, -20), lighten(slate, 0.5), alpha=0.14, blur=10)
    pen.anchor("text", -3, -100, 92)
