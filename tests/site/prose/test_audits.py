"""Error rates come from the records of the audits, under the names that pages ask for."""

import re
from pathlib import Path

import pytest

from resilience.evidence import load
from resilience.records.editorial import AuditedField
from resilience.site.pages.blocks import Box, Bullets, Table
from resilience.site.pages.common import Pages
from resilience.site.prose.audits import audits, rate, remaining

BOOK = Path(__file__).parents[3] / "book"
ASKED = re.findall(r"{audit-rate}`(.+?)`", (BOOK / "methods/language-model.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(load(__file__))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("studies numbers", "4 of 365 (1.1%) in the first audit; 1 of 195 (0.5%) in the second audit"),
        ("studies other-fields", "16 in 50 studies in the first audit; 23 of 540 (4.3%) in the second audit"),
        ("studies records", "17 of 36 (47%) in the second audit"),
        ("policies figures", "4 of 45 (8.9%) in the first audit; 0 of 35 (0%) in the second audit"),
        ("policies types", "10 of 40 (25%) in the first audit; 7 of 24 (29%) in the second audit"),
        ("policies years", "8 of 24 (33%) in the second audit"),
    ],
)
def test_rates(pages: Pages, name: str, said: str) -> None:
    assert rate(pages, name).text == said


@pytest.mark.parametrize("name", ASKED)
def test_every_rate_that_the_page_asks_for_is_there(pages: Pages, name: str) -> None:
    assert rate(pages, name).text


@pytest.mark.parametrize("name", ["", "studies", "numbers", "studies nothing", "policies  types"])
def test_an_unknown_rate_is_refused(pages: Pages, name: str) -> None:
    with pytest.raises(KeyError):
        rate(pages, name)


def test_the_sum_of_the_second_audit_is_that_of_its_fields(pages: Pages) -> None:
    """`other-fields` was reported beside the fields that it adds up."""
    studies = pages.base.audit.audits[1].samples[0].fields
    apart = ("numbers", "other-fields", "records")
    added = [field for field in studies if field.judgement not in apart]
    told = next(field for field in studies if field.judgement == "other-fields")
    assert (sum(field.checked or 0 for field in added), sum(field.wrong for field in added)) == (
        told.checked,
        told.wrong,
    )


def test_the_latest_audit_comes_first_each_with_tables_and_what_was_put_right(pages: Pages) -> None:
    shown = audits(pages, "")
    captions = [
        part.caption
        for box in shown
        if isinstance(box, Box)
        for part in box.blocks
        if isinstance(part, Table)
    ]
    assert captions == [
        "What the second audit found in studies",
        "What the second audit found in policies",
        "What the first audit found in studies",
        "What the first audit found in policies",
    ]
    assert all(isinstance(box, Box) and isinstance(box.blocks[-1], Bullets) for box in shown)


def test_what_was_not_counted_is_a_number_of_records(pages: Pages) -> None:
    box = audits(pages, "")[1]
    assert isinstance(box, Box)
    studies = next(part for part in box.blocks if isinstance(part, Table))
    row = next(row for row in studies.rows if row[0][0].text == "Other coded fields")
    assert row[1][0].text == "16 in 50 studies"


def test_patterns_that_remain_are_listed(pages: Pages) -> None:
    (block,) = remaining(pages, "")
    assert isinstance(block, Bullets)
    assert len(block.items) == len(pages.base.audit.remaining)


def test_a_field_counts_nothing_or_something() -> None:
    with pytest.raises(ValueError, match="greater than 0"):
        AuditedField(judgement="numbers", what="numbers", checked=0, wrong=0)
