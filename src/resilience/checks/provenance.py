"""Do dates, pages read and remarks of a record make sense, and is it still to be trusted?"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, shortened
from resilience.checks.works import Work
from resilience.records.editorial import Lead
from resilience.records.provenance import Provenance, Seen
from resilience.records.study import Study
from resilience.records.vocabulary import Read

W251 = Code(
    "W251",
    "A review that is due",
    "Policies end and pages move.",
    "Look at the source again, then set `review_by` a year on.",
    "review_by: '2025-01-31'",
)
E252 = Code(
    "E252",
    "A review before the record was added",
    "A record can't be due before it exists.",
    "Correct one of the dates.",
    "added: '2026-11-25'\nreview_by: '2025-11-25'",
)
E253 = Code(
    "E253",
    "A record from the future",
    "The list of what changed is sorted by this date.",
    "Write today's date.",
    "added: '2062-11-25'",
)
W254 = Code(
    "W254",
    "Checked, though the full source was not read",
    "`checked` says that a person compared the record with the full source.",
    "Write `read: full-text` once it was read, or `checked: null`.",
    "read: abstract\nchecked:\n  by: A. Reader\n  on: '2026-11-26'",
)
W246 = Code(
    "W246",
    "An address that looks like a copy",
    "A bare number, a proxy or an address that holds another one is seldom the original.",
    "Write `mirror: true`, add the host to mirrors.yml, and look for the original.",
    "at: http://203.0.113.9:8081/123\nmirror: false",
)
E257 = Code(
    "E257",
    "A page that was read and is not listed",
    "Whoever checks the record must find all that it rests on.",
    "Add the page under `provenance.seen`; "
    "where its address was not noted, give the host and say so in `what`.",
    "notes: sample size from example.org\n\nwithout example.org under seen",
)
E255 = Code(
    "E255",
    "Bibliographic details said to be missing that are on record",
    "The remark was true once; readers would take the record as less complete than it is.",
    "Delete the remark, or correct references.bib: an author list that was cut off ends with `and others`.",
    "notes: authors not shown\n\nwith the authors in references.bib",
)
W256 = Code(
    "W256",
    "A bibliographic remark among the words on quality",
    "`quality` says how sound a study is; pages show it as that.",
    "Move it to `provenance.notes`, or to `provenance.cautions` where readers must know it.",
    "quality: year taken from the upload date",
)


_IN_PART = (Read.ABSTRACT, Read.OPENING, Read.OWN_ACCOUNT)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at where each record comes from."""
    yield from _dates(corpus)
    yield from _pages(corpus)
    yield from _remarks(corpus)


def _dates(corpus: Corpus) -> Iterator[Problem]:
    """Compare dates with each other and with today."""
    for part in corpus.parts(Provenance):
        if isinstance(part.data.get("checked"), dict) and part.text("read") in _IN_PART:
            yield part.problem(
                W254, "checked", f"a person checked it, but what was read is: {part.text('read')}"
            )
        added, review = date_of(part, "added"), date_of(part, "review_by")
        if added and added > corpus.today:
            yield part.problem(E253, "added", f"{added} is in the future")
        if added and review and review < added:
            yield part.problem(
                E252, "review_by", f"the review on {review} is before {added}, when it was added"
            )


def overdue(corpus: Corpus) -> Iterator[Problem]:
    """List the records whose review is due: a list for maintainers, which no other change should hear of."""
    for part in corpus.parts(Provenance):
        added, review = date_of(part, "added"), date_of(part, "review_by")
        # A review before the record was added is an error of its own.
        if review and review < corpus.today and not (added and review < added):
            yield part.problem(W251, "review_by", f"the review was due on {review}")


def date_of(part: Part, field: str) -> date | None:
    """Give a date field, or None where it is absent or no date."""
    text = part.text(field)
    try:
        # Python reads further forms of dates, which the model refuses.
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


