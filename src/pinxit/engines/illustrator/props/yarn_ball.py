"""A ball of yarn: windings that cross each other, a loose end that runs away."""

import math

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import curve, ellipse, tube


@thing("ball of yarn", "yarn ball", "yarn", "ball of wool", "wool ball", "skein of yarn", cm=12, attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    wool = look.colour((206, 84, 96))
    end = [(20, -8), (60, 2), (92, -10), (118, 2), (146, -4)]
    pen.fill(tube(end, 5), darken(wool, 0.12), "soft", line=0.6)
    ball = pen.fill(ellipse(0, -50, 50), wool, "soft")
    with pen.on(ball):
        for turn in (-38, 24, 82):
            with pen.at(0, -50, turn=turn):
                for k in range(-4, 5):
                    bow = 12 * math.cos(k / 3)
                    line = curve((-56, k * 6.4 + bow * 0.4), (0, k * 6.4 - bow), (56, k * 6.4 + bow * 0.4))
                    if turn == -38 or abs(k) < 3:
                        pen.line(line, darken(wool, 0.3), 6.4, alpha=0.9)
                        pen.line(line, lighten(wool, 0.16 if turn == 82 else 0.06), 4.6)
    pen.anchor("top", 0, -98, 40)
