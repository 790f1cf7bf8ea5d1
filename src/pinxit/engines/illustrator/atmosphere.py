"""Everything around the figures: back layers with depth of field, shadows, die-cut edges, weather, the front layer."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import skia

from pinxit.core.images import Size
from pinxit.engines.illustrator.brush import Brush, colour4
from pinxit.engines.illustrator.colours import Rgb, luminance, mix
from pinxit.engines.illustrator.direction import Direction
from pinxit.engines.illustrator.effects import Bytes, blurred, shrunk
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.pen import Fill, Item, Line
from pinxit.engines.illustrator.shapes import changed
from pinxit.engines.illustrator.stage import HEIGHT, Stage

LENSES = {"photo", "product", "illustration"}  # media in which a light out of focus is a disc


def paint_back(brush: Brush, stage: Stage, direction: Direction, size: Size) -> None:
    """The far, middle and near layers. With depth of field the first two are painted small, blurred and scaled up."""
    depth = direction.medium.depth
    if direction.scene.camera.bokeh or direction.framing == "bust":
        depth = max(depth, 0.75) if direction.medium.manner.tone == "colour" and direction.medium.lens else depth
    back = [*stage.far.drawing.items, *stage.middle.drawing.items]
    brush.plane = "back"
    if depth < 0.2:
        brush.draw(back)
    else:
        brush.canvas.drawImageRect(
            _blurred(brush, back, stage, size, depth, discs=depth > 0.4 and _lamps(direction)),
            skia.Rect.MakeWH(stage.width, HEIGHT),
            skia.SamplingOptions(skia.CubicResampler.Mitchell()),
        )
    brush.draw(stage.near.drawing.items)
    if _rains(direction) and direction.framing not in {"bust", "close-up"}:
        _splashes(brush, stage, random.Random(direction.mood.seed + 1))
    brush.plane = "subject"


def _lamps(direction: Direction) -> bool:
    """By day what is bright in the distance is a wall or a cloud, not a lamp."""
    dark = direction.mood.night or direction.light.ambient < 0.9
    return direction.medium.name in LENSES and dark and not direction.setting.airless


def _rains(direction: Direction) -> bool:
    sheltered = direction.setting.airless or (direction.indoors and direction.setting.name not in OPEN)
    return direction.mood.weather in {"rain", "storm"} and not sheltered


def _blurred(brush: Brush, items: list[Item], stage: Stage, size: Size, depth: float, *, discs: bool) -> skia.Image:
    factor = min(1.0, (0.4 if depth > 0.4 else 0.6) * min(1.0, 1400 / max(size.width, size.height)))
    width, height = max(8, round(size.width * factor)), max(8, round(size.height * factor))
    small = skia.Surface(width, height)
    with small as canvas:
        canvas.clear(skia.ColorWHITE)
        canvas.scale(width / stage.width, height / HEIGHT)
        type(brush)(canvas, brush.manner, brush.light, brush.unit, "back").draw(items)
    sigma = depth * depth * min(width, height) * 0.014
    soft = skia.Surface(width, height)
    with soft as canvas:
        blur = skia.ImageFilters.Blur(sigma, sigma, skia.TileMode.kClamp)
        canvas.drawImage(small.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), skia.Paint(ImageFilter=blur))
        if discs:
            _bokeh(canvas, small.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3], depth)
    return soft.makeImageSnapshot()


def _bokeh(canvas: skia.Canvas, pixels: Bytes, depth: float) -> None:
    """Lamps and lit windows out of focus: what is much brighter than its surroundings becomes a disc."""
    cell = max(4, min(pixels.shape[:2]) // 56)
    image = shrunk(pixels, cell)
    level = image.max(2)
    excess = level - blurred(level, 4)
    around = np.pad(level, 1, mode="edge")
    rows, columns = level.shape
    neighbours = [around[i : i + rows, j : j + columns] for i in range(3) for j in range(3)]
    peak = (level >= np.max(neighbours, axis=0)) & (excess > 38) & (level > 150)
    radius = cell * (0.9 + 1.5 * depth)
    ranked = sorted(zip(*np.nonzero(peak), strict=True), key=lambda at: -float(excess[at]))
    spots: list[tuple[int, int]] = []
    for at in ranked:
        if len(spots) < 60 and all(abs(at[0] - r) + abs(at[1] - c) > 2 for r, c in spots):
            spots.append((int(at[0]), int(at[1])))
    for row, column in spots:
        strength = min(1.0, float(excess[row, column]) / 90)
        x, y = (column + 0.5) * cell, (row + 0.5) * cell
        r, g, b = (min(255, int(v * 1.12)) for v in image[row, column])
        size = radius * (0.8 + 0.4 * strength)
        disc = skia.Paint(AntiAlias=True, Color=colour4((r, g, b), 0.3 * strength), BlendMode=skia.BlendMode.kScreen)
        canvas.drawCircle(x, y, size, disc)
        disc.setStyle(skia.Paint.kStroke_Style)
        disc.setStrokeWidth(max(size * 0.09, 0.8))
        disc.setColor(colour4((r, g, b), 0.2 * strength))
        canvas.drawCircle(x, y, size * 0.97, disc)


# -- under a figure --------------------------------------------------------------------------------------------------


def cast_shadow(brush: Brush, actor: Actor, direction: Direction) -> None:
    """What ties a figure to its ground: contact shadow, its own shadow lying away from the light, or a reflection."""
    left, top, right, bottom = actor.box
    if brush.inks and bottom - top > 0.35 * (right - left):
        _separate(brush, actor)
    if actor.ground is None or bottom > HEIGHT * 1.01:
        return
    light = brush.light
    strength = direction.medium.shadows * (0.55 + 0.45 * light.contrast)
    width, height = right - left, bottom - top
    if direction.setting.name == "flat lay" or _lies_on_paper(actor, direction):
        _dropped(brush, actor, strength, min(width, height))
        return
    tone = mix(light.shade, (10, 8, 20), 0.45)
    mirrored = direction.medium.name == "product" and (direction.indoors or direction.setting.name == "plain")
    if mirrored or direction.mood.surface in POLISHED:
        _reflect(brush, actor, 0.3 if mirrored else 0.2)
    long = direction.medium.name == "minimalist"
    length = min(0.55, 0.18 + 0.3 * abs(light.x)) * (1.0 if light.contrast > 0.3 else 0.6)
    _lying(brush, actor, tone, (0.24 if long else 0.3) * strength, length * (1.9 if long else 1.0))
    _contact(brush, actor, tone, strength, min(width, height * 1.2) * 0.09)


LEAFLIKE = {"leaf", "petal", "feather", "snowflake", "key", "coin", "letter", "envelope", "flower", "seashell"}


def _lies_on_paper(actor: Actor, direction: Direction) -> bool:
    """On an empty ground a leaf or a key lies on the sheet, as seen from above; it does not stand on its stalk."""
    subject = direction.scene.subjects[actor.figure.subject]
    return direction.setting.name == "plain" and subject.head in LEAFLIKE


def _dropped(brush: Brush, actor: Actor, strength: float, size: float) -> None:
    """The shadow of something thin that lies on a sheet: its own outline, a little aside, soft."""
    away = size * 0.035
    paint = skia.Paint(AntiAlias=True, Color=colour4(mix(brush.light.shade, (10, 8, 20), 0.4), 0.34 * strength))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(away * 0.6, 1.0)))
    shadow = skia.Matrix.Translate(-brush.light.x * away, -brush.light.y * away)
    brush.canvas.drawPath(changed(actor.figure.drawing.silhouette(), shadow), paint)


POLISHED = {"marble", "glass", "polished concrete", "polished", "metal", "steel", "black", "ice"}


def _contact(brush: Brush, actor: Actor, tone: Rgb, strength: float, flat: float) -> None:
    _, top, _, bottom = actor.box
    paint = skia.Paint(AntiAlias=True, Color=colour4(tone, 0.5 * strength))
    if brush.inks:
        paint.setColor(colour4((0, 0, 0)))
        flat *= 0.7
    for left, right in _feet(actor, bottom, bottom - top):
        high = min(flat, max((right - left) * 0.3, 3.0))
        if not brush.inks:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(high * 0.45, 1.0)))
        brush.canvas.drawOval(skia.Rect.MakeLTRB(left, bottom - high * 0.75, right, bottom + high * 0.55), paint)


def _lying(brush: Brush, actor: Actor, tone: Rgb, alpha: float, length: float) -> None:
    """The silhouette, laid on the ground; it fades and softens with the distance from the feet."""
    left, top, right, bottom = actor.box
    width, height, light = right - left, bottom - top, brush.light
    reach = height * length * 0.55
    matrix = skia.Matrix.Translate(0, bottom)
    matrix.preConcat(skia.Matrix.MakeAll(1, light.x * 0.9 * max(1.0, length * 2), 0, 0, length * 0.55, 0, 0, 0, 1))
    matrix.preTranslate(0, -bottom)
    fade = [colour4(tone, alpha * 1.25), colour4(tone, alpha * 0.45)]
    ends = [skia.Point(0, bottom), skia.Point(0, bottom - max(reach, 1.0))]
    paint = skia.Paint(AntiAlias=True, Shader=skia.GradientShader.MakeLinear(ends, fade, [0.0, 1.0]))
    if brush.inks:
        paint = skia.Paint(AntiAlias=True, Color=colour4((0, 0, 0) if brush.night else (120, 120, 120)))
    elif brush.manner.crisp:
        paint = skia.Paint(AntiAlias=False, Color=colour4(tone, alpha * 1.4))
    else:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(width * 0.018, 1.2)))
    path = changed(actor.figure.drawing.silhouette(), matrix)
    brush.canvas.save()
    brush.canvas.clipRect(skia.Rect.MakeLTRB(-50, bottom - reach * 1.1, 3000, HEIGHT + 50))
    brush.canvas.drawPath(path, paint)
    brush.canvas.restore()


def _reflect(brush: Brush, actor: Actor, strength: float) -> None:
    """The figure upside down on a polished ground, fading away from its foot."""
    left, top, right, bottom = actor.box
    depth = min((bottom - top) * 0.6, HEIGHT - bottom + 10)
    if depth < 12:
        return
    canvas = brush.canvas
    area = skia.Rect.MakeLTRB(left - 20, bottom - 60, right + 20, bottom + depth)
    canvas.save()
    canvas.clipRect(area)
    canvas.saveLayer(area, skia.Paint(ImageFilter=skia.ImageFilters.Blur(1.6, 2.6)))
    canvas.save()
    canvas.translate(0, 2 * bottom - min(16.0, (bottom - top) * 0.03))
    canvas.scale(1, -1)
    brush.draw(actor.figure.drawing.items)
    canvas.restore()
    ends = [skia.Point(0, bottom), skia.Point(0, bottom + depth)]
    tones = [colour4((0, 0, 0), strength * 1.3), colour4((0, 0, 0), strength * 0.35), colour4((0, 0, 0), 0.0)]
    mask = skia.Paint(Shader=skia.GradientShader.MakeLinear(ends, tones, [0.0, 0.5, 1.0]))
    mask.setBlendMode(skia.BlendMode.kDstIn)
    canvas.drawRect(area, mask)
    canvas.restore()
    canvas.restore()


def _separate(brush: Brush, actor: Actor) -> None:
    """An inker's trick: bare paper between the figure and what is behind it; at night only on the side of the light."""
    light, edge = brush.light, brush.unit * (0.0075 if brush.night else 0.006)
    white = skia.Paint(AntiAlias=True, Color=0xFFFFFFFF, StrokeJoin=skia.Paint.kRound_Join)
    white.setStyle(skia.Paint.kStrokeAndFill_Style)
    white.setStrokeWidth(edge * (0.8 if brush.night else 2.6))
    shift = edge if brush.night else 0.0
    brush.canvas.save()
    brush.canvas.translate(light.x * shift, light.y * shift)
    for item in actor.figure.drawing.items:
        if isinstance(item, Fill) and not item.decal and not item.clips and item.form != "glow" and not item.blur:
            brush.canvas.drawPath(item.path, white)
        elif isinstance(item, Line) and not item.glow and not item.clips and not item.blur and item.alpha > 0.6:
            brush.stroke(item.path, (255, 255, 255), item.width + edge)
    brush.canvas.restore()


