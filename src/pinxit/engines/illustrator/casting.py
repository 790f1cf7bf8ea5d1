"""Casting: which subjects get a drawing of their own, and which are shown by something else already."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources

from pinxit.engines.illustrator import library, settings
from pinxit.engines.illustrator.locality import is_place
from pinxit.engines.illustrator.stage import Setting
from pinxit.scene.model import Scene, Subject

# What rises from, lies in or belongs to something else, by the kinds of things that show it.
SHOWN_BY: dict[str, tuple[str, ...]] = {
    "steam": ("vessel", "food", "vehicle"),
    "coffee": ("vessel",),
    "tea": ("vessel",),
    "syrup": ("food",),
    "butter": ("food",),
    "arrow": ("object",),
    "smoke": ("vehicle", "building", "object"),
    "flame": ("object", "food", "vessel"),
    "handle": ("vessel", "object"),
    "petal": ("plant",),
    "wheel": ("vehicle",),
    "sail": ("vehicle",),
    "headlight": ("vehicle",),
    "screen": ("object",),
    "nose": ("person", "animal", "object"),
    "smile": ("person", "animal"),
    "face": ("person", "animal", "object"),
    "beard": ("person",),
    "hair": ("person",),
    "shoulder": ("person",),
    "hand": ("person",),
    "tail": ("animal", "bird", "fish"),
    "wing": ("bird", "animal", "vehicle"),
    "feather": ("bird",),
    "mane": ("animal",),
}
NEVER = {
    "reflection",
    "shadow",
    "light",
    "glow",
    "ray",
    "sunbeam",
    "sunlight",
    "moonlight",
    "highlight",
    "detail",
    "air",
    "storefront",
    "shopfront",
    "facade",
    "exterior",
    "label",
    "lettering",
    "headline",
    "inscription",
    "slogan",
    "author",
}
PLACE_WORDS = {
    "wall",
    "floor",
    "ground",
    "sky",
    "background",
    "horizon",
    "grass",
    "sand",
    "water",
    "snow",
    "rain",
    "room",
}


@cache
def contents() -> dict[str, list[str]]:
    """What each setting shows anyway."""
    return tomllib.loads(resources.files(__package__).joinpath("data/contents.toml").read_text("utf-8"))


FRONT = re.compile(
    r"\b(bakery|cafe|café|coffee shop|bookstore|bookshop|flower shop|restaurant|bar|shop|store|pub)s?"
    r"(?P<front> ?front| storefront| shopfront|'s facade| facade| exterior)?\b(?! window)",
    re.IGNORECASE,
)
OUTSIDE = {
    "storefront",
    "shopfront",
    "facade",
    "exterior",
    "sign",
    "awning",
    "door",
    "shop window",
    "window",
    "bicycle",
    "bench",
}


def house_front(scene: Scene) -> Scene:
    """A shop that is seen from outside becomes a building of the scene, and carries the words of its sign."""
    match = FRONT.search(scene.prompt)
    lead = next((s for s in scene.subjects if not s.backdrop), None)
    if match is None or (lead is not None and lead.head not in OUTSIDE):
        return scene
    if not match["front"] and lead is None and "awning" not in scene.prompt:
        return scene
    name = re.sub(r" (store|shop)front$| ?front$|'s facade$| facade$| exterior$", "", match[0].lower())
    found = library.find(name, name.split()[-1])
    if found.thing is None or found.thing.kind != "building":
        name = "shop"
    new = len(scene.subjects)
    fronts = {"storefront", "shopfront", "facade", "exterior", "awning"}
    if lead is not None and lead.noun.startswith(("chalkboard", "sandwich")):
        letters = tuple(replace(w, host=lead.id) for w in scene.lettering)
        return replace(scene, lettering=letters)  # a board on the pavement, with the shop behind it
    signs = {s.id for s in scene.subjects if (s.head == "sign" and not s.colours) or s.head in fronts}
    letters = tuple(replace(w, host=new) if w.host in signs or w.host is None else w for w in scene.lettering)
    rest = tuple(replace(s, backdrop=True) if s.id in signs else s for s in scene.subjects)
    place = replace(scene.place, name="street")
    shop = Subject(new, name, name.split()[-1])
    return replace(scene, subjects=(*rest, shop), lettering=letters, place=place)


USUAL_PLURAL = 3  # what the reader takes a bare plural for
# What stands in the sky of every place that has one.
SKY_SHOWS = {
    "sky", "cloud", "moon", "sun", "star", "aurora", "rainbow", "firework", "lightning", "northern lights", "milky way",
    "sunset", "sunrise", "storm", "moonlight", "starlight", "mist", "fog", "horizon", "breeze", "wind", "weather",
}  # fmt: skip
LOOSE = {"on", "in", "near", "with", "behind", "beside", "under", "above", "surrounded by", "against", "in front of"}


def absorbed(scene: Scene, setting: Setting) -> frozenset[int]:
    """The ids of subjects that need no drawing of their own."""
    kinds = {}
    for subject in scene.subjects:
        thing = library.thing_of(subject)
        kinds[subject.id] = thing.kind if thing else ""
    solid = [s for s in scene.subjects if s.head not in NEVER and s.head not in SHOWN_BY]
    lead = next((s.id for s in solid or scene.subjects if not s.backdrop), -1)
    gone = {s.id for s in scene.subjects if s.id != lead and _shown(scene, s, kinds, setting)}
    if any(s.head in {"graffiti", "mural"} for s in scene.subjects):
        gone |= {s.id for s in scene.subjects if s.head == "wall"}  # they are drawn with the wall that they are on
    gone |= {s.id for s in scene.subjects if is_place(s)}
    gone |= {s.id for s in scene.subjects if _shown_by_place(scene, s, setting)}
    return frozenset(gone - _needed(scene, setting))


def _needed(scene: Scene, setting: Setting) -> set[int]:
    """What others stand under or lean on, and the puddle that mirrors something: the place's own would not do."""
    props = {r.b for r in scene.relations if r.kind in {"under", "against"} and not scene.subjects[r.a].backdrop}
    props |= {r.b for r in scene.relations if r.kind == "on" and scene.subjects[r.b].noun == "brick wall"}
    open_air = setting.sky or any("brick" in scene.subjects[i].noun for i in props)
    props = {i for i in props if scene.subjects[i].head not in SKY_SHOWS | PLACE_WORDS or (
        open_air and scene.subjects[i].head == "wall")}  # fmt: skip
    tubs = {r.b for r in scene.relations if r.kind == "in" and _contains(scene.subjects[r.b])}
    return (
        props
        | tubs
        | {s.id for s in scene.subjects if s.head == "puddle" and any(s.id == r.b for r in scene.relations)}
    )


