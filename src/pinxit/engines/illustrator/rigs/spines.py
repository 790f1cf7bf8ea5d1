"""The spiny back of a hedgehog or a porcupine: rows of quills over a dome."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.shapes import smooth


def draw_spines(pen: Pen, coat: Coat, dome: tuple[float, float, float, float]) -> None:
    """Quills around a dome (centre x, y, radii), the rows getting lighter; longer ones for "quills"."""
    x, y, rx, ry = dome
    long = 1.5 if coat.has("quills") else 1.22
    for share, tone in ((1.0, coat.dark), (0.82, lighten(coat.dark, 0.14)), (0.62, lighten(coat.dark, 0.28))):
        points = []
        for i in range(57):
            angle = math.radians(-126 + 4.5 * i)
            reach = share * (1.0 if i % 2 == 0 else long)
            lean = -0.1 if i % 2 else 0.0
            points.append((x + math.sin(angle + lean) * rx * reach, y - math.cos(angle + lean) * ry * reach))
        pen.fill(smooth(points, tension=0.14), tone, "soft", line=1.0 if share == 1.0 else 0.0)
