"""The painter: a prompt in, finished pixels out. The engine's whole way on one page.

read -> direct -> cast -> arrange -> paint the layers -> letter -> develop
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import skia

from pinxit.core.images import Background, Quality, Size
from pinxit.engines.illustrator import account, atmosphere, emblem, inscriptions
from pinxit.engines.illustrator.brush import Brush, colour4
from pinxit.engines.illustrator.direction import Direction, direct, keep_colours, size_for
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.figures import Wardrobe
from pinxit.engines.illustrator.fitting import Figure
from pinxit.engines.illustrator.layout import Actor, arrange
from pinxit.engines.illustrator.media import Finish
from pinxit.engines.illustrator.stage import HEIGHT, Stage, build
from pinxit.scene import read
from pinxit.scene.model import Scene

Report = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Painted:
    """Finished pixels: height x width x 3, or x 4 with straight alpha; what was drawn, and what could not be."""

    pixels: Bytes
    description: str
    missing: tuple[str, ...]


@dataclass(slots=True)
class Plan:
    """A scene that is laid out and waits for its paint. `width` is in stage units; the height is 1000."""

    direction: Direction
    frame: inscriptions.Frame
    stage: Stage
    actors: list[Actor]
    wardrobe: Wardrobe

    @property
    def width(self) -> float:
        return self.stage.width


def paint(
    prompt: str, size: Size | None, seed: int, quality: Quality, background: Background, report: Report
) -> Painted:
    """Draw one picture. `report` hears the share of work that is done (0 to 1) and what is being done; it may raise."""
    report(0.02, "reading")
    scene = read(prompt)
    size = size or size_for(scene)
    planned = plan(scene, size, seed)
    report(0.2, "sketching")
    transparent = background is Background.TRANSPARENT
    pixels = _render(planned, size, seed, quality, transparent, report)
    report(1.0, "done")
    return Painted(pixels, account.describe(planned.direction, planned.wardrobe), account.missing(planned.direction))


def plan(scene: Scene, size: Size, seed: int) -> Plan:
    """Decide and lay out, without painting: this is what the layout's tests look at."""
    direction = direct(scene, seed)
    frame = inscriptions.frame(direction, size)
    stage = build(direction.setting, HEIGHT * frame.width / frame.height, direction.mood)
    night = direction.mood.night or direction.light.ambient < 0.75 or direction.light.name == "noir"
    scene = direction.scene
    wardrobe = Wardrobe(scene, seed, framing=direction.framing, cute=direction.cute, night=night)
    hosts = {
        s.id for s in scene.subjects if s.id not in direction.absorbed and s.id != direction.surface_of
        and wardrobe.found(s).thing is not None
    }  # fmt: skip
    hung = {child for parent, many in wardrobe.attached.items() if parent in hosts for _, child in many}
    figures: dict[int, list[Figure]] = {}
    for subject in scene.subjects:
        if subject.id in hung or subject.id in direction.absorbed or subject.id == direction.surface_of:
            continue
        copies = [wardrobe.figure(subject, i) for i in range(wardrobe.copies(subject))]
        drawn = [f for f in copies if f is not None]
        if drawn:
            figures[subject.id] = drawn
    reserve_for_lettering(stage, frame)
    stage.airless = direction.setting.airless
    actors = [] if direction.medium.name == "logo" else arrange(scene, figures, stage, direction.framing, seed)
    return Plan(direction, frame, stage, actors, wardrobe)


def reserve_for_lettering(stage: Stage, frame: inscriptions.Frame) -> None:
    """A title over the picture keeps the figures out of its band."""
    if frame.band == "over-top":
        stage.ceiling = 200.0
    elif frame.band == "over-bottom":
        stage.ground = min(stage.ground, 790.0)


# -- paint -----------------------------------------------------------------------------------------------------------


def _render(
    planned: Plan, size: Size, seed: int, quality: Quality, transparent: bool, report: Report
) -> Bytes:  # limit: what a picture depends on
    place, direction = planned.frame, planned.direction
    if transparent:
        place = inscriptions.Frame(0, 0, size.width, size.height, place.band)
    surface = skia.Surface(place.width, place.height)
    medium = direction.medium
    # Without the medium's last step its edges would stay as they are meant for it: jagged, or shaken.
    manner = replace(medium.manner, crisp=False, loose=0.0) if transparent else medium.manner
    unit = min(size.width, size.height)
    with surface as canvas:
        canvas.clear(skia.ColorTRANSPARENT if transparent else skia.ColorWHITE)
        canvas.save()
        canvas.scale(place.width / planned.width, place.height / HEIGHT)
        brush = Brush(canvas, manner, direction.light, min(planned.width, HEIGHT))
        if medium.name == "logo":
            emblem.draw(brush, direction, planned.width, transparent)
        else:
            _paint_scene(planned, brush, Size(place.width, place.height), transparent, report)
        canvas.restore()
    report(0.8, "developing")
    rgba: Bytes = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    if transparent:
        return _straight(rgba)
    finish = Finish(direction.light, unit, seed, keep_colours(direction.scene), quality=quality.value)
    pixels = medium.develop(np.ascontiguousarray(rgba[..., :3]), finish)
    return inscriptions.overprint(pixels, direction, planned.actors, size, place)


def _paint_scene(planned: Plan, brush: Brush, size: Size, transparent: bool, report: Report) -> None:
    stage, direction = planned.stage, planned.direction
    if not transparent:
        atmosphere.paint_back(brush, stage, direction, size)
        report(0.4, "background")
    grounded = direction.medium.shadows and not direction.setting.airless and not transparent
    for i, actor in enumerate(planned.actors):
        if grounded:
            atmosphere.cast_shadow(brush, actor, direction)
        if direction.medium.die_cut:
            atmosphere.die_cut(brush, actor)
        _paint_actor(brush, actor, stage)
        if actor.figure.lies:
            atmosphere.reflect(brush, actor, planned.actors)
        report(0.4 + 0.35 * (i + 1) / len(planned.actors), "drawing")
    if not transparent:
        atmosphere.paint_front(brush, stage, direction)


def _paint_actor(brush: Brush, actor: Actor, stage: Stage) -> None:
    if actor.depth < 0.25 or stage.haze is None:
        brush.draw(actor.figure.drawing.items)
        return
    left, top, right, bottom = actor.box
    veil = skia.ColorFilters.Blend(
        colour4(brush.lit(stage.haze), min(0.55, actor.depth * 0.45)), skia.BlendMode.kSrcATop
    )
    bounds = skia.Rect.MakeLTRB(left - 40, top - 40, right + 40, bottom + 40)
    brush.canvas.saveLayer(bounds, skia.Paint(ColorFilter=veil))
    brush.draw(actor.figure.drawing.items)
    brush.canvas.restore()


def _straight(rgba: Bytes) -> Bytes:
    """From premultiplied to straight alpha."""
    alpha = rgba[..., 3:4].astype(np.float32)
    colour = np.divide(
        rgba[..., :3].astype(np.float32) * 255, alpha, out=np.zeros(rgba[..., :3].shape, np.float32), where=alpha > 0
    )
    return np.asarray(np.dstack([np.clip(colour, 0, 255), alpha])).astype(np.uint8)
