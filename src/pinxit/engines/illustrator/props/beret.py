"""A beret, pulled to one side."""

from pinxit.engines.illustrator.colours import lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import score
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import ellipse, tube


@thing("beret", "french beret", cm=13, kind="clothes", attach="head", fit=100)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 36, 48), "soft", "cloth")
    band = organic("-50,-6 -44,10 0,18 46,8 52,-8 0,-4", 0.45)
    coat(pen, band, what.tone(-0.38))
    coat(pen, tube(points("-2,-58 1,-72 9,-78"), [8, 6, 5]), what.tone(-0.1), line=0.8)
    shape = organic("-56,-2 -80,-12 -92,-30 -82,-48 -50,-60 -8,-64 34,-58 60,-42 66,-20 58,-2 40,6 0,10 -34,6", 0.48)
    coat(pen, shape, what)
    with pen.on(shape):
        pen.decal(ellipse(-24, -46, 44, 11, -6), lighten(what.rgb, 0.4), alpha=0.4, blur=7)
        folds = "-4,-62 -40,-48 -74,-24|-2,-62 -26,-36 -40,2|0,-62 10,-34 8,8|2,-62 34,-42 50,-6"
        score(pen, folds, what.tone(-0.35).rgb, 2.4, 0.65)
        score(pen, "-54,-4 -62,-16 -56,-28|-30,4 -36,-6 -32,-16|26,6 28,-4 36,-10", what.tone(-0.4).rgb, 2.6, 0.7)
    score(pen, "-44,6 0,13 44,4", what.tone(0.15).rgb, 1.6, 0.8)
