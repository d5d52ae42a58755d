"""What belongs to an activity type, and what belongs elsewhere."""

from resilience.records.taxonomy import ActivityType
from resilience.site.pages.blocks import Block, Line, Tag, facts
from resilience.site.pages.common import Pages


def scope(pages: Pages, type_: ActivityType) -> Block:
    """Say what the type covers, what belongs elsewhere, and which words point to it."""
    domain = pages.base.domains[type_.domain]
    origin = (
        "Named in the programme's own description."
        if type_.origin == "programme"
        else "Added for this book, because policies or neighbourhoods needed it."
    )
    return facts(
        [
            ("Domain", Tag(domain.label, ("tag", f"domain-{domain.slug}"))),
            ("For example", ", ".join(type_.includes)),
            ("Belongs elsewhere", [_elsewhere(pages, text) for text in type_.excludes]),
            ("Words that point to it", ", ".join(type_.terms)),
            ("Origin", origin),
        ]
    )


def _elsewhere(pages: Pages, text: str) -> Line:
    """Link the slugs in brackets at the end of a scope note to the types that they name."""
    head, bracket, tail = text.rpartition(" (")
    slugs = tail.removesuffix(")").split(" or ")
    if not bracket or not all(slug in pages.base.types for slug in slugs):
        return text
    parts: list[Line] = [f"{head}: see "]
    for position, slug in enumerate(slugs):
        parts += [" or "] if position else []
        parts.append(pages.type_link(slug))
    return parts
