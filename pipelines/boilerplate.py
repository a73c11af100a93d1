"""The lines on Indonesian news pages that are never the story, each by a named rule.

A rule sees one line and what the markup says of it. Quotes may begin with "Simak" or "Baca" and
survive: a rule asks for the colon, the link or the platform's name that only the newsroom writes.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipelines.lines import Line
from pipelines.model import Dropped

_LONG = 400
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_SOCIAL = (
    r"facebook|twitter|x|whats\s?app|telegram|line|linkedin|pinterest|tumblr|instagram|tiktok|"
    r"youtube|e-?mail|copy(?:\s+(?:link|url))?|salin(?:\s+(?:tautan|link))?|cetak|print|messenger|"
    r"share|bagikan|bagikan:|tweet|threads|reddit|google\+?|jpnn\.com(?:\s+\w+)?|kirim|lagi|pin\s?it"
)
_CHANNEL = (
    r"google\s*news|google\s*berita|whats\s?app|telegram|newsletter|saluran|channel|kanal|youtube|"
    r"instagram|facebook|tiktok|fanpage|aplikasi|\bapp\b|media\s+sosial|\bgrup\b|sosmed"
)
_INVITES = (
    r"cek|ikuti|ikut|dapatkan|follow|yuk|ayo|mari|gabung|bergabung(?:lah)?|jangan\s+(?:lupa|lewatkan|"
    r"sampai)|simak|baca|klik|temukan|untuk\s+(?:mendapatkan|update|informasi)|update|nikmati|"
    r"langganan|berlangganan|kunjungi|download|unduh|pantau|tonton|subscribe|ingin"
)
_ROLES = (
    r"penulis|editor|editorial\s+team|reporter|pewarta(?:\s+foto)?|redaktur(?:\s+pelaksana)?|"
    r"jurnalis|wartawan|penyunting|penyelia|kontributor|koresponden|fotografer|photographer|"
    r"writer|author|uploader|pengunggah|publisher|rep|red|oleh|by|teks|naskah|laporan"
)
_CREDIT = (
    r"(?:ANTARA|Antara|MI|Kompas|KOMPAS|Tribun|TRIBUN|detik|Dok|dok|DOK|Foto|FOTO|foto|Ist|ist|IST|"
    r"Istimewa|istimewa|ISTIMEWA|Humas|HUMAS|Getty|Shutterstock|shutterstock|Liputan6|Republika|"
    r"Merdeka|Okezone|VIVA|Instagram|Pexels|Freepik|Unsplash|Pixabay|Sumber|ilustrasi|Ilustrasi)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A name for people and what it recognises."""

    name: str
    matches: Callable[[Line], bool]


def _pattern(name: str, *patterns: str, longest: int = _LONG) -> Rule:
    compiled = re.compile("|".join(f"(?:{p})" for p in patterns), re.I)

    def matches(line: Line) -> bool:
        return len(line.text) <= longest and compiled.match(line.text) is not None

    return Rule(name, matches)


_ALSO = re.compile(
    r"[\W_]{0,4}(?:(?:aa\s+)?(?:baca|bacalah|simak|simaklah|lihat|tonton|saksikan|cek|dengarkan|klik)"
    r"\s+(?:juga|jua|pula|selengkapnya|selanjutnya|berita|artikel|lainnya|lagi)"
    r"(?:\s+(?:juga|lainnya|terkait|selengkapnya|selanjutnya|di\s?sini|nya))?"
    r"|(?:aa\s+)?read\s+(?:also|more|next|too)|also\s+read|see\s+also|bacaan?\s+lain(?:nya)?"
    r"|artikel\s+(?:terkait|lainnya|menarik)|berita\s+(?:terkait|lainnya|sebelumnya|menarik))"
    r"(?P<colon>\s*[:;»>|]+)?\s*",
    re.I,
)
_BARE_ALSO = re.compile(
    r"[^\w\"“‘'(]{0,4}(?:baca|read|simak|lihat|tonton)\b(?P<colon>\s*[:;»>|]+)?\s*", re.I
)


def _reads_also(line: Line) -> bool:
    """A link to another story, in any spelling: with a colon, as a link, or as a bare label."""
    text = line.text
    if len(text) > _LONG or text[0] in "\"“‘'":
        return False
    match = _ALSO.match(text)
    if match:
        rest = text[match.end() :]
        return bool(match["colon"] or not rest or line.link > 0.3 or _is_headline(rest))
    match = _BARE_ALSO.match(text)
    if not match:
        return False
    rest = text[match.end() :]
    if match["colon"]:
        return line.link > 0.3 or not rest or _is_headline(rest)
    return line.link > 0.5 and _is_headline(rest)


