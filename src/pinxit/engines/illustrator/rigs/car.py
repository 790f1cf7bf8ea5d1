"""A car from its outline: shell, panes, wheels, doors, lamps. 280 units long, standing on y = 0, "
"driving to the right."""

from __future__ import annotations

from dataclasses import dataclass, field

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, stroke
from pinxit.engines.illustrator.rigs.vehicle import STEEL, headlamp, pane, shell, taillamp, wheel
from pinxit.engines.illustrator.shapes import box, common, ellipse, moved, union


@dataclass(frozen=True, slots=True)
class CarShape:
    """A car's outlines, each as the text of its points; `wheels` are (x, radius)."""

    body: str
    cabin: str
    panes: tuple[str, ...]
    wheels: tuple[tuple[float, float], ...] = ((-86, 27), (88, 27))
    doors: str = ""
    crease: str = ""
    handles: tuple[tuple[float, float], ...] = ()
    lamp: str = "126,-56 141,-50 142,-42 128,-44"
    tail: str = "-141,-58 -130,-58 -130,-46 -142,-46"
    roundness: float = 12
    pane_roundness: float = 5
    rim: Rgb = STEEL
    spokes: int = 5
    top: tuple[float, float, float] = (-18, -108, 70)
    text: tuple[float, float, float] = (0, -46, 110)
    chrome: tuple[str, ...] = field(default=())


SEDAN = CarShape(
    body="-138,-16 -144,-34 -143,-62 -134,-72 -96,-75 20,-76 70,-73 116,-64 140,-52 145,-34 142,-16",
    cabin="-112,-70 -76,-104 -52,-111 -6,-112 26,-107 78,-70",
    panes=("-92,-74 -67,-100 -50,-104 -22,-105 -20,-75", "-13,-75 -14,-105 18,-102 38,-90 56,-75"),
    doors="-17,-106 -17,-76 -18,-28|-18,-28 52,-28|52,-28 62,-52 60,-74|-86,-74 -80,-60 -56,-42 -52,-28 -18,-28",
    crease="-138,-56 -60,-60 40,-59 124,-52",
    handles=((-42, -66), (28, -66)),
)
SPORTS = CarShape(
    body="-140,-16 -146,-32 -142,-56 -136,-64 -92,-66 -30,-66 36,-64 80,-66 122,-58 144,-42 152,-26 "
    "150,-13 100,-11 -100,-11",
    cabin="-118,-60 -70,-86 -36,-93 -4,-92 20,-84 62,-58",
    panes=("-84,-66 -58,-82 -36,-87 -22,-87 -24,-65", "-16,-65 -14,-87 4,-86 18,-79 42,-63"),
    wheels=((-88, 28), (88, 26)),
    doors="-20,-88 -20,-62 -26,-24|-26,-24 44,-20|44,-20 54,-44 50,-60",
    crease="-136,-50 -70,-42 10,-40 60,-34 116,-34",
    handles=((-8, -55),),
    lamp="122,-54 136,-48 144,-38 130,-42",
    tail="-145,-58 -126,-60 -124,-52 -144,-48",
    spokes=10,
    top=(-30, -90, 40),
    text=(0, -34, 80),
)
SUV = CarShape(
    body="-136,-22 -140,-50 -136,-84 60,-84 122,-78 138,-66 140,-40 138,-22",
    cabin="-134,-78 -122,-124 -112,-132 20,-132 36,-128 70,-80",
    panes=(
        "-124,-88 -114,-122 -76,-124 -76,-88",
        "-68,-88 -68,-124 -22,-124 -22,-88",
        "-14,-88 -14,-124 20,-124 30,-121 52,-88",
    ),
    wheels=((-84, 33), (88, 33)),
    doors="-18,-126 -18,-34|-18,-34 48,-34|48,-34 60,-58 60,-82|-72,-126 -72,-66|-50,-34 -18,-34",
    crease="-136,-68 40,-70 130,-66",
    handles=((-36, -76), (12, -76)),
    lamp="124,-74 138,-66 139,-54 126,-58",
    tail="-140,-84 -130,-84 -130,-60 -140,-58",
    roundness=9,
    spokes=6,
    top=(-44, -132, 130),
    text=(16, -54, 70),
)
VINTAGE = CarShape(
    body="-140,-24 -146,-42 -136,-62 -100,-78 -10,-80 24,-78 104,-76 118,-70 122,-30 116,-22",
    cabin="-112,-72 -98,-110 -70,-124 -10,-125 12,-118 26,-76",
    panes=("-94,-80 -84,-104 -66,-115 -44,-116 -44,-80", "-35,-80 -35,-116 -12,-117 4,-112 14,-80"),
    wheels=((-88, 31), (92, 31)),
    doors="-40,-118 -40,-32|-40,-32 22,-32|22,-32 22,-78|-88,-80 -70,-58 -62,-32 -40,-32",
    crease="-134,-66 -60,-73 100,-70",
    handles=((-52, -70), (-28, -70)),
    lamp="104,-84 120,-84 124,-72 120,-60 104,-62",
    tail="-142,-62 -134,-64 -133,-54 -142,-52",
    rim=(232, 226, 210),
    spokes=12,
    top=(-36, -125, 80),
    text=(-14, -50, 70),
    chrome=("30,-66 96,-66", "36,-60 90,-60", "42,-54 84,-54"),
)


