"""The evidence base: every collection under `evidence/`, read when first asked for."""

from functools import cached_property
from pathlib import Path

from resilience.evidence.areas import read_small_areas, read_ward_table
from resilience.evidence.coding import FOLDER as CODING
from resilience.evidence.coding import DoubleCode, read_coding
from resilience.evidence.country import read_country
from resilience.evidence.errors import reading
from resilience.evidence.kinds import BIBLIOGRAPHY, kind_with
from resilience.evidence.outlines import read_outlined, read_outlines
from resilience.evidence.record_files import RecordFiles
from resilience.evidence.shared import content_of
from resilience.evidence.works import cited, read_references
from resilience.records.amends import Correction, Corrections, OldName, OldNames
from resilience.records.answer import WrittenAnswer
from resilience.records.appraisal import AppraisalRules
from resilience.records.area import SmallArea, Ward
from resilience.records.base import Record
from resilience.records.coding import Decisions
from resilience.records.editorial import (
    Audits,
    Collection,
    Collections,
    Concept,
    Concepts,
    Gap,
    Gaps,
    Lead,
    Leads,
    MirrorHosts,
    Mirrors,
)
from resilience.records.evaluation_design import EvaluationDesign, EvaluationDesigns
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.outlines import Outlines
from resilience.records.place import Country
from resilience.records.place_figures import PlaceFigures
from resilience.records.policy import Council, Councils, Policy
from resilience.records.pool import Pool
from resilience.records.programme import Programme
from resilience.records.protocol import Protocol
from resilience.records.rating import RatingRules
from resilience.records.reference import Reference
from resilience.records.reporting import Reporting
from resilience.records.sample import Sample
from resilience.records.scale import Scale, Scales
from resilience.records.search import SearchWords
from resilience.records.search_log import SearchLog
from resilience.records.study import Study
from resilience.records.survey import Survey
from resilience.records.taxonomy import (
    ActivityType,
    Domain,
    OutcomeCategory,
    OutcomeGroup,
    Outcomes,
    PhraseBatch,
    Taxonomy,
    Words,
)
from resilience.tables import open_csv


