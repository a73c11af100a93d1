"""Provinces and kabupaten/kota: names, nicknames, Kemendagri codes, time zones."""

from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
WITA = ZoneInfo("Asia/Makassar")
WIT = ZoneInfo("Asia/Jayapura")

_WITA_PROVINCES = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}


def zone_of(province: str | None) -> ZoneInfo:
    """Time zone of a province by its Kemendagri code; WIB for a national outlet."""
    if province is None or province < "50" or province in {"61", "62"}:
        return WIB
    return WITA if province in _WITA_PROVINCES else WIT
