"""Prompts that were read before: what the text encoders made of them, and what a pipeline made of that."""

from __future__ import annotations

import functools
import inspect
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import torch

SHELF = 256 * 2**20  # bytes of main memory for the prompts that one model has read
ROWS = 64  # prompts that each reader keeps: those of late, and the negative ones that always come back
_FLAGS = (bool, int, float, str, type(None))
_WORDS = (*_FLAGS, torch.device, torch.dtype)


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
    """Let a pipeline keep what it made of a prompt, and its text encoders what they did, row by row of a batch.

    Calls that hold anything but words or tokens, their mask and plain switches are passed on: pictures beside words,
    and language models that write.
    """
    readers = {
        name: part
        for name, part in pipe.components.items()
        if name.startswith("text_encoder") and isinstance(part, torch.nn.Module)
    }
    shelf = Shelf(limit, ROWS * (len(readers) + 1))
    for name, part in readers.items():
        part.forward = _remembering(part.forward, name, shelf)
    if readers and inspect.ismethod(encode := getattr(pipe, "encode_prompt", None)):
        pipe.encode_prompt = _remembering_alone(encode, shelf)
    return shelf


def _remembering_alone(encode: Callable[..., Any], shelf: Shelf) -> Callable[..., Any]:
    """`encode_prompt` that keeps all it gives for one prompt: tokens, tests and joints around the encoders included.

    With several prompts what it gives is padded to the longest of them, and not to be had row by row.
    """
    signature = inspect.signature(encode)

    @functools.wraps(encode)
    def recall(*arguments: Any, **options: Any) -> Any:
        key = _read_words(signature, arguments, options)
        if key is None:
            return encode(*arguments, **options)
        key = (shelf.wearing, *key)
        if (kept := shelf.take(key)) is not None:
            made, device = kept
            return _map(lambda value: value.to(device, copy=True), made)  # a pipeline may write into it
        made = encode(*arguments, **options)
        leaves = [leaf for leaf in _list_leaves(made) if leaf is not None]
        if leaves and all(isinstance(leaf, torch.Tensor) and leaf.device == leaves[0].device for leaf in leaves):
            shelf.put(key, (_map(lambda value: value.to("cpu", copy=True), made), leaves[0].device))
        return made

    return recall


def _read_words(signature: inspect.Signature, arguments: Any, options: dict[str, Any]) -> tuple[object, ...] | None:
    """What a reading of a single prompt hangs on; None where more is given than words and switches."""
    given = signature.bind(*arguments, **options).arguments
    prompt = given.get("prompt")
    if not (isinstance(prompt, str) or (isinstance(prompt, list) and len(prompt) == 1)):
        return None
    key: list[object] = []
    for name, value in given.items():
        parts = tuple(value) if isinstance(value, list | tuple) else (value,)
        if not all(isinstance(part, _WORDS) for part in parts):
            return None
        key += [name, isinstance(value, list | tuple), len(parts), *parts]
    return tuple(key)


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
    return _map(lambda part: part.to(device), value)


def _map(change: Callable[[torch.Tensor], torch.Tensor], value: Any) -> Any:
    """The same structure with every tensor changed."""
    if isinstance(value, torch.Tensor):
        return change(value)
    if isinstance(value, tuple | list):
        parts = [_map(change, part) for part in value]
        return parts if isinstance(value, list) else tuple(parts)
    if isinstance(value, dict):
        return type(value)(**{name: _map(change, part) for name, part in value.items()})
    return value


def _list_leaves(value: Any) -> list[Any]:
    if not isinstance(value, dict | tuple | list):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return [leaf for part in parts for leaf in _list_leaves(part)]


def _count(value: Any) -> int:
    """Bytes of its tensors."""
    tensors = (leaf for leaf in _list_leaves(value) if isinstance(leaf, torch.Tensor))
    return sum(int(tensor.numel() * tensor.element_size()) for tensor in tensors)
