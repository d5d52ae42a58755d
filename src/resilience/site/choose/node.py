"""The page's form, ranking and print-out; without scripts, the rankings by the published weights."""

import json
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from resilience.appraisal import GROUNDS, Place, options_for, places_of, rank
from resilience.appraisal.ranking import COMMUNITY_TOP, default_group
from resilience.appraisal.stability import top_shares
from resilience.site.choose.data import choice_data
from resilience.site.evidence_of import pages_of
from resilience.site.pages.common import Pages
from resilience.site.shown import PIECES, note_shown
from resilience.site.templates import templates_of

NAME = "choose-next"
SHOWN = 10
TEMPLATES = templates_of("resilience.site.choose")


class ChooseNext(nodes.General, nodes.Element):
    """The form with its ranking."""


class ChooseDirective(SphinxDirective):
    """Put the form on a page."""

    def run(self) -> list[nodes.Node]:
        """Build the node, and remember what was shown."""
        docname = self.env.current_document.docname
        note_shown(self.env, docname, NAME, "", PIECES[NAME](pages_of(self.env), ""))
        return [ChooseNext()]


def visit_choose(self: HTML5Translator, node: ChooseNext) -> None:
    """Write the form and the rankings by the published weights."""
    pages = pages_of(self.builder.env)
    root = "../" * self.builder.get_target_uri(self.builder.current_docname).count("/") or "./"
    data = choice_data(pages, "")
    places = places_of(pages)
    html = TEMPLATES.get_template("choose.html").render(
        data=data,
        # In a script element only this sequence could end it.
        data_text=json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        grounds=GROUNDS,
        community_top=COMMUNITY_TOP,
        rankings=_rankings(pages, places),
        councils=_by_council(places),
        address=lambda name: root + self.builder.get_target_uri(name),
    )
    self.body.append(html)


def depart_choose(self: HTML5Translator, node: ChooseNext) -> None:
    """Do nothing: the form has no nodes inside."""


def _rankings(pages: Pages, places: list[Place]) -> list[dict[str, Any]]:
    rules = pages.base.appraisal
    group = default_group(rules.weights)
    found = []
    for place in places:
        if place.is_neighbourhood:
            options = options_for(pages, place)
            shares = top_shares(options, group, rules)
            rows = [
                (one.option, one.score, shares.get(one.option.slug, 0.0))
                for one in rank(options, group, rules).ranked[:SHOWN]
            ]
            found.append({"place": place, "rows": rows})
    return found


def _by_council(places: list[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        if not place.is_neighbourhood:
            found.setdefault(place.council, []).append(place)
    return found
