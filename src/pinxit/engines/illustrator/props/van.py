"""Box-shaped vehicles: van, camper, food truck, ambulance, pickup, convertible."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import Area, awning
from pinxit.engines.illustrator.rigs.car import SEDAN, CarShape, draw_car
from pinxit.engines.illustrator.rigs.trace import bars, facet, stroke
from pinxit.engines.illustrator.rigs.vehicle import headlamp, pane, shell, siren, taillamp, wheel
from pinxit.engines.illustrator.shapes import box, ellipse

CAMPER = CarShape(
    body="-140,-20 -146,-40 -144,-78 -138,-84 118,-84 132,-76 138,-56 140,-36 136,-20",
    cabin="-140,-78 -136,-126 -122,-140 86,-140 104,-130 124,-78",
    panes=(
        "-128,-92 -126,-122 -118,-130 -84,-130 -84,-92",
        "-76,-92 -76,-130 -34,-130 -34,-92",
        "-26,-92 -26,-130 18,-130 18,-92",
        "28,-92 28,-130 82,-130 94,-122 106,-92",
    ),
    wheels=((-88, 26), (84, 26)),
    doors="22,-132 22,-28|-30,-132 -30,-28|22,-28 60,-28",
    handles=((28, -80), (-24, -80)),
    lamp="122,-62 134,-58 136,-42 124,-44",
    tail="-146,-66 -138,-66 -138,-48 -146,-48",
    rim=(240, 236, 226),
    top=(-20, -140, 180),
    text=(-36, -56, 110),
)
BOX = CarShape(
    body="-142,-18 -144,-60 -144,-84 70,-84 116,-78 136,-66 142,-40 140,-18",
    cabin="-144,-70 -144,-146 -136,-152 40,-152 58,-140 92,-78",
    panes=("34,-88 34,-130 52,-130 80,-88",),
    wheels=((-86, 27), (86, 27)),
    doors="24,-146 24,-28|24,-28 58,-28|-110,-148 -110,-50",
    crease="-140,-62 0,-64 130,-56",
    handles=((28, -78),),
    lamp="124,-68 138,-60 140,-46 128,-50",
    tail="-146,-70 -138,-70 -138,-50 -146,-50",
    top=(-50, -152, 160),
    text=(-50, -104, 130),
)
PICKUP = CarShape(
    body="-144,-22 -148,-40 -148,-78 -144,-82 20,-80 74,-78 122,-72 140,-58 142,-30 138,-22",
    cabin="-30,-74 -26,-114 -16,-122 26,-122 42,-116 76,-74",
    panes=("-20,-82 -18,-110 -10,-114 8,-114 8,-82", "14,-82 14,-114 26,-113 36,-108 56,-82"),
    wheels=((-92, 32), (90, 32)),
    doors="11,-116 11,-34|11,-34 50,-34|50,-34 62,-56 62,-78|-26,-80 -24,-34 11,-34|-32,-80 -32,-34",
    crease="-144,-62 0,-64 132,-58",
    handles=((-18, -74), (16, -74)),
    lamp="126,-68 140,-62 141,-48 128,-52",
    tail="-149,-76 -140,-76 -140,-56 -149,-56",
    roundness=8,
    spokes=6,
    top=(4, -122, 50),
    text=(-2, -52, 80),
)
OPEN = CarShape(
    SEDAN.body,
    "-40,-66 -36,-72 30,-72 40,-66",
    ("14,-75 40,-104 44,-103 34,-75",),
    doors="-44,-74 -40,-28 50,-28 60,-52 56,-74",
    crease=SEDAN.crease,
    handles=((-34, -66),),
    top=(-20, -76, 60),
)


@thing(
    "van",
    "minivan",
    "minibus",
    "delivery van",
    cm=195,
    kind="vehicle",
    faces=1,
)
def draw(pen: Pen, look: Look) -> None:
    """A rounded two-tone bus with many windows."""
    paint = look.colour((68, 158, 166))
    white = look.colour((248, 242, 228), 1)
    whole = draw_car(pen, look, CAMPER, paint, white)
    with pen.on(whole):
        pen.line(bars("-150,-86 126,-86"), (255, 255, 255), 3.4)
    pen.line(bars("-130,-146 60,-146"), (96, 92, 92), 2.4)
    for x in (-120, -40, 40):
        pen.line(bars(f"{x},-146 {x},-139"), (96, 92, 92), 2)
    pen.anchor("top", -36, -147, 170)


@thing("food truck", "ice cream truck", "food van", "taco truck", "coffee truck", cm=280, kind="vehicle", faces=1)
def draw_food_truck(pen: Pen, look: Look) -> None:
    """A box van with an open hatch, a counter and a striped awning."""
    paint = look.colour((240, 178, 78))
    draw_car(pen, look, BOX, paint)
    hatch = box(-102, -122, 112, 46, 2)
    pen.line(hatch, darken(paint, 0.5), 3)
    pane(pen, hatch, look, (120, 92, 76), streaks=False)
    with pen.on(hatch):
        for x, tone in (
            (-92, (196, 60, 50)),
            (-80, (240, 230, 210)),
            (-66, (90, 140, 80)),
            (-8, (224, 170, 70)),
            (-22, (240, 230, 210)),
        ):
            pen.decal(box(x, -100, 9, 24, 2), tone)
        pen.decal(box(-102, -122, 112, 10), (30, 20, 20), alpha=0.4)
    pen.anchor("inside", -46, -78, 60)
    pen.fill(box(-108, -78, 124, 6, 2), (236, 236, 232), "round", line=0.7)
    awning(pen, Area(-104, -138, 116, 22), ((214, 56, 52), (252, 246, 236)), 10)
    pen.anchor("text", -46, -58, 110)


@thing("ambulance", cm=260, kind="vehicle", faces=1)
def draw_ambulance(pen: Pen, look: Look) -> None:
    """White, with a red band, a star cross and a light bar."""
    white = look.colour((246, 247, 248))
    whole = draw_car(pen, look, BOX, white)
    red = look.colour((212, 40, 44), 1)
    with pen.on(whole):
        pen.decal(box(-150, -74, 300, 12), red)
        pen.decal(box(-150, -60, 300, 3), red)
    pane(pen, box(-132, -132, 26, 26, 3), look)
    pen.decal(
        facet(
            "-60,-136 -46,-136 -46,-122 -32,-122 -32,-108 -46,-108 -46,-94 -60,-94 -60,-108 -74,-108 -74,-122 -60,-122"
        ),
        red,
    )
    siren(pen, 10, -152, 50, look, ((40, 100, 230), (226, 40, 44)))
    siren(pen, -112, -152, 34, look, ((40, 100, 230), (226, 40, 44)))


@thing("pickup", "pickup truck", "pick-up truck", "pick-up", cm=185, kind="vehicle", faces=1)
def draw_pickup(pen: Pen, look: Look) -> None:
    """An open bed behind the cab."""
    paint = look.colour((168, 54, 48))
    pen.fill(facet("-146,-84 -34,-84 -34,-74 -146,-74"), darken(paint, 0.55), "flat", line=0.5)
    pen.anchor("back", -88, -80, 100)
    draw_car(pen, look, PICKUP, paint)
    pen.anchor("inside", -88, -80, 100)
    pen.fill(box(-148, -86, 116, 6, 2), lighten(paint, 0.12), "round", line=0.6)


@thing("convertible", "cabriolet", "roadster", "open-top car", cm=135, kind="vehicle", faces=1)
def draw_convertible(pen: Pen, look: Look) -> None:
    """A saloon without its roof: seats and steering wheel stand out of the cabin."""
    paint = look.colour((226, 88, 92))
    hide: Rgb = look.part("seat", (238, 222, 196))
    pen.line(ellipse(22, -80, 5, 10, 20), (50, 46, 50), 2.6)
    for x in (-78, -30):
        pen.fill(facet(f"{x},-70 {x - 8},-96 {x + 2},-102 {x + 12},-96 {x + 14},-70", 5), hide, "soft")
    pen.anchor("seat", -18, -76, 40)
    draw_car(pen, look, OPEN, paint)
    pen.fill(facet("-128,-70 -120,-80 -92,-82 -84,-72", 4), darken(hide, 0.4), "soft", line=0.8)


BUS_WHEELS = ((-96, 27), (86, 27))


def _coach(pen: Pen, look: Look, paint: Rgb, decks: int) -> None:
    top = -150 if decks == 1 else -226
    body = facet(f"-156,-18 -158,-60 -156,{top + 12} -146,{top} 138,{top} 152,{top + 14} 158,-70 156,-18", 8)
    pen.decal(box(-96, -22, 182, 12, 4), (24, 22, 28))
    shell(pen, body, paint, tuple((x, -r, r * 1.17) for x, r in BUS_WHEELS))
    for deck in range(decks):
        y = -134 if deck == 0 else -210
        for i in range(7 if deck else 6):
            frame = box(-146 + i * 41, y, 36, 44, 4)
            pen.line(frame, darken(paint, 0.5), 2.4)
            pane(pen, frame, look)
    pane(pen, facet("138,-138 150,-134 155,-78 138,-78", 3), look, streaks=False)
    door = box(102, -136, 32, 114, 3)
    pen.line(door, darken(paint, 0.55), 2)
    pane(pen, box(105, -133, 12, 108, 2), look)
    pane(pen, box(119, -133, 12, 108, 2), look)
    pen.anchor("inside", -30, -94, 150)
    headlamp(pen, box(149, -56, 9, 12, 3), look)
    taillamp(pen, box(-159, -60, 7, 16, 2), look)
    for x in (-162, 148):
        pen.fill(box(x, -28, 14, 9, 3), (66, 66, 72), "round", line=0.6)
    for x, r in BUS_WHEELS:
        wheel(pen, x, -r, r)
    pen.anchor("top", 0, top, 240)
    pen.anchor("text", -10, -64, 150)


@thing("bus", "school bus", "coach", "city bus", "tour bus", "shuttle bus", cm=310, kind="vehicle", faces=1)
def draw_bus(pen: Pen, look: Look) -> None:
    """One deck; the school bus has black bands."""
    school = "school" in look.noun
    paint = look.colour((248, 186, 36) if school else (56, 140, 176))
    _coach(pen, look, paint, 1)
    band = (36, 34, 38) if school else lighten(paint, 0.6)
    pen.line(bars("-154,-82 98,-82|-155,-46 -128,-46|-64,-46 54,-46"), band, 3)
    if school:
        pen.fill(box(-60, -156, 20, 7, 2), (226, 60, 48), "glossy", line=0.6)


@thing(
    "double-decker bus",
    "double decker",
    "double-decker",
    "double decker bus",
    "london bus",
    cm=440,
    kind="vehicle",
    faces=1,
)
def draw_double(pen: Pen, look: Look) -> None:
    """Two decks, in red."""
    paint = look.colour((198, 34, 40))
    _coach(pen, look, paint, 2)
    pen.line(bars("-155,-151 153,-151"), (250, 240, 220), 5)
    pen.line(stroke("-154,-80 0,-80 98,-80"), lighten(paint, 0.5), 2)
    pen.anchor("text", -10, -151, 160)