def _is_headline(text: str) -> bool:
    return not text.endswith((".", ",", ";", '."', ".”")) and text[:1].upper() == text[:1]


def _link_line(line: Line) -> bool:
    """A whole line that is a link and reads like a headline."""
    text = line.text
    if line.link < 0.95 or len(text) > 220 or _ENDS_SENTENCE.search(text.rstrip("?!")):
        return False
    return len(text.split()) >= 4 and "://" not in text and not text.lower().startswith("www.")


def _caption(line: Line) -> bool:
    if len(line.text) > 500:
        return False
    return bool(
        (line.image and (_CAPTION_CREDIT.search(line.text) or len(line.text) < 30))
        or _CAPTION_END.search(line.text)
    )


_CAPTION_CREDIT = re.compile(
    rf"\((?:{_CREDIT}\b|[\w. ]{{1,30}}/)[^()]{{0,80}}\)\s*\.?$|©|\[[^\]]{{0,60}}\]$|"
    rf"\b(?:foto|dok|doc|sumber|credit|istimewa|ist)\b\s*[:/.]",
    re.I,
)
_CAPTION_END = re.compile(
    r"(?:\((?:Foto|FOTO|foto|Dok|dok|DOK|Sumber\s+foto|Ist(?:imewa)?|ist(?:imewa)?)\s*[:./][^()]{0,90}\)"
    r"|\((?:ANTARA(?:\s+FOTO)?|Antara(?:\s+Foto)?|MI|Dok\.?|Ist|ist|Istimewa|istimewa|Foto)(?:[/ ][^()]{0,60})?\)"
    r"|[-–]\s?(?:Foto|foto|FOTO|Ist|ist|Istimewa|istimewa|Dok|dok)\b[^-–]{0,90}[-–]+"
    r"|--\s?[\w .,/()]{0,50}|©\s?[\w .,/@]{0,60})\.?$"
)

