"""What studies say an activity costs or saves: each amount with its unit and prices, never a bare number."""

from collections.abc import Iterable
from dataclasses import dataclass

from resilience.findings.ratings import COST_OUTCOME
from resilience.findings.size_numbers import money, prices, printed
from resilience.findings.votes import direction_for, speaks_to, why_left_out
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Direction, Metric, OnTopic


@dataclass(frozen=True)
class Cost:
    """One result on cost or value."""

    study: Study
    outcome: Outcome
    direction: Direction
    amount: str | None
    """The amount with its unit, such as `£300 saved per person a year`; None where no number was seen."""
    prices: str | None
    """Of which year the prices are, or that it is not told; None where the amount is no money."""

    @property
    def is_money(self) -> bool:
        """Say whether it is an amount of money."""
        return self.prices is not None


def costs_of(slug: str, studies: Iterable[Study], years: dict[str, int]) -> tuple[Cost, ...]:
    """Give the results on cost of an activity, amounts of money first.

    Among them those of studies of just this activity come first, then those from the UK, then the newest;
    `years` are the years of studies by key.
    """
    found = [
        _cost(study, outcome)
        for study in studies
        if not why_left_out(study, slug)
        for outcome in study.outcomes
        if outcome.category == COST_OUTCOME and speaks_to(outcome, slug)
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                not one.is_money,
                one.amount is None,
                one.study.on_topic.get(slug) is OnTopic.PART,
                not one.study.in_uk,
                -years.get(one.study.key, 0),
                one.study.key,
                one.outcome.measure,
            ),
        )
    )


def _cost(study: Study, outcome: Outcome) -> Cost:
    amount = _amount(outcome)
    is_money = amount is not None and outcome.effect is not None and outcome.effect.metric is Metric.MONEY
    return Cost(study, outcome, direction_for(study, outcome), amount, prices(outcome) if is_money else None)


def _amount(outcome: Outcome) -> str | None:
    """Write a number with its unit and interval; a number without a unit says nothing, and stays out."""
    effect = outcome.effect
    if effect is None or effect.value is None or not outcome.unit:
        return None
    shown, rest = money(outcome.unit) or (printed, f" {outcome.unit}")
    ends = f" ({shown(effect.interval[0])} to {shown(effect.interval[1])})" if effect.interval else ""
    return f"{shown(effect.value)}{rest}{ends}"
