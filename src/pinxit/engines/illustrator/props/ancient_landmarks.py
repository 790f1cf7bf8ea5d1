"""Works of the ancient world: Stonehenge, a Greek temple, columns."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import foot
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, score
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import ellipse

SAND: Rgb = (226, 200, 152)
GRASS: Rgb = (112, 156, 76)


@thing("stonehenge", "standing stones", "megalith", "dolmen", "stone circle", cm=700, kind="building")
def draw_stonehenge(pen: Pen, look: Look) -> None:
    rgb = look.colour((158, 156, 152))
    mould(pen, "-150,-6 -90,-16 0,-18 90,-16 150,-6 90,4 -90,4", GRASS, "soft", 0.7)

    def stone(text: str, tone: float) -> None:
        body = pen.fill(facet(text, 5), darken(rgb, -tone) if tone < 0 else lighten(rgb, tone), "round")
        edge = body.getBounds()
        with pen.on(body):
            rng = look.random(text)
            for _ in range(10):
                x, y = rng.uniform(edge.left(), edge.right()), rng.uniform(edge.top(), edge.bottom())
                pen.decal(
                    ellipse(x, y, rng.uniform(2, 7), rng.uniform(1, 3), rng.uniform(0, 180)),
                    darken(rgb, 0.25) if rng.random() < 0.6 else (150, 160, 110),
                    alpha=0.5,
                )

    for x in (-76, -28, 20, 68):
        stone(f"{x - 10},-16 {x - 9},-74 {x + 8},-76 {x + 11},-16", -0.22)
    stone("-90,-74 -88,-86 30,-88 34,-76", -0.16)
    stone("12,-76 14,-88 84,-88 84,-76", -0.2)
    stone("-126,-4 -122,-104 -94,-108 -90,-4", 0.05)
    stone("-58,-2 -60,-106 -34,-104 -28,-2", 0.0)
    stone("-132,-104 -128,-126 -26,-124 -24,-103", 0.1)
    stone("30,-2 34,-110 60,-108 66,-2", 0.04)
    stone("94,-4 96,-106 122,-104 126,-4", -0.04)
    stone("26,-108 28,-130 130,-126 130,-104", 0.1)
    stone("-14,0 -10,-22 14,-26 22,0", -0.06)
    foot(pen, -140, 140, GRASS, look.random("grass"))


@thing(
    "greek temple",
    "brandenburg gate",
    "parthenon",
    "acropolis",
    "roman temple",
    "ancient temple",
    cm=3000,
    kind="building",
)
def draw_classical(pen: Pen, look: Look) -> None:
    rgb = look.colour((232, 216, 184))
    for i, half in enumerate((128, 120, 112)):
        bar(pen, f"{-half} {-8 - i * 8} {half * 2} 9 1", darken(rgb, 0.12 - i * 0.05), "round", 0.8)
    bar(pen, "-96 -116 192 92 0", darken(rgb, 0.5), "flat", 0)
    for i in range(8):
        x = -94 + i * 26.9
        column = cut(pen, f"{x - 8.6},-24 {x - 7},-112 {x + 7},-112 {x + 8.6},-24", rgb, "round", 0)
        with pen.on(column):
            score(
                pen,
                f"{x - 3.6},-112 {x - 4},-24|{x},-112 {x},-24|{x + 3.6},-112 {x + 4},-24",
                darken(rgb, 0.25),
                1.2,
                0.7,
            )
        bar(pen, f"{x - 11} -118 22 7 1", lighten(rgb, 0.2), "round", 0.7)
        bar(pen, f"{x - 11} -28 22 5 1", lighten(rgb, 0.2), "round", 0.6)
    bar(pen, "-114 -136 228 19 1", rgb, "round")
    for i in range(15):
        bar(pen, f"{-108 + i * 14.8} -133 8 13 0", darken(rgb, 0.22), "flat", 0)
    cut(pen, "-120,-136 120,-136 0,-182", rgb, "round", 1)
    cut(pen, "-92,-141 92,-141 0,-174", darken(rgb, 0.25), "flat", 0, 0.5)
    for x, r in ((-40, 6), (-20, 8), (0, 11), (20, 8), (40, 6)):
        disc(pen, f"{x} {-142 - r * 0.6} {r * 0.6} {r}", lighten(rgb, 0.1), "round", 0.5)


@thing(
    "obelisk",
    "column",
    "pillar",
    "stone column",
    "marble column",
    "columns",
    "monument column",
    cm=600,
    kind="building",
)
def draw_column(pen: Pen, look: Look) -> None:
    if look.noun == "obelisk":
        rgb = look.colour((206, 186, 152))
        shaft = cut(pen, "-28,-18 -17,-210 0,-236 17,-210 28,-18", rgb, "round", 1)
        with pen.on(shaft):
            pen.decal(facet("0,-240 40,-200 40,0 4,0"), darken(rgb, 0.3), alpha=0.45)
            for i in range(11):
                y = -194 + i * 16
                score(
                    pen,
                    f"-10,{y} -4,{y + 5} -10,{y + 9}" if i % 3 else f"-9,{y + 2} -3,{y + 2} -3,{y + 8}",
                    darken(rgb, 0.45),
                    1.8,
                    0.8,
                )
        cut(pen, "-40,-20 40,-20 44,0 -44,0", darken(rgb, 0.1), "round", 1)
        return
    rgb = look.colour((238, 234, 224))
    shaft = cut(pen, "-27,-26 -22,-176 22,-176 27,-26", rgb, "round", 0)
    with pen.on(shaft):
        for x in (-18, -10, -2, 6, 14):
            pen.decal(facet(f"{x * 0.85},-178 {x * 0.85 + 4},-178 {x + 5},-20 {x},-20"), darken(rgb, 0.24), alpha=0.7)
    for y, half in ((-30, 32), (-20, 37)):
        bar(pen, f"{-half} {y} {half * 2} 11 5", lighten(rgb, 0.2), "round", 0.9)
    bar(pen, "-44 -10 88 10 1", rgb, "round")
    bar(pen, "-26 -184 52 9 4", lighten(rgb, 0.2), "round", 0.9)
    mould(pen, "-38,-204 38,-204 34,-188 0,-182 -34,-188", rgb, "round")
    for side in (-1, 1):
        disc(pen, f"{side * 37} -194 13", rgb, "round")
        pen.line(ellipse(side * 37, -194, 7), darken(rgb, 0.35), 2)
        disc(pen, f"{side * 37} -194 3", darken(rgb, 0.3), "flat", 0)
    bar(pen, "-48 -216 96 13 1", lighten(rgb, 0.15), "round")
