"""The names of BPJS Ketenagakerjaan, and of the health insurer it is taken for."""

import re

_ISI = r"(?:ketenaga\s?ker?jaa?n|ketena?ga?ker[aj]*aan|tenaga\s?kerja|naker|tk)"
AGENCY = re.compile(
    rf"\b(?:(?:bpjs|bjps|pbjs|bpsj|bpjps)\s?[-–]?\s?\(?{_ISI}\b"
    rf"|b\.?p\.?\s?jamsostek\b|bpjs\s?-?jamsostek\b|jamsostek\b|bpjs-?tk\b|bpjs?naker\b"
    rf"|badan\s+penyelenggara?\s+jaminan\s+sosial\s+(?:\(bpjs\)\s+)?{_ISI}\b)",
    re.IGNORECASE,
)
"""BPJS Ketenagakerjaan by any of its names, common misspellings among them."""

HEALTH_INSURER = re.compile(
    r"\b(?:bpjs\s?-?\s?kes(?:ehatan)?\b|jkn(?:[\s-]?kis)?\b|uhc\b|universal\s+health\s+coverage\b"
    r"|jaminan\s+kesehatan\s+nasional\b|badan\s+penyelenggara\s+jaminan\s+sosial\s+kesehatan\b)",
    re.IGNORECASE,
)
"""BPJS Kesehatan and its programme."""

BARE_BPJS = re.compile(rf"\bbpjsk?\b(?!\s?-?\s?\(?(?:kes|{_ISI}|jamsostek))", re.IGNORECASE)
"""BPJS with nothing to say which of the two."""

SUBJECT = re.compile(
    r"\b(?:jaminan\s+sosial\s+(?:(?:bagi\s+)?(?:para\s+)?(?:tenaga\s?kerja|pekerja)"
    r"|ketenaga\s?kerjaan)"
    r"|jamsos\s+(?:naker|ketenagakerjaan|pekerja)|program\s+jamsostek)",
    re.IGNORECASE,
)
"""Workers' social security by its subject, without the agency's name."""

FIRST_WORDS = frozenset(
    {"bpjs", "bjps", "pbjs", "bpsj", "bpjps", "b", "bp", "bpjamsostek", "jamsostek", "bpjstk"}
    | {"bpjsnaker", "bpjnaker", "bpjsk", "bpjskes", "badan", "jkn", "uhc", "universal", "jaminan"}
    | {"jamsos", "program", "pekerja"}
)
"""Every word that one of these names begins with."""

COVERED = re.compile(r"pekerja\s+rentan\b", re.IGNORECASE)
"""Workers whom only the agency's schemes are spoken of for."""

_RAW_SIGNS = (b"bpjs", b"bjps", b"pbjs", b"jamsostek", b"penyelenggara jaminan sosial")
_RAW_SUBJECT = re.compile(
    rb"jaminan(?:\s|&nbsp;|&#160;|\xc2\xa0)+sosial(?:\s|&nbsp;|&#160;|\xc2\xa0)+(?:bagi\s)?"
    rb"(?:ke)?(?:tenaga|pekerja)"
)


def raw_names_agency(body: bytes) -> bool:
    """Whether the bytes of a page may name the agency at all, in any ASCII-like charset."""
    plain = (body.replace(b"\0", b"") if b"\0" in body[:400] else body).lower()
    return any(sign in plain for sign in _RAW_SIGNS) or bool(_RAW_SUBJECT.search(plain))
