"""An invisible mark in the pixels that says: a model made this picture.

The mark is a fixed pattern of signs on the cosines of middle wavelengths of the whole picture's brightness, so faint
that it drowns in the picture, and so spread that it is found again by adding up all its traces. It follows

  Cox, Kilian, Leighton, Shamoon: Secure Spread Spectrum Watermarking for Multimedia. IEEE Transactions on Image
  Processing 6 (12), 1997;
  Barni, Bartolini, Cappellini, Piva: A DCT-domain system for robust image watermarking. Signal Processing 66 (3), 1998,

of which it has the choice of coefficients, finding without the original, and less of it where the picture is flat. The
picture is brought to one size beforehand, so that scaling does not move the cosines. It outlasts JPEG, scaling and
small changes of colour. It does not outlast cropping, turning and mirroring, and whoever wants to be rid of it can: the
pattern is no secret. It carries no message, and so nothing about who asked for the picture.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8]
Plane = npt.NDArray[Any]  # brightness or coefficients, float32

_SIDE = 512  # the size at which the mark is written and read
# Half waves across the picture. Longer ones show as blotches; shorter ones are lost to JPEG and to small copies.
_LONGEST, _SHORTEST = 32, 180
_BANDS = (80, 120, _SHORTEST)  # it is looked for down to each: small pictures keep the long waves only
_KEY = b"pinxit: a model made this picture, 1"
_LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601, as JPEG has it
_AREA = 9  # coefficients around one whose size tells how large it would be without a mark
_MOST = 2.0  # a coefficient counts no more than so many times that: single strong waves are no trace of a mark
_AIM = 18.0  # the score that a mark is written with, where it can be had
_FAINTEST, _STRONGEST = 0.6, 2.2  # its root mean square in steps of 1/255; 2.2 is a PSNR of 41 dB
_WAVES = _SHORTEST + 8  # cosines that are computed in each direction: those of the mark and their neighbours
_KEPT = 0.3  # half waves, as a share of the pixels of a side, that a JPEG and a small copy keep
_ROWS = 128  # that are changed at once: as floats a large picture takes hundreds of megabytes
_FLAT, _BUSY = 1.0, 8.0  # deviations of brightness between which the mark grows from _QUIET to its whole strength
_QUIET = 0.3

CERTAIN = 6.0
"""From this score on a mark is there. Without one scores are spread like the normal distribution: 1 in 10^9, thrice."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that was found. `score` counts standard deviations: how far it is from chance."""

    score: float


def write_mark(pixels: Pixels) -> Pixels:
    """A copy of `pixels` (height x width x 3 or 4, uint8) with the mark, at 41 dB or more; alpha stays as it is."""
    brightness = _read_brightness(pixels)
    small = _scale(brightness, _SIDE, _SIDE)
    mask = _mask(small)
    coefficients, trace = _transform(small), _transform(mask * _pattern())
    height, width = brightness.shape
    size = float(np.sqrt(np.mean((mask * _pattern()) ** 2)))
    strength = _choose_strength(coefficients, trace, size, int(min(width, height) * _KEPT))
    change = _scale((strength * mask) * _pattern(), width, height)[..., None]
    marked = pixels.copy()
    for top in range(0, height, _ROWS):
        rows = slice(top, top + _ROWS)
        marked[rows, :, :3] = np.clip(np.rint(pixels[rows, :, :3] + change[rows]), 0, 255)
    return marked


def read_mark(pixels: Pixels) -> Mark | None:
    """The mark in `pixels` (height x width x 3 or 4, uint8), of whatever size they are now; None: none is certain."""
    score = measure(pixels)
    return Mark(score) if score >= CERTAIN else None


def measure(pixels: Pixels) -> float:
    """How many standard deviations the picture's likeness to the pattern is away from chance."""
    coefficients = _transform(_scale(_read_brightness(pixels), _SIDE, _SIDE))
    return max(_score(coefficients, shortest) for shortest in _BANDS)


