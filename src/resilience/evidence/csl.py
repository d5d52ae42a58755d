"""CSL-JSON, the format of citation processors, written.

The fields: https://github.com/citation-style-language/schema
"""

import json
from collections.abc import Iterable
from typing import Any

from resilience.records.reference import Reference

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "techreport": "report",
    "phdthesis": "thesis",
    "online": "webpage",
    "unpublished": "manuscript",
}
"""Types by kinds of works, as BibTeX calls them; any other is a `document`."""


def to_csl(works: Iterable[Reference]) -> str:
    """Write works as a list of CSL-JSON, in the order given."""
    return f"{json.dumps([csl_item(work) for work in works], indent=2, ensure_ascii=False)}\n"


def csl_item(work: Reference) -> dict[str, Any]:
    """Describe a work for a citation processor; what was not seen is absent."""
    fields = {
        "title": work.title,
        "container-title": work.journal or work.booktitle,
        "publisher": work.publisher,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "ISBN": work.isbn,
        "DOI": work.doi,
        "PMID": work.pmid,
        "PMCID": work.pmcid,
        "URL": work.link,
        "note": work.note,
    }
    authors = [name_parts(author) for author in work.named_authors]
    return {
        "id": work.key,
        "type": _TYPES.get(work.kind, "document"),
        **({"author": authors} if authors else {}),
        **({"issued": {"date-parts": [[work.year]]}} if work.year else {}),
        **{name: value for name, value in fields.items() if value},
    }


def name_parts(author: str) -> dict[str, str]:
    """Part a name as it stands in a reference: `Family, Given`, or a body as a whole."""
    family, comma, given = author.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": author}
