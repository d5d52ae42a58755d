"""Mends of markup that other tools write and that screen readers stumble over."""

MENDS = (
    # MyST-NB gives every summary one name, which hides the words that a sighted reader sees.
    ('<summary aria-label="Toggle hidden content">', "<summary>"),
    # Docutils calls citations a list, with items of a role that is deprecated and not allowed in one.
    ('<div role="list" class="citation-list">', '<div class="citation-list">'),
    (' role="doc-biblioentry"', ""),
)


def mend(body: str) -> str:
    """Return the page's HTML with each known fault put right."""
    for fault, remedy in MENDS:
        body = body.replace(fault, remedy)
    return body
