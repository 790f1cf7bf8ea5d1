"""Trunk, sleeves, skirts and trousers of every cut, drawn over a posed body."""

from __future__ import annotations

from typing import cast

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, luminance
from pinxit.engines.illustrator.pen import Form, Pen
from pinxit.engines.illustrator.rigs.body import Body, Limb, trunk_outline
from pinxit.engines.illustrator.rigs.collars import draw_collar
from pinxit.engines.illustrator.rigs.drapes import draw_chest, draw_sporran, poncho_outline
from pinxit.engines.illustrator.rigs.face import joined, stroke
from pinxit.engines.illustrator.rigs.outfit import CUTS, Cut, Item, Outfit
from pinxit.engines.illustrator.rigs.trimmings import draw_pattern, draw_trimmings
from pinxit.engines.illustrator.shapes import Point, common, smooth


def crease_of(colour: Rgb) -> Rgb:
    """The colour of folds in a cloth: darker, or lighter on what is nearly black."""
    light = luminance(colour)
    return darken(colour, 0.28 if light > 0.7 else 0.4) if light > 0.32 else lighten(colour, 0.22)


def span(start: float, end: float, step: float) -> list[float]:
    """Evenly spaced numbers from `start` up to `end`."""
    return [start + step * k for k in range(int((end - start) / step) + 1)]


_WOVEN = {"apron", "samue", "robe", "gi", "kimono", "coat", "trench", "overalls", "poncho", "tunic"}


