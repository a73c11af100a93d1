"""WARC files of others: nothing relevant is missed, whatever the file does. All synthetic."""

import gzip
import random
import re
import zlib
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from pipelines.archives.foreign import Slice, mark_of, read_slice, slices_of
from pipelines.archives.http_block import from_block
from pipelines.relevance import names_agency

NEWS = (
    b"<html><head><title>Pemkab Ayu dan BPJS Ketenagakerjaan</title></head><body>"
    b"<p>AYU - Bupati menandatangani kerja sama dengan BPJS Ketenagakerjaan.</p></body></html>"
)
OTHER = b"<html><head><title>Panen raya</title></head><body><p>Padi dan ikan.</p></body></html>"


def record(kind: str, url: str, block: bytes, **headers: str) -> bytes:
    named = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2026-01-02T03:04:05Z"}
    named |= {"WARC-Record-ID": f"<urn:uuid:{random.random()}>"}
    named |= {"Content-Length": str(len(block))} | {
        k.replace("_", "-"): v for k, v in headers.items()
    }
    lines = ["WARC/1.0", *(f"{name}: {value}" for name, value in named.items()), "", ""]
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def answer(body: bytes, *headers: str) -> bytes:
    head = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=UTF-8", *headers, "", ""]
    return "\r\n".join(head).encode() + body


def visit(url: str, body: bytes, *headers: str) -> list[bytes]:
    """The records of one visit, in the layout of Common Crawl's news."""
    return [
        record("request", url, b"GET /berita HTTP/1.1\r\nHost: koran.example\r\n\r\n"),
        record("response", url, answer(body, *headers)),
        record("metadata", url, b"fetchTimeMs: 12\r\n"),
    ]


def visits(bodies: Iterable[bytes]) -> list[bytes]:
    return [part for n, body in enumerate(bodies) for part in visit(url(n), body)]


def url(number: int) -> str:
    return f"https://koran.example/berita/{number}"


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


def zstd(part: bytes) -> bytes:
    into = BytesIO()
    with ZstdWriter(into) as writer:
        writer.write(part)
        writer.finish()
        writer.flush()
        return into.getvalue()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".warc": bytes,
    ".warc.gz": gzip.compress,
    ".warc.zst": zstd,
}


def chunked(body: bytes, size: int = 7) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def written(tmp_path: Path, content: bytes, name: str = "CC-NEWS-1.warc.gz") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def found(part: Slice) -> list[str]:
    return [page.url for page in part.pages]


INFO = record("warcinfo", "", b"software: StormCrawler\r\n")


def test_only_pages_that_name_the_agency_come_out(tmp_path: Path) -> None:
    bodies = [NEWS if n in (3, 7) else OTHER for n in range(10)]
    path = written(tmp_path, packed(INFO, *visits(bodies)))
    part = read_slice(path)
    assert part.end is None
    assert (part.records, part.damaged, found(part)) == (10, 0, [url(3), url(7)])
    page = part.pages[0]
    assert (page.status, page.body) == (200, NEWS)
    assert page.headers["content-type"] == "text/html; charset=UTF-8"
    assert page.fetched_at is not None
    assert page.fetched_at.isoformat() == "2026-01-02T03:04:05+00:00"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(NEWS), ["Transfer-Encoding: chunked"]),
        (gzip.compress(NEWS, mtime=0), ["Content-Encoding: gzip"]),
        (
            chunked(gzip.compress(NEWS, mtime=0)),
            ["Transfer-Encoding: chunked", "content-encoding: GZIP"],
        ),
        (zlib.compress(NEWS), ["Content-Encoding: deflate"]),
        (zlib.compress(NEWS)[2:-4], ["Content-Encoding: deflate"]),
        (brotli.compress(NEWS), ["Content-Encoding: br"]),
        (NEWS, ["Content-Encoding: gzip"]),
        (NEWS, ["Content-Encoding: br"]),
        (NEWS, ["Transfer-Encoding: chunked"]),
        (NEWS, ["Content-Encoding: zz, gzip"]),
        (NEWS, ["Content-Length: 3", "Content-Length"]),
        (NEWS, ["X-Crawler-Content-Encoding: gzip"]),
    ],
)
def test_bodies_are_unpacked_whatever_the_headers_say(
    tmp_path: Path, body: bytes, headers: list[str]
) -> None:
    part = read_slice(written(tmp_path, packed(*visit(url(1), body, *headers))))
    assert [page.body for page in part.pages] == [NEWS]


