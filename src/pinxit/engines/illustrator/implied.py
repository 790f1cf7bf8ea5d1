"""What words imply: a cyclist is on a bicycle, and tea is drunk out of the cup that is named."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.costumes import with_costumes
from pinxit.scene.model import Colour, Relation, RelationKind, Scene, Subject

MOUNTS = {
    "cyclist": "bicycle",
    "bicyclist": "bicycle",
    "biker": "motorcycle",
    "motorcyclist": "motorcycle",
    "skateboarder": "skateboard",
    "jockey": "horse",
}


def with_mounts(scene: Scene) -> Scene:
    """The scene with what its riders ride, where the words name no mount."""
    gifts = {}
    for rider in scene.subjects:
        mount = MOUNTS.get(rider.head)
        rides = any(r.a == rider.id and r.kind in {"riding", "on"} and _is_mount(scene, r.b) for r in scene.relations)
        if mount is not None and not rides:
            gifts[rider.id] = mount
    return _given(scene, gifts, "riding")


def _given(scene: Scene, gifts: dict[int, str], kind: RelationKind) -> Scene:
    """The scene in which each of these subjects has one of the noun, which nobody named, in that relation."""
    subjects, relations = list(scene.subjects), list(scene.relations)
    for owner, noun in gifts.items():
        if any(s.head == noun for s in scene.subjects):
            continue
        subjects.append(Subject(len(subjects), noun, noun, count=scene.subjects[owner].count))
        relations.append(Relation(kind, owner, subjects[-1].id))
    return replace(scene, subjects=tuple(subjects), relations=tuple(relations))


LIQUIDS = set("tea coffee milk water juice wine beer lemonade cocoa soup broth champagne soda".split())


def with_vessels(scene: Scene) -> Scene:
    """Who drinks tea from a cup holds the cup, and the tea is in it."""
    relations = list(scene.relations)
    for i, drinking in enumerate(scene.relations):
        if drinking.kind != "drinking" or scene.subjects[drinking.b].head not in LIQUIDS:
            continue
        vessel = next((r for r in scene.relations if r.a == drinking.a and r.kind in {"near", "with"}), None)
        found = vessel and library.thing_of(scene.subjects[vessel.b])
        if vessel is None or not found or found.kind != "vessel":
            continue
        relations[i] = Relation("drinking", drinking.a, vessel.b)
        relations[relations.index(vessel)] = Relation("in", drinking.b, vessel.b)
    return replace(scene, relations=tuple(relations))


TABLES = {"table", "desk", "counter", "countertop", "workbench"}
ON_TOP = {"stand", "dance", "jump", "lie", "sleep", "sit", "climb", "crawl"}


def with_people_at_tables(scene: Scene) -> Scene:
    """Who does something on a table does it behind the table, not standing on it."""
    relations = [Relation("behind", r.a, r.b) if r.kind == "on" and _works_at(scene, r) else r for r in scene.relations]
    return replace(scene, relations=tuple(relations))


def _works_at(scene: Scene, relation: Relation) -> bool:
    who, what = scene.subjects[relation.a], scene.subjects[relation.b]
    thing = library.thing_of(who)
    person = thing is not None and thing.kind == "person"
    return person and what.head in TABLES and who.action not in ON_TOP


BOARD_GAMES = {"chess": "chess table"}


def with_games(scene: Scene) -> Scene:
    """Chess is played at a table between the players, who look at each other."""
    game = next((s for s in scene.subjects if s.head in BOARD_GAMES), None)
    if game is None:
        return scene
    players = list(dict.fromkeys(r.a for r in scene.relations if r.kind == "playing" and r.b == game.id))
    if not players:
        return scene
    name = BOARD_GAMES[game.head]
    found = [library.thing_of(scene.subjects[i]) for i in players]
    subjects = [replace(s, noun=name, head="table") if s is game else s for s in scene.subjects]
    if all(thing is not None and thing.cm < 90 for thing in found):
        subjects[game.id] = replace(subjects[game.id], size="tiny")
    for i in players:  # "play" alone is a leap for joy
        subjects[i] = replace(subjects[i], action=None if subjects[i].action == "play" else subjects[i].action)
    kept = [r for r in scene.relations if game.id not in (r.a, r.b)]
    if len(players) == 1 and subjects[players[0]].count == 1:
        return replace(scene, subjects=tuple(subjects), relations=(*kept, Relation("behind", players[0], game.id)))
    ties = [Relation("between", game.id, player) for player in players]
    ties += [Relation("facing", one, other) for one, other in pairwise(players)]
    return replace(scene, subjects=tuple(subjects), relations=(*kept, *ties))


STORIES = {"story", "tale", "novel", "poem", "fairytale", "chapter", "book", "newspaper", "letter", "map", "magazine"}


def with_reading(scene: Scene) -> Scene:
    """Who reads has something to read in the hands: a book, if the words name nothing else."""
    if any(s.head in STORIES for s in scene.subjects):
        return scene
    gifts = {}
    for reader in scene.subjects:
        thing = library.thing_of(reader)
        idle = reader.action == "read" and not _is_busy(scene, reader, "holding", "with", "riding")
        if idle and thing is not None and thing.kind in RUNNERS:
            gifts[reader.id] = "book"
    return _given(scene, gifts, "holding")


def _is_busy(scene: Scene, subject: Subject, *kinds: str) -> bool:
    return any(r.a == subject.id and r.kind in kinds for r in scene.relations)


CAKES = {"cake", "cupcake", "muffin"}


def with_birthday_candles(scene: Scene) -> Scene:
    """The candles on a cake are thin ones, and the words belong on the cake, not on a candle."""
    cakes = {s.id for s in scene.subjects if s.head in CAKES}
    candles = {r.a: r.b for r in scene.relations if r.kind == "on" and r.b in cakes
               and scene.subjects[r.a].head == "candle"}  # fmt: skip
    if not candles:
        return scene
    subjects = [replace(s, noun="birthday candle") if s.id in candles else s for s in scene.subjects]
    words = tuple(replace(w, host=candles.get(w.host, w.host) if w.host is not None else None) for w in scene.lettering)
    words = tuple(replace(w, role="icing") if w.host in cakes and w.role in {"label", "plain"} else w for w in words)
    return replace(scene, subjects=tuple(subjects), lettering=words)


def with_hangers(scene: Scene) -> Scene:
    """What is on a hanger or a hook hangs from it."""
    hooks = {s.id for s in scene.subjects if s.head in {"hanger", "hook", "clothesline"}}
    relations = (Relation("hanging from", r.a, r.b) if r.kind == "on" and r.b in hooks else r for r in scene.relations)
    return replace(scene, relations=tuple(relations))


def with_yarn(scene: Scene) -> Scene:
    """A ball of blue yarn is yarn; who is tangled in it is beside it."""
    balls = {s.id for s in scene.subjects if s.head == "ball"} if "yarn" in scene.prompt.lower() else set()
    if not balls:
        return scene
    subjects = tuple(replace(s, noun="ball of yarn", head="yarn") if s.id in balls else s for s in scene.subjects)
    relations = (Relation("beside", r.a, r.b) if r.kind == "in" and r.b in balls else r for r in scene.relations)
    return replace(scene, subjects=subjects, relations=tuple(relations))


BURNING = re.compile(r"\bburning (house|building|barn|cabin|castle|tower|church)\b", re.I)


def with_burning_houses(scene: Scene) -> Scene:
    """What burns is seen behind whoever comes out of it."""
    match = BURNING.search(scene.prompt)
    if match is None or any(s.head == match[1].lower() for s in scene.subjects):
        return scene
    name = match[1].lower()
    house = Subject(len(scene.subjects), name, name, adjectives=("burning",), backdrop=True)
    place = replace(scene.place, name="street" if scene.place.name == name else scene.place.name)
    return replace(scene, subjects=(*scene.subjects, house), place=place)


def with_shares(scene: Scene) -> Scene:
    """Two knights with swords have two swords."""
    subjects = list(scene.subjects)
    for relation in scene.relations:
        many, held = subjects[relation.a], subjects[relation.b]
        armed = relation.kind == "facing" and many.action == "fight"
        shared = armed or relation.kind in {"holding", "with", "wearing"}
        if shared and many.count > 1 and held.count == 3 and f"three {held.head}" not in scene.prompt.lower():
            subjects[held.id] = replace(held, count=many.count)
    relations = (
        Relation("holding", r.a, r.b)
        if r.kind == "facing" and subjects[r.a].action == "fight" and (t := library.thing_of(subjects[r.b])) is not None
        and t.kind == "object" else r
        for r in scene.relations
    )  # fmt: skip
    return replace(scene, subjects=tuple(subjects), relations=tuple(relations))


INSTRUMENTS = {
    "violinist": "violin", "pianist": "piano", "guitarist": "guitar", "drummer": "drum", "cellist": "cello",
    "saxophonist": "saxophone", "trumpeter": "trumpet", "flutist": "flute", "flautist": "flute", "harpist": "harp",
    "accordionist": "accordion",
}  # fmt: skip


def with_instruments(scene: Scene) -> Scene:
    """A violinist has a violin and plays it."""
    players = (
        s for s in scene.subjects if s.head in INSTRUMENTS and not _is_busy(scene, s, "playing", "holding", "riding")
    )
    return _given(scene, {s.id: INSTRUMENTS[s.head] for s in players}, "playing")


ORANGE = Colour("orange", (240, 136, 40))


def with_orange_things(scene: Scene) -> Scene:
    """An orange apple is an apple that is orange; an orange tree is a tree of its own."""
    subjects = list(scene.subjects)
    for s in scene.subjects:
        plain = s.noun.removeprefix("orange ")
        if plain != s.noun and not s.colours and library.find(s.noun, s.head).how != "itself":
            subjects[s.id] = replace(s, noun=plain, colours=(ORANGE,))
    return replace(scene, subjects=tuple(subjects))


def with_teams(scene: Scene) -> Scene:
    """Who pulls a sled goes before it: to the right, where everybody looks."""
    relations = []
    for relation in scene.relations:
        a, b = scene.subjects[relation.a], scene.subjects[relation.b]
        found = library.thing_of(b)
        pulls = a.action in {"pull", "tow", "drag"} and relation.kind in {"beside", "with", "near", "holding"}
        if pulls and found is not None and found.kind == "vehicle":
            relations.append(Relation("right of", relation.a, relation.b))
        else:
            relations.append(relation)
    return replace(scene, relations=tuple(relations))


def with_flowerpots(scene: Scene) -> Scene:
    """The pot of a plant is a flowerpot, not a cooking pot."""
    subjects = list(scene.subjects)
    for relation in scene.relations:
        plant, pot = library.thing_of(scene.subjects[relation.a]), scene.subjects[relation.b]
        if relation.kind == "in" and pot.noun == "pot" and plant is not None and plant.kind == "plant":
            subjects[pot.id] = replace(pot, noun="flowerpot")
    return replace(scene, subjects=tuple(subjects))


ATTIRE = {"clothes", "clothing", "attire", "outfit", "wear"}


def with_attire(scene: Scene) -> Scene:
    """Formal clothes are a suit, warm ones a sweater; clothes of which nothing is said are a shirt."""
    subjects = list(scene.subjects)
    for relation in scene.relations:
        worn = scene.subjects[relation.b]
        if relation.kind != "wearing" or worn.head not in ATTIRE:
            continue
        words = {*worn.adjectives, *worn.noun.split()}
        noun = "suit" if words & {"formal", "elegant", "fancy", "business"} else "sweater" if words & {"warm", "winter",
               "cozy"} else "shirt"  # fmt: skip
        subjects[worn.id] = replace(worn, noun=noun, head=noun)
    return replace(scene, subjects=tuple(subjects))


PARENTS = {"mother", "father", "mom", "mum", "dad", "parent", "mama", "papa"}


def with_animal_parents(scene: Scene) -> Scene:
    """The mother of a baby elephant is an elephant."""
    found = {s.id: library.thing_of(s) for s in scene.subjects if s.age == "baby" or s.head in GROWN}
    young = [s for s in scene.subjects if (t := found.get(s.id)) is not None and t.kind in {"animal", "bird"}]
    said = {f"its {word}" for word in PARENTS} | {f"their {word}" for word in PARENTS}
    if len(young) != 1 or not any(words in scene.prompt.lower() for words in said):
        return scene
    kind = library.find(young[0].noun, young[0].head).thing
    noun = young[0].noun if kind is not None and not any(a.startswith("baby ") for a in kind.aliases) else None
    noun = noun or GROWN.get(young[0].head, young[0].head)
    subjects = tuple(replace(s, noun=noun, head=noun.rsplit(maxsplit=1)[-1]) if s.head in PARENTS else s
                     for s in scene.subjects)  # fmt: skip
    return replace(scene, subjects=subjects)


def with_animal_families(scene: Scene) -> Scene:
    """A penguin family is four penguins, a couple of foxes two."""
    subjects = list(scene.subjects)
    for s in scene.subjects:
        kind = s.noun.rsplit(maxsplit=1)[0] if s.head in FAMILIES and " " in s.noun else ""
        thing = library.find(kind, kind.rsplit(maxsplit=1)[-1]).thing if kind else None
        if thing is not None and thing.kind in {"animal", "bird"}:
            subjects[s.id] = replace(s, noun=kind, head=kind.rsplit(maxsplit=1)[-1], count=FAMILIES[s.head])
    return replace(scene, subjects=tuple(subjects))


FAMILIES = {"family": 4, "couple": 2, "pair": 2}
GROWN = {"puppy": "dog", "kitten": "cat", "foal": "horse", "calf": "cow", "lamb": "sheep", "piglet": "pig",
         "fawn": "deer", "duckling": "duck", "chick": "chicken", "cygnet": "swan", "joey": "kangaroo"}  # fmt: skip


RUNNERS = {"animal", "person", "bird"}
RING = 8  # of a bare plural that surrounds something


def with_company(scene: Scene) -> Scene:
    """Who is chased runs, a flock of birds flies, and candles all around are more than three."""
    subjects = list(scene.subjects)
    for relation in scene.relations:
        if relation.kind == "chasing":
            for i in (relation.a, relation.b):
                thing = library.thing_of(subjects[i])
                if subjects[i].action in {None, "chase"} and thing is not None and thing.kind in RUNNERS:
                    subjects[i] = replace(subjects[i], action="run")
        if relation.kind == "surrounded by" and subjects[relation.b].count == 3 and "three" not in scene.prompt.lower():
            subjects[relation.b] = replace(subjects[relation.b], count=RING)
    for subject in scene.subjects:
        if subject.action in {"hug", "cuddle", "kiss", "embrace"} and subject.count == 2:
            subjects[subject.id] = replace(subjects[subject.id], arrangement="close")
        thing = library.thing_of(subject)
        if subject.arrangement == "flock" and subject.action is None and thing is not None and thing.kind == "bird":
            subjects[subject.id] = replace(subjects[subject.id], action="fly")
    return replace(scene, subjects=tuple(subjects))


STEPS = (
    with_orange_things,
    with_attire,
    with_costumes,
    with_animal_parents,
    with_animal_families,
    with_mounts,
    with_vessels,
    with_people_at_tables,
    with_games,
    with_reading,
    with_birthday_candles,
    with_flowerpots,
    with_hangers,
    with_yarn,
    with_burning_houses,
    with_shares,
    with_instruments,
    with_teams,
    with_company,
)


def imply(scene: Scene) -> Scene:
    """The scene with everything that its words leave to be understood."""
    for step in STEPS:
        scene = step(scene)
    return scene


def _is_mount(scene: Scene, subject: int) -> bool:
    return scene.subjects[subject].head in {*MOUNTS.values(), "bike", "scooter", "pony"}
