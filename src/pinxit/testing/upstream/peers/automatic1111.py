"""AUTOMATIC1111's /sdapi/v1, as Forge, SD.Next and others serve it too. It asks for no key."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable
from typing import Any

import pybase64
from PIL import Image, UnidentifiedImageError

from pinxit.testing.upstream.asking import Asked
from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.pictures import Kind, make_picture
from pinxit.testing.upstream.replies import Easel, Refused, Reply, Ways, spoil_text, write_json
from pinxit.testing.upstream.rules import Rules

_MODELS = ("dreamshaper_8.safetensors [879db523c3]", "sd_xl_base_1.0.safetensors [31e35c80fc]")
_SAMPLERS = ("Euler a", "Euler", "DPM++ 2M", "DPM++ SDE", "DDIM", "UniPC", "LCM")
_SCHEDULERS = ("automatic", "uniform", "karras", "exponential")
_PATH = "/sdapi/v1/"
_STEPS = 20
_LARGEST = 4096  # pixels across


class Automatic1111:
    """Answers as the web UI does with --api."""

    name = "automatic1111"

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._options: dict[str, Any] = {"sd_model_checkpoint": _MODELS[0], "samples_format": "png"}

    def find(self, asked: Asked) -> Callable[[Asked, Ways], Reply] | None:
        if not asked.path.startswith(_PATH):
            return None
        pages: dict[tuple[str, str], Callable[[Asked, Ways], Reply]] = {
            ("POST", "txt2img"): self._draw,
            ("POST", "img2img"): self._draw,
            ("GET", "sd-models"): lambda asked, ways: write_json([_describe(title) for title in _MODELS]),
            ("GET", "samplers"): lambda asked, ways: write_json([_name(name) for name in _SAMPLERS]),
            ("GET", "schedulers"): lambda asked, ways: write_json([_plan(name) for name in _SCHEDULERS]),
            ("GET", "progress"): lambda asked, ways: write_json(_PROGRESS),
            ("GET", "options"): lambda asked, ways: write_json(self._options),
            ("POST", "options"): self._set_options,
            ("POST", "interrupt"): lambda asked, ways: write_json({}),
            ("POST", "skip"): lambda asked, ways: write_json(None),
        }
        page = pages.get((asked.method, asked.path.removeprefix(_PATH)))
        return self._guard(page) if page else lambda asked, ways: write_json({"detail": "Not Found"}, status=404)

    @staticmethod
    def draws(path: str) -> bool:
        return path in {f"{_PATH}txt2img", f"{_PATH}img2img"}

    def read_prompt(self, asked: Asked) -> str:
        return str(asked.json.get("prompt") or "")

    def refuse(self, way: Misbehaviour) -> Reply:
        if way.name == "denied":
            return write_json({"detail": "Incorrect username or password"}, status=401)
        status = {"quota": 429, "invalid": 422}.get(way.name) or int(way.name)
        words = "OutOfMemoryError" if status == 500 else "HTTPException"
        return write_json({"error": words, "detail": way.argument, "body": "", "errors": words}, status=status)

    @staticmethod
    def _guard(page: Callable[[Asked, Ways], Reply]) -> Callable[[Asked, Ways], Reply]:
        def answer(asked: Asked, ways: Ways) -> Reply:
            try:
                return page(asked, ways)
            except Refused as refused:
                return refused.reply

        return answer

    def _set_options(self, asked: Asked, ways: Ways) -> Reply:
        self._options |= _read_object(asked)
        return write_json(None)

    def _draw(self, asked: Asked, ways: Ways) -> Reply:
        fields = _read_object(asked)
        width, height = (_read_whole(fields, name, 512, 64, _LARGEST) // 8 * 8 for name in ("width", "height"))
        count = _read_whole(fields, "batch_size", 1, 1, 64) * _read_whole(fields, "n_iter", 1, 1, 64)
        sampler = fields.get("sampler_name") or fields.get("sampler_index") or _SAMPLERS[0]
        if sampler not in _SAMPLERS:
            raise Refused(write_json({"detail": "Sampler not found"}, status=404))
        if asked.path.endswith("img2img"):
            _check_sources(fields)
        if ways.refusal:
            return self.refuse(ways.refusal)
        easel = Easel()
        kind = Kind(width, height, "jpeg" if "mistyped" in ways else "png", self._rules.picture_bytes)
        count = 0 if "empty" in ways else count + ("twice" in ways)
        texts = [make_picture(kind) for _ in range(count)]
        texts = texts[:1] * max(2, count) if "duplicate" in ways and texts else texts
        images = [easel.hang(spoil_text(text, kind.mime, ways)) for text in texts]
        shown = {**fields, "sampler_name": sampler, "width": width, "height": height}
        body = easel.write({"images": images, "parameters": fields, "info": self._inform(shown, count)})
        return Reply(200, {"content-type": "application/json"}, [body], len(images))

    def _inform(self, fields: dict[str, Any], count: int) -> str:
        """A text of JSON in JSON."""
        seed = fields.get("seed", -1)
        seed = random.randrange(2**32) if not isinstance(seed, int) or seed < 0 else seed
        prompt, negative = fields.get("prompt") or "", fields.get("negative_prompt") or ""
        told = {
            "prompt": prompt,
            "all_prompts": [prompt] * count,
            "negative_prompt": negative,
            "all_negative_prompts": [negative] * count,
            "seed": seed,
            "all_seeds": [seed + place for place in range(count)],
            "width": fields["width"],
            "height": fields["height"],
            "sampler_name": fields["sampler_name"],
            "cfg_scale": fields.get("cfg_scale") or 7.0,
            "steps": fields.get("steps") or _STEPS,
            "batch_size": fields.get("batch_size") or 1,
            "sd_model_name": str(self._options["sd_model_checkpoint"]).partition(".")[0],
            "index_of_first_image": 0,
            "infotexts": [f"{prompt}\nSteps: {fields.get('steps') or _STEPS}, Seed: {seed}"] * count,
            "version": "v1.10.1",
        }
        return json.dumps(told)


_PROGRESS = {
    "progress": 0.0,
    "eta_relative": 0.0,
    "state": {
        "skipped": False,
        "interrupted": False,
        "stopping_generation": False,
        "job": "",
        "job_count": 0,
        "job_timestamp": "20260101000000",
        "job_no": 0,
        "sampling_step": 0,
        "sampling_steps": 0,
    },
    "current_image": None,
    "textinfo": None,
}


def _describe(title: str) -> dict[str, Any]:
    filename, _, short = title.partition(" ")
    return {
        "title": title,
        "model_name": filename.removesuffix(".safetensors"),
        "hash": short.strip("[]"),
        "sha256": None,
        "filename": f"/models/Stable-diffusion/{filename}",
        "config": None,
    }


def _name(sampler: str) -> dict[str, Any]:
    return {"name": sampler, "aliases": [f"k_{sampler.lower().replace(' ', '_')}"], "options": {}}


def _plan(name: str) -> dict[str, Any]:
    return {"name": name, "label": name.title(), "aliases": None, "default_rho": -1.0, "need_inner_model": False}


def _read_object(asked: Asked) -> dict[str, Any]:
    try:
        value = asked.json
    except ValueError as error:
        raise _wrong((), "JSON decode error", "json_invalid") from error
    if not isinstance(value, dict):
        raise _wrong((), "Input should be a valid dictionary", "model_attributes_type")
    return value


def _read_whole(fields: dict[str, Any], name: str, usual: int, low: int, high: int) -> int:
    value = fields.get(name)
    value = usual if value is None else value
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong((name,), "value is not a valid integer", "type_error.integer")
    if not low <= value <= high:
        raise Refused(
            write_json({"error": "RuntimeError", "detail": "", "body": "", "errors": f"{name}={value}"}, status=500)
        )
    return value


def _wrong(where: tuple[str, ...], message: str, kind: str) -> Refused:
    return Refused(write_json({"detail": [{"loc": ["body", *where], "msg": message, "type": kind}]}, status=422))


def _check_sources(fields: dict[str, Any]) -> None:
    pictures = fields.get("init_images")
    if not pictures or not isinstance(pictures, list):
        raise Refused(write_json({"detail": "Init image not found"}, status=404))
    for text in [*pictures, *([fields["mask"]] if fields.get("mask") else [])]:
        try:
            plain = str(text).partition(";base64,")[2] if str(text).startswith("data:image/") else str(text)
            Image.open(io.BytesIO(pybase64.b64decode(plain, validate=True))).close()
        except (UnidentifiedImageError, OSError, ValueError) as error:
            raise Refused(write_json({"detail": "Invalid encoded image"}, status=500)) from error
