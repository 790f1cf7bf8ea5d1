"""What the next phrase shares with the one before: the relation after "and", the doer's place after the object."""

from __future__ import annotations

from pinxit.scene.drafts import Draft
from pinxit.scene.loom import Loom, Pending
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.references import owner_of
from pinxit.scene.tables import is_a, kind_of, scenery

# Relations after which the next place is the holder's: "a man with a hat on a bench".
OWNED = frozenset({"wearing", "holding", "with", "~in", "~on", "eating", "drinking", "playing", "part"})
# Deeds that a second clause may leave out: "the cat wears a hat, the dog a scarf".
GAPS = frozenset({"wearing", "holding", "eating", "drinking", "playing", "riding", "with", "~in", "~on"})
SPATIAL = frozenset(
    {
        "on",
        "in",
        "under",
        "beside",
        "near",
        "in front of",
        "behind",
        "against",
        "left of",
        "right of",
        "above",
        "between",
        "over",
    }
)
# Between two creatures these may hold for a third as well: "a cat next to a dog and a bird".
_FACES = frozenset("screen side front cover label surface display hood wall lid page door sign rim base spine".split())
_OWN = frozenset({"his", "her", "its", "their"})
_STANDS = frozenset("anvil easel stove grill tray canvas skewer hook string".split())
_MEANS = frozenset("fight attack battle hit feed threaten poke film photograph wash clean brush paint decorate".split())
_SCREENED = frozenset("phone smartphone laptop computer tv television tablet monitor smartwatch camera".split())
_LOW = frozenset("book log rock towel stack pile slate board step mat".split())  # stood upon, but hardly furniture
_GRASPS = frozenset("mouth hand arm paw beak claw trunk jaw tooth lap grip talon teeth hands".split())
_PERCHES = frozenset("back head shoulder nose lap belly arm hand paw finger knee".split())
_COMPANY = frozenset(
    {"beside", "near", "chasing", "facing", "with", "surrounded by", "in front of", "behind", "holding", "between"}
)


def shared_relation(loom: Loom, phrase: NounPhrase) -> Pending | None:
    """Give the relation that a phrase after "and" shares with the phrase before, or None when it begins anew."""
    if loom.open_between is not None and loom.joined and phrase.determiner:
        return loom.open_between
    held = loom.held
    if held is None or held.kind == "part" or not held.holders:
        return None
    if held.kind == "between":
        second = sum(tie.kind == "between" and tie.a == held.holders[0] for tie in loom.ties) == 1
        return held if second and loom.drafts[loom.last[-1]].count == 1 else None
    if (
        held.kind in OWNED
        and len(loom.listing) > 1
        and phrase.determiner in {"a", "an"}
        and held.holders == loom.listing[-1:]
    ):
        loom.held = None
        return None  # "a bowl of berries, pancakes with butter, a glass of juice": the next of the list
    if held.kind == "wearing":
        return held if is_a(phrase.noun, phrase.head, "clothing") else None
    if _own_relation_follows(loom, held.kind) or _like_holder(loom, phrase, held):
        return None
    animate = is_a(phrase.noun, phrase.head, "person", "animal")
    previous = loom.drafts[loom.last[-1]] if loom.last else None
    if previous is not None and animate != previous.animate:
        grasped = held.kind == "holding" and is_a(phrase.noun, phrase.head, "animal")
        return held if (not animate or grasped) and not loom.paused else None
    if animate and held.kind not in _COMPANY:
        return None
    return held


def _like_holder(loom: Loom, phrase: NounPhrase, held: Pending) -> bool:
    """ "a plate of pasta and a glass": what is of the holder's kind, and not of its object's, stands beside it."""
    holder = loom.drafts[held.holders[0]]
    previous = loom.drafts[loom.last[-1]] if loom.last else holder
    if holder.head == "set":
        return False
    if phrase.head == holder.head:
        return True
    if phrase.head in _LOW | {"slice", "piece", "wedge", "scoop"}:
        return False
    for kind in ("measure", "surface", "seat", "food"):
        alike = is_a(phrase.noun, phrase.head, kind) and is_a(holder.noun, holder.head, kind)
        if alike and not is_a(previous.noun, previous.head, kind):
            return True
    return False


def _own_relation_follows(loom: Loom, kind: str) -> bool:
    follow = loom.followed_by[0] if loom.followed_by else None
    if follow is None:
        return False
    if follow.tag == "MARK":
        return any(section == "anchor" for section, _ in scenery().get(follow.value, ()))
    if follow.tag == "REL":
        return kind in SPATIAL and follow.value in SPATIAL | {"wearing"}
    return follow.tag in {"VERB", "BE", "VBG"}


