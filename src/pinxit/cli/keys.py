"""`pinxit keys`: make, list, show, change and revoke."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pinxit.cli.columns import WIDTH, fit, write_table
from pinxit.cli.context import data_option, read_settings, use_storage
from pinxit.core.errors import InvalidRequest, NotFound, PinxitError

if TYPE_CHECKING:
    from pinxit.assembly import Storage
    from pinxit.core.archive import Key
    from pinxit.core.usage import Balance, Standing, Tally
    from pinxit.settings import Settings

_T = TypeVar("_T")
_OPTIONS = {"budgets": "--budget", "at_once": "--at-once", "is_admin": "--admin"}
_NOTHING = {
    "budgets": "none",
    "rate": "none",
    "at_once": "none",
    "models": "all",
    "routes": "all",
    "expires": "never",
}
"""What takes a limit away, by the field of Key."""


def _take_terms(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what a key may do."""
    for option in (
        click.option("--priority", type=int, help="Keys with a higher one are served first. Default: 0."),
        click.option("--admin/--no-admin", "is_admin", default=None, help="May it manage keys and read all usage?"),
        click.option("--expires", help="30d, 12h, 4w, or its last day as 2027-01-31 (UTC)."),
        click.option(
            "--routes", help="Of images, chat, gemini, predictions, batches, with commas between. Default: all."
        ),
        click.option("--models", help="Names with commas between, with * for any letters. Default: all."),
        click.option("--at-once", help="How many of its requests may be under way at the same time."),
        click.option("--rate", help="20/min, 5/s or 1000/hour."),
        click.option(
            "--budget", "budgets", multiple=True, help="5usd/month, 20pictures/day, 1000000tokens; repeatable."
        ),
    ):
        command = option(command)
    return command


@click.group()
def keys() -> None:
    """Create, list, show, change and revoke API keys."""


@keys.command()
@click.option("--name", default="unnamed", show_default=True, help="Whose it is or what it is for.")
@_take_terms
@data_option
def create(name: str, data: Path | None, **given: Any) -> None:
    """Create a key and print it, this once."""
    from pinxit.core.access import make_key  # noqa: PLC0415

    settings = read_settings(data=data)
    secret, key = _blame_option(lambda: make_key(name, **_read_terms(given)))
    use_storage(settings, lambda storage: storage.ring.add(key))
    click.echo(secret)
    click.echo("Keep it: only its hash is stored. A running server knows it already.", err=True)
    click.echo(f"It may: {' · '.join(_list_terms(key)) or 'everything but administer'}.", err=True)
    _warn_of_models(settings, key.models)


@keys.command(name="list")
@data_option
def list_(data: Path | None) -> None:
    """List keys by prefix; the keys themselves are stored nowhere."""
    kept = use_storage(read_settings(data=data), lambda storage: storage.ring.list_keys())
    if not kept:
        click.echo("No keys yet: `pinxit keys create` makes one.", err=True)
        return
    click.echo(f"{'PREFIX':<19}  {'NAME':<18}  {'STATE (UTC)':<18}  TERMS")
    for key in kept:
        terms = " · ".join(_list_terms(key)) or "no limits"
        first, *more = textwrap.wrap(terms, WIDTH - 61, break_on_hyphens=False)
        click.echo(f"{key.prefix}…  {fit(key.name, 18)}  {fit(_tell_state(key, brief=True), 18)}  {first}")
        for line in more:
            click.echo(" " * 61 + line)


@keys.command()
@click.argument("prefix")
@data_option
def show(prefix: str, data: Path | None) -> None:
    """Show what the key that begins with PREFIX may do, and what is left of its budgets."""

    async def look(storage: Storage) -> tuple[Key, Standing, Tally]:
        from pinxit.core.usage import Grouping, Selection, Tally  # noqa: PLC0415

        key = pick_key(await storage.ring.list_keys(), prefix)
        tallies = await storage.usage.add_up(Grouping.KEY, Selection(key.prefix))
        return key, await storage.usage.show_standing(key, time.time()), sum(tallies, Tally("so far"))

    for line in _describe(*use_storage(read_settings(data=data), look)):
        click.echo(line)


@keys.command()
@click.argument("prefix")
@click.option("--name", help="A new name.")
@_take_terms
@data_option
def change(prefix: str, data: Path | None, name: str | None, **given: Any) -> None:
    """Change what the key that begins with PREFIX may do; `none` takes a limit away.

    --budget replaces all budgets. What was spent stays spent. A running server obeys at once."""
    changes = _blame_option(lambda: _read_terms(given))
    if name is not None:
        changes["name"] = name
    if not changes:
        raise click.UsageError("Say what to change, with --budget, --rate or another option; see --help.")
    settings = read_settings(data=data)
    key = _blame_option(lambda: use_storage(settings, lambda storage: storage.ring.change(_strip(prefix), changes)))
    click.echo(f"{key.prefix}… ({fit(key.name, 60).strip()}): {' · '.join(_list_terms(key)) or 'no limits'}")
    _warn_of_models(settings, changes.get("models", ()))


@keys.command()
@click.argument("prefix")
@data_option
def revoke(prefix: str, data: Path | None) -> None:
    """Revoke the key that begins with PREFIX; it stops working at once."""
    settings = read_settings(data=data)
    key = use_storage(settings, lambda storage: storage.ring.revoke(_strip(prefix), time.time()))
    click.echo(f"Revoked {key.prefix}… ({fit(key.name, 60).strip()}).")


