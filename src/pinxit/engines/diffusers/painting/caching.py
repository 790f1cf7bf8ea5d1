"""What need not be computed twice: prompts that were read before, and steps that change little."""

from __future__ import annotations

import inspect as signatures
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch

from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.work import Manner

_LOG = logging.getLogger("pinxit.diffusers")
SHELF = 256 * 2**20  # bytes of main memory for the prompts that one model has read
ROWS = 64  # prompts that each of its text encoders keeps: those of late, and the negative ones that always come back
_FLAGS = (bool, int, float, str, type(None))
_FEWEST_STEPS = 8  # with fewer steps each changes much
_INTERVAL = 2  # every other step is foretold


class Shelf:
    """Readings of prompts, at most `limit` bytes and `rows` of them; the one used longest ago goes first."""

    def __init__(self, limit: int = SHELF, rows: int = ROWS) -> None:
        self.limit = limit
        self.rows = rows
        self.size = 0
        self.wearing: tuple[object, ...] = ()
        """LoRAs that the text encoders wear now: with others they read differently."""
        self._rows: OrderedDict[object, tuple[Any, int]] = OrderedDict()

    def take(self, key: object) -> Any:
        if key not in self._rows:
            return None
        self._rows.move_to_end(key)
        return self._rows[key][0]

    def put(self, key: object, row: Any) -> None:
        size = _count(row)
        if size > self.limit or key in self._rows:
            return
        self._rows[key] = (row, size)
        self.size += size
        while self.size > self.limit or len(self._rows) > self.rows:
            self.size -= self._rows.popitem(last=False)[1][1]

    def __len__(self) -> int:
        return len(self._rows)


def remember_prompts(pipe: Any, limit: int = SHELF) -> Shelf:
    """Let the text encoders of a pipeline keep what they made of a prompt, row by row of a batch.

    Calls that hold anything but tokens, their mask and plain switches are passed on: pictures beside words, and
    language models that write.
    """
    readers = {
        name: part
        for name, part in pipe.components.items()
        if name.startswith("text_encoder") and isinstance(part, torch.nn.Module)
    }
    shelf = Shelf(limit, ROWS * len(readers))
    for name, part in readers.items():
        part.forward = _remembering(part.forward, name, shelf)
    return shelf


def _remembering(forward: Callable[..., Any], name: str, shelf: Shelf) -> Callable[..., Any]:
    def recall(*arguments: Any, **options: Any) -> Any:
        call = _read_call(arguments, options)
        if call is None:
            return forward(*arguments, **options)
        ids, mask, flags = call
        keys = [
            (name, shelf.wearing, flags, str(ids.device), _to_key(row), None if mask is None else _to_key(mask[place]))
            for place, row in enumerate(ids)
        ]
        rows = [shelf.take(key) for key in keys]
        missing = _list_missing(keys, rows)
        if missing:
            fresh = _call_for(forward, missing, arguments, options)
            split = [_slice(fresh, place, len(missing)) for place in range(len(missing))]
            if any(row is None for row in split):  # its answer is not one for each prompt
                return forward(*arguments, **options)
            made = {keys[place]: row for place, row in zip(missing, split, strict=True)}
            for key, row in made.items():
                shelf.put(key, _move(row, "cpu"))
            rows = [made[key] if row is None else row for key, row in zip(keys, rows, strict=True)]
        return _join([_move(row, ids.device) for row in rows])

    return recall


def _list_missing(keys: list[Any], rows: list[Any]) -> list[int]:
    """Places of the prompts that are to be read, each prompt once."""
    first: dict[Any, int] = {}
    for place, (key, row) in enumerate(zip(keys, rows, strict=True)):
        if row is None:
            first.setdefault(key, place)
    return list(first.values())


