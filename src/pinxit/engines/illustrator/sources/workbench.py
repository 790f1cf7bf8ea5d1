"""The workbench: decode the sources, understand the words, do one thing after the other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, ImageRequest, Size
from pinxit.core.sizes import at_tier
from pinxit.engines.illustrator import painter
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.painter import Order, Painted, Report, Show
from pinxit.engines.illustrator.sources import (
    account,
    background,
    canvas,
    collage,
    cutting,
    errand,
    extension,
    framing,
    heaven,
    joining,
    lettering,
    retouch,
    stencil,
    toning,
    variation,
)
from pinxit.engines.illustrator.sources.intent import CAN, Wish, understand
from pinxit.engines.illustrator.sources.placing import Printer, stands_on
from pinxit.engines.illustrator.sources.reading import Photo, decode
from pinxit.engines.illustrator.sources.repaint import repainted
from pinxit.engines.illustrator.sources.scenery import scene_of, without_medium


def work(request: ImageRequest, seed: int, report: Report, show: Show | None = None) -> Painted:
    """Make one picture from the sources of a request. Raises InvalidRequest for what cannot be done with them."""
    order = Order(Size(64, 64), seed, request.quality, request.background is Background.TRANSPARENT, report, show)
    if request.mask is not None:
        return _retouched(request, order)
    if not request.prompt.strip():
        return _varied(request, order)
    joint = joining.understand_joint(request.prompt, len(request.sources))
    if joint is not None:
        return _joined(request, joint, order)
    try:
        wish = understand(request.prompt, len(request.sources))
    except InvalidRequest:
        if len(request.sources) == 1 and stencil.is_own(decode(request.sources[0])):
            return _retouched(replace(request, mask=request.sources[0]), order)
        raise
    if len(request.sources) > 1 and wish.collage is None:
        raise InvalidRequest(f"{joining.CAN} {CAN}", param="image", code="unsupported_edit")
    report(0.05, "opening the source")
    photos = _opened(request)
    photo = photos[0] if wish.collage is None else collage.assembled(photos, wish.collage, request.size)
    if order.transparent and wish.ground is None and wish.placement is None:
        wish = replace(wish, ground="transparent")
    report(0.2, "preparing")
    photo = _prepared(photo, wish)
    if wish.placement is not None:
        return _placed(photo, wish, request, order)
    size = _size(photo, wish, request)
    pixels, missing = _made(photo, wish, size, order)
    said = account.describe(wish, len(photos), pixels.shape[1], pixels.shape[0])
    return _delivered(Painted(pixels, said, missing), order)


def _opened(request: ImageRequest) -> list[Photo]:
    """All sources; many are kept small, since each gets a small part of the sheet."""
    few = len(request.sources) < 5
    opened = []
    for source in request.sources:
        photo = decode(source)
        opened.append(photo if few else canvas.contained(photo, min(photo.width, 1024), min(photo.height, 1024)))
    return opened


def _show(order: Order, stage: str, photo: Photo) -> None:
    """An unfinished state, for who wants to see the picture grow."""
    if order.show is not None:
        order.show(stage, photo.rgba if photo.alpha is not None else photo.rgb)


def _delivered(painted: Painted, order: Order) -> Painted:
    if order.show is not None:
        order.show("finished", painted.pixels)
    order.report(1.0, "done")
    return painted


def _retouched(request: ImageRequest, order: Order) -> Painted:
    """The part of the first picture that the mask opens, made anew."""
    assert request.mask is not None  # noqa: S101  # for the type checker: the caller looked
    if len(request.sources) > 2:
        raise InvalidRequest(
            "With a mask, the first picture is worked on and a second one can be set into it; leave the others out.",
            param="image",
            code="unsupported_edit",
        )
    order.report(0.05, "opening the source")
    photo = decode(request.sources[0])
    cover = stencil.read_stencil(request.mask, request.sources[0], photo)
    # In the pixels of the result, so that what is drawn is as sharp as they are.
    photo = _fitted(photo, Wish(), _natural(photo, request))
    cover = cover.fitted(photo.width, photo.height)
    other = decode(request.sources[1]) if len(request.sources) > 1 else None
    task = errand.Errand("paste") if other is not None else errand.understand_errand(request.prompt, cover.share)
    _show(order, "composition", photo)
    inner = replace(order, report=_rising(order.report), transparent=False)
    photo, said, missing = retouch.retouched(photo, cover, task, inner, other)
    if order.transparent:
        photo = retouch.without_background(photo)
    pixels = photo.rgba if photo.alpha is not None else np.ascontiguousarray(photo.rgb)
    return _delivered(Painted(pixels, said, missing), order)


def _rising(report: Report) -> Report:
    """Passes on the progress of several works, one after the other, as one that never falls back."""
    highest = 0.1

    def call(fraction: float, stage: str) -> None:
        nonlocal highest
        highest = max(highest, 0.1 + 0.8 * fraction)
        report(highest, stage)

    return call


def _varied(request: ImageRequest, order: Order) -> Painted:
    """The picture once more without any words; several are a collage."""
    order.report(0.05, "opening the source")
    photos = _opened(request)
    photo = photos[0] if len(photos) == 1 else collage.assembled(photos, "grid", request.size)
    if order.transparent:
        photo = retouch.without_background(photo)
    _show(order, "composition", _fitted(photo, Wish(), _natural(photo, request)))
    order.report(0.3, "repainting")
    pixels, said = variation.varied(photo, order.seed, _natural(photo, request))
    return _delivered(Painted(pixels, said, ()), order)


def _natural(photo: Photo, request: ImageRequest) -> Size:
    """The size that was asked for, else the source's own, in the class of resolution that was asked for."""
    return request.size or at_tier(canvas.natural(photo.width, photo.height), request.tier)


