"""Names to addresses through the event loop: what the host guard judged is what is connected to."""

import asyncio
import socket

from aiohttp.abc import AbstractResolver, ResolveResult
from scrapy.exceptions import CannotResolveHostError

_TIMEOUT = 10.0
_addresses: dict[str, str] = {}


async def address_of(host: str) -> str:
    """The first IPv4 address of a name, the same for the life of the process.

    Raises CannotResolveHostError.
    """
    if host not in _addresses:
        loop = asyncio.get_running_loop()
        lookup = loop.getaddrinfo(host, None, family=socket.AF_INET, type=socket.SOCK_STREAM)
        try:
            found = await asyncio.wait_for(lookup, _TIMEOUT)
        except (OSError, UnicodeError, TimeoutError) as error:
            raise CannotResolveHostError(f"{host}: {error}") from error
        _addresses.setdefault(host, str(found[0][4][0]))  # or two that ask at once might differ
    return _addresses[host]


class OneAddress(AbstractResolver):
    """Tells aiohttp the address that `address_of` tells everybody."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """One address; raises CannotResolveHostError."""
        address = await address_of(host)
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
        ]

    async def close(self) -> None:
        """Nothing is held."""
