"""Names of colours, and what a modifier before one does to it."""

from __future__ import annotations

import colorsys
from functools import cache

from pinxit.scene.model import Colour
from pinxit.scene.tables import load

# Words that name a thing as well: colours only before another noun.
THINGS = frozenset(
    "lemon peach salmon rose honey sand camel chocolate wheat tomato plum orange violet lavender olive "
    "mint ginger "
    "snow rust slate charcoal pearl coral orchid thistle linen seashell peru sage apricot caramel "
    "champagne chestnut "
    "mahogany ruby emerald sapphire jade amber moccasin chiffon corn lime blush cream sandy cherry sky "
    "onyx ebony ivory "
    "gold silver bronze copper platinum tabby nude saffron aqua azure turquoise mustard".split()
)


@cache
def named(name: str) -> Colour | None:
    """Give the colour of a name, or None for what is no colour."""
    value: str | None = load("colours")["names"].get(name)
    if value is None:
        return None
    return Colour(name, (int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)))


@cache
def modified(modifier: str, colour: Colour) -> Colour:
    """Lighten, darken or saturate a colour by a word such as "pale"; a name that CSS knows wins."""
    together = f"{modifier} {colour.name}"
    known = named(together)
    if known is not None:
        return known
    lift, factor = load("colours")["modifiers"][modifier]
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour.rgb))
    light = light + (1 - light) * lift if lift >= 0 else light * (1 + lift)
    rgb = colorsys.hls_to_rgb(hue, light, min(1.0, saturation * factor))
    return Colour(together, (round(rgb[0] * 255), round(rgb[1] * 255), round(rgb[2] * 255)))


def modifiers() -> frozenset[str]:
    """Give the words that change a colour's name: light, dark, pale ..."""
    return frozenset(load("colours")["modifiers"])


def read_colour(text: str) -> Colour | None:
    """Read "red", "pale blue", "reddish", "red-coloured" or "blue-green" as a colour."""
    text = text.removesuffix("-coloured").removesuffix("-colored").removesuffix("-hued").removesuffix("-tinted")
    found = named(text) or named(text.replace("-", " "))
    if found is not None:
        return found
    first, _, rest = text.replace("-", " ").partition(" ")
    if rest and first in modifiers() and (base := read_colour(rest)):
        return modified(first, base)
    if text.endswith("ish") and len(text) > 5:
        stem = text[:-3]
        return named(stem) or named(stem + "e") or (named(stem[:-1]) if stem[-1] == stem[-2] else None)
    if rest and (one := named(first)) and (other := named(rest)) and first not in THINGS:
        red, green, blue = ((a + b) // 2 for a, b in zip(one.rgb, other.rgb, strict=True))
        return Colour(text, (red, green, blue))
    return None
