"""Characters: who was introduced in one panel is the same in all later ones, and where they are goes on as well."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pinxit.scene.episodes import announcement
from pinxit.scene.model import Place, Relation, Scene, Subject
from pinxit.scene.panels import Strip
from pinxit.scene.reader import read
from pinxit.scene.tables import kind_of

_WITHIN = r"(?<![\w'-])"
_HE = re.compile(rf"{_WITHIN}(he|him)(?![\w'-])", re.I)
_SHE = re.compile(
    rf"{_WITHIN}(she)(?![\w'-])|{_WITHIN}(her)(?= (?:and|to|with|in|on|at|from|away|up|down)\b|[.,;!?]|$)", re.I
)
_IT = re.compile(rf"{_WITHIN}(it)(?![\w'-])", re.I)
_THEY = re.compile(rf"{_WITHIN}(they|them|both)(?![\w'-])", re.I)
_GENERIC = {
    "girl": "female", "woman": "female", "lady": "female", "heroine": "female", "boy": "male", "man": "male",
    "guy": "male", "hero": None, "character": None, "child": None, "kid": None, "person": None, "figure": None,
    "protagonist": None,
}  # fmt: skip
_CREATURES = {"animal", "pet", "creature", "puppy", "kitten", "beast", "monster", "octopus"}
_LOVES = re.compile(
    r"\b(?:who|that|which) (?:really )?(?:loves?|likes?|adores?|wants?|needs?|dreams? of|is (?:fond|afraid|scared) of|"
    r"hates?|fears?|becomes?|is)\b(?: to)?",
    re.I,
)
_BECOMING = re.compile(
    r",? (?:who|that|and) (?:become|became|becomes|are|were) (?:best |good |close )?(?:friends|partners)\b", re.I
)
_VERBED = re.compile(r"^(?:[a-z]+ly )?([a-z]+ing)\b", re.I)
_DOES = re.compile(
    r"^(?:then |finally )?([a-z]{2,}s)(?= (?:the|an?|his|her|its|their|to|at|on|in|into|onto|out|up|down|over|off|away|"
    r"back|outside|inside|home|through|under|around|with|from)\b|$)"
)
_DEED = re.compile(
    r"(?<![\w-])([A-Za-z]+)(?:,(?= [a-z]+s (?:over|into|through|to|across|down|up|along|away|the|at|in|on)\b))?"
    r" (?!(?:is|was|has|does|as|his|its|this|us|yes|always|sometimes|dress)\b)"
    r"([a-z]{2,}s)(?![\w'’-])"
)
_HOME = re.compile(r" (?:back )?home(?= (?:together|at|in|from|with|through|under)\b|[.,;!?]|$)", re.I)
_SEEN = {
    "see": "facing",
    "notice": "facing",
    "spot": "facing",
    "discover": "facing",
    "look": "looking",
    "light": "holding",
}
_INDOORS = {"bed": "bedroom", "bathtub": "bathroom", "stove": "kitchen"}
_ROOMS = {"kitchen", "bedroom", "living room", "bathroom", "classroom", "library", "workshop", "laboratory", "cafe",
          "restaurant", "studio", "office", "bar", "hospital", "museum", "shop", "gym"}  # fmt: skip
_LEAVING = {"ride", "drive", "cycle", "fly", "sail", "ski"}
_BOTH = re.compile(
    r"\b([a-z]+) and (the |an? |his |her )?([a-z]+) (?!(?:in|on|at|with|and|are|from|under|near|by|who|that|have|"
    r"were|is|to|both|together|behind|over|inside|outside|of|for|as|into|beside)\b)"
    r"([a-z]+)(?<!ing)(?<!ed)(?=\s|$|[.,])", re.I,
)  # fmt: skip
_DEEDS = {
    "flies",
    "lights",
    "watches",
    "rings",
    "drinks",
    "walks",
    "dances",
    "bears",
    "ducks",
    "swallows",
    "cooks",
    "guards",
}
_ASLEEP = re.compile(r"\b(?:goes (?:back )?to (?:sleep|bed)|falls asleep|is asleep|dozes off)\b", re.I)
_WEATHER = re.compile(r"\bit (?:starts|begins|is starting)(?: to)? (rain|snow)(?:ing)?\b", re.I)
_FACE = re.compile(r"(?<=\bof )(his|her|its|the) (?:face|eyes|smile|expression)\b", re.I)
_TRYING = re.compile(
    r"\b(?:(?:is |who is )?(?:learning|trying|starting|deciding)|learns|tries|starts|decides) to ([a-z]+)", re.I
)
_PEEKING = re.compile(
    r" (?:looks|looking|peeks|peeking|searches|searching|checks|checking) (?:under|beneath|behind)\b", re.I
)
_OTHER = {"another", "other", "second", "different", "new"}


@dataclass(slots=True)
class Company:
    """Everybody and everything that has been introduced, the latest last."""

    known: list[tuple[Scene, Subject]] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)  # heads of those that act, the latest last

    def find(self, subject: Subject) -> tuple[Scene, Subject] | None:
        """The first introduction of this subject."""
        for scene, one in self.known:
            if one.head == subject.head and (one.noun == subject.noun or one.head in {one.noun, subject.noun}):
                return scene, one
        return None

    def acting(self, kind: str) -> str | None:
        """Who "he", "she", "it" may be: the latest of that kind."""
        people, animals = kind_of()["person"], kind_of()["animal"]
        latest = self.recent[::-1]
        if kind != "it":
            latest.sort(key=lambda head: head not in people)
        for head in latest:
            gender = self.genders.get(head)
            if kind in {"male", "female"} and (head in people or head in animals) and gender in {kind, None}:
                return head
            if kind == "it" and head not in (people - {"robot", "alien", "snowman"}):
                return head
        return None

    def introduce(self, scene: Scene) -> None:
        """Remember whom a panel shows."""
        for subject in scene.subjects:
            if subject.head in self.recent and animate(subject):
                self.recent.remove(subject.head)
            if animate(subject) or not self.recent:
                self.recent.append(subject.head)
            if subject.gender:
                self.genders.setdefault(subject.head, subject.gender)
            if self.find(subject) is None:
                self.known.append((scene, subject))


def animate(subject: Subject) -> bool:
    """Is it somebody who can act?"""
    heads = {subject.head, subject.noun}
    return bool(heads & (kind_of()["person"] | kind_of()["animal"]))


def cast(strip: Strip) -> tuple[Scene, ...]:
    """The scene of each panel, with the characters, their looks and the place carried through all of them."""
    genders: dict[str, str] = {}
    scenes: tuple[Scene, ...] = ()
    for _ in range(2):  # "An astronaut ..., She ..." tells of the first panel only in the second
        company = Company(genders=dict(genders))
        opening = read(_active(announcement(strip.head)[1]))
        company.introduce(opening)
        place = opening.place
        made: list[Scene] = []
        for panel in strip.panels:
            told = _LOVES.sub("and", _BECOMING.sub("", panel.text)) if strip.theme else panel.text
            scene = _read_panel(told, company)
            scene = opening if strip.theme and not scene.subjects else _dressed(scene, company)
            company.introduce(scene)
            if place.name in _ROOMS and any(one.action in _LEAVING for one in scene.subjects):
                place = replace(place, name=None)
            place = _carried(place, scene.place if scene.place.name else _implied(scene))
            made.append(replace(scene, place=place))
        scenes, genders = tuple(made), company.genders
    return scenes


def _read_panel(text: str, company: Company) -> Scene:
    text = _resolved(_WEATHER.sub(lambda m: f"in the {m.group(1)}", text), company)
    lead = next((head for head in reversed(company.recent) if _is_animate(head)), None)
    if lead is not None and (verbed := _VERBED.match(text)) and verbed.group(1) not in {"morning", "evening", "spring"}:
        text = f"the {lead} {text}"
    elif lead is not None and (does := _DOES.match(text)) and not _is_animate(_base(does.group(1))):
        text = f"the {lead} {_participle(_base(does.group(1)))}{text[does.end() :]}"  # "walks to the window": who does
    text = _active(text)
    scene = read(text)
    if (
        not scene.subjects
        and lead is not None
        and re.match(r"(?:close-?up|wide shot|full shot|at |in |on )", text, re.I)
    ):
        scene = read(f"{text}, the {lead}")
    return scene


def _active(text: str) -> str:
    """ "The cat yawns" as "the cat yawning", which cannot be mistaken for a kind of cat."""

    text = _ASLEEP.sub("sleeping", _HOME.sub(" ", text))
    text = _TRYING.sub(lambda m: _participle(m.group(1)), text)
    text = _PEEKING.sub(" beside", text)

    def change(match: re.Match[str]) -> str:
        noun, verb = match.group(1), match.group(2)
        if verb not in _DEEDS and {verb, _base(verb)} & _nouns():
            return match.group(0)
        clothing = noun.lower() in kind_of()["clothing"] or noun.lower() in kind_of()["part"]
        if (
            not _is_animate(noun.lower())
            and not clothing
            and noun.lower() not in {"rocket", "car", "ship", "flower", "tree"}
        ):
            return match.group(0)
        return f"{noun} {_SEEN.get(_base(verb)) or _participle(_base(verb))}"

    def change_both(match: re.Match[str]) -> str:
        one, other, verb = match.group(1), match.group(3), match.group(4)
        if not (_is_animate(one.lower()) and _is_animate(other.lower())):
            return match.group(0)
        return f"{one} and {match.group(2) or ''}{other} {_participle(verb)}"

    return _BOTH.sub(change_both, _DEED.sub(change, text))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(kind_of()["person"] | kind_of()["animal"] | kind_of()["thing"])


def _base(verb: str) -> str:
    """The verb of "flies", "catches", "runs"."""
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if re.search(r"(?:ss|sh|ch|x|zz|o)es$", verb) else verb[:-1]


def _participle(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    if re.fullmatch(r"(?:[^aeiou]*[aeiou][bdgmnprt]|begin|forget|hug|hop)", verb) and not verb.endswith(
        ("w", "x", "y")
    ):
        return verb + verb[-1] + "ing"
    return verb + "ing"


def _is_animate(head: str) -> bool:
    return head in kind_of()["person"] or head in kind_of()["animal"] or head in _CREATURES


def _resolved(text: str, company: Company) -> str:
    """Put names for the pronouns that mean somebody from an earlier panel."""
    if (face := _FACE.search(text)) is not None:
        whose = {"his": "male", "her": "female"}.get(face.group(1).lower(), "it")
        head = company.acting(whose) or next((h for h in reversed(company.recent) if _is_animate(h)), None)
        text = text if head is None else f"{text[: face.start()]}the {head}{text[face.end() :]}"
    for pattern, kind in ((_HE, "male"), (_SHE, "female"), (_IT, "it")):
        if (found := pattern.search(text)) is None:
            continue
        head = company.acting(kind)
        if head is None or (kind == "it" and _named_before(text, found.start())):
            continue
        if kind != "it" and head not in company.genders:
            company.genders[head] = kind
        if not re.search(rf"\b{re.escape(head)}\b", text[: found.start()], re.I):
            text = f"{text[: found.start()]}the {head}{text[found.end() :]}"
    if (found := _THEY.search(text)) is not None and not _named_before(text, found.start()):
        heads = [head for head in company.recent if _is_animate(head)][-2:]
        if heads:
            names = " and ".join(f"the {head}" for head in heads)
            rest = re.sub(
                r"^( both)? ((?!are\b|were\b|have\b)[a-z]+)", lambda m: f" {_participle(m[2])}", text[found.end() :]
            )
            text = f"{text[: found.start()]}{names}{rest if found.group(1).lower() == 'they' else text[found.end() :]}"
    return text


def _named_before(text: str, end: int) -> bool:
    return bool(read(text[:end]).subjects)


# -- looks -----------------------------------------------------------------------------------------------------------


def _dressed(scene: Scene, company: Company) -> Scene:
    """Give everybody the looks of their first introduction, and what they wore there."""
    subjects = list(scene.subjects)
    relations = list(scene.relations)
    for number, named in enumerate(scene.subjects):
        one = _recognised(named, scene, company)
        met = company.find(one) if not _OTHER & set(one.adjectives) else None
        if met is not None:
            one = _alike(one, met[1])
            _clothe(number, met, subjects, relations)
        gender: Any = one.gender or company.genders.get(one.head)
        subjects[number] = replace(one, gender=gender)
    return _sorted_clothes(replace(scene, subjects=tuple(subjects), relations=tuple(relations)))


def _sorted_clothes(scene: Scene) -> Scene:
    """ "A superhero in a suit with a cape stands on a roof": he wears both, and it is he who stands there."""
    wearers = {r.b: r.a for r in scene.relations if r.kind == "wearing"}
    loose = _loose(scene, set(wearers))
    wearers |= loose
    relations = [Relation("wearing", wearer, item) for item, wearer in loose.items()]
    for relation in scene.relations:
        wearer = wearers.get(relation.a)
        if wearer is None or relation.kind == "wearing" or relation.b == wearer:
            relations.append(relation)
        elif relation.kind in {"with", "beside", "near"} and scene.subjects[relation.b].head in kind_of()["clothing"]:
            relations.append(Relation("wearing", wearer, relation.b))
        else:
            relations.append(replace(relation, a=wearer))
    return replace(scene, relations=tuple(dict.fromkeys(relations)))


def _loose(scene: Scene, worn: set[int]) -> dict[int, int]:
    """Clothes that are said to be with somebody and lie nowhere: the only person there wears them."""
    people = [s for s in scene.subjects if s.head in kind_of()["person"] and not s.backdrop]
    kept = {r.b for r in scene.relations if r.kind != "with"} | {r.a for r in scene.relations if r.kind == "on"}
    if len(people) != 1 or people[0].count != 1:
        return {}
    clothes = [s.id for s in scene.subjects if s.head in kind_of()["clothing"] and s.id not in worn | kept]
    return {item: people[0].id for item in clothes if re.search(r"\bwith\b", scene.prompt)}


def _recognised(subject: Subject, scene: Scene, company: Company) -> Subject:
    """ "The girl" is the witch of the first panel, if there is only one whom it can mean."""
    if company.find(subject) is not None or f"the {subject.head}" not in scene.prompt.lower():
        return subject
    table = "person" if subject.head in _GENERIC else "animal" if subject.head in _CREATURES else None
    if table is None or subject.count > 1:
        return subject
    wanted = _GENERIC.get(subject.head)
    able = [one for _, one in company.known if one.head in kind_of()[table] and one.count == 1]
    able = [one for one in able if wanted is None or company.genders.get(one.head) in {None, wanted}]
    if len(able) != 1:
        return subject
    return replace(subject, noun=able[0].noun, head=able[0].head)


def _alike(subject: Subject, first: Subject) -> Subject:
    parts = dict(first.parts) | dict(subject.parts)
    return replace(
        subject,
        noun=first.noun if len(first.noun) >= len(subject.noun) else subject.noun,
        colours=subject.colours or first.colours,
        parts=tuple(parts.items()),
        size=first.size if subject.size == "medium" else subject.size,
        material=subject.material or first.material,
        pattern=subject.pattern or first.pattern,
        age=subject.age or first.age,
        gender=subject.gender or first.gender,
        origin=subject.origin or first.origin,
        adjectives=tuple(dict.fromkeys([*subject.adjectives, *first.adjectives])),
    )


def _clothe(number: int, met: tuple[Scene, Subject], subjects: list[Subject], relations: list[Relation]) -> None:
    """Put on what was worn at the first meeting."""
    scene, first = met
    worn = {subjects[r.b].head for r in relations if r.kind == "wearing" and r.a == number}
    for relation in scene.relations:
        if relation.kind != "wearing" or relation.a != first.id:
            continue
        item = scene.subjects[relation.b]
        if item.head not in worn:
            subjects.append(replace(item, id=len(subjects), backdrop=False))
            relations.append(Relation("wearing", number, len(subjects) - 1))


def _implied(scene: Scene) -> Place:
    """A bed stands in a bedroom, wherever the panel before it played."""
    name = next((_INDOORS[s.head] for s in scene.subjects if s.head in _INDOORS), None)
    return replace(scene.place, name=name)


def _carried(before: Place, now: Place) -> Place:
    """The place goes on until another is named; its hour and weather go on with it, or change by themselves."""
    if now.name is not None:
        return (
            now if now.time or (now.name != before.name and before.time != "night") else replace(now, time=before.time)
        )
    return replace(
        before,
        time=now.time or before.time,
        weather=now.weather or before.weather,
        season=now.season or before.season,
        surface=now.surface,
        words=tuple(dict.fromkeys([*before.words, *now.words])),
    )
