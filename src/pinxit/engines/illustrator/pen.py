"""The pen: what a thing is drawn with. It records shapes instead of painting them.

A recorded `Drawing` is a flat list of `Fill` and `Line`, from back to front, in the thing's own units (x right, y DOWN,
the ground contact at (0, 0), so what stands has negative y). A medium paints the list later: that is where line, light,
texture and edge are decided, so one drawing serves ink, watercolour and sticker alike, and light is the same for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Literal

import skia

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.shapes import Point, changed

Form = Literal["flat", "round", "soft", "glossy", "metal", "glass", "glow"]
"""How light falls on a fill.

flat: no shading of its own (decals, eyes, paper). round: lit side, shaded side. soft: like round, with a softer edge
(fur, cloth, foliage). glossy: round with a highlight (glaze, fruit, varnish). metal: strong bands. glass: see-through.
glow: gives light, is never shaded.
"""


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colour stops from 0 to 1 between two points, or from the centre (`start`) to a radius (`end` on the rim)."""

    start: Point
    end: Point
    stops: tuple[tuple[float, Rgb], ...]
    radial: bool = False
    alphas: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Texture(Gradient):
    """A picture as a paint: `image` under `matrix`, which leads from its pixels to the drawing's units.

    Whatever knows no textures takes it for a gradient in `stops`, which should be the picture's mean colour.
    """

    image: skia.Image | None = None
    matrix: skia.Matrix | None = None


Paint = Rgb | Gradient


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled outline. `line` scales the outline of media that have one (0: none); `alpha` 0 to 1."""

    path: skia.Path
    paint: Paint
    form: Form = "round"
    line: float = 1.0
    alpha: float = 1.0
    clips: tuple[skia.Path, ...] = ()
    blur: float = 0.0
    decal: bool = False  # paint on something else: no outline by default, no part of the silhouette


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line, `width` units thick."""

    path: skia.Path
    paint: Rgb
    width: float
    alpha: float = 1.0
    clips: tuple[skia.Path, ...] = ()
    glow: bool = False
    blur: float = 0.0


Item = Fill | Line


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where something else attaches.

    (x, y) in the drawing's units; `size` the room there (width of the head for a hat, span of a hand, width of a table
    top); `turn` in degrees; `index` is where in the list of items the attached drawing goes: what was drawn before is
    behind it, what was drawn after is in front.
    """

    name: str
    x: float
    y: float
    size: float
    turn: float = 0.0
    index: int = 0


@dataclass(slots=True)
class Drawing:
    """What a pen recorded."""

    items: list[Item] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what is opaque (glows and decals do not count); (0, 0, 1, 1) when empty."""
        box: skia.Rect | None = None
        for item in self.items:
            if isinstance(item, Fill) and (item.form == "glow" or item.decal or item.blur):
                continue
            edge = _clipped_bounds(item)
            if edge is None:
                continue
            if box is None:
                box = edge
            else:
                box.join(edge)
        if box is None:
            return (0.0, 0.0, 1.0, 1.0)
        return (box.left(), box.top(), box.right(), box.bottom())

    def silhouette(self) -> skia.Path:
        """One path that holds every opaque outline (winding fill: overlaps stay filled)."""
        path = skia.Path()
        for item in self.items:
            if isinstance(item, Fill) and not item.decal and not item.clips and item.form != "glow" and not item.blur:
                path.addPath(item.path)
        path.setFillType(skia.PathFillType.kWinding)
        return path

    def transformed(self, matrix: skia.Matrix) -> Drawing:
        """A copy under a matrix that keeps angles (translate, scale, turn, flip)."""
        return Drawing(
            [move(item, matrix) for item in self.items], {n: move_anchor(a, matrix) for n, a in self.anchors.items()}
        )


def scale_of(matrix: skia.Matrix) -> float:
    """How much longer a line gets under the matrix."""
    return float(matrix.mapRadius(1.0))


def move(item: Item, matrix: skia.Matrix) -> Item:
    """The item under a matrix."""
    clips = tuple(changed(clip, matrix) for clip in item.clips)
    path = changed(item.path, matrix)
    scale = scale_of(matrix)
    if isinstance(item, Line):
        return Line(path, item.paint, item.width * scale, item.alpha, clips, item.glow, item.blur * scale)
    paint = item.paint
    if isinstance(paint, Gradient):
        start, end = matrix.mapXY(*paint.start), matrix.mapXY(*paint.end)
        points = (start.x(), start.y()), (end.x(), end.y())
        if isinstance(paint, Texture) and paint.matrix is not None:
            paint = replace(paint, start=points[0], end=points[1], matrix=skia.Matrix.Concat(matrix, paint.matrix))
        else:
            paint = Gradient(*points, paint.stops, paint.radial, paint.alphas)
    return Fill(path, paint, item.form, item.line, item.alpha, clips, item.blur * scale, item.decal)


