"""The evidence base: every collection under `evidence/`, read when first asked for."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml

from resilience.evidence.areas import read_rows, read_small_areas, read_ward_table
from resilience.evidence.bibliography import read_references
from resilience.evidence.citations import cited
from resilience.evidence.coding import FOLDER as CODING
from resilience.evidence.coding import DoubleCode, read_coding
from resilience.evidence.errors import EvidenceError
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.evidence.mirrors import MirrorHosts
from resilience.evidence.yaml_reader import parse
from resilience.records.appraisal import AppraisalRules
from resilience.records.area import SmallArea, Ward
from resilience.records.base import Record
from resilience.records.decision import Decisions
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
    Mirrors,
)
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Council, Councils, Policy
from resilience.records.pool import Pool
from resilience.records.programme import Programme
from resilience.records.rating import RatingRules
from resilience.records.reference import Reference
from resilience.records.reporting import Reporting
from resilience.records.scale import Scale, Scales
from resilience.records.study import Study
from resilience.records.survey import Survey
from resilience.records.taxonomy import (
    ActivityType,
    Domain,
    OutcomeCategory,
    OutcomeGroup,
    Outcomes,
    Taxonomy,
)
from resilience.records.words import Examples, Words

R = TypeVar("R", bound=Record)


class EvidenceBase:
    """All evidence below one folder; each collection is read once, on first use."""

    def __init__(self, folder: Path) -> None:
        """Point at an `evidence/` folder; nothing is read yet."""
        self.folder = folder

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The code frame."""
        return self._file("taxonomy.yml", Taxonomy)

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
        return self._file("words.yml", Words)

    @cached_property
    def examples(self) -> Examples:
        """Phrases that were written to teach the matcher."""
        return self._file("examples.yml", Examples)

    @cached_property
    def _outcomes(self) -> Outcomes:
        return self._file("outcomes.yml", Outcomes)

    @cached_property
    def outcomes(self) -> dict[str, OutcomeCategory]:
        """Outcome categories by slug."""
        return {category.slug: category for category in self._outcomes.categories}

    @cached_property
    def outcome_groups(self) -> dict[str, OutcomeGroup]:
        """The groups of outcomes that readers know, by slug, in their order."""
        return {group.slug: group for group in self._outcomes.groups}

    @cached_property
    def studies(self) -> dict[str, Study]:
        """Coded studies by key."""
        return self._folder("studies", "key", Study)

    @cached_property
    def policies(self) -> dict[str, Policy]:
        """Policies by slug."""
        return self._folder("policies", "slug", Policy)

    @cached_property
    def neighbourhoods(self) -> dict[str, Neighbourhood]:
        """Neighbourhoods by slug."""
        return self._folder("neighbourhoods", "slug", Neighbourhood)

    @cached_property
    def decisions(self) -> dict[str, Decisions]:
        """Decisions of reviewers on suggested types, by the slug of the record."""
        return self._folder("matches", "slug", Decisions)

    @cached_property
    def rating(self) -> RatingRules:
        """The rules by which the evidence for an activity type is rated."""
        return self._file("rating.yml", RatingRules)

    @cached_property
    def scales(self) -> dict[str, Scale]:
        """Scales whose points the records count, by slug."""
        return {scale.slug: scale for scale in self._file("scales.yml", Scales).scales}

    @cached_property
    def appraisal(self) -> AppraisalRules:
        """The rules by which options are scored when a group chooses what to do next."""
        return self._file("appraisal.yml", AppraisalRules)

    @cached_property
    def pools(self) -> dict[str, Pool]:
        """Sets of results on one question, by slug."""
        return self._folder("pools", "slug", Pool)

    @cached_property
    def councils(self) -> dict[str, Council]:
        """Local authorities by slug."""
        return {council.slug: council for council in self._file("councils.yml", Councils).councils}

    @cached_property
    def programme(self) -> Programme:
        """The Neighbourhood Resilience Programme."""
        return self._file("programme.yml", Programme)

    @cached_property
    def survey(self) -> Survey:
        """The programme's evaluation and household survey."""
        return self._file("survey.yml", Survey)

    @cached_property
    def references(self) -> dict[str, Reference]:
        """Cited works by key."""
        path = self.folder / BIBLIOGRAPHY
        with _reading(path):
            return read_references(path)

    @cached_property
    def cited(self) -> dict[str, str]:
        """How each work is named in text, by key."""
        return cited(self.references)

    @cached_property
    def leads(self) -> dict[str, Lead]:
        """Studies of which no result was seen, by key."""
        return {lead.key: lead for lead in self._file("leads.yml", Leads).leads}

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        """Concept papers by key."""
        return {concept.key: concept for concept in self._file("concepts.yml", Concepts).concepts}

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Gaps, conflicts and cautions about whole sets."""
        return self._file("gaps.yml", Gaps).gaps

    @cached_property
    def audit(self) -> Audits:
        """What audits by sample found."""
        return self._file("audit.yml", Audits)

    @cached_property
    def coding(self) -> tuple[DoubleCode, ...]:
        """The codes of both passes over studies and policies, with what was settled."""
        with _reading(self.folder / CODING):
            return read_coding(self.folder)

    @cached_property
    def reporting(self) -> Reporting:
        """How far the policy review meets the reporting guideline for scoping reviews."""
        return self._file("reporting.yml", Reporting)

    @cached_property
    def collections(self) -> tuple[Collection, ...]:
        """Other collections of UK local policies."""
        return self._file("collections.yml", Collections).collections

    @cached_property
    def mirrors(self) -> MirrorHosts:
        """Hosts that are never offered as links."""
        return MirrorHosts(self._file("mirrors.yml", Mirrors).hosts)

    @cached_property
    def wards(self) -> list[Ward]:
        """The wards of the North West with their figures, in the order of their codes."""
        return read_ward_table(self.folder / "places" / "nw-wards.csv")

    @cached_property
    def small_areas(self) -> list[SmallArea]:
        """The small areas of all neighbourhoods, in the order of their codes."""
        return read_small_areas(self.folder / "places" / "neighbourhood-lsoas.csv")

    @cached_property
    def pool_tables(self) -> dict[str, list[dict[str, str]]]:
        """The rows of the tables that sets of results name, by the name of the file."""
        names = dict.fromkeys(pool.table for pool in self.pools.values() if pool.table)
        return {name: read_rows(self.folder / "pools" / name) for name in names}

    def _file(self, name: str, model: type[R]) -> R:
        return _record(self.folder / name, model, {})

    def _folder(self, name: str, id_field: str, model: type[R]) -> dict[str, R]:
        paths = sorted((self.folder / name).glob("*.yml"))
        return {path.stem: _record(path, model, {id_field: path.stem}) for path in paths}


def _record(path: Path, model: type[R], identity: dict[str, str]) -> R:
    with _reading(path):
        data: Any = parse(path.read_text(encoding="utf-8"))
        # As JSON, because strictness then still lets a list be a tuple and a text a date.
        return model.model_validate_json(json.dumps({**data, **identity}), strict=True)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong while a file is read into an error that names it."""
    try:
        yield
    # A ValueError may come from decoding, from the bibliography or from a model.
    except (OSError, yaml.YAMLError, ValueError, TypeError) as error:
        raise EvidenceError(
            f"{path}: {error}\nRun `resilience check` to see every problem and its mend."
        ) from error
