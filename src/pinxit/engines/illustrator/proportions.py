"""Proportions: how deep in the scene a subject stands, how tall it is drawn, and how its copies form up."""

from __future__ import annotations

from dataclasses import dataclass, field

from pinxit.engines.illustrator.fitting import Figure
from pinxit.engines.illustrator.formation import Troop, form
from pinxit.engines.illustrator.stage import HEIGHT, Stage
from pinxit.scene.model import Scene, Subject

# How much of the frame's height the tallest figure of the front row takes.
FRAMINGS = {"close-up": 0.8, "bust": 0.8, "medium": 0.86, "near": 0.72, "full": 0.64, "wide": 0.36}
LANDFORMS = {"cliff", "hill", "iceberg", "island", "mountain", "volcano", "waterfall", "lake", "river", "road", "path"}
LYING = {"puddle", "pond", "rug", "carpet"}  # flat on the ground, in front of everybody's feet


@dataclass(slots=True)
class Cast:
    """All copies of one root subject, and where the words put it."""

    subject: Subject
    figures: list[Figure]
    behind: float = 0.0
    air: bool = False
    height: float = 0.0  # of one copy, in stage units
    width: float = 0.0  # of the whole group
    over: int | None = None  # stands above this subject
    at: int | None = None  # shares the place of this subject (behind, in front of, leaning against, under)
    rows: list[tuple[float, float, float]] = field(default_factory=list)  # x, y, scale of each copy, in copy units


def set_depths(scene: Scene, casts: list[Cast], lead: Cast, stage: Stage) -> None:
    by_id = {key: c for c in casts for figure in c.figures for key in figure.boxes}  # who rides speaks for the mount
    by_id.update({c.subject.id: c for c in casts})
    alone = len(casts) == 1
    for cast in casts:
        kind = cast.figures[0].kind
        land = cast.subject.head in LANDFORMS
        bears = len(cast.figures[0].boxes) > 1 and cast.subject.head == "wave"  # a wave with a surfer on it
        cast.air = (cast.figures[0].flies or kind == "sky") and not land and not bears
        if cast is lead:
            cast.behind = 0.5 if land and not alone else 0.0
            continue
        if land:
            cast.behind = 0.8
        elif bears:
            cast.behind = 0.0
        elif cast.subject.backdrop or kind == "sky" or cast.subject.head in LYING:
            cast.behind = 0.6
        elif kind in {"building", "plant"} and not alone and _much_taller(cast, lead):
            cast.behind = 0.45
    for relation in scene.relations:
        a, b = by_id.get(relation.a), by_id.get(relation.b)
        if a is not None and b is not None and a is not b:
            _set_pair(relation.kind, a, b)
    if all(c.behind > 0 for c in casts if not c.air) and not lead.air:
        lead.behind = 0.0


def _set_pair(kind: str, a: Cast, b: Cast) -> None:
    """What `a` KIND `b` says of how far back each stands, and of who shares whose place."""
    if kind == "behind":
        a.behind, a.at = max(a.behind, b.behind + 0.3), b.subject.id
    elif kind == "in front of":
        b.behind, b.at = max(b.behind, a.behind + 0.3), a.subject.id
    elif kind == "under" and not roofs(b, a):
        b.air, b.over, b.behind = True, a.subject.id, a.behind
    elif kind in {"against", "under"}:
        b.behind, b.at = max(b.behind, a.behind + 0.12), a.subject.id
        if kind == "against" or b.figures[0].kind == "furniture":
            b.behind = a.behind + 0.1
    elif kind in {"above", "over"} and a.subject.head in LANDFORMS:
        a.behind = max(a.behind, 0.8)
    elif kind in {"above", "over"}:
        a.air, a.over = True, b.subject.id
        a.behind = b.behind = 0.0 if not b.air else b.behind
    elif kind == "on" and not a.air:
        a.behind = min(a.behind, b.behind)
        b.behind, b.at = max(b.behind, a.behind + 0.3), a.subject.id
    elif kind in {"left of", "right of", "beside", "near"} and _comparable(a, b, kind):
        a.behind = b.behind = min(a.behind, b.behind)


def roofs(cast: Cast, guest: Cast) -> bool:
    """Can the guest stand beneath it? A clock that somebody stands under hangs above him."""
    kind = cast.figures[0].kind
    return kind in {"plant", "building", "vehicle", "furniture"} or natural_size(cast) > 1.6 * natural_size(guest)


def _much_taller(cast: Cast, lead: Cast) -> bool:
    return natural_size(cast) > 1.9 * natural_size(lead)


