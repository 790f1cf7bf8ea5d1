"""Saturn: a banded globe in a wide, grooved ring."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.wire import wire
from pinxit.engines.illustrator.shapes import arc, box, ellipse, minus

_RINGS = ((122.0, 110.0, -0.24), (108.0, 92.0, 0.1), (90.0, 80.0, -0.1), (78.0, 68.0, 0.34))


def _rings(pen: Pen, ring: Rgb, *, front: bool) -> None:
    """Four flat hoops with a dark gap between them; the half behind the globe or the half before it."""
    half = box(-140, 0 if front else -60, 280, 60)
    with pen.on(half):
        for outer, inner, light in _RINGS:
            hoop = minus(ellipse(0, 0, outer, outer * 0.27), ellipse(0, 0, inner, inner * 0.27))
            pen.fill(hoop, lighten(ring, light) if light > 0 else darken(ring, -light), "flat", line=0.6)
        for radius in (116.0, 103.0, 97.0, 85.0):
            wire(pen, ellipse(0, 0, radius, radius * 0.27), darken(ring, 0.24), 0.8, "flat", 0.14)


@thing("saturn", "ringed planet", "planet saturn", cm=120, kind="sky", flies=True)
def draw(pen: Pen, look: Look) -> None:
    """Bands along the equator, the ring's shadow on the globe and the globe's on the ring, three moons."""
    ball: Rgb = look.colour((226, 178, 112))
    ring: Rgb = look.part("ring", look.colour((216, 188, 150), 1))
    pen.glow(ellipse(0, -76, 76), ball, alpha=0.25, blur=20)
    with pen.at(0, -76, turn=-20):
        _rings(pen, ring, front=False)
        body = ellipse(0, 0, 56, 53)
        pen.fill(body, ball, "round")
        with pen.on(body):
            for i, (y, tall) in enumerate(((-44.0, 7.0), (-31, 8), (-16, 12), (2, 6), (14, 9), (28, 8), (42, 9))):
                tone = mix(ball, (132, 70, 34), 0.66 if i % 2 == 0 else 0.3)
                bow = 12 - abs(y) * 0.1
                band = minus(ellipse(0, y + 1, 74, bow + tall), ellipse(0, y + 1 - tall, 76, bow + tall))
                with pen.on(box(-70, y, 140, 60)):
                    pen.fill(band, tone, "flat", line=0.3)
            wire(pen, arc(0, -6, 80, 24, 10, 160), darken(ball, 0.55), 5, "flat", 0)
            pen.decal(minus(ellipse(0, 0, 62), ellipse(-16, -16, 60)), (40, 20, 50), alpha=0.5, blur=6)
            pen.decal(ellipse(-22, -26, 12, 8, -30), (255, 255, 255), alpha=0.4, blur=5)
        _rings(pen, ring, front=True)
    for x, y, r in ((-118, -132, 6), (112, -20, 8), (84, -150, 4)):
        pen.fill(ellipse(x, y, r), (214, 210, 204), "round", line=0.6)
        pen.decal(ellipse(x + r * 0.2, y + r * 0.2, r * 0.26), (150, 146, 144), alpha=0.8)
