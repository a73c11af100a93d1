"""How far an agreement is: planned, signed in this news, or in force and carried out."""

from pipelines.facts.deeds import Deed, Story, Time
from pipelines.facts.doubts import doubted
from pipelines.facts.instruments import Choice, place_weight
from pipelines.model import Instrument, Status

_NEAR = 1
_FOLLOW_UP = 0.5
"""What is planned beside something done is mostly its next step."""
_PAST, _IN_FORCE = 0.5, 2.5
_PAPERS = dict.fromkeys(("sign", "agree", "tie", "renew", "mou", "pks", "addendum", "pact"), 1.0)
_WEIGHTS: dict[Instrument, dict[str, float]] = {
    **dict.fromkeys(("mou", "pks", "addendum"), _PAPERS),
    "agreement": _PAPERS | {"ally": 0.8},
    "regulation": {"rule": 1.0, "draft": 1.0, "issue": 1.0, "sign": 1.0},
    "commitment": {"pledge": 1.0, "launch": 1.0, "commit": 1.0, "plan": 1.0}
    | {"cover": 1.0, "pay": 1.0, "card": 1.0, "ahead": 0.65},
}
"""For each instrument the deeds that tell how far it is."""
_COVER = ("cover", "pay")
_AS_SUCH = {"cover": 0.6, "pay": 0.6, "pact": 0.6, "renew": 0.5}
"""Words of a headline that tell of plans too: "Pemkab Perpanjang Kerja Sama"."""


_HEARD_FROM: dict[Status, tuple[Time, ...]] = {
    "planned": ("ahead",),
    "signed": ("done", "now"),
    "ongoing": ("back",),
}


def status_of(story: Story, choice: Choice) -> Status | None:
    """planned, signed or ongoing, from what the headline and lead say is done or to be done.

    None where they do not say it, or where other words beside it speak against it too loudly.
    """
    if choice.likely is None:
        return None
    if choice.likely == "socialization":
        return _of_a_meeting(story) if choice.sure else None
    points = _points(story, choice.likely, choice.start)
    if choice.likely == "agreement":
        points["now"] = 0.0
    if not any(points.values()):
        return None
    status = _stage(story, choice.likely, points)
    by = (
        ("done", "now")
        if choice.likely == "commitment" and status == "ongoing"
        else _HEARD_FROM[status]
    )
    return status if _stage(story, choice.likely, doubted(points, by)) == status else None


def _of_a_meeting(story: Story) -> Status:
    early = {deed.kind for deed in story.deeds if deed.paragraph <= 0}
    hopes = early & {"rakor", "ahead", "plan", "due"} and not early & {"teach", "review"}
    return "planned" if hopes else "ongoing"


def _stage(story: Story, instrument: Instrument, points: dict[Time, float]) -> Status:
    done, back = points["done"] + points["now"], points["back"]
    if instrument == "regulation":
        done, back = points["done"], points["back"] * _IN_FORCE
    if instrument == "commitment" and _is_pledged(story, "done"):
        return "signed"
    if points["ahead"] > done + 0.5 * back:
        return "planned"
    if instrument == "commitment":
        return "signed" if _is_pledged(story, "now") else "ongoing"
    return "signed" if done > _PAST * back else "ongoing"


def _points(story: Story, instrument: Instrument, offset: int) -> dict[Time, float]:
    """For each time its loudest deed in every paragraph near the top, added up."""
    weights = _WEIGHTS[instrument]
    named = {deed.paragraph for deed in story.text if deed.start == offset}
    planned = {deed.paragraph for deed in story.deeds if _is_ahead(deed, weights)}
    loudest: dict[tuple[Time, int], float] = {}
    for deed in story.deeds:
        if deed.kind in weights and (deed.paragraph <= _NEAR or deed.paragraph in named):
            time, weight = _told(deed, weights[deed.kind])
            if deed.kind in _COVER and time == "now" and deed.paragraph in planned:
                continue
            key = (time, deed.paragraph)
            loudest[key] = max(loudest.get(key, 0.0), weight)
    points: dict[Time, float] = {"done": 0.0, "now": 0.0, "ahead": 0.0, "back": 0.0}
    for (time, paragraph), weight in loudest.items():
        follows = time == "ahead" and ("done", paragraph) in loudest
        points[time] += weight * (_FOLLOW_UP if follows else 1.0)
    reviews = [deed for deed in story.deeds if deed.kind == "review" and deed.paragraph <= 0]
    points["back"] += max(map(place_weight, reviews), default=0.0)
    return points


def _is_ahead(deed: Deed, weights: dict[str, float]) -> bool:
    """Whether a deed tells of a plan, beside which a word of cover tells nothing done."""
    return deed.kind in weights and (deed.kind == "ahead" or deed.time == "ahead")


def _told(deed: Deed, weight: float) -> tuple[Time, float]:
    """What a deed says of the time, and how loudly."""
    if deed.kind == "ahead":
        return "ahead", place_weight(deed) * weight if deed.sentence == 0 else 0.0
    if deed.time in ("now", "done"):
        weight *= _AS_SUCH.get(deed.kind, 1.0)
    return deed.time, place_weight(deed) * weight


def _is_pledged(story: Story, time: Time) -> bool:
    """Whether a pledge is told to be signed, or is only named in the headline or lead."""
    return any(
        deed.kind == "pledge" and deed.time == time and (time == "done" or deed.paragraph <= _NEAR)
        for deed in story.deeds
    )
