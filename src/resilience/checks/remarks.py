"""Do remarks on what was not seen of a work still hold, and do they stand where they belong?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import shortened
from resilience.checks.works import Work
from resilience.records.editorial import Lead
from resilience.records.study import Study

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


def check(corpus: Corpus) -> Iterator[Problem]:
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
    value = work.text(name).strip()
    # The name of a body in braces tells nothing of the people who wrote for it.
    is_cut = name == "author" and (value.casefold().endswith("and others") or value.startswith("{"))
    return bool(value) and any(
        _ABSENT.search(sentence)
        and _FIELDS[name].search(sentence)
        and not _NOT_OF_THE_FIELD.search(sentence)
        and not (is_cut and _PART_OF_THE_LIST.search(sentence))
        for sentence in re.split(r"[.;]", text)
    )
