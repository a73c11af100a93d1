"""The card of a published dataset: what `datasets.load_dataset` and the reader of a hub need."""

from collections.abc import Sequence
from typing import Any

from pipelines.exports.package import DESCRIPTION, LICENCE

DEFAULT = "agreements"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def card(package: dict[str, Any], *, with_text: bool) -> str:
    """README.md of a folder of Parquet files, with a configuration a dataset."""
    # a configuration without rows is an error to `load_dataset`
    told = package["resources"]
    resources = [resource for resource in told if resource["rows"]] or told
    texts = (
        "The file `articles` carries the publishers' texts: keep it to yourselves."
        if with_text
        else "It carries no article texts: facts, quotes of at most two hundred characters, "
        "headlines and links."
    )
    return f"""---
{_front_matter(resources)}---

# {package["title"]}

{DESCRIPTION}

{texts}

| configuration | a row | rows |
|---|---|--:|
{"".join(f"| `{_config(r)}` | {r['title']} | {r['rows']} |" + chr(10) for r in resources)}
```python
from datasets import load_dataset

agreements = load_dataset("path/to/this/folder", "{_default(resources)}", split="train")
```

## Where it comes from

Read by rules, not by people, from public pages of {len(package["sources"])} news sites, published \
from {_day(package["published_from"])} to {_day(package["published_until"])} and read until \
{_day(package["data_until"])}, by {package["made_by"]}. A value that a page does not give is null. \
`datapackage.json` says what every column means, with the sites, the counts and the checksums.

Times are instants: `*_utc` in UTC, the others shown in Asia/Jakarta; `published_offset` is the \
offset that the page itself had.

## Licence

{LICENCE}. Check a fact at its source before you rely on it: every row has the link.
"""


def _front_matter(resources: Sequence[dict[str, Any]]) -> str:
    most = max((r["rows"] for r in resources), default=0)
    size = next((name for limit, name in _SIZES if most < limit), "1M<n<10M")
    lines = [
        "language:", "- id", "license: other", "license_name: facts-and-short-quotes",
        "pretty_name: Pantau Jamsos", "size_categories:", f"- {size}",
        "tags:", "- indonesia", "- news", "- social-security", "configs:",
    ]  # fmt: skip
    for r in resources:
        lines += [f"- config_name: {_config(r)}", f"  data_files: {r['path']}"]
        lines += ["  default: true"] if _config(r) == _default(resources) else []
    return "".join(f"{line}\n" for line in lines)


def _config(resource: dict[str, Any]) -> str:
    return str(resource["path"].removesuffix(".parquet"))


def _default(resources: Sequence[dict[str, Any]]) -> str:
    names = [_config(resource) for resource in resources]
    return DEFAULT if DEFAULT in names else names[0]


def _day(time: str | None) -> str:
    return time[:10] if time else "an unknown day"
