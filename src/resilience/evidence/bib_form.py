"""The house's form of a bibliography: sorted, under our names, in plain letters. What a work says stays."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bibtexparser.model import Block, Preamble, String
from bibtexparser.model import Entry as ParsedEntry

from resilience.evidence.bib_entry import Aside, HouseEntry, house_entry
from resilience.evidence.bib_fields import KNOWN_FIELDS, OTHER_KINDS, VERBATIM
from resilience.evidence.bibtex import BibField, read_bibtex
from resilience.evidence.latex import escaped, html_in, plain, read_latex, verbatim, without_html
from resilience.evidence.people import faults, in_letters, mended

_NOT_SAID = """
na n/a n.a. none null nil unknown anonymous anon anon. - -- – — ? tba not-available not-known
no-author undefined nan
"""
NOT_SAID = frozenset(_NOT_SAID.split())
"""What people and programs write where there is nothing, with hyphens for blanks."""


class Formed(NamedTuple):
    """Text in form, and what was left out on the way."""

    text: str
    words: tuple[str, ...]


def says_nothing(value: str) -> bool:
    """Say whether a value is empty, or stands for an empty one."""
    text = plain(value).strip(" []().").casefold() if value.strip() not in ("-", "?") else "-"
    return not text or "-".join(text.split()) in NOT_SAID


def in_form(text: str) -> Formed:
    """Put entries in the order of their keys, each with the remarks above it, and macros before all.

    Fields take our names and plain letters; those that nothing shows go, and are named.
    Text that can't be read whole is given back as it is.
    """
    found = read_bibtex(text)
    if found.unreadable:
        return Formed(text, ())
    words: list[str] = []
    entries = {entry.key: house_entry(entry) for entry in found.entries}
    raws = {key: _mended(held, words) for key, held in entries.items()}
    keys = [entry.key for entry in found.entries]
    changed = any(raws[key] != entries[key].entry.raw for key in keys)
    if keys == sorted(keys) and not changed and _macros_first(found.blocks):
        return Formed(text, ())
    return Formed(_sorted(found.blocks, raws), tuple(words))


def _macros_first(blocks: tuple[Block, ...]) -> bool:
    kinds = [isinstance(block, ParsedEntry) for block in blocks if not _is_remark(block)]
    return kinds == sorted(kinds)


def _is_remark(block: Block) -> bool:
    return not isinstance(block, ParsedEntry | Preamble | String)


def _sorted(blocks: tuple[Block, ...], raws: dict[str, str]) -> str:
    head: list[str] = []
    groups: list[tuple[str, str]] = []
    above: list[str] = []
    for block in blocks:
        if isinstance(block, ParsedEntry):
            groups.append((block.key, "\n".join([*above, raws[block.key].strip()])))
            above = []
        elif isinstance(block, Preamble | String):
            head.append("\n".join([*above, (block.raw or "").strip()]))
            above = []
        else:
            above.append((block.raw or "").strip())
    first = ["\n".join(head)] if head else []
    return "\n\n".join([*first, *(raw for _, raw in sorted(groups)), *above]) + "\n"


def _mended(held: HouseEntry, words: list[str]) -> str:
    """Write an entry again where that mends something, else leave each sign of it."""
    entry = held.entry
    if any(re.search(r"[\s%]", field.written) for field in entry.fields):
        return entry.raw
    kept = {name: _field(name, field) for name, field in held.kept.items()}
    dropped = [field.written for field, why in held.aside if why in (Aside.UNUSED, Aside.SAID)]
    kind = OTHER_KINDS.get(entry.kind, entry.kind)
    as_it_was = {name: field.raw for name, field in held.kept.items()}
    if kept == as_it_was and not dropped and kind == entry.kind and not any(held.renamed):
        return entry.raw
    if dropped:
        words.append(f"{entry.key}: left out {', '.join(dropped)}, which no page shows")
    rest = {field.written: field.raw for field, why in held.aside if why not in (Aside.UNUSED, Aside.SAID)}
    ordered = {name: kept[name] for name in KNOWN_FIELDS if kept.get(name)}
    lines = (f"  {name} = {raw},\n" for name, raw in [*ordered.items(), *rest.items()])
    return f"@{kind}{{{entry.key},\n{''.join(lines)}}}"


def _field(name: str, field: BibField) -> str:
    """Write the value of a field; nothing where it says nothing, and as it was where it needs no mend."""
    # A title that is empty must be found, not forgotten.
    if says_nothing(field.value) and name != "title":
        return ""
    value = "".join(_value(name, field.value))
    is_raw = value == field.value and field.written.lower() == name
    return field.raw if is_raw else f"{{{value}}}"


def _value(name: str, value: str) -> Iterator[str]:
    if name in VERBATIM or name in ("pmid", "pmcid"):
        yield _identifier(name, verbatim(value))
    elif name in ("author", "editor") and any(faults(value)):
        yield mended(value) or value
    elif read_latex(value).unread:
        yield value
    elif html_in(plain(value)):
        yield escaped(without_html(plain(value)))
    elif name in ("author", "editor"):
        yield in_letters(value) if _holds_latex(value) else value
    else:
        yield escaped(plain(value)) if _holds_latex(value) else value


_SIGN = re.compile(
    r"\\[&%#$_]|\\text(?:backslash|braceleft|braceright|asciitilde|asciicircum|asciigrave)\{\}|[-']\{\}"
)
_LATEX = re.compile(r"[\\$~`&%#_]|--|''")


def _holds_latex(value: str) -> bool:
    """Say whether a field has more notation than our own way of writing plain text."""
    return bool(_LATEX.search(_SIGN.sub("", value)))


def _identifier(name: str, value: str) -> str:
    """Take away what people copy along with an identifier."""
    if name == "doi":
        bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)(?=10\.)", "", value, flags=re.IGNORECASE)
        return bare.rstrip(".,; ") if bare.startswith("10.") else value
    if name == "pmid":
        return re.sub(r"^PMID:?\s*(?=\d+$)", "", value, flags=re.IGNORECASE)
    if name == "pmcid":
        return re.sub(r"^(?:PMCID:?\s*)?(?:PMC)?(?=\d+$)", "PMC", value, flags=re.IGNORECASE)
    return value
