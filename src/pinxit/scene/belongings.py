"""What belongs to a thing: "of" phrases (a bowl of ramen, a flock of birds) and parts (green eyes, a red roof)."""

from __future__ import annotations

from pinxit.scene.attachment import attach_part, material_of
from pinxit.scene.drafts import Draft
from pinxit.scene.loom import Loom, Pending
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.references import owner_of
from pinxit.scene.tables import adjectives, arrangements, is_a, kind_of, load, materials

_SLICES = frozenset(
    "slice piece wedge chunk bit scoop loaf drop pinch dollop stack pile heap bundle mound stick tower blob".split()
)
# Groups that are things as well: "a ring of gold", but "a ring of mushrooms".
_SOLID = frozenset("ring chain wall tower band column wreath carpet crown bowl cup vase statue sphere cube".split())
_FIGURES = frozenset("statue sculpture figurine carving".split())  # "a bronze statue of a lion" is a lion of bronze
_LAND = frozenset({"field", "sea", "meadow", "bed", "grove", "carpet"})
_MARKS = {"stripe": "striped", "dot": "polka dots", "polka dot": "polka dots", "spot": "spotted", "check": "checkered"}
_DESIGNS = frozenset("pattern print motif design".split())
_COATS = frozenset("frosting icing glaze sprinkles topping cream".split())
_ON = frozenset({"shelf", "plate", "tray", "platter", "rack", "cart"})


def take_of(loom: Loom, phrase: NounPhrase, of_what: NounPhrase) -> bool:
    """Take the second half of "X of Y"; says whether the two made something together."""
    head = of_what.head
    if head in _LAND and loom.scene.said.get("place"):
        made = loom.make(phrase)
        made.backdrop, made.count = True, max(made.count, 9)
        return True
    owner = loom.drafts[loom.last[-1]] if loom.last else None
    if owner is None or owner.head != head:
        return False
    stuff = not phrase.plural and not phrase.counted and not phrase.determiner
    stuff = stuff and head in _SOLID and not is_a(phrase.noun, phrase.head, "food")
    if stuff and (material := material_of(phrase)) in materials():
        owner.said.setdefault("material", material)
    elif head in load("nouns")["groups"] or head in _SLICES:
        _rename(loom, owner, phrase, of_what)
    elif head in kind_of()["measure"]:
        _fill(loom, owner, phrase)
    elif head in _FIGURES and is_a(phrase.noun, phrase.head, "animal"):
        owner.noun, owner.head, owner.count = phrase.noun, phrase.head, max(owner.count, phrase.count)
        owner.said.setdefault(
            "material", "stone" if head in {"statue", "bust"} else "plush" if head == "toy" else "clay"
        )
        loom.scene.note_words(owner.describe(phrase.words))
        owner.adjectives.append(head)
    elif head in kind_of()["part"]:
        owner.noun, owner.head, owner.count = phrase.noun, phrase.head, phrase.count
        owner.colours += phrase.colours
        loom.scene.note_words(owner.describe(phrase.words))
    elif head == "sign":
        made = loom.make(phrase)
        made.backdrop = owner.backdrop
        loom.tie("on", owner.id, [made.id])
        loom.last = [owner.id]
    else:
        owner.adjectives.append(phrase.noun)
    return True


def take_stuff(loom: Loom, phrase: NounPhrase, of_what: NounPhrase) -> bool:
    """Take the stuff of "a ring of gold" or "a pile of gold", which is a describing word elsewhere."""
    owner = loom.drafts[loom.last[-1]] if loom.last else None
    stuff = [word for word in phrase.words if any(f == "material" for f, _ in adjectives().get(word, ()))]
    if owner is None or owner.head != of_what.head or not stuff:
        return False
    if (owner.head in arrangements() and owner.head not in _SOLID) or owner.head in _SLICES:
        owner.adjectives.append(owner.head)
        owner.noun = owner.head = stuff[-1]
        owner.count = 1
    owner.describe(phrase.words)
    owner.colours += [colour for colour in phrase.colours if colour.name not in stuff]
    return True


def _rename(loom: Loom, owner: Draft, phrase: NounPhrase, of_what: NounPhrase) -> None:
    """ "a flock of birds" are seven birds, "a slice of pizza" is pizza, "a pile of snow" is snow."""
    groups = load("nouns")["groups"]
    owner.noun, owner.head, owner.plural = phrase.noun, phrase.head, phrase.plural
    several = phrase.plural or phrase.count > 1 or is_a(phrase.noun, phrase.head, "animal", "person")
    if of_what.head in groups:
        many = phrase.count if phrase.counted else groups[of_what.head] * (owner.count if of_what.counted else 1)
        owner.count = many if several else 1
        owner.said.pop("size", None)  # "a tall stack": the stack is, not what lies in it
        if several and of_what.head in arrangements():
            owner.said["arrangement"] = arrangements()[of_what.head]
    if of_what.head in _SLICES or (of_what.head in groups and not several):
        owner.adjectives.append(of_what.head)
    owner.colours += phrase.colours
    loom.scene.note_words(owner.describe(phrase.words))
    owner.adjectives += loom.scene.note_subject(phrase)


