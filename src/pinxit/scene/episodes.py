"""Episodes: where the telling of one panel ends and that of the next begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKED = re.compile(r"\x01(\d+)\x01")  # where a lettering was lifted out of the prompt

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_ORDINAL = r"(first|second|third|fourth|fifth|sixth|last|final|next|middle|1st|2nd|3rd|4th|5th|6th)"
_FRAME = r"(?:panel|frame|scene|shot|image|picture|square|vignette|cell|drawing|illustration)"
_SHOWS = r"(?:\s*(?:,|:|-|–|—)|\s+(?:shows?|showing|depicts?|depicting|is|has|we see|features?)\b)?\s*:?\s*"
# Each gives the number of its panel in group 1.
_MARKERS = (
    re.compile(
        rf"(?:\bin |\bon )?\b{_FRAME} *(?:#|no\.? ?|number )?(\d|one|two|three|four|five|six|seven|eight|nine)\b"
        rf"(?:\s*[:.)–—-]|{_SHOWS})\s*(?:shows? |depicts? )?",
        re.I,
    ),
    re.compile(rf"(?:\b(?:and|then)\s+)?(?:\bin |\bon )?(?:\bthe )?\b{_ORDINAL} {_FRAME}\b{_SHOWS}", re.I),
    re.compile(rf"(?:\band )?\bin the {_ORDINAL}\b(?: one)?(?=\s*,|\s+(?:the|a|an|he|she|it|they|we)\b){_SHOWS}", re.I),
    re.compile(r"(?:(?<=\s)|^)\(?([1-9])[.):](?=\s)\s*"),
    re.compile(r"(?:(?<=[\s,;.:])|^)(before|after)\s*[:–—-]\s*", re.I),
)
_LATER = re.compile(
    r"(?:(?<=[.,;\x01])|\band)\s*(?:and )?\b(?:then|next|finally|after that|afterwards?|later|at last|in the end|"
    r"meanwhile|eventually|suddenly|lastly)\b,?\s*",
    re.I,
)
_ANNOUNCED = re.compile(
    r"\b(?:panels?|frames?|scenes|images|pictures|strip|comics?|manga|storyboard|story board|page|story|"
    r"webcomic|webtoon|grid|sequence|series|cartoon|diptych|triptych|before[- ]and[- ]after|"
    r"illustrations|drawings|koma|yonkoma|photos|shots|"
    r"paintings|vignettes|layout|cells|squares|(?:style|medium)(?= )|tale|adventure)"
    r"(?:[^.:;\n]*?\b(?:style|colou?rs?|pencil|ink|watercolou?r|black and white)\b,?)??"
    r"\s*(?:(?:(?!\b(?:about|of|showing|where|which|featuring|following|starring|life|story)\b)[^.:;\n\x01])"
    r"{0,60}?:(?=\s)|—|–|(?: (?!about\b)[\w-]+){1,4}? "
    r"(?:about|showing|depicting|featuring|telling)\b|,?\s+(?:about|of|showing|shows|"
    r"depicting|where|in which|featuring|following|starring|telling|"
    r"that shows|that tells|illustrating|with|for|explaining|on)\b(?! (?:two|three|four|five|six|\d|speech|gutters|"
    r"captions?|balloons?|an?|the)? ?(?:[\w-]+ )?(?:panels?|frames?|images|pictures|scenes|gutters|balloons?|bubbles?|"
    r"captions?)\b))(?: the story of| how)?\s*",
    re.I,
)
_FURNISHED = re.compile(
    r",? with (?:[\w-]+ )?(?:speech |word |thought )?"
    r"(?:bubbles|balloons|captions|dialogue|gutters|borders)\b(?! (?:that|saying))",
    re.I,
)
_CLAUSE = re.compile(r"\s*(?:;|,\s*and\b|,|\band\b)\s*(?=(?:he|she|it|they|the|a|an|his|her)\s+[\w-]+\s+\w+)", re.I)
_LIST = re.compile(r"[:–—]\s*([^.:\n]+)\.?\s*$")
_STYLE = re.compile(
    r"^\W*(?:(?:art |drawing |visual )?style\b|in (?:a |the )?[\w ,-]*style\b|black[- ]and[- ]white\b|colou?rs?\b|"
    r"(?:use|with) [\w ,-]*(?:style|colou?rs?|gutters|outlines|lines|balloons?|captions?)\b|no (?:text|words)\b|"
    r"square\b|landscape\b|portrait\b|(?:clean|bold|thick|soft|bright|vibrant|pastel|warm|muted|high)[\w ,-]*"
    r"(?:lines?|outlines?|colou?rs?|gutters|contrast|palette|lighting|shading)\b|"
    r"(?:right|left)[- ]to[- ](?:left|right)\b|"
    r"(?:watercolou?r|pencil|ink|manga|noir|cartoon|flat|pixel art|cel)[\w ,-]*$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A prompt taken apart: what is said of all panels, and of each. `named`: its panels are called panels."""

    head: str
    parts: tuple[str, ...]
    theme: bool = False
    named: bool = False


