"""Comics: a page of panels, each a scene of its own that the painter paints, with what is said and told set over it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import skia

from pinxit.core.images import MAX_SIDE, MIN_SIDE, RATIOS, Size
from pinxit.engines.illustrator import account, charts, inscriptions, media, outlines, painter, proofs, settings, story
from pinxit.engines.illustrator.brush import colour4
from pinxit.engines.illustrator.direction import Direction, direct
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.lettering import fit
from pinxit.engines.illustrator.pages import BORDER, Cell, Sheet, Wish, compose
from pinxit.engines.illustrator.painter import Order, Painted, Plan
from pinxit.engines.illustrator.speech import EDGE, Page, balloon, burst, caption, imprint
from pinxit.engines.illustrator.stage import HEIGHT
from pinxit.engines.illustrator.typefaces import choose, settable
from pinxit.engines.illustrator.vectors import Tint, VectorCanvas
from pinxit.scene import read
from pinxit.scene.model import Lettering, Scene
from pinxit.scene.panels import Strip

PAPER = (255, 255, 255)
UNFRAMED = {"watercolour", "charcoal"}  # these leave an edge of paper around the picture
COMIC_WORDS = {"comic", "manga", "noir"}
PLAIN = re.compile(r"\bblack[- ]and[- ]white\b|\bink(?:ed)?\b|\bline ?art\b|\bmonochrome\b|\bsketch", re.I)
COLOURED = re.compile(r"\bcolou?r(?:ed|ful)?\b|\bfull[- ]colou?r\b", re.I)
PAGES = re.compile(
    r"\b(?:comic(?:[ -]?book|s)?|manga|story ?board|web ?comic|webtoon|graphic novel|cartoon)"
    r"(?:[ -](?:strip|page|panels?|style))?\b",
    re.I,
)


@dataclass(slots=True)
class Shot:
    """A panel on its way: its place, what it shows, and the words that are set over it."""

    cell: Cell
    plan: Plan
    lines: tuple[Lettering, ...]
    thoughts: frozenset[str]


def size_for(strip: Strip, prompt: str) -> Size:
    """The page's size when none was asked for: a strip is wide, a page is square or tall."""
    aspect = read(prompt).composition.aspect
    if aspect in RATIOS:
        return Size(*RATIOS[aspect])
    count = len(strip.panels)
    if strip.kind == "storyboard":
        return Size(*RATIOS["21:9" if count in {3, 5, 6} else "3:2" if count > 6 else "16:9"])
    if strip.grid is not None:
        return Size(
            *RATIOS["1:1" if strip.grid[0] == strip.grid[1] else "3:2" if strip.grid[0] > strip.grid[1] else "2:3"]
        )
    if re.search(r"\bvertical\b|\bwebtoon\b", prompt, re.I):
        return Size(*RATIOS["9:16"])
    if turned := re.search(
        r"\bin (landscape|portrait)\b|\b(landscape|portrait) (?:format|orientation)\b", prompt, re.I
    ):
        return Size(*RATIOS["3:2" if "landscape" in turned[0].lower() else "2:3"])
    if re.search(r"\bpage\b", prompt, re.I):
        return Size(*RATIOS["3:4"])
    return Size(*RATIOS["16:9" if count <= 3 else "1:1" if count == 4 else "4:5"])


def paint(strip: Strip, prompt: str, order: Order) -> Painted:
    """Paint a page of panels."""
    sheet, shots = _staged(strip, prompt, order)
    if order.note is not None:
        charted = [(shot.cell, charts.chart(shot.plan, _painted_size(shot.cell))) for shot in shots]
        order.note(charts.mounted(order.size, charted))
    pixels = _painted(strip, sheet, shots, order)
    order.report(1.0, "done")
    return Painted(pixels, _describe(strip, shots), _missing(shots))


def _painted(strip: Strip, sheet: Sheet, shots: list[Shot], order: Order) -> Bytes:
    """The page in pixels. Who watches is shown its states; half finished is a page of which half the panels are."""
    proved: list[Bytes] = []
    if order.show is not None:
        for stage, tool in proofs.TOOLS.items():
            proved = [painter.prove(shot.plan, _order(shot, order), tool) for shot in shots]
            order.show(stage, _page(strip, sheet, shots, proved, order.transparent))
    drawn: list[Bytes] = []
    for i, shot in enumerate(shots):
        if order.show is not None and i == len(shots) // 2:
            order.show("half finished", _page(strip, sheet, shots, drawn + proved[i:], order.transparent))
        low = 0.1 + 0.8 * i / len(shots)
        report = partial(_report, order, low, 0.8 / len(shots), f"panel {i + 1}")
        drawn.append(painter.develop(shot.plan, replace(_order(shot, order), report=report)))
    order.report(0.92, "lettering")
    pixels = _page(strip, sheet, shots, drawn, order.transparent)
    if order.show is not None:
        order.show("finished", pixels)
    return pixels


