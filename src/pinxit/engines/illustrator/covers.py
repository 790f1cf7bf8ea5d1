"""Covers: the front of a book, a magazine or a record, set as designers do it: title, rule, author; or a masthead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia

from pinxit.engines.illustrator.brush import colour4
from pinxit.engines.illustrator.colours import BLACK, INK, WHITE, Rgb, luminance
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.lettering import Block, fit
from pinxit.engines.illustrator.speech import Page, imprint
from pinxit.engines.illustrator.typefaces import Face, choose, face, width_of
from pinxit.scene.model import Lettering

KIND = re.compile(
    r"\b(book|novel|magazine|album|record|vinyl|cd|comic book|game|dvd) (?:jacket|cover)\b|"
    r"\bcover of an? (?:\w+ ){0,2}?(book|novel|magazine|album)\b",
    re.I,
)
# How the title and the author of a kind of book are lettered.
GENRES = (
    (r"fantasy|epic|dragon|myth|legend|historical", ("roman", "roman")),
    (r"thriller|crime|mystery|detective|noir|horror|spy", ("poster", "gothic")),
    (r"romance|love story|wedding", ("formal", "serif")),
    (r"sci-?fi|science fiction|space|cyberpunk|tech", ("elegant", "elegant")),
    (r"child|kids|picture book|nursery|bedtime", ("rounded", "rounded")),
    (r"cook|recipe|food|travel", ("retro", "gothic")),
    (r"comic|superhero", ("comic", "gothic")),
    (r"western|cowboy", ("slab", "gothic")),
    (r"business|self-help|manual|guide|textbook", ("geometric", "grotesque")),
)


@dataclass(frozen=True, slots=True)
class Jacket:
    """What a cover is set on: the page, what is on it so far, and the faces of title and small type."""

    page: Page
    pixels: Bytes
    title: str
    small: str

    def ground(self, top: float, bottom: float) -> Rgb:
        """The mean colour between two shares of the height."""
        rows = self.pixels[int(len(self.pixels) * top) : max(int(len(self.pixels) * bottom), 1)].reshape(-1, 3)
        tone = rows.mean(axis=0) if rows.size else np.array(WHITE)
        return int(tone[0]), int(tone[1]), int(tone[2])


def kind_of_cover(prompt: str) -> str:
    """What the picture is the cover of ("book", "magazine", "album"); empty when it is none."""
    match = KIND.search(prompt)
    if match is None:
        return ""
    word = (match[1] or match[2]).lower()
    return {"novel": "book", "record": "album", "vinyl": "album", "cd": "album"}.get(word, word)


def author_of(prompt: str) -> str:
    """The author that the prompt names after "by" when the picture is the cover of a book or a record."""
    if kind_of_cover(prompt) in {"", "magazine"}:
        return ""
    names = r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})"
    match = re.search(rf"(?<!style )(?<!painted )(?<!inspired )\bby {names}", prompt)
    return match[1].rstrip(".") if match else ""


def print_cover(page: Page, pixels: Bytes, words: Sequence[Lettering], prompt: str) -> None:
    """Print title, subtitle and author over the picture."""
    kind = kind_of_cover(prompt)
    found = next((faces for pattern, faces in GENRES if re.search(pattern, prompt, re.I)), ("serif", "serif"))
    jacket = Jacket(page, pixels, *found)
    foot = [x for x in words[1:] if "bottom" in (x.position or "")]
    if not foot and len(words) > 1 and words[-1].role != "subtitle":
        foot = [words[-1]]
    under = [x for x in words[1:] if x not in foot]
    if kind == "magazine":
        _masthead(jacket, words[0])
    elif kind == "album":
        _sleeve(jacket, words[0])
    else:
        _title(jacket, words[0], under)
        under = []
    for k, line in enumerate([*under, *foot]):
        _credit(jacket, line, len(under) + len(foot) - 1 - k)


def _scrim(page: Page, top: float, bottom: float, tone: Rgb, strength: float) -> None:
    """A veil that is thickest at the edge of the sheet and gone at the other end."""
    near = page.top + page.height * top
    far = page.top + page.height * bottom
    paint = skia.Paint(AntiAlias=True)
    points = [skia.Point(0, near), skia.Point(0, far)]
    stops = [colour4(tone, strength), colour4(tone, strength * 0.72), colour4(tone, 0.0)]
    paint.setShader(skia.GradientShader.MakeLinear(points, stops, [0.0, 0.55, 1.0]))
    low, high = min(near, far), max(near, far)
    page.canvas.drawRect(skia.Rect.MakeLTRB(page.left, low, page.left + page.width, high), paint)


def _legible(jacket: Jacket, top: float, bottom: float, *, upwards: bool = False) -> Rgb:
    """Lay a veil behind a band of type and give the colour that stands out on it."""
    light = luminance(jacket.ground(top, bottom)) > 0.6
    veil = WHITE if light else BLACK
    if upwards:
        _scrim(jacket.page, 1.0, top - 0.06, veil, 0.66)
    else:
        _scrim(jacket.page, 0.0, bottom + 0.14, veil, 0.62)
    return INK if light else (255, 251, 240)


def _spaced(text: str, chosen: Face, width: float, height: float, most: float = 0.22) -> Block:
    """One line of small type, spaced out as far as it stays calm."""
    block = fit(text, chosen, width, height, lines=1, tracking=0.06)
    natural = width_of(text, chosen, block.size)
    room = (width * 0.8 - natural) / max(len(text) - 1, 1) / block.size
    return fit(text, chosen, width, height, lines=1, tracking=min(max(room, 0.04), most))


def _face(words: Lettering, named: str) -> Face:
    return choose(words.style or (), "cover", words.text) if words.style else _asked(named, words.text)


def _asked(named: str, text: str) -> Face:
    """The genre's face, or what takes its place for small letters and other scripts."""
    chosen = face(named)
    if chosen.covers(text) and not (chosen.caps_only and text != text.upper()):
        return chosen
    return choose((), "cover", text)


