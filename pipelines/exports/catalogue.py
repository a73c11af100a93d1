"""What there is: a dataset is a view (or a table) and the key of its rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset. title: what a row is. source: a view or table. key: what tells its rows apart."""

    name: str
    title: str
    source: str
    key: tuple[str, ...]
    columns: str = "*"

    @property
    def key_text(self) -> str:
        """The key of a row as one text, in SQL."""
        return f"json_array({', '.join(self.key)})"

    def question(self, condition: str = "true") -> str:
        """All rows that fit, in an order that never changes, in SQL."""
        order = ", ".join(self.key)
        return f"SELECT {self.columns} FROM {self.source} WHERE {condition} ORDER BY {order}"


_FACT = ("article_id", "position")
_ALL = (
    Dataset("articles", "one row an article", "dataset_articles", ("id",)),
    Dataset(
        "stories", "one row a story: all articles that tell the same text",
        "dataset_stories", ("id",),
    ),
    Dataset(
        "agreements", "one row an event, with its sources and the words that say so",
        "dataset_agreements", ("id",),
    ),
    Dataset(
        "agreement_sources", "one row an article that tells of an event, with its own values",
        "dataset_agreement_sources", _FACT,
    ),
    Dataset(
        "coverage", "one row a kabupaten or kota, also the silent ones, with its latest agreement",
        "dataset_coverage", ("code",),
    ),
    Dataset("figures", "one row a counted thing, amount or share", "dataset_figures", _FACT),
    Dataset(
        "worker_groups", "one row a group of workers who are or shall be covered",
        "dataset_worker_groups", _FACT,
    ),
    Dataset("regulations", "one row a named regulation", "dataset_regulations", _FACT),
    Dataset("officials", "one row a named person with a role", "dataset_officials", _FACT),
    Dataset(
        "fates", "one row an address ever found, with what became of it", "pages", ("url",),
        "url, site, fate, fate_detail, channel_kind, channel_url, found_at, settled_at",
    ),
)  # fmt: skip
DATASETS = {dataset.name: dataset for dataset in _ALL}
