"""Placing: the picture goes onto a thing in a scene, lies on its form and takes its light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia

from pinxit.engines.illustrator.pen import Anchor, Drawing, Fill, Form, Item, Line
from pinxit.engines.illustrator.shapes import box
from pinxit.engines.illustrator.sources.canvas import contained
from pinxit.engines.illustrator.sources.hanging import hang, stand_book
from pinxit.engines.illustrator.sources.lining import fitted, gleam, legible, texture
from pinxit.engines.illustrator.sources.reading import Photo
from pinxit.scene.model import Subject


@dataclass(frozen=True, slots=True)
class Host:
    """How a thing takes a picture.

    screen: it fills the part, gives light itself and reflects. lightbox: it fills the part and is lit by lamps.
    cover: it fills the part. print: it stands on the part, `share` of the anchor's width wide and at most `tall` of
    it high. `round` is the radius of the part that it bends around, in units, `squash` how much flatter it is seen.
    """

    way: str = "print"
    share: float = 0.9
    tall: float = 0.9
    round: float = 0.0
    squash: float = 1.0
    below: float = 0.0  # how far under the anchor the picture's middle is, in the anchor's sizes


HOSTS: dict[str, Host] = {
    "laptop": Host("screen"), "smartphone": Host("screen"), "tablet": Host("screen"), "television": Host("screen"),
    "computer": Host("screen"), "billboard": Host("lightbox"), "magazine": Host("cover"), "easel": Host("cover"),
    "banner": Host(share=0.9, tall=0.36), "flag": Host(share=0.86, tall=0.8), "sign": Host(share=0.9, tall=0.4),
    "mug": Host(share=1.24, tall=1.12, round=41), "can": Host(share=1.0, tall=1.3, round=36),
    "bottle": Host(share=1.0, tall=0.86, round=26), "jar": Host(share=1.0, tall=0.9, round=34),
    "t-shirt": Host(share=0.86, tall=0.92, below=0.16), "hoodie": Host(share=0.78, tall=0.8, below=0.16),
    "tote bag": Host(share=0.96, tall=1.0), "backpack": Host(share=0.86, tall=0.7),
    "cushion": Host(share=0.86, tall=0.86), "cap": Host(share=0.72, tall=0.56),
    "plate": Host(share=1.0, tall=1.0, squash=0.42), "box": Host(share=0.84, tall=0.72),
    "van": Host(share=0.8, tall=0.44), "truck": Host(share=0.86, tall=0.5),
}  # fmt: skip


def stands_on(host: str) -> bool:
    """Is a picture printed on this, with the thing's own colour around it?"""
    return host not in {"wall", "book"} and HOSTS.get(host, Host()).way == "print"


class Printer:
    """Puts one photo on every drawing that shows the host. `done` tells whether there was one."""

    def __init__(self, photo: Photo, host: str) -> None:
        self.photo = photo
        self.host = host
        self.done = False

    def __call__(self, drawing: Drawing, subjects: Sequence[Subject]) -> None:
        whose = [s for s in subjects if {s.noun, s.head} & _names(self.host)]
        if not whose:
            return
        if self.host in {"wall", "book"}:
            (hang if self.host == "wall" else stand_book)(drawing, self.photo)
            self.done = True
            return
        self.done |= _print(drawing, self.photo, HOSTS.get(self.host, Host()), worn=whose[0] is not subjects[0])


def _names(host: str) -> set[str]:
    """The nouns that a scene may have for a host."""
    more = {
        "wall": {"picture frame", "poster", "frame"},
        "t-shirt": {"shirt", "tee", "tshirt", "jersey", "top"},
        "hoodie": {"sweatshirt", "sweater", "jumper"},
        "smartphone": {"phone"},
        "television": {"tv"},
        "easel": {"canvas"},
        "cushion": {"pillow"},
        "tote bag": {"bag"},
    }
    return {host, host.rsplit(maxsplit=1)[-1], *more.get(host, ())}


def _print(drawing: Drawing, photo: Photo, host: Host, *, worn: bool) -> bool:
    anchor = _anchor(drawing, worn=worn)
    if anchor is None:
        return False
    area = _area(drawing, anchor, whole=host.way != "print")
    if area is None:
        return False
    if host.way == "print":
        items = _printed(photo, host, anchor, area)
    else:
        items = _filling(photo, area, host.way)
        edge = area.path.computeTightBounds()
        # What is painted on the part itself would lie over the picture: the daubs of a canvas.
        kept = [i for i in drawing.items[anchor.index :] if not (_painted(i) and edge.contains(i.path.getBounds()))]
        drawing.items[anchor.index :] = kept
    insert(drawing, anchor.index, items)
    return True


def insert(drawing: Drawing, index: int, items: list[Item]) -> None:
    """Put items into a drawing; what attaches later still finds its place."""
    drawing.items[index:index] = items
    for name, other in drawing.anchors.items():
        if other.index >= index:
            drawing.anchors[name] = replace(other, index=other.index + len(items))


def _anchor(drawing: Drawing, *, worn: bool) -> Anchor | None:
    """Where the picture goes: where words would go, the chest of somebody, or the middle of a plate."""
    if worn:
        body = drawing.anchors.get("body")
        return None if body is None else replace(body, name="text", size=body.size * 0.6, y=body.y - body.size * 0.16)
    if "text" in drawing.anchors:
        return drawing.anchors["text"]
    left, top, right, bottom = drawing.bounds()
    if "seat" in drawing.anchors or not drawing.items:
        return None
    size = (right - left) * 0.5
    return Anchor("text", (left + right) / 2, top + (bottom - top) * 0.45, size, 0.0, len(drawing.items))


