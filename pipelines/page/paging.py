"""Pages 2..n of an article that is told over several."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from lxml import etree

_QUERY = re.compile(r"[?&](?:page|halaman|hal)=(\d{1,2})(?!\d)")
_MOST = 30


def page_links(links: Iterable[etree._Element], url: str) -> tuple[str, ...]:
    """Absolute addresses of pages 2..n in order, () where the article has one page.

    links: the links of the article's pager. url: where the page came from. The numbers may leave
    gaps ("1 2 … 7"): between the second and the highest every page is given, since they all exist.
    """
    pages: dict[int, str] = {}
    for link in links:
        try:
            target = urljoin(url, (link.get("href") or "").strip()).split("#", 1)[0]
            number = _number(target, url)
        except ValueError:
            continue
        if number:
            pages.setdefault(number, target)
    return tuple(_without_gaps(pages))


def _number(target: str, url: str) -> int | None:
    """Which page a link leads to; CodeIgniter counts paragraphs (/15, /30), others pages.

    Raises ValueError for what is no address.
    """
    parts, own = urlsplit(target), urlsplit(url)
    if parts.netloc != own.netloc:
        return None
    own_path = own.path
    query = _QUERY.search(target)
    if query and _same(parts.path, own_path):
        return int(query.group(1)) if int(query.group(1)) > 1 else None
    tail = re.fullmatch(rf"{re.escape(own_path.rstrip('/'))}/(\d{{1,3}})/?", parts.path)
    return int(tail.group(1)) if tail and int(tail.group(1)) > 1 else None


def _same(path: str, own_path: str) -> bool:
    return path.rstrip("/") == own_path.rstrip("/")


def _without_gaps(pages: dict[int, str]) -> Iterable[str]:
    numbers = sorted(pages)
    if not numbers or numbers[0] % 15 == 0 or numbers[-1] > _MOST:
        return [pages[n] for n in numbers[:_MOST]]
    sample = pages[numbers[0]]
    return [pages.get(n) or _swapped(sample, numbers[0], n) for n in range(2, numbers[-1] + 1)]


def _swapped(sample: str, old: int, new: int) -> str:
    head, _, tail = sample.rpartition(str(old))
    return f"{head}{new}{tail}"
