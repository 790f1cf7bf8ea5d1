"""What hangs in the sky: moon, stars, planets, the earth."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import arc, ellipse, minus, polygon, rounded, star

_CRATERS = "-16,-100,9 14,-92,6 22,-64,12 -20,-62,13 -6,-40,7 4,-76,5 -38,-80,6 36,-86,5 10,-34,5 -34,-48,5 40,-58,4"
_SEAS = (
    "-30,-108 -8,-112 4,-98 -4,-84 -26,-82 -38,-94",
    "8,-104 30,-98 38,-80 22,-72 10,-86",
    "-30,-66 -6,-62 2,-46 -14,-32 -32,-42",
)


@thing("moon", "full moon", "lunar disc", cm=110, kind="sky", flies=True)
def draw_moon(pen: Pen, look: Look) -> None:
    """The full moon with seas, craters and halo."""
    if look.has("crescent", "half", "waning", "waxing"):
        draw_crescent(pen, look)
        return
    pale = look.colour((240, 234, 214))
    pen.glow(ellipse(0, -70, 82), mix(pale, (190, 210, 255), 0.5), alpha=0.4, blur=22)
    disc = ellipse(0, -70, 54)
    pen.fill(disc, pale, "round")
    with pen.on(disc):
        for text in _SEAS:
            pen.decal(organic(text), darken(pale, 0.2), alpha=0.5, blur=2)
        for entry in _CRATERS.split():
            x, y, r = (float(v) for v in entry.split(","))
            pen.decal(ellipse(x, y, r), darken(pale, 0.16), alpha=0.75)
            pen.decal(
                minus(ellipse(x, y, r), ellipse(x + r * 0.2, y + r * 0.22, r * 0.92)), darken(pale, 0.38), alpha=0.7
            )
            pen.line(arc(x, y, r, r, 0, 100), lighten(pale, 0.7), 1, alpha=0.9)


@thing("crescent moon", "crescent", "half moon", "new moon", cm=110, kind="sky", flies=True)
def draw_crescent(pen: Pen, look: Look) -> None:
    """A sickle."""
    pale = look.colour((250, 226, 150))
    pen.glow(ellipse(-14, -70, 70), pale, alpha=0.35, blur=20)
    sickle = minus(ellipse(0, -70, 56), ellipse(26, -84, 46))
    pen.fill(sickle, pale, "round")
    with pen.on(sickle):
        for x, y, r in ((-38, -60, 7), (-18, -34, 6), (-30, -88, 4.5), (8, -22, 4), (-44, -76, 3)):
            pen.decal(ellipse(x, y, r), darken(pale, 0.2), alpha=0.6)
            pen.line(arc(x, y, r, r, 0, 100), lighten(pale, 0.6), 1)


@thing("star", "yellow star", "gold star", cm=60, kind="sky", flies=True)
def draw_star(pen: Pen, look: Look) -> None:
    """Five rounded tips with facets."""
    gold = look.colour((255, 204, 56))
    pen.glow(ellipse(0, -62, 70), gold, alpha=0.25, blur=18)
    shape = rounded(star(0, -60, 64, 29), 10)
    pen.fill(shape, gold, "glossy")
    with pen.on(shape):
        for i in range(5):
            tip, side = math.radians(-90 + 72 * i), math.radians(-54 + 72 * i)
            facet = [
                (0.0, -60.0),
                (64 * math.cos(tip), -60 + 64 * math.sin(tip)),
                (29 * math.cos(side), -60 + 29 * math.sin(side)),
            ]
            pen.decal(polygon(facet), darken(gold, 0.25), alpha=0.35)
    pen.anchor("face", 0, -58, 40)


@thing("planet", "jupiter", "mars", "gas giant", "exoplanet", cm=120, kind="sky", flies=True)
def draw_planet(pen: Pen, look: Look) -> None:
    """A banded globe with a tilted ring."""
    ball = look.colour((206, 92, 60) if look.noun == "mars" else (222, 160, 98))
    ringed = look.noun not in {"mars", "jupiter"}
    ring = look.part("ring", look.colour((226, 200, 160), 1))
    with pen.at(0, -70, turn=-18):
        if ringed:
            _ring(pen, ring, 180)
        body = ellipse(0, 0, 50)
        pen.fill(body, ball, "round")
        with pen.on(body):
            for i, (y, tall) in enumerate(((-40, 8), (-24, 12), (-6, 7), (10, 14), (30, 8), (42, 6))):
                tone = lighten(ball, 0.25) if i % 2 else darken(ball, 0.24)
                swell = f"-56,{y} -28,{y - tall * 0.6} 0,{y - tall * 0.3} 28,{y - tall * 0.6} 56,{y}"
                back = f" 56,{y + tall * 0.5} 20,{y + tall * 0.4} -12,{y + tall * 0.7} -56,{y + tall * 0.4}"
                pen.fill(organic(swell + back), tone, "flat", line=0.3)
            pen.fill(ellipse(18, 12, 12, 7), mix(ball, (176, 50, 30), 0.6), "flat", line=0.4)
            pen.line(ellipse(18, 12, 7, 3.6), lighten(ball, 0.4), 1.4)
            pen.decal(minus(ellipse(0, 0, 56), ellipse(-16, -16, 54)), (30, 16, 50), alpha=0.5, blur=6)
        if ringed:
            _ring(pen, ring, 0)


def _ring(pen: Pen, ring: Rgb, start: float) -> None:
    for radius, wide, tone in ((92, 7, ring), (82, 9, darken(ring, 0.16)), (71, 6, lighten(ring, 0.2))):
        pen.line(arc(0, 2, radius, radius * 0.24, start, 180), darken(tone, 0.4), wide * 0.62 + 1.4)
        pen.line(arc(0, 2, radius, radius * 0.24, start, 180), tone, wide * 0.62)


@thing("earth", "world", "planet earth", cm=110, kind="sky", flies=True)
def draw_earth(pen: Pen, look: Look) -> None:
    """Oceans, continents, clouds, a rim of air."""
    sea = look.colour((44, 116, 196))
    land: Rgb = (96, 164, 84)
    pen.glow(ellipse(0, -70, 62), (120, 190, 255), alpha=0.6, blur=9)
    ball = ellipse(0, -70, 54)
    pen.fill(ball, sea, "round")
    with pen.on(ball):
        for text in (
            "-46,-100 -30,-116 -8,-118 4,-108 -6,-98 -12,-86 -24,-80 -20,-72 -30,-74 -40,-86",
            "-20,-70 -4,-70 8,-58 4,-44 -4,-34 -8,-20 -14,-28 -16,-46 -24,-58",
            "18,-110 34,-108 48,-92 54,-70 44,-66 40,-52 34,-36 24,-42 22,-58 14,-70 22,-84 14,-96",
        ):
            shape = organic(text)
            pen.decal(shape, land)
            with pen.on(shape):
                pen.decal(
                    ellipse(shape.getBounds().centerX() - 4, shape.getBounds().centerY() - 6, 10, 8),
                    (206, 184, 120),
                    alpha=0.6,
                    blur=3,
                )
        pen.decal(ellipse(0, -124, 26, 7), (250, 252, 255))
        pen.decal(ellipse(4, -16, 22, 5), (250, 252, 255))
        for text in (
            "-54,-64 -36,-70 -10,-66 -34,-61",
            "-4,-96 18,-102 46,-96 20,-92",
            "0,-34 20,-40 44,-34 22,-30",
            "-40,-44 -28,-48 -14,-44 -28,-41",
        ):
            pen.decal(organic(text), (255, 255, 255), alpha=0.85, blur=0.8)
        pen.decal(minus(ellipse(0, -70, 60), ellipse(-15, -84, 57)), (10, 18, 60), alpha=0.5, blur=6)