def draw(strip: Strip, prompt: str, order: Order, tint: Tint | None = None) -> Painted:
    """Draw a page of panels in paths. Raises InvalidRequest where its medium is not flat."""
    sheet, shots = _staged(strip, prompt, order, "flat")
    outlines.check_medium(shots[0].plan.direction.medium)
    if order.show is not None:
        _painted(strip, sheet, shots, replace(order, report=outlines.silent))
    canvas = VectorCanvas(order.size.width, order.size.height, tint)
    if not order.transparent:
        canvas.clear(colour4(PAPER))
    for i, shot in enumerate(shots):
        order.report(0.1 + 0.8 * i / len(shots), f"panel {i + 1}")
        cell, size = shot.cell, _painted_size(shot.cell)
        canvas.save()
        canvas.clipPath(cell.outline)
        canvas.translate(cell.left, cell.top)
        canvas.scale(cell.width / size.width, cell.height / size.height)
        outlines.lay_on(canvas, shot.plan, replace(_order(shot, order), report=outlines.silent), tint)
        canvas.restore()
    _set(canvas, strip, sheet, shots)
    blank = np.zeros((order.size.height, order.size.width, 4 if order.transparent else 3), np.uint8)
    return Painted(blank, _describe(strip, shots), _missing(shots), svg=canvas.write())


def _staged(strip: Strip, prompt: str, order: Order, house: str = "illustration") -> tuple[Sheet, list[Shot]]:
    """The page and its panels, laid out and not painted; in the medium `house` where the words name none."""
    medium = _medium(strip, read(prompt), read(PAGES.sub("picture", prompt)).medium, house)
    scenes = story.tell(strip, prompt, medium)
    sheet = compose(order.size, _wish(strip, scenes))
    order.report(0.05, "sketching")
    return sheet, _shots(strip, scenes, sheet, order)


def _report(order: Order, low: float, share: float, panel: str, fraction: float, _stage: str) -> None:
    order.report(low + share * fraction, panel)


def _order(shot: Shot, order: Order) -> Order:
    """The order for one panel: painted to its edges, on a ground, whatever the page stands on."""
    return Order(_painted_size(shot.cell), order.seed, order.quality, transparent=False, imprint=order.imprint)


def _painted_size(cell: Cell) -> Size:
    """A panel is painted at its own size, or larger where that is less than a picture's least."""
    larger = max(1.0, MIN_SIDE / min(cell.width, cell.height))
    return Size(*(min(max(round(side * larger), MIN_SIDE), MAX_SIDE) for side in (cell.width, cell.height)))


# -- decisions -------------------------------------------------------------------------------------------------------


def _medium(strip: Strip, whole: Scene, named: str | None, house: str) -> str:
    """The medium of the whole page; `named` is what the words name besides the comic, which is in colour if it can."""
    known = media.load()
    if named is None or named in {"flat", "logo", "sticker"}:
        named = whole.medium or named
    spoken = bool(COMIC_WORDS & set(whole.medium_words)) or strip.kind in {"comic", "manga"}
    grey = whole.monochrome or bool({"noir", "manga"} & set(whole.medium_words)) or bool(PLAIN.search(whole.prompt))
    if bool(COLOURED.search(whole.prompt)) and "noir" not in whole.medium_words and not whole.monochrome:
        grey = False
    if strip.kind == "storyboard" and (named in {None, "comic"} or (named == "ink" and not PLAIN.search(whole.prompt))):
        return "pencil" if "pencil" in known and not COLOURED.search(whole.prompt) else "ink"
    if strip.kind == "storyboard" and named == "ink" and re.search(r"\bsketch", whole.prompt, re.I):
        return "pencil" if "pencil" in known else "ink"
    if named in {"ink", "comic", "sticker", "logo"} or (named in {None, "flat"} and spoken):
        return "ink" if grey and (spoken or named == "ink") else "comic"
    return named if named in known else house


