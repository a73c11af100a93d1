"""One story in a listing, as each publishing system lays it out."""

from crawler.demo.content import Outlet, Story
from crawler.demo.words import attribute, long_date, text


def entry(outlet: Outlet, story: Story) -> str:
    """The story's entry, with the address that the outlet's listings give for it."""
    return _ENTRIES[outlet.platform](outlet, story)


def _tribun(outlet: Outlet, story: Story) -> str:
    return (
        f'<ul class="lsi"><li><h3><a class="f20" href="{outlet.listed_url(story)}" '
        f'title="{attribute(story.title)}">{text(story.title)}</a></h3>'
        f'<time class="grey">{long_date(story.published)}</time></li></ul>'
    )


def _disway(outlet: Outlet, story: Story) -> str:
    return (
        f'<div class="media-content"><p class="text-uppercase">{text(story.section)}</p>'
        f'<h2 class="media-heading"><a href="{outlet.listed_url(story)}">'
        f"{text(story.title)}</a></h2>"
        f'<span class="date">{story.published:%d-%m-%Y, %H:%M}</span></div>'
    )


def _media(outlet: Outlet, story: Story) -> str:
    moment = story.published
    return (
        f'<li><div class="text"><h3><a title="{attribute(story.title)}" '
        f'href="{outlet.listed_url(story)}">{text(story.title)}</a></h3>'
        f"<span>{moment.day}/{moment.month}/{moment.year} {moment:%H:%M}</span></div></li>"
    )


def _wordpress(outlet: Outlet, story: Story) -> str:
    return (
        '<article class="post item-infinite"><div class="gmr-box-content gmr-archive">'
        f'<h2 class="entry-title"><a href="{outlet.listed_url(story)}" rel="bookmark">'
        f'{text(story.title)}</a></h2><time class="entry-date published" '
        f'datetime="{story.published.isoformat()}">{long_date(story.published)}</time>'
        f'<div class="entry-content">{text(story.summary)} [&hellip;]</div></div></article>'
    )


def _antara(outlet: Outlet, story: Story) -> str:
    return (
        f'<div class="card__post__content"><h2><a href="{outlet.listed_url(story)}">'
        f'{text(story.title)}</a></h2><ul class="list-inline"><li class="list-inline-item">'
        f"{long_date(story.published)} {story.published:%H:%M}</li></ul></div>"
    )


def _promedia(outlet: Outlet, story: Story) -> str:
    return (
        '<div class="latest__item"><h2 class="latest__title"><a class="latest__link" '
        f'href="{outlet.listed_url(story)}">{text(story.title)}</a></h2>'
        f'<date class="latest__date">{long_date(story.published)} | '
        f"{story.published:%H:%M} {outlet.zone}</date></div>"
    )


def _generic(outlet: Outlet, story: Story) -> str:
    return (
        f'<div class="item"><h3><a href="{outlet.listed_url(story)}">'
        f"{text(story.title)}</a></h3></div>"
    )


_ENTRIES = {
    "tribun": _tribun,
    "disway": _disway,
    "mediaindonesia": _media,
    "wordpress": _wordpress,
    "antara": _antara,
    "promedia": _promedia,
    "generic": _generic,
}
