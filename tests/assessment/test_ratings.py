"""Records become facts, each study once, and every type is rated with what stands beside its level."""

from pathlib import Path

import pytest

from resilience.assessment.ratings import Ratings
from resilience.assessment.study_facts import facts_of, has_result
from resilience.evidence import EvidenceBase, load
from resilience.records.vocabulary import Level

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def base() -> EvidenceBase:
    return load(ROOT)


@pytest.fixture(scope="module")
def ratings(base: EvidenceBase) -> Ratings:
    return Ratings(base)


def test_every_study_of_a_type_is_counted_or_left_out_with_a_reason(
    base: EvidenceBase, ratings: Ratings
) -> None:
    for slug, rated in ratings.all().items():
        keys = [one.key for one in rated.counted] + [one.study.key for one in rated.left_out]
        assert sorted(keys) == sorted(key for key, study in base.studies.items() if slug in study.types)
        assert all(one.why for one in rated.left_out)


def test_pointers_and_exposures_do_not_count(base: EvidenceBase) -> None:
    counted, left_out = facts_of(base, base.studies.values())
    keys = {one.key for one in counted}
    assert not keys & {study.key for study in base.studies.values() if study.of_exposure}
    assert not keys & {study.key for study in base.studies.values() if not has_result(study)}
    assert len(counted) + len(left_out) == len(base.studies)


def test_reports_of_one_study_count_once(base: EvidenceBase) -> None:
    reports = [study for study in base.studies.values() if study.companion_of and has_result(study)]
    together = [*reports, *(base.studies[str(study.companion_of)] for study in reports)]
    assert reports
    counted, left_out = facts_of(base, dict.fromkeys(study for study in together if not study.of_exposure))
    assert not {one.key for one in counted} & {
        one.study.key for one in left_out if "further report" in one.why
    }
    assert any("further report" in one.why for one in left_out)


def test_a_type_without_studies_has_no_evidence_found(base: EvidenceBase, ratings: Ratings) -> None:
    studied = {slug for study in base.studies.values() for slug in study.types}
    for slug in set(base.types) - studied:
        assert ratings.of(slug).level is Level.NONE


def test_as_long_as_only_abstracts_are_read_nothing_is_strong(ratings: Ratings) -> None:
    assert all(rated.level is not Level.STRONG for rated in ratings.all().values())
    assert any(rated.level is Level.STRONG for rated in ratings.all("looser").values())


def test_the_other_tables_say_what_they_say_when_in_use(ratings: Ratings) -> None:
    for slug, rated in ratings.all().items():
        for reading in rated.other_tables:
            assert ratings.of(slug, reading.table.slug).level is reading.level


def test_the_evidence_on_befriending_is_mixed(ratings: Ratings) -> None:
    rated = ratings.of("befriending")
    assert rated.level is Level.MIXED
    assert rated.rating.fired == ("controlled", "reviews")
    assert rated.experience.grade.slug == "evaluated"


def test_an_unknown_name_is_a_key_error(ratings: Ratings) -> None:
    with pytest.raises(KeyError):
        ratings.of("no-such-type")
    with pytest.raises(KeyError):
        ratings.of("befriending", "no-such-table")
