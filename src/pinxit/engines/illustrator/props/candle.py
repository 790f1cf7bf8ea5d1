"""A candle, lit, with wax that ran; in a holder by name."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import flame
from pinxit.engines.illustrator.rigs.material import Finish, coat
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("candlestick", cm=24, kind="object")
@thing("candle", "candles", "wax candle", "lit candle", cm=18, kind="object")
def draw(pen: Pen, look: Look) -> None:
    wax = look.colour((248, 238, 214))
    if look.noun == "candlestick":
        foot = Turned("16 -30 6 -24 6 -16 20 -8 34 -3 36 0", 0.3)
        coat(pen, foot.outline(), Finish((222, 178, 84), "metal"))
        base = -28.0
    else:
        pen.fill(ellipse(0, -1, 44, 12), look.part("holder", (206, 162, 82)), "metal")
        base = -4.0
    shape = Turned(f"19 {base - 84} 19 {base - 50} 20 {base}", 0.3)
    coat(pen, shape.outline(), Finish(wax, "soft"))
    with pen.on(shape.outline()):
        pen.decal(shape.band(base - 92, base - 56), (255, 214, 130), alpha=0.5, blur=12)
    drip = organic(
        f"-19 {base - 84} -10 {base - 80} 0 {base - 78} 10 {base - 80} 19 {base - 84} 20 {base - 52} "
        f"14 {base - 48} 11 {base - 70} 2 {base - 68} -2 {base - 60} "
        f"-8 {base - 66} -11 {base - 34} -18 {base - 34}",
        0.3,
    )
    pen.fill(drip, lighten(wax, 0.35), "glossy", line=0.6)
    pen.fill(shape.cap(base - 84), lighten(wax, 0.3), "soft", line=0.6)
    pen.decal(ellipse(0, base - 84, 10, 3.4), (255, 226, 160))
    pen.line(stroke(f"0 {base - 84} 1 {base - 90} 0 {base - 95}"), (54, 40, 38), 2)
    flame(pen, 0, base - 90, 32)