def _feet(actor: Actor, bottom: float, height: float) -> list[tuple[float, float]]:
    """From where to where the figure touches the ground, once for each foot, wheel or leg that stands by itself."""
    line = bottom - height * 0.05
    spans: list[tuple[float, float]] = []
    for item in actor.figure.drawing.items:
        if item.clips or (item.glow if isinstance(item, Line) else item.decal or item.form == "glow"):
            continue
        if item.path.getBounds().bottom() <= line or item.alpha < 0.5:
            continue
        measure = skia.PathMeasure(item.path, isinstance(item, Fill))
        length = measure.getLength()
        spots = [measure.getPosTan(length * i / 40)[0] for i in range(40)] if length else []
        low = [spot.x() for spot in spots if spot.y() > line]
        if low:
            spans.append((min(low), max(low)))
    merged: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if merged and left < merged[-1][1] + height * 0.04:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    grow = height * 0.02
    return [(left - grow, right + grow) for left, right in merged] or [(actor.box[0], actor.box[2])]


def die_cut(brush: Brush, actor: Actor) -> None:
    """The white edge of a sticker with the shadow of its thickness, and the bold line around the whole shape."""
    edge, unit = brush.unit * 0.046, brush.unit
    left, top, right, bottom = actor.box
    area = skia.Rect.MakeLTRB(left - edge * 2, top - edge * 2, right + edge * 2, bottom + edge * 2)
    shadow = skia.ImageFilters.DropShadow(0, unit * 0.007, unit * 0.009, unit * 0.009, 0x66302028)
    rings = ((edge + unit * 0.0032, (206, 202, 204), shadow), (edge, (255, 255, 255), None))
    for wide, tone, under in rings:
        if under is not None:
            brush.canvas.saveLayer(area, skia.Paint(ImageFilter=under))
        _swell(brush, actor, wide, tone)
        if under is not None:
            brush.canvas.restore()
    if brush.manner.outline:
        _swell(brush, actor, brush.manner.outline * unit / 1000 * 1.9, brush.manner.outline_colour or (40, 30, 34))


