"""A chessboard."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    polygon,
)


@thing("chessboard", "chess board", "checkerboard", cm=10, kind="object")
def draw(pen: Pen, look: Look) -> None:
    wood = Finish((120, 74, 46), "soft", "wood")
    coat(pen, facet("-128 -4 128 -4 128 8 -128 8", 1), wood.tone(-0.2))
    coat(pen, facet("-92 -86 92 -86 128 -4 -128 -4", 2), wood)
    pale, dark = look.colour((244, 226, 190)), look.colour((96, 58, 40), 1)

    def at(i: float, j: float) -> tuple[float, float]:
        share = j / 8
        return ((i - 4) * (20.5 + 8 * share), -81 + 72 * (share * 0.86 + 0.14 * share * share))

    for i in range(8):
        for j in range(8):
            tile = polygon([at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)])
            pen.fill(tile, pale if (i + j) % 2 == 0 else dark, "flat", line=0.3)
    pen.anchor("top", 0, -44, 190)
