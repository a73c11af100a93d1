"""The layouts of every platform; the first at home whose body is there reads the page."""

from functools import cache

from pipelines.layout import Layout
from pipelines.layouts import (
    antara,
    detik,
    disway,
    government,
    jpnn,
    kompas,
    liputan6,
    mediaindonesia,
    merdeka,
    nationals,
    okezone,
    promedia,
    republika,
    tribun,
    viva,
    wordpress,
)
from pipelines.layouts.generic import GENERIC

__all__ = ["GENERIC", "every_layout", "layouts_for", "own_layouts"]

_BY_PLATFORM: dict[str, tuple[Layout, ...]] = {
    "tribun": tribun.LAYOUTS,
    "disway": disway.LAYOUTS,
    "bacakoran": disway.LAYOUTS,
    "mediaindonesia": mediaindonesia.LAYOUTS,
    "antara": antara.LAYOUTS,
    "kompas": kompas.LAYOUTS,
    "detik": detik.LAYOUTS,
    "promedia": promedia.LAYOUTS,
    "prmn": promedia.LAYOUTS,
    "jawapos": promedia.LAYOUTS,
    "liputan6": liputan6.LAYOUTS,
    "merdeka": merdeka.LAYOUTS,
    "okezone": okezone.LAYOUTS,
    "viva": viva.LAYOUTS,
    "republika": republika.LAYOUTS,
    "suara": nationals.SUARA,
    "tempo": nationals.TEMPO,
    "kapanlagi": nationals.KAPANLAGI,
    "rri": nationals.RRI,
    "inews": nationals.INEWS,
    "bisnis": nationals.BISNIS,
    "jpnn": jpnn.LAYOUTS,
    "wordpress": wordpress.LAYOUTS,
    "government": government.LAYOUTS,
}


@cache
def layouts_for(platform: str) -> tuple[Layout, ...]:
    """The layouts of a platform, then those of all others.

    A site may have changed its system, and a page of an unknown site is usually made by a known
    one, so the others are tried too.
    """
    return tuple(dict.fromkeys((*own_layouts(platform), *every_layout())))


def own_layouts(platform: str) -> tuple[Layout, ...]:
    """The layouts of a platform, tried wherever a site is known to be its own."""
    return _BY_PLATFORM.get(platform, ())


def every_layout() -> tuple[Layout, ...]:
    """The layouts of all platforms, each once."""
    return tuple(dict.fromkeys(layout for layouts in _BY_PLATFORM.values() for layout in layouts))
