"""The policies of a council by year, the numbers in them, and what was seen of their results."""

from resilience.records.policy import Policy
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, Link, bullets, paragraph, table
from resilience.site.pages.common import Pages
from resilience.site.pages.policy import CLAIMED, results_seen

NO_YEAR = 9999
MEANT = (
    "An evaluation asks what changed or what worked; monitoring figures are the policy's own, "
    "on what was done or reached."
)


def policies(pages: Pages, own: list[Policy]) -> Block:
    """Tabulate policies by the year they begin, those without a year last."""
    rows: list[tuple[Line, ...]] = [
        (
            _link(policy),
            words.years(policy.year_start, policy.year_end) or "Years not seen",
            policy.document_type.label,
            ", ".join(pages.base.types[slug].label for slug in pages.joins.types_of(policy)),
        )
        for policy in sorted(own, key=lambda policy: (policy.year_start or NO_YEAR, policy.title.lower()))
    ]
    return table("Policies on record, by year", ("Policy", "When", "Kind", "Activities"), rows)


def numbers(own: list[Policy]) -> list[Block | None]:
    """Tabulate the numbers that the policies state."""
    rows: list[tuple[Line, ...]] = [
        (words.sentence(figure.fact), words.quantity(figure), _link(policy))
        for policy in own
        for figure in policy.figures
    ]
    if not rows:
        return []
    return [paragraph(CLAIMED), table("Numbers in its policies", ("What", "How much", "Policy"), rows)]


def evaluations(own: list[Policy]) -> list[Block | None]:
    """List the policies with an evaluation or monitoring figures, and say what silence means."""
    if not own:
        return []
    seen = [policy for policy in own if policy.was_looked_at]
    if not seen:
        return [
            paragraph(
                "Neither an evaluation nor monitoring figures were seen in the parts read. "
                "That does not mean that there are none."
            )
        ]
    of = words.count(len(own), "policy", "policies")
    said = f"Something on results was seen for {words.number(len(seen))} of {of}."
    return [
        paragraph(f"{said} {MEANT}"),
        bullets([[_link(policy), f": {results_seen(policy).lower()}"] for policy in seen]),
    ]


def _link(policy: Policy) -> Link:
    return Link(policy.title, f"policies/{policy.slug}")
