"""Phrases that name no subject: describing words alone, what speaks of the picture itself, and settings."""

from __future__ import annotations

from pinxit.scene.drafts import Draft
from pinxit.scene.loom import Loom, Pending
from pinxit.scene.phrases import NounPhrase, is_place, place_name
from pinxit.scene.surroundings import head_role, place_in_name
from pinxit.scene.tables import adjectives, arrangements, places, scenery, word_set

_EDGES = frozenset(
    "edge top side middle center centre fabric back front shape kind sort type bottom end base rest "
    "surface midst heart "
    "depths version silhouette corner tip foot".split()
)
_SURFACES = word_set("places", "surfaces", "words")
_PLACING = frozenset(
    {
        "in",
        "on",
        "near",
        "beside",
        "in front of",
        "against",
        "surrounded by",
        "under",
        "above",
        "behind",
        "facing",
        "over",
    }
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
# What words are written in: "in blue icing".
_INKS = frozenset("icing frosting paint ink chalk crayon marker neon handwriting cream chocolate".split())
_FINISH = frozenset({"polished", "clean", "flat", "smooth", "plain"})


def take_words(loom: Loom, phrase: NounPhrase, pending: Pending | None) -> None:
    """Take describing words without a noun: they describe who "is" so, else the scene."""
    scene = loom.scene
    if pending and pending.kind == "be" and loom.topic is None:
        for holder in pending.holders:
            loom.drafts[holder].colours += phrase.colours
            scene.note_words(loom.drafts[holder].describe(phrase.words))
        for mark in phrase.marks:
            if not (loom.lettered and any(section == "anchor" for section, _ in scenery().get(mark, ()))):
                scene.note(mark)
        loom.pending = pending
        return
    if pending and pending.kind == "~of" and phrase.words:
        for holder in pending.holders:
            loom.drafts[holder].describe(phrase.words)
        return
    if pending and pending.kind == "in" and phrase.colours and loom.silent:
        scene.add_palette(phrase.colours)  # "painted in dark blues"
        return
    if pending and pending.kind == "in" and phrase.colours and pending.holders and pending.word == "in":
        for holder in pending.holders:
            _clothe(loom.drafts[holder], phrase)
        return
    _take_notes(loom, phrase, pending)


def _take_notes(loom: Loom, phrase: NounPhrase, pending: Pending | None) -> None:
    scene = loom.scene
    if loom.topic == "background" or (pending and pending.kind == "against_background"):
        scene.set_background(phrase)
    elif loom.topic == "palette" or not loom.drafts or (loom.topic is None and loom.paused):
        scene.add_palette(phrase.colours)
    if loom.topic == "light":
        scene.add_light([word for word in phrase.words if not scenery().get(word)])
    if phrase.text.endswith(("light", "lighting", "glow", "sunshine")) and not loom.last and pending is None:
        loom.topic = "light"  # "morning light comes from the left"
    anchors = [mark for mark in phrase.marks if any(section == "anchor" for section, _ in scenery().get(mark, ()))]
    for mark in anchors:
        _anchor(loom, mark)
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


def _anchor(loom: Loom, mark: str) -> None:
    canonical = next(name for section, name in scenery()[mark] if section == "anchor")
    if loom.lettered or loom.topic in {"light", "lettering"}:
        return
    if canonical == "centre" and set(loom.group) <= set(loom.members) and loom.members:
        return  # "the sheep in the middle" of three
    ahead = loom.followed_by[0].tag if loom.followed_by else ""
    if loom.paused and ahead in {"DET", "NUM"}:
        loom.waiting_anchor = canonical  # ", on the right a yellow house"
        return
    owned = loom.held is not None and loom.held.kind in {"with", "wearing", "holding", "~in", "~on", "part"}
    for holder in loom.agent[-1:] if owned else loom.group or loom.last:
        if loom.drafts[holder].anchor is None:
            loom.drafts[holder].anchor = canonical
    if not loom.group and not loom.last:
        loom.waiting_anchor = canonical


def role_of(loom: Loom, phrase: NounPhrase, pending: Pending | None, belongs: bool) -> str | None:
    """Say what a phrase speaks of when it is nothing to be drawn: background, light, mood ...; None for a thing."""
    role = head_role(phrase)
    if phrase.head == "number" and loom.letters and loom.followed_by and loom.followed_by[0].tag == "QUOTE":
        return "lettering"
    if loom.lettered and pending is not None and pending.kind == "in" and phrase.head in _INKS:
        return "lettering"
    if role == "abstract" and phrase.head in arrangements() and loom.followed_by and loom.followed_by[0].tag == "OF":
        return None
    if role == "lettering" and phrase.head in {"letter", "bubble"} and not loom.letters:
        return None
    if phrase.noun == "frame" and phrase.determiner in {"a", "an"} and role == "abstract":
        return None
    if role == "lettering" and not loom.letters:
        return "abstract"
    if phrase.head in _DRAWN and not belongs and loom.topic is None and phrase.determiner != "the":
        hung = loom.fronted is not None and bool(loom.fronted.holders)
        done = hung or (
            pending is not None and pending.kind not in {"be", "in", "background"} and bool(pending.holders)
        )
        if done and role in {"frame", "camera"}:
            return None
    return role


def take_role(loom: Loom, role: str, phrase: NounPhrase, pending: Pending | None) -> None:
    """Take a phrase that speaks of the picture: its words are notes on the surroundings."""
    scene = loom.scene
    if role == "background":
        loom.backdrop = loom.backdrop or (pending is not None and pending.kind == "in" and not phrase.colours)
        scene.set_background(phrase)
    elif role == "palette":
        scene.add_palette(phrase.colours)
    elif role == "light":
        scene.add_light(word for word in phrase.words if word not in scenery())
    elif role == "lettering":
        loom.letters.style(phrase.words, phrase.colours)
        loom.lettered = True
    elif loom.topic == "background":
        scene.set_background(phrase)
    if role in {"frame", "place_frame"} and (place := place_in_name(phrase)):
        scene.set_place(place, [word for word in phrase.words if word not in scenery() and word != place])
    if role == "abstract" and loom.silent:
        for mark in phrase.marks:
            scene.note(mark, {"bokeh", "negative_space", "light", "medium_words"})
    else:
        scene.note_frame(phrase)
    if phrase.head in _DEVICES and not loom.silent:
        _draw_device(loom, phrase)
    if role == "abstract" and phrase.head in _EDGES and pending is not None:
        loom.pending = pending
    elif pending is None or pending.kind == "be":
        loom.topic = loom.topic or role


def _draw_device(loom: Loom, phrase: NounPhrase) -> None:
    """ "a fox logo", "a wheat icon": what stands before the kind of picture is drawn, a shop is its theme."""
    own = phrase.noun.split()[:-1]
    if not own or phrase.noun in scenery() or any(word in scenery() or word in adjectives() for word in own):
        return
    device = NounPhrase(" ".join(own), own[-1], colours=phrase.colours, text=" ".join(own))
    if is_place(device):
        loom.theme = loom.theme or device.noun
    elif head_role(device) is None:
        loom.last = [loom.make(device).id]
        loom.group = list(loom.last)


def take_snow(loom: Loom, phrase: NounPhrase, pending: Pending | None) -> bool:
    """ "a house covered in snow": the weather, and a word for the house."""
    if phrase.noun != "snow" or pending is None or pending.kind != "~on":
        return False
    loom.scene.say("weather", "snow")
    for index in pending.holders:
        loom.drafts[index].adjectives.append("snow-covered")
    return True


def take_place(loom: Loom, phrase: NounPhrase, pending: Pending | None) -> bool:
    """Take a setting's name as the place, when it stands in a place's position or leads alone."""
    kind = pending.kind if pending else ""
    if kind == "on" and phrase.head in _SURFACES and _take_surface(loom, phrase):
        return True
    group, name = is_place(phrase), place_name(phrase)
    if group is None or name is None or loom.background_follows():
        return False
    if name == phrase.noun == "snow" and kind not in {"in", "on", "through"} and (loom.drafts or _deed_follows(loom)):
        loom.scene.say("weather", "snow")  # "snow falls outside"
        loom.topic = "light"
        return True
    if not _in_position(loom, phrase, pending, group, name):
        return False
    if kind == "under" and name == "ocean":
        name = "underwater"
    known = loom.scene.said.get("place")
    if known and known != name and name == "city" and phrase.noun not in {"city", "skyline", "cityscape"}:
        return True  # "on a street in New York"
    if known and known != name:
        if kind == "in" and not loom.drafts and known in _SIGHTS:
            loom.make(NounPhrase(known, known, text=known))
            loom.scene.said["place"] = name
        elif kind != "in" or loom.drafts:
            made = loom.make(phrase)
            made.backdrop = True
            loom.last = loom.group = [made.id]
        return True
    if kind not in {"in", "on", ""}:
        loom.last = []  # "beside a pond with fish": they are in the pond
    words = loom.scene.note_subject(phrase)
    loom.scene.note_words(phrase.words)
    own = phrase.noun.split()[:-1] if phrase.noun not in places() or name == "lake" else []
    loom.scene.set_place(name, dict.fromkeys([*phrase.words, *words, *(word for word in own if word != name)]))
    return True


def _take_surface(loom: Loom, phrase: NounPhrase) -> bool:
    """What one stands on: "a polished concrete surface"."""
    if is_place(phrase) is not None and phrase.head not in {"sand", "grass", "snow", "ice"}:
        return False
    said = [word for word in phrase.words if word not in _FINISH]
    name = " ".join([*said, *phrase.noun.split()])
    loom.scene.said.setdefault("surface", name.removesuffix(" surface") if name != "surface" else "surface")
    return phrase.head not in {"sand", "snow", "ice"}


def _deed_follows(loom: Loom) -> bool:
    """ "the moon hanging over a castle" does something, and so is a thing."""
    return bool(loom.followed_by) and loom.followed_by[0].tag in {"VERB", "VBG", "VBN", "BE", "REL"}


def _in_position(loom: Loom, phrase: NounPhrase, pending: Pending | None, group: str, name: str) -> bool:
    """Say whether a setting's name stands where a place is named, or is a thing among others."""
    kind, word = (pending.kind, pending.word) if pending else ("", "")
    if (phrase.counted and phrase.count > 1) or loom.silent:
        return False
    if name == "sky" and kind != "in":
        return False
    if name in {"moon", "mars"} and kind not in {"in", "on"} and (pending or loom.drafts or _deed_follows(loom)):
        return False
    if loom.topic == "place_frame":
        return True
    within = kind == "in" or word in {"at", "on", "up", "down"} or (kind == "be" and loom.topic is not None)
    if group == "built":
        return kind == "in" or (word == "at" and name in {"school", "church"})
    if group == "inside" and pending is not None and not within:
        return False
    if pending is None and loom.paused and not loom.joined:
        return True
    leads = not loom.drafts and (pending is None or not pending.holders)
    if leads and kind != "with" and loom.topic in {None, "frame"}:
        return True
    if kind == "?":
        return group == "land"
    return kind in _PLACING or loom.backdrop or (kind == "be" and loom.topic is not None)
