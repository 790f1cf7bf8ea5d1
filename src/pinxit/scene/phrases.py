"""Noun phrases: "the two large pale blue wooden boats" as number, modifiers and noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pinxit.scene.colours import modifiers, named, read_colour
from pinxit.scene.model import Colour
from pinxit.scene.tables import adjectives, is_a, kind_of, load, places, scenery, word_set
from pinxit.scene.words import Token, colour_of, is_plural, singular, verb_base

_LEADS = frozenset({"DET", "POSS", "NUM", "OWNER", "NEG", "ADJ", "COLOUR", "NOUN", "MARK", "QUAL", "VBN", "VBG"})
_BODY = frozenset({"ADJ", "COLOUR", "NOUN", "MARK", "QUAL", "VBN", "OWNER", "NUM"})
_SHADES = modifiers()
# Words for what is drawn, heads of a phrase that nothing is drawn for by itself.
_PARTICIPLE_FOLLOWERS = frozenset({"NOUN", "ADJ", "COLOUR"})


@dataclass(slots=True)
class NounPhrase:
    """What stands in a noun phrase. `noun` is "" when it has no head ("bold, clean")."""

    noun: str = ""
    head: str = ""
    count: int = 1
    counted: bool = False  # a number or a plural said so
    plural: bool = False
    determiner: str = ""  # "a", "the", "his", "no", "another", "" for none
    colours: list[Colour] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # modifiers in lower case, colours not among them
    marks: list[str] = field(default_factory=list)  # phrases of surroundings.toml inside of it
    text: str = ""
    owner: str = ""  # "pirate" of "a pirate's shoulder"


def read_phrase(tokens: Sequence[Token], start: int, verbs_first: bool = False) -> tuple[NounPhrase | None, int]:
    """Read a noun phrase that begins at `start`: the phrase, or None where none begins, and the index behind it.

    With `verbs_first` a form in -ing at the start is a deed ("a man holding balloons"), not a modifier.
    """
    if start >= len(tokens) or tokens[start].tag not in _LEADS:
        return None, start
    phrase = NounPhrase()
    index = _read_determiner(tokens, start, phrase)
    first = index
    while index < len(tokens):
        step = _step(tokens, index, start, verbs_first and index == start)
        if step == 0:
            break
        index += step
    if index == first and not phrase.determiner and not phrase.counted:
        return None, start
    index = _trim(tokens, first, index)
    _read_body(tokens[first:index], phrase)
    phrase.text = " ".join(token.lower for token in tokens[start:index])
    return (phrase, index) if index > start else (None, start)


def _read_determiner(tokens: Sequence[Token], index: int, phrase: NounPhrase) -> int:
    while index < len(tokens) and tokens[index].tag in {"DET", "POSS", "NUM", "OWNER", "NEG", "QUAL"}:
        token = tokens[index]
        if token.tag == "NUM":
            value = _number(token.lower)
            if value == 0:
                index += 1
                continue
            phrase.count = phrase.count * value if phrase.counted and value == 12 else value
            phrase.counted = True
        elif token.tag != "QUAL" and phrase.determiner not in {"no", "without", "never"}:
            phrase.determiner = token.lower if token.tag != "OWNER" else "his"
            phrase.owner = token.value if token.tag == "OWNER" else phrase.owner
        index += 1
    return index


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word) if len(word) < 3 else 0  # a year counts nothing
    return int(load("nouns")["numbers"].get(word, 1))


def _step(tokens: Sequence[Token], index: int, start: int, verbs_first: bool) -> int:
    """Say how many tokens at `index` go on with the phrase: 0 ends it."""
    token = tokens[index]
    before = tokens[index - 1] if index else Token("", "")
    after = tokens[index + 1] if index + 1 < len(tokens) else Token("", "")
    started = index > start
    if token.tag == "VBG":
        modifies = after.tag in _PARTICIPLE_FOLLOWERS and not verbs_first and before.tag != "NOUN"
        return 1 if modifies else 0
    if token.tag == "VBN":
        return 1 if before.tag != "NOUN" and after.tag in _PARTICIPLE_FOLLOWERS else 0
    if token.tag == "NUM":
        return 0
    if token.tag == "MARK" and before.tag == "NOUN" and started:
        return 1 if after.tag == "NOUN" and not _is_anchor(token) else 0
    if token.tag == "COLOUR" and before.tag == "NOUN" and started:
        return 0
    if token.tag in _BODY:
        ends = before.tag == "NOUN" and started and token.tag in {"ADJ", "QUAL", "OWNER"}
        return 0 if ends and not _joins(token, after) else 1
    if token.tag in {"CONJ", "COMMA"} and _links_modifiers(tokens, index):
        return 1
    return 0


def _is_anchor(token: Token) -> bool:
    return any(section == "anchor" for section, _ in scenery().get(token.value, ()))


def _joins(token: Token, after: Token) -> bool:
    """An adjective behind a noun goes on with the name when a noun follows: "winter wooden cabin"."""
    return token.tag in {"ADJ", "OWNER"} and after.tag == "NOUN" and token.lower not in {"full"}


def _links_modifiers(tokens: Sequence[Token], index: int) -> bool:
    """ "bold, clean lines", "red and white shirt": a comma or "and" between two modifiers of one noun."""
    before = tokens[index - 1] if index else Token("", "")
    after = tokens[index + 1] if index + 1 < len(tokens) else Token("", "")
    later = tokens[index + 2] if index + 2 < len(tokens) else Token("", "")
    mods = {"ADJ", "COLOUR", "VBN", "MARK"}
    if before.tag == "COLOUR" and after.tag == "COLOUR" and tokens[index].tag == "CONJ":
        return True
    if before.tag == "COLOUR" and tokens[index].lower == "and" and later.tag in {"ADJ", "NOUN", "COLOUR"}:
        return after.tag in mods
    if before.tag not in mods or after.tag not in mods | {"VBG"}:
        if before.tag in mods and after.tag in {"CONJ", "QUAL"} and later.tag in mods:
            return tokens[index].tag == "COMMA"
        return False
    rest = list(tokens[index + 1 : index + 8])
    for place, token in enumerate(rest):
        if token.tag == "NOUN":
            return place > 0
        if token.tag not in mods | {"COMMA", "CONJ", "VBG", "QUAL", "OWNER"}:
            return False
    return False


def _trim(tokens: Sequence[Token], first: int, index: int) -> int:
    while index > first and tokens[index - 1].tag in {"CONJ", "COMMA"}:
        index -= 1
    return index


def _read_body(tokens: Sequence[Token], phrase: NounPhrase) -> None:
    last_noun = max((i for i, token in enumerate(tokens) if _may_head(token)), default=-1)
    if last_noun < 0 and tokens and _stands_for_noun(tokens[-1], phrase):
        last_noun = len(tokens) - 1
    name: list[Token] = []
    shade = ""
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if index > last_noun >= 0:
            _modify(token, None, phrase, shade)
        elif index == last_noun or _in_name(token, index, last_noun, tokens):
            name.append(token)
        else:
            shade = _modify(token, following, phrase, shade)
    if name:
        _name(name, phrase)


_COLOUR_THINGS = frozenset({"orange", "rose", "violet", "peach", "plum", "lemon", "lime", "tomato"})


_STUFFS = ("en", "ic", "y", "ed", "less", "an", "ite")  # "a wooden ..." is never a thing by itself


def _may_head(token: Token) -> bool:
    return token.tag == "NOUN"


def _stands_for_noun(token: Token, phrase: NounPhrase) -> bool:
    """ "a net", "an orange": the lexicon's adjective, or a colour's name, that stands where a noun must."""
    if token.lower in _COLOUR_THINGS and token.tag != "COLOUR":
        return bool(phrase.determiner or phrase.counted)
    if token.tag != "ADJ":
        return False
    if token.lower in places():
        return True
    if {field for field, _ in adjectives().get(token.lower, ())} == {"material"} and not token.lower.endswith(_STUFFS):
        return bool(phrase.determiner or phrase.counted) and phrase.determiner not in {"this", "that"}
    known = token.lower not in adjectives() or any(token.lower in words for words in kind_of().values())
    return known and bool(phrase.determiner or phrase.counted)


def _in_name(token: Token, index: int, last_noun: int, tokens: Sequence[Token]) -> bool:
    """A noun right before the head belongs to its name, if it is no material, colour, origin or setting word."""
    if token.tag != "NOUN" or index > last_noun or (_is_stuff(token, tokens[last_noun]) and index < last_noun):
        return False
    if token.lower in adjectives() or colour_of(token, tokens[index + 1]) or token.value in load("nouns")["groups"]:
        return False
    if any(section == "medium" for section, _ in scenery().get(token.lower, ())):
        return False
    if token.value in kind_of()["person"] and tokens[last_noun].value in kind_of()["person"] | kind_of()["animal"]:
        return False
    return all(later.tag == "NOUN" for later in tokens[index : last_noun + 1])


def _is_stuff(token: Token, head: Token) -> bool:
    """ "a balloon dog", "a candy house": what the thing is made of, where nothing is grown or eaten of that name."""
    if token.value not in word_set("adjectives", "stuff", "words"):
        return False
    last = head.value.rsplit(" ", 1)[-1]
    return last in _MADE_UP or is_a(head.value, last, "animal", "enterable", "seat", "clothing", "rideable")


_MADE_UP = frozenset(
    "house castle tower car robot bicycle bridge city village crown heart sword sculpture statue table shield throne "
    "guitar piano flower rose tree person man woman knight building spaceship rocket ship plane train".split()
)


def _modify(token: Token, following: Token | None, phrase: NounPhrase, shade: str) -> str:
    """Take up one modifier; gives the shade ("pale") that waits for its colour."""
    lower = token.lower
    if token.tag in {"CONJ", "COMMA", "QUAL"}:
        return shade
    if lower in _SHADES and following is not None and colour_of(following, following):
        return lower
    colour = colour_of(token, following)
    if colour is not None:
        found = read_colour(f"{shade} {colour}") if shade else named(colour) or read_colour(colour)
        if found is not None:
            phrase.colours.append(found)
        if lower in adjectives():
            phrase.words.append(lower)
        return ""
    if token.tag == "MARK" or (lower in scenery() and lower not in adjectives()):
        phrase.marks.append(lower)
    if token.tag != "MARK" or lower in adjectives():
        phrase.words.append(token.value if token.tag == "NOUN" and lower not in adjectives() else lower)
    return shade


def _name(tokens: list[Token], phrase: NounPhrase) -> None:
    last = tokens[-1]
    if len(tokens) == 2 and _plays_part(tokens):
        phrase.words.append(last.value)
        last = tokens[0]
        tokens = tokens[:1]
    phrase.noun = " ".join([*(token.lower for token in tokens[:-1]), last.value or last.lower])
    phrase.head = phrase.noun.rsplit(" ", 1)[-1]
    vessels = last.lower == "glasses" and (phrase.counted or (len(tokens) > 1 and tokens[-2].lower in _DRINKS))
    if vessels:
        phrase.noun, phrase.head = f"{phrase.noun.removesuffix('glasses')}glass", "glass"
    phrase.plural = vessels or is_plural(last.lower)
    same = phrase.head in _INVARIANT and not phrase.determiner and not phrase.counted
    if same and (phrase.head != "fish" or {*phrase.words} & {"colorful", "colourful", "tropical", "small", "tiny"}):
        phrase.plural = True
    if phrase.plural and not phrase.counted:
        phrase.count = 2 if is_a(phrase.noun, phrase.head, "clothing") else 3
    phrase.words = [word for word in phrase.words if word not in {"other", "single"}]


def _plays_part(tokens: Sequence[Token]) -> bool:
    """ "a cat astronaut" is a cat, dressed as an astronaut; "a dog owner" is none."""
    animal, part = tokens[0].value, tokens[1].value
    return animal in kind_of()["animal"] and part in kind_of()["person"] and part not in _WITH_ANIMALS


_WITH_ANIMALS = frozenset(
    "owner lady walker rider trainer keeper breeder sitter lover groomer man woman boy girl person hunter farmer "
    "herder catcher tamer player mascot family couple".split()
)
_INVARIANT = frozenset({"sheep", "deer", "fish", "jellyfish", "starfish", "goldfish", "koi", "bison"})
_DRINKS = frozenset("wine beer champagne cocktail martini shot water juice drinking crystal milk".split())


def is_place(phrase: NounPhrase) -> str | None:
    """Give the phrase's way of being a setting: "land", "inside" or "built", or None."""
    found = places().get(phrase.noun) or places().get(phrase.head) or places().get(phrase.noun + "s")
    return found[0] if found else None


def place_name(phrase: NounPhrase) -> str | None:
    """Give the canonical name of the setting that a phrase names."""
    found = places().get(phrase.noun) or places().get(phrase.head)
    return found[1] if found else None


__all__ = ["NounPhrase", "is_place", "place_name", "read_phrase", "singular", "verb_base"]
