"""A policy's page says apart whether an evaluation and whether monitoring figures were seen."""

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import lines, section

from resilience.records.policy import Policy
from resilience.records.vocabulary import Read
from resilience.site.pages.common import Pages
from resilience.site.pages.policy import policy_page
from resilience.site.record_parser import tree_of

EVALUATED = "An evaluation was seen, or a page that tells of one: a look at what changed or what worked."
UNREAD = f"{EVALUATED} It was not read in full."
MONITORED = (
    "Monitoring figures were seen: the policy's own numbers on what was done or reached. "
    "They don't show what would have happened without it."
)
NO_EVALUATION = "No evaluation was seen in the part read. That does not mean that there is none."
NEITHER = (
    "Neither an evaluation nor monitoring figures were seen in the part read. "
    "That does not mean that there are none."
)


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


def policy_with(pages: Pages, *, evaluation: bool | None, monitoring: bool | None) -> Policy:
    policy = next(iter(pages.base.policies.values()))
    return policy.model_copy(update={"evaluation": evaluation, "monitoring": monitoring})


def said(pages: Pages, policy: Policy) -> list[str]:
    found = section(tree_of(policy_page(pages, policy), f"policies/{policy.slug}"), "evaluation")
    assert found
    assert bool(list(found.findall(nodes.list_item))) is policy.was_looked_at
    return lines(found)


@pytest.mark.parametrize(
    ("evaluation", "monitoring", "words"),
    [
        (True, True, [UNREAD, MONITORED]),
        (True, None, [UNREAD]),
        (None, True, [NO_EVALUATION, MONITORED]),
        (None, None, [NEITHER]),
    ],
)
def test_each_is_said_by_itself(
    pages: Pages, evaluation: bool | None, monitoring: bool | None, words: list[str]
) -> None:
    policy = policy_with(pages, evaluation=evaluation, monitoring=monitoring)
    assert said(pages, policy) == words


def test_what_was_read_in_full_is_not_called_unread(pages: Pages) -> None:
    policy = policy_with(pages, evaluation=True, monitoring=None)
    whole = policy.provenance.model_copy(update={"read": Read.FULL_TEXT})
    assert said(pages, policy.model_copy(update={"provenance": whole})) == [EVALUATED]
