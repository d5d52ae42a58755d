"""The page on coding says how far two passes agree, and what a person should look at first."""

from tests.frozen import TESTS, book
from tests.site.reading import piece, rows

from resilience.evidence import EvidenceBase
from resilience.evidence.coding import DoubleCode
from resilience.findings.agreement import by_field
from resilience.findings.first_to_check import Reason
from resilience.site.pages.common import Pages
from resilience.site.prose.coding import (
    LABELS,
    LABELS_OF_ACTIONS,
    LABELS_OF_POLICIES,
    agreement,
    coding_rules,
    first_checks,
)
from resilience.site.wording.filled import passage_nodes


def pages_of(*codes: DoubleCode) -> Pages:
    base = EvidenceBase(TESTS / "checks/good/evidence")
    base.coding = codes
    return Pages(base)


def code(study: str, field: str, first: str, second: str, result: int | None = None) -> DoubleCode:
    return DoubleCode("study", study, result, field, first, second, first)


def test_a_sentence_and_tables_with_a_row_for_each_field() -> None:
    codes = (
        code("a", "comparison", "review", "review"),
        code("b", "comparison", "none", "review"),
        code("a", "bias", "low", "low"),
        code("a", "clear", "yes", "yes", 0),
        code("a", "clear", "no", "no", 1),
    )
    said, of_studies, of_results = passage_nodes(agreement(pages_of(*codes), ""))
    assert said.astext() == (
        "Each pass gave 5 codes, and 80.0% of them were the same. "
        "Agreement was lowest on “Compared how”: 1 of 2 pairs of codes (50.0%). "
        "Next is “Risk of bias”: 1 of 1 pairs of codes (100.0%). "
        "On 1 of 2 records the passes differed on at least one code."
    )
    assert rows(of_studies) == [
        ["Compared how", "1 of 2 pairs of codes (50.0%)", "0.20", "0.00"],
        ["Risk of bias", "1 of 1 pairs of codes (100.0%)", "–", "–"],
    ]
    assert rows(of_results) == [["Clear of no effect", "2 of 2 pairs of codes (100.0%)", "1.00", "1.00"]]


def test_every_field_on_record_has_words() -> None:
    fields = by_field(book().coding)
    assert {one.field for one in fields if one.of in ("studies", "results")} <= LABELS.keys()
    assert {one.field for one in fields if one.of == "actions in policies"} <= LABELS_OF_ACTIONS.keys()
    assert {one.field for one in fields if one.of == "policies"} == LABELS_OF_POLICIES.keys()


def test_each_reason_has_its_count_of_records_that_wait() -> None:
    pages = pages_of(code("trial-2020", "bias", "low", "high"))
    counts = {row[0]: row[1] for row in rows(piece(first_checks(pages, "")))}
    assert list(counts) == [reason.label[:1].upper() + reason.label[1:] for reason in Reason]
    assert list(counts.values())[1] == "2", "the trial, and the policy with a disputed action"
    assert list(counts.values())[-1] == "5"


def test_the_rules_of_the_code_frame_stand_there_with_their_examples() -> None:
    (rules,) = passage_nodes(coding_rules(pages_of(), ""))
    assert [item.astext() for item in rules] == [
        "What is done comes first, and its aim second. "
        "“plant trees to pay for heating” is Green space, then Fuel poverty."
    ]
