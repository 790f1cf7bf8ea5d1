"""What strangers try: URLs that lead into the server's own network, or that take its time and its memory.

Each must be refused, and for those that may not be asked at all nobody may be connected to.
"""

from __future__ import annotations

import asyncio

import httpcore2
import pytest

from network.strange_hosts import NAME, Behaviour, NameServer, StrangeHost, answer, move, picture
from pinxit.core.errors import InvalidRequest, SourceUnavailable
from pinxit.core.sources import Link
from pinxit.network import reach
from pinxit.network.fetching import GuardedFetcher

_PUBLIC = "93.184.215.14"
_NOT_HTTP = """
    file:///etc/passwd
    FILE:///etc/passwd
    file://127.0.0.1/etc/passwd
    gopher://127.0.0.1:PORT/_GET%20/x
    ftp://127.0.0.1:PORT/x.png
    dict://127.0.0.1:PORT/d:x
    ldap://127.0.0.1:PORT/x
    jar:http://127.0.0.1:PORT/x.png!/
    data:image/png;base64,iVBORw0KGgo=
    javascript:fetch('http://127.0.0.1:PORT/x')
    view-source:http://127.0.0.1:PORT/x
    ws://127.0.0.1:PORT/x
    unix:/var/run/docker.sock
    http+unix://%2Fvar%2Frun%2Fdocker.sock/x
    url:http://127.0.0.1:PORT/x
    //127.0.0.1:PORT/x
    http:/127.0.0.1:PORT/x
    http:127.0.0.1:PORT/x
    http:///127.0.0.1:PORT/x
    https//127.0.0.1:PORT/x
    127.0.0.1:PORT/x
""".split()
_UNCLEAR = """
    http://user@127.0.0.1:PORT/x
    http://user:word@127.0.0.1:PORT/x
    http://pictures.example@127.0.0.1:PORT/x
    http://pictures.example%40127.0.0.1:PORT/x
    http://pictures.example:80@127.0.0.1:PORT/x
    http://127.0.0.1:PORT@pictures.example/x
    http://@127.0.0.1:PORT/x
    http://pictures.example\\@127.0.0.1:PORT/x
    http://127.0.0.1:PORT\\@pictures.example/x
    http:\\\\127.0.0.1:PORT\\x
    http://127.0.0.1:PORT:80/x
    http://[127.0.0.1]:PORT/x
    http://[::1/x
    http://::1:PORT/x
    http://[::1]PORT/x
    http://[::1%25lo]:PORT/x
    http://[fe80::1%25eth0]:PORT/x
    http://[fe80::1%eth0]:PORT/x
    http://127.0.0.1%00.pictures.example:PORT/x
    http://127%2e0%2e0%2e1:PORT/x
    http://127.0.0.1,pictures.example:PORT/x
    http://a..b:PORT/x
    http://.:PORT/x
    http://:PORT/x
    http://
    http://?x
    http://127.0.0.1:99999/x
    http://127.0.0.1:-1/x
    http://127.0.0.1:٨٠/x
    http://127.0.0.1:0/x
""".split()
_UNCLEAR += [
    "http://127.0.0.1:PORT/x\r\nHost: other.example",
    "http://127.0.0.1\t:PORT/x",
    "ht\ntp://127.0.0.1:PORT/x",
    "http://127.0.0.1 .pictures.example:PORT/x",
    "http://127.0.0.1:PORT/x y",
    "http://pictures.example\0.127.0.0.1:PORT/x",
    "http://a\u2028b.example:PORT/x",
    "http://\u00a0127.0.0.1:PORT/x",
    "http://127.0.0.1:PORT/\ud800",
    f"http://{'a' * 64}.example:PORT/x",
    f"http://{'a.' * 130}example:PORT/x",
    f"http://127.0.0.1:PORT/{'x' * 9000}",
]
_NUMBERS = """
    http://2130706433:PORT/x
    http://017700000001:PORT/x
    http://0x7f000001:PORT/x
    http://0X7F000001:PORT/x
    http://0177.0.0.1:PORT/x
    http://0x7f.0.0.1:PORT/x
    http://0x7f.1:PORT/x
    http://127.1:PORT/x
    http://127.0.1:PORT/x
    http://127.0.0.01:PORT/x
    http://127.0.0.256:PORT/x
    http://127.0.0.0x1:PORT/x
    http://0:PORT/x
    http://1.127.0.0.1:PORT/x
    http://4294967297:PORT/x
""".split()
_PRIVATE = """
    http://127.0.0.1:PORT/x
    HTTP://127.0.0.1:PORT/x
    http://127.0.0.1:PORT#@pictures.example/
    http://127.0.0.1:PORT?@pictures.example/
    http://127.0.0.1:PORT/@pictures.example/
    http://127.255.255.254:PORT/x
    http://127。0。0。1:PORT/x
    http://１２７.０.０.１:PORT/x
    http://①②⑦.⓪.⓪.①:PORT/x
    http://0.0.0.0:PORT/x
    http://0.1.2.3:PORT/x
    http://10.0.0.1:PORT/x
    http://100.64.0.1:PORT/x
    http://100.100.100.200:PORT/latest/meta-data
    http://168.63.129.16:PORT/x
    http://169.254.169.254:PORT/latest/meta-data/
    http://172.16.0.1:PORT/x
    http://172.31.255.255:PORT/x
    http://192.0.0.192:PORT/x
    http://192.0.2.7:PORT/x
    http://192.88.99.1:PORT/x
    http://192.168.0.1:PORT/x
    http://198.18.0.1:PORT/x
    http://198.51.100.1:PORT/x
    http://203.0.113.1:PORT/x
    http://224.0.0.1:PORT/x
    http://239.255.255.250:PORT/x
    http://240.0.0.1:PORT/x
    http://255.255.255.255:PORT/x
    http://127.0.0.1.:PORT/x
    http://[::]:PORT/x
    http://[::1]:PORT/x
    http://[0:0:0:0:0:0:0:1]:PORT/x
    http://[::ffff:127.0.0.1]:PORT/x
    http://[::ffff:7f00:1]:PORT/x
    http://[::ffff:169.254.169.254]:PORT/x
    http://[::ffff:0:127.0.0.1]:PORT/x
    http://[::127.0.0.1]:PORT/x
    http://[2002:7f00:1::]:PORT/x
    http://[2002:a9fe:a9fe::1]:PORT/x
    http://[64:ff9b::127.0.0.1]:PORT/x
    http://[64:ff9b::a9fe:a9fe]:PORT/x
    http://[64:ff9b:1::1]:PORT/x
    http://[2001:0:7f00:1::80ff:fffe]:PORT/x
    http://[2001:db8::1]:PORT/x
    http://[3fff::1]:PORT/x
    http://[100::1]:PORT/x
    http://[fc00::1]:PORT/x
    http://[fd00:ec2::254]:PORT/latest/meta-data/
    http://[fe80::1]:PORT/x
    http://[fec0::1]:PORT/x
    http://[ff02::1]:PORT/x
    http://[5f00::1]:PORT/x
    http://localhost:PORT/x
    http://localhost.:PORT/x
    http://LOCALHOST:PORT/x
    http://ｌocalhost:PORT/x
    http://127.0.0.1.nip.example:PORT/x
    http://metadata.internal.example:PORT/x
    http://mixed.example:PORT/x
    http://mixed.six.example:PORT/x
    http://mapped.example:PORT/x
    http://zone.example:PORT/x
    http://zone.six.example:PORT/x
    http://garbled.example:PORT/x
    http://unknown.example:PORT/x
    http://nobody.example:PORT/x
""".split()
_PORTS = [f"http://93.184.215.14:{port}/x" for port in (1, 22, 25, 81, 445, 3306, 5432, 6379, 9200, 11211, 65535)]
_NAMES = {
    "localhost": ["127.0.0.1", "::1"],
    "127_0_0_1_nip_example": ["127.0.0.1"],
    "metadata_internal_example": ["169.254.169.254"],
    "mixed_example": [_PUBLIC, "127.0.0.1"],
    "mixed_six_example": [_PUBLIC, "::1"],
    "mapped_example": ["::ffff:127.0.0.1"],
    "zone_example": ["fe80::1%1"],
    "zone_six_example": ["2606:2800:21f::1%1"],
    "garbled_example": [_PUBLIC, "somewhere"],
    "nobody_example": [],
}


