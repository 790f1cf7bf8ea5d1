"""Joining: two pictures become one."""

from __future__ import annotations

import contextlib

import numpy as np

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Size
from pinxit.engines.illustrator.effects import Bytes, Floats
from pinxit.engines.illustrator.separation import lab
from pinxit.engines.illustrator.sources import background, canvas, cutting
from pinxit.engines.illustrator.sources.background import rgb_of
from pinxit.engines.illustrator.sources.flattening import mean
from pinxit.engines.illustrator.sources.framing import WOODS, Moulding, framed
from pinxit.engines.illustrator.sources.pairing import CAN, Joint, understand_joint
from pinxit.engines.illustrator.sources.reading import Photo

__all__ = ["CAN", "Joint", "before", "joined", "understand_joint"]
_SHARES = {"plain": 0.42, "logo": 0.22, "watermark": 0.3, "sticker": 0.32, "wall": 0.36}  # of the picture's sides
_PLACES = {
    "plain": (0.5, 0.6),
    "logo": (1.0, 1.0),
    "watermark": (1.0, 1.0),
    "sticker": (0.85, 0.85),
    "wall": (0.5, 0.2),
}


def joined(base: Photo, guest: Photo, joint: Joint, size: Size | None) -> Photo:
    """Two pictures as one, opaque, in the ratio of `size` or else of the base.

    Raises InvalidRequest for a guest that would have to be cut out and cannot be.
    """
    base = _sized(Photo(base.on((255, 255, 255))), size)
    if joint.kind == "before":
        return before(guest if guest.alpha is not None else background.cut_out(guest), base)
    if joint.kind == "blend":
        other = canvas.scaled(canvas.cropped(guest, base.width / base.height), base.width, base.height)
        return Photo(_blended(base.rgb, other.on((255, 255, 255))))
    if joint.kind == "palette":
        return Photo(_recoloured(base.rgb, guest.on((255, 255, 255))))
    return _pasted(base, guest, joint)


def _sized(base: Photo, size: Size | None) -> Photo:
    """The base at the size of the result, so that what is put on it keeps its place."""
    size = size or canvas.natural(base.width, base.height)
    return canvas.scaled(canvas.cropped(base, size.width / size.height), size.width, size.height)


def before(subject: Photo, behind: Photo) -> Photo:
    """What is cut out, before another picture, which keeps its size: it stands where its own picture ended."""
    thing = cutting.trimmed(subject)
    if thing is None:
        return behind
    share = min(behind.width / subject.width, behind.height / subject.height)
    box = _where(subject)
    grounded = box[3] >= subject.height * 0.985  # cut by the lower edge, as in a portrait
    wide, high = thing.width * share, thing.height * share
    grow = max(1.0, min(1.5, behind.height * 0.62 / high, behind.width * 0.8 / wide))
    across, down = max(1, round(wide * grow)), max(1, round(high * grow))
    middle = (box[0] + box[2]) / 2 / subject.width
    left = round(min(max(middle * behind.width - across / 2, 0), max(0, behind.width - across)))
    bottom = behind.height if grounded else round(min(behind.height * 0.95, max(box[3] * share * grow, down)))
    spot = cutting.Spot((left, bottom - down, left + across, bottom), stands=not grounded)
    return Photo(_bytes(cutting.set_in(behind.rgb.astype(np.float32), thing, spot)))


def _where(photo: Photo) -> tuple[int, int, int, int]:
    seen = photo.rgba[..., 3] > 8
    rows, columns = np.nonzero(seen.any(1))[0], np.nonzero(seen.any(0))[0]
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _blended(first: Bytes, second: Bytes) -> Bytes:
    """A double exposure: half of each, a little lighter than their mean, so that neither sinks."""
    a, b = first.astype(np.float32) / 255, second.astype(np.float32) / 255
    screen = 1 - (1 - a) * (1 - b)
    return _bytes(np.asarray((0.78 * (a + b) / 2 + 0.22 * screen) * 255, np.float32))


