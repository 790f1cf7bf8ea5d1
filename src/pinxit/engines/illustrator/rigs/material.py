"""What a thing is made of: its colour, the way it takes light, and the marks it carries (grain, veins, rust)."""

from __future__ import annotations

import random
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, luminance
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.patterns import pattern
from pinxit.engines.illustrator.pen import Form, Pen
from pinxit.engines.illustrator.shapes import curve, ellipse

_KNOWN: dict[str, tuple[Rgb | None, Form, str]] = {
    "gold": ((226, 176, 64), "metal", "metal"),
    "golden": ((226, 176, 64), "metal", "metal"),
    "silver": ((190, 196, 204), "metal", "metal"),
    "bronze": ((168, 112, 62), "metal", "metal"),
    "brass": ((204, 164, 78), "metal", "metal"),
    "copper": ((196, 114, 74), "metal", "metal"),
    "iron": ((92, 94, 100), "metal", "metal"),
    "steel": ((168, 176, 186), "metal", "metal"),
    "chrome": ((196, 202, 212), "metal", "metal"),
    "metal": ((170, 178, 188), "metal", "metal"),
    "metallic": (None, "metal", "metal"),
    "aluminium": ((190, 196, 204), "metal", "metal"),
    "wood": ((170, 114, 66), "soft", "wood"),
    "wooden": ((170, 114, 66), "soft", "wood"),
    "bamboo": ((206, 172, 104), "soft", "wood"),
    "glass": ((196, 224, 232), "glass", "glass"),
    "crystal": ((168, 204, 232), "glass", "glass"),
    "transparent": ((206, 226, 236), "glass", "glass"),
    "marble": ((232, 230, 228), "glossy", "marble"),
    "stone": ((150, 146, 140), "round", "stone"),
    "concrete": ((160, 160, 158), "round", "stone"),
    "clay": ((190, 104, 72), "round", "clay"),
    "terracotta": ((196, 102, 66), "round", "clay"),
    "ceramic": (None, "glossy", "ceramic"),
    "porcelain": (None, "glossy", "ceramic"),
    "plastic": (None, "glossy", "plastic"),
    "leather": ((134, 82, 48), "glossy", "leather"),
    "fabric": (None, "soft", "cloth"),
    "velvet": (None, "soft", "cloth"),
    "wool": (None, "soft", "cloth"),
    "woolen": (None, "soft", "cloth"),
    "knitted": (None, "soft", "knit"),
    "paper": ((240, 234, 220), "flat", "paper"),
    "cardboard": ((196, 154, 106), "round", "paper"),
    "ice": ((196, 226, 242), "glossy", "ice"),
    "jade": ((92, 162, 116), "glossy", "marble"),
    "ruby": ((186, 28, 58), "glossy", "glass"),
    "emerald": ((28, 140, 92), "glossy", "glass"),
    "chocolate": ((104, 62, 40), "glossy", "chocolate"),
    "candy": (None, "glossy", "candy"),
    "felt": (None, "soft", "cloth"),
    "plush": (None, "soft", "cloth"),
    "denim": ((74, 104, 150), "soft", "cloth"),
    "silk": (None, "glossy", "cloth"),
    "origami": ((240, 236, 226), "flat", "paper"),
    "brick": ((176, 88, 66), "round", "stone"),
    "granite": ((138, 136, 138), "round", "stone"),
    "rubber": (None, "soft", "plastic"),
    "wax": ((236, 222, 190), "soft", "candy"),
    "straw": ((220, 184, 104), "soft", "wood"),
    "wicker": ((190, 146, 88), "soft", "wood"),
    "cotton": (None, "soft", "cloth"),
    "matte": (None, "round", "matte"),
    "glossy": (None, "glossy", "glossy"),
    "shiny": (None, "glossy", "glossy"),
}


@dataclass(frozen=True, slots=True)
class Finish:
    """A colour and how it takes light; `material` is "" where none was asked for."""

    rgb: Rgb
    form: Form = "round"
    material: str = ""
    rusty: bool = False

    def tone(self, amount: float) -> Finish:
        """The same material, lighter (above 0) or darker (below)."""
        rgb = lighten(self.rgb, amount) if amount > 0 else darken(self.rgb, -amount)
        return Finish(rgb, self.form, self.material, self.rusty)


def finish(look: Look, default: Rgb, form: Form = "round", usual: str = "", index: int = 0) -> Finish:
    """What the thing's main part is made of. `usual` is the material it has when none is named."""
    words = [look.material, *look.adjectives] if look.material else list(look.adjectives)
    rgb, material = default, usual
    for word in words:
        if word in _KNOWN:
            own, form, material = _KNOWN[word]
            rgb = own or rgb
            break
    if form == "glossy" and look.has("matte", "unglazed"):
        form = "round"  # "a matte ceramic mug": the ceramic is named as well
    rgb = visible(look.colour(rgb, index))
    return Finish(rgb, form, material, look.has("rusty", "rusted"))


