"""Panels: whether a prompt asks for several pictures on one page, how many, and what is to be seen in each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from pinxit.scene.dialogue import Line, quote_scripts, take_lines, unnamed
from pinxit.scene.episodes import MARKED, Cut, between_markers, episodes
from pinxit.scene.lettering import Words, lift

StripKind = Literal["comic", "manga", "storyboard", "grid", "before and after"]

MOST = 9
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_N = r"(two|three|four|five|six|seven|eight|nine|[2-9])"
_COMIC = (
    r"comic(?:[ -]book|s)?|manga|webcomic|webtoon|storyboard|story board|comic[ -]strip|strip|cartoon|graphic novel|"
    r"page|sequence|story|tale|yonkoma|4-?koma|layout|grid|panels?"
)
_FRAMES = r"(?:panel|frame|cell|vignette)s"
_VIEWS = r"(?:panel|frame|cell|image|picture|scene|shot|illustration|vignette)s"
_PICTURES = r"(?:panel|frame|image|picture|photo|illustration|drawing|scene|shot|vignette|painting|cell|square)s"
# How many panels the words give; the first that fits wins.
_COUNTS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_N}[- ]panel(?:led|ed)?\b(?!s)"
        r"(?! (?:door|window|screen|mirror|curtain|gate|fence|cap|hat|tent|skirt)s?\b)",
        rf"\b{_N}[- ](?:frame|scene|shot|image|picture|part)s? (?:{_COMIC})\b",
        rf"\b(?:{_COMIC})\b[^.\n]{{0,60}}?\b(?:in|with|of|has|having|into|using|across|over|from|:)\s+"
        rf"(?:exactly |only )?{_N}(?: [\w-]+){{0,2}}? {_VIEWS}\b",
        rf"\b(?:sequence|series|set|grid|collage) of {_N}(?: [\w-]+){{0,3}}? {_PICTURES}\b(?! (?:on|hanging|in) an? )",
        rf"\b{_N}(?: [\w-]+){{0,2}}? (?:comic|manga|storyboard|sequential|consecutive)"
        rf"(?: [\w-]+){{0,2}}? {_PICTURES}\b",
        rf"\b(?:comics?|manga|storyboard|webtoon|strip|page|cartoon)\b[^.\n]{{0,40}}?[,(]\s*{_N} {_PICTURES}\b",
        rf"\b{_N} {_VIEWS} (?:arranged )?(?:in|as|on) (?:an? )?(?:[1-4] ?(?:x|×|by) ?[1-4] )?(?:grid|row|strip|page)\b",
        rf"^\W*(?:in )?{_N} {_FRAMES}\b",
        rf"\b(?:split|divided|arranged|told) (?:in|into|across|over) {_N} (?:equal )?{_PICTURES}\b",
    )
)
_GRID = re.compile(
    r"\b([1-4]) ?(?:x|×|by) ?([1-4])\b"
    rf"(?= (?:comic|panel|manga|storyboard|layout|collage)|[ -]grid\b(?! of (?!(?:[\w-]+ ){{0,2}}{_PICTURES}\b)))",
    re.I,
)
_GRID_OF_VIEWS = re.compile(rf"\b{_VIEWS} (?:arranged )?in an? ([1-4]) ?(?:x|×|by) ?([1-4]) grid\b", re.I)
# What has several panels without saying how many.
_USUAL: tuple[tuple[str, int], ...] = (
    (r"\bbefore[- ]and[- ]after\b", 2),
    (r"\bdiptych\b", 2),
    (r"\btriptych\b", 3),
    (r"\b(?:yonkoma|4-?koma)\b", 4),
    (r"\bstory ?board\b", 4),
    (r"\b(?:manga|comic(?:[ -]book)?|comics|graphic[ -]novel) page\b", 4),
    (r"\bmulti-?panel\b", 4),
    (r"\b(?:comic|cartoon|manga|newspaper) strip\b(?! (?:style|art|look))|\bcomic-strip\b|\bwebcomic\b|\bwebtoon\b", 3),
    (r"\b(?:comic|manga) panels\b|\bpanels of a (?:comic|manga)\b", 3),
)
_ONE = re.compile(r"\b(?:single|one)[- ](?:\w+[- ]){0,3}(?:panel|frame)\b", re.I)
_STYLE_ONLY = re.compile(
    r"\b(?:style|look) of (?:an? )?(?:[\w-]+ ){0,2}(?:comic|cartoon) strip\b|"
    r"\b(?:read|hold|look|watch|study|draw)(?:s|ing)(?: at)? (?:an? |the |his |her )?(?:[\w-]+ )?"
    r"(?:comic strip|storyboard|manga page|comic(?: book)? page)\b",
    re.I,
)
_TITLED = re.compile(
    rf"\b(?:titled?|entitled|called|headline|heading)\b\W*(?:is |reads? |says )?{MARKED.pattern}", re.I
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6} | _NUMBERS | {"one": 1}
_PLACED = re.compile(
    r"\b(?:the )?captions? (?:box )?(?:under|below|beneath|for|in|of|on|at) (?:the )?"
    r"(?:(?:panel|frame|scene|shot)s? (\d|one|two|three|four|five|six)|"
    r"(first|second|third|fourth|fifth|sixth) (?:panel|frame|scene|shot))[^.\x01]{0,20}?"
    rf"{MARKED.pattern}\.?",
    re.I,
)
_TITLE_OF_STRIP = re.compile(r"\b(?:comic|manga|storyboard|strip|page|story|sequence|panels?|title)\b", re.I)


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: `text` is what is seen, without what is said; `lines` are what is written, in reading order."""

    text: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """A page of panels.

    `head` is what the words say of all of them: style, characters, place. With a `theme` the words tell of one thing
    only, and every panel's text is that; otherwise each panel has its own. `grid` is columns and rows, if asked for.
    """

    kind: StripKind
    panels: tuple[Panel, ...]
    head: str
    title: str | None = None
    theme: bool = False
    leftward: bool = False
    grid: tuple[int, int] | None = None


