"""Names to addresses through the event loop: one cache for the host guard and the connection."""

import asyncio
import socket
from collections.abc import Sequence

from scrapy.resolver import CachingThreadedResolver, dnscache
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError


class AsyncioResolver(CachingThreadedResolver):
    """Scrapy's caching resolver without its thread pool.

    What the guard has judged is what the connection uses: a name keeps its first address for
    the life of the process.
    """

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802
        """The first IPv4 address; fails with DNSLookupError."""
        return Deferred.fromFuture(asyncio.ensure_future(self._address(name)))

    async def _address(self, name: str) -> str:
        if name in dnscache:
            return str(dnscache[name])
        loop = asyncio.get_running_loop()
        lookup = loop.getaddrinfo(name, None, family=socket.AF_INET, type=socket.SOCK_STREAM)
        try:
            found = await asyncio.wait_for(lookup, self.timeout)
        except (OSError, UnicodeError, TimeoutError) as error:
            raise DNSLookupError(f"{name}: {error}") from error
        address = str(found[0][4][0])
        dnscache[name] = address
        return address
