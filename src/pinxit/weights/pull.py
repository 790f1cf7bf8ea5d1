"""From a hub to the shelf: the files that a pipeline needs, checked, and registered when all of them are there.

Where they lie: pulled/OWNER--REPOSITORY/COMMIT, so that what was begun is found again, and two models never mix.
Afterwards nothing is asked of the hub any more.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from pinxit.core.errors import InvalidRequest, PinxitError, StorageFailed
from pinxit.weights.adding import tell_moment
from pinxit.weights.describe import describe_folder, name_licence
from pinxit.weights.entries import LARGEST, parse_json
from pinxit.weights.facts import Facts, Installed
from pinxit.weights.fetching import Fetch, Watch
from pinxit.weights.folders import Index, Unfit, check_folder, read_index
from pinxit.weights.hub import Hub, HubAway, Listing, check_repository
from pinxit.weights.known import find_known
from pinxit.weights.selection import Selection, choose_configs, choose_files, choose_preview, find_index
from pinxit.weights.store import Shelf, check_name

_TRIES = 3
_SPARE = 200_000_000
"""Bytes that are to stay free on the disk."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be pulled: a short name or OWNER/REPOSITORY, under which name, at which commit, branch or tag."""

    model: str
    name: str = ""
    revision: str = ""
    known: Mapping[str, Any] | None = None
    """Facts that hold above all others."""


class Puller:
    """Pulls models onto a shelf. `pause` is the first pause before another try, in seconds."""

    def __init__(self, shelf: Shelf, watch: Watch, *, pause: float = 1.0) -> None:
        self._shelf = shelf
        self._watch = watch
        self._pause = pause
        self._hub = Hub(shelf.local.hub, shelf.local.token)

    def pull(self, wish: Wish) -> Installed:
        """Pull a model, or what is missing of it, and register it.

        Raises InvalidRequest for a name that is none or taken, Unfit for what cannot be a model here, HubRefused,
        HubFailed, and StorageFailed where the disk does not suffice.
        """
        facts = find_known(wish.model)
        repository = facts.hub if facts else check_repository(wish.model)
        name = check_name(wish.name or (facts.name if facts else repository.partition("/")[2].lower()))
        before = self._find(name, repository)
        revision = wish.revision or (facts.revision if facts else "")
        listing = self._list_files(repository, revision)
        self._tell_licence(facts, listing)
        index = self._read_index(listing)
        selection = choose_files(listing, index, facts.variant if facts else "")
        with _hold(self._shelf, repository):
            folder, hashes = self._fetch(name, listing, selection)
            contents = check_folder(folder)
            self._tell(contents.ignored)
            known = {**_list_known(facts, index), **(wish.known or {}), "hub": repository, "revision": listing.commit}
            told = describe_folder(folder, name, contents, {"variant": contents.variant, **known})
            told = replace(_add_licence(told, listing), disk=selection.size, memory=contents.memory)
            preview = self._fetch_preview(told.preview)
            installed = Installed(told, folder, preview, files=tuple(sorted(hashes.items())))
            installed = self._shelf.add(installed, pulled=True, added=tell_moment(), again=before is not None)
            if before:
                self._shelf.delete_unneeded(before)
            return installed

    def pull_configs(self, repository: str) -> Path:
        """The configurations of a repository without its weights: what a single-file checkpoint needs beside it."""
        listing = self._list_files(check_repository(repository), _find_revision(repository))
        selection = choose_configs(listing, self._read_index(listing))
        with _hold(self._shelf, repository):
            return self._fetch(repository, listing, selection)[0]

    def _list_files(self, repository: str, revision: str = "") -> Listing:
        """The list of files; a hub that has trouble is asked some times more."""
        for number in range(_TRIES):
            try:
                return self._hub.list_files(repository, revision)
            except HubAway as error:
                if number == _TRIES - 1:
                    raise
                time.sleep(error.pause or self._pause * 2**number)
        raise AssertionError("the last try has returned or raised")

    def _find(self, name: str, repository: str) -> Installed | None:
        """What is registered by this name. Raises InvalidRequest where it is not this repository."""
        for entry in self._shelf.list_entries():
            other = entry.installed
            if other.name.lower() == name.lower():
                if entry.pulled and other.name == name and other.facts.hub == repository:
                    return other
                raise InvalidRequest(
                    f"There is a model {other.name!r} already, from {other.facts.hub or other.path}. Pull this one "
                    f"under another name (--name), or remove that one first: pinxit models remove {other.name}",
                    param="name",
                )
        return None

    def _read_index(self, listing: Listing) -> Index:
        name = find_index(listing)
        try:
            return read_index(parse_json(self._hub.read(listing, name, LARGEST), name), name)
        except ValueError as error:
            raise Unfit(f"{listing.repository}: {error}") from error

    def _fetch(self, label: str, listing: Listing, selection: Selection) -> tuple[Path, dict[str, str]]:
        folder = self._shelf.pulled / listing.repository.replace("/", "--") / listing.commit
        fetch = Fetch(self._hub, listing, folder, self._watch, self._pause)
        there = fetch.measure(selection.files)
        self._check_disk(label, selection.size - there)
        self._watch.begin(label, selection.size, there)
        return folder, fetch.run(selection.files)

    def _fetch_preview(self, repository: str) -> Path | None:
        """The tiny autoencoder for previews. The model works without it, so that its absence is only told."""
        if not repository:
            return None
        try:
            listing = self._list_files(repository)
            selection = choose_preview(listing)
            if selection is None:
                raise Unfit(f"{repository} has no tiny autoencoder in the form of diffusers.")
            return self._fetch(f"previews ({repository})", listing, selection)[0]
        except PinxitError as error:
            reason = error.message.partition(". ")[0].partition("\n")[0]
            self._watch.say(
                f"Previews will be made by the model's own decoder, for want of {repository}: {reason.rstrip('.')}."
            )
            return None

    def _check_disk(self, label: str, missing: int) -> None:
        self._shelf.pulled.mkdir(parents=True, exist_ok=True, mode=0o700)
        free = shutil.disk_usage(self._shelf.pulled).free - _SPARE
        if missing > free:
            raise StorageFailed(
                f"{label} needs {write_size(missing)} more on the disk, and {write_size(max(free, 0))} are free for it "
                f"at {self._shelf.root}: {write_size(missing - free)} are missing. Free them, or name a folder on "
                "another disk: PINXIT_LOCAL_MODELS=/path, or `models` in [local] of pinxit.toml."
            )

    def _tell_licence(self, facts: Facts | None, listing: Listing) -> None:
        licence, commercial = (facts.licence, facts.commercial) if facts else name_licence(listing.licence)
        page = f"{self._shelf.local.hub.rstrip('/')}/{listing.repository}"
        if not licence:
            self._watch.say(f"Its owner names no licence: ask before you use its pictures commercially ({page}).")
        elif not commercial:
            self._watch.say(f"Licence: {licence}. It forbids commercial use, or allows it only to some: {page}")

    def _tell(self, sentences: tuple[str, ...]) -> None:
        for sentence in sentences:
            self._watch.say(sentence)


