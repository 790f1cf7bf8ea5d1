"""Tokens: a prompt cut into words, each with the part that it plays.

Names of several words ("red panda", "to the left of", "golden hour") become one token each before grammar begins.
Words that no table of ours knows are tagged by the lexicon that TextBlob carries (Brill's, MIT licence), read as a
file: importing TextBlob itself loads NLTK, which takes longer than all the reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from pinxit.scene.colours import THINGS, modifiers, named, read_colour
from pinxit.scene.tables import adjectives, kind_of, listed, load, names, places, scenery, word_set

_WORD = re.compile(
    r"\x01\d+\x01|\d{2,4}s\b|\d{1,3}(?::\d{1,3}|mm\b|k\b)|"
    r"[A-Z]\d[\w]*\b|\d+(?:-[^\W\d_]+)+|\d+(?:\.\d+)?|[^\W\d_]+(?:['’&][^\W\d_]+|-(?:\w+))*|[.!?;:,()\n&/]|[-–—]+",
)
_CLOSED = {
    "DET": "a an the this that these those another each every other its-own all any",
    "POSS": "his her its their my your our",
    "CONJ": "and or plus & /",
    "PRON": "he she it they him them himself herself itself themselves i me we us you one-another someone",
    "BE": "is are was were be been am 's being it's he's she's they're become becomes remains",
    "AUX": "should must will would can could may might has have had having do does did shall",
    "WH": "who which whose that-is whom what how",
    "OF": "of",
    "TO": "to",
    "PREP": "during since until after before from via than per despite",
    "ADV": "not very too also there here then now away together apart alone forward back behind-the-scenes up down",
    "NEG": "no without never",
}
CLOSED = {word: tag for tag, words in _CLOSED.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a name of several words, with its tag and what it stands for."""

    text: str
    tag: str
    value: str = ""  # a noun's singular, a verb's base form, a relation's kind, a colour's name

    @property
    def lower(self) -> str:
        return self.text.lower()


@cache
def _lexicon() -> dict[str, str]:
    spec = find_spec("textblob")
    if spec is None or spec.origin is None:
        return {}
    lines = Path(spec.origin).with_name("en").joinpath("en-lexicon.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ") for line in lines if line and not line.startswith(";"))
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Give first word -> (all words, tag, value), longest first."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}

    def enter(phrase: str, tag: str, value: str) -> None:
        words = tuple(_WORD.findall(phrase.lower()))
        if words:
            found.setdefault(words, (tag, value))

    for kind, phrases in load("relations")["phrases"].items():
        for phrase in phrases:
            enter(phrase, "REL", kind)
    for phrase in listed(load("nouns")["compounds"]["words"]):
        enter(phrase, "NOUN", phrase)
    for kinds in kind_of().values():
        for noun in kinds:
            if " " in noun:
                enter(noun, "NOUN", noun)
    for phrase in places():
        if " " in phrase:
            enter(phrase, "NOUN", phrase)
    for phrase in load("colours")["names"]:
        if " " in phrase:
            enter(phrase, "COLOUR", phrase)
    for phrase in scenery():
        if " " in phrase or "-" in phrase or ":" in phrase or "&" in phrase:
            enter(phrase, "MARK", phrase)
    for word in adjectives():
        if " " in word.strip():
            enter(word, "ADJ", word)
    for word in load("relations")["split"]["because"]:
        enter(word, "SPLIT", word)
    by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for words, (tag, value) in found.items():
        by_first.setdefault(words[0], []).append((words, tag, value))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in by_first.items()}


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Give the singular of a noun's lower-case form; a word that is no plural comes back as it is."""
    table = load("nouns")
    if word in table["plurals"]:
        return str(table["plurals"][word])
    if word in word_set("nouns", "single", "words") or len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Say whether a noun's form names several: "apples", "men", but not "glasses" or "bus"."""
    last = word.rsplit(" ", 1)[-1]
    if word in word_set("nouns", "single", "words"):
        return False
    return singular(last) != last or last in {"people", "cattle"}


@cache
def _verb_bases() -> frozenset[str]:
    table = load("verbs")
    bases = {base for words in table["objects"].values() for base in words.split()}
    bases |= set(table["plain"]["words"].split()) | {key.split()[0] for key in table["particles"]}
    for words in load("relations")["frame"].values():
        bases |= {word for word in words.split() if not word.endswith(("ing", "ed", "s", "t"))}
    return frozenset(bases) | {"have", "be", "smile", "become"}


@lru_cache(maxsize=4096)
def verb_base(word: str) -> str | None:
    """Give the base of a verb's form ("munching" -> "munch"), or None for what cannot be a known verb."""
    forms = load("verbs")["forms"]
    if word in forms:
        return str(forms[word])
    bases = _verb_bases()
    if word in bases:
        return word
    for suffix, endings in (
        ("ing", ("", "e")),
        ("ed", ("", "e")),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ies", ("y",)),
        ("ied", ("y",)),
    ):
        if not word.endswith(suffix) or len(word) < len(suffix) + 2:
            continue
        stem = word[: -len(suffix)]
        for ending in endings:
            if stem + ending in bases:
                return stem + ending
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in bases:
            return stem[:-1]
    return None


@cache
def _known_nouns() -> frozenset[str]:
    found = {word for kinds in kind_of().values() for word in kinds} | set(places())
    for words in load("stopwords")["heads"].values():
        found |= set(names(words))
    return frozenset(found) | frozenset(load("nouns")["groups"])


