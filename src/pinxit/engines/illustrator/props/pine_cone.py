"""A pine cone: rows of overlapping woody scales on a twig with needles."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import mould, rod, score
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import smooth

BARK: Rgb = (118, 86, 62)


@thing("pine cone", "pinecone", "fir cone", "pine cones", "conifer cone", cm=9, kind="plant", attach="hand", fit=70)
def draw_cone(pen: Pen, look: Look) -> None:
    """It hangs from its twig; the scales open towards the foot."""
    rgb = look.colour((150, 100, 64))
    for side in (-1, 1):
        for k in range(6):
            wires(
                pen,
                f"0,-150 {side * (30 + k * 5)},{-176 + k * 8} {side * (62 + k * 2)},{-178 + k * 17}",
                (72, 128, 84),
                2.6,
            )
    rod(pen, "0,-170 0,-136", 8, BARK, "soft", 0.9)
    mould(pen, "0,-142 28,-120 46,-80 44,-36 22,-6 -22,-6 -44,-36 -46,-80 -28,-120", darken(rgb, 0.5), "soft")
    rows = 11
    for row in reversed(range(rows)):
        t = row / (rows - 1)
        y = -134 + t * 124
        half = 50 * math.sin(math.pi * (0.14 + 0.72 * t)) ** 0.8
        count = max(2, round(half / 10.5)) + (row % 2)
        for i in sorted(range(count), key=lambda n: -abs(n - (count - 1) / 2)):
            u = (i - (count - 1) / 2) / max(count - 1, 1) * 2
            size = 15 + 4 * math.sin(math.pi * t)
            with pen.at(u * half, y, turn=-u * 42):
                scale = smooth(
                    [(-size * 0.7, -size * 0.5), (0, -size * 0.9), (size * 0.7, -size * 0.5), (size * 0.86, size * 0.2),
                     (size * 0.3, size * 0.62), (0, size * 0.78), (-size * 0.3, size * 0.62), (-size * 0.86, size * 0.2)]
                )  # fmt: skip
                tone = mix(rgb, lighten(rgb, 0.16), (i + row) % 2)
                pen.fill(scale, tone, "soft", line=0.8)
                with pen.on(scale):
                    score(
                        pen,
                        f"{-size * 0.7},{size * 0.2} 0,{size * 0.62} {size * 0.7},{size * 0.2}",
                        (238, 206, 158),
                        3,
                        0.8,
                    )
                    score(pen, f"0,{-size * 0.6} 0,{size * 0.4}", darken(tone, 0.3), 1.2, 0.6)
