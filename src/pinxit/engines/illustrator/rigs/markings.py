"""Markings on an animal's face, painted inside the head's outline; points are shares of the skull's radii."""

from __future__ import annotations

from collections.abc import Callable

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.ears import Skull, on_skull, pair_decal
from pinxit.engines.illustrator.shapes import ellipse


def draw_markings(pen: Pen, coat: Coat, skull: Skull) -> None:
    """All markings of the face, in a fixed order from the broad to the small."""
    for name, paint in _MARKS.items():
        if name in coat.marks:
            paint(pen, coat, skull)


def _cheeks(pen: Pen, coat: Coat, skull: Skull) -> None:
    shape = [(0, 0.1), (0.34, 0.18), (0.7, 0.02), (1.3, 0.0), (1.2, 0.7), (0.8, 1.1), (0, 1.12)]
    pair_decal(pen, skull, on_skull(skull, shape), coat.light)


def _husky(pen: Pen, coat: Coat, skull: Skull) -> None:
    shape = [(0, -0.2), (0.22, -0.52), (0.56, -0.46), (0.78, -0.06), (1.0, 0.3), (0.9, 0.9), (0, 1.12)]
    pair_decal(pen, skull, on_skull(skull, shape), coat.light)
    pen.decal(on_skull(skull, [(0, -1.1), (0.07, -0.5), (0, -0.1), (-0.07, -0.5)]), coat.light)


def _brows(pen: Pen, coat: Coat, skull: Skull) -> None:
    brow = [(0.26, -0.22), (0.3, -0.46), (0.5, -0.54), (0.68, -0.38), (0.62, -0.2), (0.44, -0.16)]
    pair_decal(pen, skull, on_skull(skull, brow), coat.light)
    cheek = [(0.56, 0.3), (0.84, 0.0), (1.4, -0.1), (1.4, 0.7), (0.86, 0.96), (0.6, 0.72)]
    pair_decal(pen, skull, on_skull(skull, cheek), coat.light)


def _tear(pen: Pen, coat: Coat, skull: Skull) -> None:
    tear = [(0.34, 0.16), (0.52, 0.14), (0.64, 0.42), (0.62, 0.8), (0.46, 0.98), (0.42, 0.6)]
    pair_decal(pen, skull, on_skull(skull, tear), mix(coat.dark, coat.fur, 0.4))


