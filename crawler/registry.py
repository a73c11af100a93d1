"""The registry: which sites there are, read from sites.toml and checked line by line."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from pipelines.model import Site
from pipelines.urls import ascii_host

DEFAULT_REGISTRY = Path(__file__).parent / "sites.toml"
PROVINCES = frozenset(
    str(island + number)
    for island, last in ((10, 9), (20, 1), (30, 6), (50, 3), (60, 5), (70, 6), (80, 2), (90, 6))
    for number in range(1, last + 1)
)
CHANNEL_KEYS = ("feeds", "sitemaps", "listings", "search", "rest")

_SPIDERS = Path(__file__).parent / "spiders"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_VARIANT_LABELS = ("www", "m", "amp", "mobile")
_TYPES: Mapping[str, tuple[type, ...]] = {
    "name": (str,),
    "platform": (str,),
    "home": (str,),
    "province": (str,),
    "delay": (int, float),
    "channels": (dict,),
    "aliases": (list,),
    "evidence": (str,),
    "verified": (bool,),
    "allow_private": (bool,),
}
_TYPE_NAMES = {str: "text in quotes", dict: "a table", list: "a list", bool: "true or false"}


class RegistryError(ValueError):
    """A mistake in a registry: one line that names file, table, key and what to do."""


@dataclass(frozen=True, slots=True)
class Registry:
    """The sites by key, in the order of the file."""

    sites: Mapping[str, Site]
    _by_host: Mapping[str, tuple[Site, ...]] = field(repr=False)

    @classmethod
    def of(cls, sites: Iterable[Site]) -> Self:
        """A registry of these sites."""
        by_key = {site.key: site for site in sites}
        return cls(by_key, _index(by_key.values()))

    def site_for(self, url: str) -> Site | None:
        """The site whose page a URL is; where sites share a host, the longest home path wins."""
        parts = _split(url)
        if parts is None:
            return None
        fitting = [
            site
            for site in self._by_host.get(host_key(url), ())
            if _below(parts.path, urlsplit(site.home).path)
        ]
        return max(fitting, key=lambda site: len(urlsplit(site.home).path), default=None)


def load_registry(path: Path | None = None) -> Registry:
    """Read and check a registry file, ours without a path; raises RegistryError."""
    file = path or DEFAULT_REGISTRY
    tables = _parse(file)
    return Registry.of(_site(file, key, table) for key, table in tables.items())


def platforms() -> frozenset[str]:
    """The platforms there are: one file each in crawler/spiders."""
    return frozenset(file.stem for file in _SPIDERS.glob("[a-z]*.py"))


def host_key(url: str) -> str:
    """Host with its port, without www, m and amp labels and the trailing dot; "" for no URL."""
    parts = _split(url)
    if parts is None:
        return ""
    host = ascii_host((parts.hostname or "").rstrip("."))
    label, _, rest = host.partition(".")
    if label in _VARIANT_LABELS and "." in rest:
        host = rest
    return f"{host}:{parts.port}" if parts.port else host


def hosts_of(site: Site) -> frozenset[str]:
    """The keys of all hosts that are the site's own."""
    return frozenset(host_key(address) for address in (site.home, *map(_as_url, site.aliases)))


def asked_hosts(site: Site) -> frozenset[str]:
    """The keys of all hosts that a crawl of the site asks: its own, and those of its channels."""
    return hosts_of(site) | {host_key(url) for urls in site.channels.values() for url in urls}


def by_host(sites: Sequence[Site]) -> list[list[Site]]:
    """Sites that share a host, also by an alias or a channel, together; in the order given."""
    groups: list[tuple[set[str], list[Site]]] = []
    for site in sites:
        hosts = asked_hosts(site)
        touching = [group for group in groups if group[0] & hosts]
        first = touching[0] if touching else (set(), [])
        if not touching:
            groups.append(first)
        for other in touching[1:]:
            groups.remove(other)
            first[0].update(other[0])
            first[1].extend(other[1])
        first[0].update(hosts)
        first[1].append(site)
    return [group for _, group in groups]


