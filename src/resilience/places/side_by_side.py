"""All neighbourhoods beside each other, as frames that figures take."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from resilience.findings.view import Findings
from resilience.places.initiative import activities_of_type, types_in_order
from resilience.places.measures import DEPRIVATION, DOMAINS, SURROUNDINGS, Measure
from resilience.places.profile import middle_half, wards_of
from resilience.places.wards import mean_of
from resilience.records.vocabulary import SystemProperty
from resilience.tables.frame import frame

if TYPE_CHECKING:
    import pandas as pd


def deprivation(findings: Findings) -> "pd.DataFrame":
    """Give the figures of deprivation, income and work, as `figures_frame` does."""
    return figures_frame(findings, DEPRIVATION)


def domains(findings: Findings) -> "pd.DataFrame":
    """Give the figures of five domains of deprivation, as `figures_frame` does."""
    return figures_frame(findings, DOMAINS)


def surroundings(findings: Findings) -> "pd.DataFrame":
    """Give the figures of what is around people, as `figures_frame` does."""
    return figures_frame(findings, SURROUNDINGS)


def figures_frame(findings: Findings, measures: Sequence[Measure]) -> "pd.DataFrame":
    """Give each figure of each neighbourhood, and of all wards, as `figures.panels` takes them."""
    return frame(row for measure in measures for row in _figure(findings, measure))


def in_words(frame: "pd.DataFrame") -> str:
    """Say which neighbourhood is worst on how many of the figures in a frame; those that tie all count."""
    own = frame[frame["is_main"]]
    worst: Counter[str] = Counter()
    for _, group in own.groupby("panel", sort=False):
        ends = group["value"].max() if group["worse"].iloc[0] == "high" else group["value"].min()
        worst.update(group.loc[group["value"] == ends, "label"])
    total = own["panel"].nunique()
    said = [f"{label} on {n}" for label, n in worst.most_common()]
    return f"Of {total} figures, the worst of the {own['label'].nunique()} is {', '.join(said)}."


def types_frame(findings: Findings) -> "pd.DataFrame":
    """Count activities by type and neighbourhood: row, column, n; null where none is on record."""
    places = list(findings.base.neighbourhoods.values())
    return frame(
        {
            "row": findings.base.types[slug].label,
            "column": place.name,
            "n": len(activities_of_type(findings, place).get(slug, [])) or None,
        }
        for slug in types_in_order(findings, places)
        for place in places
    )


def properties_frame(findings: Findings) -> "pd.DataFrame":
    """Count findings by system property and neighbourhood: row, column, n; null where none is on record."""
    return frame(
        {
            "row": one.label,
            "column": place.name,
            "n": sum(finding.property is one for finding in place.findings) or None,
        }
        for one in SystemProperty
        for place in findings.base.neighbourhoods.values()
    )


def map_numbers(findings: Findings) -> dict[str, str]:
    """Number the neighbourhoods by name, as maps and narrow tables do."""
    return {place.name: str(number) for number, place in enumerate(findings.base.neighbourhoods.values(), 1)}


def _figure(findings: Findings, measure: Measure) -> Iterator[dict[str, object]]:
    wards = findings.base.wards
    low, high = middle_half(measure, wards)
    everyone = f"{len({ward.council for ward in wards})} North West councils"
    groups = {place.name: wards_of(place.slug, wards) for place in findings.base.neighbourhoods.values()}
    for label, group in (groups | {everyone: wards}).items():
        yield {
            "panel": measure.title,
            "label": label,
            "value": mean_of(group, measure.column),
            "decimals": measure.decimals,
            "is_main": label != everyone,
            "worse": measure.worse,
            "middle_low": low,
            "middle_high": high,
        }
