"""The links between records that no single record stores, and the types of free texts that they rest on."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple, TypeVar

from resilience.evidence.base import EvidenceBase
from resilience.evidence.saving import decision_on
from resilience.records.coding import CodedText, Decision
from resilience.records.editorial import Gap, Lead
from resilience.records.neighbourhood import Activity, NearbyAction, Neighbourhood
from resilience.records.policy import Policy
from resilience.records.search_log import SearchLog, Sought
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Answer, MatchStatus

T = TypeVar("T")


class Typed(NamedTuple):
    """A text, how sure we are of its type, its first type where it has one, and the reviewer's decision."""

    text: CodedText
    status: MatchStatus
    type: str | None
    decision: Decision | None = None

    @property
    def types(self) -> tuple[str, ...]:
        """Its types, the first one first: a second one is coded, never approved or suggested."""
        return self.text.types or tuple(filter(None, (self.type,)))


def typed_of(base: EvidenceBase, slug: str, text: CodedText) -> Typed:
    """Give the type of a text that stands in the record of this slug."""
    if text.coded:
        return Typed(text, text.status, text.type)
    decision = decision_on(base, slug, text.text)
    if decision is None:
        return Typed(text, text.status, None)
    approved = decision.answer is Answer.APPROVED
    status = MatchStatus.APPROVED if approved else MatchStatus.REJECTED
    return Typed(text, status, decision.type, decision)


class PlacedActivity(NamedTuple):
    """An activity and the neighbourhood it took place in."""

    neighbourhood: Neighbourhood
    activity: Activity


class Tried(NamedTuple):
    """What neighbourhoods did about an activity type: each activity stands in one list only."""

    did: tuple[PlacedActivity, ...]
    """Activities of the type itself, as their first type or their second."""
    worked_on: tuple[PlacedActivity, ...]
    """Activities of another type, such as an enquiry, whose topic it was."""


class OfGroup(NamedTuple):
    """What a group outside the programme plans, or says that it did, of an activity type."""

    neighbourhood: Neighbourhood
    text: str
    done: bool


class PlacedNearby(NamedTuple):
    """A related local action, and the neighbourhood it stands near."""

    neighbourhood: Neighbourhood
    action: NearbyAction


class StudiedOutcome(NamedTuple):
    """One result and the study it comes from."""

    study: Study
    outcome: Outcome


