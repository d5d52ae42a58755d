"""Does what a record points to exist?"""

from collections.abc import Collection, Iterator
from functools import cache

from resilience.checks.corpus import Corpus, meant_name
from resilience.checks.document import Part
from resilience.checks.mends import NULL
from resilience.checks.problem import Code, Problem, meant, shortened
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.evidence.slips import says_nothing
from resilience.evidence.wanted import wanted_by
from resilience.records.base import Record
from resilience.records.policy import Council
from resilience.records.scale import Scale
from resilience.records.slugs import Named, Pointer, pointer_of
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType, Domain, OutcomeCategory, OutcomeGroup, Theme

_SPELLING = "Check the spelling."

E141 = Code(
    "E141",
    "An unknown activity type",
    "Nobody would find the record under it.",
    f"{_SPELLING} The types stand in taxonomy.yml.",
    "types:\n  - greenspace",
)
E142 = Code(
    "E142",
    "An unknown theme",
    E141.why,
    f"{_SPELLING} The themes stand in taxonomy.yml.",
    "themes:\n  - trust",
)
E143 = Code(
    "E143",
    "An unknown domain",
    E141.why,
    f"{_SPELLING} The domains stand in taxonomy.yml.",
    "domain: environment",
)
E144 = Code(
    "E144",
    "An unknown outcome",
    "The result could not be compared with others.",
    f"{_SPELLING} Categories and groups stand in outcomes.yml.",
    "category: happiness",
)
E145 = Code(
    "E145",
    "An unknown council",
    "The policy would have no council.",
    "Check the spelling, or add the council to councils.yml.",
    "council: blackpool",
)
E146 = Code(
    "E146",
    "An unknown work",
    "A source that readers can't look up is no source.",
    "Check the key, or add the work to references.bib.",
    "work: smith-2024",
)
E147 = Code(
    "E147",
    "A study without bibliographic details",
    "Its page would have no title.",
    "Add an entry of the same name to references.bib.",
    "studies/smith-2024.yml, and no @article{smith-2024, ...}",
)
W148 = Code(
    "W148",
    "A work that nothing cites",
    "It may be left over, or the record that cites it was forgotten.",
    "Add the record that cites it, or delete the entry.",
    "an entry of references.bib that no record names",
)
E149 = Code(
    "E149",
    "An unknown record",
    "The link would lead nowhere.",
    f"{_SPELLING} Records are known by the name of their file.",
    "companion_of: smith-2024",
)
E150 = Code(
    "E150",
    "An unknown scale",
    "Nobody could tell what its points are.",
    f"{_SPELLING} The scales stand in scales.yml; for any other write null, and name it in `measure`.",
    "scale: swemwebs",
)

_CODES = {
    Named.TYPE: E141,
    Named.THEME: E142,
    Named.DOMAIN: E143,
    Named.OUTCOME: E144,
    Named.GROUP: E144,
    Named.COUNCIL: E145,
    Named.NEIGHBOURHOOD: E149,
    Named.STUDY: E149,
    Named.WORK: E146,
    Named.SCALE: E150,
}


def check(corpus: Corpus) -> Iterator[Problem]:
    """Follow all references."""
    known = _known(corpus)
    cited = set(known[Named.STUDY])
    for part in corpus.parts(Record):
        for field, pointer in _pointers(part.model).items():
            if pointer.named is Named.WORK:
                cited |= {word for _, word in part.words(field)}
            yield from _unknown(part, field, pointer, known[pointer.named])
    yield from _without_details(corpus, known[Named.WORK])
    yield from _uncited(corpus, cited)


def _known(corpus: Corpus) -> dict[Named, Collection[str]]:
    return {
        Named.TYPE: corpus.slugs(ActivityType),
        Named.THEME: corpus.slugs(Theme),
        Named.DOMAIN: corpus.slugs(Domain),
        Named.OUTCOME: corpus.slugs(OutcomeCategory),
        Named.GROUP: corpus.slugs(OutcomeGroup),
        Named.COUNCIL: corpus.slugs(Council),
        Named.NEIGHBOURHOOD: corpus.names("neighbourhood"),
        Named.STUDY: corpus.names("study"),
        Named.SCALE: corpus.slugs(Scale),
        Named.WORK: {work.key for work in corpus.works},
    }


@cache
def _pointers(model: type[Record]) -> dict[str, Pointer]:
    found = {name: pointer_of(field) for name, field in model.model_fields.items()}
    return {name: pointer for name, pointer in found.items() if pointer}


def _unknown(part: Part, field: str, pointer: Pointer, known: Collection[str]) -> Iterator[Problem]:
    # Where the list itself could not be read, that is the problem, not each use of it.
    if not known:
        return
    code = _CODES[pointer.named]
    if pointer.named is Named.STUDY and part.model is Study and part.text(field) == part.document.name:
        yield part.problem(code, field, "the study is named as a report of itself")
    for path, word in part.words(field):
        if word not in known and word not in pointer.or_else:
            mend = f"{meant(word, [*known, *pointer.or_else])} {code.mend}".strip()
            if says_nothing(word) and wanted_by(part.model, field).may_be_null:
                mend = NULL
            yield part.problem(code, path, f"{shortened(word)} is no {pointer.named} that we know", mend)


def _without_details(corpus: Corpus, works: Collection[str]) -> Iterator[Problem]:
    studies = corpus.records("study")
    for name, document in studies.items() if works else ():
        # Under a wrong name a study can have no entry; the name is the problem.
        if name not in works and meant_name(name) == name:
            mend = f"{meant(name, set(works) - set(studies))} {E147.mend}".strip()
            yield document.problem(E147, (), f"references.bib has no entry {name}", mend)


def _uncited(corpus: Corpus, cited: Collection[str]) -> Iterator[Problem]:
    shown = corpus.shown(BIBLIOGRAPHY)
    for work in corpus.works:
        if work.key not in cited:
            yield W148.found(shown, work.line, f"no record cites {work.key}", field=work.key)
