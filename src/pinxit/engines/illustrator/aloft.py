"""What the words put into the air: leaves, petals, fireflies, rays, mist; and what they say of the weather by it."""

from __future__ import annotations

import re
from dataclasses import replace

from pinxit.scene.model import Scene, Subject

MOTION = r"(?:falling|fallen|drifting|flying|floating|swirling|blowing|fluttering|tumbling|dancing|scattered|raining)"
_SHOWS = {
    "falling leaves": rf"\b{MOTION} (?:\w+ )?(?:leaf|leaves|foliage)\b|\bleaves (?:are )?{MOTION}\b"
    r"|\bleaves (?:fall|drift|swirl|flutter)\b",
    "petals": rf"\b{MOTION} (?:\w+ ){{0,2}}(?:petals?|blossoms?|sakura)\b|\b(?:petals|blossoms) (?:are )?{MOTION}\b"
    r"|\bpetals (?:in the (?:air|wind)|everywhere|fall|drift)\b",
    "fireflies": r"\bfireflies\b|\bglow-?worms\b|\blightning bugs\b",
    "sun rays": r"\b(?:sun ?rays?|sun ?beams?|god rays?|crepuscular rays?|rays? of (?:sun|light|sunlight|sunshine)"
    r"|beams? of (?:sun|light|sunlight)|shafts? of (?:sun|light|sunlight)|light rays|light shafts)\b",
    "low mist": r"\b(?:mist|fog|haze) (?:\w+ ){0,2}(?:in|over|above|on|across|along) the "
    r"(?:valleys?|river|lake|water|meadow|fields?|ground|hills)\b|\b(?:morning|low|ground|light|rolling) (?:mist|fog)\b"
    r"|\bmisty (?:valley|morning|river|lake|mountains?)\b",
    "seeds": rf"\b(?:dandelion seeds|{MOTION} seeds|pollen)\b",
    "bubbles": r"\bsoap bubbles\b|\bblowing bubbles\b",
    "embers": rf"\bembers\b|\b{MOTION} sparks\b",
}  # fmt: skip
SHOWS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _SHOWS.items()}
_HEADS = {
    "falling leaves": {"leaf", "foliage", "leaves"},
    "petals": {"petal", "blossom", "cherry blossom", "sakura"},
    "fireflies": {"firefly", "glowworm", "bug"},
    "sun rays": {"ray", "beam", "sunray", "sunbeam", "shaft"},
    "low mist": {"mist", "fog", "haze"},
    "seeds": {"seed", "pollen"},
    "bubbles": {"bubble"},
    "embers": {"ember", "spark"},
}
_SKY = {
    "northern lights",
    "milky way",
    "aurora",
    "aurora borealis",
    "starry sky",
    "full moon",
    "moon",
    "star",
    "moonlight",
}
_OVER = re.compile(r"\bafter (?:the |a |an )?(?:\w+ )?(?:rain|storm|shower|rainfall|thunderstorm)\b", re.IGNORECASE)
_SNOWING = re.compile(
    r"\b(?:in the snow|snowfall|snow ?storm|blizzard|falling snow|snow falling|snowing)\b", re.IGNORECASE
)
_MOONLIT = re.compile(
    r"\b(?:under|beneath|below|by|in|at) (?:the |a |an )?(?:\w+ )?(?:full moon|half moon|crescent moon|moon|stars"
    r"|moonlight|starlight|starry sky|night sky|milky way)\b",
    re.IGNORECASE,
)


def afloat(prompt: str) -> tuple[str, ...]:
    """The names of what floats in the air, as the settings know it."""
    return tuple(name for name, pattern in SHOWS.items() if pattern.search(prompt))


def shown(scene: Scene) -> frozenset[int]:
    """The ids of subjects that are in the air of the place and so no figures of their own."""
    names = afloat(scene.prompt)
    heads = {head for name in names for head in _HEADS[name]}
    hosts = {r.a for r in scene.relations if r.kind in {"on", "riding"}} | {w.host for w in scene.lettering}
    inside = scene.place.name is not None
    return frozenset(
        s.id
        for s in scene.subjects
        if s.id not in hosts and ((s.head in heads and s.count != 1) or ((inside or s.id > 0) and _heavenly(scene, s)))
    )


def _heavenly(scene: Scene, subject: Subject) -> bool:
    """Whether it stands in the sky over a place: "a meadow under the Milky Way"."""
    if not {subject.noun, subject.head} & _SKY or scene.place.name in {"space", "moon", "sky"}:
        return False
    return (subject.count in {1, 3} and _MOONLIT.search(scene.prompt) is not None) or subject.noun in {
        "northern lights", "milky way", "aurora",
    }  # fmt: skip


def cleared(scene: Scene) -> Scene:
    """The scene with the weather and the hour that such words imply: after rain it is clear, under the moon it is
    night, mist in a valley leaves the sky open.
    """
    place = scene.place
    if _OVER.search(scene.prompt) and place.weather in {"rain", "storm"}:
        place = replace(place, weather=None, words=(*place.words, "wet"))
    if place.weather == "fog" and SHOWS["low mist"].search(scene.prompt) and "thick" not in scene.prompt.lower():
        place = replace(place, weather=None)
    if place.weather is None and _SNOWING.search(scene.prompt):
        place = replace(place, weather="snow")
    if place.time is None and _MOONLIT.search(scene.prompt):
        place = replace(place, time="night")
    return replace(scene, place=place)