def count(prompt: str) -> int:
    """How many panels the words ask for, 1 to 9; 1 for a single picture."""
    return _count(lift(prompt[:6000])[0])


def split(prompt: str) -> Strip | None:
    """Take a prompt for several pictures apart; None when it asks for one picture."""
    marked, letters = lift(quote_scripts(unnamed(prompt[:6000])))
    cut = between_markers(marked)
    wanted = _count(marked)
    if wanted < 2:
        return None
    title, marked = _title(marked, letters.found)
    if title is not None:
        cut = between_markers(marked)
    placed, marked = _placed(marked, letters.found) if cut is None else ({}, marked)
    cut = cut or episodes(marked, wanted, firm=_firm(marked))
    cut = _padded(cut, wanted if _firm(marked) else len(cut.parts))
    panels = tuple(_panel(part, letters.found) for part in cut.parts[:MOST])
    panels = tuple(replace(p, lines=(*placed.get(i, ()), *p.lines)) for i, p in enumerate(panels))
    if cut.theme:
        panels = _dealt(panels)
    return Strip(
        kind=_kind(marked),
        panels=_carried_over(panels),
        head=_restored(cut.head, letters.found),
        title=title,
        theme=cut.theme,
        leftward=bool(re.search(r"\bright[- ]to[- ]left\b", marked, re.I)),
        grid=_grid(marked),
    )


def _count(marked: str) -> int:
    """The number of panels; a prompt that numbers its panels may leave it to them."""
    if _ONE.search(marked) or _STYLE_ONLY.search(marked):
        return 1
    if grid := _grid(marked):
        return min(grid[0] * grid[1], MOST)
    for pattern in _COUNTS:
        if found := pattern.search(marked):
            word = found.group(1).lower()
            return _NUMBERS.get(word) or int(word)
    cut = between_markers(marked)
    if cut is not None and (cut.named or any(re.search(pattern, marked, re.I) for pattern, _ in _USUAL)):
        return min(len(cut.parts), MOST)
    return next((usual for pattern, usual in _USUAL if re.search(pattern, marked, re.I)), 1)


