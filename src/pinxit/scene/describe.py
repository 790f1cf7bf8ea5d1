"""Says in one English sentence what a scene shows, for the answer's `revised_prompt`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from pinxit.scene.drafts import IMPLIED_AGES
from pinxit.scene.model import Scene, Subject
from pinxit.scene.tables import kind_of, load
from pinxit.scene.words import singular

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "mouse": "mice",
    "goose": "geese",
    "foot": "feet",
    "tooth": "teeth",
    "sheep": "sheep",
    "deer": "deer",
    "fish": "fish",
    "leaf": "leaves",
    "shelf": "shelves",
    "wolf": "wolves",
    "knife": "knives",
    "loaf": "loaves",
    "sushi": "sushi",
    "aircraft": "aircraft",
}
_PARTICIPLES = {
    "lie": "lying",
    "sit": "sitting",
    "run": "running",
    "swim": "swimming",
    "nap": "napping",
    "jog": "jogging",
    "ski": "skiing",
    "dig": "digging",
    "cut": "cutting",
    "hug": "hugging",
    "knit": "knitting",
    "spin": "spinning",
    "hop": "hopping",
    "skip": "skipping",
    "chop": "chopping",
    "grab": "grabbing",
    "sip": "sipping",
    "hum": "humming",
    "tie": "tying",
    "chat": "chatting",
    "pet": "petting",
    "flip": "flipping",
    "hit": "hitting",
}
# Deeds that a relation already tells, so that "riding" is not said twice.
_TOLD = {
    "ride": "riding",
    "hold": "holding",
    "eat": "eating",
    "munch": "eating",
    "drink": "drinking",
    "chase": "chasing",
    "wear": "wearing",
    "carry": "holding",
    "face": "facing",
    "hug": "hugging",
    "embrace": "hugging",
    "surround": "surrounded by",
}
_ARRANGED = {
    "row": "in a row", "flock": "in a flock", "pile": "in a pile", "ring": "in a ring", "crowd": "in a crowd",
    "grid": "in a grid", "stack": "in a stack",
}  # fmt: skip
_HEAPED = frozenset({"stack", "pile", "heap"})  # told by the arrangement
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnpt]")
_AT = frozenset({"look", "gaze", "stare", "point", "bark", "howl", "smile", "wave"})
_OBJECT_OF = {verb: kind for kind, verbs in load("verbs")["objects"].items() for verb in verbs.split()}
_MEDIA = {
    "flat": "flat illustration",
    "ink": "ink drawing",
    "watercolour": "watercolour",
    "product": "product shot",
    "minimalist": "minimalist picture",
    "photo": "photographic look",
    "painting": "painting",
    "comic": "comic",
    "pencil": "pencil drawing",
    "charcoal": "charcoal drawing",
    "isometric": "isometric view",
    "pixel art": "pixel art",
    "paper cut": "paper cut",
    "stained glass": "stained glass",
    "low poly": "low-poly picture",
    "blueprint": "blueprint",
    "chalkboard": "chalk drawing",
}


def describe(scene: Scene, renames: Mapping[int, str] | None = None) -> str:
    """Describe a scene in one sentence: subjects and relations, then place, light, medium and lettering.

    `renames` gives other words for subjects by id, such as {0: "dog (for chihuahua)"}.
    """
    names = renames or {}
    carried = {max(tie.a, tie.b) if tie.kind in {"in", "on"} else tie.b for tie in scene.relations if tie.a != tie.b}
    leads = [one for one in scene.subjects if one.id not in carried and not one.backdrop]
    leads = leads or [one for one in scene.subjects if not one.backdrop][:1]
    told: set[int] = set()
    clauses = [_clause(scene, lead, names, told) for lead in leads]
    behind = [_phrase(one, names) for one in scene.subjects if one.backdrop and one.id not in told]
    parts = [_join(clauses)] if clauses else []
    if behind:
        parts.append(f"in the background {_join(behind)}")
    parts += _surroundings(scene)
    sentence = "; ".join(part for part in parts if part) or "An empty picture"
    return sentence[0].upper() + sentence[1:] + "."


def _clause(scene: Scene, lead: Subject, names: Mapping[int, str], told: set[int]) -> str:
    told.add(lead.id)
    words = [_phrase(lead, names)]
    ties = [
        tie
        for tie in scene.relations
        if tie.a == lead.id and (tie.kind not in {"in", "on"} or tie.b > tie.a or tie.b not in told)
    ]
    kinds = {tie.kind for tie in ties}
    if lead.action and _TOLD.get(lead.action) not in kinds:
        words.append(_participle(lead.action))
    clauses: list[str] = []
    for kind, group in groupby(ties, key=lambda tie: tie.kind):
        others = [scene.subjects[tie.b] for tie in group]
        inner = [_phrase(one, names) if one.id in told else _clause(scene, one, names, told) for one in others]
        verb = _OBJECT_OF.get(lead.action or "")
        if lead.action and (verb == kind or (kind == "facing" and lead.action in _AT)):
            words, kind_words = words[:1], _participle(lead.action) + (" at" if lead.action in _AT else "")
            clauses.insert(0, f"{kind_words} {_join(inner)}")
        else:
            clauses.append(f"{_spoken(kind)} {_join(inner)}")
    if inside := _contents(scene, lead, names, told):
        clauses.insert(0, inside)
    return ", ".join([" ".join(words) + (f" {clauses[0]}" if clauses else ""), *clauses[1:]])


def _contents(scene: Scene, lead: Subject, names: Mapping[int, str], told: set[int]) -> str:
    """ "with ramen and an egg in it": what was put into or onto a thing that was named first."""
    ties = [tie for tie in scene.relations if tie.b == lead.id and tie.a > lead.id and tie.kind in {"in", "on"}]
    things = [_phrase(scene.subjects[tie.a], names) for tie in ties if tie.a not in told]
    told.update(tie.a for tie in ties)
    return f"with {_join(things)} {ties[0].kind} {'them' if lead.count > 1 else 'it'}" if things else ""


def _spoken(kind: str) -> str:
    return {"left of": "to the left of", "right of": "to the right of", "playing": "playing"}.get(kind, kind)


def _phrase(one: Subject, names: Mapping[int, str]) -> str:
    renamed = one.id in names
    noun = names.get(one.id, one.noun)
    size = "" if one.size == "medium" else one.size
    plain = [
        word
        for word in one.adjectives
        if " " not in word and word not in _HEAPED and f"{word}" not in kind_of()["part"]
    ]
    words = [
        size,
        *plain[:3],
        one.expression if one.expression and " " not in one.expression else "",
        "" if one.age is None or IMPLIED_AGES.get(one.head) == one.age else one.age,
    ]
    words += [
        " and ".join(colour.name for colour in one.colours),
        one.pattern or "",
        one.origin or "",
        one.material or "",
    ]
    words = [
        word.capitalize() if word == one.origin else word
        for word in dict.fromkeys(words)
        if word and word not in noun.split()
    ]
    body = " ".join([*words, noun if one.count == 1 or renamed else _plural(noun)])
    parts = [f"{colour.name} {part}" for part, colour in one.parts]
    parts += [
        word for word in one.adjectives if " " in word or (word.endswith("s") and singular(word) in kind_of()["part"])
    ]
    parts += [f"a {one.expression}"] if one.expression and " " in one.expression else []
    tail = f" with {_join(parts)}" if parts else ""
    arranged = _ARRANGED.get(one.arrangement or "") if one.count > 1 else None
    tail += f" {arranged}" if arranged else ""
    if one.count > 1:
        return f"{_NUMBERS[one.count] if one.count < len(_NUMBERS) else one.count} {body}{tail}"
    return f"{_article(body, one.noun)}{body}{tail}"


def _article(body: str, noun: str) -> str:
    last = noun.rsplit(" ", 1)[-1]
    if (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or last in _MASS:
        return ""
    return "an " if body[0].lower() in "aeiou" and not body.startswith(("uni", "one", "eu", "use")) else "a "


_MASS = frozenset(
    "water coffee tea milk juice wine beer ramen rice soup bread armor armour grass sand snow ice steam "
    "smoke dough icing "
    "spaghetti pasta sushi fruit cheese butter honey chocolate rain hair popcorn chess mustard bacon "
    "cereal toast syrup soda clothing food furniture broccoli corn".split()
)


def _plural(noun: str) -> str:
    head, _, last = noun.rpartition(" ")
    if last in _PLURALS or (last.endswith("s") and not last.endswith("ss")):
        form = _PLURALS.get(last, last)
    elif last.endswith("man"):
        form = last[:-3] + "men"
    elif last.endswith(("s", "x", "ch", "sh", "z")):
        form = last + "es"
    elif last.endswith("y") and last[-2:-1] not in set("aeiou"):
        form = last[:-1] + "ies"
    else:
        form = last + "s"
    return f"{head} {form}".strip()


def _participle(base: str) -> str:
    if base in _PARTICIPLES:
        return _PARTICIPLES[base]
    if _DOUBLED.fullmatch(base):
        return f"{base}{base[-1]}ing"
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def _join(phrases: list[str]) -> str:
    if len(phrases) < 2:
        return "".join(phrases)
    return ", ".join(phrases[:-1]) + " and " + phrases[-1]


def _surroundings(scene: Scene) -> list[str]:
    place, light = scene.place, scene.light
    parts = [f"setting: {place.name}" if place.name else "", f"on {place.surface}" if place.surface else ""]
    parts += [place.weather or "", place.season or "", place.time or ""]
    parts.append(
        (light.kind if light.kind.endswith("light") else f"{light.kind} light")
        if light.kind and light.kind not in {place.time, "day"}
        else ""
    )
    parts.append(_MEDIA.get(scene.medium, scene.medium) if scene.medium else "")
    parts.append("black and white" if scene.monochrome else "")
    parts.append(f"{scene.background.name} background" if scene.background else "")
    parts += [f'{words.role if words.role != "plain" else "words"} "{words.text}"' for words in scene.lettering]
    return [part for part in parts if part]
