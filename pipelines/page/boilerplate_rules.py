"""The rules by which a line of an Indonesian news page is never the story.

A rule sees one line and what the markup says of it. Quotes may begin with "Simak" or "Baca" and
survive: a rule asks for the colon, the link or the platform's name that only the newsroom writes.
"""

import re

from pipelines.page import credit_lines, interface, widgets
from pipelines.page.captions import is_caption
from pipelines.page.credit_lines import is_bare_byline, is_bare_name
from pipelines.page.edges import CLOSING_NAME
from pipelines.page.interface import is_interface, is_trail
from pipelines.page.invitations import INVITATIONS
from pipelines.page.lines import Line
from pipelines.page.links import RELATED, is_link, is_tag_line, reads_also
from pipelines.page.releases import is_contact
from pipelines.page.roles import CREDIT
from pipelines.page.rule import LONGEST, Rule, any_of, rule
from pipelines.page.widgets import is_in_widget, is_posted

_SOCIAL = any_of(
    r"facebook|twitter|x|whats\s?app|telegram|line|linkedin|pinterest|tumblr|instagram|tiktok",
    r"youtube|e-?mail|copy(?:\s+(?:link|url))?|salin(?:\s+(?:tautan|link))?|cetak|print",
    r"messenger|share|bagikan:?|tweet|threads|reddit|google\+?|kirim|lagi|pin\s?it",
    r"jpnn\.com(?:\s+\w+)?|surat elektronik|koran|fb|wa|ig|simpan|laporkan",
)
_FEELING = any_of(
    r"suka|senang|bangga|sedih|marah|kaget|lucu|biasa aja|takut|terkejut|terhibur|kecewa",
    r"(?:ter)?inspirasi|like|happy|sad|angry|love|wow|haha|dislike",
)
_TAGS = any_of(
    r"tags?|topik|topik terkait|tag terkait|kategori|categor(?:y|ies)|label|kata kunci",
    r"keywords?|topics?|filed under|tag share|posted in|sdgs?",
)
_DAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"

_ENGLISH_DATE = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}, \d{4}"
_DATE = (
    rf"(?:{_DAY}\W+)?(?:\d{{1,2}}(?:\s+\w{{3,9}}\s+|/\d{{1,2}}/|-\d{{1,2}}-)\d{{4}}|"
    rf"{_ENGLISH_DATE})"
)
_CLOCK = r"[\s,|\-–]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]m\b)?\s*(?:wib|wita|wit)?"

_MACHINES = ("robot", "perayap", "crawler", "kecerdasan", " ai ")
_OF_MACHINES = re.compile(
    r"[^\"“”]{0,60}\b(?:robot|perayap|crawler|ai|kecerdasan (?:buatan|artifisial))\b"
    r"[^\"“”]{0,90}\b(?:izin|seizin|dilarang|persetujuan)\b[^\"“”]{0,30}\b(?:tertulis|redaksi)\b"
)


def _forbids_machines(_: Line, lower: str) -> bool:
    """A notice to those who read pages by machine, which reserves the right to say yes."""
    return any(map(lower.__contains__, _MACHINES)) and _OF_MACHINES.match(lower) is not None