def pick_key(kept: Sequence[Key], prefix: str) -> Key:
    """The one key that begins so, or whose secret it is."""
    prefix = _strip(prefix)
    found = [key for key in kept if prefix and (key.prefix.startswith(prefix) or prefix.startswith(key.prefix))]
    if not found:
        raise NotFound(f"No key begins with {prefix[:24]!r}; `pinxit keys list` shows them.")
    if len(found) > 1:
        raise InvalidRequest(f"{len(found)} keys begin with {prefix[:24]!r}; give more of it.", param="prefix")
    return found[0]


def _read_terms(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of Key that options were given for. Raises InvalidRequest that names the field."""
    return {name: _read_term(name, value) for name, value in given.items() if value is not None and value != ()}


def _read_term(name: str, value: Any) -> Any:
    from pinxit.core import limits, terms  # noqa: PLC0415

    if name == "is_admin":
        return value
    if name == "priority":
        return terms.read_priority(value)
    words = [word.strip() for text in ([value] if isinstance(value, str) else value) for word in text.split(",")]
    lists = {"budgets": terms.read_budgets, "models": terms.read_models, "routes": terms.read_routes}
    texts = {"rate": limits.read_rate, "at_once": _read_at_once, "expires": _read_expiry}
    if len(words) == 1 and words[0].lower() in _NOTHING.values():
        if words[0].lower() != _NOTHING[name]:
            raise InvalidRequest(f"To take the limit away write {_NOTHING[name]!r}.", param=name)
        return () if name in lists else None
    if "" in words:  # a script's empty variable must not give a key that may do everything
        raise InvalidRequest(f"It is empty; leave the option out, or write {_NOTHING[name]!r}.", param=name)
    return lists[name](words) if name in lists else texts[name](value)


def _read_at_once(text: str) -> int:
    from pinxit.core.terms import read_at_once  # noqa: PLC0415

    try:
        return read_at_once(int(text))
    except ValueError:
        raise InvalidRequest(f"Write a whole number, not {text[:40]!r}.", param="at_once") from None


def _read_expiry(text: str) -> float:
    from pinxit.core.terms import read_expiry  # noqa: PLC0415

    return read_expiry(text, time.time())


def _blame_option(work: Callable[[], _T]) -> _T:
    """Do `work`; where a field is wrong, say which option it came by."""
    try:
        return work()
    except InvalidRequest as error:
        if error.param is None or error.param == "prefix":
            raise
        option = _OPTIONS.get(error.param, f"--{error.param}")
        raise click.BadParameter(error.message, param_hint=option) from error


def _strip(prefix: str) -> str:
    return prefix.strip().rstrip("…")


def _warn_of_models(settings: Settings, patterns: Sequence[str]) -> None:
    """Say which patterns no model here has; engines may come later, so that this is no mistake."""
    if not patterns:
        return
    from fnmatch import fnmatchcase  # noqa: PLC0415

    from pinxit.assembly import open_workshop  # noqa: PLC0415

    try:
        names = list(open_workshop(settings).studio.catalog)
    except PinxitError:
        return
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in names):
            click.echo(f"Note: no model here is called {pattern!r}; `pinxit models` lists them.", err=True)


def _list_terms(key: Key) -> list[str]:
    """What a key may do, as the options say it."""
    said = [*map(str, key.budgets)]
    said += [str(key.rate)] if key.rate else []
    said += [f"{key.at_once} at once"] if key.at_once is not None else []
    said += [f"models {', '.join(key.models)}"] if key.models else []
    said += [f"routes {', '.join(key.routes)}"] if key.routes else []
    said += ["admin"] if key.is_admin else []
    return said + ([f"priority {key.priority}"] if key.priority else [])


def _tell_state(key: Key, *, brief: bool = False) -> str:
    from pinxit.core.terms import name_state, write_moment  # noqa: PLC0415

    state = name_state(key, time.time())
    when = key.revoked if state == "revoked" else key.expires
    if when is None:
        return state
    moment = write_moment(when)[:10] if brief else write_moment(when)
    return f"{'until' if state == 'active' else state} {moment}"


def _describe(key: Key, standing: Standing, used: Tally) -> Iterator[str]:
    from pinxit.core.limits import write_money  # noqa: PLC0415
    from pinxit.core.terms import write_moment  # noqa: PLC0415

    yield f"{key.prefix}…  {fit(key.name, 60).strip()}"
    left = f", {standing.requests.remaining} left now" if standing.requests else ""
    facts = {
        "created": f"{write_moment(key.created)} (UTC)",
        "state": _tell_state(key),
        "admin": "yes" if key.is_admin else "no",
        "models": ", ".join(key.models) or "all",
        "routes": ", ".join(key.routes) or "all",
        "rate": f"{key.rate}{left}" if key.rate else "no limit",
        "at once": f"{key.at_once or 'no limit'}, {standing.under_way} under way",
        "priority": str(key.priority),
        "so far": f"{used.pictures:,} pictures, {used.tokens:,} tokens, ${write_money(used.cost)}",
    }
    for name, fact in facts.items():
        yield from textwrap.wrap(f"{name:<9} {fact}", WIDTH, initial_indent="  ", subsequent_indent=" " * 12)
    if standing.balances:
        yield ""
        heads = ("BUDGET", "RESETS (UTC)", "SPENT", "RESERVED", "LEFT")
        yield from write_table(heads, map(_write_balance, standing.balances), words=2)


def _write_balance(balance: Balance) -> list[str]:
    from pinxit.core.limits import name_day, write_amount  # noqa: PLC0415

    resets = "never" if balance.resets is None else name_day(balance.resets)
    numbers = (balance.spent, balance.reserved, balance.left)
    return [str(balance.budget), resets, *(write_amount(number, balance.budget.unit) for number in numbers)]
