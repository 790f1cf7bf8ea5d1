"""Clothes cut to an animal: cloth over the torso and the limbs, a skirt over the haunches, trimmings on the chest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, luminance, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Drawing, Item, Pen
from pinxit.engines.illustrator.rigs.cloth_cuts import WHITE, Cut, cut_for
from pinxit.engines.illustrator.rigs.cloth_gear import GEAR, UNBOUND
from pinxit.engines.illustrator.rigs.cloth_mantles import bowl, cape, flying_cape, pack, side_frill
from pinxit.engines.illustrator.rigs.cloth_surfaces import cover
from pinxit.engines.illustrator.rigs.cloth_trims import TRIMS, Sewing, crew
from pinxit.engines.illustrator.rigs.material import Finish, finish, patterned
from pinxit.engines.illustrator.rigs.tailoring import Fit, Layers, behind_neck, grown, measure, sewn
from pinxit.engines.illustrator.shapes import Point, box, common, curve, ellipse, minus, polygon, smooth, tube, union

BLANKET = 0.6  # the hem of what lies on the back only
EDGED = {"crew", "sailor", "santa", "fire", "space", "robe", "kimono", "hero", "royal"}  # trimmed all round
BANDED = {"fire", "life jacket"}  # straps that pass behind the forelegs
TWEED: Rgb = (150, 122, 88)
TIE: Rgb = (176, 44, 52)


def dress(drawing: Drawing, garments: Sequence[Look]) -> Drawing:
    """The animal in its clothes, one look for each garment by its noun; as it was when it cannot be dressed."""
    fit = measure(drawing)
    known = [(look, found[1]) for look in garments if (found := cut_for(look.noun)) is not None]
    if fit is None or not known:
        return drawing
    layers: Layers = []
    for look, cut in sorted(known, key=lambda pair: pair[1].rank):
        tweed = look.has("tweed", "checked")
        layers += _cut_out(drawing, fit, replace(cut, surface="tweed", colour=TWEED) if tweed else cut, look)
    return sewn(drawing, layers, fit.dropped)


def _cut_out(drawing: Drawing, fit: Fit, cut: Cut, look: Look) -> Layers:
    """The layers of one garment."""
    what = finish(look, cut.colour, cut.form, "cloth")
    if cut.front == "bowl":
        return [(len(drawing.items), bowl(fit, drawing.anchors.get("head", fit.neck), what.rgb))]
    lying = not fit.facing and fit.neck.y > fit.body.y - 0.08 * fit.body.size
    if cut.front in {"cape", "royal"} and not lying:
        return (cape if fit.facing else flying_cape)(fit, what, cut.second if cut.front == "royal" else None)
    if not fit.facing:
        return side_frill(fit, what.rgb) if cut.front == "tutu" else _side(fit, cut, look, what)
    behind = pack(fit, what) if cut.front == "straps" else []
    return [*behind, *_front(fit, cut, look, what)]


def _front(fit: Fit, cut: Cut, look: Look, what: Finish) -> Layers:
    """Seen from the front: what lies under the haunches, on them, on the limbs, and on the chest."""
    under, over, front = Pen(), Pen(), Pen()
    layers: Layers = []
    body = _bodice(fit, cut)
    chest = [body]
    if cut.start < 1:
        _lay(under, body, (cut, look, what), fit)
        if cut.front in {"rib", "hood"}:
            _rib(under, body, fit, _hem(fit, cut), what.rgb)
        layers.append((fit.under, under.drawing.items))
    if cut.skirt:
        for panel in _skirt(fit, cut):
            _lay(over, panel, (cut, look, what), fit)
            _folds(over, panel, what.rgb, fit)
        layers.append((fit.over, over.drawing.items))
    for limb in fit.limbs if cut.sleeve else ():
        sleeve = _sleeve(fit, cut, limb.path)
        if sleeve is not None:
            layers.append((limb.index, _sewn_sleeve(fit, (cut, look, what), sleeve)))
            if limb.index <= fit.front:
                chest.append(sleeve)
    for haunch in fit.haunches if cut.hem > 0.9 and cut.start < 0.5 else ():
        leg, pen = _sleeve(fit, replace(cut, sleeve=0.9), haunch.path), Pen()
        if leg is not None:
            _lay(pen, leg, (cut, look, what), fit)
            layers.append((haunch.index, pen.drawing.items))
    whole = union(*chest) if cut.start < 1 else _bodice(fit, replace(cut, start=0.0, hem=1.0))
    sewing = Sewing(fit, cut, look, what, whole)
    _trim(front, sewing)
    layers.append((fit.under if cut.front in BANDED and not cut.sleeve else fit.front, front.drawing.items))
    return layers


def _trim(pen: Pen, sewing: Sewing) -> None:
    draw = GEAR.get(sewing.cut.front) or TRIMS.get(sewing.cut.front, crew)
    if sewing.cut.front in UNBOUND:
        draw(pen, sewing)
        return
    with pen.on(sewing.chest):
        draw(pen, sewing)


def _side(fit: Fit, cut: Cut, look: Look, what: Finish) -> Layers:
    """Seen from the side: a coat over the back and the flanks."""
    pen, u = Pen(), fit.body.size / 100
    path = common(grown(fit.torso, 2.2 * u), behind_neck(fit, long=cut.hem != BLANKET))
    edge = cut.second if cut.second is not None and cut.front in EDGED else darken(what.rgb, 0.24)
    _lay(pen, path, (cut, look, what), fit)
    with pen.on(path):
        if cut.front == "fire":
            bounds = path.getBounds()
            for share in (0.36, 0.7):
                y = bounds.top() + share * bounds.height()
                for width, tone in ((13, edge), (5, (228, 232, 236))):
                    pen.line(curve((bounds.left(), y), (bounds.right(), y)), tone, width * u)
        pen.line(path, edge, 9 * u)
        pen.line(path, darken(edge, 0.3), 1.2 * u, alpha=0.6)
        bounds = path.getBounds()
        x, y = bounds.centerX(), bounds.bottom()
        pen.line(curve((x, y - 30 * u), (x + 3 * u, y - 15 * u), (x, y)), darken(what.rgb, 0.3), 1.6 * u, alpha=0.4)
    if cut.front in {"suit", "tuxedo", "trench", "vest"}:
        _side_tie(pen, fit, look.colour(cut.second or TIE, 1))
    return [(max(fit.front, fit.under), pen.drawing.items)]


def _side_tie(pen: Pen, fit: Fit, tone: Rgb) -> None:
    """Seen from the side: a white collar round the neck, and the tie that hangs from it."""
    n, b, size = fit.neck, fit.body, fit.neck.size
    dx, dy = n.x - b.x, n.y - b.y
    far = math.hypot(dx, dy) or 1.0
    px, py = -dy / far * size * 0.5, dx / far * size * 0.5
    if py < 0:
        px, py = -px, -py
    x, y = n.x + px * 0.8, n.y + py * 0.8
    tie = [(x - 0.1 * size, y), (x + 0.1 * size, y), (x + 0.17 * size, y + 0.62 * size), (x, y + 0.78 * size)]
    pen.fill(polygon([*tie, (x - 0.17 * size, y + 0.62 * size)]), tone, "soft", line=0.7)
    pen.fill(tube([(n.x - px, n.y - py), (n.x + px, n.y + py)], 0.26 * size), WHITE, "soft", line=0.7)
    pen.fill(ellipse(x, y, 0.13 * size), darken(tone, 0.12), "soft", line=0.6)


def _lay(pen: Pen, path: skia.Path, cloth: tuple[Cut, Look, Finish], fit: Fit) -> None:
    """A piece of cloth with its surface and the prompt's pattern."""
    cut, look, what = cloth
    pen.fill(path, what.rgb, what.form)
    if look.pattern:
        patterned(pen, path, look, what.rgb)
    elif cut.surface:
        with pen.on(path):
            cover(pen, cut.surface, path, what.rgb, fit.unit, look.colour(cut.second or lighten(what.rgb, 0.5), 1))


