"""Clauses: walks over the words of a sentence, from phrase to verb to phrase, and hands on what each one finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pinxit.scene.loom import Pending
from pinxit.scene.phrases import NounPhrase, read_phrase
from pinxit.scene.sharing import SPATIAL
from pinxit.scene.tables import is_a, kind_of, load, word_set
from pinxit.scene.weaver import Weaver
from pinxit.scene.words import Token, verb_base

_SHOW = word_set("relations", "frame", "show")
_SILENT = word_set("relations", "frame", "silent")
_SOME = frozenset({"one", "both", "each", "all", "two", "some"})
_KNOWN = frozenset({"the", "these", "those", "his", "her", "its", "their"})
_POSTURES = frozenset("stand sit lie hang rest lay lurk loom rise float lean sleep".split())
# After these "by" is where something stands; before a maker they say whose work it is.
_STAYING = frozenset("seat sit park stand perch situate lie locate station moor dock anchor build".split())
_MADE = frozenset("make design create render generate inspire direct compose photograph".split())
_WAYS = frozenset({"up", "down", "out", "back", "over"})
_LIFTED = frozenset("hold pick lift raise stretch spread throw blow fold give pull set open roll carry put".split())
_SEEN = frozenset("see view shoot photograph take watch paint draw look".split())
_BEARERS = frozenset(
    "laptop phone computer tablet window tv television screen monitor painting poster picture photo mural billboard "
    "tapestry".split()
)
_LAMPS = frozenset("torch candle lantern lamp chandelier campfire bonfire firefly bulb streetlamp fireplace".split())
_WRITTEN = frozenset("written inscribed printed lettered spelled engraved scrawled stitched embroidered".split())
# Their participle tells what is done to a thing, not what it does: "a robot carried on a cart".
_SUFFERED = frozenset(
    word
    for kind in ("wearing", "holding", "hugging", "eating", "drinking", "playing", "riding", "chasing")
    for word in load("verbs")["objects"][kind].split()
)
_BASES_SHOW = frozenset(verb_base(word) or word for word in _SHOW)


@cache
def _objects() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, words in load("verbs")["objects"].items():
        for word in words.split():
            found.setdefault(word, kind)
    return found


def walk(tokens: Sequence[Token], weaver: Weaver) -> None:
    """Read one sentence into the weaver."""
    weaver.begin_sentence()
    tokens = _shorten(tokens, weaver)
    index = 0
    while index < len(tokens):
        step = _walk_one(tokens, index, weaver)
        index += max(1, step)
    weaver.end_sentence()


def _shorten(tokens: Sequence[Token], weaver: Weaver) -> list[Token]:
    """ "one of the cats", "both of them": what follows "of" was named before and adds nothing."""
    heads = {one.head for one in weaver.drafts if one.count > 1}
    short: list[Token] = []
    index = 0
    while index < len(tokens):
        token, rest = tokens[index], tokens[index + 1 : index + 5]
        if token.lower in _SOME and len(rest) > 1 and rest[0].tag == "OF":
            noun = next((k for k, one in enumerate(rest) if one.tag == "NOUN"), 0)
            skip = 2 if rest[1].lower in {"them", "these", "those"} else 0
            skip = skip or (noun + 1 if noun and rest[noun].value in heads and rest[1].lower in _KNOWN else 0)
            follow = tokens[index + 1 + skip] if skip and index + 1 + skip < len(tokens) else Token("", "")
            plain = token.lower in {"both", "each", "all"} and follow.tag in {"VERB", "VBG", "VBN", "BE", "AUX", "NOUN"}
            short.append(replace(token, tag="PRON") if plain and skip else token)
            index += 1 + skip
        else:
            short.append(token)
            index += 1
    return short


def _walk_one(tokens: Sequence[Token], index: int, weaver: Weaver) -> int:
    token = tokens[index]
    if token.tag == "QUAL" and token.lower in _SILENT:
        return _verb(tokens, index, weaver)
    if token.tag == "MARK" and token.lower.startswith(("streaming", "coming")):
        weaver.scene.note(token.lower)
        return 1
    before = tokens[index - 1] if index else Token("", "")
    deed_follows = before.tag in {"NOUN", "PRON", "BE", "COMMA", "CONJ", "QUAL", "WH"} and bool(weaver.drafts)
    phrase, end = read_phrase(tokens, index, verbs_first=deed_follows)
    if phrase is not None:
        weaver.followed_by = tokens[end : end + 6]
        weaver.take(phrase)
        return end - index
    return _walk_word(tokens, index, weaver)


def _walk_word(tokens: Sequence[Token], index: int, weaver: Weaver) -> int:
    token = tokens[index]
    if token.tag in {"VERB", "VBG", "VBN"}:
        return _verb(tokens, index, weaver)
    later = tokens[index + 1] if index + 1 < len(tokens) else Token("", "")
    if token.tag == "REL" and token.lower in _WAYS and later.tag == "REL":
        return 1
    if token.lower == "by" and (weaver.topic is not None or not weaver.drafts) and later.text[:1].isupper():
        return 1 + _name_length(tokens, index + 1)
    if token.tag == "REL" and token.value in SPATIAL and _inverts(tokens, index):
        weaver.front(token.value)
    elif token.tag == "WH":
        weaver.relative = True
    elif token.tag == "REL":
        weaver.relate(token.value, token.lower)
    elif token.tag == "OF":
        weaver.of()
    elif token.tag == "TO" and later.tag in {"DET", "POSS", "NUM", "NOUN", "ADJ", "COLOUR"}:
        weaver.toward()
    elif token.tag == "NEG":
        weaver.deny()
    elif token.tag == "PRON" and token.lower in {"it", "it's"} and (skip := _weather(tokens, index, weaver)):
        return skip
    elif token.tag == "PRON":
        weaver.refer(token.lower)
        if "'s" in token.lower or "'re" in token.lower:
            weaver.copula()
    elif token.tag == "BE":
        if "'" in token.lower and len(token.lower) > 2:
            weaver.refer(token.lower.split("'")[0])
        weaver.copula(token.lower)
    elif token.tag == "COMMA":
        weaver.pause(token.text)
    elif token.tag in {"CONJ", "SPLIT"}:
        weaver.join(token.tag == "SPLIT")
    elif token.tag == "AUX" and token.lower in {"has", "have", "having", "had"}:
        weaver.relate("with", token.lower)
    elif token.tag == "QUOTE":
        weaver.quote(int(token.value))
    return 1


def _verb(tokens: Sequence[Token], index: int, weaver: Weaver) -> int:
    """Read a verb and what it asks for; gives how many tokens it took."""
    token = tokens[index]
    base = token.value if token.tag in {"VERB", "VBG", "VBN"} else verb_base(token.lower) or token.lower
    after = _next(tokens, index)
    if token.lower in _SHOW or (base in _BASES_SHOW and weaver.topic is not None):
        bearers = [i for i in weaver.last or weaver.agent if _bears(weaver, i)]
        weaver.show()
        weaver.pending = Pending("~in", bearers) if bearers else None
        weaver.last = weaver.group = list(bearers)
        return 1
    if after.tag == "QUOTE":
        weaver.pending = None
        weaver.topic = None
        return 1
    if token.lower in _WRITTEN:
        weaver.pending = None
        if not weaver.letters:
            weaver.silence()
            return 1
        return 1 + _inscribed(tokens, index, weaver)
    if token.tag == "VBN" and after.lower == "by" and base not in _STAYING and _doer_follows(tokens, index, base):
        weaver.suffer(base, _objects().get(base, "beside"))
        return 1 + _distance(tokens, index, after)
    if (
        base == "light"
        and after.lower in {"by", "with"}
        and any(t.value in _LAMPS for t in tokens[index + 2 : index + 6])
    ):
        weaver.show()
        return 1 + _distance(tokens, index, after)
    listed = token.lower in _SILENT or base in _SILENT
    if base == "set" and weaver.last and weaver.drafts[weaver.last[-1]].head in kind_of()["surface"]:
        return 1  # "a table set for two"
    if weaver.is_silent_verb(base, listed, token.tag):
        seen = listed or token.tag == "VERB" or base in _SEEN or weaver.topic is not None or bool(weaver.drafts)
        weaver.silence() if seen else weaver.show()  # "mountains reflected in a lake with a canoe"
        return 1
    return _deed(tokens, index, weaver, base)


def _deed(tokens: Sequence[Token], index: int, weaver: Weaver, base: str) -> int:
    """Note who does a deed, and wait for what it is done to."""
    token = tokens[index]
    after = _next(tokens, index)
    inverted = weaver.fronted is not None and weaver.fronted.holders and base in _POSTURES
    if inverted and after.tag in {"DET", "NUM", "NOUN", "ADJ", "COLOUR"}:
        return 1
    before = tokens[index - 1].tag if index else ""
    holders = weaver.doers(base, token.tag == "VERB" and before != "TO")
    particle = f"{base} {after.lower}"
    kind = load("verbs")["particles"].get(particle)
    if kind:
        weaver.act(base, holders)
        weaver.pending = Pending(kind, holders, base, True)
        return 1 + _distance(tokens, index, after)
    if token.tag != "VBN" or not (base in _SUFFERED or verb_base(token.lower) is None):
        weaver.act(base, holders)
    if after.tag in {"DET", "POSS", "NUM", "NOUN", "ADJ", "COLOUR", "MARK", "VBN", "PRON"} and token.tag != "VBN":
        weaver.pending = Pending(_objects().get(base, "?"), holders, base, True)
        return _distance(tokens, index, after) or 1
    elif after.tag == "REL":
        weaver.pending = None
        weaver.group = holders or weaver.group
        weaver.last = holders or weaver.last
    return 1


def _inverts(tokens: Sequence[Token], index: int) -> bool:
    """ "and to the right of it is a knife", "and between them a tree": the thing stands behind its relation."""
    if index == 0 or tokens[index - 1].tag not in {"CONJ", "COMMA", "SPLIT"}:
        return False
    rest = tokens[index + 1 : index + 8]
    if len(rest) > 1 and rest[0].tag == "PRON" and rest[1].tag in {"DET", "NUM"}:
        return True
    step = next((k for k, one in enumerate(rest) if one.tag not in {"DET", "ADJ", "NOUN", "COLOUR", "PRON", "NUM"}), 0)
    found = rest[step] if step else Token("", "")
    after = rest[step + 1] if step + 1 < len(rest) else Token("", "")
    return (found.tag == "BE" or found.value in _POSTURES) and after.tag in {"DET", "NUM"}


def _weather(tokens: Sequence[Token], index: int, weaver: Weaver) -> int:
    """ "it is snowing": says how many tokens tell the weather."""
    for step, token in enumerate(tokens[index + 1 : index + 3], start=2):
        said = {"snow": "snow", "rain": "rain", "pour": "rain", "drizzle": "rain", "hail": "rain", "storm": "storm"}
        base = verb_base(token.lower) or token.lower.removesuffix("ing").removesuffix("s")
        if base in said and token.tag in {"VERB", "VBG", "MARK", "NOUN", "ADJ"}:
            weaver.scene.say("weather", said[base])
            return step
        if token.tag not in {"BE", "AUX"}:
            return 0
    return 0


def _name_length(tokens: Sequence[Token], index: int) -> int:
    """Say how many tokens a maker's name takes: "by Grant Wood"."""
    end = index
    while end < len(tokens) and tokens[end].text[:1].isupper():
        end += 1
    return end - index


