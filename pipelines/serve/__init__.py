"""The pages of `pantau serve`: Datasette on the live database, with pages of our own in front.

`app.py` puts it together · `plugin.py` Datasette's hooks and our addresses · `connection.py` what a
question may do · `metadata.py` how Datasette's own pages show the tables · `overview.py`,
`search.py`, `place.py`, `story.py`, `dashboard.py` one page each, as a question to the database ·
`coverage.py`, `tilemap.py`, `charts.py`, `highlight.py` their pure parts · `language.py` with
`words.toml` what they say in Indonesian and English · `templates/`, `static/` how they look.
"""
