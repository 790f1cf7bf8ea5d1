"""Direction: the choices between reading a scene and drawing it: size, medium, light, place, framing, cuteness."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import Literal

from pinxit.core.images import RATIOS, Size
from pinxit.engines.illustrator import aloft, library, media, settings
from pinxit.engines.illustrator.bearers import with_bearers
from pinxit.engines.illustrator.casting import absorbed, house_front
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.deeds import Deeds, enact
from pinxit.engines.illustrator.implied import TABLES, imply
from pinxit.engines.illustrator.light import LIGHTS, Light, choose, toned
from pinxit.engines.illustrator.locality import hour, likely, named, place, surface, wording
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.overhead import grounds, overhead
from pinxit.engines.illustrator.stage import Mood, Setting
from pinxit.scene.model import Lettering, Scene, Subject

CUTE_WORDS = {"kawaii", "cute", "chibi", "adorable", "cartoon", "children's book", "childrens book"}
GROUNDS = TABLES | {"surface", "tabletop"}  # what a still life may lie on
Complexity = Literal["low", "medium", "high"]
ROOM_LIGHTS = {"window", "candle", "lamp"}
ROOMS = {
    "laboratory", "hospital", "museum", "subway", "spaceship", "tabletop", "bathroom", "gym", "shop", "airport",
}  # fmt: skip
PORTRAIT = re.compile(
    r"\b(headshot|bust|face) (photo |painting |shot )?of\b|"
    r"(?<!ing a )(?<!ing the )(?<!s a )\bportrait\b(?! (orientation|format|mode|poster|size))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Direction:
    """Everything that was decided before the first stroke."""

    scene: Scene
    medium: media.Medium
    light: Light
    setting: Setting
    mood: Mood
    framing: str
    cute: bool
    indoors: bool
    surface_of: int | None  # the subject that became the table top, and is not drawn by itself
    absorbed: frozenset[int] = frozenset()  # subjects that something else shows already
    deeds: Deeds = field(default_factory=Deeds)  # what is done, beyond the poses
    notes: tuple[str, ...] = ()
    complexity: Complexity = "high"  # how much of the setting is shown

    def carries(self, words: Lettering) -> bool:
        """Do these words stand on something that is drawn and has room for them?"""
        if words.host is None or words.role in {"caption", "balloon"} or self.medium.name == "logo":
            return False
        host = self.scene.subjects[words.host]
        thing = library.thing_of(host)
        return thing is not None and "text" in thing.sketch(Look(noun=host.noun, text=words.text)).anchors


def size_for(scene: Scene) -> Size:
    """The size that the words ask for: "Square image.", "16:9 banner", "Landscape."; else 1:1."""
    return Size(*RATIOS.get(scene.composition.aspect or "1:1", RATIOS["1:1"]))


def direct(scene: Scene, seed: int, complexity: Complexity = "high") -> Direction:
    """Decide how a scene is going to be shown."""
    scene = with_bearers(imply(house_front(scene)))
    scene, deeds = enact(aloft.cleared(scene))
    notes: list[str] = []
    medium = _medium(scene)
    tabletop = _table(scene)
    setting = _setting(scene, medium, tabletop, notes)
    laid_on = grounds(scene) if setting.name == "flat lay" else frozenset[int]()
    # A medium that composes by itself shows nothing of the setting's own furniture.
    gone = absorbed(scene, setting) | aloft.shown(scene) | laid_on if medium.compose is None else frozenset[int]()
    gone = (gone | deeds.hidden) - deeds.played
    words = _words(scene, medium, gone)
    framing = _framing(scene) if medium.compose is None else "full"
    mood = Mood(
        time=scene.place.time or _hour(scene) or hour(scene, words),
        weather=scene.place.weather,
        season=scene.place.season,
        surface=surface(scene) or _surface(scene, tabletop),
        words=words,
        background=scene.background.rgb if scene.background else None,
        framing=framing,
        seed=random.Random(f"{seed}/{scene.prompt}").getrandbits(31),
    )
    return Direction(
        scene=scene,
        medium=medium,
        light=_light(scene, medium, setting, mood),
        setting=setting,
        mood=mood,
        framing=framing,
        cute=_cute(scene, medium),
        indoors=not setting.sky,
        surface_of=tabletop.id if tabletop is not None and setting.name in {"tabletop", "studio", "flat lay"} else None,
        absorbed=gone,
        deeds=deeds,
        notes=tuple(notes),
        complexity=complexity,
    )


def _medium(scene: Scene) -> media.Medium:
    known = media.load()
    medium = known.get(scene.medium or "illustration", known["illustration"])
    return medium.suit(scene) if medium.suit is not None else medium


def _words(scene: Scene, medium: media.Medium, gone: frozenset[int]) -> tuple[str, ...]:
    """What the setting hears: the words of the place, what it has to show itself, and what it must leave out."""
    noir = ("noir",) if medium.name == "ink" and "noir" in scene.medium_words else ()
    shown = [s for s in scene.subjects if s.id in gone]
    drawn = [s for s in scene.subjects if s.id not in gone]
    alone = () if drawn else ("alone",)
    names = [name for s in shown for name in (s.noun, s.head)]
    wider = (scene.place.name,) if scene.place.name else ()
    if medium.name == "flat" and scene.background:
        alone = (*alone, "flat")
    return (
        *wording(scene),
        *aloft.afloat(scene.prompt),
        *wider,
        *noir,
        *alone,
        *names,
        *(f"drawn {s.head}" for s in drawn),
    )


def _hour(scene: Scene) -> str | None:
    if "noir" in scene.medium_words:
        return "night"
    return {
        "moonlight": "night",
        "neon": "night",
        "candle": "night",
        "golden hour": "golden hour",
        "sunset": "sunset",
    }.get(scene.light.kind or "")


def _table(scene: Scene) -> Subject | None:
    """A table that only carries small things is seen from close by, as the ground of a still life without people."""
    found = [library.thing_of(s) for s in scene.subjects]
    if any(thing is not None and thing.kind == "person" for thing in found):
        return None
    for relation in scene.relations:
        if relation.kind != "on" or scene.subjects[relation.b].head not in GROUNDS:
            continue
        others = [r for r in scene.relations if relation.b in (r.a, r.b) and r.kind != "on"]
        if any(r.kind in {"behind", "under", "in front of"} for r in others):
            continue
        guests = [scene.subjects[r.a] for r in scene.relations if r.kind == "on" and r.b == relation.b]
        things = [library.thing_of(g) for g in guests]
        if all(t is not None and t.cm < 60 and t.kind not in {"person"} for t in things):
            return scene.subjects[relation.b]
    return None


def _surface(scene: Scene, table: Subject | None) -> str | None:
    if table is None:
        return None
    return " ".join(filter(None, (table.material, *(c.name for c in table.colours), *table.adjectives))) or "wood"


def _setting(scene: Scene, medium: media.Medium, table: Subject | None, notes: list[str]) -> Setting:
    name = named(scene)
    bare = not medium.scenic and name is None and (table is None or medium.name in {"minimalist", "blueprint"})
    if medium.name in {"sticker", "logo"} or bare:
        return place("plain")
    if medium.name not in {"minimalist", "blueprint"} and overhead(scene):
        return place("flat lay")
    if medium.name == "product" and name in {None, "studio"}:
        return place("studio")
    if table is not None:
        return place("tabletop")
    if name is not None:
        if name not in settings.load():
            notes.append(f"the place “{name}” is shown as {place(name).name}")
        return place(name)
    if scene.background is not None:
        return place("plain")
    return place(likely(scene))


def _framing(scene: Scene) -> str:
    wanted = scene.camera.framing
    if wanted in {"close-up", "bust"} or (wanted is None and PORTRAIT.search(scene.prompt)):
        people = [s for s in scene.subjects if not s.backdrop]
        first = library.thing_of(people[0]) if people else None
        return "bust" if first is not None and first.kind == "person" and people[0].count == 1 else "close-up"
    if wanted is None and "in the foreground" in scene.prompt.lower():
        return "near"
    if wanted == "medium" and not _cut_at_the_thigh(scene):
        return "near"
    return wanted or "full"


def _cut_at_the_thigh(scene: Scene) -> bool:
    """Is it a medium shot of one or two people? Of anything else it only comes nearer."""
    seen = [s for s in scene.subjects if not s.backdrop]
    first = library.thing_of(seen[0]) if seen else None
    return first is not None and first.kind == "person" and seen[0].count <= 2


def _light(scene: Scene, medium: media.Medium, setting: Setting, mood: Mood) -> Light:
    named_kind = scene.light.kind in LIGHTS
    plain = setting.name in {"plain", "studio"} and scene.place.time is None
    light = choose(scene, None if plain else mood.time)
    if "noir" in mood.words:
        return LIGHTS["noir"]
    if named_kind or scene.light.direction is not None:
        return toned(light, scene.mood)
    room = setting.light in ROOM_LIGHTS or setting.name in ROOMS
    if room and mood.night:
        # At night a room is lit by its own lamps, not by the sky.
        return toned(LIGHTS["candle" if "candlelit" in mood.words else "lamp"], scene.mood)
    if mood.night and not room and {"neon", "cyberpunk"} & set(mood.words):
        return LIGHTS["neon"]
    if mood.time is None or plain:
        fallback = setting.light if medium.scenic and setting.light in LIGHTS else medium.light
        light = LIGHTS[fallback] if fallback in LIGHTS and light.name == "day" else light
    return toned(light, dict.fromkeys([*scene.mood, *(w for w in scene.place.words if w not in scene.mood)]))


def _cute(scene: Scene, medium: media.Medium) -> bool:
    words = set(scene.medium_words) | set(scene.mood) | {a for s in scene.subjects for a in s.adjectives}
    return bool(words & CUTE_WORDS) or medium.name == "sticker"


def keep_colours(scene: Scene) -> tuple[Rgb, ...]:
    """Colours that were asked for and must survive a medium's palette."""
    return tuple(c.rgb for s in scene.subjects for c in s.colours)
