"""Which way results point: what activities did, turned where their opposite was studied, and nothing else."""

from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.counts import directions_by_type
from resilience.records.study import Study
from resilience.records.vocabulary import Direction, OnTopic, Polarity

BASE = book()
MADE = BASE.studies["mead-2010-befriending-depression"]


def counted(*studies: Study) -> list[tuple[str, str, int]]:
    base = EvidenceBase(BASE.folder)
    base.__dict__["studies"] = {study.key: study for study in studies}
    rows: list[tuple[str, str, int]] = list(
        directions_by_type(Findings(base)).itertuples(index=False, name=None)
    )
    return rows


def study(**fields: object) -> Study:
    outcomes = tuple(one.model_copy(update={"direction": Direction.BENEFIT}) for one in MADE.outcomes[:1])
    made = {"types": ("befriending",), "on_topic": {}, "outcomes": outcomes}
    return MADE.model_copy(update=made | fields)


def test_a_result_counts_once_under_each_activity_that_it_speaks_to() -> None:
    both = study(types=("befriending", "social-isolation"))
    outcomes = (*both.outcomes, both.outcomes[0].model_copy(update={"for_types": ("befriending",)}))
    assert counted(both.model_copy(update={"outcomes": outcomes})) == [
        ("Befriending", "benefit", 2),
        ("Reducing social isolation", "benefit", 1),
    ]


def test_what_people_live_with_and_what_is_off_topic_do_not_count() -> None:
    assert counted(study(of_exposure=True)) == []
    assert counted(study(on_topic={"befriending": OnTopic.NO})) == []


def test_a_result_of_the_opposite_is_turned_over() -> None:
    assert counted(study(polarity=Polarity.REVERSE)) == [("Befriending", "harm", 1)]


def test_no_exposure_on_record_is_counted() -> None:
    exposed = {study.key for study in BASE.studies.values() if study.of_exposure}
    kept = [study for study in BASE.studies.values() if study.key not in exposed]
    assert len(kept) < len(BASE.studies)
    everything = directions_by_type(Findings(BASE))
    assert counted(*kept) == list(everything.itertuples(index=False, name=None))