def _area(drawing: Drawing, anchor: Anchor, *, whole: bool) -> Fill | None:
    """The part that the picture lies on: the front one at the anchor that is large enough."""
    least = anchor.size * (0.8 if whole else 0.5)
    for item in reversed(drawing.items[: anchor.index]):
        if not isinstance(item, Fill) or item.alpha < 0.6 or item.blur or not item.path.contains(anchor.x, anchor.y):
            continue
        if item.decal and whole:
            continue
        if item.path.computeTightBounds().width() >= least:
            return item
    return None


def _painted(item: Item) -> bool:
    return isinstance(item, Line) or item.decal or item.line <= 0.3


def _filling(photo: Photo, area: Fill, way: str) -> list[Item]:
    """The picture over a whole part; a screen shines and reflects."""
    edge = area.path.computeTightBounds()
    target = (edge.left(), edge.top(), edge.width(), edge.height())
    form: Form = "flat" if way == "cover" else "glow"
    shown = fitted(photo, target[2] / target[3])
    items: list[Item] = []
    clips = (*area.clips, area.path)
    items.append(Fill(box(*target), texture(shown, target), form, 0.0, 1.0, clips, 0.0, decal=True))
    if way == "screen":
        left, top, wide, high = edge.left(), edge.top(), edge.width(), edge.height()
        gloss = gleam((left, top), (left + wide * 0.8, top + high * 0.8), (0.2, 0.05, 0.0))
        items.append(Fill(area.path, gloss, "flat", 0.0, 1.0, area.clips, 0.0, decal=True))
    return items


def _printed(photo: Photo, host: Host, anchor: Anchor, area: Fill) -> list[Item]:
    """The picture on a part of the form."""
    photo = legible(photo, area.paint)
    width, height = anchor.size * host.share, anchor.size * host.tall
    shown = contained(photo, 900, max(1, round(900 * height / width)))
    share = min(width / shown.width, height / shown.height)
    wide, high = shown.width * share, shown.height * share * host.squash
    x, y = anchor.x, anchor.y + anchor.size * host.below
    if host.round:
        reach = min(0.97, wide / 2 / host.round)
        shown, extra = _wrapped(shown, reach)
        high *= 1 + extra
    else:
        shown = _worn(shown)
    target = (x - wide / 2, y - high / 2, wide, high)
    path = box(*target)
    paint = texture(shown, target)
    if anchor.turn:
        turn = skia.Matrix.RotateDeg(anchor.turn, skia.Point(x, y))
        path = skia.Path(path)
        path.transform(turn)
        if paint.matrix is not None:
            paint = replace(paint, matrix=skia.Matrix.Concat(turn, paint.matrix))
    clips = (*area.clips, area.path)
    return [Fill(path, paint, "flat", 0.0, 0.96, clips, 0.0, decal=True)]


def _wrapped(photo: Photo, reach: float) -> tuple[Photo, float]:
    """The photo around a cylinder seen from slightly above: narrower at its sides, its rows bent, its far side dark.

    `reach` is half its width in radii. Returns it with how much higher it has become, as a share.
    """
    height, width = photo.height, photo.width
    across = np.linspace(-reach, reach, width, dtype=np.float32)
    angle = np.arcsin(across)
    source = (angle / np.arcsin(np.float32(reach)) + 1) / 2 * (width - 1)
    radius = width / 2 / reach
    bend = np.cos(angle) - np.cos(angle[0])
    lift = bend * radius * np.float32(0.24)
    tall = height + int(np.ceil(lift.max()))
    rows = np.arange(tall, dtype=np.float32)[:, None] - lift
    columns = np.clip(np.rint(source).astype(np.intp), 0, width - 1)
    found = np.clip(np.rint(rows).astype(np.intp), 0, height - 1)
    rgba = photo.rgba[found, columns].astype(np.float32)
    rgba[..., 3] *= np.clip(rows + 1, 0, 1) * np.clip(height - rows, 0, 1)
    light = np.clip(0.86 + 0.3 * np.cos(angle + 0.5) - 0.12 - np.clip(across - 0.3, 0, 1) * 0.5, 0.4, 1.04)
    rgba[..., :3] *= light[None, :, None]
    gleam = np.exp(-(((across + 0.42) / 0.1) ** 2)) * 0.2
    rgba[..., :3] += (255 - rgba[..., :3]) * gleam[None, :, None]
    pixels = np.clip(rgba, 0, 255).astype(np.uint8)
    return Photo(np.ascontiguousarray(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3])), tall / height - 1


def _worn(photo: Photo) -> Photo:
    """On cloth: soft folds run through it, and it is a little darker towards the shade."""
    y = np.linspace(0, 1, photo.height, dtype=np.float32)[:, None]
    x = np.linspace(0, 1, photo.width, dtype=np.float32)
    folds = np.sin((x * 1.3 + y * 0.5) * 9) * 0.5 + np.sin((x * 0.6 - y * 1.1) * 13 + 1) * 0.5
    light = 0.975 + 0.03 * folds - 0.1 * np.clip(x - 0.55, 0, 1)
    rgb = np.clip(photo.rgb.astype(np.float32) * light[..., None], 0, 255).astype(np.uint8)
    return Photo(rgb, photo.alpha)
