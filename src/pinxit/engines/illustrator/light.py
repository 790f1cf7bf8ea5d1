"""One light per picture: where it comes from, its colour, the colour of the shadows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pinxit.engines.illustrator.colours import Rgb
from pinxit.scene.model import Scene


@dataclass(frozen=True, slots=True)
class Light:
    """`x`, `y` point TOWARDS the light on the picture (y down, so -1 is above). `key` tints what is lit, `shade` is
    what shadows lean to, `contrast` 0 (overcast) to 1 (noir), `ambient` 1 by day and less by night; `glow` 0 to 1 is
    how much lamps and highlights bloom.
    """

    x: float = -0.55
    y: float = -0.83
    key: Rgb = (255, 252, 244)
    shade: Rgb = (74, 72, 120)
    contrast: float = 0.5
    ambient: float = 1.0
    glow: float = 0.25
    name: str = "day"


LIGHTS: dict[str, Light] = {
    "day": Light(),
    "softbox": Light(-0.5, -0.85, (255, 253, 250), (60, 62, 84), 0.35, 1.0, 0.15, "softbox"),
    "studio": Light(-0.5, -0.85, (255, 253, 250), (60, 62, 84), 0.4, 1.0, 0.15, "studio"),
    "golden hour": Light(-0.86, -0.5, (255, 226, 168), (112, 62, 88), 0.62, 0.96, 0.6, "golden hour"),
    "window": Light(-0.8, -0.6, (255, 240, 210), (70, 56, 80), 0.6, 0.94, 0.4, "window"),
    "candle": Light(0.3, 0.4, (255, 206, 140), (50, 30, 60), 0.7, 0.7, 0.7, "candle"),
    "overcast": Light(0.0, -1.0, (240, 244, 250), (88, 98, 124), 0.25, 0.96, 0.05, "overcast"),
    "moonlight": Light(0.5, -0.86, (176, 200, 255), (24, 28, 72), 0.6, 0.68, 0.5, "moonlight"),
    "neon": Light(0.7, -0.5, (250, 202, 244), (40, 24, 104), 0.65, 0.72, 0.8, "neon"),
    "noir": Light(0.7, -0.7, (255, 255, 255), (16, 16, 22), 1.0, 0.8, 0.6, "noir"),
    "sunset": Light(0.7, -0.35, (255, 206, 160), (92, 44, 104), 0.62, 0.92, 0.55, "sunset"),
    "dawn": Light(0.7, -0.4, (255, 226, 208), (96, 84, 148), 0.5, 0.94, 0.45, "dawn"),
    "morning": Light(-0.7, -0.6, (255, 246, 226), (84, 88, 136), 0.5, 1.0, 0.35, "morning"),
    "dusk": Light(0.7, -0.4, (216, 190, 236), (48, 34, 104), 0.52, 0.8, 0.5, "dusk"),
    "lamp": Light(0.45, -0.7, (255, 220, 164), (58, 32, 66), 0.66, 0.84, 0.6, "lamp"),
}

_BY_TIME = {
    "dawn": "dawn",
    "morning": "morning",
    "golden hour": "golden hour",
    "sunset": "sunset",
    "dusk": "dusk",
    "night": "moonlight",
}
_SIDES = {"left": -1.0, "right": 1.0}


# How words of the mood turn a light: (contrast, ambient) are added to.
_MOODS = {
    "moody": (0.16, -0.1),
    "dark": (0.16, -0.14),
    "gloomy": (0.0, -0.14),
    "dim": (0.08, -0.14),
    "dramatic": (0.2, -0.04),
    "bright": (-0.08, 0.06),
    "pastel": (-0.16, 0.06),
    "soft": (-0.1, 0.0),
}


def choose(scene: Scene, time: str | None = None) -> Light:
    """The light that the words name, else the one of the hour (`time` if given) and the weather."""
    name = scene.light.kind
    if name not in LIGHTS:
        name = _BY_TIME.get(time or scene.place.time or "")
    if name is None and scene.place.weather in {"rain", "fog", "storm", "cloudy", "snow"}:
        name = "overcast"
    light = LIGHTS[name or "day"]
    side = _SIDES.get(scene.light.direction or "")
    return light if side is None else replace(light, x=side * abs(light.x or 0.5))


def toned(light: Light, words: Iterable[str]) -> Light:
    """The light as "moody", "dark", "bright" or "pastel" words turn it; its name stays."""
    for word in words:
        contrast, ambient = _MOODS.get(word, (0.0, 0.0))
        light = replace(
            light,
            contrast=min(1.0, max(0.1, light.contrast + contrast)),
            ambient=min(1.0, max(0.62, light.ambient + ambient)),
        )
    return light
