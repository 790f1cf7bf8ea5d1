"""The easel: a request in, a finished picture out. It decides what is made of it and leaves the making to others.

A prompt becomes one picture of one scene (`painter`), or several on one page (`comics`); in pixels, as the frames of
its making (`growth`), or in paths (`outlines`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MIN_SIDE, Animation, Background, Format, ImageRequest, Size
from pinxit.core.sizes import at_tier
from pinxit.engines.illustrator import comics, growth, outlines, painter, proofs, sources
from pinxit.engines.illustrator.direction import Complexity, size_for
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.painter import Note, Order, Painted, Report, Show
from pinxit.engines.illustrator.retouching import retouched, tint_of
from pinxit.scene import read
from pinxit.scene.model import Scene
from pinxit.scene.panels import Strip, split

OfScene = Callable[[Scene, Order], Painted]
OfStrip = Callable[[Strip, str, Order], Painted]


def paint(request: ImageRequest, seed: int, report: Report, show: Show | None = None) -> Painted:
    """Make one picture of `request`. Raises InvalidRequest for what only a look at the words or the sources tells."""
    report(0.02, "reading")
    show = None if show is None else proofs.Watch(show, patient=bool(request.sources))
    if request.format is Format.GIF:
        return _animate(request, seed, report, show)
    if request.format is Format.SVG:
        return _outline(request, seed, report, show)
    return _paint(request, seed, report, show)


def _paint(request: ImageRequest, seed: int, report: Report, show: Show | None, note: Note | None = None) -> Painted:
    """The picture in pixels, in the style that the request wants."""
    style = request.option("style")
    if style is None:
        return _work(request, seed, report, show, note)

    def toned(stage: str, pixels: Bytes) -> None:
        if show is not None:
            show(stage, retouched(pixels, str(style)))

    painted = _work(request, seed, report, toned if show is not None else None, note)
    return replace(painted, pixels=retouched(painted.pixels, str(style)))


def _work(request: ImageRequest, seed: int, report: Report, show: Show | None, note: Note | None) -> Painted:
    if request.sources:
        return sources.work(request, seed, report, show)
    order = replace(_order(request, seed, report, show), note=note)
    return _compose(request, order, painter.paint, comics.paint)


def _animate(request: ImageRequest, seed: int, report: Report, show: Show | None) -> Painted:
    """The picture with the frames of its making."""
    sitting = growth.Sitting(seed, show)
    painted = _paint(request, seed, lambda share, stage: report(share * 0.9, stage), sitting.show, sitting.note)
    report(0.92, "animating")
    # A scene that is repainted as a whole has been shown as finished before that.
    sitting.states["finished"] = growth.opaque(painted.pixels)
    start = growth.opened(request.sources, painted.pixels.shape)
    return replace(painted, frames=sitting.frames(request.animation or Animation(), start))


def _outline(request: ImageRequest, seed: int, report: Report, show: Show | None) -> Painted:
    """The picture in paths."""
    if request.sources:
        raise InvalidRequest(
            "A source picture is made of pixels, and so is what comes of it; take output_format png, webp or jpeg.",
            param="output_format",
            code="unsupported_value",
        )
    style = request.option("style")
    tint = None if style is None else tint_of(str(style))
    return _compose(
        request,
        _order(request, seed, report, show),
        lambda scene, order: outlines.draw(scene, order, tint),
        lambda strip, prompt, order: comics.draw(strip, prompt, order, tint),
    )


def _order(request: ImageRequest, seed: int, report: Report, show: Show | None) -> Order:
    """What the request wants, in a size that is still to be decided where it names none."""
    complexity = cast(Complexity, request.option("complexity") or "high")
    transparent = request.background is Background.TRANSPARENT
    size = request.size or Size(MIN_SIDE, MIN_SIDE)
    return Order(size, seed, request.quality, transparent, report, show, complexity=complexity)


def _compose(request: ImageRequest, order: Order, of_scene: OfScene, of_strip: OfStrip) -> Painted:
    """One scene or a page of panels, in the size that is asked for or that the words want."""
    strip = split(request.prompt)
    if strip is not None:
        size = request.size or at_tier(comics.size_for(strip, request.prompt), request.tier)
        growth.check_size(size, request.format)
        return of_strip(strip, request.prompt, replace(order, size=size))
    scene = read(request.prompt)
    size = request.size or at_tier(size_for(scene), request.tier)
    growth.check_size(size, request.format)
    return of_scene(scene, replace(order, size=size))
