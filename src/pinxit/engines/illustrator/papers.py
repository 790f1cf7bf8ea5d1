"""The tree of an SVG file while it is being written: groups that open and close, and definitions that are shared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_REFERENCE = re.compile(r"url\(#(d\d+)\)")


@dataclass(slots=True)
class Group:
    """A group of elements; one without attributes is written without its tag."""

    attributes: str = ""
    children: list[str | Group] = field(default_factory=list)

    def write(self, out: list[str]) -> None:
        """Append the text of the group; nothing for an empty one."""
        parts: list[str] = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            else:
                child.write(parts)
        if not parts:
            return
        out.extend((f"<g{self.attributes}>", *parts, "</g>") if self.attributes else parts)

    def wrap(self, attributes: str) -> None:
        """Put what is in the group so far into a group of its own."""
        if self.children:
            self.children = [Group(attributes, self.children)]


@dataclass(slots=True)
class Definitions:
    """What elements refer to: gradients, clips, filters and masks, each written once."""

    ids: dict[str, str] = field(default_factory=dict)

    def refer(self, tag: str, attributes: str, body: str) -> str:
        """`url(#...)` of a definition; the same text gives the same."""
        text = f"<{tag} id=\0{attributes}>{body}</{tag}>"
        name = self.ids.setdefault(text, f"d{len(self.ids)}")
        return f"url(#{name})"

    def write(self, body: str) -> str:
        """The definitions that `body` needs, directly or through another; each refers only to earlier ones."""
        needed = set(_REFERENCE.findall(body))
        written: list[str] = []
        for text, name in reversed(self.ids.items()):
            if name in needed:
                needed |= set(_REFERENCE.findall(text))
                written.append(text.replace("\0", f'"{name}"', 1))
        return "".join(reversed(written))
