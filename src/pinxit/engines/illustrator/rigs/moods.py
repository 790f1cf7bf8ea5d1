"""Moods: what a feeling does to the muscles of a face."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mood:
    """A face's muscles. `smile` -1 to 1, `jaw` 0 (closed) to 1 (wide open), `lids` 0 (shut) to 1.3 (wide)."""

    smile: float = 0.25
    jaw: float = 0.0
    lids: float = 1.0
    squint: float = 0.0
    brow_in: float = 0.0  # up
    brow_out: float = 0.0
    skew: float = 0.0  # one corner of the mouth higher
    teeth: bool = True
    wink: bool = False
    tears: bool = False
    sneer: float = 0.0  # the upper lip drawn up, the nose wrinkled
    blush: float = 0.0


SLEEP = Mood(smile=0.2, lids=0.0, brow_in=0.12)
PLEASANT = Mood(smile=0.6, squint=0.1, brow_in=0.25, brow_out=0.1)

_MOODS: tuple[tuple[str, Mood], ...] = (
    ("neutral stern serious stoic focused determined confident solemn thoughtful pensive bored",
     Mood(smile=0.08, lids=0.92, brow_in=-0.12)),
    ("calm peaceful serene content relaxed dreamy gentle", Mood(smile=0.4, lids=0.74, brow_in=0.14)),
    ("happy joyful cheerful excited delighted playful joy grin grinning",
     Mood(smile=0.95, jaw=0.36, squint=0.3, brow_out=0.3, brow_in=0.2)),
    ("smile smiling warm friendly kind grateful proud", Mood(smile=0.8, squint=0.25, lids=0.95, brow_in=0.4)),
    ("knowing wise smirk smirking mischievous sly", Mood(smile=0.85, squint=0.45, lids=0.84, skew=0.35, brow_in=0.5,
     brow_out=0.12)),
    ("laughing laugh laughter giggling", Mood(smile=1.0, jaw=0.8, lids=0.05, squint=0.8, brow_out=0.35)),
    ("crying cry weeping tearful sobbing", Mood(smile=-0.75, jaw=0.22, lids=0.62, squint=0.3, brow_in=1.05,
     brow_out=-0.5, tears=True, blush=0.4)),
    ("sad melancholic melancholy lonely worried gloomy depressed", Mood(smile=-0.62, lids=0.76, brow_in=0.85,
     brow_out=-0.4)),
    ("angry furious mad fierce rage shouting yelling", Mood(smile=-0.62, jaw=0.3, lids=0.8, squint=0.4, brow_in=-1.1,
     brow_out=0.55, blush=0.3)),
    ("grumpy annoyed frowning frown", Mood(smile=-0.55, lids=0.72, squint=0.2, brow_in=-0.85)),
    ("surprised shocked astonished amazed surprise awe", Mood(smile=0.05, jaw=0.66, lids=1.32, brow_in=0.9,
     brow_out=0.95, teeth=False)),
    ("curious", Mood(smile=0.35, lids=1.15, brow_in=0.35, brow_out=0.6)),
    ("scared afraid terrified frightened fearful horrified", Mood(smile=-0.45, jaw=0.42, lids=1.32, brow_in=1.15,
     brow_out=-0.1)),
    ("disgusted disgust repulsed", Mood(smile=-0.5, jaw=0.08, lids=0.6, squint=0.75, brow_in=-0.7, brow_out=0.1,
     sneer=1.0, skew=-0.25)),
    ("sleepy tired drowsy exhausted", Mood(smile=0.05, lids=0.36, brow_in=0.35, brow_out=0.2)),
    ("sleeping asleep", SLEEP),
    ("shy embarrassed bashful", Mood(smile=0.5, lids=0.7, brow_in=0.6, blush=0.9)),
    ("wink winking", Mood(smile=0.9, squint=0.15, skew=0.4, wink=True, brow_out=0.3)),
)  # fmt: skip
_MOOD_OF = {word: mood for words, mood in _MOODS for word in words.split()}


def mood_of(words: Iterable[str]) -> Mood | None:
    """The mood of the first word that names one."""
    return next((_MOOD_OF[word] for word in words if word in _MOOD_OF), None)
