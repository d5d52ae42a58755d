"""Are the texts of random samples still there, and do their answers go together?"""

from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.decisions import in_future, texts_of
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, shortened
from resilience.checks.provenance import date_of
from resilience.records.coding import CodedText, Decision
from resilience.records.sample import BlindAnswer, Sample, SampledText

W326 = Code(
    "W326",
    "A text of a sample is no longer there",
    "It is not asked any more, and an answer that it has decides nothing, but still measures the matcher.",
    "Where only the wording of the record changed, copy it from there; else leave it.",
    "text: insulate attics, where the policy says: insulate lofts",
)
E327 = Code(
    "E327",
    "An answer from before its sample was drawn",
    "A sample is drawn before the first answer; else somebody may have chosen what is in it.",
    "Write the date of the answer, or that of the draw.",
    "drawn: '2026-11-30', with an answer of '2026-11-25'",
)
W328 = Code(
    "W328",
    "Two samples answer one text differently",
    "The first of them counts on pages, whoever is right.",
    "Settle it: write the decision that should stand into `evidence/matches/`, or mend the wrong answer.",
    "type: fuel-poverty in one sample, type: healthy-homes in another",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare the samples with the records that they were drawn from, and with each other."""
    for sample in corpus.parts(Sample):
        yield from _dates(corpus, sample)
    for text in corpus.parts(SampledText):
        name = text.text("record")
        if text.text("text") and _is_gone(corpus, text):
            yield text.problem(W326, "text", f"no text of {name} is “{shortened(text.text('text'))}”")
    yield from _at_odds(corpus)


def _dates(corpus: Corpus, sample: Part) -> Iterator[Problem]:
    drawn = date_of(sample, "drawn")
    yield from in_future(corpus, sample, "drawn")
    for answer in (part for part in sample.document.parts if part.model is BlindAnswer):
        yield from in_future(corpus, answer, "date")
        when = date_of(answer, "date")
        if when and drawn and when < drawn and when <= corpus.today:
            yield answer.problem(E327, "date", f"{when} is before {drawn}, when the sample was drawn")


def _is_gone(corpus: Corpus, text: Part) -> bool:
    kind, name = text.text("of"), text.text("record")
    if record := corpus.records(kind).get(name):
        return text.text("text") not in texts_of(record)
    # A record that could not be read is a problem of its own.
    return name not in corpus.names(kind)


def _at_odds(corpus: Corpus) -> Iterator[Problem]:
    uncoded = {_key(one) for one in corpus.parts(CodedText) if not {"coded", "disputed"} & one.data.keys()}
    open_still = uncoded - set(map(_key, corpus.parts(Decision)))
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for text in corpus.parts(SampledText):
        key, said = (text.text("record"), text.text("text")), text.inside("answer").text("type")
        if not said or key not in open_still:
            continue
        sample, other = first.setdefault(key, (text.document.name, said))
        if said != other:
            yield text.problem(W328, ("answer", "type"), f"{said} here, and {other} in {sample}")


def _key(part: Part) -> tuple[str, str]:
    return part.document.name, part.text("text")
