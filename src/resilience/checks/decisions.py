"""Do the decisions of reviewers still stand on texts that are there?"""

from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Document, Part
from resilience.checks.problem import Code, Problem, meant, shortened
from resilience.checks.provenance import date_of
from resilience.records.coding import CodedText, Decision, Decisions

E311 = Code(
    "E311",
    "A decision on a text that is no longer there",
    "It decides nothing, and whoever changed the text may not know that it had been decided.",
    "Copy the text from the record as it stands now, or delete the decision and run `resilience review`.",
    "text: insulate attics, where the policy says: insulate lofts",
)
E312 = Code(
    "E312",
    "Two decisions on one text",
    "Only one of them can stand.",
    "Delete the one that is wrong.",
    "text: insulate lofts, twice",
)
W313 = Code(
    "W313",
    "A decision on a text that two passes agreed on",
    "What two passes of coding agreed on stands, so the decision changes nothing.",
    "Delete the decision, or `coded` where it is wrong.",
    "coded: fuel-poverty, beside answer: approved",
)
E314 = Code(
    "E314",
    "A decision from the future",
    "Decisions are listed by their date.",
    "Write the day on which it was made.",
    "date: '2062-11-25'",
)
E315 = Code(
    "E315",
    "Decisions on a record that is not there",
    "The file decides on the texts of the policy or neighbourhood that it is named after.",
    "Rename the file to the slug of the record, mend `of`, or delete the file.",
    "matches/no-such-policy.yml",
)
E316 = Code(
    "E316",
    "A policy and a neighbourhood under one name",
    "Decisions are kept under the name of the record, and those on one would be taken for the other's.",
    "Add the council or the year to the name of the newer file.",
    "policies/old-swan.yml beside neighbourhoods/old-swan.yml",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare the decisions with the records that they are about."""
    for part in corpus.parts(Decisions):
        yield from _on_record(corpus, part)
    policies = corpus.names("policy")
    for name, document in corpus.records("neighbourhood").items():
        if name in policies:
            yield document.problem(E316, (), f"a policy is called {name} too")
    for decision in corpus.parts(Decision):
        yield from in_future(corpus, decision, "date")


def in_future(corpus: Corpus, part: Part, field: str) -> Iterator[Problem]:
    """Tell of a date that has not come yet."""
    when = date_of(part, field)
    if when and when > corpus.today:
        yield part.problem(E314, field, f"{when} is in the future")


def texts_of(record: Document) -> dict[str, Part]:
    """Give the texts of a record that carry a type, each with its part."""
    return {part.text("text"): part for part in record.parts if issubclass(part.model, CodedText)}


def _on_record(corpus: Corpus, decided: Part) -> Iterator[Problem]:
    kind, name = decided.text("of"), decided.document.name
    if record := corpus.records(kind).get(name):
        yield from _on_texts(decided.document, record)
    # A record that could not be read is a problem of its own.
    elif name not in corpus.names(kind):
        yield decided.problem(E315, "of", f"no {kind or 'record'} is called {name}")


def _on_texts(decided: Document, record: Document) -> Iterator[Problem]:
    texts = texts_of(record)
    seen: set[str] = set()
    for decision in _decisions(decided):
        text = decision.text("text")
        if not text:
            continue
        if text in seen:
            yield decision.problem(E312, "text", f"“{shortened(text)}” was decided above")
        elif text not in texts:
            mend = f"{meant(text, texts.keys() - seen)} {E311.mend}".strip()
            yield decision.problem(E311, "text", f"no text of {record.name} is “{shortened(text)}”", mend)
        elif texts[text].text("coded"):
            yield decision.problem(W313, "text", f"“{shortened(text)}” is coded in {record.name}")
        seen.add(text)


def _decisions(document: Document) -> list[Part]:
    return [part for part in document.parts if part.model is Decision]
