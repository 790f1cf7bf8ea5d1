"""Vectors: a canvas that writes SVG paths where Skia's own would set pixels.

It understands what the flat media draw: fills, strokes, gradients, clips, layers, soft edges and the halftone of the
comic. Whatever is raster by nature (images, textures) it refuses.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

import skia
from PIL import ImageColor

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.papers import Definitions, Group
from pinxit.engines.illustrator.spelling import number, spell

Tint = Callable[[Rgb], Rgb]

_CAPS = {skia.Paint.kButt_Cap: "", skia.Paint.kRound_Cap: "round", skia.Paint.kSquare_Cap: "square"}
_JOINS = {skia.Paint.kMiter_Join: "", skia.Paint.kRound_Join: "round", skia.Paint.kBevel_Join: "bevel"}
_MIXES = {
    skia.BlendMode.kScreen: "screen", skia.BlendMode.kDifference: "difference", skia.BlendMode.kMultiply: "multiply",
}  # fmt: skip
_CUTS = {skia.BlendMode.kClear, skia.BlendMode.kDstOut}
_STOP = re.compile(r'stop-color="([^"]*)"')


class Unwritable(ValueError):
    """What was to be drawn has no form in paths."""


class Screen(skia.Paint):  # type: ignore[misc]  # Skia has no types
    """A paint of dots at 45 degrees, for whoever cannot take a shader apart: `radius` and `pitch` in the same unit."""

    def __init__(self, paint: skia.Paint, rgb: Rgb, radius: float, pitch: float) -> None:
        super().__init__(paint)
        self.rgb, self.radius, self.pitch = rgb, radius, pitch


@dataclass(slots=True)
class _State:
    """What `save` keeps: the matrix, the depth of open groups, how colours are changed, and the pixels within clips."""

    matrix: skia.Matrix
    depth: int
    tints: tuple[Tint, ...]
    seen: skia.Rect


@dataclass(slots=True)
class VectorCanvas:
    """Stands in for a skia.Canvas of `width` x `height` pixels. `tint` is what becomes of every colour in the end."""

    width: int
    height: int
    tint: Tint | None = None
    _defs: Definitions = field(default_factory=Definitions)
    _groups: list[Group] = field(default_factory=lambda: [Group()])
    _states: list[_State] = field(default_factory=list)
    _matrix: skia.Matrix = field(default_factory=skia.Matrix)
    _tints: tuple[Tint, ...] = ()
    _seen: skia.Rect = field(default_factory=skia.Rect)

    def __post_init__(self) -> None:
        self._seen = skia.Rect.MakeWH(self.width, self.height)

    def write(self) -> str:
        """The whole file."""
        body: list[str] = []
        self._groups[0].write(body)
        size = f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}"'
        shown = "".join(body)
        defs = self._defs.write(shown)
        text = (f"<defs>{defs}</defs>" if defs else "") + shown
        # Several files may come to stand in one page of HTML: what they refer to must not be another's.
        own = f"{zlib.crc32(text.encode()):08x}"
        text = text.replace('id="d', f'id="p{own}-').replace("url(#d", f"url(#p{own}-")
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{text}</svg>\n'

    # -- states ------------------------------------------------------------------------------------------------------

    def save(self) -> int:
        self._states.append(_State(self._matrix, len(self._groups), self._tints, self._seen))
        return len(self._states)

    def restore(self) -> None:
        state = self._states.pop()
        self._matrix, self._tints, self._seen = state.matrix, state.tints, state.seen
        del self._groups[state.depth :]

    def saveLayer(self, bounds: object = None, paint: skia.Paint | None = None) -> int:  # noqa: N802  # Skia's name
        count = self.save()
        attributes = ' style="isolation:isolate"'
        if paint is not None:
            if paint.getAlphaf() < 1:
                attributes = f' opacity="{number(paint.getAlphaf(), 3)}"'
            if (veil := paint.refColorFilter()) is not None:
                self._tints = (lambda rgb: _filtered(veil, rgb), *self._tints)
            if (effect := paint.refImageFilter()) is not None:
                attributes += f' filter="{self._effect(effect)}"'
        self._open(attributes)
        return count

    def translate(self, x: float, y: float) -> None:
        self.concat(skia.Matrix.Translate(x, y))

    def scale(self, x: float, y: float) -> None:
        self.concat(skia.Matrix.Scale(x, y))

    def rotate(self, degrees: float, x: float = 0, y: float = 0) -> None:
        self.concat(skia.Matrix.RotateDeg(degrees, skia.Point(x, y)))

    def concat(self, matrix: skia.Matrix) -> None:
        self._matrix = skia.Matrix.Concat(self._matrix, matrix)
        values = [matrix.get(i) for i in (0, 3, 1, 4, 2, 5)]
        self._open(f' transform="matrix({" ".join(number(value, 5) for value in values)})"')

    def getTotalMatrix(self) -> skia.Matrix:  # noqa: N802
        return self._matrix

    def getLocalClipBounds(self) -> skia.Rect:  # noqa: N802
        """What is seen at all, in local units."""
        inverse = skia.Matrix()
        self._matrix.invert(inverse)
        return inverse.mapRect(self._seen)

    def clipRect(self, rect: skia.Rect, *_how: object) -> None:  # noqa: N802
        self.clipPath(skia.Path.Rect(rect))

    def clipPath(self, path: skia.Path, how: object = skia.ClipOp.kIntersect, *_smooth: object) -> None:  # noqa: N802
        shape = path
        if how == skia.ClipOp.kDifference:
            shape = skia.Path(path)
            shape.toggleInverseFillType()
        data, rule = self._data(shape)
        if not shape.isInverseFillType():
            within = self._seen.makeOutset(0, 0)
            self._seen = within if within.intersect(self._matrix.mapRect(shape.getBounds())) else skia.Rect()
        rule = rule.replace("fill-rule", "clip-rule")
        self._open(f' clip-path="{self._defs.refer("clipPath", "", f"<path{rule} d={chr(34)}{data}{chr(34)}/>")}"')

    def _open(self, attributes: str) -> None:
        group = Group(attributes)
        self._groups[-1].children.append(group)
        self._groups.append(group)

    # -- drawing -----------------------------------------------------------------------------------------------------

    def clear(self, colour: int) -> None:
        if colour >> 24:
            self.drawRect(self.getLocalClipBounds(), skia.Paint(Color=colour))

    def drawRect(self, rect: skia.Rect, paint: skia.Paint) -> None:  # noqa: N802
        self.drawPath(skia.Path.Rect(rect), paint)

    def drawOval(self, rect: skia.Rect, paint: skia.Paint) -> None:  # noqa: N802
        self.drawPath(skia.Path.Oval(rect), paint)

    def drawCircle(self, x: float, y: float, radius: float, paint: skia.Paint) -> None:  # noqa: N802
        self.drawPath(skia.Path.Circle(x, y, radius), paint)

    def drawLine(self, x0: float, y0: float, x1: float, y1: float, paint: skia.Paint) -> None:  # noqa: N802
        self.drawPath(skia.Path.Line(skia.Point(x0, y0), skia.Point(x1, y1)), paint)

    def drawArc(  # noqa: N802
        self, rect: skia.Rect, start: float, sweep: float, _middle: bool, paint: skia.Paint
    ) -> None:
        path = skia.Path()
        path.addArc(rect, start, sweep)
        self.drawPath(path, paint)

    def drawPath(self, path: skia.Path, paint: skia.Paint) -> None:  # noqa: N802
        mode = paint.getBlendMode()
        if path.isEmpty() and not path.isInverseFillType():
            return
        twice = paint.getStyle() == skia.Paint.kStrokeAndFill_Style and paint.getAlphaf() < 1
        if paint.refPathEffect() is not None or twice:
            path, paint = _outlined(path, paint)
        mask = paint.refMaskFilter()
        sigma = 0.0 if mask is None else _sigma(mask)
        data, rule = self._data(path, 3 * sigma + paint.getStrokeWidth())
        if mode in _CUTS or mode == skia.BlendMode.kDstIn:
            self._mask(f'<path{rule} d="{data}"', paint, keep=mode == skia.BlendMode.kDstIn)
            return
        if not data or (paint.getAlphaf() == 0 and paint.refShader() is None):
            return
        attributes = rule + self._coat(paint)
        if sigma:
            attributes += f' filter="{self._blur(sigma, path, paint)}"'
        if mode in _MIXES:
            attributes += f' style="mix-blend-mode:{_MIXES[mode]}"'
        self._groups[-1].children.append(f'<path{attributes} d="{data}"/>')

    def drawImage(self, *_what: object) -> None:  # noqa: N802
        raise Unwritable("a picture of pixels has no paths")

    drawImageRect = drawAtlas = drawPaint = drawImage  # noqa: N815

    # -- paint -------------------------------------------------------------------------------------------------------

    def _coat(self, paint: skia.Paint) -> str:
        """The attributes of a fill or a stroke."""
        colour, alpha = self._colour(paint)
        opacity = f'-opacity="{number(alpha, 3)}"' if alpha < 0.9995 else ""
        if paint.getStyle() == skia.Paint.kFill_Style:
            return (f' fill="{colour}"' if colour != "#000" else "") + (f" fill{opacity}" if opacity else "")
        inside = "none" if paint.getStyle() == skia.Paint.kStroke_Style else colour
        text = f' fill="{inside}" stroke="{colour}"' + (f" stroke{opacity}" if opacity else "")
        width = paint.getStrokeWidth() or 1 / max(self._matrix.mapRadius(1.0), 1e-6)
        text += f' stroke-width="{number(width, 3)}"'
        if cap := _CAPS[paint.getStrokeCap()]:
            text += f' stroke-linecap="{cap}"'
        if join := _JOINS[paint.getStrokeJoin()]:
            text += f' stroke-linejoin="{join}"'
        return text

    def _colour(self, paint: skia.Paint) -> tuple[str, float]:
        """A colour or a reference to a gradient or pattern, and how much it covers."""
        alpha = paint.getAlphaf()
        if isinstance(paint, Screen):
            return self._dots(paint), alpha
        if (shader := paint.refShader()) is None:
            colour = paint.getColor()
            rgb = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
            return _hex(self._tinted(rgb, paint.refColorFilter())), alpha
        tag, attributes, stops = _gradient(shader)
        veil = paint.refColorFilter()
        tinted = _STOP.sub(lambda m: f'stop-color="{_hex(self._tinted(_rgb(m[1]), veil))}"', stops)
        return self._defs.refer(tag, attributes, tinted), alpha

    def _tinted(self, rgb: Rgb, veil: skia.ColorFilter | None = None) -> Rgb:
        if veil is not None:
            rgb = _filtered(veil, rgb)
        for tint in self._tints:
            rgb = tint(rgb)
        return rgb if self.tint is None else self.tint(rgb)

    def _dots(self, screen: Screen) -> str:
        pitch, middle = number(screen.pitch, 3), number(screen.pitch / 2, 3)
        tone = _hex(self._tinted(screen.rgb))
        dot = f'<circle cx="{middle}" cy="{middle}" r="{number(screen.radius, 3)}" fill="{tone}"/>'
        how = f' width="{pitch}" height="{pitch}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
        return self._defs.refer("pattern", how, dot)

    def _blur(self, sigma: float, path: skia.Path, paint: skia.Paint) -> str:
        """A filter that blurs a path; its region is the sheet where the path has no end."""
        edge = 3 * sigma + paint.getStrokeWidth()
        box = self.getLocalClipBounds() if path.isInverseFillType() else path.getBounds().makeOutset(edge, edge)
        return self._filter(f'<feGaussianBlur stdDeviation="{number(sigma, 2)}"/>', box)

    def _filter(self, what: str, box: skia.Rect) -> str:
        sides = zip(("x", "y", "width", "height"), (box.x(), box.y(), box.width(), box.height()), strict=True)
        region = "".join(f' {name}="{number(value, 0)}"' for name, value in sides)
        # Skia mixes the colours as they are stored; SVG would make them linear first.
        how = f' filterUnits="userSpaceOnUse"{region} color-interpolation-filters="sRGB"'
        return self._defs.refer("filter", how, what)

    def _effect(self, effect: skia.ImageFilter) -> str:
        """The filter of a whole layer: a blur, or the shadow under a sticker."""
        data = bytes(effect.serialize())
        box = self.getLocalClipBounds().makeOutset(60, 60)
        if data[4:].startswith(b"SkBlurImageFilter"):
            x, y = struct.unpack("<ff", data[-12:-4])
            return self._filter(f'<feGaussianBlur stdDeviation="{number(x, 2)} {number(y, 2)}"/>', box)
        return self._filter(_shadow(data), box)

    def _mask(self, element: str, paint: skia.Paint, *, keep: bool) -> None:
        """What stands in this group already stays only where the path covers it (`keep`), or where it does not."""
        alpha = paint.getAlphaf()
        box = self.getLocalClipBounds()
        sides = zip(("x", "y", "width", "height"), (box.x(), box.y(), box.width(), box.height()), strict=True)
        region = "".join(f' {name}="{number(value, 1)}"' for name, value in sides)
        if not keep:
            body = f'<rect{region} fill="#fff"/>{element}/>'
        elif (shader := paint.refShader()) is not None:
            tag, attributes, stops = _gradient(shader)
            white = _STOP.sub('stop-color="#fff"', stops)
            body = f'{element} fill="{self._defs.refer(tag, attributes, white)}"/>'
        else:
            body = f'{element} fill="#fff" fill-opacity="{number(alpha, 3)}"/>'
        mask = self._defs.refer("mask", f' maskUnits="userSpaceOnUse"{region}', body)
        self._groups[-1].wrap(f' mask="{mask}"')

    # -- paths -------------------------------------------------------------------------------------------------------

    def _data(self, path: skia.Path, reach: float = 0.0) -> tuple[str, str]:
        """The text of what is seen of a path, and its rule of filling; what is outside a path is cut from the sheet.

        `reach` is how far it is seen beside its outline.
        """
        fill = path.getFillType()
        if path.isInverseFillType():
            path = _cut_out(skia.Path.Rect(self.getLocalClipBounds().makeOutset(50, 50)), path)
            fill = path.getFillType()
        bounds = path.getBounds()
        scale = max(self._matrix.mapRadius(1.0), 1e-6)
        fine = max(bounds.width(), bounds.height()) * scale < 40 or scale > 2
        rule = ' fill-rule="evenodd"' if fill == skia.PathFillType.kEvenOdd else ""
        seen = self.getLocalClipBounds().makeOutset(reach + 2, reach + 2)
        return spell(path, 2 if fine else 1, (seen.left(), seen.top(), seen.right(), seen.bottom())), rule


def _cut_out(sheet: skia.Path, path: skia.Path) -> skia.Path:
    """What is left of a sheet outside of an inverse path."""
    inner = skia.Path(path)
    inner.toggleInverseFillType()
    try:
        return skia.Op(sheet, inner, skia.PathOp.kDifference_PathOp)
    except RuntimeError:  # it gives up on a few tangled outlines; where those overlap themselves this is not exact
        sheet.addPath(inner)
        sheet.setFillType(skia.PathFillType.kEvenOdd)
        return sheet


def _gradient(shader: skia.Shader) -> tuple[str, str, str]:
    """Tag, attributes and stops of a gradient. Only Skia's own SVG writer can look into one."""
    stream = skia.DynamicMemoryWStream()
    canvas = skia.SVGCanvas.Make((8, 8), stream)
    canvas.drawRect(skia.Rect.MakeWH(8, 8), skia.Paint(Shader=shader))
    del canvas
    text = bytes(stream.detachAsData()).decode()
    found = re.search(r'<(linearGradient|radialGradient) id="[^"]*"([^>]*)>(.*?)</\1>', text, re.DOTALL)
    if found is None or "<image" in text:
        raise Unwritable("a texture has no paths")
    return found[1], found[2], re.sub(r">\s+<", "><", found[3]).strip()


