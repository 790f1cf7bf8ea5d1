"""Repaint: which medium a source is painted over in, and how."""

from __future__ import annotations

from collections.abc import Callable

from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.sources import dry, facets, printed, wet

# The name of a medium: how its pixels are made, and what the description calls it.
MEDIA: dict[str, tuple[Callable[[Bytes, int], Bytes], str]] = {
    "watercolour": (wet.paint_watercolour, "a watercolour"),
    "oil": (wet.paint_oil, "an oil painting"),
    "gouache": (wet.paint_gouache, "a gouache"),
    "pencil": (dry.draw_pencil, "a pencil drawing"),
    "crayon": (dry.draw_crayon, "a drawing in coloured pencils"),
    "charcoal": (dry.draw_charcoal, "a charcoal drawing"),
    "ink": (dry.draw_ink, "an ink drawing"),
    "chalk": (dry.draw_chalk, "a chalk drawing on a board"),
    "blueprint": (dry.draw_blueprint, "a blueprint"),
    "poster": (printed.print_poster, "a vintage poster"),
    "flat": (printed.print_flat, "a flat illustration"),
    "minimalist": (printed.print_minimal, "a minimalist illustration"),
    "comic": (printed.print_comic, "a comic"),
    "pixel art": (printed.print_pixels, "pixel art"),
    "paper cut": (printed.cut_paper, "a paper cut"),
    "low poly": (facets.fold_facets, "a low-poly picture"),
    "stained glass": (facets.lead_glass, "stained glass"),
    "mosaic": (facets.lay_mosaic, "a mosaic"),
}


def repainted(pixels: Bytes, medium: str, seed: int) -> Bytes:
    """RGB pixels painted over in a medium of `MEDIA`, of the same size."""
    return MEDIA[medium][0](pixels, seed)
