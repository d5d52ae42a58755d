"""When pooling is wrong: results on other scales, or people and studies that would count twice.

The Cochrane Handbook says why: chapters 6 (units), 10.3 (what can be combined), 5.2.1 (one study, many
reports), V.4 (reviews that share studies).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

RATIOS_OF_RARE_EVENTS = frozenset({"OR", "RR", "HR", "rate-ratio"})
"""These nearly agree where few people have the event. Greenland S. Am J Epidemiol 1987;125:761-768."""
FEWEST = 3
"""Of two results nobody can say how much results differ, so what they say together cannot be told."""
IN_WORDS = {
    "OR": "odds ratios",
    "RR": "risk ratios",
    "HR": "hazard ratios",
    "rate-ratio": "rate ratios",
    "SMD": "standardised mean differences",
    "MD": "mean differences",
    "beta": "regression coefficients",
    "percentage-point": "percentage points",
    "percent-change": "changes in per cent",
}
"""What a reader calls results on a scale."""
WITHOUT_UNIT = RATIOS_OF_RARE_EVENTS | {"SMD", "r"}
TWO = "Two results can't show how much results differ, so they are shown side by side."
NOTHING_TO_POOL = "There are fewer than two results, so there is nothing to pool."


@dataclass(frozen=True)
class Candidate:
    """A result that is offered to a pool."""

    label: str
    """How the page names the result."""
    study: str
    """Key of the study."""
    metric: str
    unit: str | None = None
    """What one unit of the metric means, for metrics that have a unit."""
    sample: str | None = None
    """Name of the sample, where several results share people; else each study has its own."""
    companion_of: str | None = None
    """Key of the study whose further report this study is."""
    is_review: bool = False
    includes: frozenset[str] | None = None
    """Keys of the studies in a review; none where they are not known."""


@dataclass(frozen=True)
class Objection:
    """A reason not to pool, and the results that it concerns."""

    rule: str
    sentence: str
    labels: tuple[str, ...]


def objections(
    candidates: Sequence[Candidate], *, rare_events: bool = False, clustered: bool = False
) -> list[Objection]:
    """Collect all reasons not to pool.

    `rare_events` says that the event is so rare that ratios agree; `clustered` says that the error is to be
    made robust to several effects from one sample.
    """
    found = [
        *too_few(candidates, clustered),
        *other_metrics(candidates, rare_events),
        *other_units(candidates),
        *one_study_twice(candidates),
        *reviews_beside_studies(candidates),
    ]
    return found if clustered else [*found, *overlapping_samples(candidates)]


def too_few(candidates: Sequence[Candidate], clustered: bool = False) -> list[Objection]:
    """Object to a pool of fewer than three results, or samples where these give several.

    Bender R and others. Methods for evidence synthesis in the case of very few studies. Res Synth Methods
    2018;9:382-392.
    """
    count = len({one.sample or one.study for one in candidates}) if clustered else len(candidates)
    if count >= FEWEST:
        return []
    sentence = TWO if count == FEWEST - 1 else NOTHING_TO_POOL
    return [_objection("too-few", sentence, candidates)]


def other_metrics(candidates: Sequence[Candidate], rare_events: bool = False) -> list[Objection]:
    """Object to different metrics, and to one that says nothing of its scale."""
    metrics = {candidate.metric for candidate in candidates}
    # A count is no difference between groups, whatever it counts.
    if odd := [candidate for candidate in candidates if candidate.metric in ("other", "count")]:
        return [_objection("metrics", "The scale of a result is not one that can be pooled.", odd)]
    if len(metrics) < 2 or (rare_events and metrics <= RATIOS_OF_RARE_EVENTS):
        return []
    listed = ", ".join(sorted(IN_WORDS.get(metric, metric) for metric in metrics))
    return [_objection("metrics", f"The results are on different scales: {listed}.", candidates)]


def other_units(candidates: Sequence[Candidate]) -> list[Objection]:
    """Object to results in different or unknown units."""
    measured = [candidate for candidate in candidates if candidate.metric not in WITHOUT_UNIT]
    units = {candidate.unit for candidate in measured}
    if None in units:
        unknown = [candidate for candidate in measured if candidate.unit is None]
        return [_objection("units", "It is not known what one unit of a result means.", unknown)]
    if len(units) < 2:
        return []
    return [_objection("units", "One unit does not mean the same in all results.", measured)]


def one_study_twice(candidates: Sequence[Candidate]) -> list[Objection]:
    """Object to two reports of one study."""
    reports: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        reports[_main_report(candidate.study, _companions(candidates))].append(candidate)
    return [
        _objection("one-study-twice", "These are reports of one study, which would count twice.", group)
        for group in reports.values()
        if len({candidate.study for candidate in group}) > 1
    ]


def overlapping_samples(candidates: Sequence[Candidate]) -> list[Objection]:
    """Object to several results from the same people."""
    samples: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        key = ("sample", candidate.sample) if candidate.sample else ("study", candidate.study)
        samples[key].append(candidate)
    return [
        _objection(
            "overlapping-samples", "These results are from the same people, who would count twice.", group
        )
        for group in samples.values()
        if len(group) > 1
    ]


def reviews_beside_studies(candidates: Sequence[Candidate]) -> list[Objection]:
    """Object to a review beside anything that it includes, or may include."""
    found = []
    companions = _companions(candidates)
    for one, other in combinations(candidates, 2):
        if one.study == other.study or not (one.is_review or other.is_review):
            continue
        shared = _shared(one, other, companions)
        if shared is None:
            sentence = "A review may include the studies beside it, which would then count twice."
        elif shared:
            sentence = (
                "A review includes studies that stand beside it or in another review; they would count twice."
            )
        else:
            continue
        found.append(_objection("reviews-beside-studies", sentence, (one, other)))
    return found


def _shared(one: Candidate, other: Candidate, companions: Mapping[str, str]) -> set[str] | None:
    """Give the studies that stand behind both results; none if that is not known."""
    behind = []
    for candidate in (one, other):
        if candidate.is_review and candidate.includes is None:
            return None
        keys = candidate.includes if candidate.is_review and candidate.includes else {candidate.study}
        behind.append({_main_report(key, companions) for key in keys})
    return behind[0] & behind[1]


def _companions(candidates: Iterable[Candidate]) -> dict[str, str]:
    return {item.study: item.companion_of for item in candidates if item.companion_of}


def _main_report(study: str, companions: Mapping[str, str]) -> str:
    seen = {study}
    while study in companions and companions[study] not in seen:
        study = companions[study]
        seen.add(study)
    return min(seen) if study in companions else study


def _objection(rule: str, sentence: str, candidates: Iterable[Candidate]) -> Objection:
    return Objection(rule, sentence, tuple(candidate.label for candidate in candidates))
