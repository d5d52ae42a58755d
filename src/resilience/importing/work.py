"""An entry of an export in the house's form: cleaned, and nothing in it lost or guessed."""

import datetime
import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from resilience.checks.identifiers import address_faults, adds_up
from resilience.evidence.ris import pages_of
from resilience.importing.found import Found
from resilience.importing.names import in_form, split_names
from resilience.importing.screening import said, screened
from resilience.records.editorial import MirrorHosts
from resilience.records.plain import HIDDEN
from resilience.records.reference import Reference

UNNAMED = "unnamed"
"""The key of a work until it gets its own."""


@dataclass(frozen=True)
class Work:
    """One entry, or why it is none."""

    line: int
    reference: Reference
    labels: tuple[str, ...] = ()
    """What the people who screened it said."""
    notes: tuple[str, ...] = ()
    """What has no field here, each with the name that the export gives it."""
    abstract: str = ""
    fault: str = ""
    unread: tuple[str, ...] = ()
    """What its field could not take; it stands in the notes."""

    def under(self, key: str) -> "Work":
        """Give the work a key."""
        return replace(self, reference=self.reference.model_copy(update={"key": key}))


def work_of(found: Found, mirrors: MirrorHosts) -> Work:
    """Bring an entry into the house's form; an address that we may not link to goes to the notes."""
    if found.fault:
        return _broken(found.line, found.fault)
    maker = _Maker(found, mirrors)
    return (
        maker.work()
        if maker.title
        else _broken(found.line, "The entry has no title. Add it, or delete the entry.")
    )


def _broken(line: int, fault: str) -> Work:
    return Work(line, Reference(key=UNNAMED, kind="misc"), fault=fault)


