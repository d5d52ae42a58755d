"""Works come back from BibTeX as they went in, whatever signs they hold."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence import EvidenceBase
from resilience.evidence.bib_form import in_form
from resilience.evidence.bibtex import read_bibtex
from resilience.evidence.works import read_references, write_bibtex
from resilience.records.plain import HIDDEN
from resilience.records.reference import Reference


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


SPECIAL = "{}\\&%#$_~^@\"'`-?!,= "
SEEN = st.characters(exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn")).filter(
    lambda one: not HIDDEN.search(one)
)
LETTERS = SEEN | st.sampled_from(SPECIAL)
TEXT = st.text(LETTERS, max_size=30).map(lambda text: composed(" ".join(text.split()))).filter(bool)
VERBATIM = st.text(
    st.characters(codec="ascii", exclude_characters='{}\\<>"\x7f', min_codepoint=33), min_size=1
)
SLUG = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
WORKS = st.builds(
    Reference,
    key=SLUG,
    kind=st.sampled_from(["article", "book", "misc", "techreport"]),
    authors=st.lists(TEXT | st.just("Smith, A.") | st.just("Rock and Roll"), max_size=4).map(tuple),
    year=st.none() | st.integers(1800, 2100),
    title=st.none() | TEXT,
    journal=st.none() | TEXT,
    pages=st.none() | TEXT,
    doi=st.none() | VERBATIM,
    url=st.none() | VERBATIM.map(lambda rest: f"https://example.org/{rest}"),
    note=st.none() | TEXT,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bibliography") / "references.bib"


@given(works=st.lists(WORKS, max_size=4, unique_by=lambda work: work.key))
def test_round_trip(path: Path, works: list[Reference]) -> None:
    references = {work.key: work for work in works}
    path.write_text(write_bibtex(references), encoding="utf-8")
    assert read_references(path) == references


def test_works_of_a_book_come_back(frozen: EvidenceBase, path: Path) -> None:
    path.write_text(write_bibtex(frozen.references), encoding="utf-8")
    assert read_references(path) == frozen.references


@pytest.mark.parametrize("kind", ["", "two words", "Article", "article{x", "artícle"])
def test_a_kind_is_one_word(kind: str) -> None:
    work = Reference.model_construct(key="a", kind=kind)
    with pytest.raises(ValueError, match="no single word"):
        write_bibtex({"a": work})


@pytest.mark.parametrize("doi", ["10.1/{x}", "10.1/x\\y", "10.1/x\ny"])
def test_a_doi_that_bibtex_cannot_keep_is_refused(doi: str) -> None:
    with pytest.raises(ValueError, match="which BibTeX can't keep"):
        write_bibtex({"a": Reference(key="a", kind="article", doi=doi)})


@pytest.mark.parametrize(
    ("field", "authors"),
    [
        ("Mead, N. and Howel, D.", ("Mead, N.", "Howel, D.")),
        ("{Department of Warm and Dry Homes}", ("Department of Warm and Dry Homes",)),
        ("{Rock and Roll} and Mead, N. and others", ("Rock and Roll", "Mead, N.", "others")),
        ("Anderson, A.", ("Anderson, A.",)),
        ("", ()),
    ],
)
def test_authors(path: Path, field: str, authors: tuple[str, ...]) -> None:
    path.write_text(f"@article{{a, author = {{{field}}}}}\n", encoding="utf-8")
    assert read_references(path)["a"].authors == authors


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@article{a, title = {x}}\n\n@article{a, title = {y}}\n", "line 3: "),
        ("@article{a, title = {x}}\n\n@article{b, title = {y}\n", "line 3: "),
    ],
)
def test_what_cannot_be_read_has_a_line(path: Path, text: str, message: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_references(path)


UNORDERED = """% about b
@article{b-2020,
  title = {B},
}

@article{a-2020,
  title = {A},
}
"""


def test_order() -> None:
    assert in_form(UNORDERED).text == (
        "@article{a-2020,\n  title = {A},\n}\n\n% about b\n@article{b-2020,\n  title = {B},\n}\n"
    )


def test_macros_stand_before_all_and_in_their_order() -> None:
    macros = '@string{x = "X"}\n% about y\n@string{y = x}\n'
    text = f"@article{{b, journal = y}}\n{macros}@article{{a, title = {{A}}}}\n"
    head = '@string{x = "X"}\n% about y\n@string{y = x}\n\n'
    assert in_form(text).text == f"{head}@article{{a, title = {{A}}}}\n\n@article{{b, journal = y}}\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@article{a, title = {A}}\n\n\n@article{b, title = {B}}",
        "@article{b, title = {B}}\n@article{a, title = {A}\n",
        "@article{b, title = {B} journal = {J}}\n@article{a, title = {A}}\n",
        "@article{b, journal = bmj}\n@article{a, title = {A}}\n",
    ],
    ids=["empty", "in order", "broken", "a comma short", "no such macro"],
)
def test_what_needs_no_order_or_cannot_have_one_stays(text: str) -> None:
    assert in_form(text) == (text, ())


@given(st.lists(WORKS, max_size=5, unique_by=lambda work: work.key))
def test_ordering_loses_nothing(path: Path, works: list[Reference]) -> None:
    text = "\n".join(write_bibtex({work.key: work}) for work in works)
    ordered = in_form(text).text
    assert in_form(ordered).text == ordered
    assert [entry.key for entry in read_bibtex(ordered).entries] == sorted(work.key for work in works)


def test_the_works_of_a_book_are_in_form(frozen: EvidenceBase) -> None:
    text = (frozen.folder / "references.bib").read_text("utf-8")
    assert in_form(text) == (text, ())
