"""Diagrams of boxes and arrows: the flow of records, and a logic model with how sure each step is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from resilience.figures.figure import Boxes, Figure
from resilience.findings.flow import Stage
from resilience.records.english import number
from resilience.tables.frame import frame

if TYPE_CHECKING:
    import pandas as pd


def flow(steps: Sequence[Stage], *, title: str, sentence: str, note: str) -> Figure:
    """Show the steps from top to bottom."""
    boxes = [{"label": step.label, "n": number(step.n), "aside": _aside(step)} for step in steps]
    return Figure(
        title=title,
        sentence=sentence,
        table=_flow_table(steps),
        chart=Boxes("flow", {"steps": boxes}),
        note=note,
        alt=f"Flow diagram: {title}",
    )


def _flow_table(steps: Sequence[Stage]) -> "pd.DataFrame":
    fell = "Of these, not in the next step, or noted"
    return frame([{"Step": step.label, "Records": step.n, fell: "; ".join(_aside(step))} for step in steps])


def _aside(step: Stage) -> list[str]:
    return [what if n is None else f"{what}: {number(n)}" for what, n in step.aside]


@dataclass(frozen=True)
class LogicStage:
    """Boxes under a heading."""

    heading: str
    boxes: tuple[str, ...]


@dataclass(frozen=True)
class Arrow:
    """The way from one stage to the next: how sure it is, and whether no study stands behind it."""

    strength: str
    is_unstudied: bool


@dataclass(frozen=True)
class Step:
    """A row of the table: from one box to another, how sure that is, and what it rests on."""

    start: str
    end: str
    how_sure: str
    rests_on: str


@dataclass(frozen=True)
class LogicModel:
    """Stages from the top down, and an arrow between each two.

    Raises ValueError where arrows do not fit between the stages.
    """

    stages: tuple[LogicStage, ...]
    arrows: tuple[Arrow, ...]
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        needed = len(self.stages) - 1
        if len(self.arrows) != needed:
            raise ValueError(f"{len(self.stages)} stages need {needed} arrows, not {len(self.arrows)}.")


def logic_model(model: LogicModel, *, title: str, sentence: str, note: str) -> Figure:
    """Show a logic model; an arrow without a study behind it is dashed."""
    return Figure(
        title=title,
        sentence=sentence,
        table=_logic_table(model.steps),
        chart=Boxes(
            "logic", {"stages": list(map(asdict, model.stages)), "arrows": list(map(asdict, model.arrows))}
        ),
        note=note,
        alt=f"Logic model: {title}",
    )


def _logic_table(steps: Sequence[Step]) -> "pd.DataFrame":
    heads = {"start": "From", "end": "To", "how_sure": "How sure", "rests_on": "What it rests on"}
    return frame(list(map(asdict, steps))).rename(columns=heads)