def _panda(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    pair_decal(pen, skull, ellipse(x + rx * 0.46, y + ry * 0.12, rx * 0.25, ry * 0.32, 30), coat.dark)


def _mask(pen: Pen, coat: Coat, skull: Skull) -> None:
    face = [(0, -0.5), (0.4, -0.42), (0.9, -0.3), (1.3, 0.1), (1.0, 1.0), (0, 1.1)]
    pair_decal(pen, skull, on_skull(skull, face), coat.light)
    mask = [(0.14, -0.08), (0.42, -0.22), (0.74, 0.0), (1.02, 0.34), (0.86, 0.5), (0.5, 0.44), (0.22, 0.3)]
    pair_decal(pen, skull, on_skull(skull, mask), coat.dark)
    pen.decal(on_skull(skull, [(0, -1.1), (0.1, -0.5), (0.08, 0.3), (-0.08, 0.3), (-0.1, -0.5)]), coat.dark)


def _blaze(pen: Pen, coat: Coat, skull: Skull) -> None:
    shape = [(0, -1.1), (0.1, -0.6), (0.16, 0.0), (0.42, 0.4), (0, 0.8), (-0.42, 0.4), (-0.16, 0.0), (-0.1, -0.6)]
    pen.decal(on_skull(skull, shape), coat.light)


def _points(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    pen.decal(ellipse(x, y + ry * 0.36, rx * 0.56, ry * 0.6), coat.dark, alpha=0.8, blur=rx * 0.14)


def _shepherd(pen: Pen, coat: Coat, skull: Skull) -> None:
    shape = [(0, -0.3), (0.24, -0.1), (0.36, 0.2), (0.5, 0.5), (0.4, 1.0), (0, 1.1)]
    pair_decal(pen, skull, on_skull(skull, shape), coat.dark)
    x, y, rx, ry = skull
    pen.decal(ellipse(x, y - ry * 0.9, rx * 0.5, ry * 0.3), coat.dark, alpha=0.55, blur=rx * 0.12)


def _dachs(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    tan = mix(coat.light, (196, 120, 62), 0.8)
    pair_decal(pen, skull, ellipse(x + rx * 0.36, y - ry * 0.3, rx * 0.11, ry * 0.08), tan)
    pair_decal(pen, skull, ellipse(x + rx * 0.6, y + ry * 0.62, rx * 0.26, ry * 0.24), tan)


def _patch(pen: Pen, coat: Coat, skull: Skull) -> None:
    shape = [(0.14, -0.3), (0.3, -1.0), (0.9, -1.1), (1.1, -0.1), (0.86, 0.36), (0.44, 0.4)]
    pen.decal(on_skull(skull, shape), coat.dark)


def _tricolour(pen: Pen, coat: Coat, skull: Skull) -> None:
    _blaze(pen, coat, skull)


def _tabby(pen: Pen, coat: Coat, skull: Skull) -> None:
    for a, low in ((0.0, -0.48), (0.24, -0.56)):
        bar = [(a - 0.05, -1.1), (a + 0.07, -1.1), (a * 0.8 + 0.05, -0.8), (a * 0.7, low), (a * 0.8 - 0.05, -0.8)]
        pair_decal(pen, skull, on_skull(skull, bar), coat.dark)
    for b in (0.1, 0.36):
        bar = [(1.2, b - 0.08), (0.86, b - 0.04), (0.64, b + 0.02), (0.86, b + 0.06), (1.2, b + 0.08)]
        pair_decal(pen, skull, on_skull(skull, bar), coat.dark)


def _tiger(pen: Pen, coat: Coat, skull: Skull) -> None:
    brow = [(0.2, -0.2), (0.36, -0.36), (0.64, -0.3), (0.66, -0.12), (0.44, -0.1)]
    pair_decal(pen, skull, on_skull(skull, brow), coat.light)
    cheek = [(0.4, 0.4), (0.8, 0.2), (1.4, 0.1), (1.2, 1.0), (0.4, 1.1)]
    pair_decal(pen, skull, on_skull(skull, cheek), coat.light)
    for wide, b in ((0.34, -0.86), (0.26, -0.68), (0.16, -0.52)):
        bar = [(-wide, b - 0.04), (0, b + 0.03), (wide, b - 0.04), (wide * 0.6, b + 0.05), (0, b + 0.13)]
        bar = [*bar, (-wide * 0.6, b + 0.05)]
        pen.decal(on_skull(skull, bar), coat.dark)
    for b, reach in ((-0.34, 0.78), (0.02, 0.74), (0.34, 0.7), (0.62, 0.68)):
        bar = [(1.3, b - 0.12), (0.94, b - 0.06), (reach, b + 0.04), (0.96, b + 0.05), (1.3, b + 0.06)]
        pair_decal(pen, skull, on_skull(skull, bar), coat.dark)


def _spots(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    for a, b, r in ((0.0, -0.84, 0.06), (0.24, -0.66, 0.07), (0.5, -0.72, 0.06), (0.12, -0.46, 0.05),
                    (0.76, -0.2, 0.06), (0.84, 0.2, 0.06), (0.74, 0.48, 0.05)):  # fmt: skip
        pair_decal(pen, skull, ellipse(x + rx * a, y + ry * b, rx * r), coat.dark)


def _dalmatian(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    for a, b, r in ((-0.3, -0.7, 0.1), (0.2, -0.62, 0.12), (0.02, -0.34, 0.07), (0.74, 0.2, 0.09), (-0.7, 0.3, 0.11),
                    (0.62, 0.66, 0.07), (-0.44, 0.66, 0.05), (-0.66, -0.24, 0.07), (0.5, -0.9, 0.08)):  # fmt: skip
        pen.decal(ellipse(x + rx * a, y + ry * b, rx * r, ry * r * 0.86, 20), coat.dark)


def _monkey(pen: Pen, coat: Coat, skull: Skull) -> None:
    face = [(0, -0.26), (0.3, -0.46), (0.66, -0.34), (0.76, 0.04), (0.62, 0.34), (0.8, 0.66), (0.5, 1.02), (0, 1.1)]
    pair_decal(pen, skull, on_skull(skull, face), coat.light)


def _chipmunk(pen: Pen, coat: Coat, skull: Skull) -> None:
    """Two pale bands through the eye's height, edged in dark."""
    for dy, tone in ((-0.34, coat.light), (-0.06, coat.dark), (0.16, coat.light)):
        bar = [(0.2, dy), (0.6, dy - 0.1), (1.1, dy - 0.06), (1.1, dy + 0.08), (0.6, dy + 0.06)]
        pair_decal(pen, skull, on_skull(skull, bar), tone)
    crown = [(0, -1.1), (0.12, -1.0), (0.1, -0.5), (0, -0.3), (-0.1, -0.5), (-0.12, -1.0)]
    pen.decal(on_skull(skull, crown), coat.dark)


def _hood(pen: Pen, coat: Coat, skull: Skull) -> None:
    face = [(0, -0.4), (0.3, -0.6), (0.66, -0.5), (0.84, 0.0), (0.8, 0.6), (0.5, 1.1), (0, 1.14)]
    pair_decal(pen, skull, on_skull(skull, face), coat.light)


def _halo(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    pair_decal(pen, skull, ellipse(x + rx * 0.44, y + ry * 0.02, rx * 0.26, ry * 0.26), lighten(coat.fur, 0.35))


def _folds(pen: Pen, coat: Coat, skull: Skull) -> None:
    for b, wide in ((-0.42, 0.24), (-0.26, 0.18)):
        fold = [(-wide, b + 0.05), (0, b - 0.05), (wide, b + 0.05), (0, b + 0.01)]
        pen.decal(on_skull(skull, fold), darken(coat.fur, 0.35), alpha=0.7)


_MARKS: dict[str, Callable[[Pen, Coat, Skull], None]] = {
    "cheeks": _cheeks,
    "husky": _husky,
    "hood": _hood,
    "brows": _brows,
    "tear": _tear,
    "monkey": _monkey,
    "mask": _mask,
    "points": _points,
    "blaze": _blaze,
    "tricolour": _tricolour,
    "shepherd": _shepherd,
    "dachs": _dachs,
    "patch": _patch,
    "panda": _panda,
    "chipmunk": _chipmunk,
    "halo": _halo,
    "tabby": _tabby,
    "tiger": _tiger,
    "spots": _spots,
    "rosettes": _spots,
    "dalmatian": _dalmatian,
    "folds": _folds,
}
