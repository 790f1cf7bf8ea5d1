"""Comic: bold black outlines, flat bright colours, and shadows that end in halftone dots."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import skia

from pinxit.engines.illustrator.brush import Brush, Manner
from pinxit.engines.illustrator.colours import Rgb, darken, oklab
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.media import Finish, Medium, load
from pinxit.engines.illustrator.pen import Fill, Gradient
from pinxit.engines.illustrator.shading import crescent, thickness
from pinxit.scene.model import Scene

PITCH = 7.2  # between two dots, in thousandths of the picture's shorter side
PAPER = np.array((255, 252, 243), np.uint16)
UNCOLOURED = {"noir", "manga", "line art"}


class ComicBrush(Brush):
    """Lays the shade on in two steps: solid at the edge, and dots towards the light."""

    def fill(self, item: Fill) -> None:
        super().fill(item)
        wide = item.form != "glow" and not item.blur and not item.decal and item.alpha > 0.8
        if self.plane == "back" and wide and thickness(item.path) > self.unit * 0.16:
            self._screen(item)

    def _screen(self, item: Fill) -> None:
        """Dots over a large area of the background, from nothing above to their full size below."""
        paint = item.paint.stops[0][1] if isinstance(item.paint, Gradient) else item.paint
        tone = darken(self.lit(paint), 0.3)
        bounds = item.path.getBounds()
        self.canvas.saveLayer(bounds, skia.Paint(Alpha=92))
        self.canvas.clipPath(item.path, skia.ClipOp.kIntersect, True)
        self.canvas.drawPath(item.path, self._dotted(tone, 0.3))
        fade = skia.GradientShader.MakeLinear(
            [skia.Point(0, bounds.top()), skia.Point(0, bounds.bottom())], [skia.Color(0, 0, 0, 0), skia.ColorBLACK]
        )
        self.canvas.drawRect(bounds, skia.Paint(Shader=fade, BlendMode=skia.BlendMode.kDstIn))
        self.canvas.restore()

    def _shade(self, item: Fill, reach: float) -> None:
        broad = reach > self.unit * 0.05 and isinstance(item.paint, tuple) and not _skin(item.paint)
        if broad and isinstance(item.paint, tuple) and self.manner.shade:
            depth = min(reach * (0.3 + 0.14 * self.light.contrast), self.unit * 0.13)
            tone = self.shadowed(self.lit(item.paint), 0.75)
            self.canvas.save()
            self.canvas.clipPath(item.path, skia.ClipOp.kIntersect, True)
            offset = (self.light.x * depth, self.light.y * depth)
            crescent(self.canvas, item.path, offset, self._dotted(tone, 0.34, item.alpha * 0.8), 0.0)
            self.canvas.restore()
        super()._shade(item, reach)

    def outline(self, item: Fill) -> None:
        """Black around what the picture is of; in the rest a thin line in a darker tone of its own."""
        if self.plane == "subject":
            super().outline(item)
            return
        own = item.paint if isinstance(item.paint, tuple) else item.paint.stops[0][1]
        width = self.manner.outline * self.unit / 1000 * item.line * 0.42
        self.stroke(item.path, darken(self.lit(own), 0.5), width, 0.55 * item.alpha)

    def _dotted(self, rgb: Rgb, radius: float, alpha: float = 1.0) -> skia.Paint:
        return skia.Paint(
            AntiAlias=True, Shader=_dots(rgb, radius, self.unit * PITCH / 1000), Alphaf=max(0.0, min(1.0, alpha))
        )


def _skin(rgb: Rgb) -> bool:
    """Dots on a face would be a beard."""
    light, a, b = oklab(rgb)
    return light > 0.33 and 0.012 < a < 0.058 and 0.025 < b < 0.115


@lru_cache(maxsize=128)
def _dots(rgb: Rgb, radius: float, pitch: float) -> skia.Shader:
    """A screen of dots at 45 degrees; `radius` is a share of the pitch."""
    recorder = skia.PictureRecorder()
    bounds = skia.Rect.MakeWH(pitch, pitch)
    canvas = recorder.beginRecording(bounds)
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(*rgb))
    canvas.drawCircle(pitch / 2, pitch / 2, pitch * radius, paint)
    picture = recorder.finishRecordingAsPicture()
    return picture.makeShader(
        skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.FilterMode.kLinear, skia.Matrix.RotateDeg(45), bounds
    )


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Printed on warm paper."""
    printed = pixels.astype(np.uint16)
    printed *= PAPER
    printed >>= 8
    return printed.astype(np.uint8)


def print_tone(rgb: Rgb) -> Rgb:
    """One colour on warm paper."""
    red, green, blue = (int(value) * int(white) >> 8 for value, white in zip(rgb, PAPER, strict=True))
    return red, green, blue


def suit(scene: Scene) -> Medium:
    """Without colour it is an ink drawing."""
    return load()["ink"] if scene.monochrome or UNCOLOURED & set(scene.medium_words) else MEDIUM


MEDIUM = Medium(
    "comic",
    Manner(
        shading="cel",
        outline=4.4,
        outline_colour=(20, 16, 24),
        shade=0.5,
        shine=0.6,
        gloss="cel",
        rim=0.0,
        gradient=0.0,
        saturation=1.16,
    ),
    develop,
    shadows=0.85,
    margin=0.022,
    brush=ComicBrush,
    suit=suit,
    vector=print_tone,
)
