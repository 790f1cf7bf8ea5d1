"""Settings of one command: the environment, and above it what the command line says."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from pinxit.settings import Settings

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Directory of the keys. Default: PINXIT_DATA, else your user data directory.",
)


def read_settings(**options: Any) -> Settings:
    """Settings with every option that was given (is not None) in the place of the environment's."""
    given = {name: value for name, value in options.items() if value is not None}
    return replace(Settings.read(os.environ), **given)
