"""The report: what a period or a province brought, as one page to mail or print."""
