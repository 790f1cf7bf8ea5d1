"""Pictures that a prompt brings along in its own words: `https://a/x.png , https://b/y.jpg. Create a ...`.

Links that stand first are sources, with commas between, then a full stop, a line break or a space, and the wish, as
GPTProto's page on image edits has it. Further on only what is plainly a picture is one; what is quoted is lettering,
never a link.
Every step looks at a bounded piece of the text, so that a long prompt takes no more than its length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PROMPT, Source
from pinxit.core.sources import Link, Reference, read_base64

_NAME = "prompt"
_MAX_LINKS = 16
_HERE = "the image"
_MAX_WORDS = 500  # of a markdown link's text
_MOST = MAX_PROMPT + _MAX_LINKS * 8_000  # characters of a prompt with as many addresses, each as long as any may be
_KINDS = r"\.(?:png|jpe?g|webp|gif)"

_LINK = re.compile(
    r"(?<![A-Za-z0-9])(?:https?://"
    r"|data:(?:[\w.+-]{1,40}/[\w.+-]{1,60})?(?:;[\w.+=-]{1,80}){0,4},[A-Za-z0-9+/_=-]*)",
    re.IGNORECASE,
)
_DATA_START = re.compile(r"data:", re.IGNORECASE)
_DATA = re.compile(r"data:(?:image/|[^,]{0,200};base64,)", re.IGNORECASE)
_NO_PATH = re.compile(r"https?://[^/?#]*/?(?:#.*)?", re.IGNORECASE | re.DOTALL)
_PICTURE = re.compile(rf"https?://[^/?#]+/[^?#]*{_KINDS}(?:[?#].*)?", re.IGNORECASE | re.DOTALL)
# Where a URL may end: at a space, a quote and the punctuation of scripts that put no space after it; at a bracket too
# many, before the next link, and after the name of a file.
_ENDS = re.compile(
    r"(?P<stop>[\s<>\"`“”„«»‹›「」『』（）【】，。、；：！？])|(?P<next>[,;|](?=https?://|data:|!\[))"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<query>[?#])"
    rf"|(?P<file>(?i:{_KINDS})(?=[.,;:!]?[^\x00-\x7f]|[.,;:!][A-Z]|'))",
)
_TAIL = ".,;:!?'’*&|"
_MARKDOWN_END = re.compile(r">?(?:\s{1,9}\"[^\"]{0,200}\")?\s{0,9}\)")
_BETWEEN = re.compile(r"[\s,;.|&+，、；。]*(?:and\s)?\s*", re.IGNORECASE)
_AFTER = re.compile(r"[\s,;.:|，、；。：]*")
_SAID = re.compile(r"\b(?:the|this|that|my) (?:image|picture|photo|photograph) $", re.IGNORECASE)

# An apostrophe opens a quotation only where a word may begin, and closes it only where one may end.
_OPENING = re.compile(r"[\"`“„«»‹「『]|(?<!\w)['‘](?=\S)")
_CLOSING = {
    opening: re.compile(closing)
    for opening, closing in {
        '"': r'"',
        "`": r"`",
        "“": r"[”\"]",
        "„": r"[“”\"]",
        "«": r"»",
        "»": r"«",
        "‹": r"›",
        "「": r"」",
        "『": r"』",
        "'": r"'(?!\w)",
        "‘": r"’(?!\w)",
    }.items()
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A link in a text: the span that it takes with its brackets, and the bracket that begins it."""

    start: int
    end: int
    url: str
    bracket: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is plainly a picture, wherever it stands."""
        shown = self.bracket == "!" or self._is_data or _PICTURE.fullmatch(self.url)
        return bool(shown) and self._is_possible

    @property
    def may_lead(self) -> bool:
        """Whether it may be a picture where it stands first; `[words](address)` is a reference until it is plain."""
        return self.is_plain if self.bracket == "[" else self._is_possible

    @property
    def _is_possible(self) -> bool:
        return bool(_DATA.match(self.url)) if self._is_data else not _NO_PATH.fullmatch(self.url)

    @property
    def _is_data(self) -> bool:
        return self.url[:5].lower() == "data:"


def split_links(prompt: str) -> tuple[tuple[Reference, ...], str]:
    """The pictures of a prompt, in their order, and the wish without them.

    A prompt that is too long for any model is left as it is, for whoever checks its length. Raises InvalidRequest with
    the param `prompt` for more than 16 links and for data URLs that hold no picture.
    """
    if _is_too_long(prompt):
        return (), prompt
    links, position = _read_leading(prompt)
    rest = prompt[position:]
    quotes = _find_quotes(rest)
    words: list[str] = []
    done = position = 0
    while found := _find(rest, position, done):
        position = found.end
        if found.is_plain and not _is_quoted(rest, found, quotes):
            links.append(found)
            _require_few(links)
            words += rest[done : found.start], _HERE
            done = position
            if _SAID.search(words[-2][-40:]):
                words[-2:] = [words[-2][:-1]]
    return tuple(map(_refer, links)), "".join((*words, rest[done:])).strip() if links else prompt


def _is_too_long(prompt: str) -> bool:
    """Whether even without its data URLs a prompt would be too long: no time is spent on what will be refused."""
    position = words = 0
    while len(prompt) - position > (left := _MOST - words):
        start = _DATA_START.search(prompt, position, position + left)
        if start is None:
            return True
        link = _LINK.match(prompt, start.start())
        words += start.end() - position
        position = link.end() if link else start.end()
    return False


def _read_leading(prompt: str) -> tuple[list[_Found], int]:
    """The links that stand before the wish, and where the wish begins."""
    links: list[_Found] = []
    position = len(prompt) - len(prompt.lstrip())
    done = 0
    while (found := _find(prompt, position, done)) and found.start == position and found.may_lead:
        links.append(found)
        _require_few(links)
        done = found.end
        position = _match(_BETWEEN, prompt, done)
    return links, _match(_AFTER, prompt, done) if links else 0


def _find(text: str, position: int, done: int) -> _Found | None:
    """The first link whose address begins at `position` or later, and whose brackets begin not before `done`."""
    match = _LINK.search(text, position)
    if not match:
        return None
    start, end = match.span()
    if match[0].endswith("://"):
        end = _find_end(text, end)
        end -= len(text[start:end]) - len(text[start:end].rstrip(_TAIL))
    url = text[start:end]
    if text[max(done, start - 1) : start] == "<":
        start -= 1
    marked = _find_markdown(text, done, start, end)
    if marked:
        return _Found(marked[0], marked[1], url, text[marked[0]])
    if text[start] == "<":
        end += text[end : end + 1] == ">"
    return _Found(start, end, url)


def _find_end(text: str, position: int) -> int:
    """Where the URL ends whose host begins at `position`."""
    depth = 0
    query = False
    for mark in _ENDS.finditer(text, position):
        kind = mark.lastgroup
        depth += (kind == "open") - (kind == "close")
        query |= kind == "query"
        if depth < 0 or kind in ("stop", "next"):
            return mark.start()
        if kind == "file" and not query:
            return mark.end()
    return len(text)


def _find_markdown(text: str, done: int, start: int, end: int) -> tuple[int, int] | None:
    """The span of `![words](address "title")` around an address."""
    before = text[max(done, start - _MAX_WORDS) : start].rstrip(" ")
    close = _MARKDOWN_END.match(text, end)
    if not close or not before.endswith("]("):
        return None
    words = before[:-2]
    bracket = words.rfind("[")
    if bracket < 0 or "]" in words[bracket:]:
        return None
    bracket -= words[:bracket].endswith("!")
    return max(done, start - _MAX_WORDS) + bracket, close.end()


def _find_quotes(text: str) -> list[tuple[int, int]]:
    """The spans of all quotations, in their order; one that is never closed is none."""
    spans: list[tuple[int, int]] = []
    open_for_ever: set[str] = set()
    position = 0
    while opening := _OPENING.search(text, position):
        position = opening.end()
        if opening[0] in open_for_ever:
            continue
        if closing := _CLOSING[opening[0]].search(text, position):
            spans.append((opening.start(), closing.end()))
            position = closing.end()
        else:
            open_for_ever.add(opening[0])
    return spans


def _is_quoted(text: str, found: _Found, quotes: list[tuple[int, int]]) -> bool:
    """Whether a link stands in a quotation, or right behind a quotation mark that nobody closed."""
    before = bisect_right(quotes, (found.start, len(text))) - 1
    inside = before >= 0 and found.start < quotes[before][1]
    return inside or text[max(0, found.start - 1) : found.start] in _CLOSING


def _match(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


def _require_few(links: list[_Found]) -> None:
    if len(links) > _MAX_LINKS:
        raise InvalidRequest(
            f"A prompt may bring {_MAX_LINKS} pictures by links; remove some, and put lettering in quotation marks.",
            param=_NAME,
            code="invalid_value",
        )


def _refer(found: _Found) -> Reference:
    if found.url[:5].lower() == "data:":
        return Source(read_base64(found.url, _NAME), _NAME)
    return Link(found.url, _NAME)