def _joined(request: ImageRequest, joint: joining.Joint, order: Order) -> Painted:
    """Two pictures in one."""
    order.report(0.05, "opening the sources")
    photos = [decode(request.sources[i]) for i in (joint.base, joint.guest)]
    _show(order, "composition", _fitted(photos[0], Wish(), _natural(photos[0], request)))
    order.report(0.3, "joining")
    photo = joining.joined(photos[0], photos[1], joint, request.size)
    photo = _fitted(photo, Wish(), _natural(photo, request))
    pixels = photo.rgb
    if joint.medium is not None:
        order.report(0.6, "repainting")
        pixels = repainted(pixels, joint.medium, order.seed)
    return _delivered(Painted(np.ascontiguousarray(pixels), account.joined(joint), ()), order)


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
    return request.size or at_tier(_own_size(photo, wish), request.tier)


def _own_size(photo: Photo, wish: Wish) -> Size:
    if wish.pixels is not None and (wish.crop or wish.extend or wish.resize):
        return Size(*wish.pixels)
    width, height = photo.width, photo.height
    if wish.crop or (wish.extend and not (wish.out and wish.ratio is None)):
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


def _made(photo: Photo, wish: Wish, size: Size, order: Order) -> tuple[Bytes, tuple[str, ...]]:
    """Everything that ends in pixels of the wanted size, RGB or RGBA where it stays see-through; what is missing."""
    seed, report = order.seed, _rising(order.report)
    if wish.moulding is not None:
        inner = _fitted(photo, wish, _inner(wish.moulding, size))
    else:
        inner = _fitted(photo, wish, size)
    _show(order, "composition", inner)
    report(0.35, "background")
    inner, missing = _grounded(inner, wish, replace(order, report=report, show=None))
    if wish.sky is not None:
        inner = heaven.with_sky(inner, wish.sky)
    report(0.45, "tones")
    for tone in wish.tones:
        inner = toning.toned(inner, tone)
    _show(order, "flat colour", inner)
    if wish.medium is not None:
        report(0.5, "repainting")
        inner = Photo(repainted(inner.on(_under(wish)), wish.medium, seed), _kept(inner, wish))
    if wish.lettering:
        inner = Photo(lettering.lettered(inner.rgb, wish.lettering), inner.alpha)
    report(0.9, "finishing")
    if wish.moulding is not None:
        return framing.framed(inner, wish.moulding, size.width, size.height), missing
    if wish.sticker:
        return collage.die_cut(inner), missing
    return (inner.rgba if inner.alpha is not None else np.ascontiguousarray(inner.rgb)), missing


def _inner(moulding: framing.Moulding, size: Size) -> Size:
    """About the size of the opening of a frame: the frame itself crops to the pixel."""
    return size if min(size.width, size.height) < 200 else Size(round(size.width * 0.8), round(size.height * 0.8))


def _fitted(photo: Photo, wish: Wish, size: Size) -> Photo:
    """The photo at the wanted size: cropped, extended, or (a little) cropped where only the ratio differs."""
    ratio = size.width / size.height
    if wish.extend:
        inner = 0.7 if wish.out else 1.0
        whole = canvas.contained(photo, round(size.width * inner), round(size.height * inner))
        return extension.extended(whole, size.width, size.height)
    off = max(photo.width / photo.height / ratio, ratio / (photo.width / photo.height))
    if off > canvas.SAME_RATIO:
        photo = canvas.cropped(photo, ratio)
    return canvas.scaled(photo, size.width, size.height)


def _grounded(photo: Photo, wish: Wish, order: Order) -> tuple[Photo, tuple[str, ...]]:
    """With what the background is to be, and what could not be drawn of it."""
    if wish.ground == "blur":
        return toning.with_soft_background(photo), ()
    if wish.sticker or wish.ground in {"transparent", "colour", "scene"}:
        photo = background.cut_out(photo)
    if wish.ground == "colour" and not wish.sticker:
        return background.laid_on(photo, wish.ground_colour), ()
    if wish.ground == "scene" and not wish.sticker:
        behind, painted = cutting.draw_scene(wish.ground_scene, (photo.width, photo.height), order)
        return joining.before(photo, behind), painted.missing
    return photo, ()


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
    order = replace(order, size=request.size or at_tier(size, request.tier), imprint=printer)
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
