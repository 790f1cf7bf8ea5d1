"""Flat illustration: clean vector shapes, one crisp shade, hardly a gradient."""

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.media import Finish, Medium, unchanged


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Flat colour needs nothing."""
    return pixels


MEDIUM = Medium(
    "flat",
    Manner(shading="cel", shade=0.4, shine=0.5, gloss="cel", rim=0.0, gradient=0.0, saturation=1.06, bands=6),
    develop,
    shadows=0.7,
    lens=False,
    vector=unchanged,
)