# -- outlines --------------------------------------------------------------------------------------------------------


def _legged(fit: Fit) -> bool:
    """Does it stand on legs below its torso, as a robot does?"""
    return fit.foot < -22 * fit.unit


def _hem(fit: Fit, cut: Cut) -> float:
    return fit.foot + 3 * fit.unit if _legged(fit) else fit.down(cut.hem)


def _bodice(fit: Fit, cut: Cut) -> skia.Path:
    """The torso from the neckline to the hem, a little wider than what is in it."""
    u, x = fit.unit, fit.body.x
    top, hem, w = fit.down(cut.start), _hem(fit, cut), fit.neck.size / 2
    rise = 7 * u if fit.whole else 24 * u
    far = 400.0
    points: list[Point] = [(x - far, hem), (x - far, top - rise - 10 * u), (x - w, top - rise)]
    collar = smooth(
        [*points[2:], (x - w * 0.5, top + 1 * u), (x, top + 4 * u), (x + w * 0.5, top + 1 * u), (x + w, top - rise)],
        closed=False,
    )
    if cut.start > 0:
        collar = polygon([(x - w, top), (x + w, top)], closed=False)
    region = skia.Path(collar)
    region.lineTo(x + far, top - rise - 10 * u if cut.start == 0 else top)
    region.lineTo(x + far, hem)
    region.quadTo(x, hem + 9 * u, x - far, hem)
    region.lineTo(x - far, top - rise - 10 * u if cut.start == 0 else top)
    region.close()
    return common(grown(fit.torso, 3.2 * u), region)


