"""Costumes: animals and robots that are something, and what shows it: a fox detective, a cat dressed as a pirate.

The reading of a prompt makes a "fox detective" of the kind of detectives. Here it becomes a fox again, that wears what
detectives wear, as far as the prompt does not dress it itself.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from pinxit.engines.illustrator import library, media
from pinxit.engines.illustrator.colours import oklab
from pinxit.engines.illustrator.look import Look, Thing, load
from pinxit.engines.illustrator.rigs.cloth_cuts import cut_for
from pinxit.scene.colours import named
from pinxit.scene.model import Colour, Relation, Scene, Subject

WEARERS = {"animal", "bird", "fish"}
DRESSED = {"animal", "bird"}  # fish have no shoulders
TOYS = {"teddy bear"}
# Whose trade is said of people dressed up as them, or whose bodies carry no clothes.
NEVER = frozenset("butterfly dragon unicorn mermaid spider ghost monster bee ant snail moth wasp".split())
DISGUISES = {"costume", "outfit", "uniform", "attire", "clothes", "clothing", "disguise", "cosplay", "gear", "suit"}
# Whom no coat fits.
SHAPELESS = frozenset(
    "turtle tortoise crab lobster snail ladybug armadillo beetle octopus squid jellyfish snake starfish seahorse "
    "whale dolphin shark".split()
)
PLAIN = (
    *"red orange yellow gold green teal blue navy purple pink brown tan beige white grey black".split(),
    "dark red",
    "dark green",
)
BUSY = frozenset("sleep nap run swim fly jump climb dance float eat drink ride play read".split())
HOLDING = {"holding", "eating", "drinking", "playing", "riding", "hugging"}


@dataclass(frozen=True, slots=True)
class Costume:
    """What is worn and held in one part, and where; `keeps` are animals that the trade works with."""

    name: str
    wears: tuple[str, ...]
    holds: str | None = None
    place: str | None = None
    keeps: frozenset[str] = frozenset()


@cache
def costumes() -> dict[str, Costume]:
    """Every costume by every name of its trade."""
    text = resources.files(__package__).joinpath("data/costumes.toml").read_text("utf-8")
    table: dict[str, Costume] = {}
    for name, row in tomllib.loads(text).items():
        costume = Costume(
            name, tuple(row["wears"]), row.get("holds"), row.get("place"), frozenset(row.get("keeps", ()))
        )
        for word in (name, *row.get("aliases", ())):
            table[word] = costume
    return table


def with_costumes(scene: Scene) -> Scene:
    """The scene with its animals as animals, dressed as what they are said to be."""
    subjects, relations, where = list(scene.subjects), list(scene.relations), None
    for subject in scene.subjects:
        disguise = _disguise(scene, subject)
        found = _animal_of(subject) if disguise is None else (subject, disguise[0])
        if found is None:
            continue
        animal, trade = found
        costume = costumes()[trade]
        where = where if scene.subjects[0] is not subject else costume.place
        subjects[subject.id] = replace(animal, adjectives=tuple(dict.fromkeys((*animal.adjectives, trade))))
        taken = _slots(scene, subject, disguise) | ({"body", "apron"} if animal.head in SHAPELESS else set())
        if _busy(scene, subject) or not _grips(animal):
            taken = taken | {"hand"}
        for i, wish in enumerate(_wanted(costume, taken)):
            relation, noun, colour = wish
            place = disguise[1] if disguise is not None and i == 0 else len(subjects)
            thing = Subject(place, noun, noun.split()[-1], count=subject.count, colours=colour)
            if place < len(subjects):
                own = subjects[place].colours
                subjects[place] = replace(thing, colours=own or colour, count=1)
                continue
            subjects.append(thing)
            relations.append(Relation(relation, subject.id, place))  # type: ignore[arg-type]
    setting = replace(scene.place, name=where) if where and _placeless(scene) else scene.place
    return _fitted(replace(scene, subjects=tuple(subjects), relations=tuple(relations), place=setting))


def _fitted(scene: Scene) -> Scene:
    """The scene with clothes that are said in a loose way as they are meant: matching sweaters, a suit of armour."""
    worn = {r.b for r in scene.relations if r.kind == "wearing"}
    subjects = [_meant(s, scene.prompt.lower(), worn=s.id in worn) for s in scene.subjects]
    relations = list(scene.relations)
    for clothes, wearers in _shared(scene):
        relations = [r for r in relations if r.b != clothes]
        for wearer in wearers:
            place = clothes if wearer == wearers[0] else len(subjects)
            one = replace(subjects[clothes], id=place, count=subjects[wearer].count)
            subjects[place:] = [one] if place == len(subjects) else [one, *subjects[place + 1 :]]
            relations.append(Relation("wearing", wearer, place))
    for i in _pairs(scene):
        subjects[i] = replace(subjects[i], count=1)
    return replace(scene, subjects=tuple(subjects), relations=tuple(relations))


def _meant(subject: Subject, prompt: str, *, worn: bool) -> Subject:
    """What is worn under a word that has other senses too."""
    if subject.noun == "chain" and worn:
        return replace(subject, noun="necklace", head="necklace")
    if subject.noun == "mask" and "hero" in prompt:  # a hero's mask is no carnival's
        return replace(subject, noun="hero mask")
    if subject.noun == "suit" and {"armor", "armour"} & set(subject.adjectives):
        return replace(subject, noun="armor", head="armor")
    return subject


def _shared(scene: Scene) -> list[tuple[int, list[int]]]:
    """Clothes that several wear, one each: "a boy and his dog wearing matching sweaters"."""
    found = []
    for subject in scene.subjects:
        thing = library.thing_of(subject)
        if subject.count < 2 or thing is None or thing.kind != "clothes" or thing.name.endswith("s"):
            continue
        tied = [r for r in scene.relations if subject.id in (r.a, r.b)]
        if any(r.kind != "wearing" or scene.subjects[r.a].count > 1 for r in tied):
            continue
        last = max((r.a for r in tied), default=subject.id)
        wearers = [s.id for s in scene.subjects[: last + 1] if _lives(s)]
        said = re.search(
            rf" and (?:[\w'-]+ ){{1,5}}(?:wearing|wear|in|with)\b[^.]*{re.escape(subject.head)}", scene.prompt.lower()
        )
        if len(wearers) > 1 and said:
            found.append((subject.id, wearers))
    return found


def _lives(subject: Subject) -> bool:
    thing = library.thing_of(subject)
    return thing is not None and thing.kind in {"person", *DRESSED}


def _pairs(scene: Scene) -> set[int]:
    """What is worn once, although it has a plural for a name: earmuffs, overalls."""
    counted = "three" in scene.prompt.lower() or "3" in scene.prompt
    worn = {r.b for r in scene.relations if r.kind == "wearing" and scene.subjects[r.a].count == 1}
    return {i for i in worn if scene.subjects[i].count == 3 and not counted}


def _placeless(scene: Scene) -> bool:
    """Does the prompt leave open where it is, in a medium that shows a place at all?"""
    place, known = scene.place, media.load()
    medium = known.get(scene.medium or "illustration", known["illustration"])
    told = place.name or place.surface or place.weather == "snow" or place.season == "winter" or scene.background
    return medium.scenic and not told


def trade_of(subject: Subject) -> str | None:
    """What a dressed animal is: "detective"; None for one that is just an animal."""
    thing = library.thing_of(subject)
    if thing is None or not (thing.kind in WEARERS or thing.name in TOYS):
        return None
    return next((word for word in subject.adjectives if word in costumes()), None)


def is_dressable(thing: Thing) -> bool:
    """Can garments be cut to it? Animals and robots, and the toys that are made like them."""
    return thing.kind in DRESSED or thing.name in TOYS


def is_tailored(child: Subject) -> bool:
    """Is it a garment that is cut to the animal that wears it?"""
    return cut_for(child.noun, child.head) is not None


def garments(clothes: list[Subject]) -> list[Look]:
    """How each garment looks, the innermost as it comes."""
    return [
        Look(
            noun=child.noun if cut_for(child.noun) is not None else child.head,
            colours=tuple(c.rgb for c in child.colours),
            pattern=child.pattern,
            material=child.material,
            adjectives=(*child.adjectives, *child.noun.split()[:-1]),
        )
        for child in clothes
    ]


# -- who is what -----------------------------------------------------------------------------------------------------


def _animal_of(subject: Subject) -> tuple[Subject, str] | None:
    """The animal in a subject and what it is said to be; None when it is an animal or a person and nothing more."""
    words = subject.noun.split()
    for cut in range(1, len(words)):
        animal, trade = " ".join(words[:cut]), " ".join(words[cut:])
        if trade in costumes() and _wears(animal, trade):
            return replace(subject, noun=animal, head=words[cut - 1]), trade
        if animal in costumes() and _wears(trade, animal) and _unnamed(subject.noun):
            return replace(subject, noun=trade, head=words[-1]), animal
    for name in (subject.noun, subject.head):
        if name in costumes():
            adjective = next((a for a in subject.adjectives if _wears(a, name)), None)
            if adjective is not None:
                rest = tuple(a for a in subject.adjectives if a != adjective)
                return replace(subject, noun=adjective, head=adjective.split()[-1], adjectives=rest), name
    trade_word = next((a for a in subject.adjectives if a in costumes()), None)
    if trade_word is not None and _wears(subject.noun, trade_word):
        return subject, trade_word
    return None


def _unnamed(noun: str) -> bool:
    """No drawing has the whole noun for its name ("king penguin", "emperor moth")."""
    known = load()
    return noun not in known and noun not in library.nearest()


def _wears(animal: str, trade: str) -> bool:
    """Could this word be an animal that is dressed for the trade?"""
    head = animal.rsplit(maxsplit=1)[-1]
    if head in NEVER or head in costumes()[trade].keeps:
        return False
    known = load()
    thing = known.get(animal) or known.get(head) or known.get(library.nearest().get(animal, ""))
    return thing is not None and (thing.kind in WEARERS or thing.name in TOYS)


def _disguise(scene: Scene, subject: Subject) -> tuple[str, int] | None:
    """The trade that an animal's costume stands for, and the subject that is the costume: "in a pirate costume"."""
    thing = library.thing_of(subject)
    if thing is None or thing.kind not in WEARERS:
        return None
    for relation in scene.relations:
        worn = scene.subjects[relation.b]
        if relation.kind != "wearing" or relation.a != subject.id or worn.head not in DISGUISES:
            continue
        words = worn.noun.split()[:-1]
        trade = " ".join(words) if words else next((a for a in worn.adjectives if a in costumes()), "")
        if trade in costumes() and (worn.head != "suit" or cut_for(worn.noun) == cut_for("suit")):
            return trade, worn.id
    return None


