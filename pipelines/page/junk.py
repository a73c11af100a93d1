"""What the class or id of an element says about it: that it is no part of a story."""

import re
from functools import lru_cache
from itertools import islice

from lxml import etree

from pipelines.page.markup import SUB_HEADINGS, squash, text_of
from pipelines.page.unfolding import is_accordion, tells_on

_JUNK_TOKEN = re.compile(
    r"(?:^|[-_])(?:ads?|adsense|adsbygoogle|adslot|advert\w*|iklan|banner|gpt|dfp|googletag|"
    r"share|sharing|sharedaddy|sharebar|socials?|sosmed|socialicon|addtoany|"
    r"related|relatedposts|terkait|bacajuga|baca-juga|linksisip|inline-?related|readmore|"
    r"also-read|berita-lain|lainnya|rekomendasi|recommend\w*|populer|popular|trending|"
    r"caption|(?<!drop[-_])cap|(?:foto|photo|img|gambar)-?(?:ket|note|desc|info|text)|ket(?:erangan)?-?(?:foto|gambar)|"
    r"credit|photo-?credit|gallery|imageinfo|imagecontent|para_caption|donasi|apresiasi|donations?|donate|"
    r"newsletter|subscribe|subscription|(?:ber)?langganan|signup|bookmark|comments?|komen(?:tar)?|respond|disqus|breadcrumbs?|pagination|paging-nav|"
    r"(?:about-?)?author-?(?:box|bio|info|card|profile)|about-author|profil-penulis|"
    r"post-?tags?|tag-?list|tags-links|tagcloud|news-tags|"
    r"embed|twitter-tweet|instagram-media|tiktok-embed|fb-post|wp-embed\w*|"
    r"parallax\w*|scrollpage|toc|ez-toc\w*|lwptoc|screen-reader-text|sr-only|"
    r"accordion|cta|promo|pmb|ppdb|call-to-action|google-news|googlenews|ext-channel|whatsapp|channel-wa|popup|modal|tooltip|"
    r"not-prose|(?:wa|tele(?:gram)?)-?(?:join|grup|group|cta|follow)|(?:join|gabung)-?(?:wa|grup|group)|"
    r"(?:sfsi|essb|ssba|wpusb|heateor|mashsb|shareaholic|yarpp|crp|saboxplugin|kksr|wpulike|mc4wp|"
    r"mailpoet|wpforms|rpwe|rp4wp|tptn|simplesocial|a2a|dpsp|adrotate|quads|molongui|ulike)\w*|"
    r"m-a-box|abh_box|ts-fab|(?:pp-)?multiple-authors|wp-post-author|wp-polls|kk-star|rmp-widgets|"
    r"penci-il(?:related|rltpost)\w*|swp_social|"  # of plugins, this line and those above
    r"dukung(?:an)?|traktir\w*|saweria|donor|bagikan|sebarkan|sebarluaskan|reaksi|reactions?|"
    r"polling|jajak(?:-?pendapat)?|notice|disclaimer|hak-?cipta|"
    r"summary-article|postinfo|wpcnt|jp-post-flair|post-views|view-count|counter)(?:$|[-_])|"
    r"^paging(?:$|--|__)|(?:^|[-_])(?:sidebar|rightbar|kanan)$|^right$|[-_]tags$",
    re.I,
)
_OTHERS_TOKEN = re.compile(
    r"(?:^|[-_])(?:comments?|komen(?:tar)?|respond|disqus|related\w*|terkait|lainnya|popul[ae]r|"
    r"trending|recommend\w*|rekomendasi|testimonial\w*|faq)(?:$|[-_])",
    re.I,
)
_COLUMN = re.compile(
    r"(?:^|\s)(?:(?:col-(?:xs|sm|md|lg|xl)-|span)(\d\d?)|(?:[a-z]{2}:)?w-(\d)/(\d\d?))(?:\s|$)"
)
_COLUMNS, _WIDE = 12, 0.5
_STATES = ("no-", "with-", "has-", "without-")
_LONGEST_NAME = 2000
_MUCH_PROSE, _LOOKED_AT = 900, 2000


@lru_cache(maxsize=8192)
def _names_junk(attribute: str) -> bool:
    names = (token for token in attribute.split() if not token.startswith(_STATES))
    return any(_JUNK_TOKEN.search(token) for token in names)


def is_junk(element: etree._Element) -> bool:
    """True where the class or id says that it is no part of a story.

    Some templates call the wide column of a row a sidebar as well, or a part of a story with a
    heading of its own a notice.
    """
    name, key = element.get("class"), element.get("id")
    if not (name or key):
        return False
    if len(name or "") + len(key or "") > _LONGEST_NAME:
        return False
    if not ((name and _names_junk(name)) or (key and _names_junk(key))):
        return False
    if holds_prose(element, _MUCH_PROSE) or next(element.iter("h1"), None) is not None:
        return False
    called = f"{name} {key}"
    if "ccordion" in called and is_accordion(element):
        return not tells_on(element)
    if name == "notice" and not key and next(element.iter(*SUB_HEADINGS), None) is not None:
        return False
    return not ("sidebar" in called and _WIDE < (width_of(element) or 0.0) < 1)


def width_of(column: etree._Element) -> float | None:
    """How much of its row a column takes, None for what its class calls no column."""
    match = _COLUMN.search(column.get("class") or "")
    if match is None:
        return None
    return int(match[1]) / _COLUMNS if match[1] else int(match[2]) / max(int(match[3]), 1)


def is_of_others(element: etree._Element) -> bool:
    """What even a page whose names tell nothing else keeps apart: comments, other stories."""
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(called) <= _LONGEST_NAME and any(map(_OTHERS_TOKEN.search, called.split()))


def holds_prose(element: etree._Element, much: int) -> bool:
    """Whether paragraphs longer than a caption, or text between breaks, hold more than that."""
    prose = 0
    for part in islice(element.iter("p", "br"), _LOOKED_AT):
        length = _length_of(part) if part.tag == "p" else _length_beside(part)
        prose += length if length > 60 else 0
        if prose > much:
            return True
    return False


def _length_of(paragraph: etree._Element) -> int:
    """Of one with links only what stands before its first element counts."""
    linked = next(paragraph.iter("a"), None) is not None
    return len(squash(paragraph.text or "") if linked else text_of(paragraph))


def _length_beside(br: etree._Element) -> int:
    """Of the text below a break, or in the element right above it."""
    above = br.getprevious()
    spanned = "" if above is None or above.tag != "span" else text_of(above)
    return len((br.tail or "").strip()) or len(spanned)


def nothing_is_junk(element: etree._Element) -> bool:
    """For readers who want the credits and dates around a story too."""
    return False
