"""Do the dates of a record make sense, and is it still to be trusted?"""

import re
from collections.abc import Iterator
from datetime import date

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem
from resilience.records.provenance import Provenance
from resilience.records.vocabulary import Read

W251 = Code(
    "W251",
    "A review that is due",
    "Policies end and pages move.",
    "Look at the source again, then set `review_by` a year on.",
    "review_by: '2025-01-31'",
)
E252 = Code(
    "E252",
    "A review before the record was added",
    "A record can't be due before it exists.",
    "Correct one of the dates.",
    "added: '2026-11-25'\nreview_by: '2025-11-25'",
)
E253 = Code(
    "E253",
    "A record from the future",
    "The list of what changed is sorted by this date.",
    "Write today's date.",
    "added: '2062-11-25'",
)

W254 = Code(
    "W254",
    "Checked, though the full source was not read",
    "`checked` says that a person compared the record with the full source.",
    "Write `read: full-text` once it was read, or `checked: null`.",
    "read: abstract\nchecked:\n  by: A. Reader\n  on: '2026-11-26'",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare dates with each other and with today."""
    for part in corpus.parts(Provenance):
        if isinstance(part.data.get("checked"), dict) and part.text("read") in (Read.ABSTRACT, Read.OPENING):
            yield part.problem(
                W254, "checked", f"a person checked it, but what was read is: {part.text('read')}"
            )
        added, review = date_of(part, "added"), date_of(part, "review_by")
        if added and added > corpus.today:
            yield part.problem(E253, "added", f"{added} is in the future")
        if added and review and review < added:
            yield part.problem(
                E252, "review_by", f"the review on {review} is before {added}, when it was added"
            )
        elif review and review < corpus.today:
            yield part.problem(W251, "review_by", f"the review was due on {review}")


def date_of(part: Part, field: str) -> date | None:
    """Give a date field, or None where it is absent or no date."""
    text = part.text(field)
    try:
        # Python reads further forms of dates, which the model refuses.
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None
