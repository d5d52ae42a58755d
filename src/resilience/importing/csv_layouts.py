"""The tables that reference managers and screening tools write, each told by the columns that only it has."""

from collections.abc import Mapping
from typing import NamedTuple

_ZOTERO_KINDS = {
    "journalarticle": "article",
    "magazinearticle": "article",
    "newspaperarticle": "article",
    "book": "book",
    "booksection": "incollection",
    "conferencepaper": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "webpage": "online",
    "blogpost": "online",
    "manuscript": "unpublished",
}
_SCOPUS_KINDS = {
    "article": "article",
    "review": "article",
    "editorial": "article",
    "letter": "article",
    "note": "article",
    "short survey": "article",
    "article in press": "article",
    "book": "book",
    "book chapter": "incollection",
    "conference paper": "inproceedings",
    "report": "techreport",
}


class Layout(NamedTuple):
    """Columns in small letters; what is not named is kept as it stands."""

    name: str
    told_by: frozenset[str]
    """Columns that must be there."""
    columns: Mapping[str, str]
    """Our name of each column."""
    kind_column: str = ""
    kinds: Mapping[str, str] = {}


LAYOUTS = (
    Layout(
        "Covidence CSV",
        frozenset(("title", "covidence #")),
        {
            "title": "title",
            "authors": "authors",
            "published year": "date",
            "journal": "journal",
            "volume": "volume",
            "issue": "issue",
            "pages": "pages",
            "doi": "doi",
            "abstract": "abstract",
            "notes": "note",
            "status": "label",
            "exclusion reason": "label",
        },
    ),
    Layout(
        "Zotero CSV",
        frozenset(("item type", "publication title")),
        {
            "title": "title",
            "author": "authors",
            "publication year": "date",
            "date": "date",
            "publication title": "journal",
            "publisher": "publisher",
            "volume": "volume",
            "issue": "issue",
            "pages": "pages",
            "isbn": "isbn",
            "issn": "dropped",
            "doi": "doi",
            "url": "url",
            "abstract note": "abstract",
            "notes": "note",
            "extra": "note",
            "key": "dropped",
            "date added": "dropped",
            "date modified": "dropped",
            "access date": "dropped",
            "file attachments": "dropped",
            "link attachments": "dropped",
        },
        "item type",
        _ZOTERO_KINDS,
    ),
    Layout(
        "Scopus CSV",
        frozenset(("title", "source title")),
        {
            "title": "title",
            "authors": "authors",
            "year": "date",
            "source title": "journal",
            "volume": "volume",
            "issue": "issue",
            "art. no.": "pages",
            "page start": "first_page",
            "page end": "last_page",
            "doi": "doi",
            "isbn": "isbn",
            "issn": "dropped",
            "pubmed id": "pmid",
            "publisher": "publisher",
            "editors": "editor",
            "abstract": "abstract",
            "link": "dropped",
        },
        "document type",
        _SCOPUS_KINDS,
    ),
    Layout(
        "Rayyan CSV",
        frozenset(("key", "title", "authors", "notes")),
        {
            "title": "title",
            "authors": "authors",
            "year": "date",
            "journal": "journal",
            "issn": "dropped",
            "volume": "volume",
            "issue": "issue",
            "pages": "pages",
            "doi": "doi",
            "pubmed_id": "pmid",
            "pmc_id": "pmcid",
            "url": "url",
            "publisher": "publisher",
            "abstract": "abstract",
            "notes": "note",
            "key": "dropped",
        },
    ),
    *(
        Layout(
            "ASReview CSV",
            frozenset((title, label)),
            {
                title: "title",
                "authors": "authors",
                "author names": "authors",
                "first_authors": "authors",
                "year": "date",
                "publication_year": "date",
                "journal": "journal",
                "journal_name": "journal",
                "secondary_title": "journal",
                "volume": "volume",
                "number": "issue",
                "pages": "pages",
                "start_page": "first_page",
                "end_page": "last_page",
                "doi": "doi",
                "url": "url",
                "abstract": "abstract",
                "abstract note": "abstract",
                "notes_abstract": "abstract",
                "notes": "note",
                "record_id": "dropped",
                label: "included",
                "asreview_prior": "dropped",
                "asreview_ranking": "dropped",
            },
        )
        for title in ("title", "primary_title")
        for label in ("asreview_label", "included", "final_included", "label_included", "label")
    ),
)


def layout_of(columns: frozenset[str]) -> Layout | None:
    """Give the layout of a table by its columns in small letters; the first that fits."""
    return next((layout for layout in LAYOUTS if layout.told_by <= columns), None)
