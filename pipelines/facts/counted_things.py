"""How far the name of what is counted goes: "180 pegawai harian lepas", "56 pasar tradisional".

Groups of workers go on by their whole names, other things by the words that qualify them; what
is counted together belongs together: "30 atlet, pelatih, dan wasit", "71 desa dan kelurahan".
"""

import re

from pipelines.facts.group_names import group_ends
from pipelines.facts.prose import Prose
from pipelines.facts.units import is_listed, joined_ends, qualified_ends

_ALSO_SAID_AS = (
    r"(?:se(?:paruh|tengah|bagian|pertiga|perempat|tara|kitar|kira|banyak|besar|jumlah|kurang|lebih)\w*"
    r"|mayoritas|kurang|lebih|hampir)\b"
)
_JOINT = re.compile(
    rf",?\s(?P<and>dan|serta|maupun|atau(?!\s{_ALSO_SAID_AS}))\s|,\s|\s?(?P<or>/)\s?"
)
_SHORT_NAME = re.compile(r"\s?\([A-Za-z]{2,14}\)")
_PEOPLE = frozenset({"orang", "jiwa"})


def counted_ends(prose: Prose, start: int, end: int) -> int:
    """Where all that says what is counted ends. start, end: offsets of the unit found first."""
    end = _phrase_ends(prose, start, end)
    closed = end
    while prose.text[start:end] not in _PEOPLE and (joint := _JOINT.match(prose.text, end)):
        further = group_ends(prose, joint.end())
        if further is None and joint.group() != ", ":
            further = joined_ends(prose.text, joint.end())
        if further is None or (end == closed and joint.group().startswith(",") and joint["and"]):
            break
        end = _phrase_ends(prose, joint.end(), further)
        closed = end if joint["and"] or joint["or"] else closed
    return closed


def _phrase_ends(prose: Prose, start: int, end: int) -> int:
    """Where one counted thing ends with the groups and the words after it that qualify it."""
    text, group = prose.text, group_ends(prose, start)
    end = max(end, group or end)
    while text[end : end + 1] == " " and (further := group_ends(prose, end + 1)):
        group = end = further
    end = qualified_ends(text, start, end)
    short = _SHORT_NAME.match(text, end)
    if short is None or not (group or is_listed(text, start)):
        return end
    return qualified_ends(text, start, short.end())
