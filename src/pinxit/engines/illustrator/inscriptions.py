"""Inscriptions: captions, titles and balloons, set exactly and printed after the medium has done its work."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
import skia

from pinxit.core.images import MIN_SIDE, Size
from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.brush import colour4
from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, legible_on, luminance
from pinxit.engines.illustrator.covers import kind_of_cover, print_cover
from pinxit.engines.illustrator.direction import Direction
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.lettering import Block, fit
from pinxit.engines.illustrator.media.poster import PAPER
from pinxit.engines.illustrator.signwriting import NEON, takes_words
from pinxit.engines.illustrator.signwriting import ROLES as SIGN_ROLES
from pinxit.engines.illustrator.speech import LOUD, Page, balloon, burst, caption, imprint
from pinxit.engines.illustrator.typefaces import choose, settable, width_of
from pinxit.scene.model import Lettering

# How a kind of print is lettered when the words say nothing of it: its title, and what stands under the title.
PRINTS = {
    r"wedding|invitation|engagement|save the date": ("formal", "serif"),
    r"birthday|greeting card|christmas card|valentine|thank you card": ("script", "rounded"),
    r"jazz|cocktail|art deco|twenties|1920s|speakeasy": ("deco", "thin"),
    r"sale|discount|% off|flyer|concert|festival|event|party": ("poster", "gothic"),
    r"book cover|novel|cover of a book|fantasy": ("roman", "roman"),
    r"menu|restaurant|wine": ("serif", "thin"),
    r"album|vinyl|record cover": ("geometric", "thin"),
    r"newspaper|headline": ("didone", "serif"),
    r"quote|motivational|inspirational|inspiring": ("serif", "serif"),
    r"western|wanted|rodeo": ("slab", "gothic"),
    r"children'?s|kids|kawaii|cute|nursery": ("rounded", "rounded"),
    r"comic|superhero|cartoon": ("superhero", "comics"),
    r"retro|diner|1950s|fifties": ("retro", "gothic"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the picture stands on the sheet, in pixels; the rest is paper and lettering."""

    left: int
    top: int
    width: int
    height: int
    band: str = "none"  # where the title goes: none, top, bottom (on paper), over-top, over-bottom, cover (on it)


