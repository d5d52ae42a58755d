"""All neighbourhoods beside each other, as frames that figures take."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from ..evidence import EvidenceBase
from ..records.vocabulary import SystemProperty
from .initiative import activities_of_type, types_in_order
from .measures import Measure
from .profile import middle_half, wards_of
from .wards import mean_of, read_wards


def figures_frame(base: EvidenceBase, measures: Sequence[Measure]) -> pd.DataFrame:
    """Give each figure of each neighbourhood, and of all wards, as `figures.panels` takes them."""
    return pd.DataFrame(row for measure in measures for row in _figure(base, measure))


def in_words(frame: pd.DataFrame) -> str:
    """Say which neighbourhood is worst on how many of the figures in a frame; those that tie all count."""
    own = frame[frame["is_main"]]
    worst: Counter[str] = Counter()
    for _, group in own.groupby("panel", sort=False):
        ends = group["value"].max() if group["worse"].iloc[0] == "high" else group["value"].min()
        worst.update(group.loc[group["value"] == ends, "label"])
    total = own["panel"].nunique()
    said = [f"{label} on {n}" for label, n in worst.most_common()]
    return f"Of {total} figures, the worst of the {own['label'].nunique()} is {', '.join(said)}."


def types_frame(base: EvidenceBase) -> pd.DataFrame:
    """Count activities by type and neighbourhood: row, column, n; null where none is on record."""
    places = list(base.neighbourhoods.values())
    return pd.DataFrame(
        {
            "row": base.types[slug].label,
            "column": place.name,
            "n": len(activities_of_type(base, place).get(slug, [])) or None,
        }
        for slug in types_in_order(base, places)
        for place in places
    )


def properties_frame(base: EvidenceBase) -> pd.DataFrame:
    """Count findings by system property and neighbourhood: row, column, n; null where none is on record."""
    return pd.DataFrame(
        {
            "row": one.label,
            "column": place.name,
            "n": sum(finding.property is one for finding in place.findings) or None,
        }
        for one in SystemProperty
        for place in base.neighbourhoods.values()
    )


def _figure(base: EvidenceBase, measure: Measure) -> Iterator[dict[str, object]]:
    wards = read_wards(base)
    low, high = middle_half(measure, wards)
    everyone = f"{len({ward.council for ward in wards})} North West councils"
    groups = {place.name: wards_of(place.slug, wards) for place in base.neighbourhoods.values()}
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
