"""The shelf: which models are on this machine. One JSON file for each below `Local.models`/register.

An entry is written under another name and renamed, so that processes that work at the same time read old or new ones,
never halves. A model that was pulled lies below `pulled` and goes when nobody names it any more; one that was added by
its path stays where it is, whatever happens to its entry.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pinxit.core.catalog import AUTO
from pinxit.core.errors import InvalidRequest, StorageFailed, UnknownModel
from pinxit.local import Local
from pinxit.weights.entries import LARGEST, read_entry, write_entry
from pinxit.weights.facts import Installed

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
_DIGEST = re.compile(r"[0-9a-f]{16}")
_OWN = "pinxit-"  # how the names of the embedded engines' models begin
_LOG = logging.getLogger("pinxit.weights")


def check_name(name: str) -> str:
    """A name that a model may have: it stands in URLs, file names and lists. Raises InvalidRequest."""
    if not _NAME.fullmatch(name):
        raise InvalidRequest(
            f"{name[:70]!r} cannot be a model's name: take 1 to 64 letters, digits, '.', '-' and '_', with a letter or "
            "a digit at both ends.",
            param="name",
        )
    if name.lower() == AUTO or name.lower().startswith(_OWN):
        raise InvalidRequest(f"{name!r} is a name of pinxit's own: take another.", param="name")
    return name


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register says of a model. `pulled`: its files are pinxit's own, and go with the last name they have."""

    installed: Installed
    pulled: bool
    added: str = ""
    """When: 2026-11-22T23:50:00+00:00."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What a removal did: `freed` bytes of pulled files; `kept` is a folder or file that was left alone."""

    name: str
    freed: int = 0
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """What a pull left that was not finished."""

    repository: str
    folder: Path
    size: int


