"""Which part a word plays where it stands: "painting" the thing or the deed, "stands" the verb or the stalls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pinxit.scene.colours import named
from pinxit.scene.tables import is_a, load, word_set
from pinxit.scene.words import Token, is_plural, singular, verb_base

_PASSIVE = ("ed", "en", "n", "ught", "ld", "wn", "ung", "id", "it", "ade", "ept")
_TRANSITIVE = frozenset(word for words in load("verbs")["objects"].values() for word in words.split())
_THING_MEDIA = frozenset(
    {"blueprint", "chalk", "charcoal", "pencil", "stained glass window", "stained glass", "graphite"}
)
_SHOW = word_set("relations", "frame", "show")
_SAME_PARTICIPLE = frozenset("cut set put split shut spread".split())
_SHADES = {"blues": "blue", "reds": "red", "yellows": "yellow", "pinks": "pink", "purples": "purple", "browns": "brown",
           "greys": "grey", "grays": "gray", "oranges": "orange", "greens": "green"}  # fmt: skip
_DRIFTING = frozenset(
    "hover soar rise fall drift float flow burn swirl blow crash drip spill billow "
    "curl loom bloom sway crackle melt".split()
)
_SEEMING = frozenset("glow shine turn look stay appear gleam shimmer sparkle seem grow".split())
_STANDINS = frozenset("one other another first second third fourth former latter both".split())
_OPENS_OBJECT = frozenset({"DET", "POSS", "NUM"})
_MODIFIER = frozenset({"DET", "POSS", "NUM", "ADJ", "COLOUR", "QUAL", "OWNER"})
_SAYING = frozenset("says say saying reads read reading spelling spells shouting asking".split())
_DEEDS = frozenset({"VERB", "VBG", "VBN", "BE", "AUX"})
_ENDS = frozenset({"STOP", "COMMA", "", "CONJ", "SPLIT", "AUX"})


def settle(tokens: Sequence[Token]) -> list[Token]:
    """Settle ambiguous words by their neighbours; what is unambiguous is left alone."""
    settled: list[Token] = []
    tokens = _merge(tokens)
    for index, token in enumerate(tokens):
        before = settled[-1] if settled else Token("", "")
        after = tokens[index + 1] if index + 1 < len(tokens) else Token("", "")
        later = tokens[index + 2] if index + 2 < len(tokens) else Token("", "")
        if _is_colour(token, (before, after, later), settled):
            settled.append(replace(token, tag="COLOUR", value=token.lower))
        elif token.lower in _SHADES and _is_shade(before, after, settled):
            settled.append(replace(token, tag="COLOUR", value=_SHADES[token.lower]))
        elif token.lower == "half" and after.tag in {"VBN", "ADJ"}:
            settled.append(replace(token, tag="QUAL"))
        elif _is_late_deed(token, before, after, settled):
            settled.append(replace(token, tag="VERB", value=token.lower))
        else:
            settled.append(_settle(token, before, after, _are_joined(settled)))
    return settled


def _are_joined(settled: Sequence[Token]) -> bool:
    """Say whether the words before end in "a robot and a little girl": several, though each is one."""
    rest = [one.tag for one in reversed(settled)]
    if not rest or rest[0] != "NOUN":
        return False
    for step, tag in enumerate(rest[1:6], start=1):
        if tag == "CONJ":
            return len(rest) > step + 1 and rest[step + 1] in {"NOUN", "COMMA"}
        if tag not in {"DET", "POSS", "ADJ", "COLOUR", "NUM", "NOUN", "QUAL"}:
            return False
    return False


def _is_shade(before: Token, after: Token, settled: Sequence[Token]) -> bool:
    """ "in dark blues and greens", but "a basket of oranges"."""
    if before.tag not in {"ADJ", "REL", "OF", "COLOUR", "CONJ"}:
        return False
    told = any(one.lower in {"in", "with", "shades", "tones", "hues"} for one in settled[-4:])
    return told and after.tag not in {"NOUN", "BE", "VERB"} and all(one.tag != "NUM" for one in settled[-2:])


def _is_late_deed(token: Token, before: Token, after: Token, settled: Sequence[Token]) -> bool:
    """ "Two chefs, one tall and one short, cook in a kitchen": the deed after what was put in between."""
    if token.tag != "NOUN" or before.tag != "COMMA" or after.tag not in {"REL", "DET", "POSS", "ADV"}:
        return False
    several = any(one.tag == "NOUN" and is_plural(one.lower) for one in settled)
    return several and verb_base(token.lower) == token.lower and all(one.tag not in {"VERB", "VBG"} for one in settled)


def _merge(tokens: Sequence[Token]) -> list[Token]:
    """Read "each other" as one pronoun, and "both", "each" and "her" as pronouns where no noun follows them."""
    merged: list[Token] = []
    for index, token in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else Token("", "")
        pair = f"{merged[-1].lower} {token.lower}" if merged else ""
        if pair in {"each other", "one another"}:
            merged[-1] = Token("each other", "PRON", "each other")
        elif token.lower == "that" and merged and merged[-1].tag == "NOUN" and _tells(after):
            merged.append(replace(token, tag="WH"))
        elif token.lower in {"former", "latter"}:
            merged.append(replace(token, tag="ADJ"))
        elif token.lower == "one" and merged and merged[-1].lower in {"left", "right", "middle"}:
            merged[-1] = replace(merged[-1], tag="ADJ")
            merged.append(replace(token, tag="NOUN", value="one"))
        elif token.lower in {"one", "ones"} and merged and merged[-1].tag in {"ADJ", "COLOUR", "DET", "VBN", "VBG"}:
            merged.append(replace(token, tag="NOUN", value="one"))
            if after.tag == "NOUN" and not _tells(after):
                merged.append(Token("", "ADV"))  # "the green one tulips"
        elif token.value == "playing card" and merged and merged[-1].tag in {"NOUN", "PRON", "BE"}:
            merged += [Token("playing", "VBG", "play"), Token("cards", "NOUN", "card")]
        elif _is_pronoun(token, after, tokens[index + 2] if index + 2 < len(tokens) else Token("", "")):
            merged.append(replace(token, tag="PRON"))
        else:
            merged.append(token)
    return merged


def _tells(token: Token) -> bool:
    """Say whether a word after "that" is its verb: "a dragonfly that hovers"."""
    return token.tag in _DEEDS or (token.lower.endswith("s") and verb_base(token.lower) is not None)


def _is_pronoun(token: Token, after: Token, later: Token) -> bool:
    if token.lower == "her" and after.lower.endswith("s") and verb_base(after.lower) and later.tag == "DET":
        return True  # "behind her hangs a painting"
    if token.lower == "her":
        return after.tag in {"", "STOP", "COMMA", "CONJ", "REL", "AUX", "BE", "WH", "OF", "DET", "POSS"}
    deed = after.tag in _DEEDS or (after.lower.endswith("ing") and later.tag in {"REL", "DET", "POSS", "ADV", ""})
    return token.lower in {"both", "each", "all"} and (
        deed or after.lower in {"with", "in"} or (after.tag == "REL" and after.lower.split()[0].endswith(("ing", "ed")))
    )


def _is_colour(token: Token, around: tuple[Token, Token, Token], earlier: Sequence[Token]) -> bool:
    """ "it is orange", "a fox, orange and white": a thing's name that is a colour here."""
    before, after, later = around
    if token.tag not in {"NOUN", "ADJ"} or named(token.lower) is None:
        return False
    if before.lower == "one" and after.tag in {"CONJ", "COMMA"}:
        return True
    if before.lower == "one" and after.tag in {"", "STOP"} and any(one.lower == "one" for one in earlier[:-1]):
        return True
    if before.lower in {"former", "latter", "first", "second", "third", "other"} and after.tag not in {"NOUN", "ADJ"}:
        return True
    if before.tag == "BE" or (before.tag == "CONJ" and after.tag in {"COLOUR", "NOUN", "ADJ"}):
        return before.tag == "BE" or after.tag != "NOUN"
    return before.tag in {"COMMA", "REL"} and after.tag == "CONJ" and later.tag == "COLOUR"


