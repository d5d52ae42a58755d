"""A policy's page says apart whether an evaluation and whether monitoring figures were seen."""

import pytest

from resilience.evidence import load
from resilience.records.policy import Policy
from resilience.records.vocabulary import Read
from resilience.site.pages.activity.councils import results_seen as seen_of_several
from resilience.site.pages.blocks import Bullets, Paragraph, Section
from resilience.site.pages.common import Pages
from resilience.site.pages.policy import (
    EVALUATED,
    MONITORED,
    NEITHER,
    NO_EVALUATION,
    policy_page,
    results_seen,
)

UNREAD = f"{EVALUATED} It was not read in full."


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(load(__file__))


def policy_with(pages: Pages, *, evaluation: bool | None, monitoring: bool | None) -> Policy:
    policy = next(iter(pages.base.policies.values()))
    return policy.model_copy(update={"evaluation": evaluation, "monitoring": monitoring})


def said(pages: Pages, policy: Policy) -> list[str]:
    blocks = policy_page(pages, policy).blocks
    (section,) = [one for one in blocks if isinstance(one, Section) and one.anchor == "evaluation"]
    (block,) = section.blocks
    assert isinstance(block, Paragraph | Bullets)
    runs = block.items if isinstance(block, Bullets) else (block.content,)
    return ["".join(part.text for part in run) for run in runs]


@pytest.mark.parametrize(
    ("evaluation", "monitoring", "words", "named"),
    [
        (
            True,
            True,
            [UNREAD, MONITORED],
            "Evaluation and monitoring figures",
        ),
        (True, None, [UNREAD], "Evaluation"),
        (None, True, [NO_EVALUATION, MONITORED], "Monitoring figures"),
        (None, None, [NEITHER], ""),
    ],
)
def test_each_is_said_by_itself(
    pages: Pages, evaluation: bool | None, monitoring: bool | None, words: list[str], named: str
) -> None:
    policy = policy_with(pages, evaluation=evaluation, monitoring=monitoring)
    assert said(pages, policy) == words
    assert results_seen(policy) == named


def test_what_was_read_in_full_is_not_called_unread(pages: Pages) -> None:
    policy = policy_with(pages, evaluation=True, monitoring=None)
    whole = policy.provenance.model_copy(update={"read": Read.FULL_TEXT})
    assert said(pages, policy.model_copy(update={"provenance": whole})) == [EVALUATED]


@pytest.mark.parametrize(
    ("evaluated", "monitored", "words"),
    [
        (2, 5, "An evaluation was seen for 2 of these policies, monitoring figures for 5."),
        (0, 1, "An evaluation was seen for none of these policies, monitoring figures for 1."),
        (0, 0, "Neither an evaluation nor monitoring figures were seen for any of these policies."),
    ],
)
def test_several_policies_are_counted_apart(evaluated: int, monitored: int, words: str) -> None:
    assert seen_of_several(evaluated, monitored) == words
