"""A report as a page: one HTML file that needs nothing else, or Markdown."""

import re
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipelines.regions import bare_name
from pipelines.report.findings import Findings
from pipelines.serve import charts, tilemap
from pipelines.serve.language import Language
from pipelines.serve.visible import visible

Form = Literal["html", "md"]

_OF_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
STATUSES = ("signed", "ongoing", "planned", "unsaid")
_HERE = Path(__file__).with_name("templates")
_SHARED = Path(__file__).parents[1] / "serve" / "templates"
_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")


def page(report: Findings, form: Form, say: Language) -> str:
    """The text of the report in a form and a language."""
    template = _environment(form).get_template(f"report.{form}")
    return template.render(
        report=report,
        say=say,
        title=title(report, say),
        map=() if report.province else _map(report),
        columns=charts.stacked_columns(report.months, STATUSES),
        statuses=STATUSES,
        style=Markup((_HERE / "report.css").read_text()),
        bare=bare_name,
    )


def title(report: Findings, say: Language) -> str:
    """Its headline: where, from when to when."""
    where = bare_name(report.province.own.region.name) if report.province else "Indonesia"
    first, last = (say.day(day.isoformat()) for day in (report.period.first, report.period.last))
    return say("report.title", where=where, first=first, last=last)


def plain(value: Any) -> str:
    """Text of strangers as Markdown that says just that text, within a line."""
    return _MARKS.sub(r"\\\1", " ".join(str(visible(value)).split()))


def _map(report: Findings) -> tuple[tilemap.Tile, ...]:
    return tilemap.tiles(report.provinces, "coverage", report.period.last)


def _environment(form: Form) -> Environment:
    made = Environment(
        loader=FileSystemLoader((_HERE, _SHARED)),
        autoescape=form == "html",
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["plain"] = plain
    made.filters["address"] = partial(quote, safe=_OF_ADDRESS)
    return made
