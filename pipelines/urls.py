"""Addresses: which spellings and variants of a URL are one page.

Two steps. `normal_url` only spells: two results that are equal were the same address all along
(case, default port, www, trailing dot, fragment, tracking). `canonical_url` also folds
the other doors to a page: AMP, mobile hosts, page numbers, "show all", mirror domains. Everything
here is pure; platforms are recognised by the shape of the path, so any host can play any of them.
"""

import hashlib
import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|at_\w+|mc_[ce]id|_ga|_gl|[fgy]clid|msclkid|dclid|igshid|igsh|fb_\w+|wbraid|gbraid|"
    r"ref|ref_src|referrer|source|src|from|share|shared|tag_from|replytocom|nb|feature|si|spm|"
    r"jxconn\w*|jxrecoid|lgn_method|google_btn|traffic_source|related_status|pgrelated|oborigurl|"
    r"phpsessid|jsessionid|aspsessionid\w*|session_?id",
    re.IGNORECASE,
)
_SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.IGNORECASE)
_PAGING = {"page", "halaman", "hal", "showpage", "single", "pagenum", "paged", "full"}
_AMP_QUERY = {"amp", "noamp", "outputtype", "amp_markup", "nonamp", "m"}
_MOBILE_LABELS = {"www", "m", "amp", "mobile", "wap", "mail"}
_MIRRORS = {"antaranews.co": "antaranews.com", "blogspot.co.id": "blogspot.com"}
_AMP_OF_SECTIONS = {"amp.kompas.com": "kompas.com"}  # amp/<section>/read is <section>/read
_SECOND_LEVEL = {"co", "go", "or", "ac", "web", "my", "sch", "net", "mil", "biz", "desa"}
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_IP_OR_LOCAL = re.compile(r"\d+\.\d+\.\d+\.\d+|\[.*|localhost")
_ASCII_HOST = re.compile(r"[a-z0-9.-]+")
_ID = re.compile(r"[a-z]{1,6}-\d{5,}|\d{4,}")
_DAY_OR_YEAR = re.compile(r"(19|20)\d\d([01]\d([0-3]\d)?)?")
_HOME_PATHS = {"", "/index.php", "/index.html", "/home", "/beranda"}


@lru_cache(maxsize=4096)
def normal_url(url: str) -> str:
    """The same address in its one spelling; text that is no web address comes back stripped."""
    parts = _split(url)
    if parts is None:
        return url.strip()
    return urlunsplit((_scheme(parts), _netloc(parts), _path(parts.path), _query(parts.query), ""))


@lru_cache(maxsize=4096)
def canonical_url(url: str) -> str:
    """The one address of the page behind any of its variants; idempotent, never raises."""
    parts = _split(normal_url(url))
    if parts is None:
        return url.strip()
    netloc, path = _of_section(parts.netloc, parts.path)
    host = _main_host(netloc)
    slash = "/" if path.endswith("/") else ""
    path = _drop_paging(_drop_amp(path.rstrip("/"))).rstrip("/") + slash or "/"
    return urlunsplit((_scheme_of_host(parts.scheme, host), host, path, _own_query(parts), ""))


def fetch_address(found: str) -> str:
    """What to ask the server for: the link as found, or the main page of an AMP or page-2 link."""
    canonical = canonical_url(found)
    return found.strip() if normal_url(found) == canonical else canonical


def article_id(canonical: str) -> str:
    """16 hex digits of the SHA-256 of a canonical URL: the same on every machine."""
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


@lru_cache(maxsize=4096)
def address_key(canonical: str) -> str:
    """What stays of an address when its slug is edited or its last slash is left out.

    Host and id where it has an id; else the address without the slash, which is kept everywhere
    else, since some servers answer only to their own spelling.
    """
    parts = urlsplit(canonical)
    segments = parts.path.strip("/").split("/")
    if parts.query or len(segments) < 2 or not _is_id_before_slug(segments):
        return canonical.rstrip("/")
    kept = segments[:-1]
    if len(kept) > 2 and kept[-2] in ("read", "berita"):
        kept = kept[-2:]
    return f"{parts.netloc}/{'/'.join(kept)}"


def choose_canonical(page_url: str, declared: str | None) -> str:
    """The page's canonical URL, weighing what the page declares against where it was fetched.

    A declaration is believed only on the same domain and for the same story: an empty or
    relative one, the home page, another site and another story are ignored.
    """
    own = canonical_url(page_url)
    if not declared or _split(declared) is None:
        return own
    other = canonical_url(declared)
    if is_home(other) or _domain(own) != _domain(other) or not _same_story(own, other):
        return own
    return other


def is_home(url: str) -> bool:
    """Whether an address is a front page."""
    parts = urlsplit(normal_url(url))
    return parts.path.rstrip("/") in _HOME_PATHS and not parts.query


def host_of(url: str) -> str:
    """The host of an address, with its port if it has one; "" where there is none."""
    parts = _split(url)
    return _netloc(parts) if parts else ""


def ascii_host(host: str) -> str:
    """A host as it stands in a request: names beyond ASCII in their xn-- spelling."""
    if host.isascii():
        return host
    try:
        spelled = host.encode("idna").decode()
    except UnicodeError:
        return host
    return spelled if _ASCII_HOST.fullmatch(spelled) else host


