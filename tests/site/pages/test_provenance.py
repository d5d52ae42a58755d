"""Each record's page says who coded the record from what, and who checked it."""

from datetime import date

from docutils import nodes
from tests.frozen import book

from resilience.records.provenance import Provenance
from resilience.site.pages.common import Pages, history_of
from resilience.site.wording.filled import passage_nodes
from resilience.site.wording.values import Passage


def said(provenance: Provenance) -> list[str]:
    (section,) = passage_nodes(
        Passage("pages/shared", history_of(Pages(book()), "x/y", "Y", provenance), "provenance")
    )
    assert isinstance(section, nodes.section)
    return [one.astext() for one in section.findall(nodes.paragraph)]


def provenance(**fields: object) -> Provenance:
    known = {
        "seen": ({"at": "https://example.org"},),
        "read": "abstract",
        "by": "model",
        "coders": "single",
        "added": date(2026, 11, 25),
        "review_by": date(2027, 5, 1),
    }
    return Provenance.model_validate({**known, **fields})


def test_provenance_says_who_coded_from_what() -> None:
    assert said(provenance()) == [
        "Coded from the abstract by a language model, once; no person has checked it yet.",
        "Added on 25 November 2026. To be reviewed by 1 May 2027.",
    ]
    twice, _ = said(provenance(by="person", coders="double-agreed", read="opening"))
    assert twice == (
        "Coded from the opening part of a public page by a person, twice, with the same result; "
        "no person has checked it yet."
    )


def test_provenance_says_which_person_checked_it() -> None:
    checked, _ = said(provenance(read="full-text", checked={"by": "Ann Reviewer", "on": date(2026, 11, 29)}))
    assert checked == (
        "Coded by a language model, once; checked against the full text by Ann Reviewer on 29 November 2026."
    )
