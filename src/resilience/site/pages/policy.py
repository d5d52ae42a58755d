"""The page of one policy."""

from resilience.records.policy import Policy
from resilience.records.vocabulary import Read
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Link, Page, bullets, facts, paragraph, present, section, table
from resilience.site.pages.common import Pages, cautions_box, cite_section, domains_of, provenance_section
from resilience.site.pages.status import status_cell

CLAIMED = "Numbers are as the source claims them. Some are targets or estimates."
EVALUATED = "An evaluation was seen, or a page that tells of one: a look at what changed or what worked."
MONITORED = (
    "Monitoring figures were seen: the policy's own numbers on what was done or reached. "
    "They don't show what would have happened without it."
)
NO_EVALUATION = "No evaluation was seen in the part read. That does not mean that there is none."
NEITHER = (
    "Neither an evaluation nor monitoring figures were seen in the part read. "
    "That does not mean that there are none."
)


def policy_page(pages: Pages, policy: Policy) -> Page:
    """Lay out who, when, for whom, which actions, which numbers, and where that was read."""
    blocks: list[Block | None] = [
        paragraph(policy.summary, "lede"),
        cautions_box(policy.provenance),
        section("In short", "short", [_short(pages, policy)]),
        section("What the council does", "actions", _actions(pages, policy)),
        section("Numbers in the source", "numbers", _numbers(policy)),
        section("Was it evaluated or monitored?", "evaluation", _evaluation(policy)),
        provenance_section(policy.provenance),
        cite_section(policy.title, f"policies/{policy.slug}", policy.provenance),
    ]
    return Page(
        title=policy.title,
        kind="Policy",
        blocks=present(blocks),
        description=policy.summary,
        domains=domains_of(pages, pages.joins.types_of(policy)),
    )


def _short(pages: Pages, policy: Policy) -> Block:
    council = pages.base.councils[policy.council]
    written = policy.council_as_written
    return facts(
        [
            ("Council", pages.council_link(policy.council)),
            ("As the source writes it", written if written != council.name else None),
            (
                "Where",
                council.nation if council.region == council.nation else f"{council.region}, {council.nation}",
            ),
            ("When", words.years(policy.year_start, policy.year_end) or "Years not seen"),
            ("Kind of document", policy.document_type.label),
            ("For whom", words.sentence(policy.target_population or "")),
            ("Activities", [pages.type_link(slug) for slug in pages.joins.types_of(policy)]),
            (
                "Source",
                Link(policy.url, url=policy.url)
                if policy.url
                else "The original address is still to be found.",
            ),
        ]
    )


def _actions(pages: Pages, policy: Policy) -> list[Block | None]:
    rows = [
        (words.sentence(action.text), status_cell(pages, policy.slug, action)) for action in policy.actions
    ]
    return [table("Actions in this policy", ("Action", "Activity type"), rows)]


def _numbers(policy: Policy) -> list[Block | None]:
    if not policy.figures:
        return []
    rows = [(words.sentence(item.fact), words.quantity(item)) for item in policy.figures]
    return [paragraph(CLAIMED), table("Numbers in the source", ("What", "How much"), rows)]


def _evaluation(policy: Policy) -> list[Block | None]:
    if not policy.was_looked_at:
        return [paragraph(NEITHER)]
    unread = "" if policy.provenance.read is Read.FULL_TEXT else " It was not read in full."
    said = [f"{EVALUATED}{unread}" if policy.evaluation else NO_EVALUATION]
    return [bullets([*said, MONITORED] if policy.monitoring else said)]


def results_seen(policy: Policy) -> str:
    """Name what was seen of a policy's results: an evaluation, monitoring figures, both, or nothing."""
    both = (("Evaluation", policy.evaluation), ("monitoring figures", policy.monitoring))
    return words.sentence(" and ".join(name for name, seen in both if seen))