def _swell(brush: Brush, actor: Actor, wide: float, tone: Rgb) -> None:
    """The whole shape in one tone, grown by half of `wide` on all sides."""
    paint = brush.stroke_paint(tone, wide, 1.0)
    for item in actor.figure.drawing.items:
        if isinstance(item, Line):
            if item.glow or item.blur or item.clips:
                continue
            paint.setStrokeWidth(wide + item.width)
            paint.setStyle(skia.Paint.kStroke_Style)
        elif item.form == "glow" or item.blur or item.decal or item.clips:
            continue
        else:
            paint.setStrokeWidth(wide)
            paint.setStyle(skia.Paint.kStrokeAndFill_Style)
        brush.canvas.drawPath(item.path, paint)


# -- before the figures ----------------------------------------------------------------------------------------------


def paint_front(brush: Brush, stage: Stage, direction: Direction) -> None:
    """The front layer and the weather."""
    brush.plane = "front"
    soft = direction.medium.depth > 0.4 and bool(stage.front.drawing.items)
    if soft:  # before the plane of focus as well
        sigma = direction.medium.depth**2 * brush.unit * 0.014
        brush.canvas.saveLayer(None, skia.Paint(ImageFilter=skia.ImageFilters.Blur(sigma, sigma)))
    brush.draw(stage.front.drawing.items)
    if soft:
        brush.canvas.restore()
    brush.plane = "subject"
    weather = direction.mood.weather
    chance = random.Random(direction.mood.seed)
    if direction.setting.airless or (direction.indoors and direction.setting.name not in OPEN):
        return
    if _rains(direction):
        _rain(brush, stage, chance, dark=luminance(_air(direction)) < 0.6)
    elif weather == "snow" or direction.setting.name == "snow":
        _snow(brush, stage, chance)
    elif weather == "fog":
        _fog(brush, stage)