def _title(jacket: Jacket, words: Lettering, under: Sequence[Lettering]) -> None:
    page = jacket.page
    chosen = _face(words, jacket.title)
    block = fit(words.text, chosen, page.width * 0.82, page.height * 0.27, lines=4, leading=1.08,
                tracking=0.02 if words.text.isupper() else 0.0)  # fmt: skip
    tone = _legible(jacket, 0.04, 0.36)
    if words.colour is not None:
        tone = words.colour.rgb
    top = page.top + page.height * 0.075
    middle = page.left + page.width / 2
    imprint(page.canvas, block, middle, top + block.height / 2, tone, halo=0.35)
    y = top + block.height + page.height * 0.035
    if not under:
        _ornament(page, middle, y, tone)
    for x in under:
        small = _spaced(x.text, _asked(jacket.small, x.text), page.width * 0.7, page.height * 0.032, 0.12)
        imprint(page.canvas, small, middle, y + small.height / 2, tone, halo=0.35)
        y += small.height + page.height * 0.02
    page.taken.append((skia.Rect.MakeLTRB(page.left, top, page.left + page.width, y), 20.0))


def _ornament(page: Page, x: float, y: float, tone: Rgb) -> None:
    half, thin = page.width * 0.13, max(page.unit * 0.0022, 1.0)
    paint = skia.Paint(AntiAlias=True, Color=colour4(tone, 0.9))
    for side in (-1, 1):
        start, end = x + side * page.unit * 0.018, x + side * half
        page.canvas.drawRect(skia.Rect.MakeLTRB(min(start, end), y - thin / 2, max(start, end), y + thin / 2), paint)
    page.canvas.save()
    page.canvas.translate(x, y)
    page.canvas.rotate(45)
    half = page.unit * 0.0075
    page.canvas.drawRect(skia.Rect.MakeLTRB(-half, -half, half, half), paint)
    page.canvas.restore()


def _masthead(jacket: Jacket, words: Lettering) -> None:
    """The name of a magazine: across the whole sheet, at its upper edge."""
    page = jacket.page
    chosen = choose(words.style or ("didone",), "cover", words.text)
    block = fit(words.text, chosen, page.width * 0.92, page.height * 0.2, lines=1)
    tone = _legible(jacket, 0.02, 0.2) if words.colour is None else words.colour.rgb
    y = page.top + page.height * 0.035 + block.height / 2
    imprint(page.canvas, block, page.left + page.width / 2, y, tone, halo=0.25)
    bottom = y + block.height / 2
    page.taken.append((skia.Rect.MakeLTRB(page.left, page.top, page.left + page.width, bottom), 20.0))


def _sleeve(jacket: Jacket, words: Lettering) -> None:
    """The title of a record: large, at the upper edge, quiet."""
    page = jacket.page
    chosen = choose(words.style or ("geometric",), "cover", words.text)
    block = fit(words.text, chosen, page.width * 0.84, page.height * 0.17, lines=2)
    tone = _legible(jacket, 0.03, 0.24) if words.colour is None else words.colour.rgb
    y = page.top + page.height * 0.07 + block.height / 2
    imprint(page.canvas, block, page.left + page.width / 2, y, tone, halo=0.3)


def _credit(jacket: Jacket, words: Lettering, row: int) -> None:
    """The author along the lower edge; `row` counts upwards."""
    page = jacket.page
    chosen = _face(words, jacket.small)
    block = _spaced(words.text, chosen, page.width * 0.76, page.height * 0.044)
    tone = _legible(jacket, 0.87, 1.0, upwards=True) if row == 0 else WHITE
    if row:
        tone = INK if luminance(jacket.ground(0.8, 1.0)) > 0.6 else WHITE
    y = page.top + page.height * (0.93 - 0.065 * row)
    imprint(page.canvas, block, page.left + page.width / 2, y, words.colour.rgb if words.colour else tone, halo=0.35)
