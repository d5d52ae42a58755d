"""CSL-JSON, the format of citation processors: a list of works, or one under `items`.

The fields: https://github.com/citation-style-language/schema
"""

import json
from collections.abc import Iterator
from typing import Any

from resilience.importing.found import Found
from resilience.importing.text_of import FileFault

_NAMES = {
    "title": "title",
    "container-title": "journal",
    "container-title-short": "journal",
    "publisher": "publisher",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "ISBN": "isbn",
    "ISSN": "dropped",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "URL": "url",
    "note": "note",
    "abstract": "abstract",
    "accessed": "dropped",
}
_KINDS = {
    "article": "misc",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "webpage": "online",
    "post-weblog": "online",
    "manuscript": "unpublished",
}


def csl_entries(text: str) -> Iterator[Found]:
    """Read the works of a CSL-JSON file; the line of each is its number in the list.

    Raises FileFault where the text is no JSON or holds no list of works.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise FileFault(f"Line {error.lineno} is no JSON ({error.msg}). Export the list again.") from None
    items = data.get("items", [data]) if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise FileFault("The file holds no list of works. Export it as CSL-JSON, or as RIS.")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield _found(number, dict(item))
        else:
            yield Found(number, fault=f"{json.dumps(item)[:40]} is no work. Delete it.")


def _found(number: int, item: dict[str, Any]) -> Found:
    found = Found(number)
    type_ = str(item.pop("type", ""))
    kind = _KINDS.get(type_, "misc")
    found.put("kind", "type", [kind])
    if type_ and type_ not in _KINDS:
        found.rest.append(("type", type_))
    for role in ("author", "editor"):
        names = item.pop(role, None)
        found.put(role, role, map(_name, names if isinstance(names, list) else []))
    found.put("date", "issued", [_date(item.pop("issued", None))])
    if kind in ("incollection", "inproceedings"):
        found.put("booktitle", "container-title", _texts(item.pop("container-title", "")))
    found.put_all(_NAMES, {name: _texts(value) for name, value in item.items()})
    return found


def _name(name: Any) -> str:
    if not isinstance(name, dict):
        return str(name)
    if "literal" in name:
        return str(name["literal"])
    family = " ".join(
        filter(None, (str(name.get("non-dropping-particle") or ""), str(name.get("family") or "")))
    )
    return ", ".join(filter(None, (family, str(name.get("given") or ""))))


def _date(issued: Any) -> str:
    if isinstance(issued, dict):
        parts = issued.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list):
            return "-".join(str(part) for part in parts[0])
        return str(issued.get("raw") or issued.get("literal") or "")
    return str(issued or "")


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [
        one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)
        for one in values
        if one is not None
    ]