OPEN = {"street", "alley", "city", "rooftop", "road", "farm", "market", "village", "harbour", "bridge"}


def _air(direction: Direction) -> Rgb:
    return (40, 44, 60) if direction.mood.night else (190, 200, 210)


def _rain(brush: Brush, stage: Stage, chance: random.Random, dark: bool) -> None:
    """Strokes in three distances. In ink they are cut out: white over black, black over white."""
    tone: Rgb = (255, 255, 255) if dark else (214, 226, 238)
    for weight, alpha, count, reach in ((3.0, 0.5, 46, 1.7), (1.9, 0.42, 110, 1.0), (1.2, 0.3, 150, 0.6)):
        path = skia.Path()
        for _ in range(int(count * stage.width / 1000)):
            x, y = chance.uniform(-60, stage.width + 60), chance.uniform(-60, HEIGHT)
            long = chance.uniform(30, 74) * reach
            path.moveTo(x, y)
            path.lineTo(x - long * 0.22, y + long)
        if brush.inks:
            paint = brush.stroke_paint((255, 255, 255), max(weight * 0.9, 1.7), 1.0)
            paint.setBlendMode(skia.BlendMode.kDifference)
            brush.canvas.drawPath(path, paint)
        else:
            brush.stroke(path, tone, weight, alpha)


