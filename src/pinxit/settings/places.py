"""Where settings and data are unless somebody says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pinxit.settings.document import NAME, Document

_NONE = "none"


def default_data() -> Path:
    """Where keys are kept unless told otherwise: the user's own data directory of this system."""
    import platformdirs  # noqa: PLC0415  (only asked for when no directory is named)

    return Path(platformdirs.user_data_dir("pinxit", appauthor=False))


def default_file() -> Path:
    """Where the settings of this user are, whatever the directory that a command is started in."""
    import platformdirs  # noqa: PLC0415  (only asked for when no file is named)

    return Path(platformdirs.user_config_dir("pinxit", appauthor=False)) / NAME


def open_document(environment: Mapping[str, str], told: str | Path | None = None) -> Document:
    """The file of settings: the one told of, else PINXIT_CONFIG, else ./pinxit.toml, else the user's own; or none.

    The word "none" in the place of a file means that none is read. Raises SettingError, also for a file that was
    named and is not there.
    """
    named = str(told or environment.get("PINXIT_CONFIG", "").strip())
    if named == _NONE:
        return Document()
    if named:
        return Document.open(Path(named).expanduser().absolute())
    for path in (Path(NAME).absolute(), default_file()):
        if path.is_file():
            return Document.open(path)
    return Document()
