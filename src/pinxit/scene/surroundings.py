"""Everything around the subjects: place, weather, light, camera, composition and medium, gathered phrase by phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pinxit.scene.colours import named
from pinxit.scene.model import Camera, Colour, Composition, Light, Place
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.tables import adjectives, listed, load, names, places, scenery, word_set

# Of several media the more telling one: a "minimalist logo" is a logo, a "watercolour painting" a watercolour.
_MEDIA = (
    "sticker", "logo", "product", "stained glass", "pixel art", "paper cut", "low poly", "isometric", "blueprint",
    "chalkboard", "charcoal", "pencil", "ink", "watercolour", "poster", "painting", "comic", "flat", "photo",
    "minimalist",
)  # fmt: skip
# Before a thing these describe the thing ("a vintage car"), before a picture the picture ("a vintage poster").
_AMBIGUOUS = word_set("surroundings_words", "ambiguous")
_ALWAYS = frozenset({"weather", "season", "time", "light", "mood", "bokeh"})
_PALETTES = {
    "pastel": ("pastel pink", "mint", "baby blue", "cream", "lilac"),
    "earth": ("terracotta", "ochre", "olive green", "sand", "brown"),
    "warm": ("terracotta", "amber", "mustard", "crimson"),
    "cool": ("teal", "sky blue", "slate", "indigo"),
    "muted": ("sage", "dusty rose", "slate", "taupe"),
    "neon": ("neon pink", "neon blue", "neon green"),
    "vibrant": (),
}
_WEAK_LIGHT = frozenset({"day", "studio", "window", "soft", "dramatic", "back"})
_MONOCHROME = frozenset("monochrome monochromatic greyscale grayscale sepia".split())


@dataclass(slots=True)
class Surroundings:
    """Gathers what a prompt says around its subjects. The first word on a question wins, unless noted."""

    said: dict[str, str] = field(default_factory=dict)  # section -> canonical
    weak: dict[str, str] = field(default_factory=dict)  # the same, from words that a plainer statement overrules
    media: list[str] = field(default_factory=list)
    medium_words: list[str] = field(default_factory=list)
    mood: list[str] = field(default_factory=list)
    palette: list[Colour] = field(default_factory=list)
    place_words: list[str] = field(default_factory=list)
    light_words: list[str] = field(default_factory=list)
    background: Colour | None = None
    monochrome: bool = False
    panels: int = 1

    def say(self, section: str, canonical: str) -> None:
        """Note one thing that the prompt says."""
        if section == "medium":
            self.media.append(canonical)
        elif section == "medium_words":
            self._add(self.medium_words, canonical)
        elif section == "mood":
            self._add(self.mood, canonical)
        elif section == "palette":
            self._say_palette(canonical)
        elif section == "light" and canonical in _WEAK_LIGHT:
            self.weak.setdefault(section, canonical)
        else:
            self.said.setdefault(section, canonical)

    def _answer(self, section: str) -> Any:
        return self.said.get(section) or self.weak.get(section)

    def note(self, phrase: str, sections: Iterable[str] | None = None) -> bool:
        """Note a phrase of the tables, in these sections only; says whether it was known."""
        entries = scenery().get(phrase, ())
        wanted = None if sections is None else frozenset(sections)
        for section, canonical in entries:
            if wanted is None or section in wanted:
                self.say(section, canonical)
        if phrase in _MONOCHROME and entries:
            self.monochrome = True
        return bool(entries)

    def note_words(self, words: Iterable[str]) -> None:
        """Note describing words that set the scene whatever noun they stand with ("rainy", "cozy")."""
        for word in words:
            for section, canonical in adjectives().get(word, ()):
                if section in _ALWAYS:
                    self.say(section, canonical)

    def note_subject(self, phrase: NounPhrase) -> list[str]:
        """Note what a thing's own phrase says of the scene; gives the words that describe the thing instead."""
        kept: list[str] = []
        for mark in phrase.marks:
            sections = {section for section, _ in scenery().get(mark, ())}
            if mark in _AMBIGUOUS or sections & {"aspect", "anchor"} == sections:
                kept.append(mark)
            elif sections == {"palette"}:
                kept += [] if mark.startswith("black") else [mark]
            else:
                self.note(mark, sections - {"aspect", "anchor", "palette", "negative_space"})
        return kept

    def note_frame(self, phrase: NounPhrase) -> None:
        """Note a phrase that speaks of the picture itself: "a gritty, noir art style"."""
        self.note(phrase.noun) or self.note(phrase.head)
        for mark in phrase.marks:
            self.note(mark)
        for word in phrase.words:
            if not self.note(word):
                self.note_words([word])
        for word in phrase.noun.split()[:-1]:
            self.note(word)
            self.note_words([word])
        self.note_words([phrase.noun])
        if phrase.head == "panel" and phrase.count > 1:
            self.panels = phrase.count

    def set_place(self, name: str, words: Iterable[str] = ()) -> None:
        """Note the setting; its adjectives follow it."""
        self.said.setdefault("place", name)
        for word in words:
            self._add(self.place_words, word)

    def set_background(self, phrase: NounPhrase) -> None:
        """Note the colour of the background."""
        if phrase.colours and self.background is None:
            self.background = phrase.colours[-1]
        elif "dark" in phrase.words and self.background is None:
            self.background = Colour("dark", (30, 30, 36))
        for mark in phrase.marks:
            self.note(mark)

    def add_light(self, words: Iterable[str]) -> None:
        """Note describing words of the light."""
        for word in words:
            self._add(self.light_words, word)

    def _say_palette(self, canonical: str) -> None:
        if canonical == "black and white":
            self.monochrome = True
            self.add_palette([colour for name in ("black", "white") if (colour := named(name))])
        else:
            self._add(self.medium_words, f"{canonical} colours")
            self.add_palette([colour for name in _PALETTES[canonical] if (colour := named(name))])

    def add_palette(self, colours: Iterable[Colour]) -> None:
        """Add colours to the scheme of the whole picture."""
        for colour in colours:
            if colour not in self.palette:
                self.palette.append(colour)

    @staticmethod
    def _add(words: list[str], word: str) -> None:
        if word not in words:
            words.append(word)

    @property
    def medium(self) -> Any:
        """The most telling medium that was named, or None."""
        return next((name for name in _MEDIA if name in self.media), None)

    def place(self) -> Place:
        """Give the place as it was said."""
        get = self._answer
        return Place(get("place"), get("weather"), get("season"), get("time"), get("surface"), tuple(self.place_words))

    def light(self) -> Light:
        """Give the light; "soft" and "dramatic" are words of it, no kinds."""
        kinds = self._answer("light")
        get = self._answer
        if kinds in {"soft", "dramatic", "back"}:
            self.add_light([kinds])
            kinds = None
        if kinds is None and ("harsh" in self.light_words or "noir" in self.medium_words):
            kinds = "noir"
        return Light(kinds, get("direction"), tuple(self.light_words))

    def camera(self, prompt: str) -> Camera:
        """Give the camera; the lens is read from "85mm"."""
        lens = re.search(r"\b(\d{1,3}) ?mm\b", prompt)
        get = self._answer
        millimetres = int(lens.group(1)) if lens and 8 <= int(lens.group(1)) <= 800 else None
        return Camera(get("framing"), get("angle"), millimetres, "bokeh" in self.said)

    def composition(self) -> Composition:
        """Give the composition."""
        get = self._answer
        return Composition(
            get("anchor"), "negative_space" in self.said, "symmetrical" in self.said, self.panels, get("aspect")
        )


