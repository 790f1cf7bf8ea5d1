"""Secrets as settings name them: `env:NAME`, `file:/run/secrets/x`, or the secret itself."""

from __future__ import annotations

import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pinxit.settings.document import Document
from pinxit.upstreams import Secret

_LARGEST = 64 * 1024  # bytes of a file that holds nothing but a secret


@dataclass(frozen=True, slots=True)
class Found:
    """What a reference leads to. `origin` says from where, `problem` why there is nothing."""

    secret: Secret
    origin: str
    problem: str = ""
    literal: bool = False
    """Whether it stands in the settings themselves."""


def follow(text: str, document: Document, environment: Mapping[str, str]) -> Found:
    """The secret that a setting names. Never raises: a command that does not need it must not fail for it."""
    kind, colon, rest = text.strip().partition(":")
    if colon and kind == "env":
        return _ask_environment(rest.strip(), environment)
    if colon and kind == "file":
        return _read_file(document.resolve(rest.strip()))
    problem = _judge(text.strip())
    return Found(Secret("" if problem else text.strip()), "the settings", problem, literal=True)


def is_open(path: Path) -> bool:
    """Whether other users of this machine may read the file. Where rights are no bits, nobody can tell."""
    if sys.platform == "win32":
        return False
    try:
        return bool(path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))
    except OSError:
        return False


def _ask_environment(name: str, environment: Mapping[str, str]) -> Found:
    secret = environment.get(name, "").strip()
    # Whoever writes env:AIza... by mistake does not find that in a message.
    known = name if name.replace("_", "").isalnum() and len(name) <= 64 and name.upper() == name else "a variable"
    if not name:
        return Found(Secret(""), "env", "is to come from the environment, but no variable is named: write env:NAME")
    if not secret:
        return Found(Secret(""), f"env {known}", f"is to come from {known} in the environment, which is not set")
    if problem := _judge(secret):
        return Found(Secret(""), f"env {known}", problem)
    return Found(Secret(secret), f"env {known}")


def _read_file(path: Path) -> Found:
    try:
        with path.open("rb") as file:
            secret = file.read(_LARGEST + 1).decode().strip()
    except OSError as error:
        why = f"is to come from the file {path}, which cannot be read: {error.strerror}"
        return Found(Secret(""), f"file {path}", why)
    except UnicodeDecodeError:
        return Found(Secret(""), f"file {path}", f"is to come from the file {path}, which is no text")
    problem = f"is to come from the file {path}, which is empty" if not secret else _judge(secret)
    return Found(Secret("" if problem else secret), f"file {path}", problem)


def _judge(secret: str) -> str:
    """What keeps a text from being a key that goes into a header; empty: nothing."""
    if len(secret) > _LARGEST:
        return "is too long to be a key"
    if not (secret.isascii() and secret.isprintable()):
        return "has signs that no key has: it must be one line of plain letters, digits and signs"
    return ""
