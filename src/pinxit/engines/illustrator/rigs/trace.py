"""Outlines written as text: "x,y x,y" or "x y  x y" stays readable where a list of pairs would fill a page."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.shapes import Point, polygon, rounded, smooth


def points(text: str) -> list[Point]:
    """The pairs in the text. Raises ValueError for an odd count."""
    values = [float(word) for word in text.replace(",", " ").split()]
    return list(zip(values[::2], values[1::2], strict=True))


def organic(text: str, tension: float = 0.5) -> skia.Path:
    """A closed soft outline through the points."""
    return smooth(points(text), tension=tension)


def stroke(text: str) -> skia.Path:
    """An open soft curve through the points."""
    return smooth(points(text), closed=False)


def facet(text: str, radius: float = 0) -> skia.Path:
    """Straight edges between the points, corners rounded by `radius`."""
    path = polygon(points(text))
    return rounded(path, radius) if radius else path


def halved(text: str, x: float = 0, tension: float = 0.5) -> skia.Path:
    """A closed soft outline from its right half, top to bottom, mirrored about x; points at x stand once."""
    right = points(text)
    left = [(2 * x - a, b) for a, b in reversed(right) if abs(a - x) > 1e-6]
    return smooth([*right, *left], tension=tension)


def bars(text: str) -> skia.Path:
    """Open straight lines: each run of points is separated from the next by "|"."""
    path = skia.Path()
    for run in text.split("|"):
        path.addPath(polygon(points(run), closed=False))
    return path