def _settle(token: Token, before: Token, after: Token, joined: bool) -> Token:
    base = verb_base(token.lower)
    if token.lower in _THING_MEDIA and token.tag in {"MARK", "NOUN", "ADJ"}:
        return _settle_medium(token, before, after)
    if after.tag == "QUOTE" and token.lower in _SAYING:
        return replace(token, tag="VERB", value=base or token.lower)
    if token.lower in {"can", "cans"} and before.tag in {"DET", "ADJ", "COLOUR", "NUM", "NOUN"} and after.tag != "VERB":
        return replace(token, tag="NOUN", value="can")
    if token.lower == "back" and before.tag in {"POSS", "OWNER", "DET"}:
        return replace(token, tag="NOUN", value="back")
    if (
        base
        and token.lower.endswith("s")
        and before.lower in _STANDINS
        and (token.tag == "VERB" or base in _TRANSITIVE)
    ):
        return replace(token, tag="VERB", value=base)
    if token.tag == "VERB" and before.tag in {"DET", "POSS", "ADJ", "COLOUR", "NUM"}:
        return replace(token, tag="NOUN", value=singular(token.lower))
    if base is None:
        being = is_a(before.value, before.value, "person", "animal") and not is_plural(before.lower)
        opens = after.tag in {"DET", "POSS"} or (being and after.tag in {"NOUN", "ADJ", "COLOUR", "NUM"})
        tells = token.tag == before.tag == "NOUN" and token.value != token.lower and opens
        return replace(token, tag="VERB") if tells and token.lower.endswith("s") else token
    if before.tag == "BE" and token.lower in _SAME_PARTICIPLE and after.tag != "NOUN":
        return replace(token, tag="VBN", value=base)
    if (participle := _settle_participle(token, base, before, after)) is not None:
        return participle
    if token.tag == "VBN" and before.tag in _MODIFIER and after.tag in {"NOUN", "ADJ", "COLOUR"}:
        return replace(token, tag="ADJ", value=token.lower)
    if token.lower.endswith("ing") and token.tag in {"NOUN", "MARK", "ADJ"}:
        return _settle_ing(token, base, before, after)
    if token.tag in {"NOUN", "MARK", "VERB", "ADJ", "COLOUR"}:
        return _settle_finite(token, base, (before, after), joined)
    return token