def _splashes(brush: Brush, stage: Stage, chance: random.Random) -> None:
    """Where drops hit the ground: fewer and larger the nearer."""
    path = skia.Path()
    for _ in range(int(40 * stage.width / 1000)):
        depth = chance.random() ** 1.4
        x, y = chance.uniform(0, stage.width), stage.horizon + 60 + (HEIGHT - stage.horizon - 60) * depth
        wide = 5 + 10 * depth
        path.moveTo(x - wide, y)
        path.quadTo(x, y + wide * 0.34, x + wide, y)
        for lean in (-0.5, 0.1, 0.6):
            path.moveTo(x + lean * wide * 0.5, y - wide * 0.2)
            path.lineTo(x + lean * wide, y - wide * chance.uniform(0.5, 0.95))
    tone: Rgb = (255, 255, 255) if brush.night or not brush.inks else (0, 0, 0)
    brush.stroke(path, tone, 1.7 if brush.inks else 1.5, 1.0 if brush.inks else 0.5)


def _snow(brush: Brush, stage: Stage, chance: random.Random) -> None:
    for _ in range(int(130 * stage.width / 1000)):
        near = chance.random() ** 3
        radius = 1.8 + 6.5 * near
        paint = skia.Paint(AntiAlias=True, Color=colour4((255, 255, 255), 0.9 - 0.35 * near))
        if near > 0.35 and brush.manner.tone != "ink":
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, radius * 0.45))
        brush.canvas.drawCircle(chance.uniform(0, stage.width), chance.uniform(0, HEIGHT), radius, paint)


def _fog(brush: Brush, stage: Stage) -> None:
    air = brush.lit(stage.haze or (214, 220, 226))
    colours = [colour4(air, 0.62), colour4(air, 0.5), colour4(air, 0.12)]
    points = [skia.Point(0, stage.horizon - 260), skia.Point(0, HEIGHT)]
    shader = skia.GradientShader.MakeLinear(points, colours, [0.0, 0.45, 1.0])
    brush.canvas.drawRect(skia.Rect.MakeWH(stage.width, HEIGHT), skia.Paint(Shader=shader))


def reflect(brush: Brush, pool: Actor, actors: Sequence[Actor]) -> None:
    """What stands behind a puddle, upside down and pressed together, inside its outline."""
    left, top, right, bottom = pool.box
    inner = pool.figure.drawing.silhouette()
    brush.canvas.save()
    brush.canvas.clipPath(inner, skia.ClipOp.kIntersect, True)
    brush.canvas.saveLayer(skia.Rect.MakeLTRB(left, top, right, bottom), skia.Paint(Alphaf=0.75))
    for actor in actors:
        a_left, a_top, a_right, a_bottom = actor.box
        if actor is pool or a_right < left or a_left > right or actor.depth < pool.depth:
            continue
        squash = (bottom - top) * 1.15 / max(a_bottom - a_top, 1.0)
        matrix = skia.Matrix.Translate(0, bottom)
        matrix.preScale(1.0, -squash)
        matrix.preTranslate(0, -a_top)
        brush.canvas.save()
        brush.canvas.concat(matrix)
        brush.draw(actor.figure.drawing.items)
        brush.canvas.restore()
    brush.canvas.restore()
    brush.canvas.restore()
