"""The map as a directive and as HTML; every text goes through a template that escapes it."""

from typing import Any

from docutils import nodes
from jinja2 import Environment, PackageLoader, StrictUndefined
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from ...assessment.gap_map import Cell, CellStudy, gap_map
from ...records.vocabulary import Direction, Tier
from ..evidence_of import pages_of
from ..pages import words
from ..pages.common import Pages
from ..shown import PIECES, note_shown

NAME = "gap-map"
TEMPLATES = Environment(
    loader=PackageLoader("resilience.site.gap_map", "."),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
SHORT = {Tier.REVIEW: "R", Tier.TRIAL: "T", Tier.CONTROLLED: "C", Tier.ASSOCIATION: "A", Tier.OTHER: "O"}
SIGNS = {Direction.BENEFIT: "▲", Direction.NO_DIFFERENCE: "=", Direction.MIXED: "◆", Direction.HARM: "▼"}
NONE_FOUND = "looked for, none found"
NOT_LOOKED_FOR = "not looked for"


class GapMap(nodes.General, nodes.Element):
    """The map."""


class GapMapDirective(SphinxDirective):
    """Put the map on a page."""

    def run(self) -> list[nodes.Node]:
        """Build the node, and remember what was shown."""
        note_shown(
            self.env, self.env.current_document.docname, NAME, "", PIECES[NAME](pages_of(self.env), "")
        )
        return [GapMap()]


def shown_map(pages: Pages, _: str) -> Any:
    """Give all that the map shows."""
    named = [(pages.base.cited[key], study.population) for key, study in pages.base.studies.items()]
    return gap_map(pages.base, pages.joins), named


def visit_map(self: HTML5Translator, node: GapMap) -> None:
    """Write the map; its script only narrows it down."""
    pages = pages_of(self.builder.env)
    root = "../" * self.builder.get_target_uri(self.builder.current_docname).count("/") or "./"
    rules = pages.base.rating
    html = TEMPLATES.get_template("map.html").render(
        domains=_domains(pages),
        outcomes=list(pages.base.outcomes.values()),
        tiers=[(tier.slug, SHORT[tier.slug], tier.label) for tier in rules.tiers],
        directions=[one for one in Direction if one is not Direction.UNCLEAR],
        address=lambda name: root + self.builder.get_target_uri(name),
    )
    self.body.append(html)


def depart_map(self: HTML5Translator, node: GapMap) -> None:
    """Do nothing: the map has no nodes inside."""


def _domains(pages: Pages) -> list[dict[str, Any]]:
    cells = gap_map(pages.base, pages.joins)
    return [
        {
            "domain": domain,
            "types": [
                {"type": type_, "cells": [_cell(pages, cell) for cell in cells[type_.slug]]}
                for type_ in pages.base.types.values()
                if type_.domain == domain.slug
            ],
        }
        for domain in pages.base.domains.values()
    ]


def _cell(pages: Pages, cell: Cell) -> dict[str, Any]:
    type_, outcome = pages.base.types[cell.type].label, pages.base.outcomes[cell.outcome].label
    return {
        "id": f"{cell.type}--{cell.outcome}",
        "outcome": outcome,
        "spoken": f"{type_}, {outcome.lower()}: {_spoken(cell)}",
        "said": _spoken(cell),
        "empty": "" if cell.studies or cell.unclear else NONE_FOUND if cell.looked_for else NOT_LOOKED_FOR,
        "n": len(cell.studies),
        "signs": " ".join(f"{SIGNS[one]}{cell.directions[one]}" for one in SIGNS if cell.directions[one]),
        "designs": " ".join(f"{SHORT[one]}{cell.tiers[one]}" for one in SHORT if cell.tiers[one]),
        "studies": [_study(pages, one) for one in (*cell.studies, *cell.unclear)],
    }


def _spoken(cell: Cell) -> str:
    if not cell.studies and not cell.unclear:
        return NONE_FOUND if cell.looked_for else NOT_LOOKED_FOR
    counts = cell.directions
    parts = [f"{counts[one]} {one.label.lower()}" for one in Direction if counts[one]]
    parts += [f"{len(cell.unclear)} without a clear result"] if cell.unclear else []
    return f"{words.count(len(cell.studies), 'study', 'studies')}: {', '.join(parts)}"


def _study(pages: Pages, one: CellStudy) -> dict[str, Any]:
    study = pages.base.studies[one.key]
    notes = [study.design.label, study.country or "place not seen"]
    notes += ["of an exposure"] if one.is_exposure else []
    notes += ["says whether it is fair"] if one.says_equity else []
    return {
        "name": pages.base.cited[one.key],
        "page": f"studies/{one.key}",
        "direction": one.direction,
        "tier": one.tier,
        "uk": one.in_uk,
        "fair": one.says_equity,
        "notes": ", ".join(notes),
    }