RULES: tuple[Rule, ...] = (
    Rule("read also", _reads_also),
    _pattern(
        "invitation",
        rf"\W*(?:{_INVITES})\b.{{0,200}}(?:{_CHANNEL})",
        r"\W*yuk daftarkan|banyak orang hebat di sekitar kita|jadilah (?:yang )?pertama",
        r".{0,60}(?:google news|whatsapp channel|saluran whatsapp|grup telegram|channel telegram)\W*$",
        r"\W*(?:simak|ikuti|dapatkan|baca|nikmati|temukan)\s+(?:terus\s+)?(?:update\s+)?(?:berita|artikel|"
        r"informasi|info)\s+(?:terbaru|terkini|menarik|lainnya|lain|pilihan|terupdate)\b",
        r"baca artikel .{0,60} lainnya|jangan sampai ketinggalan berita|suka artikel ini",
        r"kirim(?:kan)? (?:tulisan|artikel|berita) (?:anda|kamu)",
        longest=350,
    ),
    _pattern(
        "advertisement",
        r"\W*(?:advertisement|advertorial|iklan|pasang iklan|sponsored(?: link| by)?|adsense|promoted|"
        r"iklan\s*[-–]\s*scroll.{0,60}|scroll\s+(?:ke\s*bawah|kebawah|untuk|to|down|untuk melanjutkan).{0,80}|"
        r"gulir .{0,60}|lanjut(?:kan)? (?:membaca|baca).{0,60})\W*$",
        r"iklan\s+[\w ]{2,40}$|spot_img|.{0,10}adsbygoogle|googletag\.",
        longest=120,
    ),
    _pattern(
        "share bar",
        rf"\W*(?:sebarkan|bagikan|share|shared?)\s*(?:artikel|berita|this|ini|on|ke|halaman|tautan|post)?\s*"
        rf"(?:ini)?\s*(?:ke|di|on|:)?\W*(?:{_SOCIAL})?\W*$",
        rf"\W*(?:(?:{_SOCIAL})\W+){{0,12}}(?:{_SOCIAL})\W*$",
        r"bagikan\b.{0,30}tautan telah disalin|tautan (?:telah )?disalin|link copied|follow us|"
        r"ikuti kami(?: di)?\W*$|halaman ini$|laporkan (?:konten|akun)",
        longest=160,
    ),
    _pattern(
        "counter",
        r"\W*[\d.,]+\s*[km]?\s*(?:x|kali|views?|dilihat|dibaca|pembaca|shares?|komentar|comments?|likes?|"
        r"menit baca|min(?:ute)?s?(?: read)?|tayangan|suka)\b.{0,60}$",
        r"(?:dibaca|dilihat|views?|hits|total views?|post views|pembaca|jumlah pembaca)\s*:?\s*[\d.,]+",
        r"[\d.,]{1,9}$|\d+\s*/\s*\d+$|[×xX•|*\-–—_=#»>]{1,60}$|ada \d+ komentar",
        longest=90,
    ),
    Rule("caption", _caption),
    _pattern(
        "caption",
        r"\[?gambas:|\[(?:gambas|video|foto|image)[^\]]*\]$|!\[|perbesar$|lihat foto$|image print|header img",
        r"\W{0,3}(?:foto|fhoto|photo|gambar|ket(?:erangan)?\.?\s*(?:foto|gambar)|caption|dok(?:umentasi)?|"
        r"ilustrasi|sumber\s*(?:foto|gambar)|infografis|grafis)\s*[:/|].{0,250}$",
        r"\W*(?:(?:foto|dok)\.?\s*)?(?:istimewa|ist|ilustrasi|shutterstock|getty images|dok\.?)\W*$",
        r"\(?\s*(?:foto|dok)\s*[:./].{0,120}\)$|ilustrasi\b.{0,80}\((?:foto|dok|sumber|ist|shutter|pix|free).{0,60}\)$",
        r"(?:ilustrasi|foto ilustrasi)\s+\w+\.\w{2,4}$",
        r"(?:simak|tonton|saksikan|lihat)\s+(?:juga\s+)?(?:video|vidio)\b.{0,160}",
        longest=300,
    ),
    _pattern(
        "byline",
        rf"\W*(?:{_ROLES})(?:\s*(?:&|dan|/|,)\s*(?:{_ROLES}))?\s*[:|].{{0,110}}$",
        r"\W*(?:author|editor|reporter|penulis|redaktur|writer|photographer|editorial team|tim redaksi|kredit)\W*$",
        r"laporan\s+(?:wartawan|reporter|kontributor|jurnalis)\b[^.]{0,100}(?:\.com|\.id)?[^.]{0,60}$",
        r"(?:artikel|berita)\s+ini\s+ditulis\s+oleh\b.{0,60}$|by\s+(?:redaksi|admin)\b.{0,40}$",
        r"-\s+penulis\s*:|source\s*\|\s*:|\|?\s*penulis\s*\|",
        longest=160,
    ),
    _pattern(
        "notice",
        r"\W*(?:copyright|hak cipta|©|\(c\)\s*\d{4}|all rights reserved)",
        r"dilarang (?:keras )?(?:mengambil|mengutip|menyalin|mempublikasi|meng-?copy)",
        r"(?:artikel|berita|konten|tulisan|video)\s+ini\s+(?:telah|sudah|pernah|juga)\s+(?:tayang|terbit|dimuat|"
        r"diterbitkan|dipublikasikan)",
        r"disclaimer\b|(?:isi )?komentar (?:adalah|sepenuhnya|merupakan)|pembaca dapat (?:mengirimkan|melaporkan)",
        r"(?:artikel|berita|konten|ringkasan|naskah)\s+ini\s+(?:dibuat|ditulis|diproduksi|dihasilkan|disusun|"
        r"diterjemahkan)\s.{0,60}(?:AI\b|kecerdasan buatan|artificial)",
        r"ingatlah untuk menjaga komentar|.{0,40}berhak untuk memberi peringatan dan",
        r"kompasiana adalah platform",
        longest=500,
    ),
    _pattern(
        "page fragment",
        r"\W*(?:halaman\s*(?:selanjutnya|berikutnya|sebelumnya|:.*|\d+(?:\s*/\s*\d+)?(?:\s+\d+)*)?|"
        r"\d+ dari \d+ halaman|selanjutnya|sebelumnya|berikutnya|next(?: page| post)?|prev(?:ious)?(?: post)?|"
        r"lanjutkan membaca|show all|lihat semua|load more.{0,3}|muat lainnya|memuat.{0,3}|loading.{0,3}|"
        r"exit mobile version|tutup|close|notification|notifikasi|blank|get app|login|masuk|daftar(?:kan)?|"
        r"no comments?|post a comment|tinggalkan (?:balasan|komentar)|komentar(?: anda| pembaca)?|comments?|"
        r"beri komentar|belum ada komentar.*|tulis komentar.*|click here to preview.*|menu|home|beranda|"
        r"indeks.{0,20}|breaking news|press release|mode gelap|logo header.{0,40}|isi komentar anda|reset|"
        r"a\+?|a-|\ba\+? \| reset \| a-|ringkasan berita\s*:?|daftar isi.{0,20}|author|rate artikel ini)\W*$",
        longest=140,
    ),
    _pattern(
        "tags",
        r"\W*(?:tags?|topik|topik terkait|tag terkait|kategori|label|kata kunci|keywords?|filed under|"
        r"tag share|posted in|topics?)\s*(?::.*)?\W*$",
        r"(?:#\s?[\w-]+[\s,]*){1,12}$|(?:#\s?[\w -]{2,40}){1,8}$|id\s+[\w ]+,[^.]{3,200}$",
        longest=260,
    ),
    _pattern(
        "related heading",
        r"\W*(?:(?:kumpulan\s+)?(?:berita|artikel|pos|post|baca(?:an)?|foto|video|konten|tulisan)\s+"
        r"(?:terkait|lainnya|lain|populer|terbaru|terkini|rekomendasi|pilihan|menarik lainnya)|"
        r"terkait|terkini(?: lainnya)?|tautan sahabat|rekomendasi(?: untuk anda)?|berita rekomendasi|"
        r"jangan lewatkan(?: juga)?|terpopuler|populer|related (?:posts?|news|articles?)|"
        r"pilihan (?:untukmu|editor|redaksi)|paling (?:populer|banyak dibaca)|trending|kumpulan berita|"
        r"sebelum lanjut, siapa tahu.*|video pilihan.*|saksikan video pilihan.*|baca juga)\W*$",
        longest=90,
    ),
    _pattern("weather", r"\d{1,2}(?:[.,]\d)?\s*°?\s*C\b.{0,40}$", longest=50),
    _pattern(
        "clock",
        r"(?:\W*(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\W+)?\d{1,2}\s+\w{3,9}\s+\d{4}"
        r"(?:[\s,|\-–]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*(?:wib|wita|wit))?)?\W*$",
        r"\d{1,2}\s+(?:detik|menit|jam|hari|minggu|bulan|hours?|days?|minutes?)\s+(?:yang )?(?:lalu|ago)\b.{0,10}$",
        r"(?:diperbarui|diterbitkan|dipublikasikan|updated?|last updated|posted on)\b.{0,60}$",
        longest=80,
    ),
    Rule("link to another story", _link_line),
)
_LABELS = re.compile(
    r"\W*(?:baca\s*(?:juga|selengkapnya|berita|artikel)?.{0,20}|simak juga|lihat juga|read(?: also| next)?|"
    r"(?:berita|artikel|pos)\s+(?:terkait|lainnya).{0,20}|jangan lewatkan.{0,5}|rekomendasi.{0,12}|"
    r"bacaan lain(?:nya)?|related.{0,15}|terkait)\s*[:»>|]*\s*$",
    re.I,
)


