"""The workbench: decode the sources, understand the words, do one thing after the other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, ImageRequest, Size
from pinxit.engines.illustrator import painter
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.painter import Order, Painted, Report, Show
from pinxit.engines.illustrator.sources import (
    account,
    background,
    canvas,
    collage,
    extension,
    framing,
    lettering,
    toning,
)
from pinxit.engines.illustrator.sources.intent import CAN, Wish, understand
from pinxit.engines.illustrator.sources.placing import Printer, stands_on
from pinxit.engines.illustrator.sources.reading import Photo, decode
from pinxit.engines.illustrator.sources.repaint import repainted
from pinxit.engines.illustrator.sources.scenery import scene_of, without_medium


def work(request: ImageRequest, seed: int, report: Report, show: Show | None = None) -> Painted:
    """Make one picture from the sources of a request. Raises InvalidRequest for what cannot be done with them."""
    wish = understand(request.prompt, len(request.sources))
    if len(request.sources) > 1 and wish.collage is None:
        raise InvalidRequest(
            "Several source pictures can only be set beside each other (“side by side”, “as a collage”). " + CAN,
            param="image",
            code="unsupported_edit",
        )
    report(0.05, "opening the source")
    photos = [decode(source) for source in request.sources]
    photo = photos[0] if wish.collage is None else collage.assembled(photos, wish.collage, request.size)
    clear = request.background is Background.TRANSPARENT
    if clear and wish.ground is None and wish.placement is None:
        wish = replace(wish, ground="transparent")
    report(0.2, "preparing")
    photo = _prepared(photo, wish)
    if wish.placement is not None:
        return _placed(photo, wish, request, Order(Size(64, 64), seed, request.quality, clear, report, show))
    size = _size(photo, wish, request)
    pixels = _made(photo, wish, size, seed, report)
    if show is not None:
        show("finished", pixels)
    report(1.0, "done")
    return Painted(pixels, account.describe(wish, len(photos), pixels.shape[1], pixels.shape[0]), ())


def _prepared(photo: Photo, wish: Wish) -> Photo:
    """Turned and toned, as far as that does not depend on the size of the result."""
    for turn in wish.turns:
        photo = toning.turned(photo, turn)
    if wish.placement is not None:
        for tone in wish.tones:
            photo = toning.toned(photo, tone)
    return photo


def _size(photo: Photo, wish: Wish, request: ImageRequest) -> Size:
    """The size that was asked for; else the source's own ratio, or the one that the words name."""
    if request.size is not None:
        return request.size
    if wish.pixels is not None and (wish.crop or wish.extend or wish.resize):
        return Size(*wish.pixels)
    width, height = photo.width, photo.height
    if wish.crop or wish.extend:
        across, down = wish.ratio or ((1, 1) if wish.crop else _wider(width, height))
        return canvas.natural(across * 64, down * 64) if wish.crop else _grown(width, height, across / down)
    return canvas.natural(width, height)


def _wider(width: int, height: int) -> tuple[int, int]:
    """Where the words say no ratio, a picture is extended sideways, a tall one to a square."""
    return (16, 9) if width >= height else (1, 1)


def _grown(width: int, height: int, ratio: float) -> Size:
    natural = canvas.natural(width, height)
    wide = max(natural.width, natural.height * ratio)
    high = max(natural.height, wide / ratio)
    return canvas.natural(round(wide), round(high))


def _made(photo: Photo, wish: Wish, size: Size, seed: int, report: Report) -> Bytes:
    """Everything that ends in pixels of the wanted size: RGB, or RGBA where it stays see-through."""
    if wish.moulding is not None:
        inner = _fitted(photo, wish, _inner(wish.moulding, size))
    else:
        inner = _fitted(photo, wish, size)
    report(0.35, "background")
    inner = _grounded(inner, wish)
    report(0.45, "tones")
    for tone in wish.tones:
        inner = toning.toned(inner, tone)
    if wish.medium is not None:
        report(0.5, "repainting")
        inner = Photo(repainted(inner.on(_under(wish)), wish.medium, seed), _kept(inner, wish))
    if wish.lettering:
        inner = Photo(lettering.lettered(inner.rgb, wish.lettering), inner.alpha)
    report(0.9, "finishing")
    if wish.moulding is not None:
        return framing.framed(inner, wish.moulding, size.width, size.height)
    if wish.sticker:
        return collage.die_cut(inner)
    return inner.rgba if inner.alpha is not None else np.ascontiguousarray(inner.rgb)


def _inner(moulding: framing.Moulding, size: Size) -> Size:
    """About the size of the opening of a frame: the frame itself crops to the pixel."""
    return size if min(size.width, size.height) < 200 else Size(round(size.width * 0.8), round(size.height * 0.8))


def _fitted(photo: Photo, wish: Wish, size: Size) -> Photo:
    """The photo at the wanted size: cropped, extended, or (a little) cropped where only the ratio differs."""
    ratio = size.width / size.height
    if wish.extend:
        whole = canvas.contained(photo, size.width, size.height)
        return extension.extended(whole, size.width, size.height)
    off = max(photo.width / photo.height / ratio, ratio / (photo.width / photo.height))
    if off > 1.002:
        photo = canvas.cropped(photo, ratio)
    return canvas.scaled(photo, size.width, size.height)


def _grounded(photo: Photo, wish: Wish) -> Photo:
    if wish.ground == "blur":
        return toning.with_soft_background(photo)
    if wish.sticker or wish.ground in {"transparent", "colour"}:
        photo = background.cut_out(photo)
    if wish.ground == "colour" and not wish.sticker:
        return background.laid_on(photo, wish.ground_colour)
    return photo


def _under(wish: Wish) -> tuple[int, int, int]:
    """What a see-through picture is painted on."""
    return wish.ground_colour if wish.ground == "colour" else (255, 255, 255)


def _kept(photo: Photo, wish: Wish) -> Bytes | None:
    """The outline of what was cut out stays, where it was asked for."""
    return photo.alpha if wish.ground == "transparent" or wish.sticker else None


def _placed(photo: Photo, wish: Wish, request: ImageRequest, order: Order) -> Painted:
    """The picture on something in a scene."""
    placement = wish.placement
    assert placement is not None  # noqa: S101  # for the type checker: the caller looked
    scene, size = scene_of(placement)
    scene, whole = without_medium(scene)
    if wish.medium is not None:
        photo = Photo(repainted(photo.on((255, 255, 255)), wish.medium, order.seed), photo.alpha)
    printer = Printer(_loose(photo, wish), placement.host)
    order = replace(order, size=request.size or size, imprint=printer)
    painted = painter.paint(scene, order)
    if not printer.done:
        raise InvalidRequest(
            f"The picture cannot be put on that ({placement.prompt[:60]}). {CAN}",
            param="prompt",
            code="unsupported_edit",
        )
    pixels = painted.pixels
    if whole is not None and pixels.shape[2] == 3:
        pixels = repainted(pixels, whole, order.seed)
    words = account.placed(placement, wish, whole)
    return Painted(pixels, f"{painted.description} {words}", painted.missing)


def _loose(photo: Photo, wish: Wish) -> Photo:
    """A logo goes without its ground, where that is simple; a photo stays a rectangle."""
    host = wish.placement.host if wish.placement else ""
    if photo.alpha is not None or not (wish.cut or wish.ground == "transparent") or not stands_on(host):
        return photo
    try:
        return background.cut_out(photo, holes=True)
    except InvalidRequest:
        return photo
