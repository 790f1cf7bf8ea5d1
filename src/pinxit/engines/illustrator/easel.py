"""The easel: a request in, finished pixels out. It decides what is made of a request and leaves the making to others.

A prompt becomes one picture of one scene (`painter`), or several on one page (`comics`).
"""

from __future__ import annotations

from pinxit.core.images import Background, ImageRequest
from pinxit.engines.illustrator import comics, painter, sources
from pinxit.engines.illustrator.direction import size_for
from pinxit.engines.illustrator.painter import Order, Painted, Report, Show
from pinxit.scene import read
from pinxit.scene.panels import split


def paint(request: ImageRequest, seed: int, report: Report, show: Show | None = None) -> Painted:
    """Make one picture of `request`. Raises InvalidRequest for what cannot be done with its source pictures."""
    report(0.02, "reading")
    if request.sources:
        return sources.work(request, seed, report, show)
    strip = split(request.prompt)
    if strip is not None:
        page = request.size or comics.size_for(strip, request.prompt)
        transparent = request.background is Background.TRANSPARENT
        return comics.paint(strip, request.prompt, Order(page, seed, request.quality, transparent, report, show))
    scene = read(request.prompt)
    size = request.size or size_for(scene)
    transparent = request.background is Background.TRANSPARENT
    return painter.paint(scene, Order(size, seed, request.quality, transparent, report, show))