def frame(direction: Direction, size: Size) -> Frame:
    """Leave room for the medium's margin and, on a poster, for the title under the picture."""
    unit = min(size.width, size.height)
    margin = min(round(direction.medium.margin * unit), (unit - MIN_SIDE) // 2)
    titles = [t for t in free_lettering(direction) if not LOUD.match(t.text)]
    if direction.medium.name == "poster" and titles:
        long = sum(len(t.text) for t in titles) > 34
        share = (0.19 if len(titles) == 1 else 0.25) + (0.03 if long else 0.0)
        band = round(min(size.height * share, unit * share * 1.25))
        at_top = any("top" in (t.position or "") for t in titles)
        top = band if at_top else margin
        where = "top" if at_top else "bottom"
        return Frame(margin, top, size.width - 2 * margin, size.height - band - margin, where)
    where = "none"
    if titles and direction.medium.name != "logo":
        bottom = "bottom" in (titles[0].position or "")
        where = "over-bottom" if bottom else "over-top"
        if kind_of_cover(direction.scene.prompt) == "book":
            where = "cover"
    elif balloons(direction):
        where = "over-top"
    return Frame(margin, margin, size.width - 2 * margin, size.height - 2 * margin, where)


def free_lettering(direction: Direction) -> list[Lettering]:
    """Words that stand on the picture itself, not on something in it."""
    found = [x for x in direction.scene.lettering if x.role != "balloon" and not _carried(direction, x)]
    return _settable(found)


def balloons(direction: Direction) -> list[Lettering]:
    """What is said in the picture."""
    return _settable([x for x in direction.scene.lettering if x.role == "balloon"])


def _settable(words: list[Lettering]) -> list[Lettering]:
    """Without letters that no typeface here has."""
    return [replace(x, text=text) for x in words if (text := settable(x.text))]


def _carried(direction: Direction, words: Lettering) -> bool:
    if direction.carries(words):
        return True
    if words.host is None or words.role not in SIGN_ROLES or direction.medium.name == "logo":
        return False
    host = direction.scene.subjects[words.host]
    thing = library.thing_of(host)
    return thing is not None and takes_words(thing.kind)


# -- on the picture --------------------------------------------------------------------------------------------------


def overprint(pixels: Bytes, direction: Direction, actors: list[Actor], size: Size, place: Frame) -> Bytes:
    """Mount the picture on its sheet and print the lettering that belongs to no thing in it."""
    if not prints(direction, actors, size, place):
        return pixels
    surface = skia.Surface(size.width, size.height)
    with surface as canvas:
        rgba = np.dstack([mounted(pixels, direction, size, place), np.full((size.height, size.width), 255, np.uint8)])
        canvas.drawImage(skia.Image.fromarray(np.ascontiguousarray(rgba), skia.kRGBA_8888_ColorType), 0, 0)
        print_on(canvas, pixels, direction, actors, size, place)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def mounted(pixels: Bytes, direction: Direction, size: Size, place: Frame) -> Bytes:
    """The picture on its sheet, on which nothing is printed yet."""
    if not _mounted(size, place):
        return pixels
    sheet = np.empty((size.height, size.width, 3), np.uint8)
    sheet[:] = paper(direction)
    sheet[place.top : place.top + place.height, place.left : place.left + place.width] = pixels
    return sheet


def prints(direction: Direction, actors: list[Actor], size: Size, place: Frame) -> bool:
    """Is there a sheet around the picture, or lettering on it?"""
    if direction.medium.name == "logo":
        return False
    return _mounted(size, place) or bool(_titled(direction, actors) or balloons(direction))


def print_on(
    canvas: skia.Canvas, pixels: Bytes, direction: Direction, actors: list[Actor], size: Size, place: Frame
) -> None:
    """The edge of the picture and its lettering, on a sheet that holds the picture; `pixels` are the picture's."""
    if _mounted(size, place):
        _edge(canvas, direction, place, size)
    page = Page(canvas, place.left, place.top, place.width, place.height)
    page.note(actors)
    titles = _titled(direction, actors)
    for words in (t for t in titles if t.role == "caption"):
        caption(page, words)
    loud = [t for t in titles if t.role != "caption" and _is_loud(t, direction)]
    rest = [t for t in titles if t.role != "caption" and t not in loud]
    if rest:
        _titles(page, direction, rest, size, place, pixels)
    for words in balloons(direction):
        balloon(page, words, actors, direction.scene.prompt)
    for words in loud:
        burst(page, words)


def _mounted(size: Size, place: Frame) -> bool:
    return (place.width, place.height) != (size.width, size.height)


def _titled(direction: Direction, actors: list[Actor]) -> list[Lettering]:
    return [*free_lettering(direction), *_homeless(direction, actors)]


def _homeless(direction: Direction, actors: list[Actor]) -> list[Lettering]:
    """Words whose thing did not come into the picture: they are set on it all the same."""
    drawn = {key for actor in actors for key in actor.figure.boxes}
    drawn |= {r.b for r in direction.scene.relations if r.kind == "wearing" and r.a in drawn}
    wanted = [x for x in direction.scene.lettering if x.role != "balloon" and _carried(direction, x)]
    return _settable([x for x in wanted if x.host not in drawn])


def _is_loud(words: Lettering, direction: Direction) -> bool:
    comic = re.search(r"comic|cartoon|superhero|sound effect|manga|pop art", direction.scene.prompt, re.I)
    return bool(comic and words.position is None and LOUD.match(words.text))


def paper(direction: Direction) -> Rgb:
    return PAPER if direction.medium.name == "poster" else (250, 248, 242)


def _edge(canvas: skia.Canvas, direction: Direction, place: Frame, size: Size) -> None:
    ink = direction.medium.name == "ink"
    width = min(size.width, size.height) * (0.006 if ink else 0.0025)
    paint = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=width)
    paint.setColor(colour4((12, 12, 14) if ink else (58, 46, 40)))
    canvas.drawRect(skia.Rect.MakeXYWH(place.left, place.top, place.width, place.height), paint)


# -- titles ----------------------------------------------------------------------------------------------------------


