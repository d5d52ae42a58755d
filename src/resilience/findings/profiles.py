"""Where an authority stands among the lower-tier councils of its nation, by each part of the nation's index.

A rank is taken for each part, from the mean over the places of the authority. The distance of two
authorities is the mean difference of their ranks. Nothing crosses a border between nations.
"""

from collections.abc import Mapping
from functools import cached_property
from statistics import fmean

from resilience.findings.districts import Districts
from resilience.findings.standings import Standings, mean_of, share_below
from resilience.records.place_figures import INDEX
from resilience.records.policy import Council
from resilience.records.vocabulary import Nation

Profile = Mapping[str, float]
"""The share of the nation's councils with a lower mean, of 100, by part of the index."""


class Profiles:
    """The profile of each authority, worked out when it is first asked for."""

    def __init__(self, standings: Standings, districts: Districts) -> None:
        self._standings = standings
        self._districts = districts
        self._known: dict[str, Profile] = {}

    def of(self, council: Council) -> Profile:
        """Give a profile; empty where it is not known which places the authority stands for."""
        if council.slug not in self._known:
            self._known[council.slug] = self._profile(council)
        return self._known[council.slug]

    def _profile(self, council: Council) -> Profile:
        codes = self._districts[council.slug]
        places = [place for code in codes for place in self._standings.in_council[code]]
        means = {key: mean_of(places, key) for key in self.parts(council.nation)}
        scales = self._scales[council.nation]
        return {key: share_below(scales[key], mean) for key, mean in means.items() if mean is not None}

    def parts(self, nation: Nation) -> list[str]:
        """Name the parts of a nation's index that are on record."""
        return [one.key for one in self._standings.figures_of(nation) if one.part_of == INDEX]

    @cached_property
    def _scales(self) -> dict[Nation, dict[str, list[float]]]:
        """The means of each nation's councils in order, by part of the index."""
        councils = self._standings.country.councils
        return {
            nation: {
                key: sorted(
                    mean
                    for code, one in councils.items()
                    if one.nation == nation and (mean := self._standings.of_council(code, key)) is not None
                )
                for key in self.parts(nation)
            }
            for nation in self._standings.nations
        }


def distance(one: Profile, other: Profile) -> float | None:
    """Give the mean difference of the ranks that two profiles share, of 100; None where they share none."""
    shared = sorted(one.keys() & other.keys())
    return fmean(abs(one[key] - other[key]) for key in shared) if shared else None
