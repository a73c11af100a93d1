"""The client on real connections: TLS of old servers, proxies, headers as they came."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError
from scrapy.http import Response

from crawler.http_client import HttpClient
from crawler.loop import our_settings
from crawler.network_errors import NETWORK_ERRORS, in_words
from crawler.resolver import address_of

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
PAGE = b"HTTP/1.1 200 OK\r\nX-Kota: Muara \xe9nim\r\nX-Kota: Lahat\r\nContent-Length: 4\r\n\r\n<p>a"

PASSWORD = "Basic cmFoYXNpYQ=="


async def ask(url: str, **meta: object) -> tuple[Request, Response]:
    """A request with its answer."""
    client = HttpClient(Crawler(Spider, our_settings({})))
    request = Request(url, headers={"User-Agent": "Uji"}, meta={"download_timeout": 5, **meta})
    if "proxy" in meta:
        request.headers["Proxy-Authorization"] = PASSWORD
    try:
        return request, await client.download_request(request)
    finally:
        await client.close()


class Served:
    """Answers every connection with the same bytes and keeps the heads of the requests."""

    def __init__(self, answer: bytes, tls: ssl.SSLContext | None = None) -> None:
        self.answer, self.tls = answer, tls
        self.heads: list[str] = []

    def run(self, use: Callable[[str], Awaitable[None]]) -> None:
        """Use it by its host and port."""

        async def main() -> None:
            server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=self.tls)
            async with server:
                await use(f"127.0.0.1:{server.sockets[0].getsockname()[1]}")

        asyncio.run(main())

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heads.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(self.answer)
        await writer.drain()
        writer.close()


def out_of_date(folder: Path, key: Key | None = None) -> ssl.SSLContext:
    """A server's context whose certificate, by nobody, ran out."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "pemkab.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=60))
        .not_valid_after(now - timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = folder / "server.pem"
    file.write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.load_cert_chain(file)
    return context


def test_headers_and_body_are_kept_as_they_came() -> None:
    async def use(address: str) -> None:
        request, response = await ask(f"http://{address}/cerita?a=%2f")
        assert (response.status, response.body) == (200, b"<p>a")
        assert response.headers.getlist("X-Kota") == [b"Muara \xe9nim", b"Lahat"]
        assert 0 < request.meta["download_latency"] < 5

    server = Served(PAGE)
    server.run(use)
    assert server.heads[0].startswith("GET /cerita?a=%2f HTTP/1.1\r\n")
    assert "User-Agent: Uji\r\n" in server.heads[0]


def test_a_certificate_that_ran_out_is_no_reason_to_miss_the_news(tmp_path: Path) -> None:
    async def use(address: str) -> None:
        _, response = await ask(f"https://{address}/")
        assert response.body == b"<p>a"

    Served(PAGE, out_of_date(tmp_path)).run(use)


def test_a_cipher_without_forward_secrecy_is_no_reason_to_miss_the_news(tmp_path: Path) -> None:
    async def use(address: str) -> None:
        _, response = await ask(f"https://{address}/")
        assert response.body == b"<p>a"

    old = out_of_date(tmp_path, rsa.generate_private_key(65537, 1024))
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    old.set_ciphers("AES128-SHA:@SECLEVEL=0")
    Served(PAGE, old).run(use)


def test_many_headers_are_no_reason_to_miss_the_news() -> None:
    async def use(address: str) -> None:
        _, response = await ask(f"http://{address}/")
        assert len(response.headers.getlist("Set-Cookie")) == 300

    Served(PAGE.replace(b"X-Kota: Lahat\r\n", b"Set-Cookie: a=b\r\n" * 300)).run(use)


@pytest.mark.parametrize("secure", [False, True])
def test_what_is_no_proper_http_is_read_forgivingly_when_asked_again(
    tmp_path: Path, secure: bool
) -> None:
    async def use(address: str) -> None:
        client = HttpClient(Crawler(Spider, our_settings({})))
        url = f"http{'s' * secure}://{address}/cerita?a=%2f#atas"
        request = Request(url, headers={"User-Agent": "Uji"}, meta={"download_timeout": 5})
        with pytest.raises(DownloadFailedError) as raised:
            await client.download_request(request)
        assert in_words(raised.value) == "the answer was not proper HTTP"
        response = await client.download_request(request.copy())
        await client.close()
        assert (response.status, response.body) == (200, b"<p>a")
        assert response.headers.getlist("X-Kota") == [b"Muara \xe9nim", b"Lahat"]
        assert response.url == url.removesuffix("#atas")

    server = Served(PAGE.replace(b"Content-L", b"Warning in line 3\r\nContent-L"))
    server.tls = out_of_date(tmp_path) if secure else None
    server.run(use)
    strict, forgiving = (set(head.split("\r\n")) for head in server.heads)
    assert forgiving - strict == {"Connection: close"}
    assert strict <= forgiving


def test_a_proxy_gets_the_whole_address_and_its_password() -> None:
    async def use(address: str) -> None:
        _, response = await ask("http://berita.example/x", proxy=f"http://{address}")
        assert response.body == b"<p>a"

    proxy = Served(PAGE)
    proxy.run(use)
    assert proxy.heads[0].startswith("GET http://berita.example/x HTTP/1.1\r\n")
    assert f"Proxy-Authorization: {PASSWORD}\r\n" in proxy.heads[0]


def test_a_proxy_that_refuses_a_tunnel_is_named() -> None:
    async def use(address: str) -> None:
        with pytest.raises(DownloadFailedError) as raised:
            await ask("https://berita.example/x", proxy=f"http://{address}")
        assert in_words(raised.value) == "the proxy refused it"

    proxy = Served(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    proxy.run(use)
    assert proxy.heads[0].startswith("CONNECT berita.example:443 HTTP/1.1\r\n")
    assert f"Proxy-Authorization: {PASSWORD}\r\n" in proxy.heads[0]


@pytest.mark.parametrize(
    ("proxy", "says"),
    [
        ("http://127.0.0.1:9", "the proxy refused it"),
        ("socks5://127.0.0.1:9", "the proxy's address is not like http://host:port"),
        ("http://127.0.0.1:abc", "the proxy's address is not like http://host:port"),
    ],
)
def test_a_proxy_that_cannot_be_asked_is_named(proxy: str, says: str) -> None:
    with pytest.raises(NETWORK_ERRORS) as raised:
        asyncio.run(ask("http://berita.example/x", proxy=proxy))
    assert in_words(raised.value) == says


def test_a_server_that_hangs_up_is_not_asked_at_once_again() -> None:
    async def use(address: str) -> None:
        with pytest.raises(DownloadFailedError) as raised:
            await ask(f"http://{address}/")
        assert in_words(raised.value) == "the connection broke"

    server = Served(b"")
    server.run(use)
    assert len(server.heads) == 1


def test_two_that_ask_at_once_are_told_one_address(monkeypatch: pytest.MonkeyPatch) -> None:
    async def both() -> list[str]:
        loop, answers = asyncio.get_running_loop(), iter(["203.0.113.5", "127.0.0.1"])

        async def lookup(*_: object, **__: object) -> list[tuple[object, ...]]:
            address = next(answers)
            await asyncio.sleep(0)
            return [(0, 0, 0, "", (address, 0))]

        monkeypatch.setattr(loop, "getaddrinfo", lookup)
        return await asyncio.gather(address_of("dua.example"), address_of("dua.example"))

    assert asyncio.run(both()) == ["203.0.113.5", "203.0.113.5"]
