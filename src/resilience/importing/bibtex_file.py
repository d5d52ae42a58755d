"""BibTeX files, biblatex's names of fields too."""

import re
from collections.abc import Iterator

from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)

from resilience.evidence.works import read_library, reason
from resilience.importing.found import Found

_NAMES = {
    "title": "title",
    "year": "date",
    "date": "date",
    "journal": "journal",
    "journaltitle": "journal",
    "booktitle": "booktitle",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "pages",
    "isbn": "isbn",
    "issn": "dropped",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "url": "url",
    "note": "note",
    "abstract": "abstract",
    "file": "dropped",
    "urldate": "dropped",
    "date-added": "dropped",
    "date-modified": "dropped",
    "timestamp": "dropped",
}
_KINDS = {
    "article": "article",
    "book": "book",
    "collection": "book",
    "proceedings": "book",
    "incollection": "incollection",
    "inbook": "incollection",
    "inproceedings": "inproceedings",
    "conference": "inproceedings",
    "techreport": "techreport",
    "report": "techreport",
    "phdthesis": "phdthesis",
    "mastersthesis": "phdthesis",
    "thesis": "phdthesis",
    "unpublished": "unpublished",
    "online": "online",
    "misc": "misc",
}
_VERBATIM = ("doi", "url", "file")
_SWALLOWED = re.compile(r"[}\"]\s*[A-Za-z]+\s*=\s*[{\"]")
_LOST = re.compile(r"@|\w\s*\{")


def bibtex_entries(text: str) -> Iterator[Found]:
    """Read the entries of a BibTeX file; a broken one does not hide the others."""
    for block in read_library(text).blocks:
        line = (block.start_line or 0) + 1
        if isinstance(block, DuplicateBlockKeyBlock) and isinstance(block.ignore_error_block, Entry):
            # A key that is taken matters only inside the file it comes from.
            yield _found(line, block.ignore_error_block)
        elif isinstance(block, Entry):
            yield _found(line, block)
        elif isinstance(block, DuplicateFieldKeyBlock):
            names = ", ".join(sorted(block.duplicate_keys))
            yield Found(line, fault=f"The entry has the field {names} twice. Delete one of the two.")
        elif isinstance(block, ParsingFailedBlock):
            yield Found(
                line, fault=f"The entry can't be read ({reason(block)}). Look for a missing brace or comma."
            )
        elif isinstance(block, ImplicitComment) and _LOST.search(block.comment):
            yield Found(line, fault="This text is in no entry. Put its @ and its braces right, or delete it.")


def _found(line: int, entry: Entry) -> Found:
    found = Found(line)
    fields = {field.key.casefold(): str(field.value) for field in entry.fields}
    for name, value in fields.items():
        if _SWALLOWED.search(value):
            found.fault = f"The field {name} has swallowed the next one. Put a comma at its end."
            return found
    type_ = entry.entry_type.casefold()
    found.put("kind", "type", [_KINDS.get(type_, "misc")])
    if type_ not in _KINDS:
        found.rest.append(("type", type_))
    found.rest.append(("key", entry.key))
    for name in ("author", "editor"):
        found.put(name, name, _names(fields.pop(name, "")))
    values = {name: [value if name in _VERBATIM else decoded(value)] for name, value in fields.items()}
    found.put_all(_NAMES, values)
    return found


def _names(field: str) -> Iterator[str]:
    """Give the names of a field; one in braces is a body, any other has the family name first."""
    for name in _AND.split(field):
        text = decoded(name.strip())
        is_body = name.strip().startswith("{") and name.strip().endswith("}")
        given_first = None if is_body else _GIVEN_FIRST.fullmatch(text)
        yield f"{given_first[2]}, {given_first[1]}" if given_first else text


_GIVEN_FIRST = re.compile(r"([^,]+?)\s+((?:[a-z]{1,3}\s+)*[^,\s]+)")
# Braces may hold an `and` of a body together.
_AND = re.compile(r"\s+and\s+(?![^{}]*\})")
_DECODER = LatexDecodingMiddleware(keep_math_mode=False)
_SIGN = re.compile(r"(?<!\\)[%&#]")


def decoded(value: str) -> str:
    """Turn LaTeX into the characters that it means; a plain sign that LaTeX takes for more stays a sign."""
    if not any(sign in value for sign in "\\{}$~`'-"):
        return value
    text, _ = _DECODER._transform_python_value_string(_SIGN.sub(r"\\\g<0>", value))
    return str(text)
