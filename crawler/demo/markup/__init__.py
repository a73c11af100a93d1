"""The publishing systems' markup: one module a system, `article(view)` gives the page."""
