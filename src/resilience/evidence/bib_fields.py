"""Fields and types of BibTeX and biblatex: what we keep, other names of it, and what nothing shows."""

BEFORE_YEAR = {
    "editor": "editor",
    "title": "title",
    "journal": "journal",
    "booktitle": "booktitle",
    "publisher": "publisher",
}
AFTER_YEAR = {
    "volume": "volume",
    "number": "issue",
    "pages": "pages",
    "isbn": "isbn",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "url": "url",
    "note": "note",
}
FIELDS = {**BEFORE_YEAR, **AFTER_YEAR}
"""Our names of BibTeX's fields; authors and year are read on their own."""
KNOWN_FIELDS = ("author", *BEFORE_YEAR, "year", *AFTER_YEAR)
"""What an entry may hold, in the order in which we write it."""
VERBATIM = ("doi", "url")

OTHER_NAMES = {
    "authors": "author",
    "editors": "editor",
    "journaltitle": "journal",
    "fulljournal": "journal",
    "maintitle": "booktitle",
    "date": "year",
    "issue": "number",
    "eid": "pages",
    "article-number": "pages",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "organisation": "publisher",
    "pmc": "pmcid",
}
"""Fields that say the same as one of ours, chiefly of biblatex; a field of our own name goes first."""

EPRINTS = {"pubmed": "pmid", "pmid": "pmid", "pmc": "pmcid", "pmcid": "pmcid", "doi": "doi"}
"""The field that holds what `eprint` names, by `eprinttype` or `archiveprefix`."""
EPRINT_ADDRESSES = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "hdl": "https://hdl.handle.net/",
}

_UNUSED = """
abstract accessdate accessed accession-number added-at address affiliation affiliations annotation annote
archive archiveprefix arxivid author-email author_keywords bdsk-file-1 bdsk-file-2 bdsk-url-1 bdsk-url-2
biburl bibsource chapter citation-subset citeulike-article-id coden collaborator comment cited-references
copyright country creationdate date-added date-modified day dimensions doc-delivery-number document_type
edition entrysubtype eprint eprintclass eprinttype eprinttype ids institutionid eissn eventdate
eventtitle file folder funding funding-acknowledgement funding-text groups howpublished id interhash
intrahash isrn issn issn-e issue_date issuetitle journal-iso journalabbrev journal_abbrev journalsubtitle
key keyword keywords keywords-plus langid language lastchecked lccn local-url location lr mesh
modificationdate month mrclass mrnumber nationality nlm numpages oa options organizationid origdate
origlanguage owner pagetotal part pdf place ppn priority primaryclass publication_status publication_type
pubstate qualityassured ranking readstatus related relatedtype research-areas review reviewer rights
series shortauthor shortjournal shorttitle sjournal source size support subject subtype tags timestamp
times-cited toc translator type unique-id urldate username usera userb venue version visited volumes
web-of-science-categories web-of-science-index worktype year_ researcherid-numbers orcid-numbers
number-of-cited-references usage-count-last-180-days usage-count-since-2013 journal-abbreviation
abbrev_source_title booksubtitle titleaddon
"""
UNUSED = frozenset(_UNUSED.split())
"""Fields of reference managers and of biblatex that no page shows."""

INHERITING = frozenset(("crossref", "xdata", "xref"))
"""Fields by which an entry takes values from another, which we do not follow."""
FIELD_NAMES = frozenset((*KNOWN_FIELDS, *OTHER_NAMES, *UNUSED, *INHERITING))
"""All names of fields that anybody writes."""

KINDS = (
    "article",
    "book",
    "booklet",
    "conference",
    "inbook",
    "incollection",
    "inproceedings",
    "manual",
    "mastersthesis",
    "misc",
    "phdthesis",
    "proceedings",
    "techreport",
    "unpublished",
)
"""The types of BibTeX."""
OTHER_KINDS = {
    "report": "techreport",
    "thesis": "phdthesis",
    "online": "misc",
    "electronic": "misc",
    "www": "misc",
    "webpage": "misc",
    "dataset": "misc",
    "software": "misc",
    "audio": "misc",
    "video": "misc",
    "legislation": "misc",
    "patent": "misc",
    "periodical": "book",
    "collection": "book",
    "mvbook": "book",
    "mvcollection": "book",
    "reference": "book",
    "inreference": "incollection",
    "bookinbook": "inbook",
    "suppbook": "inbook",
    "mvproceedings": "proceedings",
    "suppperiodical": "article",
    "review": "article",
}
"""Types of biblatex and of programs, by that of BibTeX which means the same."""


def our_kind(kind: str) -> str:
    """Give the type of BibTeX that a type means; one that nobody knows is `misc`."""
    return kind if kind in KINDS else OTHER_KINDS.get(kind, "misc")
