"""The rules by which a line of an Indonesian news page is never the story.

A rule sees one line and what the markup says of it. Quotes may begin with "Simak" or "Baca" and
survive: a rule asks for the colon, the link or the platform's name that only the newsroom writes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipelines.page.edges import opens_story
from pipelines.page.lines import Line
from pipelines.page.neighbours import is_below_picture
from pipelines.page.roles import CREDIT

_LONGEST = 400
_CREDIT = 130
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A name for people and what it recognises, given a line and its text in lower case.

    longest: longer lines never match.
    """

    name: str
    matches: Callable[[Line, str], bool]
    longest: int


def _any_of(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


def _rule(name: str, *patterns: str, longest: int = _LONGEST) -> Rule:
    """patterns: in lower case, which is three times as fast as to ignore it."""
    compiled = re.compile(_any_of(*(f"(?:{p})" for p in patterns)))

    def matches(_: Line, lower: str) -> bool:
        return compiled.match(lower) is not None

    return Rule(name, matches, longest)


_LEAD = r"[^\w\"“‘']*"
_SOCIAL = _any_of(
    r"facebook|twitter|x|whats\s?app|telegram|line|linkedin|pinterest|tumblr|instagram|tiktok",
    r"youtube|e-?mail|copy(?:\s+(?:link|url))?|salin(?:\s+(?:tautan|link))?|cetak|print",
    r"messenger|share|bagikan:?|tweet|threads|reddit|google\+?|kirim|lagi|pin\s?it",
    r"jpnn\.com(?:\s+\w+)?|surat elektronik|koran",
)
_CHANNEL = _any_of(
    r"google\s*news|google\s*berita|whats\s?app|telegram|newsletter|buletin|saluran|channel|kanal",
    r"youtube|instagram|facebook|tiktok|fanpage|aplikasi|\bapp\b|media\s+sosial|\bgrup\b|sosmed",
)
_INVITES = _any_of(
    r"cek|ikuti|ikut|dapatkan|follow|yuk|ayo|mari|gabung|bergabung(?:lah)?|simak|baca|klik|temukan",
    r"jangan\s+(?:lupa|lewatkan|sampai)|untuk\s+(?:mendapatkan|update|informasi)|update|nikmati",
    r"langganan|berlangganan|kunjungi|download|unduh|pantau|tonton|subscribe|ingin|silakan",
)
_CREDITED = _any_of(r"foto|dok\.?", r"ist(?:imewa)?\.?", r"antara(?:\s+foto)?", r"MI")

_ALSO = re.compile(
    r"[\W_]{0,4}"
    + _any_of(
        r"(?:aa\s+)?(?:baca|bacalah|simak|simaklah|lihat|tonton|saksikan|cek|dengarkan|klik)"
        r"\s+(?:juga|jua|pula|selengkapnya|selanjutnya|berita|artikel|lainnya|lagi)"
        r"(?:\s+(?:juga|lainnya|terkait|selengkapnya|selanjutnya|di\s?sini|nya))?",
        r"(?:aa\s+)?read\s+(?:also|more|next|too)|also\s+read|see\s+also|bacaan?\s+lain(?:nya)?",
        r"(?:selanjutnya|sebelumnya|menarik\s+dibaca|pilihan\s+(?:editor|redaksi))(?=\s*[:;])|artikel\s+(?:terkait|lainnya|menarik)|berita\s+(?:terkait|lainnya|sebelumnya|menarik)",
    )
    + r"(?P<colon>\s*[:;»>|]+)?\s*"
)
_BARE_ALSO = re.compile(
    r"[^\w\"“‘']{0,4}(?:baca|read|simak|lihat|tonton|promosi)\b(?P<colon>\s*[:;»>|]+)?\s*"
)


def _reads_also(line: Line, lower: str) -> bool:
    """A link to another story, in any spelling: with a colon, as a link, or as a bare label."""
    text = line.text
    if text[0] in "\"“‘'":
        return False
    match = _ALSO.match(lower)
    if match:
        rest = text[match.end() :]
        return bool(match["colon"] or not rest or line.link > 0.3 or _titled(rest))
    match = _BARE_ALSO.match(lower)
    if not match:
        return False
    rest = text[match.end() :]
    if match["colon"]:
        return line.link > 0.3 or is_headline(rest)
    return line.link > 0.5 and is_headline(rest)


def is_headline(text: str) -> bool:
    """Begins like a headline and does not end like a sentence; true of nothing at all."""
    return not text.endswith((".", ",", ";", '."', ".”")) and text[:1].upper() == text[:1]


def _titled(text: str) -> bool:
    """A headline in title case: most of its words begin with capitals."""
    words = [word for word in text.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return is_headline(text) and len(words) > 2 and capitals > 0.6 * len(words)


def _link_line(line: Line, lower: str) -> bool:
    """A whole line that is a link and reads like a headline."""
    text = line.text
    if line.link < 0.95 or _ENDS_SENTENCE.search(text.rstrip("?!")):
        return False
    return len(text.split()) >= 4 and "://" not in text and not lower.startswith("www.")


_PICTURE_CREDIT = re.compile(
    rf"\((?:{_CREDITED}\b|[^\W\d][\w. ]{{0,29}}/)[^()]{{0,80}}\)\s*\.?$|©|\[[^\]]{{0,60}}\]$|"
    r"\b(?:foto|dok|doc|sumber|credit|istimewa|ist)\b\s*[:/.]|"
    r"\((?:paling |ke)?(?:dua |tiga |empat |lima )?(?:dari )?(?:kiri|kanan|tengah|depan)\)",
    re.I,
)
_CAPTION_END = re.compile(
    _any_of(
        r"\((?:[Ff]oto|FOTO|[Dd]ok|DOK|[Ii]st(?:imewa)?)\s*[:./][^()]{0,90}\)",
        r"\((?:ANTARA|Antara)(?:\s+(?:FOTO|Foto|foto))?/[^()]{0,60}\)|\(MI/[^()]{0,60}\)",
        r"\((?:[Dd]ok\.?|DOK\.?|[Ii]st(?:imewa)?\.?|IST|[Ff]oto|FOTO)(?:\s[^()]{0,60})?\)",
        r"\([\w.]{2,20}\.(?:com|id|co|net)/[^()]{2,60}\)",
        r"\([A-Z][\w. ]{2,40}/\w*(?:com|detik|news|antara|tribun|kompas)\w*\)",
        r"[-–]\s?(?:[Ff]oto|FOTO|[Ii]st(?:imewa)?|[Dd]ok)\b[^-–]{0,90}[-–]+",
        r"(?<=[\w.)”\"])--\s?[\w .,/()]{0,50}",
        r"©\s?[\w .,/@]{0,60}",
        r"\b(?:Foto|FOTO)\s?:\s[^:]{2,50}",
    )
    + r"[\s.|]*$"
)


def _caption(line: Line, _: str) -> bool:
    text = line.text
    pictured = (
        line.image
        and line.tag not in _SUB_HEADINGS
        and (len(text) < 30 or _PICTURE_CREDIT.search(text))
    )
    if not pictured and text.endswith(")") and line.element is not None:
        pictured = _PICTURE_CREDIT.search(text) and is_below_picture(line.element)
    return bool(pictured or _ends_in_credit(text)) and not opens_story(text)


def _ends_in_credit(text: str) -> bool:
    """A look at the marks first: nearly every paragraph ends without any."""
    end = text[-_CREDIT:]
    closed = end.rstrip(". |").endswith((")", "-", "–"))
    marked = closed or "--" in end or "©" in end or "Foto" in end or "FOTO" in end
    return marked and _CAPTION_END.search(text, max(0, len(text) - _CREDIT)) is not None


_SUB_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_DAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"

RELATED = _rule(
    "related heading",
    r"\W*(?:kumpulan\s+)?(?:berita|artikel|pos|post(?:ingan)?|baca(?:an)?|foto|video|konten|tulisan)\s+"
    r"(?:terkait|lainnya|lain|populer|terbaru|terkini|rekomendasi|pilihan|menarik lainnya)\W*$",
    r"\W*(?:terkait|terbaru|terkini(?: lainnya)?|tautan sahabat|rekomendasi(?: untuk anda)?)\W*$",
    r"\W*(?:berita rekomendasi|jangan lewatkan(?: juga)?|terpopuler|populer|trending)\W*$",
    r"\W*related (?:posts?|news|articles?)\W*$|\W*pilihan (?:untukmu|editor|redaksi)\W*$",
    r"\W*paling (?:populer|banyak dibaca)\W*$|\W*kumpulan berita\W*$|\W*news feed\W*$",
    r"sebelum lanjut, siapa tahu|video pilihan\b|saksikan video pilihan",
    r"[a-z][a-z ]{2,40} terkini$",
    longest=90,
)

RULES: tuple[Rule, ...] = (
    RELATED,
    Rule("read also", _reads_also, _LONGEST),
    _rule(
        "invitation",
        rf"{_LEAD}{_INVITES}\b.{{0,200}}{_CHANNEL}",
        r"[^\w\"“]*yuk daftarkan|banyak orang hebat di sekitar kita|jadilah (?:yang )?pertama",
        r"[^\w\"“]*(?:simak|ikuti|dapatkan|baca|nikmati|temukan)\s+(?:terus\s+)?(?:update\s+)?"
        r"(?:berita|artikel|informasi|info)(?:-\w+)?\s+"
        r"(?:terbaru|terkini|menarik|lainnya|lain|pilihan|terupdate)\b",
        rf"[^\w\"“]*{_INVITES}\b.{{0,100}}\bberita\b.{{0,200}}\b(?:akun|klik|notifikasi)\b",
        r"baca artikel .{0,60} lainnya|jangan sampai ketinggalan berita|suka artikel ini",
        r".{0,30}\bpreferred source\b.{0,20}$|jadikan .{2,40} (?:sumber|media) (?:pilihan|utama)\b",
        r"anda harus (?:meng)?install? (?:dulu )?aplikasi\b",
        r"kirim(?:kan)? (?:tulisan|artikel|berita) (?:anda|kamu)",
        longest=350,
    ),
    _rule(
        "invitation",
        r".{0,60}(?:google news|whatsapp channel|(?:saluran|grup) (?:whatsapp|telegram))\W*$",
        longest=100,
    ),
    _rule(
        "advertisement",
        r"\W*(?:advertisements?|advertorial|(?:pasang )?iklan|sponsored(?: link| by)?|adsense)\W*$",
        r"\W*(?:promoted|iklan\s*[-–]\s*scroll.{0,60}|gulir .{0,60})\W*$",
        r"\W*scroll\s+(?:ke\s*bawah|kebawah|untuk|to|down)\b.{0,80}$",
        r"\W*lanjut(?:kan)?\s+(?:membaca|baca)\b.{0,60}$",
        r"iklan\s+(?=[a-z])[\w ]{2,40}$|spot_img|.{0,10}adsbygoogle|googletag\.",
        longest=120,
    ),
    _rule(
        "share bar",
        r"\W*(?:sebarkan|bagikan|sebar|shared?)(?:\s+(?:artikel|berita|this|ini|on|ke|halaman|tautan|"
        rf"post|di)){{0,4}}\s*:?\W*{_SOCIAL}?\W*$",
        rf"\W*(?:{_SOCIAL}\W+){{0,12}}{_SOCIAL}\W*$",
        r"bagikan\b.{0,30}tautan telah disalin|tautan (?:telah )?disalin|link copied",
        r"follow(?: us)?\W*$",
        r"ikuti kami(?: di)?\W*$|halaman ini$|laporkan (?:konten|akun)",
        longest=160,
    ),
    _rule(
        "counter",
        r"\W*[\d.,]+\s*[km]?\s*(?:x|kali|views?|dilihat|dibaca|pembaca|shares?|komentar|comments?|"
        r"likes?|menit baca|min(?:ute)?s?(?: read)?|tayangan|suka)(?:\W.{0,50})?$",
        r"(?:dibaca|dilihat|views?|hits|(?:total|post) views?|(?:jumlah )?pembaca)\s*:?\s*[\d.,]+",
        r"[\d.,]{1,9}$|\d+\s*/\s*\d+$|[×x•|*\-–—_=#»>]{1,60}$|ada \d+ komentar",
        longest=90,
    ),
    _rule(
        "byline",
        rf"\W*(?:{CREDIT})(?:\s*(?:&|dan|/|,)\s*(?:{CREDIT}))?\s*[:|].{{0,110}}$",
        r"\W*(?:author|editor|reporter|penulis|redaktur|writer|photographer|editorial team)\W*$",
        r"\W*(?:tim redaksi|kredit)\W*$",
        r"\W*laporan\s+(?:wartawan|reporter|kontributor|jurnalis)\b[^.]{0,100}(?:\.com|\.id)?[^.]{0,60}$",
        r"(?:artikel|berita)\s+ini\s+ditulis\s+oleh\b.{0,60}$|by\s+(?:redaksi|admin)\b.{0,40}$",
        r"kontributor\s+\w+(?:\s\w+){0,2}$",
        r"-\s+penulis\s*:|source\s*\|\s*:|\|?\s*penulis\s*\|",
        longest=160,
    ),
    _rule(
        "notice",
        r"\W*(?:copyright\s*(?:©|\(c\)|@|by|\d{4}|antara|$)|hak cipta ©)",
        r"\W*(?:©|\(c\)\s*\d{4}|all rights reserved)",
        r"dilarang (?:keras )?(?:mengambil|mengutip|menyalin|mempublikasi|meng-?copy)",
        r"(?:artikel|berita|konten|tulisan|video)\s+ini\s+(?:telah|sudah|pernah|juga)\s+"
        r"(?:tayang|terbit|dimuat|diterbitkan|dipublikasikan)",
        r"disclaimer\b|(?:isi )?komentar (?:adalah|sepenuhnya|merupakan)\b",
        r"(?:situs|website|laman|kami)(?: web)?(?: ini)? menggunakan cookies?\b",
        r"pembaca dapat (?:mengirimkan|melaporkan) komentar",
        r"(?:artikel|berita|konten|ringkasan|naskah)\s+ini\s+(?:dibuat|ditulis|diproduksi|disusun|"
        r"dihasilkan|diterjemahkan)\s.{0,60}(?:\bai\b|kecerdasan (?:buatan|artifisial))",
        r"ingatlah untuk menjaga komentar|.{0,40}berhak untuk memberi peringatan dan",
        r"kompasiana adalah platform",
        longest=500,
    ),
    Rule("caption", _caption, 500),
    _rule(
        "caption",
        r"\[?gambas:|\[(?:gambas|video|foto|image)[^\]]*\]$|!\[|perbesar$|lihat foto$",
        r"image print|header img|infografis\b.{0,80}:$",
        r"\W{0,3}(?:fh?oto|photo|gambar|ket(?:erangan)?\.?\s*(?:foto|gambar)|caption|ilustrasi|"
        r"dok(?:umentasi)?|sumber\s*(?:foto|gambar)|infografis|grafis)\s*[:/|].{0,250}$",
        r"\W*(?:(?:foto|dok)\.?\s*)?(?:istimewa|ist|ilustrasi|shutterstock|getty|dok\.?)\W*$",
        r"\(?\s*(?:foto|dok)\s*[:./].{0,120}\)$|ilustrasi\b.{0,80}\([^()]{2,60}\)$",
        r"(?:ilustrasi|foto ilustrasi)\s+\w+\.\w{2,4}$|sumber gambar.{0,100}$",
        r"--\s?[\w ./]{3,80}$",
        r"(?:simak|tonton|saksikan|lihat)\s+(?:juga\s+)?(?:video|vidio)\b.{0,160}$",
        longest=300,
    ),
    _rule(
        "page fragment",
        r"\W*halaman\s*(?:selanjutnya|berikutnya|sebelumnya|:.*|[\d /]+)?\W*$",
        r"\W*(?:\d+ dari \d+ halaman|(?:[\d ]*(?:selanjutnya|sebelumnya|berikutnya)\W*){1,3})$",
        r"\W*lanjutkan membaca\W*$",
        r"\W*(?:next|prev(?:ious)?)(?: page| post)?\W*$|\W*(?:show all|lihat semua)\W*$",
        r"\W*(?:load more|muat lainnya|memuat|loading)\W*$",
        r"\W*(?:exit mobile version|tutup|close|blank|kembali(?: ke atas)?|back to top)\W*$",
        r"\W*(?:notification|notifikasi|get app|login|masuk|daftar(?:kan)?|menu|home|beranda)\W*$",
        r"\W*(?:no comments?|post a comment|tinggalkan (?:balasan|komentar)|comments?)\W*$",
        r"\W*komentar(?: anda| pembaca)?\W*$|\W*(?:beri komentar|isi komentar anda)\W*$",
        r"(?:tentang kami|redaksi|pedoman media siber|disclaimer|kontak)"
        r"(?:\s*[|•·]\s*[\w ]{3,30}){1,9}$",
        r"belum ada komentar|(?:tulis|kirim) komentar\b|apakah artikel ini (?:ber|mem)\w+\?",
        r"click here to preview|indeks berita|rate artikel ini",
        r"\W*(?:breaking news|press release|mode gelap|reset|author|author description)\W*$",
        r"(?:[\w. ]{2,30}\s*[»›]\s*){2,}|date \d{4}-\d\d-\d\d\b|[â€ã]{1,4}$",
        r"https?://\S+/\S*-\S*-\S+$|(?:berita|foto|lainnya|pemerintah|kbrn)$",
        r"logo header\b|a\+?$|a-$|a\+ \| reset|a a(?: a)?$|\W*daftar isi\W*$",
        longest=140,
    ),
    _rule(
        "tags",
        r"\W*(?:tags?|topik|topik terkait|tag terkait|kategori|label|kata kunci|keywords?|topics?|"
        r"filed under|tag share|posted in)\s*(?::.*)?\W*$",
        r"(?:#\s?[\w-]+[\s,]*){1,12}$|(?:#\s?[\w -]{2,40}){1,8}$",
        r"id\s+\w[^.]{3,200}$",
        longest=260,
    ),
    _rule(
        "summary",
        r"\W*(?:ringkasan(?: berita| artikel)?|intisari(?: berita)?|intinya sih)\W*$",
        longest=40,
    ),
    _rule("weather", r"\d{1,2}(?:[.,]\d)?\s*°?\s*c\b(?:\W.{0,40})?$", longest=50),
    _rule(
        "clock",
        rf"(?:\W*{_DAY}\W+)?\d{{1,2}}\s+\w{{3,9}}\s+\d{{4}}"
        r"(?:[\s,|\-–]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*(?:wib|wita|wit))?)?\W*$",
        r"\d{1,2}[:.]\d{2}\s*(?:wib|wita|wit)\W*$",
        r"\d{1,2}\s+(?:detik|menit|jam|hari|minggu|bulan|hours?|days?|minutes?)\s+"
        r"(?:yang )?(?:lalu|ago)\b.{0,10}$",
        r"(?:diperbarui|diterbitkan|dipublikasikan|updated?|last updated|posted on)\b.{0,60}$",
        rf"{_DAY},?\s+\d{{1,2}}\s+\w{{3,9}}\s+\d{{4}}[\s,|\-–]+\d{{1,2}}[:.]\d{{2}}\s*(?:wib|wita|wit)?\s*\|.{{0,40}}$",
        longest=80,
    ),
    Rule("link to another story", _link_line, 220),
)

LABEL = re.compile(
    r"\W*"
    + _any_of(
        r"baca\s*(?:juga|selengkapnya|berita|artikel)?.{0,20}|simak juga|lihat juga",
        r"read(?: also| next)?|(?:berita|artikel|pos)\s+(?:terkait|lainnya).{0,20}",
        r"jangan lewatkan.{0,5}|rekomendasi.{0,12}|bacaan lain(?:nya)?|related.{0,15}|terkait",
    )
    + r"\s*[:»>|]*\s*$"
)
"""A line, in lower case, that announces links: what follows it may be such a link."""

CATEGORY = re.compile(r"\W*(?:kategori|category|tags?|topik|label)\s*:\W*")
"""A bare label, in lower case; the word on the next line is what it labels."""
