"""A glacier that comes down between peaks and breaks off into a lake."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse


def _peak(pen: Pen, text: str, snow: str, shade: str) -> None:
    """A rock with a cap of snow and a dark flank."""
    rock: Rgb = (126, 130, 144)
    shape = facet(text, 2)
    pen.fill(shape, rock, "flat")
    with pen.on(shape):
        pen.fill(facet(shade), darken(rock, 0.42), "flat", line=0.4)
        pen.fill(facet(snow, 1), (246, 250, 254), "flat", line=0.7)


@thing("glacier", "glacier tongue", "ice sheet", "ice field", cm=9000, kind="sky")
def draw(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """The stream of ice with its crevasses, the blue wall at its end, floes in the water."""
    ice: Rgb = look.colour((206, 232, 246))
    deep: Rgb = darken(look.colour((92, 164, 210)), 0.06)
    _peak(pen, "-190,-40 -150,-104 -128,-138 -96,-186 -66,-140 -30,-96 0,-40",
          "-140,-122 -96,-186 -58,-128 -72,-138 -84,-118 -96,-142 -110,-112 -122,-132", "-96,-186 -66,-140 -30,-96 0,-40 -60,-40 -76,-100")  # fmt: skip
    _peak(pen, "0,-40 40,-110 74,-158 104,-206 130,-160 160,-112 200,-40",
          "68,-150 104,-206 142,-142 124,-156 114,-130 100,-160 86,-128 78,-150", "104,-206 130,-160 160,-112 200,-40 130,-40 116,-120")  # fmt: skip
    pen.fill(
        organic("-214,10 -200,-14 -100,-22 100,-22 206,-14 216,8 120,18 -120,20", 0.4), (74, 140, 176), "flat", line=0.6
    )
    stream = organic(
        "-8,-128 10,-132 30,-126 36,-108 24,-92 56,-70 118,-52 150,-44 150,-30 -150,-30 -152,-44 -110,-56 -46,-74 -26,-92 -22,-112",
        0.4,
    )
    pen.fill(stream, ice, "flat")
    with pen.on(stream):
        pen.fill(
            organic("-160,-40 -110,-52 -40,-72 -16,-96 -14,-128 -40,-120 -80,-70 -170,-50"),
            lighten(ice, 0.6),
            "flat",
            line=0.2,
        )
        bands = "2,-128 4,-100 -20,-76 -60,-50 -76,-30|16,-128 18,-100 8,-74 0,-50 -6,-30|26,-124 26,-100 40,-74 66,-50 80,-30"
        wires(pen, bands, darken(ice, 0.16), 2, "flat", 0.22)
        cracks = "-104,-46 -92,-50 -84,-44|-64,-58 -50,-62 -42,-56|-34,-44 -18,-48 -8,-42|18,-58 32,-62 42,-56|48,-42 62,-46 74,-40|88,-46 102,-50 110,-44|-14,-82 0,-86 12,-80|2,-106 12,-109 20,-105"
        wires(pen, cracks, deep, 3, "flat", 0.3)
    wall = facet(
        "-152,-44 -140,-40 -128,-46 -112,-38 -98,-44 -84,-36 -66,-42 -50,-34 -34,-41 -16,-34 2,-41 18,-34 36,-42 52,-35 70,-42 86,-36 102,-44 118,-38 134,-45 152,-42 150,0 128,6 -126,8 -150,2"
    )
    pen.fill(wall, deep, "flat")
    with pen.on(wall):
        for i, x in enumerate(range(-146, 150, 19)):
            tone = lighten(ice, 0.3) if i % 3 == 0 else ice if i % 3 == 1 else lighten(deep, 0.3)
            pen.fill(
                facet(f"{x},-50 {x + 15},-50 {x + 12 + i % 4},{-6 + i % 3 * 4} {x + 4},{2 - i % 4 * 6}"),
                tone,
                "flat",
                line=0.4,
            )
    for x, y, s in ((-166, 6, 0.8), (-96, 14, 1.0), (-10, 16, 0.8), (70, 14, 1.2), (164, 6, 0.9)):
        with pen.at(x, y, s):
            pen.fill(facet("-22,2 -14,-10 -2,-16 8,-8 20,-6 24,3 4,6"), (248, 252, 255), "flat", line=0.8)
            pen.fill(facet("-2,-16 8,-8 20,-6 24,3 4,5 6,-4"), ice, "flat", line=0.4)
            pen.decal(ellipse(2, 6, 26, 3), (214, 236, 246), alpha=0.7)