def move_anchor(anchor: Anchor, matrix: skia.Matrix) -> Anchor:
    """The anchor under a matrix."""
    spot = matrix.mapXY(anchor.x, anchor.y)
    return Anchor(anchor.name, spot.x(), spot.y(), anchor.size * scale_of(matrix), anchor.turn, anchor.index)


def _clipped_bounds(item: Item) -> skia.Rect | None:
    edge = item.path.computeTightBounds()
    if isinstance(item, Line):
        edge = edge.makeOutset(item.width / 2, item.width / 2)
    for clip in item.clips:
        if not edge.intersect(clip.getBounds()):
            return None
    return edge


class Pen:
    """Records what a thing looks like. Later calls are in front of earlier ones."""

    def __init__(self) -> None:
        self.drawing = Drawing()
        self._matrix = skia.Matrix()
        self._clips: tuple[skia.Path, ...] = ()

    def fill(
        self,
        path: skia.Path,
        paint: Paint,
        form: Form = "round",
        *,
        line: float = 1.0,
        alpha: float = 1.0,
        blur: float = 0.0,
    ) -> skia.Path:
        """Fill an outline. `line` 0 leaves the outline away where two parts should grow together. Returns the path."""
        self._add(Fill(path, paint, form, line, alpha, (), blur, decal=False))
        return path

    def decal(
        self, path: skia.Path, paint: Paint, *, alpha: float = 1.0, blur: float = 0.0, line: float = 0.0
    ) -> skia.Path:
        """Paint on what is already there (a cheek, a spot, a stripe, a shadow line); use inside `on` to stay on it."""
        self._add(Fill(path, paint, "flat", line, alpha, (), blur, decal=True))
        return path

    def glow(self, path: skia.Path, paint: Paint, *, alpha: float = 1.0, blur: float = 0.0) -> skia.Path:
        """Something that gives light: a lamp, a screen, a window at night."""
        self._add(Fill(path, paint, "glow", 0.0, alpha, (), blur, decal=bool(blur)))
        return path

    def line(
        self, path: skia.Path, paint: Rgb, width: float, *, alpha: float = 1.0, glow: bool = False, blur: float = 0.0
    ) -> None:
        """Draw a line with round ends, `width` units thick."""
        self._add(Line(path, paint, width, alpha, (), glow, blur))

    def anchor(self, name: str, x: float, y: float, size: float, turn: float = 0.0) -> None:
        """Say where others attach; they will stand before what was drawn so far and behind what comes later."""
        anchor = Anchor(name, x, y, size, turn, len(self.drawing.items))
        self.drawing.anchors[name] = move_anchor(anchor, self._matrix)

    def copy(
        self, drawing: Drawing, x: float = 0, y: float = 0, scale: float = 1, *, turn: float = 0, flip: bool = False
    ) -> None:
        """Draw another drawing at (x, y): its origin goes there. Its anchors are not taken over."""
        with self.at(x, y, scale, turn=turn, flip=flip):
            for item in drawing.items:
                self._add(item)

    @contextmanager
    def at(self, x: float, y: float, scale: float = 1.0, *, turn: float = 0.0, flip: bool = False) -> Iterator[None]:
        """Draw with the origin at (x, y), scaled, turned clockwise by degrees, mirrored if `flip`."""
        before = self._matrix
        matrix = skia.Matrix.Concat(before, skia.Matrix())
        matrix.preTranslate(x, y)
        if turn:
            matrix.preRotate(turn)
        matrix.preScale(-scale if flip else scale, scale)
        self._matrix = matrix
        try:
            yield
        finally:
            self._matrix = before

    @contextmanager
    def on(self, path: skia.Path) -> Iterator[None]:
        """Draw only inside the outline."""
        before = self._clips
        self._clips = (*before, changed(path, self._matrix))
        try:
            yield
        finally:
            self._clips = before

    def _add(self, item: Item) -> None:
        moved = move(item, self._matrix)
        if self._clips:
            clips = (*self._clips, *moved.clips)
            if isinstance(moved, Line):
                moved = Line(moved.path, moved.paint, moved.width, moved.alpha, clips, moved.glow, moved.blur)
            else:
                moved = Fill(
                    moved.path, moved.paint, moved.form, moved.line, moved.alpha, clips, moved.blur, moved.decal
                )
        self.drawing.items.append(moved)


def merged(drawings: Sequence[Drawing]) -> Drawing:
    """All of them as one, the first at the back."""
    return Drawing([item for drawing in drawings for item in drawing.items])
