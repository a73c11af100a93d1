"""A registry is read as written, and a mistake in it is one line that says where and what to do."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.cli import cli
from crawler.registry import (
    PROVINCES,
    RegistryError,
    at_home,
    host_key,
    load_registry,
    platforms,
)

GOOD = """
[koran_satu]
name = "Koran Satu"
platform = "tribun"
home = "https://satu.example.id"
province = "16"
delay = 2.5
aliases = ["koransatu.example.com"]
evidence = "made up"
channels = { feeds = ["/rss", "https://feeds.example.net/satu"], search = [] }

[stasiun_dua]
name = "Stasiun Dua"
platform = "generic"
home = "http://127.0.0.1:8123/dua"
allow_private = true
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "sites.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_reads_a_table_as_a_site(tmp_path: Path) -> None:
    site = load_registry(write(tmp_path, GOOD)).sites["koran_satu"]
    assert (site.key, site.name, site.platform) == ("koran_satu", "Koran Satu", "tribun")
    assert (site.province, site.delay, site.verified) == ("16", 2.5, False)
    assert site.aliases == ("koransatu.example.com",)
    assert site.channels == {
        "feeds": ("https://satu.example.id/rss", "https://feeds.example.net/satu"),
        "search": (),
    }


def test_a_mark_that_editors_put_before_the_text_is_no_mistake(tmp_path: Path) -> None:
    marked = load_registry(write(tmp_path, "\ufeff" + GOOD))
    assert marked == load_registry(write(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://satu.example.id/2026/01/02/judul", "koran_satu"),
        ("http://www.satu.example.id/x", "koran_satu"),
        ("https://m.satu.example.id./x", "koran_satu"),
        ("https://amp.koransatu.example.com/x", "koran_satu"),
        ("https://satu.example.id:8443/x", None),
        ("http://127.0.0.1:8123/dua/berita-hari-ini", "stasiun_dua"),
        ("http://127.0.0.1:8123/tiga", None),
        ("http://127.0.0.1:8124/dua", None),
        ("https://lain.example.id/", None),
        ("not a url", None),
        ("http://[broken", None),
    ],
)
def test_knows_the_site_of_a_url(tmp_path: Path, url: str, key: str | None) -> None:
    site = load_registry(write(tmp_path, GOOD)).site_for(url)
    assert (site.key if site else None) == key


SITE = '[a]\nname = "A"\nplatform = "generic"\nhome = "https://a.example"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[a]\nname = "A"\nplatform = "blogspot"\nhome = "https://a.example"', "[a] platform: unk"),
        (SITE + 'province = "99"', "[a] province: unknown code '99'"),
        (SITE + "province = 16", "[a] province: must be text in quotes"),
        (SITE + "[a]\n", "[a] stands there twice"),
        ('[a]\nname = "A"\nplatform = "generic"\nhome = "ftp://a.example"', "[a] home: 'ftp://a"),
        ('[a]\nname = "A"\nplatform = "generic"', "[a] home: is missing"),
        (SITE + 'colour = "red"', "[a] colour: unknown key; known are name, platform"),
        (SITE + "verified = 1", "[a] verified: must be true or false"),
        (SITE + "delay = true", "[a] delay: must be a number"),
        (SITE + "delay = -1", "[a] delay: must be 0 to 3600"),
        (SITE + 'aliases = ["has space.example"]', "[a] aliases: 'has space.example' is no host"),
        (SITE + 'channels = { pods = ["/x"] }', "[a] channels.pods: unknown kind"),
        (SITE + 'channels = { feeds = "/x" }', "[a] channels.feeds: must be a list"),
        (SITE + 'channels = { feeds = ["gopher://x"] }', "[a] channels.feeds: 'gopher://x' is not"),
        ("[A b]", "not valid TOML"),
        ('["A b"]\nname = "x"', "[A b] name a site with small letters"),
        ("stray = 1", "stray: stands outside a table"),
        ("[a\n", "not valid TOML"),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, text: str, says: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(RegistryError) as error:
        load_registry(file)
    assert str(error.value).startswith(f"{file}: {says}")
    assert "\n" not in str(error.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no such registry file"):
        load_registry(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'[a]\nname = "\xe9"')
    with pytest.raises(RegistryError, match="not UTF-8"):
        load_registry(tmp_path / "latin.toml")
    with pytest.raises(RegistryError, match="cannot be read"):
        load_registry(tmp_path)


def test_host_key_folds_what_one_outlet_answers_to() -> None:
    assert host_key("https://WWW.Satu.Example.id./x") == "satu.example.id"
    assert host_key("http://127.0.0.1:80/") == "127.0.0.1:80"
    assert host_key("https://www.kabar-é.example/x") == "xn--kabar--gva.example"
    assert host_key("mailto:x@y") == ""


def test_an_alias_host_is_folded_into_the_home(tmp_path: Path) -> None:
    site = load_registry(write(tmp_path, GOOD)).sites["koran_satu"]
    assert (
        at_home("http://www.koransatu.example.com./a?b=c", site) == "https://satu.example.id/a?b=c"
    )
    for same in ("https://satu.example.id/a", "https://m.satu.example.id/a", "https://x.example/a"):
        assert at_home(same, site) == same


def test_our_registry_covers_the_country() -> None:
    sites = load_registry().sites.values()
    assert len(sites) >= 150
    assert {site.province for site in sites} - {None} == PROVINCES
    assert len(PROVINCES) == 38


def test_our_registry_is_right() -> None:
    sites = load_registry().sites
    assert {"mediaindonesia", "sripoku", "jambi_independent", "harianokus", "inpost"} <= set(sites)
    assert all(site.evidence for site in sites.values())
    assert not any(site.allow_private for site in sites.values())
    assert {site.platform for site in sites.values()} <= platforms()


@pytest.mark.parametrize(
    "said", ["32", "Jawa Barat", "jawa  barat", "Provinsi Jawa Barat", "JABAR"]
)
def test_a_province_is_chosen_by_any_of_its_names(said: str) -> None:
    told = CliRunner().invoke(cli, ["sites", "list", "--json", "--province", said])
    assert {site["province"] for site in json.loads(told.stdout)} == {"32"}