def at_home(url: str, site: Site) -> str:
    """The address on the site's home host of a page that an alias host serves too."""
    if not site.aliases or host_key(url) not in map(host_key, map(_as_url, site.aliases)):
        return url
    home = urlsplit(site.home)
    return urlunsplit(urlsplit(url)._replace(scheme=home.scheme, netloc=home.netloc))


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise RegistryError(f"{file}: no such registry file; check --sites") from None
    except OSError as error:
        raise RegistryError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise RegistryError(f"{file}: not UTF-8 text; save the registry as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"{file}: {_toml_mistake(error)}") from None


def _toml_mistake(error: tomllib.TOMLDecodeError) -> str:
    text = str(error)
    if "Cannot declare" in text:
        name = text.partition("(")[2].partition(",")[0].strip("'\"()")
        place = text.partition("(at ")[2].rstrip(")")
        return f"[{name}] stands there twice ({place}); give each site a name of its own"
    return f"not valid TOML: {text}; a site is a [name] line and key = value lines"


def _site(file: Path, key: str, table: Any) -> Site:
    def wrong(what: str, where: str = "") -> RegistryError:
        return RegistryError(f"{file}: [{key}] {where + ': ' if where else ''}{what}")

    if not isinstance(table, dict):
        raise RegistryError(f"{file}: {key}: stands outside a table; put it under a [site] line")
    if not _NAME.fullmatch(key):
        raise wrong("name a site with small letters, digits and _, beginning with a letter")
    for name, value in table.items():
        if mistake := _wrong_type(name, value):
            raise wrong(mistake, name)
    for name in ("name", "platform", "home"):
        if not table.get(name):
            raise wrong("is missing; every site needs name, platform and home", name)
    for name, mistake in _wrong_values(table):
        raise wrong(mistake, name)
    return _build(key, table)


def _wrong_type(name: str, value: object) -> str | None:
    if name not in _TYPES:
        return f"unknown key; known are {', '.join(_TYPES)}"
    expected = _TYPES[name]
    if isinstance(value, expected) and (bool in expected or not isinstance(value, bool)):
        return None
    return f"must be {_TYPE_NAMES.get(expected[0], 'a number')}, not {value!r}"


def _wrong_values(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if table["platform"] not in platforms():
        known = ", ".join(sorted(platforms()))
        yield "platform", f"unknown platform {table['platform']!r}; known are {known}"
    if mistake := _wrong_url(table["home"]):
        yield "home", mistake
    if "province" in table and table["province"] not in PROVINCES:
        yield "province", f"unknown code {table['province']!r}; use the Kemendagri code, such as 16"
    if not 0 <= table.get("delay", 0) <= 3600:
        yield "delay", f"must be 0 to 3600 seconds, not {table['delay']!r}"
    for alias in table.get("aliases", ()):
        if not isinstance(alias, str) or not host_key(_as_url(alias)):
            yield "aliases", f"{alias!r} is no host name such as jambi.example.id"
    for kind, urls in table.get("channels", {}).items():
        if mistake := _wrong_channel(kind, urls):
            yield f"channels.{kind}", mistake


def _wrong_channel(kind: str, urls: object) -> str | None:
    if kind not in CHANNEL_KEYS:
        return f"unknown kind; known are {', '.join(CHANNEL_KEYS)}"
    if not isinstance(urls, list) or not all(isinstance(url, str) for url in urls):
        return "must be a list of URLs in quotes"
    for url in urls:
        if not url.startswith("/") and (mistake := _wrong_url(url)):
            return mistake
    return None


def _wrong_url(url: str) -> str | None:
    if _split(url) is None:
        return f"{url!r} is not an http(s) address; write it as https://host/path"
    return None


def _build(key: str, table: Mapping[str, Any]) -> Site:
    channels = {
        kind: tuple(urljoin(table["home"], url) for url in urls)
        for kind, urls in table.get("channels", {}).items()
    }
    given = {**table, "channels": channels, "aliases": tuple(table.get("aliases", ()))}
    return Site(key=key, **given)


def _index(sites: Iterable[Site]) -> Mapping[str, tuple[Site, ...]]:
    index: dict[str, tuple[Site, ...]] = {}
    for site in sites:
        for host in hosts_of(site):
            index[host] = (*index.get(host, ()), site)
    return index


def _as_url(alias: str) -> str:
    return alias if "://" in alias else f"https://{alias}"


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if usable and not re.search(r"\s", url) else None


def _below(path: str, home: str) -> bool:
    folder = home.rstrip("/") + "/"
    return f"{path}/".startswith(folder)
