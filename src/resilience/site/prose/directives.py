"""Directives: lists, tables and figures that come from the evidence."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from resilience.records.programme import Event
from resilience.site.charts import figure_nodes
from resilience.site.columns import Explorer
from resilience.site.evidence_of import pages_of
from resilience.site.pages.common import Pages
from resilience.site.parts.explorer import ExplorerNode
from resilience.site.prose import (
    all_councils,
    amends,
    appraisal,
    audits,
    coding,
    data_sheets,
    evaluation_power,
    history,
    lists,
    matching,
    methods,
    place_tables,
    places,
    plan_examples,
    problems,
    programme,
    protocol,
    rating_tables,
    record_fields,
    samples,
    searches,
    sizes,
)
from resilience.site.shown import PIECES, note_shown
from resilience.site.site_warnings import SiteWarning
from resilience.site.wording.filled import passage_nodes
from resilience.site.wording.slots import SlotError

DIRECTIVES = {
    "records": lists.records,
    "problems": problems.problems,
    "answers": problems.answers,
    "phases": programme.phases,
    "roles": programme.roles,
    "leaders": programme.leaders,
    "framework": programme.framework,
    "council-counts": programme.council_counts,
    "funding": programme.funding,
    "publications": programme.publications,
    "creative-outputs": programme.creative_outputs,
    "timeline-list": programme.timeline_list,
    "evaluation-estimate": programme.evaluation_estimate,
    "evaluation-power": evaluation_power.evaluation_power,
    "evaluation-findings": programme.evaluation_findings,
    "evidence-reviews": programme.evidence_reviews,
    "instruments": programme.instruments,
    "evaluation-designs": programme.evaluation_designs,
    "survey-topics": programme.survey_topics,
    "survey-waves": programme.survey_waves,
    "survey-studies": programme.survey_studies,
    "not-found": programme.not_found,
    "amends": amends.amends,
    "what-changed": history.what_changed,
    "overdue-reviews": history.overdue,
    "audits": audits.audits,
    "queue-accuracy": samples.queue_accuracy,
    "matcher-measured": matching.measured,
    "matcher-limits": matching.limits,
    "phrase-batches": matching.phrase_batches,
    "coding-agreement": coding.agreement,
    "coding-rules": coding.coding_rules,
    "first-checks": coding.first_checks,
    "audit-remaining": audits.remaining,
    "gaps": methods.gaps,
    "check-codes": methods.check_codes,
    "collections": methods.collections,
    "references": methods.references,
    "data-fields": data_sheets.data_fields,
    "data-sheets": data_sheets.data_sheets,
    "record-fields": record_fields.record_fields,
    "record-words": record_fields.record_words,
    "rating-levels": rating_tables.rating_levels,
    "rating-groups": rating_tables.rating_groups,
    "rating-tiers": rating_tables.rating_tiers,
    "rating-tables": rating_tables.rating_tables,
    "rating-sensitivity": rating_tables.rating_sensitivity,
    "rating-sources": rating_tables.rating_sources,
    "rating-experience": rating_tables.rating_experience,
    "size-example": sizes.size_example,
    "size-list": sizes.size_list,
    "size-refusals": sizes.size_refusals,
    "size-words": sizes.size_words,
    "protocol": protocol.protocol,
    "searches": searches.searches,
    "searches-turned-down": searches.reasons,
    "reporting-counts": methods.reporting_counts,
    "reporting-items": methods.reporting_items,
    "all-councils": all_councils.all_councils,
    "place-nations": place_tables.place_nations,
    "place-figures": place_tables.place_figures,
    "place-sources": place_tables.place_sources,
    "neighbourhood-map": places.neighbourhood_map,
    "plan-examples": plan_examples.plan_examples,
    "unknown-neighbourhoods": places.unknown_neighbourhoods,
    "appraisal-levels": appraisal.appraisal_levels,
    "appraisal-tiers": appraisal.appraisal_tiers,
    "appraisal-tries": appraisal.appraisal_tries,
    "appraisal-needs": appraisal.appraisal_needs,
    "appraisal-scales": appraisal.appraisal_scales,
}


class EvidenceDirective(SphinxDirective):
    """Show what a directive takes from the evidence."""

    optional_arguments = 1
    final_argument_whitespace = True
    hangs_on_evidence = True

    def run(self) -> list[nodes.Node]:
        """Build the nodes and remember what was shown."""
        argument = self.arguments[0] if self.arguments else ""
        docname = self.env.current_document.docname
        try:
            content = PIECES[self.name](pages_of(self.env), argument)
        except KeyError:
            SiteWarning.NO_SUCH_NAME.warn(self.name, argument, location=self.get_location())
            return []
        if self.hangs_on_evidence:
            note_shown(self.env, docname, self.name, argument, content)
        if isinstance(content, Explorer):
            return [ExplorerNode(explorer=content)]
        try:
            return passage_nodes(content)
        except SlotError as error:
            raise SlotError(f"{docname}: {error}") from error


def programme_events(pages: Pages, _: str) -> tuple[Event, ...]:
    """Give the dated events of the programme."""
    return pages.base.programme.timeline


class TimelineDirective(SphinxDirective):
    """Show the programme's events as a figure."""

    def run(self) -> list[nodes.Node]:
        """Build the figure and remember what it shows."""
        # Both take most of a second to import, and most builds draw nothing.
        import pandas as pd

        from resilience.figures.timeline import timeline

        events = PIECES[self.name](pages_of(self.env), "")
        note_shown(self.env, self.env.current_document.docname, self.name, "", events)
        frame = pd.DataFrame({"date": event.date, "event": event.event} for event in events)
        return figure_nodes(timeline(frame, title="The programme in time"))
