"""What stands right above a paragraph: a linked headline that it sums up, a picture."""

from lxml import etree

_HEADS = ("h3", "h4", "h5", "h6")


def is_teaser(element: etree._Element) -> bool:
    """A paragraph right below a linked headline, as in a list of stories."""
    above = element.getparent()
    alone = above is not None and len(above) == 1
    near = (element, above) if alone and above is not None else (element,)
    heads = (e.getprevious() for e in near)
    return any(head is not None and _is_linked_headline(head) for head in heads)


def _is_linked_headline(element: etree._Element) -> bool:
    if element.tag == "a":
        return bool(element.get("href")) and next(element.iter(*_HEADS), None) is not None
    inner = next(element.iter("a"), None) if element.tag in _HEADS else None
    return inner is not None and bool(inner.get("href"))


def is_below_picture(element: etree._Element) -> bool:
    """A paragraph after one that holds only a picture."""
    above = element.getprevious()
    if above is None or next(above.iter("img", "amp-img"), None) is None:
        return False
    return not any(text.strip() for text in above.itertext())