def _wish(strip: Strip, scenes: tuple[Scene, ...]) -> Wish:
    weights = []
    for scene in scenes:
        words = sum(len(x.text) for x in scene.lettering if x.role in {"balloon", "caption"})
        cast = sum(1 for s in scene.subjects if not s.backdrop)
        wide = scene.camera.framing == "wide"
        close = scene.camera.framing in {"close-up", "bust"}
        weights.append(0.9 + min(cast, 4) * 0.05 + min(words, 80) * 0.004 + 0.15 * wide - 0.12 * close)
    board = strip.kind == "storyboard"
    action = re.search(r"\b(?:superhero|action|battle|fight\w*|explo\w+|ninja|chas\w+)\b",
                       " ".join(s.prompt for s in scenes), re.I)  # fmt: skip
    return Wish(
        weights=tuple(weights),
        titled=strip.title is not None,
        even=strip.kind in {"grid", "before and after"},
        grid=strip.grid,
        leftward=strip.leftward,
        slanted=strip.kind in {"comic", "manga"}
        and strip.grid is None
        and (strip.kind == "manga" or action is not None),
        words_below=board and any(x.role == "caption" for s in scenes for x in s.lettering),
        wide_frames=board,
    )


def _shots(strip: Strip, scenes: tuple[Scene, ...], sheet: Sheet, order: Order) -> list[Shot]:
    """Direct and lay out every panel. Where no place is named, the place of the panel before goes on."""
    shots: list[Shot] = []
    before: Direction | None = None
    for panel, told, cell in zip(strip.panels, scenes, sheet.cells, strict=True):
        scene = _placed(told, before) if strip.kind != "grid" else told
        words = tuple(x for x in scene.lettering if x.role in {"balloon", "caption"} or _loud(x, panel.lines))
        direction = direct(scene, order.seed, order.complexity)
        mood = replace(direction.mood, seed=random.Random(f"{order.seed}/{direction.setting.name}").getrandbits(31))
        direction = replace(direction, mood=mood, medium=replace(direction.medium, margin=0.0))
        size = _painted_size(cell)
        plan = painter.lay_out(direction, size, order.seed, order.imprint)
        rest = tuple(x for x in direction.scene.lettering if x not in words)
        if direction.framing == "close-up":
            _approach(plan)
        plan.direction = replace(direction, scene=replace(direction.scene, lettering=rest))
        plan.frame = inscriptions.Frame(0, 0, size.width, size.height)
        thoughts = frozenset(line.text for line in panel.lines if line.kind == "thought")
        shots.append(Shot(cell, plan, words, thoughts))
        before = direction
    return shots


def _placed(scene: Scene, before: Direction | None) -> Scene:
    """The scene in the place of the panel before it, if it names none of its own."""
    if scene.place.name is not None or before is None or not story.stays(scene):
        return scene
    name = before.setting.name
    if name not in settings.load() or name in {"plain", "studio", "tabletop"}:
        return scene
    time: Any = scene.place.time or before.mood.time
    return replace(scene, place=replace(scene.place, name=name, time=time))


def _approach(plan: Plan) -> None:
    """Bring a single animal's face near, as a bust does it for a person."""
    if len(plan.actors) != 1:
        return
    actor = plan.actors[0]
    anchors = actor.figure.drawing.anchors
    face = anchors.get("face") or anchors.get("eyes") or anchors.get("head")
    if face is None or actor.figure.kind not in {"animal", "bird"}:
        return
    left, _, right, _ = actor.box
    zoom = min(0.62 * HEIGHT / max(right - left, 1.0) * 1.5, 2.0, 0.62 * plan.width / max(face.size * 1.6, 1.0))
    if zoom <= 1.05:
        return
    middle = (face.x + (left + right) / 2) / 2
    matrix = skia.Matrix.Translate(plan.width / 2, 0.56 * HEIGHT)
    matrix.preScale(zoom, zoom)
    matrix.preTranslate(-middle, -face.y)
    plan.actors[0] = Actor(actor.figure.moved(matrix), actor.depth, None)


def _loud(words: Lettering, lines: tuple[object, ...]) -> bool:
    return any(getattr(line, "text", None) == words.text and getattr(line, "kind", "") == "sound" for line in lines)


# -- the page --------------------------------------------------------------------------------------------------------


def _page(strip: Strip, sheet: Sheet, shots: list[Shot], drawn: list[Bytes], transparent: bool) -> Bytes:
    """Mount the panels, draw their borders, and set the words."""
    size = sheet.size
    surface = skia.Surface(size.width, size.height)
    with surface as canvas:
        canvas.clear(skia.ColorTRANSPARENT if transparent else colour4(PAPER))
        for shot, pixels in zip(shots, drawn, strict=True):
            _mount(canvas, shot.cell, pixels)
        _set(canvas, strip, sheet, shots)
    rgba: Bytes = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    return painter.straight(rgba) if transparent else np.ascontiguousarray(rgba[..., :3])


