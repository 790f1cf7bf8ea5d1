"""Locality: which of the settings a scene plays in, and the words that change how the setting is drawn."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from pinxit.engines.illustrator import library, settings
from pinxit.engines.illustrator.stage import Setting
from pinxit.scene.model import Scene, Subject

MOONRISE = re.compile(r"\b(moon|sky) (over|above|behind|rising|shining)\b", re.IGNORECASE)
WOODS = re.compile(r"\b(in|through) the woods\b", re.IGNORECASE)
OUTDOORS = {"building", "plant", "vehicle", "animal", "bird"}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("data/places.toml").read_text("utf-8"))


@cache
def _by_word(table: str) -> dict[str, str]:
    """{"camel": "desert"} out of {desert = ["camel"]}."""
    return {word: name for name, words in _tables()[table].items() for word in words}


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """A word or its plural, wherever it stands."""
    plural = rf"(?:{re.escape(word[:-1])}ies|" if word.endswith("y") else "(?:"
    plural += rf"{re.escape(word[:-1])}ves|" if word.endswith("f") else ""
    return re.compile(rf"\b{plural}{re.escape(word)}(?:e?s)?)\b", re.IGNORECASE)


def says(prompt: str, word: str) -> bool:
    """Whether a word stands in the prompt, in the singular or the plural."""
    return _pattern(word).search(prompt) is not None


def place(name: str) -> Setting:
    """The setting of that name, or the one most like it."""
    places = settings.load()
    like = _by_word("like")
    for candidate in (name, like.get(name), like.get(like.get(name, "")), "meadow"):
        if candidate in places:
            return places[candidate]
    return places["plain"]


def named(scene: Scene) -> str | None:
    """The name of the place that the words give, as narrow as they are."""
    name = scene.place.name
    if name in {"moon", "sky"} and MOONRISE.search(scene.prompt):
        name = next((s.head for s in scene.subjects if s.head in settings.load()), "meadow")
    if name is None:
        name = next((s.noun for s in scene.subjects if is_place(s)), None)
    if name is None and WOODS.search(scene.prompt):
        name = "forest"
    if name is None and not any(library.thing_of(s) for s in scene.subjects if not s.backdrop):
        name = next((place for word, place in _by_word("spoken").items() if says(scene.prompt, word)), None)
    for narrower, words in _tables()["narrower"].get(name or "", {}).items():
        if any(word in scene.place.words or says(scene.prompt, word) for word in words):
            return str(narrower)
    return name


def is_place(subject: Subject) -> bool:
    """A rooftop or a vineyard that nobody can draw by itself, but where one can be."""
    return subject.noun in settings.load() and library.thing_of(subject) is None


def wording(scene: Scene) -> tuple[str, ...]:
    """The words that change how a place is drawn: those of the place and some from anywhere in the prompt."""
    lettered = scene.prompt
    for line in scene.lettering:
        lettered = lettered.replace(line.text, "")
    known = (word for words in _tables()["words"].values() for word in words)
    return tuple(dict.fromkeys([*scene.place.words, *(word for word in known if says(lettered, word))]))


def surface(scene: Scene) -> str | None:
    """What things stand on, with the words that say how it looks: "black surface"."""
    name = scene.place.surface
    match = re.search(rf"\bon (?:an? |the )?((?:[\w-]+ ){{1,3}}){re.escape(name)}\b", scene.prompt) if name else None
    return f"{match[1]}{name}".lower() if match else name


def hour(scene: Scene, words: tuple[str, ...]) -> str | None:
    """The hour that something tells which is seen at that hour only."""
    names = {name for s in scene.subjects for name in (s.noun, s.head)}
    for time, signs in _tables()["hours"].items():
        if set(words) & set(signs) or (scene.place.name is None and names & set(signs)):
            return str(time)
    return None


def likely(scene: Scene) -> str:
    """Where a thing is usually seen, when the words do not say."""
    found = [(s, library.thing_of(s)) for s in scene.subjects]
    parts = {"window", "wall"}  # of a house, and say nothing of where one stands
    kinds = [("object" if "toy" in s.noun else t.kind, t.cm) for s, t in found if t is not None and s.head not in parts]
    if {s.noun for s in scene.subjects} & GARDEN_SEATS:
        return "park"
    home = _home(scene)
    if home is not None:
        return home
    if not kinds:
        return "meadow"
    weather, present = scene.place.weather, {kind for kind, _ in kinds}
    outdoors = present & OUTDOORS
    if scene.place.season and "person" in present:
        return "park"
    if "furniture" in present and not outdoors & {"building", "plant", "vehicle"}:
        return "living room"
    if says(scene.prompt, "floor") and not outdoors & {"building", "plant", "vehicle"}:
        return "living room"
    if any(s.head == "wall" for s in scene.subjects) and not outdoors:
        return "street" if says(scene.prompt, "brick wall") else "living room"
    if outdoors or present & {"sky"}:
        return _outdoors(present)
    if "person" in present:
        return "street" if weather in {"rain", "storm"} or scene.place.time == "night" else "park"
    small = all(kind in {"food", "vessel"} or cm < 60 for kind, cm in kinds)
    return "tabletop" if small else "studio"


def _home(scene: Scene) -> str | None:
    """The setting that the words, the lead's kind or one of the others calls for."""
    surface = _by_word("surfaces").get(scene.place.surface or "")
    if surface is not None:
        return surface
    if scene.place.weather == "snow" or scene.place.season == "winter":
        return "snow"
    homes = _by_word("home")
    if any(s.head in {"windowsill", "sill"} for s in scene.subjects):
        return "living room"
    # Sunflowers in a vase are at home in no field, and a fish that is held in no sea.
    potted = {r.a for r in scene.relations if r.kind == "in"}
    potted |= {r.b for r in scene.relations if r.kind in {"holding", "eating", "wearing", "playing"}}
    for subject in scene.subjects:
        if subject.id in potted:
            continue
        if "toy" in subject.noun or "plush" in subject.noun or subject.backdrop:
            continue
        if subject.id == 0 and subject.action in {"fly", "soar"}:
            below = {r.b for r in scene.relations if r.kind in {"above", "over"} and r.a == 0}
            if not any(s.id in below and s.head not in {"cloud", "sky"} for s in scene.subjects):
                return "sky"
        if subject.action == "swim" and (homes.get(subject.noun) or homes.get(subject.head)) not in {"lake", "beach"}:
            return "underwater" if homes.get(subject.head) == "underwater" else "ocean"
        home = homes.get(subject.noun) or homes.get(subject.head)
        if home == "underwater" and any(s.head in AFLOAT for s in scene.subjects):
            return "ocean"
        if home is not None and not place(home).sky and _is_outdoors(scene):
            continue
        if home is not None and (home != "sky" or subject.id == 0):
            return home
    return None


def _is_outdoors(scene: Scene) -> bool:
    """Rain on the head or a house in sight: nobody is in an office then."""
    found = [library.thing_of(s) for s in scene.subjects if s.head not in {"window", "wall", "door"}]
    houses = any(t is not None and (t.kind == "building" or (t.kind == "plant" and t.cm > 250)) for t in found)
    return houses or scene.place.weather in {"rain", "snow", "storm"}


AFLOAT = {"ship", "boat", "sailboat", "rock", "island", "lighthouse", "raft"}  # seen from above the water
GARDEN_SEATS = {"bench", "hammock", "swing", "picnic table", "deck chair", "lounge chair"}


def _outdoors(present: set[str]) -> str:
    if "vehicle" in present and not present & {"animal", "plant"}:
        return "road"
    if "person" in present and "building" in present:
        return "street"
    return "meadow"
