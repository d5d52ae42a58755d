"""Do logs of searches fit with the records that came of them, and with themselves?"""

from collections.abc import Collection, Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, meant, shortened
from resilience.checks.provenance import date_of
from resilience.records.editorial import Lead
from resilience.records.search_log import ScreenedWork, Screening, SearchLog, SearchMade, Sought, names_of

E431 = Code(
    "E431",
    "A work that was kept, and whose record is not there",
    "The flow of records counts it as one that is on record.",
    "Check the spelling of `record`; bring the record in, or say why the work was turned down.",
    "decision: kept\nrecord: smith-2024, without studies/smith-2024.yml",
)
E432 = Code(
    "E432",
    "A work that stands twice in a log",
    "It would be counted twice among those that were looked at.",
    "Delete one; another report of the same work is turned down as `same-work`, with its own title.",
    "two entries with the same title, address or record",
)
E433 = Code(
    "E433",
    "A search from the future",
    "Pages say when an activity was last looked for.",
    "Write the day of the search.",
    "date: '2062-11-25'",
)
E434 = Code(
    "E434",
    "More works than the searches brought",
    "Every work in a log came from one of its searches, so one of the numbers is wrong.",
    "Count `hits` and `noise` again, or add the search or the list that brought the others.",
    "hits: 3, with four works under `screened`",
)
W435 = Code(
    "W435",
    "A lead that nobody has on record",
    "Nobody will come back to it.",
    "Add it to leads.yml, or turn it down as `no-result-seen`.",
    "decision: lead\nrecord: smith-2024, which stands in references.bib alone",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at each log."""
    for log in corpus.parts(SearchLog):
        screened = [part for part in log.document.parts if part.model is ScreenedWork]
        yield from _date(corpus, log)
        yield from _counts(log, screened)
        yield from _twice(screened)
        yield from _records(corpus, log, screened)


def _date(corpus: Corpus, log: Part) -> Iterator[Problem]:
    when = date_of(log, "date")
    if when and when > corpus.today:
        yield log.problem(E433, "date", f"{when} is in the future")


def _counts(log: Part, screened: list[Part]) -> Iterator[Problem]:
    hits = [part.number("hits") for part in log.document.parts if part.model is SearchMade]
    if None in hits:
        return
    brought, told = sum(one or 0 for one in hits), len(screened) + (log.number("noise") or 0)
    if told > brought:
        message = f"the searches brought {brought:g} results, and {told:g} works are accounted for"
        yield log.problem(E434, "searches", message)


def _twice(screened: list[Part]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for part in screened:
        for field, name in _names(part):
            if (field, name) in seen:
                same = "address" if field == "at" else field
                yield part.problem(E432, field, f"“{seen[field, name]}” has the same {same}")
                break
        for one in _names(part):
            seen.setdefault(one, shortened(part.text("title")))


def _names(part: Part) -> Iterator[tuple[str, str]]:
    title, at, record, reason = map(part.text, ("title", "at", "record", "reason"))
    return names_of(title, at, record, reason)


def _records(corpus: Corpus, log: Part, screened: list[Part]) -> Iterator[Problem]:
    kept, known = _on_record(corpus, log)
    leads = corpus.slugs(Lead, "key")
    one, other = (
        ("policy", "policy") if log.text("of") == Sought.POLICIES else ("study", "study, lead or work")
    )
    for part in screened:
        decision, record = part.text("decision"), part.text("record")
        if not record or decision not in set(Screening):
            continue
        there = kept if decision == Screening.KEPT else known
        what = one if decision == Screening.KEPT else other
        if record not in there:
            mend = f"{meant(record, there)} {E431.mend}".strip()
            yield part.problem(E431, "record", f"no {what} is called {shortened(record)}", mend)
        elif decision == Screening.LEAD and record not in {*leads, *kept}:
            yield part.problem(W435, "record", f"{shortened(record)} is no lead and no study")


def _on_record(corpus: Corpus, log: Part) -> tuple[Collection[str], Collection[str]]:
    """Give the names of records that may have been kept, and of all that may have been known before."""
    if log.text("of") == Sought.POLICIES:
        policies = corpus.names("policy")
        return policies, policies
    studies = corpus.names("study")
    return studies, {*studies, *corpus.slugs(Lead, "key"), *(work.key for work in corpus.works)}
