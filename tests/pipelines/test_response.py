"""A response that is no page has a fate before anybody reads it."""

import random

import pytest

from pipelines.fates import Fate
from pipelines.model import Page
from pipelines.response import MAX_PAGE_BYTES, fate_of_response

HTML = b"<!doctype html><html><body><p>Pemkab dan BPJS Ketenagakerjaan</p></body></html>"


def page(body: bytes = HTML, status: int = 200, kind: str = "text/html; charset=utf-8") -> Page:
    return Page("https://kabar.example/1", body, status, {"content-type": kind})


NOT_THERE = (
    "Tidak Ditemukan",
    "404 Not Found | Koran Desa",
    "Koran Desa - Error 404",
    "Halaman yang Anda cari tidak ditemukan - Koran Desa",
    "Artikel ini tidak tersedia",
    "Berita tidak ditemukan - Koran Desa",
    "Page not found &#8211; Koran Desa",
)
THERE = (
    "404 Pekerja Rentan di Desa Suka Maju Terdaftar BPJS Ketenagakerjaan",
    "Bocah Hilang di Halaman Rumah, Tidak Ditemukan Jejaknya",
    "Tidak Ditemukan Pelanggaran, Bupati Tetap Minta Iuran Dibayar",
    "Penerima Tidak Ditemukan, Bantuan Dikembalikan",
    "Data Tidak Ditemukan di Desa, 900 Pekerja Rentan Batal Terdaftar",
    "Error di Aplikasi, 404 Peserta Menunggu",
    "",
)


def titled(title: str) -> bytes:
    return b"<html><head><title>\n  %s </title></head><body>%s" % (title.encode(), HTML)


@pytest.mark.parametrize(
    ("response", "fate"),
    [
        (page(), None),
        (page(status=404), Fate.GONE),
        (page(status=410), Fate.GONE),
        (page(status=403), Fate.BLOCKED),
        (page(status=429), Fate.BLOCKED),
        (page(status=500), Fate.FAILED),
        (page(b""), Fate.NOT_ARTICLE),
        (page(b" \n\t "), Fate.NOT_ARTICLE),
        (page(b"%PDF-1.7 ...", kind="application/pdf"), Fate.NOT_HTML),
        (page(b"%PDF-1.7 <<obj>>"), Fate.NOT_HTML),
        (page(b"\x1f\x8b\x08" + b"<" * 50), Fate.NOT_HTML),
        (page(b"hanya kata-kata, tanpa satu tag pun"), Fate.NOT_HTML),
        (page(HTML, kind="image/jpeg"), Fate.NOT_HTML),
        (page(HTML + b" " * MAX_PAGE_BYTES), Fate.TOO_LARGE),
        (page(b"<title>Just a moment...</title><div class='cf-chl-widget'>"), Fate.BLOCKED),
        (page(b"<html><title>Access Denied</title>", status=403), Fate.BLOCKED),
        (page("<p>Bupati</p>".encode("utf-16")), None),
        (page(random.Random(1).randbytes(50_000)), Fate.NOT_HTML),
        (page(b"\x0b<p>Bupati</p>\x0c\x1b" + b"<p>desa</p>" * 9), None),
        *((page(titled(title)), Fate.NOT_ARTICLE) for title in NOT_THERE),
        *((page(titled(title)), None) for title in THERE),
    ],
)
def test_a_response_by_itself(response: Page, fate: Fate | None) -> None:
    found = fate_of_response(response)
    assert (found[0] if found else None) == fate


def test_an_article_behind_a_protecting_service_is_an_article() -> None:
    """The service leaves its script on every page that it lets through."""
    body = HTML * 400 + b'<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'
    assert fate_of_response(page(body)) is None
