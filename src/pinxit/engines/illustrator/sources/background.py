"""Background: is it simple, where does it end, and what stands in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.engines.illustrator.effects import Floats, enlarged
from pinxit.engines.illustrator.separation import _LAB, _LMS, _WEIGHTS, lab
from pinxit.engines.illustrator.sources.flattening import mean
from pinxit.engines.illustrator.sources.reading import Photo

SMALL = 360  # the longer side at which a background is looked for
SIMPLE = 0.62  # this much of the border must be of the background's kind
_NEAR = 0.075  # how far (OKLab) the commonest tone of the border may drift
_TIGHT, _WIDE, _FAR = 0.018, 0.042, 0.2  # limits of what counts as the background once its course is known
_SAME = 0.014  # an enclosed part that differs less than this is the background again
_STEP = 0.0055  # a soft shadow or a glow changes less from pixel to pixel; the rim of a thing changes more
_SHADE = (0.74, 1.02)  # how much of the background's light a cast shadow leaves, as a share of its OKLab coordinates
_TINGE, _FALL = 0.036, 0.016  # how far a shadow strays from the background's hue, and how steeply it falls off
_ALIKE = 0.008  # an opening shows the background itself, and not only something of its colour
_OPENING = 0.003  # of the picture: a smaller part of the background's colour may be an eye or a gleam
_EVEN = 0.025  # an ink that is laid on evenly differs less from itself


@dataclass(frozen=True, slots=True)
class Ground:
    """What was found: `inside` (1 in front, 0 behind) at full size, `simple` the share of the border that is even."""

    inside: Floats
    simple: float
    firm: bool = True  # what is in front is of a piece, or differs clearly from what is behind
    course: Floats | None = None  # the background's colour (OKLab) everywhere, height x width x 3 at a small size


def find_ground(photo: Photo, *, holes: bool = False) -> Ground:
    """Flood from the edges through what changes gently, and soften the rim.

    What looks exactly like the background and is enclosed belongs to it where `holes` says so, as in a logo, where the
    background is of a strong colour, where all in front is of one ink, and where it is large, as in the handle of a
    mug; a white eye before a white wall does not.
    """
    if photo.alpha is not None and float((photo.alpha < 16).mean()) > 0.02:
        return Ground(np.asarray(photo.alpha / 255, np.float32), 1.0)
    share = min(1.0, SMALL / max(photo.width, photo.height))
    wide, high = max(8, round(photo.width * share)), max(8, round(photo.height * share))
    small = np.asarray(Image.fromarray(photo.rgb).resize((wide, high), Image.Resampling.BOX, reducing_gap=3.0))
    points = mean(lab(small.reshape(-1, 3)).reshape(high, wide, 3), 1)
    basis = _basis(np.linspace(-1, 1, wide, dtype=np.float32), np.linspace(-1, 1, high, dtype=np.float32)[:, None])
    ring = np.ones((high, wide), np.bool_)
    ring[2:-2, 2:-2] = False
    gentle = find_gentle(points)
    known, terms = ring & _commonest(points, ring), 6
    behind = plain = known
    for _ in range(3):
        course = _fitted(basis[..., :terms], points, known)
        off = np.sqrt(((points - basis[..., :terms] @ course) ** 2).sum(-1))
        limit = float(np.clip(3.5 * np.median(off[known]), _TIGHT, _WIDE))
        plain = (off < limit) | (gentle & (off < _FAR))
        behind = flood(plain, ring & (off < limit))
        if not behind.any():
            break
        known, terms = behind, 10
    course = _fitted(basis, points, known)
    behind = _without_shadow(points, behind, plain, basis @ course)
    keyed = bool(behind.any()) and _colourful(points[behind])
    if behind.any():
        behind = behind | _enclosed(points, behind, (basis, course), whole=keyed or holes)
    # A background may brighten or fade beyond its course, but most of it must keep to it.
    even = float(np.median(np.abs(points[behind] - (basis @ course)[behind]))) if behind.any() else 1.0
    simple = float(_border(behind).mean()) if even < 0.012 else 0.0
    near = _nearby(points, behind, basis @ course)
    ground = Ground(np.zeros((0, 0), np.float32), simple, firm=_stands_out(points, behind, near), course=near)
    return _refined(photo, behind, ground, keyed=keyed)


def cut_out(photo: Photo, *, holes: bool = False) -> Photo:
    """The photo without its background. Raises InvalidRequest where the background is not simple."""
    ground = find_ground(photo, holes=holes)
    covered = float(ground.inside.mean())
    if ground.simple < SIMPLE or not 0.005 < covered < 0.985:
        raise InvalidRequest(
            "The background of this picture is too busy to be taken away cleanly: only "
            f"{ground.simple:.0%} of its border is of one even colour. It works with pictures on a plain ground, such "
            "as a wall, a sky, paper or a studio.",
            param="image",
            code="background_not_simple",
        )
    if not ground.firm:
        raise InvalidRequest(
            "What stands in front hardly differs from its background, so it cannot be cut out cleanly.",
            param="image",
            code="background_not_simple",
        )
    return _decontaminated(photo, ground)


def laid_on(photo: Photo, colour: tuple[int, int, int]) -> Photo:
    """What has been cut out, before one colour."""
    return Photo(photo.on(colour))


# -- finding it ------------------------------------------------------------------------------------------------------


def _border(plane: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    return np.concatenate([plane[0], plane[-1], plane[1:-1, 0], plane[1:-1, -1]])


def _commonest(points: Floats, ring: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """What is close to the commonest tone of the ring."""
    edge = points[ring]
    sample = edge[:: max(1, len(edge) // 240)]
    near = ((sample[:, None] - edge) ** 2).sum(-1) < _NEAR**2
    tone = sample[int(near.sum(1).argmax())]
    return np.asarray(((points - tone) ** 2).sum(-1) < _NEAR**2)


def _stands_out(points: Floats, behind: npt.NDArray[np.bool_], near: Floats) -> bool:
    """White before white falls into thin, faint pieces; a line drawing is thin, but not faint."""
    front = ~behind
    if not front.any():
        return False
    faint = float(np.median(np.sqrt(((points - near)[front] ** 2).sum(-1)))) < 0.12
    solid = float((mean(front.astype(np.float32), 3) > 0.99).sum() / front.sum())
    return not (faint and solid < 0.5)


def _without_shadow(
    points: Floats, behind: npt.NDArray[np.bool_], plain: npt.NDArray[np.bool_], course: Floats
) -> npt.NDArray[np.bool_]:
    """What is behind, with the shadow that a thing throws on the ground, and with what of the `plain` is beyond it.

    A shadow is a darker background without an edge, at the foot of the thing. A grey thing on a grey ground may be
    taken for one; where much would go, it all stays.
    """
    rows = np.nonzero(~behind.all(1))[0]
    if not behind.any() or not len(rows):
        return behind
    left = (points * course).sum(-1) / np.maximum((course * course).sum(-1), 1e-6)
    stray = np.sqrt(((points - left[..., None] * course) ** 2).sum(-1))
    shade = (left > _SHADE[0]) & (left < _SHADE[1]) & (stray < _TINGE) & (_slope(points) < _FALL)
    shade[: (rows[0] + rows[-1]) // 2] = False
    more = flood(plain | shade, behind)
    lost = int(more.sum()) - int(behind.sum())
    return more if lost < 0.3 * (behind.size - int(behind.sum())) else behind


def _enclosed(
    points: Floats, behind: npt.NDArray[np.bool_], fit: tuple[Floats, Floats], *, whole: bool
) -> npt.NDArray[np.bool_]:
    """What belongs to the background although it does not hang together with it; `whole` trusts the colour alone."""
    basis, terms = fit
    course = basis @ terms
    off, known = np.sqrt(((points - course) ** 2).sum(-1)), behind
    # A course that has followed a shadow misses what is seen above it; one that is stiff and leaves it out does not.
    for _ in range(3):
        plain = np.sqrt(((points - basis[..., :6] @ _fitted(basis[..., :6], points, known)) ** 2).sum(-1))
        known = behind & (plain <= np.quantile(plain[behind], 0.7))
    off = np.minimum(off, plain)
    alike = (off < _SAME) & ~behind
    ink = ~behind & ~alike
    lettered = int(alike.sum()) < int(ink.sum()) and _is_of_one_ink(points, ink, course)
    return np.asarray(alike if whole or lettered else _openings(off, alike))


def _openings(off: Floats, alike: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Where the background is seen through a thing, as through the handle of a mug, among what is about like it.

    `off` is how far from the background everything is.
    """
    found, left = np.zeros_like(alike), mean(alike.astype(np.float32), 1) > 0.99
    for _ in range(12):
        if left.sum() < _OPENING / 4 * alike.size:
            break
        seed = np.zeros_like(alike)
        seed[np.unravel_index(int(left.argmax()), left.shape)] = True
        part = flood(alike, seed)
        left &= ~part
        if part.sum() > _OPENING * alike.size and float(np.median(off[part])) < _ALIKE:
            found |= part
    return found


