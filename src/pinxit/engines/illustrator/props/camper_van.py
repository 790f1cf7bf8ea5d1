"""A camper van with a raised roof, curtains and a load on its rack."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.van import CAMPER
from pinxit.engines.illustrator.rigs.car import draw_car
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic
from pinxit.engines.illustrator.rigs.vehicle import pane
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box


def _roof(pen: Pen, look: Look, paint: Rgb) -> None:
    """The tent of the pop-up roof, its lid, a surfboard on it."""
    cloth: Rgb = look.part("roof", (250, 214, 130))
    tent = pen.fill(facet("-112,-136 -122,-168 66,-184 84,-136", 3), cloth, "soft")
    with pen.on(tent):
        for x in (-96, -66, -36, -6, 24, 54):
            wires(pen, f"{x},-190 {x + 4},-134", darken(cloth, 0.2), 1.4, "flat", 0.25)
    pane(pen, facet("-78,-146 -80,-162 -46,-164 -46,-146", 3), look, (120, 140, 150))
    pane(pen, facet("-10,-146 -10,-168 28,-171 30,-146", 3), look, (120, 140, 150))
    pen.fill(organic("-134,-168 -128,-178 60,-194 82,-188 84,-180 66,-178 -126,-162", 0.3), (248, 246, 238), "round")
    board = organic("-126,-186 -60,-204 40,-212 92,-204 98,-200 40,-198 -60,-190", 0.4)
    pen.fill(board, lighten(paint, 0.2), "glossy")
    with pen.on(board):
        pen.line(bars("-126,-188 98,-202"), (255, 255, 255), 3)
    struts(pen, "-70,-184 -70,-206|44,-194 44,-214", (80, 70, 66), 2.6)


@thing("camper van", "campervan", "camper", "hippie van", "surf van", "motorhome", cm=260, kind="vehicle", faces=1)
def draw(pen: Pen, look: Look) -> None:
    """The bus of the beach: two colours with a swept line between them, curtains behind the glass."""
    paint = look.colour((230, 110, 74))
    white = look.colour((250, 244, 230), 1)
    _roof(pen, look, paint)
    whole = draw_car(pen, look, CAMPER, paint, white)
    with pen.on(whole):
        pen.line(bars("-150,-86 126,-86"), (255, 255, 255), 3.4)
        wires(pen, "-148,-40 -40,-42 60,-46 140,-52", lighten(paint, 0.5), 2.4, "flat", 0.25)
        for left, right in ((-127, -85), (-75, -35), (-25, 17)):
            for at, way in ((left, 1), (right, -1)):
                curtain = organic(
                    f"{at},-131 {at + way * 14},-131 {at + way * 5},-112 {at + way * 9},-93 {at},-93", 0.4
                )
                pen.fill(curtain, look.part("curtain", (246, 196, 108)), "soft", line=0.5)
                wires(
                    pen,
                    f"{at + way * 5},-130 {at + way * 3},-112 {at + way * 4},-94",
                    (196, 130, 60),
                    0.7,
                    "flat",
                    0.15,
                )
    pen.fill(box(-150, -30, 12, 8, 3), (210, 214, 220), "metal", line=0.7)
    pen.anchor("top", -30, -190, 150)
