"""Writes a report of a database into a folder."""

from pathlib import Path

from pipelines.exports.folder import aside, files_of
from pipelines.report.findings import findings
from pipelines.report.pages import Form, page
from pipelines.report.period import Period
from pipelines.serve.language import ENGLISH, INDONESIAN, Code
from pipelines.tables.database import open_to_read

_FORMS: tuple[Form, ...] = ("html", "md")


def write_report(
    db: Path, period: Period, province: str | None, language: Code, folder: Path
) -> list[Path]:
    """Write the report as HTML and as Markdown, both whole or not at all; their paths.

    province: Kemendagri code, None for all. Raises StoreError for what cannot be read, OSError.
    """
    opened = open_to_read(db)
    try:
        found = findings(opened.conn, period, province)
    finally:
        opened.close()
    name = f"report-{period.first}-{period.last}" + (f"-{province}" if province else "")
    say = INDONESIAN if language == "id" else ENGLISH
    with aside(folder) as beside:
        for form in _FORMS:
            text = page(found, form, say)
            (beside / f"{name}.{form}").write_text(text, encoding="utf-8", errors="replace")
        return files_of(beside, folder)