def _contains(subject: Subject) -> bool:
    """Is it a tub, a basket or a bed, in which something lies that the place's own would not hold?"""
    thing = library.thing_of(subject)
    return thing is not None and thing.kind in {"vessel", "furniture"}


def _shown_by_place(scene: Scene, subject: Subject, setting: Setting) -> bool:
    """What a place shows by itself, when the words name the place first: "a beach with palm trees"."""
    if (scene.place.name is None and len(scene.subjects) == 1) or _is_special(subject):
        return False
    if subject.colours or subject.parts or any(w.host == subject.id for w in scene.lettering):
        return False
    ties = [(r.kind, subject.id == r.a) for r in scene.relations if subject.id in (r.a, r.b)]
    names = {subject.noun, subject.head}
    if setting.sky and names & SKY_SHOWS and setting.name not in {"space", "moon"}:
        counted = subject.count > 1 and (subject.count != USUAL_PLURAL or "three" in scene.prompt.lower())
        own = {"on", "riding", "holding", "wearing", "in", "above", "left of", "right of"}
        return not counted and not any(kind in own for kind, _ in ties)
    peers = (
        subject.head != "window"
        and not subject.backdrop
        and any(r.kind == "beside" and subject.id == r.b for r in scene.relations)
    )
    if peers or any(kind not in LOOSE or (kind == "on" and not first) for kind, first in ties):
        return False
    if setting.name in names:
        return True
    if subject.noun not in contents().get(setting.name, ()):
        return False
    return subject.backdrop or _after_the_place(scene, subject, setting)


def _is_special(subject: Subject) -> bool:
    """Does it differ from what a place would show: a house on fire, a cloud with a face?"""
    return "burning" in subject.adjectives or subject.expression is not None


def _after_the_place(scene: Scene, subject: Subject, setting: Setting) -> bool:
    """Whether the words come to the subject after they came to its place, and to nobody who leads before it."""
    text = scene.prompt.lower()
    spot = text.find(subject.head[: max(3, len(subject.head) - 2)])
    aliases = {name for name, entry in settings.load().items() if entry is setting}
    heard = [text.find(word) for word in {*aliases, scene.place.name or setting.name} if word in text]
    return bool(heard) and min(heard) <= spot


def _shown(scene: Scene, subject: Subject, kinds: dict[int, str], setting: Setting) -> bool:
    lettered = {w.host for w in scene.lettering}
    if subject.head == "sign" and subject.backdrop and subject.id not in lettered and "building" in kinds.values():
        return True
    if _is_special(subject):
        return False
    written = {x.text.lower() for x in scene.lettering}
    if subject.head in {"fire", "flame"} and any(s.action in {"breathe", "spit", "spew"} for s in scene.subjects):
        return True  # a dragon brings its own
    unseen = subject.head in NEVER and (subject.noun == subject.head or library.thing_of(subject) is None)
    if unseen or subject.noun.lower() in written:
        return True
    shows = SHOWN_BY.get(subject.head, ())
    plain = subject.head in {subject.noun, "nose"}
    if plain and any(kinds[s.id] in shows for s in scene.subjects if s.id != subject.id):
        return True
    if subject.head in PLACE_WORDS and not subject.colours:
        return True
    names = {subject.noun, subject.head}
    if not names & set(contents().get(setting.name, ())):
        return False
    loose = {"on", "in", "near", "with", "behind"} | ({"beside"} if subject.head == "window" else set())
    related = any(r.kind not in loose for r in scene.relations if subject.id in (r.a, r.b))
    hosts = any(r.b == subject.id and kinds[r.a] not in {"", "vessel"} and r.kind == "on" for r in scene.relations)
    return (subject.backdrop or not subject.colours) and not related and not hosts
