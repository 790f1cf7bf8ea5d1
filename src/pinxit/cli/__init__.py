"""The command line: parse, assemble, call, print. Whatever is heavy is imported inside the command that needs it."""

from __future__ import annotations

from collections.abc import Mapping

import click

from pinxit.cli.config import config
from pinxit.cli.context import add_config_option
from pinxit.cli.db import db
from pinxit.cli.draw import draw
from pinxit.cli.fake_upstream import fake_upstream
from pinxit.cli.init import init
from pinxit.cli.keys import keys
from pinxit.cli.look import doctor, gallery
from pinxit.cli.mark import look_for_mark
from pinxit.cli.models import models
from pinxit.cli.serve import serve
from pinxit.cli.usage import usage
from pinxit.cli.webhooks import webhooks
from pinxit.core.errors import EngineFailed, Overloaded, PinxitError, StorageFailed
from pinxit.settings import SettingError


class _Mistake(click.ClickException):
    exit_code = 2


class _Fault(click.ClickException):
    exit_code = 1


class _Pinxit(click.Group):
    """Turns what a user can mend into one line and exit code 2, what broke in us into one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except SettingError as error:
            raise _Mistake(str(error)) from error
        except (EngineFailed, Overloaded, StorageFailed) as error:
            raise _Fault(error.message) from error
        except PinxitError as error:
            raise _Mistake(error.message) from error


@click.group(cls=_Pinxit, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pinxit", message="pinxit %(version)s")
def main() -> None:
    """One image API for every way of making a picture."""


_COMMANDS: Mapping[str, click.Command] = {
    "init": init,
    "config": config,
    "serve": serve,
    "draw": draw,
    "keys": keys,
    "usage": usage,
    "webhooks": webhooks,
    "db": db,
    "models": models,
    "doctor": doctor,
    "gallery": gallery,
    "look-for-mark": look_for_mark,
    "fake-upstream": fake_upstream,
}
for _name, _command in _COMMANDS.items():
    add_config_option(_command)
    main.add_command(_command, _name)
