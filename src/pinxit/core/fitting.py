"""Fitting: a picture that an engine made in its own size is brought to exactly the size that was asked for.

The middle of it is kept: scaled to cover the wanted size, what sticks out on two sides is cut off.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TypeVar

from PIL import Image, ImageOps, ImageSequence

from pinxit.core.errors import EngineFailed
from pinxit.core.images import Format, Partial, Picture, Size

_Shown = TypeVar("_Shown", bound=Picture | Partial)
_HEAD = re.compile(rb"<svg\b[^>]*>")
_SIZE = re.compile(rb"""\s(?:width|height|preserveAspectRatio)\s*=\s*(?:"[^"]*"|'[^']*')""")
_LIMIT = 200_000_000  # bytes of an engine's own picture; more is a fault of the engine


def fit(shown: _Shown, size: Size, compression: int) -> _Shown:
    """`shown` in exactly `size`, encoded as it was; itself where it has that size. Raises EngineFailed.

    It decodes and encodes, which takes some tenths of a second for a large picture: not on the event loop.
    """
    if shown.size == size:
        return shown
    if len(shown.data) > _LIMIT:
        raise EngineFailed("The engine's picture is too large to be fitted to the size that was asked for.")
    data = _fit_svg(shown, size) if shown.format is Format.SVG else _fit_pixels(shown, size, compression)
    if isinstance(shown, Picture):
        return replace(shown, data=data, size=size, native=shown.native or shown.size, text=None)
    return replace(shown, data=data, size=size)


def _fit_svg(shown: Picture | Partial, size: Size) -> bytes:
    """A drawing of vectors gets another window: the viewer scales it."""
    found = _HEAD.search(shown.data)
    if found is None:
        raise EngineFailed("The engine's SVG has no root element.")
    end = b"/>" if found[0].endswith(b"/>") else b">"
    head = _SIZE.sub(b"", found[0].removesuffix(end))
    window = f' width="{size.width}" height="{size.height}" preserveAspectRatio="xMidYMid slice"'
    if b"viewBox" not in head:
        window += f' viewBox="0 0 {shown.size.width} {shown.size.height}"'
    return shown.data[: found.start()] + head + window.encode() + end + shown.data[found.end() :]


def _fit_pixels(shown: Picture | Partial, size: Size, compression: int) -> bytes:
    out = io.BytesIO()
    wanted = (size.width, size.height)
    try:
        with Image.open(io.BytesIO(shown.data)) as image:
            if shown.format is Format.GIF:
                return _fit_frames(image, wanted)
            full = image.convert("RGBA" if image.has_transparency_data and shown.format.has_alpha else "RGB")
            fitted = ImageOps.fit(full, wanted, Image.Resampling.LANCZOS)
            how = {} if shown.format is Format.PNG else {"quality": max(1, min(95, compression))}
            fitted.save(out, shown.format.value.upper(), **how)
    except (OSError, Image.DecompressionBombError) as error:
        raise EngineFailed(f"The engine's picture cannot be decoded: {error}.") from error
    return out.getvalue()


def _fit_frames(image: Image.Image, wanted: tuple[int, int]) -> bytes:
    """Every frame of an animation, each for as long as before. Two that have become alike differ in one corner."""
    frames: list[Image.Image] = []
    times: list[int] = []
    for frame in ImageSequence.Iterator(image):
        times.append(int(frame.info.get("duration", 200)))
        fitted = ImageOps.fit(frame.convert("RGB"), wanted).quantize()
        if frames and frames[-1].convert("RGB").tobytes() == fitted.convert("RGB").tobytes():
            corner = (wanted[0] - 1, wanted[1] - 1)
            at = fitted.getpixel(corner)
            fitted.putpixel(corner, (at if isinstance(at, int) else 0) ^ 1)
        frames.append(fitted)
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=times, loop=0)
    return out.getvalue()
