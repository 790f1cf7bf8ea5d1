"""Water: a car ferry and a hovercraft."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.boat import flaglet, hull, portholes, water
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic
from pinxit.engines.illustrator.rigs.vehicle import pane
from pinxit.engines.illustrator.rigs.wire import struts, wire, wires
from pinxit.engines.illustrator.shapes import box, ellipse


def _deck(pen: Pen, left: float, right: float, y: float, white: Rgb) -> None:
    """A white house with a rail on its roof."""
    pen.fill(box(left, y - 26, right - left, 28, 2), white, "round")
    pen.fill(box(left - 4, y - 30, right - left + 8, 5, 1), darken(white, 0.08), "round", line=0.7)
    posts = "|".join(f"{x},{y - 30} {x},{y - 41}" for x in range(int(left), int(right) + 1, 13))
    struts(
        pen,
        f"{left},{y - 41} {right},{y - 41}|{left},{y - 36} {right},{y - 36}|{posts}",
        (150, 158, 170),
        1,
        "flat",
        0.15,
    )


@thing("ferry", "ferry boat", "ferryboat", "car ferry", "river ferry", cm=2600, kind="vehicle", faces=1)
def draw_ferry(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """A car deck with openings and cars in it, two decks of windows, a bridge, a funnel, a raised bow ramp."""
    paint: Rgb = look.colour((34, 92, 150))
    white: Rgb = look.colour((248, 248, 244), 1)
    struts(pen, "64,-150 64,-192|54,-192 74,-192|58,-174 70,-174|-158,-128 -158,-98", (120, 126, 136), 3)
    flaglet(pen, -158, -128, (214, 60, 54), 18)
    pen.fill(facet("-92,-122 -88,-176 -48,-176 -40,-122", 3), look.part("funnel", (226, 70, 58)), "round")
    pen.fill(box(-90, -178, 44, 11, 2), (50, 52, 60), "round", line=0.7)
    pen.fill(box(-89, -156, 44, 9), white, "flat", line=0.4)
    _deck(pen, -140, 96, -98, white)
    pen.fill(facet("36,-124 40,-152 92,-152 104,-124", 3), white, "round")
    pane(pen, facet("44,-132 46,-146 90,-146 97,-132", 2), look)
    for i in range(11):
        pane(pen, box(-132 + i * 20.4, -118, 14, 11, 2), look, streaks=False)
    _deck(pen, -164, 128, -70, white)
    for i in range(14):
        pane(pen, box(-156 + i * 20.2, -90, 14, 11, 2), look, streaks=False)
    pen.fill(ellipse(-118, -102, 19, 6), (240, 130, 50), "round", line=0.7)
    pen.fill(ellipse(10, -102, 19, 6), (240, 130, 50), "round", line=0.7)
    body = facet("-186,-72 150,-72 196,-86 204,-84 178,-34 160,0 -172,0 -184,-34", 5)
    hull(pen, body, paint, white, boot=(186, 60, 50))
    with pen.on(body):
        for i, tone in enumerate(((226, 80, 64), (246, 200, 80), (240, 240, 240), (90, 170, 130), (226, 80, 64))):
            x = -150.0 + i * 56
            pen.fill(box(x, -60, 46, 24, 4), darken(paint, 0.62), "flat", line=0.6)
            with pen.on(box(x, -60, 46, 24, 4)):
                pen.fill(
                    organic(
                        f"{x + 3},-36 {x + 4},-45 {x + 12},-47 {x + 17},-54 {x + 30},-54 {x + 36},-47 {x + 43},-44 {x + 44},-36",
                        0.3,
                    ),
                    tone,
                    "round",
                    line=0.5,
                )
        wires(pen, "-190,-30 184,-30", lighten(paint, 0.5), 1.6, "flat", 0.2)
    portholes(pen, [140.0, 158.0], -54, 4.6, look)
    pen.fill(facet("168,-82 196,-96 204,-84 186,-50", 2), lighten(paint, 0.2), "round", line=0.7)
    pen.anchor("text", -20, -22, 170)
    pen.anchor("top", 0, -124, 70)
    water(pen, -172, 176)


@thing("hovercraft", "air-cushion vehicle", "air cushion vehicle", cm=800, kind="vehicle", faces=1)
def draw_hovercraft(pen: Pen, look: Look) -> None:
    """A puffed black skirt, a flat deck, a cabin with big panes, two shrouded propellers and a rudder, spray."""
    paint: Rgb = look.colour((240, 244, 248))
    stripe: Rgb = look.colour((222, 60, 54), 1)
    for x in (-118.0, -150.0):
        pen.fill(box(x - 7, -112, 14, 40, 2), darken(paint, 0.3), "round", line=0.8)
        wire(pen, ellipse(x, -136, 12, 40), stripe, 7, "round", 0.8)
        pen.fill(ellipse(x, -136, 9, 36), (206, 222, 234), "flat", line=0.5, alpha=0.7)
        pen.fill(
            organic(f"{x - 2},-136 {x - 4},-170 {x + 3},-168 {x + 2},-136 {x + 4},-104 {x - 3},-102", 0.4),
            (70, 74, 82),
            "flat",
            line=0.6,
        )
        pen.fill(ellipse(x, -136, 5), (200, 204, 210), "metal", line=0.6)
    pen.fill(facet("-178,-168 -162,-172 -160,-100 -178,-100", 3), stripe, "round", line=0.8)
    cabin = facet("-92,-60 -88,-104 -72,-112 62,-112 92,-98 120,-62", 6)
    pen.fill(cabin, paint, "round")
    pane(pen, facet("62,-104 82,-96 102,-70 62,-70", 3), look)
    for i in range(5):
        pane(pen, box(-80 + i * 27.5, -102, 22, 26, 4), look)
    pen.fill(box(-96, -68, 220, 6, 2), stripe, "flat", line=0.5)
    struts(pen, "-30,-112 -30,-140|-44,-132 -16,-132|20,-112 20,-124", (110, 116, 126), 2.4)
    deck = facet("-184,-64 150,-64 176,-52 172,-40 -186,-40", 4)
    pen.fill(deck, paint, "round")
    with pen.on(deck):
        pen.line(bars("-190,-48 190,-48"), stripe, 4)
    skirt = organic("-188,-44 174,-44 196,-32 198,-16 184,-2 60,2 -60,2 -186,-2 -202,-16 -200,-34", 0.3)
    pen.fill(skirt, (58, 62, 72), "glossy")
    with pen.on(skirt):
        for x in range(-186, 200, 24):
            wires(pen, f"{x},-46 {x - 5},-22 {x},4", (26, 28, 34), 1.6, "flat", 0.2)
            wires(pen, f"{x + 8},-34 {x + 5},-18", (140, 146, 158), 2, "flat", 0)
    for x, y, rx in ((-196, 0, 24), (-150, 4, 30), (-80, 5, 34), (0, 6, 36), (80, 5, 34), (150, 4, 30), (200, 0, 24)):
        pen.fill(ellipse(x, y, rx, 7), (226, 242, 250), "soft", line=0.4)
    pen.anchor("text", -20, -54, 120)
