"""Which archive keeps files at a place: a folder, or a bucket."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pinxit.core.archive import Archive
from pinxit.storage.archive import FolderArchive
from pinxit.storage.bucket import BucketArchive
from pinxit.storage.place import Place


def open_archive(where: str | Path, keep: float, room: int, prefix: str = "") -> Archive:
    """The archive at `where`: `s3://BUCKET/PREFIX?...` (pinxit.storage.place.Place) or a folder.

    `prefix` is what is added to the place, so that several archives can share it. Files stay for `keep` seconds, in
    `room` bytes. Nothing is reached or made yet. Raises ConfigurationError for a place that cannot be one.
    """
    more, said = prefix.strip("/"), str(where)
    if said.startswith("s3:") or "://" in said:
        place = Place.read(said)
        return BucketArchive(replace(place, prefix="/".join(filter(None, (place.prefix, more)))), keep, room)
    return FolderArchive(Path(where).expanduser() / more, keep, room)
