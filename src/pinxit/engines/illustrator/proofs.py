"""Proofs: the unfinished states that a client may watch, and brushes for the composition and the flat colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np
import skia
from PIL import Image

from pinxit.engines.illustrator.brush import Brush, Manner
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.effects import Bytes, cloud
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
STAGES = ("composition", "flat colour", "half finished")
FINISHED = "finished"
_FAINT, _LITTLE = 6, 0.01  # 255ths and share of the pixels: a change that nobody would call a state of its own
_LOOKED_AT = 300_000  # pixels of two states that are compared


@dataclass(slots=True)
class Watch:
    """Stands between a painter and `show`: whoever watches never sees one picture twice under two names.

    A state that is like the one before it or like the finished picture is not shown. In its place stands, as soon as
    the picture is finished, one over which the finish has come in part. With `patient` every state waits for that: of
    a source picture, any may turn out to be all that was wanted.
    """

    show: Callable[[str, Bytes], None]
    patient: bool = False
    _shown: dict[str, Bytes] = field(default_factory=dict)
    _kept: dict[str, Bytes] = field(default_factory=dict)

    def __call__(self, stage: str, pixels: Bytes) -> None:
        if stage == FINISHED:
            self._make_up(pixels)
            self.show(stage, pixels)
        elif self.patient or stage == STAGES[-1]:  # only the finished picture tells whether this is another
            self._kept[stage] = pixels
        elif all(_differ(pixels, earlier) for earlier in self._shown.values()):
            self._pass(stage, pixels)

    def _pass(self, stage: str, pixels: Bytes) -> None:
        self._shown[stage] = pixels
        self.show(stage, pixels)

    def _make_up(self, final: Bytes) -> None:
        """Show what is still owed before the end."""
        blank = np.full_like(final, 0 if final.shape[2] == 4 else 255)
        for number, stage in enumerate(STAGES, 1):
            if stage in self._shown:
                continue
            earlier = list(self._shown.values())
            own = [self._kept[stage]] if stage in self._kept else []
            share = number / (len(STAGES) + 1)
            made = (_halfway(before, final, share) for before in (*reversed(earlier), blank))
            new = (pixels for pixels in chain(own, made) if all(_differ(pixels, other) for other in (*earlier, final)))
            if (pixels := next(new, None)) is not None:
                self._pass(stage, pixels)


def _differ(one: Bytes, other: Bytes) -> bool:
    if one.shape != other.shape:
        return True
    gap = max(1, round((one.shape[0] * one.shape[1] / _LOOKED_AT) ** 0.5))
    off = np.abs(one[::gap, ::gap].astype(np.int16) - other[::gap, ::gap]).max(-1) > _FAINT
    return float(off.mean()) > _LITTLE


def _halfway(first: Bytes, final: Bytes, share: float) -> Bytes:
    """A picture over which the finish has come from the upper left, as far as `share` (0 to 1) of what it changes."""
    height, width = final.shape[:2]
    before = _like(first, final)
    front = cloud(width, height, 5, 11) * np.float32(0.2)
    front += np.linspace(0, 1, height, dtype=np.float32)[:, None] + np.linspace(0, 0.5, width, dtype=np.float32)
    changed = (before != final).any(-1)
    if not changed.any():
        return final
    come = front <= np.quantile(front[changed], share)
    return np.asarray(np.where(come[..., None], final, before))


def _like(first: Bytes, final: Bytes) -> Bytes:
    """A state in the size and with the channels of the finished picture."""
    image = Image.fromarray(first).convert("RGBA" if final.shape[2] == 4 else "RGB")
    return np.asarray(image.resize((final.shape[1], final.shape[0])))
