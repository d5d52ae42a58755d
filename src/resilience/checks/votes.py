"""Do the codes by which a study votes fit together?"""

from collections import Counter
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, listed, shortened
from resilience.records.study import ComparatorRisk, Outcome, Study
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import Bias, Clear, Direction

E171 = Code(
    "E171",
    "A type without a word on the topic",
    "A study votes only for activities that it studied.",
    "Under `on_topic` give each of the types, and no other, a yes, part or no, in quotes.",
    "types:\n  - green-space\non_topic: {}",
)
E172 = Code(
    "E172",
    "No difference that is clear of no effect",
    "A result that finds no difference can't leave out no effect.",
    "Write clear: 'no', or correct the direction.",
    "direction: 'null'\nclear: 'yes'",
)
E173 = Code(
    "E173",
    "Countries and a scope that say two things",
    "A study is of the countries that it names, or of more than a list can say.",
    "Give up to five countries, or an empty list and scope: international.",
    "countries:\n  - GB-ENG\nscope: international",
)
E174 = Code(
    "E174",
    "A risk of bias without a judge, or a judge without a risk",
    "Readers must know who says so.",
    "Give `bias` and `bias_by` together; where bias is not told, leave `bias_by` out.",
    "bias: high\nbias_by: null",
)
E175 = Code(
    "E175",
    "A result for a type that its study does not carry",
    "It would speak to nothing.",
    "Name types of the study, or none with [].",
    "for_types:\n  - credit-unions",
)
E176 = Code(
    "E176",
    "A risk above the number it is out of",
    "Of 100 people at most 100 can be ill.",
    "Check value and per.",
    "comparator_risk:\n  value: 150\n  per: 100",
)
W177 = Code(
    "W177",
    "An evaluation that stands alone",
    "The name only serves to join reports of one evaluation.",
    "Check the spelling, or leave it out.",
    "evaluation: new-deal-for-comunities",
)
_MOST_COUNTRIES = 5


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the codes of every study."""
    studies, known = corpus.parts(Study), set(corpus.slugs(ActivityType))
    shared = Counter(part.text("evaluation") for part in studies)
    for part in studies:
        yield from _on_topic(part, known)
        yield from _countries(part)
        yield from _bias(part)
        yield from _for_types(part, known)
        if (name := part.text("evaluation")) and shared[name] == 1:
            yield part.problem(W177, "evaluation", f"no other study is of {shortened(name)}")
    for part in corpus.parts(Outcome):
        if part.text("direction") == Direction.NULL and part.text("clear") == Clear.YES:
            yield part.problem(E172, "clear", "no difference is coded as clear of no effect")
    for part in corpus.parts(ComparatorRisk):
        value, per = part.number("value"), part.number("per")
        if value is not None and per is not None and value > per:
            yield part.problem(E176, "value", f"the risk is {value:g} per {per:g}")


def _on_topic(part: Part, known: set[str]) -> Iterator[Problem]:
    types = [slug for _, slug in part.texts("types")]
    told = part.data.get("on_topic") or {}
    if not isinstance(told, dict) or not isinstance(part.data.get("types", []), list):
        return
    # What is said of a type that nobody knows can't be compared; its name is the problem.
    if not known.issuperset(types):
        return
    missing = [slug for slug in types if slug not in told]
    extra = [slug for slug in told if slug not in types]
    if len(missing) == len(extra) == 1:
        message = f"{shortened(extra[0])} stands where the study carries {missing[0]}"
        yield part.problem(E171, ("on_topic", extra[0]), message, f"Write {missing[0]}.")
    else:
        yield from _topics_apart(part, missing, extra)


def _topics_apart(part: Part, missing: list[str], extra: list[str]) -> Iterator[Problem]:
    if missing:
        yield part.problem(E171, "on_topic", f"nothing is said of {listed(missing)}")
    if extra:
        yield part.problem(E171, "on_topic", f"the study does not carry {shortened(listed(extra))}")


def _countries(part: Part) -> Iterator[Problem]:
    named = len(part.texts("countries"))
    if named and part.text("scope"):
        yield part.problem(E173, "scope", "countries are named, and a scope too")
    elif named > _MOST_COUNTRIES:
        yield part.problem(E173, "countries", f"{named} countries are named")


def _bias(part: Part) -> Iterator[Problem]:
    if part.text("bias") not in set(Bias):
        return
    told = part.text("bias") != Bias.NOT_TOLD
    judged = bool(part.text("bias_by"))
    if told and not judged:
        yield part.problem(E174, "bias_by", "the risk of bias has no judge")
    elif judged and not told:
        yield part.problem(E174, "bias", "a judge is named, and no risk of bias is told")


def _for_types(part: Part, known: set[str]) -> Iterator[Problem]:
    types = [slug for _, slug in part.texts("types")]
    for inner in part.document.parts:
        if inner.model is Outcome:
            for index, slug in inner.texts("for_types"):
                if slug not in types and slug in known and known.issuperset(types):
                    message = f"{shortened(slug)} is not among the study's types"
                    yield inner.problem(E175, ("for_types", index), message)
