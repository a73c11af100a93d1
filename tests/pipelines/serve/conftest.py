"""A server on a small synthetic database, asked without a network."""

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipelines.model import Evidence, Government, Official, Regulation, WorkerGroup
from pipelines.serve.app import application
from pipelines.store import Store
from tests.pipelines.synthetic import NOW, SITE, TEXT, agreement, page, reading

OGAN_ILIR = Government("16.10", "Kabupaten Ogan Ilir", "kabupaten")
MUARA_ENIM = Government("16.03", "Kabupaten Muara Enim", "kabupaten")
KERINCI = Government("15.01", "Kabupaten Kerinci", "kabupaten")
# How long before NOW, 8 in the morning; the third half an hour after midnight.
PUBLISHED = {
    "satu": timedelta(),
    "dua": timedelta(days=30),
    "tiga": timedelta(days=60, hours=7.5),
    "empat": timedelta(days=90),
}
_WORDS = TEXT.split()
# Four texts that are no copies of one another.
TEXTS = (
    TEXT,
    " ".join(_WORDS[1::2] + _WORDS[::2]),
    " ".join(reversed(_WORDS)),
    " ".join(sorted(_WORDS)),
)
# Synthetic: what a page may hold that must come out as text, everywhere.
HOSTILE = {
    "script": "<script>alert('x')</script><img src=x onerror=alert(1)> & \"kutipan\"",
    "formula": "=cmd|'/C calc'!A0",
    "turned": "abc \u202egnp.exe\u202c \u2066x\u2069 selesai",
    "template": "{{ 7 * 7 }} {% raw %}",
    "control": "a\x0bb\x1bc\x02d\x03e",
    "long": "kata" * 300_000,
}


@dataclass(frozen=True)
class Asker:
    """Asks a server; `.text` and `.status` of what it answers."""

    served: object
    loop: asyncio.AbstractEventLoop

    def get(self, path: str) -> SimpleNamespace:
        found = self.loop.run_until_complete(self.served.client.get(path))
        return SimpleNamespace(status=found.status_code, text=found.text, headers=found.headers)


def made(path: Path) -> Path:
    """Two governments that signed, one that plans, an institution, a reprint."""
    told = {
        "satu": [agreement(OGAN_ILIR, date(2026, 4, 8))],
        "dua": [agreement(MUARA_ENIM, date(2026, 3, 2), instrument="pks", renewal=True)],
        "tiga": [agreement(KERINCI, None, status="planned")],
        "empat": [agreement(None, date(2026, 1, 9), counterpart="Universitas Asri")],
    }
    with Store.open(path) as store:
        run = store.ledger.start_run("ingest", [SITE.key], NOW)
        store.ledger.save_sites([SITE])
        for index, (name, agreements) in enumerate(told.items()):
            url = f"https://portal.example/{name}"
            text = f"{name.upper()} - Berita {name} tentang nelayan.\n\n{TEXTS[index]}"
            one = reading(
                url,
                text,
                NOW - PUBLISHED[name],
                [replace(a, evidence=Evidence(text[:30], 0, 30)) for a in agreements],
                title=f"Judul {name} lindungi nelayan",
            )
            store.save(run, SITE, page(url), replace(one, figures=(), **facts_of(text)), NOW)
        copy = reading(
            "https://portal.example/salinan",
            f"SATU - Berita satu tentang nelayan.\n\n{TEXT}",
            NOW + timedelta(hours=1),
            told["satu"],
            title="Judul salinan lindungi nelayan",
        )
        store.save(run, SITE, page("https://portal.example/salinan"), copy, NOW)
        store.ledger.end_run(run, NOW, "done")
    return path


def facts_of(text: str) -> dict[str, tuple[object, ...]]:
    """Some facts of the synthetic text, where they stand in it; the last one does not."""
    if TEXT not in text:
        return {}
    person, group = text.index("Bupati Rahmat Sanjaya"), text.index("pedagang pasar")
    return {
        "officials": (
            Official("Rahmat Sanjaya", "Bupati", _evidence(text, person, "Bupati Rahmat Sanjaya")),
        ),
        "worker_groups": (
            WorkerGroup("pedagang pasar", "pedagang", _evidence(text, group, "pedagang pasar")),
        ),
        "regulations": (Regulation("SATU", "perda", "1", 2026, Evidence("di mana", 0, 7)),),
    }


def _evidence(text: str, start: int, quote: str) -> Evidence:
    return Evidence(quote, start, start + len(quote))


@pytest.fixture(scope="session")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("serve") / "news.db")


@pytest.fixture(scope="session")
def hostile_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles whose title, text, site and facts are hostile or unsaid; one is no valid UTF-8."""
    path = tmp_path_factory.mktemp("hostile") / "news.db"
    with Store.open(path) as store:
        run = store.ledger.start_run("ingest", [SITE.key], NOW)
        store.ledger.save_sites([replace(SITE, name=HOSTILE["script"])])
        for name, text in HOSTILE.items():
            url = f"https://portal.example/{name}"
            quote = text[:20]
            bad = agreement(
                OGAN_ILIR,
                text=text,
                counterpart=text[:200],
                bpjs_office=text[:200],
                duration=text[:200],
                instrument=None,
                status=None,
                evidence=Evidence(quote, 0, len(quote)),
            )
            one = replace(reading(url, text, NOW, [bad], title=text[:200]), figures=())
            store.save(run, SITE, page(url), one, NOW)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE articles SET text = CAST(x'61eda08062ff63' AS TEXT) WHERE url LIKE '%control'"
        )
    return path


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    made_loop = asyncio.new_event_loop()
    yield made_loop
    made_loop.close()


def asker(path: Path, loop: asyncio.AbstractEventLoop) -> Asker:
    served = application(path)
    loop.run_until_complete(served.invoke_startup())
    return Asker(served, loop)


@pytest.fixture(scope="session")
def site(db: Path, loop: asyncio.AbstractEventLoop) -> Asker:
    return asker(db, loop)


@pytest.fixture(scope="session")
def hostile_site(hostile_db: Path, loop: asyncio.AbstractEventLoop) -> Asker:
    return asker(hostile_db, loop)
