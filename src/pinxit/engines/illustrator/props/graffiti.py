"""A wall that someone has sprayed on."""

from pinxit.engines.illustrator.colours import lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import bricks
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import box, capsule, ellipse


@thing("graffiti", "graffiti wall", "mural", "street art", "graffiti mural", "spray paint", cm=240, kind="building")
def draw(pen: Pen, look: Look) -> None:
    """Bricks with clouds of old paint; a can stands at its foot."""
    brick = look.part("wall", (168, 92, 74))
    rng = look.random("graffiti")
    wall = box(-150, -160, 300, 161)
    pen.fill(wall, lighten(brick, 0.3), "round")
    bricks(pen, wall, brick, (25, 10.5), rng, 0.9)
    with pen.on(wall):
        for x, y, wide, tone in (
            (-80, -60, 70, (60, 196, 206)),
            (70, -100, 76, (248, 190, 60)),
            (10, -40, 90, (196, 70, 170)),
        ):
            pen.decal(ellipse(x, y, wide, wide * 0.46, -8), tone, alpha=0.34, blur=12)
        for _ in range(26):
            left, top = rng.uniform(-140, 140), rng.uniform(-140, -20)
            pen.decal(
                ellipse(left, top, rng.uniform(0.8, 2.2)), rng.choice(((60, 196, 206), (248, 190, 60), (235, 90, 170)))
            )
    pen.fill(box(-155, -170, 310, 13, 2), lighten(brick, 0.35), "round")
    for x, tone in ((118, (60, 180, 220)), (134, (236, 86, 150))):
        pen.fill(box(x - 6, -26, 12, 28, 3), tone, "metal", line=0.8)
        pen.fill(organic(f"{x - 6} -25 {x} -32 {x + 6} -25", 0.3), mix(tone, (40, 40, 50), 0.4), "metal", line=0.6)
        pen.fill(capsule(x, -32, x, -34, 4), (240, 240, 240), "round", line=0.4)
    pen.anchor("text", 0, -86, 250)
