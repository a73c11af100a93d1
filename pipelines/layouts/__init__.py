"""The layouts of every platform; the first whose body is there reads the page."""

from pipelines.layout import Layout
from pipelines.layouts import disway, mediaindonesia, tribun, wordpress
from pipelines.layouts.generic import GENERIC

__all__ = ["GENERIC", "layouts_for"]

_BY_PLATFORM: dict[str, tuple[Layout, ...]] = {
    "tribun": tribun.LAYOUTS,
    "disway": disway.LAYOUTS,
    "mediaindonesia": mediaindonesia.LAYOUTS,
    "wordpress": wordpress.LAYOUTS,
}


def layouts_for(platform: str) -> tuple[Layout, ...]:
    """The layouts of a platform, then those of all others.

    A site may have changed its system, and a page of an unknown site is usually made by a known
    one, so the others are tried too.
    """
    own = _BY_PLATFORM.get(platform, ())
    others = (layout for layouts in _BY_PLATFORM.values() for layout in layouts)
    return (*own, *(layout for layout in others if layout not in own))