def _read_call(
    arguments: tuple[Any, ...], options: dict[str, Any]
) -> tuple[torch.Tensor, torch.Tensor | None, tuple[object, ...]] | None:
    """Tokens, mask and switches of a call; None where there is more to it."""
    if len(arguments) > 1:
        return None
    known = {**options, **({"input_ids": arguments[0]} if arguments else {})}
    ids, mask = known.pop("input_ids", None), known.pop("attention_mask", None)
    if not isinstance(ids, torch.Tensor) or ids.dim() != 2 or ids.is_floating_point():
        return None
    if mask is not None and (not isinstance(mask, torch.Tensor) or mask.shape != ids.shape):
        return None
    if not all(isinstance(value, _FLAGS) for value in known.values()):
        return None
    return ids, mask, tuple(sorted(known.items(), key=lambda item: item[0]))


def _to_key(row: torch.Tensor) -> bytes:
    return bytes(row.detach().to("cpu", torch.int64).contiguous().numpy().tobytes())


def _call_for(forward: Callable[..., Any], places: list[int], arguments: Any, options: dict[str, Any]) -> Any:
    def pick(value: Any) -> Any:
        return value[places] if isinstance(value, torch.Tensor) else value

    return forward(*(pick(value) for value in arguments), **{name: pick(value) for name, value in options.items()})


def _slice(value: Any, place: int, count: int) -> Any:
    """One row of an encoder's answer; None where it does not go by rows."""
    if isinstance(value, torch.Tensor):
        return value[place : place + 1].clone() if value.dim() and value.shape[0] == count else None
    if isinstance(value, tuple | list):
        parts = [_slice(part, place, count) for part in value]
        return None if any(part is None for part in parts) else tuple(parts)
    if isinstance(value, dict):  # a ModelOutput; what it keeps for writing on is not needed for reading
        picked = {name: _slice(part, place, count) for name, part in value.items() if name != "past_key_values"}
        return None if any(part is None for part in picked.values()) else type(value)(**picked)
    return None


def _join(rows: list[Any]) -> Any:
    first = rows[0]
    if isinstance(first, torch.Tensor):
        return torch.cat(rows)
    if isinstance(first, tuple):
        return tuple(_join(list(parts)) for parts in zip(*rows, strict=True))
    return type(first)(**{name: _join([row[name] for row in rows]) for name in first})


def _move(value: Any, device: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return value.to(device)
    if isinstance(value, tuple):
        return tuple(_move(part, device) for part in value)
    return type(value)(**{name: _move(part, device) for name, part in value.items()})


def _count(value: Any) -> int:
    if isinstance(value, torch.Tensor):
        return int(value.numel() * value.element_size())
    parts = value.values() if isinstance(value, dict) else value
    return sum(_count(part) for part in parts)


@contextmanager
def step_cache(ready: Ready, manner: Manner) -> Iterator[bool]:
    """While it is open, some steps of the model are foretold from those before. Yields whether that is so."""
    part: Any = getattr(ready.pipe, "transformer", None)
    enabled = ready.local.step_cache == "on" and may_foretell(ready.pipe, part, manner) and _enable(part)
    try:
        yield enabled
    finally:
        if enabled:
            part.disable_cache()


def may_foretell(pipe: Any, part: Any, manner: Manner) -> bool:
    """Can steps be foretold? The pipeline has to say which of the two calls of a step it makes (`cache_context`)."""
    if manner.steps < _FEWEST_STEPS or manner.edit or not hasattr(part, "enable_cache"):
        return False
    return "cache_context" in signatures.getsource(type(pipe).__call__)


def _enable(part: Any) -> bool:
    from diffusers.hooks import TaylorSeerCacheConfig  # noqa: PLC0415

    # Which steps are foretold is fixed by their number, so that a picture does not hang on its neighbours in a batch.
    # Caches that decide by how much changed (first block, SEA) look at the batch as a whole.
    config = TaylorSeerCacheConfig(
        cache_interval=_INTERVAL, disable_cache_before_step=3, taylor_factors_dtype=torch.float32, use_lite_mode=True
    )
    try:
        part.enable_cache(config)
    except Exception as error:
        _LOG.warning("no step cache for %s: %s: %s", type(part).__name__, type(error).__name__, error)
        return False
    return True