class _Dialling(httpcore2.AnyIOBackend):
    """Writes down whom it is told to connect to, and reaches only this machine."""

    dialled: list[tuple[str, int]]

    async def connect_tcp(self, host: str, port: int, *rest: object, **others: object) -> httpcore2.AsyncNetworkStream:
        self.dialled.append((host, port))
        if not host.startswith("127."):
            raise httpcore2.ConnectError("out of this machine")
        return await super().connect_tcp(host, port, timeout=5)


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    numbers: list[tuple[str, int]] = []
    monkeypatch.setattr(_Dialling, "dialled", numbers, raising=False)
    monkeypatch.setattr(httpcore2, "AnyIOBackend", _Dialling)
    return numbers


def _refuse(host: StrangeHost, url: str, *allow: str, names: NameServer | None = None) -> SourceUnavailable:
    """The refusal of a URL, in which PORT is the strange host's port."""

    async def run() -> None:
        async with host.running():
            opened = [entry.replace("PORT", str(host.port)) for entry in allow]
            resolver = names or NameServer(**{name: [found] for name, found in _NAMES.items()})
            fetcher = GuardedFetcher(opened, seconds=2, max_bytes=200_000, resolver=resolver)
            with pytest.MonkeyPatch.context() as patch:
                # A usual port for once, so that only the address can be what is refused.
                patch.setattr(reach, "PORTS", frozenset({80, 443, 8080, 8443, host.port}))
                await fetcher.fetch(Link(url.replace("PORT", str(host.port)), "image_url"))

    with pytest.raises(InvalidRequest) as refusal:
        asyncio.run(run())
    assert refusal.value.param == "image_url"
    assert isinstance(refusal.value, SourceUnavailable), refusal.value.message
    assert refusal.value.code == "invalid_image_url"
    return refusal.value


