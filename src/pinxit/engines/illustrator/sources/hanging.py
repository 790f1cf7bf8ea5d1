"""Hanging: drawings made around a picture: a frame with a mount for the wall, a book with it on the cover."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Anchor, Drawing, Pen
from pinxit.engines.illustrator.shapes import box, polygon
from pinxit.engines.illustrator.sources.lining import fitted, gleam, texture
from pinxit.engines.illustrator.sources.reading import Photo

_AREA = 190.0 * 140.0  # units that a frame with its mount covers, whatever its ratio
_WOOD: Rgb = (92, 62, 44)
_CARD: Rgb = (249, 247, 241)


def hang(drawing: Drawing, photo: Photo) -> None:
    """Make the drawing a framed picture in the photo's ratio, in place."""
    ratio = min(2.2, max(0.45, photo.width / photo.height))
    shown = fitted(photo, ratio)
    height = (_AREA / ratio) ** 0.5
    width = height * ratio
    rail, card = 7.0, 15.0
    left, top = -width / 2, -height
    pen = Pen()
    pen.decal(box(left + 5, top + 8, width, height, 2), (20, 14, 10), alpha=0.4, blur=5)
    pen.fill(box(left, top, width, height, 1.5), _WOOD, "metal")
    pen.fill(box(left + 2.4, top + 2.4, width - 4.8, height - 4.8, 1), lighten(_WOOD, 0.1), "round", line=0.4)
    pen.fill(box(left + rail, top + rail, width - 2 * rail, height - 2 * rail), _CARD, "flat", line=0.5)
    pen.decal(box(left + rail, top + rail, width - 2 * rail, 3), (40, 30, 24), alpha=0.28, blur=1.5)
    inner = (left + rail + card, top + rail + card, width - 2 * (rail + card), height - 2 * (rail + card))
    x, y, wide, high = inner
    pen.decal(box(x - 1, y - 1, wide + 2, high + 2), (206, 200, 190))
    pen.fill(box(*inner), texture(shown, inner), "flat", line=0.0)
    glass = gleam((left, top), (left + width * 0.8, 0), (0.16, 0.03, 0.0))
    pen.decal(box(left + rail, top + rail, width - 2 * rail, height - 2 * rail), glass)
    drawing.items[:] = pen.drawing.items
    drawing.anchors.clear()


def stand_book(drawing: Drawing, photo: Photo) -> None:
    """Make the drawing a standing book with the photo on its cover, in place."""
    wide, tall, thick = 116.0, 168.0, 17.0
    shown = fitted(photo, wide / tall)
    edge = shown.rgb[:, : max(1, shown.width // 24)].reshape(-1, 3).mean(axis=0)
    spine: Rgb = darken((int(edge[0]), int(edge[1]), int(edge[2])), 0.25)
    left, top = -wide / 2 - 4, -tall
    pen = Pen()
    pages = polygon(
        [(left + wide, top + 3), (left + wide + thick, top + 9), (left + wide + thick, -8), (left + wide, -2)]
    )
    pen.fill(pages, (240, 234, 220), "flat", line=0.8)
    with pen.on(pages):
        for i in range(1, 8):
            x = left + wide + thick * i / 8
            pen.decal(box(x, top, 0.7, tall), (186, 176, 156), alpha=0.8)
    edge_x = left + wide + thick
    back = polygon([(edge_x, top + 6), (edge_x + 2.4, top + 7), (edge_x + 2.4, -6), (edge_x, -5)])
    pen.fill(back, spine, "flat", line=0.6)
    cover = (left, top, wide, tall)
    pen.fill(box(*cover, 2), spine, "flat")
    front = box(*cover, 2)
    with pen.on(front):
        pen.decal(front, texture(shown, cover))
        pen.decal(box(left, top, 9, tall), (0, 0, 0), alpha=0.2, blur=1.0)
        pen.decal(box(left + 9, top, 1.6, tall), (255, 255, 255), alpha=0.3, blur=0.8)
        pen.decal(front, gleam((left, top), (left + wide, 0), (0.14, 0.0, 0.0)))
    drawing.items[:] = pen.drawing.items
    drawing.anchors.clear()
    drawing.anchors["top"] = Anchor("top", 0, top, wide, 0.0, len(drawing.items))
