"""Every format comes to the same work, whatever the encoding and the line ends, and nothing in it is lost."""

import codecs

import pytest
from tests.importing.exports import BIBTEX, COVIDENCE, EXPORTS, RAYYAN, RIS_NEW, RIS_OLD

from resilience.importing.read import open_export
from resilience.importing.text_of import FileFault
from resilience.importing.work import UNNAMED, Work, work_of
from resilience.records.editorial import MirrorHosts
from resilience.records.reference import Reference

NO_MIRRORS = MirrorHosts(())
WORK = Reference(
    key=UNNAMED,
    kind="article",
    authors=("Quillfeather, Anna B.", "Müller, Jörg"),
    year=2021,
    title="Warm rooms for older tenants: a made-up trial",
    journal="Journal of Invented Housing",
    volume="12",
    issue="3",
    pages="101-119",
    doi="10.9999/jih.2021.101",
)


def works(content: str | bytes, name: str = "export") -> list[Work]:
    given = content.encode() if isinstance(content, str) else content
    return [work_of(found, NO_MIRRORS) for found in open_export(name, given).entries]


@pytest.mark.parametrize("kind", EXPORTS)
def test_each_format_is_told_by_its_content_and_read_whole(kind: str) -> None:
    export = open_export("export.txt", EXPORTS[kind].encode())
    (work,) = (work_of(found, NO_MIRRORS) for found in export.entries)
    assert (export.format, work.fault) == (kind, "")
    assert work.reference.model_copy(update={"pmid": None}) == WORK


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (b"", "utf-16"), (b"", "cp1252")]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("kind", EXPORTS)
def test_encodings_and_line_ends_make_no_difference(kind: str, end: str, mark: bytes, encoding: str) -> None:
    (work,) = works(mark + EXPORTS[kind].replace("\n", end).encode(encoding))
    assert work.reference.model_copy(update={"pmid": None}) == WORK


def test_the_older_tags_of_ris_say_the_same() -> None:
    assert works(RIS_OLD) == works(RIS_NEW)


def test_what_has_no_field_is_kept_in_notes_and_labels_are_told() -> None:
    (work,) = works(RIS_NEW)
    assert work.notes == ("KW: warmth", "date: 2021/03/04/")
    assert work.abstract == "An abstract that goes on over two lines."
    (work,) = works(RAYYAN)
    assert work.labels == ("Ann: excluded", "Bob: included", "reason: wrong population")
    assert "note: see shelf 4" in work.notes
    (work,) = works(COVIDENCE)
    assert work.labels == ("reason: Wrong setting",)
    assert {"covidence #: #4", "study: Quillfeather 2021", "tags: warmth"} <= set(work.notes)
    (work,) = works(BIBTEX)
    assert {"key: Quillfeather:2021", "keywords: warmth"} <= set(work.notes)


BROKEN = [
    ("TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \n", 1, "no end"),
    ("TY  - JOUR\nTI  - B\nER  - \nTI  - C\n", 4, "in no entry"),
    ("TY  - JOUR\nAU  - B, C\nER  - \nTY  - JOUR\nTI  - B\nER  - \n", 1, "no title"),
    ("@article{a, title = {B} journal = {C}, year = 2020}\n", 1, "comma"),
    ("@article{a, title = {B}}\n\n@article{b, title = {C\n", 3, "can't be read"),
    ("@article{a, title = {B}, title = {C}}\n", 1, "twice"),
    ("@article{a, title = {B}}\n\narticle{b, title = {C}}\n", 3, "in no entry"),
    ('[{"title": "A"}, 3]', 2, "is no work"),
    ("PMID- 1\nTI  - B\n\nPMID- 2\nPT  - Book\n", 4, "no title"),
    ("key,title,authors,notes\n1,B,C\n2,D,E,F\n", 2, "3 cells"),
    ('key,title,authors,notes\n1,B,C,D\n2,"D,E,F\n', 3, "do not pair"),
]


@pytest.mark.parametrize(("text", "line", "said"), BROKEN)
def test_a_broken_entry_is_told_with_its_line(text: str, line: int, said: str) -> None:
    (broken,) = (work for work in works(text) if work.fault)
    assert broken.line == line
    assert said in broken.fault


@pytest.mark.parametrize("content", [b"", b"hello world", b"\x00\x01\x02\x03\x00", b"a,b,c\n1,2,3\n"])
def test_what_is_no_export_is_told(content: bytes) -> None:
    with pytest.raises(FileFault, match=r"Export the list"):
        works(content)


def test_bad_identifiers_go_to_the_notes() -> None:
    text = (
        "TY  - BOOK\nTI  - A\nPY  - in press\nSN  - 978-0-306-40615-8\nDO  - none\nUR  - C:\\a.pdf\nER  - \n"
    )
    (work,) = works(text)
    assert work.notes == ("DOI: none", "URL: C:\\a.pdf", "date: in press", "ISBN: 978-0-306-40615-8")


def test_the_address_of_a_resolver_alone_is_none_and_what_is_unread_is_told() -> None:
    text = "TY  - JOUR\nTI  - A title\nPY  - in press\nDO  - none\nUR  - https://doi.org/\nER  - \n"
    (work,) = works(text)
    assert (work.reference.url, work.reference.year, work.reference.doi) == (None, None, None)
    assert work.unread == ("the DOI “none”", "the year “in press”")
    assert {"date: in press", "DOI: none"} <= set(work.notes)