def _skirt(fit: Fit, cut: Cut) -> list[skia.Path]:
    """The skirt of a dress, or the two skirts of an open coat."""
    u, x = fit.unit, fit.body.x
    waist = fit.down(0.42)
    low = fit.foot * 0.4 if _legged(fit) else fit.down(cut.skirt)
    a = fit.half(waist) + 3 * u
    b = max(fit.half(fit.down(0.8)), a) * cut.flare + 2 * u
    open_ = 0.0 if cut.front in {"dress", "kimono", "robe"} else 5 * u
    mid = (waist + low) / 2
    right = [(x + a, waist), (x + (a + b) / 2 + 4 * u, mid), (x + b, low - 4 * u), (x + b * 0.94, low)]
    right += [(x + b * 0.55, low + 3.5 * u), (x + open_, low + 4 * u)]
    half = smooth([(x - 0.2 + open_ * 0.2, waist), *right], tension=0.36)
    left = skia.Path(half)
    left.transform(skia.Matrix().setScale(-1, 1, x, 0))
    return [union(half, left)] if not open_ else [half, left]


def _sleeve(fit: Fit, cut: Cut, limb: skia.Path) -> skia.Path | None:
    """A limb's outline down to the cuff, a little wider."""
    bounds, u = limb.computeTightBounds(), fit.unit
    wide = grown(limb, 2.4 * u)
    upper = bounds.top() < fit.top + 0.3 * (fit.foot - fit.top)
    if cut.sleeve < 0.6 and not upper:
        return None
    slim = bounds.height() > 1.5 * bounds.width()
    if not slim and cut.sleeve >= 0.6:
        return wide
    cuff = bounds.top() + bounds.height() * cut.sleeve
    return common(wide, box(bounds.left() - 20, bounds.top() - 20, bounds.width() + 40, cuff - bounds.top() + 20))


# -- pieces ----------------------------------------------------------------------------------------------------------