@pytest.mark.parametrize("url", [*_NOT_HTTP, *_UNCLEAR, *_NUMBERS, *_PRIVATE, *_PORTS])
def test_a_hostile_url_is_refused_and_nobody_is_connected_to(url: str, dialled: list[tuple[str, int]]) -> None:
    host = StrangeHost({"/x": answer(picture())})
    _refuse(host, url)
    assert (host.connections, dialled) == (0, [])


@pytest.mark.parametrize("url", _PRIVATE)
def test_the_refusal_of_an_address_tells_nothing_about_it(url: str) -> None:
    refusal = _refuse(StrangeHost(), url)
    host = refusal.message.removeprefix("No picture is fetched from ").partition(": it has no public address. ")[0]
    assert len(host) < 40
    assert refusal.message == (
        f"No picture is fetched from {host}: it has no public address. Send the picture itself, for instance as a data "
        "URL; the operator of this server can allow the host with PINXIT_FETCH_ALLOW."
    )


@pytest.mark.parametrize("url", [*_NOT_HTTP, *_UNCLEAR, *_NUMBERS])
def test_the_refusal_of_a_url_does_not_repeat_it(url: str) -> None:
    message = _refuse(StrangeHost(), url).message
    assert message.startswith("The picture's URL ")
    assert "codec" not in message
    assert "passwd" not in message
    assert "word" not in message


@pytest.mark.parametrize("url", _PORTS)
def test_an_unusual_port_is_refused_before_any_name_is_resolved(url: str) -> None:
    names = NameServer()
    refusal = _refuse(StrangeHost(), url.replace(_PUBLIC, "public.example"), names=names)
    assert "80, 443, 8080 and 8443" in refusal.message
    assert names.asked == []


def test_a_port_that_is_open_on_one_host_stays_closed_on_others(dialled: list[tuple[str, int]]) -> None:
    _refuse(StrangeHost(), f"http://{_PUBLIC}:6379/x", "192.0.2.99:6379", "redis.example:6379")
    assert dialled == []


def test_a_user_name_is_refused_as_such() -> None:
    assert "has a user name in it" in _refuse(StrangeHost(), "http://user@pictures.example/x").message


def test_the_table_has_more_than_sixty_urls() -> None:
    assert len({*_NOT_HTTP, *_UNCLEAR, *_NUMBERS, *_PRIVATE, *_PORTS}) >= 120


