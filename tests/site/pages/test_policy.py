"""A policy's page says first what came of it, whose finding that is and where it was read."""

from datetime import date
from typing import Any

import pytest
from tests.frozen import book
from tests.site.reading import lines, section

from resilience.policies.came_of_it import NOT_READ, ONLY_FIGURES
from resilience.records.policy import Found, Policy
from resilience.records.vocabulary import FoundBy, FoundIn
from resilience.site.pages.common import Pages
from resilience.site.pages.policy import policy_page
from resilience.site.record_parser import tree_of

SAYS = "Of 40 homes, 30 were warmer."
FIGURES = "Figures of what was done or reached don't show what would have happened without it."
NONE_SEEN = "That does not mean that there is none."
NEITHER = (
    "Neither an evaluation nor figures of what was done were seen in the part read. "
    "That does not mean that there are none."
)
WRITTEN = (
    "Source: example.org/report, read on 30 November 2026. The sentence was written by a language model."
)
COMPARED = WRITTEN.replace("model.", "model, and compared with the source once more.")


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


def policy_with(pages: Pages, **update: Any) -> Policy:
    policy = next(iter(pages.base.policies.values()))
    return policy.model_copy(update={"evaluation": None, "monitoring": None, "found": None, **update})


def found(of: str, whose: str, **more: Any) -> Found:
    return Found.model_validate(
        {
            "says": SAYS,
            "of": of,
            "whose": whose,
            "source": {"url": "https://www.example.org/report"},
            "seen": "2026-11-30",
            "by": "model",
            **more,
        }
    )


def said(pages: Pages, policy: Policy, name: str = "evaluation") -> list[str]:
    part = section(tree_of(policy_page(pages, policy), f"policies/{policy.slug}"), name)
    assert part
    return lines(part)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({}, [NEITHER]),
        ({"evaluation": True}, [NOT_READ]),
        ({"monitoring": True}, [ONLY_FIGURES, f"{NONE_SEEN} {FIGURES}"]),
        (
            {"evaluation": True, "monitoring": True, "found": found("evaluation", "independent")},
            [SAYS, f"The source tells of an independent evaluation. {WRITTEN}"],
        ),
        (
            {"evaluation": True, "monitoring": True, "found": found("monitoring", "other")},
            [
                f"{SAYS} {NOT_READ}",
                f"The figures are of others, or the source does not say whose. {WRITTEN}",
                FIGURES,
            ],
        ),
        (
            {"monitoring": True, "found": found("monitoring", "council", compared="2026-11-30")},
            [
                SAYS,
                f"The figures are the council's, or of those who ran it with the council. {COMPARED}",
                f"No evaluation was seen in the parts read. {NONE_SEEN} {FIGURES}",
            ],
        ),
    ],
)
def test_what_came_of_it_stands_first_with_its_source(
    pages: Pages, record: dict[str, Any], words: list[str]
) -> None:
    assert said(pages, policy_with(pages, **record)) == words


@pytest.mark.parametrize("whose", list(FoundBy))
@pytest.mark.parametrize("of", list(FoundIn))
def test_every_kind_of_finding_has_words(pages: Pages, of: FoundIn, whose: FoundBy) -> None:
    policy = policy_with(pages, evaluation=True, monitoring=True, found=found(of, whose))
    words = said(pages, policy)[1]
    assert ("evaluation" in words) is (of is FoundIn.EVALUATION)


def test_a_source_on_a_copy_is_named_and_never_linked(pages: Pages) -> None:
    source = {"seen_at": "https://docslib.org/doc/1"}
    policy = policy_with(pages, evaluation=True, found=found("evaluation", "council", source=source))
    tree = tree_of(policy_page(pages, policy), f"policies/{policy.slug}")
    assert "docslib" not in str(tree)
    assert "a copy on a re-publishing site" in said(pages, policy)[1]


def test_a_page_says_when_the_original_was_looked_for_in_vain(pages: Pages) -> None:
    bare = policy_with(pages, url=None)
    assert "No link yet." in said(pages, bare, "short")
    looked = bare.model_copy(update={"looked_for": date(2026, 11, 30)})
    assert ("No link yet. We looked for the original again on 30 November 2026 and did not find it.") in said(
        pages, looked, "short"
    )


def test_coders_reasons_stay_in_the_record(pages: Pages) -> None:
    policy = policy_with(pages)
    noted = policy.provenance.model_copy(update={"notes": "fuel-poverty for the boilers"})
    page = policy_page(pages, policy.model_copy(update={"provenance": noted}))
    assert "for the boilers" not in tree_of(page, f"policies/{policy.slug}").astext()
