"""Outlines: a scene in a flat medium as an SVG of paths, with nothing of pixels in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import skia

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Size
from pinxit.engines.illustrator import account, inscriptions, media, painter
from pinxit.engines.illustrator.brush import Brush, colour4
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.direction import direct
from pinxit.engines.illustrator.media import comic
from pinxit.engines.illustrator.painter import Order, Painted, Plan, lay_out
from pinxit.engines.illustrator.vectors import Screen, Tint, VectorCanvas
from pinxit.scene.model import Scene


class ScreenBrush(comic.ComicBrush):
    """The comic's brush, with dots that can be taken apart."""

    def _dotted(self, rgb: Rgb, radius: float, alpha: float = 1.0) -> skia.Paint:
        pitch = self.unit * comic.PITCH / 1000
        return Screen(super()._dotted(rgb, radius, alpha), rgb, radius * pitch, pitch)


# The reader takes a poster for the more telling medium of two; here it is the other one that can be made.
_FLAT = re.compile(r"\b(?:flat|vector)\b", re.IGNORECASE)
TOOLS: dict[str, type[Brush]] = {"comic": ScreenBrush}


def draw(scene: Scene, order: Order, tint: Tint | None = None) -> Painted:
    """Draw one picture in paths; `tint` is what becomes of its colours in the end.

    Raises InvalidRequest where the words name a medium that is not flat.
    """
    if scene.medium is None or (scene.medium == "poster" and _FLAT.search(scene.prompt)):
        scene = replace(scene, medium="flat")
    planned = lay_out(direct(scene, order.seed, order.complexity), order.size, order.seed, order.imprint)
    check_medium(planned.direction.medium)
    order.report(0.3, "drawing")
    canvas = VectorCanvas(order.size.width, order.size.height, tint)
    lay_on(canvas, planned, order, tint)
    show_states(planned, order)
    order.report(1.0, "done")
    blank = np.zeros((order.size.height, order.size.width, 4 if order.transparent else 3), np.uint8)
    words = account.describe(planned.direction, planned.wardrobe)
    return Painted(blank, words, account.missing(planned.direction), svg=canvas.write())


def check_medium(medium: media.Medium) -> None:
    """Raises InvalidRequest for a medium that is more than flat shapes."""
    if medium.vector is not None:
        return
    flat = [name for name, other in media.load().items() if other.vector is not None]
    raise InvalidRequest(
        f"A picture in the medium {medium.name} is made of pixels and cannot be an svg. Ask for a flat one "
        f"({', '.join(flat)}), for instance “a flat vector illustration of …”, “a sticker of …” or “a logo for …”, "
        "name no medium at all, or take output_format png.",
        param="output_format",
        code="unsupported_value",
    )


def show_states(planned: Plan, order: Order) -> None:
    """The unfinished states, in pixels, for whoever watches."""
    if order.show is None:
        return
    painter.show_proofs(planned, order)
    order.show("finished", painter.develop(planned, order))


def lay_on(canvas: Any, planned: Plan, order: Order, tint: Tint | None = None) -> None:
    """Draw a scene that is laid out, with its sheet and its lettering, over `order.size` of a VectorCanvas."""
    direction, size, place = planned.direction, order.size, planned.frame
    # A lens blurs pixels.
    planned = replace(planned, direction=replace(direction, medium=replace(direction.medium, lens=False, depth=0.0)))
    tool = TOOLS.get(direction.medium.name, direction.medium.brush)
    developed = direction.medium.vector or media.unchanged
    if order.transparent:
        painter.draw_on(canvas, planned, order, tool)
        return
    mounted = (place.width, place.height) != (size.width, size.height)
    if mounted:
        canvas.clear(colour4(inscriptions.paper(direction)))
    canvas.save()
    if mounted:
        canvas.translate(place.left, place.top)
    inner = Size(place.width, place.height)
    canvas.clipRect(skia.Rect.MakeWH(inner.width, inner.height))
    canvas.tint = (lambda rgb: tint(developed(rgb))) if tint is not None else developed
    painter.draw_on(canvas, planned, replace(order, size=inner, report=silent), tool)
    canvas.restore()
    canvas.tint = tint
    if inscriptions.prints(direction, planned.actors, size, place):
        # Titles take their colour from what is under them; that takes a look at the pixels.
        pixels = painter.picture(planned, order)
        inscriptions.print_on(canvas, pixels, direction, planned.actors, size, place)


def silent(_fraction: float, _stage: str) -> None:
    """The report of what is only a part of the work."""
