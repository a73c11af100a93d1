"""Pages of no known system: a scraper's copy, and a government portal."""

from crawler.demo.markup.view import SYNTHETIC, View, body_html, social_meta
from crawler.demo.words import text


def copycat(view: View) -> str:
    """A story lifted from elsewhere: no date, no reporter, the origin's links as plain lines."""
    story = view.story
    return f"""<!DOCTYPE html><html><head>{SYNTHETIC}<meta charset="utf-8">
<title>{text(story.title)}</title><link rel="canonical" href="{view.url}">
<meta name="viewport" content="width=device-width"></head><body>
<header><a href="/">{view.outlet.brand}</a></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><h1>{text(story.title)}</h1><div class="content"><div>{text(story.title)}</div>
<div><img src="/x.jpg"><br>{text(story.caption or story.title)}</div>
{
        body_html(
            view,
            {3: "<p>Baca juga: Tabungan Hari Tua Naik Diminati Pekerja Muda</p>"},
            story.sign_off or "",
        )
    }
<div>Cek berita dan artikel yg lain di Google News dan dan ikuti WhatsApp channel</div>
<div>Editor : {text(story.editor or "")}</div></div>
<section><h3>Terkini Lainnya</h3><ul><li><a href="/a">Cara Bermain</a></li>
<li><a href="/b">Promo Harian</a></li></ul></section>
<section><h3>Tautan Sahabat</h3><a href="http://example.com">sahabat</a></section>
</main></body></html>"""


def portal(view: View) -> str:
    """A regional government's own news page."""
    story = view.story
    moment = view.published
    return f"""<!DOCTYPE html><html lang="id"><head>{SYNTHETIC}
<meta charset="{view.outlet.charset}"><title>{text(story.title)} | {text(view.outlet.name)}</title>
{social_meta(view, story.title)}
<meta property="article:published_time" content="{moment.isoformat()}"></head><body>
<div class="topbar"><span id="jam">{view.today:%Y-%m-%d}</span> Selamat datang di portal resmi</div>
<nav><ul><li><a href="/">Beranda</a></li><li><a href="/berita">Berita</a></li>
<li><a href="/layanan">Layanan</a></li></ul></nav>
<div class="row"><div class="col-md-8"><div class="entry-title"><h1>{text(story.title)}</h1></div>
<ul class="entry-meta"><li><i class="fa fa-user"></i> Dinas Kominfo</li>
<li><i class="fa fa-clock"></i> {moment:%Y-%m-%d %H:%M:%S}</li><li>Dibaca: 214 kali</li></ul>
<div class="isi-berita">
{body_html(view, {}, story.sign_off or "")}
</div><div class="share">Bagikan: Facebook | WhatsApp</div></div>
<div class="col-md-4"><h4>Berita Lainnya</h4><ul>{_others(view)}</ul>
<h4>Cuaca Hari Ini</h4><p>Cerah berawan, 31°C</p></div></div>
<footer>Hak cipta Dinas Komunikasi dan Informatika</footer></body></html>"""


def article(view: View) -> str:
    """The page in the outlet's template."""
    return copycat(view) if view.outlet.template == "copycat" else portal(view)


def _others(view: View) -> str:
    return "".join(
        f'<li><a href="{other.path}">{text(other.title)}</a></li>' for other in view.others[:3]
    )