_TAG = re.compile(
    r"</?(?:jats:)?(?:i|b|u|p|em|strong|sub|sup|title|sec|span|br|italic|bold)\b[^<>]*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)


def plain(text: str) -> str:
    """Write a text on one line in composed characters, without tags, entities and hidden signs."""
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return " ".join(HIDDEN.sub(" ", text).split())


_DOI_START = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:?)\s*", re.IGNORECASE)
_RESOLVER = re.compile(r"https?://(?:(?:dx\.)?doi\.org|hdl\.handle\.net)/?", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/[^\s{}\\]*[^\s.,;{}\\]")
_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC[1-9]\d{0,8}")
_PUBMED = re.compile(r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/(\d+)/?")
_CENTRAL = re.compile(
    r"https?://(?:pmc\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pmc)/articles/(PMC\d+)/?"
)
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d|2100)(?!\d)")


class _Maker:
    """Takes the fields of one entry; what fits no rule goes to the notes."""

    def __init__(self, found: Found, mirrors: MirrorHosts) -> None:
        self._found = found
        self._mirrors = mirrors
        self._notes = [(name, plain(value)) for name, value in found.rest]
        self._labels: list[str] = []
        self.unread: list[str] = []
        title = self._one("title")
        # PubMed ends each title with a full stop; one after another may belong to a short form.
        self.title = title.removesuffix(".") if title.count(".") == 1 else title

    def work(self) -> Work:
        notes = self._note()
        doi, pmid, pmcid, url = self._addresses()
        journal, booktitle = self._one("journal"), self._one("booktitle")
        kind = self._one("kind") or ("article" if journal else "misc")
        reference = Reference(
            key=UNNAMED,
            kind=kind,
            authors=self._authors(),
            year=self._year(),
            title=self.title,
            **_seen(
                journal=journal,
                booktitle=booktitle,
                editor=" and ".join(map(plain, self._found.fields.get("editor", []))),
                publisher=self._one("publisher"),
                volume=self._one("volume"),
                issue=self._one("issue"),
                pages=self._pages(),
                isbn=self._isbn(),
                doi=doi,
                pmid=pmid,
                pmcid=pmcid,
                url=url,
            ),
        )
        labels = [*self._labels, *(said(plain(one)) for one in self._found.fields.get("label", []))]
        told = [*(f"{name}: {text}" for name, text in self._notes if text), *notes]
        return Work(
            self._found.line,
            reference,
            tuple(dict.fromkeys(label for label in labels if label)),
            tuple(dict.fromkeys(told)),
            " ".join(map(plain, self._found.fields.get("abstract", []))),
            unread=tuple(self.unread),
        )

    def _one(self, name: str) -> str:
        values = self._found.fields.get(name, [])
        return plain(values[0]) if values else ""

    def _authors(self) -> tuple[str, ...]:
        fields = self._found.fields
        together = [name for cell in fields.get("authors", []) for name in split_names(cell)]
        names = [in_form(plain(name)) for name in (*fields.get("author", []), *together)]
        known = [name for name in dict.fromkeys(names) if name and name != "others"]
        return (*known, "others") if "others" in names else tuple(known)

    def _year(self) -> int | None:
        date = self._one("date")
        match = _YEAR.search(date)
        year = int(match[0]) if match else None
        if year and year > datetime.date.today().year + 1:
            year = None
        if date.strip("/- ") != str(year):
            self._keep("date", date)
        if year is None and date:
            self.unread.append(f"the year “{date}”")
        return year

    def _pages(self) -> str:
        first, last = self._one("first_page"), self._one("last_page")
        # Some programs write the whole range into the first field, and its end into the second too.
        if first and last and last not in (first, pages_of(first)[1]):
            return f"{first}-{last}"
        start, end = pages_of(self._one("pages") or first or last)
        return f"{start}-{end}" if end else start

    def _isbn(self) -> str:
        for number in filter(None, re.split(r"[;,]\s*|\s+(?=97[89])", self._one("isbn"))):
            if adds_up(number):
                return str(number)
        self._keep("ISBN", self._one("isbn"))
        return ""

    def _addresses(self) -> tuple[str, str, str, str]:
        doi = self._fitting("doi", "DOI", _DOI, lambda text: _DOI_START.sub("", text).rstrip(".,; "))
        pmid = self._fitting("pmid", "PMID", _PMID, lambda text: text.removeprefix("PMID:").strip())
        pmcid = self._fitting(
            "pmcid", "PMCID", _PMCID, lambda text: f"PMC{text}" if text.isdigit() else text.upper()
        )
        page = ""
        for url in self._urls():
            address = _DOI_START.sub("", url)
            if address != url and _DOI.fullmatch(address):
                doi = doi or address
            elif match := _PUBMED.fullmatch(url):
                pmid = pmid or match[1]
            elif match := _CENTRAL.fullmatch(url):
                pmcid = pmcid or match[1]
            elif _RESOLVER.fullmatch(url):
                continue  # some programs write it before a DOI that is not there
            elif not page and not re.search(r"[{}\\]", url) and not any(address_faults(url, self._mirrors)):
                page = url
            else:
                self._keep("URL", url)
        return doi, pmid, pmcid, page

    def _urls(self) -> list[str]:
        together = map(plain, self._found.fields.get("url", []))
        return [url for text in together for url in re.split(r"[;\s]+(?=https?:)", text) if url]

    def _fitting(self, name: str, shown: str, form: re.Pattern[str], bare: Callable[[str], str]) -> str:
        given = self._one(name)
        if match := form.fullmatch(bare(given)):
            return match[0]
        self._keep(shown, given)
        if given:
            self.unread.append(f"the {shown} “{given}”")
        return ""

    def _note(self) -> list[str]:
        kept = []
        for value in self._found.fields.get("note", []):
            labels, rest = screened(value)
            self._labels += map(plain, labels)
            if plain(rest):
                kept.append(f"note: {plain(rest)}")
        return kept

    def _keep(self, name: str, text: str) -> None:
        if text:
            self._notes.append((name, text))


def _seen(**fields: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