def outline(shape: CarShape) -> skia.Path:
    """Body and cabin as one outline."""
    return union(facet(shape.body, shape.roundness), facet(shape.cabin, shape.roundness))


def draw_car(pen: Pen, look: Look, shape: CarShape, paint: Rgb, roof: Rgb | None = None) -> skia.Path:
    """The whole car; marks the anchors "inside", "top" and "text". Returns its outline for liveries painted on it."""
    whole = outline(shape)
    arches = tuple((x, -r, r * 1.17) for x, r in shape.wheels)
    left, right = shape.wheels[0][0], shape.wheels[-1][0]
    pen.decal(box(left, -22, right - left, 12, 4), (24, 22, 28))
    shell(pen, whole, paint, arches)
    if roof is not None:
        with pen.on(whole):
            pen.fill(facet(shape.cabin, shape.roundness), roof, "round", line=0)
    with pen.on(whole):
        _gleam(pen, shape, paint)
    for text in shape.panes:
        path = facet(text, shape.pane_roundness)
        pen.line(path, darken(paint, 0.5), 3)
        pane(pen, path, look)
    edge = facet(shape.panes[-1]).getBounds()
    pen.anchor("inside", edge.centerX() - 6, edge.bottom(), edge.width())
    _trim(pen, shape, paint)
    headlamp(pen, facet(shape.lamp, 4), look)
    taillamp(pen, facet(shape.tail, 3), look)
    pen.anchor("text", *shape.text)
    for x, radius in shape.wheels:
        wheel(pen, x, -radius, radius, look.part("wheel", shape.rim), shape.spokes)
    pen.anchor("top", *shape.top)
    return whole


def _gleam(pen: Pen, shape: CarShape, paint: Rgb) -> None:
    """The sky mirrored in the shoulders, and the darker sill."""
    body = facet(shape.body, shape.roundness)
    edge = body.getBounds()
    pen.decal(common(body, box(edge.left(), edge.top(), edge.width(), 9)), lighten(paint, 0.55), alpha=0.35, blur=2)
    pen.decal(box(edge.left(), edge.bottom() - 9, edge.width(), 9), darken(paint, 0.5), alpha=0.5)
    if shape.crease:
        pen.line(stroke(shape.crease), darken(paint, 0.35), 2.2, alpha=0.5)
        pen.line(moved(stroke(shape.crease), 0, 2), lighten(paint, 0.5), 1.6, alpha=0.6)


def _trim(pen: Pen, shape: CarShape, paint: Rgb) -> None:
    """Door gaps, handles, mirror, bumpers."""
    dark = darken(paint, 0.55)
    pen.line(bars(shape.doors), dark, 1.3, alpha=0.8)
    for x, y in shape.handles:
        pen.fill(box(x, y, 15, 3.6, 1.8), lighten(paint, 0.45), "round", line=0.4)
        pen.decal(box(x, y + 3.2, 15, 1.4, 0.7), dark, alpha=0.7)
    for text in shape.chrome:
        pen.line(bars(text), dark, 1.6, alpha=0.7)
    edge = facet(shape.panes[-1]).getBounds()
    mirror = ellipse(edge.right() - 6, edge.bottom() + 0.5, 7, 5)
    pen.fill(mirror, paint, "round", line=0.5)
    pen.decal(ellipse(edge.right() - 8, edge.bottom() - 1.4, 3, 1.6), lighten(paint, 0.6), alpha=0.7)
    body = facet(shape.body).getBounds()
    for x in (body.left() - 2, body.right() - 12):
        pen.fill(box(x, body.bottom() - 13, 14, 7, 3), (78, 80, 88), "round", line=0.5)