def _sewn_sleeve(fit: Fit, cloth: tuple[Cut, Look, Finish], sleeve: skia.Path) -> list[Item]:
    cut, look, what = cloth
    pen, u = Pen(), fit.unit
    bounds = sleeve.computeTightBounds()
    pen.fill(sleeve, what.rgb, what.form, line=0.8)
    if look.pattern:
        patterned(pen, sleeve, look, what.rgb)
    with pen.on(sleeve):
        if cut.surface and not look.pattern:
            cover(pen, cut.surface, sleeve, what.rgb, u, look.colour(cut.second or lighten(what.rgb, 0.5), 1))
        left, right, low = bounds.left(), bounds.right(), bounds.bottom()
        ribbed, deep = cut.front in {"rib", "hood"}, (8 if cut.front in {"rib", "hood", "santa", "space"} else 5) * u
        tone = {"santa": cut.second, "space": cut.second, "fire": cut.second, "sailor": cut.second}.get(cut.front)
        cuff = box(left - 4, low - deep, right - left + 8, deep + 4)
        if ribbed or tone is not None or cut.front in {"trench", "kimono", "robe", "armour"}:
            pen.decal(cuff, tone or darken(what.rgb, 0.13))
        pen.line(
            curve((left, low - deep), ((left + right) / 2, low - deep + 1.5 * u), (right, low - deep)),
            darken(what.rgb, 0.4),
            0.9 * u,
            alpha=0.7,
        )
        middle = bounds.centerY()
        for k in range(1, 5) if cut.front == "armour" else ():
            y = bounds.top() + (low - bounds.top()) * k / 5
            pen.line(
                curve((left, y - 2 * u), ((left + right) / 2, y + 2 * u), (right, y - 2 * u)),
                darken(what.rgb, 0.45),
                1.5 * u,
                alpha=0.8,
            )
        for k in (-1, 1):
            y = middle + 7 * k * u
            pen.line(
                curve((left, y), (left + 6 * u, y + 3 * u), (left + 11 * u, y + 2 * u)),
                darken(what.rgb, 0.34),
                1.2 * u,
                alpha=0.45,
            )
    return pen.drawing.items


def _rib(pen: Pen, body: skia.Path, fit: Fit, hem: float, rgb: Rgb) -> None:
    """The ribbed band at the hem of what is knitted."""
    u, x = fit.unit, fit.body.x
    band = smooth(
        [
            (x - 70 * u, hem - 9 * u),
            (x, hem - 3 * u),
            (x + 70 * u, hem - 9 * u),
            (x + 70 * u, hem + 12 * u),
            (x, hem + 16 * u),
            (x - 70 * u, hem + 12 * u),
        ],
        tension=0.4,
    )
    with pen.on(body):
        pen.decal(band, darken(rgb, 0.12))
        ribs = skia.Path()
        for k in range(-12, 13):
            ribs.addPath(polygon([(x + k * 5 * u, hem - 8 * u), (x + k * 5 * u, hem + 14 * u)], closed=False))
        with pen.on(band):
            pen.line(ribs, darken(rgb, 0.32), 1.0 * u, alpha=0.6)


def _folds(pen: Pen, panel: skia.Path, rgb: Rgb, fit: Fit) -> None:
    """Folds that fall from the waist to the hem."""
    bounds, u = panel.getBounds(), fit.unit
    deep = mix(darken(rgb, 0.3), (60, 40, 80), 0.12) if luminance(rgb) > 0.3 else darken(rgb, 0.4)
    with pen.on(panel):
        for share in (0.14, 0.32, 0.68, 0.86):
            x0 = bounds.centerX() + (share - 0.5) * bounds.width() * 0.72
            x1 = bounds.left() + share * bounds.width()
            fold = smooth(
                [(x0, bounds.top() + 8 * u), (x1 - 3 * u, bounds.bottom() + 2), (x1 + 3 * u, bounds.bottom() + 2)],
                tension=0.3,
            )
            pen.decal(fold, deep, alpha=0.3, blur=1.2 * u)
        rim = minus(panel, box(bounds.left() - 9, bounds.top() - 9, bounds.width() + 18, bounds.height() + 5 - 2.4 * u))
        pen.decal(rim, deep, alpha=0.35)