def _set(canvas: skia.Canvas, strip: Strip, sheet: Sheet, shots: list[Shot]) -> None:
    """The borders and the words of a page."""
    for shot in shots:
        _border(canvas, shot, sheet)
    for shot in shots:
        _letter(canvas, strip, sheet, shot)
    if strip.title is not None and sheet.title is not None:
        _headline(canvas, strip, sheet.title)


def _mount(canvas: skia.Canvas, cell: Cell, pixels: Bytes) -> None:
    opaque = pixels if pixels.shape[2] == 4 else np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
    image = skia.Image.fromarray(np.ascontiguousarray(opaque), skia.kRGBA_8888_ColorType)
    canvas.save()
    canvas.clipPath(cell.outline, skia.ClipOp.kIntersect, True)
    place = skia.Rect.MakeXYWH(cell.left, cell.top, cell.width, cell.height)
    canvas.drawImageRect(image, place, skia.SamplingOptions(skia.FilterMode.kLinear))
    canvas.restore()


def _border(canvas: skia.Canvas, shot: Shot, sheet: Sheet) -> None:
    if shot.plan.direction.medium.name in UNFRAMED:
        return
    drawn = shot.plan.direction.medium.name in {"comic", "ink", "pencil", "flat", "pixel art"}
    paint = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style)
    paint.setStrokeWidth(max(sheet.unit * (BORDER if drawn else BORDER * 0.4), 1.0))
    paint.setStrokeJoin(skia.Paint.kMiter_Join)
    paint.setColor(colour4((16, 14, 18) if drawn else (70, 64, 60)))
    canvas.drawPath(shot.cell.outline, paint)


def _letter(canvas: skia.Canvas, strip: Strip, sheet: Sheet, shot: Shot) -> None:
    """Set the words of one panel: captions first, then noises, then what is said in its order."""
    cell = shot.cell
    left, top, width, height = cell.safe
    # One size of type on the whole page, as far as the panels have room for it.
    scale = min(max(min(width, height), sheet.unit * 0.46), min(width, height) * 1.5)
    page = Page(canvas, left, top, width, height, scale=scale, leftward=strip.leftward, origin=cell.left)
    page.inks = shot.plan.direction.medium.name == "ink"
    page.note(shot.plan.actors)
    told = [x for x in shot.lines if x.role == "caption"]
    if strip.kind == "storyboard" and cell.below:
        _below(canvas, cell, told)
        told = []
    for words in told:
        caption(page, words)
    for words in (x for x in shot.lines if x.role == "plain"):
        burst(page, words)
    said = [x for x in shot.lines if x.role == "balloon"]
    page.crowded = len(said) > 1
    for i, words in enumerate(said):
        page.to_come = len(said) - 1 - i
        balloon(page, words, shot.plan.actors, f"thinks {words.text}" if words.text in shot.thoughts else words.text)


def _below(canvas: skia.Canvas, cell: Cell, told: list[Lettering]) -> None:
    if not told:
        return
    text = " ".join(x.text for x in told)
    face = choose(told[0].style, "caption", text)
    block = fit(text, face, cell.width, cell.below * 0.62, lines=2, largest=cell.below * 0.46)
    middle = cell.top + cell.height + cell.below * 0.5
    imprint(canvas, block, cell.left + cell.width / 2, middle, EDGE)


def _headline(canvas: skia.Canvas, strip: Strip, box: tuple[float, float, float, float]) -> None:
    text = settable(strip.title or "")
    if not text:
        return
    left, top, width, height = box
    styles = ("superhero",) if strip.kind in {"comic", "manga"} else ()
    block = fit(text, choose(styles, "title", text), width * 0.86, height * 0.66, lines=1)
    imprint(canvas, block, left + width / 2, top + height / 2, EDGE)


# -- the account -----------------------------------------------------------------------------------------------------


def _describe(strip: Strip, shots: list[Shot]) -> str:
    parts = []
    for i, shot in enumerate(shots):
        scene = replace(shot.plan.direction.scene, medium=None, lettering=shot.lines)
        sentence = account.describe(replace(shot.plan.direction, scene=scene), shot.plan.wardrobe).rstrip(".")
        parts.append(f"panel {i + 1}: {sentence[:1].lower()}{sentence[1:]}")
    medium = shots[0].plan.direction.medium.name
    named = f" titled “{strip.title}”" if strip.title else ""
    kind = {"grid": "page", "before and after": "before-and-after page"}.get(strip.kind, strip.kind)
    return f"A {kind} of {len(shots)} panels{named}, in {medium} style; {'; '.join(parts)}."


def _missing(shots: list[Shot]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for shot in shots for note in account.missing(shot.plan.direction)))