@lru_cache(maxsize=8192)
def _tag(word: str) -> tuple[str, str]:
    """Tag one lower-case word by itself: (tag, value)."""
    if word in CLOSED:
        return CLOSED[word], word
    if word.isdigit() or word in load("nouns")["numbers"]:
        return "NUM", word
    if word in word_set("stopwords", "quality", "words"):
        return "QUAL", word
    if word not in THINGS and (colour := read_colour(word)) is not None:
        return "COLOUR", colour.name
    if word in adjectives():
        return "ADJ", word
    if singular(word) in _known_nouns() or word in _known_nouns():
        return "NOUN", singular(word)
    if word in scenery():
        return "MARK", word
    return _guess(word)


def _guess(word: str) -> tuple[str, str]:
    """Tag a word that no table names by its verb forms, the lexicon and its ending."""
    penn = _lexicon().get(word) or _lexicon().get(word.capitalize(), "")
    base = verb_base(word)
    if word.endswith("ing") and len(word) > 4 and (base or penn in {"VBG", ""}):
        return "VBG", base or _unfamiliar_base(word[:-3])
    if penn in {"VBN", "VBD"} or (not penn and word.endswith("ed")):
        return "VBN", base or _participle_base(word)
    if base and penn in {"VB", "VBP", "VBZ"}:
        return "VERB", base
    if penn.startswith("JJ") or (
        not penn and ("-" in word or word.endswith(("ful", "ous", "ish", "less", "ic", "ive", "able")))
    ):
        return "ADJ", word
    if penn.startswith("RB") or (not penn and word.endswith("ly")):
        return "QUAL", word
    if penn in {"IN", "CC", "DT", "UH", "PRP", "WDT", "WRB", "MD", "PDT"}:
        return "ADV", word
    if penn in {"VB", "VBP", "VBZ"}:
        return "VERB", word[:-1] if penn == "VBZ" and word.endswith("s") else word
    return "NOUN", singular(word)


def _participle_base(word: str) -> str:
    """Give the base of a participle that only the lexicon knows: "buried" -> "bury"; else the word itself."""
    for suffix, endings in (("ied", ("y",)), ("ed", ("", "e")), ("en", ("", "e"))):
        stem = word.removesuffix(suffix)
        if stem == word:
            continue
        for base in (*(stem + ending for ending in endings), stem[:-1]):
            if _lexicon().get(base, "").startswith("VB"):
                return base
    return word


def _unfamiliar_base(stem: str) -> str:
    """Give the base of a verb that only the lexicon knows: "rescu" -> "rescue", "plugg" -> "plug"."""
    doubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
    found = next((base for base in (stem, stem + "e", doubled) if _lexicon().get(base, "").startswith("VB")), None)
    return found or (stem + "e" if stem.endswith(("z", "v", "c", "dg", "rs", "ns")) else doubled)


def cut(prompt: str) -> list[Token]:
    """Cut a prompt into tagged tokens; "." ends a sentence, "," parts phrases, other signs count as one of them."""
    found = _WORD.findall(prompt)
    lowers = [word.lower().replace("’", "'") for word in found]
    tokens: list[Token] = []
    index = 0
    table = _phrases()
    while index < len(found):
        for words, tag, value in table.get(_singular_first(lowers[index], table), ()):
            end = index + len(words)
            if end <= len(lowers) and _agrees(words, lowers[index:end], tag):
                tokens.append(Token(" ".join(found[index:end]), tag, value))
                index = end
                break
        else:
            tokens.append(_single(found[index], lowers[index]))
            index += 1
    return tokens


def _singular_first(word: str, table: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]) -> str:
    return word if word in table else singular(word)


def _agrees(words: tuple[str, ...], lowers: list[str], tag: str) -> bool:
    """Compare a phrase with the text; a noun's last word may be a plural."""
    if words[:-1] != tuple(lowers[:-1]):
        return False
    return words[-1] == lowers[-1] or (tag == "NOUN" and words[-1] == singular(lowers[-1]))


def _single(text: str, lower: str) -> Token:
    if text.startswith("\x01"):
        return Token(text, "QUOTE", text.strip("\x01"))
    if lower in ".!?\n;":
        return Token(text, "STOP")
    if lower in ",:()" or lower[0] in "-–—":
        return Token(text, "COMMA")
    if lower.endswith("'s") and lower not in CLOSED:
        return Token(text, "OWNER", singular(lower[:-2]))
    tag, value = _tag(lower)
    return Token(text, tag, value)


def colour_of(token: Token, following: Token | None) -> str | None:
    """Give the colour's name that a token stands for before the next one; names of things need a noun behind them."""
    if token.tag == "COLOUR":
        return token.value
    if token.lower in THINGS and named(token.lower) and following is not None:
        head = following.value.rsplit(" ", 1)[-1]
        if following.tag == "NOUN" and head not in kind_of()["food"] | kind_of()["part"] and head not in _PLANTS:
            return token.lower
        if following.tag == "NOUN" and head in kind_of()["part"]:
            return token.lower
    return None


_PLANTS = frozenset(
    "tree leaf garden bush field petal blossom flower grove oil ring castle orchard pattern cage".split()
)
__all__ = ["CLOSED", "Token", "colour_of", "cut", "is_plural", "modifiers", "singular", "verb_base"]
