"""Colour arithmetic: sRGB triples 0 to 255 in, the same out; steps that should look even are done in OKLab."""

from __future__ import annotations

from functools import lru_cache

Rgb = tuple[int, int, int]

WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
INK: Rgb = (38, 30, 40)
SKINS: dict[str, Rgb] = {"fair": (246, 214, 190), "tan": (226, 178, 140), "brown": (160, 106, 72), "dark": (98, 64, 46)}


def _linear(channel: float) -> float:
    channel /= 255
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)


def _gamma(value: float) -> int:
    value = min(1.0, max(0.0, value))
    return round(255 * (12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))


@lru_cache(maxsize=4096)
def oklab(rgb: Rgb) -> tuple[float, float, float]:
    """Lightness 0 to 1 and the two opponent axes (Björn Ottosson, "A perceptual color space", 2020)."""
    r, g, b = (_linear(c) for c in rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


@lru_cache(maxsize=4096)
def from_oklab(lab: tuple[float, float, float]) -> Rgb:
    """The sRGB triple of an OKLab colour, clipped into gamut."""
    light, a, b = lab
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def mix(a: Rgb, b: Rgb, share: float) -> Rgb:
    """`share` 0 gives `a`, 1 gives `b`, between them even steps for the eye."""
    if share <= 0:
        return a
    if share >= 1:
        return b
    first, second = oklab(a), oklab(b)
    return from_oklab(
        (
            first[0] + (second[0] - first[0]) * share,
            first[1] + (second[1] - first[1]) * share,
            first[2] + (second[2] - first[2]) * share,
        )
    )


def lighten(rgb: Rgb, amount: float) -> Rgb:
    """Raise the lightness by `amount` of what is left to white, keeping most of the hue."""
    light, a, b = oklab(rgb)
    return from_oklab((light + (1 - light) * amount, a * (1 - amount * 0.7), b * (1 - amount * 0.7)))


def darken(rgb: Rgb, amount: float) -> Rgb:
    """Lower the lightness by `amount`; shadows lean a little to blue, as painters lay them."""
    light, a, b = oklab(rgb)
    return from_oklab((light * (1 - amount), a * (1 - amount * 0.25), b * (1 - amount * 0.25) - 0.02 * amount))


def saturate(rgb: Rgb, factor: float) -> Rgb:
    """Multiply the chroma."""
    light, a, b = oklab(rgb)
    return from_oklab((light, a * factor, b * factor))


def luminance(rgb: Rgb) -> float:
    """OKLab lightness, 0 to 1."""
    return oklab(rgb)[0]


def multiply(rgb: Rgb, tint: Rgb) -> Rgb:
    """What `rgb` looks like in a light of colour `tint`."""
    return (rgb[0] * tint[0] // 255, rgb[1] * tint[1] // 255, rgb[2] * tint[2] // 255)


def legible_on(ground: Rgb) -> Rgb:
    """Near-black or near-white, whichever stands out from `ground`."""
    return INK if luminance(ground) > 0.62 else (252, 250, 244)