def _choose_strength(coefficients: Plane, trace: Plane, size: float, kept: int) -> float:
    """The least strength that is found well again, within what does not show."""
    shortest = max([band for band in _BANDS if band <= kept], default=_BANDS[0])
    least, most = _FAINTEST / size, _STRONGEST / size
    for _ in range(8):
        middle = (least + most) / 2
        if _score(coefficients + middle * trace, shortest) < _AIM:
            least = middle
        else:
            most = middle
    return most


def _score(coefficients: Plane, shortest: int) -> float:
    usual = _average(np.abs(coefficients)) + 0.05
    inside = _radii()[_band()] < shortest
    even = np.clip(coefficients / usual, -_MOST, _MOST)[_band()][inside]
    length = float(np.sqrt(np.sum(even**2)))
    return float(np.dot(even, _signs()[inside])) / length if length else 0.0


def _mask(small: Plane) -> Plane:
    """How much of the mark each place bears: the eye sees it in the sky sooner than in leaves."""
    mean = _average(small)
    deviation = np.sqrt(np.maximum(_average(small * small) - mean * mean, 0))
    mask: Plane = _QUIET + (1 - _QUIET) * np.clip((deviation - _FLAT) / (_BUSY - _FLAT), 0, 1)
    return mask


def _read_brightness(pixels: Pixels) -> Plane:
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or pixels.dtype != np.uint8 or not pixels.size:
        raise ValueError(f"expected height x width x 3 or 4 of uint8, not {pixels.shape} of {pixels.dtype}")
    brightness: Plane = pixels[..., :3] @ np.array(_LUMA, np.float32)
    return brightness


def _scale(plane: Plane, width: int, height: int) -> Plane:
    image = Image.fromarray(np.ascontiguousarray(plane, np.float32), "F")
    return np.asarray(image.resize((width, height), Image.Resampling.BICUBIC), np.float32)


def _average(plane: Plane) -> Plane:
    """The mean of the _AREA x _AREA values around each, those at the border repeated."""
    for _ in range(2):
        sums = np.cumsum(np.pad(plane, ((_AREA // 2 + 1, _AREA // 2), (0, 0)), "edge"), axis=0, dtype=np.float64)
        plane = ((sums[_AREA:] - sums[:-_AREA]) / _AREA).astype(np.float32).T
    return plane


def _transform(plane: Plane) -> Plane:
    """The longer waves of the two-dimensional cosine transform (DCT-II, orthonormal) of a plane of _SIDE x _SIDE."""
    waves: Plane = _cosines() @ plane @ _cosines().T
    return waves


@lru_cache(maxsize=1)
def _cosines() -> Plane:
    wave, place = np.ogrid[:_WAVES, :_SIDE]
    matrix: Plane = np.cos(np.pi * wave * (2 * place + 1) / (2 * _SIDE)) * np.sqrt(2 / _SIDE)
    matrix[0] /= np.sqrt(2)
    return matrix.astype(np.float32)


@lru_cache(maxsize=1)
def _radii() -> Plane:
    down, across = np.ogrid[:_WAVES, :_WAVES]
    return np.hypot(down, across).astype(np.float32)


@lru_cache(maxsize=1)
def _band() -> npt.NDArray[np.bool_]:
    return (_radii() >= _LONGEST) & (_radii() < _SHORTEST)


@lru_cache(maxsize=1)
def _signs() -> Plane:
    """+1 or -1 for each coefficient of the band. From a hash, so that they are the same in every version of numpy."""
    count = int(np.count_nonzero(_band()))
    bits = np.unpackbits(np.frombuffer(hashlib.shake_256(_KEY).digest(-(-count // 8)), np.uint8))[:count]
    return bits.astype(np.float32) * 2 - 1


@lru_cache(maxsize=1)
def _pattern() -> Plane:
    """The mark by itself, _SIDE x _SIDE, with a root mean square of one."""
    coefficients = np.zeros((_WAVES, _WAVES), np.float32)
    coefficients[_band()] = _signs()
    plane = _cosines().T @ coefficients @ _cosines()
    even: Plane = plane / np.sqrt(np.mean(plane**2))
    return even
