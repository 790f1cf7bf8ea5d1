"""The brush: turns recorded items into pixels in the manner of a medium, under one light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import skia

from pinxit.engines.illustrator.colours import BLACK, WHITE, Rgb, darken, lighten, mix, multiply, saturate
from pinxit.engines.illustrator.light import Light
from pinxit.engines.illustrator.pen import Fill, Gradient, Item, Line, Texture
from pinxit.engines.illustrator.shading import (
    colour4,
    crescent,
    shine_cel,
    shine_soft,
    shine_softbox,
    stepped,
    thickness,
)
from pinxit.engines.illustrator.shapes import moved
from pinxit.engines.illustrator.tones import Plane, dark, grey, ink_level

__all__ = ["Brush", "Manner", "Shading", "colour4"]

Shading = Literal["none", "cel", "soft", "ink", "wash", "poster"]
_SOFTNESS: dict[str, float] = {"cel": 0.0, "poster": 0.0, "ink": 0.45, "wash": 0.35}
_SHINES = {"soft": shine_soft, "cel": shine_cel, "softbox": shine_softbox}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a medium draws every item.

    `outline` is the width of outlines in thousandths of the picture's shorter side (0: no outline), in `outline_colour`
    or, without one, in a darker tone of what is outlined; `loose` is how far a pencilled outline strays, in the same
    unit. `shade`, `shine` and `rim` are strengths 0 to 1. `crisp` leaves edges unsmoothed, for media of few inks.
    With `bands`, gradients become that many even steps.
    """

    shading: Shading = "soft"
    outline: float = 0.0
    outline_colour: Rgb | None = None
    outline_alpha: float = 1.0
    loose: float = 0.0
    shade: float = 0.5
    shine: float = 0.6
    gloss: Literal["soft", "cel", "softbox"] = "soft"
    rim: float = 0.25
    gradient: float = 0.5
    saturation: float = 1.0
    crisp: bool = False
    bands: int = 0
    tone: Literal["colour", "ink", "poster", "graphite", "crayon", "charcoal", "chalk", "plan"] = "colour"


