"""What the page on coding shows: how far two passes agree, and what a person should check first."""

from resilience.findings.agreement import POLICIES, RESULTS, STUDIES, FieldAgreement, by_field, differing
from resilience.findings.first_to_check import Reason, first_to_check
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, paragraph, present, table
from resilience.site.pages.common import Pages

LABELS = {
    "better": "Which end of the number is better",
    "bias": "Risk of bias",
    "bias_by": "Who says so of bias",
    "clear": "Clear of no effect",
    "comparator_risk": "Risk without the activity",
    "comparison": "Compared how",
    "countries": "Countries",
    "direction": "Direction",
    "estimand": "For whom the estimate is",
    "evaluation": "Evaluation that reports share",
    "for_types": "Activities that it speaks to",
    "includes": "Studies that a review holds",
    "of_exposure": "Of an exposure",
    "on_topic": "On the activity",
    "polarity": "Activity or its opposite",
    "scope": "International",
    "unit": "What the number counts, in words",
}
LABELS_OF_POLICIES = {
    "evaluation": "Whether an evaluation was seen",
    "monitoring": "Whether figures of its own were seen",
}
HEADER = ("Code", "The same", "AC1", "Kappa")
NOT_DEFINED = "–"
NAMED = 2
"""How many fields the sentence names."""


def agreement(pages: Pages, _: str) -> list[Block]:
    """Tabulate how far the two passes agree, field by field, and say it in sentences."""
    codes = pages.base.coding
    fields = by_field(codes)
    pairs, same = (sum(getattr(one.found, name) for one in fields) for name in ("pairs", "same"))
    lowest = sorted(fields, key=lambda one: one.found.same / one.found.pairs)[:NAMED]
    records = {(code.kind, code.name) for code in codes}
    said = (
        f"Each pass gave {words.number(pairs)} codes, and {_percent(same, pairs)} of them were the same. "
        f"Agreement was lowest on {', and on '.join(map(_named, lowest))}. "
        f"On {words.number(len(differing(codes)))} of {words.number(len(records))} records "
        "the passes differed on at least one code."
    )
    tables = [_table(of, [one for one in fields if one.of == of]) for of in (STUDIES, RESULTS, POLICIES)]
    return [paragraph(said), *present(tables)]


def _table(of: str, fields: list[FieldAgreement]) -> Block | None:
    rows: list[tuple[Line, ...]] = [
        (_label(one), _same(one), _coefficient(one.found.ac1), _coefficient(one.found.kappa))
        for one in fields
    ]
    return table(f"How far two passes agree on codes of {of}", HEADER, rows) if rows else None


def _same(one: FieldAgreement) -> str:
    same, pairs = one.found.same, one.found.pairs
    return f"{words.number(same)} of {words.number(pairs)} pairs of codes ({_percent(same, pairs)})"


def _named(one: FieldAgreement) -> str:
    return f"“{_label(one)}”: {_same(one)}"


def _label(one: FieldAgreement) -> str:
    if one.of == POLICIES:
        return LABELS_OF_POLICIES.get(one.field, one.field)
    return LABELS.get(one.field, one.field)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%"


def _coefficient(value: float | None) -> str:
    return NOT_DEFINED if value is None else f"{value:.2f}"


def first_checks(pages: Pages, _: str) -> list[Block]:
    """Tabulate the reasons to look at a record, in their order, with how many records have each."""
    listed = [one for one in first_to_check(pages) if one.record.provenance.checked is None]
    rows: list[tuple[Line, ...]] = [
        (words.sentence(reason.label), words.number(sum(reason in one.reasons for one in listed)))
        for reason in Reason
    ]
    return [table("Why a record should be looked at first", ("Reason", "Records not yet checked"), rows)]