class Joins:
    """Look-ups from one record to all others that belong to it."""

    def __init__(self, base: EvidenceBase) -> None:
        """Join the records of an evidence base."""
        self._base = base
        self._typed: dict[tuple[str, CodedText], Typed] = {}
        self._types: dict[str, tuple[str, ...]] = {}

    def typed_of(self, slug: str, text: CodedText) -> Typed:
        """Give the type of a text that stands in the record of this slug."""
        key = (slug, text)
        if key not in self._typed:
            self._typed[key] = typed_of(self._base, slug, text)
        return self._typed[key]

    def types_of(self, policy: Policy) -> tuple[str, ...]:
        """Give the types of a policy: those it was coded with, then those of its actions."""
        if policy.slug not in self._types:
            of_actions = (slug for one in policy.actions for slug in self.typed_of(policy.slug, one).types)
            self._types[policy.slug] = tuple(dict.fromkeys([*policy.types, *of_actions]))
        return self._types[policy.slug]

    @cached_property
    def studies_by_type(self) -> dict[str, list[Study]]:
        """Studies under each activity type."""
        return _group((slug, study) for study in self._base.studies.values() for slug in study.types)

    @cached_property
    def withdrawn_by_type(self) -> dict[str, list[Study]]:
        """Studies with a notice under each activity type; they are in no other list."""
        return _group((slug, study) for study in self._base.withdrawn.values() for slug in study.types)

    @cached_property
    def leads_by_type(self) -> dict[str, list[Lead]]:
        """Leads under each activity type."""
        return _group((slug, lead) for lead in self._base.leads.values() for slug in lead.types)

    @cached_property
    def policies_by_type(self) -> dict[str, list[Policy]]:
        """Policies under each activity type, be it coded or approved by a reviewer."""
        policies = self._base.policies.values()
        return _group((slug, policy) for policy in policies for slug in self.types_of(policy))

    @cached_property
    def policies_by_council(self) -> dict[str, list[Policy]]:
        """Policies of each council."""
        return _group((policy.council, policy) for policy in self._base.policies.values())

    @cached_property
    def neighbourhoods_by_council(self) -> dict[str, list[Neighbourhood]]:
        """Neighbourhoods in which each council took part."""
        places = self._base.neighbourhoods.values()
        return _group((slug, place) for place in places for slug in place.councils)

    @cached_property
    def activities_by_type(self) -> dict[str, list[PlacedActivity]]:
        """Neighbourhood activities under each type that two passes agreed on or a reviewer approved."""
        return _group(
            (slug, PlacedActivity(place, activity))
            for place in self._base.neighbourhoods.values()
            for activity in place.activities
            for slug in self.typed_of(place.slug, activity).types
        )

    @cached_property
    def activities_by_topic(self) -> dict[str, list[PlacedActivity]]:
        """Neighbourhood activities under each activity type whose subject they were about."""
        return _group(
            (slug, PlacedActivity(place, activity))
            for place in self._base.neighbourhoods.values()
            for activity in place.activities
            for slug in activity.topic
        )

    def tried(self, slug: str) -> Tried:
        """Give what neighbourhoods did of an activity type, and what they did about its topic."""
        did = tuple(self.activities_by_type.get(slug, []))
        about = self.activities_by_topic.get(slug, [])
        return Tried(did, tuple(one for one in about if one not in did))

    @cached_property
    def nearby_by_type(self) -> dict[str, list[PlacedNearby]]:
        """Related local action that was not part of the programme, under its type."""
        return _group(
            (action.type, PlacedNearby(place, action))
            for place in self._base.neighbourhoods.values()
            for action in place.nearby
        )

    @cached_property
    def others_by_council(self) -> dict[str, list[Neighbourhood]]:
        """Neighbourhoods outside the programme by council: those named, and that of the place."""
        councils = self._base.councils_by_code
        return _group(
            (slug, place)
            for place in self._base.other_neighbourhoods.values()
            for slug in dict.fromkeys(
                [*place.councils, *(councils[code].slug for code in _codes(place)[:1] if code in councils)]
            )
        )

    @cached_property
    def others_by_place(self) -> dict[str, list[Neighbourhood]]:
        """Neighbourhoods outside the programme by the code of the place of the country."""
        return _group(
            (code, place) for place in self._base.other_neighbourhoods.values() for code in _codes(place)[1:]
        )

    @cached_property
    def others_by_type(self) -> dict[str, list[OfGroup]]:
        """What groups outside the programme did, as coded or approved, and plan, as they say, by type."""
        places = self._base.other_neighbourhoods.values()
        done = (
            (slug, OfGroup(place, activity.text, done=True))
            for place in places
            for activity in place.activities
            for slug in self.typed_of(place.slug, activity).types
        )
        planned = (
            (one.type, OfGroup(place, one.text, done=False))
            for place in places
            for one in place.planned
            if one.type
        )
        return _group([*done, *planned])

    @cached_property
    def searches_by_type(self) -> dict[tuple[Sought, str], list[SearchLog]]:
        """Logs of searches by what was looked for and for which activity type, the latest first."""
        logs = sorted(self._base.searches.values(), key=lambda log: log.date, reverse=True)
        groups: dict[tuple[Sought, str], list[SearchLog]] = defaultdict(list)
        for log in logs:
            for slug in log.types:
                groups[log.of, slug].append(log)
        return dict(groups)

    @cached_property
    def results_by_category(self) -> dict[str, list[StudiedOutcome]]:
        """Results of studies under each outcome category."""
        return _group(
            (outcome.category, StudiedOutcome(study, outcome))
            for study in self._base.studies.values()
            for outcome in study.outcomes
        )

    @cached_property
    def companions(self) -> dict[str, list[Study]]:
        """Further reports of a study, under the key of its main report."""
        return _group(
            (study.companion_of, study) for study in self._base.all_studies.values() if study.companion_of
        )

    @cached_property
    def gaps_about(self) -> dict[str, list[Gap]]:
        """Gap notes by what they are about."""
        return _group((gap.about, gap) for gap in self._base.gaps)


def _codes(place: Neighbourhood) -> list[str]:
    """Give the codes of the council and the place that a neighbourhood is linked to."""
    return place.place.split(".") if place.place else []


def _group(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