RULES: tuple[Rule, ...] = (
    RELATED,
    Rule("read also", reads_also, LONGEST),
    *INVITATIONS,
    rule(
        "advertisement",
        r"\W*advertisement\b.{0,40}$|\W*(?:pasang|tempatkan) iklan\b.{0,80}$",
        r"\W*(?:advertisements?|advertorial|pariwara|adv|disponsori|"
        r"(?:pasang )?iklan(?: (?:baris|mini|kolom))?|"
        r"konten (?:berbayar|premium|eksklusif|bersponsor))\W*$",
        r"\W*ads?\W+scroll\b.{0,30}$|lanjut(?:kan)? di bawah iklan\W*$",
        r"(?:scroll|usap|geser|gulir)\s(?:lagi|layar|terus)\b[^.\"”]{0,50}$",
        r"konten (?:berbayar|bersponsor) (?:di (?:bawah|atas) )?ini\b.{0,80}$",
        r"\W*(?:(?:ruang|slot|space|tempat|banner) iklan|iklan|ads?|banner)\b[^.]{0,20}"
        r"\b\d{2,4}\s?[x×]\s?\d{2,4}\b.{0,10}$",
        r"\W*iklan\W{1,3}(?:lanjut(?:kan)?|scroll|gulir)\b.{0,60}$",
        r"\W*(?:sponsored(?: link| by)?|adsense)\W*$",
        r"\W*(?:promoted|promosi|iklan\s*[-–]\s*(?:scroll|gulir).{0,60}|gulir .{0,60})\W*$",
        r"\W*(?:(?:adv|iklan|ads?)\W+)?geser\s+(?:ke\s*bawah|untuk)\b.{0,60}$",
        r"\W*scroll\s+(?:ke\s*bawah|kebawah|untuk|to|down)\b.{0,80}$",
        r"\W*lanjut(?:kan)?\s+(?:membaca|baca)(?:\W*|\s+(?:ke|di|dengan|artikel|berita|setelah|isi|konten|"
        r"scroll|gulir)\b.{0,50})$",
        r"iklan\s+(?=[a-z])[\w ]{2,40}$|spot_img|.{0,10}adsbygoogle|googletag\.",
        longest=120,
    ),
    rule(
        "share bar",
        r"\W*(?:(?:ayo |yuk )?(?:sebarkan|bagikan|sebar)|shared?|bagi(?= \w+ ini))"
        r"(?:\s+(?:artikel|berita|this|ini|on|ke|halaman|tautan|post|di|pembaruan|tulisan|cerita|"
        r"keluarga|teman|kerabat|anda|kamu)){0,4}"
        rf"\s*:?\W*(?:{_SOCIAL}\W*){{0,8}}$",
        rf"\W*(?:{_SOCIAL}\W*){{0,12}}{_SOCIAL}\W*$",
        r"bagikan\b.{0,30}tautan telah disalin|tautan (?:telah )?disalin|link copied",
        r"follow(?: us)?\W*$|click to (?:share|print|email)\b.{0,60}$",
        r"(?:facebook|instagram|tiktok|twitter|youtube|telegram|fb|ig)\s*:\s?@?[\w .]{2,40}$",
        r"(?:like (?:this|loading)|sukai ini|menyukai ini|suka memuat)\W*$",
        r"ikuti kami(?: di)?\W*$|halaman ini$",
        r"laporkan (?:konten|akun|artikel|berita|kesalahan|masalah)\W*$",
        r"\W*shar(?:e|ing)\s+(?:and|&|is)\s+\w+\W*$|\W*spread the (?:love|word)\W*$",
        r"(?:lihat (?:postingan|profil)|view) (?:ini|this (?:post|profile)) (?:di|on) \w+\W*$",
        r"(?:(?:sebuah )?(?:kiriman|postingan|unggahan) (?:yang )?dibagikan oleh|a post shared by)"
        r"\s.{2,60}@[\w.]+\W*$",
        r"(?:bagikan|sebarkan) (?:kutipan|kabar|info) (?:ini|baik)\W*$",
        longest=160,
    ),
    rule(
        "counter",
        r"(?:apa|bagaimana|beri(?:kan)?) (?:reaksi|tanggapan|penilaian) (?:anda|kamu|mu)\b.{0,40}$",
        rf"\W*(?:{_FEELING}\W*\d{{1,3}}\s?%?\W*){{1,9}}$|\W*(?:{_FEELING}\W+){{2,9}}{_FEELING}?\W*$",
        r"\W*[\d.,]+\s*(?:[km]|rb|ribu|jt|juta)?\s*(?:x|kali|views?|dilihat|dibaca|dibagikan|pembaca|shares?|komentar|comments?|"
        r"likes?|menit baca|min(?:ute)?s?(?: read)?|tayangan|suka)(?:[\W\d].{0,50})?$",
        r"(?:dibaca|dilihat|views?|hits|(?:total|post) views?|(?:jumlah )?pembaca)\s*:?\s*[\d.,]+"
        r"\s*(?:[km]|rb|ribu|jt|juta)?\s*(?:x|kali|orang|views?|pembaca)?(?:\W.{0,30})?$",
        r"(?:read|viewed|hits?)\s:?\s?[\d.,]+\s?(?:times?|views?)?"
        r"(?:\W{0,3}last (?:modified|updated).{0,60})?$",
        r"(?:estimasi|waktu|lama) (?:mem)?baca\b.{0,30}$",
        r"(?:waktu )?baca(?:an)?\s?:?\s\d+\s?(?:menit|min)\b.{0,10}$",
        r"\d+ (?:pembaruan|update|updates|postingan)\W*$|\[total:\s\d+\s+average:.{0,8}$",
        r"(?:artikel|berita) ini (?:(?:telah|sudah) )?(?:dibaca|dilihat)\s*[\d.,]+",
        r"(?:artikel|berita) ini [\d.,]+ (?:kali|x|orang)\b.{0,20}$",
        r"bagaimana menurut\s?(?:mu|kamu|anda|pembaca)\W*$",
        r"(?:apa|bagaimana) (?:pendapat|komentar) (?:anda|kamu|mu)\b.{0,40}$",
        r"beri(?:kan)? rating\b.{0,40}$|rating\W*(?:(?:\d|artikel|berita|anda)\b.{0,30})?$",
        r"was this (?:\w+ )?helpful\b.{0,20}$",
        r"\d\d?:\d\d\W+[\d.,]+\s?(?:rb|ribu|jt|juta)?\s?(?:x|kali)?\s?di(?:tonton|lihat|putar)\W*$",
        r"[\d.,]{1,9}$|\d+\s*(?:/|dari)\s*\d+$|x$|[^\w\"“”()\[\]]{1,60}$|_+$|ada \d+ komentar",
        longest=120,
    ),
    rule(
        "byline",
        rf"\W*(?:foto\s*(?:&|dan|/|,)\s*)?(?:{CREDIT})(?:\s*(?:&|dan|/|,)\s*(?:{CREDIT}|foto))?\s*[:|].{{0,110}}$",
        rf"(?:oleh|by) [^.\"”]{{3,80}}, {_DATE}{_CLOCK}\W+(?:{CREDIT})\b[^\"”]{{3,60}}$",
        r"re[pd]\. .{3,40}[|/] ?(?:ed|red)\. .{3,40}$",
        r"tim (?:it|humas|media|liputan|website|ppid|publikasi|kominfo)\b[^.,]{0,40}$",
        r"\W*(?:author|editor|reporter|penulis|redaktur|writer|photographer|editorial team)\W*$",
        r"\W*(?:(?:tim )?redaksi|red|admin|kredit|di(?:tulis|posting|unggah) oleh)\W*$",
        r"\W*laporan\s+(?:(?:wartawan|reporter|kontributor|jurnalis)\b[^.]{0,100}(?:\.com|\.id)?|"
        r"(?:ka)?biro\b[^.:/]{2,40}[:/])[^.]{0,60}$",
        r"di(?:buat|tulis|posting|unggah|terbitkan|publikasikan) oleh (?:admin|redaksi)\b.{0,40}$",
        r"(?:laporan|data)\b.{0,15}\bredaksi\W*$|(?:tim )?humas(?: \w+){0,4}\s?:[^\"“.]{3,50}$",
        r"(?:written|posted|published|created|submitted) by\s.{2,50}$",
        r"(?:artikel|berita)\s+ini\s+ditulis\s+oleh\b.{0,60}$|(?:by|oleh)\s+(?:tim|redaksi|admin)\b.{0,40}$",
        r"(?:kontributor|koresponden|wartawan|\((?:ka)?biro)(?:\s\w+){1,3}\s?[:/][^\"“.]{3,60}$",
        r"kontributor\s+\w+(?:\s\w+){0,2}$|\W{0,4}penulis (?:adalah|merupakan)\b.{0,120}$",
        r"\*{1,3}\)\s?\w.{2,140}$",
        r"(?:meliput|menulis|menekuni|bergabung)\b[^,\"”]{3,90}\bsejak (?:tahun )?20\d\d\W*$",
        r"-\s+penulis\s*:|source\s*\|\s*:|\|?\s*penulis\s*\|",
        longest=160,
    ),
    Rule("tags", is_tag_line, LONGEST),
    Rule("byline", is_bare_byline, credit_lines.LONGEST),
    Rule(CLOSING_NAME, is_bare_name, credit_lines.LONGEST),
    rule(
        "notice",
        r"\W*(?:copyright\s*(?:©|\(c\)|@|by|\d{4}|antara|$)|hak cipta ©)",
        r"\W*(?:©|\(c\)\s*\d{4}|all rights reserved)|hak cipta dilindungi\b.{0,40}$",
        r"dilarang (?:keras )?(?:mengambil|mengutip|menyalin|mempublikasi|meng-?copy)",
        r"(?:(?:isi|seluruh|sebagian|setiap)\s)?(?:artikel|berita|konten|tulisan|naskah)(?:\sini)?\s"
        r"(?=.{0,120}\b(?:tanpa|izin|seizin|tautan|sumber|redaksi|laman|situs|penerbit)\b)"
        r"(?:tidak\s(?:boleh|diperkenankan|diizinkan)|tak\sboleh|jangan|dilarang)\b.{0,30}\b"
        r"di(?:salin|kutip|gandakan|perbanyak|muat\sulang|publikasikan\sulang|sebarluaskan)\b",
        r"(?:artikel|berita|konten|tulisan|video)\s+ini\s+(?:telah|sudah|pernah|juga)\s+"
        r"(?:tayang|terbit|dimuat|diterbitkan|dipublikasikan)",
        r"(?:artikel|konten|berita|tulisan) ini (?:diproduksi|(?:hasil )?kerja ?sama|"
        r"(?:adalah|merupakan) (?:hasil kerja ?sama|kerja ?sama|kiriman|rilis|opini|siaran pers))\b"
        r".{0,120}$",
        r"(?:liputan|laporan|artikel|berita|tulisan|reportase) ini (?:di(?:dukung|danai|biayai)|"
        r"mendapat dukungan|merupakan bagian)\b[^.\"”]{0,60}"
        r"\b(?:fellowship|hibah|jurnalis\w*|kolaborasi|yayasan)\b[^\"”]{0,160}$",
        r"(?:konten|artikel|berita|tulisan) ini dilindungi (?:hak cipta|undang)",
        r"[^.\"”]{0,60}\b(?:silakan|dipersilakan|boleh|dapat) (?:mengutip|menyebarluaskan|"
        r"memuat ulang)\b[^\"”]{0,80}\b(?:menyebut|mencantum|menulis)\w* sumber\b",
        r"copyright .{2,40}\b20\d\d\W*$",
        r"(?:terakhir |last )?(?:diperba(?:ha)?rui|di-?update|diterbitkan|terbit|tayang|updated)"
        r"\s*:\s*(?:\w+,? )?\d{1,2}\s\w+\s\d{4}\b.{0,160}$",
        r"(?:disclaimer|penafian|sangkalan)\b|(?:isi )?komentar (?:adalah|sepenuhnya|merupakan)\b",
        r"(?:situs|website|laman|kami)(?: web)?(?: ini)? menggunakan cookies?\b",
        r"pembaca dapat (?:mengirimkan|melaporkan) komentar",
        r"(?:catatan(?: redaksi)?\s?:\s)?"
        r"(?:(?:sebagian|seluruh|beberapa|bagian)\s(?:dari\s|isi\s)?|isi\s|terjemahan\s)?"
        r"(?:artikel|berita|konten|ringkasan|naskah|tulisan|teks|terjemahan|gambar|foto|ilustrasi)\s"
        r"(?:(?:pada|di|dalam)\s\w+\s)?ini\s(?:\w+\s)?"
        r"di(?:buat|tulis|produksi|susun|hasilkan|terjemahkan|sunting|edit|ringkas|olah|bantu|kerjakan)"
        r"\b.{0,80}(?:\bai\b|kecerdasan (?:buatan|artifisial)|chatgpt)",
        r"(?:(?:siaran|liputan|pembaruan|tayangan|laporan) langsung|live\s?(?:blog|report))\s"
        r"(?:kami |ini )?(?:telah|sudah) (?:berakhir|selesai|ditutup)\b",
        r"(?:demikian|kami (?:mengakhiri|menutup)) (?:siaran|liputan|pembaruan|laporan) langsung\b",
        r"ingatlah untuk menjaga komentar|.{0,40}berhak untuk memberi peringatan dan",
        r"(?:artikel|berita|konten) ini disediakan oleh\b",
        r"(?:editor.?s )?note\s*:\s(?:this|the) (?:article|story|report|interview)\b",
        r"(?:(?:seluruh )?isi )?(?:tulisan|artikel|opini|naskah|konten)\b[^.]{0,60}\btanggung jawab"
        r" (?:pribadi )?(?:penulis|kontributor)\b",
        r"(?:waspada|hati-hati)\w*\W+(?:\w+ )?(?:penipuan|modus)\b[^\"”]{0,160}"
        r"\b(?:laporkan|hubungi)\b[^\"”]{0,30}\d{4}",
        r"kompasiana adalah platform|catatan (?:redaksi|editor)\s*:",
        r"(?:hubungi|kontak) redaksi\b.{0,80}\S@\S",
        r"(?:artikel|konten|tulisan) ini .{0,60}\blisensi creative commons\b",
        longest=500,
    ),
    Rule("notice", _forbids_machines, 300),
    Rule("contact", is_contact, 220),
    Rule("caption", is_caption, 500),
    rule(
        "caption",
        r"\[?gambas:|\[(?:gambas|video|foto|image|caption|tayangan)[^\]]*\]$|!\[|perbesar$",
        r"infografi[ks]\W*$",
        r"lihat foto\b.{0,160}$",
        r"\W{0,3}(?:gambar|foto)\s*\d{1,2}\s*[.:]\s.{0,200}$",
        r"(?:whatsapp (?:image|video) 20\d\d-|(?:img|dsc|screenshot)[-_ ]?\d{4})[\w\s.:()-]{0,40}$",
        r"image print|header img|infografis\b.{0,80}:$",
        r"\W{0,3}(?:fh?oto|photo|gambar|ket(?:erangan)?\.?\s*(?:foto|gambar)|caption|ilustrasi|"
        r"dok(?:umentasi)?|sumber\s*(?:foto|gambar)|infografis|grafis)\s*[:/|].{0,250}$",
        r"\W*(?:(?:foto|dok)\.?\s*)?(?:istimewa|ist|ilustrasi|shutterstock|getty|dok\.?)\W*$",
        r"\(?\s*(?:foto|dok)\s*[:./].{0,120}\)$|ilustrasi\b.{0,80}\([^()]{2,60}\)$",
        r"(?:ilustrasi|foto ilustrasi)\s+\w+\.\w{2,4}$|sumber gambar.{0,100}$",
        r"--\s?[\w ./]{3,80}$",
        r"(?:simak|tonton|saksikan|lihat)\s+(?:juga\s+)?(?:video|vidio|live|siaran langsung)\b"
        r".{0,160}$",
        r"(?:video|podcast)\s*:\s(?!http).{0,120}$|(?:kredit|credit)\s*(?:foto|photo)\s*:.{0,80}$",
        r"dok(?:umentasi)?\.?\s*(?:humas|foto|pribadi)\b.{0,50}$",
        r"\(?dok\.?\s[\w. ]{2,30}/[\w.' ]{2,40}\)?$",
        longest=300,
    ),
    Rule("page fragment", is_interface, interface.LONGEST),
    Rule("page fragment", is_trail, 140),
    rule(
        "page fragment",
        r"\W*halaman\s*(?:selanjutnya|berikutnya|sebelumnya|:[\W\d]*(?:\w+\W*)?|"
        r"[\d /]+|\d+ dari \d+)?\W*$",
        r"\W*(?:\d+ dari \d+ halaman|(?:[\d ]*(?:selanjutnya|sebelumnya|berikutnya)\W*){1,3})$",
        r"(?:tentang kami|redaksi|pedoman media siber|disclaimer|kontak)"
        r"(?:\s*[|•·]\s*[\w ]{3,30}){1,9}$",
        r"(?:berikan|beri|isi|tinggalkan|tulis) (?:komentar|tanggapan|balasan)\b.{0,30}$",
        r"(?:beri(?:kan)?|isi|tinggalkan|tulis) (?:komentar|tanggapan) anda\b[^\"”]{0,90}$",
        r"(?:(?:silakan|anda harus) )?(?:login|masuk)(?: \w+)? (?:untuk|sebelum) .{3,40}$",
        r"alamat (?:e-?mail|surel) anda tidak akan|simpan nama(?:,| saya\b)",
        r"your e-?mail address will not|required fields are|notify me of|save my name",
        r"(?:situs ini (?:memakai|menggunakan)|this site uses) akismet\b",
        r"(?:(?:tentang|profil) penulis|about the author|live (?:streaming|update))\W*$",
        r"(?:(?:kecil|sedang|normal|besar)\W*){2,4}$|\d\d?:\d\d(?:\s*/\s*\d\d?:\d\d)?$",
        r"belum ada komentar\b.{0,12}$|(?:tulis|kirim) komentar\b.{0,20}$",
        r"apakah artikel ini (?:ber|mem)\w+\?",
        r"(?:putar|play|dengarkan)\s(?:audio|video|rekaman|suara|podcast)\b[^.,:\"”]{0,40}$",
        r"(?:home|beranda)\s*[>/|]|(?:article )?details?\W*$",
        r"(?:dokumen |file |unduh )?lampiran\s*:.{1,100}\.(?:pdf|docx?|xlsx?|zip)\W*$",
        r"\W*(?:baca|lihat|read|view)\b[^,.\"”]{0,40}\b(?:versi|version|dalam|in)\b[^,.\"”]{0,10}"
        r"\b(?:bahasa (?:indonesia|inggris)|english|indonesian)\b[^,.\"”]{0,20}\W*$",
        r"(?:artikel|berita|tulisan|laporan) ini (?:juga )?(?:tersedia|(?:dapat|bisa) dibaca)"
        r" dalam bahasa \w+\W*$",
        r"(?:(?:bahasa )?indonesia|english)\s*[|/]\s*(?:bahasa )?(?:indonesia|inggris|english)$",
        r"\W*(?:cetak\W+)?kirim ke teman\W.{0,40}$",
        r"click here to preview|rate artikel ini|lihat semua pos\b|view all posts\b",
        r"\W*(?:press release|siaran pers|rilis)\W*(?:(?:nomor|no)\b\W*[\w.-]*/.{0,60})?$",
        r"(?:home|beranda)$",
        r"\W*(?:untuk (?:segera )?(?:disiarkan|dipublikasikan|dirilis|diterbitkan)(?: segera)?|"
        r"for immediate release|(?:dapat )?segera disiarkan)\W*$",
        r"date \d{4}-\d\d-\d\d\b|[â€ã]{1,4}$|[()\[\]\s]{1,4}$",
        r"https?://(?:\S+/\S*-\S*-\S+|(?:bit\.ly|s\.id|cutt\.ly|tinyurl\.com|t\.me|wa\.me)/\S+)$|(?:lainnya|pemerintah|kbrn)$|@[\w.]{3,30}$",
        r"logo header\b|a\+?$|a-$|a\+ \| reset|a a(?: a)?$|\W*daftar isi\W*$",
        r"terima kasih (?:telah|sudah|atas) (?:mem)?baca|semoga (?:\w+ )?(?:ini )?bermanfaat\W*$",
        longest=140,
    ),
    rule(
        "tags",
        rf"\W*{_TAGS}\s*(?:(?:[/&|]|dan\b)\s*{_TAGS}\s*)?(?::.*)?\W*$",
        r"kategori\s+[\w&]+$|(?:posted in|filed under)\s[^.]{2,60}$",
        r"(?:#\s?[\w-]+[\s,]*){1,12}$|(?:#\s?[\w -]{2,40}){1,8}$",
        r"id\s+\w[^.]{3,200}$",
        longest=260,
    ),
    rule(
        "summary",
        r"\W*(?:ringkasan(?: berita| artikel| ai)?|inti(?:sari)?(?: berita)?|intinya sih)\W*$",
        r"\W*(?:sorotan|poin(?:-poin)?(?: penting| utama))\W*$",
        r"\W*(?:baca |simak )?(?:(?:dalam|cuma|hanya) )?\d{1,2} detik(?: saja)?\W*$",
        r"\W*(?:key (?:points?|takeaways?)|highlights?)\W*$",
        longest=40,
    ),
    rule(
        "weather",
        r"\d{1,2}(?:[.,]\d)?\s*°?\s*c\b(?:\W.{0,40})?$",
        r"jadwal (?:sh?alat|sholat|imsakiy?ah?)\b.{0,40}$|cuaca hari ini",
        r"kurs(?: rupiah| dollar)?(?: hari ini)?\W*$",
        r"(?:imsak|subuh|terbit|dh?uha|d?zh?uhur|dh?uhur|as(?:h)?ar|mag(?:h)?rib|isya)\s*:?\s*\d\d[:.]\d\d$",
        r"(?:usd|sgd|eur|jpy|myr|aud|ihsg|emas)\s*:?\s*(?:rp)?\s*[\d.,]+\W{0,3}[\d.,%]*$",
        longest=60,
    ),
    rule(
        "clock",
        rf"\W*{_DATE}(?:{_CLOCK})?(?:\W+(?:oleh|by)\s.{{3,40}})?\W*$",
        rf"(?:[^.:,]{{2,40}}\s(?:[-–|•]\s)?)?{_DATE}{_CLOCK}\W*"
        r"(?:(?:diper(?:baha|ba)rui|diupdate|updated?)\b.{0,50}|"
        r"(?:di\w+\s)?[\d.]+\s?(?:kali|x|views?|hits)\b.{0,30})?$",
        rf"(?:tanggal|hari|terbit|tayang|dipublikasikan)\s*:\s*{_DATE}(?:{_CLOCK})?\W*$",
        r"(?:by|oleh)\b(?!\s(?:karena|sebab)).{3,50}\b20\d\d\b(?:.{0,20}|\W+(?:dibaca|dilihat|hits)\b.{0,30})$",
        rf"{_DATE}{_CLOCK}\W*(?:{CREDIT})\b.{{0,50}}$",
        rf"(?:[^.:,|]{{2,40}}\s\|\s)?{_DATE}{_CLOCK}\s*\|.{{0,40}}$",
        rf"[^.:,|•]{{2,40}}+[|•]\s?{_DATE}\W*$",
        r"\d{1,2}[:.]\d{2}\s*(?:wib|wita|wit)\W*$|20\d\d-\d\d-\d\d(?:[t ][\d:.]{5,12}z?)?\W*$",
        rf"(?:di(?:tulis|posting|unggah|publikasikan|terbitkan|buat)|posted)\b.{{0,6}}[\s:]{_DATE}"
        rf"(?:(?:\W+(?:pukul|jam))?{_CLOCK})?(?:\W+(?:oleh|by|dilihat|dibaca)\b[^.,]{{0,40}})?\W*$",
        r"\d{1,2}\s+(?:detik|menit|jam|hari|minggu|bulan|hours?|days?|minutes?)\s+"
        r"(?:yang )?(?:lalu|ago)\b.{0,10}$",
        r"(?:diperbarui|diterbitkan|dipublikasikan|updated?|last updated|posted on|published on|"
        r"created on)\b(?=\D{0,25}(?:\d{1,2}(?!\d)|20\d\d-)|\W*(?:kemarin|hari ini|baru)).{0,60}$",
        rf"(?:terakhir (?:diperbarui|diubah|disunting)|tayang|terbit)\W+{_DATE}.{{0,30}}$",
        rf"{_DATE}\b[^.]{{0,60}}\b[\d.,]+\s?(?:x|views?|hits|kali di\w+)$",
        longest=100,
    ),
    Rule("link to another story", is_link, 220),
    Rule("page fragment", is_in_widget, widgets.LONGEST),
    Rule("embedded post", is_posted, LONGEST),
)

CATEGORY = re.compile(r"\W*(?:kategori|category|tags?|topik|label)\s*:\W*")
"""A bare label, in lower case; the word on the next line is what it labels."""
