"""What the operator says of the services behind the endpoint, as values. Secrets do not show themselves."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import quote

_GRAM = 8  # signs of a secret in a row that give it away
_SHORTEST = 4
_LONGEST_SAID = 4000
_HIDDEN = "[key]"
# What services show of a key themselves ("sk-proj-****wxyz"), and keys of other accounts than ours.
_KEY_LIKE = re.compile(r"(?<![\w-])[\w-]*\*{3,}[\w-]*|\bAIza[\w-]{16,}|\bsk-[\w-]{16,}|\bya29\.[\w.-]{16,}")

Kind = Literal["gemini", "vertex", "openai", "azure", "automatic1111", "comfyui"]


class Secret:
    """A text that neither `repr`, `str`, a log nor a traceback's frame shows; `reveal` gives it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return "Secret(...)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __bool__(self) -> bool:
        return bool(self._text)

    def __reduce__(self) -> tuple[type[Secret], tuple[str]]:
        if self._text:
            raise TypeError("a secret is not written anywhere")
        return Secret, ("",)  # no secret may go along in what is sent to a process


@dataclass(frozen=True, slots=True)
class Upstream:
    """A service behind the endpoint. `name` is the engine's name in headers, the ledger and the settings.

    `url` is where it listens; empty: the kind's own public address. `keys` are accounts of single callers, by the
    prefix of their pinxit key; all others use `key`. `models` are those that it is asked for; empty: all that the kind
    knows, or that the server itself lists.
    """

    name: str
    kind: Kind
    url: str = ""
    key: Secret = field(default_factory=lambda: Secret(""))
    keys: Mapping[str, Secret] = field(default_factory=dict)
    models: tuple[str, ...] = ()
    at_once: int = 64
    """Pictures that it may be asked for at the same time."""
    timeout: float = 180.0
    """Seconds from a question to the end of its answer."""
    project: str = ""
    """Of Vertex AI."""
    region: str = "global"
    """Of Vertex AI."""
    credentials: Path | None = None
    """Of Vertex AI: a service account's JSON file; None: the machine's own, where there is no `key`."""
    api_version: str = ""
    """Of Azure, and of Gemini ("v1beta")."""
    workflow: Path | None = None
    """Of ComfyUI: a workflow in API format."""
    certificate: Path | None = None
    """A CA's certificate (PEM) that is trusted besides the usual ones."""

    def mask(self, text: str, *more: Secret) -> str:
        """What the service says, without its keys: not whole, in part, quoted, in base64 or in hexadecimal.

        For every text of the service that gets into an error or a log. `more` are secrets besides the settings' own,
        such as a token that was got for them. At most 4000 characters come back.
        """
        text = text[:_LONGEST_SAID]
        secrets = {self.key, *self.keys.values(), *more}
        forms = {form for secret in secrets for form in _list_forms(secret.reveal())}
        return _KEY_LIKE.sub(_HIDDEN, _hide(text, forms))


def _list_forms(secret: str) -> Iterator[str]:
    """How a secret may stand in a text."""
    if len(secret) < _SHORTEST:
        return
    data = secret.encode("utf-8", "surrogatepass")
    yield from {secret, quote(secret, safe=""), data.hex(), data.hex().upper()}
    # As a part of something longer, its base64 begins at one of three places; the signs at its ends are others' too.
    for before in range(3):
        text = b64encode(b"\0" * before + data).decode()
        inner = text[-(-before * 8 // 6) : len(text.rstrip("=")) - (2 if text.endswith("=") else 0)]
        yield from {inner, inner.replace("+", "-").replace("/", "_")}


def _hide(text: str, forms: Collection[str]) -> str:
    """The text without these forms and without any piece of them of at least eight signs."""
    hidden = bytearray(len(text))
    for size in {min(_GRAM, len(form)) for form in forms if form}:
        whole = [form for form in forms if min(_GRAM, len(form)) == size]
        grams = {form[at : at + size] for form in whole for at in range(len(form) - size + 1)}
        for at in range(len(text) - size + 1):
            if text[at : at + size] in grams:
                hidden[at : at + size] = b"\1" * size
    kept = "".join("\0" if hid else sign for sign, hid in zip(text, hidden, strict=True))
    return re.sub("\0+", _HIDDEN, kept)
