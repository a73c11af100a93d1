"""A database with hostile texts, and with no regulations, made through the store."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from pipelines.model import Evidence, Official, WorkerGroup
from pipelines.store import Store
from tests.pipelines.synthetic import BARU, NOW, SITE, TEXT, WIB, agreement, page, reading

WIT = timezone(timedelta(hours=9))
# Synthetic: what a page may hold that must come out as text, everywhere.
HOSTILE = {
    "script": "<script>alert('x')</script> & \"kutipan\", koma; titik koma\ttab",
    "formula": "=cmd|'/C calc'!A0",
    "plus": "+62 812",
    "minus": "-2+3",
    "at": "@SUM(1+1)",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "wide": "＝1+1",
    "quoted": "'=1+1",
    "right-to-left": "abc \u202egnirts\u202c \u2066x\u2069 العربية",
    "control": "a\x0bb\x1bc\u2028d\u0085e",
    "astral": "😀 𝒫emkab é e\u0301 ﷽",
    "lines": 'satu\r\ndua\n\ntiga,"empat"',
    "long": "kata " * 200_000,
}


@pytest.fixture(scope="session")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that no test changes."""
    path = tmp_path_factory.mktemp("exports") / "news.db"
    with Store.open(path) as store:
        run = store.ledger.start_run("ingest", [SITE.key], NOW)
        store.ledger.save_sites([SITE])
        far = datetime(2026, 4, 9, 0, 30, tzinfo=WIT)
        long = Evidence(TEXT[:290], 7, 297)
        told = [
            agreement(
                BARU, far.date(), programmes=("JKK",), renewal=True, status="ongoing", evidence=long
            )
        ]
        undated = "Tidak ada tanggal di sini."
        unsaid = agreement(
            None, None, undated, counterpart="Universitas Asri", instrument=None, status=None,
            event_date_raw=None,
        )  # fmt: skip
        for url, one in {
            "https://portal.example/satu": replace(
                reading("https://portal.example/satu"),
                worker_groups=(WorkerGroup("nelayan", "nelayan", Evidence("nelayan", 10, 17)),),
                officials=(Official("Rahmat", "Bupati", Evidence("Bupati", 0, 6)),),
            ),
            "https://portal.example/salinan": reading(
                "https://portal.example/salinan", published=NOW - timedelta(days=20)
            ),
            "https://portal.example/timur": reading(
                "https://portal.example/timur", "BARU - " + TEXT[:300], far, told
            ),
            "https://portal.example/tanpa": reading(
                "https://portal.example/tanpa", undated, None, [unsaid]
            ),
        }.items():
            store.save(run, SITE, page(url), one, NOW)
        for name, text in HOSTILE.items():
            url = f"https://portal.example/{name}"
            hostile = reading(url, text, datetime(2026, 4, 1, tzinfo=WIB), [], title=text[:500])
            store.save(run, SITE, page(url), replace(hostile, figures=()), NOW)
        store.ledger.end_run(run, NOW, "done")
    return path
