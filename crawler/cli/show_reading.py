"""One reading, laid out for a person: what was found, with the words that say so, and why."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipelines.model import Agreement, Article, Figure, Page, Reading, Site, Trace

_SHOWN = 160


def show_reading(page: Page, site: Site, reading: Reading) -> None:
    """Print the reading to standard output."""
    out = Console(highlight=False, soft_wrap=True)
    detail = f" · {reading.fate_detail}" if reading.fate_detail else ""
    out.print(f"[dim]fate:[/] [bold]{reading.fate}[/]{escape(detail)}")
    out.print(f"[dim]{escape(page.url)} · site {site.key} · platform {site.platform}[/]")
    if reading.article:
        _article(out, reading.article)
    if reading.relevance:
        relevance = reading.relevance
        out.print(f"\n[bold]{relevance.label}[/] ({relevance.score:.2f})")
        for reason in relevance.reasons:
            out.print(f"  · {escape(reason)}")
    for agreement in reading.agreements:
        _agreement(out, agreement)
    _facts(out, reading)
    _why(out, reading.trace)


def _article(out: Console, article: Article) -> None:
    published = article.published_at.isoformat() if article.published_at else "not given"
    source = f" (from {article.published_source})" if article.published_source else ""
    rows = {
        "title": article.title,
        "published": published + source,
        "authors": ", ".join(article.authors),
        "editors": ", ".join(article.editors),
        "source": article.source_credit,
        "dateline": article.dateline,
        "sign-off": article.sign_off,
        "tags": ", ".join(article.tags),
        "text": f"{len(article.paragraphs)} paragraphs, {len(article.text)} characters",
    }
    out.print()
    for name, value in rows.items():
        if value:
            out.print(f"  [dim]{name:<11}[/]{escape(value)}")


def _agreement(out: Console, agreement: Agreement) -> None:
    government = agreement.government
    party = f"{government.name} ({government.code})" if government else agreement.counterpart
    renewal = ", renewal" if agreement.renewal else ""
    said = (
        agreement.status or "status not stated",
        agreement.instrument or "instrument not stated",
    )
    out.print(f"\n[bold]agreement[/] {' '.join(said)}{renewal}")
    rows = {
        "with": party,
        "office": agreement.bpjs_office,
        "date": _event_date(agreement),
        "duration": agreement.duration,
        "programmes": ", ".join(agreement.programmes),
        "quote": _short(agreement.evidence.quote),
    }
    for name, value in rows.items():
        if value:
            out.print(f"  [dim]{name:<11}[/]{escape(value)}")


def _event_date(agreement: Agreement) -> str | None:
    if agreement.event_date:
        return f"{agreement.event_date} (printed “{agreement.event_date_raw}”)"
    if agreement.event_date_raw:
        return f"not known: “{agreement.event_date_raw}” {agreement.event_date_note or ''}"
    return None


def _facts(out: Console, reading: Reading) -> None:
    rows = [("figure", _figure(figure)) for figure in reading.figures]
    rows += [("workers", f"{group.raw} → {group.group}") for group in reading.worker_groups]
    rows += [("regulation", regulation.raw) for regulation in reading.regulations]
    rows += [("official", f"{official.name}, {official.role}") for official in reading.officials]
    if rows:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for kind, value in rows:
            table.add_row(f"[dim]{kind}[/]", escape(value))
        out.print()
        out.print(table)


def _figure(figure: Figure) -> str:
    ends = (figure.value,) if figure.upper is None else (figure.value, figure.upper)
    value = "–".join(f"{end:,.0f}" if end.is_integer() else f"{end:,}" for end in ends)
    notes = [
        "about" if figure.approximate else "",
        f"as of {figure.as_of}" if figure.as_of else "",
        figure.about or "",
    ]
    return " · ".join([f"{figure.raw} = {value}", *filter(None, notes)])


def _why(out: Console, trace: Trace) -> None:
    out.print(f"\n[bold]why[/] layout: {trace.layout or 'none'}")
    for where, raw, made in trace.dates:
        out.print(f"  [dim]date[/] {escape(where)}: {escape(_short(raw))} → {escape(made)}")
    for dropped in trace.dropped:
        out.print(f"  [dim]dropped by {dropped.rule}[/] {escape(_short(dropped.line))}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