def visible(rgb: Rgb) -> Rgb:
    """The colour, with black lifted so far that its own shadow can still be seen on it."""
    return rgb if luminance(rgb) > 0.28 else lighten(rgb, 0.28 - luminance(rgb) * 0.6)


def coat(pen: Pen, path: skia.Path, what: Finish, *, line: float = 1.0, upright: bool = False) -> skia.Path:
    """Fill an outline with the material and its marks; `upright`: the grain runs from top to bottom."""
    pen.fill(path, what.rgb, what.form, line=line)
    mark(pen, path, what, upright=upright)
    return path


def mark(pen: Pen, path: skia.Path, what: Finish, *, upright: bool = False) -> None:
    """The marks of the material inside an outline that is filled already."""
    bounds = path.getBounds()
    rng = random.Random(f"{bounds.left():.0f}/{bounds.top():.0f}/{bounds.width():.0f}")
    with pen.on(path):
        if what.material == "wood":
            _grain(pen, bounds, what.rgb, rng, upright)
        elif what.material in {"marble", "ice"}:
            _veins(pen, bounds, what.rgb, rng)
        elif what.material in {"stone", "clay"}:
            _specks(pen, bounds, what.rgb, rng)
        if what.rusty:
            _rust(pen, bounds, rng)


def known(word: str | None) -> bool:
    """Is it a material that has a look of its own?"""
    return word in _KNOWN


def _grain(pen: Pen, bounds: skia.Rect, rgb: Rgb, rng: random.Random, upright: bool) -> None:
    long, across = (bounds.height(), bounds.width()) if upright else (bounds.width(), bounds.height())
    count = max(2, min(9, round(across / 6)))
    for i in range(count):
        at = across * (i + 0.3 + 0.5 * rng.random()) / count
        start, end = sorted((rng.uniform(-0.1, 0.5), rng.uniform(0.5, 1.1)))
        spots = [
            (start * long, at),
            ((start + end) / 2 * long, at + rng.uniform(-1, 1) * across * 0.03),
            (end * long, at),
        ]
        if upright:
            spots = [(b, a) for a, b in spots]
        pen.line(
            curve(*[(bounds.left() + x, bounds.top() + y) for x, y in spots]),
            darken(rgb, 0.3),
            max(0.5, min(1.4, across * 0.03)),
            alpha=0.45,
        )


def _veins(pen: Pen, bounds: skia.Rect, rgb: Rgb, rng: random.Random) -> None:
    for _ in range(4):
        x, y = bounds.left() + rng.random() * bounds.width(), bounds.top()
        spots = [(x, y)]
        for _ in range(4):
            x += rng.uniform(-0.16, 0.24) * bounds.width()
            y += 0.28 * bounds.height()
            spots.append((x, y))
        pen.line(curve(*spots), darken(rgb, 0.35), rng.uniform(0.5, 1.8), alpha=0.45)


def _specks(pen: Pen, bounds: skia.Rect, rgb: Rgb, rng: random.Random) -> None:
    for _ in range(26):
        x, y = bounds.left() + rng.random() * bounds.width(), bounds.top() + rng.random() * bounds.height()
        tone = darken(rgb, 0.3) if rng.random() < 0.6 else lighten(rgb, 0.4)
        pen.decal(ellipse(x, y, rng.uniform(0.4, 1.3)), tone, alpha=0.5)


def _rust(pen: Pen, bounds: skia.Rect, rng: random.Random) -> None:
    for _ in range(9):
        x, y = bounds.left() + rng.random() * bounds.width(), bounds.top() + rng.random() * bounds.height()
        size = rng.uniform(0.05, 0.16) * min(bounds.width(), bounds.height())
        pen.decal(ellipse(x, y, size * 1.5, size, rng.uniform(0, 180)), (158, 78, 36), alpha=0.6, blur=size * 0.25)


def patterned(pen: Pen, path: skia.Path, look: Look, ground: Rgb) -> None:
    """Stripes, spots, checks or flowers on what was just filled, where the prompt asks for them."""
    word = look.pattern or next((w for w in ("striped", "spotted", "checkered", "floral") if look.has(w)), "")
    if not word:
        return
    second = look.colours[1] if len(look.colours) > 1 else None
    with pen.on(path):
        for motif, tone in pattern(word, path.getBounds(), ground, second):
            pen.decal(motif, tone, alpha=0.95)
