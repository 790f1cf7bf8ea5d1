"""Logo: solid shapes and type on an even ground; drawn by the emblem's own layout."""

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.media import Finish, Medium, unchanged


def develop(pixels: Bytes, finish: Finish) -> Bytes:
    """A logo is left alone."""
    return pixels


MEDIUM = Medium(
    "logo",
    Manner(shading="none", gradient=0.0, rim=0.0, shine=0.0),
    develop,
    scenic=False,
    shadows=0.0,
    vector=unchanged,
)
