"""Synthetic pages, readings and texts for the tests of the store; no publisher's words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pipelines.fates import Fate
from pipelines.model import (
    Agreement,
    Article,
    Evidence,
    Figure,
    Government,
    Lead,
    Page,
    Reading,
    Relevance,
    Site,
)
from pipelines.urls import article_id, canonical_url

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 5, 4, 8, 0, tzinfo=WIB)
SITE = Site("portal", "Portal", "wordpress", "https://portal.example")

# Synthetic, written for the tests.
TEXT = """TANJUNG ASRI - Pemerintah Kabupaten Asri menyepakati kerja sama dengan BPJS \
Ketenagakerjaan untuk melindungi nelayan, pedagang pasar dan kader posyandu di daerah itu.

Bupati Rahmat Sanjaya menandatangani naskahnya bersama Kepala Cabang Dewi Anggraini di pendopo, \
Rabu (8/4). Menurut Rahmat, iuran tahun pertama dibayar dari anggaran daerah dan mencakup 4.250 \
orang yang sudah didata camat.

"Kami tidak mau ada keluarga jatuh miskin karena kepala keluarganya celaka saat bekerja," ujarnya.

Dewi menjelaskan bahwa peserta memperoleh jaminan kecelakaan kerja dan jaminan kematian. Ia \
meminta pemerintah desa segera mengirim sisa data agar kartu dapat dibagikan sebelum Lebaran.

Sekretaris Daerah Lukman Hakim menambahkan, pembahasan perjanjian lanjutan dengan dinas perikanan \
dan dinas perdagangan dijadwalkan selesai bulan depan."""

ASRI = Government("99.01", "Kabupaten Asri", "kabupaten")
BARU = Government("99.02", "Kabupaten Baru", "kabupaten")


def agreement(
    government: Government | None = ASRI,
    day: date | None = date(2026, 4, 8),
    text: str = TEXT,
    **changes: object,
) -> Agreement:
    quote = text[:30]
    made = Agreement(
        government, None, "Tanjung Asri", "mou", False, "signed", day, "Rabu (8/4)", None, None,
        ("JKK", "JKM"), Evidence(quote, 0, len(quote)),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def reading(
    url: str = "https://portal.example/berita-satu",
    text: str = TEXT,
    published: datetime | None = NOW - timedelta(days=26),
    agreements: Sequence[Agreement] | None = None,
    title: str = "Kabupaten Asri lindungi nelayan",
    credit: str | None = None,
) -> Reading:
    canonical = canonical_url(url)
    article = Article(
        article_id(canonical), canonical, SITE.key, SITE.platform, title, text,
        tuple(text.split("\n\n")), authors=("Sari",), source_credit=credit,
        published_at=published, published_precision="minute" if published else None,
    )  # fmt: skip
    figure = Figure(
        "4.250 orang", 4250.0, None, "orang", False, None, None, Evidence(text[:5], 0, 5)
    )
    told = (agreement(text=text),) if agreements is None else tuple(agreements)
    why = Relevance("cooperation", 0.9, ("names the agency and a government",))
    return Reading(Fate.STORED, None, article, why, told, (figure,))


def page(url: str, body: bytes = b"<html>synthetic</html>", lead: Lead | None = None) -> Page:
    return Page(url, body, headers={"etag": '"1"'}, fetched_at=NOW, lead=lead)