def slug_words(url: str) -> tuple[str, ...]:
    """The words of an address's slug, lower case: what the link itself says of the story."""
    segments = [s for s in urlsplit(url).path.split("/") if s]
    if not segments:
        return ()
    slug = max(segments, key=lambda s: s.count("-"))
    return tuple(re.sub(r"\.(html?|php)$", "", slug.lower()).split("-"))


def _split(url: str) -> SplitResult | None:
    """Parsed http(s) address with a host, else None."""
    try:
        parts = urlsplit(re.sub(r"\s", "", url.encode("utf-8", "replace").decode()))
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def _scheme(parts: SplitResult) -> str:
    return _scheme_of_host(parts.scheme, _netloc(parts))


def _scheme_of_host(scheme: str, netloc: str) -> str:
    """https for public names; a host with a port, a number or localhost is left as it is."""
    own = ":" in netloc or _IP_OR_LOCAL.match(netloc)
    return scheme if own else "https"


def _netloc(parts: SplitResult) -> str:
    host = ascii_host((parts.hostname or "").rstrip("."))
    if ":" in host:
        host = f"[{host}]"
    if host.startswith("www.") and host.count(".") > 1:
        host = host[4:]
    default = {"http": 80, "https": 443}[parts.scheme]
    return host if parts.port in (None, default) else f"{host}:{parts.port}"


def _path(path: str) -> str:
    own = _SESSION.sub("", path) if ";" in path else path
    clean = re.sub(r"/{2,}", "/", _PERCENT.sub(_decode_unreserved, own))
    return quote(clean, safe="/%:@!$&'()*+,;=~-._") or "/"


def _decode_unreserved(match: re.Match[str]) -> str:
    char = chr(int(match[0][1:], 16))
    return char if char.isascii() and (char.isalnum() or char in "-._~") else match[0].upper()


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    return urlencode(sorted(p for p in pairs if not _TRACKING.fullmatch(p[0])))


def _own_query(parts: SplitResult) -> str:
    dropped = _PAGING | _AMP_QUERY
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    return urlencode([p for p in pairs if p[0].lower() not in dropped])


def _of_section(netloc: str, path: str) -> tuple[str, str]:
    """Host and path of an AMP page whose first path segment is the section's own host."""
    section, read, rest = path[1:].partition("/read/")
    if netloc in _AMP_OF_SECTIONS and read and section.isalpha():
        return f"{section}.{_AMP_OF_SECTIONS[netloc]}", f"/read/{rest}"
    return netloc, path


def _main_host(netloc: str) -> str:
    """The host without its mobile or AMP label; a mirror domain as the domain it mirrors."""
    first, _, rest = netloc.partition(".")
    if first in _MOBILE_LABELS and "." in rest and not _IP_OR_LOCAL.match(netloc):
        return _main_host(rest)
    for mirror, main in _MIRRORS.items():
        if netloc == mirror or netloc.endswith("." + mirror):
            return netloc.removesuffix(mirror) + main
    return netloc


def _drop_amp(path: str) -> str:
    segments = path.split("/")[1:]
    amp = False
    while segments and segments[0] in ("m", "amp"):
        amp = segments.pop(0) == "amp"
    if amp and segments and _is_id(segments[0]):
        segments.insert(0, "read")
    return "/" + "/".join(s for s in segments if s != "amp")


def _drop_paging(path: str) -> str:
    """The path without the page number or "all" behind an article's slug."""
    head, _, last = path.rpartition("/")
    if not (last == "all" or (last.isdigit() and len(last) < 4)):
        return path
    before, _, previous = head.rpartition("/")
    if previous == "page":
        return before
    ids = _is_id(before.rpartition("/")[2]) and not previous.isdigit()
    slug = previous.count("-") > 1 or previous.endswith((".html", ".htm", ".php"))
    return _drop_paging(head) if slug or ids else path


def _is_id_before_slug(segments: list[str]) -> bool:
    slug, number = segments[-1], segments[-2]
    if slug.isdigit() or not _is_id(number):
        return False
    clock = len(number) == 6 and len(segments) > 2 and re.fullmatch(r"\d\d", segments[-3])
    return not clock


def _is_id(segment: str) -> bool:
    return bool(_ID.fullmatch(segment)) and not _DAY_OR_YEAR.fullmatch(segment)


def _domain(url: str) -> str:
    """The registered domain of an address, with its port if it has one."""
    netloc = urlsplit(url).netloc
    labels = netloc.split(".")
    if _IP_OR_LOCAL.match(netloc) or len(labels) < 3:
        return netloc
    return ".".join(labels[-3:] if labels[-2] in _SECOND_LEVEL else labels[-2:])


def _same_story(own: str, other: str) -> bool:
    if own == other or address_key(own) == address_key(other):
        return True
    ours, theirs = set(slug_words(own)), set(slug_words(other))
    if len(ours) < 2:
        return not urlsplit(own).path or bool(urlsplit(own).query)
    return 2 * len(ours & theirs) >= len(ours | theirs)
