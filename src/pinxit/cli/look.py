"""`pinxit doctor` and `pinxit gallery`: what there is and whether it works."""

from __future__ import annotations

import importlib
import os
import socket
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from pinxit.cli.context import data_option, read_settings
from pinxit.cli.machine import Finding, check_machine

_LOWEST_PYTHON = (3, 11)


@click.command()
@click.argument("things", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Directory to fill.")
def gallery(out: Path, things: tuple[str, ...]) -> None:
    """Draw every thing, setting and medium that the illustrator knows into contact sheets.

    With THINGS only those: names of things ("metronome") or of sheets ("media", "lettering", "comics")."""
    from pinxit.assembly import write_gallery  # noqa: PLC0415

    out.mkdir(parents=True, exist_ok=True)
    for path in write_gallery(out, things):
        click.echo(path)


@click.command()
@click.option("--port", type=int, help="Port that `serve` shall use. Default: PINXIT_PORT, else 8000.")
@data_option
def doctor(port: int | None, data: Path | None) -> None:
    """Check what pinxit needs; exit code 1 where it cannot work."""
    settings = read_settings(port=port, data=data)
    sick = False
    checks = (_check_parts(), _check_fonts(), _check_data(settings.data), _check_port(settings.host, settings.port))
    sections = {"": chain(*checks), "open-weights models on this machine": check_machine(settings)}
    for title, findings in sections.items():
        if title:
            click.echo(f"\n{title}")
        for well, text in findings:
            sick = sick or well is False
            click.echo(f"{ {True: 'ok  ', False: 'FAIL', None: 'note'}[well] }  {text}")
    click.echo()
    click.echo("pinxit cannot work like this." if sick else "All is well.")
    if sick:
        raise SystemExit(1)


def _check_parts() -> Iterator[Finding]:
    from importlib.metadata import version as version_of  # noqa: PLC0415

    version = ".".join(map(str, sys.version_info[:3]))
    yield sys.version_info >= _LOWEST_PYTHON, f"Python {version}"
    yield True, f"{os.cpu_count()} cores"
    for module, package in (("skia", "skia-python"), ("numpy", "numpy"), ("PIL", "pillow"), ("textblob", "textblob")):
        try:
            importlib.import_module(module)
            yield True, f"{package} {version_of(package)}"
        except (ImportError, OSError) as error:
            yield False, f"{package} cannot be loaded: {error}. Run: pip install --force-reinstall {package}"
    try:
        importlib.import_module("isal")
        yield True, f"isal {version_of('isal')} (fast PNG)"
    except ImportError:
        yield None, "isal is not installed: PNG is written by zlib, correct but slower"


def _check_fonts() -> Iterator[Finding]:
    from importlib.metadata import distributions  # noqa: PLC0415

    names = {dist.metadata["Name"] for dist in distributions()}
    faces = sorted(name for name in names if name and name.lower().startswith("fontpkg-"))
    well = len(faces) >= 12
    yield well, f"{len(faces)} typefaces" + ("" if well else ", fewer than 12. Run: pip install --upgrade pinxit")


def _check_data(folder: Path) -> Iterator[Finding]:
    probe = folder / f".probe-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe.write_bytes(b"")
        probe.unlink()
        yield True, f"data directory {folder}"
    except OSError as error:
        yield False, f"data directory {folder} cannot be written: {error.strerror}. Give another with --data"


def _check_port(host: str, port: int) -> Iterator[Finding]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            yield True, f"port {port} on {host} is free"
        except OSError as error:
            yield None, f"port {port} on {host} is not free ({error.strerror}): use `pinxit serve --port`"