def _settle_participle(token: Token, base: str, before: Token, after: Token) -> Token | None:
    """ "eaten by", "seated on" tell what was done, "threw a ball" what someone did; None for neither."""
    suffered = replace(token, tag="VBN", value=base)
    done = token.tag == "ADJ" and token.lower.endswith("ed") and before.tag in {"NOUN", "COMMA"}
    if done and after.tag in {"REL", "ADV"}:
        return suffered
    formed = token.lower in load("verbs")["forms"] or token.lower.endswith(_PASSIVE)
    if after.lower == "by" and formed and before.tag in {"NOUN", "BE", "QUAL", "COMMA", "WH"}:
        return suffered
    if token.tag == "VBN" and before.tag in {"NOUN", "PRON"} and after.tag in _OPENS_OBJECT and base in _TRANSITIVE:
        return replace(token, tag="VERB", value=base)
    return None


def _settle_medium(token: Token, before: Token, after: Token) -> Token:
    """ "a blueprint on the desk" is a thing, "a blueprint of a rocket" and "in charcoal" a way to draw."""
    shows = after.tag == "OF" or after.lower in _SHOW or after.lower == "style"
    if token.lower.startswith("stained"):
        lone = before.tag in {"", "DET", "ADJ", "COMMA"} and shows
        return replace(token, tag="MARK") if lone else token
    modifies = after.tag in {"NOUN", "MARK", "ADJ", "COLOUR"}
    stands = before.tag in {"DET", "POSS", "NUM", "ADJ", "COLOUR", "OF", "VBG", "VERB"} or after.tag == "REL"
    stands = stands and not (before.tag == "REL" or (before.tag == "" and after.tag == "COMMA"))
    return replace(token, tag="NOUN", value=token.lower) if stands and not shows and not modifies else token