def passes_on(loom: Loom, held: Pending, kind: str) -> bool:
    """Say whether the next place is the doer's: "a man reading a book under a tree", "a cup on a table by a book"."""
    if held.kind == "facing" and kind in {"in", "on"}:
        return False  # "smiling at a child in a bed"
    head = loom.drafts[loom.last[-1]].head if loom.last else ""
    on_top = held.kind == "on" and head in kind_of()["surface"] and head not in kind_of()["seat"]
    return held.deed or held.kind in OWNED | {"hanging from"} or on_top


def narrowed(loom: Loom, pending: Pending, made: Draft) -> list[int]:
    """Narrow who a relation is of: a garment is one's own; company is the doer's ("playing chess with a boy")."""
    clothing = is_a(made.noun, made.head, "clothing")
    if pending.kind == "in" and clothing and made.count == 1 and set(loom.last) & set(pending.holders):
        return list(loom.last)
    beings = [i for i in loom.agent if loom.drafts[i].animate]
    used = is_a(made.noun, made.head, "tool") or clothing
    lain = is_a(made.noun, made.head, "food", "measure") or made.head in _STANDS
    if pending.kind in {"on", "in"} and lain and loom.acted and not pending.deed and made.head not in {"pan", "row"}:
        things = [i for i in loom.last if not loom.drafts[i].animate and i not in pending.holders]
        return things or pending.holders  # "blowing out the candles on a cake"
    used = used and (loom.acted or not clothing)
    means = loom.held is not None and loom.held.word in _MEANS and not made.animate
    if pending.kind == "with" and means and beings and not is_a(made.noun, made.head, "part"):
        return beings  # "fighting a dragon with a sword"
    if pending.kind == "with" and used and beings and not loom.drafts[pending.holders[0]].animate:
        return beings  # "watering flowers with a can", "driving a car with sunglasses on"
    if pending.kind == "with" and made.animate and beings and not loom.drafts[pending.holders[0]].animate:
        return beings
    return pending.holders


def is_own_part(loom: Loom, phrase: NounPhrase, pending: Pending | None) -> bool:
    """ "a phone with words on its screen": nothing stands anywhere; the thing has a screen, as such things do."""
    if pending is None or pending.kind not in {"on", "in", "at"} or phrase.determiner not in {"its", "the"}:
        return False
    if phrase.noun == "screen":
        shows = [one.id for one in loom.drafts if one.head in _SCREENED]
        for index in [i for i in loom.last if i not in shows] if shows else []:
            loom.ties[:] = [tie for tie in loom.ties if (tie.a, tie.b) != (shows[-1], index)]
            loom.tie("in", index, shows[-1:])  # "a phone with a map on the screen"
        return bool(shows)
    if phrase.determiner == "the":
        return False
    own = is_a(phrase.noun, phrase.head, "part") or phrase.head in _FACES
    owner = owner_of(loom, phrase.determiner) if loom.drafts else -1
    if own and not loom.lettered and owner not in pending.holders:
        loom.tie("on", loom.last[-1] if loom.last else owner, [owner])  # "chopsticks resting on its rim"
    return own


def sits_on_owner(loom: Loom, phrase: NounPhrase, pending: Pending | None) -> bool:
    """Read "a turtle with a house on its back", "a pirate with a parrot on his shoulder"."""
    if pending is not None and pending.kind == "in" and phrase.determiner in _OWN and phrase.head in _GRASPS:
        owner = owner_of(loom, phrase.determiner) if loom.drafts else 0
        grasped = [i for i in (loom.last or pending.holders) if i != owner]
        pairs = {(owner, index) for index in grasped}
        loom.ties[:] = [tie for tie in loom.ties if (tie.a, tie.b) not in pairs or tie.kind not in {"with", "beside"}]
        loom.tie("holding", owner, grasped)  # "a dog with a bone in its mouth"
        return True
    grown = pending is not None and pending.kind == "in" and phrase.head in {"hair", "beard", "mane", "fur", "antler"}
    if (
        pending is None
        or (pending.kind not in {"on", "riding"} and not grown)
        or phrase.determiner not in {"his", "her", "its", "their"}
        or (phrase.head not in _PERCHES and not grown)
    ):
        return False
    owner = owner_of(loom, phrase.determiner, loom.last or pending.holders) if loom.drafts else 0
    carried = [i for i in (loom.last or pending.holders) if i != owner]
    if not carried and not pending.holders and loom.fronted is not None:
        loom.fronted.holders = loom.front_of = [owner]  # "on its head is a crown"
        return True
    pairs = {(index, owner) for index in carried} | {(owner, index) for index in carried}
    loom.ties[:] = [
        tie
        for tie in loom.ties
        if (tie.a, tie.b) not in pairs or tie.kind not in {"beside", *(("holding",) if grown else ())}
    ]
    for index in carried:
        loom.tie("on", index, [owner])
    return bool(carried)
