"""What the page on coding shows: rules of types, how far two passes agree, what to check first."""

from dataclasses import dataclass

from resilience.findings.agreement import ACTIONS, POLICIES, RESULTS, STUDIES, FieldAgreement, differing
from resilience.findings.first_to_check import Reason, first_to_check
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Passage

LABELS = {
    "better": "Which end of the number is better",
    "bias": "Risk of bias",
    "bias_by": "Who says so of bias",
    "category": "Outcome",
    "clear": "Clear of no effect",
    "comparator_risk": "Risk without the activity",
    "comparison": "Compared how",
    "countries": "Countries",
    "design": "Design",
    "direction": "Direction",
    "estimand": "For whom the estimate is",
    "evaluation": "Evaluation that reports share",
    "for_types": "Activities that it speaks to",
    "included_studies": "How many studies a review holds",
    "includes": "Studies that a review holds",
    "of_exposure": "Of an exposure",
    "on_topic": "On the activity",
    "polarity": "Activity or its opposite",
    "sample_size": "How many took part",
    "scope": "International",
    "unit": "What the number counts, in words",
}
LABELS_OF_POLICIES = {
    "evaluation": "Whether an evaluation was seen",
    "monitoring": "Whether figures of its own were seen",
}
LABELS_OF_ACTIONS = {"also": "The second type", "coded": "The type"}
LABELS_BY_TABLE = {POLICIES: LABELS_OF_POLICIES, ACTIONS: LABELS_OF_ACTIONS}
NAMED = 2
"""How many fields the sentence names."""


@dataclass(frozen=True)
class Agreed:
    """How far two passes agree on one field."""

    label: str
    same: int
    pairs: int
    percent: str
    ac1: str | None
    kappa: str | None


@dataclass(frozen=True)
class AgreementFacts:
    """How far two passes agree, field by field and in all."""

    pairs: int
    percent: str
    lowest: tuple[Agreed, ...]
    records: int
    differing: int
    tables: tuple[tuple[str, tuple[Agreed, ...]], ...]
    """The kind of record, and its fields."""


@dataclass(frozen=True)
class RuleRow:
    """A rule by which a text gets its types, with texts as they might stand in a record and their types."""

    says: str
    examples: tuple[tuple[str, tuple[Link, ...]], ...]


def coding_rules(pages: Pages, _: str) -> Passage:
    """List the rules of the code frame on how many types a text has, and which comes first."""
    rows = tuple(
        RuleRow(
            rule.says,
            tuple((one.text, tuple(map(pages.type_link, one.types))) for one in rule.examples),
        )
        for rule in pages.base.taxonomy.rules
    )
    return Passage("prose/coding", rows, "rules")


def agreement(pages: Pages, _: str) -> Passage:
    """Tabulate how far the two passes agree, field by field, and say it in sentences."""
    codes = pages.base.coding
    fields = pages.agreement
    pairs, same = (sum(getattr(one.found, name) for one in fields) for name in ("pairs", "same"))
    lowest = sorted(fields, key=lambda one: one.found.same / one.found.pairs)[:NAMED]
    facts = AgreementFacts(
        pairs=pairs,
        percent=_percent(same, pairs),
        lowest=tuple(map(_agreed, lowest)),
        records=len({(code.kind, code.name) for code in codes}),
        differing=len(differing(codes)),
        tables=tuple(
            (of, tuple(_agreed(one) for one in fields if one.of == of))
            for of in (STUDIES, RESULTS, POLICIES, ACTIONS)
        ),
    )
    return Passage("prose/coding", facts, "agreement")


def _agreed(one: FieldAgreement) -> Agreed:
    found = one.found
    return Agreed(
        label=LABELS_BY_TABLE.get(one.of, LABELS).get(one.field, one.field),
        same=found.same,
        pairs=found.pairs,
        percent=_percent(found.same, found.pairs),
        ac1=_coefficient(found.ac1),
        kappa=_coefficient(found.kappa),
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}"


def _coefficient(value: float | None) -> str | None:
    return None if value is None else f"{value:.2f}"


def first_checks(pages: Pages, _: str) -> Passage:
    """Tabulate the reasons to look at a record, in their order, with how many records have each."""
    listed = [one for one in first_to_check(pages) if one.record.provenance.checked is None]
    rows = tuple(
        (words.sentence(reason.label), sum(reason in one.reasons for one in listed)) for reason in Reason
    )
    return Passage("prose/coding", rows, "first_checks")
