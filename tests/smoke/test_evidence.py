"""What holds of the evidence of this repository, whatever is added, changed or taken away by the rules."""

import re
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from tests.evidence.schemas import faults, files_of

from resilience.checks import Severity, check
from resilience.evidence import EvidenceBase
from resilience.evidence.form import to_form
from resilience.evidence.kinds import KINDS, Kind, kind_of
from resilience.evidence.schemas import stale_schemas
from resilience.evidence.works import read_references, write_bibtex
from resilience.findings import Findings
from resilience.findings.agreement import by_field
from resilience.received.issue_form import FOLDER, stale_forms
from resilience.records.vocabulary import Reported
from resilience.site.pages.common import Pages
from resilience.site.prose.audits import rate
from resilience.site.prose.coding import LABELS, LABELS_BY_TABLE

ROOT = Path(__file__).parents[2]


KINDS_BY_CODE = {
    "E06": "unitary",
    "E07": "non-metropolitan-district",
    "E08": "metropolitan-district",
    "E09": "london-borough",
    "N09": "ni-district",
    "S12": "scottish-council",
    "W06": "welsh-principal-area",
}


@pytest.fixture(scope="module")
def base() -> EvidenceBase:
    return EvidenceBase(ROOT / "evidence")


def test_no_check_finds_an_error(base: EvidenceBase) -> None:
    errors = [one for one in check(base.folder, date(2026, 12, 1)) if one.severity is Severity.ERROR]
    assert [str(problem) for problem in errors] == []


def test_every_kind_has_records(base: EvidenceBase) -> None:
    kinds = ("studies", "policies", "neighbourhoods", "pools", "types", "leads", "concepts", "councils")
    assert [name for name in kinds if not getattr(base, name)] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_files_are_in_form_and_fit_the_schema_that_they_name(base: EvidenceBase, kind: Kind) -> None:
    for path in files_of(base.folder, kind):
        assert kind_of(PurePosixPath(path.relative_to(base.folder))) is kind
        assert faults(path) == []
        text = path.read_text("utf-8")
        assert to_form(text, kind.model) == text, f"Next: resilience check --fix {path}"


def test_the_schemas_are_not_stale(base: EvidenceBase) -> None:
    assert stale_schemas(base) == [], "Next: resilience schema"


def test_the_issue_forms_are_not_stale(base: EvidenceBase) -> None:
    assert (ROOT / FOLDER).is_dir()
    assert stale_forms(base) == [], "Next: resilience schema"


def test_works_can_be_told_apart_and_written_again(base: EvidenceBase, tmp_path: Path) -> None:
    assert len(set(base.cited.values())) == len(base.references)
    copy = tmp_path / "references.bib"
    copy.write_text(write_bibtex(base.references), "utf-8")
    assert read_references(copy) == base.references


def test_every_record_has_its_work(base: EvidenceBase) -> None:
    works = base.references.keys()
    published = (*base.programme.publications, *base.programme.background_reading)
    assert {*base.studies, *base.leads, *base.concepts, *(one.key for one in published)} <= works
    assert base.studies.keys() & base.leads.keys() == set()


def test_every_study_votes_or_is_left_out_with_a_reason(base: EvidenceBase) -> None:
    findings = Findings(base)
    for slug, rated in findings.ratings.all().items():
        voting = {key for cell in rated.cells.values() for vote in cell.votes for key in vote.reports}
        left_out = {one.study.key: one.why for one in rated.left_out}
        carrying = {study.key for study in findings.joins.studies_by_type.get(slug, [])}
        assert not voting & left_out.keys()
        assert voting | left_out.keys() <= carrying
        assert all(left_out.values())


def test_a_set_is_pooled_where_its_definition_and_the_rules_allow_it_alone(base: EvidenceBase) -> None:
    for result in Findings(base).pools.values():
        assert (result.headline is None) or (result.definition.use == "pooled" and not result.refused)


def test_prose_asks_for_nothing_that_the_records_do_not_have(base: EvidenceBase) -> None:
    pages = Pages(base)
    text = (ROOT / "book/methods/language-model.md").read_text("utf-8")
    assert all(rate(pages, name).text for name in re.findall(r"{audit-rate}`(.+?)`", text))
    words = {**dict.fromkeys(("studies", "results"), LABELS), **LABELS_BY_TABLE}
    assert [one for one in by_field(base.coding) if one.field not in words[one.of]] == []


def test_what_a_guideline_asks_is_met_on_pages_that_exist(base: EvidenceBase) -> None:
    for item in base.reporting.items:
        assert bool(item.where) is (item.status in (Reported.MET, Reported.IN_PART)), item.number
        assert all((ROOT / f"{place.page}.md").is_file() for place in item.where), item.number


def test_each_council_of_today_has_one_record_with_its_code(base: EvidenceBase) -> None:
    records = [one for one in base.councils.values() if one.ons_code in base.country.councils]
    assert sorted(one.ons_code or "" for one in records) == sorted(base.country.councils)
    for one in records:
        today = base.country.councils[one.ons_code or ""]
        assert (one.nation, one.region.lower()) == (today.nation, today.region.lower()), one.slug
        assert one.type in {KINDS_BY_CODE[today.code[:3]], "sui-generis"}, one.slug
        assert one.successors is None
        assert not one.group


def test_only_councils_with_a_policy_are_counted(base: EvidenceBase) -> None:
    held = {policy.council for policy in base.policies.values()}
    assert set(base.councils_on_record) == held
    assert set(Findings(base).council_types) <= held
    others = set(base.councils) - held
    assert all(base.councils[slug].ons_code in base.country.councils for slug in others)