def _is_of_one_ink(points: Floats, front: npt.NDArray[np.bool_], course: Floats) -> bool:
    """Is all that stands in front of one even colour, or on the way from it to the background, as letters are?"""
    if not front.any():
        return False
    here, behind = points[front], course[front]
    far = ((here - behind) ** 2).sum(-1)
    ink = np.median(here[far >= np.percentile(far, 60)], 0)
    way = ink - behind
    share = ((here - behind) * way).sum(-1) / np.maximum((way * way).sum(-1), 1e-6)
    stray = np.sqrt(((here - behind - share[:, None] * way) ** 2).sum(-1))
    even = np.sqrt(((here - ink) ** 2).sum(-1)) < _EVEN
    return float(even.mean()) > 0.4 and float(np.percentile(stray, 90)) < 2 * _EVEN


def _colourful(points: Floats) -> bool:
    return float(np.hypot(points[:, 1].mean(), points[:, 2].mean())) > 0.12


def find_gentle(points: Floats) -> npt.NDArray[np.bool_]:
    """Where nothing has an edge: shadows, glows and vignettes of a plain ground."""
    slope = _slope(points)
    return np.asarray(np.maximum(slope, mean(slope, 1)) < _STEP)


def _slope(points: Floats) -> Floats:
    down, across = np.gradient(points, axis=(0, 1))
    return np.asarray(np.sqrt((down * down + across * across).sum(-1)), np.float32)