def _settle_ing(token: Token, base: str, before: Token, after: Token) -> Token:
    """A form in -ing is a deed after its doer, unless a noun for it follows ("a running dog")."""
    verb = replace(token, tag="VBG", value=base)
    if before.tag == "BE" and token.tag == "MARK" and after.tag in {"NOUN", "ADJ", "COLOUR"}:
        return verb
    if before.tag in {"NOUN", "PRON", "BE", "QUAL", "VBG"} and after.tag in {
        *_OPENS_OBJECT,
        "REL",
        "OF",
        "ADV",
        "COMMA",
        "STOP",
        "",
        "TO",
    }:
        artist = token.lower in {"painting", "drawing"} and is_a(before.value, before.value, "person")
        if artist and after.tag in {"REL", *_OPENS_OBJECT} and after.lower not in {"of", "in", "by"}:
            return verb
        is_medium = token.lower in {"painting", "drawing", "engraving", "lighting"} and after.tag not in _OPENS_OBJECT
        return token if is_medium and before.tag != "BE" else verb
    if (
        token.tag == "ADJ"
        and after.tag not in {"NOUN", "ADJ", "COLOUR", "CONJ"}
        and before.tag not in {"DET", "", "BE"}
    ):
        return verb
    if before.tag in {"NOUN", "PRON"} and token.tag == "ADJ":
        return verb
    if (
        before.tag in {"NOUN", "BE"}
        and token.lower not in {"painting", "lighting", "drawing", "building"}
        and is_a(before.value, before.value, "person", "animal")
    ):
        return verb
    return token


def _settle_finite(token: Token, base: str, around: tuple[Token, Token], joined: bool) -> Token:
    """ "stands" after one detective, "swim" after three ducks, "is" any verb after a pronoun."""
    before, after = around
    verb = replace(token, tag="VERB", value=base)
    opens = after.tag in {*_OPENS_OBJECT, "REL", "ADV", "QUAL"} or (
        after.tag in {"COMMA", "STOP", ""} and token.tag == "VERB"
    )
    if before.tag in {"PRON", "WH", "TO"} and token.tag != "COLOUR":
        return verb
    if before.tag == "AUX" and token.tag in {"VERB", "NOUN"}:
        return verb
    if before.tag not in {"NOUN", "ADV", "MARK"}:
        return (
            token
            if token.tag != "VERB" or before.tag in {"CONJ", "QUAL", "", "STOP", "COMMA"}
            else replace(token, tag="NOUN")
        )
    third_person = token.lower.endswith("s") and not token.lower.endswith("ss")
    if third_person and _is_told(base, before, after):
        return verb
    agrees = third_person != (joined or is_plural(before.lower))
    if token.tag == "VERB":
        return token
    return verb if opens and agrees and before.tag in {"NOUN", "MARK"} else token


def _is_told(base: str, before: Token, after: Token) -> bool:
    """Say whether a form in -s after a noun tells what someone does: "two braids rides a snail", "the cat stares"."""
    if before.tag == "NOUN" and (after.tag in {"DET", "POSS", "PRON"} or is_plural(before.lower)):
        return True  # two plurals never make one name
    if before.tag == "NOUN" and base in _SEEMING and after.tag in {"COLOUR", "ADJ", "QUAL", "REL"}:
        return True
    if before.tag in {"NOUN", "ADJ"} and base in _DRIFTING and after.tag in {"REL", "ADV", "", "COMMA", "QUAL"}:
        return True
    if before.tag == "NOUN" and is_a(before.value, before.value, "part") and after.tag in {"REL", "ADV", ""}:
        return True
    if is_plural(before.lower) or not is_a(before.value, before.value, "person", "animal"):
        return False
    if after.tag in {"NOUN", "ADJ", "COLOUR", *_OPENS_OBJECT}:
        return True
    return after.tag in {"", "STOP", "COMMA", "CONJ", "ADV", "QUAL", "REL", "SPLIT"}