@lru_cache(maxsize=4096)
def _filtered(veil: skia.ColorFilter, rgb: Rgb) -> Rgb:
    colour = veil.filterColor(0xFF000000 | rgb[0] << 16 | rgb[1] << 8 | rgb[2])
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255


def _outlined(path: skia.Path, paint: skia.Paint) -> tuple[skia.Path, skia.Paint]:
    """What a paint with an effect, or one that strokes and fills, covers: as a path to be filled."""
    covered, plain = skia.Path(), skia.Paint(paint)
    paint.getFillPath(path, covered)
    plain.setStyle(skia.Paint.kFill_Style)
    return covered, plain


def _sigma(mask: skia.MaskFilter) -> float:
    """How far a soft edge reaches. Skia tells it in its serialised form only: name, size, sigma, and some flags."""
    data = bytes(mask.serialize())
    start = data.find(b"SkBlurMaskFilter")
    if start < 0:
        raise Unwritable("only a blur has a form in paths")
    named = 4 + (struct.unpack("<I", data[:4])[0] // 4 + 1) * 4
    return float(struct.unpack("<f", data[named + 4 : named + 8])[0])


def _shadow(data: bytes) -> str:
    """A drop shadow from its serialised form: a blur, a colour, and a matrix that moves it."""
    blur, tone = data.find(b"SkBlurImageFilter"), data.find(b"SkBlendModeColorFilter")
    if blur < 0 or tone < 0:
        raise Unwritable("only a blur or a shadow has a form in paths")
    (sigma,) = struct.unpack("<f", data[blur + 36 : blur + 40])
    red, green, blue, alpha = struct.unpack("<4f", data[tone + 28 : tone + 44])
    matrix = struct.unpack("<9f", data[tone + 48 : tone + 84])
    flood = _hex((round(red * 255), round(green * 255), round(blue * 255)))
    moved = f'dx="{number(matrix[2], 2)}" dy="{number(matrix[5], 2)}" stdDeviation="{number(sigma, 2)}"'
    return f'<feDropShadow {moved} flood-color="{flood}" flood-opacity="{number(alpha, 3)}"/>'


def _hex(rgb: Rgb) -> str:
    text = "{:02x}{:02x}{:02x}".format(*rgb)
    return f"#{text[::2]}" if text[::2] == text[1::2] else f"#{text}"


def _rgb(text: str) -> Rgb:
    """A colour as Skia's SVG writer spells it."""
    red, green, blue, *_ = ImageColor.getrgb(text)
    return red, green, blue
