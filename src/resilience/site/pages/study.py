"""The page of one study."""

from collections.abc import Sequence
from typing import TypeVar

from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Clear
from resilience.site.pages import words
from resilience.site.pages.blocks import (
    Block,
    Line,
    Link,
    Page,
    Text,
    bullets,
    facts,
    paragraph,
    present,
    section,
    table,
)
from resilience.site.pages.common import (
    Pages,
    cautions_box,
    cite_section,
    direction_tag,
    domains_of,
    provenance_section,
    reference_line,
    results_in_words,
)

T = TypeVar("T")
REVERSED = "What was studied is the opposite of the activity; results are turned over where it is rated."

CODING = "book/methods/coding"
OBSERVATIONAL = "This design shows what goes together. It can't show that one thing caused the other."
_OBSERVATIONAL_DESIGNS = ("cohort", "cross-sectional")
CLEAR = {Clear.YES: "(clear of no effect)", Clear.NO: "(could be no effect)", Clear.NOT_TOLD: ""}


def study_page(pages: Pages, study: Study) -> Page:
    """Lay out what was studied, what was found, how good it is and where that was read."""
    work = pages.base.references[study.key]
    title = work.title or "Title not seen"
    blocks: list[Block | None] = [
        paragraph(study.summary, "lede"),
        paragraph(reference_line(work), "byline"),
        _caution(study),
        section("What was studied", "studied", [_studied(pages, study)]),
        section("What was found", "found", _found(pages, study)),
        section("How good it is", "quality", _quality(study)),
        section("Related reports", "related", [bullets(_related(pages, study))]),
        provenance_section(study.provenance, _votes(pages, study)),
        cite_section(title, f"studies/{study.key}", study.provenance),
    ]
    return Page(
        title=title,
        kind="Study",
        blocks=present(blocks),
        description=study.summary,
        domains=domains_of(pages, study.types, study.domains),
    )


def _votes(pages: Pages, study: Study) -> Line:
    """Say that the codes on which its votes hang were coded in two passes, and how often these differed."""
    codes = pages.coded_twice.get(study.key, [])
    if not codes:
        return ()
    differed = sum(not code.agreed for code in codes)
    how = f"They differed on {differed} of {words.count(len(codes), 'code')}, which a third pass settled."
    return [
        "How it votes on an activity was coded by two passes of the model, working apart. ",
        how if differed else f"They agreed on all {words.count(len(codes), 'code')}.",
        " ",
        Link("What that is worth", CODING),
        ".",
    ]


def _caution(study: Study) -> Block | None:
    also = [OBSERVATIONAL] if study.design in _OBSERVATIONAL_DESIGNS else []
    return cautions_box(study.provenance, also)


def _studied(pages: Pages, study: Study) -> Block:
    themes = {theme.slug: theme.label for theme in pages.base.taxonomy.themes}
    domains = [pages.base.domains[slug].label for slug in domains_of(pages, study.types, study.domains)]
    return facts(
        [
            ("Activity", [pages.type_link(slug) for slug in study.types]),
            ("Domain", ", ".join(domains)),
            ("Themes", ", ".join(themes[slug] for slug in study.themes)),
            (
                "What people met" if study.of_exposure else "What was done",
                words.sentence(study.intervention or ""),
            ),
            ("Compared with", words.sentence(study.comparator or "")),
            ("Who", words.sentence(study.population or "")),
            ("Where", "; ".join(part for part in (study.country_note, study.setting) if part)),
            ("Design", study.design.label),
            ("Compared how", study.comparison.label),
            ("Careful", REVERSED if study.is_opposite else None),
            ("Size", words.number(study.sample_size) if study.sample_size else None),
            (
                "Studies in the review",
                words.number(study.included_studies) if study.included_studies else None,
            ),
        ]
    )


def _found(pages: Pages, study: Study) -> list[Block | None]:
    outcomes = study.outcomes
    tally = f"{words.count(len(outcomes), 'result')} on record: {results_in_words(study)}."
    header = ("Outcome", "Points to", "Number", "When", "Note")
    used = [
        any(row)
        for row in ([True], [True], [True], [o.follow_up for o in outcomes], [o.note for o in outcomes])
    ]
    rows = [_kept(_result(pages, study, outcome), used) for outcome in outcomes]
    return [paragraph(tally), table("Results", _kept(header, used), rows)]


def _result(pages: Pages, study: Study, outcome: Outcome) -> tuple[Line, ...]:
    better = f" ({outcome.better.label.lower()})" if outcome.better else ""
    measure = words.sentence(outcome.measure)
    return (
        [measure + better + " \N{MIDDLE DOT} ", pages.outcome_link(outcome.category)],
        [direction_tag(study, outcome), f" {CLEAR[outcome.clear]}"],
        words.effect(outcome.effect),
        words.sentence(outcome.follow_up or "Not seen"),
        words.sentence(outcome.note or ""),
    )


def _kept(cells: Sequence[T], used: list[bool]) -> list[T]:
    return [cell for cell, keep in zip(cells, used, strict=True) if keep]


def _quality(study: Study) -> list[Block | None]:
    unknown = "No statement on quality or risk of bias was seen."
    return [
        paragraph(words.sentence(study.quality or unknown)),
        paragraph([Text("Fairness: ", strong=True), words.sentence(study.inequality)])
        if study.inequality
        else None,
    ]


def _related(pages: Pages, study: Study) -> list[Line]:
    lines: list[Line] = []
    if study.companion_of:
        lines.append(["A further report of the study by ", pages.work_link(study.companion_of), "."])
    lines += [
        ["Further report: ", pages.study_link(other.key)]
        for other in pages.joins.companions.get(study.key, [])
    ]
    sets = dict.fromkeys(outcome.pool for outcome in study.outcomes if outcome.pool)
    lines += [
        ["Beside other results: ", Link(pages.base.pools[slug].title, f"pools/{slug}")]
        for slug in sets
        if slug in pages.base.pools
    ]
    return lines