def between_markers(text: str) -> Cut | None:
    """Cut a prompt that says where each panel begins ("Panel 1: ..."); None when it does not."""
    for kind, pattern in enumerate(_MARKERS):
        marks = _ascending(list(pattern.finditer(text)))
        if len(marks) < 2 or (kind == 3 and marks[0].group(1) != "1"):
            continue
        if kind in {1, 2}:
            marks = _ascending(sorted(_both(text), key=lambda m: m.start()))
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        parts = [_clean(text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
        parts[-1], tail = _without_style(parts[-1])
        if all(parts):
            return Cut(f"{text[: marks[0].start()].rstrip(' ,;:')} {tail}".strip(), tuple(parts), named=kind < 3)
    return None


def _both(text: str) -> list[re.Match[str]]:
    """ "In the first panel ... In the second ..." mixes both ways to say it."""
    found: dict[int, re.Match[str]] = {}
    for pattern in _MARKERS[1:3]:
        for mark in pattern.finditer(text):
            if not any(m.start() < mark.end() and mark.start() < m.end() for m in found.values()):
                found[mark.start()] = mark
    return list(found.values())


def _ascending(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Only the marks that count on: a number that is said again belongs to its panel's text."""
    kept: list[re.Match[str]] = []
    at = 0
    for mark in marks:
        word = mark.group(1).lower()
        number = {"before": 1, "after": 2, "next": at + 1, "middle": 2, "last": 99, "final": 99}.get(word)
        if number is None:
            number = _ORDINALS.get(word) or int(word[0])
        if number > at:
            kept.append(mark)
            at = number
    return kept


def episodes(text: str, wanted: int, *, firm: bool) -> Cut:
    """Cut a prompt without marks into what happens after one another; `firm`: the number of panels is fixed."""
    head, body = announcement(text)
    body, tail = _without_style(_FURNISHED.sub("", body))
    head = f"{head} {tail}".strip()
    listed = _listed(body, wanted)
    if listed is not None:
        return Cut(head, listed)
    parts = _sentences(body)
    whole = bool(parts) and re.match(re.escape(parts[0]) + r"\s*[.!?]", body) is not None
    if firm and whole and 1 < wanted == len(parts) - 1 and not MARKED.search(parts[0]):
        head, parts = f"{head} {parts[0]}.", parts[1:]  # the first says what it is about, the others tell it
    parts = [piece for part in parts for piece in _steps(part)]
    if firm:
        while 1 < len(parts) < wanted or (len(parts) == 1 and wanted > 1 and len(parts[0].split()) > 7):
            finer = _finer(parts)
            if finer is None:
                break
            parts = finer
    if len(parts) < 2:
        return Cut(head, (body,) * wanted if body else ("",) * wanted, theme=True)
    return Cut(head, tuple(parts))


def announcement(text: str) -> tuple[str, str]:
    """Split the words that announce the comic ("A comic strip about") from the story after them."""
    first = re.search(r"[.!?](?=\s|$)|\n", text)
    end = first.start() if first else len(text)
    found = _ANNOUNCED.search(text[: end + 1])
    if found is None:
        rest = text[end + 1 :].strip()
        if rest:
            return text[: end + 1], rest
        late = re.search(
            r",?\s*(?:told |drawn |shown )?(?:as|in) (?:an? )?(?:[\w-]+ ){0,4}(?:panels|comic|strip|frames)", text
        )
        return (text[late.start() :], text[: late.start()]) if late and late.start() > 3 else (text, "")
    return text[: found.end()], text[found.end() :].strip()


def _without_style(text: str) -> tuple[str, str]:
    """Split the sentences at the end off that say how all is drawn."""
    parts = _sentences(text)
    tail: list[str] = []
    while len(parts) > 1 and _STYLE.match(parts[-1]):
        tail.insert(0, parts.pop())
    return (". ".join(parts), ". ".join(tail)) if tail else (text, "")


def _sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?;\n])(?:\s+|$)|(?<=\x01)\s*[.!?]+\s+|(?<=\x01)\s+(?=[A-Z])|\n+", text)
    return [clean for part in parts if len((clean := _clean(part)).split()) > 1 or MARKED.search(clean)]


def _steps(sentence: str) -> list[str]:
    return [clean for part in _LATER.split(sentence) if (clean := _clean(part))]


def _finer(parts: list[str]) -> list[str] | None:
    """Split the longest part that holds two clauses."""
    for at in sorted(range(len(parts)), key=lambda i: -len(parts[i])):
        for cut in _CLAUSE.finditer(parts[at]):
            left, right = _clean(parts[at][: cut.start()]), _clean(parts[at][cut.end() :])
            if len(left.split()) > 2 and len(right.split()) > 2 and not MARKED.search(left[-6:]):
                return [*parts[:at], left, right, *parts[at + 1 :]]
    return None


def _listed(body: str, wanted: int) -> tuple[str, ...] | None:
    """The items of "the life of a frog: egg, tadpole, frog", or of "a tree in spring, summer, autumn and winter"."""
    if re.search(r"\b(?:four|4|through(?:out)? the|in all(?: four)?) seasons\b", body, re.I) and wanted == 4:
        thing = re.split(r"\b(?:in|through|during|over|across)\b[^,]*seasons", body, maxsplit=1, flags=re.I)[0]
        return tuple(f"{_clean(thing)} in {season}" for season in ("spring", "summer", "autumn", "winter"))
    spot = _LIST.search(body)
    text, stem = (spot.group(1), "") if spot else (body, "")
    if spot is None and (shared := re.match(r"(.+?\b(?:in|at|during|as)) (?=[^.]+,)", body)):
        stem, text = shared.group(1), body[shared.end() :]
    items = [_clean(item) for item in re.split(r",\s*(?:and\s+|then\s+|finally\s+)*|\s+and\s+(?:then\s+)?", text)]
    items = [item for item in items if item]
    told = spot is None and not stem and (MARKED.search(body) or re.search(r"[.;!?]\s", body))
    if told or len(items) != wanted or (stem and any(len(item.split()) > 3 for item in items)):
        return None
    return tuple(f"{stem} {item}".strip() for item in items)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;:.-–—\n")
