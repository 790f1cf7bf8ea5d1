"""What a pronoun speaks of, and which of several "the first", "the other" or "the taller one" is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pinxit.scene.drafts import FEMALE, MALE, Draft, Tie
from pinxit.scene.loom import Loom
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.tables import adjectives, is_a, load, names

_ORDER = {
    "first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "last": -1, "latter": -1,
}  # fmt: skip
_MIDDLE = 99
_ORDER["middle"] = _MIDDLE
_PLACES = {"left": 0, "right": -1, "middle": _MIDDLE, "center": _MIDDLE, "centre": _MIDDLE}
_NEXT = frozenset({"other", "another", "others", "rest"})
_ONES = frozenset({"one", "ones"})
# A word that sets one of several apart by what was said of it, and what it says when nothing was.
_GREATER = {"taller": "large", "bigger": "large", "larger": "large", "biggest": "large", "tallest": "large"}
_LESSER = {"smaller": "small", "shorter": "small", "smallest": "small", "shortest": "small", "little": "small"}
_OLDER = {"older": "elderly", "oldest": "elderly", "younger": "young", "youngest": "young"}
_SIZES = {"tiny": 0, "small": 1, "medium": 2, "large": 3, "giant": 4}
# Persons that "it" may speak of.
_THINGLIKE = frozenset(
    "robot android mech alien monster skeleton zombie ghost snowman scarecrow giant troll goblin ogre baby yeti mummy "
    "cyborg cyclops minotaur centaur werewolf humanoid figure".split()
)
# Words for several that a colon may tell by their own names: "three customers: a fox, a rabbit and a tortoise".
_GENERIC = frozenset(
    "customer friend animal guest character musician player creature pet member passenger student traveler visitor "
    "hero fruit vegetable flower vehicle toy tool instrument shape dessert drink person people performer".split()
)
STANDING_FOR = frozenset({*_ORDER, *_NEXT, *_ONES})
_MOST = 9  # more than these are not told apart


def gender_of(one: Draft) -> str | None:
    """Give the gender that was said of a subject or that its noun implies, or None."""
    said = one.said.get("gender")
    return said or ("female" if one.head in FEMALE else "male" if one.head in MALE else None)


def referents(loom: Loom, pronoun: str, besides: Sequence[int] = ()) -> list[int]:
    """Say which subjects a pronoun speaks of; `besides` are those that it cannot mean."""
    if pronoun in {"they", "them", "their", "themselves", "both", "all", "each"}:
        return _several(loom, besides)
    if pronoun in {"it", "its", "itself"}:
        return _thing(loom, besides)
    return _person(loom, "female" if pronoun in {"she", "her", "hers", "herself"} else "male", besides)


def _recent(loom: Loom, besides: Iterable[int]) -> list[int]:
    """Give every subject, the latest doers first, then the others as they were last made."""
    doers = [i for doing in reversed(loom.doings) for i in doing]
    others = [*(i for lead in reversed(loom.leads) for i in lead), *(one.id for one in reversed(loom.drafts))]
    return [i for i in dict.fromkeys([*loom.agent, *doers, *others]) if i not in besides and i < len(loom.drafts)]


def _person(loom: Loom, gender: str, besides: Sequence[int]) -> list[int]:
    known = [loom.drafts[i] for i in _recent(loom, besides)]
    fitting = [one for one in known if gender_of(one) in {gender, None} and one.count == 1]
    for group in (
        [one for one in fitting if one.person and gender_of(one) == gender],
        [one for one in fitting if one.person and one.id in loom.agent],
        [one for one in fitting if one.person],
        [one for one in fitting if one.animate and one.id not in loom.members],
        [one for one in fitting if one.animate],
    ):
        if group:
            if group[0].person and group[0].head not in {"couple", "family", "crowd", "team", "band"}:
                group[0].said.setdefault("gender", gender)
            return [group[0].id]
    return []


def _thing(loom: Loom, besides: Sequence[int]) -> list[int]:
    known = [loom.drafts[i] for i in _recent(loom, besides)]
    neuter = [one for one in known if (not one.person or one.head in _THINGLIKE) and one.count == 1]
    did = {i for doing in loom.doings for i in doing} | set(loom.agent)
    for group in (
        [one for one in neuter if one.id in did],
        [one for one in neuter if one.animate],
        [one for one in neuter if not one.backdrop],
        neuter,
    ):
        if group:
            return [group[0].id]
    return []  # the pond that the picture is set at, or the picture itself


def _several(loom: Loom, besides: Sequence[int]) -> list[int]:
    agent = [i for i in loom.agent if i not in besides]
    if len(agent) > 1 or (agent and loom.drafts[agent[0]].count > 1):
        return agent
    for doing in reversed([*loom.leads, *loom.doings]):
        left = [i for i in doing if i not in besides]
        if len(left) > 1 or (left and loom.drafts[left[0]].count > 1):
            return left
    plural = [one.id for one in reversed(loom.drafts) if one.count > 1 and one.id not in besides]
    beings = [one.id for one in loom.drafts if one.animate and one.id not in besides]
    crowd = [i for i in plural if loom.drafts[i].animate]
    return crowd[:1] or (plural[:1] if plural and len(beings) < 2 else beings or agent)


def owner_of(loom: Loom, word: str, besides: Sequence[int] = ()) -> int:
    """Say whose something is that "his", "her", "its" or "their" stands before; there is at least one subject."""
    doers = [i for i in loom.agent if loom.drafts[i].animate or loom.drafts[i].person]
    if word not in {"his", "her", "its"}:
        everyone = [one.id for one in loom.drafts if one.animate or one.person]
        return (doers or everyone or [0])[0]
    return (referents(loom, word, besides) or doers or [0])[0]


def known_group(loom: Loom, phrase: NounPhrase) -> list[int]:
    """Give the subjects that "the cats", "both cats" or "the two" speaks of again; empty for something new."""
    both = phrase.text.startswith("both ")
    if phrase.text in {"the two", "the three", "the four", "the pair", "the trio", "the duo"}:
        return _several(loom, ())
    if phrase.determiner not in {"the", "these", "those"} and not both:
        return []
    if not phrase.plural or (phrase.colours and not both):
        return []
    same = [one for one in loom.drafts if one.head == phrase.head]
    crowd = [one.id for one in same if one.count > 1]
    if crowd:
        return crowd[-1:]
    if len(same) > 1:
        return [one.id for one in same]
    wide = hypernyms().get(phrase.head, frozenset())
    below = [one.id for one in loom.drafts if one.head in wide or (phrase.head in {"animal", "friend"} and one.animate)]
    return below if len(below) > 1 else []


@cache
def hypernyms() -> Mapping[str, frozenset[str]]:
    """Give a wider noun -> the nouns that it may speak of again: "dog" -> corgi, poodle ..."""
    table = load("nouns")["wider"]
    return {wide: frozenset(names(words)) for wide, words in table.items()}


def known_single(loom: Loom, phrase: NounPhrase) -> int | None:
    """Give the one subject that "the dog" speaks of when a corgi was named before, or None."""
    if phrase.determiner not in {"the", "this", "that"} or phrase.plural or phrase.colours:
        return None
    if any(one.head == phrase.head for one in loom.drafts):
        return None
    figures = [
        one.id for one in loom.drafts if phrase.head in one.adjectives and phrase.head in {"statue", "sculpture"}
    ]
    if figures:
        return figures[-1]
    wide = hypernyms().get(phrase.head)
    if wide is None:
        return None
    fitting = [one.id for one in loom.drafts if (one.head in wide or one.noun in wide) and one.count == 1]
    if not fitting and phrase.head in {"man", "woman", "boy", "girl", "person", "figure"}:
        female = {"woman": True, "girl": True, "man": False, "boy": False}.get(phrase.head)
        fitting = [one.id for one in loom.drafts if one.person and one.count == 1 and one.head not in _THINGLIKE]
        fitting = [i for i in fitting if _may_be(loom.drafts[i], female)]
    return fitting[0] if len(fitting) == 1 else None


def _may_be(one: Draft, female: bool | None) -> bool:
    gender = gender_of(one)
    return female is None or gender is None or (gender == "female") == female


# -- one of several ---------------------------------------------------------------------------------------------------


def take_reference(loom: Loom, phrase: NounPhrase) -> list[int]:
    """Say which subjects "the first", "one", "the other" or "the red one" is; empty when it is none of those."""
    words = re.findall(r"[\w-]+", phrase.text)
    if not words or not loom.drafts:
        return []
    ordinal = next((word for word in words[1:] if word in _ORDER), "")
    if ordinal and phrase.determiner == "the" and phrase.noun in {"", ordinal, "one"}:
        return _pick(loom, _ORDER[ordinal])
    if words[-1] == "other" and not phrase.noun and not loom.taken and _is_side(loom):
        return []
    if words[-1] in _ONES and len(words) > 1:
        words = words[:-1]
    key = words[-1]
    if phrase.noun and (several := _named_again(loom, phrase, words)):
        loom.members = loom.members if set(several) & set(loom.members) else several
        if len(several) == 1:
            loom.members, loom.taken = split(loom, several[0]), []
        place = _ORDER.get(words[1]) if words[0] == "the" else None
        return _pick(loom, place)
    if (parted := _part(loom, phrase)) or (parted := _placed(loom, phrase)):
        return parted
    if key == "one" and len(words) == 1 and phrase.determiner not in {"no"}:
        return _pick(loom, None)
    if phrase.noun and phrase.noun not in {"one", key, key.removesuffix("s")} and not key.endswith(("er", "est")):
        return []
    if (words[0] == "one" and len(words) > 1 and phrase.counted and not phrase.noun) or words[:2] == ["the", "other"]:
        return _pick(loom, None)
    if key == "the" or (key in {"left", "right"} and words[0] == "the" and phrase.text.split()[-1] in _ONES):
        return _pick(loom, None if key == "the" else 0 if key == "left" else -1)
    if key in _NEXT and (len(words) == 1 or words[0] == "the"):
        return _rest(loom) if key in {"others", "rest"} else _pick(loom, None)
    definite = phrase.determiner in {"the", "a", "an", "this", "that", "another"}
    if not definite or (phrase.noun and phrase.noun not in {"one", key}) or not _one_follows(phrase, key):
        return []
    return _described(loom, phrase, key)


def _part(loom: Loom, phrase: NounPhrase) -> list[int]:
    """ "two of them are green": part of several becomes a subject of its own, the rest another."""
    follow = loom.followed_by[0].tag if loom.followed_by else ""
    told = follow in {"BE", "VERB", "AUX"} or bool(phrase.colours)
    if phrase.noun or phrase.determiner or phrase.count < 2 or not told:
        return []
    whole = next((one for one in reversed(loom.drafts) if one.count > phrase.count), None)
    if whole is None:
        return []
    rest = whole.twin(len(loom.drafts))
    rest.count, whole.count = whole.count - phrase.count, phrase.count
    loom.drafts.append(rest)
    loom.ties += [Tie(tie.kind, rest.id, tie.b) for tie in loom.ties if tie.a == whole.id]
    loom.members, loom.taken = [whole.id, rest.id], [whole.id]
    return [whole.id]


def _placed(loom: Loom, phrase: NounPhrase) -> list[int]:
    """ "the sheep in the middle" of three sheep, "the cat on the left" of two cats."""
    mark = loom.followed_by[0] if loom.followed_by else None
    if phrase.determiner != "the" or not phrase.noun or mark is None or mark.tag != "MARK":
        return []
    place = next((places for word, places in _PLACES.items() if mark.lower.endswith(word)), None)
    crowd = [one.id for one in loom.drafts if one.head == phrase.head and 1 < one.count <= _MOST]
    told = [i for i in loom.members if loom.drafts[i].head == phrase.head]
    if place is None or (not crowd and len(told) < 2):
        return []
    if len(told) < 2:
        loom.members, loom.taken = split(loom, crowd[-1]), []
    return _pick(loom, place)


def _named_again(loom: Loom, phrase: NounPhrase, words: Sequence[str]) -> list[int]:
    """ "one cup", "the other cup", "the first cup" after "two cups": the several of which this is one, else none."""
    leads = words[0] in {"one", "another"} or (words[0] == "the" and len(words) > 2 and words[1] in {*_ORDER, "other"})
    if not leads or phrase.plural or phrase.colours:
        return []
    crowd = [one.id for one in loom.drafts if one.head == phrase.head and 1 < one.count <= _MOST]
    told = [i for i in loom.members if loom.drafts[i].head == phrase.head]
    return told if len(told) > 1 else crowd[-1:]


def _one_follows(phrase: NounPhrase, key: str) -> bool:
    """ "the red one" and "the taller one" stand for a thing; "the red" may be the red of a picture."""
    return phrase.text.split()[-1] in _ONES or key in _ORDER or key in {**_GREATER, **_LESSER, **_OLDER}


def _is_side(loom: Loom) -> bool:
    """ "holding a rope on one end, a lamp on the other": with one doer and many things "the other" is a side."""
    return len(loom.agent) == 1 and len(loom.drafts) > 2 and loom.drafts[loom.agent[0]].count == 1


def told_apart(loom: Loom, phrase: NounPhrase, related: bool) -> list[int]:
    """ "three cubes: a red cube ...": the next of the several that a colon announced, else none.

    `related`: a relation waits for the phrase, which so can only name one by the noun of the several.
    """
    if loom.telling is None or phrase.determiner not in {"a", "an", "another"}:
        return []
    one = loom.drafts[loom.telling]
    named = phrase.head != one.head and phrase.text.split()[-1] not in _ONES
    last = loom.drafts[loom.members[-1]].noun if loom.telling in loom.members else one.noun
    alike = is_a(phrase.noun, phrase.head, "person", "animal") == one.animate
    if named and (related or not alike or last not in _GENERIC or not phrase.noun):
        return []
    if one.count > 1:
        loom.members, loom.taken = split(loom, loom.telling), []
    chosen = _pick(loom, None)
    for index in chosen:
        loom.drafts[index].colours += phrase.colours
        loom.drafts[index].describe([word for word in phrase.words if word not in STANDING_FOR])
        if named:
            loom.drafts[index].noun, loom.drafts[index].head = phrase.noun, phrase.head
    return chosen


def members(loom: Loom) -> list[int]:
    """Give the subjects that the last plural or the last "A and B" named, told apart one by one."""
    if loom.members and not _newer(loom):
        return loom.members
    loom.taken = []
    crowds = [one for one in reversed(loom.drafts) if 1 < one.count <= _MOST and not one.backdrop]
    did = {i for doing in [*loom.leads, *loom.doings] for i in doing}
    crowd = next((one for one in crowds if one.id in did), crowds[0] if crowds else None)
    pairs = [doing for doing in reversed([*loom.leads, *loom.doings, loom.agent]) if len(doing) > 1]
    if crowd is not None and (not pairs or crowd.id not in pairs[0]):
        loom.members = split(loom, crowd.id)
    elif pairs:
        loom.members = list(pairs[0])
    else:
        loom.members = _alike(loom) or [one.id for one in loom.drafts if not one.backdrop][:3]
    return loom.members


def _newer(loom: Loom) -> bool:
    """Say whether several others did something since the members were told apart."""
    newest = max(loom.members)
    return any(
        min(doing) > newest and (len(doing) > 1 or loom.drafts[doing[0]].count > 1)
        for doing in [*loom.leads, *loom.doings]
    )


def _alike(loom: Loom) -> list[int]:
    """Give the subjects of the last noun that was named twice: "a tall man and a short man"."""
    for one in reversed(loom.drafts):
        same = [other.id for other in loom.drafts if other.head == one.head]
        if len(same) > 1:
            return same
    return []


def split(loom: Loom, index: int) -> list[int]:
    """Tell the members of a counted subject apart: each becomes a subject of its own in the same relations."""
    whole = loom.drafts[index]
    way = whole.said.pop("arrangement", None)
    whole.adjectives = [word for word in whole.adjectives if way is None or word not in {"stack", "pile", "heap"}]
    ids = [index]
    for _ in range(min(whole.count, _MOST) - 1):
        twin = whole.twin(len(loom.drafts))
        loom.drafts.append(twin)
        ids.append(twin.id)
    whole.count = 1
    for tie in list(loom.ties):
        for twin_id in ids[1:]:
            if tie.a == index:
                loom.ties.append(Tie(tie.kind, twin_id, tie.b))
            elif tie.b == index:
                loom.ties.append(Tie(tie.kind, tie.a, twin_id))
    return ids


def _pick(loom: Loom, place: int | None) -> list[int]:
    """Give the member at a place, or with None the next one that was not spoken of."""
    known = members(loom)
    if place is None:
        left = [i for i in known if i not in loom.taken]
        chosen = left[:1]
    else:
        chosen = known[place : place + 1 or None] if place != _MIDDLE else known[len(known) // 2 :][:1]
    loom.taken += chosen
    return chosen


def _rest(loom: Loom) -> list[int]:
    left = [i for i in members(loom) if i not in loom.taken]
    loom.taken += left
    return left


def _described(loom: Loom, phrase: NounPhrase, key: str) -> list[int]:
    """Find "the red one", "the taller one", "the wooden one"."""
    if phrase.colours:
        names = {colour.name for colour in phrase.colours}
        return [one.id for one in reversed(loom.drafts) if names & {colour.name for colour in one.colours}][:1]
    known = members(loom)
    if len(known) < 2:
        return []
    size = {**_GREATER, **_LESSER}.get(key)
    if size is not None:
        order = sorted(known, key=lambda i: _SIZES[_size(loom.drafts[i])])
        chosen = order[-1] if size == "large" else order[0]
        loom.drafts[chosen].said.setdefault("size", size)
        loom.taken.append(chosen)
        return [chosen]
    if key in _OLDER:
        said = [i for i in known if loom.drafts[i].said.get("age") == _OLDER[key]]
        chosen = (said or [i for i in known if i not in loom.taken] or known)[0]
        loom.drafts[chosen].said.setdefault("age", _OLDER[key])
        loom.taken.append(chosen)
        return [chosen]
    told = {value for word in phrase.words for _, value in adjectives().get(word, ((" ", word),))} | {*phrase.words}
    return [i for i in known if told & {*loom.drafts[i].adjectives, *loom.drafts[i].said.values()}][:1]


def _size(one: Draft) -> str:
    if "short" in one.adjectives:
        return "small"
    return one.said.get("size", "large" if "tall" in one.adjectives else "medium")
