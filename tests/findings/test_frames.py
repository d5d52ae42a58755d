"""Frames hold what the records hold: nothing is lost, nothing counted twice."""

import inspect
from collections.abc import Callable

import pandas as pd
import pytest

from resilience.evidence import EvidenceBase
from resilience.findings import Findings, counts, frames
from resilience.findings.votes import speaks_to, why_left_out

ROWS: dict[str, Callable[[EvidenceBase], int]] = {
    "studies_frame": lambda base: len(base.studies),
    "study_types_frame": lambda base: sum(len(study.types) for study in base.studies.values()),
    "outcomes_frame": lambda base: sum(len(study.outcomes) for study in base.studies.values()),
    "policies_frame": lambda base: len(base.policies),
    "policy_types_frame": lambda base: sum(
        len(Findings(base).joins.types_of(policy)) for policy in base.policies.values()
    ),
    "activities_frame": lambda base: sum(len(place.activities) for place in base.neighbourhoods.values()),
    "estimates_frame": lambda base: sum(len(study.estimates) for study in base.survey.studies),
}

TOTALS: dict[str, Callable[[EvidenceBase], int]] = {
    "policies_by_type": ROWS["policy_types_frame"],
    "studies_by_type": ROWS["study_types_frame"],
    "policies_by_nation": ROWS["policies_frame"],
    "policies_by_document": ROWS["policies_frame"],
    "studies_by_design": ROWS["studies_frame"],
    "activities_by_domain": ROWS["activities_frame"],
}
SINGLE: dict[str, Callable[[EvidenceBase], int]] = {
    "studies": ROWS["studies_frame"],
    "policies": ROWS["policies_frame"],
    "councils": lambda base: len({policy.council for policy in base.policies.values()}),
}
YEARS: dict[str, Callable[[EvidenceBase], list[int | None]]] = {
    "study_years": lambda base: [base.references[key].year for key in base.studies],
    "policy_years": lambda base: [policy.year_start for policy in base.policies.values()],
}
COUNTED_BELOW = ("directions_by_type", "most_deprived_areas")


def of_base(module: object, ending: str = "") -> list[str]:
    """Name the functions of a module that take an evidence base alone."""
    return [
        name
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_")
        and name.endswith(ending)
        and [*inspect.signature(function).parameters] == ["findings"]
    ]


def test_every_frame_and_count_is_looked_at() -> None:
    assert sorted(ROWS) == sorted(of_base(frames, "_frame"))
    assert sorted([*TOTALS, *SINGLE, *YEARS, *COUNTED_BELOW]) == sorted(of_base(counts))


@pytest.mark.parametrize("name", ROWS)
def test_rows(frozen: EvidenceBase, name: str) -> None:
    assert len(getattr(frames, name)(Findings(frozen))) == ROWS[name](frozen) > 0


@pytest.mark.parametrize("name", TOTALS)
def test_totals(frozen: EvidenceBase, name: str) -> None:
    assert getattr(counts, name)(Findings(frozen))["n"].sum() == TOTALS[name](frozen)


@pytest.mark.parametrize("name", SINGLE)
def test_single_numbers(frozen: EvidenceBase, name: str) -> None:
    assert getattr(counts, name)(Findings(frozen)) == SINGLE[name](frozen) > 0


@pytest.mark.parametrize("name", YEARS)
def test_years(frozen: EvidenceBase, name: str) -> None:
    years = getattr(counts, name)(Findings(frozen))["year"]
    assert [None if pd.isna(year) else int(year) for year in years] == YEARS[name](frozen)


def test_every_vote_of_a_direction_is_counted(frozen: EvidenceBase) -> None:
    counted = counts.directions_by_type(Findings(frozen))
    votes = sum(
        speaks_to(outcome, slug)
        for study in frozen.studies.values()
        for slug in study.types
        if not why_left_out(study, slug)
        for outcome in study.outcomes
    )
    assert counted["n"].sum() == votes > 0


@pytest.mark.parametrize("name", TOTALS)
def test_no_label_or_pair_stands_twice(frozen: EvidenceBase, name: str) -> None:
    assert not getattr(counts, name)(Findings(frozen)).drop(columns="n").duplicated().any()


def test_most_deprived_areas(frozen: EvidenceBase) -> None:
    counted = counts.most_deprived_areas(Findings(frozen))
    assert counted["n"].sum() == sum(area.tenth_2019 == 1 for area in frozen.small_areas)
    assert len(counted) == len({area.neighbourhood for area in frozen.small_areas})


def test_types_without_a_policy_are_counted_too(frozen: EvidenceBase) -> None:
    assert list(counts.policies_by_type(Findings(frozen))["label"]) == [
        type_.label for type_ in frozen.types.values()
    ]


def test_what_was_not_seen_is_null(frozen: EvidenceBase) -> None:
    frame = frames.studies_frame(Findings(frozen)).set_index("key")
    unseen = [key for key, study in frozen.studies.items() if study.sample_size is None]
    assert unseen
    assert frame.loc[unseen, "sample_size"].isna().all()
    assert frame["sample_size"].dtype == pd.Int64Dtype()


def test_a_row_says_what_its_record_says(frozen: EvidenceBase) -> None:
    for row in frames.policies_frame(Findings(frozen)).itertuples():
        policy = frozen.policies[str(row.slug)]
        assert row.nation == frozen.councils[policy.council].nation.value
        # What was not seen is null, and never false.
        assert (None if pd.isna(row.evaluation) else bool(row.evaluation)) is policy.evaluation
        assert (None if pd.isna(row.monitoring) else bool(row.monitoring)) is policy.monitoring
        assert row.original_seen is (policy.url is not None)
