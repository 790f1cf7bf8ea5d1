"""Phrases that name no subject: describing words alone, what speaks of the picture itself, and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pinxit.scene.drafts import Draft
from pinxit.scene.phrases import NounPhrase, is_place, place_name
from pinxit.scene.surroundings import head_role, place_in_name
from pinxit.scene.tables import adjectives, places, scenery, word_set

if TYPE_CHECKING:
    from pinxit.scene.weaver import Pending, Weaver

_EDGES = frozenset(
    "edge top side middle center centre fabric back front shape kind sort type bottom end base rest "
    "surface midst heart "
    "depths version silhouette corner tip foot".split()
)
_SURFACES = word_set("places", "surfaces", "words")
_PLACING = frozenset(
    {"in", "on", "near", "beside", "in front of", "against", "surrounded by", "under", "above", "behind", "facing"}
)
# Pictures that may hang on a wall or be held: things, when something is done with them.
_DRAWN = frozenset(
    "painting poster card book cover banner sketch map portrait picture photo photograph camera drawing "
    "page print "
    "sticker logo sculpture icon miniature lens light lights".split()
)
_DEVICES = frozenset(
    "icon logo emblem sticker symbol silhouette badge mascot avatar illustration drawing painting "
    "portrait photo poster "
    "cartoon sketch picture clipart".split()
)
_SIGHTS = frozenset({"waterfall", "village", "river", "bridge"})  # "a waterfall in a jungle": seen, not the setting
_FINISH = frozenset({"polished", "clean", "flat", "smooth", "plain"})


def take_words(weaver: Weaver, phrase: NounPhrase, pending: Pending | None) -> None:
    """Take describing words without a noun: they describe who "is" so, else the scene."""
    scene = weaver.scene
    if pending and pending.kind == "be" and weaver.topic is None:
        for holder in pending.holders:
            weaver.drafts[holder].colours += phrase.colours
            scene.note_words(weaver.drafts[holder].describe(phrase.words))
        for mark in phrase.marks:
            scene.note(mark)
        weaver.pending = pending
        return
    if pending and pending.kind == "~of" and phrase.words:
        for holder in pending.holders:
            weaver.drafts[holder].describe(phrase.words)
        return
    if pending and pending.kind == "in" and phrase.colours and pending.holders and pending.word == "in":
        for holder in pending.holders:
            _clothe(weaver.drafts[holder], phrase)
        return
    _take_notes(weaver, phrase, pending)


def _take_notes(weaver: Weaver, phrase: NounPhrase, pending: Pending | None) -> None:
    scene = weaver.scene
    if weaver.topic == "background" or (pending and pending.kind == "against_background"):
        scene.set_background(phrase)
    elif weaver.topic == "palette" or not weaver.drafts or (weaver.topic is None and weaver.paused):
        scene.add_palette(phrase.colours)
    if weaver.topic == "light":
        scene.add_light([word for word in phrase.words if not scenery().get(word)])
    anchors = [mark for mark in phrase.marks if any(section == "anchor" for section, _ in scenery().get(mark, ()))]
    for mark in anchors:
        _anchor(weaver, mark)
    for mark in phrase.marks:
        if mark not in anchors:
            scene.note(mark)
    for word in phrase.words:
        if not scene.note(word):
            scene.note_words([word])


def _clothe(holder: Draft, phrase: NounPhrase) -> None:
    """ "a woman in red", "a mug in matte black"."""
    if holder.animate or holder.person:
        holder.parts += [("clothes", colour) for colour in phrase.colours]
    else:
        holder.colours += phrase.colours
        holder.describe(phrase.words)


def _anchor(weaver: Weaver, mark: str) -> None:
    canonical = next(name for section, name in scenery()[mark] if section == "anchor")
    if weaver.lettered or weaver.topic in {"light", "lettering"}:
        return
    owned = weaver.held is not None and weaver.held.kind in {"with", "wearing", "holding", "~in", "~on", "part"}
    for holder in weaver.agent[-1:] if owned else weaver.group or weaver.last:
        if weaver.drafts[holder].anchor is None:
            weaver.drafts[holder].anchor = canonical
    if not weaver.group and not weaver.last:
        weaver.waiting_anchor = canonical


def role_of(weaver: Weaver, phrase: NounPhrase, pending: Pending | None, belongs: bool) -> str | None:
    """Say what a phrase speaks of when it is nothing to be drawn: background, light, mood ...; None for a thing."""
    role = head_role(phrase)
    if role == "lettering" and phrase.head == "letter" and not weaver.letters:
        return None
    if role == "lettering" and not weaver.letters:
        return "abstract"
    if phrase.head in _DRAWN and not belongs and weaver.topic is None and phrase.determiner != "the":
        done = pending is not None and pending.kind not in {"be", "in", "background"} and bool(pending.holders)
        if done and role in {"frame", "camera"}:
            return None
    return role


def take_role(weaver: Weaver, role: str, phrase: NounPhrase, pending: Pending | None) -> None:
    """Take a phrase that speaks of the picture: its words are notes on the surroundings."""
    scene = weaver.scene
    if role == "background":
        weaver.backdrop = weaver.backdrop or (pending is not None and pending.kind == "in" and not phrase.colours)
        scene.set_background(phrase)
    elif role == "palette":
        scene.add_palette(phrase.colours)
    elif role == "light":
        scene.add_light(word for word in phrase.words if word not in scenery())
    elif role == "lettering":
        weaver.letters.style(phrase.words, phrase.colours)
        weaver.lettered = True
    elif weaver.topic == "background":
        scene.set_background(phrase)
    if role in {"frame", "place_frame"} and (place := place_in_name(phrase)):
        scene.set_place(place, [word for word in phrase.words if word not in scenery() and word != place])
    if role == "abstract" and weaver.silent:
        for mark in phrase.marks:
            scene.note(mark, {"bokeh", "negative_space", "light", "medium_words"})
    else:
        scene.note_frame(phrase)
    if phrase.head in _DEVICES and not weaver.silent:
        _draw_device(weaver, phrase)
    if role == "abstract" and phrase.head in _EDGES and pending is not None:
        weaver.pending = pending
    elif pending is None or pending.kind == "be":
        weaver.topic = weaver.topic or role


def _draw_device(weaver: Weaver, phrase: NounPhrase) -> None:
    """ "a fox logo", "a wheat icon": what stands before the kind of picture is drawn, a shop is its theme."""
    own = phrase.noun.split()[:-1]
    if not own or phrase.noun in scenery() or any(word in scenery() or word in adjectives() for word in own):
        return
    device = NounPhrase(" ".join(own), own[-1], colours=phrase.colours, text=" ".join(own))
    if is_place(device):
        weaver.theme = weaver.theme or device.noun
    elif head_role(device) is None:
        weaver.last = [weaver.make(device).id]
        weaver.group = list(weaver.last)


def take_place(weaver: Weaver, phrase: NounPhrase, pending: Pending | None) -> bool:
    """Take a setting's name as the place, when it stands in a place's position or leads alone."""
    kind = pending.kind if pending else ""
    if kind == "on" and phrase.head in _SURFACES and _take_surface(weaver, phrase):
        return True
    group, name = is_place(phrase), place_name(phrase)
    if group is None or name is None or weaver.background_follows():
        return False
    if not _in_position(weaver, phrase, pending, group, name):
        return False
    if kind == "under" and name == "ocean":
        name = "underwater"
    known = weaver.scene.said.get("place")
    if known and known != name:
        if kind == "in" and not weaver.drafts and known in _SIGHTS:
            weaver.make(NounPhrase(known, known, text=known))
            weaver.scene.said["place"] = name
        elif kind != "in" or weaver.drafts:
            made = weaver.make(phrase)
            made.backdrop = True
            weaver.last = weaver.group = [made.id]
        return True
    words = weaver.scene.note_subject(phrase)
    weaver.scene.note_words(phrase.words)
    own = phrase.noun.split()[:-1] if phrase.noun not in places() or name == "lake" else []
    weaver.scene.set_place(name, dict.fromkeys([*phrase.words, *words, *(word for word in own if word != name)]))
    return True


def _take_surface(weaver: Weaver, phrase: NounPhrase) -> bool:
    """What one stands on: "a polished concrete surface"."""
    if is_place(phrase) is not None and phrase.head not in {"sand", "grass", "snow", "ice"}:
        return False
    said = [word for word in phrase.words if word not in _FINISH]
    name = " ".join([*said, *phrase.noun.split()])
    weaver.scene.said.setdefault("surface", name.removesuffix(" surface") if name != "surface" else "surface")
    return phrase.head not in {"sand", "snow", "ice"}


def _in_position(weaver: Weaver, phrase: NounPhrase, pending: Pending | None, group: str, name: str) -> bool:
    """Say whether a setting's name stands where a place is named, or is a thing among others."""
    kind, word = (pending.kind, pending.word) if pending else ("", "")
    if (phrase.counted and phrase.count > 1) or weaver.silent:
        return False
    if name == "sky" and kind != "in":
        return False
    if name in {"moon", "mars"} and kind not in {"in", "on"} and (pending or weaver.drafts):
        return False
    if weaver.topic == "place_frame":
        return True
    within = kind == "in" or word in {"at", "on"} or (kind == "be" and weaver.topic is not None)
    if group == "built":
        return kind == "in" or (word == "at" and name in {"school", "church"})
    if group == "inside" and pending is not None and not within:
        return False
    if pending is None and weaver.paused and not weaver.joined:
        return True
    leads = not weaver.drafts and (pending is None or not pending.holders)
    if leads and kind != "with" and weaver.topic in {None, "frame"}:
        return True
    if kind == "?":
        return group == "land"
    return kind in _PLACING or weaver.backdrop or (kind == "be" and weaver.topic is not None)
