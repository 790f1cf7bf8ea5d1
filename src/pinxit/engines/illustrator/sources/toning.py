"""Toning: light and colour of a whole picture, and turning it round."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pinxit.engines.illustrator.effects import (
    Bytes,
    Floats,
    add_grain,
    blurred,
    enlarged,
    finished,
    opened,
    shrunk,
    vignette,
)
from pinxit.engines.illustrator.sources import weather
from pinxit.engines.illustrator.sources.background import find_ground
from pinxit.engines.illustrator.sources.flattening import level_of, mean, stretched, vivid
from pinxit.engines.illustrator.sources.reading import Photo

Toner = Callable[[Floats], Floats]


def _grey(image: Floats) -> Floats:
    level = stretched(level_of(image), 0.5, 99.5)
    return np.repeat(level[..., None], 3, axis=2)


def _sepia(image: Floats) -> Floats:
    level = level_of(image)[..., None]
    dark, light = np.array((0.16, 0.09, 0.04), np.float32), np.array((1.0, 0.93, 0.78), np.float32)
    return np.asarray(dark + (light - dark) * level, np.float32)


def _vintage(image: Floats) -> Floats:
    faded = vivid(image, 0.72) * np.array((0.88, 0.84, 0.72), np.float32) + np.array((0.1, 0.07, 0.08), np.float32)
    vignette(faded, 0.35)
    add_grain(faded, 0.025)
    return faded


def _curve(power: float) -> Toner:
    return lambda image: np.asarray(image ** np.float32(power), np.float32)


def _contrast(amount: float) -> Toner:
    def tone(image: Floats) -> Floats:
        level = level_of(image)
        wanted = np.clip((level - level.mean()) * np.float32(amount) + level.mean(), 0, 1)
        return np.asarray(np.clip(image * ((wanted + 0.02) / (level + 0.02))[..., None], 0, 1), np.float32)

    return tone


def _tinted(red: float, green: float, blue: float) -> Toner:
    return lambda image: np.asarray(np.clip(image * np.array((red, green, blue), np.float32), 0, 1), np.float32)


def _sharp(image: Floats) -> Floats:
    radius = max(1, min(image.shape[:2]) // 700)
    return np.asarray(np.clip(image + (image - mean(mean(image, radius), radius)) * np.float32(0.9), 0, 1), np.float32)


def _soft(image: Floats) -> Floats:
    return _blur(image, max(2, min(image.shape[:2]) // 110))


def _dim_corners(image: Floats) -> Floats:
    vignette(image, 0.5)
    return image


def _enhanced(image: Floats) -> Floats:
    level = level_of(image)
    wanted = stretched(level, 0.6, 99.4)
    return _sharp(vivid(np.clip(image * ((wanted + 0.03) / (level + 0.03))[..., None], 0, 1), 1.12))


def _negative(image: Floats) -> Floats:
    return np.asarray(1 - image, np.float32)


# What is done, by the name of the wish; the words say it in the description.
TONES: dict[str, tuple[Toner, str]] = {
    "grey": (_grey, "turned black and white"),
    "sepia": (_sepia, "toned in sepia"),
    "vintage": (_vintage, "given an aged look"),
    "bright": (_curve(0.72), "brightened"),
    "dark": (_curve(1.4), "darkened"),
    "contrast": (_contrast(1.35), "given more contrast"),
    "flat": (_contrast(0.72), "given less contrast"),
    "vivid": (lambda image: vivid(image, 1.45), "given stronger colours"),
    "muted": (lambda image: vivid(image, 0.6), "given quieter colours"),
    "warm": (_tinted(1.08, 1.01, 0.86), "made warmer"),
    "cool": (_tinted(0.88, 0.99, 1.1), "made cooler"),
    "sharp": (_sharp, "sharpened"),
    "soft": (_soft, "blurred"),
    "vignette": (_dim_corners, "darkened towards the corners"),
    "enhanced": (_enhanced, "improved in tone and sharpness"),
    "night": (weather.night, "turned into night"),
    "sunset": (weather.sunset, "given the light of a low sun"),
    "snow": (weather.snow, "covered with falling snow"),
    "rain": (weather.rain, "covered with falling rain"),
    "fog": (weather.fog, "veiled in fog"),
    "negative": (_negative, "turned into its negative"),
}

TURNS: dict[str, tuple[Callable[[Bytes], Bytes], str]] = {
    "right": (lambda p: np.ascontiguousarray(np.rot90(p, -1)), "turned to the right"),
    "left": (lambda p: np.ascontiguousarray(np.rot90(p)), "turned to the left"),
    "round": (lambda p: np.ascontiguousarray(np.rot90(p, 2)), "turned upside down"),
    "mirror": (lambda p: np.ascontiguousarray(p[:, ::-1]), "mirrored"),
    "flip": (lambda p: np.ascontiguousarray(p[::-1]), "flipped"),
}


def toned(photo: Photo, name: str) -> Photo:
    """The photo in one of the tones of `TONES`."""
    return Photo(finished(np.array(TONES[name][0](opened(photo.rgb)), np.float32)), photo.alpha)


def turned(photo: Photo, name: str) -> Photo:
    """The photo turned as one of `TURNS` says."""
    turn = TURNS[name][0]
    return Photo(turn(photo.rgb), None if photo.alpha is None else turn(photo.alpha))


def with_soft_background(photo: Photo) -> Photo:
    """The background out of focus: what is found in front stays sharp; else the middle of the picture."""
    image = opened(photo.rgb)
    unit = min(image.shape[:2])
    ground = find_ground(photo)
    covered = float(ground.inside.mean())
    if ground.simple >= 0.62 and 0.02 < covered < 0.9:
        sharp = ground.inside
    else:
        y = np.linspace(-1.15, 0.85, photo.height, dtype=np.float32)[:, None]
        x = np.linspace(-1, 1, photo.width, dtype=np.float32)
        sharp = np.clip(1.9 - np.hypot(x * np.float32(1.35), y) * 1.9, 0, 1)
    radius = max(3, unit // 60)
    behind = (1 - sharp)[..., None]
    # Only the background is blurred, or what stands before it would glow.
    far = _blur(np.asarray(image * behind, np.float32), radius) / np.maximum(
        _blur(np.asarray(behind, np.float32), radius), 0.02
    )
    return Photo(finished(np.asarray(far + (image - far) * sharp[..., None], np.float32)), photo.alpha)


def _blur(image: Floats, radius: int) -> Floats:
    """A soft blur; wide ones are worked out small."""
    height, width = image.shape[:2]
    factor = max(1, radius // 4)
    if factor == 1:
        return mean(mean(image, radius), radius)
    small = blurred(shrunk(image, factor), max(1, radius // factor))
    return np.stack([enlarged(np.ascontiguousarray(small[..., c]), width, height) for c in range(image.shape[2])], -1)