def _recoloured(pixels: Bytes, giver: Bytes) -> Bytes:
    """The tones and the colours spread as they are in the other picture (Reinhard et al., 2001)."""
    mine = lab(pixels.reshape(-1, 3))
    share = max(1, giver.shape[0] * giver.shape[1] // 60_000)
    theirs = lab(np.ascontiguousarray(giver.reshape(-1, 3)[::share]))
    spread = np.clip((theirs.std(0) + 1e-3) / (mine.std(0) + 1e-3), 0.4, 2.2)
    moved = (mine - mine.mean(0)) * spread + theirs.mean(0)
    return _bytes(rgb_of(np.asarray(mine + (moved - mine) * np.float32(0.85), np.float32))).reshape(pixels.shape)


# -- one on the other ------------------------------------------------------------------------------------------------


def _pasted(base: Photo, guest: Photo, joint: Joint) -> Photo:
    if guest.alpha is None and joint.look in {"logo", "sticker", "watermark", "plain"}:
        with contextlib.suppress(InvalidRequest):  # a busy background stays with its picture
            guest = background.cut_out(guest, holes=joint.look != "plain")
    thing = cutting.trimmed(guest) or guest
    if joint.look == "plain" and joint.place is None and thing.alpha is not None:
        return before(guest, base)
    share = _SHARES[joint.look] * joint.size
    scale = min(base.width * share / thing.width, base.height * share / thing.height)
    wide, high = max(1, round(thing.width * scale)), max(1, round(thing.height * scale))
    thing = _dressed(thing, joint, wide, high)
    across, down = joint.place or _PLACES[joint.look]
    edge = round(min(base.width, base.height) * 0.035)
    left = edge + round((base.width - thing.width - 2 * edge) * across)
    top = edge + round((base.height - thing.height - 2 * edge) * down)
    spot = cutting.Spot((left, top, left + thing.width, top + thing.height), stands=False)
    image = base.rgb.astype(np.float32)
    if joint.look != "watermark" and (thing.alpha is None or joint.look == "sticker"):
        image *= (1 - _drop(thing, spot, image.shape[:2]))[..., None]
    return Photo(_bytes(cutting.set_in(image, thing, spot)))


def _dressed(thing: Photo, joint: Joint, wide: int, high: int) -> Photo:
    """The guest at its size, with what its look gives it: a rim, a frame, or half its strength."""
    if joint.look == "wall" and thing.alpha is None:
        return Photo(framed(thing, Moulding("wood", WOODS["walnut"]), wide, high))
    small = canvas.scaled(thing, wide, high)
    if joint.look == "watermark":
        return Photo(small.rgb, (small.rgba[..., 3] * 0.45).astype(np.uint8))
    if joint.look == "sticker":
        return _rimmed(small)
    if thing.alpha is None and joint.look == "plain":
        return framed_thin(small)
    return small


def framed_thin(photo: Photo) -> Photo:
    """A photo with a narrow white edge, as prints have."""
    edge = max(2, round(min(photo.width, photo.height) * 0.03))
    return Photo(np.pad(photo.rgb, ((edge, edge), (edge, edge), (0, 0)), constant_values=252))


def _rimmed(photo: Photo) -> Photo:
    """With a white rim all round."""
    rim = max(3, min(photo.width, photo.height) // 24)
    rgba = np.pad(photo.rgba, ((rim * 2, rim * 2), (rim * 2, rim * 2), (0, 0)))
    body = rgba[..., 3].astype(np.float32) / 255
    around = np.clip(mean(mean(np.clip(body * 3, 0, 1), rim // 2), rim // 2) * rim * 0.9, 0, 1)
    rgb = np.asarray(252 + (rgba[..., :3].astype(np.float32) - 252) * body[..., None], np.float32)
    return Photo(_bytes(rgb), _bytes(np.asarray(np.maximum(around, body) * 255, np.float32)))


def _drop(thing: Photo, spot: cutting.Spot, shape: tuple[int, int]) -> Floats:
    """The shadow that something flat throws on what is right behind it."""
    left, top, right, bottom = spot.box
    depth = max(2, (bottom - top) // 28)
    plane = np.zeros(shape, np.float32)
    y0, x0 = max(0, top + depth), max(0, left + depth // 2)
    part = plane[y0 : bottom + depth, x0 : right + depth // 2]
    part[:] = (thing.rgba[..., 3].astype(np.float32) / 255)[: part.shape[0], : part.shape[1]]
    return mean(mean(plane, depth), depth) * np.float32(0.36)


def _bytes(image: Floats) -> Bytes:
    return np.asarray(np.clip(image + 0.5, 0, 255), np.uint8)
