"""Charcoal: broad rubbed tones, deep blacks, lights lifted out with the eraser, few lines, a rough paper."""

from __future__ import annotations

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.colours import Rgb, oklab
from pinxit.engines.illustrator.drafting import Draughtsman
from pinxit.engines.illustrator.effects import Bytes, Floats, cloud, grain, warp
from pinxit.engines.illustrator.hatching import CHARCOAL, frayed
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Fill, Gradient

PAPER = np.array((238, 232, 220), np.float32) / 255
COAL = np.array((24, 22, 22), np.float32) / 255
STRIP = 512


class CharcoalBrush(Draughtsman):
    """The side of the stick for tones, a finger to rub them, the tip for a few accents."""

    ink: Rgb = (0, 0, 0)
    grip = CHARCOAL
    usual = -58.0
    fade = 0.8

    def density(self, rgb: Rgb) -> float:
        light, a, b = oklab(rgb)
        share = min(1.0, max(0.0, (0.93 - light) * 1.32))
        share = share * share * (3 - 2 * share) * 0.75 + share * 0.25
        return share * 0.7 if light > 0.5 and 0.012 < a < 0.058 and 0.025 < b < 0.115 else share

    def lay(self, item: Fill, bounds: skia.Rect) -> None:
        turn, paint = self.slanted(item), item.paint
        if isinstance(paint, Gradient):
            share = self.fade if self.plane == "back" else 1.0
            self._rub(item, self.ramp(paint, item.alpha * share * 0.8))
            if not item.blur:
                self.hatch(item.path, self.ramp(paint, item.alpha * share * 0.7), [turn], self.grip)
            if self.vast(bounds):
                self._dust(item)
            return
        tone = self.density(paint) * item.alpha * (self.fade if self.plane == "back" else 1.0)
        if item.form == "flat" or min(bounds.width(), bounds.height()) < self.unit * 0.03:
            self.canvas.drawPath(item.path, self._soft(self._plain(self.ink, tone * 0.85), item))
        else:
            lit, dim = tone * tone * 0.5, min(1.0, tone * 1.25 + 0.12)
            self._rub(item, self.formed(self.ink, (lit, tone * 0.72, dim), bounds))
        if not item.blur and tone > 0.06 and min(bounds.width(), bounds.height()) > self.unit * 0.02:
            self.hatch(item.path, (self.ink, min(1.0, tone * 0.62)), [turn], self.grip)
        if self.vast(bounds):
            self._dust(item)

    def _dust(self, item: Fill) -> None:
        """A bare ground is toned with the side of the stick, so that the lights stand out of it."""
        if self.plane == "back":
            self._rub(item, self.formed(self.ink, (0.02, 0.09, 0.24), self.frame))
            self.hatch(item.path, self.formed(self.ink, (0.02, 0.15, 0.36), self.frame), [self.usual], self.grip)

    def _rub(self, item: Fill, tones: skia.Shader) -> None:
        self.canvas.drawPath(item.path, self._soft(skia.Paint(AntiAlias=True, Shader=tones), item))

    def model(self, item: Fill, reach: float) -> None:
        if reach < self.unit * 0.018:
            return
        depth = min(reach * 0.34, self.unit * 0.1)
        tone = (0.42 + 0.42 * self.light.contrast) * item.alpha * (0.6 if self.plane == "back" else 1.0)
        self.shade_off(item, depth, self._plain(self.ink, tone * 0.75), depth * 0.5)
        self.shade_off(item, depth * 0.32, self._plain(self.ink, tone * 0.8), depth * 0.16)
        if self.plane == "subject" and reach > self.unit * 0.04 and item.form != "soft":
            edge = depth * 0.2  # lifted out along the lit edge
            lift = self._plain(self.ground, 0.5 * item.alpha)
            self.shade_off(item, -edge, lift, edge * 0.7)

    def contour(self, item: Fill, reach: float) -> None:
        """Accents: a broken heavy line where the light does not come from."""
        bounds = item.path.getBounds()
        size = max(bounds.width(), bounds.height())
        if self.vast(bounds) or size < self.unit * 0.012:
            return
        back = self.plane != "subject"
        base = self.unit * 0.0026 * min(1.0, 0.4 + item.line * 0.6) * min(1.0, 0.4 + size / (self.unit * 0.2))
        salt = int(bounds.left() * 7 + bounds.top() * 3) % 997
        for wide, alpha, share in ((1.0, 0.34, 1.0), (2.6, 0.5, 0.3)):
            paint = self.stroke_paint(self.ink, base * wide, item.alpha * alpha * (0.4 if back else 1.0))
            if not back:
                paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(base * 0.4 * wide, 0.2)))
            effect = skia.DiscretePathEffect.Make(self.unit * 0.02, min(self.unit * 0.0016, size * 0.01), salt)
            if share < 1:
                if back or reach < self.unit * 0.03:
                    break
                period = min(size * 1.1, self.unit * 0.35)
                cut = skia.DashPathEffect.Make([period * share, period * (1 - share)], salt % 13 / 13 * period)
                effect = skia.PathEffect.MakeCompose(effect, cut)
            paint.setPathEffect(effect)
            self.canvas.drawPath(item.path if share == 1.0 else self.shifted(item, base * 0.8), paint)


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Rub the edges, let the paper's grain bite into the tones, leave a ragged border of bare paper."""
    height, width = pixels.shape[:2]
    rubbed = warp(np.ascontiguousarray(pixels[..., :1]), finish.unit * 0.0035, 46, finish.seed % 91)
    smear = cloud(width, height, 5, finish.seed % 57) * np.float32(0.65) + cloud(
        width, height, 17, finish.seed % 53
    ) * np.float32(0.35)
    inside = frayed(width, height, finish.unit, finish.seed, CHARCOAL)
    result = np.empty_like(pixels)
    coarse = max(1, round(finish.unit / 1100))
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        coal = 1 - rubbed[rows, :, 0].astype(np.float32) * np.float32(1 / 255)
        coal += (smear[rows] - 0.5) * np.float32(0.9) * coal * (1 - coal)
        bite = _bite(width, rows, coarse)
        # The rough paper shows through middle tones as white specks and keeps crumbs of coal in light ones.
        coal += bite * np.float32(0.25) * coal * (1.25 - coal)
        coal = np.clip((coal - 0.04) * np.float32(1.16), 0, 1)
        coal *= coal * np.float32(0.15) + np.float32(0.85)
        coal *= inside[rows]
        relief = bite * np.float32(0.012)
        for channel in range(3):
            level = PAPER[channel] + (COAL[channel] - PAPER[channel]) * coal + relief
            result[rows, :, channel] = np.clip(level * 255, 0, 255)
    return result


def _bite(width: int, rows: slice, coarse: int) -> Floats:
    """The relief of a rough paper, around 0, about two pixels coarse at 1000 pixels."""
    first, last = rows.start // coarse, -(-rows.stop // coarse)
    noise = grain(width // coarse + 2, last + 1, 23)[first : last + 1]
    soft = noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1) * np.float32(0.7) + np.roll(noise, (1, 2), (0, 1))
    if coarse > 1:
        soft = soft.repeat(coarse, 0).repeat(coarse, 1)
    skip = rows.start - first * coarse
    return np.asarray(soft[skip : skip + rows.stop - rows.start, :width] * np.float32(0.62), np.float32)


MEDIUM = Medium(
    "charcoal",
    Manner(tone="charcoal", outline=2.0, shade=0.8, shine=0.0, rim=0.0),
    develop,
    scenic=False,
    light="window",
    shadows=1.0,
    brush=CharcoalBrush,
)
