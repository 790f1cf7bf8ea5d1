"""A cape that hangs open: collar, clasp and cord, two falls and the lining between them."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import disc, mould, score
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires


@thing("cape", "cloak", "superhero cape", "red cape", cm=110, kind="clothes", attach="body", fit=100)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (196, 36, 50), "soft", "cloth")
    gold = look.part("clasp", (236, 190, 76))
    lining = look.part("lining", look.colour(darken(what.rgb, 0.36), 1))
    inner = mould(pen, "-34,-44 34,-44 58,30 66,116 44,124 22,114 0,124 -22,114 -44,124 -66,116 -58,30", lining, "soft")
    with pen.on(inner):
        for x in (-44, -24, -8, 10, 27, 46):
            score(pen, f"{x * 0.5},-40 {x * 0.8},30 {x},124", darken(lining, 0.4), 4, 0.7)
            score(pen, f"{x * 0.5 + 5},-30 {x * 0.8 + 7},30 {x + 8},124", lighten(lining, 0.2), 2.4, 0.6)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            fall = organic("18,-50 44,-48 66,-26 80,20 96,84 104,128 90,136 78,126 66,138 54,128 44,136 40,90 34,40 20,-10 8,-34", 0.42)  # fmt: skip
            coat(pen, fall, what)
            with pen.on(fall):
                score(pen, "36,-36 56,30 66,140|50,-34 74,40 92,140", what.tone(-0.35).rgb, 4, 0.75)
                score(pen, "28,-30 46,30 54,132|44,-34 66,40 79,132", what.tone(0.28).rgb, 3, 0.75)
                score(pen, "42,131 55,122 66,132 78,120 91,130 106,122", gold, 4)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            coat(pen, organic("2,-38 10,-62 28,-84 44,-78 50,-56 40,-38 18,-28", 0.45), what.tone(0.08))
            score(pen, "12,-54 28,-74 40,-68 42,-54", what.tone(-0.35).rgb, 2.4, 0.8)
    wires(pen, "-20,-32 0,-24 20,-32", gold, 4.4, "metal", 0.6)
    for x in (-22, 22):
        disc(pen, f"{x} -34 8", gold, "metal", 0.8)
        disc(pen, f"{x} -34 3.4", darken(gold, 0.3), "metal", 0.4)
