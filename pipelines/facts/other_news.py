"""What else a story may be about than cooperation: claims, how-tos, awards, court cases …"""

import re

from pipelines.facts.alternatives import by_first_letter

_OTHER_NEWS = {
    "claim": (
        r"santunan|santuni|klaim|ahli waris|manfaat jht|pencairan|cairkan|dicairkan|"
        r"beasiswa"
    ),
    "howto": (
        r"cara|cek saldo|saldo jht|tips|"
        r"begini(?! (?:kata|pesan|tanggapan|penjelasan|komentar|respons?|harapan|sikap)\b)|"
        r"simak|syarat|panduan|link|jmo|login|"
        r"ini dia|berapa|apa itu|perbedaan"
    ),
    "subsidy": r"bsu|subsidi upah|subsidi gaji|blt",
    "award": (
        r"penghargaan|award\w*|paritrana|(?<!gelar )juara|"
        r"raih|terbaik|nominasi|nominator"
    ),
    "case": (
        r"korupsi|tersangka|terdakwa|(?:meng|di|peng)?gelap(?:kan|an)|menahan|ditahan|"
        r"dipenjara|kejagung|(?<!ruang )(?<!balai )(?<!gedung )sidang|"
        r"vonis|penipuan|hoaks?|dugaan|saham|"
        r"penyidik\w*|diperiksa|gugat\w*|digugat|dilaporkan"
    ),
    "farewell": r"pamit|pamitan|berpamitan|pisah sambut|lepas sambut|dimutasi",
    "policy": (
        r"iuran naik|tarif|diskon|relaksasi|dividen|laba|"
        r"(?:dana|hasil|pengelolaan) investasi|investasi (?:dana|bpjs|jamsostek|jht)|dirut baru|"
        r"dewas|permenaker|usia pensiun|jaminan pensiun|dana kelolaan|"
        r"buruh (?:demo|geruduk|tolak)|demo\w*|unjuk rasa|geruduk|mogok|dpr ri"
    ),
    "complaint": (
        r"(?:belum|tidak|tak) (?:di)?(?:daftar\w*|terdaftar|dapat\w*|ikut\w*|punya|"
        r"memiliki|mendaftarkan|tahu|patuh|terlindungi|dilindungi)|keluhkan|keluhan|"
        r"pertanyakan|abai|pelanggaran|sidak|mangkir|kritik|(?:dprd?|dewan|komisi \w+) "
        r"(?:\w+ ){0,2}(?:soroti|minta|desak|ingatkan)|hearing|rdp|dengar pendapat"
    ),
    "vacancy": r"lowongan|loker|rekrut\w*|magang dibuka|seleksi calon",
    "arrears": (
        r"tunggak|ditunggak|tertunggak|menunggak|nunggak|tunggakan|penunggak|piutang iuran|nakal|"
        r"bandel|membandel"
    ),
    "housing": r"perumahan|rumah (?:subsidi|untuk pekerja|bagi pekerja|pekerja)|kpr|mlt",
    "visit": (
        r"kunjungan kerja|studi banding|donor darah|hari pelanggan|halal bihalal|"
        r"berbagi takjil|bagi(?:kan)? takjil|senam|jalan sehat|"
        r"sembako|kurban|mudik gratis|fun run|promotif|gathering|"
        r"(?:bantuan|serahkan|salurkan) csr|taman(?! (?:kanak|pendidikan|pengajian))|"
        r"(?:peresmian|meresmikan|resmikan) (?:(?:gedung|kantor|baru) )+(?:bpjs|bp\s?jamsostek)"
    ),
    "campaign": (
        r"paslon|pasangan calon|cabup|cawabup|cagub|cawagub|cawali|cawawali|cawalkot|debat publik|"
        r"calon (?:wakil )?(?:bupati|wal[iy]\s?kota|gubernur)"
    ),
}
_KINDS = {kind: re.compile(rf"(?:{words})\b") for kind, words in _OTHER_NEWS.items()}
_ANY = re.compile(rf"\W(?:{by_first_letter('|'.join(_OTHER_NEWS.values()))})\b")
SAYS = {
    "claim": "a claim or benefit paid",
    "howto": "a how-to",
    "subsidy": "the wage subsidy",
    "award": "an award",
    "case": "a court case or dispute",
    "farewell": "somebody who leaves",
    "policy": "national policy or the agency's money",
    "complaint": "workers left out, or a complaint",
    "vacancy": "a vacancy",
    "arrears": "contributions in arrears",
    "housing": "houses for members",
    "visit": "an event of the agency's own",
    "campaign": "what candidates promise",
}
"""Each kind of other news in words."""


def other_news(text: str) -> tuple[str, str] | None:
    """The first other news that a text behind a blank tells, as its kind and the words."""
    found = _ANY.search(text)
    if found is None:
        return None
    start = found.start() + 1
    kind = next(kind for kind, words in _KINDS.items() if words.match(text, start))
    return kind, found.group()[1:]
