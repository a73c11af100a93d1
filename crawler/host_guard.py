"""Where the crawl does not go: hosts that are not the site's, and private addresses."""

from ipaddress import ip_address
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from scrapy.exceptions import CannotResolveHostError, IgnoreRequest

from crawler.network_errors import in_words
from crawler.registry import asked_hosts, host_key
from crawler.resolver import address_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from pipelines.model import Site


class HostRefused(IgnoreRequest):
    """The host guard does not go there; the message says why."""


class SiteUnreachable(IgnoreRequest):
    """The site cannot be asked anything now: it is left for this run, its pages wait."""


class HostGuard:
    """Refuses a request, also one that a redirect made, before anything is sent.

    A site's hosts are its home, its aliases, and those that its own channels name.
    """

    def __init__(self, site: "Site") -> None:
        self._site = site
        self._hosts = asked_hosts(site)

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """One guard a spider; it knows the site."""
        return cls(crawler.spider.site)  # type: ignore[union-attr]

    async def process_request(self, request: "Request") -> None:
        """Raise HostRefused; SiteUnreachable when nobody knows the name of the site's home."""
        if host_key(request.url) not in self._hosts:
            raise HostRefused(_foreign(request))
        if self._site.allow_private:
            return
        try:
            await refuse_private(request.url)
        except CannotResolveHostError as error:
            if host_key(request.url) == host_key(self._site.home):
                raise SiteUnreachable(in_words(error)) from error
            raise


async def refuse_private(url: str) -> None:
    """Raise HostRefused when the URL's host is or resolves to a loopback or private address."""
    host = urlsplit(url).hostname or ""
    address = await _resolve(host)
    if not is_public(address):
        what = host if host == address else f"{host}, {address},"
        allow = "`allow_private = true`, or `sites add --allow-private`, says that it is yours"
        raise HostRefused(f"{what} is not a public address; {allow}")


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody in the world can reach."""
    ip = ip_address(address)
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    return mapped.is_global and not mapped.is_multicast


async def _resolve(host: str) -> str:
    try:
        return str(ip_address(host))
    except ValueError:
        return await address_of(host)


def _foreign(request: "Request") -> str:
    host = urlsplit(request.url).netloc
    if "redirect_urls" in request.meta:
        return f"redirects to {host}, which is not a host of this site"
    return f"{host} is not a host of this site"