class Shelf:
    """The models of one machine. Safe to use from several processes; reads the disk each time."""

    def __init__(self, local: Local) -> None:
        self.local = local
        self.root = local.models.absolute()
        self.pulled = self.root / "pulled"
        self._register = self.root / "register"

    def mark(self) -> tuple[tuple[str, int, int], ...]:
        """A mark of what is registered: another one after each change, however soon it follows the one before."""
        try:
            with os.scandir(self._register) as entries:
                states = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".json")]
        except OSError:  # there is none yet, or an entry went meanwhile
            return ()
        return tuple(sorted((name, state.st_ino, state.st_mtime_ns) for name, state in states))

    def list_installed(self) -> tuple[Installed, ...]:
        """All that can be loaded, by name. What cannot be read or is gone is left out, with a line in the log."""
        found = []
        for path in self._paths():
            try:
                installed = self._read(path).installed
            except ValueError as error:
                _LOG.warning("The register of models has a broken entry, %s: %s", path.name, error)
                continue
            if not os.path.exists(installed.path):  # unlike Path.exists, it does not raise where it may not look
                _LOG.warning("The files of the model %s are gone from %s.", installed.name, installed.path)
                continue
            found.append(installed)
        return tuple(found)

    def list_entries(self) -> tuple[Entry, ...]:
        """All entries that can be read, also those whose files are gone."""
        found = []
        for path in self._paths():
            try:
                found.append(self._read(path))
            except ValueError:
                continue
        return tuple(found)

    def find(self, name: str) -> Installed:
        """The model of this name or alias. Raises UnknownModel, which lists what there is."""
        return self.look_up(name).installed

    def look_up(self, name: str) -> Entry:
        """The entry of this name or alias. Raises UnknownModel."""
        entries = self.list_entries()
        for entry in entries:
            if entry.installed.name == name:
                return entry
        for entry in entries:
            if name in entry.installed.facts.aliases:
                return entry
        names = ", ".join(entry.installed.name for entry in entries)
        there = f"There are {names}." if names else "There is none yet."
        raise UnknownModel(
            f"No model {name[:70]!r} is on this machine. {there} `pinxit models list` shows what can be pulled.",
            param="model",
        )

    def add(self, installed: Installed, *, pulled: bool, added: str = "", again: bool = False) -> Installed:
        """Register a model. Aliases that others have are left out. Raises InvalidRequest where its name is taken.

        `again`: an entry of the same name is replaced.
        """
        check_name(installed.name)
        others = [entry.installed for entry in self.list_entries() if entry.installed.name != installed.name]
        taken = {other.name.lower() for other in others}
        if installed.name.lower() in taken:
            raise self._refuse_name(installed.name)
        taken |= {alias.lower() for other in others for alias in other.facts.aliases} | {installed.name.lower()}
        aliases = tuple(alias for alias in installed.facts.aliases if alias.lower() not in taken)
        installed = replace(installed, facts=replace(installed.facts, aliases=aliases))
        about = {"pulled": pulled, "added": added}
        self._write(self._path(installed.name), write_entry(installed, about, self.root), again=again)
        return installed

    def is_free(self, name: str) -> bool:
        """Has no model this name?"""
        return all(entry.installed.name.lower() != name.lower() for entry in self.list_entries())

    def remove(self, name: str) -> Removed:
        """Forget a model; files that were pulled for it and that no other needs are deleted. Raises UnknownModel."""
        entry = self.look_up(name)
        name = entry.installed.name
        try:
            self._path(name).unlink(missing_ok=True)
            own = entry.installed if entry.pulled else replace(entry.installed, path=self.root)
            freed = self.delete_unneeded(own) + self._delete_converted(name)
            return Removed(name, freed, None if entry.pulled else entry.installed.path)
        except OSError as error:
            raise StorageFailed(f"{name} could not be removed: {error.strerror}: {error.filename}") from error

    def delete_unneeded(self, installed: Installed) -> int:
        """Delete folders of a model below `pulled` that no entry points into, never anything elsewhere; their bytes."""
        needed = [path for entry in self.list_entries() for path in _places(entry.installed)]
        freed = 0
        for place in _places(installed):
            folder = self._find_pull(place)
            if folder is None or any(other.is_relative_to(folder) for other in needed) or not folder.is_dir():
                continue
            freed += self._delete(folder)
        return freed

    def list_unfinished(self) -> tuple[Left, ...]:
        """What was pulled and belongs to no model: pulls that were broken off."""
        needed = [path for entry in self.list_entries() for path in _places(entry.installed)]
        found = []
        for folder in sorted(self.pulled.glob("*--*/*")) if self.pulled.is_dir() else ():
            if folder.is_dir() and not any(other.is_relative_to(folder) for other in needed):
                found.append(Left(folder.parent.name.replace("--", "/", 1), folder, measure(folder)))
        return tuple(found)

    def delete(self, left: Left) -> int:
        """Delete what a pull left; the bytes that it had."""
        folder = self._find_pull(left.folder)
        try:
            return self._delete(folder) if folder else 0
        except OSError as error:
            raise StorageFailed(f"{left.folder} could not be removed: {error.strerror}.") from error

    def _delete(self, folder: Path) -> int:
        freed = measure(folder)
        shutil.rmtree(folder)
        for parent in (folder.parent, self.pulled):
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
        return freed

    def _delete_converted(self, name: str) -> int:
        """Delete what a CPU's runtime made of a model (NAME-DIGEST below `openvino`); its bytes."""
        freed = 0
        for folder in (self.root / "openvino").glob(f"{name}-*"):
            if _DIGEST.fullmatch(folder.name.removeprefix(f"{name}-")):
                freed += measure(folder)
                shutil.rmtree(folder)
        return freed

    def _find_pull(self, place: Path) -> Path | None:
        """The folder pulled/<repository>/<commit> that a path lies in, or None."""
        try:
            parts = place.relative_to(self.pulled).parts
        except ValueError:
            return None
        sound = len(parts) >= 2 and ".." not in parts
        return self.pulled / parts[0] / parts[1] if sound else None

    def _paths(self) -> list[Path]:
        return sorted(self._register.glob("*.json")) if self._register.is_dir() else []

    def _path(self, name: str) -> Path:
        return self._register / f"{check_name(name)}.json"

    def _read(self, path: Path) -> Entry:
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            raise ValueError(f"it cannot be read ({error.strerror}).") from error
        if len(data) > LARGEST:
            raise ValueError(f"it is larger than {LARGEST:,} bytes.")
        installed, about = read_entry(data, path.name, self.root)
        if installed.name != path.stem or not _NAME.fullmatch(installed.name):
            raise ValueError(f"it names another model, {installed.name[:70]!r}.")
        return Entry(installed, about.get("pulled") is True, str(about.get("added", "")))

    def _write(self, path: Path, data: bytes, *, again: bool) -> None:
        draft = path.with_name(f".{path.stem}-{uuid.uuid4().hex}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_out(draft, data)
            if again:
                draft.replace(path)
            else:
                self._put_new(draft, path)
        except OSError as error:
            raise StorageFailed(f"The register of models cannot be written: {error.strerror}: {path}") from error
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)

    def _put_new(self, draft: Path, path: Path) -> None:
        try:
            os.link(draft, path)  # unlike a rename, it fails where somebody was faster
        except FileExistsError:
            raise self._refuse_name(path.stem) from None
        except OSError:  # a file system without hard links
            if path.exists():
                raise self._refuse_name(path.stem) from None
            draft.replace(path)

    def _refuse_name(self, name: str) -> InvalidRequest:
        return InvalidRequest(
            f"There is a model {name!r} already. Take another name, or remove it first: pinxit models remove {name}",
            param="name",
        )


def measure(path: Path) -> int:
    """Bytes of a file, or of all files below a folder. Links are not followed."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.lstat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())


def _places(installed: Installed) -> Iterator[Path]:
    yield installed.path
    if installed.preview:
        yield installed.preview
    if installed.config:
        yield installed.config


def _write_out(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


class ShelfWatch:
    """Whether a shelf has changed since the last look at it."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._seen = shelf.mark()

    def look(self) -> tuple[Installed, ...] | None:
        """What is on the shelf now; None where nothing has changed."""
        mark = self._shelf.mark()
        if mark == self._seen:
            return None
        installed = self._shelf.list_installed()
        self._seen = mark
        return installed
