"""Settings of one command: the file, above it the environment, and above that what the command line says."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pinxit.settings import Document, Settings, open_document

if TYPE_CHECKING:
    from pinxit.assembly import Storage

_T = TypeVar("_T")

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Directory of the keys. Default: PINXIT_DATA, else your user data directory.",
)


_CONFIG = "pinxit.config"


def _keep_config(context: click.Context, _: click.Parameter, path: str | None) -> None:
    if path is not None:
        context.find_root().meta[_CONFIG] = path


def add_config_option(command: click.Command) -> None:
    """Let a command, and all below it, take --config: it is the same everywhere, so no command handles it itself."""
    command.params.append(
        click.Option(
            ["--config"],
            type=click.Path(),
            expose_value=False,
            callback=_keep_config,
            metavar="FILE",
            help="The file of settings, or none. Default: PINXIT_CONFIG, else ./pinxit.toml, else your own.",
        )
    )
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        add_config_option(below)


def list_variables() -> Mapping[str, str]:
    """The environment."""
    return os.environ


def find_document() -> Document:
    """The file of settings of this command. Raises SettingError."""
    context = click.get_current_context(silent=True)
    return open_document(os.environ, context.find_root().meta.get(_CONFIG) if context else None)


def read_settings(**options: Any) -> Settings:
    """Settings with every option that was given (is not None) in the place of the file's and the environment's."""
    given = {name: value for name, value in options.items() if value is not None}
    settings = Settings.read(os.environ, find_document())
    origins = {**settings.origins, **{name: f"option --{name}" for name in given}}
    if "data" in given:
        settings = settings.move_data(given["data"])
    return replace(settings, **given, origins=origins)


def use_storage(settings: Settings, work: Callable[[Storage], Awaitable[_T]]) -> _T:
    """Run `work` with the database and the stores, made ready and closed again."""
    import asyncio  # noqa: PLC0415

    from pinxit.assembly import open_storage  # noqa: PLC0415

    async def run() -> _T:
        async with open_storage(settings) as storage:
            return await work(storage)

    return asyncio.run(run())
