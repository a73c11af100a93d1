"""Every site of the registry is a spider: `scrapy list`, `scrapy crawl sripoku`."""

import builtins
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import Request, Spider

from crawler.news_spider import NewsSpider
from crawler.registry import Registry, RegistryError, load_registry
from pipelines.model import Site

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


class SiteLoader:
    """Makes a spider class a site: the platform's class with the site filled in."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    @classmethod
    def from_settings(cls, settings: "BaseSettings") -> Self:
        """The setting SITES names another registry file; a mistake in it ends the program."""
        file = settings.get("SITES")
        try:
            return cls(load_registry(Path(file) if file else None))
        except RegistryError as error:
            raise SystemExit(f"pantau: {error}") from None

    def load(self, spider_name: str) -> type[Spider]:
        """The spider class of a site; KeyError for a name nobody knows."""
        if spider_name not in self.registry.sites:
            raise KeyError(f"no site is called {spider_name}; `scrapy list` shows them all")
        return spider_of(self.registry.sites[spider_name], self.registry)

    def list(self) -> builtins.list[str]:
        """The names of all sites."""
        return list(self.registry.sites)

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """The site whose page the request asks for."""
        site = self.registry.site_for(request.url)
        return [site.key] if site else []


def platform_class(platform: str) -> type[NewsSpider]:
    """The spider class in crawler/spiders/<platform>.py."""
    module = import_module(f"crawler.spiders.{platform}")
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, NewsSpider)
        and value.__module__ == module.__name__
    ]
    return found[0]


def spider_of(site: Site, registry: Registry | None = None) -> type[NewsSpider]:
    """The platform's class, named for the site. registry: of the sites that it may point to."""
    base = platform_class(site.platform)
    own = {"name": site.key, "site": site, "registry": registry or Registry.of([site])}
    return type(f"{base.__name__}_{site.key}", (base,), own)
