"""Which thing a deed, a part or a garment belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from pinxit.scene.drafts import Draft
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.tables import adjectives, is_a, places

# Deeds that need hands: an animal under a rider does not do them.
_HANDS = frozenset(
    "hold carry play read write paint draw cook make mend knit sew ride drive wave use throw take type build".split()
)
_TABLES = frozenset("table desk shelf counter tray nightstand workbench countertop tabletop windowsill mantel".split())
_DRIVEN = frozenset({"park"})  # what vehicles do, not the number plate that was named last
_TOPPED = frozenset("cake cupcake pizza pancake pancakes waffle toast pie cream sundae cone".split())
_TOPPINGS = frozenset("candle candles flower sprinkle ice straw leaf umbrella".split())
_WORKPLACES = frozenset("table desk counter piano easel stove grill loom anvil workbench keyboard sink stall".split())
_SMILES = {"smile": "happy", "grin": "happy", "frown": "sad", "expression": "", "gaze": "", "face": "", "tears": "sad"}


def host_of(
    base: str, last: Sequence[int], group: Sequence[int], agent: Sequence[int], drafts: Sequence[Draft]
) -> list[int]:
    """Say who does a deed that no comma parts from the words before: the nearest that is able to."""
    if not drafts:
        return []
    if base in _DRIVEN:
        vehicles = [i for i in [*last, *agent] if is_a(drafts[i].noun, drafts[i].head, "enterable", "rideable")]
        return vehicles[:1] or list(last) or list(agent)
    able = [i for i in last if drafts[i].animate or drafts[i].person]
    doers = [i for i in agent if drafts[i].animate or drafts[i].person]
    if base in _HANDS and able and doers and not drafts[able[0]].person and drafts[doers[0]].person:
        return doers
    if able:
        together = [i for i in group if drafts[i].animate or drafts[i].person]
        return together if len(together) > 1 and base != "wear" else able
    return doers or list(last) or list(agent)


def material_of(phrase: NounPhrase) -> str:
    """Give the material that "made of ..." names: wood of "old oak wood", else the noun itself."""
    for word in (phrase.noun, phrase.head, *phrase.noun.split()):
        for field, value in adjectives().get(word, ()):
            if field == "material":
                return value
    return phrase.noun


def attach_part(owner: Draft, phrase: NounPhrase) -> None:
    """Note a part of a thing: its colour when it has one, else what is said of it."""
    name = phrase.noun if not phrase.plural else phrase.text.split()[-1]
    for colour in phrase.colours:
        owner.parts.append((name, colour))
    if phrase.head in _SMILES:
        knowing = " ".join([*phrase.words[-1:], phrase.head]) if "knowing" in phrase.words else ""
        felt = [v for w in phrase.words for f, v in adjectives().get(w, ()) if f == "expression"]
        mood = knowing or (felt[0] if felt else _SMILES[phrase.head])
        if mood:
            owner.said.setdefault("expression", mood)
        return
    if phrase.words or (not phrase.colours and not phrase.determiner.startswith(("h", "it", "th"))):
        words = [word for word in phrase.words if word not in {"deep", "big", "beautiful"}]
        owner.adjectives.append(" ".join([*words[-1:], name]))


def verb_kind(kind: str, word: str, made: Draft, holders: Sequence[Draft]) -> str:
    """Narrow a relation by what it is between: "in" a coat is wearing, "with" an umbrella is holding."""
    animate = any(h.animate or h.person for h in holders)
    person = any(h.person for h in holders)
    clothing = is_a(made.noun, made.head, "clothing")
    if kind in {"in", "with"} and clothing and animate and not is_a(made.noun, made.head, "part"):
        return "wearing" if not (kind == "in" and word in {"inside", "into"}) else "in"
    if kind == "above" and word == "over" and clothing and animate:
        return "wearing"
    if kind == "with":
        return _company(made, holders, animate)
    if kind == "holding" and not animate and holders:
        one = holders[0]
        inner = is_a(one.noun, one.head, "measure", "enterable") and one.head not in _TABLES
        return "~in" if inner else "~on" if is_a(one.noun, one.head, "surface") else kind
    if kind == "?" and not animate:
        return "near"
    if kind == "?" and person and not made.animate:
        return "holding"
    if kind == "?":
        return "eating" if is_a(made.noun, made.head, "food") else "facing"
    if kind == "~of":
        return "in"
    return _stood(kind, word, made, animate)


def _company(made: Draft, holders: Sequence[Draft], animate: bool) -> str:
    """Narrow "with": an umbrella is held, a topping lies on the cake, a friend stands beside."""
    person = any(h.person for h in holders)
    if person and not made.animate and not is_a(made.noun, made.head, "surface", "seat"):
        return "holding"
    if animate and is_a(made.noun, made.head, "tool"):
        return "holding"
    if is_a(made.noun, made.head, "food") or made.head in _TOPPINGS:
        if any(h.head in _TOPPED for h in holders):
            return "~on"
        if any(is_a(h.noun, h.head, "measure") for h in holders):
            return "~on" if holders[0].head in {"plate", "tray", "platter", "board"} else "~in"
    if holders and holders[0].head in _TABLES and not made.animate:
        return "~on"
    return "beside" if made.animate and animate else "with"


def _stood(kind: str, word: str, made: Draft, animate: bool) -> str:
    """Narrow a relation by the thing that something is in, on or at."""
    surface = is_a(made.noun, made.head, "surface", "seat")
    if kind == "in" and is_a(made.noun, made.head, "seat") and word in {"in"}:
        return "on"
    if kind == "in" and made.head == "mirror" and animate:
        return "facing"
    if kind == "on" and made.head in {"leash", "lead"}:
        return "holding"
    if kind in {"eating", "drinking"} and surface and made.head != "plate":
        return "on"
    if kind == "drinking" and not is_a(made.noun, made.head, "food", "measure", "enterable"):
        return "beside"
    surface = surface or made.noun in places()
    if kind == "playing" and (surface or is_a(made.noun, made.head, "enterable")) and made.head != "piano":
        return "on"
    return "behind" if kind == "near" and word == "at" and made.head in _WORKPLACES else kind
