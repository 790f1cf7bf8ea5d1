"""A wall that someone has sprayed on."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.masonry import stones
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, capsule, ellipse, moved, scaled, star

_CLOUD = (
    "-128,-62 -138,-90 -112,-104 -100,-128 -66,-122 -44,-142 -12,-126 22,-142 46,-122 84,-130 100,-106 134,-96"
    " 126,-66 136,-44 104,-34 78,-18 44,-30 8,-16 -30,-28 -66,-16 -92,-34 -126,-38"
)
_STROKES = (
    "-104,-112 -70,-116 -66,-96 -86,-92 -86,-76 -64,-82 -58,-60 -76,-42 -108,-46 -110,-66 -96,-78 -110,-92",
    "-50,-110 -28,-116 -24,-84 -10,-112 14,-110 0,-76 10,-44 -14,-40 -22,-58 -30,-38 -54,-42 -44,-76",
    "22,-104 52,-116 76,-98 74,-76 54,-72 78,-42 52,-36 42,-58 40,-38 16,-40 20,-70",
    "84,-112 108,-106 106,-64 122,-72 116,-38 84,-38",
)


@thing("graffiti", "graffiti wall", "mural", "street art", "graffiti mural", "spray paint", cm=240, kind="building")
def draw(pen: Pen, look: Look) -> None:
    """Bricks, a sprayed cloud with a wild piece in it unless words are asked for, drips, and two cans at the foot."""
    brick = look.part("wall", (176, 100, 80))
    rng = look.random("graffiti")
    wall = box(-150, -160, 300, 161)
    pen.fill(wall, lighten(brick, 0.1), "flat")
    stones(pen, wall, brick, (26, 11), rng, 0.55)
    hue = look.colour((56, 184, 206))
    with pen.on(wall):
        cloud = organic(_CLOUD)
        pen.fill(cloud, hue, "flat", line=0.9)
        for x, y, wide, tone in ((-80, -40, 60, (120, 90, 200)), (84, -110, 60, (250, 206, 80))):
            pen.decal(ellipse(x, y, wide, wide * 0.4, -8), tone, alpha=0.25, blur=12)
        for x, low in ((-98, -14), (-64, 2), (-30, -10), (12, 0), (46, -12), (80, -2), (108, -20)):
            pen.fill(capsule(x, -34, x, low, 4, 5), hue, "flat", line=0)
        if look.text is None:
            _piece(pen, look.colour((240, 74, 142), 1))
    pen.fill(box(-155, -170, 310, 13, 2), lighten(brick, 0.35), "round")
    for x, tone in ((118, (60, 180, 220)), (136, (236, 86, 150))):
        pen.fill(box(x - 7, -28, 14, 30, 3), tone, "metal", line=0.8)
        pen.fill(organic(f"{x - 7} -27 {x} -34 {x + 7} -27", 0.3), mix(tone, (40, 40, 50), 0.5), "metal", line=0.6)
        pen.fill(capsule(x, -34, x, -37, 5), (240, 240, 240), "round", line=0.5)
    pen.anchor("text", 0, -80, 220)


def _piece(pen: Pen, pink: Rgb) -> None:
    """Four fat strokes beside one another with a cast shadow, a crown, a star, an arrow."""
    tones = (pink, (252, 200, 66), lighten(pink, 0.25), (250, 150, 60))
    shapes = [organic(text, 0.22) for text in _STROKES]
    for shape in shapes:
        pen.fill(moved(shape, 6, 6), (34, 24, 52), "flat")
    for shape, tone in zip(shapes, tones, strict=True):
        pen.fill(shape, tone, "flat", line=1.1)
        with pen.on(shape):
            pen.decal(box(-140, -64, 280, 40), darken(tone, 0.4), alpha=0.8)
            pen.fill(scaled(shape, 0.7, 0.4, shape.getBounds().centerX(), -100), lighten(tone, 0.6), "flat", line=0.2)
    pen.fill(facet("-96,-122 -100,-146 -86,-134 -76,-150 -68,-134 -54,-146 -58,-122"), (252, 214, 70), "flat")
    pen.fill(star(52, -142, 13, 5.6), (255, 255, 255), "flat")
    wires(pen, "-126,-26 -60,-14 20,-20 100,-12", (34, 24, 52), 4, "flat", 0)
    pen.fill(facet("98,-24 120,-10 96,-2"), (34, 24, 52), "flat")
