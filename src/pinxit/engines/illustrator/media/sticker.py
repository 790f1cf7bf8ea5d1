"""Sticker: bold outlines, cel shading, gloss, a white die-cut edge with a small shadow, on a plain ground."""

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.media import Finish, Medium, unchanged


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """Printed as it is."""
    return pixels


MEDIUM = Medium(
    "sticker",
    Manner(
        shading="cel",
        outline=8.0,
        outline_colour=(58, 32, 34),
        shade=0.42,
        shine=0.85,
        gloss="cel",
        rim=0.0,
        gradient=0.0,
        saturation=1.12,
    ),
    develop,
    scenic=False,
    light="studio",
    die_cut=True,
    shadows=0.0,
    vector=unchanged,
)
