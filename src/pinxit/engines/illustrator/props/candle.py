"""A candle, lit, with wax that ran; in a holder by name."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
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
    pen.glow(ellipse(0, base - 106, 24), (255, 190, 90), alpha=0.3, blur=13)
    with pen.at(0, base - 88, 1.25):
        tongue = organic("0 -31 5 -20 9 -9 5 -1 0 0 -5 -1 -9 -9 -5 -19")
        pen.fill(tongue, (255, 160, 44), "flat", line=0.8)
        pen.glow(tongue, (255, 168, 48))  # over itself: a flame stays bright at night
        core = organic("0 -20 4 -12 5 -6 0 -1 -5 -6 -4 -12")
        pen.glow(core, (255, 232, 140))
        pen.line(core, (206, 92, 24), 0.8, alpha=0.7)
