"""Heads of four-legged animals in profile, as measures.

All in the head's own units: the poll at (0, 0), the nose 100 to the right, the jaw side at positive y.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pinxit.engines.illustrator.shapes import Point


@dataclass(frozen=True, slots=True)
class Skull:
    """Outline and features of one kind of head. `mouth` runs from the lips back; `ear` is its root; `muzzle` is where
    the lighter or darker nose begins; `nose` is "nostril" (hoofed animals) or "button" (dogs, cats)."""

    outline: tuple[Point, ...]
    eye: Point
    nostril: Point
    mouth: tuple[Point, ...]
    ear: Point
    cheek: tuple[float, float, float] = (26, 26, 20)
    muzzle: float = 74
    eye_size: float = 6.2
    nose: str = "nostril"
    nose_size: float = 1.0


HORSE = Skull(
    ((-10, 8), (-2, -6), (12, -9), (28, -8), (48, -4), (68, -1), (86, -3), (97, 2), (102, 13), (100, 22), (95, 28),
    (91, 34),
     (83, 36), (76, 31), (62, 33), (48, 40), (34, 48), (18, 48), (2, 40), (-10, 26)),
    (33, 5), (94, 9), ((100, 23), (92, 25), (81, 24)), (-1, -3), (24, 28, 19), 70, 7.0,
)  # fmt: skip
COW = Skull(
    ((-12, 8), (-4, -6), (8, -11), (24, -9), (46, -4), (68, -3), (86, -7), (98, -1), (103, 11), (101, 23), (97, 31),
    (92, 38),
     (80, 41), (68, 38), (52, 40), (34, 46), (16, 44), (0, 36), (-12, 24)),
    (30, 6), (95, 8), ((100, 25), (90, 27), (76, 23)), (-2, 4), (24, 28, 17), 72, 6.6,
)  # fmt: skip
SHEEP = Skull(
    ((-10, 8), (-2, -8), (12, -13), (30, -13), (50, -9), (70, -4), (86, 0), (97, 6), (100, 16), (97, 25), (90, 32),
     (78, 36), (62, 38), (44, 44), (26, 47), (8, 42), (-8, 28)),
    (34, 5), (93, 11), ((98, 23), (88, 24), (78, 19)), (0, 2), (26, 28, 16), 80, 7.0,
)  # fmt: skip
PIG = Skull(
    ((-14, 4), (0, -12), (16, -16), (34, -10), (50, 0), (64, 8), (82, 4), (94, 2), (100, 8), (101, 24), (97, 33),
    (88, 36),
     (78, 40), (66, 48), (48, 56), (26, 58), (6, 52), (-12, 34)),
    (36, 9), (99, 17), ((86, 37), (74, 40), (60, 36)), (4, -8), (36, 38, 19), 86, 6.2, "disc",
)  # fmt: skip
DEER = Skull(
    ((-10, 6), (-2, -8), (12, -12), (28, -9), (46, -2), (66, 4), (84, 5), (95, 8), (100, 16), (98, 24), (92, 29),
     (80, 31), (64, 32), (46, 38), (28, 43), (10, 40), (-8, 26)),
    (30, 6), (95, 13), ((98, 23), (88, 24), (78, 20)), (-2, -2), (24, 26, 15), 78, 7.4, "button",
)  # fmt: skip
GIRAFFE = Skull(
    ((-10, 6), (-4, -10), (10, -16), (26, -13), (44, -5), (64, 1), (84, 2), (96, 6), (101, 15), (99, 25), (93, 32),
     (80, 34), (64, 33), (46, 37), (28, 42), (10, 40), (-8, 26)),
    (30, 3), (95, 11), ((99, 25), (88, 26), (76, 21)), (-4, -2), (24, 26, 15), 76, 7.0,
)  # fmt: skip
ELEPHANT = Skull(
    ((-16, 20), (-10, -10), (10, -24), (34, -26), (54, -16), (66, 2), (78, 22), (80, 44), (68, 62), (46, 70), (34, 84),
     (22, 88), (12, 78), (0, 70), (-14, 50)),
    (50, 14), (0, 0), ((52, 68), (42, 74), (30, 72)), (10, 10), (34, 48, 14), 200, 4.6, "trunk",
)  # fmt: skip
RHINO = Skull(
    ((-14, 6), (-4, -10), (12, -14), (30, -8), (48, 2), (66, 6), (84, 2), (98, 6), (102, 20), (100, 34), (92, 44),
     (78, 46), (60, 46), (40, 52), (20, 54), (2, 48), (-12, 32)),
    (40, 12), (95, 18), ((99, 35), (88, 35), (74, 31)), (2, -6), (28, 34, 18), 200, 4.4,
)  # fmt: skip
HIPPO = Skull(
    ((-14, 8), (-4, -10), (10, -15), (24, -12), (34, -2), (52, 2), (70, -4), (86, -8), (98, -2), (104, 14), (103,
    32), (97, 48),
     (84, 56), (66, 56), (48, 58), (28, 60), (6, 54), (-12, 36)),
    (22, -4), (92, -2), ((100, 40), (82, 42), (60, 34), (50, 26)), (0, -12), (40, 40, 16), 200, 5.0,
)  # fmt: skip
DOG = Skull(
    ((-12, 10), (-6, -12), (10, -26), (30, -26), (46, -16), (54, -4), (70, 0), (88, -2), (98, 4), (100, 14), (96,
    24), (86, 30),
     (72, 33), (56, 36), (40, 46), (20, 50), (0, 46), (-12, 30)),
    (40, -4), (97, 3), ((96, 22), (82, 25), (64, 24), (58, 20)), (4, -12), (30, 26, 17), 62, 7.4, "button",
)  # fmt: skip
CAT = Skull(
    ((-14, 12), (-8, -18), (12, -36), (38, -38), (58, -28), (70, -12), (82, -4), (92, 0), (98, 8), (96, 20), (88,
    28), (76, 34),
     (60, 42), (40, 52), (16, 56), (-4, 48), (-14, 32)),
    (58, -4), (96, 5), ((95, 16), (86, 20), (74, 18)), (14, -28), (44, 26, 16), 72, 9.0, "button",
)  # fmt: skip


def _shorter(skull: Skull, share: float) -> Skull:
    """The same head with a shorter muzzle."""

    def near(point: Point) -> Point:
        return (50 + (point[0] - 50) * share if point[0] > 50 else point[0], point[1])

    return replace(skull, outline=tuple(near(p) for p in skull.outline), nostril=near(skull.nostril),
                   mouth=tuple(near(p) for p in skull.mouth), eye=near(skull.eye), nose_size=0.72,
                   muzzle=near((skull.muzzle, 0))[0])  # fmt: skip


CAMEL = Skull(
    ((-10, 8), (-4, -8), (10, -13), (28, -10), (46, -3), (64, -1), (82, -5), (96, -1), (103, 10), (101, 22), (96,
    32), (88, 37),
     (76, 33), (62, 34), (46, 39), (28, 44), (10, 42), (-8, 28)),
    (30, 3), (96, 6), ((101, 22), (90, 24), (76, 18)), (-2, -2), (24, 26, 15), 76, 7.0,
)  # fmt: skip

SKULLS = {
    "horse": HORSE, "cow": COW, "sheep": SHEEP, "pig": PIG, "deer": DEER, "giraffe": GIRAFFE, "elephant": ELEPHANT,
    "rhino": RHINO, "hippo": HIPPO, "dog": DOG, "cat": _shorter(CAT, 0.66), "lion": _shorter(CAT, 0.92), "camel": CAMEL,
}  # fmt: skip


def skull_of(name: str, *, young: bool) -> Skull:
    """The head of a kind; a young one's muzzle is shorter."""
    skull = SKULLS[name]
    return _shorter(skull, 0.76) if young and skull.nose != "trunk" else skull