def _titles(
    page: Page, direction: Direction, words: list[Lettering], size: Size, place: Frame, pixels: Bytes
) -> None:  # limit: a title knows the sheet and the picture
    faces = _faces(direction)
    if place.band in {"top", "bottom"} and direction.medium.name == "poster":
        top = 0.0 if place.band == "top" else float(place.top + place.height)
        height = place.top if place.band == "top" else size.height - top
        pad = height * 0.17
        _stack(page.canvas, words, (place.left + place.width * 0.02, top + pad, place.width * 0.96, height - 2 * pad),
               _ink_of(pixels), faces)  # fmt: skip
        return
    if kind_of_cover(direction.scene.prompt):
        print_cover(page, pixels, words, direction.scene.prompt)
        return
    for where, group in _groups(words, direction).items():
        short = len(group) == 1 and len(group[0].text) <= 30
        height = size.height * (0.15 if short else 0.22 if len(group) < 3 else 0.3)
        if words[0] not in group:
            height *= 0.55
        if place.height > place.width * 1.4:
            height = min(height, size.width * 0.3)
        top = {"top": size.height * 0.045, "centre": (size.height - height) / 2}.get(
            where, size.height * 0.955 - height
        )
        box = (size.width * 0.08, top, size.width * 0.84, height)
        rows = pixels[max(0, int(top - place.top)) : max(1, int(top + height - place.top))].reshape(-1, 3)
        ground = rows.mean(axis=0) if rows.size else np.array(WHITE)
        busy = float(rows.std(axis=0).mean()) / 60 if rows.size else 0.0
        tone = legible_on((int(ground[0]), int(ground[1]), int(ground[2])))
        _stack(page.canvas, group, box, tone, faces, halo=min(0.75, 0.25 + busy))
        page.taken.append((skia.Rect.MakeXYWH(*box), 20.0))


def _groups(words: list[Lettering], direction: Direction) -> dict[str, list[Lettering]]:
    """What stands at the top, in the middle and at the bottom; the author of a book stands apart from its title."""
    groups: dict[str, list[Lettering]] = {}
    cover = re.search(r"\b(book|album|magazine) cover|cover of\b", direction.scene.prompt, re.I)
    for i, x in enumerate(words):
        position = x.position or ""
        where = "bottom" if "bottom" in position else "centre" if re.search("^(cent|mid)", position) else "top"
        if cover and i and i == len(words) - 1 and not position:
            where = "bottom"
        groups.setdefault(where, []).append(x)
    return groups


def _faces(direction: Direction) -> tuple[str, str]:
    prompt = direction.scene.prompt.lower()
    return next((pair for words, pair in PRINTS.items() if re.search(words, prompt)), ("", ""))


def _ink_of(pixels: Bytes) -> Rgb:
    """The darkest ink of the picture that is well used: a poster is lettered in its own colours."""
    sample = pixels[::6, ::6].reshape(-1, 3).astype(np.float32)
    light = sample @ np.array([0.299, 0.587, 0.114], np.float32)
    dark = sample[light <= np.quantile(light, 0.09)]
    if not dark.size:
        return (60, 44, 40)
    tone = np.median(dark, axis=0)
    rgb = (int(tone[0]), int(tone[1]), int(tone[2]))
    while luminance(rgb) > 0.12:
        rgb = darken(rgb, 0.15)
    return rgb


def _stack(
    canvas: skia.Canvas, words: list[Lettering], box: tuple[float, float, float, float], tone: Rgb,
    faces: tuple[str, str], *, halo: float = 0.0,
) -> None:  # fmt: skip  # limit: type, place, colour and faces
    """Lines of display type under each other, the first the largest; all as one group in the middle of the box."""
    left, top, width, height = box
    count = len(words)
    blocks = []
    for i, x in enumerate(words):
        share = 1.0 if count == 1 else (0.62 if i == 0 else 0.26 / (count - 1))
        blocks.append(_set(x, i > 0, width * (0.82 if i else 1.0), height * share, faces))
    gap = height * 0.12 / max(count - 1, 1) if count > 1 else 0.0
    y = top + (height - sum(b.height for b in blocks) - gap * (count - 1)) / 2
    for x, block in zip(words, blocks, strict=True):
        neon = x.role == "neon" or "neon" in x.style
        colour = x.colour.rgb if x.colour else NEON if neon else tone
        imprint(canvas, block, left + width / 2, y + block.height / 2, colour, halo=halo, neon=neon)
        y += block.height + gap


def _set(words: Lettering, minor: bool, width: float, height: float, faces: tuple[str, str]) -> Block:
    """One text of a stack; capitals that leave room are spaced out, as sign painters do it."""
    role = "subtitle" if minor or words.role == "subtitle" else "title" if words.role == "plain" else words.role
    named = faces[1 if role == "subtitle" else 0]
    face = choose(words.style or ((named,) if named else ()), role, words.text)
    upper = words.text == words.text.upper() and len(words.text) > 2
    tracking = 0.12 if role == "subtitle" and (upper or face.name == "thin") else 0.03 if upper else 0.0
    block = fit(words.text, face, width, height, lines=3, tracking=tracking)
    room = width * (0.62 if role == "subtitle" else 0.7)
    if upper and len(block.texts) == 1 and block.width < room and not minor:
        natural = width_of(words.text, face, block.size)
        tracking = min((room - natural) / max(len(words.text) - 1, 1) / block.size, 0.1)
        block = fit(words.text, face, width, height, lines=1, tracking=max(tracking, 0.03))
    return block