# -- what is put on --------------------------------------------------------------------------------------------------


def _slot(noun: str, head: str) -> str:
    """Where on the body it goes; two things of one place are not worn together."""
    found = cut_for(noun, head)
    if found is not None:
        return "body" if found[1].start < 1 else found[0]
    thing: Thing | None = library.find(noun, head).thing
    return (thing.attach or thing.name) if thing is not None else noun


def _slots(scene: Scene, subject: Subject, disguise: tuple[str, int] | None) -> set[str]:
    """The places that the prompt dresses itself."""
    taken = set()
    for relation in scene.relations:
        if relation.a != subject.id or (disguise is not None and relation.b == disguise[1]):
            continue
        other = scene.subjects[relation.b]
        if relation.kind in {"wearing", "with"}:
            taken.add(_slot(other.noun, other.head))
        if relation.kind in HOLDING or relation.kind == "with":
            taken.add("hand")
    return taken


def _busy(scene: Scene, subject: Subject) -> bool:
    """Has it no paw free for what its trade holds?"""
    return subject.action in BUSY or any(r.a == subject.id and r.kind in HOLDING for r in scene.relations)


def _grips(animal: Subject) -> bool:
    """Has it a paw, a wing or an arm above the ground, as those have not that stand on all fours?"""
    thing = library.thing_of(animal)
    if thing is None:
        return False
    drawing = thing.sketch(Look(noun=animal.noun, holds="book"))
    hand = drawing.anchors.get("hand")
    return hand is not None and hand.y < 0.2 * drawing.bounds()[1]


def _wanted(costume: Costume, taken: set[str]) -> list[tuple[str, str, tuple[Colour, ...]]]:
    wanted = []
    for entry in costume.wears:
        noun, _, colour = entry.partition("#")
        if _slot(noun, noun.split()[-1]) not in taken:
            wanted.append(("wearing", noun, _colour(colour)))
    if costume.holds is not None and "hand" not in taken:
        noun, _, colour = costume.holds.partition("#")
        wanted.append(("holding", noun, _colour(colour)))
    return wanted


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """How far two colours are from one another; hue counts for more than lightness."""
    return 0.2 * (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2


def _colour(code: str) -> tuple[Colour, ...]:
    """The colour of a hexadecimal code, under the name of the plain colour that is nearest to it."""
    if not code:
        return ()
    value = int(code, 16)
    rgb = (value >> 16, value >> 8 & 255, value & 255)
    plain = [colour for name in PLAIN if (colour := named(name)) is not None]
    best = min(plain, key=lambda c: _apart(oklab(c.rgb), oklab(rgb)))
    return (Colour(best.name, rgb),)
