"""The size of an activity's effect on one group of outcomes: one named estimate, never an average.

A size never stands without how sure we are of it.
"""

from dataclasses import dataclass

from resilience.evidence import EvidenceBase
from resilience.findings.headline_choice import Chosen, Numbered, chosen, why_none
from resilience.findings.ratings import RatedCell
from resilience.findings.scales import scale_named
from resilience.findings.size_words import NoSize
from resilience.records.study import Study
from resilience.records.vocabulary import Clear, Direction, Level, LevelKind, OnTopic, Tier


@dataclass(frozen=True)
class Headline:
    """The size in words with what it rests on and how sure we are, or the reason why there is none."""

    how_sure: str
    """The label of the cell's level."""
    measure: str = ""
    size: str = ""
    """How big, as a clause after the measure; empty where no size is shown."""
    short: str = ""
    """The same in fewer words, for the first lines of a page."""
    why_not: NoSize | None = None
    instead: str = ""
    """What can be said where no size can, as a clause after the measure."""
    cautions: tuple[str, ...] = ()
    """What a reader must know of the estimate, wherever the size is shown."""
    about_scale: tuple[str, ...] = ()
    """What a reader may want to know of the scale that it counts points of."""
    study: Study | None = None
    rests_on: str = ""
    """Design and size of the study, such as `meta-analysis of 280 studies`."""

    @property
    def says(self) -> str:
        """Say the size, or why there is none and what can be said instead, in one or two sentences."""
        if self.size:
            return f"{self._measure}{self.size}."
        reason = f"No size is given: {self.why_not.label if self.why_not else ''}."
        return f"{reason} {self._measure}{self.instead}." if self.instead else reason

    @property
    def says_shortly(self) -> str:
        """Say the same in fewer words: what is told, without why there is not more."""
        told = self.short or self.size or self.instead
        return f"{self._measure}{told}." if told else self.says

    @property
    def _measure(self) -> str:
        return f"{self.measure[:1].upper()}{self.measure[1:]}: " if self.measure else ""


def headline(base: EvidenceBase, cell: RatedCell) -> Headline:
    """Give the size of a rated cell by the rule of `headline_choice`."""
    how_sure = base.rating.of_level[cell.level].label
    found = chosen(base, cell)
    if cell.level is Level.NONE or found is None:
        return Headline(how_sure, why_not=why_none(base, cell))
    result, (size, why_not, instead, short) = found
    if result.study.is_opposite:
        of_it = size or instead
        instead = f"found for the opposite of the activity, {of_it}" if of_it else ""
        size, why_not, short = "", NoSize.OPPOSITE, ""
    return Headline(
        how_sure=how_sure,
        measure=result.outcome.measure,
        size=size,
        short=short,
        why_not=why_not,
        instead=instead,
        cautions=tuple(_cautions(cell, found, cell.level.kind)),
        about_scale=tuple(_about_scale(base, found)),
        study=result.study,
        rests_on=_rests_on(result),
    )


def _rests_on(result: Numbered) -> str:
    design = result.study.design.label.lower()
    if result.tier is Tier.REVIEW:
        count = result.study.included_studies
        return f"{design}, {count:,} studies" if count else design
    number = result.study.sample_size
    return f"{design}, n {number:,}" if number else f"{design}, size not told"


def _cautions(cell: RatedCell, found: Chosen, kind: LevelKind) -> list[str]:
    study, outcome = found.result.study, found.result.outcome
    way = outcome.direction
    against = {LevelKind.HELPS: Direction.HARM, LevelKind.HARMS: Direction.BENEFIT}
    said = []
    if way is against.get(kind) and not found.result.study.is_opposite:
        said.append("This one estimate points the other way than the votes.")
    if outcome.clear is Clear.NO:
        said.append("It could be no difference.")
    if study.on_topic.get(cell.type.slug) is OnTopic.PART:
        said.append("The activity was one of several things in it.")
    return said


def _about_scale(base: EvidenceBase, found: Chosen) -> list[str]:
    scale = scale_named(base.scales.values(), found.result.outcome)
    if scale is None or not found.said.size:
        return []
    said = []
    if scale.smallest_change:
        said.append(f"The smallest change that matters on {scale.name}: {scale.smallest_change.words}.")
    if scale.note:
        said.append(f"On {scale.name}: {scale.note}")
    return said
