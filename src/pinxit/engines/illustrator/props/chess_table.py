"""A game of chess on a small table: the board from a player's height, men of both sides in the middle game."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.shapes import ellipse, lathe, polygon, taper

BACK, NEAR, FRONT = -118.0, -96.0, 58.0  # the board: y of its far and near edge, half of its near width
PAWN = ((0, -13), (3, -12), (3.4, -9), (1.6, -7), (2.4, -3), (4, 0))
KING = ((0.8, -24), (1, -21), (3.4, -20), (2.6, -15), (1.8, -11), (2.8, -4), (4.8, 0))
ROOK = ((3.6, -16), (3.6, -13), (2.4, -12), (2.4, -4), (4.4, 0))
MEN = ((1, 1, ROOK, 1), (3, 0, KING, 1), (4, 1, PAWN, 1), (6, 1, PAWN, 1), (2, 3, PAWN, 1), (5, 2, ROOK, 1),
       (1, 5, PAWN, 0), (3, 5, PAWN, 0), (4, 6, KING, 0), (6, 5, PAWN, 0), (7, 7, ROOK, 0), (0, 7, ROOK, 0), (5, 6, PAWN, 0))  # fmt: skip


@thing("chess table", "game of chess", "chess game", "chess match", "chess set", cm=82, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    wood = finish(look, (132, 82, 50), "glossy", usual="wood")
    coat(pen, lathe([(7, -92), (9, -70), (6, -58), (8, -34), (12, -16)]), wood.tone(-0.1), upright=True)
    coat(
        pen, polygon([(-12, -20), (12, -20), (44, -2), (44, 0), (30, 0), (0, -10), (-30, 0), (-44, 0), (-44, -2)]), wood
    )
    coat(pen, taper(112, 150, BACK - 4, NEAR + 4), wood)
    coat(pen, polygon([(-75, NEAR + 4), (75, NEAR + 4), (73, NEAR + 13), (-73, NEAR + 13)]), wood.tone(-0.25))
    pale: Rgb = (240, 222, 186)
    for i in range(8):
        for j in range(8):
            tile = polygon([_at(i, j), _at(i + 1, j), _at(i + 1, j + 1), _at(i, j + 1)])
            pen.decal(tile, pale if (i + j) % 2 else (104, 64, 44))
    for i, j, profile, side in sorted(MEN, key=lambda man: man[1]):
        x, y = _at(i + 0.5, j + 0.5)
        tone: Rgb = (60, 44, 40) if side else (246, 236, 214)
        size = 0.82 + 0.045 * j
        pen.decal(ellipse(x + 2, y, 5 * size, 1.8 * size), (40, 24, 18), alpha=0.35, blur=1)
        man = lathe([(r * size, y + h * size) for r, h in profile], x)
        pen.fill(man, tone, "glossy", line=0.35)
        if profile is KING:
            pen.fill(polygon([(x - 2.4 * size, y - 27 * size), (x + 2.4 * size, y - 27 * size), (x, y - 21 * size)]),
                     lighten(tone, 0.2) if side else darken(tone, 0.1), "flat", line=0.3)  # fmt: skip
    pen.anchor("top", 0, -106, 90)


def _at(i: float, j: float) -> tuple[float, float]:
    """The corner i from the left, j from the back, in perspective."""
    share = (j / 8) * (0.82 + 0.18 * j / 8)
    half = FRONT * (0.76 + 0.24 * share)
    return (i / 4 - 1) * half, BACK + (NEAR - BACK) * share