def _comparable(a: Cast, b: Cast, kind: str) -> bool:
    if kind in {"left of", "right of"} and "sky" not in {a.figures[0].kind, b.figures[0].kind}:
        return True  # side by side is exact, whatever their sizes
    low, high = sorted((natural_size(a), natural_size(b)))
    return high < 14 * low


def natural_size(cast: Cast) -> float:
    box = cast.figures[0].box
    return max(box[3] - box[1], (box[2] - box[0]) * 0.6, 1e-3)


def set_sizes(scene: Scene, casts: list[Cast], lead: Cast, stage: Stage, framing: str) -> None:
    """Heights in stage units: the lead by framing, others by their natural size, drawn closer together than nature."""
    room = _share(scene, casts, lead, stage, framing) * HEIGHT
    if scene.composition.anchor not in {None, "centre"}:
        room = min(room, 0.62 * stage.width)  # a corner of a narrow frame has little room
    standing = [c for c in casts if c.behind <= 0.35 and not c.air and not shelters(scene, c)]
    base = max((natural_size(c) for c in standing), default=natural_size(lead))
    for cast in casts:
        box = cast.figures[0].box
        bears = cast is lead and len(cast.figures[0].boxes) > 1 and cast.figures[0].kind not in {"person", "animal"}
        ratio = min(
            max((natural_size(cast) / base) ** 0.6, 0.55 if bears else 0.36 if cast is lead else 0.18),
            1.75 if cast.behind else 1.3,
        )
        scale = room * ratio / natural_size(cast)
        if cast.air and cast is not lead:
            scale *= 0.62
        elif cast.air and not stage.airless and (stage.near.drawing.items or stage.middle.drawing.items):
            # Who flies over a landscape leaves some of it to be seen.
            scale = min(scale * 0.8, 0.62 * stage.width / (box[2] - box[0]))
        if cast.at is not None and cast.behind:
            ratio = max(ratio, 1.6) if shelters(scene, cast) else min(max(ratio, 0.8), 1.3)
            scale = room * ratio / natural_size(cast)
        if cast.behind:
            scale *= 1 - 0.35 * cast.behind
        if beneath(scene, cast):
            scale = max(scale, min(1.75 * room / (box[3] - box[1]), 0.94 * stage.width / (box[2] - box[0])))
        if any(r.kind == "against" and r.a == cast.subject.id for r in scene.relations):
            scale = min(scale, 0.64 * stage.width / (box[2] - box[0]))  # so that one sees what it leans against
        cast.height = (box[3] - box[1]) * scale
        _form(cast, scale, stage.width)


def _share(scene: Scene, casts: list[Cast], lead: Cast, stage: Stage, framing: str) -> float:
    """How much of the frame's height the tallest figure of the front row takes."""
    share = FRAMINGS.get(framing, 0.64)
    plain = stage.mood.background is not None or lead.figures[0].kind in {"building", "plant"}
    if framing == "full" and (plain or not (stage.near.drawing.items or stage.middle.drawing.items)):
        share = 0.74
    if any(r.kind == "under" for r in scene.relations):
        low = any(beneath(scene, c) for c in casts)
        share = 0.34 if low else 0.55 if framing == "full" else 0.66
    if scene.composition.negative_space:
        share = min(share, 0.42)
    elif scene.composition.anchor is not None and framing == "full":
        share = 0.5
    if stage.tabletop and framing == "full":
        share = min(share, 0.56) if len(casts) == 1 else 0.44
    return share


def shelters(scene: Scene, cast: Cast) -> bool:
    return cast.figures[0].kind != "furniture" and any(
        r.kind == "under" and r.b == cast.subject.id for r in scene.relations
    )


def beneath(scene: Scene, cast: Cast) -> bool:
    """Does something lie under this piece of furniture?"""
    return cast.figures[0].kind == "furniture" and any(
        r.kind == "under" and r.b == cast.subject.id for r in scene.relations
    )


def _form(cast: Cast, scale: float, frame_width: float) -> None:
    """The copies of one subject in their formation, in stage units around (0, 0) on the ground."""
    width = max(figure.extent[0] for figure in cast.figures) * scale  # copies may stand, sit or lie
    height = max(figure.extent[1] for figure in cast.figures) * scale
    troop = Troop(len(cast.figures), width, height, frame_width, cast.air)
    spots, shrink = form(cast.subject.arrangement, troop)
    scale, width, height = scale * shrink, width * shrink, height * shrink
    low, high = min(x for x, _, _ in spots), max(x for x, _, _ in spots)
    cast.rows = [(x - (low + high) / 2, y, scale * own) for x, y, own in spots]
    cast.width = high - low + width
    cast.height = height - (
        min(y for _, y, _ in spots) if len({y for _, y, _ in spots}) > 1 and len(spots) > 2 else 0.0
    )
