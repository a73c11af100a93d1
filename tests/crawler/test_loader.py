"""Every site is a spider, and every platform is complete."""

import re
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.settings import Settings

from crawler.channel import for_queries
from crawler.loader import SiteLoader, platform_class, spider_of
from crawler.news_spider import NewsSpider
from crawler.registry import load_registry, platforms
from pipelines.model import Site


def test_the_sites_setting_names_another_registry(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[punyaku]\nname="P"\nplatform="disway"\nhome="https://p.example"\n')
    loader = SiteLoader.from_settings(Settings({"SITES": str(file)}))
    assert loader.list() == ["punyaku"]
    spider = loader.load("punyaku")
    assert issubclass(spider, platform_class("disway"))
    assert spider.name == "punyaku"
    assert loader.find_by_request(Request("https://www.p.example/read/1/x")) == ["punyaku"]
    with pytest.raises(KeyError, match="no site is called lain"):
        loader.load("lain")


def test_every_site_of_ours_loads() -> None:
    loader = SiteLoader.from_settings(Settings())
    for name in loader.list():
        assert loader.load(name).name == name


@pytest.mark.parametrize("platform", sorted(platforms()))
def test_a_platform_says_what_it_is_and_where_to_look(platform: str) -> None:
    cls = platform_class(platform)
    assert cls.__name__.lower() == f"{platform}spider"
    assert cls.__doc__
    assert len({channel.kind for channel in cls.channels}) >= 1
    assert len(cls.channels) >= 2
    for channel in cls.channels:
        for filled in for_queries(channel, ["kata kunci"]):
            at = filled.at("https://a.example/daerah")
            assert (at.page_url(1) or "").startswith("https://a.example/daerah/")
            assert "{page}" not in (at.page_url(2) or "")
            assert "{query}" not in (at.page_url(2) or "")


ARTICLES = {
    "tribun": [
        "/2022/11/02/pemkab-daftarkan-pekerja",
        "/regional/2020/05/04/judul",
        "/sumsel/1024595/judul",
        "/amp/2022/01/02/judul",
    ],
    "disway": ["/read/12946/judul", "/amp/12946/judul", "/read/2018/10/09/30309/judul"],
    "mediaindonesia": ["/nusantara/620867/pemkab-ogan"],
    "wordpress": ["/pemkab-babar-sepakati-kerja-sama/", "/2026/01/02/satu-dua-tiga/"],
    "generic": ["/berita/123/pemkab-babar-sepakati-kerja-sama", "/pemkab_babar_dan_bpjs_a.html"],
    "antara": ["/berita/5123/judul"],
    "promedia": ["/daerah/pr-12345678/judul-yang-panjang", "/jateng/0412345678/judul-a-b"],
    "jawapos": ["/daerah/2611220001/judul-a", "/ekonomi/12/03/2024/judul"],
    "jpnn": ["/news/judul-dari-cerita-ini", "/jabar-terkini/1234/judul-dari-cerita"],
    "kompas": ["/read/2023/11/02/213400826/judul"],
    "detik": ["/jatim/berita/d-7012345/judul"],
    "republika": ["/berita/s8abc12de/judul", "/berita//s8abc12de/judul"],
    "rri": ["/palembang/daerah/123456/judul", "/daerah/123456/judul"],
    "suara": ["/read/2023/11/02/213400/judul"],
    "inews": ["/read/123456/judul-cerita"],
    "government": ["/berita/detail/judul-dari-berita", "/berita/123/judul", "/berita/a-b-c.html"],
}
NO_ARTICLES = ["/", "/tag/bpjs-ketenagakerjaan", "/index-news", "/kategori/ekonomi/30"]


@pytest.mark.parametrize("platform", sorted(platforms()))
def test_an_article_is_known_by_its_path(platform: str) -> None:
    article: re.Pattern[str] = platform_class(platform).article
    assert platform in ARTICLES, "give examples of this platform's addresses"
    for path in ARTICLES[platform]:
        assert article.search(path), path
    for path in NO_ARTICLES:
        assert not article.search(path), path


def test_a_spider_class_is_the_platforms_with_the_site() -> None:
    site = Site(key="satu", name="Satu", platform="antara", home="https://satu.example")
    cls = spider_of(site)
    assert issubclass(cls, NewsSpider)
    assert (cls.name, cls.site) == ("satu", site)


def test_find_by_request_of_a_stranger() -> None:
    loader = SiteLoader(load_registry())
    assert loader.find_by_request(Request("https://nobody.example/x")) == []
