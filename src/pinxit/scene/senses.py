"""Which part a word plays where it stands: "painting" the thing or the deed, "stands" the verb or the stalls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pinxit.scene.colours import named
from pinxit.scene.tables import is_a
from pinxit.scene.words import Token, is_plural, singular, verb_base

_OPENS_OBJECT = frozenset({"DET", "POSS", "NUM"})
_MODIFIER = frozenset({"DET", "POSS", "NUM", "ADJ", "COLOUR", "QUAL", "OWNER"})
_SAYING = frozenset("says say saying reads read reading spelling spells shouting asking".split())
_ENDS = frozenset({"STOP", "COMMA", "", "CONJ", "SPLIT", "AUX"})


def settle(tokens: Sequence[Token]) -> list[Token]:
    """Settle ambiguous words by their neighbours; what is unambiguous is left alone."""
    settled: list[Token] = []
    for index, token in enumerate(tokens):
        before = settled[-1] if settled else Token("", "")
        after = tokens[index + 1] if index + 1 < len(tokens) else Token("", "")
        later = tokens[index + 2] if index + 2 < len(tokens) else Token("", "")
        if _is_colour(token, before, after, later):
            settled.append(replace(token, tag="COLOUR", value=token.lower))
        else:
            settled.append(_settle(token, before, after))
    return settled


def _is_colour(token: Token, before: Token, after: Token, later: Token) -> bool:
    """ "it is orange", "a fox, orange and white": a thing's name that is a colour here."""
    if token.tag not in {"NOUN", "ADJ"} or named(token.lower) is None:
        return False
    if before.lower == "one" and after.tag in {"CONJ", "COMMA"}:
        return True
    if before.tag == "BE" or (before.tag == "CONJ" and after.tag in {"COLOUR", "NOUN", "ADJ"}):
        return before.tag == "BE" or after.tag != "NOUN"
    return before.tag in {"COMMA", "REL"} and after.tag == "CONJ" and later.tag == "COLOUR"


def _settle(token: Token, before: Token, after: Token) -> Token:
    base = verb_base(token.lower)
    if after.tag == "QUOTE" and token.lower in _SAYING:
        return replace(token, tag="VERB", value=base or token.lower)
    if token.lower in {"can", "cans"} and before.tag in {"DET", "ADJ", "COLOUR", "NUM", "NOUN"} and after.tag != "VERB":
        return replace(token, tag="NOUN", value="can")
    if token.lower == "back" and before.tag in {"POSS", "OWNER", "DET"}:
        return replace(token, tag="NOUN", value="back")
    if token.tag == "VERB" and before.tag in {"DET", "POSS", "ADJ", "COLOUR", "NUM"}:
        return replace(token, tag="NOUN", value=singular(token.lower))
    if base is None:
        return token
    if token.tag == "VBN" and before.tag in _MODIFIER and after.tag in {"NOUN", "ADJ", "COLOUR"}:
        return replace(token, tag="ADJ", value=token.lower)
    if token.lower.endswith("ing") and token.tag in {"NOUN", "MARK", "ADJ"}:
        return _settle_ing(token, base, before, after)
    if token.tag in {"NOUN", "MARK", "VERB", "ADJ", "COLOUR"}:
        return _settle_finite(token, base, before, after)
    return token


def _settle_ing(token: Token, base: str, before: Token, after: Token) -> Token:
    """A form in -ing is a deed after its doer, unless a noun for it follows ("a running dog")."""
    verb = replace(token, tag="VBG", value=base)
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


def _settle_finite(token: Token, base: str, before: Token, after: Token) -> Token:
    """ "stands" after one detective, "swim" after three ducks, "is" any verb after a pronoun."""
    verb = replace(token, tag="VERB", value=base)
    opens = after.tag in {*_OPENS_OBJECT, "REL", "ADV", "QUAL"} or (
        after.tag in {"COMMA", "STOP", ""} and token.tag == "VERB"
    )
    if before.tag in {"PRON", "WH", "TO"} and token.tag != "COLOUR":
        return verb
    if before.tag == "AUX" and token.tag in {"VERB", "NOUN"}:
        return verb
    if before.tag not in {"NOUN", "ADV"}:
        return (
            token
            if token.tag != "VERB" or before.tag in {"CONJ", "QUAL", "", "STOP", "COMMA"}
            else replace(token, tag="NOUN")
        )
    third_person = token.lower.endswith("s") and not token.lower.endswith("ss")
    agrees = third_person != is_plural(before.lower)
    if token.tag == "VERB":
        return token
    return verb if opens and agrees and before.tag == "NOUN" else token
