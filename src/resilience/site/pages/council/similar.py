"""What councils of the same kind have on record, beside what this one has."""

from resilience.policies.similar import similar_councils
from resilience.records.policy import Council
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, bullets, paragraph, table
from resilience.site.pages.common import Pages

SHOWN = 10
FEW = 5


def similar(pages: Pages, council: Council, types: tuple[str, ...]) -> list[Block | None]:
    """Tabulate what was found most often with similar councils, and link those in the same region."""
    found = similar_councils(pages, council)
    n = len(found.councils)
    kind = council.type.label
    if n < FEW:
        return [paragraph(f"Too few others of the same kind are on record to compare ({kind}: {n}).")]
    rows: list[tuple[Line, ...]] = [
        (
            pages.type_link(slug),
            f"{words.number(held)} of {words.number(n)}",
            "on record" if slug in types else "not found",
        )
        for slug, held in found.types[:SHOWN]
    ]
    near = [slug for slug in found.councils if pages.base.councils[slug].region == council.region]
    said = (
        f"{words.number(n)} other authorities of the same kind are on record ({kind}). "
        "These are the activities that we found most often with them. "
        "Not found means that we saw no policy that says so, not that the council does not do it."
    )
    header = ("Activity", "Similar councils", "This council")
    return [
        paragraph(said),
        table("Activities of similar councils", header, rows),
        paragraph(f"Similar councils in {council.region}:") if near else None,
        bullets([pages.council_link(slug) for slug in sorted(near)]),
    ]
