"""Bearers: what carries the words of a prompt, where the reading left that open."""

from __future__ import annotations

import re
from dataclasses import replace

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.covers import author_of
from pinxit.scene.model import Lettering, LetteringRole, Scene, Subject

# Things that people letter, by the last word of the noun.
HEADS = {
    "plate", "phone", "smartphone", "laptop", "computer", "tv", "television", "screen", "monitor", "tablet", "display",
    "newspaper", "magazine", "note", "sign", "signpost", "billboard", "banner", "ribbon", "scroll", "placard", "menu",
    "book", "notebook", "graffiti", "wall", "mural", "t-shirt", "shirt", "tee", "hoodie", "sweatshirt", "sweater",
    "jersey", "cap", "mug", "cup", "bottle", "jar", "box", "can", "bag", "tote", "crate", "barrel", "van", "truck",
    "bus", "boat", "cake", "cookie", "balloon", "chalkboard", "blackboard", "whiteboard", "board", "envelope",
    "letter", "card", "gravestone", "tombstone", "flag", "shop", "store", "cafe", "bakery", "bar", "diner", "bookstore",
    "pillow", "robot", "rocket", "suitcase", "trophy", "coin", "backpack", "apron", "package", "carton", "surfboard",
    "marquee", "pub", "restaurant", "hotel", "tin", "door", "mat",
}  # fmt: skip
# What is no thing of its own but the writing on another.
WRITING = {"label", "lettering", "text", "headline", "inscription", "word", "words", "letters", "slogan", "message",
           "title", "name", "front", "logo", "screen"}  # fmt: skip
# Things that seldom carry words: "a rocket with the text ..." means the picture, unless the words say "on it".
ODD = {"robot", "rocket", "boat", "bus", "van", "truck", "door", "coin", "surfboard", "suitcase", "trophy", "wall"}
BESIDE = re.compile(r"\bwith (?:the )?(?:text|words?|title|caption|slogan)\W*$")
BOARDS = {
    "board",
    "chalkboard",
    "blackboard",
    "placard",
    "banner",
    "billboard",
    "menu",
    "flag",
    "note",
}  # beside a house
PRINTED = re.compile(r"\b(poster|cover|card|flyer|invitation|logo|banner ad|album|thumbnail)\b", re.I)
ON = r"\W*(?:\w+ )?(?:on|in|across) (?:an? |the |his |her |its |their )?(?:[\w-]+ ){0,3}"
BANNER = re.compile(
    r"\bbanner (?:that |which )?(?:says?|saying|reads?|reading|with the (?:words?|text|message)|hang|above|over)", re.I
)
OPEN = {"plain", "label", "sign", "title", "t-shirt", "chalkboard", "note", "plate", "screen", "shop front", "neon"}


def with_bearers(scene: Scene) -> Scene:
    """The scene with a host for words that stand next to a thing that can carry them."""
    if not scene.lettering or scene.medium == "logo":
        return scene
    scene = _with_banner(scene)
    words = tuple(_hosted(scene, each) for each in scene.lettering)
    author = author_of(scene.prompt)
    if author and all(author.lower() not in each.text.lower() for each in words):
        words = (*words, Lettering(author, "subtitle", position="bottom"))
    return replace(scene, lettering=words) if words != scene.lettering else scene


def _is_apart(prompt: str, text: str) -> bool:
    """Are the words named as a part of the print itself, beside what is to be seen on it?"""
    return re.search(rf"\band (?:the )?(?:text|words?|message|caption)\W*{re.escape(text)}", prompt, re.I) is not None


def _with_banner(scene: Scene) -> Scene:
    """A banner that says something is a thing, not a shape of picture."""
    if not BANNER.search(scene.prompt) or any(s.head == "banner" for s in scene.subjects):
        return scene
    return replace(scene, subjects=(*scene.subjects, Subject(len(scene.subjects), "banner", "banner")))


def _hosted(scene: Scene, words: Lettering) -> Lettering:
    if words.role not in OPEN:
        return words
    if PRINTED.search(scene.prompt) and _is_apart(scene.prompt, words.text):
        return replace(words, host=None, role="title")  # "a card with a bear holding balloons and the text ..."
    sprayed = next((s for s in scene.subjects if s.head in {"graffiti", "mural"}), None)
    if sprayed is not None and (words.host is None or scene.subjects[words.host].head in {"wall", "building"}):
        return replace(words, host=sprayed.id, role=_role(words))
    if words.host is not None:
        host = scene.subjects[words.host]
        if _is_building(host):
            board = _nearest(scene, words)
            return replace(words, host=board.id) if board is not None and board.head in BOARDS else words
        return _passed_on(scene, words, host) if _is_writing(host) else words
    if words.role == "title" and (PRINTED.search(scene.prompt) or scene.medium == "poster"):
        return words
    found = _nearest(scene, words) if words.position is None or words.role != "plain" else None
    if found is None:
        return words
    words = replace(words, host=found.id, role=_role(words))
    return _passed_on(scene, words, found) if _is_writing(found) else words


def _is_building(subject: Subject) -> bool:
    thing = library.thing_of(subject)
    return thing is not None and thing.kind == "building" and subject.head not in {"graffiti", "mural"}


def _is_writing(host: Subject) -> bool:
    return host.head in WRITING and (host.head != "screen" or host.noun == "screen")


def _role(words: Lettering) -> LetteringRole:
    return "label" if words.role in {"plain", "title"} else words.role


def _passed_on(scene: Scene, words: Lettering, host: Subject) -> Lettering:
    """The words of a label are on what has the label."""
    tied = [r.a if r.b == host.id else r.b for r in scene.relations if host.id in (r.a, r.b)]
    near = [*tied, *range(host.id - 1, -1, -1), *range(host.id + 1, len(scene.subjects))]
    for index in near:
        other = scene.subjects[index]
        thing = library.thing_of(other)
        if other.head not in WRITING and thing is not None and thing.kind not in {"person", "animal", "bird", "sky"}:
            return replace(words, host=other.id)
    return words


def _nearest(scene: Scene, words: Lettering) -> Subject | None:
    """The thing that is named last before the words, else the one they are said to be on."""
    at = scene.prompt.find(words.text)
    if at < 0:
        return None
    start = max(scene.prompt.rfind(". ", 0, at) + 1, at - 90)
    before, after = scene.prompt[start:at].lower(), scene.prompt[at + len(words.text) :].lower()
    best: tuple[int, Subject] | None = None
    for subject in scene.subjects:
        if subject.head not in HEADS or library.thing_of(subject) is None:
            continue
        spot = before.rfind(subject.head)
        if subject.head in ODD and BESIDE.search(before) and not re.match(r"\W*\w* ?on it\b", after):
            spot = -1
        if spot > 0 and _is_building(subject) and any(s.head in BOARDS for s in scene.subjects):
            spot = 0  # a board outside a shop says it, not the shop
        if spot >= 0 and (best is None or spot > best[0]):
            best = (spot, subject)
        if re.match(ON + re.escape(subject.head) + r"\b", after):
            best = (len(before) + 1, subject)
    return best[1] if best else None
