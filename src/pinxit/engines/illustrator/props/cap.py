"""A cap with a peak."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    scaled,
)


@thing("cap", "baseball cap", "ball cap", "trucker hat", cm=12, kind="clothes", attach="head", fit=100)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (196, 52, 52), "soft", "cloth")
    crown = organic("-54 8 -54 -24 -40 -52 0 -64 40 -52 54 -24 54 8 0 14", 0.45)
    coat(pen, crown, what)
    with pen.on(crown):
        for x in (-30, 0, 30):
            pen.line(stroke(f"0 -64 {x * 0.9} -40 {x * 1.1} 12"), darken(what.rgb, 0.28), 1.3, alpha=0.7)
        front = organic("-30 14 -28 -26 0 -62 28 -26 30 14")
        if len(look.colours) > 1:
            pen.decal(front, look.colours[1])
    pen.fill(ellipse(0, -64, 5.5, 3.6), darken(what.rgb, 0.15), "soft", line=0.6)
    peak = organic("-50 6 0 -2 50 6 60 22 34 32 0 35 -34 32 -60 22", 0.5)
    coat(pen, peak, Finish(look.colour(darken(what.rgb, 0.12), 1), "soft"))
    for k in (0.94, 0.86):
        pen.line(scaled(stroke("-58 20 -34 30 0 33 34 30 58 20"), k, k, 0, 10), lighten(what.rgb, 0.35), 0.9, alpha=0.6)
    pen.anchor("text", 0, -22, 52)