def _firm(marked: str) -> bool:
    """Was the number itself asked for? Else it may follow the story."""
    return bool(_grid(marked)) or any(pattern.search(marked) for pattern in (*_COUNTS, re.compile(_USUAL[0][0], re.I)))


def _grid(marked: str) -> tuple[int, int] | None:
    found = _GRID.search(marked) or _GRID_OF_VIEWS.search(marked)
    if found is None:
        return None
    columns, rows = int(found.group(1)), int(found.group(2))
    return (columns, rows) if 2 <= columns * rows <= MOST else None


def _kind(marked: str) -> StripKind:
    text = marked.lower()
    if re.search(r"\bstory ?board", text):
        return "storyboard"
    if re.search(r"\bmanga\b|\bkoma\b|\byonkoma\b", text):
        return "manga"
    if re.search(r"\bbefore[- ]and[- ]after\b", text):
        return "before and after"
    if re.search(r"\bcomics?\b|\bstrip\b|\bcartoon\b|\bgraphic novel\b|\bweb(?:comic|toon)\b", text):
        return "comic"
    return "grid" if _GRID.search(text) or not re.search(r"\bpanel", text) else "comic"


def _title(marked: str, words: list[Words]) -> tuple[str | None, str]:
    """The title of the whole page, and the prompt without it."""
    found = _TITLED.search(marked)
    if found is None:
        return None, marked
    before = marked[max(0, found.start() - 60) : found.end()]
    if not _TITLE_OF_STRIP.search(before) or re.search(r"\b(?:book|sign|poster)\b", before[-40:], re.I):
        return None, marked
    return words[int(found.group(1))].text, marked[: found.start()].rstrip(" ,") + marked[found.end() :]


def _placed(marked: str, words: list[Words]) -> tuple[dict[int, tuple[Line, ...]], str]:
    """Captions that name their panel ("Caption under frame 1: ..."), and the prompt without them."""
    placed: dict[int, tuple[Line, ...]] = {}
    for found in _PLACED.finditer(marked):
        word = found.group(1) or found.group(2)
        number = _ORDINALS.get(word.lower()) or int(word)
        placed[number - 1] = (*placed.get(number - 1, ()), Line(words[int(found.group(3))].text, "caption"))
    return placed, _PLACED.sub("", marked)


def _padded(cut: Cut, wanted: int) -> Cut:
    """As many parts as panels: what is too much joins its neighbour, what is lacking stays empty at the end."""
    parts = list(cut.parts)
    while len(parts) > wanted:
        at = min(range(len(parts) - 1), key=lambda i: len(parts[i]) + len(parts[i + 1]))
        parts[at : at + 2] = [f"{parts[at].rstrip(' .')}. {parts[at + 1]}"]
    parts += [""] * (wanted - len(parts))
    return replace(cut, parts=tuple(parts))


def _panel(part: str, words: list[Words]) -> Panel:
    prose, lines = take_lines(part, words)
    return Panel(_restored(prose, words), lines)


def _dealt(panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """Where all panels tell the same, each has one of its lines, and the last the rest."""
    last = len(panels) - 1
    return tuple(replace(p, lines=p.lines[i:] if i == last else p.lines[i : i + 1]) for i, p in enumerate(panels))


def _restored(marked: str, words: list[Words]) -> str:
    text = MARKED.sub(lambda m: f' "{words[int(m.group(1))].text}" ', marked)
    return re.sub(r"\s+", " ", text).strip(" ,;:-–—")


def _carried_over(panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """A panel that the words leave empty shows what the one before it shows."""
    made: list[Panel] = []
    for panel in panels:
        made.append(panel if panel.text or not made else replace(panel, text=made[-1].text))
    return tuple(made)