class Tailor:
    """Dresses one body. `crop`, if given, is where the picture of a bust ends."""

    def __init__(self, pen: Pen, body: Body, outfit: Outfit, skin: Rgb, crop: skia.Path | None = None) -> None:
        self.pen = pen
        self.body = body
        self.outfit = outfit
        self.skin = skin
        self.crop = crop

    def fill(self, path: skia.Path, colour: Rgb, form: str = "soft", line: float = 1.0) -> skia.Path:
        """Fill what lies inside the picture."""
        if self.crop is not None:
            path = common(path, self.crop)
        return self.pen.fill(path, colour, cast("Form", form), line=line)

    # -- legs --------------------------------------------------------------------------------------------------------

    def leg(self, limb: Limb, *, far: bool = False) -> None:
        """One leg in its trousers, shorts or skin, without the foot."""
        f = self.body.frame
        g = f.girth
        shade = 0.16 if far else 0.0
        legs = self.outfit.get("legs") or Item("legs", "bare", self.skin)
        bib = self.outfit.get("front")
        colour = bib.colour if bib and bib.kind == "overalls" else legs.colour
        kind = "trousers" if bib and bib.kind == "overalls" else legs.kind
        if kind != "trousers":
            self.fill(limb.tube(15.5 * g, 10.6 * g, 6.6 * g), darken(self.skin, shade), "soft")
        if kind == "trousers":
            puffy = self.outfit.kind("top") in {"spacesuit", "turnout", "santa"}
            tight = self.outfit.kind("top") in {"hero", "armour"}
            w = 5.0 if puffy else (-1.0 if tight else 1.0)
            shape = limb.tube(17 * g + w, 12.8 * g + w, (10.4 if not tight else 7.6) * g + w, reach=1.0)
            self.fill(shape, darken(colour, shade), "metal" if self.outfit.kind("top") == "armour" else "soft")
            self._leg_folds(shape, limb, darken(colour, shade))
        elif kind == "hakama":
            shape = self.fill(limb.tube(18 * g, 19 * g, 21 * g, reach=0.97), darken(colour, shade), "soft")
            with self.pen.on(shape):
                for k in (-1, 0, 1):
                    joints = zip((limb.a, limb.b, limb.c), (4, 5, 6), strict=True)
                    line = [(x + k * apart, y) for (x, y), apart in joints]
                    self.pen.decal(stroke(line, 1.0, 0.4, 1.0), crease_of(darken(colour, shade)), alpha=0.5)
        elif kind == "shorts":
            shape = limb.tube(17.5 * g, 15.5 * g, 14 * g, reach=0.42)
            self.fill(shape, darken(colour, shade), "soft")

    def _leg_folds(self, shape: skia.Path, limb: Limb, colour: Rgb) -> None:
        x, y = limb.b
        w = 4.6 * self.body.frame.girth
        with self.pen.on(shape):
            for k in (-1, 0, 1):
                fold = [(x - w, y + k * 2.2 - 1), (x, y + k * 2.0), (x + w * 0.7, y + k * 2.4 - 1.2)]
                self.pen.decal(stroke(fold, 0.7), crease_of(colour), alpha=0.4)
            cx, cy = limb.along(0.95)
            self.pen.decal(stroke([(cx - w, cy - 1.5), (cx, cy), (cx + w, cy - 1)], 0.7), crease_of(colour), alpha=0.45)

    def _weave(self, shape: skia.Path, item: Item) -> None:
        """The threads of a cloth seen close: warp and weft, now and then a thicker one."""
        if self.crop is None or item.kind not in _WOVEN:
            return
        colour = item.colour
        area = shape.getBounds()
        threads, slubs = skia.Path(), skia.Path()
        for number, x in enumerate(span(area.left(), area.right(), 0.62)):
            threads.addRect(skia.Rect.MakeXYWH(x, area.top(), 0.16, area.height()))
            if number % 7 == 0:
                slubs.addRect(skia.Rect.MakeXYWH(x + 0.2, area.top() + number * 5 % 11, 0.2, 3 + number % 4))
        for number, y in enumerate(span(area.top(), area.bottom(), 0.62)):
            threads.addRect(skia.Rect.MakeXYWH(area.left(), y, area.width(), 0.16))
            if number % 5 == 0:
                slubs.addRect(skia.Rect.MakeXYWH(area.left() + number * 7 % 29, y + 0.2, 3 + number % 5, 0.2))
        with self.pen.on(shape):
            self.pen.decal(threads, darken(colour, 0.45), alpha=0.07)
            self.pen.decal(slubs, lighten(colour, 0.4), alpha=0.1)

    # -- arms --------------------------------------------------------------------------------------------------------

    def arm(self, limb: Limb, *, far: bool = False, fore: bool = False) -> None:
        """One arm in its sleeves, without the hand; of a forearm (`fore`) short sleeves are not drawn again."""
        g = self.body.frame.girth
        shade = 0.16 if far else 0.0
        layers = [item for slot in ("top", "over") if (item := self.outfit.get(slot))]
        longest = max((CUTS[item.kind].sleeve for item in layers), default=0.0)
        if longest < 0.95:
            self.fill(limb.tube(9.2 * g, 7.6 * g, 5.2 * g), darken(self.skin, shade), "soft")
        for item in layers:
            cut = CUTS[item.kind]
            if cut.sleeve > (0.6 if fore else 0.0):
                self._sleeve(limb, item, cut, shade)

    def _sleeve(self, limb: Limb, item: Item, cut: Cut, shade: float) -> None:
        g = self.body.frame.girth
        e = cut.ease * min(1.0, g * 1.1)
        colour = darken(item.colour, shade)
        shape = limb.tube(9.8 * g + e * 0.9, 8.4 * g + e * 1.2, (6.4 * g + e * 0.9) * cut.wide, reach=cut.sleeve)
        shape = self.fill(shape, colour, cut.form)
        self._weave(shape, item)
        with self.pen.on(shape):
            if item.pattern:
                draw_pattern(self.pen, shape.getBounds(), item)
            x, y = limb.b
            w = 4.4 * g + e * 0.5
            fold = crease_of(colour)
            if cut.sleeve > 0.6:
                for k in (-1, 0, 1):
                    line = [(x - w, y + k * 2.1 - 1), (x - 0.4, y + k * 1.7), (x + w * 0.8, y + k * 2.4 + 0.8)]
                    self.pen.decal(stroke(line, 0.75), fold, alpha=0.5)
                ex, ey = limb.along(cut.sleeve)
                bx, by = limb.along(cut.sleeve - 0.1)
                nx, ny = (ey - by) * 0.9, -(ex - bx) * 0.9
                mx, my = limb.along(cut.sleeve - 0.045)
                self.pen.decal(stroke([(mx - nx, my - ny), (mx, my), (mx + nx, my + ny)], 0.6, 1, 1), fold, alpha=0.55)

    # -- trunk -------------------------------------------------------------------------------------------------------

    def trunk(self) -> None:
        """Everything on the trunk, from the skin out."""
        body = self.body
        top, over, front = (self.outfit.get(slot) for slot in ("top", "over", "front"))
        skin = trunk_outline(body, 0.0, 1.06)
        shown = top is None or top.kind in {"tank", "swimsuit", "bikini", "bare", "dress", "gown", "tutu"}
        if shown:
            chest = self.fill(skin, self.skin, "soft")
            if top and top.kind == "bare":
                draw_chest(self.pen, body, chest, self.skin)
        if self.outfit.kind("legs") in {"skirt", "kilt"}:
            legs = self.outfit.items["legs"]
            kilt = legs.kind == "kilt"
            self._skirt(legs, Cut(skirt=0.47, flare=5.5 if not kilt else 4.5, ease=1, detail=("folds",)), waist=0.74)
            if kilt:
                draw_sporran(self.pen, body)
        if top:
            self._layer(top, under=None)
        if front and front.kind == "overalls" and not over:
            self._overalls(front)
        if over:
            self._layer(over, under=top)
        if front and front.kind == "apron":
            self._apron(front)

    def _layer(self, item: Item, under: Item | None) -> None:
        cut = CUTS[item.kind]
        body = self.body
        if item.kind == "bare":
            return
        if cut.skirt:
            skirt = item if "two" not in cut.detail else Item("legs", item.kind, item.second, item.colour, item.pattern)
            self._skirt(skirt, cut, waist=cut.waist)
        ease = cut.ease * min(1.0, body.frame.girth * 1.1)
        shape = poncho_outline(body) if item.kind == "poncho" else trunk_outline(body, ease, cut.length)
        if item.kind in {"tank", "swimsuit", "bikini", "tutu"}:
            shape = common(shape, self._strapless(item.kind))
        filled = self.fill(shape, item.colour, cut.form, line=0.0 if cut.skirt else 1.0)
        self._weave(filled, item)
        with self.pen.on(filled), self.pen.at(*body.pit, 1, turn=body.tilt):
            if item.pattern:
                f = body.frame
                draw_pattern(self.pen, skia.Rect.MakeLTRB(-f.shoulder * 1.4, -3, f.shoulder * 1.4, f.trunk * 1.3), item)
            self._folds(item.colour)
            draw_trimmings(self.pen, body.frame, item, cut, body.squeeze)
            draw_collar(self.pen, body.frame, item, cut, self._under(under))

    def _under(self, under: Item | None) -> tuple[Rgb, Item | None]:
        return (under.colour if under else self.skin, self.outfit.get("neck"))

    def _strapless(self, kind: str) -> skia.Path:
        f, body = self.body.frame, self.body
        w = f.shoulder
        y = 6.5 if kind == "tank" else 11
        points = [(-w * 0.62, -1), (-w * 0.4, -1), (-w * 0.3, y), (0, y + 4), (w * 0.3, y), (w * 0.4, -1), (w * 0.62,
            -1), (w * 0.74, y + 7),
                  (w * 1.3, y + 10), (w * 1.3, f.trunk * 1.3), (-w * 1.3, f.trunk * 1.3), (-w * 1.3, y + 10),
                  (-w * 0.74, y + 7)]  # fmt: skip
        return smooth([body.trunk(x, yy) for x, yy in points], tension=0.3)

    def _folds(self, colour: Rgb) -> None:
        """Where cloth is drawn together: from the armpits, above the waist and over the hips."""
        f, k = self.body.frame, self.body.squeeze
        fold, lit = crease_of(colour), lighten(colour, 0.3)
        w, v, t = f.shoulder * k, f.waist * k, f.trunk
        for side in (-1, 1):
            lines = (
                ([(0.88 * w, 0.21 * t), (0.72 * w, 0.25 * t), (0.54 * w, 0.28 * t)], 1.0, 0.34),
                ([(0.9 * w, 0.24 * t), (0.74 * w, 0.33 * t), (0.64 * w, 0.44 * t)], 1.3, 0.42),
                ([(0.86 * w, 0.3 * t), (0.8 * w, 0.42 * t), (0.76 * w, 0.52 * t)], 0.9, 0.3),
                ([(1.1 * v, 0.64 * t), (0.7 * v, 0.69 * t), (0.24 * v, 0.68 * t)], 1.0, 0.36),
                ([(1.15 * v, 0.7 * t), (0.8 * v, 0.75 * t), (0.5 * v, 0.755 * t)], 1.0, 0.32),
                ([(f.hip * k, 0.82 * t), (f.hip * k * 0.6, 0.86 * t), (f.hip * k * 0.3, 0.84 * t)], 0.8, 0.26),
            )  # fmt: skip
            soft, hard, above = [], [], []
            for number, (line, wide, deep) in enumerate(lines):
                drift = 0.02 * t * (side > 0) * (1 if number % 2 else -1)  # no two sides crease alike
                spots = [(side * x, y + drift) for x, y in line]
                soft.append(stroke(spots, wide * 1.9, 0.6, 0.0))
                hard.append(stroke(spots, wide * deep * 1.8, 0.8, 0.0))
                above.append(stroke([(x, y - wide * 1.2) for x, y in spots], wide, 0.4, 0.0))
            self.pen.decal(joined(soft), fold, alpha=0.19, blur=0.9)
            self.pen.decal(joined(hard), fold, alpha=0.3)
            self.pen.decal(joined(above), lit, alpha=0.19, blur=0.6)

    def _skirt(self, item: Item, cut: Cut, waist: float) -> None:
        hem_l, hem_r = self.body.left_leg.along(cut.skirt), self.body.right_leg.along(cut.skirt)
        f, body, k = self.body.frame, self.body, self.body.squeeze
        half = 6.5 * f.girth + cut.flare * (f.trunk / 53)
        first, last = sorted((hem_l, hem_r))
        low = max(first[1], last[1])
        a, b = (first[0] - half, (first[1] + low) / 2), (last[0] + half, (last[1] + low) / 2)
        hip = (f.hip + cut.ease * 1.1) * k
        wide = (f.waist + cut.ease + 0.4) * k
        left_waist, right_waist = body.trunk(-wide, f.trunk * waist), body.trunk(wide, f.trunk * waist)
        left_hip, right_hip = body.trunk(-hip, f.trunk * 0.97), body.trunk(hip, f.trunk * 0.97)
        centre = ((a[0] + b[0]) / 2, low + half * 0.24)
        sides: dict[int, list[Point]] = {-1: [], 1: []}
        for limb in (self.body.left_leg, self.body.right_leg) if cut.skirt > 0.5 else ():
            for side, hip_point, end in ((-1, left_hip, a), (1, right_hip, b)):
                x, y = limb.b[0] + side * 7.0 * f.girth, limb.b[1]
                t = (y - hip_point[1]) / max(end[1] - hip_point[1], 1e-6)
                if 0.05 < t < 0.95 and side * (x - hip_point[0] - (end[0] - hip_point[0]) * t) > 0:
                    sides[side].append((x, y))
        low_right, low_left = ((end[0] * 0.6 + centre[0] * 0.4, centre[1] - 0.4) for end in (b, a))
        outline = [left_waist, right_waist, right_hip, *sides[1], b, low_right, centre, low_left, a, *sides[-1],
                   left_hip]  # fmt: skip
        shape = self.fill(smooth(outline, tension=0.34), item.colour, cut.form)
        self._skirt_folds(shape, item, cut, (left_hip, right_hip, a, b, centre))

    def _skirt_folds(
        self, shape: skia.Path, item: Item, cut: Cut, spots: tuple[Point, Point, Point, Point, Point]
    ) -> None:
        left, right, a, b, centre = spots
        pen, fold = self.pen, crease_of(item.colour)
        with pen.on(shape):
            if item.pattern:
                draw_pattern(pen, shape.getBounds(), item)
            coat = item.slot == "over"
            count = 2 if coat else 8 if "folds" in cut.detail or cut.flare > 5 else 4
            for i in range(count):
                t = (i + 0.7) / (count + 0.4)
                x0, x1 = left[0] + (right[0] - left[0]) * t, a[0] + (b[0] - a[0]) * t
                bend = (t - 0.5) * 5
                line = [
                    (x0, left[1] + 2 + (i % 2) * 6),
                    ((x0 + x1) / 2 - bend, (left[1] + centre[1]) / 2),
                    (x1, centre[1] + 1),
                ]
                pen.decal(stroke(line, 1.5 + 0.8 * (i % 2), 0.1, 1.0), fold, alpha=0.4)
                lit = [(x + 2.1, y) for x, y in line]
                pen.decal(stroke(lit, 1.3, 0.0, 1.0), lighten(item.colour, 0.4), alpha=0.28)
            if "trim" in cut.detail or "fur" in cut.detail:
                rim = [a, (centre[0], centre[1] - 1.5), b]
                pen.decal(stroke(rim, 6 if "fur" in cut.detail else 3, 1, 1), item.second)
            if "open" in cut.detail or "wrap" in cut.collar:
                x0 = (left[0] + right[0]) / 2
                pen.decal(
                    stroke([(x0, left[1] - 20), (x0 + 0.3, left[1]), (centre[0] + 1.4, centre[1] + 2)], 0.9, 1, 1),
                    darken(item.colour, 0.5),
                    alpha=0.75,
                )

    def _overalls(self, item: Item) -> None:  # limit: one drawing, told from back to front
        f, body, k = self.body.frame, self.body, self.body.squeeze
        w = f.shoulder * 0.5 * k
        seat = trunk_outline(body, 1.6, 1.1)
        bib = smooth([body.trunk(x, y) for x, y in (
            (-w, f.trunk * 0.26), (w, f.trunk * 0.26), (w * 1.1, f.trunk * 0.58), (f.hip * 1.4, f.trunk * 0.68),
            (f.hip * 1.5, f.trunk * 1.2),
            (-f.hip * 1.5, f.trunk * 1.2), (-f.hip * 1.4, f.trunk * 0.68), (-w * 1.1, f.trunk * 0.58))],
            tension=0.2)  # fmt: skip
        for side in (-1, 1):
            strap = [
                body.trunk(side * w * 0.86, f.trunk * 0.3),
                body.trunk(side * w * 0.95, 8),
                body.trunk(side * f.shoulder * 0.56, 0.5),
            ]
            self.fill(stroke(strap, 3.6 * f.girth, 1, 1), darken(item.colour, 0.1), "soft", 0.5)
        shape = self.fill(common(seat, bib), item.colour, "soft")
        stitch = lighten(item.colour, 0.45)
        with self.pen.on(shape), self.pen.at(*body.pit, 1, turn=body.tilt):
            self.pen.decal(
                stroke([(-w, f.trunk * 0.29), (0, f.trunk * 0.29), (w, f.trunk * 0.29)], 0.5, 1, 1), stitch, alpha=0.8
            )
            pocket = smooth(
                [
                    (-w * 0.5, f.trunk * 0.36),
                    (w * 0.5, f.trunk * 0.36),
                    (w * 0.48, f.trunk * 0.5),
                    (-w * 0.48, f.trunk * 0.5),
                ],
                tension=0.15,
            )
            self.pen.decal(pocket, darken(item.colour, 0.12), line=0.4)
            self.pen.decal(
                stroke([(-w * 0.5, f.trunk * 0.38), (0, f.trunk * 0.38), (w * 0.5, f.trunk * 0.38)], 0.4, 1, 1),
                stitch,
                alpha=0.8,
            )
            self.pen.decal(
                stroke([(-f.hip, f.trunk * 0.68), (0, f.trunk * 0.69), (f.hip, f.trunk * 0.68)], 0.8, 1, 1),
                darken(item.colour, 0.4),
                alpha=0.6,
            )

    def _apron(self, item: Item) -> None:  # limit: one drawing, told from back to front
        f, body, k = self.body.frame, self.body, self.body.squeeze
        w = f.shoulder * 0.5 * k
        for side in (-1, 1):
            strap = [
                body.trunk(side * w * 0.92, f.trunk * 0.27),
                body.trunk(side * w * 0.74, 6),
                body.trunk(side * f.neck_w * 1.02, -1.6),
            ]
            self.fill(stroke(strap, 2.4, 1, 1), darken(item.colour, 0.16), "soft", 0.4)
        knees = (self.body.left_leg.along(0.36), self.body.right_leg.along(0.36))
        low = max(y for _, y in knees)
        hip = (f.hip + 2.0) * k
        lx, rx = min(x for x, _ in knees) - 5.5 * f.girth, max(x for x, _ in knees) + 5.5 * f.girth
        points = [body.trunk(-w, f.trunk * 0.24), body.trunk(0, f.trunk * 0.255), body.trunk(w, f.trunk * 0.24),
            body.trunk(w * 1.12, f.trunk * 0.44),
                  body.trunk(hip * 0.93, f.trunk * 0.66), body.trunk(hip, f.trunk), (rx, low), ((lx + rx) / 2,
                      low + 2), (lx, low),
                  body.trunk(-hip, f.trunk), body.trunk(-hip * 0.93, f.trunk * 0.66), body.trunk(-w * 1.12,
                      f.trunk * 0.44)]  # fmt: skip
        shape = self.fill(smooth(points, tension=0.3), item.colour, "soft")
        self._weave(shape, item)
        fold = crease_of(item.colour)
        with self.pen.on(shape):
            if item.pattern:
                draw_pattern(self.pen, shape.getBounds(), item)
            with self.pen.at(*body.pit, 1, turn=body.tilt):
                y = f.trunk * 0.285
                self.pen.decal(
                    stroke([(-w, y - 0.4), (0, y + 0.4), (w, y - 0.4)], 0.5, 1, 1),
                    lighten(item.colour, 0.35),
                    alpha=0.7,
                )
                belt = [(-hip * 1.1, f.trunk * 0.67), (0, f.trunk * 0.7), (hip * 1.1, f.trunk * 0.67)]
                self.pen.decal(stroke(belt, 2.2, 1, 1), darken(item.colour, 0.22))
                pocket = smooth(
                    [
                        (-w * 0.9, f.trunk * 0.82),
                        (w * 0.9, f.trunk * 0.82),
                        (w * 0.86, f.trunk * 1.06),
                        (-w * 0.86, f.trunk * 1.06),
                    ],
                    tension=0.12,
                )
                self.pen.decal(pocket, darken(item.colour, 0.1))
                self.pen.decal(
                    stroke([(-w * 0.9, f.trunk * 0.845), (0, f.trunk * 0.85), (w * 0.9, f.trunk * 0.845)], 0.5, 1, 1),
                    lighten(item.colour, 0.35),
                    alpha=0.6,
                )
                for x, y0, y1 in ((-w * 0.7, 0.36, 0.6), (w * 0.55, 0.4, 0.64), (w * 0.1, 0.5, 0.66)):
                    self.pen.decal(
                        stroke(
                            [(x, f.trunk * y0), (x * 0.9 + 0.8, f.trunk * (y0 + y1) / 2), (x * 0.7, f.trunk * y1)], 0.9
                        ),
                        fold,
                        alpha=0.4,
                    )
