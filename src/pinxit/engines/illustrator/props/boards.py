"""Sport: surfboard, snowboard, skis, sled, dumbbell."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import box, capsule, ellipse, tube


@thing("surfboard", "surf board", "paddleboard", "longboard surfboard", "bodyboard", cm=200)
def draw(pen: Pen, look: Look) -> None:
    """Standing on its tail, with stripes and a stringer."""
    what = finish(look, (250, 236, 206), "glossy")
    first = look.colour((40, 160, 180), 1)
    board = organic(
        "0,-200 16,-178 26,-140 30,-96 28,-50 18,-14 10,0 0,3 -10,0 -18,-14 -28,-50 -30,-96 -26,-140 -16,-178"
    )
    coat(pen, board, what)
    patterned(pen, board, look, what.rgb)
    with pen.on(board):
        pen.decal(facet("-40,-60 40,-96 40,-70 -40,-34"), first)
        pen.decal(facet("-40,-28 40,-64 40,-56 -40,-20"), (238, 112, 70) if not look.colours else lighten(first, 0.4))
        pen.decal(facet("-40,-210 40,-210 40,-166 0,-150 -40,-166"), first)
        pen.line(bars("0,-200 0,4"), darken(what.rgb, 0.3), 1.4, alpha=0.7)
        pen.decal(organic("-18,-160 -12,-176 -10,-140 -16,-60 -22,-60 -22,-120"), (255, 255, 255), alpha=0.45, blur=2)
    pen.anchor("text", 0, -112, 44)


@thing("snowboard", cm=150)
def draw_snowboard(pen: Pen, look: Look) -> None:
    """Upright, with its two bindings."""
    what = finish(look, (72, 92, 196), "glossy")
    second = look.colour((246, 198, 66), 1)
    board = organic("0,-180 19,-174 26,-154 23,-90 26,-26 19,-5 0,0 -19,-5 -26,-26 -23,-90 -26,-154 -19,-174")
    coat(pen, board, what)
    with pen.on(board):
        pen.decal(facet("-40,-84 -8,-112 10,-96 40,-128 40,-100 12,-72 -6,-86 -40,-58"), second)
        pen.decal(facet("-40,-52 -8,-80 10,-64 40,-96 40,-90 12,-56 -6,-70 -40,-42"), lighten(second, 0.6))
        pen.decal(organic("-16,-160 -10,-166 -12,-100 -16,-30 -20,-34 -19,-100"), (255, 255, 255), alpha=0.4, blur=2)
    for y, turn in ((-126, 12), (-52, -10)):
        with pen.at(0, y, turn=turn):
            pen.fill(box(-25, -12, 50, 24, 9), (52, 54, 64), "round")
            pen.fill(facet("-16,-14 -6,-14 -4,14 -14,14", 2), (96, 100, 112), "soft", line=0.7)
            pen.fill(facet("8,-13 17,-13 17,13 8,13", 2), (96, 100, 112), "soft", line=0.7)


@thing("skis", "ski", "pair of skis", "ski equipment", cm=170)
def draw_skis(pen: Pen, look: Look) -> None:
    """A pair crossed in front of two poles."""
    what = finish(look, (220, 58, 62), "glossy")
    second = look.colour((250, 246, 240), 1)
    for side in (-1, 1):
        pen.line(bars(f"{side * 52},-142 {side * 36},0"), (96, 102, 114), 3.6)
        pen.fill(capsule(side * 54.6, -160, side * 52, -136, 8), (50, 52, 60), "round")
        pen.line(ellipse(side * 37.6, -14, 10, 3.4), (60, 64, 74), 2.4)
    for turn in (-9, 9):
        with pen.at(-turn * 1.6, 0, turn=turn):
            ski = facet("-10,0 10,0 8,-60 8,-120 10,-164 5,-182 0,-186 -5,-182 -10,-164 -8,-120 -8,-60", 4)
            coat(pen, ski, what)
            with pen.on(ski):
                pen.decal(facet("-20,-150 20,-162 20,-150 -20,-138"), second)
                pen.decal(facet("-20,-132 20,-144 20,-139 -20,-127"), second)
                pen.decal(facet("-20,-30 20,-42 20,-18 -20,-6"), second)
                pen.line(bars("-5,-176 -5,-6"), lighten(what.rgb, 0.6), 1.8, alpha=0.6)
            pen.fill(box(-8.4, -96, 16.8, 14, 3), (52, 54, 62), "round", line=0.8)
            pen.fill(box(-7.4, -70, 14.8, 18, 3), (52, 54, 62), "round", line=0.8)


@thing(
    "sled",
    "sledge",
    "sleigh",
    "toboggan",
    "wooden sled",
    "santa sleigh",
    "santa's sleigh",
    cm=60,
    kind="vehicle",
    faces=1,
)
def draw_sled(pen: Pen, look: Look) -> None:
    """A sled of slats; a sleigh has a curved painted body."""
    sleigh = "sleigh" in look.noun
    what = finish(
        look, (188, 34, 44) if sleigh else (190, 128, 74), "glossy" if sleigh else "soft", "" if sleigh else "wood"
    )
    gold = look.colour((228, 184, 84), 1)
    metal = gold if sleigh else look.part("runner", (196, 52, 48))
    pen.fill(tube(points("-96,-3 40,-3 84,-8 106,-30 100,-52 86,-54"), 6.4), darken(metal, 0.25), "metal")
    for x in (-64, -6, 54):
        pen.fill(capsule(x, -30, x - 4, -4, 6), darken(metal, 0.15), "metal", line=0.8)
    if sleigh:
        pen.fill(
            organic("-100,-96 -84,-98 -60,-70 -20,-72 40,-78 72,-60 20,-46 -80,-50"), darken(what.rgb, 0.5), "flat"
        )
        pen.anchor("inside", -14, -66, 110)
        pen.anchor("seat", -30, -58, 70)
        body = organic(
            "-106,-112 -94,-104 -84,-72 -58,-56 -10,-56 34,-58 62,-84 88,-90 "
            "96,-74 84,-62 72,-36 34,-22 -40,-22 -84,-32 -102,-66"
        )
        coat(pen, body, what)
        pen.line(stroke("-105,-110 -94,-102 -84,-71 -58,-55 -10,-55 34,-57 62,-83 88,-89"), gold, 4)
        pen.line(stroke("-72,-40 -56,-50 -44,-38 -56,-32 -30,-30 -10,-44 10,-34 0,-28 30,-30 52,-46 58,-36"), gold, 2.4)
        pen.line(stroke("-92,-64 -82,-40 -50,-29 30,-29 64,-40"), gold, 1.6, alpha=0.8)
    else:
        pen.anchor("seat", -14, -38, 100)
        for i, y in enumerate((-44, -36)):
            coat(pen, box(-98 + i * 4, y, 170 - i * 2, 8, 3), what.tone(0.1 - 0.12 * i))
        for x in (-62, -6, 52):
            coat(pen, box(x - 5, -46, 12, 20, 2), what.tone(-0.2))
        pen.line(stroke("72,-42 92,-60 112,-74 128,-64"), (226, 210, 180), 3)
    pen.fill(tube(points("-104,0 44,0 92,-5 116,-28 108,-54 92,-50"), 7), metal, "metal")


@thing("dumbbell", "dumbbells", "barbell", "weights", "hand weight", cm=14, attach="hand", fit=40)
def draw_dumbbell(pen: Pen, look: Look) -> None:
    what = finish(look, (66, 70, 82), "glossy")
    pen.fill(box(-46, -41, 92, 12, 5), (186, 192, 200), "metal")
    for x in range(-30, 31, 5):
        pen.line(bars(f"{x},-40 {x + 3},-30"), (110, 116, 126), 1.1, alpha=0.8)
    for side in (-1, 1):
        for x, half, wide in ((50, 35, 20), (68, 28, 16), (82, 20, 12)):
            disc = box(side * x - wide / 2, -35 - half, wide, half * 2, 5)
            coat(pen, disc, what)
            pen.line(
                bars(f"{side * x - wide / 4},{-35 - half + 6} {side * x - wide / 4},{-35 + half - 8}"),
                lighten(what.rgb, 0.5),
                2.2,
                alpha=0.6,
            )
        pen.fill(box(side * 92 - 5, -40, 10, 10, 3), (186, 192, 200), "metal", line=0.7)
    pen.anchor("text", 50, -35, 18)
