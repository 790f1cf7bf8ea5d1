"""What belongs to a thing: "of" phrases (a bowl of ramen, a flock of birds) and parts (green eyes, a red roof)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pinxit.scene.attachment import attach_part
from pinxit.scene.drafts import Draft
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.tables import kind_of, load

if TYPE_CHECKING:
    from pinxit.scene.weaver import Pending, Weaver

_SLICES = frozenset(
    "slice piece wedge chunk bit scoop loaf drop pinch dollop stack pile heap bundle mound stick tower blob".split()
)
_LAND = frozenset({"field", "sea", "meadow", "bed", "grove", "carpet"})
_ON = frozenset({"shelf", "plate", "tray", "platter", "rack", "cart"})


def take_of(weaver: Weaver, phrase: NounPhrase, of_what: NounPhrase) -> bool:
    """Take the second half of "X of Y"; says whether the two made something together."""
    head = of_what.head
    if head in _LAND and weaver.scene.said.get("place"):
        made = weaver.make(phrase)
        made.backdrop, made.count = True, max(made.count, 9)
        return True
    owner = weaver.drafts[weaver.last[-1]] if weaver.last else None
    if owner is None or owner.head != head:
        return False
    if head in load("nouns")["groups"] or head in _SLICES:
        _rename(weaver, owner, phrase, of_what)
    elif head in kind_of()["measure"]:
        _fill(weaver, owner, phrase)
    elif head in kind_of()["part"]:
        owner.noun, owner.head, owner.count = phrase.noun, phrase.head, phrase.count
        owner.colours += phrase.colours
        weaver.scene.note_words(owner.describe(phrase.words))
    elif head == "sign":
        made = weaver.make(phrase)
        made.backdrop = owner.backdrop
        weaver.tie("on", owner.id, [made.id])
        weaver.last = [owner.id]
    else:
        owner.adjectives.append(phrase.noun)
    return True


def _rename(weaver: Weaver, owner: Draft, phrase: NounPhrase, of_what: NounPhrase) -> None:
    """ "a flock of birds" are seven birds, "a slice of pizza" is pizza."""
    groups = load("nouns")["groups"]
    owner.noun, owner.head = phrase.noun, phrase.head
    if of_what.head in groups:
        owner.count = phrase.count if phrase.counted else groups[of_what.head] * (owner.count if of_what.counted else 1)
    if of_what.head in _SLICES:
        owner.adjectives.append(of_what.head)
    owner.colours += phrase.colours
    weaver.scene.note_words(owner.describe(phrase.words))
    owner.adjectives += weaver.scene.note_subject(phrase)


def _fill(weaver: Weaver, owner: Draft, phrase: NounPhrase) -> None:
    """ "a bowl of ramen": the bowl stays what is spoken of."""
    from pinxit.scene.weaver import Pending  # noqa: PLC0415  # the weaver calls this module

    kept = list(weaver.last)
    made = weaver.make(phrase)
    made.backdrop = owner.backdrop
    weaver.tie("on" if owner.head in _ON else "in", made.id, [owner.id])
    weaver.last = kept
    weaver.content = Pending("~in", kept)


def take_part(weaver: Weaver, phrase: NounPhrase, pending: Pending | None) -> bool:
    """Take a part of a body or a thing: "with green eyes", "its red roof"."""
    from pinxit.scene.weaver import Pending as Held  # noqa: PLC0415  # the weaver calls this module

    if (weaver.joined or weaver.paused) and weaver.held is not None and weaver.held.kind == "part":
        owners = weaver.held.holders
    elif pending and pending.kind == "with":
        owners = pending.holders
    elif phrase.determiner in {"his", "her", "its", "their"} and (pending is None or pending.kind != "in"):
        owners = [weaver.owner()] if weaver.drafts else []
    else:
        # "standing on one leg" names no leg to stand upon.
        on_own = pending is not None and pending.kind == "on" and phrase.counted
        return on_own and pending is not None and any(weaver.drafts[i].animate for i in pending.holders)
    for owner in owners:
        if phrase.colours or phrase.words or not weaver.silent:
            attach_part(weaver.drafts[owner], phrase)
    if owners:
        weaver.held = Held("part", list(owners))
    return bool(owners)