class EvidenceBase(RecordFiles):
    """All evidence below one folder; each collection is read once, on first use."""

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The code frame."""
        return self._record(Taxonomy)

    @cached_property
    def types(self) -> dict[str, ActivityType]:
        """Activity types by slug, in the order of the code frame."""
        return {type_.slug: type_ for type_ in self.taxonomy.types}

    @cached_property
    def domains(self) -> dict[str, Domain]:
        """The four domains by slug."""
        return {domain.slug: domain for domain in self.taxonomy.domains}

    @cached_property
    def words(self) -> Words:
        """Phrases that the matcher reads as one idea, and phrases that mislead."""
        return self._record(Words)

    @cached_property
    def phrases(self) -> dict[str, PhraseBatch]:
        """Phrases that were written to teach the matcher, by batch."""
        return self._records(PhraseBatch)

    @cached_property
    def search(self) -> SearchWords:
        """Words by which readers look for pages."""
        return self._record(SearchWords)

    @cached_property
    def _outcomes(self) -> Outcomes:
        return self._record(Outcomes)

    @cached_property
    def outcomes(self) -> dict[str, OutcomeCategory]:
        """Outcome categories by slug."""
        return {category.slug: category for category in self._outcomes.categories}

    @cached_property
    def outcome_groups(self) -> dict[str, OutcomeGroup]:
        """The groups of outcomes that readers know, by slug, in their order."""
        return {group.slug: group for group in self._outcomes.groups}

    @cached_property
    def all_studies(self) -> dict[str, Study]:
        """Coded studies by key, those with a notice too: for records as such, never for counts."""
        return self._records(Study)

    @cached_property
    def studies(self) -> dict[str, Study]:
        """Coded studies that stand, by key: neither retracted nor under an expression of concern."""
        return {key: study for key, study in self.all_studies.items() if study.status is None}

    @cached_property
    def withdrawn(self) -> dict[str, Study]:
        """Coded studies with a notice, by key: they count nowhere, and stay on record."""
        return {key: study for key, study in self.all_studies.items() if study.status is not None}

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Values that were put right after they were published, the oldest first."""
        return self._record(Corrections).corrections if self._has(Corrections) else ()

    @cached_property
    def old_names(self) -> tuple[OldName, ...]:
        """Names of records that were renamed or merged."""
        return self._record(OldNames).names if self._has(OldNames) else ()

    def _has(self, model: type[Record]) -> bool:
        # An evidence base of an earlier time has no such file.
        return (self.folder / kind_with(model).file()).is_file()

    @cached_property
    def policies(self) -> dict[str, Policy]:
        """Policies by slug."""
        return self._records(Policy)

    @cached_property
    def all_neighbourhoods(self) -> dict[str, Neighbourhood]:
        """Neighbourhoods by slug, of the programme and outside it: for records as such, never for counts."""
        return self._records(Neighbourhood)

    @cached_property
    def neighbourhoods(self) -> dict[str, Neighbourhood]:
        """Neighbourhoods of the programme by slug."""
        return {slug: place for slug, place in self.all_neighbourhoods.items() if place.programme}

    @cached_property
    def other_neighbourhoods(self) -> dict[str, Neighbourhood]:
        """Neighbourhoods outside the programme by slug, told by the groups that work there."""
        return {slug: place for slug, place in self.all_neighbourhoods.items() if not place.programme}

    @cached_property
    def decisions(self) -> dict[str, Decisions]:
        """Decisions of reviewers on suggested types, by the slug of the record."""
        return self._records(Decisions)

    @cached_property
    def samples(self) -> dict[str, Sample]:
        """Random samples of texts that reviewers type without a suggestion, by name."""
        return self._records(Sample)

    @cached_property
    def rating(self) -> RatingRules:
        """The rules by which the evidence for an activity type is rated."""
        return self._record(RatingRules)

    @cached_property
    def scales(self) -> dict[str, Scale]:
        """Scales whose points the records count, by slug."""
        return {scale.slug: scale for scale in self._record(Scales).scales}

    @cached_property
    def appraisal(self) -> AppraisalRules:
        """The rules by which options are scored when a group chooses what to do next."""
        return self._record(AppraisalRules)

    @cached_property
    def designs(self) -> tuple[EvaluationDesign, ...]:
        """The designs of evaluations, in the order in which the rule that recommends one looks at them."""
        return self.evaluation_designs.designs

    @cached_property
    def evaluation_designs(self) -> EvaluationDesigns:
        """The whole of that rule."""
        return self._record(EvaluationDesigns)

    @cached_property
    def pools(self) -> dict[str, Pool]:
        """Sets of results on one question, by slug."""
        return self._records(Pool)

    @cached_property
    def answers(self) -> dict[str, WrittenAnswer]:
        """Written answers by the slug of their activity type; a type may have none."""
        return self._records(WrittenAnswer)

    @cached_property
    def councils(self) -> dict[str, Council]:
        """Local authorities by slug, with a policy on record or without one."""
        return {council.slug: council for council in self._record(Councils).councils}

    @cached_property
    def councils_on_record(self) -> dict[str, Council]:
        """Those local authorities that have a policy on record, by slug."""
        held = {policy.council for policy in self.policies.values()}
        return {slug: council for slug, council in self.councils.items() if slug in held}

    @cached_property
    def programme(self) -> Programme:
        """The Neighbourhood Resilience Programme."""
        return self._record(Programme)

    @cached_property
    def survey(self) -> Survey:
        """The programme's evaluation and household survey."""
        return self._record(Survey)

    @cached_property
    def references(self) -> dict[str, Reference]:
        """Cited works by key."""
        path = self.folder / BIBLIOGRAPHY
        with reading(path):
            return self.shared.once(("references", content_of([path])), lambda: read_references(path))

    @cached_property
    def cited(self) -> dict[str, str]:
        """How each work is named in text, by key; one with a notice is never named without it."""
        named, noticed = cited(self.references), self.withdrawn
        return {
            key: f"{name} ({noticed[key].status_label.lower()})" if key in noticed else name
            for key, name in named.items()
        }

    @cached_property
    def leads(self) -> dict[str, Lead]:
        """Studies of which no result was seen, by key."""
        return {lead.key: lead for lead in self._record(Leads).leads}

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        """Concept papers by key."""
        return {concept.key: concept for concept in self._record(Concepts).concepts}

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Gaps, conflicts and cautions about whole sets."""
        return self._record(Gaps).gaps

    @cached_property
    def audit(self) -> Audits:
        """What audits by sample found."""
        return self._record(Audits)

    @cached_property
    def coding(self) -> tuple[DoubleCode, ...]:
        """The codes of both passes over studies and policies, with what was settled."""
        with reading(self.folder / CODING):
            content = content_of([self.folder / CODING])
            return self.shared.once(("coding", content), lambda: read_coding(self.folder))

    @cached_property
    def searches(self) -> dict[str, SearchLog]:
        """Logs of searches by name, which starts with the day; there is none from before logs were kept."""
        return self._records(SearchLog)

    @cached_property
    def protocol(self) -> Protocol:
        """How records are looked for, chosen and coded."""
        return self._record(Protocol)

    @cached_property
    def reporting(self) -> Reporting:
        """How far the book meets the reporting guideline for scoping reviews."""
        return self._record(Reporting)

    @cached_property
    def collections(self) -> tuple[Collection, ...]:
        """Other collections of UK local policies."""
        return self._record(Collections).collections

    @cached_property
    def mirrors(self) -> MirrorHosts:
        """Hosts that are never offered as links."""
        return MirrorHosts(self._record(Mirrors).hosts)

    @cached_property
    def wards(self) -> list[Ward]:
        """The wards of the North West with their figures, in the order of their codes."""
        path = self.folder / "places" / "nw-wards.csv"
        with reading(path):
            return read_ward_table(path)

    @cached_property
    def councils_by_code(self) -> dict[str, Council]:
        """Those local authorities that have a code, by that code."""
        return {council.ons_code: council for council in self.councils.values() if council.ons_code}

    @cached_property
    def place_figures(self) -> PlaceFigures:
        """What is known of places in each nation."""
        return self._record(PlaceFigures)

    @cached_property
    def country(self) -> Country:
        """All places of the United Kingdom with their figures."""
        path = self.folder / "places"
        with reading(path):
            makings = "country", content_of([path]), id(self.place_figures)
            return self.shared.once(makings, lambda: read_country(path, self.place_figures))

    @cached_property
    def outlined(self) -> dict[str, str]:
        """The wards that have an outline, each with its council, both by code."""
        path = self.folder / "places"
        with reading(path):
            return read_outlined(path)

    @cached_property
    def outlines(self) -> Outlines:
        """The outlines of wards."""
        path = self.folder / "places"
        with reading(path):
            return read_outlines(path)

    @cached_property
    def small_areas(self) -> list[SmallArea]:
        """The small areas of all neighbourhoods, in the order of their codes."""
        path = self.folder / "places" / "neighbourhood-lsoas.csv"
        with reading(path):
            return read_small_areas(path)

    @cached_property
    def pool_tables(self) -> dict[str, list[dict[str, str]]]:
        """The rows of the tables that sets of results name, by the name of the file."""
        names = dict.fromkeys(pool.table for pool in self.pools.values() if pool.table)
        return {name: self._rows(self.folder / "pools" / name) for name in names}

    def _rows(self, path: Path) -> list[dict[str, str]]:
        with reading(path):
            return list(open_csv(path).named_rows())

    def as_far_as_readable(self) -> "EvidenceBase":
        """Give the same evidence without the studies, policies and neighbourhoods that can't be read.

        A record that is begun and not filled in yet must not stand in the way of the next one.
        """
        base = EvidenceBase(self.folder)
        base.studies = base._readable(Study)
        base.policies = base._readable(Policy)
        base.all_neighbourhoods = base._readable(Neighbourhood)
        return base