def forget(shelf: Shelf, repository: str) -> int:
    """Delete what was pulled of a repository and belongs to no model: a pull that was given up. Bytes that are free."""
    with _hold(shelf, repository):
        return sum(shelf.delete(left) for left in shelf.list_unfinished() if left.repository == repository)


@contextmanager
def _hold(shelf: Shelf, repository: str) -> Iterator[None]:
    """One process at a time pulls a repository: two would write the same file."""
    filelock = import_module("filelock")  # comes with huggingface_hub
    folder = shelf.root / "locks"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = filelock.FileLock(folder / f"{repository.replace('/', '--')}.lock", timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise InvalidRequest(f"Another pinxit is pulling {repository} right now: wait for it.") from None
    try:
        yield
    finally:
        lock.release()


def write_size(count: int) -> str:
    """Bytes as people say them: 6.94 GB."""
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= size:
            return f"{count / size:.3g} {unit}" if count < 1000 * size else f"{count / size:,.0f} {unit}"
    return f"{count} bytes"


def _find_revision(repository: str) -> str:
    facts = find_known(repository)
    return facts.revision if facts else ""


def _list_known(facts: Facts | None, index: Index) -> dict[str, Any]:
    """What the table says of a model, where the repository still is of the class that the table knows it by."""
    if facts is None:
        return {}
    own = asdict(facts)
    for key in ("name", "pipeline", "variant", "disk", "memory"):
        del own[key]
    own |= {"aliases": list(facts.aliases), "call": dict(facts.call)}
    if facts.pipeline != index.pipeline:
        return {key: own[key] for key in ("title", "licence", "commercial", "gated", "aliases")}
    return own


def _add_licence(facts: Facts, listing: Listing) -> Facts:
    if facts.licence or not listing.licence:
        return replace(facts, gated=facts.gated or listing.gated)
    licence, commercial = name_licence(listing.licence)
    return replace(facts, licence=licence, commercial=commercial, gated=facts.gated or listing.gated)
