"""A small story of our own, on a Tribun page and on a page of no known system. Synthetic."""

from pipelines.model import Site

TRIBUN = Site("fiksi", "Tribun Fiksi", "tribun", province="73")
URL = "https://fiksi.tribunnews.com/2024/03/12/sungai-madu-lindungi-perangkat-desa"
FIRST = (
    "TRIBUNFIKSI.COM, MAKASSAR - Bupati meneken perjanjian dengan BPJS Ketenagakerjaan hari itu."
)
SECOND = (
    "Iuran perangkat desa dibayar dari anggaran pendapatan dan belanja daerah sejak Januari lalu."
)
THIRD = "Kepala cabang menyebut kepesertaan berlaku setelah data diserahkan oleh setiap kecamatan."


def tribun(*paragraphs: str, head: str = "", around: str = "") -> bytes:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<html><head><title>Judul</title>{head}</head><body><div id='article'>"
        f"<h1 id='arttitle'>Judul</h1>{around}<div id='article_con'>"
        f"<div class='side-article txt-article'>{body}</div></div></div></body></html>"
    ).encode()


def bare(between: str, after: str = "") -> bytes:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    return f"<html><body>{between}<div class='teks'>{story}</div>{after}</body></html>".encode()
