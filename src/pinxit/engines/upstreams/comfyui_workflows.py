"""Workflows of ComfyUI in its API format ("Save (API)"), and where a wish goes in them.

A node's title says what it is for: "prompt", "negative", "size", "seed", "image", "output". Or a text anywhere says it:
"{{prompt}}", "{{negative}}", "{{seed}}", "{{width}}", "{{height}}", "{{model}}", "{{image}}". What nothing says is
found by the kinds of nodes: the texts behind a sampler's `positive` and `negative`, its `seed`, and the first
Empty...Latent... for the size.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from pinxit.core.errors import ConfigurationError

_MARK = re.compile(r"\{\{\s*(prompt|negative|seed|width|height|model|image)\s*\}\}")
# The inputs of a titled node that take each thing: the first one that it has.
_INPUTS = {
    "prompt": ("text", "prompt", "value", "string"),
    "negative": ("text", "prompt", "value", "string"),
    "seed": ("seed", "noise_seed", "value", "int"),
    "image": ("image",),
}
_Nodes = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Workflow:
    """A workflow and the inputs that take each thing: (node, input) by its name."""

    nodes: _Nodes = field(repr=False)
    places: Mapping[str, tuple[tuple[str, str], ...]]
    marks: frozenset[str]
    output: str | None

    def knows(self, name: str) -> bool:
        return bool(self.places.get(name)) or name in self.marks

    def fill(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The workflow with these values in it; others keep what they have, and marks of theirs become empty."""
        nodes: dict[str, Any] = copy.deepcopy(dict(self.nodes))
        for node in nodes.values():
            node["inputs"] = _replace_marks(node["inputs"], values)
        for name, places in self.places.items():
            for node_id, field_name in places:
                if values.get(name) is not None:
                    nodes[node_id]["inputs"][field_name] = values[name]
        return nodes


def read_workflow(path: Path, name: str) -> Workflow:
    """The workflow in a file. Raises ConfigurationError for what is none, or has no place for a prompt."""
    hint = "Save it in ComfyUI by Workflow > Export (API)."
    try:
        nodes = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise ConfigurationError(f"The workflow of the upstream {name!r} cannot be read: {error}. {hint}") from error
    if not isinstance(nodes, dict) or not nodes or not all(map(_is_node, nodes.values())):
        raise ConfigurationError(f"The workflow of the upstream {name!r} is not in API format. {hint}")
    places = {what: tuple(_find_titled(nodes, what)) for what in _INPUTS}
    titled = [node_id for node_id, node in nodes.items() if _title(node) == "size"]
    places |= {side: tuple((node_id, side) for node_id in titled) for side in ("width", "height")}
    marks = frozenset(_find_marks(nodes))
    for what, found in _guess(nodes):
        if not places.get(what) and what not in marks:
            places[what] = (found,)
    output = next((node_id for node_id, node in nodes.items() if _title(node) == "output"), None)
    workflow = Workflow(nodes, places, marks, output)
    if not workflow.knows("prompt"):
        raise ConfigurationError(
            f"The workflow of the upstream {name!r} has no place for the prompt: give the node that takes it the title "
            "`prompt`."
        )
    return workflow


def _is_node(node: object) -> bool:
    return isinstance(node, dict) and isinstance(node.get("class_type"), str) and isinstance(node.get("inputs"), dict)


def _title(node: Mapping[str, Any]) -> str:
    meta = node.get("_meta")
    return str(meta.get("title", "")).strip().lower() if isinstance(meta, dict) else ""


def _find_titled(nodes: _Nodes, what: str) -> Iterator[tuple[str, str]]:
    for node_id, node in nodes.items():
        if _title(node) == what and (found := next((name for name in _INPUTS[what] if name in node["inputs"]), None)):
            yield node_id, found


def _guess(nodes: _Nodes) -> Iterator[tuple[str, tuple[str, str]]]:
    """Places that no title tells, by the kinds of nodes; the first sampler counts."""
    samplers = [node_id for node_id, node in nodes.items() if {"positive", "negative"} <= node["inputs"].keys()]
    for node_id in samplers[:1]:
        inputs = nodes[node_id]["inputs"]
        wanted, other = (_follow(nodes, inputs[link]) for link in ("positive", "negative"))
        if wanted:
            yield "prompt", (wanted, "text")
        if other and other != wanted:
            yield "negative", (other, "text")
    for what, names in (("seed", ("seed", "noise_seed")), ("width", ("width",)), ("height", ("height",))):
        for node_id, node in nodes.items():
            sized = what == "seed" or ("Empty" in node["class_type"] and "Latent" in node["class_type"])
            found = next((name for name in names if isinstance(node["inputs"].get(name), int)), None)
            if sized and found:
                yield what, (node_id, found)
                break


def _follow(nodes: _Nodes, link: object, depth: int = 8) -> str | None:
    """The node with a text that a link leads to, through nodes that pass a conditioning on."""
    if not (isinstance(link, list) and link and isinstance(link[0], str) and link[0] in nodes and depth):
        return None
    inputs = nodes[link[0]]["inputs"]
    return link[0] if isinstance(inputs.get("text"), str) else _follow(nodes, inputs.get("conditioning"), depth - 1)


def _find_marks(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield from _MARK.findall(content)
    elif isinstance(content, dict | list):
        for inner in content.values() if isinstance(content, dict) else content:
            yield from _find_marks(inner)


def _replace_marks(content: Any, values: Mapping[str, Any]) -> Any:
    """A text that is a mark alone becomes the value itself, a number too; within others, it becomes its text."""
    if isinstance(content, dict):
        return {key: _replace_marks(inner, values) for key, inner in content.items()}
    if isinstance(content, list):
        return [_replace_marks(inner, values) for inner in content]
    if not isinstance(content, str):
        return content
    if whole := _MARK.fullmatch(content.strip()):
        value = values.get(whole[1])
        return "" if value is None else value
    return _MARK.sub(lambda mark: str(values.get(mark[1]) or ""), content)
