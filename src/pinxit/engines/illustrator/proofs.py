"""Proofs: brushes for the unfinished states that a client may watch, the composition and the flat colours."""

from __future__ import annotations

from dataclasses import replace

import skia

from pinxit.engines.illustrator.brush import Brush, Manner
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.light import Light
from pinxit.engines.illustrator.pen import Fill, Line
from pinxit.engines.illustrator.tones import Plane

PAPER: Rgb = (250, 248, 243)
GRAPHITE: Rgb = (84, 84, 92)


class FlatBrush(Brush):
    """The scene in the colours of its medium, without light, line weight or texture."""

    def __init__(
        self, canvas: skia.Canvas, manner: Manner, light: Light, unit: float, plane: Plane = "subject"
    ) -> None:
        plain = replace(manner, shading="none", gradient=0.0, shade=0.0, shine=0.0, rim=0.0, outline=0.0, tone="colour")
        super().__init__(canvas, plain, light, unit, plane)


class SketchBrush(Brush):
    """Only the outlines, on paper: where everything is going to stand."""

    def __init__(
        self, canvas: skia.Canvas, manner: Manner, light: Light, unit: float, plane: Plane = "subject"
    ) -> None:
        plain = replace(manner, shading="none", crisp=False, tone="colour")
        super().__init__(canvas, plain, light, unit, plane)

    def fill(self, item: Fill) -> None:
        if item.decal or item.blur or item.form == "glow":
            return
        self.canvas.drawPath(item.path, skia.Paint(AntiAlias=True, Color=skia.Color(*PAPER)))
        faint = self.plane == "back"
        self.stroke(item.path, GRAPHITE, self.unit * (0.001 if faint else 0.0022), 0.45 if faint else 0.9)

    def line(self, item: Line) -> None:
        if item.blur or item.glow:
            return
        self.stroke(item.path, GRAPHITE, self.unit * 0.0012, 0.4)


TOOLS: dict[str, type[Brush]] = {"composition": SketchBrush, "flat colour": FlatBrush}