def _fill(loom: Loom, owner: Draft, phrase: NounPhrase) -> None:
    """ "a bowl of ramen": the bowl stays what is spoken of."""
    kept = list(loom.last)
    made = loom.make(phrase)
    made.backdrop = owner.backdrop
    loom.tie("on" if owner.head in _ON else "in", made.id, [owner.id])
    loom.last = kept
    loom.content = Pending("~in", kept)


def take_pattern(loom: Loom, phrase: NounPhrase, pending: Pending | None) -> bool:
    """Take "with blue stripes", "in a floral pattern", "covered in polka dots": what its surface shows."""
    if pending is None or pending.kind not in {"with", "~on", "in"} or not pending.holders:
        return False
    words = [*phrase.words, *phrase.noun.split()[:-1]]
    said = [value for word in words for field, value in adjectives().get(word, ()) if field == "pattern"]
    said += ["floral" for word in words if word in {"flower", "rose", "daisy", "leaf", "blossom"}]
    way = _MARKS.get(phrase.noun) or _MARKS.get(phrase.head)
    if way is None and (phrase.head not in _DESIGNS or not said):
        return False
    for index in pending.holders:
        holder = loom.drafts[index]
        holder.said.setdefault("pattern", (said or [way or ""])[0])
        if holder.colours:
            holder.colours += phrase.colours
        if way is not None:
            holder.parts += [(f"{phrase.head}s", colour) for colour in phrase.colours]
    loom.held = Pending("part", list(pending.holders))
    return True


def take_part(loom: Loom, phrase: NounPhrase, pending: Pending | None) -> bool:
    """Take a part of a body or a thing: "with green eyes", "its red roof"."""
    known = phrase.determiner in {"the", "his", "her", "its", "their", "each"}
    whose = bool(loom.followed_by) and loom.followed_by[0].tag == "OF"
    if known and not whose and pending is not None and pending.kind in {"in", "on"}:
        return any(loom.drafts[i].animate for i in pending.holders)  # "in her arms", "on the chest"
    if (loom.joined or loom.paused) and loom.held is not None and loom.held.kind == "part":
        owners = loom.held.holders
    elif pending and pending.kind == "with":
        owners = pending.holders
        filled = loom.ties[-1] if loom.ties and loom.ties[-1].kind in {"in", "on"} else None
        if phrase.head in _COATS and filled is not None and filled.b in owners:
            owners = [filled.a]  # "a tray of cupcakes with pink frosting"
    elif phrase.determiner in {"his", "her", "its", "their"} and (pending is None or pending.kind != "in"):
        owners = [owner_of(loom, phrase.determiner)] if loom.drafts else []
    else:
        # "standing on one leg" names no leg to stand upon.
        on_own = pending is not None and pending.kind == "on" and phrase.counted
        return on_own and pending is not None and any(loom.drafts[i].animate for i in pending.holders)
    for owner in owners:
        if phrase.colours or phrase.words or not loom.silent:
            attach_part(loom.drafts[owner], phrase)
    if owners:
        loom.held = Pending("part", list(owners))
    return bool(owners)


def describes(loom: Loom, phrase: NounPhrase, pending: Pending) -> bool:
    """ "dressed as a pirate", "made of glass", "in a row": the phrase says how the holders are."""
    if pending.kind == "dressed as":
        for holder in pending.holders:
            loom.drafts[holder].adjectives.append(phrase.noun)
        return True
    if pending.kind == "~of":
        for holder in pending.holders:
            loom.drafts[holder].said.setdefault("material", material_of(phrase))
        return True
    return pending.kind == "in" and not phrase.colours and forms_up(loom, phrase, pending)


_FORMATIONS = frozenset({"pair", "way", "air"})


def forms_up(loom: Loom, phrase: NounPhrase, pending: Pending) -> bool:
    """ "in a row": how the several that were named stand together."""
    if phrase.head in _FORMATIONS:
        return True
    way = arrangements().get(phrase.head)
    several = [i for i in pending.holders if loom.drafts[i].count > 1 or len(pending.holders) > 1]
    if way is None or not several or (loom.followed_by and loom.followed_by[0].tag == "OF"):
        return False
    for holder in several:
        loom.drafts[holder].said.setdefault("arrangement", way)
    return True