_ENDINGS = "com|org|net|info|edu|gov|int|eu|uk|scot|wales|ca|au|nz|ie|de|nl|cn|ua"
# With two dots any ending will do; with one, words that lack a space after their full stop look alike.
_HOST = re.compile(
    rf"(?<![\w@./-])(?:https?://)?"
    rf"((?:[a-z0-9-]+\.)+[a-z0-9-]{{3,}}\.[a-z]{{2,}}|[a-z0-9-]+\.(?:{_ENDINGS}))(?![\w@-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_HELD = re.compile(r"[?&]url=", re.IGNORECASE)


def _pages(corpus: Corpus) -> Iterator[Problem]:
    """Look at the addresses of what was read, and at hosts that the notes name."""
    for part in corpus.parts(Provenance):
        yield from _unlisted(part)
    for part in corpus.parts(Seen):
        at = part.text("at")
        if part.data.get("mirror", False) is False and (reason := _looks_copied(at)):
            yield part.problem(W246, "at", f"{shortened(at)} {reason}")


def _unlisted(part: Part) -> Iterator[Problem]:
    seen = part.data.get("seen")
    addresses = (
        " ".join(str(item.get("at")) for item in seen if isinstance(item, dict))
        if isinstance(seen, list)
        else ""
    )
    for host in dict.fromkeys(match[1].casefold() for match in _HOST.finditer(part.text("notes"))):
        if host.removeprefix("www.") not in addresses.casefold():
            yield part.problem(E257, "notes", f"{shortened(host)} is not among the pages seen")


def _looks_copied(at: str) -> str:
    """Say why an address looks like a copy; an empty text where it does not."""
    try:
        host = urlsplit(at).hostname or ""
    except ValueError:
        return ""
    if _NUMBER.fullmatch(host):
        return "is a bare number"
    if "proxy" in host:
        return "is a proxy"
    return "holds another address" if _HELD.search(at) else ""


_ABSENT = re.compile(r"\bnot (?:shown|visible|seen|given|stated|named)\b|\btruncated\b", re.IGNORECASE)
_FIELDS = {
    "author": re.compile(r"\bauthors?\b", re.IGNORECASE),
    "journal": re.compile(r"\bjournal\b", re.IGNORECASE),
    # A follow-up or a school year is no year of publication.
    "year": re.compile(
        r"(?<![\w-])(?<!\bone )(?<!\ba )(?<!first )(?<!second )(?<!last )year(?![\w-])", re.IGNORECASE
    ),
    "title": re.compile(r"\btitle\b", re.IGNORECASE),
}
_PART_OF_THE_LIST = re.compile(
    r"\b(?:full|remaining|other|further|individual|list)\b|\btruncated\b", re.IGNORECASE
)
_NOT_OF_THE_FIELD = re.compile(r"\binitials?\b|\binferred\b", re.IGNORECASE)
_BIBLIOGRAPHIC = re.compile(
    r"\bauthor (?:list|names?)\b|\bjournal\b|\bvolume \d|\bdoi\b|\bisbn\b|\bpmid\b|\bin press\b|\btitle\b"
    r"|\byear (?:of publication|taken|inferred|read|from)\b|\bpublication year\b|\bpage numbers?\b",
    re.IGNORECASE,
)


def _remarks(corpus: Corpus) -> Iterator[Problem]:
    """Compare remarks with references.bib."""
    works = {work.key: work for work in corpus.works}
    for part in corpus.parts(Study):
        yield from _stale(part, works.get(part.document.name), ("quality",))
        if match := _BIBLIOGRAPHIC.search(part.text("quality")):
            yield part.problem(
                W256, "quality", f"{shortened(match[0])} is said of the work, not of its quality"
            )
    for part in corpus.parts(Lead):
        yield from _stale(part, works.get(part.text("key")))


def _stale(part: Part, work: Work | None, fields: tuple[str, ...] = ()) -> Iterator[Problem]:
    if not work:
        return
    history = part.inside("provenance")
    places = [(part, field) for field in fields] + [(history, "notes"), (history, "cautions")]
    for owner, field in places:
        for path, text in owner.words(field):
            if known := [name for name in _FIELDS if _is_stale(name, text, work)]:
                yield owner.problem(E255, path, f"references.bib gives the {' and the '.join(known)}")


def _is_stale(name: str, text: str, work: Work) -> bool:
    value = work.raw(name).strip()
    # The name of a body in braces tells nothing of the people who wrote for it.
    is_cut = name == "author" and (value.casefold().endswith("and others") or value.startswith("{"))
    return bool(value) and any(
        _ABSENT.search(sentence)
        and _FIELDS[name].search(sentence)
        and not _NOT_OF_THE_FIELD.search(sentence)
        and not (is_cut and _PART_OF_THE_LIST.search(sentence))
        for sentence in re.split(r"[.;]", text)
    )
