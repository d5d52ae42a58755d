"""Can years, percentages and counts be true?"""

import math
import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, plainly
from resilience.records.base import Record
from resilience.records.policy import Figure, Policy
from resilience.records.study import Effect, Study
from resilience.records.survey import Evaluation, HouseholdSurvey, Wave
from resilience.records.vocabulary import Design, Metric

_AGAIN = "Look at the source again."

E215 = Code(
    "E215",
    "Years the wrong way round",
    "Nothing ends before it starts.",
    "Swap them, or correct one.",
    "year_start: 2019\nyear_end: 2014",
)
E216 = Code(
    "E216",
    "A percentage outside its range",
    "A share of a whole lies between 0 and 100.",
    f"{_AGAIN} A change (increase, return, growth) may go beyond; then say so in the words next to it.",
    "fact: homes with loft insulation\nvalue: 140\nunit: percent",
)
E217 = Code(
    "E217",
    "A count that is not above zero",
    "Nothing was counted; what was not seen is null.",
    "Write null, or the number in the source.",
    "n: 0",
)

E218 = Code(
    "E218",
    "A year that can't be",
    "Local policies and studies are of our time, and nothing is dated ahead but the end of a plan.",
    "Write the year in four digits as the source has it.",
    "year_start: 1019",
)
W219 = Code(
    "W219",
    "Included studies in a study that is no review",
    "Only reviews include studies; the number may belong to another field.",
    "Choose a design for reviews, or move the number.",
    "design: cohort\nincluded_studies: 12",
)

_FIRST_YEAR = 1900
_LAST_PLAN = 2100
_YEARS = ("year", "year_start", "year_end")
REVIEWS = (Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW, Design.UMBRELLA_REVIEW, Design.SCOPING_REVIEW)
_PRIMARY = frozenset(
    design.value
    for design in Design
    if design not in (*REVIEWS, Design.ECONOMIC_EVALUATION, Design.MODELLING, Design.MIXED_METHODS)
)
"""Designs with data of their own; models and economic evaluations may rest on other studies."""
_COUNTS = (
    "n",
    "total_n",
    "in_both_waves",
    "households_approx",
    "n_high_deprivation",
    "n_low_deprivation",
    "population",
)
_SHARES = ("men_pct", "women_pct", "response_rate")
_PERCENT = re.compile(r"^(?:%|per ?cent\b|% of\b)", re.IGNORECASE)
_CHANGE = re.compile(
    r"chang|increas|ris|grow|grew|return|more|up\b|higher|above|target|fund|cost|saving|reduc|fall|fell|drop|less|lower",
    re.IGNORECASE,
)
"""Words that say that a percentage is a change or a comparison, which may be above 100 or below 0."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at all numbers but effects."""
    for part in corpus.parts(Policy):
        yield from _span(part)
    for part in corpus.parts(Study):
        yield from _reviewed(part)
    for part in corpus.parts(Record):
        yield from _years(part, corpus.today.year + 1)
        for field in _COUNTS:
            if (count := part.number(field)) is not None and count <= 0:
                yield part.problem(E217, field, f"{field} is {plainly(count)}")
    yield from _percentages(corpus)


def _reviewed(part: Part) -> Iterator[Problem]:
    design, number = part.text("design"), part.number("included_studies")
    if number is not None and design in _PRIMARY:
        yield part.problem(
            W219, "included_studies", f"a study of the design {design} includes {plainly(number)} studies"
        )


def _years(part: Part, last: int) -> Iterator[Problem]:
    for field in _YEARS:
        # A policy may run for decades to come; nothing else lies ahead.
        end = _LAST_PLAN if field == "year_end" else last
        year = part.number(field)
        if year is not None and not _FIRST_YEAR <= year <= end:
            yield part.problem(E218, field, f"{plainly(year)} is not a year from {_FIRST_YEAR} to {end}")


def _span(part: Part) -> Iterator[Problem]:
    start, end = part.number("year_start"), part.number("year_end")
    if start is not None and end is not None and end < start:
        yield part.problem(E215, "year_end", f"the end {plainly(end)} is before the start {plainly(start)}")


def _percentages(corpus: Corpus) -> Iterator[Problem]:
    for part in corpus.parts(Figure):
        if _PERCENT.match(part.text("unit")) and not _CHANGE.search(
            f"{part.text('fact')} {part.text('unit')}"
        ):
            yield from _share(part, "value")
    for part in corpus.parts(Effect):
        if part.text("metric") == Metric.PERCENTAGE_POINT:
            yield from _share(part, "value", -100)
    for model in (Wave, Evaluation, HouseholdSurvey):
        for part in corpus.parts(model):
            for field in _SHARES:
                yield from _share(part, field)


def _share(part: Part, field: str, least: float = 0) -> Iterator[Problem]:
    share = part.number(field)
    if share is not None and not (math.isfinite(share) and least <= share <= 100):
        yield part.problem(E216, field, f"{plainly(share)} percent is outside {plainly(least)} to 100")
