"""Pencil: loose overlapping contours, hatching that follows the form, the tooth of the paper, edges left open.

Asked for coloured pencils, the same hand takes a set of crayons.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.colours import Rgb, darken, mix, oklab, saturate
from pinxit.engines.illustrator.drafting import Draughtsman, Tone
from pinxit.engines.illustrator.effects import Bytes, Floats, cloud, grain
from pinxit.engines.illustrator.hatching import CRAYON, PENCIL, PENCIL_DENSE, frayed, inked, strokes
from pinxit.engines.illustrator.media import Finish, Medium
from pinxit.engines.illustrator.pen import Fill, Gradient, Item
from pinxit.scene.model import Scene

GRAPHITE: Rgb = (44, 44, 50)
PAPER = np.array((250, 247, 240), np.float32)
COLOURED = re.compile(r"\bcolou?red[ -]pencils?|\bcrayons?\b|\bpencil crayons?", re.IGNORECASE)
STRIP = 512


class PencilBrush(Draughtsman):
    """One pencil, or with `manner.tone` "crayon" a set of coloured ones."""

    ground: Rgb = (255, 255, 255)
    ink: Rgb = GRAPHITE
    grip = PENCIL
    fade = 0.62

    @property
    def coloured(self) -> bool:
        return self.manner.tone == "crayon"

    def density(self, rgb: Rgb) -> float:
        light, a, b = oklab(rgb)
        if self.coloured:
            return min(1.0, max(0.0, (0.985 - light) * 1.1 + math.hypot(a, b) * 2.6))
        share = math.pow(min(1.0, max(0.0, (0.95 - light) * 1.12)), 1.12)
        # The hues of skin stay open, or the features drown.
        return share * 0.62 if light > 0.5 and 0.012 < a < 0.058 and 0.025 < b < 0.115 else share

    def pigment(self, rgb: Rgb) -> Rgb:
        if not self.coloured:
            return self.ink
        return darken(saturate(rgb, 1.2), 0.06)

    def draw(self, items: list[Item]) -> None:
        """A figure on its construction lines."""
        super().draw(items)
        if self.plane == "subject" and len(items) > 6:
            self._construct(items)

    def lay(self, item: Fill, bounds: skia.Rect) -> None:
        turn = self.slanted(item)
        paint = item.paint
        if isinstance(paint, Gradient):
            peak = max((self.strength(item, rgb) for _, rgb in paint.stops), default=0.0)
            share = peak / max(max((self.density(rgb) for _, rgb in paint.stops), default=1.0), 1e-6)
            if peak > 0.03:
                self._rub(item, self.ramp(paint, item.alpha * share * 0.42))
                self._passes(item, self.ramp(paint, item.alpha * share), peak, turn)
            return
        tone = self.strength(item, paint) * item.alpha
        if tone < 0.035:
            return
        rgb, rubbed = self.pigment(paint), 0.5 if self.coloured else 0.4
        if item.form == "flat" or self.vast(bounds):
            self._rub(item, (rgb, tone * rubbed))
            self._passes(item, (rgb, tone), tone, turn)
            return
        lit, middle, dim = tone * 0.5, tone * 0.95, tone * 1.3 + 0.06
        self._rub(item, self.formed(rgb, (lit * rubbed, middle * rubbed, dim * rubbed), bounds))
        if min(bounds.width(), bounds.height()) < self.unit * 0.045:
            self._passes(item, (rgb, min(1.0, tone)), tone, turn)
        else:
            self._passes(item, self.formed(rgb, (lit, middle, dim), bounds), tone, turn)

    def _rub(self, item: Fill, tones: skia.Shader | Tone) -> None:
        """A breath of rubbed graphite under the strokes."""
        paint = self._plain(*tones) if isinstance(tones, tuple) else skia.Paint(AntiAlias=True, Shader=tones)
        self.canvas.drawPath(item.path, self._soft(paint, item))

    def _passes(self, item: Fill, tones: skia.Shader | Tone, peak: float, turn: float) -> None:
        """Strokes, and where it is dark strokes across them."""
        if item.blur:
            return
        turns = [turn]
        if peak > 0.4:
            turns.append(turn + 27)
        if peak > 0.8 and self.plane == "subject":
            turns.append(turn - 33)
        grip = CRAYON if self.coloured else PENCIL_DENSE if peak > 0.62 else PENCIL
        self.hatch(item.path, tones, turns, grip)

    def model(self, item: Fill, reach: float) -> None:
        if reach < self.unit * 0.022 or not isinstance(item.paint, tuple):
            return
        depth = min(reach * 0.3, self.unit * 0.09)
        own = self.density(item.paint)
        tone = (0.34 + 0.4 * self.light.contrast) * item.alpha * (0.55 if self.plane == "back" else 1.0)
        rgb = mix(self.pigment(item.paint), GRAPHITE, 0.35) if self.coloured else self.ink
        turn = self.slanted(item) - 24
        shader = strokes(PENCIL_DENSE if own > 0.5 else PENCIL, turn, self.scale, self.device)
        paint = skia.Paint(AntiAlias=True, Shader=shader, ColorFilter=inked(rgb, min(1.0, tone * 1.25)))
        self.shade_off(item, depth, paint, depth * 0.35)
        smooth = self._plain(rgb, tone * 0.4)
        self.shade_off(item, depth * 0.6, smooth, depth * 0.5)

    def contour(self, item: Fill, reach: float) -> None:
        """Two or three loose lines that overlap and press harder on the shaded side."""
        bounds = item.path.getBounds()
        if self.vast(bounds):
            return
        size = max(bounds.width(), bounds.height())
        back = self.plane != "subject"
        base = self.unit * 0.0017 * min(1.0, 0.45 + item.line * 0.55) * (0.8 if back else 1.0)
        own = item.paint if isinstance(item.paint, tuple) else item.paint.stops[-1][1]
        rgb = darken(self.pigment(own), 0.45) if self.coloured else self.ink
        alpha = item.alpha * (0.42 if back else 0.8) * min(1.0, 0.5 + size / (self.unit * 0.12))
        stray = min(self.unit * 0.0022, size * 0.012)
        salt = int(bounds.left() * 7 + bounds.top() * 3) % 997
        for i, (wide, share, dash) in enumerate(((0.8, 0.6, 0.0), (1.25, 0.75, 0.62), (1.9, 0.7, 0.34))):
            if i == 2 and (back or size < self.unit * 0.03):
                break
            paint = self.stroke_paint(rgb, base * wide, alpha * share)
            effect = skia.DiscretePathEffect.Make(max(stray * 16, 1.0), stray * (0.7 + 0.5 * i), salt + i)
            effect = skia.PathEffect.MakeCompose(skia.CornerPathEffect.Make(max(stray * 10, 0.5)), effect)
            if dash and size > self.unit * 0.012:
                period = min(size * 1.3, self.unit * 0.3)
                gaps = [period * dash, period * (1 - dash)]
                cut = skia.DashPathEffect.Make(gaps, salt % 17 / 17 * period)
                effect = skia.PathEffect.MakeCompose(effect, cut)
            paint.setPathEffect(effect)
            self.canvas.drawPath(item.path if i < 2 else self.shifted(item, base * 0.6), paint)

    def _construct(self, items: list[Item]) -> None:
        """The first light lines of the figure: its axis, its breadth, an oval around its mass."""
        parts = self.parts(items)
        if not parts:
            return
        box = parts[0].path.getBounds()
        for part in parts:
            box.join(part.path.getBounds())
        if box.height() < self.unit * 0.2 or box.width() > self.frame.width() * 1.1:
            return
        paint = self.stroke_paint(self.ink, self.unit * 0.0012, 0.26)
        paint.setPathEffect(skia.DiscretePathEffect.Make(self.unit * 0.05, self.unit * 0.002, 3))
        x, y, over = box.centerX(), box.centerY(), self.unit * 0.035
        big = max(parts, key=lambda p: p.path.getBounds().width() * p.path.getBounds().height()).path.getBounds()
        grown = big.makeOutset(big.width() * 0.07, big.height() * 0.06)
        path = skia.Path()
        path.addOval(grown)
        path.addOval(big.makeOutset(big.width() * 0.05, big.height() * 0.085))
        path.moveTo(x, box.top() - over)
        path.lineTo(x + over * 0.1, box.bottom() + over)
        path.moveTo(box.left() - over, y)
        path.lineTo(box.right() + over, y + over * 0.15)
        path.moveTo(box.left() - over * 1.6, box.bottom())
        path.lineTo(box.right() + over * 2, box.bottom() + over * 0.08)
        self.canvas.drawPath(path, paint)


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Graphite catches on the tooth of the paper; towards the border the drawing ends in single strokes."""
    height, width = pixels.shape[:2]
    result = np.empty_like(pixels)
    drawn = frayed(width, height, finish.unit, finish.seed, PENCIL)
    mottle = cloud(width, height, 9, finish.seed % 37)
    paper = PAPER / 255
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        tooth = _tooth(width, rows)
        share = drawn[rows]
        relief = tooth * np.float32(0.01) + (mottle[rows] - 0.5) * np.float32(0.016)
        for channel in range(3):
            lead = 1 - pixels[rows, :, channel].astype(np.float32) * np.float32(1 / 255)
            # Half tones break up most; where the point pressed hardest, the hollows are filled.
            lead += lead * (1 - lead) * tooth * np.float32(0.85)
            lead *= share
            level = paper[channel] * (1 - lead * np.float32(0.97)) + relief
            result[rows, :, channel] = np.clip(level * 255, 0, 255)
    return result


def _tooth(width: int, rows: slice) -> Floats:
    noise = grain(width, rows.stop, 17)[rows]
    return np.asarray(noise + np.roll(noise, 1, 1) * np.float32(0.6), np.float32)


def suit(scene: Scene) -> Medium:
    """Coloured pencils where the words say so."""
    words = " ".join((scene.prompt, *scene.medium_words))
    return COLOURED_MEDIUM if COLOURED.search(words) else MEDIUM


MEDIUM = Medium(
    "pencil",
    Manner(tone="graphite", outline=1.6, shade=0.5, shine=0.0, rim=0.0),
    develop,
    scenic=False,
    light="window",
    shadows=0.55,
    brush=PencilBrush,
    suit=suit,
)
COLOURED_MEDIUM = replace(MEDIUM, manner=replace(MEDIUM.manner, tone="crayon"))
