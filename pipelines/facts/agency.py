"""The names of BPJS Ketenagakerjaan, and of the health insurer it is taken for."""

import re

from pipelines.facts.prose import Heads

_ISI = r"(?:ketenaga\s?ker?jaa?n|ketena?ga?ker[aj]*aan|tenaga\s?kerja|naker|tk)(?:nya)?"
AGENCY = re.compile(
    rf"\b(?:(?:bpjs|bjps|pbjs|bpsj|bpjps)\s?[-–]?\s?\(?{_ISI}\b"
    rf"|b\.?p\.?\s?jamsostek\b|bpjs\s?-?jamsostek\b|jamsostek\b|bpjs-?tk\b|bpjs?naker\b"
    rf"|badan\s+penyelenggara?(?:an)?\s+jaminan\s+sosial\s+(?:\(bpjs\)\s+)?{_ISI}\b)",
    re.IGNORECASE,
)
"""BPJS Ketenagakerjaan by any of its names, common misspellings among them."""

HEALTH_INSURER = re.compile(
    r"\b(?:bpjs\s?-?\s?kes(?:ehatan)?\b|jkn(?:[\s-]?kis)?\b|uhc\b|universal\s+health\s+coverage\b"
    r"|jaminan\s+kesehatan\s+nasional\b|badan\s+penyelenggara\s+jaminan\s+sosial\s+kesehatan\b)",
    re.IGNORECASE,
)
"""BPJS Kesehatan and its programme."""

AGENCY_NEAR = re.compile(r"bpjs|jamsostek|penyelenggara\s+jaminan\s+sosial", re.IGNORECASE)
"""Any short name of the agency, where it is known which of the two BPJS is meant."""

BARE_BPJS = re.compile(rf"\bbpjsk?\b(?!\s?-?\s?\(?(?:kes|{_ISI}|jamsostek))", re.IGNORECASE)
"""BPJS with nothing to say which of the two."""

SUBJECT = re.compile(
    r"\b(?:jaminan\s+sosial\s+(?:bagi\s+)?(?:para\s+)?(?:tenaga\s?kerja|pekerja)"
    r"|jaminan\s+(?:sosial\s+)?(?:\(\w+\)\s+)?ketenaga\s?kerjaan"
    r"|(?:jamsos|ppjs)\s+(?:naker|ketenagakerjaan|pekerja)|program\s+jamsostek)",
    re.IGNORECASE,
)
"""Workers' social security by its subject, without the agency's name."""

FIRST_WORDS = Heads(
    {"bpjs", "bjps", "pbjs", "bpsj", "bpjps", "b", "bp", "bpjamsostek", "jamsostek", "bpjstk"}
    | {"bpjsnaker", "bpjnaker", "bpjsk", "bpjskes", "badan", "jkn", "uhc", "universal", "jaminan"}
    | {"jamsos", "ppjs", "program", "pekerja"}
)
"""Every word that one of these names begins with."""

COVERED = re.compile(r"pekerja\s+rentan\b", re.IGNORECASE)
"""Workers whom only the agency's schemes are spoken of for."""

_RAW_SPACE = rb"(?:\s|&nbsp;|&#160;|\xc2\xa0)+"
_RAW_NAME = re.compile(
    rb"bpjs|bjps|pbjs|jamsostek|(?<=penyelenggara )jaminan sosial"
    rb"|jaminan"
    + _RAW_SPACE
    + rb"sosial"
    + _RAW_SPACE
    + rb"(?:bagi\s|\(\w{1,9}\)\s)?(?:ke)?(?:tenaga|pekerja)",
    re.IGNORECASE,
)
# b, p, j, a and m count as one letter, s and i as another: then bpjs, its misspellings, and the
# beginnings of jamsostek and jaminan are one word, and one search finds where a name may stand.
_FOLD = bytes.maketrans(bytes(range(65, 91)), bytes(range(97, 123))).translate(
    bytes.maketrans(b"bpjami", b"bbbbbs")
)
_FOLDED_SIGN = b"bbbs"


def raw_names_agency(body: bytes) -> bool:
    """Whether the bytes of a page may name the agency at all, in any ASCII-like charset."""
    plain = body.replace(b"\0", b"") if b"\0" in body[:400] else body
    if b"BPJS" in plain:
        return True  # as nearly every page that does, and found in a quarter of the time
    folded = plain.translate(_FOLD)
    at = folded.find(_FOLDED_SIGN)
    while at >= 0:
        if _RAW_NAME.match(plain, at):
            return True
        at = folded.find(_FOLDED_SIGN, at + 1)
    return False
