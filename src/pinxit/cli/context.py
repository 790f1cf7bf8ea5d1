"""Settings of one command: the environment, and above it what the command line says."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pinxit.settings import Settings

if TYPE_CHECKING:
    from pinxit.assembly import Storage

_T = TypeVar("_T")

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Directory of the keys. Default: PINXIT_DATA, else your user data directory.",
)


def read_settings(**options: Any) -> Settings:
    """Settings with every option that was given (is not None) in the place of the environment's."""
    given = {name: value for name, value in options.items() if value is not None}
    return replace(Settings.read(os.environ), **given)


def use_storage(settings: Settings, work: Callable[[Storage], Awaitable[_T]]) -> _T:
    """Run `work` with the database and the stores, made ready and closed again."""
    import asyncio  # noqa: PLC0415

    from pinxit.assembly import open_storage  # noqa: PLC0415

    async def run() -> _T:
        async with open_storage(settings) as storage:
            return await work(storage)

    return asyncio.run(run())
