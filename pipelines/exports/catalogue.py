"""What there is: a dataset is a view (or a table) and the key of its rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset. title: what a row is. key: what tells its rows apart.

    source, columns, order: in SQL, where they are not its view, all of it, in the order of the key.
    """

    name: str
    title: str
    key: tuple[str, ...]
    source: str = ""
    columns: str = "*"
    order: str = ""

    @property
    def rows(self) -> str:
        """Where its rows are, in SQL."""
        return self.source or f"dataset_{self.name}"

    @property
    def key_text(self) -> str:
        """The key of a row as one text, in SQL."""
        return f"json_array({', '.join(self.key)})"

    def question(self, condition: str = "true") -> str:
        """All rows that fit, in an order that never changes, in SQL."""
        order = self.order or ", ".join(self.key)
        return f"SELECT {self.columns} FROM {self.rows} WHERE {condition} ORDER BY {order}"


_FACT = ("article_id", "position")
_ALL = (
    # as they lie in the file: by id it would be read here and there, ten times as long
    Dataset(
        "articles", "one row an article", ("id",),
        "articles JOIN dataset_articles USING (id)", "dataset_articles.*", "articles.rowid",
    ),
    Dataset("stories", "one row a story: all articles that tell the same text", ("id",)),
    Dataset(
        "agreements", "one row an event, with its sources and the words that say so", ("id",)
    ),
    Dataset(
        "agreement_sources", "one row an article that tells of an event, with its own values",
        _FACT,
    ),
    Dataset(
        "coverage", "one row a kabupaten or kota, also the silent ones, with its latest agreement",
        ("code",),
    ),
    Dataset("figures", "one row a counted thing, amount or share", _FACT),
    Dataset("worker_groups", "one row a group of workers who are or shall be covered", _FACT),
    Dataset("regulations", "one row a named regulation", _FACT),
    Dataset("officials", "one row a named person with a role", _FACT),
    Dataset(
        "fates", "one row an address ever found, with what became of it", ("url",), "pages",
        "url, site, fate, fate_detail, channel_kind, channel_url, found_at, settled_at", "rowid",
    ),
)  # fmt: skip
DATASETS = {dataset.name: dataset for dataset in _ALL}
