"""Retouch: the part of a picture that a mask has opened is made anew; everything else stays as it is, to the bit."""

from __future__ import annotations

import numpy as np

from pinxit.engines.illustrator.effects import Bytes, Floats
from pinxit.engines.illustrator.painter import Order
from pinxit.engines.illustrator.sources import background, canvas, cutting, lettering, toning
from pinxit.engines.illustrator.sources.account import listed
from pinxit.engines.illustrator.sources.errand import Errand
from pinxit.engines.illustrator.sources.healing import healed
from pinxit.engines.illustrator.sources.heaven import likeness, tint
from pinxit.engines.illustrator.sources.intent import Wish
from pinxit.engines.illustrator.sources.reading import Photo
from pinxit.engines.illustrator.sources.repaint import MEDIA, repainted
from pinxit.engines.illustrator.sources.stencil import Stencil

Result = tuple[Photo, str, tuple[str, ...]]


def retouched(photo: Photo, stencil: Stencil, errand: Errand, order: Order, other: Photo | None = None) -> Result:
    """The photo with its open part made anew, what was done in a sentence, and what could not be drawn.

    `other` is the picture that the errand `paste` sets in.
    """
    order.report(0.2, "filling the gap")
    feather = max(1, min(stencil.box[2] - stencil.box[0], stencil.box[3] - stencil.box[1]) // 120)
    if errand.kind == "wish":
        made, said = _wished(photo.rgb, errand.wish, order.seed)
        return _laid(photo, made, stencil.feathered(feather)), said, ()
    if errand.kind == "tint":
        tinted = tint(photo.rgb, stencil.open, errand.rgb)
        said = f"The masked part of the picture was coloured {errand.prompt}."
        share = stencil.feathered(1)
        if errand.part:
            share = np.asarray(share * likeness(photo.rgb, stencil.open), np.float32)
        return _laid(photo, tinted, share), said, ()
    if errand.added and photo.alpha is None:
        return _furnished(photo, stencil, errand, order, (feather, other))
    filled = healed(photo.rgb, stencil.hole)
    ground = _laid(photo, filled, stencil.open)
    if order.show is not None:
        order.show("flat colour", ground.rgba if ground.alpha is not None else ground.rgb)
    if errand.kind == "fill":
        if photo.alpha is not None:
            clear = healed(np.repeat(photo.alpha[..., None], 3, axis=2), stencil.hole)[..., 0]
            ground = Photo(ground.rgb, clear)
        return ground, "The masked part of the picture was filled in from what surrounds it.", ()
    return _furnished(ground, stencil, errand, order, (feather, other))


def _furnished(
    ground: Photo, stencil: Stencil, errand: Errand, order: Order, extra: tuple[int, Photo | None]
) -> Result:
    """Something is set into the part that has been filled in."""
    left, top, right, bottom = stencil.box
    size, (feather, other) = (right - left, bottom - top), extra
    if errand.kind == "letter":
        part = canvas.cut(Photo(ground.rgb), stencil.box)
        made = lettering.filled(part.rgb, errand.lettering)
        said = "lettered " + listed([f"“{words.text}”" for words in errand.lettering])
        return _patched(ground, Photo(made), stencil, 1), f"The masked part of the picture was {said}.", ()
    if errand.kind == "colour":
        made = np.empty((*size[::-1], 3), np.uint8)
        made[:] = errand.rgb
        said = f"The masked part of the picture was made {errand.prompt}."
        return _patched(ground, Photo(made), stencil, 1), said, ()
    if errand.kind == "paste" and other is not None:
        fitted = canvas.scaled(canvas.cropped(other, size[0] / size[1]), *size)
        said = "The second picture was set into the masked part of the first."
        return _patched(ground, Photo(fitted.on((255, 255, 255))), stencil, feather), said, ()
    order.report(0.35, "drawing")
    if errand.kind == "thing":
        thing, painted = cutting.draw_thing(errand.prompt, size, order)
        if thing is not None:
            spot = cutting.find_spot(thing, stencil, errand.prompt)
            image = cutting.set_in(ground.rgb.astype(np.float32), thing, spot)
            said = "This was drawn into the masked part:"
            if not errand.added:
                said = "What surrounds the masked part was continued into it, and this was drawn there:"
            return _laid(ground, _bytes(image), stencil.feathered(1)), f"{said} {painted.description}", painted.missing
    drawn, painted = cutting.draw_scene(errand.prompt, size, order)
    said = f"The masked part of the picture was drawn anew: {painted.description}"
    return _patched(ground, drawn, stencil, feather), said, painted.missing


def _patched(ground: Photo, part: Photo, stencil: Stencil, feather: int) -> Photo:
    """A part that fills the box of the stencil."""
    left, top, right, bottom = stencil.box
    made = ground.rgb.copy()
    made[top:bottom, left:right] = part.rgb
    return _laid(ground, made, stencil.feathered(feather))


def _laid(photo: Photo, made: Bytes, share: Floats) -> Photo:
    """`made` where `share` is 1, the photo exactly as it is where it is 0."""
    rgb = photo.rgb.copy()
    where = share > 0
    weight = share[where][:, None]
    old = rgb[where].astype(np.float32)
    rgb[where] = (old + (made[where].astype(np.float32) - old) * weight + 0.5).astype(np.uint8)
    if photo.alpha is None:
        return Photo(rgb)
    alpha = photo.alpha.copy()
    alpha[where] = np.maximum(alpha[where], (share[where] * 255 + 0.5).astype(np.uint8))
    return Photo(rgb, alpha)


def _wished(pixels: Bytes, wish: Wish, seed: int) -> tuple[Bytes, str]:
    """The whole picture as the open part is to be."""
    photo, done = Photo(pixels), []
    for tone in wish.tones:
        photo = toning.toned(photo, tone)
        done.append(toning.TONES[tone][1])
    if wish.medium:
        # Media that leave a rim of bare paper leave it outside.
        edge = max(4, min(photo.width, photo.height) // 8)
        wide = np.pad(photo.rgb, ((edge, edge), (edge, edge), (0, 0)), mode="reflect")
        photo = Photo(np.ascontiguousarray(repainted(wide, wish.medium, seed)[edge:-edge, edge:-edge]))
        done.append(f"repainted as {MEDIA[wish.medium][1]}")
    return photo.rgb, f"The masked part of the picture was {listed(done)}."


def _bytes(image: Floats) -> Bytes:
    return np.asarray(np.clip(image + 0.5, 0, 255), np.uint8)


def without_background(photo: Photo) -> Photo:
    """For a request that wants the rest see-through."""
    return photo if photo.alpha is not None else background.cut_out(photo)