def _basis(x: Floats, y: Floats) -> Floats:
    """The terms of a cubic in two variables, the lower ones first: height x width x 10."""
    x, y = np.broadcast_arrays(x, y)
    one = np.ones_like(x)
    return np.stack([one, x, y, x * x, x * y, y * y, x**3, x * x * y, x * y * y, y**3], -1).astype(np.float32)


def _fitted(basis: Floats, points: Floats, known: npt.NDArray[np.bool_]) -> Floats:
    """The polynomial through what is known; a little stiff, so that it does not swing where nothing is known."""
    a, b = basis[known].astype(np.float64), points[known].astype(np.float64)
    stiff = np.diag([0.0] + [1e-3 * len(a) / 40] * (a.shape[1] - 1))
    return np.asarray(np.linalg.solve(a.T @ a + stiff + 1e-9 * np.eye(a.shape[1]), a.T @ b), np.float32)


def flood(allowed: npt.NDArray[np.bool_], ring: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """What is allowed and hangs together with the ring: sweeps down, up, right and left until nothing is added."""
    behind = np.asarray(allowed & ring)
    for _ in range(24):
        before = int(behind.sum())
        for field, may in ((behind, allowed), (behind.T, allowed.T)):
            for order in (range(1, len(field)), range(len(field) - 2, -1, -1)):
                way = 1 if order.step > 0 else -1
                for i in order:
                    field[i] |= field[i - way] & may[i]
        if int(behind.sum()) == before:
            break
    return behind


def _nearby(points: Floats, behind: npt.NDArray[np.bool_], course: Floats) -> Floats:
    """What the background is like next to each place; where none is near, by its course."""
    known = behind.astype(np.float32)
    weight = mean(known, 5)
    local = mean(points * known[..., None], 5) / np.maximum(weight, 1e-6)[..., None]
    return np.asarray(np.where((weight > 0.02)[..., None], local, course), np.float32)


# -- its rim ---------------------------------------------------------------------------------------------------------


def _refined(photo: Photo, behind: npt.NDArray[np.bool_], ground: Ground, *, keyed: bool) -> Ground:
    """The matte at full size: by each pixel's own likeness to the background near the rim, by the flood elsewhere.

    With `keyed`, whatever has nearly the background's strong colour counts as rim, wherever it is.
    """
    height, width = photo.height, photo.width
    course = ground.course if ground.course is not None else np.zeros((1, 1, 3), np.float32)
    front = 1 - behind.astype(np.float32)
    coarse = enlarged(mean(front, 3), width, height)
    inside = np.clip((coarse - np.float32(0.5)) * 4 + np.float32(0.5), 0, 1)
    unsure = (coarse > 0.02) & (coarse < 0.98)
    if keyed:
        back = rgb_of(course)
        full = np.stack([enlarged(np.ascontiguousarray(back[..., c]), width, height) for c in range(3)], -1)
        like = ((photo.rgb.astype(np.float32) - full) ** 2).sum(-1) < 80**2
        unsure |= like & (coarse > 0.02)
        coarse[like] = np.minimum(coarse[like], 0.5)
    rim = np.nonzero(unsure)
    own = _share(photo, rim, front, course)
    # Deep inside the rim even what looks like the background is not it.
    deep = np.clip(coarse[rim] * 4 - 3, 0, 1)
    inside[rim] = np.maximum(own, deep)
    return replace(ground, inside=np.asarray(inside, np.float32))


def _share(photo: Photo, rim: tuple[Any, ...], front: Floats, course: Floats) -> Floats:
    """How much of each rim pixel is the thing in front: where it lies between the thing's colour and the ground's."""
    rows, columns = front.shape
    size = photo.height, photo.width
    small = np.asarray(Image.fromarray(photo.rgb).resize((columns, rows), Image.Resampling.BOX), np.float32)
    solid = (mean(front, 1) > 0.99).astype(np.float32)
    weight = mean(solid, 4)
    thing = np.asarray(mean(small * solid[..., None], 4) / np.maximum(weight, 1e-6)[..., None], np.float32)
    here, behind = photo.rgb[rim].astype(np.float32), rgb_of(_course_at(course, rim, size))
    ahead = _course_at(thing, rim, size) - behind
    reach = (ahead * ahead).sum(-1)
    between = ((here - behind) * ahead).sum(-1) / np.maximum(reach, 1.0)
    # Where the thing's own colour is not known, anything that is clearly not the ground belongs to it.
    off = np.sqrt(((here - behind) ** 2).sum(-1))
    known = (_course_at(weight[..., None], rim, size)[..., 0] > 0.03) & (reach > 900)
    plain = np.clip((off - 5) / 60, 0, 1)
    stray = np.clip((off - 0.55 * np.sqrt(reach)) / 60, 0, 1)
    return np.asarray(np.clip(np.where(known, np.maximum(between * 1.06 - 0.03, stray), plain), 0, 1), np.float32)


def _course_at(course: Floats, places: tuple[Any, ...], size: tuple[int, int]) -> Floats:
    rows, columns = course.shape[:2]
    return np.asarray(course[places[0] * rows // size[0], places[1] * columns // size[1]], np.float32)


def _decontaminated(photo: Photo, ground: Ground) -> Photo:
    """Take the old background's colour out of the soft rim."""
    if ground.course is None:
        return photo
    alpha, rgb = ground.inside, photo.rgb.copy()
    rim = np.nonzero((alpha > 0.01) & (alpha < 0.995))
    height, width = alpha.shape
    behind = rgb_of(_course_at(ground.course, rim, (height, width)))
    share = np.clip(alpha[rim], 0.1, 1)[:, None]
    rgb[rim] = np.clip((rgb[rim].astype(np.float32) - behind * (1 - share)) / share, 0, 255).astype(np.uint8)
    return Photo(rgb, (np.clip(alpha, 0, 1) * 255 + 0.5).astype(np.uint8))


def rgb_of(points: Floats) -> Floats:
    """From the weighted OKLab of `separation.lab` back to sRGB, 0 to 255."""
    lms = (points / _WEIGHTS) @ np.linalg.inv(_LAB).T.astype(np.float32)
    linear = np.clip((lms**3) @ np.linalg.inv(_LMS).T.astype(np.float32), 0, 1)
    value = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(value * 255, np.float32)
