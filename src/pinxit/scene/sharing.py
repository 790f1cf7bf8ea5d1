"""What the next phrase shares with the one before: the relation after "and", the doer's place after the object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pinxit.scene.drafts import Draft
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.tables import is_a, kind_of, scenery

if TYPE_CHECKING:
    from pinxit.scene.weaver import Pending, Weaver

# Relations after which the next place is the holder's: "a man with a hat on a bench".
OWNED = frozenset({"wearing", "holding", "with", "~in", "~on", "eating", "drinking", "playing", "part"})
SPATIAL = frozenset(
    {"on", "in", "under", "beside", "near", "in front of", "behind", "against", "left of", "right of", "above"}
)
# Between two creatures these may hold for a third as well: "a cat next to a dog and a bird".
_PERCHES = frozenset("back head shoulder nose lap belly arm hand paw finger knee".split())
_COMPANY = frozenset(
    {"beside", "near", "chasing", "facing", "with", "surrounded by", "in front of", "behind", "holding"}
)


def shared_relation(weaver: Weaver, phrase: NounPhrase) -> Pending | None:
    """Give the relation that a phrase after "and" shares with the phrase before, or None when it begins anew."""
    held = weaver.held
    if held is None or held.kind == "part" or not held.holders:
        return None
    if held.kind == "wearing":
        return held if is_a(phrase.noun, phrase.head, "clothing") else None
    if _own_relation_follows(weaver, held.kind) or _like_holder(weaver, phrase, held):
        return None
    animate = is_a(phrase.noun, phrase.head, "person", "animal")
    previous = weaver.drafts[weaver.last[-1]] if weaver.last else None
    if previous is not None and animate != previous.animate:
        return held if not animate and not weaver.paused else None
    if animate and held.kind not in _COMPANY:
        return None
    return held


def _like_holder(weaver: Weaver, phrase: NounPhrase, held: Pending) -> bool:
    """ "a plate of pasta and a glass": what is of the holder's kind, and not of its object's, stands beside it."""
    holder = weaver.drafts[held.holders[0]]
    previous = weaver.drafts[weaver.last[-1]] if weaver.last else holder
    if holder.head == "set":
        return False
    for kind in ("measure", "surface", "seat", "food"):
        alike = is_a(phrase.noun, phrase.head, kind) and is_a(holder.noun, holder.head, kind)
        if alike and not is_a(previous.noun, previous.head, kind):
            return True
    return False


def _own_relation_follows(weaver: Weaver, kind: str) -> bool:
    follow = weaver.followed_by[0] if weaver.followed_by else None
    if follow is None:
        return False
    if follow.tag == "MARK":
        return any(section == "anchor" for section, _ in scenery().get(follow.value, ()))
    if follow.tag == "REL":
        return kind in SPATIAL and follow.value in SPATIAL | {"wearing"}
    return follow.tag in {"VERB", "BE", "VBG"}


def passes_on(weaver: Weaver, held: Pending, kind: str) -> bool:
    """Say whether the next place is the doer's: "a man reading a book under a tree", "a cup on a table by a book"."""
    if held.kind == "facing" and kind in {"in", "on"}:
        return False  # "smiling at a child in a bed"
    head = weaver.drafts[weaver.last[-1]].head if weaver.last else ""
    on_top = held.kind == "on" and head in kind_of()["surface"] and head not in kind_of()["seat"]
    return held.deed or held.kind in OWNED or on_top


def narrowed(weaver: Weaver, pending: Pending, made: Draft) -> list[int]:
    """Narrow who a relation is of: a garment is one's own; company is the doer's ("playing chess with a boy")."""
    clothing = is_a(made.noun, made.head, "clothing")
    if pending.kind == "in" and clothing and made.count == 1 and set(weaver.last) & set(pending.holders):
        return list(weaver.last)
    beings = [i for i in weaver.agent if weaver.drafts[i].animate]
    if pending.kind == "with" and made.animate and beings and not weaver.drafts[pending.holders[0]].animate:
        return beings
    return pending.holders


def sits_on_owner(weaver: Weaver, phrase: NounPhrase, pending: Pending | None) -> bool:
    """Read "a turtle with a house on its back", "a pirate with a parrot on his shoulder"."""
    if (
        pending is None
        or pending.kind != "on"
        or phrase.determiner not in {"his", "her", "its", "their"}
        or phrase.head not in _PERCHES
    ):
        return False
    owner = weaver.owner() if weaver.drafts else 0
    carried = [i for i in (weaver.last or pending.holders) if i != owner]
    for index in carried:
        weaver.tie("on", index, [owner])
    return bool(carried)
