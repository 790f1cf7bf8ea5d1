"""What tells one furry animal from another: colours, skull, ears, muzzle, markings, tail."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look

NOSE: Rgb = (44, 34, 38)
CREAM: Rgb = (252, 240, 220)
HAPPY = frozenset({"happy", "laughing", "joyful", "smile", "smiling", "excited", "cheerful", "playful"})
SAD = frozenset({"sad", "crying", "lonely", "worried"})
ANGRY = frozenset({"angry", "grumpy", "fierce", "furious", "annoyed"})
SLEEPY = frozenset({"sleepy", "sleeping", "tired", "asleep"})
SURPRISED = frozenset({"surprised", "shocked", "scared", "curious"})


@dataclass(frozen=True, slots=True)
class Coat:
    """One species, as the rigs see it. Lengths are shares of the skull's radius.

    `ears`: pointed, wide, round, tufted, big, tiny, long, floppy, drop, none.
    `tail`: bushy, ringed, banded, plume, squirrel, thin, tassel, curl, short, bare, none.
    `marks`: names in `markings`, and for the body: belly, socks, mitts, bib, saddle, stripes, spots, rosettes, patches.
    `crown`, `cheek`, `jaw`: half widths of the head at the brow, the cheeks and the chin; `tufts`: fur at the cheeks.
    `muzzle` (width, height) and `drop`, how low it sits; `snout` its colour; `spread` and `eye` of the eyes;
    `build` 0.8 (slim) to 1.3 (stout).
    """

    fur: Rgb
    light: Rgb = CREAM
    dark: Rgb = (70, 48, 42)
    ears: str = "pointed"
    tail: str = "thin"
    marks: tuple[str, ...] = ()
    eyes: Rgb = (104, 64, 38)
    nose: Rgb = NOSE
    crown: float = 0.94
    cheek: float = 1.02
    jaw: float = 0.6
    tufts: bool = False
    muzzle: tuple[float, float] = (0.42, 0.34)
    drop: float = 0.5
    snout: Rgb | None = None
    spread: float = 0.43
    eye: float = 1.0
    slit: bool = False
    build: float = 1.0
    whiskers: bool = False
    nose_size: float = 1.0
    side: str = "dog"  # how it is built from the side: a name in `animals`
    compact: bool = False  # short-legged and round even when it is not drawn cute

    def dressed(self, look: Look) -> Coat:
        """The coat in the colours that were asked for; markings follow."""
        fur = look.colour(self.fur)
        eyes = look.part("eyes", self.eyes)
        if fur == self.fur:
            return replace(self, eyes=eyes)
        pale = sum(fur) > 690
        light = look.colour(mix(lighten(fur, 0.55), CREAM, 0.3), 1)
        dark = mix(darken(fur, 0.12 if pale else 0.5), self.dark, 0.15)
        return replace(self, fur=fur, light=light, dark=dark, eyes=eyes, snout=None if self.snout is None else light)

    def has(self, *marks: str) -> bool:
        """Is it marked with any of these?"""
        return any(mark in self.marks for mark in marks)