class Brush:
    """Paints items on a canvas. `unit` is the picture's shorter side in the canvas's units."""

    def __init__(
        self, canvas: skia.Canvas, manner: Manner, light: Light, unit: float, plane: Plane = "subject"
    ) -> None:
        self.canvas = canvas
        self.manner = manner
        self.light = light
        self.unit = unit
        self.plane: Plane = plane
        self.inks = manner.tone == "ink"
        self.night = dark(light)

    def draw(self, items: list[Item]) -> None:
        """Paint the items, the first at the back."""
        for item in items:
            if item.clips:
                self.canvas.save()
                for clip in item.clips:
                    self.canvas.clipPath(clip, skia.ClipOp.kIntersect, not self.manner.crisp)
            if isinstance(item, Fill):
                self.fill(item)
            else:
                self.line(item)
            if item.clips:
                self.canvas.restore()

    # -- colour ------------------------------------------------------------------------------------------------------

    def lit(self, rgb: Rgb) -> Rgb:
        """What a colour looks like in this picture's light."""
        if self.inks:
            return grey(ink_level(rgb, self.plane, self.night))
        if self.manner.saturation != 1.0:
            rgb = saturate(rgb, self.manner.saturation)
        tinted = multiply(rgb, self.light.key)
        if self.light.ambient < 1:
            tinted = mix(tinted, multiply(tinted, self.light.shade), (1 - self.light.ambient) * 0.75)
        return tinted

    def toned(self, rgb: Rgb) -> Rgb:
        """A colour that gives its own light, as the medium has it."""
        return grey((max(rgb) / 255) ** 1.3 * 1.06) if self.inks else rgb

    def shadowed(self, rgb: Rgb, amount: float) -> Rgb:
        """A colour in its own shadow."""
        return mix(darken(rgb, 0.55 * amount), multiply(rgb, self.light.shade), 0.35 * amount)

    def paint(self, paint: Rgb | Gradient, alpha: float, *, lit: bool = True) -> skia.Paint:
        """Skia's paint for a flat colour or a gradient."""
        result = self._plain()
        if isinstance(paint, Texture) and paint.image is not None:
            self._texture(paint, result, alpha, lit=lit)
        elif isinstance(paint, Gradient):
            stops = [self.lit(rgb) if lit else self.toned(rgb) for _, rgb in paint.stops]
            alphas = paint.alphas or (1.0,) * len(stops)
            colours = [colour4(rgb, a * alpha) for rgb, a in zip(stops, alphas, strict=True)]
            places = [place for place, _ in paint.stops]
            if self.manner.bands:
                colours, places = stepped(colours, places, self.manner.bands)
            start, end = skia.Point(*paint.start), skia.Point(*paint.end)
            if paint.radial:
                radius = max(skia.Point.Distance(start, end), 0.01)
                shader = skia.GradientShader.MakeRadial(start, radius, colours, places)
            else:
                shader = skia.GradientShader.MakeLinear([start, end], colours, places)
            result.setShader(shader)
            result.setDither(not self.manner.bands)
        else:
            result.setColor(colour4(self.lit(paint) if lit else self.toned(paint), alpha))
        return result

    def _texture(self, texture: Texture, result: skia.Paint, alpha: float, *, lit: bool) -> None:
        """A picture as paint, in the light that falls on it."""
        clear = skia.TileMode.kDecal
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        if texture.image is not None:
            result.setShader(texture.image.makeShader(clear, clear, sampling, texture.matrix))
        result.setAlphaf(alpha)
        if self.inks:
            result.setColorFilter(skia.ColorFilters.Matrix([0.3, 0.59, 0.11, 0, 0] * 3 + [0, 0, 0, 1, 0]))
        elif lit:
            result.setColorFilter(skia.ColorFilters.Blend(colour4(self.lit(WHITE)), skia.BlendMode.kModulate))

    def _plain(self, rgb: Rgb = BLACK, alpha: float = 1.0) -> skia.Paint:
        return skia.Paint(AntiAlias=not self.manner.crisp, Color=colour4(rgb, alpha))

    # -- fills -------------------------------------------------------------------------------------------------------

    def fill(self, item: Fill) -> None:
        """One filled outline with its shading and its line."""
        if item.form == "glow":
            self._glow(item)
            return
        bounds = item.path.getBounds()
        least = self.unit * (0.022 if self.inks else 0.008)
        shaped = item.form != "flat" and isinstance(item.paint, tuple) and min(bounds.width(), bounds.height()) > least
        if shaped and item.form == "glass" and not self.inks:
            self._glass(item, min(bounds.width(), bounds.height()))
        else:
            base = self.paint(self._bold(item), self._covering(item))
            if shaped and self.manner.gradient and not self.inks:
                base.setShader(self._form_gradient(item, bounds))
                base.setDither(True)
            if item.blur:
                base.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(item.blur, 0.1)))
            self.canvas.drawPath(item.path, base)
            if shaped:
                self._shade(item, thickness(item.path))
        if item.line and self.manner.outline:
            self.outline(item)

    def _bold(self, item: Fill) -> Rgb | Gradient:
        """In ink, what is too thin for hatching is black or white."""
        paint = item.paint
        if not self.inks or item.blur or not isinstance(paint, tuple) or thickness(item.path) > self.unit * 0.016:
            return paint
        level = ink_level(paint, self.plane, self.night)
        return paint if level in {0.0, 1.0} else BLACK if level < 0.45 else WHITE

    def _covering(self, item: Fill | Line) -> float:
        """Ink covers or it does not; a faint decal is left away, a strong one is solid."""
        if not self.inks or item.blur:
            return item.alpha
        return 0.0 if item.alpha < 0.3 else 1.0 if item.alpha > 0.62 else item.alpha

    def _form_gradient(self, item: Fill, bounds: skia.Rect) -> skia.Shader:
        rgb = self.lit(item.paint) if isinstance(item.paint, tuple) else WHITE
        strength = self.manner.gradient * (0.5 + 0.5 * self.light.contrast)
        cx, cy = bounds.centerX(), bounds.centerY()
        dx, dy = self.light.x * bounds.width() / 2, self.light.y * bounds.height() / 2
        bright = mix(lighten(rgb, 0.22 * strength), multiply(lighten(rgb, 0.3 * strength), self.light.key), 0.5)
        stops = [bright, rgb, self.shadowed(rgb, 0.5 * strength)]
        places = [0.0, 0.5, 1.0]
        if item.form == "metal":
            stops = [lighten(rgb, 0.5), rgb, darken(rgb, 0.3), lighten(rgb, 0.25), darken(rgb, 0.2)]
            places = [0.0, 0.3, 0.55, 0.75, 1.0]
        points = [skia.Point(cx + dx, cy + dy), skia.Point(cx - dx, cy - dy)]
        return skia.GradientShader.MakeLinear(points, [colour4(c, item.alpha) for c in stops], places)

    def _shade(self, item: Fill, reach: float) -> None:
        """The shaded side, the edge that catches light, and the highlight."""
        manner, light = self.manner, self.light
        if manner.shading == "none" or not manner.shade or not isinstance(item.paint, tuple):
            return
        self.canvas.save()
        self.canvas.clipPath(item.path, skia.ClipOp.kIntersect, not manner.crisp)
        if self.inks:
            self._ink_shade(item.path, ink_level(item.paint, self.plane, self.night), reach)
        else:
            rgb = self.lit(item.paint)
            depth = min(reach * (0.16 + 0.1 * light.contrast), self.unit * 0.075)
            soft = _SOFTNESS.get(manner.shading, 0.9 if item.form == "soft" else 0.6)
            strength = manner.shade * (0.55 + 0.45 * light.contrast) * item.alpha
            tone = self._plain(self.shadowed(rgb, 0.9), strength)
            crescent(self.canvas, item.path, (light.x * depth, light.y * depth), tone, soft * depth)
            if manner.rim:
                self._rim(item, rgb, depth)
        if manner.shine and item.form in {"glossy", "metal"}:
            _SHINES[manner.gloss](self.canvas, item.path, light, reach, manner.shine)
        self.canvas.restore()

    def _rim(self, item: Fill, rgb: Rgb, depth: float) -> None:
        edge = min(depth * 0.35, self.unit * 0.008)
        drama = max(0.0, self.light.contrast - 0.5)
        strength = self.manner.rim * (1 + 2.2 * drama) * (0.45 if item.form == "soft" else 1.0)
        glow = mix(lighten(rgb, 0.6), self.light.key, min(0.7, drama * 3))
        tone = self._plain(glow, min(0.9, strength) * item.alpha)
        crescent(self.canvas, item.path, (-self.light.x * edge, -self.light.y * edge), tone, edge * 0.6)

    def _ink_shade(self, path: skia.Path, level: float, reach: float) -> None:
        """By day feathered hatching; by night one half in the light and one lost in black, and white rims on black."""
        x, y = self.light.x, self.light.y
        if level > 0.2 or not self.night:
            depth = min(reach * (0.42 if self.night else 0.26), self.unit * 0.13)
            half = grey(level * (0.42 if reach > self.unit * 0.09 else 0.6))
            crescent(self.canvas, path, (x * depth, y * depth), self._plain(half, 1.0), depth * 0.4)
            if self.night or level < 0.7:
                core = depth * (0.78 if self.night else 0.4)
                crescent(self.canvas, path, (x * core, y * core), self._plain(BLACK), 0.0)
        if level < 0.35:
            edge = max(min(reach * 0.07, self.unit * 0.011), self.unit * 0.0022)
            crescent(self.canvas, path, (-x * edge, -y * edge), self._plain(WHITE), 0.0)

    def _glass(self, item: Fill, reach: float) -> None:
        tone = self.lit(item.paint if isinstance(item.paint, tuple) else WHITE)
        light, canvas = self.light, self.canvas
        canvas.drawPath(item.path, self._plain(tone, 0.42 * item.alpha))
        canvas.save()
        canvas.clipPath(item.path, skia.ClipOp.kIntersect, not self.manner.crisp)
        edge = max(reach * 0.08, 1.0)
        dim = self._plain(darken(tone, 0.4), 0.35)
        crescent(canvas, item.path, (light.x * edge, light.y * edge), dim, edge * 0.5)
        crescent(canvas, item.path, (-light.x * edge, -light.y * edge), self._plain(WHITE, 0.75), edge * 0.4)
        canvas.restore()
        if not self.manner.outline:
            self.stroke(item.path, darken(tone, 0.35), max(self.unit * 0.0012, 0.8), 0.55)

    def _glow(self, item: Fill) -> None:
        paint = self.paint(item.paint, item.alpha, lit=False)
        if item.blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(item.blur, 0.1)))
        if item.blur and not self.inks:
            paint.setBlendMode(skia.BlendMode.kScreen)
        self.canvas.drawPath(item.path, paint)

    # -- lines -------------------------------------------------------------------------------------------------------

    def outline(self, item: Fill) -> None:
        """The line around a fill: heavier on the shaded side in ink, straying in pencil."""
        width = self.manner.outline * self.unit / 1000 * item.line
        bounds = item.path.getBounds()
        reach = max(bounds.width(), bounds.height())
        width = min(width, max(reach * 0.05, self.unit * 0.0012))
        rgb = self.manner.outline_colour
        if rgb is None:
            own = item.paint if isinstance(item.paint, tuple) else item.paint.stops[0][1]
            rgb = darken(self.lit(own), 0.55)
        paint = self.stroke_paint(rgb, width, self._covering(item) * self.manner.outline_alpha)
        if self.manner.loose and reach > self.unit * 0.01:
            stray = min(self.manner.loose * self.unit / 1000, reach * 0.03)
            paint.setPathEffect(
                skia.PathEffect.MakeCompose(
                    skia.CornerPathEffect.Make(stray * 12), skia.DiscretePathEffect.Make(stray * 14, stray, 7)
                )
            )
        if not self.inks:
            self.canvas.drawPath(item.path, paint)
            return
        if self.plane == "back":
            paint.setStrokeWidth(max(width * 0.55, self.unit * 0.0019))
            if self.night:
                paint.setColor(colour4(WHITE))
                paint.setStrokeWidth(max(width * 0.3, self.unit * 0.0013))
            self.canvas.drawPath(item.path, paint)
            return
        paint.setStrokeWidth(width * 0.7)
        self.canvas.drawPath(item.path, paint)
        self.canvas.drawPath(moved(item.path, -self.light.x * width * 0.3, -self.light.y * width * 0.3), paint)

    def line(self, item: Line) -> None:
        """A line that was drawn as a line."""
        width = max(item.width, self.unit * (0.0022 if self.inks else 0.0011))
        rgb = self.toned(item.paint) if item.glow else self.lit(item.paint)
        paint = self.stroke_paint(rgb, width, self._covering(item))
        if item.blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(item.blur, 0.1)))
        self.canvas.drawPath(item.path, paint)

    def stroke(self, path: skia.Path, rgb: Rgb, width: float, alpha: float = 1.0) -> None:
        """A plain line in a colour that needs no more light."""
        self.canvas.drawPath(path, self.stroke_paint(rgb, width, alpha))

    def stroke_paint(self, rgb: Rgb, width: float, alpha: float) -> skia.Paint:
        """Round ends, round corners."""
        paint = self._plain(rgb, alpha)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        return paint
