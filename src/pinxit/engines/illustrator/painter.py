"""The painter: a scene in, finished pixels out. The way of one picture on one page.

direct -> cast -> arrange -> paint the layers -> letter -> develop
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia

from pinxit.core.images import Quality, Size
from pinxit.engines.encoding import Frames
from pinxit.engines.illustrator import account, atmosphere, charts, emblem, inscriptions, overhead, proofs, sparing
from pinxit.engines.illustrator.brush import Brush, colour4
from pinxit.engines.illustrator.business import enliven
from pinxit.engines.illustrator.direction import Complexity, Direction, direct, keep_colours
from pinxit.engines.illustrator.effects import Bytes
from pinxit.engines.illustrator.figures import Wardrobe
from pinxit.engines.illustrator.fitting import Figure
from pinxit.engines.illustrator.layout import Actor, arrange
from pinxit.engines.illustrator.media import Finish
from pinxit.engines.illustrator.pen import Drawing
from pinxit.engines.illustrator.stage import HEIGHT, Stage, build
from pinxit.scene.model import Scene, Subject

Report = Callable[[float, str], None]
Show = Callable[[str, Bytes], None]
Imprint = Callable[[Drawing, Sequence[Subject]], None]
Note = Callable[[charts.Chart], None]


@dataclass(frozen=True, slots=True)
class Order:
    """How a scene is to be painted.

    `report` hears the share of the work that is done (0 to 1) and what is being done; it may raise. `show`, if there is
    one, is shown the states of the picture, each with its name: "composition", "flat colour", "half finished" (before
    the medium's last step and the lettering), "finished". `imprint`, if there is one, gets every drawing with the
    subjects that it shows, before anything is attached to it. `note`, if there is one, gets the chart of the picture's
    pieces. `complexity` is how much stands around the subjects.
    """

    size: Size
    seed: int
    quality: Quality = Quality.HIGH
    transparent: bool = False
    report: Report = lambda _fraction, _stage: None
    show: Show | None = None
    imprint: Imprint | None = None
    note: Note | None = None
    complexity: Complexity = "high"


@dataclass(frozen=True, slots=True)
class Painted:
    """Finished pixels: height x width x 3, or x 4 with straight alpha; what was drawn, and what could not be.

    A moving picture has `frames` as well, a drawing of paths the text of its `svg`.
    """

    pixels: Bytes
    description: str
    missing: tuple[str, ...]
    frames: Frames | None = None
    svg: str | None = None


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


def paint(scene: Scene, order: Order) -> Painted:
    """Paint one picture."""
    planned = lay_out(direct(scene, order.seed, order.complexity), order.size, order.seed, order.imprint)
    if order.note is not None and planned.direction.medium.name != "logo":
        order.note(charts.chart(planned, order.size))
    order.report(0.2, "sketching")
    show_proofs(planned, order)
    pixels = develop(planned, order)
    if order.show is not None:
        order.show("finished", pixels)
    order.report(1.0, "done")
    return Painted(pixels, account.describe(planned.direction, planned.wardrobe), account.missing(planned.direction))


def plan(scene: Scene, size: Size, seed: int, imprint: Imprint | None = None) -> Plan:
    """Decide and lay out, without painting: this is what the layout's tests look at."""
    return lay_out(direct(scene, seed), size, seed, imprint)


def lay_out(direction: Direction, size: Size, seed: int, imprint: Imprint | None = None) -> Plan:
    """Lay out what has been decided."""
    frame = inscriptions.frame(direction, size)
    stage = build(direction.setting, HEIGHT * frame.width / frame.height, direction.mood)
    sparing.thin_out(stage, direction.complexity)
    night = direction.mood.night or direction.light.ambient < 0.75 or direction.light.name == "noir"
    scene = direction.scene
    wardrobe = Wardrobe(scene, seed, framing=direction.framing, cute=direction.cute, night=night)
    wardrobe.follow(direction.deeds)
    wardrobe.imprint, wardrobe.recast = imprint, direction.medium.recast
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
    actors: list[Actor] = []
    if direction.medium.compose is not None:
        actors = direction.medium.compose(direction, figures, stage, seed)
    elif direction.medium.name != "logo":
        played = {i: figures.pop(i) for i in direction.deeds.played if i in figures}
        actors = arrange(scene, figures, stage, direction.framing, seed)
        if direction.setting.name == overhead.NAME:
            actors = overhead.spread(scene, actors, stage, seed)
        actors = enliven(direction.deeds, actors, played, stage, direction.medium.name, seed)
    return Plan(direction, frame, stage, actors, wardrobe)


def reserve_for_lettering(stage: Stage, frame: inscriptions.Frame) -> None:
    """A title over the picture keeps the figures out of its band."""
    if frame.band == "over-top":
        stage.ceiling = 200.0
    elif frame.band == "cover":
        stage.ceiling = 350.0
    elif frame.band == "over-bottom":
        stage.ground = min(stage.ground, 790.0)


# -- paint -----------------------------------------------------------------------------------------------------------


def develop(planned: Plan, order: Order) -> Bytes:
    """The scene in its medium, with its lettering. Who watches is shown the state before both."""
    size, direction, medium = order.size, planned.direction, planned.direction.medium
    if order.transparent:
        clear = straight(_draw(planned, order, medium.brush))
        if order.show is not None:
            order.show("half finished", clear)
        order.report(0.8, "developing")
        return clear if medium.cut is None else medium.cut(clear, _finish(planned, order))
    pixels = np.ascontiguousarray(_draw(planned, order, medium.brush)[..., :3])
    if order.show is not None:
        order.show("half finished", inscriptions.mounted(pixels, direction, size, planned.frame))
    order.report(0.8, "developing")
    if not medium.printed:
        pixels = inscriptions.overprint(pixels, direction, planned.actors, size, planned.frame)
        return medium.develop(pixels, _finish(planned, order))
    pixels = medium.develop(pixels, _finish(planned, order))
    return inscriptions.overprint(pixels, direction, planned.actors, size, planned.frame)


def picture(planned: Plan, order: Order) -> Bytes:
    """The scene in its medium without its sheet and its lettering."""
    pixels = np.ascontiguousarray(_draw(planned, order, planned.direction.medium.brush)[..., :3])
    return planned.direction.medium.develop(pixels, _finish(planned, order))


def _finish(planned: Plan, order: Order) -> Finish:
    direction, unit = planned.direction, min(order.size.width, order.size.height)
    return Finish(direction.light, unit, order.seed, keep_colours(direction.scene), quality=order.quality.value)


def show_proofs(planned: Plan, order: Order) -> None:
    """The first states, for whoever watches; the brushes of a logo are the same in all of them."""
    if order.show is None or planned.direction.medium.name == "logo":
        return
    for stage, tool in proofs.TOOLS.items():
        order.show(stage, prove(planned, order, tool))


def prove(planned: Plan, order: Order, tool: type[Brush]) -> Bytes:
    """An unfinished state of the scene, as one of the brushes for proofs paints it."""
    proof = _draw(planned, replace(order, report=lambda _fraction, _stage: None), tool)
    if order.transparent:
        return straight(proof)
    return inscriptions.mounted(np.ascontiguousarray(proof[..., :3]), planned.direction, order.size, planned.frame)


def _draw(planned: Plan, order: Order, tool: type[Brush]) -> Bytes:
    """The scene as a brush paints it, before the medium's last step: height x width x 4, premultiplied."""
    place = planned.frame
    size = order.size if order.transparent else Size(place.width, place.height)
    surface = skia.Surface(size.width, size.height)
    with surface as canvas:
        draw_on(canvas, planned, replace(order, size=size), tool)
    rgba: Bytes = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    return rgba


def draw_on(canvas: skia.Canvas, planned: Plan, order: Order, tool: type[Brush]) -> None:
    """Paint the scene with a brush over all of `order.size`, before the medium's last step."""
    direction, size = planned.direction, order.size
    medium = direction.medium
    # Without the medium's last step its edges would stay as they are meant for it: jagged, or shaken.
    manner = replace(medium.manner, crisp=False, loose=0.0) if order.transparent else medium.manner
    canvas.clear(skia.ColorTRANSPARENT if order.transparent else skia.ColorWHITE)
    canvas.save()
    canvas.scale(size.width / planned.width, size.height / HEIGHT)
    brush = tool(canvas, manner, direction.light, min(planned.width, HEIGHT))
    if medium.name == "logo":
        emblem.draw(brush, direction, planned.width, order.transparent)
    else:
        _paint_scene(planned, brush, size, order)
    canvas.restore()


def _paint_scene(planned: Plan, brush: Brush, size: Size, order: Order) -> None:
    stage, direction, transparent, report = planned.stage, planned.direction, order.transparent, order.report
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
    # What consists of glows alone, as flames do, has no box that would say where it is.
    nowhere = actor.box == Drawing().bounds()
    veil = skia.ColorFilters.Blend(
        colour4(brush.lit(stage.haze), min(0.55, actor.depth * 0.45)), skia.BlendMode.kSrcATop
    )
    bounds = skia.Rect.MakeLTRB(left - 40, top - 40, right + 40, bottom + 40)
    brush.canvas.saveLayer(None if nowhere else bounds, skia.Paint(ColorFilter=veil))
    brush.draw(actor.figure.drawing.items)
    brush.canvas.restore()


def straight(rgba: Bytes) -> Bytes:
    """From premultiplied to straight alpha."""
    alpha = rgba[..., 3:4].astype(np.float32)
    colour = np.divide(
        rgba[..., :3].astype(np.float32) * 255, alpha, out=np.zeros(rgba[..., :3].shape, np.float32), where=alpha > 0
    )
    return np.asarray(np.dstack([np.clip(colour, 0, 255), alpha])).astype(np.uint8)
