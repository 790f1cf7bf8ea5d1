"""Drafting: the brush of media that are drawn with a point: every part is covered with strokes, shaded and contoured.

What lies behind a part is covered with the ground (paper, slate), so that only what can be seen is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

import skia

from pinxit.engines.illustrator.brush import Brush, Manner, colour4
from pinxit.engines.illustrator.colours import Rgb, mix, oklab
from pinxit.engines.illustrator.hatching import Grip, inked, slant, strokes
from pinxit.engines.illustrator.light import Light
from pinxit.engines.illustrator.pen import Fill, Gradient, Item, Line
from pinxit.engines.illustrator.shading import crescent, thickness
from pinxit.engines.illustrator.shapes import moved
from pinxit.engines.illustrator.tones import Plane

Tone = tuple[Rgb, float]  # a colour and its strength
_FINE = 0.011  # shares of the picture: parts thinner than this are laid in solid, not hatched


class Draughtsman(Brush):
    """Draws with strokes. Media set the ground, the grip and how a colour becomes a strength (`density`)."""

    ground: Rgb = (255, 255, 255)
    ink: Rgb = (40, 40, 44)
    grip: Grip
    usual: float = -52.0  # the slant of the hand, in degrees
    fade: float = 0.6  # how much weaker the background is drawn
    spacing: float = 1.0  # how much wider than usual strokes are set

    def __init__(
        self, canvas: skia.Canvas, manner: Manner, light: Light, unit: float, plane: Plane = "subject"
    ) -> None:
        super().__init__(canvas, manner, light, unit, plane)
        matrix = canvas.getTotalMatrix()
        self.device = max(1e-6, float(matrix.mapRadius(1.0)))
        self.frame = canvas.getLocalClipBounds()
        # Strokes keep their size on the sheet, but never become finer than a screen can show.
        self.scale = max(self.unit / 1000, 0.62 / self.device) * self.spacing

    # -- what a colour becomes ---------------------------------------------------------------------------------------

    def density(self, rgb: Rgb) -> float:
        """How strongly a colour is laid in, 0 (left open) to 1."""
        return min(1.0, max(0.0, (0.96 - oklab(rgb)[0]) * 1.25))

    def pigment(self, rgb: Rgb) -> Rgb:
        """The colour of the strokes that stand for a colour."""
        return self.ink

    def lit(self, rgb: Rgb) -> Rgb:
        """A colour as it looks from afar: strokes and ground together. For veils and shadows that others paint."""
        share = self.density(rgb) * (self.fade if self.plane == "back" else 1.0)
        return mix(self.ground, self.pigment(rgb), share)

    def strength(self, item: Fill, rgb: Rgb) -> float:
        """The density of an item where it is; what fills the whole frame (sky, wall) is only breathed on."""
        share = self.density(rgb)
        if self.plane == "subject":
            return share
        if self.vast(item.path.getBounds()):
            return share * self.fade * (0.75 if self.night else 0.42)
        return share * self.fade

    def vast(self, bounds: skia.Rect) -> bool:
        """Does it span most of the frame?"""
        frame = self.frame
        return bool(bounds.width() > frame.width() * 0.9 and bounds.height() > frame.height() * 0.3)

    # -- fills -------------------------------------------------------------------------------------------------------

    def fill(self, item: Fill) -> None:
        """Cover what is behind, lay the tone in, shade it and draw its contour."""
        bounds = item.path.getBounds()
        if item.form == "glow" or self.hidden(item, bounds):
            if item.form == "glow":
                self._glow(item)
            return
        self.cover(item)
        reach = thickness(item.path)
        if reach < self.unit * _FINE:
            self.solid(item)
        else:
            self.lay(item, bounds)
            if item.form != "flat" and isinstance(item.paint, tuple):
                self.model(item, reach)
        if item.line and not (item.decal and item.line < 0.5):
            self.contour(item, reach)

    def hidden(self, item: Fill, bounds: skia.Rect) -> bool:
        """Is it too small or too faint to be drawn with this tool?"""
        least = self.unit * (0.004 if self.plane == "back" else 0.0016)
        return max(bounds.width(), bounds.height()) < least or (item.alpha < 0.12 and item.blur == 0.0)

    def cover(self, item: Fill) -> None:
        """Hide what is behind under the ground."""
        alpha = item.alpha if item.form != "glass" else item.alpha * 0.6
        self.canvas.drawPath(item.path, self._soft(self.tinted(item.paint, alpha, blank=True), item))

    def solid(self, item: Fill) -> None:
        """A small part in one tone."""
        self.canvas.drawPath(item.path, self._soft(self.tinted(item.paint, item.alpha), item))

    def lay(self, item: Fill, bounds: skia.Rect) -> None:
        """The tone of a part, in strokes of the part's own slant."""
        raise NotImplementedError

    def model(self, item: Fill, reach: float) -> None:
        """The shaded side."""
        raise NotImplementedError

    def contour(self, item: Fill, reach: float) -> None:
        """The line around a part."""
        raise NotImplementedError

    def _soft(self, paint: skia.Paint, item: Fill) -> skia.Paint:
        if item.blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(item.blur, 0.1)))
        return paint

    def _glow(self, item: Fill) -> None:
        """What gives light is left open; without a blur it is drawn like anything else."""
        alpha = item.alpha * (0.6 if item.blur else 1.0)
        self.canvas.drawPath(item.path, self._soft(self.tinted(item.paint, alpha, blank=bool(item.blur)), item))

    def tinted(self, paint: Rgb | Gradient, alpha: float, *, blank: bool = False) -> skia.Paint:
        """Skia's paint in which a colour is its strength of pigment; with `blank` it is the bare ground."""
        if isinstance(paint, Gradient):
            return skia.Paint(AntiAlias=True, Shader=self.ramp(paint, alpha, blank=blank))
        rgb, share = (self.ground, 1.0) if blank else (self.pigment(paint), self.density(paint))
        return self._plain(rgb, alpha * share)

    def ramp(self, paint: Gradient, alpha: float, *, blank: bool = False) -> skia.Shader:
        """A gradient of strengths."""
        alphas = paint.alphas or (1.0,) * len(paint.stops)
        colours = []
        for (_, rgb), own in zip(paint.stops, alphas, strict=True):
            if blank:
                colours.append(colour4(self.ground, own * alpha))
            else:
                colours.append(colour4(self.pigment(rgb), own * alpha * self.density(rgb)))
        places = [place for place, _ in paint.stops]
        start, end = skia.Point(*paint.start), skia.Point(*paint.end)
        if paint.radial:
            return skia.GradientShader.MakeRadial(start, max(skia.Point.Distance(start, end), 0.01), colours, places)
        return skia.GradientShader.MakeLinear([start, end], colours, places)

    def formed(self, rgb: Rgb, tones: tuple[float, float, float], bounds: skia.Rect) -> skia.Shader:
        """Strengths that grow from the side of the light to the other."""
        cx, cy = bounds.centerX(), bounds.centerY()
        dx, dy = self.light.x * bounds.width() / 2, self.light.y * bounds.height() / 2
        points = [skia.Point(cx + dx, cy + dy), skia.Point(cx - dx, cy - dy)]
        colours = [colour4(rgb, min(1.0, tone)) for tone in tones]
        return skia.GradientShader.MakeLinear(points, colours, [0.0, 0.45, 1.0])

    def hatch(self, path: skia.Path, tones: skia.Shader | Tone, turns: Sequence[float], grip: Grip) -> None:
        """Fill a path with strokes, once in each slant: in one tone, or in those of a shader."""
        offset = path.getBounds().left() * 0.73
        tint = inked(*tones) if isinstance(tones, tuple) else None
        if tint is None:
            self.canvas.saveLayer(path.getBounds(), None)
        for i, turn in enumerate(turns):
            shader = strokes(grip, turn, self.scale * (1 + 0.13 * i), self.device, offset)
            # `setShader` would copy the whole tile; the constructor shares it.
            self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader, ColorFilter=tint))
        if not isinstance(tones, tuple):
            self.canvas.drawPaint(skia.Paint(Shader=tones, BlendMode=skia.BlendMode.kSrcIn))
            self.canvas.restore()

    def shade_off(self, item: Fill, depth: float, paint: skia.Paint, blur: float) -> None:
        """A crescent of shade on the side away from the light."""
        self.canvas.save()
        self.canvas.clipPath(item.path, skia.ClipOp.kIntersect, True)
        crescent(self.canvas, item.path, (self.light.x * depth, self.light.y * depth), paint, blur)
        self.canvas.restore()

    def slanted(self, item: Fill) -> float:
        """The slant in which a part is hatched; in the background all lie nearly alike."""
        turn, stretch = slant(item.path, self.usual)
        if self.vast(item.path.getBounds()) or stretch > 40:
            return self.usual
        return turn

    # -- lines -------------------------------------------------------------------------------------------------------

    def line(self, item: Line) -> None:
        """A line that was drawn as a line."""
        share = self.density(item.paint) * (self.fade if self.plane == "back" else 1.0)
        width = max(item.width, self.unit * 0.0012)
        if share < 0.25 and item.width > self.unit * 0.002:  # a light line on something dark is left open
            self.stroke(item.path, self.ground, width, item.alpha)
        elif not item.glow:
            self.stroke(item.path, self.pigment(item.paint), width, item.alpha * min(1.0, share * 1.15))

    def shifted(self, item: Fill, width: float) -> skia.Path:
        """The outline, moved a little out of the light."""
        return moved(item.path, -self.light.x * width, -self.light.y * width)

    def parts(self, items: list[Item]) -> list[Fill]:
        """The fills that make up a figure's form."""
        return [
            i for i in items
            if isinstance(i, Fill) and not i.decal and not i.blur and i.form != "glow" and i.alpha > 0.6
        ]  # fmt: skip