@pytest.mark.slow
def test_a_bomb_is_cut() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000)
    assert len(from_block(answer(bomb, "Content-Encoding: gzip")).body) < 50_000_000


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("most", [1, 2, 5, 12, 500, 5000])
def test_slices_together_are_the_whole(tmp_path: Path, most: int, suffix: str) -> None:
    content = b"".join(map(PACKERS[suffix], [INFO, *visits([NEWS] * 20)]))
    path = written(tmp_path, content, f"x{suffix}")
    parts = [read_slice(path, *borders) for borders in slices_of(path, 0, most)]
    assert [at for part in parts for at in found(part)] == [url(n) for n in range(20)]
    assert len(parts) > 1
    assert sum(part.records for part in parts) == 20
    assert not any(part.damaged for part in parts)


@pytest.mark.parametrize("suffix", [".warc.gz", ".warc.zst"])
def test_a_file_packed_as_a_whole_is_one_slice(tmp_path: Path, suffix: str) -> None:
    noise = random.Random(1).randbytes(40_000)  # packers leave such bytes as they are
    records = [INFO, *visits([NEWS + noise] * 20)]
    path = written(tmp_path, PACKERS[suffix](b"".join(records)), f"x{suffix}")
    assert slices_of(path, 0, 1) == [(0, None)]
    assert found(read_slice(path)) == [url(n) for n in range(20)]


@pytest.mark.parametrize("at", [0, 12, 80, 200])
@pytest.mark.parametrize("suffix", PACKERS)
def test_behind_a_damaged_record_the_others_are_found(tmp_path: Path, at: int, suffix: str) -> None:
    parts = [record("response", url(n), answer(NEWS)) for n in range(5)]
    plain = suffix == ".warc"
    if plain:
        parts[2] = parts[2].replace(b"Content-Length: ", b"Content-Length: 9" + b"9" * at)
    else:
        parts = [PACKERS[suffix](part) for part in parts]
        damaged = bytearray(parts[2])
        damaged[at] ^= 0xFF
        parts[2] = bytes(damaged)
    part = read_slice(written(tmp_path, b"".join(parts), f"x{suffix}"))
    assert set(found(part)) - {url(2)} == {url(0), url(1), url(3), url(4)}
    assert part.damaged or suffix != ".warc.gz"


def test_a_cut_file_gives_what_is_before_the_cut(tmp_path: Path) -> None:
    content = packed(*visits([NEWS] * 3))
    part = read_slice(written(tmp_path, content[:-400]))
    assert found(part)[:2] == [url(0), url(1)]
    assert part.end is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x1f\x8b",
        b"<html>" * 100,
        gzip.compress(b"<html>" * 100, mtime=0),
        b"\0" * 5000,
        b"WARC/1.0",
    ],
)
def test_what_is_no_warc_gives_nothing(tmp_path: Path, content: bytes) -> None:
    part = read_slice(written(tmp_path, content))
    assert (part.records, part.pages, part.end) == (0, [], None)


@pytest.mark.parametrize(
    "target", ["", "file:///etc/passwd", "../../etc/passwd", "dns:koran.example", "ftp://a/b"]
)
def test_only_web_addresses_are_taken(tmp_path: Path, target: str) -> None:
    assert read_slice(written(tmp_path, packed(*visit(target, NEWS)))).pages == []


def test_a_mark_tells_files_apart_wherever_they_lie(tmp_path: Path) -> None:
    one = mark_of(written(tmp_path, b"satu"))
    assert mark_of(written(tmp_path, b"satu", "lain.warc.gz")) == one
    assert mark_of(written(tmp_path, b"dua")) != one


SIGNS = (b"bpjs", b"bjps", b"pbjs", b"jamsostek", b"penyelenggara jaminan sosial")
SUBJECT = re.compile(
    rb"jaminan(?:\s|&nbsp;|\xc2\xa0)+sosial\s+(?:bagi\s)?(?:ke)?(?:tenaga|pekerja)"
)
PARTS = [b"BpJS", b"pbjs", b"BJPS", b"Jamsostek", b"Penyelenggara Jaminan Sosial", b"jaminan&nbsp;"]
PARTS += [
    b"SOSIAL ",
    b"bagi ",
    b"ketenagakerjaan",
    b"pekerja",
    b"b",
    b"jam",
    b" ",
    b"jaminan",
    b"\n",
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map(b"".join))
def test_one_pass_finds_what_plain_searches_find(body: bytes) -> None:
    plain = body.lower()
    assert names_agency(body) == (
        any(sign in plain for sign in SIGNS) or bool(SUBJECT.search(plain))
    )