def rule_for(line: Line) -> str | None:
    """The name of the rule that a line falls under, None for a line of the story."""
    return next((rule.name for rule in RULES if rule.matches(line)), None)


def without_boilerplate(lines: Sequence[Line], title: str = "") -> tuple[list[Line], list[Dropped]]:
    """The lines of the story, and the others with the rule that each falls under."""
    kept: list[Line] = []
    dropped: list[Dropped] = []
    after_label = False
    headline = title.casefold()
    for line in lines:
        name = rule_for(line)
        if not name and after_label and _follows_label(line):
            name = "link to another story"
        elif not name and headline and line.text.casefold() == headline:
            name = "repeated title"
        if name:
            dropped.append(Dropped(line.text, name))
        else:
            kept.append(line)
        after_label = _LABELS.match(line.text) is not None or (after_label and name is not None)
    return kept, dropped


def _follows_label(line: Line) -> bool:
    """After a bare "Baca juga": what is linked, or reads like a headline in a list."""
    return line.link > 0.7 or (line.tag == "li" and _is_headline(line.text))


def without_repeats(lines: Iterable[Line]) -> tuple[list[Line], list[Dropped]]:
    """Drop whole paragraphs that already stood on the page."""
    seen: set[str] = set()
    kept, dropped = [], []
    for line in lines:
        if len(line.text) > 60 and line.text in seen:
            dropped.append(Dropped(line.text, "repeated paragraph"))
        else:
            kept.append(line)
        seen.add(line.text)
    return kept, dropped
