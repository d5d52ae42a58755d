"""One view of an evidence base: each part is computed once, and only when somebody asks for it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from resilience.evidence import EvidenceBase
from resilience.evidence import load as load_base
from resilience.evidence.coding import DoubleCode
from resilience.findings.agreement import FieldAgreement, by_field
from resilience.findings.answers import Answers
from resilience.findings.districts import Districts, districts
from resilience.findings.flow import Stage, policy_flow, record_flow
from resilience.findings.gap_map import Cell, gap_map
from resilience.findings.headline import Headline, headline
from resilience.findings.joins import Joins
from resilience.findings.pools import PoolResult, result_of
from resilience.findings.profiles import Profiles
from resilience.findings.ratings import RatedCell, Ratings
from resilience.findings.search_flow import SearchFlow, search_flow
from resilience.findings.standings import Standings
from resilience.findings.suggestions import Suggestions
from resilience.records.area import SmallArea, Ward
from resilience.records.search_log import Sought

Holdings = dict[str, frozenset[str]]
"""Activity types under the slug of a policy, or of a council."""


class Findings:
    """An evidence base and all that follows from it."""

    def __init__(self, base: EvidenceBase) -> None:
        """Take the evidence base; nothing is computed yet."""
        self.base = base

    @cached_property
    def joins(self) -> Joins:
        """The links between records, and the type of each free text."""
        return Joins(self.base)

    @cached_property
    def ratings(self) -> Ratings:
        """What the evidence says of each activity, outcome by outcome."""
        return Ratings(self.base, self.joins)

    @cached_property
    def answers(self) -> Answers:
        """Written answers by activity type, each beside what the records say now; a type may have none."""
        return Answers(self.base, self.ratings, self.size_of, lambda: self.council_types)

    @cached_property
    def suggestions(self) -> Suggestions:
        """What the matcher makes of texts that nobody has coded."""
        return Suggestions(self.base, self.joins)

    @cached_property
    def gap_map(self) -> Mapping[str, tuple[Cell, ...]]:
        """The cells of each activity type, in the order of the columns."""
        return gap_map(self.base, self.joins)

    @cached_property
    def pools(self) -> Mapping[str, PoolResult]:
        """Each set of results brought together as far as the rules allow, by slug."""
        return _Pools(self.base)

    @cached_property
    def record_flow(self) -> list[Stage]:
        """How many studies went how far."""
        return record_flow(self.base, self.pools)

    @cached_property
    def policy_flow(self) -> list[Stage]:
        """How many policies went how far."""
        return policy_flow(self.base)

    @cached_property
    def search_flow(self) -> SearchFlow:
        """What came of the searches for studies that are on record."""
        return search_flow(self.base, Sought.STUDIES)

    @cached_property
    def policy_search_flow(self) -> SearchFlow:
        """What came of the searches for policies that are on record."""
        return search_flow(self.base, Sought.POLICIES)

    @cached_property
    def policy_types(self) -> Holdings:
        """The settled types of each policy."""
        return {slug: frozenset(self.joins.types_of(policy)) for slug, policy in self.base.policies.items()}

    @cached_property
    def council_types(self) -> Holdings:
        """The settled types of each council with a policy on record."""
        return of_councils(self.base, self.policy_types)

    @cached_property
    def coded_twice(self) -> Mapping[str, list[DoubleCode]]:
        """The codes of both passes over each study, by its key."""
        codes: dict[str, list[DoubleCode]] = defaultdict(list)
        for code in self.base.coding:
            if code.kind == "study" and code.coded_twice:
                codes[code.name].append(code)
        return dict(codes)

    @cached_property
    def agreement(self) -> list[FieldAgreement]:
        """How far the two passes over the records agree, field by field."""
        return by_field(self.base.coding)

    @property
    def wards(self) -> list[Ward]:
        """The wards of the North West with their figures."""
        return self.base.wards

    @property
    def small_areas(self) -> list[SmallArea]:
        """The small areas of all neighbourhoods."""
        return self.base.small_areas

    @cached_property
    def standings(self) -> Standings:
        """How each place of the United Kingdom stands within its nation."""
        country, figures = self.base.country, self.base.place_figures
        makings = "standings", id(country), id(figures)
        return self.base.shared.once(makings, lambda: Standings(country, figures))

    @cached_property
    def districts(self) -> Districts:
        """The lower-tier councils of today that each authority stands for."""
        return districts(self.base.councils, self.base.country.councils)

    @cached_property
    def profiles(self) -> Profiles:
        """Where each authority stands among the councils of its nation."""
        return Profiles(self.standings, self.districts)

    @cached_property
    def _sizes(self) -> dict[tuple[str, str, str], Headline]:
        return {}

    def size_of(self, cell: RatedCell) -> Headline:
        """Give the size of the effect that leads a rated cell, or why none is shown."""
        key = (cell.type.slug, cell.group.slug, cell.level)
        if key not in self._sizes:
            self._sizes[key] = headline(self.base, cell)
        return self._sizes[key]


class _Pools(Mapping[str, PoolResult]):
    """The sets of results of an evidence base, each brought together when it is first asked for."""

    def __init__(self, base: EvidenceBase) -> None:
        self._base = base
        self._known: dict[str, PoolResult] = {}

    def __getitem__(self, slug: str) -> PoolResult:
        if slug not in self._known:
            self._known[slug] = result_of(self._base, self._base.pools[slug])
        return self._known[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._base.pools)

    def __len__(self) -> int:
        return len(self._base.pools)


def load(start: Path | str = ".") -> Findings:
    """Open the evidence that the folder `start`, or one above it, holds.

    Raises EvidenceError where there is none.
    """
    return Findings(load_base(start))


def of_councils(base: EvidenceBase, by_policy: Holdings) -> Holdings:
    """Put together the types of each council's policies."""
    found: dict[str, set[str]] = {}
    for slug, types in by_policy.items():
        found.setdefault(base.policies[slug].council, set()).update(types)
    return {slug: frozenset(types) for slug, types in found.items()}
