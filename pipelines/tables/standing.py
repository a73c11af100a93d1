"""What an event counts as, for all who count: conditions of SQL on rows of `agreements`.

An event is anything told: a plan or a campaign too. An agreement is one that was signed or runs.
"""

from typing import Literal

Kind = Literal["agreed", "new", "running", "planned", "told"]
Form = Literal["paper", "cooperation", "regulation", "commitment", "other"]

# A plan is no agreement, nor is a campaign that tells people of the programmes; where a story does
# not say what runs, it tells of none.
AGREED = "(status = 'signed' OR status = 'ongoing' AND instrument <> 'socialization')"
# What was signed and neither renews an older one nor adds to it.
NEW = "(status = 'signed' AND NOT renewal AND instrument IS NOT 'addendum')"
KINDS: dict[Kind, str] = {
    "agreed": AGREED,
    "new": NEW,
    "running": f"({AGREED} AND NOT {NEW})",
    "planned": "status = 'planned'",
    "told": f"(status IS NOT 'planned' AND NOT coalesce({AGREED}, 0))",
}
_FORMS: dict[str | None, Form] = {
    "mou": "paper",
    "pks": "paper",
    "addendum": "paper",
    "agreement": "cooperation",
    "regulation": "regulation",
    "commitment": "commitment",
}


def form_of(instrument: str | None) -> Form:
    """What kind of thing an instrument is, in the few words that a badge has room for."""
    return _FORMS.get(instrument, "other")
