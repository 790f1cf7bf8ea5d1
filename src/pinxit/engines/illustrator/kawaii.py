"""Kawaii: faces for what has none. A smiling avocado and a sleepy cloud get two eyes, a mouth and cheeks."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import INK, WHITE, Rgb, luminance
from pinxit.engines.illustrator.look import Look, Thing
from pinxit.engines.illustrator.pen import Drawing, Fill, Pen
from pinxit.engines.illustrator.shapes import arc, curve, ellipse

FACELESS = {"object", "food", "plant", "vessel", "vehicle", "building", "furniture", "sky", "clothes"}
CUTE = {"cute", "kawaii", "adorable", "smiling", "happy", "smiley", "cheerful"}
CHEEK: Rgb = (244, 120, 130)


def with_face(thing: Thing, look: Look, drawing: Drawing) -> Drawing:
    """`drawing` with a face on its largest part, if the words give a mood to a thing that has no face of its own."""
    moody = look.expression is not None or look.has(*CUTE)
    if not moody or thing.kind not in FACELESS or {"eyes", "head"} & set(drawing.anchors):
        return drawing
    left, top, right, bottom = drawing.bounds()
    parts = [i for i in drawing.items if isinstance(i, Fill) and not i.decal and i.form != "glow" and not i.blur]
    boxes = [(part.path.computeTightBounds(), part) for part in parts]
    box, tone = skia.Rect.MakeLTRB(left, top, right, bottom), WHITE
    if boxes:
        room = max(box.width() * box.height() for box, _ in boxes)
        large = [pair for pair in boxes if pair[0].width() * pair[0].height() > 0.5 * room]
        box, part = min(large, key=lambda pair: abs(pair[0].centerX() - (left + right) / 2))
        tone = part.paint if isinstance(part.paint, tuple) else part.paint.stops[0][1]
    spot = drawing.anchors.get("face")
    if spot is not None:
        box = skia.Rect.MakeXYWH(spot.x - spot.size * 0.8, spot.y - spot.size * 0.8, spot.size * 1.6, spot.size * 1.6)
    pen = Pen()
    _draw(pen, box, look.expression or "happy", WHITE if luminance(tone) < 0.38 else INK)
    return Drawing([*drawing.items, *pen.drawing.items], drawing.anchors)


def _draw(pen: Pen, box: skia.Rect, mood: str, ink: Rgb) -> None:
    unit = min(box.width(), box.height() * 1.2) / 10
    x, y = box.centerX(), box.centerY() + unit * 0.4
    closed = mood in {"sleepy", "calm", "laughing", "asleep"}
    for side in (-1, 1):
        eye = (x + side * unit * 1.5, y - unit * 0.3)
        if closed or (mood == "wink" and side == 1):
            start = 200 if mood == "laughing" else 20
            pen.line(arc(eye[0], eye[1], unit * 0.5, unit * 0.4, start, 140), ink, unit * 0.2)
        else:
            pen.decal(ellipse(*eye, unit * 0.46, unit * 0.56), ink)
            pen.decal(ellipse(eye[0] - unit * 0.14, eye[1] - unit * 0.2, unit * 0.17), WHITE if ink != WHITE else INK)
        pen.decal(ellipse(x + side * unit * 2.3, y + unit * 0.45, unit * 0.5, unit * 0.32), CHEEK, alpha=0.55)
        if mood == "angry":
            brow = curve(
                (eye[0] - side * unit * 0.6, eye[1] - unit * 0.6), (eye[0] + side * unit * 0.5, eye[1] - unit * 1.1)
            )
            pen.line(brow, ink, unit * 0.2)
    if mood in {"sad", "angry", "crying", "scared"}:
        pen.line(arc(x, y + unit * 1.1, unit * 0.6, unit * 0.45, 200, 140), ink, unit * 0.18)
    elif mood == "surprised":
        pen.decal(ellipse(x, y + unit * 0.8, unit * 0.3, unit * 0.38), ink)
    elif mood in {"happy", "laughing", "excited"}:
        mouth = skia.Path()
        mouth.addArc(skia.Rect.MakeLTRB(x - unit * 0.62, y - unit * 0.3, x + unit * 0.62, y + unit * 1.1), 0, 180)
        mouth.close()
        pen.decal(mouth, ink)
        with pen.on(mouth):
            pen.decal(ellipse(x, y + unit * 1.0, unit * 0.42, unit * 0.3), (236, 96, 104))
    else:
        pen.line(arc(x, y + unit * 0.3, unit * 0.5, unit * 0.42, 20, 140), ink, unit * 0.18)
