"""What is written as RIS and read again is the same work."""

from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.evidence.ris import pages_of, to_ris
from resilience.importing.ris_file import ris_entries
from resilience.importing.work import work_of
from resilience.records.editorial import MirrorHosts
from resilience.records.reference import Reference


def back(works: list[Reference]) -> list[Reference]:
    read = [work_of(found, MirrorHosts(())) for found in ris_entries(to_ris(works).replace("\r\n", "\n"))]
    keys = [note.removeprefix("ID: ") for work in read for note in work.notes if note.startswith("ID: ")]
    assert [work.fault for work in read] == [""] * len(works)
    return [work.under(key).reference for work, key in zip(read, keys, strict=True)]


def test_every_work_of_a_book_comes_back() -> None:
    works = [work for work in book().references.values() if work.title]
    assert back(works) == [work.model_copy(update=changed(work)) for work in works]


def changed(work: Reference) -> dict[str, object]:
    """Give what RIS has no room for: further authors, notes as such, an address that repeats a number."""
    authors = tuple(author for author in work.authors if author != "others")
    is_number = bool(work.url) and "ncbi.nlm.nih.gov" in (work.url or "")
    return {"authors": authors, "note": None, **({"url": None} if is_number else {})}


word = st.from_regex(r"[A-Z][a-zé]{2,9}", fullmatch=True)
words = st.lists(word, min_size=1, max_size=5).map(" ".join)
number = st.integers(1, 9999).map(str)
dash = st.sampled_from(["-", "--", "–", "—", "\u2010", "−", " - ", " – "])


@given(
    kind=st.sampled_from(["article", "book", "incollection", "techreport", "phdthesis", "inproceedings"]),
    title=words,
    authors=st.lists(st.tuples(word, word).map(", ".join), max_size=4, unique=True),
    editors=st.lists(st.tuples(word, word).map(", ".join), max_size=3, unique=True),
    venue=words,
    first=number,
    last=number,
    between=dash,
)
def test_works_with_editors_and_any_dash_come_back(
    kind: str,
    title: str,
    authors: list[str],
    editors: list[str],
    venue: str,
    first: str,
    last: str,
    between: str,
) -> None:
    in_book = kind in ("incollection", "inproceedings")
    work = Reference(
        key="a",
        kind=kind,
        title=title,
        authors=tuple(authors),
        editor=" and ".join(editors) or None,
        journal=venue if kind == "article" else None,
        booktitle=venue if in_book else None,
        pages=f"{first}{between}{last}",
        pmid="123",
        pmcid="PMC456",
        url="https://example.org/a",
    )
    plain = first if first == last else f"{first}-{last}"
    assert back([work]) == [work.model_copy(update={"pages": plain})]


def test_what_is_no_range_of_pages_stays_whole() -> None:
    assert pages_of("e119–e128") == ("e119", "e128")
    assert pages_of("12-14, 20") == ("12-14, 20", "")
    assert pages_of("CD009905") == ("CD009905", "")
    assert pages_of("12-") == ("12-", "")