def test_a_name_is_resolved_once_and_only_what_was_checked_is_connected_to(dialled: list[tuple[str, int]]) -> None:
    names = NameServer(rebinding_example=[[_PUBLIC, "2606:2800:21f::1"], ["127.0.0.1"]])
    _refuse(StrangeHost(), "http://rebinding.example/x", names=names)
    assert names.asked == ["rebinding.example"]
    assert dialled == [(_PUBLIC, 80), ("2606:2800:21f::1", 80)]


def test_a_redirect_to_the_same_name_is_resolved_and_checked_anew(dialled: list[tuple[str, int]]) -> None:
    names = NameServer(rebinding_example=[["127.0.0.1"], ["127.0.0.2"]])
    host = StrangeHost({"/x": move("/y"), "/y": answer(picture())})
    _refuse(host, "http://rebinding.example:PORT/x", "127.0.0.1:PORT", names=names)
    assert names.asked == ["rebinding.example"] * 2
    assert dialled == [("127.0.0.1", host.port)]


def test_a_public_address_is_asked_at_itself(dialled: list[tuple[str, int]]) -> None:
    _refuse(StrangeHost(), f"http://{_PUBLIC}/x")
    _refuse(StrangeHost(), "https://[2606:2800:21f::1]:8443/x")
    _refuse(StrangeHost(), "http://[64:ff9b::93.184.215.14]:8080/x")
    assert dialled == [(_PUBLIC, 80), ("2606:2800:21f::1", 8443), ("64:ff9b::5db8:d70e", 8080)]


_ELSEWHERE = """
    http://127.0.0.1:PORT/secret
    http://2130706433:PORT/secret
    http://0x7f.1:PORT/secret
    http://[::1]:PORT/secret
    http://[::ffff:127.0.0.1]:PORT/secret
    http://localhost:PORT/secret
    http://mixed.example:PORT/secret
    http://unknown.example:PORT/secret
    http://169.254.169.254/latest/meta-data/
    //127.0.0.1:PORT/secret
    ///127.0.0.1:PORT/secret
    \\\\127.0.0.1:PORT/secret
    /\\127.0.0.1:PORT/secret
    http://pictures.example@127.0.0.1:PORT/secret
    file:///etc/passwd
    gopher://127.0.0.1:PORT/secret
    data:image/png;base64,iVBORw0KGgo=
    javascript:alert(1)
    http://93.184.215.14:22/
    http://
""".split()


@pytest.mark.parametrize("location", [*_ELSEWHERE, "/x y", "/\tx", "\N{FULLWIDTH LATIN SMALL LETTER A}" * 9000])
def test_a_redirect_to_where_nothing_may_be_fetched_is_refused(location: str, dialled: list[tuple[str, int]]) -> None:
    async def send_away(writer: asyncio.StreamWriter) -> None:
        writer.write(move(location.replace("PORT", str(host.port))))

    host = StrangeHost({"/x": send_away, "/secret": answer(picture())})
    names = NameServer(pictures_example=[["127.0.0.1"]], **{name: [found] for name, found in _NAMES.items()})
    _refuse(host, f"http://{NAME}:PORT/x", NAME, names=names)
    assert dialled == [("127.0.0.1", host.port)]


def test_two_dots_too_many_do_not_lead_to_another_host(dialled: list[tuple[str, int]]) -> None:
    host = StrangeHost({"/x": move("../../.evil.example/y")})
    names = NameServer(pictures_example=[["127.0.0.1"]])
    _refuse(host, f"http://{NAME}:PORT/x", NAME, names=names)
    assert names.asked == [NAME] * 2


@pytest.mark.parametrize(
    "answers",
    [
        {"/x": move("/x")},
        {"/x": move("/y"), "/y": move("/x")},
        {"/x": move("/1"), "/1": move("/2"), "/2": move("/3"), "/3": move("/4"), "/4": answer(picture())},
    ],
)
def test_a_fourth_redirect_is_not_followed(answers: dict[str, Behaviour]) -> None:
    host = StrangeHost(answers)
    refusal = _refuse(host, f"http://{NAME}:PORT/x", NAME, names=NameServer(pictures_example=[["127.0.0.1"]]))
    assert "more than 3 times" in refusal.message
    assert host.connections == 4
