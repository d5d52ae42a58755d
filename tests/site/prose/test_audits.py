"""Error rates come from the records of the audits, under the names that pages ask for."""

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import captions, lines, piece, rows, text

from resilience.records.editorial import Audit, AuditedField, Audits, AuditSample
from resilience.records.vocabulary import CodedBy
from resilience.site.pages.common import Pages
from resilience.site.prose.audits import audits, rate, remaining


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("studies numbers", "4 of 365 (1.1%) in the first audit; 1 of 195 (0.5%) in the second audit"),
        ("studies other-fields", "16 in 50 studies in the first audit"),
        ("studies records", "17 of 36 (47%) in the second audit"),
        ("policies figures", "4 of 45 (8.9%) in the first audit; 0 of 35 (0%) in the second audit"),
        ("policies types", "10 of 40 (25%) in the first audit; 7 of 24 (29%) in the second audit"),
    ],
)
def test_rates(pages: Pages, name: str, said: str) -> None:
    assert rate(pages, name).text == said


@pytest.mark.parametrize("name", ["", "studies", "numbers", "studies nothing", "policies  types"])
def test_an_unknown_rate_is_refused(pages: Pages, name: str) -> None:
    with pytest.raises(KeyError):
        rate(pages, name)


def test_the_latest_audit_comes_first_each_with_tables_and_what_was_put_right(pages: Pages) -> None:
    shown = piece(audits(pages, ""))
    assert captions(shown) == [
        "What the second audit found in studies",
        "What the second audit found in policies",
        "What the first audit found in studies",
        "What the first audit found in policies",
    ]
    assert all(isinstance(box, nodes.container) for box in shown)
    assert all(isinstance(box[-1], nodes.bullet_list) for box in shown.findall(nodes.container))


def test_what_was_not_counted_is_a_number_of_records(pages: Pages) -> None:
    first = piece(audits(pages, ""))[1]
    assert isinstance(first, nodes.container)
    row = next(row for row in rows(first) if row[0] == "Other coded fields")
    assert row[1] == "16 in 50 studies"


def test_patterns_that_remain_are_listed(pages: Pages) -> None:
    assert lines(piece(remaining(pages, ""))) == list(pages.base.audit.remaining)


def test_a_field_counts_nothing_or_something() -> None:
    with pytest.raises(ValueError, match="greater than 0"):
        AuditedField(judgement="numbers", what="numbers", checked=0, wrong=0)


def test_an_audit_of_new_records_shows_what_was_aimed_at_and_who_compared(pages: Pages) -> None:
    numbers = AuditedField(judgement="numbers", what="numbers", checked=300, wrong=3, aim=1)
    codes = AuditedField(
        judgement="votes", what="codes", checked=400, wrong=19, aim=5, by_whom="a person", wrong_what="types"
    )
    sample = AuditSample(
        of="studies",
        drawn_from="added since 28 November 2026",
        drawn=40,
        found_again=40,
        by_whom="a pass of the model that had not coded them",
        fields=(numbers, codes),
    )
    audit = Audit(
        name="the third audit", by=CodedBy.MODEL, how="As before.", samples=(sample,), corrected=("All.",)
    )
    own = Pages(book())
    own.base.audit = Audits(audits=(*pages.base.audit.audits, audit), remaining=())
    shown = piece(audits(own, ""))
    assert rows(shown)[:2] == [
        [
            "Numbers",
            "3 of 300 (1.0%)",
            "under 1%: missed",
            "A pass of the model that had not coded them",
            "Nothing",
        ],
        ["Codes", "19 of 400 (4.8%)", "under 5%: reached", "A person", "Types"],
    ]
    assert "40 studies (added since 28 November 2026) were drawn" in text(shown)
    assert rate(own, "studies votes?").text == "19 of 400 (4.8%) in the third audit"


def test_what_no_audit_may_have_looked_at_is_said_so(pages: Pages) -> None:
    assert rate(pages, "studies votes?").text == "not audited yet"


@pytest.mark.parametrize(
    ("fields", "because"),
    [({"checked": 3, "wrong": 4}, "more are wrong"), ({"wrong": 1, "aim": 1}, "an aim needs the number")],
)
def test_counts_of_an_audit_fit(fields: dict[str, int], because: str) -> None:
    with pytest.raises(ValueError, match=because):
        AuditedField(judgement="numbers", what="numbers", **fields)