_LONE = re.compile(
    r"(?:^|[.!?\n,;]\s*)(square|landscape|portrait|horizontal|vertical|widescreen|banner)\s*(?=[.!\n]|$)", re.I
)
_RATIO = re.compile(r"(?<![\d:])(1:1|16:9|9:16|4:3|3:4|3:2|2:3|21:9|5:4|4:5)(?![\d:])")
_PANELS = re.compile(r"\b(two|three|four|five|six|eight|nine|[2-9])[- ]panels?\b", re.I)


def read_frame(prompt: str, found: Surroundings) -> None:
    """Read what is written of the frame as a sentence of its own, a ratio, or a number of panels."""
    if ratio := _RATIO.search(prompt):
        found.said["aspect"] = ratio.group(1)
    elif lone := _LONE.search(prompt):
        found.said["aspect"] = load("surroundings")["lone_aspect"][lone.group(1).lower()]
    if panels := _PANELS.search(prompt):
        word = panels.group(1).lower()
        found.panels = int(load("nouns")["numbers"].get(word) or word)


def head_role(phrase: NounPhrase) -> str | None:
    """Say what a phrase speaks of when it names no thing: frame, background, light, mood, palette, camera ..."""
    if phrase.noun in _compounds() and phrase.noun not in scenery():
        return None
    heads = load("stopwords")["heads"]
    for role in ("background", "mood", "palette", "light", "camera", "lettering", "place_frame", "frame", "abstract"):
        words = {phrase.head, phrase.noun, f"{phrase.head}s" if phrase.plural else phrase.head}
        if words & _names(heads[role]):
            return None if role == "abstract" and phrase.noun in places() else role
    return None


@cache
def _compounds() -> frozenset[str]:
    return frozenset(listed(load("nouns")["compounds"]["words"]))


def _names(block: str) -> frozenset[str]:
    return _CACHE.setdefault(block, frozenset(names(block)))


_CACHE: dict[str, frozenset[str]] = {}


def place_in_name(phrase: NounPhrase) -> str | None:
    """Find a setting in the words before "landscape" or "scene": "a mountain landscape"."""
    for word in [*phrase.noun.split()[:-1], *phrase.words]:
        if word in places():
            return places()[word][1]
    return None
