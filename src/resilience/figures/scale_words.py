"""What readers are told of a scale: in the title of a chart, at its axis, and on how to read it."""

from typing import NamedTuple

from resilience.findings.scales import Family


class ScaleWords(NamedTuple):
    """The words on one scale."""

    short: str
    """As the end of a title."""
    axis: str
    reading: str = ""
    """A sentence; empty where the unit says it all."""


WORDS = {
    Family.ODDS: ScaleWords(
        "how the odds compare",
        "Odds ratio",
        "An odds ratio of 0.5 is half the odds, one of 2 twice the odds.",
    ),
    Family.RISK: ScaleWords(
        "how the risks compare", "Risk ratio", "A risk ratio of 0.5 is half as many, one of 2 twice as many."
    ),
    Family.HAZARD: ScaleWords(
        "how soon it happens",
        "Hazard ratio",
        "With a hazard ratio of 0.5 it happens half as often at any one time, with one of 2 twice as often.",
    ),
    Family.RATE: ScaleWords(
        "how often it happens",
        "Rate ratio",
        "With a rate ratio of 0.5 it happens half as often, with one of 2 twice as often.",
    ),
    Family.STANDARD: ScaleWords(
        "in standard units",
        "Standard units",
        "By a rule of thumb 0.2 standard units are small, 0.5 medium and 0.8 large.",
    ),
}
"""Kinds of number that have no unit of their own."""


def scale_words(family: Family, unit: str) -> ScaleWords:
    """Give the words on a scale; `unit` names what a difference counts."""
    return WORDS.get(family) or ScaleWords(unit, unit[:1].upper() + unit[1:])