def _next(tokens: Sequence[Token], index: int) -> Token:
    """Give the word that decides what a verb asks for: "at" of "looks slowly up at"."""
    for step, token in enumerate(tokens[index + 1 : index + 4], start=index + 1):
        later = tokens[step + 1] if step + 1 < len(tokens) else Token("", "")
        led = later.tag == "REL" or (tokens[index].value in _LIFTED and token.lower in {"up", "out"})
        if token.tag != "QUAL" and not (token.lower in _WAYS and led):
            return token
    return Token("", "")


def _bears(weaver: Weaver, index: int) -> bool:
    """Say whether what is shown is in or on the thing: "a laptop displaying a chart"."""
    one = weaver.drafts[index]
    return weaver.topic is None and (one.head in _BEARERS or is_a(one.noun, one.head, "enterable", "surface"))


def _inscribed(tokens: Sequence[Token], index: int, weaver: Weaver) -> int:
    """Say how many tokens of "written on it", "printed across its front" tell nothing but where the words stand."""
    rest = tokens[index + 1 : index + 5]
    if len(rest) < 2 or rest[0].tag != "REL":
        return 0
    if rest[1].tag == "PRON":
        return 2
    if rest[1].tag == "POSS" and len(rest) > 2 and rest[2].tag == "NOUN" and weaver.drafts:
        return 3
    return 0


def _doer_follows(tokens: Sequence[Token], index: int, base: str) -> bool:
    """Say whether "by" names who does it: a being, or for a deed of the hands anyone."""
    nouns = [token for token in tokens[index + 2 : index + 8] if token.tag == "NOUN"]
    being = bool(nouns) and any(is_a(noun.value, noun.value, "person", "animal") for noun in nouns[:2])
    return (being and base not in _MADE) or (base in _objects() and base not in _SILENT)


def _distance(tokens: Sequence[Token], index: int, after: Token) -> int:
    for step, token in enumerate(tokens[index + 1 : index + 4], start=1):
        if token is after:
            return step
    return 0


__all__ = ["NounPhrase", "walk"]
